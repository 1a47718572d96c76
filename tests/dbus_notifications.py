# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop's notifications on a bus of the test's own: a real daemon, and a service that writes down what it shows."""

import asyncio
import json
import os
import shutil
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
CONFIG = """<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><servicedir>{folder}</servicedir>
<policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy>
</busconfig>"""
"""Nothing of this computer is started by it."""
ABLE = ("actions", "body", "body-markup", "sound")


class Desktop:
    """The bus, and the service if it runs."""

    def __init__(self, until: Callable[[Callable[[], object]], None], folder: Path) -> None:
        """`until` waits for something while the program goes on; services that can be started are in `folder`."""
        daemon = shutil.which("dbus-daemon")
        if daemon is None:
            pytest.skip("there is no dbus-daemon")
        self._until = until
        (config := folder / "bus.conf").write_text(CONFIG.format(folder=folder))
        self._bus = subprocess.Popen(
            [daemon, f"--config-file={config}", "--nofork", "--nopidfile", "--print-address"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self._bus.stdout is not None
        self.address = self._bus.stdout.readline().strip()
        self._service: subprocess.Popen[bytes] | None = None
        self._said = b""
        self.calls: deque[dict[str, Any]] = deque()
        """What was shown and nobody has looked at yet."""

    def begins(self, *able: str, silent: bool = False) -> None:
        """A service that is able to do this comes onto the bus; a silent one says what is asked and answers nothing."""
        self._service = subprocess.Popen(
            [sys.executable, __file__, self.address, json.dumps([able or ABLE, silent])],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        assert self._service.stdout is not None
        assert self._service.stdout.readline() == b"ready\n"
        os.set_blocking(self._service.stdout.fileno(), False)

    def shows(self) -> dict[str, Any]:
        """Waits for the next notification: its arguments by name, and its number."""
        self._until(self._read)
        return self.calls.popleft()

    def is_quiet(self) -> bool:
        """Whether nothing has been shown, up to now, that nobody has looked at."""
        return not self._read()

    def does(self, *command: object) -> None:
        """Has the service send a signal: its name and arguments."""
        assert self._service is not None
        assert self._service.stdin is not None
        self._service.stdin.write(json.dumps(command).encode() + b"\n")
        self._service.stdin.flush()

    def ends(self) -> None:
        """The service goes."""
        if self._service is not None:
            self._service.kill()
            self._service.communicate()
            self._service = None

    def breaks(self) -> None:
        """The bus goes too."""
        self.ends()
        if self._bus.poll() is None:
            self._bus.terminate()
            self._bus.communicate()

    def _read(self) -> bool:
        assert self._service is not None
        assert self._service.stdout is not None
        *lines, self._said = (self._said + (self._service.stdout.read() or b"")).split(b"\n")
        self.calls.extend(map(json.loads, lines))
        return bool(self.calls)


@contextmanager
def desktop(
    until: Callable[[Callable[[], object]], None], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Desktop]:
    """One whose bus is the session's; it is gone at the end."""
    made = Desktop(until, folder)
    try:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", made.address)
        yield made
    finally:
        made.breaks()


async def serve(address: str, able: list[str], silent: bool) -> None:
    """Until it is ended."""
    from dbus_fast import Message, MessageType, Variant
    from dbus_fast.aio import MessageBus

    bus = MessageBus(address)
    count = 0

    def notify(message: Message) -> Message:
        nonlocal count
        app, replaces, icon, title, body, actions, hints, timeout = message.body
        number = replaces
        if not replaces:
            count += 1
            number = count
        hints = {key: value.value for key, value in hints.items() if isinstance(value, Variant)}
        said = {"app": app, "replaces": replaces, "icon": icon, "title": title, "body": body, "actions": actions}
        print(json.dumps({**said, "hints": hints, "timeout": timeout, "number": number}), flush=True)
        return Message.new_method_return(message, "u", [number])

    def answer(message: Message) -> Message | bool:
        if message.message_type is not MessageType.METHOD_CALL or message.interface != NAME:
            return False
        if silent:
            print(json.dumps({"asked": message.member}), flush=True)
            return True
        if message.member == "GetCapabilities":
            return Message.new_method_return(message, "as", [able])
        if message.member == "GetServerInformation":
            return Message.new_method_return(message, "ssss", ["Tester", "Starling", "1", "1.3"])
        assert (message.member, message.signature) == ("Notify", "susssasa{sv}i")
        return notify(message)

    def obey() -> None:
        for line in os.read(sys.stdin.fileno(), 65536).splitlines():
            member, *arguments = json.loads(line)
            types = "u" + ("s" if isinstance(arguments[1], str) else "u")
            bus.send(Message.new_signal(PATH, NAME, member, types, arguments))

    await bus.connect()
    bus.add_message_handler(answer)
    await bus.request_name(NAME)
    asyncio.get_running_loop().add_reader(sys.stdin, obey)
    print("ready", flush=True)
    await bus.wait_for_disconnect()


if __name__ == "__main__":
    asyncio.run(serve(sys.argv[1], *json.loads(sys.argv[2])))
