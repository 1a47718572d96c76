# SPDX-License-Identifier: GPL-3.0-or-later
"""A changed mind about files is exact: every byte on disk, in the part file and on its way to others."""

from collections.abc import Callable

import libtorrent as lt
import pytest

from starling.engine import engine, skipping
from starling.torrent import SessionState
from tests.engine.skipcase import (
    EMPTY,
    HIGH,
    IN_FOLDER,
    NORMAL,
    SIZES,
    SKIP,
    SLOW,
    TINY,
    A,
    B,
    Case,
    D,
    begins,
    tree,
)
from tests.helpers import User
from tests.swarm import Swarm, Version


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody changes their mind here within a moment, but where a test is about that."""
    monkeypatch.setattr(skipping, "MOMENT", 0.2)
    monkeypatch.setattr(engine, "_TICK_MS", 100)


EVERY_VERSION = pytest.mark.parametrize("begin", list(Version), ids=lambda version: version.value, indirect=True)


@pytest.fixture
def begin(request: pytest.FixtureRequest, swarm: Swarm, user: User) -> Callable[..., Case]:
    """See `begins`."""

    def begun(*skipped: int, up: int = SLOW) -> Case:
        return begins(swarm, user, getattr(request, "param", Version.V1), *skipped, up=up)

    return begun


@EVERY_VERSION
def test_skipped_from_the_start_during_the_download_and_there_and_back(begin: Callable[..., Case]) -> None:
    case = begin(D, TINY)
    case.is_begun(B)
    before = sum(case.have())
    case.sets(B=SKIP)
    case.rests()
    assert case.path(B) not in case.on_disk()
    case.sets(B=NORMAL)
    case.rests()
    assert sum(case.have()) >= before
    case.is_begun(IN_FOLDER)
    case.sets(IN_FOLDER=SKIP, EMPTY=SKIP)
    case.finishes()
    assert {path.split("/", 2)[2] for path in tree(case.user.data_dir / "parts" / "aside")} == {"e/f.bin"}
    case.is_exact({D, TINY, IN_FOLDER, EMPTY})


def test_wanted_after_all_during_the_download(begin: Callable[..., Case]) -> None:
    case = begin(B, TINY, EMPTY)
    case.is_begun(A)
    case.sets(B=NORMAL, TINY=HIGH, EMPTY=NORMAL)
    case.finishes()
    case.is_exact(())


def test_quick_changes_end_as_the_last_one_says(begin: Callable[..., Case]) -> None:
    case = begin()
    case.is_begun(B)
    for wish in (SKIP, NORMAL, SKIP, NORMAL, SKIP):
        case.user.engine.contents.set_priorities(case.id, {case.indices[B]: wish})
    case.user.until(lambda: case.user.handle(case.id).get_file_priorities()[case.indices[B]] == SKIP)
    case.finishes()
    case.is_exact({B})


def test_wanted_after_all_once_the_rest_is_complete(begin: Callable[..., Case]) -> None:
    case = begin(B, TINY, up=0)
    case.finishes()
    case.sets(B=NORMAL, TINY=NORMAL)
    case.user.sees(case.id, lambda row: row.size == case.payload.size)
    case.finishes()
    case.is_exact(())


def test_complete_file_stays_when_it_is_skipped(begin: Callable[..., Case]) -> None:
    case = begin(up=0)
    case.finishes()
    case.sets(B=SKIP, TINY=SKIP, EMPTY=SKIP)
    case.rests()
    case.is_exact({EMPTY})
    case.sets(B=NORMAL, TINY=NORMAL, EMPTY=NORMAL)
    case.rests()
    case.is_exact(())


def test_everything_skipped_in_mid_download_leaves_whole_files_only(begin: Callable[..., Case]) -> None:
    case = begin()
    case.is_begun(B)
    case.sets(A=SKIP, B=SKIP, TINY=SKIP, D=SKIP, IN_FOLDER=SKIP, EMPTY=SKIP, H=SKIP)
    case.rests()
    assert case.on_disk().keys() == {case.path(n) for n in range(len(SIZES)) if n != EMPTY and is_whole(case, n)}
    case.user.restart()
    case.sets(A=NORMAL, B=NORMAL, TINY=NORMAL, D=NORMAL, IN_FOLDER=NORMAL, EMPTY=NORMAL, H=NORMAL)
    case.user.sees(case.id, lambda row: row.size == case.payload.size)
    case.finishes()
    case.is_exact(())


def is_whole(case: Case, number: int) -> bool:
    done = case.user.handle(case.id).file_progress(lt.torrent_handle.piece_granularity)
    return bool(done[case.indices[number]] >= case.payload.files[number].size)


def test_lost_part_file_costs_its_pieces_and_no_more(begin: Callable[..., Case]) -> None:
    case = begin(B, up=0)
    case.finishes()
    before = case.have()
    case.user.quit()
    (part_file,) = (case.user.data_dir / "parts").glob(".*.parts")
    part_file.unlink()
    case.user.session = SessionState()
    case.user.start()
    case.user.sees(case.id, lambda row: row.done)
    # The pieces at both ends of the file that was skipped: what is not here is not claimed.
    assert sum(before) - sum(case.have()) == 2
    case.serves_all_it_has()
    case.finishes()
    assert case.have() == before
    case.is_exact({B})


def test_quitting_within_the_moment_puts_aside_at_once(
    begin: Callable[..., Case], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(skipping, "MOMENT", 60.0)
    case = begin()
    case.is_begun(B)
    case.sets(B=SKIP)
    assert (case.user.downloads / case.path(B)).exists()
    case.user.quit()
    assert not (case.user.downloads / case.path(B)).exists()
