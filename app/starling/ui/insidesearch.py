# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks for torrents by the names of the files inside: the latest question wins, its answer stays up to date."""

import asyncio

from PySide6.QtCore import QObject, QTimer, Signal

from starling.engine.engine import Engine
from starling.tasks import spawn

_AGAIN_MS = 250
"""After news of names: torrents come in crowds."""


class InsideSearch(QObject):
    """One question at a time."""

    found = Signal()
    """`ids` is the answer to `text` now."""

    def __init__(self, engine: Engine, parent: QObject) -> None:
        super().__init__(parent)
        self._engine = engine
        self._text = ""
        self._task: asyncio.Task[None] | None = None
        self.ids: frozenset[str] | None = None
        """The torrents found; until there is an answer those of the question before, None if there was none."""
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._again.timeout.connect(self._ask)
        engine.names_changed.connect(self._on_names_changed)

    def look_for(self, text: str) -> None:
        """Asks; empty for nothing any more."""
        if text == self._text:
            return
        self._text = text
        if text:
            self._ask()
        else:
            self._forget()
            self._again.stop()
            self.ids = None

    def _ask(self) -> None:
        self._forget()
        self._task = spawn(self._answer(self._text), name="search inside torrents")

    def _forget(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    async def _answer(self, text: str) -> None:
        self.ids = await self._engine.find_files(text)
        self.found.emit()

    def _on_names_changed(self) -> None:
        if self._text and not self._again.isActive():
            self._again.start()
