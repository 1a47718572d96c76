# SPDX-License-Identifier: GPL-3.0-or-later
"""The legend of the Peers tab and its filters, by mouse and keyboard."""

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from starling.peer import Encryption, Source
from starling.ui.details.peers import PeersPage
from tests.helpers import User
from tests.ui.details.somepeers import CHOKES, LEFT, SENDS, TORRENT, peer, shown


@pytest.fixture
def page(peers_page: PeersPage) -> PeersPage:
    return peers_page


FILTERED = (
    peer(1, **SENDS, encryption=Encryption.FULL, source=Source.DHT, found=Source.DHT),
    peer(2, **SENDS, source=Source.TRACKER),
    peer(3, **CHOKES, encryption=Encryption.FULL, source=Source.DHT | Source.TRACKER),
    peer(4, **CHOKES, source=Source.TRACKER),
)


def clicks(page: PeersPage, letter: str) -> None:
    chip = page.legend.chip(letter)
    QTest.mouseClick(chip, LEFT, pos=QPoint(chip.width() - 4, chip.height() // 2))


def test_letters_and_sources_are_clicked_together_and_all_come_back(page: PeersPage) -> None:
    page.take(TORRENT, FILTERED)
    assert not page.bar.isVisible()
    clicks(page, "E")
    assert set(shown(page)) == {"1", "3"}
    QTest.mouseClick(page.sentence.sources.chip(Source.TRACKER), LEFT)
    assert shown(page) == ["3"]
    assert page.bar.isVisible()
    assert page.bar.sentence.text() == "1 of 4 peers: E encrypted + known by tracker"
    page.take(TORRENT, (*FILTERED, peer(5, encryption=Encryption.FULL, source=Source.TRACKER)))
    assert set(shown(page)) == {"3", "5"}, "it holds for those who come later"
    clicks(page, "E")
    assert set(shown(page)) == {"2", "3", "4", "5"}
    QTest.mouseClick(page.bar.all_button, LEFT)
    assert len(shown(page)) == 5
    assert page.legend.on() == page.sentence.sources.on() == []
    assert not page.bar.isVisible()


def test_words_find_addresses_clients_and_what_peers_do(page: PeersPage) -> None:
    page.take(TORRENT, (*FILTERED, peer(5, client="µTorrent 3.5.4", country="DE"), peer(6, client="-BT7a4S-")))
    field = page.sentence.filter
    assert field.isVisible()

    def finds(text: str) -> set[str]:
        field.setText(text)
        field.tell()
        return set(shown(page))

    assert finds("chokes") == {"3", "4"}
    assert finds("bt7a4s") == {"6"}
    assert finds("113.5") == {"5"}
    assert finds("germany 3.5") == {"5"}
    assert page.bar.sentence.text().endswith("“germany” + “3.5”")
    clicks(page, "D")
    assert page.view.empty_text.endswith("“germany” + “3.5”. Esc shows all.")
    QTest.keyClick(page.view, Qt.Key.Key_Escape)
    assert len(shown(page)) == 6
    assert field.text() == ""


def test_the_filter_says_what_nobody_has_and_goes_with_escape_or_another_torrent(page: PeersPage, user: User) -> None:
    page.take(TORRENT, FILTERED)
    page.activateWindow()
    user.until(page.isActiveWindow)
    clicks(page, "D")
    clicks(page, "d")
    assert shown(page) == []
    assert page.view.empty_text == "No peer has D it lets us ask + d it chokes us. Esc shows all."
    QTest.keyClick(page.view, Qt.Key.Key_Escape)
    assert len(shown(page)) == 4
    clicks(page, "d")
    user.until(page.legend.hasFocus)
    QTest.keyClick(page.legend, Qt.Key.Key_Escape)
    assert len(shown(page)) == 4
    clicks(page, "d")
    page.clear()
    page.take(TORRENT, FILTERED)
    assert len(shown(page)) == 4


class Paints(QObject):
    """Counts how often a widget is painted by itself."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_the_legend_is_one_stop_with_arrows_and_says_what_it_is(page: PeersPage, user: User) -> None:
    page.take(TORRENT, FILTERED)
    page.activateWindow()
    page.legend.setFocus()
    user.until(page.legend.hasFocus)
    assert page.legend.accessibleName() == "Show peers by flag: D it lets us ask, off"
    QTest.keyClick(page.legend, Qt.Key.Key_Right)
    QTest.keyClick(page.legend, Qt.Key.Key_Space)
    assert page.legend.accessibleName() == "Show peers by flag: d it chokes us, on"
    assert set(shown(page)) == {"3", "4"}
    chip = page.legend.chip("d")
    told = QAccessible.queryAccessibleInterface(chip)
    assert told.role() == QAccessible.Role.CheckBox
    assert told.state().checked
    assert all(other.focusPolicy() == Qt.FocusPolicy.NoFocus for other in page.legend.chips)
    painted = Paints(chip)
    places = [other.geometry() for other in page.legend.chips]
    off = page.legend.chip("D").grab().toImage()
    QTest.mouseClick(page.legend.chip("D"), LEFT)
    assert page.legend.current is page.legend.chip("D"), "the ring is where the click was"
    user.until(lambda: painted.count)
    assert [other.geometry() for other in page.legend.chips] == places, "nothing moves"
    assert page.legend.chip("D").grab().toImage() != off


def test_the_keyboard_stays_on_its_chip_when_others_come_and_go(page: PeersPage, user: User) -> None:
    pex, dht, tracker = (
        peer(number, source=source) for number, source in enumerate((Source.PEX, Source.DHT, Source.TRACKER))
    )
    page.take(TORRENT, (dht, pex))
    page.activateWindow()
    chips = page.sentence.sources
    chips.setFocus()
    user.until(chips.hasFocus)
    QTest.keyClick(chips, Qt.Key.Key_Right)
    assert "PEX, off" in chips.accessibleName()
    page.take(TORRENT, (dht, pex, tracker))
    assert "PEX, off" in chips.accessibleName()
    QTest.keyClick(chips, Qt.Key.Key_Space)
    assert chips.on() == [Source.PEX]
    QTest.keyClick(chips, Qt.Key.Key_Space)
    page.take(TORRENT, (tracker,))
    assert "tracker, off" in chips.accessibleName(), "it goes where its chip was"
    QTest.keyClick(chips, Qt.Key.Key_Space)
    assert chips.on() == [Source.TRACKER]


def test_letters_of_who_found_first_and_sources_say_how_they_differ(page: PeersPage) -> None:
    page.take(TORRENT, (peer(1, found=Source.TRACKER, source=Source.TRACKER | Source.PEX),))
    assert page.sentence.sources.chip(Source.PEX).mark.mark == "1"
    assert "known by this source, first or since" in page.sentence.sources.chip(Source.PEX).toolTip()
    clicks(page, "X")
    assert shown(page) == []
    assert "found by peer exchange first" in page.legend.chip("X").toolTip()
    number = page.model.column_number("flags")
    assert number is not None
    tip = page.model.columns[number].tooltip
    page.show_all()
    assert tip is not None
    assert tip(page.model.row(0)).endswith("Known by: tracker, PEX")


def test_rare_letters_are_explained_once_somebody_has_them(page: PeersPage) -> None:
    page.take(TORRENT, FILTERED)
    letters = [chip.mark.mark for chip in page.legend.chips]
    assert not set("?LhF") & set(letters)
    page.take(TORRENT, (peer(1, hash_fails=2), peer(2, we_choke=False, they_choke=False)))
    page.take(TORRENT, FILTERED)
    assert {"?", "F"} <= {chip.mark.mark for chip in page.legend.chips}, "they do not come and go"
    page.resize(1224, 280)
    short = {chip.mark.mark for chip in page.legend.chips}
    assert short == {"D", "d", "K", "E", "H", "?", "F"}, "where room is short, what stands in the table"
