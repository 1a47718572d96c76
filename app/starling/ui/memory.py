# SPDX-License-Identifier: GPL-3.0-or-later
"""How the main window was left, and how it comes back: its size, panes and columns, and what was picked."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize
from PySide6.QtWidgets import QMainWindow

from starling.ui.actions import Actions
from starling.ui.details.pane import DetailsPane
from starling.ui.filters import ALL, STATUS, Filter, Section
from starling.ui.sidebar import Sidebar
from starling.ui.splitter import Splitter
from starling.ui.tableview import TableView
from starling.ui.theme import ThemeManager
from starling.uistate import UiState

_FIRST_SIZE = 1400, 860
_FIRST_HALVES = 350, 400
_DETAILS_WANT = 400
_LIST_AT_LEAST = 106
"""A header and three rows."""
_UNFOLDED_AT_LEAST = 80
_OF_THE_SCREEN = 0.92
"""The most of a screen that the window takes at its first start."""
_PANES = "sidebar", "details"
"""Keys of the actions that show and hide a pane."""


class WindowMemory(QObject):
    """Keeps the state of the window's parts; what they say themselves when they change is kept at once."""

    def __init__(
        self,
        window: QMainWindow,
        state: UiState,
        themes: ThemeManager,
        actions: Actions,
        halves: Splitter,
        view: TableView,
        details: DetailsPane,
        sidebar: Sidebar,
    ) -> None:
        super().__init__(window)
        self._window, self._state, self._themes, self._actions = window, state, themes, actions
        self._halves, self._view, self._details, self._sidebar = halves, view, details, sidebar
        self._picked = ALL
        self._returning = _entry(state.get("window.filter"))
        """What was picked the last time, until it is there again or is known not to come."""
        self._torrent = state.get("torrents.current") or ""
        """Id of the torrent that was selected, likewise."""

    def restore(self) -> None:
        """Puts everything back, or where it stands at the first start; from now on changes are kept."""
        room = self._window.screen().availableSize() * _OF_THE_SCREEN
        wanted = QSize(*(round(length * self._themes.scale) for length in _FIRST_SIZE))
        self._window.resize(wanted.boundedTo(room))
        _restored(self._state.get("window.geometry"), self._window.restoreGeometry)
        self._restore_halves()
        if (columns := self._state.get("torrents.columns")) is not None:
            self._view.restore_state(columns)
        for key in _PANES:
            self._actions[key].setChecked(self._state.get(f"window.{key}") != "0")
        self.return_to_entry()
        self._view.columns.changed.connect(self._keep_columns)
        self._halves.splitterMoved.connect(self._keep_halves)
        self._details.folded.connect(self._on_folded)
        if self._state.get("window.halves") is None:
            self._halves.installEventFilter(self)
            self._details.installEventFilter(self)
            self._halves.splitterMoved.connect(self._divided)
        self._sidebar.picked.connect(self._on_picked)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Until somebody has moved the line between them, list and details share whatever height there is."""
        if event.type() == (QEvent.Type.Resize if watched is self._halves else QEvent.Type.Show):
            self._share()
        return False

    def save(self) -> None:
        """Keeps everything."""
        self._state.set("window.geometry", _text(self._window.saveGeometry()))
        # Who quits before the torrents are loaded has not picked anything else.
        entry = self._returning or self._picked
        self._state.set("window.filter", f"{entry.section.value}:{entry.name}")
        for key in _PANES:
            self._state.set(f"window.{key}", str(int(self._actions[key].isChecked())))
        self._state.set("torrents.current", self._torrent or self._selected())
        self._keep_halves()
        self._keep_columns()

    def return_to_entry(self) -> None:
        """Picks in the sidebar what was picked, as soon as it is there; labels and trackers come late."""
        if self._returning is not None:
            self._sidebar.pick(self._returning)

    def return_to_torrent(self) -> None:
        """Selects the torrent that was selected, as soon as it is in the list, unless another one is by then."""
        if self._torrent and self._selected():
            self._torrent = ""
        elif self._torrent:
            self._view.select_keys([self._torrent])
            if self._selected():
                self._torrent = ""

    def all_is_here(self) -> None:
        """All that comes by itself has come: what was picked and is not among it shall not jump in hours later."""
        self._returning = None
        self._torrent = ""

    def _selected(self) -> str:
        keys = self._view.selected_keys() if self._view.selected_count() == 1 else []
        return str(keys[0]) if keys else ""

    def _on_picked(self, entry: Filter) -> None:
        self._returning = None
        self._picked = entry

    def _keep_columns(self) -> None:
        self._state.set("torrents.columns", self._view.save_state())

    def _keep_halves(self) -> None:
        # What they measure while the details are folded is not what they shall unfold to.
        if not self._details.is_folded and self._details.isVisible():
            self._state.set("window.halves", _text(self._halves.saveState()))

    def _restore_halves(self) -> None:
        self._halves.setSizes([round(length * self._themes.scale) for length in _FIRST_HALVES])
        _restored(self._state.get("window.halves"), self._halves.restoreState)

    def _share(self) -> None:
        """In a low window the list gives way: the details need their room, the list can be scrolled."""
        height, scale = self._halves.height(), self._themes.scale
        usual, details = _FIRST_HALVES
        above = min(height * usual / (usual + details), max(height - _DETAILS_WANT * scale, _LIST_AT_LEAST * scale))
        if self._details.isVisible() and not self._details.is_folded:
            self._halves.setSizes([round(above), height - round(above)])

    def _divided(self) -> None:
        self._halves.removeEventFilter(self)
        self._details.removeEventFilter(self)

    def _on_folded(self, folded: bool) -> None:
        if not folded and self._details.height() < _UNFOLDED_AT_LEAST * self._themes.scale:
            # They were folded when the program started: the pane itself has no height to return to.
            self._restore_halves()


def _entry(text: str | None) -> Filter | None:
    section, colon, name = (text or "").partition(":")
    if not colon or section not in {known.value for known in Section}:
        return None
    entry = Filter(Section(section), name)
    # Another version may have had other states to pick.
    return None if entry.section is Section.STATUS and name not in STATUS else entry


def _text(saved: QByteArray) -> str:
    return bytes(saved.toBase64().data()).decode("ascii")


def _restored(text: str | None, restore: Callable[[QByteArray], bool]) -> None:
    if text:
        restore(QByteArray.fromBase64(QByteArray(text.encode("ascii", "ignore"))))
