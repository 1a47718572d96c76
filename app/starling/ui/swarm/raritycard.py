# SPDX-License-Identifier: GPL-3.0-or-later
"""The card "Rare because of you": which pieces of a torrent that is seeded nobody else has."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel

from starling.engine.engine import Engine
from starling.rarity import Rarity
from starling.torrent import State, Torrent
from starling.ui import rarewords
from starling.ui.dialogs.frame import note, selectable
from starling.ui.swarm.card import Card, Column, Fetched
from starling.ui.theme import ThemeManager

_AGE = 3.0
"""Seconds for which a look is good enough on screen."""
_BESIDE = 4
"""Pixels of the design from the lines of other cards to where titles begin."""


class RarityCard(Card):
    """A sentence, in the colour of warnings where it is one."""

    column = Column.RIGHT

    def __init__(self, themes: ThemeManager) -> None:
        super().__init__(themes, "")
        self.head(self.tr("Rare because of you"))
        self._rarity: Rarity | None = None
        self._label: QLabel = selectable(note(role=QPalette.ColorRole.WindowText, wrap=True))
        self.body.addWidget(self._label)
        self._colour()

    def wanted(self, torrent: Torrent, fetched: Fetched) -> bool:
        """While it is seeded and something is known."""
        return torrent.state is State.SEEDING and isinstance(fetched.own, Rarity)

    async def fetch(self, engine: Engine, torrent_id: str) -> Rarity | None:
        """Only who seeds may be the last."""
        row = engine.torrents.get(torrent_id)
        if row is None or row.state is not State.SEEDING:
            return None
        return await engine.insight.rarity.of(torrent_id, _AGE)

    def show_board(self, torrent: Torrent, fetched: Fetched) -> None:
        """The sentence."""
        rarity = fetched.own
        if not isinstance(rarity, Rarity) or rarity == self._rarity:
            return
        self._rarity = rarity
        self.head(self.title, rarewords.share(rarity) if rarity.peers else "")
        self._label.setText(rarewords.told(rarity))
        self._colour()
        self.describe()

    def clear(self) -> None:
        """Nothing is known."""
        self._rarity = None
        self._label.clear()
        self.head(self.title)
        self.describe()

    def said(self) -> list[str]:
        """The sentence."""
        return [] if self._rarity is None else [rarewords.told(self._rarity)]

    def restyled(self) -> None:
        """The sentence follows the theme."""
        super().restyled()
        if hasattr(self, "_label"):
            self._colour()

    def _colour(self) -> None:
        theme = self._themes.theme
        colours = self._label.palette()
        warns = self._rarity is not None and self._rarity.last_copy
        colours.setColor(QPalette.ColorRole.WindowText, theme.warn if warns else theme.text)
        self._label.setPalette(colours)
        beside = self.look.px(_BESIDE)
        self._label.setContentsMargins(beside, 0, beside, 0)
