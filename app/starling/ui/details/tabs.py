# SPDX-License-Identifier: GPL-3.0-or-later
"""The tab bar of the details: titles with a count or a warning beside them, and a line under the current one."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QTabBar

from starling.ui.cells import Context, draw_text
from starling.ui.column import Weight
from starling.ui.theme import ThemeManager, Token

HEIGHT = 37
_PADDING = 14
_GAP = 5
_LINE = 2


class Tabs(QTabBar):
    """Tabs that never change their width when another one is chosen."""

    def __init__(self, themes: ThemeManager, titles: list[str]) -> None:
        super().__init__()
        self._themes = themes
        self._notes: list[tuple[str, Token]] = []
        self._hovered = -1
        self._ctx: Context | None = None
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        for title in titles:
            self._notes.append(("", Token.MUTED))
            self.addTab(title)
        themes.changed.connect(self._forget)

    def note(self, index: int) -> str:
        """What stands beside a title."""
        return self._notes[index][0]

    def set_note(self, index: int, text: str, token: Token = Token.MUTED) -> None:
        """Put a count or a warning beside a title."""
        if self._notes[index] != (text, token):
            self._notes[index] = text, token
            self.setAccessibleTabName(index, f"{self.tabText(index)} {text}".strip())
            # The only way to have the sizes asked for again.
            self.setTabText(index, self.tabText(index))
            self.update()

    def tabSizeHint(self, index: int) -> QSize:  # noqa: N802 - Qt's name
        """As wide as the bold title and the note."""
        ctx = self._context
        width = 2 * ctx.px(_PADDING) + ctx.metrics[Weight.BOLD].horizontalAdvance(self.tabText(index))
        if note := self._notes[index][0]:
            width += ctx.px(_GAP) + ctx.metrics[Weight.MEDIUM].horizontalAdvance(note)
        return QSize(width, ctx.px(HEIGHT))

    def minimumTabSizeHint(self, index: int) -> QSize:  # noqa: N802 - Qt's name
        """Titles are not cut; where there is no room at all the bar scrolls."""
        return self.tabSizeHint(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Titles, notes, the line under the current tab, the ring of the keyboard."""
        painter, ctx = QPainter(self), self._context
        for index in range(self.count()):
            rect, current = self.tabRect(index), index == self.currentIndex()
            title = self.tabText(index)
            weight = Weight.BOLD if current else Weight.NORMAL
            token = Token.TEXT if current or index == self._hovered else Token.MUTED
            left = rect.left() + ctx.px(_PADDING)
            advance = ctx.metrics[weight].horizontalAdvance(title)
            draw_text(
                painter, QRect(left, rect.top(), advance + ctx.px(2), rect.height()), title, ctx, token, weight=weight
            )
            note, colour = self._notes[index]
            start = left + advance + ctx.px(_GAP)
            heavy = Weight.MEDIUM if colour is Token.ERR else Weight.NORMAL
            room = QRect(start, rect.top(), rect.right() - start + 1, rect.height())
            draw_text(painter, room, note, ctx, colour, weight=heavy)
            if current:
                inset, line = ctx.px(_PADDING - 5), ctx.px(_LINE)
                under = QRect(rect.left() + inset, rect.bottom() + 1 - line, rect.width() - 2 * inset, line)
                painter.fillRect(under, ctx.theme.accent)
                if self.hasFocus():
                    pen = painter.pen()
                    pen.setColor(ctx.theme.accent)
                    pen.setWidth(ctx.px(2))
                    painter.setPen(pen)
                    beside, radius = inset - ctx.px(3), ctx.px(4)
                    painter.drawRoundedRect(rect.adjusted(beside, ctx.px(5), -beside, -ctx.px(6)), radius, radius)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The title under the mouse stands out."""
        super().mouseMoveEvent(event)
        self._hover(self.tabAt(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """No title is under the mouse."""
        super().leaveEvent(event)
        self._hover(-1)

    def changeEvent(self, event: QEvent) -> None:
        """Another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._ctx = None

    @property
    def _context(self) -> Context:
        if self._ctx is None or self._ctx.ratio != self.devicePixelRatioF():
            self._ctx = Context(self._themes.theme, QFont(self.font()), self.devicePixelRatioF())
        return self._ctx

    def _hover(self, index: int) -> None:
        if index != self._hovered:
            self._hovered = index
            self.update()

    def _forget(self) -> None:
        self._ctx = None
        for index in range(self.count()):
            self.setTabText(index, self.tabText(index))
        self.update()
