# SPDX-License-Identifier: GPL-3.0-or-later
"""Several torrents in one add dialog: each with its own choices, none lost because another fails."""

import time
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from starling import formats
from starling.torrent import State
from starling.ui.dialogs.add import AddDialog
from starling.ui.dialogs.entry import Mark
from starling.ui.dialogs.excluded import ExcludedDialog
from starling.ui.dialogs.form import TorrentForm
from tests.swarm import Manner, Payload, Swarm, Version
from tests.ui.desk import Desk

KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton


def payloads(swarm: Swarm, *names: str) -> list[Payload]:
    return [swarm.payload(name=name, files={"a.bin": 20_000, "b.bin": 5}) for name in names]


def opened(desk: Desk, *items: object) -> AddDialog:
    """The dialog, when all of its torrents were read."""
    desk.opens(*items)
    dialog = desk.dialog("Add torrent" if len(items) == 1 else f"Add {len(items)} torrents")
    desk.user.until(lambda: all(entry.mark is not Mark.READING for entry in dialog.entries))
    return dialog


def goes_to(desk: Desk, dialog: AddDialog, row: int) -> None:
    dialog.list.setFocus()
    dialog.list.setCurrentRow(row)
    page = dialog.page
    desk.user.until(lambda: page.files.wanted is not None and page.save_in.place is not None)


def test_tab_goes_from_the_list_through_the_form_to_the_buttons(desk: Desk, swarm: Swarm) -> None:
    dialog = opened(desk, *(payload.torrent_path for payload in payloads(swarm, "one", "two")))
    for row in (1, 0, 1):
        goes_to(desk, dialog, row)
        seen: list[QWidget] = []
        while (here := dialog.focusWidget()) not in seen:
            assert here is not None
            seen.append(here)
            QTest.keyClick(here, KEY.Key_Tab)
        assert seen[:2] == [dialog.list, dialog.name]
        assert seen[-3:] == [dialog.apply_button, dialog.cancel_button, dialog.ok_button]


def test_one_torrent_has_no_list(desk: Desk, swarm: Swarm) -> None:
    dialog = opened(desk, payloads(swarm, "one")[0].torrent_path)
    assert not dialog.list.isVisible()
    assert not dialog.apply_button.isVisible()


def test_each_has_its_own_choices(desk: Desk, swarm: Swarm, tmp_path: Path) -> None:
    one, two, three = payloads(swarm, "one", "two", "three")
    dialog = opened(desk, *(payload.torrent_path for payload in (one, two, three)))
    assert dialog.list.isVisible()
    assert dialog.focusWidget() is dialog.list
    assert [entry.form is not None for entry in dialog.entries] == [True, False, False]
    goes_to(desk, dialog, 1)
    dialog.name.setText("dos")
    assert dialog.list.item(1).text().startswith("dos\n")
    dialog.save_in.combo.setEditText(str(tmp_path / "other"))
    dialog.switches.label.setEditText("Films")
    dialog.files.tree.set_all_wanted(False)
    goes_to(desk, dialog, 0)
    dialog.switches.start.click()
    goes_to(desk, dialog, 1)
    desk.user.until(lambda: dialog.save_in.place is not None)
    QTest.keyClick(dialog.list, KEY.Key_Return)
    desk.user.until(lambda: len(desk.added) == 3)
    assert desk.added == [one.id, two.id, three.id]
    rows = [desk.user.sees(payload.id) for payload in (one, two, three)]
    assert [row.name for row in rows] == ["one", "dos", "three"]
    assert [row.paused for row in rows] == [True, False, False]
    assert [row.labels for row in rows] == [(), ("Films",), ()]
    assert rows[1].save_path == str(tmp_path / "other")
    assert desk.user.priorities(two.id) == [0, 0]
    assert desk.user.priorities(three.id) == [4, 4]


def test_folder_label_and_switches_are_used_for_all(desk: Desk, swarm: Swarm, tmp_path: Path) -> None:
    made = payloads(swarm, "one", "two", "three")
    dialog = opened(desk, *(payload.torrent_path for payload in made))
    goes_to(desk, dialog, 2)
    dialog.switches.sequential.click()
    goes_to(desk, dialog, 0)
    dialog.name.setText("uno")
    dialog.files.tree.set_all_wanted(False)
    dialog.save_in.combo.setEditText(str(tmp_path))
    dialog.switches.label.setEditText("Films")
    dialog.switches.start.click()
    assert not dialog.given.isVisible()
    QTest.mouseClick(dialog.apply_button, LEFT)
    assert dialog.given.isVisible()
    assert dialog.given.text() == "Every torrent here was given this folder, label and these switches."
    goes_to(desk, dialog, 2)
    assert dialog.save_in.folder == str(tmp_path)
    assert not dialog.switches.sequential.isChecked()
    QTest.mouseClick(dialog.ok_button, LEFT)
    desk.user.until(lambda: len(desk.added) == 3)
    for payload, name in zip(made, ("uno", "two", "three"), strict=True):
        row = desk.user.sees(payload.id, State.PAUSED if name != "uno" else lambda _row: True)
        assert (row.name, row.save_path, row.labels, row.paused) == (name, str(tmp_path), ("Films",), True)
    assert desk.user.priorities(made[1].id) == [4, 4]


def test_delete_takes_one_out_and_the_last_one_ends_it(desk: Desk, swarm: Swarm) -> None:
    one, two = payloads(swarm, "one", "two")
    dialog = opened(desk, one.torrent_path, two.torrent_path)
    QTest.keyClick(dialog.list, KEY.Key_Delete)
    assert dialog.windowTitle() == "Add torrent"
    assert dialog.name.text() == "two"
    assert list(desk.user.engine._running.adder._previews) == [two.id]  # type: ignore[union-attr]
    QTest.keyClick(dialog.list, KEY.Key_Delete)
    desk.user.until(desk.no_dialog)
    assert desk.user.engine._running.adder._previews == {}  # type: ignore[union-attr]


def test_nobody_asks_about_one_that_was_taken_out(desk: Desk, swarm: Swarm) -> None:
    links = [f"magnet:?xt=urn:btih:{digit * 40}" for digit in "ab"]
    dialog = opened(desk, *links, payloads(swarm, "one")[0].torrent_path)
    dialog.list.setCurrentRow(1)
    forms = dialog.findChildren(TorrentForm)
    assert len(forms) == 2
    for left, form in zip((2, 1), reversed(forms), strict=True):
        desk.user.until(form.watch._poll.isActive)
        dialog.list.setFocus()
        QTest.keyClick(dialog.list, KEY.Key_Delete)
        desk.user.until(lambda form=form: not isValid(form))
        assert len(dialog.entries) == left
        dialog.list.setCurrentRow(0)
    assert dialog.name.text() == "one"
    assert dialog.findChildren(TorrentForm) == [dialog.page]


def test_patterns_hold_for_those_nobody_has_looked_at(desk: Desk, swarm: Swarm) -> None:
    one, two = payloads(swarm, "one", "two")
    dialog = opened(desk, one.torrent_path, two.torrent_path)
    dialog.files.patterns_wanted.emit()
    desk.user.until(lambda: [each for each in dialog.findChildren(ExcludedDialog) if each.isVisible()])
    (editor,) = dialog.findChildren(ExcludedDialog)
    editor.field.setPlainText("b.*")
    QTest.mouseClick(editor.ok_button, LEFT)
    desk.user.until(lambda: dialog.files.tree.totals.wanted_files == 1)
    QTest.mouseClick(dialog.ok_button, LEFT)
    desk.user.until(lambda: desk.added == [one.id, two.id])
    assert [desk.user.priorities(payload.id) for payload in (one, two)] == [[4, 0], [4, 0]]


def test_patterns_hold_for_those_that_were_looked_at_before(desk: Desk, swarm: Swarm) -> None:
    one, two = payloads(swarm, "one", "two")
    dialog = opened(desk, one.torrent_path, two.torrent_path)
    goes_to(desk, dialog, 1)
    dialog.files.patterns_wanted.emit()
    desk.user.until(lambda: [each for each in dialog.findChildren(ExcludedDialog) if each.isVisible()])
    (editor,) = dialog.findChildren(ExcludedDialog)
    editor.field.setPlainText("b.*")
    QTest.mouseClick(editor.ok_button, LEFT)
    forms = [entry.form for entry in dialog.entries if entry.form is not None]
    assert len(forms) == 2
    desk.user.until(lambda: [form.files.tree.totals.wanted_files for form in forms] == [1, 1])


def test_one_that_fails_stays_with_its_sentence_and_the_others_are_added(desk: Desk, swarm: Swarm) -> None:
    one, two, three = payloads(swarm, "one", "two", "three")
    dialog = opened(desk, *(payload.torrent_path for payload in (one, two, three)))
    goes_to(desk, dialog, 1)
    dialog.save_in.combo.setEditText(str(desk.user.downloads / ("x" * 300)))
    desk.user.until(lambda: dialog.save_in.place is not None)
    goes_to(desk, dialog, 0)
    QTest.mouseClick(dialog.ok_button, LEFT)
    desk.user.until(lambda: len(desk.added) == 2)
    desk.user.until(dialog.page.trouble.isVisible)
    assert desk.added == [one.id, three.id]
    assert [entry.mark for entry in dialog.entries] == [Mark.FAILED]
    assert "can't be made" in dialog.page.trouble.label.text()
    dialog.save_in.combo.setEditText(str(desk.user.downloads))
    desk.user.until(lambda: dialog.save_in.place is not None)
    QTest.mouseClick(dialog.ok_button, LEFT)
    desk.user.until(desk.no_dialog)
    assert desk.added == [one.id, three.id, two.id]


def test_several_that_are_all_known_need_no_dialog(desk: Desk, swarm: Swarm) -> None:
    made = payloads(swarm, "one", "two")
    for payload in made:
        desk.user.adds(payload)
    desk.opens(*(payload.torrent_path for payload in made))
    desk.hears("“one” is in the list already.")
    desk.hears("“two” is in the list already.")
    desk.user.until(desk.no_dialog)
    assert sorted(desk.shown) == sorted(payload.id for payload in made)
    assert desk.user.engine._running.adder._previews == {}  # type: ignore[union-attr]


def test_one_that_is_known_is_marked_and_not_added_again(desk: Desk, swarm: Swarm) -> None:
    one, two = payloads(swarm, "one", "two")
    desk.user.adds(one)
    dialog = opened(desk, one.torrent_path, two.torrent_path)
    assert [entry.mark for entry in dialog.entries] == [Mark.KNOWN, Mark.READY]
    assert "in the list already" in dialog.files.waiting.sentence.text()
    QTest.mouseClick(dialog.ok_button, LEFT)
    desk.user.until(lambda: desk.added == [two.id])
    desk.hears("“one” is in the list already.")
    assert desk.no_dialog()


def test_the_same_torrent_twice_is_one(desk: Desk, swarm: Swarm, tmp_path: Path) -> None:
    (one,) = payloads(swarm, "one")
    copy = tmp_path / "copy.torrent"
    copy.write_bytes(one.torrent_path.read_bytes())
    desk.opens(one.torrent_path, copy)
    dialog = desk.filled("Add torrent")
    desk.user.until(lambda: len(dialog.entries) == 1)
    QTest.mouseClick(dialog.ok_button, LEFT)
    desk.user.until(lambda: desk.added == [one.id])


def test_a_link_among_them_says_that_its_details_are_sought(desk: Desk, swarm: Swarm) -> None:
    (one,) = payloads(swarm, "one")
    link = swarm.payload(name="link", files={"a.bin": 20_000}, version=Version.V1)
    peer = swarm.seed(link, manner=Manner.METADATA_ONLY)
    dialog = opened(desk, one.torrent_path, link.magnet)
    assert [entry.mark for entry in dialog.entries] == [Mark.READY, Mark.DETAILS]
    desk.user.connects(link.hash_v1, peer)
    desk.user.until(lambda: dialog.entries[1].mark is Mark.READY)
    QTest.mouseClick(dialog.ok_button, LEFT)
    desk.user.until(lambda: desk.added == [one.id, link.id])


def test_all_that_go_to_the_front_of_the_queue_keep_their_order(desk: Desk, swarm: Swarm) -> None:
    before, *made = payloads(swarm, "before", "one", "two")
    desk.user.adds(before)
    dialog = opened(desk, *(payload.torrent_path for payload in made))
    dialog.switches.top.click()
    QTest.mouseClick(dialog.apply_button, LEFT)
    QTest.mouseClick(dialog.ok_button, LEFT)
    desk.user.until(lambda: len(desk.added) == 2)
    desk.user.until(lambda: (desk.user.engine.refresh(), desk.user.queue())[1] == [made[0].id, made[1].id, before.id])


def test_files_that_are_dropped_on_it_join(desk: Desk, swarm: Swarm, qapp: QApplication) -> None:
    one, two = payloads(swarm, "one", "two")
    dialog = opened(desk, one.torrent_path)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(two.torrent_path))])
    plain = Qt.KeyboardModifier.NoModifier
    for field in (dialog, dialog.name):
        qapp.sendEvent(field, QDragEnterEvent(QPoint(20, 20), Qt.DropAction.CopyAction, mime, LEFT, plain))
        qapp.sendEvent(field, QDropEvent(QPointF(20, 20), Qt.DropAction.CopyAction, mime, LEFT, plain))
    desk.user.until(lambda: [entry.name for entry in dialog.entries] == ["one", "two"])
    assert dialog.windowTitle() == "Add 2 torrents"


def test_forty_are_there_soon_and_the_window_moves_on(desk: Desk, swarm: Swarm) -> None:
    made = [swarm.payload(name=f"torrent {number}", files=200) for number in range(40)]
    gaps: list[float] = []
    last = time.monotonic()

    def tick() -> bool:
        nonlocal last
        now = time.monotonic()
        gaps.append(now - last)
        last = now
        dialog = desk.incoming.dialog
        return dialog is not None and len(dialog.entries) == 40 and all(e.mark is Mark.READY for e in dialog.entries)

    desk.opens(*(payload.torrent_path for payload in made))
    desk.user.until(tick)
    dialog = desk.incoming.dialog
    assert dialog is not None
    assert [entry.form is not None for entry in dialog.entries].count(True) == 1
    # The first form is built in one go; a busy machine is given ten times what it takes.
    assert max(gaps) < 1.0
    dialog.list.setCurrentRow(39)
    assert dialog.name.text() == "torrent 39"


def test_the_room_of_a_disk_is_told_for_all_that_go_there(desk: Desk, swarm: Swarm, tmp_path: Path) -> None:
    made = [
        swarm.payload(name=name, files={"a.bin": 2_000_000, "b.bin": 1_000_000}, version=Version.V1) for name in "abc"
    ]
    made[2].prefill(desk.user.downloads, range(made[2].pieces))
    dialog = opened(desk, *(payload.torrent_path for payload in made), "magnet:?xt=urn:btih:" + "ab" * 20)

    def says(size: int, words: str) -> None:
        def said() -> bool:
            place = dialog.save_in.place
            return place is not None and dialog.save_in.note.endswith(f"{formats.size(place.free - size)} {words}")

        desk.user.until(said)

    # The third is here already, of the last one nobody knows.
    says(6_000_000, "after 3 of the 4")
    dialog.files.tree.set_priority([0], 0)
    says(4_000_000, "after 3 of the 4")
    dialog.remove(dialog.entries[3])
    says(4_000_000, "after all 3")
    goes_to(desk, dialog, 1)
    says(4_000_000, "after all 3")
    place = dialog.save_in.place
    assert place is not None
    dialog.save_in.set_wanted(place.free - 500_000)
    assert dialog.save_in.note.endswith(f", {formats.size(500_000)} too little for all 3")
    dialog.save_in.combo.setEditText(str(desk.user.downloads / "a.bin" / "\0"))
    desk.user.until(lambda: dialog.save_in.problem)
    goes_to(desk, dialog, 0)
    says(1_000_000, "after all 2")


def test_a_narrow_dialog_has_its_rows_in_line(desk: Desk, swarm: Swarm) -> None:
    dialog = opened(desk, *(payload.torrent_path for payload in payloads(swarm, "one", "two")))
    goes_to(desk, dialog, 0)
    page = dialog.page
    for width in (760, 1100):
        dialog.resize(width, 640)
        desk.user.until(lambda: dialog.switches._across == (2 if dialog.width() > 1000 else 1))
        desk.user.until(lambda: page.files.view.horizontalScrollBar().maximum() == 0)
        for label, field in zip(page._labels[-2:], (page.switches.label, page.switches.layouts), strict=True):
            assert label.mapTo(page, QPoint()).y() == field.mapTo(page, QPoint()).y()
        line = dialog.save_in._room
        assert line.bar.width() + line.label.fontMetrics().horizontalAdvance(line.sentence) < line.width()
