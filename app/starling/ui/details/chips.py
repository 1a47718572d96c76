# SPDX-License-Identifier: GPL-3.0-or-later
"""Legends that filter: marks and words that can be switched on, flowing over as many lines as they need."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from starling.ui.cells import Context
from starling.ui.details.chip import LINE, PADDING, Chip, Mark
from starling.ui.details.painted import Painted
from starling.ui.theme import ThemeManager

_GAP, _TYPE = 2, 12
"""Pixels of the design."""
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
_PRESS = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select}


class Chips(Painted):
    """One stop of the Tab key: arrows go from chip to chip, Space switches one on and off."""

    picked = Signal()
    """The user switched one on or off: see `on`."""

    def __init__(self, themes: ThemeManager, title: str, *, margin: int = 0, parent: QWidget | None = None) -> None:
        """`margin`, in pixels of the design, is left free at both sides; with one there is a ground and a line above.

        `title` says to a screen reader what they are.
        """
        super().__init__(themes, parent)
        self._title, self._margin = title, margin
        self._chips: dict[Hashable, Chip] = {}
        self._at: Hashable = None
        """Key of the chip that the keyboard is on, while there are any: chips come and go beside it."""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._describe()

    # -- what is shown

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Have these chips, in this order; those that are on stay on."""
        before = [chip.mark for chip in self._chips.values()]
        if before == list(marks):
            return
        for key in self._chips.keys() - {mark.key for mark in marks}:
            gone = self._chips.pop(key)
            gone.hide()
            gone.deleteLater()
        ordered = {}
        for mark in marks:
            chip = self._chips.get(mark.key)
            if chip is None:
                chip = Chip(self)
                chip.pressed.connect(self._pressed)
                chip.clicked.connect(self._clicked)
            chip.tell(mark)
            ordered[mark.key] = chip
        place = self._place
        self._chips = ordered
        if self._at not in ordered:
            self._at = list(ordered)[min(place, len(ordered) - 1)] if ordered else None
        self._flow()
        self._describe()

    @property
    def chips(self) -> list[Chip]:
        """From left to right."""
        return list(self._chips.values())

    def chip(self, key: Hashable) -> "Chip":
        """Raises KeyError if it is not shown."""
        return self._chips[key]

    def on(self) -> list[Hashable]:
        """Keys of those that are switched on."""
        return [key for key, chip in self._chips.items() if chip.isChecked()]

    def all_off(self) -> None:
        """Switch every one off, without a signal."""
        for chip in self._chips.values():
            chip.setChecked(False)
        self._describe()

    # -- sizes

    def restyled(self) -> None:
        """The chips follow."""
        for chip in self._chips.values():
            chip.update()
        self._flow()
        super().restyled()

    def sizeHint(self) -> QSize:
        """Everything on one line."""
        gap = self.small.px(_GAP)
        width = sum(chip.sizeHint().width() + gap for chip in self._chips.values()) - gap
        return QSize(max(0, width) + 2 * self._inset, self.small.px(LINE) + 2 * self._above)

    def minimumSizeHint(self) -> QSize:
        """It can do with any width."""
        return QSize(0, self.small.px(LINE) + 2 * self._above)

    def heightForWidth(self, width: int) -> int:
        """As many lines as there have to be."""
        tops = [place.y() for _, place in self._places(width)]
        return max(tops, default=self._above) + self.small.px(LINE) + self._above

    @property
    def small(self) -> Context:
        """Small type, lengths as in the window."""
        return self.smaller(_TYPE)

    @property
    def current(self) -> Chip | None:
        """The chip that the keyboard is on."""
        return self._chips.get(self._at)

    @property
    def _place(self) -> int:
        """Where it stands."""
        return list(self._chips).index(self._at) if self._at in self._chips else 0

    @property
    def padding(self) -> int:
        """Between the edge of a chip and its mark."""
        return self.small.px(PADDING)

    @property
    def _inset(self) -> int:
        return max(0, self.small.px(self._margin - PADDING))

    @property
    def _above(self) -> int:
        return self.small.px(3) if self._margin else 0

    def _places(self, width: int) -> list[tuple[Chip, QPoint]]:
        left, top, gap = self._inset, self._above, self.small.px(_GAP)
        found = []
        for chip in self._chips.values():
            needed = chip.sizeHint().width()
            if left > self._inset and left + needed > width - self._inset:
                left, top = self._inset, top + self.small.px(LINE)
            found.append((chip, QPoint(left, top)))
            left += needed + gap
        return found

    def _flow(self) -> None:
        for chip, place in self._places(self.width()):
            chip.setGeometry(QRect(place, chip.sizeHint()))
            chip.show()
        self.updateGeometry()

    # -- Qt's

    def resizeEvent(self, event: QResizeEvent) -> None:
        """They flow."""
        super().resizeEvent(event)
        self._flow()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground; chips paint themselves."""
        if self._margin:
            painter, theme = QPainter(self), self.ctx.theme
            painter.fillRect(self.rect(), theme.win)
            painter.fillRect(0, 0, self.width(), 1, theme.line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End go; Space and Enter switch."""
        key, last = event.key(), len(self._chips) - 1
        if last < 0:
            super().keyPressEvent(event)
        elif key in _STEPS:
            forward = _STEPS[Qt.Key(key)] * (-1 if self.isRightToLeft() else 1)
            self._go(min(max(self._place + forward, 0), last))
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self._go(0 if key == Qt.Key.Key_Home else last)
        elif key in _PRESS and (chip := self.current) is not None:
            chip.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring comes."""
        super().focusInEvent(event)
        self._go(self._place)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        super().focusOutEvent(event)
        self._go(self._place)

    def _go(self, place: int) -> None:
        self._at = list(self._chips)[place] if self._chips else None
        for chip in self._chips.values():
            chip.update()
        self._describe()

    def _pressed(self) -> None:
        """The keyboard goes where the mouse is: pressing has just given it to the chip where it was last."""
        chip = self.sender()
        if isinstance(chip, Chip) and chip.mark.key in self._chips:
            self._go(list(self._chips).index(chip.mark.key))

    def _clicked(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip) and chip.isVisible():
            self._at = chip.mark.key
            # Or Esc would go to wherever the keyboard was, and clear nothing.
            self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._describe()
        self.picked.emit()

    def _describe(self) -> None:
        """A screen reader hears of the chip that the arrows are on."""
        chip = self.current
        parts = [self._title]
        if chip is not None:
            state = self.tr("on") if chip.isChecked() else self.tr("off")
            parts.append(f"{chip.text()}, {state}")
        self.setAccessibleName(": ".join(parts))
