# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks how fast peers may be: a rate each way, or no limit."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QSpinBox, QWidget

from starling import formats
from starling.peer import Peer
from starling.ui.dialogs.frame import ROW, FramedDialog, note

_WIDTH = 380
_HIGHEST = 2_000_000
"""In thousands of bytes/s: what fits in 32 bits."""
_NAMED = 3
_LEAST = 1024
"""A rate in kB/s as well as in KiB/s."""


class RateField(QSpinBox):
    """A rate in kB/s (KiB/s with binary units); its lowest step is no limit."""

    def __init__(self, limit: int | None) -> None:
        super().__init__()
        self._unit, sign = formats.rate_unit(_LEAST)
        self.setRange(0, _HIGHEST)
        self.setSingleStep(10)
        self.setAccelerated(True)
        self.setGroupSeparatorShown(True)
        self.setSpecialValueText(formats.limit(None))
        self.setSuffix(formats.NBSP + sign)
        self.setValue(0 if not limit else max(1, round(limit / self._unit)))

    @property
    def limit(self) -> int | None:
        """Bytes/s; None is no limit."""
        return self.value() * self._unit or None


class PeerLimitDialog(FramedDialog):
    """Starts with the limits there are, where they are the same of all."""

    def __init__(self, peers: Sequence[Peer], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Limit peers"))
        addresses = list(dict.fromkeys(peer.address for peer in peers))
        names = ", ".join(addresses[:_NAMED])
        left = len(addresses) - _NAMED
        if left > 0:
            names = self.tr("{addresses} and %n more", "", left).format(addresses=names)
        self.names = note(names, QPalette.ColorRole.WindowText, wrap=True)
        self.body.addWidget(self.names)
        self.down_field = RateField(_common(peer.down_limit for peer in peers))
        self.up_field = RateField(_common(peer.up_limit for peer in peers))
        grid = self.form()
        self.add_label(grid, 0, self.tr("&Download"), self.down_field)
        grid.addWidget(self.down_field, 0, 1)
        self.add_label(grid, 1, self.tr("&Upload"), self.up_field)
        grid.addWidget(self.up_field, 1, 1)
        self.body.addLayout(grid)
        self.body.addWidget(
            note(self.tr("Holds for an address, in every torrent, and until the program ends."), wrap=True)
        )
        self.body.addStretch()
        self.footer.addStretch()
        self.cancel_button = self.add_button(self.tr("&Cancel"))
        self.ok_button = self.add_button(self.tr("&Limit"), primary=True)
        self.cancel_button.clicked.connect(self.reject)
        self.ok_button.clicked.connect(self.accept)
        self.sized(self._widen)
        self.down_field.setFocus()
        self.down_field.selectAll()

    @property
    def down(self) -> int | None:
        """What they may send us, in bytes/s."""
        return self.down_field.limit

    @property
    def up(self) -> int | None:
        """What we may send them, in bytes/s."""
        return self.up_field.limit

    def _widen(self) -> None:
        for field in (self.down_field, self.up_field):
            field.setMinimumHeight(self.px(ROW))
        self.setMinimumWidth(self.px(_WIDTH))
        self.resize(QSize(self.px(_WIDTH), self.minimumSizeHint().height()))


def _common(limits: Iterable[int | None]) -> int | None:
    found = set(limits)
    return found.pop() if len(found) == 1 else None
