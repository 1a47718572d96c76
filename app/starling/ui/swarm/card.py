# SPDX-License-Identifier: GPL-3.0-or-later
"""What every card of the Swarm tab is: a title, contents, and a place among three columns."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from starling.engine.engine import Engine
from starling.swarm import Board
from starling.torrent import Torrent, Waste
from starling.ui.column import Weight
from starling.ui.details.painted import Painted
from starling.ui.swarm.lines import Look, draw_heading
from starling.ui.swarm.terms import Term, explained
from starling.ui.theme import ThemeManager
from starling.ui.tips import plain_tip

RADIUS, PADDING, GAP = 6, 14, 12
_HEAD = 8
"""Between title and contents."""


class Column(IntEnum):
    """Where a card wants to stand; where there is room for two columns only, those of the right one go below."""

    ABOVE = -1
    """Across all columns."""
    LEFT = 0
    MIDDLE = 1
    RIGHT = 2


@dataclass(frozen=True, slots=True)
class Fetched:
    """What the tab has asked the engine for."""

    board: Board
    waste: tuple[tuple[Waste, int], ...] = ()
    """As in `SessionState`: of all torrents."""
    own: Any = None
    """What the card's own `fetch` returned."""


class Card(Painted):
    """Put contents into `body`. The page asks once a second while it is shown, and hides cards with nothing to say."""

    column = Column.MIDDLE

    def __init__(self, themes: ThemeManager, title: str) -> None:
        super().__init__(themes)
        self._title, self._note = title, ""
        self._look: Look | None = None
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.body = QVBoxLayout(self)
        self.body.setSpacing(0)
        self.body.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._measure()

    # -- what a card says of itself

    def wanted(self, torrent: Torrent, fetched: Fetched) -> bool:
        """Whether it has something to say; by default while anybody is connected, and there is something to trade."""
        return torrent.has_metadata and bool(fetched.board.connected)

    async def fetch(self, engine: Engine, torrent_id: str) -> Any:
        """What it needs beside the board, see `Fetched.own`. Raises EngineError if the torrent is gone."""
        return None

    def show_board(self, torrent: Torrent, fetched: Fetched) -> None:
        """Show this, which is of the same torrent until `clear`."""
        raise NotImplementedError

    def clear(self) -> None:
        """Another torrent is selected: nothing is known of that yet."""
        raise NotImplementedError

    def said(self) -> list[str]:
        """Its contents as text, line by line: what is copied, and its accessible description."""
        raise NotImplementedError

    # -- what all have

    @property
    def title(self) -> str:
        """Its heading."""
        return self._title

    def text(self) -> list[str]:
        """Heading and contents as text."""
        return [" – ".join(filter(None, (self._title, self._note))), *self.said()]

    def head(self, title: str, note: str = "") -> None:
        """Another heading; the note stands muted at the right end of it."""
        if (title, note) != (self._title, self._note):
            self._title, self._note = title, note
            self.setAccessibleName(title)
            self.update()

    def explain(self, *terms: Term) -> None:
        """Say what these mean where somebody points at the heading."""
        self.setToolTip(plain_tip("\n\n".join(map(explained, terms))))

    def describe(self) -> None:
        """The contents have changed: so has what a screen reader reads."""
        words = "\n".join(self.text()[1:])
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)

    @property
    def look(self) -> Look:
        """Colours and fonts for what is painted in it."""
        if self._look is None or self._look.ctx.ratio != self.devicePixelRatioF():
            self._look = Look(self._themes.theme, self.font(), self.devicePixelRatioF())
        return self._look

    def restyled(self) -> None:
        """Sizes follow the font."""
        self._look = None
        if hasattr(self, "body"):
            self._measure()
        super().restyled()

    def minimumSizeHint(self) -> QSize:
        """How narrow it becomes is the page's business."""
        return QSize(1, self.body.minimumSize().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, outline and heading."""
        painter, look = QPainter(self), self.look
        theme, radius = look.ctx.theme, look.px(RADIUS)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.line, 1))
        painter.setBrush(theme.base)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        inset = look.px(PADDING)
        height = look.ctx.metrics[Weight.BOLD].height()
        head = QRect(inset, look.px(PADDING - 3), self.width() - 2 * inset, height)
        if event.rect().intersects(head):
            draw_heading(painter, head, self._title, self._note, look)

    def _measure(self) -> None:
        look = self.look
        # The lines in it begin some pixels further out than the title, where their marks are.
        beside, top = look.px(PADDING - 4), look.px(PADDING - 3 + _HEAD) + look.ctx.metrics[Weight.BOLD].height()
        self.body.setContentsMargins(beside, top, beside, look.px(PADDING - 2))
