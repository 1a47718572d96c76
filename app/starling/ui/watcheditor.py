# SPDX-License-Identifier: GPL-3.0-or-later
"""The watch folders in the preferences: a list of them with what holds for each, and the buttons that change it."""

from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout
from shiboken6 import isValid

from starling.setting import Setting
from starling.spelling import shown
from starling.tasks import spawn
from starling.ui.button import Button
from starling.ui.dialogs.asking import ask
from starling.ui.dialogs.means import Means
from starling.ui.dialogs.watchfolder import WatchFolderDialog
from starling.ui.labelcolours import wash
from starling.ui.preferences.editor import Editor
from starling.ui.tips import plain_tip
from starling.watchfolders import Done, WatchFolder

_HEIGHT, _LINE = 116, 26


class WatchFoldersEditor(Editor):
    """What is changed holds at once."""

    wide = True

    def __init__(self, setting: Setting[Any], means: Means) -> None:
        super().__init__(setting, means)
        self._value: tuple[WatchFolder, ...] = ()
        self.list = QListWidget()
        self.list.setAccessibleName(setting.label)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFocusProxy(self.list)
        self.new_button = Button(self.tr("New…"))
        self.edit_button = Button(self.tr("Edit…"))
        self.remove_button = Button(self.tr("Remove"))
        self._row, self._buttons = QHBoxLayout(self), QVBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        for button, does, words in (
            (self.new_button, self._on_new, self.tr("New watch folder")),
            (self.edit_button, self._on_edit, self.tr("Edit watch folder")),
            (self.remove_button, self._on_remove, self.tr("Remove watch folder")),
        ):
            button.setAccessibleName(words)
            button.clicked.connect(does)
            self._buttons.addWidget(button)
        self._buttons.addStretch()
        self._row.addWidget(self.list, 1)
        self._row.addLayout(self._buttons)
        self.list.itemActivated.connect(self._on_edit)
        self.list.currentRowChanged.connect(self._follow)
        shortcut = QShortcut(QKeySequence("Del"), self.list)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self._on_remove)
        means.themes.changed.connect(self._restyle)
        self._restyle()

    def show_value(self, value: Any) -> None:
        """All of them, in their order."""
        row, self._value = self.list.currentRow(), tuple(value)
        self.list.clear()
        for one in self._value:
            item = QListWidgetItem("  —  ".join(filter(None, (shown(one.folder), self._facts(one)))))
            item.setToolTip(plain_tip(item.text()))
            item.setSizeHint(QSize(0, round(_LINE * self.means.themes.scale)))
            self.list.addItem(item)
        if self._value:
            self.list.setCurrentRow(min(max(row, 0), len(self._value) - 1))
        self._follow()

    def _facts(self, one: WatchFolder) -> str:
        facts = [self.tr("with its subfolders") if one.subfolders else "", ", ".join(map(shown, one.labels))]
        if one.save_path:
            facts.append(self.tr("saved in {folder}").format(folder=shown(one.save_path)))
        if not one.start:
            facts.append(self.tr("paused"))
        if one.done is not Done.RENAME:
            facts.append(self.tr("files kept") if one.done is Done.KEEP else self.tr("files to the trash"))
        return ", ".join(filter(None, facts))

    def _follow(self) -> None:
        chosen = self.list.currentRow() >= 0
        self.edit_button.setEnabled(chosen)
        self.remove_button.setEnabled(chosen)

    def _on_new(self) -> None:
        spawn(self._edit(None), name="new watch folder")

    def _on_edit(self) -> None:
        if self.list.currentRow() >= 0:
            spawn(self._edit(self._value[self.list.currentRow()]), name="edit watch folder")

    async def _edit(self, before: WatchFolder | None) -> None:
        others = [one for one in self._value if one != before]
        dialog = WatchFolderDialog(self.means, before, others, self.window())
        if not await ask(dialog) or not isValid(self):
            return
        made = dialog.watch_folder
        if before in self._value:
            self.chosen.emit(tuple(made if one == before else one for one in self._value))
        else:
            self.chosen.emit((*self._value, made))
            self.list.setCurrentRow(len(self._value) - 1)

    def _on_remove(self) -> None:
        row = self.list.currentRow()
        if row >= 0:
            self.chosen.emit((*self._value[:row], *self._value[row + 1 :]))

    def _restyle(self) -> None:
        scale = self.means.themes.scale
        wash(self.list, self.means.themes.theme)
        self.list.setFixedHeight(round(_HEIGHT * scale))
        for layout in (self._row, self._buttons):
            layout.setSpacing(round(8 * scale))
        self.show_value(self._value)
