# SPDX-License-Identifier: GPL-3.0-or-later
"""The lines of the speed graph, column by column of pixels into one image.

Qt's own painter needs 1 ms for a line of 3,600 points one pixel wide, and 250 ms to fill the area below it. Here a
column is a row of bytes, made once and moved along as time goes on: each second a few of them are new. Columns stand
at fixed moments, so that a rate looks the same wherever it is by then.
"""

import math
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtGui import QColor, QImage, QTransform

from starling.speed import Series
from starling.ui.theme import Theme


class Line(Enum):
    """What can be drawn; the values name it in saved states."""

    DOWN = "down"
    UP = "up"
    DOWN_OVERHEAD = "down_overhead"
    UP_OVERHEAD = "up_overhead"
    LIMITS = "limits"


_LEVELS = 4
"""Steps of opacity in which a line fades at its upper and lower edge."""
_CLEAR, _FILL, _BEST, _HATCH, _GRID, _GRID_FILLED = range(6)
_INK = {
    line: 6 + number * _LEVELS for number, line in enumerate((Line.DOWN, Line.UP, Line.DOWN_OVERHEAD, Line.UP_OVERHEAD))
}
"""The first of the palette's entries of a line: from faint to opaque."""
_DOWN_LIMIT, _UP_LIMIT = 6 + 4 * _LEVELS, 7 + 4 * _LEVELS
_FILLED, _BEST_FILLED, _HATCHED = 0.2, 0.1, 0.2
_DASH, _DASH_ON = 10, 6
_DOT, _DOT_ON = 5, 2
HATCH_EVERY = 7
"""Pixels of the design between two lines of a time of which nothing is known."""
_WIDTHS = {Line.DOWN: 1.5, Line.UP: 1.5, Line.DOWN_OVERHEAD: 1.0, Line.UP_OVERHEAD: 1.0}
_UNSETTLED = 20
"""Seconds at the end whose rates may be others a moment later."""

Span = tuple[float, float] | None
"""Lowest and highest rate within a column; None where nothing is known."""


class Frame(NamedTuple):
    """What a picture is made for."""

    width: int
    """Device pixels, as `height`."""
    height: int
    seconds: int
    top: float
    ratio: float
    """Device pixels of a logical one."""
    lines: frozenset[Line]
    grid: tuple[int, ...] = ()
    """Heights of the lines behind everything, in device pixels from below."""


@dataclass(slots=True)
class _Grid:
    """Where columns lie among the values."""

    first: int
    """The first column, counted from the beginning of time."""
    count: int
    begin: float
    """Place of its left edge among the values; the middle of the first value is 0."""
    per_column: float
    """Values that a column holds."""


class Picture:
    """Keeps the columns of the last image, and makes those that are new."""

    def __init__(self) -> None:
        self._frame: Frame | None = None
        self._series: Series | None = None
        self._first = 0
        self._columns: list[bytes] = []

    def image(self, series: Series, frame: Frame, theme: Theme) -> QImage:
        """The lines on their grid; nothing shines through."""
        last = _column_of(series.end, frame)
        first = last - frame.width
        kept = self._kept(series, frame, first)
        fresh = _columns(series, frame, first + len(kept), frame.width - len(kept))
        self._columns = kept + fresh
        self._frame, self._series, self._first = frame, series, first
        data = b"".join(self._columns)
        image = QImage(data, frame.height, frame.width, frame.height, QImage.Format.Format_Indexed8)
        image.setColorTable(_palette(theme))
        image = image.transformed(QTransform().rotate(-90))
        image = image.convertToFormat(QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(frame.ratio)
        return image

    def _kept(self, series: Series, frame: Frame, first: int) -> list[bytes]:
        """The columns from `first` on that are what they were."""
        before = self._series
        if frame != self._frame or before is None or before.step != series.step or first < self._first:
            return []
        moved = (series.start - before.start) // series.step
        settled = len(before) - _UNSETTLED // series.step - 1 - moved
        if moved < 0 or settled <= 0 or not _same(before, series, moved, settled):
            return []
        # The one that holds the last settled value is touched by the next.
        until = _column_of(series.moment(settled), frame) - 2
        return self._columns[first - self._first : max(0, until - self._first)]


def _same(before: Series, series: Series, moved: int, count: int) -> bool:
    """Whether `count` values are what they were; by their bytes, for a gap does not equal a gap."""
    for old, new in ((before.down, series.down), (before.up, series.up)):
        for then, now in (
            (old.payload, new.payload),
            (old.overhead, new.overhead),
            (old.peaks, new.peaks),
            (old.limit, new.limit),
        ):
            if then[moved : moved + count].tobytes() != now[:count].tobytes():
                return False
    return True


def _column_of(moment: float, frame: Frame) -> int:
    return math.floor(moment * frame.width / frame.seconds)


def place(moment: float, series: Series, frame: Frame) -> int:
    """The column of a moment, from the left edge; it may lie outside."""
    return _column_of(moment, frame) - _column_of(series.end, frame) + frame.width


def moment_at(column: float, series: Series, frame: Frame) -> float:
    """The moment of a column."""
    return (_column_of(series.end, frame) - frame.width + column + 0.5) * frame.seconds / frame.width


def _columns(series: Series, frame: Frame, first: int, count: int) -> list[bytes]:
    if count <= 0:
        return []
    height, ratio, step = frame.height, frame.ratio, series.step
    # In whole numbers first: seconds since 1970 leave little room behind the point.
    begin = (first * frame.seconds - series.start * frame.width) / (frame.width * step) - 0.5
    grid = _Grid(first, count, begin, frame.seconds / frame.width / step)
    high = height / frame.top

    known: dict[int, list[Span]] = {}

    def spans(values: "array[float]") -> list[Span]:
        if id(values) not in known:
            known[id(values)] = _spans(values, grid, high)
        return known[id(values)]

    ran = spans(series.down.payload)
    hatches = _hatches(height, round(HATCH_EVERY * ratio))
    if Line.DOWN in frame.lines:
        rows = _filled(ran, spans(series.down.peaks) if step > 1 else None, frame)
    else:
        rows = _filled([None] * count, None, frame)
    for line, values in (
        (Line.DOWN_OVERHEAD, series.down.overhead),
        (Line.UP_OVERHEAD, series.up.overhead),
        (Line.DOWN, series.down.payload),
        (Line.UP, series.up.payload),
    ):
        if line in frame.lines:
            _stroke(rows, spans(values), line, frame, first)
    found = [
        bytes(row) if span is not None else hatches[(first + at) % len(hatches)]
        for at, (row, span) in enumerate(zip(rows, ran, strict=True))
    ]
    if Line.LIMITS in frame.lines:
        for values, ink in ((series.down.limit, _DOWN_LIMIT), (series.up.limit, _UP_LIMIT)):
            _dot(found, values, ran, grid, frame, ink)
    return found


def _filled(spans: list[Span], best: list[Span] | None, frame: Frame) -> list[bytearray]:
    """Columns filled up to the line, and more lightly up to the best second."""
    height = frame.height
    clear, full = bytearray(height), bytearray([_FILL]) * height
    for level in frame.grid:
        for at in range(level, min(height, level + max(1, round(frame.ratio)))):
            clear[at], full[at] = _GRID, _GRID_FILLED
    rows = []
    for at, span in enumerate(spans):
        level = 0 if span is None else min(height, int(span[0]))
        row = full[:level] + clear[level:]
        peak = None if best is None else best[at]
        if peak is not None and (reach := min(height, int(peak[1]))) > level:
            row[level:reach] = bytes([_BEST]) * (reach - level)
        rows.append(row)
    return rows


def _stroke(rows: list[bytearray], spans: list[Span], line: Line, frame: Frame, column: int) -> None:
    """A line through columns, of which the first is `column`; it fades at both edges."""
    height, ratio = frame.height, frame.ratio
    half = max(1.0, _WIDTHS[line] * ratio) / 2
    thick = 2 * half
    ink = _INK[line] - 1
    solid = bytes([ink + _LEVELS]) * height
    dash = round(_DASH * ratio) if line in (Line.UP, Line.UP_OVERHEAD) else 0
    on = round(_DASH_ON * ratio)
    for at, span in enumerate(spans):
        if span is None:
            continue
        low, high = span
        # What is steep is drawn between dashes too: a single peak may lie there.
        if dash and (column + at) % dash >= on and high - low < on:
            continue
        # It keeps its thickness at the very bottom and top.
        upper = high + half
        if upper < thick:
            upper = thick
        elif upper > height:
            upper = height
        lower = low - half
        lower = min(lower, upper - thick)
        lower = max(lower, 0)
        row, first, last = rows[at], int(lower), int(upper)
        if level := int((first + 1 - lower) * _LEVELS) % _LEVELS:
            row[first] = ink + level
            first += 1
        elif lower > first:
            first += 1
        if last > first:
            row[first:last] = solid[: last - first]
        if last < height and (level := int((upper - last) * _LEVELS)):
            row[last] = ink + level


def _spans(values: "array[float]", grid: _Grid, high: float) -> list[Span]:
    """Lowest and highest pixel of each column, joined to the column before."""
    if grid.per_column < 1:
        return _interpolated(values, grid, high)
    count, end = grid.count, len(values)
    holes = math.isnan(sum(values[max(0, math.floor(grid.begin)) :]))
    bounds = [math.ceil(grid.begin + number * grid.per_column) for number in range(count + 1)]
    found: list[Span] = []
    for number in range(count):
        first, last = bounds[number], bounds[number + 1]
        if last <= 0 or first >= end:
            found.append(None)
            continue
        part: Sequence[float] = values[max(0, first - 1) : last]
        if holes:
            if all(map(math.isnan, part[first > 0 :])):
                found.append(None)
                continue
            part = [value for value in part if not math.isnan(value)]
        found.append((min(part) * high, max(part) * high))
    return found


def _interpolated(values: "array[float]", grid: _Grid, high: float) -> list[Span]:
    """The same where a value is wider than a column."""
    end = len(values)
    edges = [_between(values, grid.begin + number * grid.per_column, end) for number in range(grid.count + 1)]
    found: list[Span] = []
    for number in range(grid.count):
        low, other = edges[number], edges[number + 1]
        if math.isnan(low) or math.isnan(other):
            found.append(None)
            continue
        if low > other:
            low, other = other, low
        vertex = math.floor(grid.begin + (number + 1) * grid.per_column)
        if 0 <= vertex < end and vertex > grid.begin + number * grid.per_column:
            low, other = min(low, values[vertex]), max(other, values[vertex])
        found.append((low * high, other * high))
    return found


def _between(values: "array[float]", at: float, end: int) -> float:
    index = math.floor(at)
    share = at - index
    if index < 0 or index >= end - 1:
        # Half a step before the first and after the last one are theirs.
        if -0.5 <= at < 0 and end:
            return values[0]
        return values[end - 1] if end - 1 <= at <= end - 0.5 and end else math.nan
    before, after = values[index], values[index + 1]
    if math.isnan(before):
        return after if share >= 0.5 else math.nan
    if math.isnan(after):
        return before if share < 0.5 else math.nan
    return before + (after - before) * share


def _dot(columns: list[bytes], values: "array[float]", ran: list[Span], grid: _Grid, frame: Frame, ink: int) -> None:
    """A dotted line where there is a limit that the graph reaches up to."""
    if all(map(math.isnan, values)):
        return
    thick, dot, on = (max(1, round(length * frame.ratio)) for length in (1.5, _DOT, _DOT_ON))
    for number in range(grid.count):
        if ran[number] is None or (grid.first + number) % dot >= on:
            continue
        index = round(grid.begin + (number + 0.5) * grid.per_column)
        if not 0 <= index < len(values) or math.isnan(values[index]):
            continue
        level = int(values[index] * frame.height / frame.top)
        if level + thick <= frame.height:
            row = bytearray(columns[number])
            row[level : level + thick] = bytes([ink]) * thick
            columns[number] = bytes(row)


@lru_cache(maxsize=4)
def _hatches(height: int, every: int) -> list[bytes]:
    """The columns of a time of which nothing is known, in turn."""
    turns = [bytes([_HATCH]) + bytes(every - 1)]
    turns += [turns[0][-phase:] + turns[0][:-phase] for phase in range(1, every)]
    return [(turn * (height // every + 1))[:height] for turn in turns[:1] + turns[:0:-1]]


def _palette(theme: Theme) -> list[int]:
    def over(colour: QColor, share: float, ground: QColor = theme.base) -> QColor:
        pairs = (
            (colour.red(), ground.red()),
            (colour.green(), ground.green()),
            (colour.blue(), ground.blue()),
        )
        return QColor(*(round(one * share + other * (1 - share)) for one, other in pairs))

    found = [theme.base, over(theme.down, _FILLED), over(theme.down, _BEST_FILLED), over(theme.faint, _HATCHED)]
    found += [theme.line, over(theme.down, _FILLED, theme.line)]
    for colour in (theme.down, theme.up, theme.warn, theme.warn):
        found += [over(colour, step / _LEVELS) for step in range(1, _LEVELS + 1)]
    return [colour.rgb() for colour in (*found, theme.down, theme.up)]
