# SPDX-License-Identifier: GPL-3.0-or-later
"""The speed graph: lines between round axes, a mark on each peak, and a cursor that tells of one moment."""

import math
from array import array

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from starling import formats, speed
from starling.speed import Series
from starling.ui.cells import INSET, Context, draw_text
from starling.ui.column import Align, Weight
from starling.ui.details import speedscale, speedwords
from starling.ui.details.painted import Painted
from starling.ui.details.speedaxes import Scene
from starling.ui.details.speedimage import Frame, Line, Picture, moment_at, place
from starling.ui.details.speedwords import Said
from starling.ui.notice import announce
from starling.ui.theme import ThemeManager, Token

_AXIS = 52
"""Pixels of the design at the left for the rates."""
_ABOVE, _BELOW = 22, 22
_TICK_EVERY = 34
_PAGE = 10
_LIMIT_SHOWN = 1.6
"""A limit that is further above the rates than this would only press them to the ground."""
_TOUCHED = 2.0


class SpeedGraph(Painted):
    """Shows one `Series`. Left and right move its cursor, as the mouse does."""

    cursor_moved = Signal()

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._series = speed.nothing()
        self._seconds = speed.PERIODS[1]
        self._lines = frozenset({Line.DOWN, Line.UP, Line.LIMITS})
        self._top = 0.0
        self._picture = Picture()
        self._layer = QImage()
        """Everything but the cursor; the same memory each second, for new memory costs more than what is put there."""
        self._stale = True
        self._small_context: Context | None = None
        self._cursor: float | None = None
        """The moment the cursor is on."""
        self._by_mouse = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Speed"))

    # -- what is shown

    @property
    def series(self) -> Series:
        """What is shown."""
        return self._series

    @property
    def top(self) -> float:
        """The rate at the upper edge."""
        return self._top

    def show_series(self, series: Series, seconds: int, lines: frozenset[Line]) -> None:
        """Show these lines of it; `seconds` is what the graph is wide. The same again costs nothing."""
        if (seconds, lines) != (self._seconds, self._lines):
            self._top = 0.0
        elif series.end == self._series.end and series.start == self._series.start and series == self._series:
            return
        self._series, self._seconds, self._lines = series, seconds, lines
        self._top = speedscale.next_top(
            self._top or speedscale.round_top(0, binary=formats.uses_binary()),
            self._highest(),
            binary=formats.uses_binary(),
        )
        if self._cursor is not None and series.index(self._cursor) is None and not self._by_mouse:
            self._cursor = None
        self._forget_layer()

    # -- the cursor

    @property
    def cursor_index(self) -> int | None:
        """The step that the cursor is on."""
        return None if self._cursor is None else self._series.index(self._cursor)

    def set_cursor_index(self, index: int | None) -> None:
        """Put the cursor on a step, or take it away."""
        self._by_mouse = False
        self._put(None if index is None else self._series.moment(index) + self._series.step / 2)

    def told(self) -> list[Said]:
        """What the cursor tells: the time, then each line's rate."""
        index = self.cursor_index
        return [] if index is None else speedwords.told(self._series, index, self._seconds, self._lines)

    # -- Qt's

    def sizeHint(self) -> QSize:
        """Enough for a few round numbers."""
        return QSize(self.ctx.px(480), self.ctx.px(180))

    def minimumSizeHint(self) -> QSize:
        """It can be squeezed."""
        return QSize(self.ctx.px(160), self.ctx.px(90))

    def restyled(self) -> None:
        """Everything is painted anew."""
        self._small_context = None
        self._forget_layer()
        super().restyled()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another picture."""
        super().resizeEvent(event)
        self._forget_layer()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture as it was made once a second, and the cursor on it."""
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        if self._stale or self._layer.devicePixelRatio() != ratio:
            self.paint_layer(ratio)
        painter.drawImage(QPoint(0, 0), self._layer)
        if self.hasFocus():
            # With the brush of what the cursor tells the ring would cover every line.
            painter.setPen(QPen(self.ctx.theme.accent, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.plot).adjusted(-0.5, -0.5, 0.5, 0.5))
        self._paint_cursor(painter)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The cursor follows."""
        plot, at = self.plot, event.position()
        if not plot.contains(at.toPoint()):
            self.leave_cursor()
            return
        self._by_mouse = True
        frame = self._frame(self.devicePixelRatioF())
        self._put(moment_at((at.x() - plot.left()) * frame.ratio, self._series, frame))

    def leaveEvent(self, event: QEvent) -> None:
        """So does what it told."""
        super().leaveEvent(event)
        self.leave_cursor()

    def leave_cursor(self) -> None:
        """The mouse is elsewhere."""
        if self._by_mouse:
            self._by_mouse = False
            self._put(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes, the cursor stays where it was put."""
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left, Right, Page Up, Page Down, Home and End move the cursor, Escape takes it away."""
        last = len(self._series) - 1
        index, key = self.cursor_index, event.key()
        steps = {
            Qt.Key.Key_Left: -self._stride,
            Qt.Key.Key_Right: self._stride,
            Qt.Key.Key_PageUp: -_PAGE * self._stride,
            Qt.Key.Key_PageDown: _PAGE * self._stride,
        }
        if last < 0:
            super().keyPressEvent(event)
            return
        if key in steps:
            start = last + 1 if index is None and steps[Qt.Key(key)] < 0 else -1 if index is None else index
            self.set_cursor_index(min(max(start + steps[Qt.Key(key)], 0), last))
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.set_cursor_index(0 if key == Qt.Key.Key_Home else last)
        elif key == Qt.Key.Key_Escape and index is not None:
            self.set_cursor_index(None)
        else:
            super().keyPressEvent(event)
            return
        if self.cursor_index is not None:
            announce(self, ", ".join(said.words for said in self.told()))

    # -- within

    @property
    def plot(self) -> QRect:
        """Where the lines are."""
        px = self.ctx.px
        return self.rect().adjusted(px(_AXIS), px(_ABOVE), -px(INSET), -px(_BELOW))

    @property
    def _stride(self) -> int:
        """Steps that a press of a key goes: at least two pixels, or it would not be seen to move."""
        return max(1, round(_TOUCHED * len(self._series) / max(1, self.plot.width())))

    @property
    def _small(self) -> Context:
        ctx = self.ctx
        if self._small_context is None or self._small_context.ratio != ctx.ratio:
            font = QFont(self.font())
            font.setPixelSize(ctx.px(11))
            self._small_context = Context(ctx.theme, font, ctx.ratio)
            self._small_context.scale = ctx.scale
        return self._small_context

    def _frame(self, ratio: float) -> Frame:
        plot = self.plot
        return Frame(
            max(1, round(plot.width() * ratio)),
            max(1, round(plot.height() * ratio)),
            self._seconds,
            self._top or 1.0,
            ratio,
            self._lines,
            tuple(round((plot.bottom() + 1 - self._y(value)) * ratio) for value in self._ticks[1:]),
        )

    @property
    def _ticks(self) -> list[float]:
        return speedscale.rate_ticks(self._top or 1.0, max(1, self.plot.height() // self._small.px(_TICK_EVERY)))

    def _highest(self) -> float:
        """The highest rate that is shown, or the limit above it if that is near."""
        down, up = self._series.down, self._series.up
        shown = (
            (Line.DOWN, down.peaks),
            (Line.UP, up.peaks),
            (Line.DOWN_OVERHEAD, down.overhead),
            (Line.UP_OVERHEAD, up.overhead),
        )
        highest = max((_highest(values) for line, values in shown if line in self._lines), default=0.0)
        if Line.LIMITS in self._lines:
            limits = (_highest(down.limit), _highest(up.limit))
            highest = max([highest, *(limit for limit in limits if limit <= highest * _LIMIT_SHOWN)])
        return highest

    def _forget_layer(self) -> None:
        self._stale = True
        self.update()

    def _put(self, moment: float | None) -> None:
        if moment != self._cursor:
            self._cursor = moment
            self.update()
            self.cursor_moved.emit()

    def paint_layer(self, ratio: float) -> None:
        """Paint everything but the cursor for a screen with so many pixels to a logical one."""
        size = self.size() * ratio
        if self._layer.size() != size:
            self._layer = QImage(size, QImage.Format.Format_RGB32)
        self._layer.setDevicePixelRatio(ratio)
        self._stale = False
        painter = QPainter(self._layer)
        # Around the picture, not below it: half of the time would go there.
        plot, frame = self.plot, self._frame(ratio)
        base, below = self.ctx.theme.base, plot.bottom() + 1
        painter.fillRect(0, 0, self.width(), plot.top(), base)
        painter.fillRect(0, below, self.width(), self.height() - below, base)
        painter.fillRect(0, plot.top(), plot.left(), plot.height(), base)
        painter.fillRect(plot.right() + 1, plot.top(), self.width() - plot.right() - 1, plot.height(), base)
        if not len(self._series):
            painter.fillRect(plot, base)
        else:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
            painter.drawImage(plot.topLeft(), self._picture.image(self._series, frame, self.ctx.theme))
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
            scene = Scene(self._series, frame, plot, self.width(), self._ticks, self._small)
            scene.axes(painter)
            taken: list[QRect] = []
            for line, flow, token in ((Line.DOWN, self._series.down, Token.DOWN), (Line.UP, self._series.up, Token.UP)):
                if line in self._lines:
                    scene.peak(painter, flow, token, taken)
        painter.end()

    def _paint_cursor(self, painter: QPainter) -> None:
        index, series, plot, ctx = self.cursor_index, self._series, self.plot, self._small
        if index is None:
            return
        x = plot.left() + place(series.moment(index) + series.step / 2, series, self._frame(1.0))
        painter.fillRect(x, plot.top(), 1, plot.height(), ctx.theme.muted)
        if series.ran(index):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            for line, flow, token in ((Line.DOWN, series.down, Token.DOWN), (Line.UP, series.up, Token.UP)):
                if line in self._lines:
                    painter.setBrush(ctx.colours[token])
                    painter.drawEllipse(QPointF(x + 0.5, self._y(flow.payload[index])), ctx.px(3), ctx.px(3))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self._paint_told(painter, x)

    def _paint_told(self, painter: QPainter, x: int) -> None:
        ctx, plot, said = self.ctx, self.plot, self.told()
        height = ctx.metrics[Weight.NORMAL].height()
        padding = ctx.px(8)
        width = max(ctx.metrics[line.weight].horizontalAdvance(line.words) for line in said) + 2 * padding + ctx.px(2)
        box = QRect(x + ctx.px(10), plot.top() + ctx.px(4), width, height * len(said) + padding)
        if box.right() > plot.right():
            box.moveRight(x - ctx.px(10))
        # In a low pane it takes the room of the axes too.
        box.moveTop(max(0, min(box.top(), self.height() - box.height() - 1)))
        painter.setPen(QPen(ctx.theme.edge, 1))
        painter.setBrush(ctx.theme.base)
        painter.drawRect(box)
        for number, line in enumerate(said):
            top = box.top() + padding // 2 + number * height
            rect = QRect(box.left() + padding, top, box.width() - 2 * padding + ctx.px(2), height)
            draw_text(painter, rect, line.words, ctx, line.token, Align.LEFT, line.weight)

    def _y(self, rate: float) -> float:
        plot = self.plot
        return plot.bottom() + 1 - plot.height() * rate / (self._top or 1.0)


def _highest(values: "array[float]") -> float:
    # A NaN is the largest only where it is the first: it is never more than another.
    if values and not math.isnan(values[0]):
        return max(values)
    return max((value for value in values if not math.isnan(value)), default=0.0)
