# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads what an add dialog is about: files one after another, what has to be fetched beside them."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Coroutine
from typing import Any

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from starling.engine.engine import Engine, EngineError
from starling.items import Kind, kind_of
from starling.tasks import spawn
from starling.torrent import Preview
from starling.ui.dialogs.entry import Entry


class Reader(QObject):
    """Forty files at once would only wait for each other, and none of them would be there soon."""

    done = Signal(object, object)
    """Entry, Preview"""
    failed = Signal(object, object)
    """Entry, EngineError"""

    def __init__(self, engine: Engine, parent: QObject) -> None:
        super().__init__(parent)
        self._engine = engine
        self._waiting: deque[Entry] = deque()
        self._tasks: set[asyncio.Task[None]] = set()
        self._reading = False

    def read(self, entry: Entry, coming: Awaitable[Preview] | None = None) -> None:
        """Read one more; `coming` is its preview if that was asked for already."""
        if coming is None and kind_of(entry.source) is Kind.URL:
            coming = self._engine.intake.preview(entry.source)
        if coming is not None:
            self._start(self._learn(entry, coming))
            return
        self._waiting.append(entry)
        if not self._reading:
            self._reading = True
            self._start(self._read_all())

    def forget(self, entry: Entry) -> None:
        """It need not be read any more."""
        if entry in self._waiting:
            self._waiting.remove(entry)

    def stop(self) -> None:
        """Nothing need be read any more."""
        self._waiting.clear()
        for task in self._tasks:
            task.cancel()

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = spawn(work, name="preview")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _read_all(self) -> None:
        try:
            while self._waiting:
                entry = self._waiting.popleft()
                await self._learn(entry, self._engine.intake.preview(entry.source))
        finally:
            self._reading = False

    async def _learn(self, entry: Entry, coming: Awaitable[Preview]) -> None:
        try:
            preview = await coming
        except EngineError as error:
            if isValid(self):
                self.failed.emit(entry, error)
        else:
            if isValid(self):
                self.done.emit(entry, preview)
            else:
                self._engine.intake.discard(preview.id)
