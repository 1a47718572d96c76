# SPDX-License-Identifier: GPL-3.0-or-later
"""The view of a file tree: boxes, folding and priorities by mouse, keyboard and menu."""

from collections.abc import Hashable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from starling.torrent import Priority
from starling.ui.files.columns import priority_text
from starling.ui.files.tree import FileTree
from starling.ui.outlineview import OutlineView
from starling.ui.theme import ThemeManager

_PLAIN = Qt.KeyboardModifier.NoModifier


class FileView(OutlineView):
    """A `FileTree` on screen; + and - change priorities, F2 or a click on one opens their menu."""

    def __init__(self, tree: FileTree, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(tree, themes, parent=parent)
        self._tree = tree
        self._priority = tree.column_number("priority")
        self._pressed_at: tuple[int, int] | None = None
        self.folder = ""
        """The folder the torrent's paths start from, for copying them; empty before it is known."""
        self.toggled.connect(self._toggle)
        self.fold_requested.connect(tree.fold)
        self.menu_requested.connect(self._menu)

    def chosen(self) -> list[Hashable]:
        """Keys of the selected rows, or of the current one."""
        keys = self.selected_keys()
        current = self.current_key()
        return keys or ([current] if current is not None else [])

    def fill_menu(self, menu: QMenu) -> None:
        """What can be done with the selected files, and with all."""
        chosen = bool(self.chosen())
        self._fill_priorities(menu.addMenu(self.tr("Priority"))).setEnabled(chosen)
        menu.addSeparator()
        menu.addAction(self.tr("Download all")).triggered.connect(self._want_all)
        menu.addAction(self.tr("Download none")).triggered.connect(self._want_none)
        menu.addSeparator()
        menu.addAction(self.tr("Expand all")).triggered.connect(self._expand_all)
        menu.addAction(self.tr("Collapse all")).triggered.connect(self._collapse_all)
        menu.addSeparator()
        copy = menu.addAction(self.tr("Copy path"))
        copy.setEnabled(chosen)
        copy.triggered.connect(self.copy_paths)

    def copy_paths(self) -> None:
        """Put the paths of the selected rows on the clipboard, a line each."""
        rows = [row for key in self.chosen() if (row := self._tree.find(key))]
        start = f"{self.folder.rstrip('/')}/" if self.folder else ""
        QGuiApplication.clipboard().setText("\n".join(start + row.path for row in rows))

    def open_priorities(self, point: QPoint) -> None:
        """The menu of priorities for the selected rows, at a global point."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill_priorities(menu)
        self.popup(menu, point)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """+ and - step through the priorities, F2 shows them."""
        key = event.key()
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if plain and event.text() in {"+", "-"} and self.chosen():
            self._tree.step_priority(self.chosen(), up=event.text() == "+")
        elif plain and key == Qt.Key.Key_F2 and self.currentIndex().isValid() and self._priority is not None:
            cell = self.visualRect(self._tree.index(self.currentIndex().row(), self._priority))
            self.open_priorities(self.viewport().mapToGlobal(cell.bottomLeft()))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on the priority of a selected row keeps the selection, for the menu is about all of it."""
        index = self.indexAt(event.position().toPoint())
        self._pressed_at = None
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
        common = {row.priority for key in self.chosen() if (row := self._tree.find(key))}
        group = QActionGroup(menu)
        for priority in reversed(Priority):
            action = group.addAction(priority_text(priority))
            action.setCheckable(True)
            action.setChecked(common == {priority})
            action.setData(int(priority))
        group.triggered.connect(self._priority_chosen)
        menu.addActions(group.actions())
        return menu

    def _priority_chosen(self, action: QAction) -> None:
        self._tree.set_priority(self.chosen(), int(action.data()))

    def _toggle(self, key: Hashable) -> None:
        self._tree.toggle(key, self.selected_keys())

    def _menu(self, point: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_menu(menu)
        self.popup(menu, point)

    def _want_all(self) -> None:
        self._tree.set_all_wanted(True)

    def _want_none(self) -> None:
        self._tree.set_all_wanted(False)

    def _expand_all(self) -> None:
        self._tree.fold_all(True)

    def _collapse_all(self) -> None:
        self._tree.fold_all(False)
