# SPDX-License-Identifier: GPL-3.0-or-later
"""The IP filter: reads the user's list, looks daily whether it has changed, and keeps what held where that fails."""

import asyncio
import time
from collections.abc import Coroutine
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from starling.addresses import Address
from starling.engine.errors import EngineError
from starling.engine.gate import Gate
from starling.engine.ipfilterread import Found, Reader, modified
from starling.engine.ipranges import Ranges
from starling.i18n import translate
from starling.ipfilter import FilterState, Line, Verdict, Why, in_force
from starling.tasks import Worker, spawn

START = 10.0
"""Seconds that the torrents wait for the list at a start: one of 300,000 lines takes two at most."""
_DAY_MS = 24 * 60 * 60 * 1000
_FAREWELL = 0.5


class IpFilter(QObject):
    """One list at a time, read on a thread of its own that waits for a process."""

    changed = Signal()
    """`state` is another; counts of who was refused go without saying."""
    trouble = Signal(str)
    """A sentence: the list is not in force yet."""
    unread = Signal(str)
    """A sentence: it can't be read. `read_again` may help."""
    noted = Signal(str)
    """A sentence: it is, and something of it is not."""

    def __init__(self) -> None:
        super().__init__()
        self._gate: Gate | None = None
        self._worker: Worker | None = None
        self._searcher: Worker | None = None
        self._reader, self._finder = Reader(), Reader()
        self._readings = self._searches = 0
        """What was begun last counts."""
        self._abandoned = False
        self._state = FilterState()
        self._daily = QTimer(self)
        self._daily.setInterval(_DAY_MS)
        self._daily.timeout.connect(self._look)

    @property
    def state(self) -> FilterState:
        """What is known now."""
        gate = self._gate
        return self._state if gate is None else replace(self._state, refused=gate.refused, addresses=gate.addresses)

    async def begin(self, gate: Gate, path: str) -> None:
        """From now on `gate` holds what the file at `path` lists (empty: nothing). Waits until it does or is known not
        to, a while at most.
        """
        if self._abandoned:
            return
        self._gate = gate
        self._worker = Worker(asyncio.get_running_loop(), "ip filter")
        self._searcher = Worker(asyncio.get_running_loop(), "ip filter search")
        self._daily.start()
        if path:
            self._state = replace(self._state, path=path)
            _, late = await asyncio.wait([spawn(self._begun(quiet=True), name="ip filter")], timeout=START)
            if late:
                text = translate("Engine", "The IP filter {path} is still being read: it keeps nobody out until then.")
                self.trouble.emit(text.format(path=path))

    def use(self, path: str) -> None:
        """Another file; empty for no filter."""
        if path != self._state.path:
            self._reader.interrupt()
            self._state = FilterState() if not path else replace(self._state, path=path, reading=False)
            if not path and self._gate is not None:
                self._gate.hold(Ranges())
            self.read_again()

    def read_again(self) -> None:
        """Reads the file; from its beginning, if that is being done: it may be another by now."""
        if self._state.path and self._worker is not None and not self._abandoned:
            spawn(self._begun(), name="ip filter")
        else:
            self.changed.emit()

    async def why(self, address: Address) -> Verdict:
        """Whether anybody at an address gets in."""
        return Verdict(Why.NOT) if self._gate is None else await self._gate.why(address)

    async def lines(self, address: Address) -> tuple[Line, ...]:
        """The lines of the file that name an address, as the file is now; none if something else was asked since."""
        worker, source = self._searcher, self._state.source
        if worker is None or not source or self._abandoned:
            return ()
        self._searches += 1
        self._finder.interrupt()
        try:
            return await worker.run(self._search, self._searches, source, str(address))
        except EngineError:
            # The file is not what it was when it was read. What it said then is in force all the same.
            return ()

    def abandon(self) -> None:
        """Nobody waits for the list any more, nor is it read."""
        self._abandoned = True
        self._daily.stop()
        self._reader.abandon()
        self._finder.abandon()

    async def close(self) -> None:
        """Ends the thread too."""
        self.abandon()
        workers, self._worker, self._searcher = (self._worker, self._searcher), None, None
        await asyncio.gather(*(worker.stop(_FAREWELL) for worker in workers if worker is not None))

    def _search(self, number: int, path: str, address: str) -> tuple[Line, ...]:
        return self._finder.read(path, address).found if number == self._searches else ()

    def _begun(self, *, quiet: bool = False) -> Coroutine[Any, Any, None]:
        """A reading that is under way at once, and the last one; `quiet`: what could not be read of it is no news."""
        self._readings += 1
        self._reader.interrupt()
        self._set(replace(self._state, reading=True))
        return self._read(self._readings, self._state.path, quiet=quiet)

    def _found(self, number: int, path: str) -> Found | None:
        return self._reader.read(path) if number == self._readings else None

    async def _read(self, number: int, path: str, *, quiet: bool) -> None:
        worker, gate = self._worker, self._gate
        if worker is None or gate is None or not self._wants(number, path):
            return
        try:
            found = await worker.run(self._found, number, path)
        except EngineError as error:
            if self._wants(number, path):
                self._set(replace(self._state, reading=False, problem=str(error)))
                self.unread.emit(f"{error} {self._what_holds()}")
            return
        if found is None or not self._wants(number, path):
            return
        gate.hold(found.ranges)
        await gate.ready()
        if not self._wants(number, path):
            return
        self._set(
            FilterState(
                path=path,
                source=path,
                ranges=len(found.ranges),
                allowed=found.allowed,
                wrong=found.wrong,
                named=found.named,
                read=time.time(),
                changed=found.changed,
            )
        )
        if found.wrong and not quiet:
            self.noted.emit(in_force(self._state))

    def _wants(self, number: int, path: str) -> bool:
        """Still, after something else had its turn."""
        return not self._abandoned and number == self._readings and path == self._state.path

    def _set(self, state: FilterState) -> None:
        self._state = state
        self.changed.emit()

    def _what_holds(self) -> str:
        if not self._state.source:
            return in_force(self._state)
        return translate("Engine", "What was read before stays in force.")

    def _look(self) -> None:
        if self._state.path:
            spawn(self._look_again(self._state.path), name="ip filter")

    async def _look_again(self, path: str) -> None:
        worker, number = self._worker, self._readings
        if worker is not None and not self._state.reading:
            changed = await worker.run(modified, path)
            if self._wants(number, path) and (changed != self._state.changed or path != self._state.source):
                await self._begun(quiet=True)
