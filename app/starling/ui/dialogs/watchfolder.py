# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog for one watch folder: which one, and what holds for the torrents that come from it."""

from collections.abc import Sequence
from os.path import normpath
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLayout, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from starling import labels, settings, watchfolders
from starling.spelling import shown
from starling.tasks import spawn
from starling.ui.button import Button
from starling.ui.dialogs.asking import choose_folder
from starling.ui.dialogs.completion import FolderCompleter
from starling.ui.dialogs.frame import ERR, ROW, FramedDialog, note
from starling.ui.dialogs.means import Means
from starling.watchfolders import Done, WatchFolder

_WIDTH = 560
_PAUSE_MS = 200
"""In typing, before a disk is asked."""


class WatchFolderDialog(FramedDialog):
    """Accepted once all of it will do; `watch_folder` is what was entered."""

    def __init__(
        self, means: Means, begun: WatchFolder | None, others: Sequence[WatchFolder], parent: QWidget | None
    ) -> None:
        """`begun` is the one that is edited, None for a new one."""
        super().__init__(parent)
        self._others, self._settings, self._worker = tuple(others), means.settings, means.worker
        self._twin = "", ""
        """A folder that was looked at, and which other one it is by another name."""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._on_pause)
        one = begun or WatchFolder("")
        self.setWindowTitle(self.tr("New watch folder") if begun is None else self.tr("Edit watch folder"))
        self.folder, self.save_path = QLineEdit(one.folder), QLineEdit(one.save_path)
        self.save_path.setPlaceholderText(shown(means.settings.get(settings.downloads.SAVE_PATH)))
        for field in (self.folder, self.save_path):
            field.setCompleter(FolderCompleter(field, means.worker).completer)
        self.browse, self.browse_save = Button(self.tr("B&rowse…")), Button(self.tr("Br&owse…"))
        self.browse.clicked.connect(self._on_browse)
        self.browse_save.clicked.connect(self._on_browse_save)
        self.subfolders = QCheckBox(self.tr("Watch the &folders in it too"))
        self.subfolders.setChecked(one.subfolders)
        self.labels = QComboBox()
        self.labels.setEditable(True)
        self.labels.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        known = {name for torrent in means.engine.torrents.values() for name in torrent.labels}
        defined = [label.name for label in means.settings.get(settings.labels.LABELS)]
        self.labels.addItems([*defined, *sorted(known.difference(defined), key=labels.key)])
        self.labels.setEditText(", ".join(one.labels))
        self.start = QCheckBox(self.tr("S&tart the torrents"))
        self.start.setChecked(one.start)
        self.done_choice = QComboBox()
        for done, words in (
            (Done.RENAME, self.tr("Rename it to end in .added")),
            (Done.TRASH, self.tr("Move it to the trash")),
            (Done.KEEP, self.tr("Keep it as it is")),
        ):
            self.done_choice.addItem(words, done)
        self.done_choice.setCurrentIndex(self.done_choice.findData(one.done))
        self.refusal, self.advice = note("", ERR, wrap=True), note(wrap=True)
        self._build()
        self.footer.addStretch()
        self.cancel_button = self.add_button(self.tr("Cancel"))
        self.save_button = self.add_button(self.tr("Sa&ve"), primary=True)
        self.cancel_button.clicked.connect(self.reject)
        self.save_button.clicked.connect(self.accept)
        self.sized(self._widen)
        self.folder.setFocus()
        self._typed()

    @property
    def watch_folder(self) -> WatchFolder:
        """As it was entered. Raises ValueError with a sentence about what will not do."""
        made = WatchFolder(
            folder=_path(self.folder),
            labels=labels.split(self.labels.currentText()),
            save_path=_path(self.save_path),
            start=self.start.isChecked(),
            done=self.done_choice.currentData(),
            subfolders=self.subfolders.isChecked(),
        )
        return watchfolders.read((*self._others, made))[-1]

    def _build(self) -> None:
        grid = self.form()
        where, save = QHBoxLayout(), QHBoxLayout()
        for row, field, button in ((where, self.folder, self.browse), (save, self.save_path, self.browse_save)):
            row.addWidget(field, 1)
            row.addWidget(button)
        watched = QVBoxLayout()
        watched.addLayout(where)
        watched.addWidget(self.subfolders)
        rows: tuple[tuple[str, QWidget, QWidget | QLayout], ...] = (
            (self.tr("&Watch"), self.folder, watched),
            (self.tr("&Save in"), self.save_path, save),
            (self.tr("&Labels"), self.labels, self.labels),
            (self.tr("Added f&ile"), self.done_choice, self.done_choice),
        )
        for number, (text, buddy, content) in enumerate(rows):
            self.add_label(grid, number, text, buddy)
            if isinstance(content, QWidget):
                grid.addWidget(content, number, 1)
            else:
                grid.addLayout(content, number, 1)
        grid.addWidget(self.start, len(rows), 1)
        grid.addWidget(self.refusal, len(rows) + 1, 1)
        grid.addWidget(self.advice, len(rows) + 1, 1)
        self.body.addLayout(grid)
        self.body.addStretch()
        for field in (self.folder, self.save_path):
            field.textChanged.connect(self._typed)
        self.folder.textChanged.connect(self._pause.start)
        self.finished.connect(self._pause.stop)
        self.labels.editTextChanged.connect(self._typed)
        self.subfolders.toggled.connect(self._typed)

    def _widen(self) -> None:
        self.setMinimumWidth(self.px(_WIDTH))
        for field in (self.folder, self.save_path, self.labels, self.done_choice):
            field.setMinimumHeight(self.px(ROW))
        for label in (self.refusal, self.advice):
            label.setMinimumHeight(3 * label.fontMetrics().lineSpacing())

    def _typed(self) -> None:
        words = advice = ""
        try:
            made = self.watch_folder
            advice = watchfolders.nested(made, self._others) or watchfolders.mixed(made, self._saved())
            if self._twin[0] == made.folder and self._twin[1]:
                text = self.tr("This folder is watched already: it is {folder} by another name.")
                words = text.format(folder=shown(self._twin[1]))
        except ValueError as error:
            words = str(error)
        # That a folder is needed is plain before anything was typed.
        self.refusal.setText(words if self.folder.text().strip() else "")
        self.advice.setText(advice)
        self.advice.setVisible(not words)
        self.refusal.setVisible(bool(words))
        self.folder.setAccessibleDescription(self.refusal.text() or advice)
        self.save_button.setEnabled(not words)

    def _on_pause(self) -> None:
        spawn(self._compare(_path(self.folder)), name="look at a watch folder")

    async def _compare(self, folder: str) -> None:
        twin = await self._worker.run(watchfolders.twin, folder, [other.folder for other in self._others])
        if isValid(self) and folder == _path(self.folder):
            self._twin = folder, twin
            self._typed()

    def _saved(self) -> tuple[str, ...]:
        """Where torrents are saved, as far as the settings and this dialog say."""
        downloads, get = settings.downloads, self._settings.get
        usual = (downloads.SAVE_PATH, downloads.INCOMPLETE_FOLDER, downloads.DONE_FOLDER)
        labelled = (label.folder for label in get(settings.labels.LABELS))
        return (_path(self.save_path), *map(get, usual), *labelled)

    def _on_browse(self) -> None:
        spawn(self._browse(self.folder, self.tr("The folder to watch")), name="browse")

    def _on_browse_save(self) -> None:
        spawn(self._browse(self.save_path, self.tr("Where its torrents are saved")), name="browse")

    async def _browse(self, field: QLineEdit, title: str) -> None:
        if (chosen := await choose_folder(self, title, _path(field))) and isValid(self):
            field.setText(chosen)


def _path(field: QLineEdit) -> str:
    text = field.text().strip()
    home, _, rest = text.partition("/")
    return normpath(str(Path.home() / rest) if home == "~" else text) if text else ""
