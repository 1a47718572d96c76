# SPDX-License-Identifier: GPL-3.0-or-later
"""The pane below the list: tabs about the selected torrent, of which only the one on screen asks the engine."""

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from starling import formats
from starling.engine.engine import Engine, EngineError
from starling.logbook import Logbook
from starling.settings import Settings
from starling.spelling import shown
from starling.torrent import Torrent
from starling.tracker import Tracker
from starling.ui import icons
from starling.ui.column import Weight
from starling.ui.details import trackers
from starling.ui.details.fetching import Fetcher
from starling.ui.details.files import FilesPage
from starling.ui.details.general import GeneralPage
from starling.ui.details.log import LogPage
from starling.ui.details.page import Page
from starling.ui.details.painted import Painted
from starling.ui.details.peers import PeersPage
from starling.ui.details.pieces import PiecesPage
from starling.ui.details.sentence import Segment, Sentence
from starling.ui.details.speed import SpeedPage
from starling.ui.details.tabs import HEIGHT, Tabs
from starling.ui.details.trackers import TrackersPage
from starling.ui.swarm.page import SwarmPage
from starling.ui.tableview import TableView
from starling.ui.theme import ThemeManager, Token
from starling.uistate import UiState

_UNLIMITED = 16777215


class DetailsPane(QWidget):
    """Tabs about what is selected in the list."""

    folded = Signal(bool)
    """It was folded to its tab bar, or unfolded."""

    def __init__(
        self,
        engine: Engine,
        chosen: Settings,
        themes: ThemeManager,
        state: UiState,
        book: Logbook,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine, self._themes, self._state = engine, themes, state
        self._selected: tuple[Torrent, ...] = ()
        self._active = True
        self._folded = False
        self._unfolded_sizes: list[int] = []
        self._counted = ""
        """Id of the torrent whose files and failing trackers the tab bar counts."""
        self.general = GeneralPage(engine, themes)
        self.files = FilesPage(engine, themes)
        self.peers = PeersPage(engine, chosen, themes)
        self.trackers = TrackersPage(engine, themes)
        self.pieces = PiecesPage(engine, themes)
        self.speed = SpeedPage(engine, themes)
        self.swarm = SwarmPage(engine, chosen, themes)
        self.log = LogPage(book, themes)
        self.pages: tuple[Page, ...] = (
            *(self.general, self.files, self.peers, self.trackers, self.pieces, self.speed),
            *(self.swarm, self.log),
        )
        self.fetcher = Fetcher(self._wanted, self._fetch, self)
        self.sampler = Fetcher(self._sample_wanted, self._sample, self)
        """Peers of the selected torrent have their history when somebody comes to look at them."""
        self._build()
        self._restore()
        self.pieces.files_wanted.connect(self._show_files)
        self.pieces.files_pointed.connect(self.files.point_at)
        self.swarm.peer_wanted.connect(self._show_peer)
        engine.files_changed.connect(self._on_changed)
        engine.trackers_changed.connect(self._on_changed)
        themes.changed.connect(self._restyle)
        self._restyle()
        self.set_torrents([])

    # -- what the window asks

    def set_torrents(self, selected: Sequence[Torrent]) -> None:
        """The selected torrents as they are now. Cheap if they are the same ones."""
        before, self._selected = self._selected, tuple(selected)
        same = len(before) == len(selected) and all(old.id == new.id for old, new in zip(before, selected, strict=True))
        if not same:
            self._counted = ""
            only = selected[0] if len(selected) == 1 else None
            for table in self.findChildren(TableView):
                table.exporter.subject = only.name if only else ""
                table.keeper.turn_to(only.id if only else "")
            for page in self.pages:
                page.turn_to(self._selected)
                page.clear()
            for page in (self.files, self.trackers):
                self.tabs.set_note(self.pages.index(page), "")
            self.fetcher.restart()
            self.sampler.restart()
        if not same or not self._page.shows(selected):
            self._show_page()
        self._show_header()

    def set_active(self, active: bool) -> None:
        """Whether anybody can see it: a minimised window fetches nothing."""
        self._active = active
        if active:
            self.fetcher.refresh()

    def show_tab(self, index: int) -> None:
        """Bring the tab at this place to the front, unfolded."""
        if 0 <= index < self.tabs.count():
            self.set_folded(False)
            self.tabs.setCurrentIndex(index)

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 goes through: the tab bar and what the current tab shows."""
        return (self.tabs, self._page.main_widget())

    @property
    def is_folded(self) -> bool:
        """Whether only the tab bar is there."""
        return self._folded

    def set_folded(self, folded: bool) -> None:
        """Fold to the tab bar, or back to the height it had."""
        if folded == self._folded:
            return
        self._folded = folded
        splitter = self.parentWidget()
        if folded and isinstance(splitter, QSplitter):
            self._unfolded_sizes = splitter.sizes()
        self._stack.setVisible(not folded)
        self.setMaximumHeight(self._header.height() if folded else _UNLIMITED)
        if not folded and isinstance(splitter, QSplitter) and self._unfolded_sizes:
            splitter.setSizes(self._unfolded_sizes)
        self._state.set("details.folded", str(int(folded)))
        self._restyle()
        self.folded.emit(folded)
        self.fetcher.refresh()

    # -- Qt's

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody looks: begin to fetch."""
        super().showEvent(event)
        self.fetcher.start()
        self.sampler.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        super().hideEvent(event)
        self.fetcher.stop()
        self.sampler.stop()

    # -- within

    @property
    def _page(self) -> Page:
        return self.pages[self.tabs.currentIndex()]

    def _build(self) -> None:
        self.tabs = Tabs(self._themes, [page.title for page in self.pages])
        self.tabs.setAccessibleName(self.tr("Details"))
        # A long name gives way to the tabs, not they to it.
        self.tabs.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._name = Sentence(self._themes)
        self._name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._fold = QToolButton()
        self._fold.clicked.connect(self._toggle_folded)
        self._header = _Header(self._themes, self.tabs, self._name, self._fold)
        self._message = QLabel()
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._message.setWordWrap(True)
        self._message.setTextFormat(Qt.TextFormat.PlainText)
        self._message.setForegroundRole(self._message.palette().ColorRole.PlaceholderText)
        self._message.setBackgroundRole(self._message.palette().ColorRole.Base)
        self._message.setAutoFillBackground(True)
        self._stack = QStackedWidget()
        for widget in (self._message, *self.pages):
            self._stack.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header)
        layout.addWidget(self._stack, 1)

    def _restore(self) -> None:
        for page in self.pages:
            if saved := self._state.get(f"details.{page.key}"):
                page.restore_state(saved)
            page.changed.connect(self._page_changed)
        tab = self._state.get("details.tab")
        keys = [page.key for page in self.pages]
        if tab in keys:
            self.tabs.setCurrentIndex(keys.index(tab))
        self.tabs.currentChanged.connect(self._tab_chosen)
        self.tabs.tabBarClicked.connect(self._tab_clicked)
        if self._state.get("details.folded") == "1":
            self.set_folded(True)

    def _restyle(self) -> None:
        theme, scale = self._themes.theme, self._themes.scale
        self._fold.setIcon(icons.icon("chevron-up" if self._folded else "chevron-down", theme.muted))
        self._fold.setIconSize(QSize(16, 16) * scale)
        tip = self.tr("Show the details") if self._folded else self.tr("Fold the details away")
        self._fold.setToolTip(tip)
        self._fold.setAccessibleName(tip)
        self._header.setFixedHeight(round(HEIGHT * scale))
        if self._folded:
            self.setMaximumHeight(self._header.height())

    def _show_page(self) -> None:
        """Before it has fetched anything a page shows itself empty: what it takes comes in a moment."""
        if not self._page.shows(self._selected):
            self._say(self._about(self._selected))
        elif self._stack.currentWidget() is not self._page:
            self._stack.setCurrentWidget(self._page)

    def _show_header(self) -> None:
        torrent = self._selected[0] if len(self._selected) == 1 else None
        self._name.show_words([Segment(shown(torrent.name), Token.MUTED, Weight.BOLD)] if torrent else [])
        connected = torrent.seeds + torrent.peers if torrent else 0
        self.tabs.set_note(self.pages.index(self.peers), formats.count(connected) if connected else "")
        failing = self.pages.index(self.trackers)
        if torrent and torrent.tracker_failing and not self.tabs.note(failing):
            self.tabs.set_note(failing, "!", Token.ERR)

    def _about(self, selected: Sequence[Torrent]) -> str:
        if not selected:
            return self.tr("Select a torrent to see its details.")
        size = formats.size(sum(torrent.size for torrent in selected))
        return self.tr("%n torrents selected, {size}", "", len(selected)).format(size=size)

    def _say(self, words: str) -> None:
        self._message.setText(words)
        self._stack.setCurrentWidget(self._message)

    def _tab_chosen(self) -> None:
        self._state.set("details.tab", self._page.key)
        self._show_page()
        self.fetcher.refresh()

    def _tab_clicked(self, index: int) -> None:
        if index >= 0:
            self.set_folded(False)

    def _toggle_folded(self) -> None:
        self.set_folded(not self._folded)

    def _show_files(self, indices: Sequence[int]) -> None:
        self.show_tab(self.pages.index(self.files))
        self.files.show_files(indices)
        self.files.view.setFocus()

    def _show_peer(self, key: str) -> None:
        self.show_tab(self.pages.index(self.peers))
        self.peers.show_peer(key)

    def _page_changed(self) -> None:
        for page in self.pages:
            if saved := page.save_state():
                self._state.set(f"details.{page.key}", saved)

    # -- fetching: about the selection and the tab on screen

    def _seen(self) -> bool:
        return self._active and not self._folded and self.isVisible() and not self.window().isMinimized()

    def _on_changed(self, torrent_id: str) -> None:
        if self._is_current(torrent_id):
            self._counted = ""
            self.fetcher.refresh()

    def _wanted(self) -> bool:
        return self._seen() and self._page.shows(self._selected)

    async def _fetch(self) -> None:
        selected, page = self._selected, self._page
        try:
            fetched = await page.fetch_all(self._engine, selected)
            if not self._still(selected):
                return
            if page is self._page:
                self._stack.setCurrentWidget(page)
                page.take_all(self._selected, fetched)
            self._count_from(page, fetched)
            # Not at once: who walks through the list with the arrow keys does not want to know it of every torrent.
            if self.fetcher.ticks and len(selected) == 1 and self._counted != selected[0].id:
                await self._count(selected[0].id)
        except EngineError as error:
            # It was removed while it was asked about; the list will say so in a moment.
            if self._still(selected):
                self._say(str(error))

    def _sample_wanted(self) -> bool:
        if len(self._selected) != 1 or not self._active or not self.isVisible() or self.window().isMinimized():
            return False
        # That tab asks itself.
        return self._folded or self._page is not self.peers

    async def _sample(self) -> None:
        # It was removed while it was asked about; the list will say so in a moment.
        with suppress(EngineError):
            await self._engine.peers.sample(self._selected[0].id)

    def _still(self, selected: tuple[Torrent, ...]) -> bool:
        """Whether the same torrents are selected, whatever has become of them."""
        return len(selected) == len(self._selected) and all(
            old.id == new.id for old, new in zip(selected, self._selected, strict=True)
        )

    def _is_current(self, torrent_id: str) -> bool:
        return len(self._selected) == 1 and self._selected[0].id == torrent_id

    async def _count(self, torrent_id: str) -> None:
        """What the tab bar says about the tabs that are not on screen: asked once, and again when it changed."""
        self._counted = torrent_id
        files = await self._engine.details.files(torrent_id)
        found = await self._engine.trackers.of(torrent_id)
        if self._is_current(torrent_id):
            self._note_files(len(files))
            self._note_failing(found)

    def _count_from(self, page: Page, fetched: Any) -> None:
        if page is self.files:
            self._note_files(len(fetched.files))
        elif page is self.trackers:
            self._note_failing(fetched)

    def _note_files(self, count: int) -> None:
        self.tabs.set_note(self.pages.index(self.files), formats.count(count) if count else "")

    def _note_failing(self, found: tuple[Tracker, ...]) -> None:
        count = trackers.failing(found)
        self.tabs.set_note(self.pages.index(self.trackers), f"! {formats.count(count)}" if count else "", Token.ERR)


class _Header(Painted):
    """The tab bar with the torrent's name and the chevron at its right end."""

    def __init__(self, themes: ThemeManager, tabs: Tabs, name: Sentence, fold: QToolButton) -> None:
        super().__init__(themes)
        self._layout = QHBoxLayout(self)
        self._layout.addWidget(tabs, 0, Qt.AlignmentFlag.AlignBottom)
        self._layout.addStretch(1)
        self._layout.addWidget(name)
        self._layout.addWidget(fold)
        self._measure()

    def restyled(self) -> None:
        """Sizes follow the font."""
        self._measure()
        super().restyled()

    def _measure(self) -> None:
        inset = self.ctx.px(6)
        self._layout.setContentsMargins(inset, 0, inset, 0)
        self._layout.setSpacing(self.ctx.px(4))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The chrome's ground, with a line below."""
        painter, ctx = QPainter(self), self.ctx
        painter.fillRect(self.rect(), ctx.theme.win)
        ctx.line_below(painter, 0, self.height(), self.width(), Token.LINE)
