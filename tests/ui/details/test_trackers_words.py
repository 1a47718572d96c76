# SPDX-License-Identifier: GPL-3.0-or-later
"""What the Trackers tab says: cells, states, sentences for every cause, announces as marks and as words."""

import time
from dataclasses import replace
from pathlib import Path

import pytest

from starling.torrent import State, Torrent
from starling.tracker import Cause, Kind, Tracker, TrackerState
from starling.ui.csvcells import exports_of
from starling.ui.details.sentence import plain
from starling.ui.details.tracker_actions import Chosen, why_not
from starling.ui.details.tracker_header import header
from starling.ui.details.tracker_rows import TrackerRow, foremost, rows_of
from starling.ui.details.tracker_sentences import story
from starling.ui.details.tracker_words import clock, masked, name_of, place, rest_of
from starling.ui.details.trackers import TrackersPage, failing
from starling.ui.theme import ThemeManager, Token
from tests.helpers import User
from tests.languages import speak, translations
from tests.ui.details.trackersaid import COLUMNS, DHT, FAILED, NOT_ASKED, WORKING, told

pytestmark = pytest.mark.usefixtures("qapp")

RUNS = Torrent("a" * 40, "Sita", State.DOWNLOADING)
KEY = "0123456789abcdef0123456789ABCDEF"

SEED = Tracker("https://files.example/x/", None, WORKING, kind=Kind.WEB_SEED)


def test_urls_show_no_passkey() -> None:
    assert place("https://t.example.org/0123456789abcdef/announce") == ("t.example.org", "https, announce")
    assert place("udp://t.example.org:6969/announce") == ("t.example.org", "udp, port 6969")
    assert place("http://[2001:db8::1]:80/a") == ("2001:db8::1", "http, a")
    assert place("http://[broken").host == "http://[broken"
    assert place(f"https://t.example/announce/{KEY}") == ("t.example", "https, announce")
    assert place(f"https://t.example/{KEY}/") == ("t.example", "https")
    assert place(f"https://t.example/{KEY[:3]}%30{KEY[4:]}") == ("t.example", "https")
    assert place(f"https://me:{KEY}@t.example/x.php?passkey={KEY}") == ("t.example", "https, x.php")
    assert KEY not in place(f"http://[broken/{KEY}").host


@pytest.mark.parametrize(
    ("url", "clear"),
    [
        ("udp://t.example:6969/announce", "udp://t.example:6969/announce"),
        (f"https://t.example/{KEY}/announce", "https://t.example/…/announce"),
        ("https://t.example/MFRGGZDFMZTWQ2LK/announce.php", "https://t.example/…/announce.php"),
        ("https://t.example/a?passkey=ab&uid=12", "https://t.example/a?passkey=…&uid=…"),
        ("https://t.example/a?short", "https://t.example/a?…"),
        (f"http://me:secret@t.example/a?b#{KEY}", "http://t.example/a?…"),
        (f"http://[broken/{KEY}", "http://[broken/…"),
    ],
)
def test_an_address_that_is_passed_on_has_no_secret(url: str, clear: str) -> None:
    assert masked(url) == clear


def test_no_cell_and_no_export_of_a_tracker_has_its_key() -> None:
    row = TrackerRow(Tracker(f"https://t.example/announce/{KEY}?k={KEY}", 0, WORKING))
    for column in COLUMNS.values():
        said = [column.text(row), *(str(export.value(row)) for export in exports_of(column))]
        said += [read(row) for read in (column.tooltip, column.spoken, column.description) if read]
        assert not any(KEY in text for text in said), column.key
    assert COLUMNS["tracker"].exports is not None
    assert COLUMNS["tracker"].exports[0].value(row) == "https://t.example/announce/…?k=…"


@pytest.mark.parametrize(
    ("tracker", "words"),
    [
        (replace(DHT, peers=0), "On"),
        (Tracker("http://a/b", 0, WORKING), "Working"),
        (Tracker("http://a/b", 0, WORKING, "old client"), "Works, but warns"),
        (Tracker("http://a/b", 0, FAILED, "No answer in time", cause=Cause.TIMED_OUT), "No answer"),
        (Tracker("http://a/b", 0, FAILED), "Failing"),
        (Tracker("http://a/b", 0, NOT_ASKED), "Not asked"),
        (SEED, "Sends nothing now"),
        (replace(SEED, rate=1_200_000), "Sends 1.20\u00a0MB/s"),
        (replace(SEED, state=NOT_ASKED), "Not used yet"),
    ],
)
def test_states(tracker: Tracker, words: str) -> None:
    row = TrackerRow(tracker)
    assert COLUMNS["status"].text(row) == words
    assert COLUMNS["peers"].text(row) == ""
    assert COLUMNS["again"].text(row) == COLUMNS["min"].text(row) == ""


def test_a_tracker_behind_one_that_answers_is_in_reserve() -> None:
    found = [Tracker("udp://a:1", 0, WORKING), Tracker("udp://b:1", 0, NOT_ASKED), Tracker("udp://c:1", 1, NOT_ASKED)]
    assert [COLUMNS["status"].text(row) for row in rows_of(found, {})] == ["Working", "In reserve", "In reserve"]
    found[0] = replace(found[0], state=FAILED)
    assert [COLUMNS["status"].text(row) for row in rows_of(found, {})][1:] == ["Not asked", "Not asked"]


def test_moments_that_only_round_otherwise_move_no_row() -> None:
    tracker = Tracker("udp://a:1", 0, WORKING, next_announce=1000, min_announce=500)
    before = {row.key: row for row in rows_of([tracker], {})}
    assert rows_of([replace(tracker, next_announce=1001, min_announce=499)], before) == list(before.values())
    later = rows_of([replace(tracker, next_announce=1600)], before)
    assert [row.tracker.next_announce for row in later] == [1600]


def test_a_web_seed_and_a_tracker_may_have_one_address() -> None:
    url = "http://a.example/x"
    both = rows_of([Tracker(url, 0, WORKING), replace(SEED, url=url)], {})
    assert len({row.key for row in both}) == 2


@pytest.mark.parametrize("cause", Cause)
@pytest.mark.parametrize("url", ["udp://open.example:1337/announce", "https://open.example/announce"])
def test_every_cause_is_told_with_what_to_do(cause: Cause, url: str) -> None:
    now = int(time.time())
    message = "The tracker says: “unregistered torrent”"
    found = Tracker(
        *(url, 1, FAILED, message),
        cause=cause,
        fails=5,
        last_announce=now,
        failing_since=now - 600,
        next_announce=now + 500,
    )
    lines = told(found).splitlines()
    assert lines[0].startswith("open.example ")
    assert lines[-1] == f"Tried 5 times since {clock(now - 600)}, again in 8\u00a0min."
    for line in lines[1:]:
        assert line.endswith("."), line
        assert "  " not in line
        assert ".." not in line
        assert "{" not in line
    assert (message + "." in lines) is (cause not in {Cause.NAME, Cause.REFUSED, Cause.CLOSED, Cause.TIMED_OUT})
    assert len(lines) > 2


def test_what_was_found_out_about_silence_takes_the_place_of_a_guess() -> None:
    silent = Tracker("udp://open.example:1337", 0, FAILED, "No answer in time", cause=Cause.TIMED_OUT)
    assert told(silent).splitlines() == [
        "open.example does not answer",
        "The server is down, or something on the way drops UDP.",
    ]
    message = "It does not answer. Its name was found (192.0.2.7), so the server is down or drops UDP"
    assert told(replace(silent, message=message)).splitlines()[1:] == [
        "Its name was found (192.0.2.7), so the server is down or drops UDP."
    ]


def test_both_hashes_of_a_hybrid_torrent_are_told() -> None:
    found = Tracker("udp://a.example:1", 0, WORKING, peers=3, versions=((1, WORKING, ""), (2, FAILED, "Unknown.")))
    assert "Of the torrent's two hashes: hash v1 works; hash v2 fails (Unknown)." in told(found)
    assert "Both hashes" in told(replace(found, versions=((1, WORKING, ""), (2, WORKING, ""))))
    tip = COLUMNS["status"].tooltip
    assert tip is not None
    assert tip(TrackerRow(found)) == "v2: Unknown."


def test_counts_and_why_there_are_none() -> None:
    found = Tracker("udp://a.example:1", 0, WORKING, peers=3, seeds=34, leeches=12, downloads=8)
    assert "It knows 34 seeds and 12 leechers, and counted 8 downloads." in told(found)
    assert "It gave no counts: No answer in time." in told(
        Tracker("udp://a.example:1", 0, WORKING, scrape_message="No answer in time.")
    )


def test_what_was_asked_before_a_restart_was_not_never_asked() -> None:
    before = int(time.time()) - 600
    idle = Tracker("udp://a.example:1", 0, NOT_ASKED)
    assert told(idle).startswith("a.example was not asked yet")
    assert COLUMNS["status"].text(TrackerRow(idle)) == "Not asked"
    gave = replace(idle, last_announce=before, peers=50)
    failed = replace(idle, last_announce=before, cause=Cause.TIMED_OUT, message="No answer in time")
    for one, words in (
        (gave, "It was asked last 10\u00a0min ago, and gave 50 peers."),
        (failed, "It was asked last 10\u00a0min ago, and that failed: No answer in time."),
        (replace(idle, last_announce=before), "It was asked last 10\u00a0min ago."),
    ):
        lines = told(one).splitlines()
        assert lines[0] == "a.example is not asked now"
        assert words in lines
        assert "not asked yet" not in "".join(lines)
        assert COLUMNS["status"].text(TrackerRow(one)) == "Not asked now"
        for found in ([one], [one, one]):
            main, _ = header(found)
            assert " yet" not in plain(main)


def test_one_that_failed_behind_one_that_works_waits_for_it_to_fail() -> None:
    works, fails = Tracker("udp://a:1", 0, WORKING), Tracker("udp://b:1", 0, FAILED, fails=2, failing_since=1.0)
    row = rows_of([works, fails], {})[1]
    found = story([row])
    assert found is not None
    assert found.sentences[-1].endswith("it is asked again when those that work fail.")
    colour = COLUMNS["status"].colour
    assert callable(colour)
    assert colour(row) is Token.ERR
    assert not rows_of([works, replace(fails, next_announce=int(time.time()) + 60)], {})[1].reserve
    assert not rows_of([replace(works, tier=1), fails], {})[1].reserve


def test_a_tracker_of_webtorrent_is_off_and_not_failing() -> None:
    message = "This tracker speaks WebTorrent (WebSocket), which Starling does not use"
    off = Tracker("wss://b.example/", 0, TrackerState.OFF, message)
    assert told(off).splitlines() == ["b.example is off", f"{message}."]
    assert failing((off,)) == 0
    assert not Chosen(RUNS, [TrackerRow(off)]).asked
    assert [plain(header(found)[0]) for found in ([off], [off, off])] == [
        "The tracker is off.",
        "All of 2 trackers are off.",
    ]


def test_the_dht_tells_its_nodes() -> None:
    row = rows_of([DHT], {}, 412)[0]
    assert rest_of(row) == "412 nodes"
    found = story([row])
    assert found is not None
    assert "It knows 412 nodes." in found.sentences
    assert rows_of([replace(DHT, state=TrackerState.OFF)], {}, 412)[0].nodes is None
    assert rest_of(rows_of([Tracker("udp://a:1", 0, WORKING)], {}, 412)[0]) == "udp, port 1"


def test_what_cannot_be_asked_says_why() -> None:
    off = replace(DHT, state=TrackerState.OFF, message="It is switched off in the settings.")
    assert told(off).splitlines() == ["DHT is off", "It is switched off in the settings."]
    later = int(time.time()) + 600
    tracker = Tracker("udp://a:1", 0, WORKING)
    for one, words in (
        (off, "DHT is off. It is switched off in the settings."),
        (replace(DHT, kind=Kind.PEX), "Connected peers tell of others by themselves"),
        (replace(DHT, kind=Kind.LSD), "The local network is asked every few minutes"),
        (SEED, "A web seed has files"),
        (replace(tracker, min_announce=later), f"May be asked again at {clock(later)}."),
    ):
        chosen = Chosen(RUNS, [TrackerRow(one)])
        assert not chosen.willing
        assert why_not(chosen).startswith(words)
    for one in (DHT, tracker):
        assert Chosen(RUNS, [TrackerRow(one)]).willing
        assert not why_not(Chosen(RUNS, [TrackerRow(one)]))
        assert "paused" in why_not(Chosen(replace(RUNS, paused=True), [TrackerRow(one)]))
    assert why_not(Chosen(RUNS, [TrackerRow(off), TrackerRow(SEED)])) == "None of these can be asked."
    assert not why_not(Chosen())


def test_what_is_no_tracker_stays_below_the_trackers(user: User, themes: ThemeManager) -> None:
    page = TrackersPage(user.engine, themes)
    user.qtbot.addWidget(page)
    found = [
        Tracker("udp://z.example:1", 0, WORKING, peers=2),
        Tracker("udp://b.example:1", 1, FAILED, cause=Cause.NAME),
        replace(DHT, peers=40),
        replace(DHT, url="PEX", kind=Kind.PEX, peers=3),
        replace(SEED, rate=90_000, downloaded=10**9),
    ]
    page.model.replace(rows_of(found, {}))
    for column in page.model.columns:
        for falling in (False, True):
            page.model.sort_by(column.key, falling=falling)
            kinds = [row.tracker.kind is Kind.TRACKER for row in page.model.rows()]
            assert kinds == [True, True, False, False, False], (column.key, falling)
    page.model.sort_by("tracker", falling=False)
    hosts = [name_of(row.tracker) for row in page.model.rows()]
    assert hosts == ["b.example", "z.example", "DHT", "files.example", "Peer exchange"]


def test_the_foremost_is_what_works_or_else_what_fails() -> None:
    waits, fails, works = (Tracker(f"udp://{s.name}:1", 0, s) for s in (NOT_ASKED, FAILED, WORKING))
    for found, first in (
        ([DHT, waits, fails, works], works),
        ([waits, fails, replace(fails, url="udp://other:1")], fails),
        ([DHT, waits], waits),
        ([DHT], DHT),
    ):
        row = foremost(reversed(rows_of(found, {})))
        assert row is not None
        assert row.tracker is first
    assert foremost([]) is None


def test_several_are_summed() -> None:
    soon = int(time.time()) + 300
    rows = [
        TrackerRow(Tracker("udp://a:1", 0, WORKING, peers=30, next_announce=soon + 5)),
        TrackerRow(Tracker("udp://b:1", 1, WORKING, peers=12, next_announce=soon + 600)),
        TrackerRow(Tracker("udp://c:1", 2, FAILED, cause=Cause.NAME)),
    ]
    found = story(rows)
    assert found is not None
    assert found.title == "3 sources selected"
    assert found.sentences == (
        "2 work, 1 fail.",
        "Together they gave 42 peers.",
        "The next one is asked in 5\u00a0min.",
    )


WORKS = Tracker("udp://one.example", 0, WORKING, peers=1, last_announce=1)
LIKEWISE = replace(WORKS, url="udp://two.example", peers=3)
SILENT = replace(WORKS, last_announce=None, peers=3)
FAILS = Tracker("udp://no.example", 1, FAILED, fails=1)


@pytest.mark.parametrize(
    ("trackers", "begins", "hint"),
    [
        ([WORKS], "The tracker works. It gave 1 peer ", "one.example works. Gave 1 peer"),
        ([SILENT], "The tracker works. It gave 3 peers.", "one.example works. Gave 3 peers."),
        ([replace(SILENT, message="Hello.")], "The tracker works. It gave 3 peers.", "It says: “Hello”."),
        ([WORKS, FAILS], "1 of 2 trackers works. It gave 1 peer ", "one.example works. Gave 1 peer"),
        ([WORKS, LIKEWISE], "2 of 2 trackers work. They gave 4 peers, the last ", "one.example works. "),
        ([FAILS, WORKS], "1 of 2 trackers works. It gave 1 peer ", "no.example does not work."),
        ([DHT], "This torrent has no trackers", "1 of the connected"),
    ],
)
def test_trackers_are_told_in_whole_sentences(
    user: User, themes: ThemeManager, tmp_path: Path, trackers: list[Tracker], begins: str, hint: str
) -> None:
    with translations(tmp_path):
        speak("en")
        page = TrackersPage(user.engine, themes)
        user.qtbot.addWidget(page)
        page.take(Torrent("a" * 40, "Sita", State.DOWNLOADING), tuple(trackers))
        page.view.select_keys([trackers[0].url])
        words, more = page.sentence.sentence.text(), page.hint.sentence.text()
    assert words.startswith(begins)
    assert hint in more
    for text in (words, more):
        assert "  " not in text
        assert " ." not in text
        assert ".." not in text
