# SPDX-License-Identifier: GPL-3.0-or-later
"""The sentence below the filter box that says what of a query is not understood."""

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from starling.ui.glyph import Glyph
from starling.ui.notice import breakable
from starling.ui.theme import ThemeManager, Token

_ICON, _INSET, _GAP, _RADIUS, _LEAST = 16, 10, 8, 5, 300


class QueryNote(QWidget):
    """A card over the list, as wide as the box; nothing moves when it comes or goes."""

    def __init__(self, box: QWidget, themes: ThemeManager) -> None:
        super().__init__(box.window())
        self._box, self._themes = box, themes
        self._wrong = True
        self._icon = Glyph(themes, "error", Token.ERR, _ICON)
        self.label = QLabel()
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self.label, 1)
        themes.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def say(self, sentence: str, *, wrong: bool) -> None:
        """Come with a sentence: an error, or else something to know."""
        self._wrong = wrong
        self._icon.show_icon(*(("error", Token.ERR) if wrong else ("info", Token.ACCENT)))
        self.label.setText(breakable(sentence))
        window, scale = self._box.window(), self._themes.scale
        if self.parentWidget() is not window:
            self.setParent(window)
        width = min(max(self._box.width(), round(_LEAST * scale)), window.width())
        corner = self._box.mapTo(window, QPoint(self._box.width() - width, self._box.height() + round(4 * scale)))
        self.setGeometry(max(0, corner.x()), corner.y(), width, self._row.heightForWidth(width))
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card."""
        theme, radius = self._themes.theme, _RADIUS * self._themes.scale
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.edge, 1))
        painter.setBrush(theme.err_ground if self._wrong else theme.info_ground)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def _restyle(self) -> None:
        scale = self._themes.scale
        side, gap = round(_INSET * scale), round(_GAP * scale)
        self._row.setContentsMargins(side, gap, side, gap)
        self._row.setSpacing(gap)
