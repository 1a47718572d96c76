# SPDX-License-Identifier: GPL-3.0-or-later
"""Bans and the IP filter in the whole program: by the menu bar, at once and for good, until they are taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from starling import settings
from starling.ui.dialogs.ban import BanDialog
from starling.ui.dialogs.banned import BannedDialog
from starling.ui.dialogs.ipfilter import IpFilterDialog
from starling.ui.theme import ThemeManager
from tests.swarm import Swarm
from tests.ui.person import Person


@pytest.fixture
def person(qtbot: QtBot, qloop: object, themes: ThemeManager, swarm: Swarm, tmp_path: Path) -> Iterator[Person]:
    made = Person(qtbot, qloop, tmp_path, swarm)  # type: ignore[arg-type]
    made.starts().window.resize(1600, 860)
    yield made
    made.leave()


def test_who_is_banned_goes_at_once_and_may_come_back_when_it_is_lifted(person: Person, swarm: Swarm) -> None:
    payload = swarm.payload(files=3_000_000)
    seed = swarm.seed(payload, up=50_000)
    [name] = person.offers(payload)
    person.selects(name)
    person.window.commands.start()
    details = person.window.details
    details.show_tab(details.pages.index(details.peers))
    person.connects(payload, seed)
    view = details.peers.view
    person.until(lambda: [row.peer.address for row in details.peers.model.rows()] == [seed.ip])
    view.selectAll()
    person.chooses("Torrent", "Peers", "Ban")
    QTest.mouseClick(person.dialog(BanDialog).ban_button, Qt.MouseButton.LeftButton)
    person.reads("banned", "Edit ▸ Banned peers")
    person.until(lambda: details.peers.model.rowCount() == 0)
    assert person.program.settings.get(settings.privacy.BANNED) == (seed.ip,)
    person.chooses("Edit", "Banned peers")
    dialog = person.dialog(BannedDialog)
    assert dialog.field.toPlainText() == seed.ip
    dialog.field.clear()
    QTest.mouseClick(dialog.ok_button, Qt.MouseButton.LeftButton)
    person.until(lambda: person.program.settings.get(settings.privacy.BANNED) == ())

    def back() -> bool:
        # What is lifted reaches libtorrent a moment later.
        person.connects(payload, seed)
        return details.peers.model.rowCount() > 0

    person.until(back)


def test_who_is_on_the_list_goes_when_it_is_named(person: Person, swarm: Swarm, tmp_path: Path) -> None:
    payload = swarm.payload(files=3_000_000)
    seed = swarm.seed(payload, up=50_000)
    [name] = person.offers(payload)
    person.selects(name)
    person.window.commands.start()
    details = person.window.details
    details.show_tab(details.pages.index(details.peers))
    person.connects(payload, seed)
    person.until(lambda: details.peers.model.rowCount() == 1)
    file = tmp_path / "list.p2p"
    file.write_text(f"somebody:{seed.ip}-{seed.ip}\nno line\n")
    person.chooses("Edit", "IP filter")
    dialog = person.dialog(IpFilterDialog)
    QTest.keyClicks(dialog.path, str(file))
    QTest.keyClick(dialog.path, Qt.Key.Key_Return)
    assert dialog.isVisible()
    person.until(lambda: details.peers.model.rowCount() == 0)
    person.reads("could not be read: line 2 “no line”")
    assert person.program.settings.get(settings.privacy.IP_FILTER_ON)
    QTest.mouseClick(dialog.close_button, Qt.MouseButton.LeftButton)
