# SPDX-License-Identifier: GPL-3.0-or-later
"""Six hours of announces as marks: a dot for an answer, a triangle for one with a flaw, a cross for a failure."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from starling.i18n import Counted, translate
from starling.tracker import Announce
from starling.ui.cells import Context
from starling.ui.details.tracker_rounds import Mark, Round, in_part, mark_of, round_words, rounds
from starling.ui.details.tracker_words import clock
from starling.ui.theme import Token

SPAN = 6 * 3600.0
"""Seconds that are shown."""
_STEP = 20
"""Seconds after which marks in a table move on: a small part of a pixel."""
_MARK = 8
_CROSS = 3.2


COLOURS = {Mark.ANSWERED: Token.OK, Mark.WARNED: Token.WARN, Mark.FAILED: Token.ERR}


class Timeline(Counted):
    """Counted texts."""


class Spot(NamedTuple):
    """One mark: where it stands, and the rounds of announces it stands for."""

    x: float
    mark: Mark
    rounds: tuple[Round, ...]

    @property
    def announces(self) -> list[Announce]:
        """All of them, the oldest round first."""
        return [announce for one in self.rounds for announce in one]

    @property
    def peers(self) -> int | None:
        """The most that one of them gave; None if none was answered."""
        return max((a.peers for a in self.announces if a.peers is not None and not a.failed), default=None)

    def words(self, *, both: bool) -> str:
        """One line for each, the latest last; of many only some."""
        lines = [round_words(one, both=both) for one in self.rounds[-_LISTED:]]
        if (more := len(self.rounds) - len(lines)) > 0:
            lines.insert(0, Timeline.tr("and %n before", "announces", more))
        return "\n".join(lines)


_LISTED = 6


def mark_words(mark: Mark) -> str:
    """For the legend."""
    match mark:
        case Mark.ANSWERED:
            return translate("Timeline", "answered")
        case Mark.WARNED:
            return translate("Timeline", "answered with a warning, or in part")
        case Mark.FAILED:
            return translate("Timeline", "failed")


def spots(announces: Sequence[Announce], now: float, left: float, width: float, slot: float) -> list[Spot]:
    """Marks from left to right on a line of that width, which ends now; rounds within a slot become one."""
    found: list[tuple[float, list[Round]]] = []
    for one in rounds(announces):
        age = now - one[0].at
        if not -60 <= age <= SPAN:
            continue
        x = left + width * (1 - max(age, 0.0) / SPAN)
        if found and x - found[-1][0] < slot:
            found[-1][1].append(one)
        else:
            found.append((x, [one]))
    return [Spot(x, max(map(mark_of, group), key=lambda mark: mark.value), tuple(group)) for x, group in found]


def nearest(found: Sequence[Spot], x: float, reach: float) -> Spot | None:
    """The mark under the pointer, or within reach of it."""
    spot = min(found, key=lambda spot: abs(spot.x - x), default=None)
    return spot if spot is not None and abs(spot.x - x) <= reach else None


class _Same:
    """Announces as a key, equal to themselves alone: what was made of them is found without a look at each."""

    __slots__ = ("announces",)

    def __init__(self, announces: tuple[Announce, ...]) -> None:
        self.announces = announces

    def __hash__(self) -> int:
        return id(self.announces)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.announces is self.announces


def cell_spots(announces: tuple[Announce, ...], now: float, rect: QRect, ctx: Context) -> Sequence[Spot]:
    """The marks of a table cell; those of the same tuple in the same place are remembered."""
    slot = ctx.px(_MARK)
    return _spots(_Same(announces), now // _STEP * _STEP, rect.left() + slot / 2, rect.width() - slot, slot)


@lru_cache(maxsize=256)
def _spots(same: _Same, now: float, left: float, width: float, slot: float) -> Sequence[Spot]:
    return spots(same.announces, now, left, width, slot)


def draw_mark(painter: QPainter, x: float, y: float, mark: Mark, ctx: Context) -> None:
    """A mark around a point, 8 px of the design wide."""
    half, colour = ctx.scale * _MARK / 2, ctx.colours[COLOURS[mark]]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if mark is Mark.FAILED:
        pen = QPen(colour, 1.6 * ctx.scale)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        arm = _CROSS * ctx.scale
        painter.drawLine(QPointF(x - arm, y - arm), QPointF(x + arm, y + arm))
        painter.drawLine(QPointF(x - arm, y + arm), QPointF(x + arm, y - arm))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        if mark is Mark.WARNED:
            top, foot = QPointF(x, y - half), y + half * 0.8
            painter.drawPolygon(QPolygonF([top, QPointF(x + half, foot), QPointF(x - half, foot)]))
        else:
            painter.drawEllipse(QPointF(x, y), half * 0.75, half * 0.75)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def mark_painter(mark: Mark) -> Callable[[QPainter, QRect, Context], None]:
    """For a legend."""

    def paint(painter: QPainter, rect: QRect, ctx: Context) -> None:
        draw_mark(painter, rect.left() + rect.width() / 2, rect.top() + rect.height() / 2, mark, ctx)

    return paint


def painter_of(
    announces: Callable[[object], tuple[Announce, ...]], clock_now: Callable[[], float]
) -> Callable[[QPainter, QRect, object, Context], None]:
    """The painter of a table cell; a row without announces stays empty."""

    def paint(painter: QPainter, rect: QRect, row: object, ctx: Context) -> None:
        found = cell_spots(announces(row), clock_now(), rect, ctx)
        if not found:
            return
        middle = rect.top() + rect.height() // 2
        painter.fillRect(rect.left(), middle, rect.width(), 1, ctx.theme.edge)
        for spot in found:
            draw_mark(painter, spot.x, middle + 0.5, spot.mark, ctx)

    return paint


class Tally(NamedTuple):
    """What announces come to; those of a round are one."""

    number: int = 0
    failed: int = 0
    in_part: int = 0
    """Answered for one hash, or to one socket, and not for the other."""
    warned: int = 0
    most: int = 0
    """Peers that one of them gave."""
    last_failed: float = 0.0
    """When the last that failed was sent; 0 if none did."""
    timed: int = 0
    """Those answered of which it is known how long that took."""
    took: float = 0.0
    """Seconds, all of these together."""


def tally(announces: tuple[Announce, ...]) -> Tally:
    """What they come to; that of the same tuple is remembered."""
    return _tally(_Same(announces))


@lru_cache(maxsize=512)
def _tally(same: _Same) -> Tally:
    every = rounds(same.announces)
    failed = [one for one in every if mark_of(one) is Mark.FAILED]
    answered = [announce for announce in same.announces if not announce.failed]
    times = [announce.latency for announce in answered if announce.latency is not None]
    return Tally(
        number=len(every),
        failed=len(failed),
        in_part=sum(map(in_part, every)),
        warned=sum(1 for one in every if any(announce.message and not announce.failed for announce in one)),
        most=max((announce.peers or 0 for announce in answered), default=0),
        last_failed=max((one[0].at for one in failed), default=0.0),
        timed=len(times),
        took=sum(times),
    )


def together(found: Iterable[Tally]) -> Tally:
    """What several come to."""
    every = list(found) or [Tally()]
    return Tally(
        number=sum(each.number for each in every),
        failed=sum(each.failed for each in every),
        in_part=sum(each.in_part for each in every),
        warned=sum(each.warned for each in every),
        most=max(each.most for each in every),
        last_failed=max(each.last_failed for each in every),
        timed=sum(each.timed for each in every),
        took=sum(each.took for each in every),
    )


def summary(found: Tally) -> str:
    """The same in a sentence: for screen readers, and for the table as text."""
    if not found.number:
        return ""
    words = [Timeline.tr("%n announces", "", found.number)]
    if answered := found.number - found.failed:
        words.append(Timeline.tr("%n answered", "announces", answered))
        words.append(Timeline.tr("at most %n peers", "", found.most))
    if found.in_part:
        words.append(Timeline.tr("%n only in part", "announces", found.in_part))
    if found.warned:
        words.append(Timeline.tr("%n with a warning", "announces", found.warned))
    if found.failed:
        words.append(Timeline.tr("%n failed", "announces", found.failed))
        words.append(translate("Timeline", "the last at {time}").format(time=clock(found.last_failed)))
    return ", ".join(words)
