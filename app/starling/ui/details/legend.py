# SPDX-License-Identifier: GPL-3.0-or-later
"""Legends: on screen beside what they explain, on as many lines as they need."""

from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from starling.i18n import translate
from starling.ui.cells import Context, draw_text
from starling.ui.column import Align, Weight
from starling.ui.details.painted import Painted
from starling.ui.details.strips import hatch
from starling.ui.theme import ThemeManager, Token

_GAP, _TYPE = 18, 12
_MARK_GAP = 7
_SWATCH = 16, 10


class Swatch(Enum):
    """The marks of strips."""

    HAVE = "have"
    FLIGHT = "flight"
    MISSING = "missing"
    NONE = "none"
    SKIPPED = "skipped"


Mark = Callable[[QPainter, QRect, Context], None]
"""Paints what no swatch shows into the place of a letter."""


class Item(NamedTuple):
    """One mark (a swatch, a letter in its colour and weight, or one that paints itself) and its words."""

    mark: Swatch | str | Mark
    words: str
    token: Token = Token.TEXT
    weight: Weight = Weight.BOLD


def strip_items(*, skipped: bool) -> list[Item]:
    """The legend of piece strips."""
    items = [
        Item(Swatch.HAVE, translate("Strips", "have")),
        Item(Swatch.FLIGHT, translate("Strips", "in flight")),
        Item(Swatch.MISSING, translate("Strips", "missing")),
        Item(Swatch.NONE, translate("Strips", "on no connected peer")),
    ]
    if skipped:
        items.append(Item(Swatch.SKIPPED, translate("Strips", "skipped")))
    return items


class Legend(Painted):
    """Marks and words in a small font, from left to right and on further lines where there is no room."""

    def __init__(
        self,
        themes: ThemeManager,
        items: Callable[[], Sequence[Item]],
        *,
        margin: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        """`margin`, in pixels of the design, is left free around; with one the legend has a ground and a line above."""
        super().__init__(themes, parent)
        self._items = list(items())
        self._margin = margin
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(bool(margin))
        self.setSizePolicy(policy)
        self.setAccessibleName(
            ", ".join(f"{i.mark if isinstance(i.mark, str) else ''} {i.words}".strip() for i in self._items)
        )

    def sizeHint(self) -> QSize:
        """Everything on one line."""
        width = sum(self._width(item) + self._gap for item in self._items) - self._gap
        return QSize(width + 2 * self._inset, self._line + 2 * self._above)

    def minimumSizeHint(self) -> QSize:
        """With a margin it can do with any width."""
        return QSize(0 if self._margin else self.sizeHint().width(), self._line + 2 * self._above)

    def heightForWidth(self, width: int) -> int:
        """As many lines as there have to be."""
        return max(top for _, _, top in self._places(width)) + self._line + self._above

    def paintEvent(self, event: QPaintEvent) -> None:
        """Marks and words."""
        painter = QPainter(self)
        ctx = self._small
        if self._margin:
            painter.fillRect(self.rect(), ctx.theme.win)
            painter.fillRect(0, 0, self.width(), 1, ctx.theme.line)
        for item, left, top in self._places(self.width()):
            mark = self._mark_width(item)
            rect = QRect(left, top, mark, self._line)
            if isinstance(item.mark, Swatch):
                _swatch(painter, rect, item.mark, ctx)
            elif callable(item.mark):
                item.mark(painter, rect, ctx)
            else:
                draw_text(painter, rect, item.mark, ctx, item.token, Align.CENTRE, item.weight)
            start = left + mark + ctx.px(_MARK_GAP)
            words = QRect(start, top, left + self._width(item) - start + 1, self._line)
            draw_text(painter, words, item.words, ctx, Token.MUTED)

    @property
    def _small(self) -> Context:
        return self.smaller(_TYPE)

    @property
    def _line(self) -> int:
        return self._small.px(22 if self._margin else 18)

    @property
    def _above(self) -> int:
        return self._small.px(4) if self._margin else 0

    @property
    def _inset(self) -> int:
        return self._small.px(self._margin)

    @property
    def _gap(self) -> int:
        return self._small.px(_GAP)

    def _mark_width(self, item: Item) -> int:
        return self._small.px(_SWATCH[0] if isinstance(item.mark, Swatch) else 12)

    def _width(self, item: Item) -> int:
        words = self._small.metrics[Weight.NORMAL].horizontalAdvance(item.words)
        return self._mark_width(item) + self._small.px(_MARK_GAP) + words

    def _places(self, width: int) -> Iterator[tuple[Item, int, int]]:
        left, top = self._inset, self._above
        for item in self._items:
            needed = self._width(item)
            if left > self._inset and left + needed > width - self._inset:
                left, top = self._inset, top + self._line
            yield item, left, top
            left += needed + self._gap


def _swatch(painter: QPainter, rect: QRect, mark: Swatch, ctx: Context) -> None:
    theme = ctx.theme
    height = ctx.px(_SWATCH[1])
    box = QRect(rect.left(), rect.top() + (rect.height() - height) // 2, rect.width(), height)
    if mark is Swatch.SKIPPED:
        hatch(painter, QRectF(box), theme)
        return
    painter.fillRect(box, theme.miss)
    if mark is Swatch.HAVE:
        painter.fillRect(box, theme.have)
    elif mark is Swatch.FLIGHT:
        painter.fillRect(box.adjusted(0, height // 2, 0, 0), theme.flight)
    elif mark is Swatch.NONE:
        edge = ctx.px(3)
        painter.fillRect(box, theme.base)
        painter.fillRect(box.left(), box.top(), box.width(), edge, theme.none)
        painter.fillRect(box.left(), box.bottom() + 1 - edge, box.width(), edge, theme.none)
