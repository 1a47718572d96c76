# SPDX-License-Identifier: GPL-3.0-or-later
"""The sentence above each table: what the table means, its figures in bold and the rates in their colours."""

from collections.abc import Mapping, Sequence
from string import Formatter
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QSpacerItem, QWidget

from starling.ui.cells import INSET, draw_text
from starling.ui.column import Align, Weight
from starling.ui.details.painted import Painted
from starling.ui.theme import ThemeManager, Token
from starling.ui.tips import plain_tip

_ROW, _FIELD = 36, 28
_GAP = 24
_APART = 16
"""Pixels of the design between a legend and buttons, besides what is between all of them."""


class Segment(NamedTuple):
    """A piece of a sentence."""

    text: str
    token: Token = Token.TEXT
    weight: Weight = Weight.NORMAL


def strong(text: str, token: Token = Token.TEXT) -> Segment:
    """A figure of a sentence."""
    return Segment(text, token, Weight.BOLD)


def rich(template: str, values: Mapping[str, Segment], base: Token = Token.TEXT) -> list[Segment]:
    """A translated sentence with its placeholders filled in: "{done} of {all}" keeps its order in every language."""
    found = []
    for literal, field, _format, _conversion in Formatter().parse(template):
        if literal:
            found.append(Segment(literal, base))
        if field is not None:
            found.append(values[field])
    return found


def plain(segments: Sequence[Segment]) -> str:
    """The words alone."""
    return "".join(segment.text for segment in segments)


class Sentence(Painted):
    """One line of segments; what does not fit is elided, and what only adds to it is left out before that."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._main: list[Segment] = []
        self._more: list[Segment] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_words(self, main: Sequence[Segment], more: Sequence[Segment] = ()) -> None:
        """Say this; `more` is left out where there is no room."""
        if list(main) != self._main or list(more) != self._more:
            self._main, self._more = list(main), list(more)
            self.setAccessibleName(self.text())
            self.updateGeometry()
            self.update()

    def text(self) -> str:
        """All the words."""
        return " ".join(filter(None, (plain(self._main), plain(self._more))))

    def sizeHint(self) -> QSize:
        """All of it on one line."""
        # Advances are rounded word by word: what has all its room must not be cut for a pixel.
        return QSize(self._width(self._all()) + self.ctx.px(4), self.ctx.metrics[Weight.BOLD].height())

    def minimumSizeHint(self) -> QSize:
        """It can be elided."""
        return QSize(0, self.ctx.metrics[Weight.BOLD].height())

    @property
    def least(self) -> int:
        """Width of the part that is never left out."""
        return self._width(self._main)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The segments, one after the other."""
        painter = QPainter(self)
        whole = self._all()
        segments = whole if self._width(whole) <= self.width() else self._main
        left = 0
        for segment in segments:
            rect = QRect(left, 0, self.width() - left, self.height())
            advance = self.ctx.metrics[segment.weight].horizontalAdvance(segment.text)
            draw_text(painter, rect, segment.text, self.ctx, segment.token, Align.LEFT, segment.weight)
            left += advance
            if left >= self.width():
                break
        self.setToolTip("" if segments is whole and left <= self.width() else plain_tip(self.text()))

    def _all(self) -> list[Segment]:
        return [*self._main, Segment("  "), *self._more] if self._more else self._main

    def _width(self, segments: Sequence[Segment]) -> int:
        return sum(self.ctx.metrics[part.weight].horizontalAdvance(part.text) for part in segments)


class SentenceRow(QWidget):
    """The row with the sentence and, at its right end, a legend that steps back or buttons that stay."""

    def __init__(self, themes: ThemeManager, *, legend: QWidget | None = None, buttons: Sequence[QWidget] = ()) -> None:
        super().__init__()
        self._themes = themes
        self.sentence = Sentence(themes)
        self._legend = legend
        self._explains = True
        self._layout = QHBoxLayout(self)
        self._layout.addWidget(self.sentence, 1)
        self._buttons = list(buttons)
        self._apart = QSpacerItem(0, 0)
        if legend:
            self._layout.addWidget(legend, 0, Qt.AlignmentFlag.AlignVCenter)
            if buttons:
                self._layout.addSpacerItem(self._apart)
        for widget in buttons:
            self._layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        themes.changed.connect(self._measure)
        self._measure()

    def show_words(self, main: Sequence[Segment], more: Sequence[Segment] = ()) -> None:
        """Say this; see `Sentence.show_words`."""
        self.sentence.show_words(main, more)
        self._make_room()

    def set_explains(self, explains: bool) -> None:
        """Whether there is something on screen that the legend is about."""
        if explains != self._explains:
            self._explains = explains
            self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The legend steps back where the sentence needs its place."""
        super().resizeEvent(event)
        self._make_room()

    def _measure(self) -> None:
        scale = self._themes.scale
        inset = round(INSET * scale)
        self._layout.setContentsMargins(inset, 0, inset, 0)
        self._layout.setSpacing(round(8 * scale))
        # A legend ends with a word, and a field beside it must not look like its box.
        self._apart.changeSize(round(_APART * scale), 0)
        for button in self._buttons:
            if isinstance(button, QComboBox):
                button.setMinimumHeight(round(_FIELD * scale))  # as the fields beside it
        self.setFixedHeight(max(round(_ROW * scale), self.sentence.minimumSizeHint().height() + round(8 * scale)))

    def _make_room(self) -> None:
        if self._legend:
            scale = self._themes.scale
            needed = self.sentence.least + self._legend.sizeHint().width() + round((_GAP + _APART + 2 * INSET) * scale)
            for button in self._buttons:
                if not button.isHidden():
                    needed += button.sizeHint().width() + self._layout.spacing()
            self._legend.setVisible(self._explains and needed <= self.width())
