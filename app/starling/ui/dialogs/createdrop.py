# SPDX-License-Identifier: GPL-3.0-or-later
"""Dropping a file or a folder anywhere on a dialog, onto its fields of text too."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from starling.ui.dropping import DropHint
from starling.ui.theme import ThemeManager

_DRAGS = {QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.DragLeave, QEvent.Type.Drop}


class PathDrop(QObject):
    """Makes a dialog take what lies on this computer's disks; links to the web are text for its fields."""

    def __init__(
        self,
        dialog: QWidget,
        themes: ThemeManager,
        words: Callable[[list[str]], str],
        take: Callable[[list[str]], None],
    ) -> None:
        """Create it once the dialog has its parts; both get absolute paths. `words` says what letting go of them will
        do, nothing where they are not taken.
        """
        super().__init__(dialog)
        self._words, self._take = words, take
        self.hint = DropHint(themes, dialog)
        dialog.setAcceptDrops(True)
        fields = [*dialog.findChildren(QLineEdit), *(text.viewport() for text in dialog.findChildren(QPlainTextEdit))]
        for widget in (dialog, *fields):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes drags that bring files."""
        kind = event.type()
        if kind not in _DRAGS:
            return False
        if kind == QEvent.Type.DragLeave:
            self.hint.hide()
            return False
        if not isinstance(event, QDropEvent) or not event.mimeData().hasUrls():
            return False
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        words = self._words(paths) if paths else ""
        if not words:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.hint.text = words
        self.hint.setVisible(kind != QEvent.Type.Drop)
        if kind == QEvent.Type.Drop:
            self._take(paths)
        return True
