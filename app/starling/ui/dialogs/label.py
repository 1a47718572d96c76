# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog in which a label is defined: name, colour, folder, limits, goal, rules; it says what will not do."""

from collections.abc import Collection
from dataclasses import replace
from os.path import normpath
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from starling import labels, settings
from starling.labels import By, Label, Rule
from starling.setting import Setting
from starling.spelling import shown
from starling.tasks import spawn
from starling.ui.button import Button
from starling.ui.dialogs.asking import ask, choose_folder
from starling.ui.dialogs.completion import FolderCompleter
from starling.ui.dialogs.formarea import FormArea
from starling.ui.dialogs.frame import ERR, ROW, FramedDialog, note
from starling.ui.dialogs.labelcolour import ColourChoice
from starling.ui.dialogs.labelgoal import GoalChoice
from starling.ui.dialogs.labelgone import Above, Change, agreed
from starling.ui.dialogs.means import Means
from starling.ui.dialogs.space import file_instead
from starling.ui.labelbook import LabelBook
from starling.ui.preferences import numbers

_WIDTH, _RULES_HEIGHT = 640, 58


class LabelDialog(FramedDialog):
    """Accepted once all of it will do; `label` is what was entered."""

    def __init__(
        self, means: Means, label: Label, taken: Collection[str], parent: QWidget | None, *, new: bool
    ) -> None:
        """`taken` are the names of the other labels, which this one may not have."""
        super().__init__(parent)
        self._means, self._begun, self._taken = means, label, {labels.key(name) for name in taken}
        self.setWindowTitle(self.tr("New label") if new else self.tr("Edit label"))
        self.name = QLineEdit(shown(label.name))
        self.colour = ColourChoice(label.colour, means.themes)
        self.folder = QLineEdit(label.folder)
        self.folder.setPlaceholderText(self.tr("As usual"))
        self.completion = FolderCompleter(self.folder, means.worker)
        self.folder.setCompleter(self.completion.completer)
        self.browse = Button(self.tr("B&rowse…"))
        self.browse.clicked.connect(self._on_browse)
        self.move_box = QCheckBox(self.tr("Offer to move torrents t&here that get the label later"))
        self.move_box.setChecked(label.move)
        self.down = QLineEdit(numbers.written(settings.speed.DOWN_LIMIT, label.down_limit))
        self.up = QLineEdit(numbers.written(settings.speed.UP_LIMIT, label.up_limit))
        self.goal = GoalChoice(label.goal)
        self.trackers, self.names = (self._patterns(by) for by in (By.TRACKER, By.NAME))
        self.trackers.setPlaceholderText(self.tr("example.org, with all below it, or *.example.*"))
        self.names.setPlaceholderText(self.tr("Words that all stand in the name, or *.iso"))
        self.refusal = note("", ERR, wrap=True)
        self._files: dict[str, str] = {}
        """What was entered as a folder -> a sentence if that is a file, as far as it was looked at."""
        self._build()
        self.footer.addStretch()
        self.cancel_button = self.add_button(self.tr("Cancel"))
        self.save_button = self.add_button(self.tr("Sa&ve"), primary=True)
        self.cancel_button.clicked.connect(self.reject)
        self.save_button.clicked.connect(self.accept)
        self.sized(self._widen)
        self.name.selectAll()
        self.name.setFocus()
        self._typed()

    @property
    def label(self) -> Label:
        """As it was entered. Raises ValueError with a sentence about what will not do."""
        # What could not be shown is still the name, unless another one was typed.
        untouched = self.name.text() == shown(self._begun.name)
        return labels.check(
            replace(
                self._begun,
                name=self._begun.name if untouched else self.name.text(),
                colour=self.colour.colour,
                folder=self._folder(),
                down_limit=int(_number(settings.speed.DOWN_LIMIT, self.down, self._begun.down_limit)),
                up_limit=int(_number(settings.speed.UP_LIMIT, self.up, self._begun.up_limit)),
                goal=self.goal.take(),
                rules=tuple(
                    Rule(by, line)
                    for by, field in ((By.TRACKER, self.trackers), (By.NAME, self.names))
                    for line in field.toPlainText().splitlines()
                    if line.strip()
                ),
                move=self.move_box.isChecked(),
            )
        )

    @property
    def problem(self) -> str:
        """What will not do, in a sentence; empty if all of it will."""
        try:
            entered = self.label
        except ValueError as error:
            return str(error)
        if labels.key(entered.name) in self._taken:
            return self.tr("There is a label “{name}” already.").format(name=entered.name)
        return self._files.get(self._folder(), "")

    # -- within

    def _build(self) -> None:
        grid = self.form()
        where, limits = QHBoxLayout(), QHBoxLayout()
        where.addWidget(self.folder, 1)
        where.addWidget(self.browse)
        folder = QVBoxLayout()
        folder.addLayout(where)
        folder.addWidget(note(self.tr("New torrents with this label are saved there."), wrap=True))
        folder.addWidget(self.move_box)
        up = note(self.tr("&Upload limit"))
        up.setBuddy(self.up)
        self.up.setAccessibleName(self.tr("Upload limit"))
        for widget in (self.down, up, self.up):
            limits.addWidget(widget, 0 if widget is up else 1)
        rows: tuple[tuple[str, QWidget, QWidget | QLayout], ...] = (
            (self.tr("&Name"), self.name, self.name),
            (self.tr("&Colour"), self.colour, self.colour),
            (self.tr("&Folder"), self.folder, folder),
            (self.tr("&Download limit"), self.down, limits),
            (self.tr("&Seed"), self.goal, self.goal),
            (self.tr("Given by &tracker"), self.trackers, self.trackers),
            (self.tr("Given by na&me"), self.names, self.names),
        )
        for row, (text, buddy, content) in enumerate(rows):
            self.add_label(grid, row, text, buddy)
            if isinstance(content, QLayout):
                grid.addLayout(content, row, 1)
            else:
                grid.addWidget(content, row, 1)
        below = note(self.tr("One a line. Torrents that are added get the label if one of them holds."), wrap=True)
        grid.addWidget(below, len(rows), 1)
        self.body.addWidget(FormArea(grid))
        self.body.addWidget(self.refusal)
        self.body.addStretch()
        for field in (self.name, self.folder, self.down, self.up):
            field.textChanged.connect(self._typed)
        for lines in (self.trackers, self.names):
            lines.textChanged.connect(self._typed)
        self.colour.changed.connect(self._typed)
        self.goal.changed.connect(self._typed)

    def _patterns(self, by: By) -> QPlainTextEdit:
        field = QPlainTextEdit("\n".join(rule.pattern for rule in self._begun.rules if rule.by is by))
        field.setTabChangesFocus(True)
        field.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        return field

    def _folder(self) -> str:
        text = self.folder.text().strip()
        home, _, rest = text.partition("/")
        return normpath(str(Path.home() / rest) if home == "~" else text) if text else ""

    def _widen(self) -> None:
        self.setMinimumWidth(self.px(_WIDTH))
        for field in (self.trackers, self.names):
            field.setFixedHeight(self.px(_RULES_HEIGHT))
        for line in (self.name, self.folder, self.down, self.up, *self.goal.fields):
            line.setMinimumHeight(self.px(ROW))
        self.refusal.setMinimumHeight(2 * self.refusal.fontMetrics().lineSpacing())

    def _typed(self) -> None:
        words = self.problem
        # That a name is needed is plain before anything was typed.
        blank = not self.name.text().strip()
        self.refusal.setText("" if blank else words)
        self.name.setAccessibleDescription(self.refusal.text())
        self.move_box.setEnabled(bool(self.folder.text().strip()))
        self.save_button.setEnabled(not words)
        if (folder := self._folder()) not in self._files and Path(folder).is_absolute():
            self._files[folder] = ""
            spawn(self._look(folder), name="folder of a label")

    async def _look(self, folder: str) -> None:
        self._files[folder] = await self._means.worker.run(file_instead, folder)
        if self._files[folder] and isValid(self):
            self._typed()

    def _on_browse(self) -> None:
        spawn(self._browse(), name="browse")

    async def _browse(self) -> None:
        title = self.tr("Where torrents with this label are saved")
        if (chosen := await choose_folder(self, title, self._folder())) and isValid(self):
            self.folder.setText(chosen)


async def define(means: Means, book: LabelBook, label: Label, parent: QWidget, *, new: bool) -> Label | None:
    """Opens the dialog for a label and keeps what was entered; None if it was cancelled. Raises UserError."""
    book.check()
    # A new one may be what torrents call themselves by already: it is defined then.
    taken = [one.name for one in book.all] if new else book.names()
    others, made, above = [name for name in taken if name != label.name], label, Above(parent)
    while True:
        dialog = LabelDialog(means, made, others, above.window, new=new)
        if not await ask(dialog):
            return None
        made = dialog.label
        (before,) = book.spelt([made.name]) if new else (label.name,)
        if await agreed(Change.SAVE, await book.removals_with(made, before), means, above.window):
            break
        # Nothing that was entered is lost: it is shown again.
    await book.save(made, before)
    return made


def _number(setting: Setting[int], field: QLineEdit, shown_value: int) -> float:
    return numbers.read(setting, field.text(), shown_value)
