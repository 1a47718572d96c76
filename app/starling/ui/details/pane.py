# SPDX-License-Identifier: GPL-3.0-or-later
"""The pane below the list: tabs about the selected torrent, of which only the one on screen asks the engine."""

import asyncio
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal
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
from starling.spelling import shown
from starling.tasks import spawn
from starling.torrent import Torrent
from starling.tracker import Tracker
from starling.ui import icons
from starling.ui.column import Weight
from starling.ui.details import trackers
from starling.ui.details.files import FilesPage
from starling.ui.details.general import GeneralPage
from starling.ui.details.page import Page
from starling.ui.details.painted import Painted
from starling.ui.details.peers import PeersPage
from starling.ui.details.sentence import Segment, Sentence
from starling.ui.details.tabs import HEIGHT, Tabs
from starling.ui.details.trackers import TrackersPage
from starling.ui.theme import ThemeManager, Token
from starling.uistate import UiState

_TICK_MS = 1000
_UNLIMITED = 16777215
_KEYS = ("general", "files", "peers", "trackers")
FILES, _PEERS, _TRACKERS = 1, 2, 3


class DetailsPane(QWidget):
    """General, Files, Peers and Trackers of the selected torrent."""

    folded = Signal(bool)
    """It was folded to its tab bar, or unfolded."""

    def __init__(self, engine: Engine, themes: ThemeManager, state: UiState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._engine, self._themes, self._state = engine, themes, state
        self._torrent: Torrent | None = None
        self._active = True
        self._folded = False
        self._unfolded_sizes: list[int] = []
        self._task: asyncio.Task[None] | None = None
        self._again = False
        self._counted = ""
        """Id of the torrent whose files and failing trackers the tab bar counts."""
        self._ticks = 0
        self.general = GeneralPage(themes)
        self.files = FilesPage(engine, themes)
        self.peers = PeersPage(themes)
        self.trackers = TrackersPage(engine, themes)
        self._pages: tuple[Page, ...] = (self.general, self.files, self.peers, self.trackers)
        self._build()
        self._restore()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        engine.files_changed.connect(self._on_changed)
        engine.trackers_changed.connect(self._on_changed)
        themes.changed.connect(self._restyle)
        self._restyle()
        self.set_torrents([])

    # -- what the window asks

    def set_torrents(self, selected: Sequence[Torrent]) -> None:
        """The selected torrents as they are now: one is shown, several are counted. Cheap if it is the same one."""
        torrent = selected[0] if len(selected) == 1 else None
        before, self._torrent = self._torrent, torrent
        if torrent is None:
            self._say(self._about(selected))
        elif before is None or before.id != torrent.id:
            self._stack.setCurrentWidget(self._page)
        if (before.id if before else "") != (torrent.id if torrent else ""):
            self._counted, self._ticks = "", 0
            for page in self._pages:
                page.clear()
            for index in (FILES, _TRACKERS):
                self.tabs.set_note(index, "")
            self._refresh()
        self._show_header()

    def set_active(self, active: bool) -> None:
        """Whether anybody can see it: a minimised window fetches nothing."""
        self._active = active
        if active:
            self._refresh()

    def show_tab(self, index: int) -> None:
        """Bring a tab to the front, unfolded: 0 General, 1 Files, 2 Peers, 3 Trackers."""
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
        self._refresh()

    # -- Qt's

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody looks: begin to fetch."""
        super().showEvent(event)
        self._timer.start()
        self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: no question is worth waiting for."""
        super().hideEvent(event)
        self._timer.stop()
        if self._task:
            self._task.cancel()
            self._task = None

    # -- within

    @property
    def _page(self) -> Page:
        return self._pages[self.tabs.currentIndex()]

    def _build(self) -> None:
        titles = [self.tr("General"), self.tr("Files"), self.tr("Peers"), self.tr("Trackers")]
        self.tabs = Tabs(self._themes, titles)
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
        for widget in (self._message, *self._pages):
            self._stack.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header)
        layout.addWidget(self._stack, 1)

    def _restore(self) -> None:
        for page, key in zip(self._pages, _KEYS, strict=True):
            if saved := self._state.get(f"details.{key}"):
                page.restore_state(saved)
            page.changed.connect(self._page_changed)
        tab = self._state.get("details.tab")
        if tab in _KEYS:
            self.tabs.setCurrentIndex(_KEYS.index(tab))
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

    def _show_header(self) -> None:
        torrent = self._torrent
        self._name.show_words([Segment(shown(torrent.name), Token.MUTED, Weight.BOLD)] if torrent else [])
        connected = torrent.seeds + torrent.peers if torrent else 0
        self.tabs.set_note(_PEERS, formats.count(connected) if connected else "")
        if torrent and torrent.tracker_failing and not self.tabs.note(_TRACKERS):
            self.tabs.set_note(_TRACKERS, "!", Token.ERR)

    def _about(self, selected: Sequence[Torrent]) -> str:
        if not selected:
            return self.tr("Select a torrent to see its details.")
        size = formats.size(sum(torrent.size for torrent in selected))
        return self.tr("%n torrents selected, {size}", "", len(selected)).format(size=size)

    def _say(self, words: str) -> None:
        self._message.setText(words)
        self._stack.setCurrentWidget(self._message)

    def _tab_chosen(self) -> None:
        self._state.set("details.tab", _KEYS[self.tabs.currentIndex()])
        if self._torrent:
            self._stack.setCurrentWidget(self._page)
        self._refresh()

    def _tab_clicked(self, index: int) -> None:
        if index >= 0:
            self.set_folded(False)

    def _toggle_folded(self) -> None:
        self.set_folded(not self._folded)

    def _page_changed(self) -> None:
        for page, key in zip(self._pages, _KEYS, strict=True):
            if saved := page.save_state():
                self._state.set(f"details.{key}", saved)

    # -- fetching: one question at a time, about the torrent and the tab on screen

    def _seen(self) -> bool:
        return self._active and not self._folded and self.isVisible() and not self.window().isMinimized()

    def _on_changed(self, torrent_id: str) -> None:
        if self._torrent and torrent_id == self._torrent.id:
            self._counted = ""
            self._refresh()

    @property
    def _fetching(self) -> bool:
        return self._task is not None and not self._task.done()

    def _tick(self) -> None:
        self._ticks += 1
        # Whoever waits too long for an answer shall not wait twice as long for the next.
        if not self._fetching:
            self._refresh()

    def _refresh(self) -> None:
        if self._fetching:
            self._again = True
        elif self._torrent and self._seen():
            self._task = spawn(self._fetch(), name="details")

    async def _fetch(self) -> None:
        self._again = True
        while self._again and self._torrent and self._seen():
            self._again = False
            await self._fetch_once(self._torrent.id, self._page)

    async def _fetch_once(self, torrent_id: str, page: Page) -> None:
        try:
            fetched = await page.fetch(self._engine, torrent_id)
            if not self._is_current(torrent_id):
                return
            if page is self._page and self._torrent:
                self._stack.setCurrentWidget(page)
                page.take(self._torrent, fetched)
            self._count_from(page, fetched)
            # Not at once: who walks through the list with the arrow keys does not want to know it of every torrent.
            if self._ticks and self._counted != torrent_id:
                await self._count(torrent_id)
        except EngineError as error:
            # It was removed while it was asked about; the list will say so in a moment.
            if self._is_current(torrent_id):
                self._say(str(error))

    def _is_current(self, torrent_id: str) -> bool:
        return self._torrent is not None and self._torrent.id == torrent_id

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
        self.tabs.set_note(FILES, formats.count(count) if count else "")

    def _note_failing(self, found: tuple[Tracker, ...]) -> None:
        count = trackers.failing(found)
        self.tabs.set_note(_TRACKERS, f"! {formats.count(count)}" if count else "", Token.ERR)


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
