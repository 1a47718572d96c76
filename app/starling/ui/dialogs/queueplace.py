# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks for a place in the queue."""

from collections.abc import Sequence

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QSpinBox, QWidget

from starling.spelling import shown
from starling.torrent import Torrent
from starling.ui.dialogs.frame import ROW, FramedDialog, note
from starling.ui.notice import breakable

_WIDTH = 340


class PlaceDialog(FramedDialog):
    """Starts with the place of the first of the torrents, which are moved together."""

    def __init__(self, torrents: Sequence[Torrent], count: int, parent: QWidget | None = None) -> None:
        """`count` is the length of the queue."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Place in the queue"))
        name = breakable(shown(torrents[0].name))
        if len(torrents) > 1:
            name = self.tr("%n torrents; the place is that of the first", "", len(torrents))
        self.body.addWidget(note(name, QPalette.ColorRole.WindowText, wrap=True))
        last = max(1, count - len(torrents) + 1)
        self.field = QSpinBox()
        self.field.setRange(1, last)
        self.field.setValue(min(torrent.queue or 0 for torrent in torrents) + 1)
        self.field.setSuffix(self.tr(" of {count}").format(count=last))
        grid = self.form()
        self.add_label(grid, 0, self.tr("&Place"), self.field)
        grid.addWidget(self.field, 0, 1)
        self.body.addLayout(grid)
        self.body.addStretch()
        self.footer.addStretch()
        self.cancel_button = self.add_button(self.tr("&Cancel"))
        self.ok_button = self.add_button(self.tr("&Move"), primary=True)
        self.cancel_button.clicked.connect(self.reject)
        self.ok_button.clicked.connect(self.accept)
        self.sized(self._widen)
        self.field.setFocus()
        self.field.selectAll()

    @property
    def place(self) -> int:
        """From 1 on."""
        return self.field.value()

    def _widen(self) -> None:
        self.field.setMinimumHeight(self.px(ROW))
        self.setMinimumWidth(self.px(_WIDTH))
