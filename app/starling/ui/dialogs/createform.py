# SPDX-License-Identifier: GPL-3.0-or-later
"""The form of a torrent that is to be created: of what, in which format, with which trackers, and where to."""

import os
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal

from starling import excluded, formats, tiers
from starling.creation import LARGEST_TORRENT, MOST_PIECES, Format, Found, Outline, Recipe, offered
from starling.items import TORRENT
from starling.ui.dialogs import createwords
from starling.ui.dialogs.addresses import about_wrong
from starling.ui.dialogs.createfields import CreateFields
from starling.ui.dialogs.creatememory import Remembered
from starling.ui.dialogs.frame import ERR, MUTED, FramedDialog
from starling.ui.notice import breakable

_TYPING_MS = 300
_LARGE_TORRENT = 10_000_000
"""Bytes; many sites and some clients take no larger .torrent."""


class CreateForm(CreateFields):
    """Knows what was typed, and why it will not do."""

    outline_changed = Signal()
    """Other files may be meant: `show_looking` and then `show_found` are awaited."""
    changed = Signal()
    """Anything may be another."""
    file_wanted = Signal()
    folder_wanted = Signal()
    target_wanted = Signal()

    def __init__(self, frame: FramedDialog, chosen: Remembered) -> None:
        super().__init__(frame, chosen)
        self._chosen = chosen
        self.found: Found | None = None
        """What is there of the files that are chosen; None until that is known."""
        self._trouble = ""
        self._exact = ""
        """What was chosen: its name may well begin or end with spaces."""
        self._own_target = False
        """The user has typed where the .torrent goes."""
        self._connect()
        self._show_format()
        self.judge()

    # -- what stands there

    @property
    def outline(self) -> Outline | None:
        """Of what it is to be; None where nothing is chosen."""
        path = self._path
        return Outline(path, self.hidden.isChecked(), self.patterns_typed) if path else None

    @property
    def patterns_typed(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(filter(None, (line.strip() for line in self.patterns.toPlainText().splitlines()))))

    @property
    def form(self) -> Format:
        return Format(self.format.currentData())

    @property
    def piece_size(self) -> int:
        """The chosen size, or the one that suits, in bytes; 0 while that is not known."""
        chosen = int(self.piece.currentData() or 0)
        if chosen or self.found is None:
            return chosen
        return self.found.automatic(self.form, aligned=self.is_aligned)

    @property
    def is_aligned(self) -> bool:
        return self.form is Format.V1 and self.aligned.isChecked()

    @property
    def target(self) -> str:
        """Where the .torrent goes: absolute, with its ending."""
        path = expanded(self.save_as.text().strip())
        return path if not path or path.lower().endswith(TORRENT) else path + TORRENT

    @property
    def recipe(self) -> Recipe | None:
        """All that is wanted; None while it will not do."""
        outline, found = self.outline, self.found
        if outline is None or found is None or self.problem:
            return None
        return Recipe(
            outline=outline,
            stamp=found.stamp,
            form=self.form,
            piece_size=self.piece_size,
            aligned=self.is_aligned,
            private=self.private.isChecked(),
            tiers=tuple(map(tuple, tiers.read(self.trackers.toPlainText()).tiers)),
            web_seeds=tuple(tiers.read(self.web_seeds.toPlainText(), tiers.WEB_SEED_SCHEMES).urls),
            source=self.source.text().strip(),
            comment=self.comment.text().strip(),
        )

    @property
    def remembered(self) -> Remembered:
        """What the next torrent begins with."""
        folder, beside = os.path.split(self.target)[0], os.path.split(self._path)[0]
        return Remembered(
            form=self.form.value,
            piece_size=int(self.piece.currentData() or 0),
            aligned=self.aligned.isChecked(),
            private=self.private.isChecked(),
            hidden=self.hidden.isChecked(),
            patterns=self.patterns.toPlainText(),
            trackers=self.trackers.toPlainText(),
            source=self.source.text(),
            seed=self.seed.isChecked(),
            folder=self._chosen.folder if not beside or not folder else "" if folder == beside else folder,
            chosen_in=beside or self._chosen.chosen_in,
        )

    @property
    def problem(self) -> str:
        """Why no torrent can be created of it as it stands; empty if one can, or while that is not known."""
        if wrong := tiers.read(self.trackers.toPlainText()).wrong:
            return about_wrong(wrong[0], web_seeds=False)
        if wrong := tiers.read(self.web_seeds.toPlainText(), tiers.WEB_SEED_SCHEMES).wrong:
            return about_wrong(wrong[0], web_seeds=True)
        if unfit := excluded.problem(self.patterns_typed):
            return unfit
        if self.found is None or not self.found.size:
            return ""
        if self.found.pieces(self.form, self.piece_size, aligned=self.is_aligned) > MOST_PIECES:
            words = self.tr("More than {count} pieces are too many for most clients: choose larger ones.")
            return words.format(count=formats.count(MOST_PIECES))
        if self._torrent_size > LARGEST_TORRENT:
            words = self.tr("A .torrent of {size} is too large for most clients: choose larger pieces.")
            return words.format(size=formats.size(self._torrent_size))
        if not self.save_as.text().strip():
            return self.tr("The .torrent needs a name.")
        return ""

    @property
    def ready(self) -> bool:
        """Whether a torrent can be created."""
        return self.found is not None and self.found.size > 0 and not self.problem

    # -- what it is told

    def choose(self, path: str) -> None:
        """Of this file or folder it is to be."""
        self._exact = path
        self.path.setText(path)
        self.path.setFocus()
        self._on_outline()

    def begin_anew(self) -> None:
        """Another torrent, with what is remembered of this one."""
        self._chosen = self.remembered
        self._exact, self._own_target = "", False
        for field in (self.path, self.comment, self.save_as):
            field.clear()
        self.web_seeds.clear()

    def choose_target(self, path: str) -> None:
        """There the .torrent goes."""
        self._own_target = True
        self.save_as.setText(path)

    def show_looking(self) -> None:
        """It is looked up what is there."""
        self.found = None
        self._say_found(self.tr("Looking at the files…") if self.outline is not None else "")
        self.judge()

    def show_found(self, found: Found) -> None:
        """That is there."""
        self.found = found
        if not found.files:
            self._say_found(self.tr("There is no file in it that could be in a torrent."), wrong=True)
        elif not found.size:
            self._say_found(self.tr("All its files are empty: a torrent has at least one byte."), wrong=True)
        else:
            self._say_found(createwords.amount(found))
        self.left.setText(breakable(createwords.left_out(found)))
        self.left.setVisible(bool(self.left.text()))
        self.judge()

    def show_unusable(self, sentence: str) -> None:
        """Why nothing can be made of it."""
        self.found = None
        self._say_found(sentence, wrong=True)
        self.judge()

    def say(self, sentence: str) -> None:
        """What went wrong; it stays until something is changed."""
        self._trouble = sentence
        self._say_verdict()

    def judge(self) -> None:
        """Say what it comes to."""
        found = self.found
        automatic = self.tr("Automatic")
        if found is not None and found.size:
            size = found.automatic(self.form, aligned=self.is_aligned)
            automatic = self.tr("Automatic: {size}").format(size=formats.piece_size(size))
            count = found.pieces(self.form, self.piece_size, aligned=self.is_aligned)
            self.pieces.setText(createwords.pieces(count, self._torrent_size))
        else:
            self.pieces.setText("")
        self.piece.setItemText(0, automatic)
        self.piece.setAccessibleDescription(self.pieces.text())
        self._say_verdict()
        self.changed.emit()

    # -- within

    @property
    def _path(self) -> str:
        text = self.path.text()
        return expanded(text if text == self._exact else text.strip())

    @property
    def _torrent_size(self) -> int:
        if self.found is None:
            return 0
        size = self.found.torrent_size(self.form, self.piece_size, aligned=self.is_aligned)
        typed = (self.trackers.toPlainText(), self.web_seeds.toPlainText(), self.comment.text(), self.source.text())
        return size + sum(len(text.encode(errors="replace")) for text in typed)

    def _connect(self) -> None:
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self._on_outline)
        self.path.textChanged.connect(self._on_path)
        self.patterns.textChanged.connect(self._on_typed)
        self.hidden.toggled.connect(self._on_outline)
        self.format.currentIndexChanged.connect(self._show_format)
        for box in (self.private, self.aligned):
            box.toggled.connect(self._on_edited)
        self.piece.currentIndexChanged.connect(self._on_edited)
        for area in (self.trackers, self.web_seeds):
            area.textChanged.connect(self._on_edited)
        self.save_as.textChanged.connect(self._on_edited)
        self.save_as.textEdited.connect(self._on_target)
        self.file_button.clicked.connect(self.file_wanted)
        self.folder_button.clicked.connect(self.folder_wanted)
        self.browse.clicked.connect(self.target_wanted)

    def _on_path(self) -> None:
        path = self._path
        if not self._own_target:
            beside, name = os.path.split(path)
            folder = self._chosen.folder or beside
            self.save_as.setText(str(Path(folder, name + TORRENT)) if name else "")
        self._on_typed()

    def _on_target(self, text: str) -> None:
        # Emptied, it follows the files again.
        self._own_target = bool(text)

    def _on_typed(self) -> None:
        self.show_looking()
        self._typing.start()

    def _on_outline(self) -> None:
        self._typing.stop()
        self._trouble = ""
        self.show_looking()
        self.outline_changed.emit()

    def _on_edited(self) -> None:
        self._trouble = ""
        self.judge()

    def _show_format(self) -> None:
        self.who.setText(self.format.currentData(Qt.ItemDataRole.ToolTipRole))
        self.format.setAccessibleDescription(self.who.text())
        self.aligned.setEnabled(self.form is Format.V1)
        before = int(self.piece.currentData() or 0) if self.piece.count() else self._chosen.piece_size
        self.piece.blockSignals(True)  # the sizes come and go one by one
        self.piece.clear()
        self.piece.addItem(self.tr("Automatic"), 0)
        for size in offered(self.form):
            self.piece.addItem(formats.piece_size(size), size)
        self.piece.setCurrentIndex(max(0, self.piece.findData(before)))
        self.piece.blockSignals(False)
        self._on_edited()

    def _say_found(self, sentence: str, *, wrong: bool = False) -> None:
        self.about.setForegroundRole(ERR if wrong else MUTED)
        self.about.setText(breakable(sentence))
        self.path.setAccessibleDescription(sentence)
        self.left.hide()

    def _say_verdict(self) -> None:
        wrong = self._trouble or self.problem
        self.verdict.setForegroundRole(ERR if wrong else MUTED)
        self.verdict.setText(breakable(wrong or self._advice()))

    def _advice(self) -> str:
        if self.private.isChecked() and not self.trackers.toPlainText().strip():
            return self.tr("Nobody finds a private torrent that has no tracker.")
        if self._torrent_size > _LARGE_TORRENT and self.ready:
            return self.tr("Many sites take no .torrent as large as this: larger pieces make it smaller.")
        return ""


def expanded(path: str) -> str:
    """The path that is typed, absolute and without surplus; empty for none. ``~`` is the user's home."""
    if not path:
        return ""
    if path == "~" or path.startswith("~/"):
        path = str(Path.home()) + path[1:]
    return os.path.normpath(path) if os.path.isabs(path) else str(Path.home() / path)  # noqa: PTH117
