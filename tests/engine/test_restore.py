# SPDX-License-Identifier: GPL-3.0-or-later
"""Quit and come back: everything is as it was, and nothing is hashed again that is known to be right."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import fields

import libtorrent as lt
import pytest

from starling.engine import keeper, sources
from starling.goals import Goal
from starling.options import Options
from starling.torrent import Problem, State, Torrent
from tests.helpers import User
from tests.swarm import Payload, Swarm, Version

PASSING = {
    *("state", "active_time", "seeding_time", "last_activity", "down", "up", "reannounce", "tracker"),
    *("tracker_failing", "seeds", "peers", "swarm_seeds", "swarm_peers", "known_peers", "availability", "eta"),
    *("session_downloaded", "session_uploaded", "uploaded", "ratio", "last_seen_complete", "wasted"),
}
"""What belongs to the moment and not to the torrent."""


def lasting(row: Torrent) -> dict[str, object]:
    return {field.name: getattr(row, field.name) for field in fields(row) if field.name not in PASSING}


def test_everything_is_as_it_was(swarm: Swarm, user: User) -> None:
    tracker = swarm.tracker("udp")
    whole, part = swarm.payload(name="whole", trackers=[tracker.url]), swarm.payload(name="part", comment="why")
    ids = [
        user.downloads_all(whole, swarm.seed(whole), labels=("done", "ä"), name="Mine"),
        user.adds(swarm.payload(name="waiting"), start=False, sequential=True),
        user.adds(part, first_last=True, priorities={0: 0, 4: 7}),
        user.adds("magnet:?xt=urn:btih:" + "ab" * 20 + "&dn=no+metadata&tr=udp://127.0.0.1:1/announce"),
    ]
    user.connects(ids[2], swarm.seed(part, up=50_000))
    user.sees(ids[2], lambda row: row.done > 50_000)
    user.engine.pause([ids[2]])
    user.sees(ids[2], State.PAUSED, lambda row: not row.seeds)
    user.until(lambda: user.queue() == ids[1:])
    before = {id: (lasting(user.torrent(id)), user.priorities(id), set(user.trackers(id))) for id in ids}
    user.restart()
    for id in ids:
        user.sees(id, lambda row, id=id: lasting(row) == before[id][0])
        assert (user.priorities(id), set(user.trackers(id))) == before[id][1:]
    assert user.queue() == ids[1:]
    assert user.run(user.engine.details.facts(ids[2])).comment == "why"
    assert (user.torrent(ids[0]).name, user.torrent(ids[0]).state) == ("Mine", State.SEEDING)


@pytest.mark.parametrize("version", list(Version), ids=lambda version: version.value)
def test_nothing_is_hashed_again(swarm: Swarm, user: User, version: Version) -> None:
    payload = swarm.payload(version=version)
    id = user.owns(payload)
    user.quit()
    payload.spoil(user.downloads, [0, 1])
    # Of the right size and modified: only hashing would tell.
    user.start()
    assert user.sees(id, State.SEEDING).done == payload.size


def verified_pieces(user: User, id: str) -> int:
    """Of those that have the full size: the last one may be shorter."""
    pieces = user.run(user.engine.details.facts(id)).pieces
    return pieces.have[:-1].count(1) if pieces else 0


def test_quit_in_mid_download_goes_on_where_it_was(swarm: Swarm, user: User) -> None:
    payload = swarm.payload(files=2_000_000, version=Version.V1)
    seed = swarm.seed(payload, up=400_000)
    id = user.adds(payload)
    user.connects(id, seed)
    user.until(lambda: verified_pieces(user, id) > 10)
    verified = verified_pieces(user, id)
    user.quit()
    user.start()
    resumed = user.sees(id, State.DOWNLOADING)
    # Blocks of pieces that are not whole yet count as done, and may be asked for again.
    assert resumed.done >= verified * payload.piece_size
    seed.limit()
    user.connects(id, seed)
    row = user.sees(id, State.SEEDING)
    assert row.downloaded < 2_000_000 + 10 * payload.piece_size
    assert payload.arrives(user.downloads) == ()


def test_metadata_that_a_magnet_found_is_kept(swarm: Swarm, user: User) -> None:
    payload = swarm.payload()
    id = user.adds(payload.magnet)
    user.connects(id, swarm.seed(payload))
    user.sees(id, State.SEEDING)
    row = user.restart().sees(id, State.SEEDING)
    assert (row.name, row.hash_v1, row.hash_v2) == (payload.name, payload.hash_v1, payload.hash_v2)


@pytest.mark.parametrize("complete", [True, False], ids=["complete", "incomplete"])
def test_vanished_files_pause_the_torrent_instead_of_being_loaded_again(
    swarm: Swarm, user: User, complete: bool
) -> None:
    payload = swarm.payload(version=Version.V1)
    payload.prefill(user.downloads, range(payload.pieces if complete else payload.pieces // 2))
    id = user.adds(payload)
    user.sees(id, State.SEEDING if complete else State.DOWNLOADING, lambda row: row.done > 200_000)
    user.quit()
    away = user.downloads.with_name("not mounted")
    user.downloads.rename(away)
    user.downloads.mkdir()
    user.start()
    row = user.sees(id, State.ERROR, lambda row: row.paused)
    assert (row.problem, row.paused) == (Problem.MISSING_FILES, True)
    assert "put it back" in row.error
    assert not any(file.stat().st_size for file in user.downloads.rglob("*") if file.is_file())
    # And again, as long as they are away; what is stored of their progress does not change.
    user.restart().sees(id, State.ERROR)
    user.quit()
    shutil.rmtree(user.downloads)
    away.rename(user.downloads)
    row = user.start().sees(id, State.SEEDING if complete else State.DOWNLOADING)
    assert (row.problem, row.paused) == (Problem.NONE, False)
    assert row.done == payload.size if complete else row.done > 200_000


def test_changes_to_a_torrent_whose_files_vanished_are_kept(swarm: Swarm, user: User) -> None:
    payload = swarm.payload(version=Version.V1)
    id = user.owns(payload)
    user.quit()
    away = user.downloads.with_name("not mounted")
    user.downloads.rename(away)
    user.start().sees(id, State.ERROR)
    user.sets_priorities(id, {0: 0})
    user.engine.set_sequential([id], True)
    user.restart().sees(id, State.ERROR)
    assert (user.priorities(id)[0], user.torrent(id).sequential) == (0, True)
    user.quit()
    shutil.rmtree(user.downloads, ignore_errors=True)
    away.rename(user.downloads)
    row = user.start().sees(id, lambda row: row.state in (State.SEEDING, State.FINISHED))
    assert (row.paused, row.sequential, user.priorities(id)[0]) == (False, True, 0)
    assert sum(user.handle(id).status().pieces) == payload.pieces


def test_vanished_files_put_back_while_the_program_runs(swarm: Swarm, user: User) -> None:
    payload = swarm.payload(version=Version.V1)
    id = user.owns(payload)
    user.quit()
    away = user.downloads.with_name("not mounted")
    user.downloads.rename(away)
    user.start().sees(id, State.ERROR)
    shutil.rmtree(user.downloads, ignore_errors=True)
    away.rename(user.downloads)
    user.engine.start([id])
    row = user.sees(id, State.SEEDING)
    assert (row.problem, row.done) == (Problem.NONE, payload.size)


def test_vanished_files_are_loaded_again_when_started(swarm: Swarm, user: User) -> None:
    payload = swarm.payload(version=Version.V1)
    seed = swarm.seed(payload)
    id = user.downloads_all(payload, seed)
    user.quit()
    payload_folder = user.downloads / payload.name
    payload_folder.rename(user.folder / "gone for good")
    user.start().sees(id, State.ERROR)
    user.engine.start([id])
    user.sees(id, State.DOWNLOADING)
    user.connects(id, seed)
    user.sees(id, State.SEEDING)
    assert payload.arrives(user.downloads) == ()


def test_torrent_without_a_byte_yet_is_no_error(user: User, swarm: Swarm) -> None:
    id = user.adds(swarm.payload())
    row = user.restart().sees(id, State.DOWNLOADING)
    assert row.problem is Problem.NONE


def test_row_that_cannot_be_read_is_kept_and_named(swarm: Swarm, user: User) -> None:
    good, bad = user.adds(swarm.payload(name="good")), user.adds(swarm.payload(name="bad"), name="My film")
    user.quit()
    with closing(sqlite3.connect(user.data_dir / "starling.db")) as database, database:
        database.execute("UPDATE torrents SET resume = X'6465adbeef' WHERE id = ?", (bad,))
    user.start()
    user.hears("My film", "can't be restored")
    assert list(user.engine.torrents) == [good]
    user.quit()
    assert sorted(user.stored()) == sorted([good, bad])


def test_row_that_libtorrent_refuses_is_kept_and_named(user: User, swarm: Swarm) -> None:
    good, bad = user.adds(swarm.payload(name="good")), user.adds(swarm.payload(name="bad"))
    user.quit()
    empty = lt.add_torrent_params()
    empty.save_path = str(user.downloads)
    with closing(sqlite3.connect(user.data_dir / "starling.db")) as database, database:
        resume = bytes(lt.write_resume_data_buf(empty))
        database.execute("UPDATE torrents SET resume = ?, info = NULL, name = 'Lost' WHERE id = ?", (resume, bad))
    user.finish(user.launch())
    user.hears("Lost")
    user.until(lambda: list(user.engine.torrents) == [good])
    user.quit()
    assert sorted(user.stored()) == sorted([good, bad])


def test_dht_state_that_cannot_be_read_is_forgotten(user: User, swarm: Swarm) -> None:
    id = user.adds(swarm.payload())
    user.quit()
    with closing(sqlite3.connect(user.data_dir / "starling.db")) as database, database:
        database.execute("INSERT OR REPLACE INTO meta (key, value) VALUES ('session', X'ff00ff00')")
    assert id in user.start().engine.torrents


def test_restoring_writes_nothing_that_was_known(user: User, swarm: Swarm) -> None:
    for name in "abc":
        user.adds(swarm.payload(name=name), start=False)
    user.restart()
    keeper = user.engine._running.keeper
    assert user.queue()
    assert keeper._batch.positions == {}


def payloads(swarm: Swarm, count: int) -> list[Payload]:
    return [swarm.payload(files=1000, name=f"{number:02}") for number in range(count)]


def test_queue_keeps_its_order_over_many_starts(user: User, swarm: Swarm) -> None:
    ids = [user.adds(payload, start=False) for payload in payloads(swarm, 8)]
    order = [ids[place] for place in (3, 1, 4, 0, 5, 7, 2, 6)]
    for id in order:
        user.run(bottom(user, id))
    user.until(lambda: user.queue() == order)
    for _ in range(3):
        user.restart()
        user.until(lambda: user.queue() == order)


async def bottom(user: User, id: str) -> None:
    from starling.torrent import QueueMove

    user.engine.queue.move([id], QueueMove.BOTTOM)


def test_whatever_can_be_added_can_be_restored() -> None:
    pieces = 2_100_000  # more than libtorrent reads where it is told nothing else
    info = {b"name": b"big", b"piece length": 16384, b"length": 16384 * pieces, b"pieces": bytes(20 * pieces)}
    added = sources.parse_buffer(lt.bencode({b"info": info}), "big.torrent")
    section, id = added.ti.info_section(), sources.id_of(sources.hashes_of(added))
    added.ti = None
    found = keeper.restore(id, keeper.encode(added), section)
    assert found.ti.num_pieces() == pieces


@pytest.mark.parametrize("version", [Version.V1, Version.HYBRID], ids=lambda version: version.value)
@pytest.mark.parametrize("paused", [False, True])
def test_check_that_was_cut_short_is_done_again(
    swarm: Swarm, users: Callable[..., User], version: Version, paused: bool
) -> None:
    user = users(checking_mem_usage=1, hashing_threads=1).start()
    payload = swarm.payload(files=200 << 20, version=version, piece_size=1 << 20)
    id = user.owns(payload)
    if paused:
        user.engine.pause([id])
        user.sees(id, State.FINISHED)
    user.engine.recheck([id])
    user.sees(id, State.CHECKING, lambda row: 0 < row.progress < 0.6)
    user.quit()
    user.start()
    row = user.sees(id, lambda row: row.state is not State.CHECKING and row.progress == 1)
    assert row.paused == paused
    user.quit()
    payload.spoil(user.downloads, [0])
    # What was found is stored, and not looked for once more.
    assert user.start().sees(id, State.FINISHED if paused else State.SEEDING).progress == 1


def test_what_a_torrent_was_told_survives_a_restart_and_unreadable_words_do_no_harm(swarm: Swarm, user: User) -> None:
    told, garbled = user.adds(swarm.payload()), user.adds(swarm.payload(name="b"))
    record = user.engine._records.get(told)
    assert record is not None
    record.options = Options(Goal(ratio=2.0, every=True), "/somewhere")
    running = user.engine._running
    assert running is not None
    running.keeper.options(record)
    user.quit()
    with closing(sqlite3.connect(user.data_dir / "starling.db")) as db, db:
        db.execute("UPDATE torrents SET options = '{' WHERE id = ?", (garbled,))
    user.start()
    again = {id: user.engine._records.get(id) for id in (told, garbled)}
    assert {id: found and found.options for id, found in again.items()} == {told: record.options, garbled: Options()}
