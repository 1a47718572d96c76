# SPDX-License-Identifier: GPL-3.0-or-later
"""Playing from the start: the file comes in the order in which it is played, and leaves nothing behind."""

from collections.abc import Callable, Iterator

import pytest

from starling.engine import playing, skipping
from starling.engine.media import MediaReader
from starling.engine.pieces import Pieces
from starling.engine.playing import Playing
from starling.playback import Playback
from starling.torrent import Priority, State
from tests.helpers import User
from tests.media.films import film
from tests.swarm import Payload, Swarm, Version

PIECE = 16_384


class Watcher:
    """Somebody who plays files."""

    def __init__(self, user: User) -> None:
        self.user = user
        engine = user.engine
        self.told: list[Playback] = []
        self.pieces = Pieces(engine.details, lambda records: None)
        self.reader = MediaReader(engine._records, engine.details, self.pieces)
        self.playing = Playing(
            engine.details, self.pieces, self.reader, engine.contents.bring, engine.start, self.told.append
        )

    def hears(self, accept: Callable[[Playback], object]) -> Playback:
        """Waits until it was told something."""
        self.user.until(lambda: any(accept(one) for one in self.told))
        return next(one for one in self.told if accept(one))

    def leaves(self) -> None:
        """Quits."""
        self.user.run(self.playing.close())
        self.user.run(self.reader.close())


@pytest.fixture
def watcher(user: User, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watcher]:
    monkeypatch.setattr(playing, "TURN", 0.05)
    monkeypatch.setattr(playing, "WINDOW", 20 * PIECE)
    monkeypatch.setattr(playing, "START", 10 * PIECE)
    monkeypatch.setattr(playing, "AHEAD", 0.0)
    monkeypatch.setattr(playing, "FIRST", 0.0)
    made = Watcher(user)
    yield made
    made.leaves()


@pytest.fixture
def payload(swarm: Swarm) -> Payload:
    return swarm.payload(
        version=Version.V1,
        piece_size=PIECE,
        files={"a.bin": 1_000_000, "film.mp4": film(2_000_000), "z.bin": 1_000_000},
    )


def priorities(user: User, id: str) -> list[int]:
    return list(user.handle(id).get_piece_priorities())


def paths(payload: Payload, *indices: int) -> set[str]:
    return {payload.files[index].path for index in indices}


def test_film_can_be_played_long_before_it_is_whole(
    swarm: Swarm, user: User, watcher: Watcher, payload: Payload
) -> None:
    seed = swarm.seed(payload, up=300_000)
    id = user.adds(payload)
    user.connects(id, seed)
    watcher.playing.play(id, 1)
    ready = watcher.hears(lambda one: one.playable)
    assert 10 * PIECE <= ready.contiguous < ready.size / 2
    assert (ready.wait, ready.ended, ready.whole) == (0.0, False, False)
    assert ready.buffered == pytest.approx(ready.contiguous / ready.size * 3.0, rel=0.01)
    assert ready.path == str(user.downloads / payload.files[1].path)
    assert (user.downloads / payload.files[1].path).stat().st_size == ready.size
    with open(ready.path, "rb") as here, (payload.root / payload.files[1].path).open("rb") as right:  # noqa: PTH123
        assert here.read(ready.contiguous) == right.read(ready.contiguous)
    assert user.sees(id, lambda row: row.done).done < payload.size / 2
    early = [one for one in watcher.told if not one.playable]
    assert all(one.contiguous <= ready.contiguous for one in early)
    seed.limit()
    done = watcher.hears(lambda one: one.ended)
    assert (done.whole, done.playable) == (True, True)
    user.sees(id, State.SEEDING)
    assert payload.arrives(user.downloads) == ()
    assert watcher.playing.index(id) is None


def test_stopping_leaves_nothing_behind(swarm: Swarm, user: User, watcher: Watcher, payload: Payload) -> None:
    id = user.adds(payload, priorities={0: Priority.SKIP, 2: Priority.HIGH}, sequential=True)
    before = priorities(user, id)
    watcher.playing.play(id, 1)
    watcher.hears(lambda one: not one.ended)
    user.until(lambda: sum(priority == 7 for priority in priorities(user, id)) > 20)
    user.sees(id, lambda row: row.sequential)
    watcher.playing.stop(id)
    last = watcher.hears(lambda one: one.ended)
    assert (last.playable, last.whole) == (False, False)
    record = user.engine._records.get(id)
    assert record is not None
    user.run(watcher.playing.close())
    user.run(watcher.pieces.want_headers(record, ()))
    user.until(lambda: priorities(user, id) == before)
    assert user.sees(id, lambda row: row.sequential).sequential


def test_skipped_film_is_wanted_when_it_is_played(swarm: Swarm, user: User, watcher: Watcher, payload: Payload) -> None:
    id = user.adds(payload, priorities=dict.fromkeys(range(3), Priority.SKIP))
    user.connects(id, swarm.seed(payload))
    watcher.playing.play(id, 1)
    assert watcher.hears(lambda one: one.ended).whole
    assert user.priorities(id) == [Priority.SKIP, Priority.NORMAL, Priority.SKIP]
    user.until(lambda: payload.verify(user.downloads, skip=paths(payload, 0, 2)) == ())


def test_paused_torrent_starts_and_stays_paused_later(
    swarm: Swarm, user: User, watcher: Watcher, payload: Payload
) -> None:
    id = user.adds(payload, start=False)
    watcher.playing.play(id, 1)
    user.sees(id, lambda row: not row.paused)
    user.engine.pause([id])
    user.sees(id, lambda row: row.paused)
    count = len(watcher.told)
    user.until(lambda: len(watcher.told) > count + 3)
    assert user.sees(id, lambda row: row.paused).paused


def test_another_file_of_the_torrent_takes_over(swarm: Swarm, user: User, watcher: Watcher, payload: Payload) -> None:
    id = user.adds(payload)
    watcher.playing.play(id, 1)
    watcher.hears(lambda one: one.index == 1)
    watcher.playing.play(id, 2)
    watcher.hears(lambda one: one.index == 2)
    assert watcher.playing.index(id) == 2
    assert [one.ended for one in watcher.told if one.index == 1][-1]
    first = (payload.files[0].size + payload.files[1].size) // PIECE
    user.until(lambda: set(priorities(user, id)[first : first + 20]) == {7})
    assert priorities(user, id)[first - 100] == Priority.NORMAL, "the window of the first file is still there"


def test_playing_ends_when_the_file_is_skipped(swarm: Swarm, user: User, watcher: Watcher, payload: Payload) -> None:
    id = user.adds(payload)
    watcher.playing.play(id, 1)
    watcher.hears(lambda one: not one.ended)
    user.sets_priorities(id, {1: Priority.SKIP})
    last = watcher.hears(lambda one: one.ended)
    assert not last.playable
    user.until(lambda: watcher.playing.index(id) is None)
    inner = range(1_000_000 // PIECE + 1, 3_000_000 // PIECE)
    user.until(lambda: {priorities(user, id)[piece] for piece in inner} == {0})


def test_playing_ends_with_the_torrent(swarm: Swarm, user: User, watcher: Watcher, payload: Payload) -> None:
    id = user.adds(payload)
    watcher.playing.play(id, 1)
    watcher.hears(lambda one: not one.ended)
    user.run(user.engine.remove([id], data=False))
    watcher.hears(lambda one: one.ended)
    user.until(lambda: watcher.playing.index(id) is None)


def test_file_that_is_not_there_is_refused(swarm: Swarm, user: User, watcher: Watcher, payload: Payload) -> None:
    id = user.adds(payload)
    watcher.playing.play(id, 7)
    user.hears("no file 7")


def test_what_was_put_aside_is_played_where_it_belongs(
    swarm: Swarm, user: User, watcher: Watcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    payload = swarm.payload(version=Version.V1, piece_size=PIECE, files={"a.bin": 50_000, "b.bin": 3_000_000})
    seed = swarm.seed(payload, up=400_000)
    id = user.adds(payload, sequential=True)
    user.connects(id, seed)
    # Enough of it, and its last piece, which is waited for too.
    user.handle(id).set_piece_deadline(payload.pieces - 1, 0)
    user.sees(id, lambda row: row.done > 50_000 + 20 * PIECE)
    lies = user.downloads / payload.files[1].path
    monkeypatch.setattr(skipping, "MOMENT", 0.0)
    user.sets_priorities(id, {1: Priority.SKIP})
    user.until(lambda: not lies.exists())
    # It would come back long after the test.
    monkeypatch.setattr(skipping, "MOMENT", 60.0)
    record = user.engine._records.get(id)
    assert record is not None
    lock = user.engine.contents.lock(record)
    user.run(lock.acquire())
    watcher.playing.play(id, 1)
    user.until(lambda: len(watcher.told) > 3)
    assert not any(seen.playable or lies.exists() for seen in watcher.told)
    lock.release()
    watcher.hears(lambda seen: seen.playable)
    assert lies.exists()
