# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks whether the addresses of peers shall be banned for good, and names them."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from starling.ui.dialogs.frame import FramedDialog, note, selectable

_WIDTH = 420
_NAMED = 6
"""Addresses that are named; of more only the number is said."""


class BanDialog(FramedDialog):
    """Accepted if they shall be."""

    def __init__(self, addresses: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = self.tr("Ban %n addresses for good?", "", len(addresses))
        self.setWindowTitle(self.tr("Ban peers"))
        self.add_heading(title, 15)
        lines = list(addresses[:_NAMED])
        if left := len(addresses) - len(lines):
            lines.append(self.tr("and %n more", "", left))
        self.names = selectable(note("\n".join(lines), QPalette.ColorRole.WindowText))
        self.body.addWidget(self.names)
        words = self.tr("No torrent connects to them any more, or takes a connection from them.")
        self.body.addWidget(note(words + " " + self.tr("Edit ▸ Banned peers… takes that back."), wrap=True))
        self.body.addStretch()
        self.footer.addStretch()
        self.cancel_button = self.add_button(self.tr("&Cancel"))
        self.ban_button = self.add_button(self.tr("&Ban"), primary=True)
        self.cancel_button.clicked.connect(self.reject)
        self.ban_button.clicked.connect(self.accept)
        self.sized(self._widen)
        self.ban_button.setFocus()

    def _widen(self) -> None:
        self.setMinimumWidth(self.px(_WIDTH))
        height = self.heightForWidth(self.px(_WIDTH)) if self.hasHeightForWidth() else self.minimumSizeHint().height()
        self.resize(QSize(self.px(_WIDTH), height))
