# SPDX-License-Identifier: GPL-3.0-or-later
"""Completing a folder as one types: the folders beside and below it, looked up on the worker."""

import os
from pathlib import Path
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit
from shiboken6 import isValid

from starling.tasks import Worker, spawn

MOST = 500
"""So many folders are offered at once; whoever types on sees others."""


class FolderCompleter(QObject):
    """Offers to complete what is typed into a field; a disk that does not answer offers nothing."""

    def __init__(self, field: QLineEdit, worker: Worker) -> None:
        super().__init__(field)
        self._field, self._worker = field, worker
        self._head: str | None = None
        """The part of the text whose folders the model holds."""
        self._looking = False
        self.model = QStringListModel(self)
        self.completer = QCompleter(self.model, self)
        self.completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.completer.setMaxVisibleItems(12)
        field.textEdited.connect(self._on_edited)
        # After `setCompletionMode`, which makes the popup and watches it: whoever comes last is asked first.
        self._popup = cast("QAbstractItemView", self.completer.popup())
        self._popup.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter is for the dialog as long as nothing is chosen: the popup has opened unasked."""
        if (
            watched is self._popup
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            and not self._popup.currentIndex().isValid()
        ):
            self._popup.hide()
            QCoreApplication.sendEvent(self._field, event)
            return True
        return super().eventFilter(watched, event)

    def _on_edited(self, text: str) -> None:
        if _head(text) != self._head and not self._looking:
            self._looking = True
            spawn(self._look(text), name="folders")

    async def _look(self, text: str) -> None:
        head = _head(text)
        try:
            found = await self._worker.run(folders, head)
        finally:
            self._looking = False
        if not isValid(self):  # the dialog may be gone by now
            return
        self._head = head
        self.model.setStringList(found)
        now = self._field.text()
        if _head(now) != head:
            self._on_edited(now)
        elif self._field.hasFocus() and now != head.rstrip("/"):
            self.completer.setCompletionPrefix(now)
            self.completer.complete()


def folders(head: str) -> list[str]:
    """The folders in `head` (which ends with ``/``), each with `head` before it as it was typed; may wait."""
    path = Path(head).expanduser() if head.startswith("~/") else Path(head)
    if not head or "\0" in head or not path.is_absolute():
        return []
    found: list[str] = []
    try:
        with os.scandir(path) as entries:
            for entry in entries:
                if entry.is_dir() and entry.name.isprintable():
                    found.append(head + entry.name)
                if len(found) >= MOST:
                    break
    except OSError:
        # Not there, or closed: nothing to offer. Whether it can be used is said below the field.
        return []
    # Hidden ones last: who wants them types the dot.
    return sorted(found, key=lambda each: (each[len(head)] == ".", each.casefold()))


def _head(text: str) -> str:
    return text[: text.rfind("/") + 1]
