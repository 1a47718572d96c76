# SPDX-License-Identifier: GPL-3.0-or-later
"""What the Pieces tab asks: blocks on their way in a real swarm, who holds a piece, and what libtorrent forgets."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from starling.engine import pieceprogress
from starling.engine.pieceinfo import SHARED
from starling.engine.pieceprogress import COSTLY, WINDOW, PieceProgress, Progresses
from starling.pieces import Block, Partial, Pieces
from tests.helpers import User
from tests.swarm import Payload, Swarm, Version

KIB = 1024
HERE = {Block.RECEIVED, Block.WRITTEN}
"""libtorrent keeps blocks in memory until the disk is ready for them: which of the two is its own business."""


@pytest.fixture
def payload(swarm: Swarm) -> Payload:
    """Four pieces of 16 blocks, and a shorter one."""
    files = {"a.bin": 700 * KIB, "b.bin": 400 * KIB + 100}
    return swarm.payload(name="Pieces", files=files, piece_size=256 * KIB, version=Version.V1)


def looked_at(user: User, id: str) -> Pieces:
    found = user.run(user.engine.details.pieces(id))
    assert found is not None
    return found


def test_blocks_are_seen_on_their_way(user: User, swarm: Swarm, payload: Payload) -> None:
    id = user.adds(payload)
    seed = swarm.seed(payload, up=60_000)
    looked_at(user, id)
    user.connects(id, seed)

    def moving() -> Partial | None:
        return next((p for p in looked_at(user, id).partials if HERE & {*p.blocks} and p.rate), None)

    user.until(moving)
    partial = moving()
    assert partial is not None
    assert len(partial.blocks) == len(partial.filled) == -(-partial.size // (16 * KIB))
    assert Block.REQUESTED in partial.blocks
    here = [fill for fill, block in zip(partial.filled, partial.blocks, strict=True) if block in HERE]
    assert set(here) == {255}
    assert len(here) * 16 * KIB <= partial.done < partial.size
    assert partial.peers == (f"{seed.ip}:{seed.port}",)
    assert partial.begun, "it was seen to begin"
    assert partial.rate < 400_000
    pieces = looked_at(user, id)
    assert pieces.map.count == len(pieces.priorities) == payload.pieces
    assert set(pieces.priorities) == {4}
    assert set(pieces.map.copies) == {1}
    assert {p.index for p in pieces.partials} == set(pieces.map.in_flight)
    live = {p.index: p for p in user.run(user.engine.details.partials(id))}
    assert live[partial.index].since == partial.since


def test_the_last_blocks_are_asked_of_several(user: User, swarm: Swarm) -> None:
    payload = swarm.payload(name="End", files=64 * KIB, piece_size=64 * KIB, version=Version.V1)
    id = user.adds(payload)
    user.connects(id, swarm.seed(payload, up=8_000), swarm.seed(payload, up=8_000))
    user.until(lambda: any(Block.REQUESTED_TWICE in p.blocks for p in looked_at(user, id).partials))
    twice = next(p for p in looked_at(user, id).partials)
    assert len(twice.peers) == 2


def test_a_piece_says_its_files_and_who_has_it(user: User, swarm: Swarm, payload: Payload) -> None:
    id = user.adds(payload, save_path=str(user.downloads))
    size = payload.piece_size
    partly = swarm.leech(payload, have=[2, 3])
    user.connects(id, partly)
    user.sees(id, lambda torrent: torrent.peers == 1)
    user.until(lambda: looked_at(user, id).map.copies == bytes([0, 0, 1, 1, 0]))
    about = user.run(user.engine.details.piece(id, 2, size))
    assert about is not None
    assert [holder.address for holder in about.holders] == [f"{partly.ip}:{partly.port}"]
    assert about.unasked == 0
    assert [(part.path, part.start, part.end) for part in about.parts] == [
        ("Pieces/a.bin", 512 * KIB, 700 * KIB),
        ("Pieces/b.bin", 0, 68 * KIB),
    ]
    lonely = user.run(user.engine.details.piece(id, 4, size))
    assert lonely is not None
    assert lonely.holders == ()
    assert lonely.size == payload.size - 4 * size
    assert user.run(user.engine.details.piece(id, 5, size)) is None
    assert user.run(user.engine.details.piece(id, -1, size)) is None
    hits = user.run(user.engine.details.hit(id, bytes([1, 1, 0, 0, 1]), size))
    assert [(hit.path, hit.pieces, hit.size) for hit in hits] == [
        ("Pieces/a.bin", 2, 512 * KIB),
        ("Pieces/b.bin", 1, payload.size - 4 * size),
    ]


def test_skipped_files_leave_their_pieces_at_no_priority(user: User, payload: Payload) -> None:
    id = user.adds(payload, priorities={1: 0}, start=False)
    user.until(lambda: list(looked_at(user, id).priorities) == [4, 4, 4, 0, 0])


def test_before_the_metadata_there_are_no_pieces(user: User, payload: Payload) -> None:
    id = user.adds(payload.magnet)
    assert user.run(user.engine.details.pieces(id)) is None
    assert user.run(user.engine.details.partials(id)) == ()
    assert user.run(user.engine.details.piece(id, 0, 1)) is None


def piece(done: int, index: int = 7) -> Partial:
    return Partial(index=index, size=1000, blocks=b"\1", filled=b"\0", done=done)


def test_the_rate_is_that_of_the_last_seconds() -> None:
    progress = PieceProgress()
    rates = [progress.note([piece(second * 100)], 1000.0 + second)[0].rate for second in range(8)]
    assert rates == [0] + [100] * 7
    still = [progress.note([piece(700)], 1008.0 + second)[0].rate for second in range(int(WINDOW) + 1)]
    assert still == sorted(still, reverse=True)
    assert still[-1] == 0


def test_only_what_was_seen_to_begin_has_begun() -> None:
    progress = PieceProgress()
    assert not progress.note([piece(5)], 100.0)[0].begun
    first, second = progress.note([piece(5), piece(0, 8)], 101.0)
    assert (first.since, first.begun, second.since, second.begun) == (100.0, False, 101.0, True)
    later = progress.note([piece(9), piece(0, 9)], 160.0)
    assert [(p.since, p.begun, p.rate) for p in later] == [(100.0, False, 0), (160.0, False, 0)], "nobody looked"


def test_a_piece_that_failed_begins_anew() -> None:
    progress = PieceProgress()
    for second, done in enumerate((0, 500, 1000)):
        progress.note([replace(piece(done), blocks=bytes([Block.WRITTEN, Block.RECEIVED]))], 100.0 + second)
    again = progress.note([piece(16)], 103.0)[0]
    assert again == replace(piece(16), since=103.0, begun=True, rate=0)


def test_a_block_that_a_peer_left_behind_does_not_make_a_piece_younger() -> None:
    progress = PieceProgress()
    for second, done in enumerate((0, 500, 900)):
        progress.note([piece(done)], 100.0 + second)
    less = progress.note([piece(200)], 103.0)[0]
    assert (less.since, less.begun, less.rate) == (100.0, False, 0)
    assert progress.note([piece(300)], 104.0)[0].rate == 100


def test_who_comes_back_within_ten_minutes_finds_pieces_as_old_as_they_are() -> None:
    progress = PieceProgress()
    progress.note([piece(5)], 100.0)
    progress.note([piece(5), piece(0, 8)], 101.0)
    back = progress.note([piece(9), piece(0, 8)], 701.0)
    assert [(p.since, p.begun) for p in back] == [(100.0, False), (101.0, True)]
    late = progress.note([piece(9)], 1302.0)[0]
    assert (late.since, late.begun) == (1302.0, False), "it may be another try"


def test_one_look_is_shared_and_a_dear_one_is_not_repeated_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [1000.0]
    monkeypatch.setattr(pieceprogress, "time", SimpleNamespace(monotonic=lambda: clock[0], time=lambda: clock[0]))
    progress = PieceProgress()
    assert progress.latest(SHARED) is None
    first = progress.keep([piece(100)], {7: 100}, COSTLY / 2)
    clock[0] += SHARED / 2
    assert progress.latest(SHARED) is first, "whoever asks in the same second gets the same"
    assert progress.latest(0.0) is None, "it costs little: whoever wants to know asks anew"
    clock[0] += SHARED
    assert progress.latest(SHARED) is None
    dear = progress.keep([piece(200)], {7: 200}, 0.192)
    clock[0] += 9.5
    assert progress.latest(0.0) is dear
    clock[0] += 0.2
    assert progress.latest(SHARED) is None
    after = progress.keep([piece(1170), piece(0, 8)], {}, 0.192)
    assert [(p.rate, p.begun) for p in after.partials] == [(100, False), (0, True)], "nobody looked away"


def test_all_who_ask_share_what_is_in_progress(user: User, swarm: Swarm, payload: Payload) -> None:
    id = user.adds(payload)
    user.connects(id, swarm.seed(payload, up=60_000))
    # So that the answer stays whatever comes meanwhile.
    progress = user.engine.details._progresses.of(id)
    user.until(lambda: user.run(user.engine.details.partials(id)))
    progress.keep([], {}, 10.0)
    assert user.run(user.engine.details.partials(id)) == ()
    assert looked_at(user, id).partials == ()
    facts = user.run(user.engine.details.facts(id))
    assert facts.pieces is not None
    assert (facts.pieces.in_flight, facts.unverified) == ((), 0)


def test_few_torrents_are_remembered() -> None:
    progresses = Progresses()
    first = progresses.of("first")
    assert progresses.of("first") is first
    for number in range(20):
        progresses.of(str(number))
    assert progresses.of("first") is not first
