# SPDX-License-Identifier: GPL-3.0-or-later
"""Media facts of torrents: headers come first, only from wanted files, and nothing that is in a file does harm."""

import asyncio
import random
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from starling.engine import media as reading
from starling.engine.media import MediaReader
from starling.engine.pieces import Pieces
from starling.media.prober import Probe, Prober, Question
from starling.torrent import Media, Priority, Ready
from tests.helpers import User
from tests.media.films import SAMPLES, film, sample
from tests.swarm import Payload, Swarm, Version

HANGING = [sys.executable, "-c", "import time; print('{\"ready\": true}', flush=True); time.sleep(600)"]


class Viewer:
    """Somebody who looks at the files of a torrent."""

    def __init__(self, user: User, prober: Prober | None = None) -> None:
        self.user = user
        self.pieces = Pieces(user.engine.details, lambda records: None)
        self.reader = MediaReader(user.engine._records, user.engine.details, self.pieces, prober)

    def sees(self, id: str, accept: Callable[[Mapping[int, Media]], object]) -> Mapping[int, Media]:
        """Looks until what is shown is as wanted."""

        async def look() -> Mapping[int, Media]:
            while not accept(found := await self.reader.media(id)):  # noqa: ASYNC110  (as a tab does)
                await asyncio.sleep(0.02)
            return found

        return self.user.run(look())

    def looks(self, id: str) -> Mapping[int, Media]:
        """Looks once."""
        return self.user.run(self.reader.media(id))

    def leaves(self) -> None:
        """Quits."""
        self.user.run(self.reader.close())


@pytest.fixture
def viewers(user: User) -> Iterator[Callable[..., Viewer]]:
    made: list[Viewer] = []

    def make(prober: Prober | None = None) -> Viewer:
        made.append(Viewer(user, prober))
        return made[-1]

    yield make
    for viewer in made:
        viewer.leaves()


@pytest.fixture
def viewer(viewers: Callable[..., Viewer]) -> Viewer:
    return viewers()


def headers(index: int) -> Callable[[Mapping[int, Media]], bool]:
    return lambda found: index in found and found[index].headers


def make(swarm: Swarm, files: Mapping[str, int | bytes], piece_size: int = 16_384) -> Payload:
    return swarm.payload(version=Version.V1, piece_size=piece_size, files=files)


def index_of(payload: Payload, name: str) -> int:
    return next(i for i, file in enumerate(payload.files) if file.path.endswith(name))


def priorities(user: User, id: str) -> list[int]:
    return list(user.handle(id).get_piece_priorities())


def test_headers_and_index_come_first(swarm: Swarm, user: User, viewer: Viewer) -> None:
    payload = make(swarm, {"a.bin": 2_000_000, "film.mp4": film(2_000_000), "z.bin": 2_000_000})
    seed = swarm.seed(payload, up=200_000)
    id = user.adds(payload)
    at = index_of(payload, "film.mp4")
    assert viewer.looks(id) == {}
    user.connects(id, seed)
    found = viewer.sees(id, headers(at))
    assert user.sees(id, lambda row: row.done).done < payload.size / 2
    size = payload.files[at].size
    assert found == {at: Media(round(size / 3), 320, 180, 3.0, ("AVC", "AAC"), Ready.NO, headers=True)}
    assert viewer.looks(id) is found


def test_nothing_of_a_skipped_film_is_fetched_for_its_headers(swarm: Swarm, user: User, viewer: Viewer) -> None:
    payload = make(swarm, {"a.mp4": film(300_000), "b.mp4": film(300_000), "c.mp4": film(300_000)})
    id = user.adds(payload, priorities={1: Priority.SKIP})
    viewer.looks(id)
    raised = [piece for piece, priority in enumerate(priorities(user, id)) if priority == 7]
    skipped = range(324_000 // 16_384 + 1, 647_000 // 16_384)
    assert raised
    assert not set(raised) & set(skipped)
    assert {priorities(user, id)[piece] for piece in skipped} == {0}


def test_raised_pieces_outlive_a_change_of_priorities(swarm: Swarm, user: User, viewer: Viewer) -> None:
    payload = make(swarm, {"a.mkv": 300_000, "b.mkv": 300_000})
    id = user.adds(payload)
    viewer.looks(id)
    before = [piece for piece, priority in enumerate(priorities(user, id)) if priority == 7]
    assert before == [0, 1, 2, 3, 17, 18, 19, 20, 21, 22, 35, 36]
    user.sets_priorities(id, {0: Priority.LOW, 1: Priority.SKIP})
    record = user.engine._records.get(id)
    assert record is not None
    user.run(viewer.pieces.apply(record))
    expected = [7 if piece in {0, 1, 2, 3, 17, 18} else 1 if piece < 19 else 0 for piece in range(37)]
    user.until(lambda: priorities(user, id) == expected)
    user.run(viewer.pieces.want_headers(record, ()))
    user.until(lambda: priorities(user, id) == [1] * 19 + [0] * 18)


def test_first_and_last_pieces_stay_where_headers_do_not(swarm: Swarm, user: User, viewer: Viewer) -> None:
    payload = make(swarm, {"a.mkv": 300_000, "b.bin": 300_000})
    id = user.adds(payload)
    record = user.engine._records.get(id)
    assert record is not None
    viewer.looks(id)
    record.first_last = True
    user.run(viewer.pieces.apply(record, edges=True))
    assert [i for i, p in enumerate(priorities(user, id)) if p == 7] == [0, 1, 2, 3, 17, 18, 36]
    user.run(viewer.pieces.want_headers(record, ()))
    assert [i for i, p in enumerate(priorities(user, id)) if p == 7] == [0, 18, 36]
    record.first_last = False
    user.run(viewer.pieces.apply(record, edges=True))
    assert set(priorities(user, id)) == {4}


def test_facts_outlive_a_rename_and_end_with_the_torrent(swarm: Swarm, user: User, viewer: Viewer) -> None:
    payload = make(swarm, {"film.mkv": sample("film.mkv"), "poster.png": sample("poster.png"), "read me.txt": 100})
    id = user.owns(payload)
    found = viewer.sees(id, lambda found: len(found) == 2)
    record = user.engine._records.get(id)
    assert record is not None
    user.handle(id).rename_file(0, f"{payload.name}/movie.mkv")
    user.until(lambda: id in user.files_changed)
    record.files = None
    assert viewer.looks(id) == found
    user.run(user.engine.remove([id], data=False))
    assert "not in the list" in user.refused(viewer.reader.media(id))
    again = user.adds(payload, priorities=dict.fromkeys(range(3), Priority.SKIP))
    assert viewer.looks(again) == {}
    assert list(viewer.reader._books) == [again]


def test_what_can_not_be_understood_is_said_to_have_failed(
    swarm: Swarm, user: User, viewer: Viewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "ONCE_MORE", 0.0)
    noise = random.Random("noise").randbytes(200_000)
    crash = (SAMPLES.parent / "harmful" / "crash.ts").read_bytes()
    payload = make(swarm, {"a.mkv": noise, "b.ts": crash, "c.png": sample("poster.png"), "d.mp4": 0})
    id = user.owns(payload)
    found = viewer.sees(id, lambda found: len(found) == 3)
    by_name = {Path(file.path).name: found.get(i) for i, file in enumerate(payload.files)}
    failed = Media(headers=True, failed=True)
    picture = Media(width=320, height=180, headers=True)
    assert by_name == {"a.mkv": failed, "b.ts": failed, "c.png": picture, "d.mp4": None}
    assert viewer.reader._books[id].pending == {}


def test_file_that_left_the_disk_is_not_held_against_it(
    swarm: Swarm, user: User, viewer: Viewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "AGAIN", 0.0)
    payload = make(swarm, {"film.mkv": sample("film.mkv"), "a.bin": 10})
    id = user.owns(payload)
    path = user.downloads / next(file.path for file in payload.files if file.path.endswith("mkv"))
    aside = path.rename(user.folder / "aside.mkv")
    assert viewer.looks(id) == {}
    user.until(lambda: not viewer.reader._working)
    assert viewer.looks(id) == {}
    aside.rename(path)
    viewer.sees(id, len)


def test_a_whole_file_is_read_once_more_before_it_has_failed(
    swarm: Swarm, user: User, viewer: Viewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "ONCE_MORE", 0.0)
    payload = make(swarm, {"film.mkv": sample("film.mkv"), "a.bin": 10})
    at = index_of(payload, "film.mkv")
    id = user.owns(payload)
    path = user.downloads / payload.files[at].path
    path.write_bytes(bytes(path.stat().st_size))
    assert viewer.looks(id) == {}
    user.until(lambda: not viewer.reader._working)
    path.write_bytes(sample("film.mkv"))
    found = viewer.sees(id, len)
    assert not found[at].failed
    assert found[at].duration


def test_what_failed_is_read_again_under_another_name(
    swarm: Swarm, user: User, viewer: Viewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "ONCE_MORE", 0.0)
    payload = make(swarm, {"film.mkv": sample("film.mkv"), "a.bin": 10})
    at = index_of(payload, "film.mkv")
    id = user.owns(payload)
    path = user.downloads / payload.files[at].path
    path.write_bytes(bytes(path.stat().st_size))
    assert viewer.sees(id, len)[at].failed
    path.write_bytes(sample("film.mkv"))
    user.run(user.engine.contents.rename(id, payload.files[at].path, f"{payload.name}/movie.mkv"))
    assert viewer.sees(id, lambda found: found and not found[at].failed)[at].duration


def test_file_on_which_reading_hangs_is_read_twice(
    swarm: Swarm, user: User, viewers: Callable[..., Viewer], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "ONCE_MORE", 0.0)
    viewer = viewers(Prober(HANGING, patience=0.3))
    id = user.owns(make(swarm, {"film.mkv": sample("film.mkv"), "a.bin": 10}))
    turns = 0

    async def count() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0.01)

    counting = user.loop.create_task(count())
    found = viewer.sees(id, len)
    counting.cancel()
    assert list(found.values()) == [Media(headers=True, failed=True)]
    assert turns > 10, "the program stood still meanwhile"
    assert viewer.reader._books[id].pending == {}
    viewer.looks(id)
    assert viewer.reader._prober.pid is None


def test_quitting_does_not_wait_for_a_file_that_hangs(swarm: Swarm, user: User, viewers: Callable[..., Viewer]) -> None:
    viewer = viewers(Prober(HANGING, patience=600))
    id = user.owns(make(swarm, {"film.mkv": sample("film.mkv"), "a.bin": 10}))
    viewer.looks(id)
    user.until(lambda: viewer.reader._prober.pid)
    viewer.leaves()
    assert viewer.reader._prober.pid is None


def test_process_ends_when_nobody_looks(
    swarm: Swarm, user: User, viewer: Viewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "IDLE", 0.0)
    id = user.owns(make(swarm, {"film.mkv": sample("film.mkv"), "a.bin": 10}))
    viewer.sees(id, len)
    user.until(lambda: viewer.reader._prober.pid is None)


def test_many_files_are_looked_at_in_turns(
    swarm: Swarm, user: User, viewer: Viewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "LOOKED_AT", 7)
    monkeypatch.setattr(reading, "AT_ONCE", 3)
    payload = make(swarm, {f"{number:03}.png": sample("poster.png") for number in range(40)})
    id = user.adds(payload)
    assert viewer.looks(id) == {}
    assert sum(priority == 7 for priority in priorities(user, id)) <= 6
    user.connects(id, swarm.seed(payload))
    found = viewer.sees(id, lambda found: len(found) == 40)
    assert {media.width for media in found.values()} == {320}


def test_files_on_the_screen_come_first(
    swarm: Swarm, user: User, viewer: Viewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "AT_ONCE", 1)
    payload = make(swarm, {f"{number}.png": 30_000 for number in range(9)})
    id = user.adds(payload)
    user.run(viewer.reader.media(id, (6,)))
    raised = [piece for piece, priority in enumerate(priorities(user, id)) if priority == 7]
    assert raised == list(range(180_000 // 16_384, 210_000 // 16_384 + 1))


def test_headers_of_a_torrent_nobody_looks_at_come_no_sooner(
    swarm: Swarm, user: User, viewer: Viewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = user.adds(make(swarm, {"a.mp3": 200_000, "b.mp3": 200_000}))
    viewer.looks(id)
    user.until(lambda: 7 in priorities(user, id))
    monkeypatch.setattr(reading, "LEFT", 0.0)
    viewer.reader._look_round()
    user.until(lambda: 7 not in priorities(user, id))
    assert viewer.reader._leaving is None
    viewer.looks(id)
    user.until(lambda: 7 in priorities(user, id))


def test_few_torrents_are_remembered_and_what_was_raised_for_others_is_lowered(
    swarm: Swarm, user: User, viewer: Viewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "BOOKS", 2)
    ids = [user.adds(swarm.payload(files={"a.mp3": 200_000}, name=name, version=Version.V1)) for name in "xyz"]
    for id in (ids[0], ids[1], ids[0], ids[2]):
        viewer.looks(id)
    assert list(viewer.reader._books) == [ids[0], ids[2]]
    user.until(lambda: [7 in priorities(user, id) for id in ids] == [True, False, True])


def test_file_that_gets_a_name_of_another_kind_while_it_is_read_does_no_harm(swarm: Swarm, user: User) -> None:
    go = threading.Event()

    class Slow(Prober):
        def probe(self, question: Question) -> Probe:
            go.wait(20)
            return super().probe(question)

    viewer = Viewer(user, Slow())
    id = user.owns(make(swarm, {"a.mp3": sample("song.mp3"), "b.mp3": sample("song.mp3")}))
    try:
        viewer.looks(id)
        user.run(user.engine.contents.rename(id, user.run(user.engine.details.files(id))[0].path, "a.bin"))
        viewer.looks(id)
        go.set()
        assert list(viewer.sees(id, headers(1))) == [1]
    finally:
        go.set()
        viewer.leaves()
