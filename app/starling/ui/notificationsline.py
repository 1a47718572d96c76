# SPDX-License-Identifier: GPL-3.0-or-later
"""The line of the page Notifications that shows one, and says who shows them or why nobody does."""

import asyncio

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from shiboken6 import isValid

from starling import settings
from starling.notify.service import Service
from starling.notify.words import trial
from starling.spelling import shortened, shown
from starling.tasks import UserError, spawn
from starling.ui.button import Button
from starling.ui.dialogs.frame import ERR, MUTED, note
from starling.ui.dialogs.means import Means
from starling.ui.notice import breakable

_LOOKED_AT_S = 60.0
"""A notification may go when whoever sent it leaves the bus: so long it has for being looked at."""


class NotificationsLine(QWidget):
    """Asks when it is seen for the first time, and whenever its button is pressed."""

    def __init__(self, means: Means) -> None:
        super().__init__()
        self._settings = means.settings
        self._asking: asyncio.Task[None] | None = None
        self.button = Button(self.tr("Try it"))
        self.button.setAccessibleName(self.tr("Try it: show a notification"))
        self.button.clicked.connect(self._on_try)
        self.verdict = note(wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        row.addWidget(self.verdict, 1)

    def showEvent(self, event: QShowEvent) -> None:
        """Whether there is anything to try is worth knowing before."""
        super().showEvent(event)
        if self._asking is None:
            self._begin(show=False)

    def _on_try(self) -> None:
        self._begin(show=True)

    def _begin(self, *, show: bool) -> None:
        if self._asking is not None:
            self._asking.cancel()
        self._asking = spawn(self._ask(show=show), name="try notifications")

    async def _ask(self, *, show: bool) -> None:
        if show:
            # A program that has to be started takes its time.
            self._say(self.tr("What shows notifications is being asked…"))
        gone = asyncio.Event()
        service = Service(lambda _number, _key, _token: gone.set(), lambda _number: gone.set())
        try:
            name = shortened(shown(await service.name()))
            if not show:
                self._say(self.tr("They are shown by {program}.").format(program=name))
                return
            get = self._settings.get
            await service.show(trial(names=get(settings.notifications.NAMES), sound=get(settings.notifications.SOUND)))
            self._say(self.tr("{program} has been asked to show one.").format(program=name))
            async with asyncio.timeout(_LOOKED_AT_S):
                await gone.wait()
        except UserError as error:
            self._say(str(error), wrong=True)
        except TimeoutError:
            # Nobody minded it.
            return
        finally:
            await service.close()

    def _say(self, text: str, *, wrong: bool = False) -> None:
        if isValid(self):
            self.verdict.setForegroundRole(ERR if wrong else MUTED)
            self.verdict.setText(breakable(text))
