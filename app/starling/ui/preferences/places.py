# SPDX-License-Identifier: GPL-3.0-or-later
"""Editors of what is best picked elsewhere or not shown: folders, files, passwords, programs with their arguments."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout
from shiboken6 import isValid

from starling.setting import Form, Setting
from starling.tasks import UserError, spawn
from starling.ui.button import Button
from starling.ui.dialogs.asking import choose_files, choose_folder
from starling.ui.dialogs.means import Means
from starling.ui.dialogs.space import file_instead
from starling.ui.icons import icon
from starling.ui.preferences.typed import TextEditor, TypedEditor

_ARGUMENTS_HEIGHT = 66


class PathEditor(TextEditor):
    """A folder or a file, typed or picked."""

    wide = True

    def __init__(self, setting: Setting[Any], means: Means) -> None:
        super().__init__(setting, means)
        self.button = Button(self.tr("Choose…"))
        self.button.setAccessibleName(self.tr("Choose: {label}").format(label=setting.label))
        self.button.clicked.connect(self._choose)
        self.row.addWidget(self.button)
        self._looked_at: str | None = None
        """What was typed, while it is found out whether it is a folder."""
        self._refused: str | None = None
        """What was typed and has been found to be none."""

    def take(self) -> Any:
        """With the home folder in full where it is written as ~."""
        text = super().take()
        if text == "~" or text.startswith("~/"):
            return str(Path(text).expanduser())
        return text

    def settle(self) -> None:
        """A folder is wanted once it is known to be none that a file stands in the place of."""
        if self.setting.form is not Form.FOLDER:
            super().settle()
        elif self._dirty and self._looked_at != (path := self.take()):
            self._looked_at = path
            spawn(self._look(path), name=self.setting.key)

    async def _look(self, path: str) -> None:
        problem = await self.means.worker.run(file_instead, path) if Path(path).is_absolute() else ""
        if not isValid(self):
            # The window was closed: nobody else is left to say it, or to take it.
            if path != self._refused:
                self._keep(path, problem)
            return
        if self._looked_at == path:
            self._looked_at = None
        if not self._dirty or self.take() != path:
            # Somebody has thought better of it.
            return
        if problem:
            self._refused = path
            self.refused.emit(problem)
        else:
            self.chosen.emit(path)

    def _keep(self, path: str, problem: str) -> None:
        try:
            if problem:
                raise ValueError(problem)
            self.means.settings.set(self.setting, path)
        except ValueError as error:
            raise UserError(str(error)) from error

    def _choose(self) -> None:
        spawn(self._ask(), name=self.setting.key)

    async def _ask(self) -> None:
        there = self.means.settings.get(self.setting)
        if self.setting.form is Form.FOLDER:
            found = await choose_folder(self.window(), self.setting.label, there)
        else:
            found = await choose_file(self, self.setting.label, there)
        if found and isValid(self):
            self.chosen.emit(found)


async def choose_file(editor: TypedEditor, title: str, path: str) -> str:
    """Let the user pick one file that exists; empty if they did not."""
    everything = QCoreApplication.translate("Dialogs", "All files (*)")
    found = await choose_files(editor.window(), title, str(Path(path).parent) if path else "", [everything])
    return found[0] if found else ""


class PasswordEditor(TextEditor):
    """Hidden, until the eye is clicked."""

    def __init__(self, setting: Setting[Any], means: Means) -> None:
        super().__init__(setting, means)
        self.eye = QAction(self)
        self.eye.setCheckable(True)
        self.eye.toggled.connect(self._show)
        self.field.addAction(self.eye, QLineEdit.ActionPosition.TrailingPosition)
        means.themes.changed.connect(self._tint)
        self._tint()
        self._show(False)

    def take(self) -> Any:
        """To the letter: a password may begin with a space."""
        return self.field.text()

    def _show(self, on: bool) -> None:
        self.field.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)
        self.eye.setToolTip(self.tr("Hide") if on else self.tr("Show"))
        self._tint()

    def _tint(self) -> None:
        theme = self.means.themes.theme
        self.eye.setIcon(icon("eye", theme.accent if self.eye.isChecked() else theme.muted))


class ArgumentsEditor(TypedEditor):
    """A program, and what it is given, one argument a line: no shell takes them apart."""

    wide = True

    def __init__(self, setting: Setting[Any], means: Means) -> None:
        super().__init__(setting, means)
        self.program = QLineEdit()
        self.program.setPlaceholderText(self.tr("Program; none if empty"))
        self.program.setAccessibleName(setting.label)
        self.arguments = QPlainTextEdit()
        self.arguments.setPlaceholderText(self.tr("Arguments, one a line"))
        self.arguments.setAccessibleName(self.tr("Arguments: {label}").format(label=setting.label))
        self.arguments.setTabChangesFocus(True)
        self.arguments.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.choose = Button(self.tr("Choose…"))
        self.choose.setAccessibleName(self.tr("Choose: {label}").format(label=setting.label))
        self.clear = Button(self.tr("Clear"))
        self.clear.setAccessibleName(self.tr("Clear: {label}").format(label=setting.label))
        above = QHBoxLayout()
        for widget in (self.program, self.choose, self.clear):
            above.addWidget(widget, 1 if widget is self.program else 0)
        column = QVBoxLayout()
        column.addLayout(above)
        column.addWidget(self.arguments)
        self.row.addLayout(column, 1)
        self._putting = False
        self.program.textEdited.connect(self.touch)
        self.arguments.textChanged.connect(self._on_arguments)
        self.choose.clicked.connect(self._choose)
        self.clear.clicked.connect(self._clear)
        self.setFocusProxy(self.program)
        for field in (self.program, self.arguments):
            self.watch(field)
        means.themes.changed.connect(self._restyle)
        self._restyle()

    def put(self, value: Any) -> None:
        """The first one is the program."""
        program, *arguments = value or ("",)
        self._putting = True
        self.program.setText(program)
        if "\n".join(arguments) != self.arguments.toPlainText():
            self.arguments.setPlainText("\n".join(arguments))
        self._putting = False
        self.clear.setEnabled(bool(value))

    def take(self) -> Any:
        """Arguments as they stand there, spaces and all; nothing where there is no program."""
        program = self.program.text().strip()
        arguments = self.arguments.toPlainText()
        if not program:
            if arguments.strip():
                raise self.setting.refuse(self.tr("“{label}” has arguments, but no program."))
            return ()
        lines = arguments.split("\n") if arguments else []
        while lines and not lines[-1]:
            lines.pop()
        return (program, *lines)

    def _on_arguments(self) -> None:
        if not self._putting:
            self.touch()

    def _clear(self) -> None:
        self.chosen.emit(())

    def _choose(self) -> None:
        spawn(self._ask(), name=self.setting.key)

    async def _ask(self) -> None:
        found = await choose_file(self, self.setting.label, self.program.text())
        if found and isValid(self):
            self.program.setText(found)
            self.touch()
            self.settle()

    def _restyle(self) -> None:
        self.arguments.setFixedHeight(round(_ARGUMENTS_HEIGHT * self.means.themes.scale))
