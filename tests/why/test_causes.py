# SPDX-License-Identifier: GPL-3.0-or-later
"""Each cause: a situation in which it is what is told, and its neighbour in which it is not."""

from dataclasses import replace
from datetime import datetime

import pytest

from starling.schedule import Mode, Stretch
from starling.torrent import Movement, Problem, State, Torrent
from starling.why.causes import TABLE, why
from starling.why.checks import checked
from starling.why.look import Area
from starling.why.reason import Cause, Doing, Evidence, Offer, Remedy
from starling.why.situation import (
    MOST,
    Calls,
    Crowd,
    Disk,
    Holes,
    Limits,
    Line,
    Rules,
    Secrecy,
    Situation,
    Sources,
    Trouble,
)
from starling.why.words import advice

MIB = 1 << 20
_ROW = Torrent("a" * 40, "A", State.STALLED, size=10 * MIB, total_size=10 * MIB, done=MIB, save_path="/data")
_RULES = Rules(port=6881, reachable=True, dht=False, dht_nodes=False, connections=200, slots=8)
_WORKS = Sources(trackers=1, working=1, host="tracker.example.org", answered=1000.0)
_FAILS = Sources(trackers=2, failing=2, host="one.example.org", text="The name could not be found", failing_since=9.0)

ALONE = Situation(_ROW, _RULES, sources=_WORKS)
"""A download that nobody is connected to; a tracker answers."""
KNOWN = replace(ALONE, row=replace(_ROW, known_peers=3))
"""The same, and addresses are known."""
CROWD = Crowd(connected=3, holders=2, choking=1, asked=1, extensions=3)
MET = replace(KNOWN, row=replace(_ROW, known_peers=3, peers=3), crowd=CROWD, holes=Holes(missing=9))
"""Somebody is connected, and lets us ask."""
LINK = replace(
    MET, row=replace(_ROW, state=State.METADATA, size=0, total_size=0, has_metadata=False, known_peers=3, peers=3)
)
SEED = replace(
    MET,
    row=replace(_ROW, state=State.SEEDING, done=10 * MIB, known_peers=3, peers=3),
    crowd=Crowd(connected=3, wanting=2, served=2),
    holes=None,
)


def _row(situation: Situation, **changes: object) -> Situation:
    return replace(situation, row=replace(situation.row, **changes))


def _crowd(situation: Situation, **changes: int) -> Situation:
    assert situation.crowd is not None
    return replace(situation, crowd=replace(situation.crowd, **changes))


def _rules(situation: Situation, **changes: object) -> Situation:
    return replace(situation, rules=replace(situation.rules, **changes))


def _sources(situation: Situation, **changes: object) -> Situation:
    return replace(situation, sources=replace(situation.sources, **changes))


NOBODY_SEED = _row(replace(SEED, crowd=None), peers=0, known_peers=0)
NOBODY_LINK = _row(replace(LINK, crowd=None), peers=0, known_peers=0)
CHOKED = _crowd(MET, holders=2, choking=2, traders=1, asked=0)
_FULL = replace(_row(ALONE, state=State.ERROR, problem=Problem.DISK_FULL, error="It is full."), disk=Disk("/data", MIB))
_UNHELD = replace(_crowd(MET, holders=0, choking=0, asked=0), holes=Holes(9, 9, ((1, 9),)))
_VAIN = Calls(failed=20, vain=20, outside=20, long=True)
"""Calls without an answer for so long that the fault may be ours."""
_WEEK = Stretch(Mode.PAUSED, datetime(2026, 11, 23, 8))  # noqa: DTZ001

HOLDS: dict[Cause, tuple[Situation, Situation]] = {
    Cause.OPENING: (replace(ALONE, opening=True), ALONE),
    Cause.PAUSED: (_row(ALONE, state=State.PAUSED), _row(ALONE, state=State.FINISHED)),
    Cause.SCHEDULE: (_row(ALONE, state=State.QUEUED, wait=_WEEK), _row(ALONE, state=State.QUEUED)),
    Cause.CHECK_WAITS: (replace(_row(ALONE, state=State.QUEUED), check_waits=True), replace(ALONE, check_waits=True)),
    Cause.QUEUED: (replace(_row(ALONE, state=State.QUEUED), line=Line(5, 1)), replace(ALONE, line=Line(5, 1))),
    Cause.CHECKING: (_row(ALONE, state=State.CHECKING), ALONE),
    Cause.MOVING: (_row(ALONE, state=State.MOVING, moving=Movement("/archive")), ALONE),
    Cause.SKIPPED: (_row(NOBODY_SEED, size=0, done=0), NOBODY_SEED),
    Cause.DISK_FULL: (_FULL, _row(_FULL, problem=Problem.LOW_SPACE)),
    Cause.LOW_SPACE: (_row(_FULL, problem=Problem.LOW_SPACE), _FULL),
    Cause.READ_ONLY: (_row(_FULL, problem=Problem.READ_ONLY), _FULL),
    Cause.MISSING_FILES: (_row(_FULL, problem=Problem.MISSING_FILES), _FULL),
    Cause.NO_DRIVE: (_row(_FULL, problem=Problem.NO_DRIVE), _FULL),
    Cause.DISK_ERROR: (_row(_FULL, problem=Problem.OTHER), _FULL),
    Cause.DISK_SLOW: (_crowd(MET, down_disk=1), MET),
    Cause.OFFLINE: (_rules(ALONE, offline="The tunnel is down."), ALONE),
    Cause.PROXY: (_rules(ALONE, proxy=True, offline="No.", proxy_trouble="No."), _rules(ALONE, offline="No.")),
    Cause.NOT_LISTENING: (
        _rules(ALONE, port=0, listen_error="Taken."),
        _rules(MET, port=0, listen_error="Taken."),
    ),
    Cause.UNREACHABLE: (
        replace(_rules(KNOWN, reachable=False), calls=_VAIN),
        replace(_rules(KNOWN, reachable=False), calls=replace(_VAIN, long=False)),
    ),
    Cause.NO_SOURCES: (replace(ALONE, sources=Sources()), replace(KNOWN, sources=Sources())),
    Cause.UNREGISTERED: (
        replace(ALONE, sources=replace(_FAILS, refuser="two.example.org", refusal="Not registered")),
        _sources(ALONE, refuser="two.example.org", refusal="Not registered"),
    ),
    Cause.TRACKERS_FAIL: (
        replace(ALONE, sources=_FAILS),
        replace(ALONE, sources=replace(_FAILS, working=1, failing=1)),
    ),
    Cause.SEARCHING: (
        replace(ALONE, sources=replace(_FAILS, failing=1)),
        ALONE,
    ),
    Cause.NOBODY_THERE: (ALONE, KNOWN),
    Cause.CONNECTING: (KNOWN, replace(KNOWN, calls=Calls(failed=1, vain=1))),
    Cause.NO_ANSWER: (
        replace(KNOWN, calls=Calls(failed=2, vain=2, since=5.0)),
        replace(MET, calls=Calls(failed=2, vain=2, since=5.0)),
    ),
    Cause.FILTERED: (replace(ALONE, calls=Calls(filtered=4)), replace(KNOWN, calls=Calls(filtered=4))),
    Cause.ENCRYPTION: (
        replace(KNOWN, calls=Calls(secrecy=2, failed=1)),
        replace(_row(KNOWN, known_peers=400), calls=Calls(secrecy=2, vain=2)),
    ),
    Cause.CONNECTION_LIMIT: (_rules(KNOWN, crowded=True), _rules(ALONE, crowded=True)),
    Cause.METADATA_NO_PEERS: (NOBODY_LINK, _row(NOBODY_LINK, known_peers=1)),
    Cause.METADATA_UNANSWERED: (LINK, MET),
    Cause.METADATA_UNSUPPORTED: (_crowd(LINK, extensions=0), LINK),
    Cause.METADATA_WRONG: (
        replace(LINK, trouble=Trouble(metadata_fails=2, metadata_lately=True)),
        replace(LINK, trouble=Trouble(metadata_fails=2)),
    ),
    Cause.DOWN_LIMIT: (_crowd(_rules(MET, down_limit=100), down_limited=1), _crowd(MET, down_limited=1)),
    Cause.MISSING_PIECES: (_UNHELD, replace(_UNHELD, holes=Holes(9, 8, ((1, 8),)))),
    Cause.NOTHING_NEEDED: (_row(_UNHELD, swarm_seeds=4), _UNHELD),
    Cause.CHOKED_BY_LIMIT: (
        replace(CHOKED, limits=Limits(up=5000)),
        _crowd(replace(CHOKED, limits=Limits(up=5000)), traders=0),
    ),
    Cause.CHOKED: (CHOKED, MET),
    Cause.SNUBBED: (_crowd(MET, asked=0, snubbed=1), _crowd(MET, holders=3, snubbed=1)),
    Cause.WAITING: (MET, _crowd(MET, asked=0)),
    Cause.BAD_DATA: (
        replace(MET, trouble=Trouble(hash_fails=3)),
        replace(MET, trouble=Trouble(hash_fails=2)),
    ),
    Cause.WEB_SEED: (
        _sources(ALONE, web_host="www.example.org", web_text="The server answered 404"),
        _sources(KNOWN, web_host="www.example.org", web_text="The server answered 404"),
    ),
    Cause.NOBODY_ASKS: (NOBODY_SEED, SEED),
    Cause.NOBODY_WANTS: (_crowd(SEED, wanting=0, served=0), SEED),
    Cause.UP_LIMIT: (_crowd(_rules(SEED, up_limit=100), up_limited=2), _crowd(SEED, up_limited=2)),
    Cause.SLOTS: (
        _crowd(_rules(SEED, slots_taken=True), served=0),
        _crowd(SEED, served=0),
    ),
    Cause.UNEXPLAINED: (_crowd(MET, asked=0), MET),
}


def test_every_cause_has_its_row() -> None:
    assert {row.cause for row in TABLE} == set(Cause) == set(HOLDS)


@pytest.mark.parametrize("cause", Cause, ids=lambda cause: cause.value)
def test_a_cause_holds_where_it_was_arranged_and_only_there(cause: Cause) -> None:
    here, beside = HOLDS[cause]
    reason = why(here)
    assert reason is not None
    assert reason.cause is cause
    other = why(beside)
    assert other is None or other.cause is not cause


@pytest.mark.parametrize("cause", Cause, ids=lambda cause: cause.value)
def test_the_failing_check_is_the_last_one(cause: Cause) -> None:
    here, _ = HOLDS[cause]
    reason = why(here)
    *fine, last = checked(here)
    assert reason is not None
    assert last.fine is (False if reason.certain else None)
    assert (last.cause, last.evidence) == (cause, reason.evidence)
    assert all(check.fine is not False for check in fine)


def test_the_checks_come_in_the_order_in_which_they_were_made() -> None:
    areas = [check.area for check in checked(CHOKED)]
    assert areas == [Area.FILES, Area.NETWORK, Area.SOURCES, Area.PEERS, Area.PIECES, Area.TRADE]


@pytest.mark.parametrize(
    "situation",
    [
        _row(MET, state=State.DOWNLOADING, down=50_000),
        _row(ALONE, state=State.DOWNLOADING),
        _row(ALONE, state=State.DOWNLOADING, known_peers=5),
        replace(NOBODY_LINK, new=True),
        replace(NOBODY_SEED, new=True),
        _row(SEED, up=50_000),
        SEED,
        _row(NOBODY_SEED, state=State.FINISHED),
        replace(_row(MET, state=State.DOWNLOADING, down=50_000), trouble=Trouble(hash_fails=2)),
        _rules(_row(MET, state=State.DOWNLOADING, down=900), down_limit=1000),
        _crowd(SEED, wanting=3, served=3),
    ],
)
def test_nothing_is_said_of_one_that_is_well(situation: Situation) -> None:
    assert why(situation) is None
    assert all(check.fine is not False for check in checked(situation))


def test_the_first_cause_is_the_one_that_stops_everything() -> None:
    everything = replace(
        _rules(_row(MET, peers=0, state=State.STALLED), offline="The tunnel is down.", port=0, listen_error="Taken."),
        crowd=None,
        sources=_FAILS,
        calls=replace(_VAIN, filtered=3),
        trouble=Trouble(hash_fails=3),
    )
    ranked = []
    for change in (
        lambda s: _row(s, state=State.PAUSED),
        lambda s: s,
        lambda s: _rules(s, offline=""),
        lambda s: _rules(s, offline="", port=6881, listen_error=""),
        lambda s: replace(_rules(s, offline="", port=6881, listen_error="", reachable=False), trouble=Trouble()),
        lambda s: replace(_rules(s, offline="", port=6881, listen_error="", reachable=True), trouble=Trouble()),
    ):
        reason = why(change(everything))
        assert reason is not None
        ranked.append((reason.cause, reason.certain))
    assert ranked == [
        (Cause.PAUSED, True),
        (Cause.OFFLINE, True),
        (Cause.NOT_LISTENING, True),
        (Cause.BAD_DATA, True),
        (Cause.UNREACHABLE, False),
        (Cause.NO_ANSWER, True),
    ]


def _cause(situation: Situation) -> tuple[Cause, str] | None:
    reason = why(situation)
    return None if reason is None else (reason.cause, reason.evidence.kind)


def test_nothing_is_concluded_from_a_few_of_many() -> None:
    many = _row(KNOWN, known_peers=400)
    connecting = (Cause.CONNECTING, "")
    assert _cause(replace(_rules(many, reachable=False), calls=replace(_VAIN, vain=0))) == connecting
    assert _cause(replace(many, calls=Calls(secrecy=1, hung_up=20))) == connecting
    assert _cause(replace(_rules(many, secrecy=Secrecy.REQUIRED), calls=Calls(hung_up=2))) == connecting
    assert _cause(replace(many, calls=Calls(hung_up=4, vain=4))) == (Cause.NO_ANSWER, "hung up")
    assert _cause(replace(many, calls=Calls(failed=MOST, vain=MOST))) == (Cause.NO_ANSWER, "many")


def test_one_tracker_does_not_speak_for_those_that_have_not_answered() -> None:
    refused = replace(_FAILS, failing=1, refuser="one.example.org", refusal="Not registered")
    assert _cause(replace(ALONE, sources=refused)) == (Cause.SEARCHING, "")
    assert _cause(replace(KNOWN, sources=replace(refused, failing=2))) == (Cause.CONNECTING, "")
    asked = Sources(trackers=1)
    idle = replace(ALONE, sources=asked, crowd=Crowd(web_seeds=1, web_host="files.example.org"))
    assert _cause(idle) == (Cause.SEARCHING, "")
    assert _cause(replace(idle, sources=_WORKS)) == (Cause.WEB_SEED, "")
    assert _cause(_row(ALONE, swarm_seeds=12, swarm_peers=4)) == (Cause.NOBODY_THERE, "counted")
    # The one peer that the tracker counts are we.
    assert _cause(_row(ALONE, swarm_seeds=0, swarm_peers=1)) == (Cause.NOBODY_THERE, "")
    assert _cause(replace(ALONE, sources=_FAILS, calls=Calls(filtered=1))) == (Cause.TRACKERS_FAIL, "")


def test_wrong_data_are_told_where_nothing_else_is_seen() -> None:
    wrong = Trouble(hash_fails=3)
    assert _cause(replace(CHOKED, trouble=wrong)) == (Cause.CHOKED, "")
    assert _cause(replace(ALONE, sources=_FAILS, trouble=wrong)) == (Cause.TRACKERS_FAIL, "")
    assert _cause(replace(KNOWN, trouble=wrong)) == (Cause.BAD_DATA, "")
    # The only one who sent anything was banned at its first piece.
    assert _cause(replace(KNOWN, trouble=Trouble(hash_fails=1), calls=Calls(banned=1))) == (Cause.BAD_DATA, "")
    assert _cause(replace(KNOWN, trouble=Trouble(hash_fails=1))) == (Cause.CONNECTING, "")


def test_what_is_not_sure_is_no_failed_check() -> None:
    *_, last = checked(replace(_rules(KNOWN, reachable=False), calls=_VAIN))
    assert (last.fine, last.cause) == (None, Cause.UNREACHABLE)
    first, *_ = checked(replace(CHOKED, disk=Disk("/data", 0)))
    assert (first.fine, first.evidence.missing) == (None, 9 * MIB)
    *_, last = checked(_crowd(SEED, wanting=5, served=2))
    assert (last.fine, last.evidence.count) == (None, 3)


def test_what_is_only_likely_says_so() -> None:
    unsure = [
        replace(_rules(KNOWN, secrecy=Secrecy.REQUIRED), calls=Calls(hung_up=2)),
        _rules(replace(ALONE, sources=replace(_FAILS, unreachable=True)), alone=True),
        replace(_rules(KNOWN, reachable=False), calls=_VAIN),
    ]
    found = [why(situation) for situation in unsure]
    assert [(reason.cause, reason.certain) for reason in found if reason is not None] == [
        (Cause.ENCRYPTION, False),
        (Cause.OFFLINE, False),
        (Cause.UNREACHABLE, False),
    ]


def test_what_is_offered_fits() -> None:
    def first(situation: Situation) -> Offer | None:
        reason = why(situation)
        return reason.offers[0] if reason is not None and reason.offers else None

    assert first(replace(CHOKED, limits=Limits(up=5000))) == Offer(Remedy.RAISE_UP, 150_000)
    assert first(_rules(CHOKED, up_limit=5000)) == Offer(Remedy.RAISE_UP, 150_000, session=True)
    assert first(_rules(CHOKED, up_limit=5000, slow=True)) == Offer(Remedy.LEAVE_SLOW_MODE, session=True)
    assert first(replace(CHOKED, limits=Limits(up=5000, up_label="Films"))) == Offer(Remedy.ASK_TRACKERS)
    both = why(_rules(replace(CHOKED, limits=Limits(up=1000)), up_limit=1000))
    assert both is not None
    assert both.offers[:2] == (Offer(Remedy.RAISE_UP, 150_000), Offer(Remedy.RAISE_UP, 150_000, session=True))
    assert first(replace(ALONE, sources=Sources())) == Offer(Remedy.SWITCH_ON_DHT)
    assert first(_rules(replace(ALONE, sources=Sources()), dht=True)) == Offer(Remedy.EDIT_TRACKERS)
    full = _crowd(_rules(SEED, slots_taken=True), served=0)
    assert first(full) == Offer(Remedy.MORE_SLOTS, 16, session=True)
    held = first(_rules(full, slots_fixed=True))
    assert held == Offer(Remedy.MORE_SLOTS, session=True)
    assert advice(held).endswith("Preferences…"), "a number would promise what the profile does not keep"


def test_evidence_tells_what_was_seen() -> None:
    def seen(situation: Situation) -> Evidence:
        reason = why(situation)
        assert reason is not None
        return reason.evidence

    assert seen(_FULL).size == 8 * MIB // 100_000 * 100_000 + 100_000
    assert seen(_row(_UNHELD, last_seen_complete=77)) == Evidence(count=3, pieces=((1, 9),), missing=9, since=77)
    assert seen(replace(ALONE, sources=_FAILS)).since == 9.0
    assert seen(_rules(CHOKED, up_limit=5000)).kind == "session"
    assert seen(_row(ALONE, state=State.QUEUED, wait=_WEEK)).until == datetime(2026, 11, 23, 8).timestamp()  # noqa: DTZ001


@pytest.mark.parametrize("cause", Cause, ids=lambda cause: cause.value)
def test_a_second_later_the_reason_is_the_same(cause: Cause) -> None:
    here, _ = HOLDS[cause]
    later = _row(here, active_time=here.row.active_time + 1, reannounce=59, up=0, last_activity=1)
    assert why(replace(here, row=replace(here.row, reannounce=60))) == why(later)


@pytest.mark.parametrize("cause", Cause, ids=lambda cause: cause.value)
def test_what_moves_between_two_looks_makes_no_other_cause(cause: Cause) -> None:
    here, _ = HOLDS[cause]
    row, crowd = here.row, here.crowd
    later = _row(here, known_peers=row.known_peers and row.known_peers + 1, last_activity=3)
    if crowd is not None:
        later = _crowd(
            later,
            connected=crowd.connected + 1,
            extensions=crowd.extensions and crowd.extensions + 1,
            asked=crowd.asked and crowd.asked + 3,
            wanting=crowd.wanting and crowd.wanting + 1,
            traders=crowd.traders and crowd.traders + 1,
            web_seeds=1,
        )
    assert _cause(later) == _cause(here)


def test_a_limit_that_is_high_enough_is_not_to_blame() -> None:
    reason = why(replace(CHOKED, limits=Limits(up=500_000)))
    assert reason is not None
    assert reason.cause is Cause.CHOKED


def test_our_own_address_is_nobody() -> None:
    reason = why(replace(_row(ALONE, known_peers=1), calls=Calls(own=1)))
    assert reason is not None
    assert (reason.cause, reason.doing) == (Cause.NOBODY_THERE, Doing.DOWNLOADING)
