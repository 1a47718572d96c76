# SPDX-License-Identifier: GPL-3.0-or-later
"""Queries and saved filters in the running program."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from starling import settings
from starling.savedfilters import SavedFilter
from starling.ui.filters import ALL, Filter, Section
from starling.ui.querydialog import FilterDialog
from tests.ui.person import Person, choose, entry_of

PAUSED = Filter(Section.SAVED, "Paused films")


def kept(person: Person) -> list[tuple[str, str]]:
    return [(one.name, one.query) for one in person.program.settings.get(settings.organising.SAVED_FILTERS)]


def keeps(person: Person, *pairs: tuple[str, str]) -> None:
    filters = tuple(SavedFilter(name, query) for name, query in pairs)
    person.program.settings.set(settings.organising.SAVED_FILTERS, filters)


def menu_of(person: Person, entry: Filter) -> QMenu:
    """Opens the context menu of an entry of the sidebar."""
    person.picks(entry)
    sidebar = person.window.sidebar
    where = sidebar.visualRect(sidebar.currentIndex()).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, sidebar.viewport().mapToGlobal(where))
    QApplication.sendEvent(sidebar.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def chooses(menu: QMenu, text: str) -> None:
    entry = entry_of(menu.actions(), [text])
    menu.close()
    choose(entry)


def test_queries_filter_and_what_is_wrong_changes_nothing(person: Person) -> None:
    person.makes("Sita", "Murmuration", "Debian")
    box, window = person.window.toolbar.filter, person.window
    person.filters("state:paused (sita or deb) -size>1M")
    assert sorted(person.names()) == ["Debian", "Sita"]
    person.filters("state:paused raito<1 sita")
    assert box.sentence == "“raito” is no field: did you mean ratio?"
    assert sorted(person.names()) == ["Debian", "Sita"]
    assert box.text() == "state:paused raito<1 sita"
    person.filters("size>huge")
    assert box.sentence == "size> takes a size such as 700M, 4G or 1.5GiB, not “huge”."
    person.filters("nier:automata")
    assert box.sentence == "“nier” is no field, so “nier:automata” is looked for as it stands."
    assert window._no_match.sentence == "No torrent matches nier:automata."
    person.filters("state:parado")
    assert box.sentence.startswith("state takes what a torrent does")
    person.presses("Escape")
    assert (len(person.names()), box.sentence) == (3, "")
    person.filters("label:none added<1h")
    assert len(person.names()) == 3
    person.filters("state:seeding")
    assert window._no_match.sentence == "No torrent matches state:seeding."


def test_a_filter_is_saved_counted_edited_moved_removed_and_put_back(person: Person) -> None:
    person.makes("Sita", "Murmuration")
    sidebar = person.window.sidebar
    person.picks(Filter(Section.STATUS, "paused"))
    person.filters("sita")
    person.chooses("Edit", "Save this filter")
    dialog = person.dialog(FilterDialog)
    assert dialog.query.text() == "state:paused sita"
    dialog.query.setText("state:paused raito<1")
    assert not dialog.save_button.isEnabled()
    assert "did you mean ratio" in dialog.refusal.text()
    dialog.query.setText("state:paused sita")
    dialog.name.setText("  Paused  films ")
    QTest.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    person.until(lambda: person.window.filter.entry == PAUSED)
    assert kept(person) == [("Paused films", "state:paused sita")]
    assert person.window.toolbar.filter.text() == ""
    assert person.names() == ["Sita"]
    assert sidebar.count(PAUSED) == 1
    person.makes("Sita sings")
    person.until(lambda: sidebar.count(PAUSED) == 2)
    assert sorted(person.names()) == ["Sita", "Sita sings"]

    chooses(menu_of(person, PAUSED), "Edit")
    dialog = person.dialog(FilterDialog)
    dialog.name.setText("Sings")
    dialog.query.setText("sings")
    QTest.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    sings = Filter(Section.SAVED, "Sings")
    person.until(lambda: person.window.filter.entry == sings)
    assert person.names() == ["Sita sings"]

    keeps(person, ("Sings", "sings"), ("All", "state:all"))
    sidebar.setFocus()
    person.presses("Alt+Down", sidebar)
    assert [name for name, _ in kept(person)] == ["All", "Sings"]
    assert person.window.filter.entry == sings
    person.presses("Delete", sidebar)
    assert [name for name, _ in kept(person)] == ["All"]
    assert person.window.filter.entry == ALL
    notice = person.reads("The filter “Sings” is removed.")
    notice.button.click()
    assert [name for name, _ in kept(person)] == ["All", "Sings"]

    chooses(menu_of(person, sings), "Put into the box")
    assert person.window.toolbar.filter.text() == "sings"
    person.comes_back()
    assert [name for name, _ in kept(person)] == ["All", "Sings"]
    person.until(lambda: person.window.filter.entry == sings)
    person.until(lambda: person.names() == ["Sita sings"])


def test_what_is_saved_is_what_holds(person: Person) -> None:
    person.makes("Sita", "Murmuration", "Debian")
    person.program.engine.set_labels([person.torrent("Sita").id], ('"Best" ones',))
    person.picks(Filter(Section.STATUS, "paused"))
    person.filters("sita | none of these")
    person.chooses("Edit", "Save this filter")
    dialog = person.dialog(FilterDialog)
    assert dialog.query.text() == "state:paused (sita | none of these)"
    dialog.query.setText("state:paused size>")
    assert not dialog.save_button.isEnabled()
    assert dialog.refusal.text() == "“size>” asks for nothing yet: something has to follow it."
    dialog.query.setText("sita |" * 500)
    assert not dialog.save_button.isEnabled()
    dialog.reject()
    label = Filter(Section.LABELS, '"Best" ones')
    person.until(lambda: person.counts(label) == 1)
    person.picks(label)
    person.window.toolbar.filter.set_query("")
    person.chooses("Edit", "Save this filter")
    dialog = person.dialog(FilterDialog)
    assert dialog.query.text() == 'label=“"Best" ones”'
    QTest.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    person.until(lambda: person.names() == ["Sita"])
    keeps(person, ("Begun", "state:stalled size>"))
    person.picks(Filter(Section.SAVED, "Begun"))
    assert person.names() == []


def test_saved_filters_ask_for_files_inside_and_follow_them(person: Person) -> None:
    swarm = person.swarm
    inside = Filter(Section.SAVED, "Flac")
    keeps(person, ("Flac", "file:*.flac"), ("Wrong", "raito<1"), ("Empty", "-state:all"))
    person.offers(swarm.payload(name="Sita", files={"a.mkv": 9_000}))
    assert person.counts(inside) == 0
    person.offers(swarm.payload(name="Murmuration", files={"a.flac": 9_000}))
    person.until(lambda: person.counts(inside) == 1)
    person.picks(inside)
    person.until(lambda: person.names() == ["Murmuration"])
    person.picks(Filter(Section.SAVED, "Wrong"))
    assert person.names() == []
    said = "“Wrong” finds nothing: “raito” is no field: did you mean ratio?"
    assert person.window._no_match.sentence == said
    sidebar = person.window.sidebar
    assert sidebar.wrong(Filter(Section.SAVED, "Wrong")).endswith("did you mean ratio?")
    assert not sidebar.grab().isNull()
    menu = QMenu(person.window)
    person.window.toolbar.filter.menu_wanted.emit(menu)
    choose(entry_of(menu.actions(), ["Flac"]))
    menu.deleteLater()
    assert person.window.toolbar.filter.text() == "file:*.flac"


def test_what_a_file_holds_that_is_no_filter_is_kept(person: Person) -> None:
    file = person.profile.settings_file
    person.quits()
    text = file.read_text(encoding="utf-8")
    file.write_text(f'{text}\n[[organising.saved_filters]]\nname = "Half"\n', encoding="utf-8")
    person.starts()
    person.reads("Each saved filter needs a name and a query.")
    person.makes("Sita")
    person.filters("sita")
    person.chooses("Edit", "Save this filter")
    # Told once more, instead of a dialog whose answer would take its place.
    person.until(lambda: len(person.program.notices.notices) == 2)
    assert not person.window.findChildren(FilterDialog)
    assert kept(person) == []
    person.quits()
    assert 'name = "Half"' in file.read_text(encoding="utf-8")


def test_the_box_offers_labels_and_trackers_that_there_are(person: Person) -> None:
    person.makes("Sita")
    person.program.engine.set_labels([person.torrent("Sita").id], ("Big ones",))
    person.sees("Sita", lambda torrent: torrent.labels)
    person.until(lambda: person.counts(Filter(Section.LABELS, "Big ones")) == 1)
    person.presses("Ctrl+F")
    person.types("label:")
    popup = person.window.toolbar.filter.popup
    assert popup.isVisible()
    assert popup.first().text == '"Big ones"'
    person.presses("Tab", person.window.toolbar.filter)
    person.until(lambda: person.window.filter.text == 'label:"Big ones" ')
    assert person.names() == ["Sita"]
    corner = popup.mapTo(person.window, QPoint())
    assert person.window.rect().contains(corner)
