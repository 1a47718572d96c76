# SPDX-License-Identifier: GPL-3.0-or-later
"""The choice of a label's colour: those of the palette in a row, and any other one."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QColorDialog, QHBoxLayout, QToolButton, QWidget
from shiboken6 import isValid

from starling.tasks import spawn
from starling.ui.button import Button
from starling.ui.dialogs.asking import ask
from starling.ui.labelcolours import PALETTE, Tick, name_of, tick_icon
from starling.ui.theme import ThemeManager

_SIDE, _MARK = 28, 20
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class ColourChoice(QWidget):
    """Discs, of which one has a tick; one stop of the Tab key, with arrow keys inside."""

    changed = Signal()
    """Another one is chosen."""

    def __init__(self, colour: str, themes: ThemeManager) -> None:
        super().__init__()
        self._themes, self._colour, self._own = themes, colour, ""
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for offered, _ in PALETTE:
            self._add(offered)
        self.own_button = Button(self.tr("&Other…"))
        self.own_button.setAccessibleName(self.tr("Another colour"))
        self.own_button.clicked.connect(self._on_other)
        self._row.addStretch()
        self._row.addWidget(self.own_button)
        themes.changed.connect(self._restyle)
        self._show(colour)

    @property
    def colour(self) -> str:
        """``#rrggbb``, empty for grey."""
        return self._colour

    def choose(self, colour: str) -> None:
        """As a click would."""
        if colour != self._colour:
            self._show(colour)
            self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose the one beside."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        colours = list(self._buttons)
        self.choose(colours[(colours.index(self._colour) + step) % len(colours)])
        self._buttons[self._colour].setFocus(Qt.FocusReason.TabFocusReason)

    def _add(self, colour: str) -> None:
        button = QToolButton()
        button.setCheckable(True)
        button.setAutoRaise(True)
        button.setToolTip(name_of(colour))
        button.setAccessibleName(name_of(colour))
        button.clicked.connect(partial(self.choose, colour))
        self._group.addButton(button)
        self._buttons[colour] = button
        self._row.insertWidget(len(self._buttons) - 1, button)

    def _show(self, colour: str) -> None:
        self._colour = colour
        if colour not in self._buttons:
            # One of the user's own at a time stands behind those of the palette.
            if self._own and (before := self._buttons.pop(self._own, None)) is not None:
                before.deleteLater()
            self._own = colour
            self._add(colour)
        self._buttons[colour].setChecked(True)
        self.setFocusProxy(self._buttons[colour])
        for other, button in self._buttons.items():
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if other == colour else Qt.FocusPolicy.NoFocus)
        self._restyle()

    def _restyle(self) -> None:
        scale, ratio = self._themes.scale, self.devicePixelRatioF()
        side = round(_MARK * scale)
        self._row.setSpacing(round(2 * scale))
        for colour, button in self._buttons.items():
            button.setFixedSize(round(_SIDE * scale), round(_SIDE * scale))
            button.setIconSize(QSize(side, side))
            button.setStyleSheet("QToolButton { padding: 0; }")
            tick = Tick.ALL if colour == self._colour else Tick.NONE
            button.setIcon(tick_icon(colour, tick, self._themes.theme, side, ratio))

    def _on_other(self) -> None:
        spawn(self._ask(), name="colour")

    async def _ask(self) -> None:
        dialog = QColorDialog(QColor(self._colour or PALETTE[0][0]), self.window())
        dialog.setWindowTitle(self.tr("Colour of the label"))
        if await ask(dialog) and isValid(self):
            self.choose(dialog.currentColor().name().lower())
