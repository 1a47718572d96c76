# SPDX-License-Identifier: GPL-3.0-or-later
"""The words on a page: a label that can be clicked and marked, and values as a sentence can name them."""

from collections.abc import Sequence
from enum import Enum
from typing import Any

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy

from starling.i18n import translate
from starling.setting import Form, Setting
from starling.spelling import shortened
from starling.ui.dialogs.frame import MUTED
from starling.ui.preferences import numbers
from starling.ui.preferences.matching import Needle
from starling.ui.theme import ThemeManager

_SMALL = 12
_REMEASURED = {QEvent.Type.StyleChange, QEvent.Type.FontChange, QEvent.Type.ContentsRectChange}


class Words(QLabel):
    """A text over as many lines as it needs, in which what is looked for is marked."""

    clicked = Signal()

    def __init__(self, themes: ThemeManager, text: str = "", *, small: bool = False, head: float = 0) -> None:
        """`head` makes it a heading of so many pixels of the design."""
        super().__init__(text)
        self._themes = themes
        self._size = head or (_SMALL if small else 0)
        self._weight = QFont.Weight.DemiBold if head else QFont.Weight.Normal
        self._needle = Needle()
        self._heights: dict[int, int] = {}
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        if small:
            self.setForegroundRole(MUTED)
        self.restyle()

    def say(self, text: str, needle: Needle | None = None) -> None:
        """Another text, and what is looked for in it."""
        if text != self.text():
            self._heights.clear()
            self.setText(text)
        self.mark(needle or Needle())

    def mark(self, needle: Needle) -> None:
        """What is looked for now; nothing takes the marks away."""
        if needle != self._needle:
            self._needle = needle
            self.update()

    def warn(self, wrong: bool) -> None:
        """In the colour of errors."""
        self.setForegroundRole(QPalette.ColorRole.BrightText if wrong else MUTED)

    def restyle(self) -> None:
        """Takes over font and colours of the theme."""
        self._set_font()
        self.update()

    def event(self, event: QEvent) -> bool:
        """The style sheet gives labels the font of the program when they are first shown."""
        handled = super().event(event)
        if event.type() == QEvent.Type.Polish:
            self._set_font()
        elif event.type() in _REMEASURED:
            self._heights.clear()
        return handled

    def heightForWidth(self, width: int) -> int:
        """Layouts ask again and again, and it is slow to measure."""
        known = self._heights.get(width)
        if known is None:
            known = self._heights[width] = super().heightForWidth(width)
        return known

    def paintEvent(self, event: QPaintEvent) -> None:
        """What is looked for stands on a ground of its own: painted, for as rich text it would be measured anew."""
        spans = list(self._needle.spans(self.text())) if self._needle else []
        if not spans:
            super().paintEvent(event)
            return
        area, layout = self.contentsRect(), self._laid_out(spans)
        above = (area.height() - layout.boundingRect().height()) / 2
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        layout.draw(painter, QPointF(area.left(), area.top() + round(above)))

    def _laid_out(self, spans: Sequence[tuple[int, int]]) -> QTextLayout:
        theme, text, formats = self._themes.theme, self.text(), []
        look = QTextCharFormat()
        look.setBackground(theme.sel)
        look.setForeground(theme.text)
        for start, end in spans:
            found = QTextLayout.FormatRange()
            found.start, found.length = _units(text[:start]), _units(text[start:end])
            found.format = look
            formats.append(found)
        # Separators of lines instead of breaks: those a layout of one paragraph does not know.
        layout = QTextLayout(text.replace("\n", "\u2028"), self.font())
        layout.setFormats(formats)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout.setTextOption(option)
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self.contentsRect().width())
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the words is one on what they stand for."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()
        super().mouseReleaseEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Taken, or the release would go elsewhere."""
        event.accept()

    def _set_font(self) -> None:
        if self._size:
            font = QFont(self.font())
            font.setPixelSize(round(self._size * self._themes.scale))
            font.setWeight(self._weight)
            self.setFont(font)
            self._heights.clear()


def _units(text: str) -> int:
    """How long Qt finds it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def in_words(setting: Setting[Any], value: Any) -> str:
    """A value as it stands in a tooltip."""
    for choice, text in setting.choices:
        if value == choice:
            return text
    if isinstance(value, bool):
        return translate("Preferences", "on") if value else translate("Preferences", "off")
    if isinstance(value, int | float):
        return numbers.written(setting, value)
    if not value:
        return translate("Preferences", "nothing")
    if setting.form is Form.PASSWORD:
        return translate("Preferences", "another password")
    if isinstance(value, tuple) and all(isinstance(text, str) for text in value):
        return shortened((" " if setting.form is Form.ARGUMENTS else ", ").join(value))
    return shortened(value) if isinstance(value, str) else _plain(value)


def _plain(value: Any) -> str:
    if isinstance(value, Enum):
        return str(value.value)
    return translate("Preferences", "as it came with Starling")
