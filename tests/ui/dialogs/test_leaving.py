# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that nobody wants: patterns that hold for every torrent, edited while one is added."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from starling import settings
from starling.torrent import Layout, State
from starling.ui.dialogs.add import AddDialog
from starling.ui.dialogs.excluded import ExcludedDialog
from tests.swarm import Manner, Swarm, Version
from tests.ui.desk import Desk

KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton
FILES = {"film.mkv": 300_000, "extras/making of.mp4": 120_000, "extras/art.zip": 50_000, "README.nfo": 1_200}


def chooses(dialog: AddDialog, layout: Layout) -> None:
    dialog.switches.layouts.setCurrentIndex(dialog.switches.layouts.findData(layout))


def test_excluded_files_are_not_ticked_and_it_is_said(desk: Desk, swarm: Swarm) -> None:
    desk.settings.set(settings.downloads.EXCLUDED, ("*.nfo",))
    desk.opens(swarm.payload(name="Top", files=FILES).torrent_path)
    dialog = desk.filled()
    assert dialog.files.tree.totals.wanted_files == 3
    assert dialog.files.remark.text() == "1 files are left out as always"
    dialog.files.tree.set_all_wanted(True)
    QTest.mouseClick(dialog.ok_button, LEFT)
    desk.user.until(lambda: desk.added)
    assert set(desk.user.priorities(desk.added[0])) == {4}


def test_a_torrent_of_excluded_files_only_is_ticked(desk: Desk, swarm: Swarm) -> None:
    desk.settings.set(settings.downloads.EXCLUDED, ("*.n*",))
    desk.opens(swarm.payload(name="Top", files={"a.nfo": 5, "b.nzb": 6}).torrent_path)
    dialog = desk.filled()
    assert dialog.files.tree.totals.wanted_files == 2
    assert "so none is left out" in dialog.files.remark.text()


def test_a_link_leaves_them_out_when_its_files_are_known(desk: Desk, swarm: Swarm) -> None:
    desk.settings.set(settings.downloads.EXCLUDED, ("*.nfo",))
    payload = swarm.payload(name="Top", files=FILES, version=Version.V1)
    desk.opens(payload.magnet)
    dialog = desk.dialog()
    chooses(dialog, Layout.FLAT)
    QTest.mouseClick(dialog.ok_button, LEFT)
    desk.user.until(lambda: desk.added)
    desk.user.connects(desk.added[0], swarm.seed(payload))
    desk.user.sees(desk.added[0], State.SEEDING)
    found = {str(path.relative_to(desk.user.downloads)) for path in desk.user.downloads.rglob("*") if path.is_file()}
    assert found == set(FILES) - {"README.nfo"}


def test_metadata_that_comes_into_the_dialog_follows_them_too(desk: Desk, swarm: Swarm) -> None:
    desk.settings.set(settings.downloads.EXCLUDED, ("*.nfo",))
    payload = swarm.payload(name="Top", files=FILES, version=Version.V1)
    peer = swarm.seed(payload, manner=Manner.METADATA_ONLY)
    desk.opens(payload.magnet)
    chooses(desk.dialog(), Layout.FLAT)
    desk.user.connects(payload.hash_v1, peer)
    dialog = desk.filled()
    assert {file.path for file in dialog.files.files} == set(FILES)
    assert dialog.files.tree.totals.wanted_files == 3


def test_patterns_are_edited_from_the_dialog_and_hold_at_once(desk: Desk, swarm: Swarm) -> None:
    desk.opens(swarm.payload(name="Top", files=FILES).torrent_path)
    dialog = desk.filled()
    dialog.files.more.aboutToShow.emit()
    dialog.files.more.actions()[-1].trigger()

    def editors() -> list[ExcludedDialog]:
        return [each for each in dialog.findChildren(ExcludedDialog) if each.isVisible()]

    desk.user.until(editors)
    (editor,) = editors()
    editor.field.setPlainText("*.nfo\n\n  *\n")
    assert "would exclude every file" in editor.verdict.text()
    assert not editor.ok_button.isEnabled()
    editor.field.setPlainText(" *.nfo \n*.nfo\nextras/*")
    QTest.mouseClick(editor.ok_button, LEFT)
    desk.user.until(lambda: dialog.files.tree.totals.wanted_files == 1)
    assert desk.settings.get(settings.downloads.EXCLUDED) == ("*.nfo", "extras/*")


def says_never(desk: Desk, dialog: AddDialog, patterns: str) -> None:
    before = dialog.files._leaves
    dialog.files.patterns_wanted.emit()
    desk.user.until(lambda: [each for each in dialog.findChildren(ExcludedDialog) if each.isVisible()])
    (editor,) = (each for each in dialog.findChildren(ExcludedDialog) if each.isVisible())
    editor.field.setPlainText(patterns)
    QTest.mouseClick(editor.ok_button, LEFT)
    desk.user.until(lambda: dialog.files._leaves is not before)


def relative(path: str) -> str:
    return path.partition("/")[2]


def indices(dialog: AddDialog, *names: str) -> list[int]:
    return [file.index for file in dialog.files.files if relative(file.path) in names]


def ticked(dialog: AddDialog) -> set[str]:
    skipped = set(dialog.files.skipped)
    return {relative(file.path) for file in dialog.files.files if file.index not in skipped}


def test_other_patterns_leave_alone_what_was_ticked_by_hand(desk: Desk, swarm: Swarm) -> None:
    desk.opens(swarm.payload(name="Top", files=FILES).torrent_path)
    dialog = desk.filled()
    film, making, art, _nfo = FILES
    QTest.mouseClick(dialog.files.none_button, LEFT)
    says_never(desk, dialog, "*.nfo")
    assert ticked(dialog) == set()
    says_never(desk, dialog, "")
    assert ticked(dialog) == set()
    dialog.files.tree.set_wanted(indices(dialog, film, art), True)
    says_never(desk, dialog, "nothing.*")
    assert ticked(dialog) == {film, art}
    says_never(desk, dialog, "*.zip\n*.mp4")
    assert ticked(dialog) == {film}
    assert dialog.files.remark.text() == "2 files are left out as always"
    dialog.files.tree.set_wanted(indices(dialog, making), True)
    assert dialog.files.remark.text() == "1 files are left out as always"
    says_never(desk, dialog, "*.mp4")
    assert ticked(dialog) == {film, making, art}
    assert not dialog.files.remark.isVisible()


def test_rules_do_not_tick_what_is_left_out_unless_the_user_does(desk: Desk, swarm: Swarm) -> None:
    desk.settings.set(settings.downloads.EXCLUDED, ("extras/*",))
    desk.opens(swarm.payload(name="Top", files=FILES).torrent_path)
    dialog = desk.filled()
    assert dialog.files.remark.text() == "2 files are left out as always"
    dialog.files.view.apply_preset("video")
    assert ticked(dialog) == {"film.mkv"}
    assert dialog.files.remark.text() == "2 files are left out as always"
    dialog.files.tree.set_wanted(indices(dialog, "extras/making of.mp4"), True)
    dialog.files.view.apply_preset("video")
    assert ticked(dialog) == {"film.mkv", "extras/making of.mp4"}
    assert dialog.files.remark.text() == "1 files are left out as always"


def test_patterns_are_edited_while_a_link_waits(desk: Desk) -> None:
    desk.opens("magnet:?xt=urn:btih:" + "ab" * 20)
    dialog = desk.dialog()
    QTest.keyClick(dialog.files.more_button, KEY.Key_Space)
    desk.user.until(dialog.files.more.isVisible)
    (action,) = dialog.files.more.actions()
    dialog.files.more.close()
    action.trigger()
    desk.user.until(lambda: [each for each in dialog.findChildren(ExcludedDialog) if each.isVisible()])
    (editor,) = dialog.findChildren(ExcludedDialog)
    editor.field.setPlainText("*.nfo")
    QTest.mouseClick(editor.ok_button, LEFT)
    desk.user.until(lambda: dialog.page.options.excluded == ("*.nfo",))
