# SPDX-License-Identifier: GPL-3.0-or-later
"""The base of dialogs in which lines are typed: a verdict stands below, and what is refused stays as it was typed."""

from collections.abc import Awaitable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from shiboken6 import isValid

from starling.errors import UserError
from starling.tasks import spawn
from starling.ui.dialogs.frame import ERR, MUTED, FramedDialog, note


class TypedDialog(FramedDialog):
    """Finished once what was typed is taken, see `attempt`, or by Esc; `wanted` is called for its button."""

    def __init__(
        self, parent: QWidget | None, *, title: str, label: str, button: str, text: str = "", least: float = 80
    ) -> None:
        """`least` is the height of the field in pixels of the design."""
        super().__init__(parent)
        self._least = least
        self.setWindowTitle(title)
        heading = note(label, QPalette.ColorRole.WindowText, wrap=True)
        self.field = QPlainTextEdit(text)
        self.field.setAccessibleName(label.replace("&", ""))
        self.field.setTabChangesFocus(True)
        heading.setBuddy(self.field)
        self.verdict = note(wrap=True)
        self.verdict.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(heading)
        self.body.addWidget(self.field, 1)
        self.body.addWidget(self.verdict)
        self.sized(self._size_fields)
        self.footer.addStretch()
        self.cancel_button = self.add_button(self.tr("&Cancel"))
        self.cancel_button.clicked.connect(self.reject)
        self.ok_button = self.add_button(button, primary=True)
        self.ok_button.setToolTip(self.tr("Ctrl+Enter"))
        self.ok_button.clicked.connect(self.wanted)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.ok_button.click)
        self.field.setFocus()

    def wanted(self) -> None:
        """Take what was typed."""
        raise NotImplementedError

    def attempt(self, taking: Awaitable[object]) -> None:
        """Waits for what takes it; its `UserError` is the sentence why that will not do."""
        spawn(self._attempt(taking), name="typed")

    def say(self, words: str, *, wrong: bool = False) -> None:
        """The verdict on what stands there."""
        self.verdict.setForegroundRole(ERR if wrong else MUTED)
        self.verdict.setText(words)
        self.field.setAccessibleDescription(words)

    async def _attempt(self, taking: Awaitable[object]) -> None:
        for widget in (self.field, self.ok_button):
            widget.setEnabled(False)
        try:
            await taking
        except UserError as error:
            if not isValid(self) or not self.isVisible():
                raise
            self.field.setEnabled(True)
            self.ok_button.setEnabled(True)
            self.say(str(error), wrong=True)
            self.field.setFocus()
        else:
            if isValid(self):
                self.accept()

    def _size_fields(self) -> None:
        self.field.setMinimumHeight(self.px(self._least))
        self.verdict.setMinimumHeight(self.px(36))
