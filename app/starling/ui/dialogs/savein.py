# SPDX-License-Identifier: GPL-3.0-or-later
"""Where to save: a folder with its recent ones, and what room it has for what is chosen, looked up as one types."""

import html
import json
from os.path import normpath
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QIcon, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from starling import formats
from starling.tasks import Worker, spawn
from starling.ui import icons
from starling.ui.button import Button
from starling.ui.dialogs.asking import choose_folder
from starling.ui.dialogs.completion import FolderCompleter
from starling.ui.dialogs.roombar import RoomLine
from starling.ui.dialogs.space import Need, Others, Place, look
from starling.ui.notice import breakable
from starling.ui.theme import ThemeManager, Token
from starling.uistate import UiState

_RECENT = "add.folders"
_KEPT = 10
_TYPING_MS = 150
_AGAIN_MS = 5_000


class SaveIn(QWidget):
    """The folder, Browse…, and the sentence about its room."""

    changed = Signal()
    """Another folder was entered, or more is known about it."""
    needs_changed = Signal()
    """Another number of bytes shall go there."""

    def __init__(self, themes: ThemeManager, worker: Worker, state: UiState, folder: str) -> None:
        super().__init__()
        self._themes, self._worker, self._state = themes, worker, state
        self._wanted: int | None = None
        self._here = 0
        self._others = Others()
        self._looking = False
        self.place: Place | None = None
        """What is known about the entered folder; None until it has been looked up."""
        self.combo = QComboBox()
        self.combo.setEditable(True)
        self.combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.combo.setMinimumContentsLength(16)
        self.combo.addItems(list(dict.fromkeys([folder, *recent(state)])))
        self._field = QLineEdit()
        # Not as the items' icon: whenever that changes, Qt puts the item's text back over what was typed.
        self._icon = self._field.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)
        self._field.setText(folder)
        self.combo.setLineEdit(self._field)
        self.completion = FolderCompleter(self._field, worker)
        self.combo.setCompleter(self.completion.completer)
        self.browse = Button(self.tr("B&rowse…"))
        self.browse.clicked.connect(self._on_browse)
        self._room = RoomLine(themes)
        self.files_note = QLabel()
        self.files_note.setTextFormat(Qt.TextFormat.PlainText)
        self.files_note.setWordWrap(True)
        self.files_note.setMinimumWidth(1)
        self.files_note.hide()
        first = QHBoxLayout()
        first.addWidget(self.combo, 1)
        first.addWidget(self.browse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._spaced = (first, 10), (column, 6)
        column.addLayout(first)
        column.addWidget(self._room)
        self.files_row = QHBoxLayout()
        self.files_row.addWidget(self.files_note, 1)
        column.addLayout(self.files_row)
        self.setFocusProxy(self.combo)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self._look)
        # Other downloads fill the disk while the dialog stands.
        self._again = QTimer(self)
        self._again.setInterval(_AGAIN_MS)
        self._again.timeout.connect(self._look)
        self.combo.editTextChanged.connect(self._on_edited)
        themes.changed.connect(self._restyle)
        self._restyle()
        self._look()

    @property
    def folder(self) -> str:
        """The entered folder; ``~`` is the user's home."""
        text = self.combo.currentText().strip()
        home, _, rest = text.partition("/")
        return normpath(str(Path.home() / rest) if home == "~" else text) if text else ""

    @property
    def problem(self) -> str:
        """Why nothing can be saved there, empty if it can or is not known yet."""
        return self.place.problem if self.place is not None else ""

    @property
    def note(self) -> str:
        """The sentence on screen, without its markup."""
        return self._room.sentence

    def set_wanted(self, size: int | None, here: int = 0) -> None:
        """Bytes that shall go there, None while unknown, and those of them that have their room there already."""
        if (size, here) != (self._wanted, self._here):
            self._wanted, self._here = size, here
            self._describe()
            self.needs_changed.emit()

    def set_others(self, others: Others) -> None:
        """What the other torrents need on the same disk."""
        if others != self._others:
            self._others = others
            self._describe()

    @property
    def need(self) -> Need | None:
        """What is needed where; None while that is unknown, and where nothing can be saved."""
        place = self.place
        if place is None or place.problem or self._wanted is None:
            return None
        return Need(place.mount, self._coming)

    def say_files(self, sentence: str) -> None:
        """What is there already of the files; empty for nothing to say."""
        self.files_note.setText(breakable(sentence))
        self.files_note.setVisible(bool(sentence))

    def remember(self) -> None:
        """Offer this folder first the next time."""
        folders = list(dict.fromkeys([self.folder, *recent(self._state)]))[:_KEPT]
        self._state.set(_RECENT, json.dumps(folders, ensure_ascii=False))

    def showEvent(self, event: QShowEvent) -> None:
        """Room is looked up again only while it can be seen."""
        super().showEvent(event)
        self._again.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """The counterpart of `showEvent`."""
        super().hideEvent(event)
        self._again.stop()
        self._typing.stop()

    def _on_edited(self) -> None:
        self.place = None
        self._typing.start()
        self.changed.emit()

    def _look(self) -> None:
        # A disk that does not answer is asked once, however long the dialog stands.
        if not self._looking:
            self._looking = True
            spawn(self._ask(self.folder), name="free space")

    async def _ask(self, folder: str) -> None:
        try:
            found = await self._worker.run(look, folder)
        finally:
            self._looking = False
        if not isValid(self):  # the dialog may be gone by now
            return
        if found.path != self.folder:
            self._look()
        elif found != self.place:
            self.place = found
            self._describe()
            self.changed.emit()

    def _describe(self) -> None:
        place = self.place
        if place is not None:
            self._room.show_room(place, self._coming + self._others.size, *self._sentence(place))

    @property
    def _coming(self) -> int:
        return max(0, (self._wanted or 0) - self._here)

    def _sentence(self, place: Place) -> tuple[str, Token]:
        if place.problem:
            return html.escape(breakable(place.problem)), Token.ERR
        rest = place.free - self._coming - self._others.size
        words = {"free": _bold(place.free), "place": html.escape(place.mount)}
        words |= {"rest": _bold(rest), "lacking": _bold(-rest), "all": formats.count(self._others.torrents)}
        text = self._words(enough=rest >= 0).format(**words)
        if not place.exists:
            text = self.tr("{room}. The folder will be made.").format(room=text)
        return text, Token.TEXT if rest >= 0 else Token.WARN

    def _words(self, *, enough: bool) -> str:
        """They are about this torrent, about all, or about those whose files are known and go to the same disk."""
        known = self._wanted is not None
        count = self._others.count + known
        if not count:
            return self.tr("{free} free on {place}")
        if not self._others.count:
            if enough:
                return self.tr("{free} free on {place}, {rest} after this")
            return self.tr("{free} free on {place}, {lacking} too little for this")
        if count == self._others.torrents:
            if enough:
                return self.tr("{free} free on {place}, {rest} after all %n", "", count)
            return self.tr("{free} free on {place}, {lacking} too little for all %n", "", count)
        if enough:
            return self.tr("{free} free on {place}, {rest} after %n of the {all}", "", count)
        return self.tr("{free} free on {place}, {lacking} too little for %n of the {all}", "", count)

    def _on_browse(self) -> None:
        spawn(self._browse(), name="browse")

    async def _browse(self) -> None:
        start = self.folder if self.place is not None and self.place.exists and not self.place.problem else ""
        if chosen := await choose_folder(self.window(), self.tr("Save in"), start):
            self.combo.setEditText(chosen)

    def _restyle(self) -> None:
        scale = self._themes.scale
        for layout, gap in self._spaced:
            layout.setSpacing(round(gap * scale))
        self.combo.setMinimumHeight(round(28 * scale))
        self._icon.setIcon(icons.icon("folder", self._themes.theme.muted))


def recent(state: UiState) -> list[str]:
    """The folders that were chosen last, the latest first."""
    try:
        folders = json.loads(state.get(_RECENT) or "[]")
    except ValueError:
        return []
    return [folder for folder in folders if isinstance(folder, str)] if isinstance(folders, list) else []


def _bold(size: int) -> str:
    return f"<b>{html.escape(formats.size(size))}</b>"
