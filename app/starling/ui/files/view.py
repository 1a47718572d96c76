# SPDX-License-Identifier: GPL-3.0-or-later
"""The view of a file tree: boxes, folding and priorities by mouse, keyboard and menu."""

from bisect import bisect_left
from collections.abc import Hashable, Sequence
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from starling.torrent import Priority, Torrent
from starling.ui.files.actions import Chosen, FileActions
from starling.ui.files.columns import priority_text
from starling.ui.files.node import Key
from starling.ui.files.presets import NO_EXTRAS, PRESETS, meant
from starling.ui.files.tree import FileTree
from starling.ui.outlineview import OutlineView
from starling.ui.theme import ThemeManager

_PLAIN = Qt.KeyboardModifier.NoModifier
_LOOKED_AT = 1000
"""Selected rows whose priorities are looked at for the tick in their menu."""


class FileView(OutlineView):
    """A `FileTree` on screen; + and - change priorities, a click on one opens their menu."""

    shape_changed = Signal()
    """It is a tree now, or a list."""

    def __init__(self, tree: FileTree, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(tree, themes, parent=parent)
        self.tree = tree
        self._priority = tree.column_number("priority")
        self._pressed_at: tuple[int, int] | None = None
        self._lost: tuple[Key, bool] | None = None
        """The row that was current before the shape changed, and whether it was selected."""
        self._awaited: tuple[str, str] | None = None
        """The torrent and the new path of a folder that was renamed: it is selected once it is shown."""
        self.folder = ""
        """The folder the torrent's paths start from, for copying them; empty before it is known."""
        self.torrent: Torrent | None = None
        """The torrent, once it is in the list."""
        self.playing: dict[str, int] = {}
        """The files that are fetched for playing, by torrent."""
        self.toggled.connect(self._toggle)
        self.fold_requested.connect(self.fold)
        tree.settled.connect(self._find_again)
        self.menu_requested.connect(self._menu)
        self.file_actions = FileActions(self, themes, self.about_chosen, self._fill_priorities, self.apply_preset)
        self.file_actions.serve(self, in_list=False)
        self.picked.connect(self.file_actions.follow)
        self.file_actions.follow()

    def chosen(self) -> Sequence[Hashable]:
        """Keys of the selected rows, or of the current one."""
        return self.tree.keys_in(self.chosen_spans())

    def chosen_spans(self) -> list[tuple[int, int]]:
        """First and last row of each stretch of them."""
        current = self.currentIndex().row()
        return self.selected_spans() or ([(current, current)] if current >= 0 else [])

    def about_chosen(self) -> Chosen:
        """What actions are about."""
        spans = self.chosen_spans()
        count = sum(last - first + 1 for first, last in spans)
        row = self.tree.row(spans[0][0]) if count == 1 else None
        return Chosen(
            count=count,
            row=row,
            playing=row is not None and row.file is not None and row.file == self._played(),
            files=self.tree.file_count,
            folders=self.tree.has_folders,
            filtering=self.tree.filtering,
            flat=self.tree.flat,
            torrent=self.torrent,
        )

    def _played(self) -> int | None:
        return self.playing.get(self.torrent.id) if self.torrent else None

    def fill_menu(self, menu: QMenu) -> None:
        """What can be done with the selected files, and with all."""
        self.file_actions.fill(menu)
        menu.addSeparator()
        self.fill_export(menu)

    # -- what the actions do

    def copy_path(self) -> None:
        """Put the paths of the selected rows on the clipboard, a line each."""
        rows = self.tree.rows_in(self.chosen_spans())
        start = f"{self.folder.rstrip('/')}/" if self.folder else ""
        self.copier.copy((start + row.path for row in rows), len(rows))

    def only_chosen(self) -> None:
        """Tick the selected files and no others, hidden ones included."""
        self.tree.want_only(self.chosen(), everywhere=True)

    def only_found(self) -> None:
        """Tick what the filter lets through and nothing else."""
        self.tree.want_only(self.tree.keys(), everywhere=True)

    def want_all(self) -> None:
        """Tick every file that the filter lets through."""
        self.tree.set_all_wanted(True)

    def want_none(self) -> None:
        """Untick every file that the filter lets through."""
        self.tree.set_all_wanted(False)

    def invert(self) -> None:
        """Tick what is not ticked, and the other way round."""
        self.tree.invert()

    def apply_preset(self, key: str) -> None:
        """Tick and untick by a rule, as far as the filter lets files through."""
        preset = next(preset for preset in PRESETS if preset.key == key)
        if preset is NO_EXTRAS:
            self.tree.skip(partial(meant, preset))
        else:
            self.tree.want_only(partial(meant, preset))

    def flat(self, on: bool) -> None:
        """One list of files, or the tree."""
        number = self.currentIndex().row()
        if on != self.tree.flat and number >= 0:
            row = self.tree.row(number)
            # In a list a folder is where its first file is.
            key = self.tree.indices([row.key])[0] if row.has_children else row.key
            self._lost = key, self.selectionModel().isSelected(self.currentIndex())
        self.tree.set_flat(on)
        self.file_actions.follow()
        self.shape_changed.emit()

    def expand_all(self) -> None:
        """Show what is in every folder."""
        self.tree.fold_all(True)

    def collapse_all(self) -> None:
        """Fold every folder away."""
        top = self.currentIndex().row()
        while top >= 0 and (above := self.tree.above(top)) is not None:
            top = above
        if top >= 0:
            self._gather(top)
        self.tree.fold_all(False)

    def fold(self, key: Hashable, expanded: bool) -> None:
        """Show or fold away what is in a folder."""
        number = self.tree.index_of(key)
        if number is not None and not expanded:
            self._gather(number)
        self.tree.fold(key, expanded)

    def _gather(self, number: int) -> None:
        """A folder that is about to be folded away takes over the keyboard and the selection of what is in it."""
        inside = f"{self.tree.row(number).path}/"
        beyond = bisect_left(
            range(self.tree.rowCount()),
            True,
            number + 1,
            key=lambda below: not self.tree.row(below).path.startswith(inside),
        )
        index, flag = self.tree.index(number, 0), QItemSelectionModel.SelectionFlag
        if number < self.currentIndex().row() < beyond:
            self.selectionModel().setCurrentIndex(index, flag.NoUpdate)
        if any(first < beyond and last > number for first, last in self.selected_spans()):
            self.selectionModel().select(index, flag.Select | flag.Rows)

    def await_folder(self, torrent: str, path: str) -> None:
        """Select the folder that has this path since it was renamed, unless the user turns to another row before."""
        self._awaited = torrent, path
        self._find_renamed()

    def _find_renamed(self) -> None:
        if self._awaited is not None and self.torrent is not None and self._awaited[0] == self.torrent.id:
            path = self._awaited[1]
            if self.tree.index_of(path) is not None:
                self._awaited = None
                self.select_keys([path])

    def _find_again(self) -> None:
        """In another shape the current row is still the same, or the nearest to it."""
        self._find_renamed()
        if self._lost is None:
            return
        (key, selected), self._lost = self._lost, None
        number = self.tree.index_of(key)
        row = self.tree.find(key)
        path = row.path if row is not None else ""
        while number is None and "/" in path:
            path = path.rpartition("/")[0]
            number = self.tree.index_of(path)
        if number is None:
            return
        index, flag = self.tree.index(number, 0), QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flag.NoUpdate)
        if selected:
            self.selectionModel().select(index, flag.Select | flag.Rows)
        self.scrollTo(index)

    # -- priorities

    def open_priorities(self, point: QPoint) -> None:
        """The menu of priorities for the selected rows, at a global point."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill_priorities(menu)
        self.popup(menu, point)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """+ and - step through the priorities."""
        self._awaited = None
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if plain and event.text() in {"+", "-"} and (chosen := self.chosen()):
            self.tree.step_priority(chosen, up=event.text() == "+")
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on the priority of a selected row keeps the selection, for the menu is about all of it."""
        index = self.indexAt(event.position().toPoint())
        self._pressed_at = self._awaited = None
        plain = event.button() == Qt.MouseButton.LeftButton and event.modifiers() == _PLAIN
        if plain and index.isValid() and index.column() == self._priority:
            self._pressed_at = index.row(), index.column()
            if self.selectionModel().isSelected(index):
                return
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The priority that was pressed opens its menu."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        pressed, self._pressed_at = self._pressed_at, None
        if pressed is not None and pressed == (index.row(), index.column()):
            self.open_priorities(self.viewport().mapToGlobal(self.visualRect(index).bottomLeft()))

    def _fill_priorities(self, menu: QMenu) -> QMenu:
        common = {row.priority for row in self.tree.rows_in(self.chosen_spans())[:_LOOKED_AT]}
        group = QActionGroup(menu)
        for priority in reversed(Priority):
            action = group.addAction(priority_text(priority))
            action.setCheckable(True)
            action.setChecked(common == {priority})
            action.setData(int(priority))
        group.triggered.connect(self._priority_chosen)
        menu.addActions(group.actions())
        menu.addSeparator()
        by_order = menu.addAction(self.tr("By shown order: first third maximum, last third normal"))
        by_order.triggered.connect(self._by_shown_order)
        return menu

    def _priority_chosen(self, action: QAction) -> None:
        self.tree.set_priority(self.chosen(), int(action.data()))

    def _by_shown_order(self) -> None:
        self.tree.by_shown_order(self.chosen())

    def _toggle(self, key: Hashable) -> None:
        self.tree.toggle(key, self.tree.keys_in(self.selected_spans()))

    def _menu(self, point: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_menu(menu)
        self.popup(menu, point)
