# SPDX-License-Identifier: GPL-3.0-or-later
"""The week as a grid of hours: painted with the mouse or the keyboard."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QLocale, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from starling.schedule import DAYS, HOURS, Mode, Schedule
from starling.ui import schedulewords
from starling.ui.notice import announce
from starling.ui.theme import Theme, ThemeManager

_ROW, _LEAST, _TYPE = 26, 13, 12
"""Pixels of the design: height of a row, least width of an hour, size of the heads."""
_HEAD = -1
"""The row of hours, and the column of days: painted there, the whole column or row is."""
_SHARE = {Mode.FULL: 1.0, Mode.LIMITED: 0.5, Mode.SEEDING: 0.0, Mode.PAUSED: 0.0}
"""How much of a cell is filled: as in all strips, height says how much, and the rest has a mark."""
_NUMBERS = dict(zip((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4), Mode, strict=True))
_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class Place(NamedTuple):
    """A cell: row from the first day of the week, hour; -1 is a head."""

    row: int
    hour: int


def draw_mode(painter: QPainter, rect: QRectF, mode: Mode, theme: Theme) -> None:
    """A cell of this mode: full, half full, an arrow up, two bars."""
    painter.fillRect(rect, theme.miss)
    height = rect.height() * _SHARE[mode]
    painter.fillRect(QRectF(rect.left(), rect.bottom() - height, rect.width(), height), theme.have)
    middle, size = rect.center(), min(rect.width(), rect.height()) * 0.28
    if mode is Mode.SEEDING:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.up, max(1.5, size / 2.5)))
        tip = middle - _down(size)
        painter.drawLine(tip, middle + _down(size))
        painter.drawLine(tip, tip + _down(size * 0.8) - _right(size * 0.8))
        painter.drawLine(tip, tip + _down(size * 0.8) + _right(size * 0.8))
    elif mode is Mode.PAUSED:
        for side in (-0.6, 0.6):
            bar = QRectF(0, 0, max(1.5, size * 0.45), size * 1.8)
            bar.moveCenter(middle + _right(side * size))
            painter.fillRect(bar, theme.muted)


class ScheduleGrid(QWidget):
    """Shows a schedule and has a brush; one stroke is one change."""

    painted = Signal(object)
    """The `Schedule` as it is after a stroke."""
    brush_changed = Signal(object)
    """The `Mode` that is painted with from now on."""
    looked_at = Signal(str)
    """What stands in the cell under the mouse or the cursor; empty for nothing."""

    def __init__(self, themes: ThemeManager) -> None:
        super().__init__()
        self._themes = themes
        self.schedule = Schedule()
        self.brush = Mode.LIMITED
        self.cursor_place = Place(0, 0)
        self._anchor = Place(0, 0)
        """Where the selection begins that ends at the cursor."""
        self._stroke: Place | None = None
        """Where the mouse was pressed."""
        self._ringed = False
        first = QLocale().firstDayOfWeek().value - 1
        self._days = [(first + row) % DAYS for row in range(DAYS)]
        """Row -> day, 0 = Monday."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self._restyle)
        self._restyle()

    def show_schedule(self, schedule: Schedule) -> None:
        """Another one is in force."""
        self.schedule = schedule
        self.update()
        self._tell(spoken=False)

    def set_brush(self, mode: Mode) -> None:
        """Paints with another mode from now on."""
        if mode is not self.brush:
            self.brush = mode
            self.brush_changed.emit(mode)

    def rect_of(self, place: Place) -> QRect:
        """Where a cell or a head stands."""
        left, top = self._head, self._row
        width = (self.width() - left - 1) / HOURS
        if place.hour == _HEAD:
            columns = (0, left)
        else:
            columns = (round(left + place.hour * width), round(left + (place.hour + 1) * width))
        rows = (0, top) if place.row == _HEAD else (top + place.row * self._row, top + (place.row + 1) * self._row)
        return QRect(QPoint(columns[0], rows[0]), QSize(columns[1] - columns[0], rows[1] - rows[0]))

    def words(self, place: Place) -> str:
        """What a cell or a head stands for."""
        where = self._where(place)
        modes = {self.schedule.hours[day * HOURS + hour] for day, hour in self._cells(place, place)}
        what = schedulewords.mode(modes.pop()) if len(modes) == 1 else self.tr("different")
        return self.tr("{hours}: {mode}").format(hours=where, mode=what)

    # -- Qt's

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """So that every mark can be told from the others."""
        return QSize(self._head + round(_LEAST * self._themes.scale) * HOURS + 1, self._row * (DAYS + 1) + 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begins a stroke."""
        place = self._at(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and place is not None:
            self._ringed = False
            self._stroke = self._anchor = self.cursor_place = place
            self._look(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Goes on with it, or only looks."""
        place = self._at(event.position().toPoint(), clamp=self._stroke is not None)
        if self._stroke is not None and place is not None:
            self.cursor_place = self._along(self._stroke, place)
        self._look(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The stroke is done."""
        if event.button() is Qt.MouseButton.LeftButton and self._stroke is not None:
            self._stroke = None
            self._paint(self.brush)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is looked at any more but what has the keyboard."""
        super().leaveEvent(event)
        self._look(self.cursor_place if self.hasFocus() else None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The cursor is seen, unless it was the mouse."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self._ringed = True
            self._tell()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """And not any more."""
        super().focusOutEvent(event)
        self._stroke = None
        self._look(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, with Shift they select; Space and 1 to 4 paint; Esc gives up a stroke."""
        key = Qt.Key(event.key())
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in _STEPS:
            down, right = _STEPS[key]
            self._go(Place(self.cursor_place.row + down, self.cursor_place.hour + right), select=shift)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(Place(self.cursor_place.row, 0 if key is Qt.Key.Key_Home else HOURS - 1), select=shift)
        elif key is Qt.Key.Key_Space:
            self._paint(self.brush)
        elif key in _NUMBERS:
            self.set_brush(_NUMBERS[key])
            self._paint(self.brush)
        elif key is Qt.Key.Key_Escape and self._stroke is not None:
            self._stroke = None
            self._anchor = self.cursor_place
            self.update()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Heads, hours, what is being painted, and the cursor."""
        painter, theme = QPainter(self), self._themes.theme
        if not self.isEnabled():
            painter.setOpacity(0.45)
        chosen = set(self._cells(self._anchor, self.cursor_place))
        stroke = chosen if self._stroke is not None else set()
        self._paint_heads(painter, theme.muted)
        gap = max(1, round(self._themes.scale))
        for row, day in enumerate(self._days):
            for hour in range(HOURS):
                mode = self.brush if (day, hour) in stroke else self.schedule.hours[day * HOURS + hour]
                rect = QRectF(self.rect_of(Place(row, hour))).adjusted(gap, gap, 0, 0)
                painter.save()
                draw_mode(painter, rect, mode, theme)
                painter.restore()
        if self.hasFocus() and self._ringed:
            cover = self.rect_of(self._anchor).united(self.rect_of(self.cursor_place))
            for place in (self._anchor, self.cursor_place):
                if place.row == _HEAD:
                    cover.setBottom(self.height() - 1)
                if place.hour == _HEAD:
                    cover.setRight(self.width() - 1)
            # Seen on filled cells too.
            painter.setPen(QPen(theme.base, 4))
            painter.drawRect(cover.adjusted(2, 2, -2, -2))
            painter.setPen(QPen(theme.accent, 2))
            painter.drawRect(cover.adjusted(1, 1, -1, -1))

    # -- within

    def _paint_heads(self, painter: QPainter, colour: QColor) -> None:
        painter.setFont(self._font)
        painter.setPen(colour)
        locale, scale = QLocale(), self._themes.scale
        middle = Qt.AlignmentFlag.AlignVCenter
        for row, day in enumerate(self._days):
            rect = self.rect_of(Place(row, _HEAD)).adjusted(0, 0, -round(8 * scale), 0)
            painter.drawText(rect, middle | Qt.AlignmentFlag.AlignLeft, locale.standaloneDayName(day + 1))
        room = painter.fontMetrics().horizontalAdvance("00") + round(3 * scale)
        every = next(n for n in (1, 2, 3, 6) if n == 6 or self.rect_of(Place(_HEAD, 0)).width() * n >= room)
        for hour in range(0, HOURS, every):
            rect = self.rect_of(Place(_HEAD, hour))
            rect.setWidth(rect.width() * every)
            # An hour begins at its left edge.
            painter.drawText(rect.adjusted(round(2 * scale), 0, 0, 0), middle | Qt.AlignmentFlag.AlignLeft, str(hour))

    def _at(self, point: QPoint, *, clamp: bool = False) -> Place | None:
        places = [self._band(point.y(), DAYS, self._row_edge), self._band(point.x(), HOURS, self._hour_edge)]
        if clamp:
            most = (DAYS - 1, HOURS - 1)
            return Place(*(min(max(place, _HEAD), top) for place, top in zip(places, most, strict=True)))
        row, hour = places
        inside = row < DAYS and hour < HOURS and self.rect().contains(point)
        return Place(row, hour) if inside else None

    def _row_edge(self, row: int) -> int:
        return self.rect_of(Place(row, 0)).top()

    def _hour_edge(self, hour: int) -> int:
        return self.rect_of(Place(0, hour)).left()

    def _band(self, position: int, count: int, edge: Callable[[int], int]) -> int:
        return next((n - 1 for n in range(count + 1) if position < edge(n)), count)

    def _along(self, begin: Place, place: Place) -> Place:
        """A stroke that began on a head stays on it, and one among the hours among them."""
        row = _HEAD if begin.row == _HEAD else max(place.row, 0)
        return Place(row, _HEAD if begin.hour == _HEAD else max(place.hour, 0))

    def _cells(self, begin: Place, end: Place) -> list[tuple[int, int]]:
        """(Day, hour) of all that lie between two places; heads stand for all behind them."""
        rows = range(DAYS) if _HEAD in (begin.row, end.row) else range(*_span(begin.row, end.row))
        hours = range(HOURS) if _HEAD in (begin.hour, end.hour) else range(*_span(begin.hour, end.hour))
        return [(self._days[row], hour) for row in rows for hour in hours]

    def _go(self, place: Place, *, select: bool) -> None:
        self._ringed = True
        low = 0 if select and _HEAD not in self._anchor else _HEAD
        place = Place(min(max(place.row, low), DAYS - 1), min(max(place.hour, low), HOURS - 1))
        self.cursor_place = self._along(self._anchor, place) if select else place
        if not select:
            self._anchor = place
        self._tell()

    def _paint(self, mode: Mode) -> None:
        after = self.schedule.painted(self._cells(self._anchor, self.cursor_place), mode)
        if self._ringed is False:
            # The mouse leaves no selection behind.
            self._anchor = self.cursor_place
        self.update()
        if after != self.schedule:
            self.schedule = after
            self.painted.emit(after)
        self._tell()

    def _tell(self, *, spoken: bool = True) -> None:
        words = self.words(self.cursor_place)
        self.setAccessibleDescription(words)
        if self.hasFocus():
            self._look(self.cursor_place)
            if spoken:
                announce(self, words)

    def _look(self, place: Place | None) -> None:
        self.looked_at.emit("" if place is None else self.words(place))
        self.update()

    def _where(self, place: Place) -> str:
        locale = QLocale()
        day = locale.standaloneDayName(self._days[place.row] + 1) if place.row != _HEAD else self.tr("Every day")
        if place.hour == _HEAD:
            return day
        times = (f"{hour % HOURS}:00" if hour < HOURS else "24:00" for hour in (place.hour, place.hour + 1))
        return self.tr("{day}, {begin} to {end}").format(day=day, **dict(zip(("begin", "end"), times, strict=True)))

    def _restyle(self) -> None:
        scale = self._themes.scale
        self._font = QFont(self.font())
        self._font.setPixelSize(round(_TYPE * scale))
        self._row = round(_ROW * scale)
        names = [QLocale().standaloneDayName(day + 1) for day in range(DAYS)]
        self._head = max(map(QFontMetrics(self._font).horizontalAdvance, names)) + round(12 * scale)
        self.updateGeometry()
        self.update()


def _span(one: int, other: int) -> tuple[int, int]:
    return min(one, other), max(one, other) + 1


def _down(length: float) -> QPointF:
    return QPointF(0, length)


def _right(length: float) -> QPointF:
    return QPointF(length, 0)
