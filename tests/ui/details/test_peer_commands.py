# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be done to peers from their tab: add, copy, kick, limit and ban, one or several at once."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from starling import settings
from starling.peer import LEAVE, Peer, Transport
from starling.settings import Settings
from starling.torrent import State, Torrent
from starling.ui.details.pane import DetailsPane
from starling.ui.details.peers import PeersPage
from starling.ui.dialogs.addpeers import AddPeersDialog
from starling.ui.dialogs.ban import BanDialog
from starling.ui.dialogs.banned import BannedDialog
from starling.ui.dialogs.peerlimit import PeerLimitDialog
from tests.helpers import User
from tests.swarm import Swarm

PEERS = 2
LEFT = Qt.MouseButton.LeftButton
TORRENT = Torrent("a", "Sita", State.DOWNLOADING, size=8_000_000_000, done=2_000_000_000)


def peer(number: int, /, **facts: object) -> Peer:
    return Peer(f"203.0.113.{number}", 6881, **facts)  # type: ignore[arg-type]


@pytest.fixture
def page(peers_page: PeersPage) -> PeersPage:
    return peers_page


def shown(page: PeersPage) -> list[str]:
    return [row.peer.address for row in page.model.rows()]


ShowPane = Callable[..., DetailsPane]


def entry(page: PeersPage, text: str) -> None:
    """Chooses it from the menu."""
    menu = QMenu(page)
    page.fill_menu(menu)
    action = next(action for action in menu.actions() if action.text().replace("&", "") == text)
    assert action.isEnabled(), f"{text} can't be chosen"
    action.trigger()
    menu.deleteLater()


def test_addresses_of_several_are_copied_as_they_can_be_added(page: PeersPage) -> None:
    six = Peer("2001:db8::7", 6881, down=5_000)
    page.take(TORRENT, (peer(1, down=9_000), six, peer(2)))
    page.view.select_keys([peer(1).key, six.key])
    entry(page, "Copy address")
    assert QGuiApplication.clipboard().text() == "203.0.113.1:6881\n[2001:db8::7]:6881"


def test_without_a_selection_there_is_nobody_to_kick(page: PeersPage) -> None:
    seed = Peer("203.0.113.9", 80, transport=Transport.WEB_SEED)
    page.take(TORRENT, (peer(1), seed))

    def possible() -> dict[str, bool]:
        menu = QMenu(page)
        page.fill_menu(menu)
        found = {action.text().replace("&", ""): action.isEnabled() for action in menu.actions()}
        menu.deleteLater()
        return found

    whom = ("Limit…", "Kick", "Ban…")
    assert not any(possible()[text] for text in whom)
    page.view.select_keys([seed.key])
    assert not any(possible()[text] for text in whom), "a web seed is no peer"
    page.view.selectAll()
    assert all(possible()[text] for text in (*whom, "Copy address", "Banned peers…", "Add peers…"))


def test_peers_are_added_and_kicked(user: User, swarm: Swarm, show_pane: ShowPane) -> None:
    payload = swarm.payload(files=2_000_000)
    id = user.adds(payload)
    seed = swarm.seed(payload, up=40_000)
    pane = show_pane(user, id)
    pane.show_tab(PEERS)
    page = pane.peers
    told: list[str] = []
    page.told.connect(told.append)
    user.until(lambda: page.view.empty_text)
    entry(page, "Add peers…")
    user.until(lambda: page.findChildren(AddPeersDialog) or pane.window().findChildren(AddPeersDialog))
    dialog = pane.window().findChildren(AddPeersDialog)[0]
    dialog.field.setPlainText("nonsense")
    QTest.mouseClick(dialog.ok_button, LEFT)
    user.until(lambda: "nonsense" in dialog.verdict.text())
    assert dialog.field.toPlainText() == "nonsense", "what was typed stays"
    user.until(dialog.field.isEnabled)
    dialog.field.setPlainText(f"{seed.ip}:{seed.port}\n\n")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    user.until(lambda: told)
    assert told[0].startswith("Connecting to 1 ")
    user.until(lambda: [row for row in page.model.rows() if not row.peer.connecting])
    page.view.selectAll()
    entry(page, "Kick")
    assert len(told) == 1, "nothing is said before they are gone"
    user.until(lambda: told[1:])
    assert told[1].startswith("1 peers are disconnected."), "the forms are the catalogue's"
    user.until(lambda: not shown(page))


def test_a_limit_holds_and_is_shown_when_it_is_changed(user: User, swarm: Swarm, show_pane: ShowPane) -> None:
    payload = swarm.payload(files=4_000_000)
    id = user.adds(payload)
    user.connects(id, swarm.seed(payload, up=100_000))
    pane = show_pane(user, id)
    pane.show_tab(PEERS)
    page = pane.peers
    user.until(lambda: [row for row in page.model.rows() if not row.peer.connecting])
    page.view.selectAll()
    entry(page, "Limit…")
    user.until(lambda: pane.window().findChildren(PeerLimitDialog))
    dialog = pane.window().findChildren(PeerLimitDialog)[0]
    assert dialog.down_field.text() == "no limit"
    dialog.down_field.setValue(30)
    QTest.mouseClick(dialog.ok_button, LEFT)
    user.until(lambda: [row.peer.down_limit for row in page.model.rows()] == [30_000])
    assert page.model.row(0).peer.up_limit is None
    page.view.selectAll()
    entry(page, "Limit…")
    user.until(lambda: [one for one in pane.window().findChildren(PeerLimitDialog) if one.isVisible()])
    again = next(one for one in pane.window().findChildren(PeerLimitDialog) if one.isVisible())
    assert again.down_field.text().replace("\u00a0", " ") == "30 kB/s"
    assert (again.down, again.up) == (LEAVE, LEAVE)
    again.reject()


def test_a_ban_is_asked_for_and_kept(page: PeersPage, chosen: Settings, user: User) -> None:
    page.take(TORRENT, tuple(peer(host) for host in range(1, 10)))
    chosen.set(settings.privacy.BANNED, ("203.0.113.4",))
    page.view.select_keys([peer(host).key for host in range(1, 9)])
    entry(page, "Ban…")
    user.until(lambda: page.findChildren(BanDialog))
    dialog = page.findChildren(BanDialog)[0]
    lines = dialog.names.text().splitlines()
    assert len(lines) == 7
    assert "2" in lines[-1], "of many not all are named"
    QTest.mouseClick(dialog.ban_button, LEFT)
    user.until(lambda: len(chosen.get(settings.privacy.BANNED)) == 8)
    assert chosen.get(settings.privacy.BANNED)[0] == "203.0.113.4"
    assert len(set(chosen.get(settings.privacy.BANNED))) == 8


def test_the_list_of_bans_is_edited_and_refuses_what_is_none(user: User, chosen: Settings) -> None:
    chosen.set(settings.privacy.BANNED, ("203.0.113.4",))
    dialog = BannedDialog(chosen)
    user.qtbot.addWidget(dialog)
    assert dialog.field.toPlainText() == "203.0.113.4"
    dialog.field.setPlainText("203.0.113.0/24\n300.1.1.1")
    assert not dialog.ok_button.isEnabled()
    assert "300.1.1.1" in dialog.verdict.text()
    dialog.field.setPlainText(" 203.0.113.0/24\n\n2001:db8::/32\n203.0.113.0/24")
    dialog.accept()
    assert chosen.get(settings.privacy.BANNED) == ("203.0.113.0/24", "2001:db8::/32")
