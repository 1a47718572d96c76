# SPDX-License-Identifier: GPL-3.0-or-later
"""The actions of the main window as Qt knows them: menus, tool bar, context menu and shortcuts share each one."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from starling.i18n import translate
from starling.ui.action_rows import ACTIONS, SUBMENUS, SUBMENUS_AFTER, TABS, TOOLBAR, TOP
from starling.ui.action_rows.row import ActionRow, Menu, Selection
from starling.ui.icons import icon
from starling.ui.theme import ThemeManager


class Actions(QObject):
    """The QActions made from the rows; triggering one calls the method of the handler that bears its key."""

    labels_wanted = Signal(QMenu)
    """A labels menu opens and has to be filled."""
    tab_wanted = Signal(QMenu, str)
    """A menu about what is selected in a tab of the details opens and has to be filled; the key of its page."""
    columns_wanted = Signal(QMenu)
    """The menu of the list's columns opens and has to be filled."""

    def __init__(self, window: QWidget, view: QWidget, handler: object, themes: ThemeManager) -> None:
        """`view` is the list whose keyboard some of the actions are for."""
        super().__init__(window)
        self._themes = themes
        self._by_key: dict[str, QAction] = {}
        self._of_selection: list[QAction] = []
        """The submenus that say nothing without a torrent."""
        for row in ACTIONS:
            action = QAction(translate("Actions", row.text), self)
            action.setShortcuts([QKeySequence(keys) for keys in row.shortcuts])
            action.setCheckable(row.toggle or row.checked is not None)
            action.setIconText(translate("Actions", row.short) if row.short else action.iconText())
            tip = translate("Actions", row.tip) if row.tip else action.toolTip()
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{tip} ({keys})" if keys else tip)
            # In a menu a picture would stand in place of the tick, and the white one of the primary button vanish.
            action.setIconVisibleInMenu(not action.isCheckable() and row.key != TOOLBAR[0][0])
            action.triggered.connect(partial(_call, getattr(handler, row.key), action))
            if row.in_list:
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
                view.addAction(action)
            else:
                window.addAction(action)
            self._by_key[row.key] = action
        self.tint()
        themes.changed.connect(self.tint)

    def __getitem__(self, key: str) -> QAction:
        return self._by_key[key]

    def tint(self) -> None:
        """Draws the icons in the colours of the theme."""
        theme = self._themes.theme
        for row in ACTIONS:
            if row.icon:
                colour = theme.on_accent if row.key == TOOLBAR[0][0] else theme.text
                self._by_key[row.key].setIcon(icon(row.icon, colour, theme.faint))

    def follow(self, selected: Selection) -> None:
        """Enables and checks what the selection allows and shows."""
        for row in ACTIONS:
            action = self._by_key[row.key]
            action.setEnabled(row.enabled(selected))
            if row.checked is not None:
                action.setChecked(row.checked(selected))
        for submenu in self._of_selection:
            submenu.setEnabled(bool(selected))

    def menus(self, parent: QWidget) -> list[QMenu]:
        """The menus of the menu bar."""
        made = [self._fill(self._menu(menu, parent), menu, ACTIONS) for menu in TOP]
        torrent = made[TOP.index(Menu.TORRENT)]
        self._of_selection = [action for action in torrent.actions() if isinstance(action.menu(), QMenu)]
        return made

    def context_menu(self, parent: QWidget) -> QMenu:
        """The menu of a torrent."""
        return self._fill(QMenu(parent), Menu.TORRENT, [row for row in ACTIONS if row.context])

    def _menu(self, menu: Menu, parent: QWidget) -> QMenu:
        return QMenu(translate("Actions", menu.value), parent)

    def _fill(self, made: QMenu, menu: Menu, rows: Iterable[ActionRow]) -> QMenu:
        rows = tuple(rows)
        for row in rows:
            if row.menu is menu:
                if row.separator:
                    made.addSeparator()
                made.addAction(self._by_key[row.key])
            for submenu in SUBMENUS_AFTER.get(row.key, ()):
                if SUBMENUS[submenu] is menu:
                    self._add_submenu(made, submenu, rows)
        return made

    def _add_submenu(self, made: QMenu, submenu: Menu, rows: Iterable[ActionRow]) -> None:
        inner = self._menu(submenu, made)
        for row in rows:
            if row.menu is submenu:
                inner.addAction(self._by_key[row.key])
        wanted = {Menu.LABELS: self.labels_wanted, Menu.COLUMNS: self.columns_wanted}
        if signal := wanted.get(submenu):
            inner.aboutToShow.connect(partial(signal.emit, inner))
        elif page := TABS.get(submenu):
            inner.aboutToShow.connect(partial(self.tab_wanted.emit, inner, page))
        made.addMenu(inner)


def _call(method: Callable[..., None], action: QAction) -> None:
    # PySide gives the argument of `triggered` to no partial.
    if action.isCheckable():
        method(action.isChecked())
    else:
        method()
