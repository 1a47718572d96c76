# SPDX-License-Identifier: GPL-3.0-or-later
"""A column as one row of data: whoever adds one gets sorting, hiding, saving, alignment and speech with it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from starling import spelling
from starling.remembered import remembered
from starling.ui.theme import Token

if TYPE_CHECKING:
    from starling.ui.cells import Context

Row = TypeVar("Row")


class Align(Enum):
    """Text goes left, numbers right, single letters to the centre; the header follows."""

    LEFT = Qt.AlignmentFlag.AlignLeft
    RIGHT = Qt.AlignmentFlag.AlignRight
    CENTRE = Qt.AlignmentFlag.AlignHCenter


class Weight(Enum):
    """How heavy a cell's text is."""

    NORMAL = 400
    MEDIUM = 500
    BOLD = 600


class Icon(NamedTuple):
    """An icon by its name in `starling.ui.icons` and the colour it is tinted with."""

    name: str
    token: Token


class Unit(Enum):
    """What a column's values count, for a program that reads them."""

    BYTES = "bytes"
    RATE = "bytes a second"
    SECONDS = "seconds"
    MOMENT = "Unix seconds"
    FRACTION = "0-1"


# No slots, as below.
@dataclass(frozen=True)
class Export(Generic[Row]):
    """A column of an exported table: texts, or numbers of which the title need not name the unit."""

    title: str
    value: Callable[[Row], str | float | None]
    unit: Unit | None = None


# No slots: with them `Column[Torrent](...)` raises TypeError on Python 3.11.
@dataclass(frozen=True, kw_only=True)
class Column(Generic[Row]):
    """One column of a table; lengths are pixels of the design's 13 px font and grow with the real one."""

    key: str
    """Names the column in saved states; never shown, never translated, never reused for another fact."""
    title: str
    value: Callable[[Row], Any]
    """What rows sort by; None and "" come last in both directions. Give names through `natural`."""
    text: Callable[[Row], str]
    """What is shown, copied and, if `spoken` is not given, read aloud."""
    width: float = 80
    align: Align = Align.LEFT
    stretch: bool = False
    """Takes the width the others leave free; at most one column of a table."""
    least: float = 150
    """What it has then whatever the others take."""
    hidden: bool = False
    """Not shown until the user asks for it."""
    spare: bool = False
    """Steps back, the rightmost first, while the table is too narrow for its stretching column."""
    falling: bool | None = None
    """The first click on the header sorts falling; by default right-aligned columns do."""
    colour: Callable[[Row], Token] | Token = Token.TEXT
    weight: Callable[[Row], Weight] | Weight = Weight.NORMAL
    icon: Callable[[Row], Icon | None] | None = None
    """Shown before the text; ask for `indent` so that texts without an icon stay aligned."""
    tooltip: Callable[[Row], str] | None = None
    """By default a text that is cut off is shown in full."""
    help: str = ""
    """What the column means, as tooltip of its header."""
    bare: bool = False
    """The header leaves its title out: the cells speak for themselves, and are narrower than it."""
    spoken: Callable[[Row], str] | None = None
    """What a screen reader says where the picture tells more than the text."""
    description: Callable[[Row], str] | None = None
    paint: Callable[[QPainter, QRect, Row, Context], None] | None = None
    """Paints the cell instead of icon and text; the rectangle has the cell's padding taken off."""
    extra: float = 0
    """Width that `paint` needs beside the text, for fitting the column."""
    unit: Unit | None = None
    """What `value` counts; without one, numbers of right-aligned columns are exported as they are, texts elsewhere."""
    exports: tuple[Export[Row], ...] | None = None
    """What it is exported as, where that is not its value or its text; empty if it only draws."""
    tree: bool = False
    """Rows of this table fold and have boxes, and this column shows it; see `starling.ui.outline`."""

    @property
    def falls_first(self) -> bool:
        """Whether the first click on the header sorts falling."""
        return self.align is Align.RIGHT if self.falling is None else self.falling


_DIGITS = re.compile(r"\d+")


fold = spelling.fold


@remembered(65536)
def natural(text: str) -> str:
    """A sort key: "part 9" before "Part 10", accents and case aside."""
    return _DIGITS.sub(lambda match: match[0].zfill(12), fold(text))
