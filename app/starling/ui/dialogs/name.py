# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks for another name of a torrent in the list."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit, QWidget

from starling.torrent import Torrent
from starling.ui.dialogs.frame import FramedDialog, note

_WIDTH = 520


class NameDialog(FramedDialog):
    """Read `name` once it is accepted; empty stands for the torrent's own."""

    def __init__(self, torrent: Torrent, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Rename"))
        self.field = QLineEdit(torrent.name)
        self.field.setPlaceholderText(self.tr("the torrent's own name"))
        self.field.selectAll()
        grid = self.form()
        self.add_label(grid, 0, self.tr("&Name"), self.field)
        grid.addWidget(self.field, 0, 1)
        grid.addWidget(
            note(
                self.tr("In the list only: nothing on disk changes. Leave it empty to have the torrent's own name."),
                wrap=True,
            ),
            1,
            1,
        )
        self.body.addLayout(grid)
        self.body.addStretch()
        self.footer.addStretch()
        self.cancel_button = self.add_button(self.tr("&Cancel"))
        self.cancel_button.clicked.connect(self.reject)
        self.rename_button = self.add_button(self.tr("&Rename"), primary=True)
        self.rename_button.clicked.connect(self.accept)
        self.field.setFocus()

    @property
    def name(self) -> str:
        """What was entered."""
        return self.field.text()

    def sizeHint(self) -> QSize:
        """Wide enough for a name."""
        return super().sizeHint().expandedTo(QSize(self.px(_WIDTH), 0))
