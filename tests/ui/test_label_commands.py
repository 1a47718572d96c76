# SPDX-License-Identifier: GPL-3.0-or-later
"""Labels in the running program: given, made, edited, removed and put back, in the menus and the sidebar."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from starling import settings
from starling.labels import By, Label, Rule
from starling.torrent import State
from starling.ui.dialogs.label import LabelDialog
from starling.ui.dialogs.labelling import LabellingDialog
from starling.ui.dialogs.labelrules import RulesDialog
from starling.ui.filters import ALL, Filter, Section
from starling.ui.labelcolours import shades
from starling.ui.preferences.window import PreferencesWindow
from starling.watchfolders import WatchFolder
from tests.ui.person import LEFT, Person, choose, entry_of, plain

FILMS, NONE = Filter(Section.LABELS, "Films"), Filter(Section.LABELS, "")
NO_KEYS = Qt.KeyboardModifier.NoModifier
RED, BLUE = "#c9302c", "#2f6fde"


def defines(person: Person, *labels: Label) -> None:
    person.program.settings.set(settings.labels.LABELS, labels)


def defined(person: Person) -> tuple[Label, ...]:
    return person.program.settings.get(settings.labels.LABELS)


def has(person: Person, name: str, *labels: str) -> None:
    person.sees(name, lambda torrent: torrent.labels == labels)


def menu_of(person: Person, entry: Filter | Section) -> QMenu:
    """Opens the context menu of a row of the sidebar."""
    sidebar = person.window.sidebar
    model = sidebar.model()
    index = next(i for row in range(model.rowCount()) if sidebar.entry(i := model.index(row, 0)) == entry)
    sidebar.scrollTo(index)
    where = sidebar.visualRect(index).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, sidebar.viewport().mapToGlobal(where))
    QApplication.sendEvent(sidebar.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def chooses(menu: QMenu, text: str) -> None:
    entry = entry_of(menu.actions(), [text])
    menu.close()
    choose(entry)


def in_sidebar(person: Person) -> list[str]:
    sidebar = person.window.sidebar
    entries = [sidebar.entry(sidebar.model().index(row, 0)) for row in range(sidebar.model().rowCount())]
    return [one.name for one in entries if isinstance(one, Filter) and one.section is Section.LABELS]


# -- given and taken


def test_a_new_one_is_defined_and_given_ticked_and_unticked(person: Person) -> None:
    person.makes("one", "two")
    assert in_sidebar(person) == []
    person.clicks("one")
    person.chooses("Torrent", "Labels", "New label")
    dialog = person.dialog(LabelDialog)
    assert not dialog.save_button.isEnabled()
    dialog.name.setText("  Field  recordings & more ")
    dialog.colour.choose(BLUE)
    dialog.accept()
    name = "Field recordings & more"
    has(person, "one", name)
    assert defined(person) == (Label(name, BLUE),)
    label = Filter(Section.LABELS, name)
    person.until(lambda: (person.counts(label), person.counts(NONE)) == (1, 1))
    person.selects("one", "two")
    entry = next(one for one in entries(person) if name.replace("&", "&&") in one)
    assert entry.endswith("\t1 of 2")
    choose(next(one for one in label_menu(person).actions() if one.text() == entry))
    has(person, "two", name)
    assert person.menu("Torrent", "Labels", name).isChecked()
    person.chooses("Torrent", "Labels", name)
    has(person, "one")
    person.until(lambda: (person.counts(label), person.counts(NONE)) == (0, 2))
    assert in_sidebar(person) == [name, ""], "a defined one stays"


def label_menu(person: Person) -> QMenu:
    menu = person.menu("Torrent", "Labels").menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    return menu


def entries(person: Person) -> list[str]:
    return [entry.text() for entry in label_menu(person).actions()]


def test_two_are_given_in_a_moment_and_all_are_taken(person: Person) -> None:
    person.makes("one", "two")
    person.program.engine.set_labels([person.torrent("two").id], ("Music",))
    has(person, "two", "Music")
    defines(person, Label("Films"), Label("Free"))
    person.selects("one", "two")
    # The list has not heard of the first one when the second comes.
    person.chooses("Torrent", "Labels", "Films")
    person.chooses("Torrent", "Labels", "Free")
    has(person, "one", "Films", "Free")
    has(person, "two", "Music", "Films", "Free")
    person.chooses("Torrent", "Labels", "Remove all labels")
    has(person, "one")
    has(person, "two")


def test_they_are_typed_found_made_and_left_alone(person: Person) -> None:
    person.makes("one", "two")
    defines(person, Label("Films"), Label("Music"))
    person.program.engine.set_labels([person.torrent("two").id], ("Music", "odd"))
    has(person, "two", "Music", "odd")
    person.selects("one", "two")
    person.presses("Ctrl+Shift+L")
    dialog = person.dialog(LabellingDialog)
    states = {dialog.list.item(row).text(): dialog.list.item(row).checkState() for row in range(dialog.list.count())}
    some = Qt.CheckState.PartiallyChecked
    assert states == {"Films": Qt.CheckState.Unchecked, "Music": some, "odd": some}
    person.types("fi", dialog.field)
    assert dialog.field.text().casefold() == "films", "it is completed"
    person.presses("Return", dialog.field)
    dialog.field.insert("a\u0301 la carte, MUSIC")
    person.presses("Return", dialog.field)
    assert dialog.field.text() == ""
    person.types("x" * 61, dialog.field)
    person.presses("Return", dialog.field)
    assert dialog.refusal.text() == "The name of a label has at most 60 characters."
    assert dialog.field.text() == "x" * 61, "nothing is lost"
    person.presses("Return", dialog.save_button)
    dialog.save_button.click()
    assert dialog.isVisible(), "what was typed is not thrown away"
    dialog.field.clear()
    dialog.save_button.click()
    has(person, "one", "Films", "Music", "\u00e1 la carte")
    has(person, "two", "Music", "odd", "Films", "\u00e1 la carte")
    assert in_sidebar(person)[:2] == ["Films", "Music"]


def test_a_label_offers_to_move_the_data_into_its_folder(person: Person) -> None:
    payload = person.swarm.payload(name="one", files={"a.bin": 70_000})
    person.has_all(payload)
    person.program.engine.start([payload.id])
    person.sees("one", State.SEEDING)
    there = person.downloads.parent / "films"
    defines(person, Label("Films", folder=str(there), move=True))
    person.clicks("one")
    person.chooses("Torrent", "Labels", "Films")
    notice = person.reads("“one” has the label “Films” now", str(there))
    assert notice.button is not None
    notice.button.click()
    person.sees("one", lambda torrent: torrent.save_path == str(there))
    person.until(lambda: (there / "one" / "a.bin").exists() or (there / "a.bin").exists())


def drags(person: Person, name: str, entry: Filter, *, lets_go: bool = True) -> None:
    """Drags the selected torrents from the row of one of them onto an entry of the sidebar."""
    view, sidebar = person.window.list, person.window.sidebar
    model = sidebar.model()
    index = next(i for row in range(model.rowCount()) if sidebar.entry(i := model.index(row, 0)) == entry)
    sidebar.scrollTo(index)
    begin, port = view.visualRect(person.index(name)).center(), view.viewport()
    end = port.mapFromGlobal(sidebar.viewport().mapToGlobal(sidebar.visualRect(index).center()))
    QTest.mousePress(port, LEFT, pos=begin)
    for point in (begin + QPoint(30, 0), end):
        # QTest's own moves hold no button.
        where = QPointF(point), QPointF(port.mapToGlobal(point))
        QApplication.sendEvent(port, QMouseEvent(QEvent.Type.MouseMove, *where, LEFT, LEFT, NO_KEYS))
    if lets_go:
        QTest.mouseRelease(port, LEFT, pos=end)


def test_torrents_are_dragged_onto_a_label(person: Person) -> None:
    person.makes("one", "two", "three")
    defines(person, Label("Films"))
    person.selects("one", "two")
    drags(person, "two", FILMS, lets_go=False)
    assert person.window.sidebar.aimed == FILMS
    person.presses("Esc", person.window.list)
    assert person.window.sidebar.aimed is None
    QTest.mouseRelease(person.window.list.viewport(), LEFT)
    person.selects("one", "two")
    drags(person, "two", FILMS)
    assert person.window.sidebar.aimed is None
    has(person, "one", "Films")
    has(person, "two", "Films")
    has(person, "three")
    person.clicks("two")
    drags(person, "two", NONE)
    has(person, "two")
    has(person, "one", "Films")
    drags(person, "two", ALL)
    has(person, "two")


# -- the labels themselves


def test_the_sidebar_makes_edits_renames_orders_and_removes(person: Person, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    person.makes("one", "two")
    person.program.engine.set_labels([person.torrent("one").id], ("Films", "x"))
    has(person, "one", "Films", "x")
    person.until(lambda: in_sidebar(person) == ["Films", "x", ""])
    chooses(menu_of(person, FILMS), "Define")
    dialog = person.dialog(LabelDialog)
    assert dialog.name.text() == "Films"
    dialog.colour.choose(RED)
    dialog.accept()
    person.until(lambda: defined(person) == (Label("Films", RED),))
    chooses(menu_of(person, Section.LABELS), "New label")
    dialog = person.dialog(LabelDialog)
    dialog.name.setText("FILMS")
    assert dialog.refusal.text() == "There is a label “FILMS” already."
    assert not dialog.save_button.isEnabled()
    dialog.name.setText("Music")
    dialog.accept()
    person.until(lambda: in_sidebar(person) == ["Films", "Music", "x", ""])
    giving = settings.automation.WATCH_FOLDERS
    person.program.settings.set(giving, (WatchFolder(str(tmp_path / "in"), ("Films",)),))
    person.picks(FILMS)
    person.presses("Alt+Down", person.window.sidebar)
    person.until(lambda: in_sidebar(person) == ["Music", "Films", "x", ""])
    person.presses("F2", person.window.sidebar)
    dialog = person.dialog(LabelDialog)
    dialog.name.setText("../x")
    dialog.accept()
    has(person, "one", "../x", "x")
    assert [one.labels for one in person.program.settings.get(giving)] == [("../x",)]
    renamed = Filter(Section.LABELS, "../x")
    person.until(lambda: person.window.filter.entry == renamed)
    person.until(lambda: person.names() == ["one"])
    person.presses("Del", person.window.sidebar)
    has(person, "one", "x")
    person.until(lambda: person.window.filter.entry == ALL)
    notice = person.reads("The label “../x” is removed, also from 1 torrent")
    assert [one.labels for one in person.program.settings.get(giving)] == [()]
    assert notice.button is not None
    notice.button.click()
    has(person, "one", "x", "../x")
    assert [one.labels for one in person.program.settings.get(giving)] == [("../x",)]
    assert [one.name for one in defined(person)] == ["Music", "../x"]
    person.comes_back().window.resize(1600, 860)
    assert person.torrent("one").labels == ("x", "../x")
    person.until(lambda: in_sidebar(person) == ["Music", "../x", "x", ""])


def test_no_label_is_an_entry_of_its_own(person: Person) -> None:
    person.makes("one", "two")
    person.program.engine.set_labels([person.torrent("one").id], ("Films",))
    person.until(lambda: person.counts(NONE) == 1)
    person.picks(NONE)
    assert person.names() == ["two"]
    menu = menu_of(person, NONE)
    assert "Remove" not in [plain(entry) for entry in menu.actions()]
    menu.close()
    person.program.engine.set_labels([person.torrent("one").id], ())
    person.until(lambda: person.window.filter.entry == ALL)


def test_a_colour_is_seen_at_once_in_list_and_sidebar(person: Person) -> None:
    person.makes("one")
    person.program.engine.set_labels([person.torrent("one").id], ("Films",))
    has(person, "one", "Films")
    person.chooses("View", "Columns", "Labels")
    window, theme = person.window, person.window._themes.theme
    window.list.scrollTo(window.model.index(0, person.column("labels")))
    person.until(lambda: FILMS.name in in_sidebar(person))
    defines(person, Label("Films", RED))
    look = shades(RED, theme)
    person.until(lambda: shows(window.list.viewport().grab().toImage(), look.ground.name()))
    person.until(lambda: shows(window.sidebar.viewport().grab().toImage(), look.dot.name()))
    defines(person, replace(defined(person)[0], colour=BLUE))
    person.until(lambda: not shows(window.list.viewport().grab().toImage(), look.ground.name()))


def shows(picture: QImage, colour: str) -> bool:
    points = (QPoint(x, y) for x in range(0, picture.width(), 2) for y in range(0, picture.height(), 2))
    return any(picture.pixelColor(point).name() == colour for point in points)


def test_rules_are_applied_to_all_with_a_count_first(person: Person) -> None:
    person.makes("Sita", "Debian 13", "Debian 12")
    defines(person, Label("Linux", rules=(Rule(By.NAME, "debian"),)), Label("Old", rules=(Rule(By.NAME, "*12"),)))
    person.program.engine.set_labels([person.torrent("Debian 13").id], ("mine",))
    has(person, "Debian 13", "mine")
    person.program.engine.set_labels([person.torrent("Debian 12").id], ())
    chooses(menu_of(person, Section.LABELS), "Apply the rules")
    dialog = person.dialog(RulesDialog)
    assert dialog.question.text() == "Give labels to 2 torrents?"
    assert dialog.said.text().splitlines() == ["Linux: 2", "Old: 1"]
    dialog.accept()
    has(person, "Debian 13", "mine", "Linux")
    has(person, "Debian 12", "Linux", "Old")
    has(person, "Sita")
    chooses(menu_of(person, Section.LABELS), "Apply the rules")
    assert person.dialog(RulesDialog).said.text() == "All torrents have the labels that the rules give."
    person.dialog(RulesDialog).reject()


def test_all_labels_leads_to_the_preferences(person: Person) -> None:
    person.makes("one")
    person.chooses("Edit", "All labels")
    assert person.dialog(PreferencesWindow).isVisible()
    person.dialog(PreferencesWindow).close()


def test_what_the_file_has_wrong_is_not_written_over(person: Person) -> None:
    person.makes("one")
    person.quits()
    file = person.profile.settings_file
    written = file.read_text(encoding="utf-8") + '\n[labels]\nlist = [{ name = "a" }, { name = "A" }]\n'
    file.write_text(written, encoding="utf-8")
    person.starts()
    person.reads("There are two labels named “a”.")._close.click()
    person.clicks("one")
    person.chooses("Torrent", "Labels", "New label")
    person.reads("There are two labels named “a”.")
    person.quits()
    assert 'name = "A"' in file.read_text(encoding="utf-8")
    person.starts()
