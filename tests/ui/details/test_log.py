# SPDX-License-Identifier: GPL-3.0-or-later
"""The Log tab in the whole program: what happened to this torrent, found again, led on to the window of the log."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from starling.logbook import Area, Level
from starling.torrent import State
from starling.ui.details.log import LogPage
from starling.ui.logtable import forgotten
from starling.ui.logwindow import LogWindow
from tests.swarm import Answer
from tests.ui.person import Person, choose, entry_of


def texts(page: LogPage) -> list[str]:
    return [entry.text for entry in page.model.rows()]


def test_a_torrent_tells_its_story_and_no_other(person: Person) -> None:
    tracker = person.swarm.tracker()
    tracker.behave(Answer.FAILURE)
    payload = person.swarm.payload(name="Aves", files={"a.bin": 300_000}, trackers=[tracker.url])
    (other,) = person.makes("Pisces")
    person.offers(payload)
    person.clicks("Aves")
    person.presses("Ctrl+S")
    person.connects(payload, person.swarm.seed(payload))
    person.sees("Aves", State.SEEDING)
    page = person.window.details.log
    person.presses("Alt+8")
    assert page.isVisible()
    for words in ("It is seeding.", "The download is finished.", "failed", "Added"):
        person.until(lambda words=words: any(words in text for text in texts(page)))
    assert "It is seeding." not in [entry.text for entry in person.program.book.since(0)], "that is its own affair"
    numbers = [entry.number for entry in page.model.rows()]
    assert numbers == sorted(numbers, reverse=True), "the latest on top"
    page.level.setCurrentIndex(page.level.findData(Level.WARNING))
    page.level.activated.emit(0)
    assert all(entry.level >= Level.WARNING for entry in page.model.rows())
    page.level.setCurrentIndex(0)
    QTest.keyClicks(page.search, "finished")
    person.until(lambda: texts(page) == ["The download is finished."])
    page.search.clear()
    person.clicks("Pisces")
    person.until(lambda: any("Added" in text for text in texts(page)))
    person.program.book.write(Level.ERROR, Area.DISK, "The disk is full.", other.id)
    person.until(lambda: "The disk is full." in texts(page)[0])
    assert "warning" in page.sentence.sentence.text()
    assert not any("failed" in text for text in texts(page)), "that was another one's tracker"
    menu = QMenu()
    page.fill_menu(menu)
    choose(entry_of(menu.actions(), ["Show in the window of the log"]))
    menu.deleteLater()
    window = person.dialog(LogWindow)
    person.until(lambda: {entry.torrent for entry in window.model.rows()} == {other.id})
    person.until(lambda: [entry.text for entry in window.model.rows()] == texts(page)[::-1])
    window.clear_button.click()
    person.until(lambda: not texts(page) and window.model.total == 0)
    person.until(lambda: page.view.empty_text == window.view.empty_text == forgotten())


def test_an_error_leads_to_the_log_where_that_says_more(person: Person) -> None:
    notices, book = person.program.notices, person.program.book
    assert notices.error("Nothing is known about this.").said.offer is None
    book.write(Level.WARNING, Area.DISK, "The disk said: Input/output error")
    notice = notices.error("It could not be stored.")
    assert notice.said.offer is not None
    notice.button.click()
    window = person.dialog(LogWindow)
    person.until(lambda: any("Input/output" in entry.text for entry in window.model.rows()))
    assert notice.said not in notices.notices
