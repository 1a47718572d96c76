# SPDX-License-Identifier: GPL-3.0-or-later
"""Torrents that are made here: right to the last hash, read by others, and every mishap has its sentence."""

import asyncio
import hashlib
import os
import shutil
import signal
import socket
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import libtorrent as lt
import pytest

from starling.creation import (
    LEAST_V2,
    PIECE_SIZES,
    Format,
    Found,
    Layers,
    Left,
    Made,
    Outline,
    Progress,
    Recipe,
    offered,
)
from starling.engine.creator import Creator
from starling.engine.errors import EngineError
from starling.engine.piecehash import merkle_root
from starling.tasks import Worker
from starling.torrent import State
from tests.helpers import LONG, User, sentence
from tests.swarm import Swarm

PIECE = 32 * 1024
FORMATS = [(Format.HYBRID, False), (Format.V1, False), (Format.V1, True), (Format.V2, False)]


class Maker:
    """Somebody who makes torrents."""

    def __init__(self, qtbot: Any, loop: asyncio.AbstractEventLoop) -> None:
        self.qtbot, self.loop = qtbot, loop
        self.worker = Worker(loop, "test-create")
        self.creator = Creator(self.worker)

    def run(self, coro: Any) -> Any:
        task = self.loop.create_task(coro)
        self.qtbot.waitUntil(task.done, timeout=round(LONG * 1000))
        return task.result()

    def looks(self, path: Path | str, *patterns: str, hidden: bool = False) -> Found:
        found = self.run(self.creator.look(Outline(str(path), hidden, patterns)))
        assert isinstance(found, Found)
        return found

    def recipe(self, path: Path | str, form: Format = Format.HYBRID, **more: Any) -> Recipe:
        outline = Outline(str(path))
        return Recipe(outline, self.looks(path).stamp, form, more.pop("piece_size", PIECE), **more)

    def makes(self, path: Path | str, form: Format = Format.HYBRID, **more: Any) -> Made:
        made = self.run(self.creator.make(self.recipe(path, form, **more), nothing))
        assert isinstance(made, Made)
        return made

    def refused(self, coro: Any) -> str:
        with pytest.raises(EngineError) as caught:
            self.run(coro)
        return sentence(str(caught.value))


def nothing(_progress: Progress) -> None:
    """Whoever does not want to know how far it is."""


@pytest.fixture
def maker(qtbot: Any, qloop: asyncio.AbstractEventLoop) -> Iterator[Maker]:
    made = Maker(qtbot, qloop)
    yield made
    made.run(made.creator.close())
    made.run(made.worker.stop())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Names in several scripts, folders in folders, an empty file, one that fills its pieces, small and large ones."""
    top = tmp_path / "Überraschung 測試"
    for path, size in {
        "a b.txt": 1_234,
        "a/b.bin": PIECE * 2,
        "a.bin": 200_001,
        "empty": 0,
        "夏/写真.jpg": 70_000,
        "one.piece": PIECE,
    }.items():
        (top / path).parent.mkdir(parents=True, exist_ok=True)
        (top / path).write_bytes(hashlib.shake_128(path.encode()).digest(size))
    return top


def files_of(info: dict[bytes, Any], folder: Path) -> list[bytes]:
    """The bytes of the files that a v1 info dictionary names, pads as zeros."""
    return [
        bytes(entry[b"length"])
        if b"p" in entry.get(b"attr", b"")
        else folder.joinpath(*(part.decode() for part in entry[b"path"])).read_bytes()
        for entry in info[b"files"]
    ]


def tree_of(folder: Path) -> dict[bytes, Any]:
    """The file tree of BEP 52, hashed here."""
    tree: dict[bytes, Any] = {}
    for path in folder.iterdir():
        if path.is_dir():
            tree[path.name.encode()] = tree_of(path)
        else:
            data = path.read_bytes()
            root = {b"pieces root": merkle_root(data, 0)} if data else {}
            tree[path.name.encode()] = {b"": {b"length": len(data), **root}}
    return tree


@pytest.mark.parametrize(("form", "aligned"), FORMATS)
def test_every_hash_is_right(maker: Maker, folder: Path, form: Format, aligned: bool) -> None:
    made = maker.makes(folder, form, aligned=aligned, private=True, source="SITE")
    document: Any = lt.bdecode(made.data)
    info = document[b"info"]
    expected: dict[bytes, Any] = {
        b"name": folder.name.encode(), b"piece length": PIECE, b"private": 1, b"source": b"SITE"
    }  # fmt: skip
    if form is not Format.V2:
        data = b"".join(files_of(info, folder))
        pieces = (data[at : at + PIECE] for at in range(0, len(data), PIECE))
        expected[b"pieces"] = b"".join(hashlib.sha1(piece).digest() for piece in pieces)
        expected[b"files"] = info[b"files"]
        named = {b"/".join(f[b"path"]).decode() for f in info[b"files"] if b"p" not in f.get(b"attr", b"")}
        assert named == {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    if form is not Format.V1:
        expected |= {b"file tree": tree_of(folder), b"meta version": 2}
    assert info == expected
    encoded = lt.bencode(expected)
    assert made.hash_v1 == ("" if form is Format.V2 else hashlib.sha1(encoded).hexdigest())
    assert made.hash_v2 == ("" if form is Format.V1 else hashlib.sha256(encoded).hexdigest())
    assert made.pieces == maker.looks(folder).pieces(form, PIECE, aligned=aligned)


def test_a_file_alone_is_a_torrent_too(maker: Maker, folder: Path) -> None:
    made = maker.makes(folder / "a.bin", Format.V1)
    info = lt.load_torrent_buffer(made.data).ti
    assert info is not None
    assert (info.name(), info.num_files(), info.total_size()) == ("a.bin", 1, 200_001)
    data = (folder / "a.bin").read_bytes()
    assert bytes(info.hash_for_piece(6)) == hashlib.sha1(data[6 * PIECE :]).digest()


@pytest.mark.parametrize(("form", "aligned"), FORMATS)
def test_its_size_is_known_before(maker: Maker, folder: Path, form: Format, aligned: bool) -> None:
    for number in range(300):
        (folder / f"many {number}").write_bytes(bytes(number * 500))
    found, made = maker.looks(folder), maker.makes(folder, form, aligned=aligned)
    assert found.torrent_size(form, PIECE, aligned=aligned) == pytest.approx(len(made.data), rel=0.03)


def test_all_that_was_typed_is_in_it(maker: Maker, folder: Path) -> None:
    tiers = (("http://a.example/announce", "udp://b.example:80"), ("https://c.example/announce",))
    made = maker.makes(folder, tiers=tiers, web_seeds=("https://d.example/",), comment="Schön\nund gut")
    params = lt.load_torrent_buffer(made.data)
    assert list(zip(params.trackers, params.tracker_tiers, strict=True)) == [
        ("http://a.example/announce", 0), ("udp://b.example:80", 0), ("https://c.example/announce", 1)
    ]  # fmt: skip
    assert (params.url_seeds, params.comment) == (["https://d.example/"], "Schön\nund gut")
    assert params.created_by.startswith("Starling")
    assert "a.example" in made.magnet
    assert made.hash_v1 in made.magnet
    assert made.hash_v2 in made.magnet


@pytest.mark.skipif(shutil.which("transmission-show") is None, reason="transmission-show is not installed")
@pytest.mark.parametrize("form", [Format.V1, Format.HYBRID])
def test_transmission_reads_it(maker: Maker, folder: Path, tmp_path: Path, form: Format) -> None:
    made = maker.makes(folder, form, private=True, tiers=(("http://a.example/announce",),), comment="Hallo")
    file = tmp_path / "made.torrent"
    maker.run(maker.creator.save(made, str(file), replace=False))
    version = subprocess.run(["transmission-show", "--version"], capture_output=True, text=True, check=True)
    if form is Format.HYBRID and " 3." in version.stdout + version.stderr:
        pytest.skip("Transmission 3 takes the empty name in a v2 file tree for the end of it")
    shown = subprocess.run(["transmission-show", file], capture_output=True, text=True, check=True).stdout
    for words in (folder.name, made.hash_v1, "Hallo", "a.example", "Private torrent", f"Piece Count: {made.pieces}"):
        assert words in shown
    assert "a/b.bin" in shown


def test_somebody_downloads_it(user: User, swarm: Swarm) -> None:
    payload = swarm.payload()
    made = user.run(_make(user, payload.root / payload.name))
    file = payload.root / "ours.torrent"
    user.run(user.engine.creator.save(made, str(file), replace=False))
    id = user.adds(file, save_path=str(payload.root), skip_check=True, paths=dict(made.paths))
    user.sees(id, State.SEEDING)
    ours = replace(payload, torrent_path=file, hash_v1=made.hash_v1, hash_v2=made.hash_v2, magnet=made.magnet)
    leech = swarm.leech(ours)
    leech.connect(user.listens_at)
    leech.wait_until_done()
    assert leech.verify() == ()


def test_names_that_libtorrent_reads_another_way_are_seeded_where_they_are(user: User, tmp_path: Path) -> None:
    top = tmp_path / "odd"
    top.mkdir()
    names = ("a.txt", "A.TXT", "back\\slash", "fam\u200dily", "bell\a")
    for number, name in enumerate(names):
        (top / name).write_bytes(bytes([number]) * 50_000)
    made = user.run(_make(user, top))
    file = tmp_path / "odd.torrent"
    user.run(user.engine.creator.save(made, str(file), replace=False))
    id = user.adds(file, save_path=str(tmp_path), paths=dict(made.paths))
    user.sees(id, State.SEEDING)
    assert sorted(path.name for path in top.iterdir()) == sorted(names)


async def _make(user: User, path: Path) -> Made:
    outline = Outline(str(path))
    found = await user.engine.creator.look(outline)
    return await user.engine.creator.make(Recipe(outline, found.stamp, Format.HYBRID, PIECE), nothing)


def test_what_can_not_be_in_a_torrent_is_left_out_and_named(
    maker: Maker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    top = tmp_path / "top"
    (top / "sub").mkdir(parents=True)
    (top / ".hidden").mkdir()
    for name in ("kept", "x.nfo", ".hidden/file", "sub/kept"):
        (top / name).write_bytes(b"x" * 10)
    Path(os.fsdecode(bytes(top) + b"/caf\xe9")).write_bytes(b"x")
    (top / "loop").symlink_to(".")
    (top / "sub" / "itself").symlink_to("itself")
    (top / "broken").symlink_to("nothing")
    (top / "link").symlink_to("kept")
    (top / "folder link").symlink_to("sub")
    os.mkfifo(top / "pipe")
    with socket.socket(socket.AF_UNIX) as listening:
        monkeypatch.chdir(top)  # such a path has to be short
        listening.bind("socket")
        found = maker.looks(top, "*.nfo")
    counts = {reason: count for reason, (count, _) in found.left.items()}
    assert counts == {
        Left.HIDDEN: 1, Left.EXCLUDED: 1, Left.NAME: 1, Left.LOOP: 3, Left.BROKEN: 1, Left.SPECIAL: 2
    }  # fmt: skip
    assert set(found.left[Left.SPECIAL][1]) == {"top/pipe", "top/socket"}
    assert (found.files, found.size) == (4, 40)
    assert maker.looks(top, hidden=True).files == 6
    assert maker.looks(top, "sub/*").files == 4


def test_a_folder_in_a_folder_without_a_proper_name_is_no_matter(
    maker: Maker, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As in a system that says nothing of languages.
    monkeypatch.delenv("LANG", raising=False)
    odd = Path(os.fsdecode(bytes(folder.parent) + b"/caf\xe9"))
    odd.mkdir()
    (odd / "innér").mkdir()
    (odd / "innér" / "file").write_bytes(b"x" * 100_000)
    assert maker.makes(odd / "innér").size == 100_000


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("nothing", "There is no "),
        ("pipe", "neither a file nor a folder"),
        (os.fsdecode(b"caf\xe9"), "no UTF-8"),
        ("/", "the whole disk"),
    ],
)
def test_what_no_torrent_can_be_made_of_is_refused(maker: Maker, tmp_path: Path, name: str, words: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    Path(os.fsdecode(bytes(tmp_path) + b"/caf\xe9")).write_bytes(b"x")
    assert words in maker.refused(maker.creator.look(Outline(str(tmp_path / name))))


def test_nothing_is_made_of_no_bytes(maker: Maker, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert maker.looks(tmp_path / "empty").files == 0
    (tmp_path / "empty" / "file").touch()
    found = maker.looks(tmp_path / "empty")
    assert (found.files, found.size) == (1, 0)
    assert "No torrent could be made" in maker.refused(maker.creator.make(maker.recipe(tmp_path / "empty"), nothing))


def test_a_file_that_changes_between_look_and_hashing_is_noticed(maker: Maker, folder: Path) -> None:
    recipe = maker.recipe(folder)
    (folder / "new").write_bytes(b"x")
    assert "has changed meanwhile" in maker.refused(maker.creator.make(recipe, nothing))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda file: os.truncate(file, 1_000_000), "large has changed meanwhile"),
        (lambda file: os.truncate(file, 400_000_000), "large has changed meanwhile"),
        (Path.unlink, "large went away"),
    ],
)
def test_a_file_that_changes_while_it_is_hashed_is_named(
    maker: Maker, tmp_path: Path, change: Callable[[Path], None], words: str
) -> None:
    file = tmp_path / "large"
    file.touch()
    os.truncate(file, 300_000_000)
    changed: list[Progress] = []

    def tell(progress: Progress) -> None:
        if not changed:
            change(file)
        changed.append(progress)

    assert words in maker.refused(maker.creator.make(maker.recipe(file, piece_size=1 << 20), tell))


def test_it_says_how_far_it_is_and_can_be_called_off(maker: Maker, tmp_path: Path) -> None:
    file = tmp_path / "large"
    file.touch()
    os.truncate(file, 20_000_000_000)
    news: list[Progress] = []
    task = maker.loop.create_task(maker.creator.make(maker.recipe(file, piece_size=1 << 20), news.append))
    maker.qtbot.waitUntil(lambda: len(news) > 3, timeout=10_000)
    done = [each.done for each in news]
    assert done == sorted(done)
    assert 0 < done[-1] < news[-1].size == 20_000_000_000
    (process,) = maker.creator._processes
    pid = process._process.processId()
    task.cancel()
    maker.qtbot.waitUntil(lambda: not Path(f"/proc/{pid}").exists(), timeout=5_000)
    maker.qtbot.waitUntil(lambda: not maker.creator._processes)


def test_a_process_that_dies_leaves_a_sentence(maker: Maker, tmp_path: Path) -> None:
    file = tmp_path / "large"
    file.touch()
    os.truncate(file, 20_000_000_000)
    recipe = maker.recipe(file, piece_size=1 << 20)

    def kill(_progress: Progress) -> None:
        for process in maker.creator._processes:
            os.kill(process._process.processId(), signal.SIGSEGV)

    assert "ended before it was finished" in maker.refused(maker.creator.make(recipe, kill))


def test_the_end_of_the_program_is_the_end_of_hashing(maker: Maker, tmp_path: Path) -> None:
    file = tmp_path / "large"
    file.touch()
    os.truncate(file, 20_000_000_000)
    news: list[Progress] = []
    task = maker.loop.create_task(maker.creator.make(maker.recipe(file, piece_size=1 << 20), news.append))
    maker.qtbot.waitUntil(lambda: bool(news), timeout=10_000)
    maker.run(maker.creator.close())
    assert not maker.creator._processes
    maker.qtbot.waitUntil(task.cancelled)


@pytest.fixture(scope="module")
def torrent() -> Made:
    return Made(b"d4:infode", "x", "0" * 40, "", "magnet:", 1, 1, 1, PIECE)


def test_what_stands_there_is_kept_until_somebody_agrees(maker: Maker, tmp_path: Path, torrent: Made) -> None:
    target = tmp_path / "x.torrent"
    target.write_bytes(b"before")
    assert maker.run(maker.creator.exists(str(target)))
    assert "by somebody else" in maker.refused(maker.creator.save(torrent, str(target), replace=False))
    assert target.read_bytes() == b"before"
    maker.run(maker.creator.save(torrent, str(target), replace=True))
    assert target.read_bytes() == torrent.data
    assert [path.name for path in tmp_path.iterdir()] == ["x.torrent"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("none/x.torrent", "no such folder"),
        ("file/x.torrent", "no such folder"),
        ("folder", "is a folder"),
        ("x" * 250 + ".torrent", "name is too long"),
    ],
)
def test_where_it_can_not_be_written_is_said_before_and_after(
    maker: Maker, tmp_path: Path, torrent: Made, name: str, words: str
) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    target = str(tmp_path / name)
    assert words in maker.refused(maker.creator.refuse_target(target, Outline("/somewhere/else")))
    assert words in maker.refused(maker.creator.save(torrent, target, replace=True))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]


def test_no_file_of_the_torrent_is_overwritten_by_it(maker: Maker, folder: Path) -> None:
    for inside in (folder / "a.bin", folder):
        assert "one of the files" in maker.refused(maker.creator.refuse_target(str(inside), Outline(str(folder))))
    maker.run(maker.creator.refuse_target(str(folder / "new.torrent"), Outline(str(folder))))


def found_of(*sizes: int) -> Found:
    """What would be found of files of these sizes."""
    layers = {size: Layers(sum(-(-each // size) for each in sizes), 0, 0, 0) for size in PIECE_SIZES}
    return Found(len(sizes), sum(sizes), "", layers=layers)


def test_the_automatic_size_makes_about_two_thousand_pieces() -> None:
    found = [found_of(size).automatic(Format.V1) for size in (1, 64 << 20, 1 << 30, 10 << 30, 1 << 40)]
    assert found == [32 << 10, 32 << 10, 512 << 10, 8 << 20, 16 << 20]
    assert min(offered(Format.HYBRID)) == min(offered(Format.V2)) == LEAST_V2
    assert min(offered(Format.V1)) < LEAST_V2
    for form in (Format.HYBRID, Format.V2):
        with pytest.raises(ValueError, match="no pieces of 16384"):
            Recipe(Outline("/x"), "", form, LEAST_V2 // 2)


def test_many_small_files_are_not_mostly_filling() -> None:
    many = found_of(*[100_000] * 50_000)
    assert many.automatic(Format.V1) == many.automatic(Format.V2) == 4 << 20
    assert many.automatic(Format.HYBRID) == many.automatic(Format.V1, aligned=True) == 128 << 10
