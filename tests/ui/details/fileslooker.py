# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody who looks at the Files tab."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from starling import formats
from starling.ui import outline
from starling.ui.details.files import FilesPage
from starling.ui.details.pane import DetailsPane
from starling.ui.files.node import FileRow
from tests.helpers import User
from tests.ui.person import choose, entry_of

PIECE = 16_384

ShowPane = Callable[..., DetailsPane]


class Looker:
    """Somebody in front of the Files tab of one torrent."""

    def __init__(self, user: User, id: str, pane: DetailsPane) -> None:
        self.user, self.id, self.pane = user, id, pane
        self.page: FilesPage = pane.files
        pane.show_tab(pane.pages.index(pane.files))
        user.until(lambda: self.page.tree.rows() and self.page._sharing)
        pane.activateWindow()
        self.page.view.setFocus()
        user.until(self.page.view.hasFocus)

    def turns_to(self, id: str) -> None:
        self.id = id
        self.pane.set_torrents([self.user.torrent(id)])
        shown = self.page.view
        self.user.until(lambda: shown.torrent and shown.torrent.id == id and self.page.tree.rows())

    def names(self) -> list[str]:
        return [row.name for row in self.page.tree.rows()]

    def key(self, name: str) -> int | str:
        return next(row.key for row in self.page.tree.rows() if row.name == name)

    def selects(self, *names: str) -> None:
        self.page.view.select_keys([self.key(name) for name in names])
        QApplication.sendPostedEvents()

    def presses(self, keys: str) -> None:
        # Here is no window manager to activate the window once a dialog has closed.
        self.pane.activateWindow()
        self.user.until(self.pane.isActiveWindow)
        self.page.view.setFocus()
        QTest.keySequence(self.page.view, QKeySequence(keys))

    def chooses(self, *path: str) -> None:
        """From the context menu."""
        menu = QMenu(self.page.view)
        self.page.view.fill_menu(menu)
        choose(entry_of(menu.actions(), path))
        menu.deleteLater()

    def finds(self, text: str) -> None:
        self.page.find_files()
        self.page.filter.setText(text)
        self.page.filter.settle()

    def row(self, name: str) -> FileRow:
        found = self.page.tree.find(self.key(name))
        assert found is not None
        return found

    def cell(self, name: str, column: str) -> str:
        found = next(each for each in self.page.tree.columns if each.key == column)
        return found.text(self.row(name)).replace(formats.NBSP, " ")

    def tip(self, name: str, column: str) -> str:
        found = next(each for each in self.page.tree.columns if each.key == column)
        assert found.tooltip is not None
        return found.tooltip(self.row(name))

    def ticks(self, name: str) -> None:
        """Clicks on its box."""
        view, number = self.page.view, self.names().index(name)
        index = self.page.tree.index(number, self.page.tree.column_number("name"))
        box = outline.box_rect(view.cell_rect(index), self.page.tree.row(number), view.scale)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box.center())

    def skips(self, name: str) -> None:
        index = self.row(name).file
        assert index is not None
        self.user.sets_priorities(self.id, {index: 0})
        self.user.until(lambda: self.cell(name, "priority") == "Skip")

    def titles(self) -> list[str]:
        return [self.page.tree.columns[number].key for number in self.page.view.columns.visible()]

    def wanted(self) -> set[str]:
        """Names of the files that are not skipped."""
        files = self.user.run(self.user.engine.details.files(self.id))
        levels = self.user.priorities(self.id)
        return {file.path.rpartition("/")[2] for file, level in zip(files, levels, strict=True) if level}
