# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks for a limit that the menu of the status bar does not offer."""

from PySide6.QtWidgets import QCheckBox, QWidget

from starling.peer import Leave
from starling.ui.dialogs.frame import ROW, FramedDialog
from starling.ui.dialogs.peerlimit import RateField

_WIDTH = 340


class RateDialog(FramedDialog):
    """Starts with the limit there is."""

    def __init__(self, title: str, present: int, parent: QWidget | None = None) -> None:
        """`present` is in bytes/s, 0 = no limit."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.field = RateField([present or None])
        grid = self.form()
        self.add_label(grid, 0, self.tr("&Limit"), self.field)
        grid.addWidget(self.field, 0, 1)
        self.keep_box = QCheckBox(self.tr("&Keep it in the menu"))
        grid.addWidget(self.keep_box, 1, 1)
        self.body.addLayout(grid)
        self.body.addStretch()
        self.footer.addStretch()
        self.cancel_button = self.add_button(self.tr("&Cancel"))
        self.ok_button = self.add_button(self.tr("&Set the limit"), primary=True)
        self.cancel_button.clicked.connect(self.reject)
        self.ok_button.clicked.connect(self.accept)
        self.sized(self._widen)
        self.field.setFocus()
        self.field.selectAll()

    @property
    def rate(self) -> int | None:
        """Bytes/s, 0 = no limit; None where it was left as it is."""
        change = self.field.change
        return None if isinstance(change, Leave) else change or 0

    @property
    def keep(self) -> bool:
        """Whether it shall be offered from now on."""
        return self.keep_box.isChecked()

    def _widen(self) -> None:
        self.field.setMinimumHeight(self.px(ROW))
        self.setMinimumWidth(self.px(_WIDTH))
