# SPDX-License-Identifier: GPL-3.0-or-later
"""The field for labels in the add dialog: completed name by name, filled by the rules, and followed by the folder."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QComboBox, QCompleter

from starling import labels, settings
from starling.settings import Settings
from starling.settings.labels import LABELS
from starling.torrent import AddOptions, Preview
from starling.ui.labelbook import LabelBook
from starling.ui.labelcolours import dot_icon
from starling.ui.theme import ThemeManager

_DOT = 16


class NamesCompleter(QCompleter):
    """Completes the last of several names that commas separate, within the field."""

    def __init__(self, names: Sequence[str], field: QComboBox) -> None:
        super().__init__(list(names), field)
        self._field = field
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)

    def splitPath(self, path: str) -> list[str]:  # noqa: N802 - Qt's name
        """Only that name is looked for."""
        return [path.rpartition(",")[2].lstrip()]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:  # noqa: N802 - Qt's name
        """What stands before it stays."""
        typed = self._field.currentText()
        last = typed.rpartition(",")[2]
        return typed[: len(typed) - len(last.lstrip())] + str(index.data())


def offer(field: QComboBox, book: LabelBook, themes: ThemeManager) -> None:
    """Lets a field offer all labels that exist, with their dots."""
    side = round(_DOT * themes.scale)
    field.setIconSize(QSize(side, side))
    field.addItem("")
    names = book.names()
    for name in names:
        field.addItem(dot_icon(book.colour(name), themes.theme, side, field.devicePixelRatioF()), name)
    field.setCurrentIndex(0)
    field.setCompleter(NamesCompleter(names, field))


class LabelFolder(QObject):
    """Puts the folder of the labels into the field for the folder, until the user has chosen another one there."""

    def __init__(self, chosen: Settings, defaults: AddOptions, names: QComboBox, folder: QComboBox) -> None:
        super().__init__(names)
        self._settings, self._names, self._folder = chosen, names, folder
        self._usual = chosen.get(settings.downloads.SAVE_PATH)
        self._put = defaults.save_path
        """What stands in the field without the user's doing."""
        self._given = names.currentText()
        """Likewise in the one for labels."""
        defined = chosen.get(LABELS)
        if defaults.save_path in {self._usual, labels.folder(defined, defaults.labels)}:
            names.editTextChanged.connect(self._follow)

    def give(self, preview: Preview) -> None:
        """More is known: the rules give their labels unless the user has said which ones."""
        if self._names.currentText() != self._given:
            return
        defined = self._settings.get(LABELS)
        found = labels.given(defined, preview.name, labels.hosts_of(preview.trackers))
        before = (name for name in map(labels.tidy, self._given.split(",")) if name)
        self._given = ", ".join(labels.canonical((*before, *found), ()))
        self._names.setEditText(self._given)

    def _follow(self, text: str) -> None:
        if self._folder.currentText() == self._put:
            defined = self._settings.get(LABELS)
            self._put = labels.folder(defined, map(labels.tidy, text.split(","))) or self._usual
            self._folder.setEditText(self._put)
