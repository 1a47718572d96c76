# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody in front of a window: an engine, notices, and the one way things come in."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from starling import settings
from starling.settings import Settings
from starling.tasks import Worker
from starling.ui.dialogs.add import AddDialog, Outcome
from starling.ui.incoming import Incoming
from starling.ui.notice import Notice, NoticeBar
from starling.ui.theme import ThemeManager
from starling.uistate import UiState
from tests.helpers import User


class Desk:
    """A window with the parts that dialogs belong to; close it at the end."""

    def __init__(self, user: User, themes: ThemeManager) -> None:
        self.user, self.themes = user, themes
        self.settings = Settings(user.folder / "desk.toml")
        self.settings.set(settings.downloads.SAVE_PATH, str(user.downloads))
        self.state = UiState(user.folder / "desk.json")
        self.worker = Worker(user.loop, "test-desk")
        self.window = QWidget()
        self.window.resize(900, 600)
        self.notices = NoticeBar(themes, self.window)
        column = QVBoxLayout(self.window)
        column.addWidget(self.notices)
        column.addStretch()
        self.incoming = Incoming(user.engine, self.settings, self.state, themes, self.notices, self.worker, self.window)
        self.shown: list[str] = []
        self.added: list[str] = []
        self.incoming.show_torrent.connect(self.shown.append)
        self.incoming.added.connect(self.added.append)
        self.window.show()

    def opens(self, *items: object, **said: Any) -> None:
        """Hands items over, wherever they come from."""
        self.incoming.open([str(item) for item in items], **said)

    def dialog(self, title: str = "Add torrent") -> AddDialog:
        """Waits for the add dialog of that title."""

        def there() -> bool:
            open_now = self.incoming.dialog
            return open_now is not None and open_now.isVisible() and open_now.windowTitle() == title

        self.user.until(there)
        assert self.incoming.dialog is not None
        return self.incoming.dialog

    def filled(self, title: str = "Add torrent") -> AddDialog:
        """Waits for the add dialog, its files, and what is known about the folder."""
        dialog = self.dialog(title)
        self.user.until(lambda: dialog.files.wanted is not None and dialog.save_in.place is not None)
        return dialog

    def no_dialog(self) -> bool:
        """Whether none is open."""
        return self.incoming.dialog is None

    def hears(self, *words: str) -> Notice:
        """Waits for a notice with these words."""

        def heard() -> list[Notice]:
            return [notice for notice in self.notices.shown if all(word in notice.said.sentence for word in words)]

        self.user.until(heard)
        return heard()[0]

    def close(self) -> None:
        """Nothing of it is left."""
        if self.incoming.dialog is not None:
            self.incoming.dialog.done(Outcome.CANCELLED)
        self.user.until(self.no_dialog)
        self.user.run(self.worker.stop())
        self.settings.flush()
        self.state.flush()
        self.window.close()
        self.window.deleteLater()


class Longer(QTranslator):
    """A language whose every text is 40 % longer than English."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        return source if len(source) < 3 else source + " " + "m" * round(len(source) * 0.4)

    def isEmpty(self) -> bool:  # noqa: N802
        return False


def texts(widgets: Iterable[QLabel]) -> list[str]:
    """What labels say."""
    return [label.text() for label in widgets]
