# SPDX-License-Identifier: GPL-3.0-or-later
"""The door for clients of remote control: open, shut, or somewhere else, as the settings say while the program runs."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from starling import settings
from starling.engine.engine import Engine
from starling.errors import UserError
from starling.remote.calls import Client
from starling.remote.connected import Connected, who
from starling.remote.guard import PATH, Guard, Policy
from starling.remote.ids import Ids
from starling.remote.listener import listening, url
from starling.remote.means import Means
from starling.remote.passwords import Keys
from starling.remote.place import Place, hash_written, wanted
from starling.remote.throttle import Throttle
from starling.settings import Settings
from starling.tasks import Worker, spawn

if TYPE_CHECKING:
    from starling.remote.connection import Bounds
    from starling.remote.server import HttpServer
    from starling.remote.tls import Encryption, Reader

log = logging.getLogger(__name__)

_TABLE = "remote."
"""Of the keys in the settings that it follows."""
_SOON_MS = 100
"""Settings that change together are followed once."""
_AGAIN_MS = 30_000
"""After which a door that could not be opened is tried again: the other program may have ended."""
_RENEW_MS = 300_000
"""After which the certificate is read again: programs that renew one leave it in its place."""


@dataclass(frozen=True, slots=True)
class DoorState:
    """What the window shows."""

    open: bool = False
    url: str = ""
    """Where clients find it while it is open."""
    problem: str = ""
    """Why it is shut although it should be open, or what clients will find wrong with it."""


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
        self._learning: asyncio.Task[None] | None = None
        self._server: HttpServer | None = None
        self._place: Place | None = None
        """Where it is open."""
        self._begun = self._closed = False
        self._tasks: set[asyncio.Task[None]] = set()
        self._turn = asyncio.Lock()
        self._soon, self._again = self._timer(_SOON_MS, self._on_time), self._timer(_AGAIN_MS, self._on_time)
        self._renewal = self._timer(_RENEW_MS, self._on_renewal)
        self._certificates: Reader | None = None
        self._loading: asyncio.Task[Encryption] | None = None
        chosen.changed.connect(self._on_setting)

    async def open(self) -> None:
        """Follows the settings from now on; to be called when every stored torrent is in the list."""
        if not self._closed:
            self._begun = True
            await asyncio.wait({self._follow()})

    async def close(self) -> None:
        """Lets nobody in any more; who has been let in gets the answer, unless that takes long."""
        self._begun, self._closed = False, True
        self._settings.changed.disconnect(self._on_setting)
        for timer in (self._soon, self._again, self._renewal):
            timer.stop()
        if self._learning is not None:
            self._learning.cancel()
        for task in self._tasks:
            task.cancel()  # a disk that hangs would keep it for ever
        if self._tasks:
            await asyncio.wait(self._tasks)
        # What is under way is answered, or ended: what it works with ends next.
        await asyncio.gather(self._shut(), *([self._room.switchboard.close()] if self._room is not None else []))
        self._tell(DoorState())
        if self._certificates is not None:
            await self._certificates.close()
        if self._hands is not None:
            await self._hands.stop()

    # -- open or shut

    def _follow(self) -> asyncio.Task[None]:
        if self._loading is not None:
            self._loading.cancel()  # perhaps another certificate is wanted by now
        return self._begin(self._settle())

    def _begin(self, coro: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = spawn(coro, name="door")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def _settle(self) -> None:
        async with self._turn:
            self._again.stop()
            try:
                if self._always or self._settings.get(settings.remote.ENABLED):
                    await hash_written(self._settings, self._aside())
                await self._go(wanted(self._settings, always=self._always, port=self._port))
            except UserError as error:
                await self._shut()
                self._tell(DoorState(problem=str(error)))
                self._again.start()

    async def _go(self, place: Place | None) -> None:
        """Opens at this place, unless it is open there already; shuts without one."""
        if place is None:
            await self._shut()
            self._tell(DoorState())
            return
        if self._room is None:
            # In a thread, for these are hundreds of modules: the window goes on meanwhile.
            for module in ("starling.remote.server", "starling.remote.methods"):
                await self._aside().run(import_module, module)
            self._room = _Room(self._furnished(), self._aside())
            self._learning = spawn(self._engine.survey.learn(), name="survey")
        get, remote = self._settings.get, settings.remote
        self._room.keys.change(get(remote.USER), get(remote.PASSWORD))
        self._room.guard.policy = Policy(get(remote.CLIENTS), get(remote.HOSTS))
        if place != self._place:
            await self._shut()
            await self._open_at(place, self._room)

    async def _open_at(self, place: Place, room: _Room) -> None:
        from starling.remote.server import HttpServer

        context, warning = None, ""
        if place.certificate:
            if (found := await self._loaded(place)) is None:
                return
            context, warning = found.context, found.warning
            self._renewal.start()
        listener = listening(place.address, place.port)
        self._server = HttpServer(
            room.guard, room.switchboard.answer, self.connected.heard, self._aside(), self._bounds
        )
        self._server.start(listener, context)
        self._place = place
        where = url(listener, PATH, encrypted=context is not None)
        log.info("Remote control is open at %s", where)
        self._tell(DoorState(True, where, warning))

    async def _loaded(self, place: Place) -> "Encryption | None":
        """The certificate; None if the settings have changed meanwhile, which is followed next."""
        from starling.remote.tls import Reader

        if self._certificates is None:
            self._certificates = Reader()
        self._loading = loading = asyncio.ensure_future(self._certificates.load(place.certificate, place.key))
        try:
            await asyncio.wait({loading})
        finally:
            self._loading = None
            loading.cancel()
        return None if loading.cancelled() else loading.result()

    async def _renew(self) -> None:
        async with self._turn:
            if self._server is None or self._place is None or not self._place.certificate:
                return
            self._renewal.start()
            try:
                found = await self._loaded(self._place)
            except UserError as error:  # the one that was read before is as good as it was
                self._tell(replace(self.state, problem=str(error)))
                return
            if found is not None:
                self._server.encrypt(found.context)
                self._tell(replace(self.state, problem=found.warning))

    async def _shut(self) -> None:
        self._renewal.stop()
        if self._server is not None:
            await self._server.stop()
            self._server = self._place = None
            self.connected.clear()
            self._tell(DoorState())  # opening elsewhere may take a while
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
        self._follow()

    def _on_renewal(self) -> None:
        self._begin(self._renew())

    def _timer(self, after: int, due: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after)
        timer.timeout.connect(due)
        return timer
