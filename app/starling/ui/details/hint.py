# SPDX-License-Identifier: GPL-3.0-or-later
"""The bar below a table that says more about the selected row."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from starling.ui.cells import ICON, ICON_GAP, INSET, draw_icon
from starling.ui.column import Icon
from starling.ui.details.painted import Painted
from starling.ui.details.sentence import Segment, Sentence
from starling.ui.theme import ThemeManager, Token

_HEIGHT = 32

Tone = tuple[Icon, Token]
"""Icon and ground."""

INFO = Icon("info", Token.ACCENT), Token.INFO_GROUND
WARN = Icon("warning", Token.WARN), Token.WARN_GROUND
ERR = Icon("error", Token.ERR), Token.ERR_GROUND
OK = Icon("finished", Token.OK), Token.OK_GROUND


class HintBar(Painted):
    """An icon and a sentence on the ground of their tone; away while there is nothing to say."""

    def __init__(self, themes: ThemeManager) -> None:
        super().__init__(themes)
        self._icon, self._ground = INFO
        self.sentence = Sentence(themes)
        self._layout = QHBoxLayout(self)
        self._layout.addWidget(self.sentence)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._measure()
        self.hide()

    def say(self, segments: Sequence[Segment], tone: Tone = INFO, more: Sequence[Segment] = ()) -> None:
        """Show this sentence, or none; `more` is left out where there is no room."""
        self._icon, self._ground = tone
        self.sentence.show_words(segments, more)
        self.setVisible(bool(segments))
        self.update()

    def restyled(self) -> None:
        """Sizes follow the font."""
        self._measure()
        super().restyled()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, line and icon; the sentence paints itself."""
        painter, ctx = QPainter(self), self.ctx
        painter.fillRect(self.rect(), ctx.theme.colour(self._ground))
        painter.fillRect(0, 0, self.width(), 1, ctx.theme.line)
        draw_icon(painter, QRect(ctx.px(INSET), 0, ctx.px(ICON), self.height()), self._icon, ctx)

    def _measure(self) -> None:
        ctx = self.ctx
        self._layout.setContentsMargins(ctx.px(INSET + ICON + ICON_GAP), 0, ctx.px(INSET), 0)
        self.setFixedHeight(max(ctx.px(_HEIGHT), self.sentence.minimumSizeHint().height() + ctx.px(8)))
