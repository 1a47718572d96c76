# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks for torrents by the names of the files inside: the latest questions win, their answers stay up to date."""

import asyncio
from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from starling.engine.engine import Engine
from starling.tasks import spawn

_AGAIN_MS = 250
"""After news of names: torrents come in crowds."""


class InsideSearch(QObject):
    """As many questions as a query asks."""

    found = Signal()
    """`answers` are there, or are others now."""

    def __init__(self, engine: Engine, parent: QObject, again_ms: int = _AGAIN_MS) -> None:
        """`again_ms` is how long after news of names it asks again."""
        super().__init__(parent)
        self._engine = engine
        self._asked: tuple[str, ...] = ()
        self._answers: dict[str, frozenset[str]] = {}
        self._task: asyncio.Task[None] | None = None
        self._again = QTimer(self, singleShot=True, interval=again_ms)
        self._again.timeout.connect(self._ask)
        engine.names_changed.connect(self._on_names_changed)

    @property
    def answers(self) -> Mapping[str, frozenset[str]] | None:
        """The ids that each question finds; None until there are all of them."""
        return self._answers if self._answers.keys() >= set(self._asked) else None

    def look_for(self, asked: Iterable[str]) -> None:
        """Asks these; answers that are there already need no waiting."""
        wanted = tuple(dict.fromkeys(asked))
        if wanted == self._asked:
            return
        self._asked = wanted
        self._answers = {text: ids for text, ids in self._answers.items() if text in wanted}
        if self.answers is None:
            self._ask()
        elif not wanted:
            self._forget()
            self._again.stop()

    def _ask(self) -> None:
        self._forget()
        self._task = spawn(self._answer(self._asked), name="search inside torrents")

    def _forget(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    async def _answer(self, asked: Iterable[str]) -> None:
        answers = {text: await self._engine.find_files(text) for text in asked}
        self._answers = answers
        self.found.emit()

    def _on_names_changed(self) -> None:
        if self._asked and not self._again.isActive():
            self._again.start()
