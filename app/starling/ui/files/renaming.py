# SPDX-License-Identifier: GPL-3.0-or-later
"""The small dialog that asks for another name of a file or folder, and stays open while the name will not do."""

from collections.abc import Awaitable, Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit, QWidget
from shiboken6 import isValid

from starling.errors import UserError
from starling.tasks import spawn
from starling.ui.dialogs.frame import ERR, FramedDialog, note

_WIDTH = 460


class RenameDialog(FramedDialog):
    """Finished once `rename` has taken the name, or by Esc."""

    def __init__(self, parent: QWidget, name: str, *, folder: bool, rename: Callable[[str], Awaitable[None]]) -> None:
        """`rename` gets the new name; a `UserError` of it is the sentence why it will not do."""
        super().__init__(parent)
        self._name, self._rename = name, rename
        self.setWindowTitle(self.tr("Rename folder") if folder else self.tr("Rename file"))
        self.field = QLineEdit(name)
        self.refusal = note("", ERR, wrap=True)
        self.refusal.hide()
        grid = self.form()
        self.add_label(grid, 0, self.tr("&Name"), self.field)
        grid.addWidget(self.field, 0, 1)
        grid.addWidget(self.refusal, 1, 1)
        self.body.addLayout(grid)
        self.body.addStretch()
        self.footer.addStretch()
        self.cancel_button = self.add_button(self.tr("&Cancel"))
        self.rename_button = self.add_button(self.tr("&Rename"), primary=True)
        self.cancel_button.clicked.connect(self.reject)
        self.rename_button.clicked.connect(self._wanted)
        self.field.textChanged.connect(self._typed)
        self.sized(self._widen)
        self._typed()
        # The extension mostly stays: what is typed first takes the place of the rest.
        stem = len(name) if folder else name.rfind(".")
        self.field.setSelection(0, stem if stem > 0 else len(name))
        self.field.setFocus()

    def _widen(self) -> None:
        self.setMinimumWidth(self.px(_WIDTH))
        self.resize(QSize(self.px(_WIDTH), self.minimumSizeHint().height()))

    def _typed(self) -> None:
        self._say("")
        self.rename_button.setEnabled(bool(self.field.text()) and self.field.text() != self._name)

    def _wanted(self) -> None:
        if "/" in self.field.text():
            # It would lie in another folder then, and no name would bring it back.
            self._say(self.tr("A name can't hold “/”: renaming moves nothing to another folder."))
            self.field.setFocus()
        else:
            spawn(self._try(self.field.text()), name="rename")

    async def _try(self, name: str) -> None:
        for widget in (self.field, self.rename_button):
            widget.setEnabled(False)
        try:
            await self._rename(name)
        except UserError as error:
            if not isValid(self) or not self.isVisible():
                raise
            self.field.setEnabled(True)
            self.rename_button.setEnabled(True)
            self._say(str(error))
            self.field.setFocus()
        else:
            if isValid(self):
                self.accept()

    def _say(self, words: str) -> None:
        self.refusal.setText(words)
        self.refusal.setVisible(bool(words))
        self.field.setAccessibleDescription(words)
        if words:
            self.adjustSize()
