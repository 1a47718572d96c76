# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks for peers to connect to, one per line, and stays open while one of them will not do."""

from collections.abc import Awaitable, Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from shiboken6 import isValid

from starling.errors import UserError
from starling.tasks import spawn
from starling.torrent import Torrent
from starling.ui.dialogs.frame import ERR, MUTED, FramedDialog, note


class AddPeersDialog(FramedDialog):
    """Finished once `add` has taken every line, or by Esc."""

    def __init__(
        self, torrent: Torrent, add: Callable[[Sequence[str]], Awaitable[int]], parent: QWidget | None = None
    ) -> None:
        """`add` gets the lines and returns how many peers that are; its `UserError` says why they will not do."""
        super().__init__(parent)
        self._torrent, self._add = torrent, add
        self.added = 0
        """Peers that were taken, once it is finished."""
        self.setWindowTitle(self.tr("Add peers"))
        text = self.tr("&Addresses with ports, one per line, such as 192.0.2.1:6881 or [2001:db8::1]:6881")
        label = note(text, QPalette.ColorRole.WindowText, wrap=True)
        self.field = QPlainTextEdit()
        self.field.setAccessibleName(text.replace("&", ""))
        self.field.setTabChangesFocus(True)
        label.setBuddy(self.field)
        self.verdict = note(wrap=True)
        self.verdict.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(label)
        self.body.addWidget(self.field, 1)
        self.body.addWidget(self.verdict)
        self.footer.addStretch()
        self.cancel_button = self.add_button(self.tr("&Cancel"))
        self.connect_button = self.add_button(self.tr("C&onnect"), primary=True)
        self.cancel_button.clicked.connect(self.reject)
        self.connect_button.clicked.connect(self._wanted)
        self.field.textChanged.connect(self._typed)
        self.sized(self._size_fields)
        self._typed()
        self.field.setFocus()

    @property
    def lines(self) -> list[str]:
        """What stands there, each once."""
        return list(dict.fromkeys(filter(None, (line.strip() for line in self.field.toPlainText().splitlines()))))

    def sizeHint(self) -> QSize:
        """Room for half a dozen lines."""
        return QSize(self.px(440), self.px(280))

    def _size_fields(self) -> None:
        self.field.setMinimumHeight(self.px(80))
        self.verdict.setMinimumHeight(self.px(36))

    def _typed(self) -> None:
        self.connect_button.setEnabled(bool(self.lines))
        paused = self.tr("The torrent is paused: it connects to nobody until it is started.")
        self._say(paused if self._torrent.paused else "")

    def _wanted(self) -> None:
        spawn(self._try(self.lines), name="add peers")

    async def _try(self, lines: Sequence[str]) -> None:
        for widget in (self.field, self.connect_button):
            widget.setEnabled(False)
        try:
            self.added = await self._add(lines)
        except UserError as error:
            if not isValid(self) or not self.isVisible():
                raise
            self.field.setEnabled(True)
            self.connect_button.setEnabled(True)
            self._say(str(error), wrong=True)
            self.field.setFocus()
        else:
            if isValid(self):
                self.accept()

    def _say(self, words: str, *, wrong: bool = False) -> None:
        self.verdict.setForegroundRole(ERR if wrong else MUTED)
        self.verdict.setText(words)
        self.field.setAccessibleDescription(words)
