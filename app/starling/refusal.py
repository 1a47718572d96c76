# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows why Starling does not start: who started it from a menu never sees what is written to standard error."""

import asyncio
import signal
import sys
from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QLabel
from qasync import QEventLoop

from starling import i18n, settings
from starling.errors import UserError
from starling.paths import Profile
from starling.program import prepare
from starling.settings import Settings
from starling.ui.dialogs.asking import ask
from starling.ui.dialogs.frame import FramedDialog, selectable
from starling.ui.notice import breakable
from starling.ui.theme import ThemeManager

_WIDTH = 420
"""Pixels of the design."""


class RefusalDialog(FramedDialog):
    """One sentence, and a button that closes it."""

    def __init__(self, sentence: str) -> None:
        super().__init__(None)
        self.setWindowTitle("Starling")
        self.add_heading(self.tr("Starling could not be opened"), 15)
        self.sentence = selectable(QLabel(breakable(sentence)))
        self.sentence.setWordWrap(True)
        self.body.addWidget(self.sentence)
        self.body.addStretch()
        self.footer.addStretch()
        self.close_button = self.add_button(self.tr("&Close"), primary=True)
        self.close_button.clicked.connect(self.accept)
        self.close_button.setFocus()
        self.sized(self._size_width)

    def _size_width(self) -> None:
        self.setMinimumWidth(self.px(_WIDTH))


def show(error: UserError, profile: Profile) -> None:
    """Returns when it has been read, or when the process is asked to end."""
    app = QApplication(sys.argv[:1])
    prepare(app)
    i18n.install(app, "")
    # The file is that of whoever keeps the profile: nothing is written to it.
    chosen = Settings(profile.settings_file, _nothing)
    if (language := chosen.get(settings.general.LANGUAGE)) is not settings.general.Language.SYSTEM:
        i18n.install(app, language.value)
    ThemeManager(app, chosen.get(settings.appearance.THEME))
    loop = QEventLoop(app)
    with loop:
        loop.run_until_complete(_read(loop, RefusalDialog(str(error))))


async def _read(loop: asyncio.AbstractEventLoop, dialog: RefusalDialog) -> None:
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, dialog.reject)
    await ask(dialog)


def _nothing(_write: Callable[[], None]) -> None:
    """Not here."""
