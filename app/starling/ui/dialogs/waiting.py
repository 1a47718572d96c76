# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands around and in place of a dialog's tree of files."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from starling.ui.dialogs.frame import note, selectable
from starling.ui.edges import draw_edges
from starling.ui.glyph import Glyph
from starling.ui.notice import breakable
from starling.ui.theme import ThemeManager, Token


class Waiting(QWidget):
    """Stands where the tree will be: what is being done, for which hash, and what can be done meanwhile."""

    def __init__(self, themes: ThemeManager) -> None:
        super().__init__()
        self._themes = themes
        self._icon = Glyph(themes, "magnet", Token.MUTED, 20)
        self.sentence = QLabel()
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.hash = selectable(note())
        self.hint = note()
        self._column = column = QVBoxLayout(self)
        column.addStretch()
        column.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self.sentence, self.hash, self.hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            label.setMinimumWidth(1)
            column.addWidget(label)
        column.addStretch()
        themes.changed.connect(self._restyle)
        self._restyle()

    def say(self, sentence: str, *, icon: str, digits: str = "", hint: str = "") -> None:
        """Show these; empty ones take no room."""
        self._icon.show_icon(icon, Token.MUTED)
        for label, text in ((self.sentence, sentence), (self.hash, digits), (self.hint, hint)):
            label.setText(breakable(text))
            label.setVisible(bool(text))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of tables."""
        QPainter(self).fillRect(self.rect(), self._themes.theme.base)

    def _restyle(self) -> None:
        self._column.setSpacing(round(6 * self._themes.scale))
        self.update()


class Outlined(QWidget):
    """A table inside a dialog has an outline, for it does not reach from edge to edge."""

    def __init__(self, themes: ThemeManager, inner: QWidget) -> None:
        super().__init__()
        self._themes = themes
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(inner)

    def paintEvent(self, event: QPaintEvent) -> None:
        """One device-independent pixel, whole at every scale."""
        draw_edges(QPainter(self), self.rect(), 1, self._themes.theme.edge)
