# SPDX-License-Identifier: GPL-3.0-or-later
"""Cards in three columns, or fewer where the page is narrow; what has nothing to say leaves no gap."""

from collections.abc import Sequence

from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from starling.ui.swarm.card import GAP, PADDING, Card, Column
from starling.ui.theme import ThemeManager

_THREE_FROM, _TWO_FROM = 1080, 640
"""Pixels of the design."""
_SHARES = (17, 10, 10)
"""What the columns take of the width."""
_COUNT = 3


class Columns(QWidget):
    """The cards that are shown, in their order."""

    def __init__(self, themes: ThemeManager, cards: Sequence[Card]) -> None:
        super().__init__()
        self._themes = themes
        self._cards = tuple(cards)
        self._shown: tuple[Card, ...] = ()
        self._places: tuple[tuple[Card, ...], ...] = ()
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self._all = QVBoxLayout(self)
        self._above = QVBoxLayout()
        self._beside = QHBoxLayout()
        self._all.addLayout(self._above)
        self._all.addLayout(self._beside, 1)
        # Below what stands above all columns where there is nothing in them.
        self._all.addStretch()
        self._columns = [QVBoxLayout() for _ in range(_COUNT)]
        for column in self._columns:
            self._beside.addLayout(column)
        for card in self._cards:
            card.setParent(self)
            card.hide()
        themes.changed.connect(self._measure)
        self._measure()

    @property
    def shown(self) -> tuple[Card, ...]:
        """Those that have something to say."""
        return self._shown

    @property
    def count(self) -> int:
        """How many columns there is room for."""
        width = self.width() / self._themes.scale
        return 3 if width >= _THREE_FROM else 2 if width >= _TWO_FROM else 1

    def show_cards(self, shown: Sequence[Card]) -> None:
        """Show these and no others."""
        self._shown = tuple(card for card in self._cards if card in shown)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def _placed(self) -> tuple[tuple[Card, ...], ...]:
        """Above all columns, then the cards of each."""
        count = self.count
        found: list[list[Card]] = [[] for _ in range(_COUNT + 1)]
        for card in self._shown:
            found[0 if card.column is Column.ABOVE else 1 + min(int(card.column), count - 1)].append(card)
        return tuple(map(tuple, found))

    def _arrange(self) -> None:
        places = self._placed()
        if places == self._places:
            return
        self._places = places
        for layout in (self._above, *self._columns):
            # Not takeAt: while Python still has the old item of a card, the new one hears of no other height.
            for card in self._cards:
                layout.removeWidget(card)
        for layout, cards in zip((self._above, *self._columns), places, strict=True):
            for number, card in enumerate(cards):
                # The last one goes down to the end of the page, as its neighbours do.
                layout.addWidget(card, int(number == len(cards) - 1 and layout is not self._above))
        for number, (share, cards) in enumerate(zip(_SHARES, places[1:], strict=True)):
            self._beside.setStretch(number, share if cards else 0)
        self._measure()
        for card in self._cards:
            card.setVisible(card in self._shown)

    def _measure(self) -> None:
        """Only columns with cards have space between them."""
        scale = self._themes.scale
        inset, gap = round(PADDING * scale), round(GAP * scale)
        self._all.setContentsMargins(inset, 0, inset, gap)
        for layout in (self._all, self._above, *self._columns):
            layout.setSpacing(gap)
        self._beside.setSpacing(0)
        filled = [number for number, cards in enumerate(self._places[1:]) if cards]
        for number, column in enumerate(self._columns):
            column.setContentsMargins(gap if number in filled[1:] else 0, 0, 0, 0)
