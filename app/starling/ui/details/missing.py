# SPDX-License-Identifier: GPL-3.0-or-later
"""The bar below the map: which pieces nobody has, what they belong to, and what can be done about it."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from starling.ui.button import Button
from starling.ui.cells import ICON, ICON_GAP, INSET, draw_icon
from starling.ui.column import Icon
from starling.ui.details.painted import Painted
from starling.ui.details.sentence import Segment, Sentence
from starling.ui.theme import ThemeManager, Token

_NARROW = 820
"""Pixels of the design below which one button is enough."""
_ICON = Icon("warning", Token.WARN)


class MissingBar(Painted):
    """Away while every piece is to be had."""

    show_files = Signal()
    """The files that the pieces belong to are wanted in sight."""
    ask = Signal()
    """More peers are wanted."""

    def __init__(self, themes: ThemeManager) -> None:
        super().__init__(themes)
        self.first = Sentence(themes)
        self.second = Sentence(themes)
        self.files_button = Button(self.tr("Sho&w the files"))
        self.ask_button = Button(self.tr("Ask trackers &now"))
        self.files_button.clicked.connect(self.show_files)
        self.ask_button.clicked.connect(self.ask)
        self._low = False
        self._words = QVBoxLayout()
        self._words.addWidget(self.first)
        self._words.addWidget(self.second)
        self._row = QHBoxLayout(self)
        self._row.addLayout(self._words, 1)
        self._row.addWidget(self.files_button)
        self._row.addWidget(self.ask_button)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._measure()
        self.hide()

    def say(self, which: Sequence[Segment], belong: str, seen: str) -> None:
        """Which pieces, what they belong to (empty while that is worked out), when a full copy was last seen."""
        self.first.show_words(which, [Segment(belong)] if belong else [])
        self.second.show_words([Segment(seen, Token.MUTED)])
        self.files_button.setEnabled(bool(belong))
        self.setVisible(bool(which))

    def set_low(self, low: bool) -> None:
        """One line where there is little height."""
        if low != self._low:
            self._low = low
            self._measure()

    def restyled(self) -> None:
        """Sizes follow the font."""
        self._measure()
        super().restyled()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One button where there is little width."""
        super().resizeEvent(event)
        self.ask_button.setVisible(self.width() >= _NARROW * self.ctx.scale)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, line and icon; the sentences paint themselves."""
        painter, ctx = QPainter(self), self.ctx
        painter.fillRect(self.rect(), ctx.theme.warn_ground)
        painter.fillRect(0, 0, self.width(), 1, ctx.theme.line)
        draw_icon(painter, QRect(ctx.px(INSET), 0, ctx.px(ICON), self.height()), _ICON, ctx)

    def _measure(self) -> None:
        ctx = self.ctx
        self.second.setVisible(not self._low)
        self._words.setSpacing(ctx.px(4))
        edge = ctx.px(4 if self._low else 8)
        self._row.setContentsMargins(ctx.px(INSET + ICON + ICON_GAP), edge, ctx.px(INSET), edge)
        self._row.setSpacing(ctx.px(8))
