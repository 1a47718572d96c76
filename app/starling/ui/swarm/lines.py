# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands in a card below each other: each line is a value that paints itself and can be read as text."""

from dataclasses import dataclass, field

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QPainter

from starling.ui.cells import Context, draw_text
from starling.ui.column import Align, Weight
from starling.ui.swarm.terms import Term, explained
from starling.ui.theme import Theme, Token

CAPTION = 11
"""Pixels of the design of a second line."""
SMALL = 12
_VALUE = 0.75
"""Share of the width that a figure's value takes at most."""
_APART = 12
"""What is between a heading and its note."""


class Look:
    """Colours and fonts of a card's lines in three sizes."""

    def __init__(self, theme: Theme, font: QFont, ratio: float) -> None:
        self.ctx = Context(theme, font, ratio)
        self.small = self._in(SMALL)
        self.caption = self._in(CAPTION)

    def _in(self, size: float) -> Context:
        font = QFont(self.ctx.fonts[Weight.NORMAL])
        font.setPixelSize(self.ctx.px(size))
        made = Context(self.ctx.theme, font, self.ctx.ratio)
        # Lengths follow the font of the window still.
        made.scale = self.ctx.scale
        return made

    def px(self, length: float) -> int:
        """A length of the design in logical pixels."""
        return self.ctx.px(length)

    def high(self, length: float, *texts: Context) -> int:
        """A height of the design, or more where these lines of text below each other need it."""
        needed = sum(text.metrics[Weight.BOLD].height() for text in texts)
        return max(self.px(length), needed + self.px(3))


# eq=True and no order: two lines are equal if they look alike, see `compare=False` of what is only read.
@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The base of all; `words` and `more` are not compared, since they do not show."""

    key: str
    """Tells it from the card's other lines, and stays its own while its facts change."""
    words: str = field(default="", compare=False)
    """The whole line as text, for a screen reader and for copying."""
    more: str = field(default="", compare=False)
    """What else there is to say of it when somebody points at it."""
    terms: tuple[Term, ...] = ()
    """Explained there too."""

    def height(self, look: Look) -> int:
        """Logical pixels."""
        raise NotImplementedError

    def paint(self, painter: QPainter, rect: QRect, look: Look) -> None:
        """Paints itself; the rectangle is as wide as the card's contents."""
        raise NotImplementedError

    def tip(self) -> str:
        """For the pointer."""
        return "\n\n".join(filter(None, (self.more, *map(explained, self.terms))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading(Line):
    """Begins a part of a card; the note at its right end is muted, and gives way to a brief one, or altogether."""

    title: str
    note: str = ""
    brief: str = ""

    def height(self, look: Look) -> int:
        """With some air above."""
        return look.high(32, look.ctx)

    def paint(self, painter: QPainter, rect: QRect, look: Look) -> None:
        """Title and note."""
        rect = rect.adjusted(0, look.px(4), 0, 0)
        taken = look.ctx.metrics[Weight.BOLD].horizontalAdvance(self.title) + look.px(_APART)
        needed = look.small.metrics[Weight.NORMAL].horizontalAdvance(self.note)
        fits = taken + needed <= rect.width() or not self.brief
        draw_heading(painter, rect, self.title, self.note if fits else self.brief, look)


def draw_heading(painter: QPainter, rect: QRect, title: str, note: str, look: Look) -> None:
    """A bold title, and what room it leaves to a note at the right end."""
    bold = look.ctx.metrics[Weight.BOLD]
    draw_text(painter, rect, title, look.ctx, weight=Weight.BOLD)
    taken = bold.horizontalAdvance(title) + look.px(_APART)
    if note and taken < rect.width():
        draw_text(painter, rect.adjusted(taken, 0, 0, 0), note, look.small, Token.MUTED, Align.RIGHT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark(Line):
    """A sentence, which may stand below a hairline."""

    text: str
    apart: bool = False

    def height(self, look: Look) -> int:
        """A line."""
        return look.high(32 if self.apart else 26, look.ctx)

    def paint(self, painter: QPainter, rect: QRect, look: Look) -> None:
        """Hairline and sentence."""
        if self.apart:
            look.ctx.line_below(painter, rect.left(), rect.top() + look.px(4), rect.width(), Token.LINE)
            rect = rect.adjusted(0, look.px(5), 0, 0)
        draw_text(painter, rect, self.text, look.ctx, Token.MUTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Line):
    """A label and its value at the right end."""

    label: str
    value: str
    token: Token = Token.TEXT

    def tip(self) -> str:
        """Begins with all of it: either part may be cut."""
        return "\n\n".join(filter(None, (self.words, Line.tip(self))))

    def height(self, look: Look) -> int:
        """As close as in the design."""
        return look.high(20, look.small)

    def paint(self, painter: QPainter, rect: QRect, look: Look) -> None:
        """The value has its room first, but never all of it."""
        small = look.small
        most = round(rect.width() * _VALUE)
        width = min(small.metrics[Weight.MEDIUM].horizontalAdvance(self.value) + look.px(2), most)
        value = rect.adjusted(rect.width() - width, 0, 0, 0)
        draw_text(painter, value, self.value, small, self.token, Align.RIGHT, Weight.MEDIUM)
        label = rect.adjusted(0, 0, -width - look.px(8), 0)
        draw_text(painter, label, self.label, small, Token.MUTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Line):
    """A label, and below it a text that may be long."""

    label: str
    text: str

    def height(self, look: Look) -> int:
        """Two lines."""
        return look.high(38, look.small, look.caption)

    def paint(self, painter: QPainter, rect: QRect, look: Look) -> None:
        """The one above the other."""
        upper, lower = look.small.metrics[Weight.NORMAL].height(), look.caption.metrics[Weight.NORMAL].height()
        top = rect.top() + (rect.height() - upper - lower) // 2
        draw_text(painter, QRect(rect.left(), top, rect.width(), upper), self.label, look.small, Token.MUTED)
        draw_text(painter, QRect(rect.left(), top + upper, rect.width(), lower), self.text, look.caption)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Line):
    """A hairline between two parts; there is nothing to read."""

    def height(self, look: Look) -> int:
        """With air around it."""
        return look.px(17)

    def paint(self, painter: QPainter, rect: QRect, look: Look) -> None:
        """The hairline."""
        look.ctx.line_below(painter, rect.left(), rect.top() + rect.height() // 2, rect.width(), Token.LINE)
