# SPDX-License-Identifier: GPL-3.0-or-later
"""The door for clients of remote control: open, shut, or somewhere else, as the settings say while the program runs."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from starling import settings
from starling.engine.engine import Engine
from starling.errors import UserError
from starling.i18n import translate
from starling.remote.calls import Client
from starling.remote.connected import Connected, who
from starling.remote.guard import PATH, Guard, Policy
from starling.remote.ids import Ids
from starling.remote.listener import is_local, listening, url
from starling.remote.means import Means
from starling.remote.passwords import Keys, hashed, is_hash
from starling.remote.throttle import Throttle
from starling.settings import Settings
from starling.tasks import Worker, spawn

if TYPE_CHECKING:
    from starling.remote.connection import Bounds
    from starling.remote.server import HttpServer

log = logging.getLogger(__name__)

_TABLE = "remote."
"""Of the keys in the settings that it follows."""
_SOON_MS = 100
"""Settings that change together are followed once."""
_AGAIN_MS = 30_000
"""After which a door that could not be opened is tried again: the other program may have ended."""


@dataclass(frozen=True, slots=True)
class DoorState:
    """What the window shows."""

    open: bool = False
    url: str = ""
    """Where clients find it while it is open."""
    problem: str = ""
    """Why it is shut although it should be open, or what clients will find wrong with it."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where it is to be."""

    address: str
    port: int
    certificate: str
    key: str


class _Room:
    """What stays the same however often the door is opened; made when that happens first."""

    def __init__(self, means: Means, hands: Worker) -> None:
        from starling.remote.methods import methods
        from starling.remote.switchboard import Switchboard

        self.keys = Keys(hands)
        self.guard = Guard(self.keys, Throttle())
        self.switchboard = Switchboard(methods(means, self.guard.session_id), means.worker)


class Door(QObject):
    """Lets clients in, if the settings want it; nothing of it costs anything until they do."""

    changed = Signal()
    """`state` is another."""
    trouble = Signal(str)
    """A sentence: it can't be opened, or clients will find something wrong with it."""
    added = Signal(str, str)
    """The id of a torrent, and who added it: “192.168.1.5 (Sonarr)”."""
    removed = Signal(object, str)
    """The names of torrents, a tuple, and who removed them."""

    def __init__(
        self,
        engine: Engine,
        chosen: Settings,
        worker: Worker,
        files_worker: Worker,
        config_dir: Path,
        quit: Callable[[], None],
        parent: QObject | None = None,
        *,
        always: bool = False,
        port: int | None = None,
        bounds: "Bounds | None" = None,
    ) -> None:
        """`always`: open even if the settings do not want it; `port`: instead of theirs, 0 = any that is free."""
        super().__init__(parent)
        self.state = DoorState()
        self.connected = Connected(self)
        self._engine, self._settings = engine, chosen
        self._worker, self._files_worker = worker, files_worker
        self._config_dir, self._quit = config_dir, quit
        self._always, self._port, self._bounds = always, port, bounds
        self._hands: Worker | None = None
        """A thread for what takes a processor for a client, such as hashing: nothing else waits for it."""
        self._room: _Room | None = None
        self._server: HttpServer | None = None
        self._place: _Place | None = None
        """Where it is open."""
        self._begun = False
        self._turn = asyncio.Lock()
        self._soon, self._again = self._timer(_SOON_MS), self._timer(_AGAIN_MS)
        chosen.changed.connect(self._on_setting)

    async def open(self) -> None:
        """Follows the settings from now on; to be called when every stored torrent is in the list."""
        self._begun = True
        await self._follow()

    async def close(self) -> None:
        """Lets nobody in any more; who has been let in gets the answer, unless that takes long."""
        self._begun = False
        self._settings.changed.disconnect(self._on_setting)
        for timer in (self._soon, self._again):
            timer.stop()
        async with self._turn:
            await self._shut()
            self._tell(DoorState())
            if self._hands is not None:
                await self._hands.stop()

    # -- open or shut

    async def _follow(self) -> None:
        async with self._turn:
            if not self._begun:
                return
            self._again.stop()
            try:
                await self._go(await self._wanted())
            except UserError as error:
                await self._shut()
                self._tell(DoorState(problem=str(error)))
                self._again.start()

    async def _go(self, wanted: _Place | None) -> None:
        """Opens at this place, unless it is open there already; shuts without one."""
        if wanted is None:
            await self._shut()
            self._tell(DoorState())
            return
        if self._room is None:
            # In a thread, for these are hundreds of modules: the window goes on meanwhile.
            for module in ("starling.remote.server", "starling.remote.methods"):
                await self._aside().run(import_module, module)
            self._room = _Room(self._furnished(), self._aside())
        get, remote = self._settings.get, settings.remote
        self._room.keys.change(get(remote.USER), get(remote.PASSWORD))
        self._room.guard.policy = Policy(get(remote.CLIENTS), get(remote.HOSTS))
        if wanted != self._place:
            await self._shut()
            await self._open_at(wanted, self._room)

    async def _wanted(self) -> _Place | None:
        """Where the settings want it; raises UserError if it can't be there."""
        get, remote = self._settings.get, settings.remote
        if not self._always and not get(remote.ENABLED):
            return None
        if (password := get(remote.PASSWORD)) and not is_hash(password) and password != remote.NOBODY:
            await self._hash(password)
        if not password and not is_local(get(remote.ADDRESS)):
            text = translate(
                "Remote",
                "Remote control is closed: at {address} the whole network could come in. Set a password in "
                "Preferences ▸ Remote first.",
            )
            raise UserError(text.format(address=get(remote.ADDRESS)))
        port = get(remote.PORT) if self._port is None else self._port
        return _Place(get(remote.ADDRESS), port, get(remote.CERTIFICATE), get(remote.KEY))

    async def _hash(self, password: str) -> None:
        """Puts the hash into the place of a password that somebody wrote into the file of the settings."""
        kept = await self._aside().run(hashed, password)
        if self._settings.get(settings.remote.PASSWORD) == password:
            try:
                self._settings.set(settings.remote.PASSWORD, kept)
            except ValueError as error:
                raise UserError(str(error)) from error

    async def _open_at(self, place: _Place, room: _Room) -> None:
        from starling.remote import tls
        from starling.remote.server import HttpServer

        context, warning = None, ""
        if place.certificate:
            found = await self._files_worker.run(tls.load, place.certificate, place.key)
            context, warning = found.context, found.warning
        listener = listening(place.address, place.port)
        self._server = HttpServer(
            room.guard, room.switchboard.answer, self.connected.heard, self._aside(), self._bounds
        )
        self._server.start(listener, context)
        self._place = place
        where = url(listener, PATH, encrypted=context is not None)
        log.info("Remote control is open at %s", where)
        self._tell(DoorState(True, where, warning))

    async def _shut(self) -> None:
        server, self._server, self._place = self._server, None, None
        if server is not None:
            await server.stop()
            self.connected.clear()
            log.info("Remote control is closed")

    def _aside(self) -> Worker:
        if self._hands is None:
            self._hands = Worker(asyncio.get_running_loop(), "remote")
        return self._hands

    def _tell(self, state: DoorState) -> None:
        before, self.state = self.state, state
        if state == before:
            return
        if state.problem and state.problem != before.problem:
            log.warning("%s", state.problem)
            self.trouble.emit(state.problem)
        self.changed.emit()

    # -- what comes from elsewhere

    def _furnished(self) -> Means:
        return Means(
            self._engine,
            self._settings,
            Ids(self._engine, self),
            self._worker,
            self._files_worker,
            self._config_dir,
            self._quit,
            self._on_added,
            self._on_removed,
        )

    def _on_added(self, id: str, client: Client) -> None:
        self.added.emit(id, who(client))

    def _on_removed(self, names: tuple[str, ...], client: Client) -> None:
        self.removed.emit(names, who(client))

    def _on_setting(self, key: str) -> None:
        if self._begun and key.startswith(_TABLE):
            self._soon.start()

    def _on_time(self) -> None:
        spawn(self._follow(), name="door")

    def _timer(self, after: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after)
        timer.timeout.connect(self._on_time)
        return timer
