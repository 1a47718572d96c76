# SPDX-License-Identifier: GPL-3.0-or-later
"""Dropping a file or a folder anywhere on a dialog, onto its fields of text too."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

_DRAGS = {QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop}


class PathDrop(QObject):
    """Makes a dialog take what lies on this computer's disks; links to the web are text for its fields."""

    def __init__(self, dialog: QWidget, take: Callable[[list[str]], None]) -> None:
        """Create it once the dialog has its parts; `take` gets the absolute paths."""
        super().__init__(dialog)
        self._take = take
        dialog.setAcceptDrops(True)
        fields = [*dialog.findChildren(QLineEdit), *(text.viewport() for text in dialog.findChildren(QPlainTextEdit))]
        for widget in (dialog, *fields):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes drags that bring files."""
        if event.type() not in _DRAGS or not isinstance(event, QDropEvent) or not event.mimeData().hasUrls():
            return False
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if not paths:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() == QEvent.Type.Drop:
            self._take(paths)
        return True
