# SPDX-License-Identifier: GPL-3.0-or-later
"""Notifications over a real bus: with a service that obeys, with none, with one that hangs, one that goes."""

import asyncio
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from starling.errors import UserError
from starling.notify import service
from starling.notify.note import CLICKED, Action, Note
from starling.notify.service import Service
from tests.dbus_notifications import NAME, Desktop, desktop

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has this service")

PLAIN = Note("Done", "a & <b>", sound="complete-download", actions=(Action(CLICKED, "Show"),))
BUSY_S = 20


class Client:
    """The service as the program has it, and what it says."""

    def __init__(self, qtbot: QtBot, loop: asyncio.AbstractEventLoop) -> None:
        self._qtbot, self._loop = qtbot, loop
        self.invoked: list[tuple[int, str, str]] = []
        self.closed: list[int] = []
        self.service = Service(lambda *said: self.invoked.append(said), self.closed.append)

    def until(self, condition: Callable[[], object]) -> None:
        self._qtbot.waitUntil(lambda: bool(condition()), timeout=BUSY_S * 1000)

    def gets(self, coro: Any) -> Any:
        task = self._loop.create_task(coro)
        self.until(task.done)
        return task.result()

    def refused(self) -> str:
        with pytest.raises(UserError) as error:
            self.gets(self.service.show(PLAIN))
        return str(error.value)


@pytest.fixture
def client(qtbot: QtBot, qloop: asyncio.AbstractEventLoop) -> Iterator[Client]:
    made = Client(qtbot, qloop)
    yield made
    made.gets(made.service.close())


@pytest.fixture
def desk(client: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    with desktop(client.until, tmp_path, monkeypatch) as made:
        yield made


def test_shown_replaced_clicked_and_closed(client: Client, desk: Desktop) -> None:
    desk.begins()
    assert client.gets(client.service.name()) == "Tester"
    number = client.gets(client.service.show(PLAIN))
    shown = desk.shows()
    assert (shown["title"], shown["body"], shown["actions"]) == ("Done", "a &amp; &lt;b&gt;", [CLICKED, "Show"])
    assert shown["icon"].startswith("file:///")
    assert shown["hints"]["sound-name"] == "complete-download"
    assert shown["hints"]["desktop-entry"] == "starling"
    # Of another program's notifications we want to know nothing.
    desk.does("ActionInvoked", 77, CLICKED)
    desk.does("ActivationToken", number, "token")
    desk.does("ActionInvoked", number, CLICKED)
    client.until(lambda: client.invoked)
    assert client.invoked == [(number, CLICKED, "token")]
    assert client.gets(client.service.show(Note("More"), number)) == number
    more = desk.shows()
    assert more["replaces"] == number
    assert more["hints"]["suppress-sound"] is True
    desk.does("NotificationClosed", number, 2)
    client.until(lambda: client.closed)
    # What is gone is not replaced.
    assert client.gets(client.service.show(PLAIN, number)) != number
    assert desk.shows()["replaces"] == 0
    # Another service counts anew, and can do less.
    desk.ends()
    desk.begins("body")
    client.until(lambda: len(client.closed) == 2)
    client.gets(client.service.show(PLAIN, 2))
    shown = desk.shows()
    assert (shown["replaces"], shown["body"], shown["actions"]) == (0, "a & <b>", [])


def test_what_can_go_wrong_is_a_sentence(
    client: Client, desk: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "No program of this desktop shows notifications" in client.refused()
    starts = tmp_path / "notifications.service"
    starts.write_text(f"[D-BUS Service]\nName={NAME}\nExec=/bin/false\n")
    client.until(lambda: "can't be started" in client.refused())
    starts.unlink()
    client.until(lambda: "No program" in client.refused())
    monkeypatch.setattr(service, "PATIENCE", 0.5)
    desk.begins(silent=True)
    assert "does not answer" in client.refused()
    assert desk.shows() == {"asked": "GetCapabilities"}
    # It goes before it has answered.
    monkeypatch.setattr(service, "PATIENCE", 60.0)
    waits = asyncio.ensure_future(client.service.show(PLAIN))
    assert desk.shows() == {"asked": "GetCapabilities"}
    desk.ends()
    client.until(waits.done)
    assert "does not answer" in str(waits.exception())
    desk.begins()
    assert client.gets(client.service.show(PLAIN))
    desk.breaks()
    client.until(lambda: client.service._bus is not None and not client.service._bus.connected)
    assert "can't be reached" in client.refused()
    assert client.closed == [1]


def test_without_a_bus_it_is_looked_for_where_systemd_puts_it(
    client: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "no session bus" in client.refused()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    (tmp_path / "bus").write_bytes(b"")
    assert "can't be reached" in client.refused()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "nonsense")
    assert "can't be reached" in client.refused()
