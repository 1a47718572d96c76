# SPDX-License-Identifier: GPL-3.0-or-later
"""What the add dialog says before anything is added: the swarm, the disk, the names, what is left out."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import libtorrent as lt
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from starling import formats
from starling.torrent import Layout, State
from starling.tracker import Tracker, TrackerState
from starling.ui.dialogs.add import AddDialog
from starling.ui.dialogs.completion import MOST, folders
from starling.ui.dialogs.ondisk import look, may_be_there, slices
from starling.ui.dialogs.savein import SaveIn
from starling.ui.dialogs.swarmcard import SwarmCard
from starling.ui.notice import Kind
from starling.ui.theme import ThemeManager
from tests.helpers import User
from tests.swarm import Swarm, Version
from tests.ui.desk import Desk

KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton
FILES = {"film.mkv": 300_000, "extras/making of.mp4": 120_000, "extras/art.zip": 50_000, "README.nfo": 1_200}


@pytest.fixture
def asking(users: Callable[..., User], themes: ThemeManager) -> Iterator[Desk]:
    """A desk whose libtorrent scrapes trackers on loopback too."""
    made = Desk(users(ssrf_mitigation=False).start(), themes)
    yield made
    made.close()


def paths(dialog: AddDialog) -> set[str]:
    return {file.path for file in dialog.files.files}


def chooses(dialog: AddDialog, layout: Layout) -> None:
    dialog.switches.layouts.setCurrentIndex(dialog.switches.layouts.findData(layout))


# -- the swarm


def test_it_says_who_is_there_before_anybody_joins(asking: Desk, swarm: Swarm) -> None:
    tracker = swarm.tracker("http")
    payload = swarm.payload(files=FILES, trackers=[tracker.url], version=Version.V1)
    swarm.seed(payload)
    tracker.wait_for(bool)
    asking.opens(payload.torrent_path)
    card = asking.filled().page.swarm
    asking.user.until(lambda: card.sentence == "1 seeds and 0 peers are known to the trackers.")
    assert card.kind is Kind.OK
    assert card.isVisible()
    assert card.details.endswith("1 / 0")
    assert tracker.events(ip=asking.user.address) == []


def test_a_torrent_without_trackers_says_so(desk: Desk, swarm: Swarm) -> None:
    desk.opens(swarm.payload(files=FILES).torrent_path)
    card = desk.filled().page.swarm
    desk.user.until(lambda: card.sentence.startswith("It names no tracker: peers are found by DHT"))


def test_what_the_card_says(themes: ThemeManager) -> None:
    card = SwarmCard(themes)
    url = "http://<b>.example.org/announce"

    def said(*trackers: Tracker, private: bool = False) -> tuple[Kind, str, str]:
        card.show_trackers(trackers, private=private)
        return card.kind, card.sentence, card.details

    asked = Tracker(url, 0, TrackerState.ASKING)
    failed = Tracker("udp://bt.example.edu:80/announce", 1, TrackerState.FAILED, "No answer in time")
    none = Tracker(url, 0, TrackerState.WORKING, seeds=0, leeches=0)
    few = Tracker(url, 0, TrackerState.WORKING, seeds=0, leeches=3)
    many = Tracker(url, 0, TrackerState.WORKING, seeds=1_500, leeches=3)
    off = Tracker(url, 0, TrackerState.OFF)
    assert said(private=True)[:2] == (
        Kind.WARN,
        "It names no tracker, and a private torrent finds peers by nothing else.",
    )
    assert said(asked, failed) == (
        Kind.INFO,
        "Asking 1 trackers who is there",
        "<b>.example.org no answer yet    bt.example.edu:80 No answer in time",
    )
    assert said(none)[:2] == (Kind.WARN, "Nobody is there now, the trackers say.")
    assert said(few, failed)[1] == "No seed is known to the trackers, only 3 peers: it may stay incomplete."
    assert said(failed)[1] == "No tracker answered."
    assert said(off)[1:] == (
        "Its trackers do not tell who is there before one joins.",
        "<b>.example.org does not tell",
    )
    kind, sentence, details = said(failed, off, asked, many, few)
    assert (kind, sentence) == (Kind.OK, "1500 seeds and 3 peers are known to the trackers.")
    assert details.startswith(f"<b>.example.org {formats.count(1_500)} / 3")
    assert details.endswith("and 2 more")
    assert "No answer in time" in card.toolTip()
    card.deleteLater()


# -- the disk


def test_what_is_here_is_said_and_takes_no_more_room(desk: Desk, swarm: Swarm) -> None:
    payload = swarm.payload(name="Top", files=FILES, version=Version.V1)
    payload.prefill(desk.user.downloads, range(payload.pieces))
    (desk.user.downloads / "Top" / "README.nfo").write_bytes(b"x")
    desk.opens(payload.torrent_path)
    dialog = desk.filled()
    note = dialog.save_in.files_note
    desk.user.until(note.isVisible)
    assert note.text().startswith("3 of 4 files are here already, 470\u00a0kB: they are checked first.")
    assert note.text().endswith("1 files are here with another size: what fits is kept, the rest is overwritten.")
    assert not dialog.switches.believe.isVisible()
    assert dialog.save_in._coming <= 1_200
    dialog.files.tree.set_all_wanted(False)
    assert not note.isVisible()
    dialog.files.tree.set_all_wanted(True)
    chooses(dialog, Layout.FLAT)
    desk.user.until(lambda: not note.isVisible())


def test_what_is_said_of_files_that_are_here_is_what_becomes_of_them(desk: Desk, swarm: Swarm) -> None:
    payload = swarm.payload(name="Top", files=FILES, version=Version.V1, piece_size=16_384)
    payload.prefill(desk.user.downloads, range(payload.pieces))
    top = desk.user.downloads / "Top"
    with (top / "film.mkv").open("ab") as longer:
        longer.write(b"x" * 70_000)
    with (top / "extras" / "art.zip").open("r+b") as shorter:
        shorter.truncate(20_000)
    # Of the right size, and wrong all the same: that is what checking is for.
    making = top / "extras" / "making of.mp4"
    making.write_bytes(making.read_bytes()[:-40_000] + bytes(40_000))
    desk.opens(payload.torrent_path)
    dialog = desk.filled()
    note = dialog.save_in.files_note
    desk.user.until(note.isVisible)
    assert note.text() == (
        "2 of 4 files are here already, 121\u00a0kB: they are checked first. "
        "2 files are here with another size: what fits is kept, the rest is overwritten."
    )
    QTest.mouseClick(dialog.ok_button, LEFT)
    desk.user.until(lambda: desk.added)
    (id,) = desk.added
    kept = desk.user.sees(id, lambda row: row.state not in {State.CHECKING, State.QUEUED} and row.done).done
    assert 300_000 <= kept + 16_384 * 2 <= payload.size - 40_000
    desk.user.connects(id, swarm.seed(payload))
    assert desk.user.sees(id, State.SEEDING).downloaded <= payload.size - kept + 16_384
    desk.user.until(lambda: payload.verify(desk.user.downloads) == ())


def test_what_is_whole_can_be_believed(desk: Desk, swarm: Swarm) -> None:
    payload = swarm.payload(name="Top", files=FILES, version=Version.V1)
    payload.prefill(desk.user.downloads, range(payload.pieces))
    (desk.user.downloads / "Top" / "film.mkv").write_bytes(b"x" * FILES["film.mkv"])
    desk.opens(payload.torrent_path)
    dialog = desk.filled()
    desk.user.until(dialog.switches.believe.isVisible)
    dialog.switches.believe.click()
    assert dialog.save_in.files_note.text().endswith("they are believed.")
    QTest.mouseClick(dialog.ok_button, LEFT)
    desk.user.until(lambda: desk.added)
    assert desk.user.sees(desk.added[0], State.SEEDING).done == payload.size


def test_files_are_looked_for_folder_by_folder(desk: Desk, swarm: Swarm, tmp_path: Path) -> None:
    names = {f"d{number % 3}/deep/{number}": 10 for number in range(150)} | {"top": 5}
    payload = swarm.payload(name="Top", files=names, version=Version.V1)
    files = desk.user.previews(payload.torrent_path).files
    pieces = list(slices(files))
    assert sum(len(found) for piece in pieces for _, found in piece) == len(files)
    assert look(str(tmp_path), pieces[0]).used == {}
    assert not may_be_there(str(tmp_path), files)
    (tmp_path / "Top" / "d0" / "deep").mkdir(parents=True)
    assert may_be_there(str(tmp_path), files)
    assert may_be_there(str(tmp_path), [replace(files[0], path="elsewhere"), *files[1:]])
    assert not may_be_there(str(tmp_path), ())
    (tmp_path / "Top" / "top").mkdir()
    (tmp_path / "Top" / "d1").touch()
    (tmp_path / "Top" / "d0" / "deep" / "3").write_bytes(b"123")
    by_path = {file.path: file.index for file in files}
    assert look(str(tmp_path), pieces[0]).other == {by_path["Top/d0/deep/3"]: 3}
    assert look(str(tmp_path / "\0"), pieces[0]).used == {}


# -- layouts and names


def test_the_tree_shows_the_names_that_will_be_saved(desk: Desk, swarm: Swarm) -> None:
    desk.opens(swarm.payload(name="Top", files=FILES).torrent_path)
    dialog = desk.filled()
    dialog.files.tree.set_wanted([file.index for file in dialog.files.files if file.path.endswith("zip")], False)
    chooses(dialog, Layout.FLAT)
    desk.user.until(lambda: paths(dialog) == set(FILES))
    assert dialog.files.tree.totals.wanted_files == 3
    chooses(dialog, Layout.ORIGINAL)
    desk.user.until(lambda: paths(dialog) == {f"Top/{path}" for path in FILES})
    chooses(dialog, Layout.FLAT)
    desk.user.until(lambda: paths(dialog) == set(FILES))
    dialog.switches.start.click()
    QTest.mouseClick(dialog.ok_button, LEFT)
    desk.user.until(lambda: desk.added)
    added = desk.user.run(desk.user.engine.details.files(desk.added[0]))
    assert {file.path for file in added} == set(FILES)
    assert sorted(desk.user.priorities(desk.added[0])) == [0, 4, 4, 4]


def test_a_name_that_cannot_be_is_shown_as_it_will_be_saved(desk: Desk, tmp_path: Path) -> None:
    files = [{b"length": 1, b"path": [name]} for name in (b"a\x01b.txt", b"plain.txt")]
    info = {b"name": b"Top", b"piece length": 16384, b"pieces": b"\0" * 20, b"files": files}
    torrent = tmp_path / "odd.torrent"
    torrent.write_bytes(lt.bencode({b"info": info}))
    desk.opens(torrent)
    dialog = desk.filled()
    assert paths(dialog) == {"Top/a_b.txt", "Top/plain.txt"}
    assert dialog.files.remark.text() == "“a␁b.txt” is saved as “a_b.txt”"
    tips = {row.path: dialog.files._tip(row) for row in dialog.files.tree.rows()}
    assert tips["Top/a_b.txt"] == "Top/a_b.txt\nIn the torrent: Top/a␁b.txt"
    assert tips["Top/plain.txt"] == "Top/plain.txt"


def test_a_name_counts_once_however_many_files_are_below_it(desk: Desk, tmp_path: Path) -> None:
    names = [[b"s\x01b", name] for name in (b"1.txt", b"2.txt", b"3\x02.txt")] + [[b"a/b.txt"], [b"..", b"up.txt"]]
    info = {b"name": b"T\x03p", b"piece length": 16384, b"pieces": b"\0" * 20}
    torrent = tmp_path / "odd.torrent"
    torrent.write_bytes(lt.bencode({b"info": info | {b"files": [{b"length": 1, b"path": name} for name in names]}}))
    desk.opens(torrent)
    files = desk.filled().files
    said = {row.path: files._original(row).removeprefix("in the torrent: ") for row in files.tree.rows()}
    assert {path: words for path, words in said.items() if words} == {
        "T_p": "T␃p",
        "T_p/s_b": "s␁b",
        "T_p/s_b/3_.txt": "3␂.txt",
        "T_p/ab.txt": "a/b.txt",
        "T_p/_": "..",
    }
    assert files.remark.text() == "5 names are saved otherwise than in the torrent"
    assert "“s␁b” is saved as “s_b”" in files.remark.toolTip()
    name = files.tree.columns[0]
    assert name.spoken is not None
    assert [name.spoken(row) for row in files.tree.rows() if row.path == "T_p/s_b"] == [
        "s_b, open folder, Normal, in the torrent: s␁b"
    ]
    chooses(desk.dialog(), Layout.FLAT)
    desk.user.until(lambda: files.remark.text().startswith("4 names"))
    assert {files._original(row) for row in files.tree.rows() if row.path == "s_b"} == {"in the torrent: s␁b"}


def test_what_a_file_costs_that_is_not_ticked(desk: Desk, swarm: Swarm) -> None:
    names = {"film.mkv": 300_000, "subs/en.srt": 1_500, "subs/es.srt": 2_500, "tail.bin": 500_000}
    payload = swarm.payload(name="Top", files=names, version=Version.V1, piece_size=65_536)
    desk.opens(payload.torrent_path)
    dialog = desk.filled()
    files = dialog.files

    def tip(path: str) -> str:
        return next(files._tip(row) for row in files.tree.rows() if row.path == path)

    assert tip("Top/subs/en.srt") == "Top/subs/en.srt"
    files.tree.set_wanted(["Top/subs"], False)
    fetched = f"en.srt is skipped, yet {formats.size(1_500)} of it are still fetched"
    assert fetched in tip("Top/subs/en.srt")
    assert "hidden part file" in tip("Top/subs/en.srt")
    assert f"yet {formats.size(4_000)} of it are still fetched" in tip("Top/subs")
    assert tip("Top/subs").endswith("2 wanted files share pieces with it: film.mkv, tail.bin")
    files.tree.set_wanted(["Top"], False)
    assert tip("Top/subs/en.srt") == "Top/subs/en.srt"
    # What has a place already may stay there.
    files.tree.set_all_wanted(True)
    files.tree.set_wanted(["Top/subs"], False)
    (desk.user.downloads / "Top" / "subs").mkdir(parents=True)
    (desk.user.downloads / "Top" / "subs" / "en.srt").write_bytes(b"x")
    chooses(dialog, Layout.FLAT)
    desk.user.until(lambda: paths(dialog) == set(names))
    chooses(dialog, Layout.ORIGINAL)
    desk.user.until(lambda: paths(dialog) != set(names) and "hidden" not in tip("Top/subs/en.srt"))
    assert fetched in tip("Top/subs/en.srt")


def test_a_name_of_ten_thousand_characters_is_cut(desk: Desk, swarm: Swarm) -> None:
    payload = swarm.payload(files=FILES)
    desk.opens(payload.torrent_path)
    dialog = desk.filled()
    dialog.name.setText("x" * 10_000 + "\u202e\x01")
    assert len(dialog.name.text()) == 255
    dialog.name.setText("a\x01b\u202ec")
    QTest.mouseClick(dialog.ok_button, LEFT)
    desk.user.until(lambda: desk.added)
    assert desk.user.sees(desk.added[0]).name == "a␁b\ufffdc"


# -- the folder


def test_folders_are_offered_as_one_types(desk: Desk, tmp_path: Path, qapp: QApplication) -> None:
    for name in ("films", "Filters", "music", ".hidden"):
        (tmp_path / "disk" / name).mkdir(parents=True)
    (tmp_path / "disk" / "file").touch()
    save_in = SaveIn(desk.themes, desk.worker, desk.state, str(tmp_path))
    save_in.show()
    save_in.combo.setFocus()
    desk.user.until(save_in._field.hasFocus)
    save_in._field.selectAll()
    QTest.keyClicks(save_in._field, f"{tmp_path}/disk/fi")
    completer = save_in.completion.completer
    desk.user.until(lambda: completer.popup().isVisible())
    offered = [completer.completionModel().index(row, 0).data() for row in range(completer.completionCount())]
    assert offered == [f"{tmp_path}/disk/films", f"{tmp_path}/disk/Filters"]
    QTest.keyClick(completer.popup(), KEY.Key_Down)
    QTest.keyClick(completer.popup(), KEY.Key_Return)
    desk.user.until(lambda: save_in.folder == f"{tmp_path}/disk/films")
    desk.user.until(lambda: save_in.place is not None)
    save_in.close()
    save_in.deleteLater()


def test_enter_goes_through_folders_that_are_offered_unasked(desk: Desk, swarm: Swarm, tmp_path: Path) -> None:
    (tmp_path / "disk" / "films").mkdir(parents=True)
    desk.opens(swarm.payload(name="Top", files=FILES).torrent_path)
    dialog = desk.filled()
    dialog.save_in.combo.setFocus()
    dialog.save_in._field.selectAll()
    QTest.keyClicks(dialog.save_in._field, f"{tmp_path}/disk/fi")
    popup = dialog.save_in.completion.completer.popup()
    desk.user.until(popup.isVisible)
    QTest.keyClick(popup, KEY.Key_Return)
    desk.user.until(lambda: desk.added)
    assert desk.user.sees(desk.added[0]).save_path == f"{tmp_path}/disk/fi"


def test_folders_that_can_be_offered(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("b", "A", ".c", "new\nline"):
        (tmp_path / "disk" / name).mkdir(parents=True)
    head = f"{tmp_path}/disk/"
    assert folders(head) == [head + "A", head + "b", head + ".c"]
    (home / "films").mkdir(parents=True)
    assert "~/films" in folders("~/")
    for nothing in ("", "films/", f"{head}none/", "/\0/", f"{head}A/"):
        assert folders(nothing) == []
    monkeypatch.setattr("starling.ui.dialogs.completion.MOST", 2)
    assert MOST > 2
    assert len(folders(head)) == 2


def test_a_disk_that_does_not_answer_keeps_nobody_from_typing(desk: Desk, tmp_path: Path) -> None:
    gate = threading.Event()
    save_in = SaveIn(desk.themes, desk.worker, desk.state, str(tmp_path))
    save_in.show()
    desk.user.until(lambda: save_in.place is not None)
    desk.worker.post(gate.wait)
    save_in._field.setFocus()
    save_in._field.selectAll()
    QTest.keyClicks(save_in._field, f"{tmp_path}/a/b/c")
    assert save_in.folder == f"{tmp_path}/a/b/c"
    gate.set()
    desk.user.until(lambda: save_in.place is not None)
    save_in.close()
    save_in.deleteLater()


def test_column_widths_are_remembered(desk: Desk, swarm: Swarm) -> None:
    payload = swarm.payload(files=FILES)
    desk.opens(payload.torrent_path)
    dialog = desk.filled()
    dialog.files.view.columns.resizeSection(1, 133)
    dialog.reject()
    desk.user.until(desk.no_dialog)
    desk.opens(payload.torrent_path)
    assert desk.filled().files.view.columns.sectionSize(1) == 133
