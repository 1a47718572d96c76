# SPDX-License-Identifier: GPL-3.0-or-later
"""The main window: puts the parts together and passes news and selections between them."""

from collections.abc import Callable
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QActionGroup, QCloseEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from starling import settings
from starling.engine.engine import Engine
from starling.logbook import Logbook
from starling.remote.door import Door
from starling.settings import Settings
from starling.tasks import Worker
from starling.torrent import Torrent
from starling.ui import torrents
from starling.ui.actions import Actions
from starling.ui.commands import Commands
from starling.ui.connection_commands import ConnectionCommands
from starling.ui.data_commands import DataCommands
from starling.ui.details.page import Page
from starling.ui.details.pane import DetailsPane
from starling.ui.dialogs.means import Means
from starling.ui.dropping import DropTarget
from starling.ui.empty import EmptyState
from starling.ui.filters import Counts
from starling.ui.floating import Floating
from starling.ui.goal_commands import GoalCommands
from starling.ui.handlers import Handlers
from starling.ui.incoming import Incoming
from starling.ui.label_commands import LabelCommands
from starling.ui.labelbook import LabelBook
from starling.ui.labeldrop import LabelDrop
from starling.ui.listfilter import ListFilter
from starling.ui.making_commands import MakingCommands
from starling.ui.memory import WindowMemory
from starling.ui.nomatch import NoMatch
from starling.ui.notice import NoticeBar
from starling.ui.preferences_commands import PreferencesCommands
from starling.ui.query_commands import QueryCommands
from starling.ui.querysaved import SavedFilters
from starling.ui.record_commands import RecordCommands
from starling.ui.remedies import Ways
from starling.ui.sidebar import Sidebar
from starling.ui.speed_commands import SpeedCommands
from starling.ui.splitter import Splitter
from starling.ui.statusbar import StatusBar
from starling.ui.table import TableModel
from starling.ui.tableview import TableView
from starling.ui.theme import ThemeManager
from starling.ui.toolbar import WORDS_FROM, ToolBar
from starling.ui.undo_commands import UndoCommands
from starling.ui.why_commands import WhyCommands
from starling.uistate import UiState

_NEWS_MS = 150

_COLOURS = {
    settings.appearance.Appearance.SYSTEM: "colours_system",
    settings.appearance.Appearance.LIGHT: "colours_light",
    settings.appearance.Appearance.DARK: "colours_dark",
}


class MainWindow(QMainWindow):
    """Sidebar, torrent list and details, between tool bar and status bar."""

    closed = Signal()
    """The user closed it or chose Quit."""

    def __init__(
        self,
        engine: Engine,
        chosen: Settings,
        state: UiState,
        themes: ThemeManager,
        notices: NoticeBar,
        incoming: Incoming,
        files_worker: Worker,
        book: Logbook,
        door: Door | None = None,
    ) -> None:
        super().__init__()
        self._engine, self._settings, self._themes = engine, chosen, themes
        self._selected: list[Torrent] = []
        self._awaited = ""
        self._loaded = False
        self.counts = Counts()
        self.labels = LabelBook(engine, chosen, self)
        self.model: TableModel[Torrent] = TableModel(torrents.columns(self.labels.colour), _id, self)
        self.list = TableView(self.model, themes, patient=True, parent=self)
        self.list.setAccessibleName(self.tr("Torrents"))
        self._no_match = NoMatch(self.list, self.model, themes)
        self.sidebar = Sidebar(themes, self.counts, self)
        self.details = DetailsPane(engine, chosen, themes, state, book, self)
        self.empty = EmptyState(themes, self)
        self.notices = notices
        self.incoming = incoming
        self.commands = Commands(self, engine, chosen, incoming, self.selected)
        self.making = MakingCommands(self, engine, state, themes)
        means = Means(engine, chosen, state, themes, files_worker, door)
        self.preferences = PreferencesCommands(self, means)
        self.details.swarm.rules.protocol_wanted.connect(self.preferences.protocol)
        self.data = DataCommands(self, means, self.selected)
        self.connection = ConnectionCommands(self, engine, themes, notices)
        self.undoing = UndoCommands(self, engine, chosen, themes, notices)
        self.records = RecordCommands(self, means, book, notices, self.model.get)
        self.labelling = LabelCommands(
            self, means, self.labels, notices, self.sidebar, self.selected, self.preferences.show_setting
        )
        self.status = StatusBar(themes, files_worker, self)
        self.speed = SpeedCommands(self, means, self.status, self.selected, self.preferences.show_setting)
        self.goals = GoalCommands(self, means, self.list, self.model, notices, self.selected)
        ways = Ways(
            *(self._show_tab_of, self.preferences.show_setting, self.connection.connectivity),
            *(self.data.relocate_these, self.details.trackers.commands.edit_of, self.details.peers.commands.add_to),
        )
        self.explaining = WhyCommands(self, means, notices, ways, self.details, self.selected, self.show_torrent)
        handlers = Handlers(
            self._own_actions(),
            *(self.commands, self.making, self.preferences, self.undoing, self.data, self.labelling, self.records),
            *(self.goals, self.speed, self.explaining),
        )
        self.menu_actions = Actions(self, self.list, handlers, themes)
        self.toolbar = ToolBar(self.menu_actions, themes, self)
        self.saved = SavedFilters(engine, chosen, self.counts, self.model, self)
        box = self.toolbar.filter
        self.filter = ListFilter(engine, self.model, box, self.sidebar, self._no_match, self.saved, self)
        self._queries = QueryCommands(self, chosen, self.saved, self.filter, box, self.sidebar, self.counts, notices)
        self._build()
        self.drops = DropTarget(self, themes, incoming.open)
        self._memory = WindowMemory(
            self, state, themes, self.menu_actions, self._halves, self.list, self.details, self.sidebar
        )
        self._connect()
        self._restore()

    # -- what the program and the commands ask

    def selected(self) -> list[Torrent]:
        """The selected torrents, top to bottom."""
        return self._selected

    def show_torrent(self, id: str) -> None:
        """Selects a torrent and brings it into sight, out of a filter that hides it if need be."""
        if self.model.index_of(id) is None and self.model.get(id) is not None:
            self.filter.let_all_through()
        self.list.select_keys([id])
        self.list.setFocus()

    def raise_to_front(self) -> None:
        """Comes to the front of the desktop."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def save_state(self) -> None:
        """Remembers sizes, columns and what is shown."""
        self._memory.save()

    def show_units(self) -> None:
        """Sizes and rates are written another way from now on."""
        for widget in self.findChildren(QWidget):
            widget.update()
        self.status.measure()

    def leave(self) -> None:
        """Goes from the screen with its dialogs: the program ends."""
        for dialog in self.findChildren(QDialog):
            dialog.hide()
        self.hide()

    def _show_from_elsewhere(self, id: str) -> None:
        self.show_torrent(id)
        self.raise_to_front()

    # -- actions that are the window's own

    def select_all(self) -> None:
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.list.selectAll()

    def find_torrents(self) -> None:
        self.toolbar.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.toolbar.filter.selectAll()

    def save_filter(self) -> None:
        self._queries.save_filter()

    def find_files(self) -> None:
        self._show_page(self.details.files)
        self.details.files.find_files()

    def show_sidebar(self, on: bool) -> None:
        self.sidebar.setVisible(on)

    def show_details(self, on: bool) -> None:
        # Where there is no torrent there is nothing to tell of one.
        self.details.setVisible(on and self._stack.currentWidget() is self.list)

    def next_pane(self) -> None:
        self._cycle(1)

    def previous_pane(self) -> None:
        self._cycle(-1)

    # -- Qt's

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sidebar becomes a rail where the list needs the room."""
        super().resizeEvent(event)
        self.sidebar.set_rail(self.width() < WORDS_FROM * self._themes.scale)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The program ends in its own order: the window only says so."""
        event.ignore()
        self.closed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """A window that nobody sees fetches no details."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self.details.set_active(not self.isMinimized())

    # -- within

    def _own_actions(self) -> dict[str, Callable[..., None]]:
        return {
            "select_all": self.select_all,
            "find_torrents": self.find_torrents,
            "export_list": self.list.exporter.export_all,
            "save_filter": self.save_filter,
            "find_files": self.find_files,
            "sidebar": self.show_sidebar,
            "details": self.show_details,
            "next_pane": self.next_pane,
            "previous_pane": self.previous_pane,
            "connectivity": self.connection.connectivity,
        }

    def _build(self) -> None:
        self.setWindowTitle("Starling")
        for menu in self.menu_actions.menus(self):
            self.menuBar().addMenu(menu)
        self.addToolBar(self.toolbar)
        self.setStatusBar(self.status)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        self._turn_to(self.list)
        self._halves = Splitter(Qt.Orientation.Vertical, self._themes, self)
        self._halves.addWidget(self._stack)
        self._halves.addWidget(self.details)
        self._halves.setStretchFactor(0, 3)
        self._halves.setStretchFactor(1, 4)
        self._halves.setChildrenCollapsible(False)
        right = QWidget(self)
        layout = QVBoxLayout(right)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._halves)
        self._floating = Floating(self.notices, right, self._stack, self.list, self.details, self._themes)
        sides = QWidget(self)
        beside = QHBoxLayout(sides)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(self.sidebar)
        beside.addWidget(right, 1)
        self.setCentralWidget(sides)
        group = QActionGroup(self)
        for key in _COLOURS.values():
            group.addAction(self.menu_actions[key])
        for number in range(self.details.tabs.count()):
            shortcut = QShortcut(f"Alt+{number + 1}", self)
            shortcut.activated.connect(partial(self._show_tab, number))
        self._order_tabs()

    def _order_tabs(self) -> None:
        """The Tab key goes through the window as the eye does, not as its parts were made."""
        stops = [widget for widget in self.findChildren(QWidget) if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]
        parts = (self.toolbar, self.sidebar, self._stack, self.details, self.status)
        ordered = [stop for part in parts for stop in stops if part is stop or part.isAncestorOf(stop)]
        for before, after in pairwise(ordered):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        engine = self._engine
        engine.updated.connect(self._on_updated)
        engine.removed.connect(self._on_removed)
        engine.loaded.connect(self._on_loaded)
        engine.session_changed.connect(self.speed.show_session)
        engine.failed.connect(self.notices.error)
        engine.noted.connect(self.notices.info)
        self.toolbar.filter.left.connect(self.list.setFocus)
        self.list.picked.connect(self._on_picked)
        self.list.menu_requested.connect(self._open_menu)
        self.list.activated.connect(self.commands.open_folder)
        self.speed.graph_wanted.connect(partial(self._show_page, self.details.speed))
        self.speed.begin(self.menu_actions["slow_mode"])
        self.menu_actions.labels_wanted.connect(self._fill_labels)
        self.labels.changed.connect(self.list.viewport().update)
        self.goals.drag.add_target(self.sidebar.viewport(), LabelDrop(self.sidebar, self.labelling))
        self.menu_actions.tab_wanted.connect(self._fill_tab)
        self.menu_actions.columns_wanted.connect(self._fill_columns)
        self.incoming.show_torrent.connect(self.show_torrent)
        self.incoming.added.connect(self._on_added)
        self.making.added.connect(self._on_added)
        self.status.connection_wanted.connect(self.connection.connectivity)
        self.details.swarm.reach.connection_wanted.connect(self.connection.connectivity)
        self.undoing.returned.connect(self._on_added)
        self.commands.quit_wanted.connect(self.closed)
        self.commands.notice_wanted.connect(self.notices.info)
        self.data.told.connect(self.notices.info)
        self.records.told.connect(self.notices.info)
        self.records.show_wanted.connect(self._show_from_elsewhere)
        self.details.log.log_wanted.connect(self.records.show_log_of)
        for wanted in (self.details.log.wire_wanted, self.details.peers.commands.wire_wanted):
            wanted.connect(self.records.show_wire)
        for page in self.details.pages:
            page.told.connect(self.notices.info)
        for table in self.findChildren(TableView):
            table.exporter.told.connect(self.notices.info)
        self._no_match.clear_requested.connect(self.list.setFocus)
        self._no_match.inside_requested.connect(self.list.setFocus)
        self.empty.open_requested.connect(self.commands.open_files)
        self.empty.paste_requested.connect(self.commands.paste)
        self._settings.changed.connect(self._on_setting)
        self._on_setting(settings.speed.SLOW_MODE.key)
        self._on_setting(settings.appearance.THEME.key)
        self._on_setting(settings.downloads.SAVE_PATH.key)
        self._on_picked()

    def _restore(self) -> None:
        self.model.sort_by("down", falling=True)
        # A window that was narrow comes back so: no wider part holds it open until its width is known.
        self.sidebar.set_rail(True)
        self._memory.restore()
        self.show_sidebar(self.menu_actions["sidebar"].isChecked())
        self.show_details(self.menu_actions["details"].isChecked())
        self.list.setFocus()

    def _on_updated(self, changed: list[Torrent]) -> None:
        self.model.upsert(changed)
        self._memory.return_to_torrent()
        self._show_list()
        # A turn of its own: at 10,000 changes the list alone takes all of a frame.
        QTimer.singleShot(0, self, partial(self._count, changed, self._loaded))
        if self._awaited and self.model.get(self._awaited) is not None:
            awaited, self._awaited = self._awaited, ""
            self.show_torrent(awaited)
        elif self._selected:
            self._on_picked()

    def _on_added(self, id: str) -> None:
        if self.model.get(id) is not None:
            self.show_torrent(id)
        else:
            # Its row comes with the next news.
            self._awaited = id

    def _count(self, changed: list[Torrent], everything: bool) -> None:
        if self.counts.update([torrent for torrent in changed if self.model.get(torrent.id) is not None]):
            self.sidebar.refresh()
            self._memory.return_to_entry()
        if everything:
            self._memory.all_is_here()

    def _on_removed(self, ids: list[str]) -> None:
        chosen = self.list.selected_spans()
        self.model.remove(ids)
        if chosen and not self.list.selected_count():
            self.list.select_place(chosen[0][0])
        self.counts.remove(ids)
        self.sidebar.refresh()
        self._on_picked()
        self._show_first_run()

    def _on_loaded(self) -> None:
        self._loaded = True
        # The first news of what was loaded are on their way: an empty list means nothing yet.
        QTimer.singleShot(_NEWS_MS, self, self._on_nothing)

    def _on_nothing(self) -> None:
        if not self._engine.torrents:
            self._memory.all_is_here()
            self._show_first_run()

    def _show_first_run(self) -> None:
        if self._loaded and not self.model.total and self._stack.currentWidget() is not self.empty:
            with_focus = self.list.hasFocus()
            self._turn_to(self.empty)
            self.show_details(False)
            if with_focus:
                self.empty.open_button.setFocus()

    def _show_list(self) -> None:
        if self._stack.currentWidget() is self.empty:
            focused = QApplication.focusWidget()
            with_focus = focused is not None and self.empty.isAncestorOf(focused)
            self._turn_to(self.list)
            self.show_details(self.menu_actions["details"].isChecked())
            if with_focus:
                self.list.setFocus()

    def _turn_to(self, shown: QWidget) -> None:
        # The one that is not seen takes no height from the details.
        policy = QSizePolicy.Policy
        for page in (self.list, self.empty):
            page.setSizePolicy(policy.Expanding, policy.Expanding if page is shown else policy.Ignored)
        self._stack.setCurrentWidget(shown)

    def _show_tab(self, number: int) -> None:
        self.menu_actions["details"].setChecked(True)
        self.show_details(True)
        self.details.show_tab(number)

    def _show_page(self, page: Page) -> None:
        self._show_tab(self.details.pages.index(page))

    def _show_tab_of(self, key: str) -> None:
        self._show_page(next(page for page in self.details.pages if page.key == key))

    def _on_setting(self, key: str) -> None:
        if key == settings.speed.SLOW_MODE.key:
            self.menu_actions["slow_mode"].setChecked(self._settings.get(settings.speed.SLOW_MODE))
        elif key == settings.appearance.THEME.key:
            self.menu_actions[_COLOURS[self._settings.get(settings.appearance.THEME)]].setChecked(True)
        elif key == settings.downloads.SAVE_PATH.key:
            self.status.set_folder(self._settings.get(settings.downloads.SAVE_PATH))

    def _on_picked(self) -> None:
        found = (self.model.get(key) for key in self.list.selected_keys())
        self._selected = [torrent for torrent in found if torrent is not None]
        self.menu_actions.follow(self._selected)
        self.details.set_torrents(self._selected)

    def _open_menu(self, point: QPoint) -> None:
        if self._selected:
            menu = self.menu_actions.context_menu(self)
            menu.addSeparator()
            self.list.fill_export(menu)
            menu.aboutToHide.connect(menu.deleteLater)
            self.list.popup(menu, point)

    def _fill_labels(self, menu: QMenu) -> None:
        self.labelling.fill_menu(menu, self.menu_actions["edit_labels"])

    def _fill_tab(self, menu: QMenu, key: str) -> None:
        _empty(menu)
        page = next(page for page in self.details.pages if page.key == key)
        if page.isVisible():
            page.fill_menu(menu)
        else:
            # Nobody should rename, skip or ban what he does not see selected.
            words = self.tr("&Show the {title} tab").format(title=page.title)
            entry = menu.addAction(words, partial(self._show_page, page))
            entry.setEnabled(page.shows(self._selected))

    def _fill_columns(self, menu: QMenu) -> None:
        _empty(menu)
        self.list.columns.fill_menu(menu)

    def _cycle(self, step: int) -> None:
        panes = [pane for pane in (self.sidebar, self.list, *self.details.panes()) if pane.isVisible()]
        if not panes:
            return
        focus = QApplication.focusWidget()
        holders = [
            i for i, pane in enumerate(panes) if focus is not None and (pane is focus or pane.isAncestorOf(focus))
        ]
        place = (holders[0] + step) % len(panes) if holders else 0
        panes[place].setFocus(Qt.FocusReason.ShortcutFocusReason)


def _empty(menu: QMenu) -> None:
    menu.clear()
    for old in (*menu.findChildren(QMenu), *menu.findChildren(QActionGroup)):
        old.deleteLater()


def _id(torrent: Torrent) -> str:
    return torrent.id
