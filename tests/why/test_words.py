# SPDX-License-Identifier: GPL-3.0-or-later
"""Reasons in words: every one can be said, and says what was seen."""

import re
from dataclasses import replace

import pytest

from starling.why import words
from starling.why.checks import checked
from starling.why.reason import Cause, Doing, Evidence, Offer, Reason, Remedy
from tests.why.test_causes import CHOKED, HOLDS, MET, NOBODY_SEED

_LEFTOVER = re.compile(r"[{}]|%n|None|\.\.|  ")
_SEEN = Evidence(
    count=7,
    of=9,
    pieces=((812, 840), (900, 900)),
    missing=34,
    size=5_000_000,
    rate=3,
    limit=5000,
    port=6881,
    since=1_700_000_000.0,
    until=1_700_000_000.0,
    path="/data",
    host="tracker.example.org",
    text="The name could not be found",
)


@pytest.mark.parametrize("cause", Cause, ids=lambda cause: cause.value)
@pytest.mark.parametrize(
    "seen", [Evidence(text="It fails"), Evidence(count=1, missing=1, pieces=((3, 3),), text="It fails."), _SEEN]
)
def test_every_cause_has_its_sentence(cause: Cause, seen: Evidence) -> None:
    for certain in (True, False):
        reason = Reason(cause, seen, certain=certain)
        for text in (*words.lines(reason), words.short(reason), words.name(cause), words.brief(reason)):
            assert text, cause
            assert not _LEFTOVER.search(text), text
        assert words.sentence(reason)[-1] in ".!”"
        assert words.short(reason)[-1] not in ".:"


@pytest.mark.parametrize(
    "kind", ["private", "off", "dht", "seed", "required", "disabled", "torrent", "label", "slow", "again"]
)
def test_every_form_has_its_sentence(kind: str) -> None:
    for cause in Cause:
        assert not _LEFTOVER.search(words.sentence(Reason(cause, replace(_SEEN, kind=kind))))


@pytest.mark.parametrize("remedy", Remedy, ids=lambda remedy: remedy.value)
def test_every_remedy_has_its_button(remedy: Remedy) -> None:
    for amount in (0, 150_000):
        text = words.advice(Offer(remedy, amount))
        assert text
        assert not _LEFTOVER.search(text)


def test_sentences_say_what_was_seen() -> None:
    def said(cause: Cause, **seen: object) -> str:
        return words.sentence(Reason(cause, replace(Evidence(), **seen)))

    assert "812–840" in said(Cause.MISSING_PIECES, pieces=((812, 840),), missing=29)
    assert "1–3, 7 and 4 more" in said(Cause.MISSING_PIECES, pieces=((1, 3), (7, 7)), missing=8)
    assert said(Cause.DISK_FULL, path="/data", size=1_200_000_000).startswith("Disk full on /data, 1.2")
    limited = said(Cause.CHOKED_BY_LIMIT, count=7, limit=1000, kind="torrent")
    assert limited.startswith("7 peers have what you need, and all of them choke you.")
    assert "your limit for this torrent is 1\N{NO-BREAK SPACE}kB/s" in limited
    assert said(Cause.UNREGISTERED, host="a.example.org", text="The tracker says: “unregistered”").endswith(
        "a.example.org refuses this torrent. The tracker says: “unregistered”"
    )
    assert words.sentence(Reason(Cause.UNREACHABLE, Evidence(count=3, port=6881), certain=False)).startswith(
        "As far as can be seen: "
    )


def test_a_cell_says_what_it_would_do() -> None:
    choked = Evidence(count=5)
    assert words.short(Reason(Cause.CHOKED, choked, doing=Doing.DOWNLOADING)) == "Stalled: 5 peers choke us"
    assert words.short(Reason(Cause.NOBODY_ASKS, doing=Doing.SEEDING)) == "Seeding, nobody asks"
    assert words.short(Reason(Cause.SEARCHING, doing=Doing.DETAILS)) == "Finding details: asking for peers"
    places = [words.short(Reason(Cause.QUEUED, Evidence(count=9, of=of))) for of in (1, 2, 3, 4, 11, 12, 21, 0)]
    assert places[:4] == [f"Queued, {place} in line" for place in ("1st", "2nd", "3rd", "4th")]
    assert places[4:] == ["Queued, 11th in line", "Queued, 12th in line", "Queued, 21st in line", "Queued"]


def test_what_a_stranger_says_deceives_nobody() -> None:
    text = words.sentence(Reason(Cause.UNREGISTERED, Evidence(host="evil\N{RIGHT-TO-LEFT OVERRIDE}", text="a\nb{0}")))
    assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in text
    assert "\n" not in text


@pytest.mark.parametrize("cause", Cause, ids=lambda cause: cause.value)
def test_every_check_reads(cause: Cause) -> None:
    for situation in (*HOLDS[cause], MET, NOBODY_SEED, CHOKED):
        for check in checked(situation):
            text = words.checks(check)
            assert text[0].isupper() or text[0].isdigit()
            assert not _LEFTOVER.search(text)
