# SPDX-License-Identifier: GPL-3.0-or-later
"""The Swarm tab: what the protocol does with the torrent and why, in cards, with a sentence above them."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QHideEvent, QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QScrollArea, QVBoxLayout, QWidget

from starling.engine.engine import Engine
from starling.i18n import translate
from starling.settings import Settings
from starling.swarm import Board
from starling.torrent import SessionState, Torrent, Waste
from starling.tracker import Tracker
from starling.ui.details import peer_words
from starling.ui.details.page import Page
from starling.ui.details.sentence import Segment, SentenceRow
from starling.ui.swarm import boardwords
from starling.ui.swarm.bottleneckcard import BottleneckCard
from starling.ui.swarm.card import Card, Fetched
from starling.ui.swarm.columns import Columns
from starling.ui.swarm.decisioncard import DecisionCard
from starling.ui.swarm.distributioncard import DistributionCard
from starling.ui.swarm.lineview import LineView
from starling.ui.swarm.magnetcard import MagnetCard
from starling.ui.swarm.pickcard import PickCard
from starling.ui.swarm.raritycard import RarityCard
from starling.ui.swarm.reachcard import ReachCard
from starling.ui.swarm.rulescard import RulesCard
from starling.ui.swarm.seatlines import SeatLine
from starling.ui.swarm.slotscard import SlotsCard
from starling.ui.swarm.wastecard import WasteCard
from starling.ui.swarm.whycard import WhyCard
from starling.ui.theme import ThemeManager

_GONE_MS = 3_000
"""Nobody has asked for so long: the window is minimised, or the pane is folded."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What the engine has told the page."""

    board: Board
    own: tuple[Any, ...]
    """By card, what it has asked for itself."""
    asked: tuple[Tracker, ...] = ()
    """Who was asked for peers, while nobody is connected."""


class SwarmPage(Page):
    """While it is shown the engine watches the torrent; what that costs ends when nobody looks."""

    peer_wanted = Signal(str)
    """The peer with this key shall be shown in the Peers tab; empty for the tab alone."""

    def __init__(self, engine: Engine, chosen: Settings, themes: ThemeManager) -> None:
        super().__init__(themes, "swarm", translate("Details", "Swarm"))
        self._engine = engine
        self._watched: str | None = None
        self._waste: tuple[tuple[Waste, int], ...] = ()
        self.why = WhyCard(themes)
        self.slots = SlotsCard(themes)
        self.decision = DecisionCard(themes)
        self.pick = PickCard(themes)
        self.rules = RulesCard(chosen, themes)
        self.reach = ReachCard(themes)
        self.cards: tuple[Card, ...] = (
            self.why,
            MagnetCard(themes),
            self.slots,
            self.decision,
            self.pick,
            WasteCard(themes),
            self.rules,
            RarityCard(themes),
            DistributionCard(themes),
            BottleneckCard(themes),
            self.reach,
        )
        self._unwatch = QTimer(self, singleShot=True, interval=_GONE_MS)
        self._unwatch.timeout.connect(self._watch_nothing)
        self._build()
        self._connect()
        self.clear()

    def _build(self) -> None:
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.sentence = SentenceRow(self.themes)
        self.columns = Columns(self.themes, self.cards)
        self.message = QLabel()
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        inside = QWidget()
        inside.setBackgroundRole(QPalette.ColorRole.Window)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.columns, 1)
        layout.addWidget(self.message, 1)
        self.area = QScrollArea()
        self.area.setAccessibleName(self.title)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setBackgroundRole(QPalette.ColorRole.Window)
        # The lists in it are what the Tab key goes to.
        self.area.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.area.setWidget(inside)
        self.rows.addWidget(self.sentence)
        self.rows.addWidget(self.area, 1)

    def _connect(self) -> None:
        self.slots.peer_wanted.connect(self.peer_wanted)
        for view in self.findChildren(LineView):
            view.menu_requested.connect(self._menu)
            view.moved.connect(self._reveal)
        self._engine.session_changed.connect(self._on_session)

    # -- as a page

    async def fetch(self, engine: Engine, torrent_id: str) -> Answers:
        """The board, and what the cards want to know beside it."""
        self._watch(torrent_id)
        board, *own = await asyncio.gather(
            engine.insight.swarm.board(torrent_id), *(card.fetch(engine, torrent_id) for card in self.cards)
        )
        return Answers(board, tuple(own), () if board.connected else await engine.trackers.of(torrent_id))

    def take(self, torrent: Torrent, fetched: Answers) -> None:
        """Show what has something to say."""
        told = Fetched(fetched.board, self._waste)
        shown = []
        for card, own in zip(self.cards, fetched.own, strict=True):
            found = replace(told, own=own)
            if card.wanted(torrent, found):
                card.show_board(torrent, found)
                shown.append(card)
        self.columns.show_cards(shown)
        self._say(torrent, fetched, bool(shown))
        self.setAccessibleDescription(self.text())

    def clear(self) -> None:
        """Nothing is known yet."""
        self.columns.show_cards(())
        for card in self.cards:
            card.clear()
        self.sentence.show_words([])
        self.sentence.setVisible(True)
        self.message.clear()

    def main_widget(self) -> QWidget:
        """The first list that is shown."""
        views = (view for card in self.columns.shown for view in card.findChildren(LineView))
        return next(views, self.area)

    def fill_menu(self, menu: QMenu) -> None:
        """What can be done with the board."""
        self._fill(menu, None)

    def text(self) -> str:
        """The whole board as text."""
        parts = [self.sentence.sentence.text() or self.message.text()]
        parts += ["\n".join(card.text()) for card in self.columns.shown]
        return "\n\n".join(filter(None, parts))

    def copy(self) -> None:
        """The whole board, to the clipboard."""
        if text := self.text():
            QGuiApplication.clipboard().setText(text)

    # -- Qt's

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        super().hideEvent(event)
        self._watch_nothing()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+C copies, and the page keys scroll."""
        bar = self.area.verticalScrollBar()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() == Qt.Key.Key_PageDown:
            bar.triggerAction(bar.SliderAction.SliderPageStepAdd)
        elif event.key() == Qt.Key.Key_PageUp:
            bar.triggerAction(bar.SliderAction.SliderPageStepSub)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The same as in a list."""
        self._open(event.globalPos(), None)

    # -- within

    def _say(self, torrent: Torrent, fetched: Answers, shown: bool) -> None:
        """The sentence above, or in the middle where there is nothing else."""
        board = fetched.board
        main: Sequence[Segment] = ()
        more: Sequence[Segment] = ()
        words = ""
        if not board.connected:
            words = boardwords.nothing(torrent, fetched.asked)
        elif not torrent.has_metadata:
            words = boardwords.no_metadata(len(board.connected))
        else:
            main, more = boardwords.sentence(torrent, board)
        if words and shown:
            main, words = [Segment(words)], ""
        self.sentence.show_words(main, more)
        self.sentence.setVisible(bool(main))
        self.columns.setVisible(shown)
        self.message.setVisible(not shown)
        if words != self.message.text():
            self.message.setText(words)

    def _watch(self, torrent_id: str) -> None:
        self._unwatch.start()
        if torrent_id != self._watched:
            self._watched = torrent_id
            self._engine.insight.swarm.watch(torrent_id)

    def _watch_nothing(self) -> None:
        self._unwatch.stop()
        if self._watched is not None:
            self._watched = None
            self._engine.insight.swarm.watch(None)

    def _on_session(self, session: SessionState) -> None:
        self._waste = session.waste

    def _reveal(self, rect: QRect) -> None:
        """Scroll to the line that the keyboard is on."""
        view, inside = self.sender(), self.area.widget()
        if isinstance(view, LineView) and inside is not None:
            middle = view.viewport().mapTo(inside, rect.center())
            self.area.ensureVisible(middle.x(), middle.y(), 0, rect.height())

    def _menu(self, point: QPoint) -> None:
        view = self.sender()
        self._open(point, view if isinstance(view, LineView) else None)

    def _open(self, point: QPoint, view: LineView | None) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill(menu, view)
        menu.popup(point)

    def _fill(self, menu: QMenu, view: LineView | None) -> None:
        line = view.current if view is not None else None
        if isinstance(line, SeatLine):
            peer = line.seat.peer
            menu.addAction(self.tr("Show in &Peers"), partial(self.peer_wanted.emit, peer.key))
            menu.addAction(
                self.tr("Copy &address"), partial(QGuiApplication.clipboard().setText, peer_words.address(peer))
            )
            menu.addSeparator()
        copy = menu.addAction(self.tr("&Copy as text"), self.copy)
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setShortcutVisibleInContextMenu(True)
        copy.setEnabled(bool(self.text()))
