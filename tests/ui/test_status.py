# SPDX-License-Identifier: GPL-3.0-or-later
"""How states read: always a word, a shape and a colour."""

import pytest

from starling.torrent import Problem, State, Torrent
from starling.ui import status, torrents
from starling.ui.theme import Token


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
