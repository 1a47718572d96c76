# SPDX-License-Identifier: GPL-3.0-or-later
"""Dropping files and links anywhere in a window, which says by an outline that it takes them."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QColor, QDropEvent, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from starling.items import items_of
from starling.ui.edges import draw_edges
from starling.ui.theme import ThemeManager

_DRAGS = {QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.DragLeave, QEvent.Type.Drop}


class DropTarget(QObject):
    """Makes a window take what `items_of` understands; `open_items` gets it."""

    def __init__(self, window: QWidget, themes: ThemeManager, open_items: Callable[[list[str]], None]) -> None:
        """Create it once the window has its parts: fields that take text must leave files and links to it."""
        super().__init__(window)
        self._window = window
        self._open = open_items
        self.hint = DropHint(themes, window)
        window.setAcceptDrops(True)
        for widget in (window, *window.findChildren(QLineEdit)):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes drags that bring items; others go where they would."""
        kind = event.type()
        if kind not in _DRAGS:
            return False
        if kind == QEvent.Type.DragLeave:
            self.hint.hide()
            return False
        if not isinstance(event, QDropEvent) or event.source() is not None:
            return False  # what is dragged within Starling is there already
        items = items_of(event.mimeData())
        if not items:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.hint.setVisible(kind != QEvent.Type.Drop)
        if kind == QEvent.Type.Drop:
            self._open(items)
        return True


class DropHint(QWidget):
    """An outline in the accent over the whole window, and what letting go will do."""

    def __init__(self, themes: ThemeManager, window: QWidget, text: str = "") -> None:
        super().__init__(window)
        self._themes, self._host = themes, window
        self.text = text or self.tr("Drop to add")
        """What stands in the pill."""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAcceptDrops(False)
        self.hide()

    def setVisible(self, visible: bool) -> None:
        """Over everything in the window, as large as it is now."""
        if visible and not self.isVisible():
            self.setGeometry(self._host.rect())
            self.raise_()
        super().setVisible(visible)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A wash, the outline and a pill with the sentence."""
        theme, scale = self._themes.theme, self._themes.scale
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wash = QColor(theme.accent)
        wash.setAlphaF(0.08)
        painter.fillRect(self.rect(), wash)
        draw_edges(painter, self.rect(), max(1, round(3 * scale)), theme.accent)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        pill = QRect(
            0, 0, metrics.horizontalAdvance(self.text) + round(48 * scale), metrics.height() + round(18 * scale)
        )
        pill.moveCenter(self.rect().center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.accent)
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.setPen(theme.on_accent)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, self.text)
