# SPDX-License-Identifier: GPL-3.0-or-later
"""The Swarm tab in the window, at a real swarm: live while it is seen, a sentence while there is nothing to show."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from starling.settings import Settings
from starling.swarm import Board
from starling.torrent import State, Torrent
from starling.ui.swarm.page import Answers, SwarmPage
from starling.ui.swarm.seatlines import SeatLine, SlotLine
from starling.ui.theme import ThemeManager
from starling.why.reason import Cause, Doing, Evidence, Reason
from tests.helpers import User
from tests.swarm import Swarm
from tests.ui.person import Person, choose, entry_of
from tests.ui.swarm.someboards import ROUNDS, TORRENT, board, seats


def watched(person: Person) -> str | None:
    return person.program.engine.insight.swarm._watched


def slots(page: SwarmPage) -> list[SlotLine]:
    return [line for line in page.slots.view.model_.rows() if isinstance(line, SlotLine)]


def test_the_board_lives_while_it_is_seen(person: Person) -> None:
    payload = person.swarm.payload(name="Aves", files={"a.bin": 4_000_000}, piece_size=32 << 10)
    seed = person.swarm.seed(payload, up=60_000)
    leech = person.swarm.leech(payload, have=0.5, up=60_000, down=30_000)
    person.offers(payload)
    person.clicks("Aves")
    page = person.window.details.swarm
    person.presses("Alt+7")
    person.until(lambda: "trades with nobody" in page.message.text())
    assert watched(person) == payload.id
    person.presses("Ctrl+S")
    person.connects(payload, seed, leech)
    person.until(lambda: slots(page))
    (held,) = slots(page)
    assert held.seat.peer.port == leech.port
    person.until(lambda: "1 seed" in page.slots.accessibleDescription())
    person.until(page.pick.isVisible)
    assert page.sentence.sentence.text().startswith("You serve")
    page.slots.view.setFocus()
    person.presses("Ctrl+C", page.slots.view)
    copied = person.clipboard()
    assert "Your upload slots" in copied
    assert "Which piece to ask for" in copied
    menu = QMenu()
    page.fill_menu(menu)
    assert [entry.text() for entry in menu.actions()] == ["&Copy as text"]
    menu.deleteLater()
    row = page.slots.view.model_.index_of(held.key)
    assert row is not None
    page.slots.view.setCurrentIndex(page.slots.view.model_.index(row, 0))
    QTest.keyClick(page.slots.view, Qt.Key.Key_Return)
    peers = person.window.details.peers
    person.until(lambda: peers.isVisible() and list(peers.view.selected_keys()) == [held.seat.peer.key])
    assert watched(person) is None, "nobody looks"


def shown(user: User, themes: ThemeManager) -> SwarmPage:
    page = SwarmPage(user.engine, Settings(user.folder / "settings.toml"), themes)
    user.qtbot.addWidget(page)
    page.resize(1224, 300)
    page.show()
    page.activateWindow()
    return page


def take(page: SwarmPage, torrent: Torrent = TORRENT, found: Board | None = None) -> None:
    page.take(torrent, Answers(found or board(), (None,) * len(page.cards)))


def test_a_sentence_instead_of_an_empty_board(user: User, themes: ThemeManager) -> None:
    page, nobody = shown(user, themes), board(seats=(), picking=None, redundant=0, failed=0)
    take(page, replace(TORRENT, state=State.PAUSED, paused=True), nobody)
    assert page.message.isVisible()
    assert page.text() == page.message.text() == "No board: the torrent is paused, and trades with nobody."
    assert not page.columns.isVisible()
    take(page, found=nobody)
    assert page.text() == "No peers."
    tracker = Evidence(count=1, host="tracker.example.org", text="Not found.")
    take(page, replace(TORRENT, why=Reason(Cause.TRACKERS_FAIL, tracker, doing=Doing.DOWNLOADING)), nobody)
    assert page.text().startswith("Stalled: 1 tracker")
    take(page, replace(TORRENT, why=Reason(Cause.CHOKED, Evidence(count=3), doing=Doing.DOWNLOADING)), nobody)
    assert page.text().startswith("No peers.\n"), "those who choked us are gone"
    take(page)
    assert not page.message.isVisible()
    assert page.sentence.isVisible()
    assert page.text() == page.accessibleDescription()
    bare = replace(TORRENT, has_metadata=False, state=State.METADATA, size=0)
    take(page, bare, board(rounds=ROUNDS, picking=None, redundant=0, failed=0))
    assert "once the metadata is here" in page.text()
    assert not page.slots.isVisible()
    page.clear()
    assert page.text() == ""


def test_the_keyboard_goes_through_the_cards_and_the_page_follows(user: User, themes: ThemeManager) -> None:
    page = shown(user, themes)
    crowd = tuple(replace(seats()[5], peer=replace(seats()[5].peer, port=port)) for port in range(1, 12))
    take(page, found=board(seats=(*seats(), *crowd)))
    view = page.main_widget()
    assert view is page.slots.view
    view.setFocus()
    user.until(view.hasFocus)
    QTest.keyClick(view, Qt.Key.Key_End)
    user.until(lambda: page.area.verticalScrollBar().value() > 0)
    QTest.keyClick(view, Qt.Key.Key_Home)
    user.until(lambda: page.area.verticalScrollBar().value() < 40)
    line = page.slots.view.current
    assert isinstance(line, SeatLine)
    asked: list[str] = []
    page.peer_wanted.connect(asked.append)
    page.slots.view.menu_requested.emit(page.mapToGlobal(page.rect().center()))
    (menu,) = page.findChildren(QMenu)
    choose(entry_of(menu.actions(), ["Show in Peers"]))
    assert asked == [line.seat.peer.key]
    menu.close()
    assert QKeySequence(QKeySequence.StandardKey.Copy) == entry_of(menu.actions(), ["Copy as text"]).shortcut()


def test_who_stops_asking_is_not_watched(user: User, themes: ThemeManager, swarm: Swarm) -> None:
    payload = swarm.payload(name="Aves", files={"a.bin": 40_000})
    id = user.adds(payload)
    page = shown(user, themes)
    page._unwatch.setInterval(1_000)
    user.run(page.fetch(user.engine, id))
    assert user.engine.insight.swarm._watched == id
    user.until(lambda: user.engine.insight.swarm._watched is None)  # as when the window is minimised
    user.run(page.fetch(user.engine, id))
    page.hide()
    assert user.engine.insight.swarm._watched is None, "at once"
