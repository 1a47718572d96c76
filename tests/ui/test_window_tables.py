# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables of the whole program: what stays selected, and what is exported by menu and context menu."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu

from tests.ui.person import Person


def test_the_neighbour_of_a_removed_torrent_is_selected(person: Person) -> None:
    person.makes("one", "three", "two")
    person.window.model.sort_by("name", falling=False)
    person.selects("three")
    engine = person.program.engine
    for left, then in ((["one", "two"], ["two"]), (["one"], ["one"]), ([], [])):
        person.loop.create_task(engine.remove([person.window.selected()[0].id], data=False))
        person.until(lambda left=left: person.names() == left)
        assert person.selected() == then


def test_others_stay_selected_when_one_goes(person: Person) -> None:
    person.makes("one", "three", "two")
    person.window.model.sort_by("name", falling=False)
    person.selects("one", "two")
    person.loop.create_task(person.program.engine.remove([person.window.selected()[0].id], data=False))
    person.until(lambda: person.names() == ["three", "two"])
    assert person.selected() == ["two"]


def test_what_was_selected_is_after_a_restart(person: Person) -> None:
    person.makes("one", "two", "three")
    person.selects("two")
    person.comes_back()
    person.until(lambda: person.selected() == ["two"])
    person.window.list.clearSelection()
    person.comes_back()
    person.until(lambda: len(person.names()) == 3)
    assert person.selected() == []


def test_the_list_is_exported_by_the_menu_bar(person: Person, tmp_path: Path) -> None:
    person.makes("one", "=two")
    person.chooses("File", "Export the list as CSV")
    person.until(lambda: file_dialog() is not None)
    dialog = file_dialog()
    assert dialog is not None
    assert dialog.selectedFiles()[0].endswith("/Torrents.csv")
    dialog.findChild(QLineEdit).setText(str(tmp_path / "list.csv"))
    dialog.accept()
    person.until((tmp_path / "list.csv").exists)
    text = (tmp_path / "list.csv").read_text("utf-8-sig")
    assert '"Size (bytes)"' in text.splitlines()[0]
    assert '\n"\'=two",' in text
    person.reads("2 rows were exported to")


def test_a_table_of_the_details_is_exported_by_the_menu_of_its_tab(person: Person, tmp_path: Path) -> None:
    person.makes("one")
    person.selects("one")
    page = person.window.details.files
    person.window.details.show_tab(person.window.details.pages.index(page))
    person.until(page.tree.rowCount)
    menu = QMenu(person.window)
    page.fill_menu(menu)
    next(action for action in menu.actions() if action.text() == "E&xport as CSV…").trigger()
    person.until(lambda: file_dialog() is not None)
    dialog = file_dialog()
    assert dialog is not None
    assert dialog.selectedFiles()[0].endswith("/one – Files.csv")
    dialog.reject()


def file_dialog() -> QFileDialog | None:
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog) and w.isVisible()]
    return found[0] if found else None
