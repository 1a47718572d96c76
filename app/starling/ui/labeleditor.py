# SPDX-License-Identifier: GPL-3.0-or-later
"""The labels in the preferences: all of them in a list, with what each means, and the buttons that change them."""

import asyncio
from collections.abc import Coroutine
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from shiboken6 import isValid

from starling import formats
from starling.labels import Label
from starling.setting import Setting
from starling.spelling import shortened, shown
from starling.tasks import spawn
from starling.ui.button import Button
from starling.ui.dialogs.asking import ask
from starling.ui.dialogs.frame import FramedDialog, note
from starling.ui.dialogs.label import define
from starling.ui.dialogs.labelgone import Above, Change, agreed
from starling.ui.dialogs.labelrules import apply_rules
from starling.ui.dialogs.means import Means
from starling.ui.labelbook import LabelBook
from starling.ui.labelcolours import dot_icon, wash
from starling.ui.preferences.editor import Editor
from starling.ui.tips import plain_tip

_HEIGHT, _LINE, _DOT, _NAME = 264, 26, 16, 50


class LabelsEditor(Editor):
    """Changes take effect at once, in the settings and on the torrents."""

    wide = True

    def __init__(self, setting: Setting[Any], means: Means) -> None:
        super().__init__(setting, means)
        # It is no child: what was begun goes on when the window is closed.
        self.book = LabelBook(means.engine, means.settings)
        self._works = 0
        self.list = QListWidget()
        self.list.setAccessibleName(setting.label)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFocusProxy(self.list)
        self.new_button = Button(self.tr("New…"))
        self.edit_button = Button(self.tr("Edit…"))
        self.up_button = Button(self.tr("Up"))
        self.down_button = Button(self.tr("Down"))
        self.remove_button = Button(self.tr("Remove…"))
        self.rules_button = Button(self.tr("Apply the rules to all torrents…"))
        self._row, self._buttons, self._column = QHBoxLayout(), QVBoxLayout(), QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for button, does in (
            (self.new_button, self._on_new),
            (self.edit_button, self._on_edit),
            (self.up_button, partial(self._on_move, -1)),
            (self.down_button, partial(self._on_move, 1)),
            (self.remove_button, self._on_remove),
        ):
            button.clicked.connect(does)
            self._buttons.addWidget(button)
        self._buttons.addStretch()
        self._row.addWidget(self.list, 1)
        self._row.addLayout(self._buttons)
        self._column.addLayout(self._row)
        below = QHBoxLayout()
        below.addWidget(self.rules_button)
        below.addStretch()
        self._column.addLayout(below)
        self.rules_button.clicked.connect(self._on_rules)
        self.list.itemActivated.connect(self._on_edit)
        self.list.currentRowChanged.connect(self._follow)
        for keys, does in (("Del", self._on_remove), ("Alt+Up", self._up), ("Alt+Down", self._down)):
            shortcut = QShortcut(QKeySequence(keys), self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(does)
        means.themes.changed.connect(self._restyle)
        self._restyle()

    @property
    def busy(self) -> bool:
        """Whether anything that was begun is still being done, or asked about."""
        return self._works > 0

    @property
    def name(self) -> str:
        """The label that is selected; empty if none is."""
        chosen = self.list.selectedItems()
        return str(chosen[0].data(Qt.ItemDataRole.UserRole)) if chosen else ""

    def show_value(self, value: Any) -> None:
        """All of them, also those that torrents merely have."""
        chosen, row = self.name, self.list.currentRow()
        self.list.clear()
        theme, side = self.means.themes.theme, round(_DOT * self.means.themes.scale)
        for name in self.book.names():
            label = self.book.find(name)
            facts = self._facts(label) if label is not None else self.tr("not defined: torrents have it")
            item = QListWidgetItem("  —  ".join(filter(None, (shown(name), facts))))
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setToolTip(plain_tip(item.text()))
            item.setSizeHint(QSize(0, round(_LINE * self.means.themes.scale)))
            item.setIcon(dot_icon(self.book.colour(name), theme, side, self.devicePixelRatioF()))
            self.list.addItem(item)
            if name == chosen:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0 and self.list.count():
            self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
        self._follow()

    # -- within

    def _facts(self, label: Label) -> str:
        facts = [shown(label.folder)]
        if label.down_limit:
            facts.append(self.tr("down {rate}").format(rate=formats.limit(label.down_limit)))
        if label.up_limit:
            facts.append(self.tr("up {rate}").format(rate=formats.limit(label.up_limit)))
        if label.goal is not None:
            facts.append(self.tr("seeds for ever") if label.goal.endless else self.tr("a seeding goal"))
        if label.rules:
            facts.append(self.tr("%n rules", "", len(label.rules)))
        return ", ".join(filter(None, facts))

    def _follow(self) -> None:
        names = list(self.book.colours)
        place = names.index(self.name) if self.name in names else -1
        self.edit_button.setEnabled(bool(self.name))
        self.remove_button.setEnabled(bool(self.name))
        self.up_button.setEnabled(place > 0)
        self.down_button.setEnabled(0 <= place < len(names) - 1)
        self.rules_button.setEnabled(any(label.rules for label in self.book.all))

    def _on_new(self) -> None:
        self._begin(self._define(Label(""), new=True), "new label")

    def _on_edit(self) -> None:
        if self.name:
            self._begin(self._define(self.book.find(self.name) or Label(self.name), new=False), "edit label")

    async def _define(self, label: Label, *, new: bool) -> None:
        await define(self.means, self.book, label, self, new=new)

    def _on_move(self, step: int) -> None:
        self._begin(self._move(self.name, step), "move label")

    async def _move(self, name: str, step: int) -> None:
        above = Above(self)
        if await agreed(Change.MOVE, await self.book.removals_moved(name, step), self.means, above.window):
            self.book.move(name, step)

    def _up(self) -> None:
        self._on_move(-1)

    def _down(self) -> None:
        self._on_move(1)

    def _on_remove(self) -> None:
        if self.name:
            self._begin(self._remove(self.name), "remove label")

    async def _remove(self, name: str) -> None:
        above = Above(self)
        dialog = RemoveLabelDialog(name, len(self.means.engine.labelling.bearers(name)), above.window)
        if not await ask(dialog):
            return
        if await agreed(Change.TAKE, await self.book.removals_without(name), self.means, above.window):
            await self.book.remove(name)

    def _on_rules(self) -> None:
        self._begin(apply_rules(self.book, self.means, self), "label rules")

    def _begin(self, work: Coroutine[Any, Any, None], name: str) -> None:
        self._works += 1
        spawn(work, name=name).add_done_callback(self._on_done)

    def _on_done(self, task: asyncio.Task[None]) -> None:
        self._works -= 1
        if isValid(self) and not task.cancelled():
            self.show_value(self.book.all)

    def _restyle(self) -> None:
        scale = self.means.themes.scale
        wash(self.list, self.means.themes.theme)
        self.list.setFixedHeight(round(_HEIGHT * scale))
        self.list.setIconSize(QSize(round(_DOT * scale), round(_DOT * scale)))
        for layout in (self._row, self._buttons, self._column):
            layout.setSpacing(round(8 * scale))
        self.show_value(self.book.all)


class RemoveLabelDialog(FramedDialog):
    """Remove it, also from so many torrents?"""

    def __init__(self, name: str, bearers: int, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Remove label"))
        short = shortened(shown(name), _NAME)
        self.question = self.add_heading(self.tr("Remove the label “{label}”?").format(label=short), 15)
        words = self.tr("No torrent has it.")
        if bearers:
            words = self.tr("It is taken from %n torrents, which stay in the list as they are.", "", bearers)
        self.body.addWidget(note(words, wrap=True))
        self.body.addStretch()
        self.footer.addStretch()
        self.cancel_button = self.add_button(self.tr("&Cancel"))
        self.cancel_button.clicked.connect(self.reject)
        self.remove_button = self.add_button(self.tr("&Remove"), primary=True)
        self.remove_button.clicked.connect(self.accept)
