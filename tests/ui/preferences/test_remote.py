# SPDX-License-Identifier: GPL-3.0-or-later
"""The page Remote: the password that nobody reads again, the address for clients, and who is connected."""

import asyncio
import socket
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from starling import settings
from starling.remote.door import Door, DoorState
from starling.remote.passwords import matches
from starling.setting import Page
from starling.ui import remotelines, remotepassword
from starling.ui.dialogs.means import Means
from starling.ui.preferences.row import SettingRow
from starling.ui.preferences.window import PreferencesWindow
from starling.ui.remoteaddresses import own_addresses
from starling.ui.remotelines import RemoteLine, VisitorsTail
from starling.ui.remotepassword import RemotePasswordEditor
from tests.rpcclient import call
from tests.swarm import Swarm
from tests.ui.preferences.steps import goes_to, row_of, searches, types

Key = Qt.Key
PASSWORD = settings.remote.PASSWORD


@pytest.fixture
def means(
    means: Means, qloop: asyncio.AbstractEventLoop, qtbot: QtBot, swarm: Swarm, tmp_path: Path
) -> Iterator[Means]:
    """With a door, at an address that nobody else has."""
    means.settings.set(settings.remote.ADDRESS, swarm.address())
    door = Door(means.engine, means.settings, means.worker, means.worker, tmp_path, _stay)
    qtbot.waitUntil(qloop.create_task(door.open()).done)
    yield replace(means, remote=door)
    qtbot.waitUntil(qloop.create_task(door.close()).done)
    door.deleteLater()


@pytest.fixture(autouse=True)
def on(means: Means) -> None:
    """What stands on the page has an effect."""
    means.settings.set(settings.remote.ENABLED, True)


def _stay() -> None:
    """Nobody asks the program to end."""


def editor_of(row: SettingRow) -> RemotePasswordEditor:
    assert isinstance(row.editor, RemotePasswordEditor)
    return row.editor


def kept(means: Means) -> str:
    return means.settings.get(PASSWORD)


def test_a_password_is_kept_as_a_hash_changed_and_taken_away(
    window: PreferencesWindow, means: Means, qtbot: QtBot, file: Path
) -> None:
    row = row_of(window, PASSWORD, qtbot)
    editor = editor_of(row)
    assert editor.field.placeholderText() == "No password is set"
    assert not editor.remove_button.isEnabled()
    assert editor.field.echoMode() is QLineEdit.EchoMode.Password
    editor.eye.trigger()
    assert editor.field.echoMode() is QLineEdit.EchoMode.Normal
    types(row, " swordfish")
    qtbot.waitUntil(lambda: bool(kept(means)))
    first = kept(means)
    assert matches(" swordfish", first)
    assert editor.field.text() == ""
    editor.field.undo()
    assert editor.field.text() == ""
    assert editor.field.echoMode() is QLineEdit.EchoMode.Password
    assert editor.field.placeholderText() == "A password is set"
    assert editor.field.accessibleName() == "Password of clients: A password is set"
    # Leaving the field is enough.
    types(row, "another", None)
    QTest.keyClick(editor.field, Key.Key_Tab)
    qtbot.waitUntil(lambda: kept(means) != first)
    assert matches("another", kept(means))
    types(row, "not wanted", Key.Key_Escape)
    types(row, "", Key.Key_Backspace)
    assert not editor.busy
    QTest.keyClick(editor.remove_button, Key.Key_Space)
    assert kept(means) == ""
    means.settings.set(PASSWORD, settings.remote.NOBODY)
    assert editor.field.placeholderText() == "Nobody gets in"
    means.settings.set(PASSWORD, first)
    row.reset()
    window.undo_button.click()
    assert kept(means) == first
    means.settings.flush()
    qtbot.waitUntil(file.exists)
    qtbot.waitUntil(lambda: first in file.read_text())
    assert "swordfish" not in file.read_text()


def test_what_was_typed_is_taken_when_the_window_closes(window: PreferencesWindow, means: Means, qtbot: QtBot) -> None:
    types(row_of(window, PASSWORD, qtbot), "swordfish", None)
    window.close()
    qtbot.waitUntil(lambda: matches("swordfish", kept(means)), timeout=20_000)


def test_the_last_of_what_was_typed_counts(window: PreferencesWindow, means: Means, qtbot: QtBot) -> None:
    row = row_of(window, PASSWORD, qtbot)
    types(row, "sword")
    QTest.keyClicks(editor_of(row).field, "fish")
    QTest.keyClick(editor_of(row).field, Key.Key_Return)
    qtbot.waitUntil(lambda: bool(kept(means)))
    assert matches("swordfish", kept(means))


def test_what_can_not_be_kept_stays_in_the_field(
    window: PreferencesWindow, means: Means, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_password: str) -> str:
        raise MemoryError("no memory is left")

    monkeypatch.setattr(remotepassword, "hashed", fails)
    row = row_of(window, PASSWORD, qtbot)
    types(row, "swordfish")
    qtbot.waitUntil(lambda: "no memory is left" in row.verdict.text())
    assert editor_of(row).field.text() == "swordfish"
    assert kept(means) == ""
    monkeypatch.undo()
    types(row, "swordfish")
    qtbot.waitUntil(lambda: bool(kept(means)))
    assert row.verdict.text() == ""


def test_all_of_it_is_found(window: PreferencesWindow, qtbot: QtBot) -> None:
    assert PASSWORD.key in searches(window, "password", qtbot)
    assert searches(window, "9091", qtbot) == [settings.remote.PORT.key]
    assert settings.remote.ENABLED.key in searches(window, "transmission", qtbot)


def test_the_page_tells_where_the_door_is_and_who_came_in(
    window: PreferencesWindow, means: Means, qtbot: QtBot, qloop: asyncio.AbstractEventLoop
) -> None:
    line = row_of(window, settings.remote.ENABLED, qtbot).below
    tail = window.sheet.blocks[Page.REMOTE].tail
    assert isinstance(line, RemoteLine)
    assert isinstance(tail, VisitorsTail)
    address = f"http://{means.settings.get(settings.remote.ADDRESS)}:9091/transmission/rpc"
    qtbot.waitUntil(lambda: line.verdict.text() == f"Open at {address}")
    line.button.click()
    assert QGuiApplication.clipboard().text() == address
    assert tail.view.empty_text == "Nobody is connected."
    for _ in range(2):
        asking = qloop.create_task(asyncio.to_thread(call, address, "Sonarr/4.0 (\xad)", "session-get"))
        qtbot.waitUntil(asking.done, timeout=20_000)
        asking.result()
    qtbot.waitUntil(lambda: [one.requests for one in tail.model.rows()] == [2])
    shown = {column.key: column.text(tail.model.row(0)) for column in tail.model.columns}
    assert shown["program"].startswith("Sonarr/4.0")
    assert "\xad" not in shown["program"]
    # It is no part of what is found, and comes back with the page.
    searches(window, "certificate", qtbot)
    assert not tail.isVisible()
    goes_to(window, Page.REMOTE, qtbot)
    assert window.sheet.blocks[Page.REMOTE].tail is tail
    assert tail.isVisible()
    means.settings.set(settings.remote.ENABLED, False)
    qtbot.waitUntil(lambda: line.verdict.text() == "Off" and not tail.model.total)
    assert not line.button.isVisible()


def test_where_it_listens_everywhere_others_are_told_addresses_that_they_can_use(
    means: Means, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    remote = settings.remote
    # It binds nothing: it says what a door says that does.
    door = Door(means.engine, means.settings, means.worker, means.worker, tmp_path, _stay)
    door.state = DoorState(True, "https://127.0.0.1:9091/transmission/rpc")
    monkeypatch.setattr(remotelines, "own_addresses", lambda: ("192.0.2.5", "198.51.100.1", "2001:db8::5"))
    means.settings.set(remote.ENABLED, False)
    means.settings.set(remote.ADDRESS, "0.0.0.0")
    line = RemoteLine(replace(means, remote=door))
    qtbot.addWidget(line)
    first, second, third = (
        f"https://{host}:9091/transmission/rpc" for host in ("192.0.2.5", "198.51.100.1", "[2001:db8::5]")
    )
    alone = "Only this computer gets in: “Allowed clients” is empty."
    qtbot.waitUntil(lambda: line.verdict.text() == f"Open at {first}\n{second}\n{alone}")
    line.button.click()
    assert QGuiApplication.clipboard().text() == first
    means.settings.set(remote.CLIENTS, ("192.0.2.0/24",))
    assert line.verdict.text() == f"Open at {first}\n{second}"
    means.settings.set(remote.ADDRESS, "::")
    door.state = DoorState(True, second)
    assert line.verdict.text().count("\n") == 2
    door.changed.emit()
    assert line.verdict.text() == f"Open at {second}\n{first}\n{third}"
    means.settings.set(remote.ADDRESS, "127.0.0.1")
    means.settings.set(remote.CLIENTS, ())
    assert line.verdict.text() == f"Open at {second}"
    door.deleteLater()


def test_addresses_that_others_can_use_are_no_loopback() -> None:
    assert not [one for one in own_addresses() if one.startswith(("127.", "fe80")) or one == "::1"]


def test_a_port_that_is_taken_is_told_beside_the_switch(
    opens: Callable[[], PreferencesWindow], means: Means, qtbot: QtBot
) -> None:
    remote = settings.remote
    means.settings.set(remote.ENABLED, False)
    line = row_of(opens(), remote.ENABLED, qtbot).below
    assert isinstance(line, RemoteLine)
    with socket.create_server((means.settings.get(remote.ADDRESS), 0)) as other:
        means.settings.set(remote.PORT, other.getsockname()[1])
        means.settings.set(remote.ENABLED, True)
        qtbot.waitUntil(lambda: "another program uses the port" in line.verdict.text())
        assert not line.button.isVisible()
    means.settings.set(remote.PORT, 9091)
    qtbot.waitUntil(lambda: line.verdict.text().startswith("Open at"))
