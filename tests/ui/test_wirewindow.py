# SPDX-License-Identifier: GPL-3.0-or-later
"""The wire log in the whole program: opened from the Peers and the Log tab, filtered, paused, exported, bounded."""

from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMenu

from starling.ui import wirewords
from starling.ui.details.page import Page
from starling.ui.wiretable import VERBS, Kind
from starling.ui.wirewindow import _SLACK, WireWindow
from starling.wire import KEPT, Message, Verb, Way
from tests.ui.person import Person, choose, entry_of


def opens(person: Person, page: Page, entry: str) -> WireWindow:
    menu = QMenu()
    page.fill_menu(menu)
    choose(entry_of(menu.actions(), [entry]))
    menu.deleteLater()
    return person.dialog(WireWindow)


def verbs(window: WireWindow) -> list[Verb]:
    return [message.verb for message in window.model.rows()]


def picks(window: WireWindow, kind: Kind) -> None:
    window.kind.setCurrentIndex(window.kind.findData(kind))
    window.kind.activated.emit(window.kind.currentIndex())


def test_a_peer_is_read_message_by_message(person: Person, tmp_path: Path) -> None:
    payload = person.swarm.payload(name="Aves", files={"a.bin": 400_000}, piece_size=64 << 10)
    peer, other = (person.swarm.scripted(payload, have=[0, 1, 2], fast=True) for _ in range(2))
    person.offers(payload)
    person.clicks("Aves")
    person.presses("Ctrl+S")
    details = person.window.details
    details.show_tab(details.pages.index(details.log))
    handle = person.program.engine._records.get(payload.id).handle
    person.until(lambda: any("From here on" in entry.text for entry in details.log.model.rows()))
    handle.connect_peer(peer.address, 0, 0)
    name = f"{peer.ip}:{peer.port}"
    person.until(lambda: any("unchokes us" in entry.text for entry in details.log.model.rows()))
    assert "every step since" in details.log.sentence.sentence.text()
    handle.connect_peer(other.address, 0, 0)
    person.until(lambda: any(other.ip in entry.peer for entry in details.log.model.rows()))
    row = next(entry for entry in details.log.model.rows() if entry.peer == name)
    details.log.view.select_keys([row.number])
    menu = QMenu()
    details.log.fill_menu(menu)
    choose(entry_of(menu.actions(), ["Only this peer"]))
    menu.deleteLater()
    person.until(lambda: {entry.peer for entry in details.log.model.rows()} == {name})
    details.log.view.select_keys([row.number])
    window = opens(person, details.log, "Wire log of this peer")
    assert name in window.windowTitle()
    person.until(lambda: "qBittorrent" in window.head.text() and "TCP" in window.head.text())
    peer.have(3, 4)
    peer.send("choke")
    peer.send("unchoke")
    person.until(lambda: {Verb.HAVE, Verb.REQUEST, Verb.PIECE, Verb.CHOKE, Verb.UNCHOKE} <= set(verbs(window)))
    picks(window, Kind.CHOKING)
    person.until(lambda: set(verbs(window)) <= VERBS[Kind.CHOKING])
    picks(window, Kind.ALL)
    QTest.keyClicks(window.search, "piece 3")
    person.until(lambda: all(3 in (message.piece, message.block) for message in window.model.rows()))
    assert Verb.HAVE in verbs(window)
    window.search.clear()
    window.search.tell()
    window.pause_button.click()
    peer.have(5)
    person.until(lambda: any(message.piece == 5 for message in peer.heard("have")))
    window.pause_button.click()
    person.until(lambda: Verb.UNHEARD in verbs(window))
    assert not any(message.verb is Verb.HAVE and message.piece == 5 for message in window.model.rows())
    window.copy()
    person.until(lambda: "HAVE\tpiece 3" in person.clipboard())
    file = tmp_path / "wire.txt"
    window._on_export_text()
    person.until(lambda: window.findChildren(QFileDialog))
    dialog = window.findChildren(QFileDialog)[-1]
    field = dialog.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setText(str(file))
    dialog.accept()
    person.until(
        lambda: file.exists() and "→ we say\tREQUEST\tpiece 3, block 0: 16,384 B at 0" in file.read_text("utf-8-sig")
    )
    window.clear_button.click()
    assert window.model.total == 0
    window.close_button.click()
    person.until(lambda: not person.window.records._wires)
    assert window.wire.closed


def test_the_peers_tab_opens_it_too_and_it_keeps_the_latest(person: Person) -> None:
    payload = person.swarm.payload(name="Aves", files={"a.bin": 100_000})
    peer = person.swarm.scripted(payload)
    person.offers(payload)
    person.clicks("Aves")
    person.presses("Ctrl+S")
    peers = person.window.details.peers
    person.window.details.show_tab(person.window.details.pages.index(peers))
    person.program.engine._records.get(payload.id).handle.connect_peer(peer.address, 0, 0)
    person.until(lambda: peers.model.rowCount() == 1)
    peers.view.selectAll()
    window = opens(person, peers, "Wire log")
    batch = 1000
    for start in range(0, KEPT + _SLACK + 2 * batch, batch):
        numbers = range(start + 1, start + batch + 1)
        window._on_said([Message(n, 1.7e9, Way.IN, Verb.HAVE, 9, (n,)) for n in numbers])
    person.until(lambda: KEPT <= window.model.total <= KEPT + _SLACK and "older ones are gone" in window.amount.text())
    bar = window.view.verticalScrollBar()
    person.until(lambda: bar.value() == bar.maximum() > 0)
    task = person.loop.create_task(person.program.engine.remove([payload.id], data=False))
    person.until(task.done)
    person.until(lambda: window.wire.closed and not window.pause_button.isEnabled())
    window.close_button.click()


def test_every_message_has_its_words() -> None:
    numbers = {Verb.BITFIELD: (1, 2), Verb.PEX: (1, 2), Verb.METADATA: (1, 2), Verb.HASH_REQUEST: (0, 1, 2, 3, 4)}
    for verb in Verb:
        for way in Way:
            message = Message(1, 1.7e9, way, verb, 5, numbers.get(verb, (3, 16384, 16384)))
            assert wirewords.verb(message)
            sentence = wirewords.explained(message)
            assert sentence.endswith(".")
            assert "{" not in sentence + wirewords.parameters(message)
