# SPDX-License-Identifier: GPL-3.0-or-later
"""Torrents are found by the names of the files inside, whatever became of the index meanwhile."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starling.engine.fileindex import FileIndex
from starling.engine.finder import Finder
from starling.filequery import matcher
from starling.torrent import File
from tests.helpers import User
from tests.swarm import Swarm

SITA = "s" * 40
NANDU = "n" * 40
LONE = "1" * 40
NAMES = {
    SITA: ("Sita/Sita.mkv", "Sita/Extras/part 9 [2008].zip", "Sita/Subtitles/Español.srt"),
    NANDU: ("Ñandú/CD1/01 Über.flac", "Ñandú/CD2/02 100%.flac", "Ñandú/a_b.txt"),
    LONE: ("debian-13.iso",),
}
BIG = 5_000_000_000


def files(paths: Sequence[str]) -> list[File]:
    """Files of these names; the first one is big."""
    return [File(i, path, BIG if not i else 100 + i, 0, 1) for i, path in enumerate(paths)]


@pytest.fixture
def index(tmp_path: Path) -> Iterator[FileIndex]:
    made = FileIndex(tmp_path / "files.db")
    made.save([(id, 1, files(names)) for id, names in NAMES.items()])
    yield made
    made.close()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("MKV", {SITA}),
        ("espanol", {SITA}),
        ("español", {SITA}),
        ("uber", {NANDU}),
        ("ñandu", {NANDU}),
        ("a", {SITA, NANDU, LONE}),
        ("1", {NANDU, LONE}),
        ("*.flac", {NANDU}),
        ("*.fla", set()),
        ("*.iso", {LONE}),
        ("debian*", {LONE}),
        ("deb??n-13.iso", {LONE}),
        ("ebian*", set()),
        ("sita.*", {SITA}),
        ("0? *.flac", {NANDU}),
        ('"part 9"', {SITA}),
        ('"part 9', {SITA}),
        ('"part 8"', set()),
        ("[2008]", {SITA}),
        ("*[2008]*", {SITA}),
        ("100%", {NANDU}),
        ("a_b", {NANDU}),
        ("axb", set()),
        ("sita srt", {SITA}),
        ("part srt", set()),
        ("cd1 flac 02", set()),
        ("cd2 flac 02", {NANDU}),
        ("sita/extras", {SITA}),
        ("sita/sub*.srt", {SITA}),
        ("*/cd?/*", {NANDU}),
        ("*", {SITA, NANDU, LONE}),
        ("?", set()),
        ("size>4G", {SITA, NANDU, LONE}),
        ("srt size>4G", set()),
        ("srt size:102", {SITA}),
        ("*.txt size=102B", {NANDU}),
        ("ext:srt,iso", {SITA, LONE}),
        ("ext:s*t", set()),
        ("-ext:iso", {SITA, NANDU}),
        ("cd -flac", set()),
        ("' OR 1", set()),
        ("\n", set()),
        ("", set()),
    ],
)
def test_words_and_patterns(index: FileIndex, text: str, found: set[str]) -> None:
    assert index.find(text) == found


PARTS = st.text(st.sampled_from("abÁ.[]1 -*?"), min_size=1, max_size=5)
PATHS = st.lists(st.lists(PARTS, min_size=1, max_size=3).map("/".join), min_size=1, max_size=4)
WORDS = st.sampled_from(["ext:", "size>4g", "size<200", "-", '"', "*.", "a top/"]) | st.text(
    st.sampled_from("abá.[]1*?/ -,"), max_size=4
)


@given(PATHS, st.booleans(), st.lists(WORDS, max_size=4).map("".join))
def test_the_index_finds_what_looking_at_every_file_finds(paths: list[str], in_folder: bool, text: str) -> None:
    lying = files([f"a top/{path}" if in_folder else path for path in paths])
    matches = matcher(text)
    index = FileIndex(Path(":memory:"))
    try:
        index.save([("id", 1, lying)])
        assert bool(index.find(text)) == (matches is not None and any(matches(file.path, file.size) for file in lying))
    finally:
        index.close()


def test_it_keeps_what_it_was_given(index: FileIndex, tmp_path: Path) -> None:
    index.save([(LONE, 2, files(["renamed.iso"]))], gone=[SITA, "unknown"])
    index.close()
    again = FileIndex(tmp_path / "files.db")
    assert again.ids() == {NANDU, LONE}
    assert again.stamp(LONE) == 2
    assert again.find("renamed") == {LONE}
    assert again.find("debian") == again.find("sita") == frozenset()
    again.close()


# -- in the program


def damage_end(file: Path) -> None:
    content = file.read_bytes()
    file.write_bytes(content[:100] + b"\xff" * (len(content) - 100))


def other_version(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[60:64] = b"\0\0\0\7"
    file.write_bytes(content)


def no_file(file: Path) -> None:
    file.unlink()


def a_folder(file: Path) -> None:
    file.unlink()
    (file / "in the way").mkdir(parents=True)


def not_a_database(file: Path) -> None:
    file.write_bytes(b"no database" * 500)


def finder_of(user: User) -> Finder:
    running = user.engine._running
    assert running is not None
    return running.finder


def is_idle(finder: Finder) -> bool:
    return finder._task is None and not finder._due


def finds(user: User, text: str, *ids: str) -> None:
    """Whether the text finds these torrents and no other, as soon as every name is read."""
    user.until(lambda: user.engine.names_read and is_idle(finder_of(user)))
    assert user.run(user.engine.find_files(text)) == set(ids)


@pytest.mark.parametrize("harm", [damage_end, other_version, no_file, a_folder, not_a_database])
def test_a_lost_index_is_made_anew(swarm: Swarm, user: User, harm: Callable[[Path], None]) -> None:
    id = user.adds(swarm.payload(name="set", files={"Ópera/one.flac": 20_000, "two.txt": 10}), start=False)
    finds(user, "opera *.flac", id)
    user.quit()
    harm(user.data_dir / "files.db")
    user.start()
    finds(user, "opera *.flac", id)
    finds(user, "two", id)


def test_an_index_damaged_while_it_is_used_is_made_anew(swarm: Swarm, user: User) -> None:
    id = user.adds(swarm.payload(name="set", files={"one.flac": 20_000}), start=False)
    finds(user, "one", id)
    finder = finder_of(user)

    def harm() -> None:
        with finder._index._db() as db:
            db.execute("DROP TABLE torrents")

    user.run(finder._worker.run(harm))
    user.run(user.engine.find_files("one"))
    finds(user, "one", id)


def test_it_follows_the_torrents(swarm: Swarm, user: User) -> None:
    one = swarm.payload(name="first", files={"Alpha.mkv": 40_000, "b/beta.srt": 10})
    other = swarm.payload(name="alpha too.mkv", files=30_000)
    changes: list[None] = []
    user.engine.names_changed.connect(lambda: changes.append(None))
    first = user.adds(one, start=False)
    finds(user, "alpha", first)
    assert changes
    second = user.adds(other, start=False)
    finds(user, "alpha", first, second)
    finds(user, "*.mkv", first, second)
    user.handle(first).rename_file(0, "first/Gamma.mkv")
    user.until(lambda: first in user.files_changed)
    finds(user, "alpha", second)
    finds(user, "gamma", first)
    user.run(user.engine.remove([second], data=False))
    finds(user, "*.mkv", first)
    user.restart()
    finds(user, "gamma", first)
    finds(user, "alpha")


def test_a_link_s_files_are_found_when_the_metadata_is_there(swarm: Swarm, user: User) -> None:
    payload = swarm.payload(name="linked", files={"deep/inside.ogg": 40_000})
    id = user.adds(payload.magnet)
    finds(user, "inside")
    user.connects(id, swarm.seed(payload))
    user.sees(id, lambda row: row.has_metadata)
    user.until(lambda: id in user.files_changed)
    finds(user, "inside", id)


def test_a_preview_is_not_found(swarm: Swarm, user: User) -> None:
    payload = swarm.payload(name="linked", files={"deep/inside.ogg": 40_000})
    preview = user.previews(payload.magnet)
    user.connects(preview.id, swarm.seed(payload))
    user.until(lambda: user.completed)
    finds(user, "inside")


def test_a_torrent_removed_by_an_older_program_is_not_found(swarm: Swarm, user: User, tmp_path: Path) -> None:
    id = user.adds(swarm.payload(name="set", files={"one.flac": 20_000}), start=False)
    finds(user, "one", id)
    user.quit()
    index = FileIndex(user.data_dir / "files.db")
    index.save([("f" * 40, 1, files(["set/one.mp3"]))])
    index.close()
    user.start()
    finds(user, "one", id)


def test_names_that_are_known_are_not_read_again(swarm: Swarm, user: User) -> None:
    # Two names that differ in case only: libtorrent gives one another name on disk, which is no change either.
    payload = swarm.payload(name="set", files={"one.flac": 20_000, "b\u200dc": 5})
    id = user.adds(payload, start=False)
    finds(user, "one", id)
    user.restart()
    finds(user, "one", id)
    finder = finder_of(user)
    assert user.run(finder._worker.run(lambda: finder._index._db().total_changes)) == 0


def test_a_program_without_torrents_has_read_all_names(user: User) -> None:
    finds(user, "one")
