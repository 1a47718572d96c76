# SPDX-License-Identifier: GPL-3.0-or-later
"""A door with a real engine behind it, and clients that come to it over HTTP."""

import asyncio
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import Any, TypeVar

import aiohttp
import pytest
from yarl import URL

from starling.remote.connection import Bounds
from starling.remote.door import Door
from starling.remote.guard import SESSION_HEADER
from starling.setting import Setting
from starling.settings import Settings
from tests.helpers import User

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Heard:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class Doorstep:
    """Where clients stand: before a door that is open at 127.0.0.1."""

    def __init__(self, user: User, folder: Path) -> None:
        self.user = user
        self.settings = Settings(folder / "settings.toml")
        self.trouble: list[str] = []
        self.added: list[tuple[str, str]] = []
        self.removed: list[tuple[tuple[str, ...], str]] = []
        self.quits = 0
        self.headers: dict[str, str] = {"User-Agent": "Tester/1.0"}
        """Sent with every request."""
        self._folder = folder
        self._door: Door | None = None

    @property
    def door(self) -> Door:
        assert self._door is not None, "nobody has built it"
        return self._door

    @property
    def url(self) -> str:
        self.user.until(lambda: self.door.state.open)
        return self.door.state.url

    @property
    def port(self) -> int:
        return URL(self.url).port or 0

    @property
    def session_id(self) -> str:
        room = self.door._room
        assert room is not None
        return room.guard.session_id

    def builds(self, *, always: bool = True, port: int | None = 0, bounds: Bounds | None = None) -> Door:
        """The door, still shut."""
        made = Door(
            self.user.engine,
            self.settings,
            *self.user._workers,
            self._folder,
            self._on_quit,
            always=always,
            port=port,
            bounds=bounds,
        )
        made.trouble.connect(self.trouble.append)
        made.added.connect(self._on_added)
        made.removed.connect(self._on_removed)
        self._door = made
        return made

    def opens(self, *, always: bool = True, port: int | None = 0, bounds: Bounds | None = None) -> "Doorstep":
        """Builds the door and opens it, as far as the settings let it."""
        self.user.run(self.builds(always=always, port=port, bounds=bounds).open())
        return self

    def closes(self) -> None:
        """Shuts it for good, if it is there."""
        door, self._door = self._door, None
        if door is not None:
            self.user.run(door.close())
            door.deleteLater()

    def chooses(self, setting: Setting[T], value: T) -> None:
        self.settings.set(setting, value)

    # -- asking

    def ask(self, method: str, **params: object) -> Any:
        """The result of a call as JSON-RPC 2.0."""
        answer = self.post({"jsonrpc": "2.0", "id": 1, "method": method, "params": params})
        assert answer.status == 200, answer.text
        assert "error" not in answer.json, answer.json
        return answer.json["result"]

    def ask_classic(self, method: str, arguments: Mapping[str, object] | None = None) -> Any:
        """The arguments that a call in the classic dialect gives back."""
        answer = self.post({"method": method, "arguments": dict(arguments or {})})
        assert answer.status == 200, answer.text
        assert answer.json["result"] == "success", answer.json
        return answer.json["arguments"]

    def refused(self, method: str, **params: object) -> str:
        """The sentence with which a call is refused."""
        answer = self.post({"jsonrpc": "2.0", "id": 1, "method": method, "params": params})
        return str(answer.json["error"]["data"]["error_string"])

    def post(self, body: object, **headers: str) -> Heard:
        """Sends a request as a client that knows the session id; names of headers have _ for -."""
        return self.sends("POST", body, **{SESSION_HEADER.replace("-", "_"): self.session_id, **headers})

    def sends(self, method: str, body: object = b"", path: str = "", **headers: str) -> Heard:
        """Sends any request to the door."""
        return self.user.run(self.sent(method, body, path, **headers))

    async def sent(self, method: str, body: object = b"", path: str = "", **headers: str) -> Heard:
        """The same for who wants to do something else meanwhile."""
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        named = {**self.headers, **{name.replace("_", "-"): value for name, value in headers.items()}}
        url = URL(self.door.state.url)
        async with (
            aiohttp.ClientSession() as client,
            client.request(method, url.with_path(path) if path else url, data=data, headers=named) as answer,
        ):
            return Heard(answer.status, dict(answer.headers), await answer.read())

    def in_thread(self, function: Callable[[], T]) -> T:
        """What a client that blocks gets, while the program goes on."""
        found: list[T] = []
        failed: list[BaseException] = []

        def work() -> None:
            try:
                found.append(function())
            except BaseException as error:  # noqa: BLE001  (it is raised where it is waited for)
                failed.append(error)

        thread = Thread(target=work, daemon=True)
        thread.start()
        self.user.until(lambda: not thread.is_alive())
        if failed:
            raise failed[0]
        return found[0]

    def connects(self) -> "Line":
        """A connection of its own."""
        return self.user.run(Line.to(self.user, self.port))

    def _on_quit(self) -> None:
        self.quits += 1

    def _on_added(self, id: str, who: str) -> None:
        self.added.append((id, who))

    def _on_removed(self, names: tuple[str, ...], who: str) -> None:
        self.removed.append((names, who))


class Line:
    """A bare connection, for what no HTTP client would do."""

    def __init__(self, user: User, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.user, self.reader, self.writer = user, reader, writer

    @classmethod
    async def to(cls, user: User, port: int) -> "Line":
        return cls(user, *await asyncio.open_connection("127.0.0.1", port))

    def says(self, data: bytes) -> "Line":
        self.writer.write(data)
        return self

    def hears(self) -> bytes:
        """Everything until the other end closes; what it throws away in the middle counts as closed."""
        return self.user.run(self.heard())

    async def heard(self) -> bytes:
        found = b""
        try:
            while data := await self.reader.read(65_536):
                found += data
        except ConnectionError:
            pass
        self.writer.close()
        return found


@pytest.fixture
def doorstep(user: User, tmp_path: Path) -> Iterator[Doorstep]:
    """Where a door is to be built: the settings can be chosen first."""
    folder = tmp_path / "door"
    folder.mkdir()
    made = Doorstep(user, folder)
    yield made
    made.closes()
    made.settings.deleteLater()


@pytest.fixture
def door(doorstep: Doorstep) -> Doorstep:
    """A door that is open."""
    return doorstep.opens()
