# SPDX-License-Identifier: GPL-3.0-or-later
"""Gives account of what happened: how fast everything was, the sums of the statistics, the sentences of the log."""

import asyncio
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import libtorrent as lt
from PySide6.QtCore import QObject, Signal

from starling.engine.alerts import Handlers, together
from starling.engine.annals import Annals
from starling.engine.chronicle import Chronicle
from starling.engine.finishes import Finishes
from starling.engine.history import History
from starling.engine.listener import Listener
from starling.engine.news import News
from starling.engine.questions import Questions
from starling.engine.record import Record, Records
from starling.engine.session import Session
from starling.engine.statistics import Ledger
from starling.engine.steps import Steps
from starling.engine.turns import Turns
from starling.engine.wire import Wires


class Accounts(QObject):
    """Made before anything runs, so that nothing is missed."""

    happened = Signal(object)
    """A `Happening` for the log."""
    damaged = Signal(str)
    """A sentence for the user: what was kept of the past could not be read."""
    downloaded = Signal(list)
    """list[str]: ids of torrents of which all that was wanted has been downloaded just now; their rows say so already.
    Never of what was there when it was added, was found by a check, or was complete at the start."""

    def __init__(self, records: Records, details: Questions) -> None:
        super().__init__()
        self.history = History(records)
        self.ledger = Ledger()
        self._finishes = Finishes(records)
        self.steps = Steps(records)
        self.wires = Wires(records, details)
        self._chronicle = Chronicle(records, self.steps)
        self._turns = Turns()
        for part in (self._chronicle, self._turns, self.steps):
            part.happened.connect(self.happened)
        self._finishes.done.connect(self._on_done)

    def handlers(self) -> Mapping[type, Callable[[Any], None]]:
        """Alert type -> handler, for the pump."""
        own: Handlers = {lt.peer_log_alert: self._on_line}
        return together(self._chronicle.handlers(), self.steps.handlers(), self.wires.handlers(), own)

    def begin(self, session: Session, annals: Annals, listener: Listener, news: News) -> None:
        """The engine runs."""
        self.steps.begin(session)
        self.wires.begin(session)
        annals.damaged = self.damaged.emit
        self.history.begin(annals)
        self.ledger.begin(annals)
        listener.stats.connect(self.ledger.take)
        listener.finished.connect(self._finishes.heard)
        news.updated.connect(self._finishes.take)
        news.updated.connect(self._turns.take)

    def added(self, record: Record) -> None:
        """A torrent is new in the list."""
        self.ledger.added()
        self._chronicle.added(record)

    def checks(self, ids: Iterable[str]) -> None:
        """Somebody wants data checked."""
        self._chronicle.checks(ids)

    def forget(self, ids: Iterable[str]) -> None:
        """These are gone; their sums stay."""
        self._finishes.forget(ids)
        self._turns.forget(ids)
        self._chronicle.forget(ids)

    async def close(self) -> None:
        """Keeps what is not kept yet."""
        self.steps.end()
        self.wires.end()
        self._chronicle.tell_refused()
        await asyncio.gather(self.history.close(), self.ledger.close())

    def _on_line(self, alert: lt.peer_log_alert) -> None:
        # One handler for both: there may be 100,000 in a second.
        if self.steps.watched:
            self.steps.take(alert)
        if self.wires.listens:
            self.wires.take(alert)

    def _on_done(self, ids: list[str]) -> None:
        for id in ids:
            self.ledger.finished()
            self._chronicle.finished(id)
        self.downloaded.emit(ids)
