# SPDX-License-Identifier: GPL-3.0-or-later
"""How states read: always a word, a shape and a colour."""

import pytest

from starling.goals import Aim, Goal, Part, Reached
from starling.schedule import Mode, Stretch
from starling.torrent import Problem, State, Torrent
from starling.ui import status, torrents
from starling.ui.theme import Token
from starling.why.reason import Cause, Doing, Evidence, Reason


def torrent(state: State, **facts: object) -> Torrent:
    return Torrent(id="1" * 40, name="x", state=state, **facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        (torrent(State.DOWNLOADING), "Downloading"),
        (torrent(State.SEEDING, up=1), "Seeding"),
        (torrent(State.SEEDING), "Seeding, nobody asks"),
        (torrent(State.FINISHED, unmoved="/x is a file."), "Complete, but not moved: /x is a file."),
        (torrent(State.STALLED), "Stalled: no peers"),
        (torrent(State.STALLED, peers=4, seeds=1), "Stalled: 5 peers, none sends"),
        (torrent(State.METADATA, peers=3), "Finding details, 3 peers"),
        (torrent(State.QUEUED, queue=0), "Queued, number 1"),
        (torrent(State.QUEUED), "Queued"),
        (torrent(State.ERROR, problem=Problem.DISK_FULL, error="Disk full on /data."), "Disk full on /data."),
    ],
)
def test_words(shown: Torrent, words: str) -> None:
    assert status.words(shown) == words


CHOKED = Reason(Cause.CHOKED_BY_LIMIT, Evidence(count=5, limit=5_000), doing=Doing.DOWNLOADING)
UNANSWERED = Reason(Cause.METADATA_UNANSWERED, Evidence(count=3), doing=Doing.DETAILS)
SEARCHING = Reason(Cause.SEARCHING, doing=Doing.DETAILS)
FULL = Reason(Cause.DISK_FULL, Evidence(path="/data", size=1_200_000_000))
IDLE = Reason(Cause.NOBODY_WANTS, Evidence(count=3), doing=Doing.SEEDING)


@pytest.mark.parametrize(
    ("shown", "words", "token"),
    [
        (torrent(State.STALLED, why=CHOKED, peers=5), "Stalled: 5 peers choke us", Token.WARN),
        (torrent(State.METADATA, why=UNANSWERED), "Finding details: 3 peers, none has given it", Token.WARN),
        (torrent(State.METADATA, why=SEARCHING), "Finding details: asking for peers", Token.TEXT),
        (torrent(State.QUEUED, why=Reason(Cause.QUEUED, Evidence(of=1))), "Queued, 1st in line", Token.MUTED),
        (
            torrent(State.QUEUED, why=Reason(Cause.SCHEDULE), wait=Stretch(Mode.SEEDING)),
            "Waiting: seeding only",
            Token.MUTED,
        ),
        (torrent(State.ERROR, why=FULL, error="Disk full on /data: free 1.2 GB."), "Disk full on /data", Token.ERR),
        (torrent(State.SEEDING, why=IDLE), "Seeding, 3 peers want nothing", Token.TEXT),
        (torrent(State.SEEDING, why=IDLE, up=5_000), "Seeding", Token.TEXT),
        (torrent(State.SEEDING, peers=5), "Seeding", Token.TEXT),
        (torrent(State.DOWNLOADING, why=CHOKED), "Downloading", Token.TEXT),
        (torrent(State.FINISHED, why=IDLE, unmoved="No."), "Complete, but not moved: No.", Token.WARN),
    ],
)
def test_why_it_does_not_move(shown: Torrent, words: str, token: Token) -> None:
    assert (status.words(shown), status.token(shown)) == (words, token)


def test_the_tip_has_the_evidence_and_a_screen_reader_says_it() -> None:
    column = next(column for column in torrents.columns() if column.key == "status")
    stuck = torrent(State.STALLED, why=CHOKED)
    assert column.tooltip is not None
    assert column.description is not None
    assert "5" in column.tooltip(stuck)
    assert "kB/s" in column.tooltip(stuck)
    assert column.description(stuck) == column.tooltip(stuck)
    assert status.tip(torrent(State.PAUSED, why=Reason(Cause.PAUSED))) == ""
    goal = Goal(ratio=1.0)
    reached = Aim(goal, reached=Reached(goal, (Part.RATIO,)))
    both = torrent(State.SEEDING, why=IDLE, goal=reached)
    assert status.tip(both).startswith(f"{status.why(both)}\n")


def test_every_state_has_a_word_a_shape_of_its_own_and_a_colour() -> None:
    all_of_them = [torrent(state, error="Broken.") for state in State]
    assert all(status.words(t) for t in all_of_them)
    assert len({status.icon(t).name for t in all_of_them}) == len(State)
    assert all(isinstance(status.token(t), Token) and isinstance(status.bar(t), Token) for t in all_of_them)


def test_the_bar_of_a_complete_torrent_is_green_unless_it_failed() -> None:
    assert status.bar(torrent(State.PAUSED, size=5, done=5)) is Token.OK
    assert status.bar(torrent(State.ERROR, size=5, done=5)) is Token.ERR


def test_columns_have_keys_of_their_own_and_say_nothing_of_what_is_unknown() -> None:
    columns = torrents.columns()
    assert len({column.key for column in columns}) == len(columns)
    bare = torrent(State.METADATA, has_metadata=False)
    said = {column.key: column.text(bare) for column in columns if column.text(bare)}
    assert said == {"name": "x", "status": "Finding details, 0 peers"}


def test_idle_numbers_stay_empty_and_known_ones_are_paired() -> None:
    cells = {column.key: column for column in torrents.columns()}
    idle = torrent(State.SEEDING, size=1, done=1)
    assert (cells["down"].text(idle), cells["seeds"].text(idle)) == ("", "")
    busy = torrent(State.SEEDING, size=1, done=1, seeds=7, swarm_seeds=34)
    assert cells["seeds"].text(busy) == "7 / 34"
    assert cells["seeds"].spoken is not None
    assert cells["seeds"].spoken(busy) == "7 connected of 34"
