# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks how fast peers may be: a rate each way, or no limit."""

import re
from collections.abc import Iterable, Sequence

from PySide6.QtGui import QPalette, QValidator
from PySide6.QtWidgets import QSpinBox, QWidget

from starling import formats
from starling.peer import LEAVE, Change, Peer
from starling.setting import RATE_MAX
from starling.ui.dialogs.frame import ROW, FramedDialog, note

_WIDTH = 380
_HIGHEST = RATE_MAX // 1024
"""In kB/s or KiB/s."""
_NAMED = 3
_LEFT, _FREE = -1, 0
"""Values that are words: what each one has is left, and no limit."""
_LEAST = 1024
"""A rate in kB/s as well as in KiB/s."""


class RateField(QSpinBox):
    """A rate in kB/s (KiB/s with binary units); its lowest steps are no limit, and below it what each one has."""

    def __init__(self, limits: Iterable[int | None]) -> None:
        """`limits` are those there are, in bytes/s; where they are not the same, it starts with leaving them."""
        super().__init__()
        found = {limit or None for limit in limits}
        differ = len(found) > 1
        self._given = None if differ else next(iter(found), None)
        self._touched = False
        self._unit, self._sign = formats.rate_unit(_LEAST)
        self.setRange(_LEFT if differ else _FREE, _HIGHEST)
        self.setSingleStep(10)
        self.setAccelerated(True)
        self.setGroupSeparatorShown(True)
        given = max(1, round(self._given / self._unit)) if self._given else _FREE
        self.setValue(_LEFT if differ else given)
        self.valueChanged.connect(self._touch)
        self.lineEdit().textEdited.connect(self._touch)

    @property
    def change(self) -> Change:
        """Bytes/s; None is no limit; `LEAVE` until the user has changed something."""
        if not self._touched or self.value() == _LEFT:
            return LEAVE
        return self.value() * self._unit or None

    def stepBy(self, steps: int) -> None:  # noqa: N802 - Qt's name
        """One step leads from the words to each other and to the numbers, ten from number to number."""
        self._touch()
        value = self.value()
        if value > _FREE or (value == _FREE and steps > 0):
            self.setValue(max(_FREE, value + steps * self.singleStep()))
        else:
            self.setValue(value + (1 if steps > 0 else -1))
        self.selectAll()

    def textFromValue(self, value: int) -> str:  # noqa: N802 - Qt's name
        """With its unit; one that nobody has touched to the byte."""
        if value == _LEFT:
            return self.tr("different: leave as they are")
        if value == _FREE:
            return formats.limit(None)
        if not self._touched and self._given:
            return formats.limit(self._given)
        return super().textFromValue(value) + formats.NBSP + self._sign

    def valueFromText(self, text: str) -> int:  # noqa: N802 - Qt's name
        """The other way round."""
        word = self._word(text)
        return super().valueFromText(_figure(text)) if word is None else word

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """A number with or without its unit, or one of the words."""
        if self._word(text) is not None:
            return QValidator.State.Acceptable, text, position
        if not (figure := _figure(text)):
            return QValidator.State.Intermediate, text, position
        state, _, _ = super().validate(figure, len(figure))
        return state, text, position

    def _word(self, text: str) -> int | None:
        """The value of a text that it shows itself and that is no plain number."""
        for value in (self.value(), _FREE, _LEFT):
            if value >= self.minimum() and text == self.textFromValue(value):
                return value
        return None

    def _touch(self) -> None:
        self._touched = True


class PeerLimitDialog(FramedDialog):
    """Starts with the limits there are; gives back only what the user has changed."""

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
        self.down_field = RateField(peer.down_limit for peer in peers)
        self.up_field = RateField(peer.up_limit for peer in peers)
        grid = self.form()
        self.add_label(grid, 0, self.tr("&Download"), self.down_field)
        grid.addWidget(self.down_field, 0, 1)
        self.add_label(grid, 1, self.tr("&Upload"), self.up_field)
        grid.addWidget(self.up_field, 1, 1)
        self.body.addLayout(grid)
        self.body.addWidget(
            note(self.tr("Holds for an address, in every torrent, and until the program ends."), wrap=True)
        )
        if any(peer.down_limit is None and peer.up_limit is None for peer in peers):
            # libtorrent looks up what limits a connection only as it begins.
            words = self.tr("A peer that had no limit is connected to anew, and its figures begin at 0 again.")
            self.body.addWidget(note(words, wrap=True))
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
    def down(self) -> Change:
        """What they may send us, in bytes/s."""
        return self.down_field.change

    @property
    def up(self) -> Change:
        """What we may send them, in bytes/s."""
        return self.up_field.change

    def _widen(self) -> None:
        for field in (self.down_field, self.up_field):
            field.setMinimumHeight(self.px(ROW))
        self.setMinimumWidth(self.px(_WIDTH))


def _figure(text: str) -> str:
    """The number a text begins with, as it is written."""
    found = re.match(r"\s*\d[\d\s.,'’]*", text)
    return found[0].strip() if found else ""
