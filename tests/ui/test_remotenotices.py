# SPDX-License-Identifier: GPL-3.0-or-later
"""The window says what clients of remote control do, brings back what they removed, and says why nobody gets in."""

import asyncio
import base64
import socket

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from starling import settings
from starling.ui import remotenotices
from starling.ui.notice import Notice
from tests.rpcclient import call
from tests.ui.person import Person

LEFT = Qt.MouseButton.LeftButton


class Client:
    """Sonarr, at the door of the program."""

    def __init__(self, person: Person) -> None:
        self.person = person
        chosen = person.program.settings
        chosen.set(settings.remote.ADDRESS, person.swarm.address())
        chosen.set(settings.remote.ENABLED, True)
        person.until(lambda: person.program.core.door.state.open)
        # All that is done until `are_told` is done in one moment.
        self._soon = person.program.remote_notices.soon
        self._soon.setInterval(3_600_000)

    def calls(self, method: str, **arguments: object) -> None:
        address = self.person.program.core.door.state.url
        asked = self.person.loop.create_task(asyncio.to_thread(call, address, "Sonarr/4.0.1", method, **arguments))
        self.person.until(asked.done)
        asked.result()

    def adds(self, *names: str) -> None:
        for name in names:
            made = self.person.swarm.payload(name=name, files={"a.bin": 70_000})
            self.calls("torrent-add", metainfo=base64.b64encode(made.torrent_path.read_bytes()).decode(), paused=True)
            self.person.sees(name)

    def removes(self, *names: str, **arguments: object) -> None:
        for name in names:
            self.calls("torrent-remove", ids=[self.person.torrent(name).id], **arguments)

    def is_told(self, *words: str) -> Notice:
        """The moment is over."""
        self._soon.start(0)
        notice = self.person.reads("(Sonarr)", *words)
        self._soon.setInterval(3_600_000)
        return notice


@pytest.fixture
def client(person: Person) -> Client:
    return Client(person)


def test_what_a_client_adds_is_told_and_shown(person: Person, client: Client) -> None:
    client.adds("one", "two")
    told = client.is_told("2 torrents were added by")
    assert told.said.lingers
    QTest.mouseClick(told.button, LEFT)
    assert sorted(person.selected()) == ["one", "two"]
    client.adds("three")
    person.filters("one")
    QTest.mouseClick(client.is_told("“three” was added by").button, LEFT)
    assert person.selected() == ["three"]
    # What is gone again can't be shown.
    client.adds("four", "five")
    client.removes("four")
    client.is_told("“four” was removed by")
    client.is_told("“five” was added by")


def test_who_goes_on_adding_is_counted_on(person: Person, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def told() -> list[str]:
        return [one.sentence for one in person.program.notices.notices if "added by" in one.sentence]

    # However busy the machine is: none leaves by itself.
    person.program.notices._linger = 3_600_000
    client.adds("one")
    client.is_told("“one” was added by")
    client.adds("two")
    client.is_told("2 torrents were added by")
    client.adds("three", "four")
    client.removes("four")
    client.is_told("“four” was removed by")
    (sentence,) = told()
    assert sentence.startswith("3 torrents were added by")
    QTest.mouseClick(person.reads(sentence).button, LEFT)
    assert sorted(person.selected()) == ["one", "three", "two"]
    # What is read is done with, and so is what was said long ago.
    client.adds("five")
    client.is_told("“five” was added by")
    monkeypatch.setattr(remotenotices, "COUNTED_S", 0.0)
    client.adds("six")
    client.is_told("“six” was added by")
    assert len(told()) == 2


def test_what_a_client_removes_comes_back(person: Person, client: Client) -> None:
    person.makes("one", "two", "three")
    client.removes("one", "two")
    told = client.is_told("2 torrents were removed by", "The files stay where they are.")
    assert not [one for one in person.program.notices.notices if one.sentence.startswith("Removed")]
    QTest.mouseClick(told.button, LEFT)
    person.reads("2 torrents are back.")
    person.until(lambda: sorted(person.names()) == ["one", "three", "two"])
    client.removes("one", **{"delete-local-data": True})
    client.is_told("“one” was removed by", "The files are in the trash.")
    person.presses("Ctrl+Z")
    person.reads("“one” is back.")
    assert not [one for one in person.program.notices.notices if "was removed" in one.sentence]
    person.program.settings.set(settings.downloads.KEEP_REMOVED, 0)
    person.until(lambda: not person.program.engine.bin.days)
    person.sees("one")
    client.removes("one")
    assert client.is_told("“one” was removed by").said.action is None


def test_why_nobody_gets_in_is_told_until_somebody_can(person: Person, client: Client) -> None:
    chosen, remote = person.program.settings, settings.remote
    with socket.create_server((chosen.get(remote.ADDRESS), 0)) as other:
        chosen.set(remote.PORT, other.getsockname()[1])
        told = person.reads("another program uses the port")
        QTest.mouseClick(told.button, LEFT)
        dialog = person.window.preferences.dialog
        assert dialog is not None
        person.until(lambda: not dialog.busy)
        row = dialog.sheet.row(remote.ENABLED.key)
        assert row is not None
        person.until(lambda: row.editor.focusProxy() is dialog.focusWidget())
        dialog.close()
        chosen.set(remote.PORT, 9091)
        person.until(lambda: person.program.core.door.state.open)
        chosen.set(remote.PORT, other.getsockname()[1])
        told = person.reads("another program uses the port")
    chosen.set(remote.PORT, 9091)
    person.until(lambda: not [one for one in person.program.notices.notices if "another program" in one.sentence])
