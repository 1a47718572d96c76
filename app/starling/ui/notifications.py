# SPDX-License-Identifier: GPL-3.0-or-later
"""Has the desktop tell what happens to torrents while nobody looks, and does what is clicked there."""

import asyncio
import logging
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from starling import settings
from starling.engine.engine import Engine
from starling.goals import REMOVALS
from starling.notify.service import Service
from starling.notify.words import OPEN_FOLDER, News, Subject, note
from starling.setting import Setting
from starling.settings import Settings
from starling.tasks import UserError, spawn
from starling.torrent import Problem, State, Torrent
from starling.ui.commands import Commands
from starling.ui.main_window import MainWindow

log = logging.getLogger(__name__)

TOGETHER_MS = 2000
"""What happens within it is told together."""
_SWITCHES: dict[Subject, Setting[bool]] = {
    Subject.STOPPED: settings.notifications.STOPPED,
    Subject.DISK: settings.notifications.DISK,
    Subject.GOAL: settings.notifications.GOAL,
    Subject.ADDED: settings.notifications.ADDED,
}
_WAITS = (Problem.LOW_SPACE, Problem.NO_DRIVE)
_PASSING = (Subject.STOPPED, Subject.DISK)
_TO_COME = (State.DOWNLOADING, State.STALLED, State.METADATA, State.QUEUED, State.CHECKING, State.MOVING)


@dataclass(frozen=True, slots=True)
class Shown:
    """The notification about a subject that is on the desktop."""

    number: int
    news: dict[str, News]
    """By the ids of the torrents; what comes while it is there joins them."""


class Notifications(QObject):
    """Never more than one notification per subject is new; what is not seen yet grows with what comes."""

    def __init__(self, engine: Engine, chosen: Settings, window: MainWindow) -> None:
        super().__init__(window)
        self._engine, self._settings, self._window = engine, chosen, window
        self._service = Service(self._on_invoked, self._on_closed)
        self._commands = Commands(window, engine, chosen, window.incoming, self._get_clicked)
        self._clicked: list[Torrent] = []
        self._waiting: dict[Subject, dict[str, News]] = {subject: {} for subject in Subject}
        self._shown: dict[Subject, Shown] = {}
        self._about: dict[int, tuple[str, ...]] = {}
        """Number of a notification -> ids of its torrents."""
        self._seen: set[str] = set()
        self._new: set[str] = set()
        """Those that were added since the start and whose rows are to come."""
        self._troubled: dict[str, Problem] = {}
        self._telling: asyncio.Task[None] | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(TOGETHER_MS)
        self._soon.timeout.connect(self._tell)
        engine.updated.connect(self._on_updated)
        engine.removed.connect(self._on_removed)
        engine.added.connect(self._on_added)
        engine.accounts.downloaded.connect(self._on_downloaded)
        engine.goals.reached.connect(self._on_reached)
        window.incoming.added.connect(self._on_added_by_hand)
        window.making.added.connect(self._on_added_by_hand)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._on_focus)

    async def close(self) -> None:
        """What is shown stays; nothing is told any more."""
        self._soon.stop()
        for subject in Subject:
            self._waiting[subject].clear()
        if self._telling is not None:
            self._telling.cancel()
            await asyncio.wait([self._telling])
        await self._service.close()

    # -- what happens

    def _on_updated(self, rows: Sequence[Torrent]) -> None:
        for torrent in rows:
            if torrent.id not in self._seen:
                self._seen.add(torrent.id)
                if torrent.id not in self._new:
                    # It was so before the start.
                    if torrent.problem is not Problem.NONE:
                        self._troubled[torrent.id] = torrent.problem
                    continue
                self._new.discard(torrent.id)
                self._put(Subject.ADDED, torrent.id, News(torrent.name))
            before = self._troubled.get(torrent.id, Problem.NONE)
            if torrent.problem is before:
                continue
            if torrent.problem is Problem.NONE:
                del self._troubled[torrent.id]
                self._forget([torrent.id], _PASSING)
            else:
                self._troubled[torrent.id] = torrent.problem
                subject = Subject.DISK if torrent.problem in _WAITS else Subject.STOPPED
                self._put(subject, torrent.id, News(torrent.name, torrent.problem, torrent.error))
        self._look_again()

    def _on_removed(self, ids: Sequence[str]) -> None:
        self._seen.difference_update(ids)
        self._new.difference_update(ids)
        for id in ids:
            self._troubled.pop(id, None)
        # What is finished, or has reached its goal, may go for just that.
        self._forget(ids, (*_PASSING, Subject.ADDED))
        self._look_again()

    def _on_added(self, id: str) -> None:
        # Its row may have been the first to come, and no other follows while nothing happens to it.
        torrent = self._window.model.get(id) if id in self._seen else None
        if torrent is None:
            self._new.add(id)
        else:
            self._put(Subject.ADDED, id, News(torrent.name))

    def _on_added_by_hand(self, id: str) -> None:
        self._seen.add(id)
        self._new.discard(id)
        self._forget([id], (Subject.ADDED,))

    def _on_downloaded(self, ids: Sequence[str]) -> None:
        for torrent in self._news_of(ids):
            self._put(Subject.FINISHED, torrent.id, News(torrent.name))

    def _on_reached(self, ids: Sequence[str]) -> None:
        for torrent in self._news_of(ids):
            removed = torrent.goal is not None and torrent.goal.goal.then in REMOVALS
            self._put(Subject.GOAL, torrent.id, News(torrent.name, removed=removed))

    def _news_of(self, ids: Iterable[str]) -> list[Torrent]:
        """Not from the window: what comes in and finishes at once is not in its list yet."""
        there = self._engine.torrents
        return [there[id] for id in ids if id in there]

    # -- what is told

    def _put(self, subject: Subject, id: str, news: News) -> None:
        if subject in _SWITCHES and not self._settings.get(_SWITCHES[subject]):
            return
        # The latest last.
        self._waiting[subject].pop(id, None)
        self._waiting[subject][id] = news
        self._tell_soon()

    def _look_again(self) -> None:
        """The last one that others wait for may be paused, have failed or be gone, and no more comes then."""
        if self._waiting[Subject.FINISHED]:
            self._tell_soon()

    def _tell_soon(self) -> None:
        if not self._soon.isActive() and self._telling is None:
            self._soon.start()

    def _forget(self, ids: Iterable[str], subjects: Iterable[Subject]) -> None:
        for id in ids:
            for subject in subjects:
                self._waiting[subject].pop(id, None)

    def _tell(self) -> None:
        if self._settings.get(settings.notifications.ONLY_BEHIND) and _in_front():
            for waiting in self._waiting.values():
                waiting.clear()
            return
        finished = self._waiting[Subject.FINISHED]
        all_finished = bool(finished) and self._settings.get(settings.notifications.ALL_FINISHED) and self._is_idle()
        due = {subject: news for subject, news in self._waiting.items() if news}
        if not all_finished and not self._settings.get(settings.notifications.FINISHED):
            # They wait for the last one, where that is to be told.
            due.pop(Subject.FINISHED, None)
            if not self._settings.get(settings.notifications.ALL_FINISHED):
                finished.clear()
        if due:
            for subject in due:
                self._waiting[subject] = {}
            self._telling = spawn(self._show(due, all_finished), name="notifications")
            self._telling.add_done_callback(self._told)

    async def _show(self, due: dict[Subject, dict[str, News]], all_finished: bool) -> None:
        get = self._settings.get
        for subject, fresh in due.items():
            before = self._shown.get(subject)
            news = {**before.news, **fresh} if before is not None else fresh
            made = note(
                subject,
                # The newest are named.
                list(reversed(news.values())),
                names=get(settings.notifications.NAMES),
                sound=get(settings.notifications.SOUND),
                all_finished=all_finished and subject is Subject.FINISHED,
            )
            try:
                number = await self._service.show(made, before.number if before is not None else 0)
            except UserError as error:
                # The page of the preferences says it to whoever wants notifications.
                log.info("%s", error)
                continue
            if before is not None:
                self._about.pop(before.number, None)
            if number:
                self._shown[subject] = Shown(number, news)
                self._about[number] = tuple(news)

    def _told(self, _task: "asyncio.Task[None]") -> None:
        self._telling = None
        if any(self._waiting.values()):
            self._soon.start()

    def _is_idle(self) -> bool:
        """Whether nothing is left to be downloaded that is to be."""
        return not any(
            torrent.state in _TO_COME and not torrent.complete and not torrent.paused
            for torrent in self._engine.torrents.values()
        )

    # -- what is done on the desktop

    def _on_closed(self, number: int) -> None:
        self._about.pop(number, None)
        for subject, shown in list(self._shown.items()):
            if shown.number == number:
                del self._shown[subject]

    def _on_invoked(self, number: int, key: str, token: str) -> None:
        ids = self._about.get(number, ())
        if key == OPEN_FOLDER:
            self._clicked = self._rows(ids)
            self._commands.open_folder()
            return
        there = [torrent.id for torrent in self._rows(ids)]
        hidden = [id for id in there if self._window.model.index_of(id) is None]
        for id in hidden[:1] or there[:1]:
            self._window.show_torrent(id)
        if there:
            self._window.list.select_keys(there)
        if token:
            os.environ["XDG_ACTIVATION_TOKEN"] = token
        self._window.raise_to_front()
        # Qt spends it there if there is any use for it; children must not.
        os.environ.pop("XDG_ACTIVATION_TOKEN", None)

    def _on_focus(self) -> None:
        if _in_front():
            # Whoever is here sees the list: what comes after that is told anew.
            self._shown.clear()

    def _get_clicked(self) -> list[Torrent]:
        return self._clicked

    def _rows(self, ids: Iterable[str]) -> list[Torrent]:
        found = (self._window.model.get(id) for id in ids)
        return [torrent for torrent in found if torrent is not None]


def _in_front() -> bool:
    return any(window.isActiveWindow() and window.isVisible() for window in QApplication.topLevelWidgets())
