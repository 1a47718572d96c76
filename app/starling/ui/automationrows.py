# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands on the page Automation beside plain settings: tiers of trackers, and a try of the programs."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget
from shiboken6 import isValid

from starling import settings
from starling.automation.facts import Event, values_of
from starling.automation.run import Outcome, Reins, run
from starling.setting import Setting
from starling.spelling import shortened, shown
from starling.tasks import Worker, spawn
from starling.torrent import State, Torrent
from starling.ui.button import Button
from starling.ui.dialogs.frame import ERR, MUTED, note
from starling.ui.dialogs.means import Means
from starling.ui.notice import breakable
from starling.ui.preferences.editor import Below
from starling.ui.preferences.typed import LinesEditor


class TiersEditor(LinesEditor):
    """One tracker a line; an empty line begins another tier, and must not get lost."""

    def take(self) -> Any:
        """Every line as it was typed: the setting tidies them."""
        return tuple(self.field.toPlainText().splitlines())


class TryLine(Below):
    """Runs a program now, for the torrent that was added last, and says what became of it."""

    def __init__(self, setting: Setting[tuple[str, ...]], event: Event, means: Means) -> None:
        super().__init__()
        self._setting, self._event, self._means = setting, event, means
        self._reins: Reins | None = None
        """Of the one that runs."""
        self.button = Button(self.tr("Try it"))
        self.button.clicked.connect(self._on_try)
        self.verdict = note(wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        row.addWidget(self.verdict, 1)
        means.settings.changed.connect(self._on_changed)
        self._follow()

    @property
    def busy(self) -> bool:
        """Whether the program runs."""
        return self._reins is not None

    def _on_changed(self, key: str) -> None:
        if key == self._setting.key:
            self.verdict.clear()
            self._follow()

    def _follow(self) -> None:
        running = self._reins is not None
        words = self.tr("End it") if running else self.tr("Try it")
        self.button.setText(words)
        self.button.setAccessibleName(f"{words}: {self._setting.label}")
        self.button.setEnabled(running or bool(self._means.settings.get(self._setting)))

    def _on_try(self) -> None:
        if self._reins is not None:
            self._reins.end(gently=False)
            return
        self._reins = Reins()
        spawn(self._try(self._reins), name="try a program")
        self._follow()

    async def _try(self, reins: Reins) -> None:
        torrent = self._sample()
        name = shortened(shown(torrent.name))
        self._say(self.tr("It runs for “{name}”…").format(name=name))
        command = self._means.settings.get(self._setting)
        # Of its own: it may never end.
        worker = Worker(asyncio.get_running_loop(), "try a program")
        try:
            outcome = await worker.run(run, command, await values_of(self._means.engine, torrent, self._event), reins)
        finally:
            await worker.stop(0)
        if isValid(self):
            self._reins = None
            self._follow()
            self._tell(outcome, torrent.name, ended=reins.pulled)

    def _tell(self, outcome: Outcome, name: str, *, ended: bool) -> None:
        if ended:
            self._say(self.tr("It was ended."))
        elif problem := outcome.problem(name):
            self._say(problem, wrong=True)
        else:
            last = shortened(shown(outcome.said.rstrip().rpartition("\n")[2].strip()), 120)
            text = (
                self.tr("It ran for “{name}” and ended well: “{said}”.")
                if last
                else self.tr("It ran for “{name}” and ended well.")
            )
            self._say(text.format(name=shortened(shown(name)), said=last))

    def _say(self, text: str, *, wrong: bool = False) -> None:
        self.verdict.setForegroundRole(ERR if wrong else MUTED)
        self.verdict.setText(breakable(text))

    def _sample(self) -> Torrent:
        there = [torrent for torrent in self._means.engine.torrents.values() if torrent.complete]
        there = there or list(self._means.engine.torrents.values())
        if there:
            return max(there, key=lambda torrent: torrent.added)
        return Torrent(
            id="0" * 40,
            name=self.tr("Example"),
            state=State.SEEDING,
            size=1_000_000,
            save_path=self._means.settings.get(settings.downloads.SAVE_PATH),
            hash_v1="0" * 40,
        )


TRY_LINES: dict[str, Callable[[Means], QWidget]] = {
    setting.key: partial(TryLine, setting, event)
    for setting, event in (
        (settings.automation.RUN_ADDED, Event.ADDED),
        (settings.automation.RUN_FINISHED, Event.FINISHED),
        (settings.automation.RUN_SEEDED, Event.SEEDED),
    )
}
"""By the key of the setting that they stand below."""
