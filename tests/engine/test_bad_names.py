# SPDX-License-Identifier: GPL-3.0-or-later
"""Names that strangers chose badly, or too well: every file is shown for what it is and lies where it is shown."""

import hashlib
import os
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import libtorrent as lt
import pytest
from PySide6.QtWidgets import QApplication

from starling.spelling import shown
from starling.torrent import File, State, Torrent
from starling.ui.files.columns import dialog_columns
from starling.ui.files.tree import FileTree
from tests.helpers import User
from tests.swarm import Payload, Swarm, Version

PIECE = 16_384
LONG = "ñ" * 127
"""254 bytes."""


@dataclass(frozen=True)
class Entry:
    """A file of a torrent, its name as the bytes that stand there."""

    parts: tuple[bytes, ...]
    size: int = 1_000
    more: Mapping[bytes, Any] = field(default_factory=dict)


def named(*parts: str | bytes, size: int = 1_000, **more: Any) -> Entry:
    raw = tuple(part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass") for part in parts)
    return Entry(raw, size, {key.replace("_", " ").encode(): value for key, value in more.items()})


BAD = [
    named("two\nlines\x1b[31m.txt"),
    named("del\x7f\x85ete"),
    named("photo\u202egpj.exe"),
    named("\u2066isolated\u2069"),
    named("\u200f"),
    named("zero\u200bwidth\ufeff"),
    named("\u200d"),
    named("soft\u00adhyphen \u2028 \U000e0067"),
    named("👩\u200d🚀.webp"),
    named("e\u0301.txt"),
    named("\u00e9.txt"),
    named("Z̷͉̏a̴̛͇l̵͍̈g̶̗͠o̸̲͋"),
    named("y" * 255),
    named(LONG + "x"),
    named("x" * 300 + ".mkv", size=900),
    named("x" * 301 + ".mkv", size=901),
    named(LONG * 2, LONG * 3 + ".srt"),
    named("CON"),
    named("aux.h", "NUL.txt"),
    named("dot."),
    named("dots...", "space "),
    named(" lead"),
    named("   "),
    named('C:x?*<>|"'),
    named("~"),
    named("-rf"),
    named("a.txt", size=300),
    named("A.TXT", size=301),
    named("A.1.txt", size=302),
    named("both", "below", size=401),
    named("BOTH", "Below", size=402),
    named("..", "..", "up"),
    named("...", "x"),
    named("/etc/passwd"),
    named("a/../../b"),
    named("back\\..\\..\\slash"),
    named("nul\0byte"),
    named("e", ".", "e"),
    named(b"bad\xff\xfe.bin"),
    named("half\ud800 a pair"),
    named(*["d"] * 40, "deep"),
    named("empty", size=0),
]
"""At most one of each in a folder, which is all that a v2 torrent can hold."""
TWINS = [
    named("twin", size=500),
    named("twin", size=501),
    named("twin.1", size=502),
    named("twin", "inside", size=503),
    named("", "nameless"),
    named("e", "", "e2"),
    named("."),
    named("both"),
    named("Case/", size=600),
    named("case", "inside", size=601),
    named(".pad", "77", size=77, attr=b"p"),
    named("after the gap"),
]


def content(index: int, entry: Entry) -> bytes:
    return random.Random(index).randbytes(entry.size)


def v1(name: bytes, entries: Sequence[Entry]) -> dict[bytes, Any]:
    data = b"".join(
        bytes(entry.size) if entry.more.get(b"attr") == b"p" else content(index, entry)
        for index, entry in enumerate(entries)
    )
    return {
        b"name": name,
        b"piece length": PIECE,
        b"pieces": b"".join(hashlib.sha1(data[at : at + PIECE]).digest() for at in range(0, len(data), PIECE)),
        b"files": [{b"length": one.size, b"path": list(one.parts), **one.more} for one in entries],
    }


def v2(name: bytes, entries: Sequence[Entry]) -> dict[bytes, Any]:
    tree: dict[bytes, Any] = {}
    for index, entry in enumerate(entries):
        level = tree
        for part in entry.parts:
            level = level.setdefault(part, {})
        # One block each: its hash is the root.
        root = {b"pieces root": hashlib.sha256(content(index, entry)).digest()} if entry.size else {}
        level[b""] = {b"length": entry.size, **root, **entry.more}
    return {b"name": name, b"piece length": PIECE, b"meta version": 2, b"file tree": tree}


def contents(info: lt.torrent_info, entries: Sequence[Entry]) -> dict[int, bytes]:
    """Index in the torrent -> what has to be in that file."""
    layout = info.layout()
    if not info.info_hashes().has_v2():
        return {index: content(index, entry) for index, entry in enumerate(entries)}
    made = [content(index, entry) for index, entry in enumerate(entries)]
    by_root = {hashlib.sha256(data).digest(): data for data in made}
    return {
        index: by_root[layout.root(index).to_bytes()] if layout.file_size(index) else b""
        for index in range(layout.num_files())
        if not layout.file_flags(index) & layout.flag_pad_file
    }


def torrent(folder: Path, entries: Sequence[Entry], version: Version, name: bytes = b"Bad") -> Payload:
    """A .torrent, and its files where libtorrent looks for them, which a seed goes by."""
    info = v2(name, entries) if version is Version.V2 else v1(name, entries)
    path = folder / "bad.torrent"
    path.write_bytes(lt.bencode({b"info": info}))
    params = lt.load_torrent_file(str(path))
    assert params.ti
    layout, hashes = params.ti.layout(), params.ti.info_hashes()
    right = contents(params.ti, entries)
    for index in range(layout.num_files()):
        if layout.file_flags(index) & (layout.flag_pad_file | layout.flag_symlink):
            continue
        file = folder / "files" / (params.renamed_files.get(index) or layout.file_path(index))
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(right[index])
    return Payload(
        name=params.ti.name(),
        torrent_path=path,
        hash_v1=str(hashes.v1) if hashes.has_v1() else "",
        hash_v2=str(hashes.v2) if hashes.has_v2() else "",
        magnet=lt.make_magnet_uri(params),
        files=(),
        root=folder / "files",
        piece_size=PIECE,
        pieces=params.ti.num_pieces(),
    )


def everything_in(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by the path from there; links are not followed."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.is_symlink()
    }


def around(user: User) -> set[Path]:
    """What lies in the place of everybody here, but neither in their save folders nor among their programs' data."""
    top = user.folder.parent
    found = (path.relative_to(top) for path in top.rglob("*"))
    return {path for path in found if path.parts[1:2] not in (("data",), ("downloads",))}


def assert_safe(files: Sequence[File]) -> None:
    """No path leads anywhere else, none is another's, no folder is a file; not even where capitals do not count."""
    paths = [file.path for file in files]
    for path in paths:
        assert not path.startswith("/")
        for part in path.split("/"):
            assert part not in ("", ".", "..")
            assert "\0" not in part
            assert "\\" not in part
            assert len(part.encode()) <= 255
    alike = [path.casefold() for path in paths]
    assert len(set(alike)) == len(alike)
    folders = {path[:at] for path in alike for at, letter in enumerate(path) if letter == "/"}
    assert not folders & set(alike)


def assert_shown_safely(files: Sequence[File]) -> None:
    """What the tree of files says has nothing in it that hides, moves or breaks the line."""
    tree = FileTree(dialog_columns(), decides=True)
    tree.set_files(tuple(files))
    tree.fold_all(True)
    texts = [
        tree.index(row, column).data() or "" for row in range(tree.rowCount()) for column in range(len(tree.columns))
    ]
    assert len(texts) > len(files)
    for text in texts:
        assert text == shown(text)
        assert not set(text) & set("\n\x1b\x7f\x85\u202e\u2066\u200b\ufeff\u00ad\u2028\U000e0067")
    tree.deleteLater()


Seed = Callable[[str], None]
"""Lets a torrent, by its id, meet somebody who has all of it."""


def libtorrent_s(swarm: Swarm, user: User, payload: Payload) -> Seed:
    """libtorrent without Starling, with the files where it looks for them."""
    return lambda id: user.connects(id, swarm.seed(payload))


def another_user_s(other: User, user: User, payload: Payload, entries: Sequence[Entry]) -> Seed:
    """Another Starling that has found all files on its disk."""
    for file in other.previews(payload.torrent_path).files:
        path = other.downloads / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content(file.index, entries[file.index]))
    other.sees(other.adds(payload), State.SEEDING)
    address = other.listens_at
    return lambda id: user.handle(id).connect_peer(tuple(address), 0)


def downloads(user: User, payload: Payload, entries: Sequence[Entry], meet: Seed) -> None:
    params = lt.load_torrent_file(str(payload.torrent_path))
    assert params.ti
    right = contents(params.ti, entries)
    before = around(user)
    preview = user.previews(payload.torrent_path)
    assert_safe(preview.files)
    assert_shown_safely(preview.files)
    id = user.adds(payload)
    meet(id)
    user.sees(id, State.SEEDING)
    saved = user.run(user.engine.details.files(id))
    assert saved == preview.files
    wanted = {file.path: right[file.index] for file in saved}
    assert len(wanted) == sum(1 for entry in entries if entry.more.get(b"attr") != b"p")
    user.until(lambda: everything_in(user.downloads) == wanted)
    assert around(user) == before
    user.restart()
    user.sees(id, State.SEEDING)
    assert user.run(user.engine.details.files(id)) == saved
    assert everything_in(user.downloads) == wanted


@pytest.mark.parametrize("version", [Version.V1, Version.V2])
def test_bad_names_are_saved_as_they_are_shown(swarm: Swarm, user: User, version: Version, qapp: QApplication) -> None:
    payload = torrent(swarm.make_folder("bad"), BAD, version)
    downloads(user, payload, BAD, libtorrent_s(swarm, user, payload))


def test_names_that_one_folder_cannot_hold_are_told_apart(
    swarm: Swarm, users: Callable[..., User], qapp: QApplication
) -> None:
    entries = [*TWINS, *BAD]
    payload = torrent(swarm.make_folder("twins"), entries, Version.V1)
    user = users().start()
    downloads(user, payload, entries, another_user_s(users("other").start(), user, payload, entries))


@pytest.mark.parametrize(
    "name", [b"../../up", b"/etc/passwd", b"a\nb\x1b", b"\xff\xfe", b"\xe2\x80\xaetxt.exe", b"x" * 400]
)
def test_the_name_of_a_torrent_stays_in_the_save_folder(
    swarm: Swarm, user: User, name: bytes, qapp: QApplication
) -> None:
    entries = [named("one"), named("two", "three")]
    payload = torrent(swarm.make_folder("name"), entries, Version.V1, name)
    downloads(user, payload, entries, libtorrent_s(swarm, user, payload))
    assert all(shown(row.name) == row.name for row in user.engine.torrents.values())


@pytest.mark.parametrize("looks_first", [True, False])
def test_a_link_brings_bad_names_too(swarm: Swarm, users: Callable[..., User], looks_first: bool) -> None:
    entries = [*TWINS, *BAD]
    payload = torrent(swarm.make_folder("link"), entries, Version.V1)
    user, other = users().start(), users("other").start()
    meet = another_user_s(other, user, payload, entries)
    direct = other.previews(payload.torrent_path).files
    before = around(user)
    if looks_first:
        preview = user.previews(payload.magnet)
        meet(preview.id)
        assert user.previews_complete(payload.magnet).files == direct
    id = user.adds(payload.magnet)
    meet(id)
    user.sees(id, State.SEEDING)
    user.until(lambda: user.run(user.engine.details.files(id)) == direct)
    wanted = {file.path: content(file.index, entries[file.index]) for file in direct}
    user.until(lambda: everything_in(user.downloads) == wanted)
    assert around(user) == before
    user.restart()
    user.sees(id, State.SEEDING)
    assert everything_in(user.downloads) == wanted


def test_links_stay_in_the_save_folder(swarm: Swarm, user: User) -> None:
    secret = user.folder / "secret"
    secret.write_bytes(b"nobody's business")
    out = str(secret).encode().split(b"/")[1:]
    entries = [
        named("folder", "real"),
        *(
            named(name, size=0, attr=b"l", symlink_path=list(target))
            for name, target in {
                "in": [b"folder", b"real"],
                "up": [b"..", b"..", b"secret"],
                "climb": [b"folder", b"..", b"..", b"..", b"secret"],
                "absolute": [b"/" + b"/".join(out)],
                "parts": out,
                "loop": [b"loop"],
                "empty": [b""],
            }.items()
        ),
    ]
    payload = torrent(swarm.make_folder("links"), entries, Version.V1)
    before = around(user)
    id = user.adds(payload)
    user.connects(id, swarm.seed(payload))
    user.sees(id, State.SEEDING)
    user.until(lambda: everything_in(user.downloads) == {"Bad/folder/real": content(0, entries[0])})
    top = user.downloads.resolve()
    for path in user.downloads.rglob("*"):
        if path.is_symlink():
            target = Path(os.path.normpath(path.parent / path.readlink()))
            assert target.is_relative_to(top)
    assert around(user) == before
    assert secret.read_bytes() == b"nobody's business"


def test_what_is_too_deep_is_refused(swarm: Swarm, user: User) -> None:
    path = swarm.make_folder("deep") / "deep.torrent"
    path.write_bytes(lt.bencode({b"info": v1(b"Bad", [named(*["d"] * 200)])}))
    assert "depth" in user.refused(user.engine.intake.preview(str(path)))


def test_a_path_that_no_disk_holds_is_an_error_of_its_torrent(swarm: Swarm, user: User) -> None:
    entries = [named(*["d" * 200] * 30), named("fine")]
    path = swarm.make_folder("long") / "long.torrent"
    path.write_bytes(lt.bencode({b"info": v1(b"Bad", entries)}))
    id = user.adds(path)
    row = user.sees(id, State.ERROR)
    assert row.error
    assert row.error == shown(row.error)


def test_a_link_is_never_done_before_it_has_begun(swarm: Swarm, user: User) -> None:
    payload = swarm.payload(name="slow", files={"a.bin": 90_000})
    seen: list[Torrent] = []
    user.engine.updated.connect(seen.extend)
    id = user.adds(payload.magnet)
    user.connects(id, swarm.seed(payload, up=30_000))
    user.sees(id, State.DOWNLOADING, lambda row: row.done)
    user.sees(id, State.SEEDING)
    user.until(lambda: payload.verify(user.downloads) == ())
    states = list(dict.fromkeys(row.state for row in seen))
    assert states.index(State.METADATA) < states.index(State.DOWNLOADING) < states.index(State.SEEDING)
    assert State.FINISHED not in states
    # Between its last piece and the news that it seeds a torrent is whole, and a link's is nothing before it begins.
    early = [row for row in seen if row.state is not State.SEEDING and row.done < payload.size]
    assert [(row.state, row.completed, row.progress) for row in early if row.completed or row.complete] == []
