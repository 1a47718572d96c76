# SPDX-License-Identifier: GPL-3.0-or-later
"""Unfinished files end in ".part" on disk, nobody sees it, and nothing that is somebody else's is touched."""

import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import libtorrent as lt
import pytest

from starling import settings
from starling.engine import engine, skipping, suffix, suffixing
from starling.torrent import State
from tests.engine.skipcase import EMPTY, NORMAL, SIZES, SKIP, SLOW, B, Case, begins, tree
from tests.helpers import User, hermetic
from tests.swarm import Swarm, Version

ON = {settings.downloads.PART_SUFFIX: True}
OFF = {settings.downloads.PART_SUFFIX: False}


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_TICK_MS", 100)
    monkeypatch.setattr(skipping, "MOMENT", 0.2)
    monkeypatch.setattr(suffixing, "SETTLED", 0.1)
    monkeypatch.setattr(suffixing, "LATER", 0.2)


@pytest.fixture
def begin(swarm: Swarm, users: Callable[..., User]) -> Callable[..., Case]:
    """A torrent of a user whose unfinished files end in .part, see `begins`."""
    return lambda *skipped, version=Version.V1: begins(swarm, users(chosen=ON).start(), version, *skipped, up=700_000)


def names(case: Case) -> set[str]:
    """Of all files: they are not read, for they may be on their way to another name."""
    top = case.user.downloads
    return {Path(folder, name).relative_to(top).as_posix() for folder, _, names in os.walk(top) for name in names}


def shown(case: Case) -> list[str]:
    return list(case.user.run(case.user.engine.details.files(case.id)).paths)


def is_begun(case: Case, number: int, ending: str = ".part") -> None:
    """Waits until some of a file's pieces are on disk under its name with this ending, and not all."""
    index, size = case.indices[number], case.payload.files[number].size
    handle = case.user.handle(case.id)

    def begun() -> bool:
        handle.flush_cache()
        done = handle.file_progress(lt.torrent_handle.piece_granularity)[index]
        assert done < size
        return done > 0 and case.path(number) + ending in names(case)

    case.user.until(begun)


def held_on(case: Case) -> None:
    """Nothing more comes."""
    case.seed.limit(up=1)
    case.user.engine.pause([case.id])
    case.user.sees(case.id, State.PAUSED)
    handle = case.user.handle(case.id)
    case.user.until(lambda: handle.flush_cache() or not handle.get_peer_info())

    def named() -> bool:
        done = handle.file_progress(lt.torrent_handle.piece_granularity)
        whole = (number for number, index in enumerate(case.indices) if done[index] == case.payload.files[number].size)
        return names(case).isdisjoint(case.path(number) + ".part" for number in whole)

    # What was completed last may still have to lose its ending.
    case.user.until(named)


def are(case: Case, expected: Iterable[str]) -> None:
    case.user.until(lambda: names(case) == set(expected))


@pytest.mark.parametrize("version", [Version.HYBRID, Version.V2])
def test_a_file_ends_in_part_until_it_is_complete_and_nobody_sees_it(
    begin: Callable[..., Case], version: Version
) -> None:
    case = begin(version=version)
    plain = [case.path(number) for number in range(len(SIZES))]
    is_begun(case, B)
    assert case.path(B) not in names(case)
    assert case.path(EMPTY) + ".part" not in names(case)
    assert shown(case) == plain
    assert case.user.run(case.user.engine.find_files("part")) == frozenset()
    assert case.user.run(case.user.engine.find_files("b.bin")) == {case.id}
    places = case.user.run(case.user.engine.contents.on_disk(case.id, case.indices))
    assert places[case.indices[B]] == case.path(B) + ".part"
    assert case.user.handle(case.id).torrent_file().name() == case.payload.name
    case.finishes()
    are(case, plain)
    case.rests()
    assert shown(case) == plain
    assert case.on_disk() == case.expected(())


def test_switching_renames_what_is_there_both_ways_and_a_restart_finds_it(begin: Callable[..., Case]) -> None:
    case = begin()
    is_begun(case, B)
    held_on(case)
    there = names(case)
    unfinished = {path for path in there if path.endswith(".part")}
    plain = {path.removesuffix(".part") for path in there}
    assert case.path(B) + ".part" in unfinished
    done = case.have()
    case.user.changes(OFF)
    are(case, plain)
    case.user.changes(ON)
    are(case, there)
    case.rests()
    case.user.restart()
    case.user.sees(case.id, State.PAUSED)
    case.user.until(lambda: case.have() == done)
    assert names(case) == there
    # Changed while the program does not run.
    case.user.quit()
    case.user.config = hermetic(case.user.folder, case.user.address, OFF, {})
    case.user.start()
    are(case, plain)
    case.user.until(lambda: case.have() == done)
    case.user.engine.start([case.id])
    case.finishes()
    assert case.on_disk() == case.expected(())


def test_skipped_wanted_again_renamed_and_moved(
    begin: Callable[..., Case], tmp_path: Path, second_volume: Path
) -> None:
    case = begin()
    is_begun(case, B)
    case.sets(B=SKIP)
    kept = case.user.data_dir / "parts/aside" / case.id / case.path(B)
    case.user.until(kept.exists)
    case.rests()
    assert not any("b.bin" in name for name in names(case))
    case.sets(B=NORMAL)
    case.user.until(lambda: case.path(B) + ".part" in names(case))
    assert case.path(B) not in names(case)
    case.rests()
    folder = case.payload.name
    long = f"{folder}/deep/{'n' * 247}.bin"
    case.user.run(case.user.engine.contents.rename(case.id, case.path(B), long))
    assert long in names(case)
    case.user.run(case.user.engine.contents.rename(case.id, long, f"{folder}/deep/new.bin"))
    case.user.until(lambda: f"{folder}/deep/new.bin.part" in names(case))
    assert not names(case) & {case.path(B), case.path(B) + ".part", long, f"{folder}/deep/new.bin"}
    assert f"{folder}/deep/new.bin" in shown(case)
    for target in (tmp_path / "other", second_volume):
        case.user.run(case.user.engine.relocation.move([case.id], str(target)))
        assert f"{folder}/deep/new.bin.part" in tree(target)
        assert names(case) == set()
    case.finishes()
    case.user.until(lambda: not any(path.endswith(".part") for path in tree(second_volume)))
    assert f"{folder}/deep/new.bin" in tree(second_volume)
    assert sorted(tree(second_volume).values()) == sorted(case.expected(()).values())


def test_removed_with_its_data_and_back(begin: Callable[..., Case]) -> None:
    case = begin()
    is_begun(case, B)
    held_on(case)
    (case.user.downloads / "mine.txt").write_text("mine")
    there = names(case)
    case.user.run(case.user.engine.remove([case.id], data=True))
    assert names(case) == {"mine.txt"}
    assert case.user.run(case.user.engine.bin.undo()).troubles == ()
    case.user.sees(case.id, State.PAUSED)
    assert names(case) == there
    case.user.changes(OFF)
    are(case, {path.removesuffix(".part") for path in there})
    (case.user.downloads / "mine.txt").unlink()
    case.user.engine.start([case.id])
    case.finishes()
    assert case.on_disk() == case.expected(())


def test_single_file_and_a_magnet_link(swarm: Swarm, users: Callable[..., User]) -> None:
    user = users(chosen=ON).start()
    payload = swarm.payload(files=600_000, name="film.mkv", version=Version.V1, piece_size=32_768)
    seed = swarm.seed(payload, up=SLOW)
    id = user.adds(f"magnet:?xt=urn:btih:{payload.id}&x.pe={seed.address[0]}:{seed.address[1]}")
    user.connects(id, seed)
    user.until(lambda: user.handle(id).flush_cache() or "film.mkv.part" in tree(user.downloads))
    assert set(tree(user.downloads)) == {"film.mkv.part"}
    (user.downloads / "mine.txt").write_text("mine")
    user.run(user.engine.remove([id], data=True))
    # The folder of all downloads is not the torrent's.
    assert set(tree(user.downloads)) == {"mine.txt"}
    assert user.run(user.engine.bin.undo()).troubles == ()
    user.sees(id)
    assert user.torrent(id).name == "film.mkv"
    seed.limit()
    user.connects(id, seed)
    user.sees(id, State.SEEDING)
    user.until(lambda: set(tree(user.downloads)) == {"film.mkv", "mine.txt"})
    assert payload.arrives(user.downloads) == ()


def test_damage_brings_it_back_but_not_to_what_was_there_before(swarm: Swarm, users: Callable[..., User]) -> None:
    user = users(chosen=ON).start()
    payload = swarm.payload(
        name="T", files={"ours.bin": 200_000, "theirs.bin": 200_000}, version=Version.V1, piece_size=32_768
    )
    folder = user.downloads / "T"
    folder.mkdir()
    shutil.copy(payload.root / "T/theirs.bin", folder)
    seed = swarm.seed(payload)
    id = user.downloads_all(payload, seed)
    user.until(lambda: set(tree(user.downloads)) == {"T/ours.bin", "T/theirs.bin"})
    seed.kill()
    for name in ("ours.bin", "theirs.bin"):
        with (folder / name).open("r+b") as file:
            file.seek(100_000)
            file.write(b"damage")
    user.engine.recheck([id])
    user.until(lambda: set(tree(user.downloads)) == {"T/ours.bin.part", "T/theirs.bin"})
    user.connects(id, swarm.seed(payload))
    user.sees(id, State.SEEDING)
    user.until(lambda: set(tree(user.downloads)) == {"T/ours.bin", "T/theirs.bin"})
    assert payload.arrives(user.downloads) == ()


def test_what_is_somebody_elses_is_neither_taken_nor_written_over(swarm: Swarm, users: Callable[..., User]) -> None:
    user = users(chosen=ON).start()
    sizes = {"a.bin": 90_000, "b.bin": 90_000, "b.bin.PART": 90_000, "c.bin": 90_000}
    payload = swarm.payload(name="T", files=sizes, version=Version.V1, piece_size=16_384)
    folder = user.downloads / "T"
    folder.mkdir()
    (folder / "a.bin.part").write_text("another client's")
    id = user.adds(payload)
    places = user.run(user.engine.contents.on_disk(id, range(len(sizes))))
    # What has no room for the suffix goes without.
    assert sorted(places.values()) == sorted(["T/a.bin", "T/b.bin", "T/b.bin.PART.part", "T/c.bin.part"])
    user.connects(id, swarm.leech(payload, have=[18]))  # of c.bin
    user.until(lambda: user.handle(id).flush_cache() or (folder / "c.bin.part").exists())
    (folder / "c.bin").write_text("mine")
    user.connects(id, swarm.seed(payload))
    user.sees(id, State.SEEDING)
    user.hears("is in the way", "c.bin")
    assert (folder / "c.bin").read_text() == "mine"
    assert (folder / "a.bin.part").read_text() == "another client's"
    (folder / "c.bin").unlink()
    user.until((folder / "c.bin").exists)
    (folder / "a.bin.part").unlink()
    assert set(tree(user.downloads)) == {file.path for file in payload.files}
    assert payload.arrives(user.downloads) == ()


def test_it_goes_from_the_folder_of_unfinished_ones_without_the_suffix(
    swarm: Swarm, users: Callable[..., User], tmp_path: Path
) -> None:
    begun = tmp_path / "incomplete"
    user = users(chosen={**ON, settings.downloads.INCOMPLETE_FOLDER: str(begun)}).start()
    payload = swarm.payload(name="T", files={"a.bin": 300_000, "b.bin": 90_000}, version=Version.V1)
    seed = swarm.seed(payload, up=SLOW)
    id = user.adds(payload)
    user.connects(id, seed)
    user.until(lambda: user.handle(id).flush_cache() or "T/a.bin.part" in tree(begun))
    seed.limit()
    user.sees(id, State.SEEDING, lambda torrent: torrent.save_path == str(user.downloads))
    user.until(lambda: set(tree(user.downloads)) == {"T/a.bin", "T/b.bin"})
    assert (payload.verify(user.downloads), tree(begun)) == ((), {})


def test_two_torrents_that_save_the_same_file_go_without(swarm: Swarm, users: Callable[..., User]) -> None:
    user = users(chosen=ON).start()
    sizes = {"a.bin": 200_000, "b.bin": 200_000}
    one = swarm.payload(name="T", files=sizes, version=Version.V1, piece_size=16_384)
    other = swarm.payload(name="T", files=sizes, version=Version.V1, piece_size=32_768)
    first, second = user.adds(one), user.adds(other)
    places = [user.run(user.engine.contents.on_disk(id, [0])) for id in (first, second)]
    assert places == [{0: "T/a.bin.part"}, {0: "T/a.bin"}]
    # Nor does the second get it when it is looked at once more.
    user.changes(OFF)
    user.until(lambda: user.run(user.engine.contents.on_disk(first, [0])) == {0: "T/a.bin"})
    user.changes(ON)
    user.engine.recheck([first, second])
    user.run(user.engine.remove([second], data=False))
    user.engine.recheck([first])
    user.until(lambda: user.run(user.engine.contents.on_disk(first, [0])) == {0: "T/a.bin.part"})


def test_files_that_were_finished_elsewhere_are_found_where_their_owner_says(
    begin: Callable[..., Case], tmp_path: Path
) -> None:
    case = begin()
    is_begun(case, B)
    held_on(case)
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(case.payload.root / case.payload.name, elsewhere / case.payload.name)
    case.user.run(case.user.engine.relocation.adopt([case.id], str(elsewhere)))
    case.user.sees(case.id, lambda torrent: torrent.complete)
    assert tree(elsewhere) == case.expected(())


def test_a_file_that_lost_its_suffix_unseen_is_known_again(begin: Callable[..., Case]) -> None:
    case = begin()
    is_begun(case, B)
    held_on(case)
    case.rests()
    done = case.have()
    case.user.quit()
    place = case.user.downloads / case.path(B)
    place.with_name("b.bin.part").rename(place)
    case.user.start()
    case.user.sees(case.id, State.PAUSED)
    case.user.until(place.with_name("b.bin.part").exists)
    assert (case.have(), place.exists()) == (done, False)


def test_a_player_gets_the_name_on_disk(begin: Callable[..., Case]) -> None:
    case = begin()
    is_begun(case, B)
    index = case.indices[B]
    seen = []
    case.user.engine.playing_changed.connect(seen.append)
    case.user.engine.playing.play(case.id, index)
    case.user.until(lambda: seen)
    assert seen[0].path == f"{case.user.downloads}/{case.path(B)}.part"
    case.seed.limit()
    case.user.until(lambda: seen[-1].ended)
    case.user.until(lambda: case.path(B) in names(case))


@pytest.mark.parametrize("path", ["a.bin", "folder/a.bin", "x/y/a.part", "a", ".part", "ünï/ä", "folder.part/x"])
def test_the_mark_is_seen_and_seen_through(path: str) -> None:
    marked = suffix.marked(path)
    assert suffix.is_marked(marked)
    assert not suffix.is_marked(path)
    assert not suffix.is_marked(path + ".part")
    assert suffix.plain(marked) == path
    assert suffix.on_disk(marked) == path + ".part"
    assert (suffix.plain(path), suffix.on_disk(path)) == (path, path)


def test_torrents_that_share_a_folder_get_it_all_the_same_but_for_what_both_have(
    swarm: Swarm, users: Callable[..., User]
) -> None:
    user = users(chosen=ON).start()
    first = {"a.bin": 50_000, "b.bin": 50_000, "c.bin.part": 50_000}
    second = {"b.bin": 60_000, "c.bin": 50_000, "d.bin": 50_000}
    for files, wanted in (
        (first, {"T/a.bin.part", "T/b.bin.part", "T/c.bin.part.part"}),
        (second, {"T/b.bin", "T/c.bin", "T/d.bin.part"}),
    ):
        id = user.adds(swarm.payload(files=files, name="T", version=Version.V1))
        assert set(user.run(user.engine.contents.on_disk(id, range(3))).values()) == wanted
