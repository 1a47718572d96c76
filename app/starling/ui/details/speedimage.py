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
_CLEAR, _FILL, _BEST, _HATCH = range(4)
_INK = {
    line: 4 + number * _LEVELS for number, line in enumerate((Line.DOWN, Line.UP, Line.DOWN_OVERHEAD, Line.UP_OVERHEAD))
}
"""The first of the palette's entries of a line: from faint to opaque."""
_DOWN_LIMIT, _UP_LIMIT = 4 + 4 * _LEVELS, 5 + 4 * _LEVELS
_FILLED, _BEST_FILLED, _HATCHED = 0.2, 0.1, 0.2
_DASH, _DASH_ON = 10, 6
_DOT, _DOT_ON = 5, 2
_HATCH_EVERY = 7
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
        """The lines, on nothing."""
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
        image = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
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
    seconds = frame.seconds / frame.width
    grid = _Grid(first, count, (first * seconds - series.start) / step - 0.5, seconds / step)
    high = height / frame.top

    def spans(values: "array[float]", line: Line) -> list[Span]:
        return _spans(values, grid, high) if line in frame.lines else [None] * count

    ran = _spans(series.down.payload, grid, high)
    best = spans(series.down.peaks, Line.DOWN) if step > 1 else [None] * count
    strokes = [
        _Stroke.of(line, spans(values, line), frame)
        for line, values in (
            (Line.DOWN_OVERHEAD, series.down.overhead),
            (Line.UP_OVERHEAD, series.up.overhead),
            (Line.DOWN, series.down.payload),
            (Line.UP, series.up.payload),
        )
        if line in frame.lines
    ]
    filled = bytes([_FILL]) * height + bytes(height)
    every = round(_HATCH_EVERY * ratio)
    hatches = [_hatch(height, phase, every) for phase in range(every)]
    shows_down = Line.DOWN in frame.lines
    found = []
    for at in range(count):
        span = ran[at]
        if span is None:
            found.append(hatches[(first + at) % every])
            continue
        if shows_down:
            level = min(height, int(span[0]))
            row = bytearray(filled[height - level : 2 * height - level])
            if (peak := best[at]) is not None and (reach := min(height, int(peak[1]))) > level:
                row[level:reach] = bytes([_BEST]) * (reach - level)
        else:
            row = bytearray(height)
        for stroke in strokes:
            stroke.draw(row, at, first + at)
        found.append(bytes(row))
    if Line.LIMITS in frame.lines:
        for values, ink in ((series.down.limit, _DOWN_LIMIT), (series.up.limit, _UP_LIMIT)):
            _dot(found, values, ran, grid, frame, ink)
    return found


@dataclass(slots=True)
class _Stroke:
    """A line through columns."""

    spans: list[Span]
    inks: bytes
    half: float
    """Of its thickness."""
    height: int
    dash: int
    """Device pixels from one dash to the next; 0 for none."""
    on: int
    steep: float
    """What is as high as this is drawn between dashes too: a single peak may lie there."""

    @classmethod
    def of(cls, line: Line, spans: list[Span], frame: Frame) -> "_Stroke":
        dashed = line in (Line.UP, Line.UP_OVERHEAD)
        ratio = frame.ratio
        return cls(
            spans,
            bytes(range(_INK[line], _INK[line] + _LEVELS)),
            max(1.0, _WIDTHS[line] * ratio) / 2,
            frame.height,
            round(_DASH * ratio) if dashed else 0,
            round(_DASH_ON * ratio),
            _DASH_ON * ratio,
        )

    def draw(self, row: bytearray, at: int, column: int) -> None:
        """Its pixels in a column, fading at both ends."""
        span = self.spans[at]
        if span is None:
            return
        low, high = span
        if self.dash and column % self.dash >= self.on and high - low < self.steep:
            return
        # It keeps its thickness at the very bottom and top.
        upper = min(max(high + self.half, 2 * self.half), self.height)
        lower = max(0.0, min(low - self.half, upper - 2 * self.half))
        first, last = math.ceil(lower), int(upper)
        if last > first:
            row[first:last] = self.inks[-1:] * (last - first)
        if last < self.height and (level := int((upper - last) * _LEVELS)):
            row[last] = self.inks[level - 1]
        if first > 0 and (level := int((first - lower) * _LEVELS)):
            row[first - 1] = self.inks[level - 1]


def _spans(values: "array[float]", grid: _Grid, high: float) -> list[Span]:
    """Lowest and highest pixel of each column, joined to the column before."""
    holes = math.isnan(sum(values))
    if grid.per_column < 1:
        return _interpolated(values, grid, high)
    count, end = grid.count, len(values)
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
        index = round(grid.begin + (number + 0.5) * grid.per_column)
        if (
            ran[number] is None
            or (grid.first + number) % dot >= on
            or not 0 <= index < len(values)
            or math.isnan(values[index])
        ):
            continue
        level = int(values[index] * frame.height / frame.top)
        if level + thick <= frame.height:
            row = bytearray(columns[number])
            row[level : level + thick] = bytes([ink]) * thick
            columns[number] = bytes(row)


def _hatch(height: int, phase: int, every: int) -> bytes:
    row = bytearray(height)
    for at in range((every - phase) % every, height, every):
        row[at] = _HATCH
    return bytes(row)


def _palette(theme: Theme) -> list[int]:
    found = [0, _faded(theme.down, _FILLED), _faded(theme.down, _BEST_FILLED), _faded(theme.faint, _HATCHED)]
    for colour in (theme.down, theme.up, theme.warn, theme.warn):
        found += [_faded(colour, step / _LEVELS) for step in range(1, _LEVELS)] + [colour.rgba()]
    return [*found, theme.down.rgba(), theme.up.rgba()]


def _faded(colour: QColor, share: float) -> int:
    faded = QColor(colour)
    faded.setAlphaF(share)
    return faded.rgba()
