# SPDX-License-Identifier: GPL-3.0-or-later
"""The card "Why share at all": how long one server would need for the swarm, and how long it takes with sharing."""

from PySide6.QtWidgets import QVBoxLayout

from starling.distribution import Figures, figures
from starling.engine.engine import Engine
from starling.torrent import Torrent
from starling.ui.details.sentence import Segment, Sentence, plain, rich, strong
from starling.ui.dialogs.frame import note
from starling.ui.swarm import distributionwords as words
from starling.ui.swarm.card import Card, Column, Fetched
from starling.ui.swarm.distributionplot import DistributionPlot
from starling.ui.swarm.distributionscale import scale_of
from starling.ui.swarm.lines import CAPTION
from starling.ui.theme import ThemeManager, Token

_BESIDE = 4
"""Pixels of the design from the lines of other cards to where titles begin."""
_APART = 5


class DistributionCard(Card):
    """The textbook's figure with the rates of this swarm."""

    column = Column.RIGHT

    def __init__(self, themes: ThemeManager) -> None:
        super().__init__(themes, "")
        self._figures: Figures | None = None
        self.head(self.tr("Why share at all"))
        self.plot = DistributionPlot(themes)
        self._who, self._alone, self._sharing = (Sentence(themes) for _ in range(3))
        self._remark = note(wrap=True)
        self._inner = QVBoxLayout()
        self.body.addLayout(self._inner)
        for widget in (self.plot, self._who, self._alone, self._sharing, self._remark):
            self._inner.addWidget(widget)
        self._fit()

    def wanted(self, torrent: Torrent, fetched: Fetched) -> bool:
        """While there is anybody who might share."""
        return torrent.has_metadata and bool(fetched.board.connected or torrent.swarm_peers)

    async def fetch(self, engine: Engine, torrent_id: str) -> int | None:
        """The limit on all uploads that is in force."""
        return engine.throttle.up_limit

    def show_board(self, torrent: Torrent, fetched: Fetched) -> None:
        """Rates come from the peers on the board."""
        limits = [limit for limit in (torrent.up_limit, fetched.own) if limit]
        self._show(figures(torrent, fetched.board.connected, min(limits, default=None)))

    def clear(self) -> None:
        """Until the next second."""
        self._figures = None
        self.plot.show_figures(None)
        for sentence in (self._who, self._alone, self._sharing):
            sentence.show_words([])
        self._remark.clear()
        self.describe()

    def said(self) -> list[str]:
        """The same figures as text."""
        if self._figures is None:
            return []
        parts = (self._who_words, self._alone_words, self._sharing_words)
        caption = words.caption(scale_of(self._figures).unit)
        return [caption, *(plain(part(self._figures)) for part in parts), *words.basis(self._figures)]

    def restyled(self) -> None:
        """Sizes follow the font."""
        super().restyled()
        if hasattr(self, "_remark"):
            self._fit()

    # -- within

    def _show(self, found: Figures) -> None:
        if found == self._figures:
            return
        self._figures = found
        self.plot.show_figures(found)
        self._who.show_words(self._who_words(found))
        self._alone.show_words(self._alone_words(found))
        self._sharing.show_words(self._sharing_words(found))
        # A line may not end within a rate.
        self._remark.setText(" ".join(words.basis(found)).replace("/", "/\N{WORD JOINER}"))
        self.describe()

    def _who_words(self, found: Figures) -> list[Segment]:
        return [Segment(words.who(found))]

    def _alone_words(self, found: Figures) -> list[Segment]:
        time = strong(words.time_of(found.alone(words.counted(found))))
        return rich(self.tr("one server {time}"), {"time": time})

    def _sharing_words(self, found: Figures) -> list[Segment]:
        time = strong(words.time_of(found.sharing(words.counted(found))), Token.DOWN)
        return rich(self.tr("sharing {time}"), {"time": time})

    def _fit(self) -> None:
        px = self.look.px
        self._inner.setContentsMargins(px(_BESIDE), 0, px(_BESIDE), 0)
        self._inner.setSpacing(px(_APART))
        font = self.font()
        font.setPixelSize(px(CAPTION))
        self._remark.setFont(font)
