# SPDX-License-Identifier: GPL-3.0-or-later
"""The add dialog with a real engine and, where it needs peers, a real swarm."""

from operator import attrgetter
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget

from starling.torrent import Priority, State
from starling.ui.button import Button
from starling.ui.dialogs.add import AddDialog
from starling.ui.files.view import FileView
from tests.swarm import Manner, Swarm, Version
from tests.ui.desk import Desk, Longer

KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton
FILES = {"film.mkv": 300_000, "extras/making of.mp4": 120_000, "extras/art.zip": 50_000, "README.txt": 1_200}


def index_of(dialog: AddDialog, name: str) -> int:
    assert dialog.preview is not None
    return next(file.index for file in dialog.preview.files if file.path.endswith(name))


def untick(dialog: AddDialog, *names: str) -> None:
    """Clicks boxes away by keyboard: go to the row, press Space."""
    for name in names:
        row = dialog.files.tree.index_of(index_of(dialog, name))
        assert row is not None
        dialog.files.view.setFocus()
        dialog.files.view.setCurrentIndex(dialog.files.tree.index(row, 0))
        QTest.keyClick(dialog.files.view, KEY.Key_Space)


def chooses(dialog: AddDialog, words: str) -> None:
    """Picks from the menu of choices."""
    dialog.files.more.aboutToShow.emit()
    (action,) = [each for each in dialog.files.more.actions() if words in each.text().replace("&", "")]
    action.trigger()


def test_a_file_is_shown_unticked_added_and_only_the_ticked_arrive(desk: Desk, swarm: Swarm) -> None:
    payload = swarm.payload(name="Sprite & Fright", files=FILES)
    seed = swarm.seed(payload)
    desk.opens(payload.torrent_path)
    dialog = desk.filled()
    assert dialog.name.text() == "Sprite & Fright"
    assert dialog.page.facts.text() == "471\u00a0kB, 4 files, v1 and v2"
    assert dialog.files.sum == "471\u00a0kB of 471\u00a0kB, 4 of 4 files"
    untick(dialog, "art.zip", "README.txt")
    assert dialog.files.sum == "420\u00a0kB of 471\u00a0kB, 2 of 4 files"
    assert "after this" in dialog.save_in.note
    QTest.keyClick(dialog.name, KEY.Key_Return)
    desk.user.until(lambda: desk.added)
    assert desk.no_dialog()
    (id,) = desk.added
    desk.user.connects(id, seed)
    desk.user.sees(id, State.SEEDING)
    skipped = {"Sprite & Fright/extras/art.zip", "Sprite & Fright/README.txt"}
    assert payload.arrives(desk.user.downloads, skip=skipped) == ()


def test_what_is_said_in_it_is_how_it_is_added(desk: Desk, swarm: Swarm, tmp_path: Path) -> None:
    payload = swarm.payload(files=FILES, version=Version.V1)
    desk.opens(payload.torrent_path)
    dialog = desk.filled()
    assert dialog.page.facts.text().endswith("v1")
    dialog.name.setText("  Another name ")
    dialog.save_in.combo.setEditText(str(tmp_path / "films" / "new"))
    dialog.files.tree.set_priority([index_of(dialog, "film.mkv")], Priority.HIGH)
    switches = dialog.switches
    switches.label.setEditText(" Films,  to  watch, Films ,")
    for box, wanted in ((switches.start, False), (switches.sequential, True), (switches.first_last, True)):
        if box.isChecked() != wanted:
            box.click()
    desk.user.until(lambda: dialog.save_in.place is not None)
    QTest.mouseClick(dialog.ok_button, LEFT)
    desk.user.until(lambda: desk.added)
    torrent = desk.user.sees(desk.added[0])
    assert torrent.name == "Another name"
    assert torrent.save_path == str(tmp_path / "films" / "new")
    assert torrent.labels == ("Films", "to watch")
    assert (torrent.paused, torrent.sequential, torrent.first_last) == (True, True, True)
    assert sorted(desk.user.priorities(torrent.id)) == [4, 4, 4, 6]


def test_first_in_the_queue_is_first(desk: Desk, swarm: Swarm) -> None:
    earlier = desk.user.adds(swarm.payload(files=FILES, name="earlier"))
    desk.opens(swarm.payload(files=FILES, name="later").torrent_path)
    dialog = desk.filled()
    dialog.switches.top.click()
    QTest.mouseClick(dialog.ok_button, LEFT)
    desk.user.until(lambda: desk.added)
    desk.user.sees(desk.added[0], lambda row: row.queue == 0)
    desk.user.sees(earlier, lambda row: row.queue == 1)


def test_the_details_of_a_magnet_link_arrive_in_it_from_a_peer(desk: Desk, swarm: Swarm) -> None:
    payload = swarm.payload(name="Sprite Fright", files=FILES, version=Version.V1)
    peer = swarm.seed(payload, manner=Manner.METADATA_ONLY)
    desk.opens(f"magnet:?xt=urn:btih:{payload.hash_v1}&dn=A%20film")
    dialog = desk.dialog()
    assert dialog.name.text() == "A film"
    assert dialog.page.facts.text() == "v1"
    assert dialog.files.waiting.isVisible()
    assert dialog.files.waiting.sentence.text() == "Finding the details"
    assert dialog.files.waiting.hash.text() == payload.hash_v1
    assert dialog.files.wanted is None
    assert not dialog.files.all_button.isEnabled()
    desk.user.connects(payload.hash_v1, peer)
    dialog = desk.filled()
    assert dialog.name.text() == "Sprite Fright"
    assert dialog.page.facts.text() == "471\u00a0kB, 4 files, v1"
    assert dialog.files.view.isVisible()
    assert dialog.files.all_button.isEnabled()
    untick(dialog, "film.mkv")
    QTest.mouseClick(dialog.ok_button, LEFT)
    desk.user.until(lambda: desk.added)
    priorities = desk.user.priorities(desk.added[0])
    assert sorted(priorities) == [0, 4, 4, 4]
    assert not (desk.user.downloads / "Sprite Fright" / "film.mkv").exists()


def test_nothing_typed_is_lost_when_the_details_come(desk: Desk, swarm: Swarm, tmp_path: Path) -> None:
    payload = swarm.payload(files=FILES, version=Version.V1)
    peer = swarm.seed(payload, manner=Manner.METADATA_ONLY)
    desk.opens(payload.hash_v1)
    dialog = desk.dialog()
    dialog.name.setText("Mine")
    dialog.save_in.combo.setEditText(str(tmp_path))
    dialog.switches.label.setEditText("Films")
    desk.user.connects(payload.hash_v1, peer)
    dialog = desk.filled()
    assert dialog.name.text() == "Mine"
    assert dialog.save_in.folder == str(tmp_path)
    assert dialog.switches.labels == ("Films",)


def test_peers_are_counted_while_details_are_sought(desk: Desk, swarm: Swarm) -> None:
    payload = swarm.payload(files=FILES, version=Version.V1)
    other = swarm.leech(payload, magnet=True)
    desk.opens(payload.magnet)
    dialog = desk.dialog()
    desk.user.connects(payload.hash_v1, other)
    desk.user.until(lambda: dialog.files.waiting.sentence.text() == "Finding the details, 1 peers")
    assert dialog.files.waiting.hint.text() == ""
    dialog.page.watch.seconds = 30
    desk.user.until(lambda: "add it now" in dialog.files.waiting.hint.text())


def test_a_magnet_link_is_added_before_its_details_are_here(desk: Desk, swarm: Swarm) -> None:
    payload = swarm.payload(files=FILES, version=Version.V1)
    seed = swarm.seed(payload)
    desk.opens(payload.magnet)
    QTest.keyClick(desk.dialog(), KEY.Key_Return)
    desk.user.until(lambda: desk.added)
    desk.user.connects(desk.added[0], seed)
    desk.user.sees(desk.added[0], State.SEEDING)
    assert payload.arrives(desk.user.downloads) == ()


def test_what_a_link_asks_for_is_ticked_and_more_can_be(desk: Desk, swarm: Swarm) -> None:
    payload = swarm.payload(files=FILES, version=Version.V1)
    peer = swarm.seed(payload, manner=Manner.METADATA_ONLY)
    desk.opens(f"magnet:?xt=urn:btih:{payload.hash_v1}&so=0")
    desk.dialog()
    desk.user.connects(payload.hash_v1, peer)
    dialog = desk.filled()
    assert dialog.files.tree.totals.wanted_files == 1
    QTest.mouseClick(dialog.files.all_button, LEFT)
    untick(dialog, "README.txt")
    QTest.mouseClick(dialog.ok_button, LEFT)
    desk.user.until(lambda: desk.added)
    assert sorted(desk.user.priorities(desk.added[0])) == [0, 4, 4, 4]


def test_escape_discards_it_and_leaves_nothing(desk: Desk, swarm: Swarm) -> None:
    payload = swarm.payload(files=FILES, version=Version.V1)
    desk.opens(payload.magnet)
    dialog = desk.dialog()
    assert desk.user.engine._records.get(payload.hash_v1) is not None
    QTest.keyClick(dialog, KEY.Key_Escape)
    desk.user.until(desk.no_dialog)
    assert desk.user.engine._records.get(payload.hash_v1) is None
    assert desk.added == []
    assert desk.user.stored() == []


def test_a_folder_that_will_not_do_is_said_beside_it(desk: Desk, swarm: Swarm) -> None:
    payload = swarm.payload(files=FILES)
    desk.opens(payload.torrent_path)
    dialog = desk.filled()
    dialog.save_in.combo.setEditText(str(payload.torrent_path))
    desk.user.until(lambda: dialog.save_in.problem)
    assert "is a file, not a folder" in dialog.save_in.note
    assert not dialog.ok_button.isEnabled()
    QTest.keyClick(dialog.save_in.combo, KEY.Key_Return)
    assert dialog.isVisible()
    dialog.save_in.combo.setEditText(str(desk.user.downloads))
    desk.user.until(lambda: dialog.save_in.place is not None and dialog.ok_button.isEnabled())


def test_an_addition_that_fails_keeps_the_dialog_and_what_was_typed(desk: Desk, swarm: Swarm) -> None:
    payload = swarm.payload(files=FILES)
    desk.opens(payload.torrent_path)
    dialog = desk.filled()
    too_long = str(desk.user.downloads / ("x" * 300))
    dialog.save_in.combo.setEditText(too_long)
    dialog.name.setText("Mine")
    untick(dialog, "README.txt")
    desk.user.until(lambda: dialog.save_in.place is not None)
    QTest.mouseClick(dialog.ok_button, LEFT)
    desk.user.until(dialog.page.trouble.isVisible)
    assert "can't be made" in dialog.page.trouble.label.text()
    assert not dialog.page.trouble.button.isVisible()
    assert (dialog.name.text(), dialog.save_in.folder) == ("Mine", too_long)
    assert dialog.files.tree.totals.wanted_files == 3
    dialog.save_in.combo.setEditText(str(desk.user.downloads))
    desk.user.until(lambda: dialog.save_in.place is not None)
    QTest.mouseClick(dialog.ok_button, LEFT)
    desk.user.until(lambda: desk.added)
    assert desk.user.sees(desk.added[0]).name == "Mine"


def test_presets_tick_what_they_say_of_what_the_filter_shows(desk: Desk, swarm: Swarm) -> None:
    desk.opens(swarm.payload(files=FILES).torrent_path)
    dialog = desk.filled()
    files = dialog.files

    def ticked() -> set[str]:
        assert dialog.preview is not None
        skipped = files.tree.priorities()
        return {file.path.rpartition("/")[2] for file in dialog.preview.files if skipped.get(file.index, 4)}

    chooses(dialog, "Only video")
    desk.user.until(lambda: len(ticked()) == 2)
    assert ticked() == {"film.mkv", "making of.mp4"}
    QTest.mouseClick(files.none_button, LEFT)
    assert ticked() == set()
    assert files.sum.startswith("0\u00a0B of")
    QTest.keyClicks(files.filter, "extras")
    QTest.mouseClick(files.all_button, LEFT)
    assert ticked() == {"making of.mp4", "art.zip"}
    QTest.keyClick(files.filter, KEY.Key_Escape)
    assert dialog.isVisible()
    assert files.filter.text() == ""
    QTest.mouseClick(files.all_button, LEFT)
    assert len(ticked()) == 4
    chooses(dialog, "Only files over")
    assert ticked() == set()
    chooses(dialog, "Invert")
    assert len(ticked()) == 4
    QTest.keyClicks(files.filter, "*.mkv")
    chooses(dialog, "only what was found")
    QTest.keyClick(files.filter, KEY.Key_Escape)
    assert ticked() == {"film.mkv"}


def test_enter_in_the_filter_goes_to_the_tree_and_adds_nothing(desk: Desk, swarm: Swarm) -> None:
    desk.opens(swarm.payload(files=FILES).torrent_path)
    dialog = desk.filled()
    QTest.keySequence(dialog, "Ctrl+F")
    assert isinstance(dialog.focusWidget(), QLineEdit)
    assert dialog.focusWidget() is dialog.files.filter
    QTest.keyClick(dialog.files.filter, KEY.Key_Return)
    assert isinstance(dialog.focusWidget(), FileView)
    assert desk.added == []
    assert dialog.isVisible()


def test_its_size_is_remembered(desk: Desk, swarm: Swarm) -> None:
    payload = swarm.payload(files=FILES)
    desk.opens(payload.torrent_path)
    dialog = desk.filled()
    dialog.resize(731, 577)
    dialog.reject()
    desk.user.until(desk.no_dialog)
    desk.opens(payload.torrent_path)
    assert desk.filled().size() == QSize(731, 577)


def test_everything_has_a_name_and_a_key_of_its_own(desk: Desk, swarm: Swarm) -> None:
    desk.opens(*(swarm.payload(files=FILES, name=name).torrent_path for name in ("one", "two")))
    dialog = desk.filled("Add 2 torrents")
    texts = [button.text() for button in dialog.findChildren(QAbstractButton) if button.isVisible()]
    texts += [label.text() for label in dialog.findChildren(QLabel) if label.buddy() is not None]
    keys = [text[text.index("&") + 1].lower() for text in texts if "&" in text.replace("&&", "")]
    assert len(keys) == len(set(keys)) >= 17
    fields = [w for kind in (QLineEdit, QComboBox, FileView) for w in dialog.findChildren(kind) if w.isVisible()]
    named = [w for w in fields if not isinstance(w.parent(), QComboBox)]
    assert len(named) == 6
    assert all(widget.accessibleName() for widget in named)


def test_tab_goes_round_everything(desk: Desk, swarm: Swarm) -> None:
    desk.opens(swarm.payload(files=FILES).torrent_path)
    dialog = desk.filled()
    assert dialog.focusWidget() is dialog.name
    seen: list[QWidget] = []
    while (here := dialog.focusWidget()) not in seen:
        assert here is not None
        seen.append(here)
        QTest.keyClick(here, KEY.Key_Tab)
    wanted = [dialog.name, dialog.save_in.browse, dialog.files.filter, dialog.files.all_button, dialog.files.view]
    wanted += [dialog.switches.start, dialog.switches.first_last, dialog.cancel_button, dialog.ok_button]
    order = [seen.index(widget) for widget in wanted]
    assert order == sorted(order)
    assert seen[-1] is dialog.ok_button


def presses(dialog: AddDialog, *keys: str) -> None:
    """Presses keys wherever the keyboard is."""
    for key in keys:
        QTest.keySequence(dialog.focusWidget() or dialog, key)


def test_a_keyboard_is_enough(desk: Desk, swarm: Swarm) -> None:
    desk.opens(swarm.payload(name="Top", files=FILES, version=Version.V1).torrent_path)
    dialog = desk.filled()
    desk.user.until(dialog.isActiveWindow)
    assert not dialog.name.hasSelectedText()
    QTest.keyClicks(dialog.focusWidget(), "My ")
    presses(dialog, "Ctrl+F")
    QTest.keyClicks(dialog.focusWidget(), "*.zip")
    presses(dialog, "Return", "End", "Space")
    assert dialog.files.tree.priorities() == {index_of(dialog, "art.zip"): 0}
    presses(dialog, "Ctrl+F", "Escape")
    assert dialog.files.filter.text() == ""
    presses(dialog, "Shift+Tab", "Shift+Tab")
    assert dialog.save_in.combo.hasFocus()
    presses(dialog, "Return")
    desk.user.until(lambda: desk.added)
    assert desk.user.sees(desk.added[0]).name == "My Top"
    assert sorted(desk.user.priorities(desk.added[0])) == [0, 4, 4, 4]


def test_enter_presses_the_button_it_is_on(desk: Desk, swarm: Swarm) -> None:
    desk.opens(swarm.payload(files=FILES).torrent_path)
    dialog = desk.filled()
    dialog.files.none_button.setFocus()
    presses(dialog, "Return")
    assert dialog.files.tree.totals.wanted_files == 0
    dialog.files.more_button.setFocus()
    presses(dialog, "Return")
    desk.user.until(dialog.files.more.isVisible)
    QTest.keyClick(dialog.files.more, KEY.Key_Escape)
    desk.user.until(lambda: not dialog.files.more.isVisible())
    assert dialog.isVisible()
    dialog.cancel_button.setFocus()
    presses(dialog, "Enter")
    desk.user.until(desk.no_dialog)
    assert desk.added == []


@pytest.mark.parametrize("place", ["name", "files.view", "switches.label", "switches.layouts", "switches.start"])
def test_enter_adds_from_everywhere_else(desk: Desk, swarm: Swarm, place: str) -> None:
    desk.opens(swarm.payload(files=FILES).torrent_path)
    dialog = desk.filled()
    attrgetter(place)(dialog).setFocus()
    presses(dialog, "Return")
    desk.user.until(lambda: desk.added)


def test_it_fits_a_small_screen_in_a_longer_language(desk: Desk, swarm: Swarm, qapp: QApplication) -> None:
    longer = Longer()
    qapp.installTranslator(longer)
    try:
        desk.opens(*(swarm.payload(files=FILES, name=name).torrent_path for name in ("one", "two")))
        desk.user.until(lambda: desk.incoming.dialog is not None and desk.incoming.dialog.files.wanted is not None)
        dialog = desk.incoming.dialog
        assert dialog is not None
        dialog.resize(300, 200)
        desk.user.until(lambda: dialog.save_in.place is not None)
        dialog.page.say_trouble("A sentence about what went wrong, as long as they are.", again=True)
        room = dialog.minimumSizeHint()
        # Of 1024 × 600, a title bar and a panel take a part.
        assert room.width() <= 1000
        assert room.height() <= 540
        dialog.resize(1000, 540)
        desk.user.until(lambda: dialog.height() == 540)
        for button in dialog.findChildren(Button):
            if button.isVisible():
                assert button.width() >= button.sizeHint().width(), button.text()
                assert dialog.rect().contains(button.mapTo(dialog, button.rect().bottomRight())), button.text()
        assert dialog.files.view.viewport().height() >= 40
    finally:
        qapp.removeTranslator(longer)


@pytest.mark.parametrize("name", ["<b>bold</b>", "A & B", "x" * 240])
def test_a_name_is_shown_as_it_is(desk: Desk, swarm: Swarm, name: str) -> None:
    desk.opens(swarm.payload(files={"a": 5}, name=name.replace("/", "∕")).torrent_path)
    dialog = desk.filled()
    assert dialog.name.text() == name.replace("/", "∕")
    assert dialog.minimumSizeHint().width() < 1000
