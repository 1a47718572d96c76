# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog for settings that are a list of texts, one per line: judged as they are typed, kept when they are good."""

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from starling.setting import Setting
from starling.settings import Settings
from starling.ui.dialogs.frame import ERR, MUTED, FramedDialog, note
from starling.ui.slices import Slices

_VERDICT = 54
"""Pixels for three lines: what is wrong may take them."""
_AT_ONCE = 100
"""Lines that are judged between two looks at the clock."""


class LinesDialog(FramedDialog):
    """Edits one setting, of which each line is good or not by itself; says at once what will not do.

    A line is judged once, and many of them in slices: who types into a long list does not wait.
    """

    def __init__(
        self,
        chosen: Settings,
        setting: Setting[tuple[str, ...]],
        label: str,
        meaning: str,
        parent: QWidget | None = None,
    ) -> None:
        """`label` stands above the lines and has the mnemonic, `meaning` below them."""
        super().__init__(parent)
        self._settings, self._setting = chosen, setting
        self._meaning = meaning
        self._good: set[str] = set()
        """Lines that have been judged."""
        self._slices = Slices(self)
        above = note(label, QPalette.ColorRole.WindowText, wrap=True)
        there = chosen.get(setting)
        self.field = QPlainTextEdit("\n".join(there))
        self.field.setAccessibleName(label.replace("&", ""))
        self.field.setTabChangesFocus(True)
        above.setBuddy(self.field)
        self.verdict = note(wrap=True)
        self.verdict.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(above)
        self.body.addWidget(self.field, 1)
        self.body.addWidget(self.verdict)
        self.sized(self._size_fields)
        self.footer.addStretch()
        self.cancel_button = self.add_button(self.tr("&Cancel"))
        self.cancel_button.clicked.connect(self.reject)
        self.ok_button = self.add_button(self.tr("&Save"), primary=True)
        self.ok_button.clicked.connect(self.accept)
        self.field.textChanged.connect(self._judge)
        self._judge()

    @property
    def lines(self) -> tuple[str, ...]:
        """What stands there, each once."""
        return tuple(dict.fromkeys(filter(None, (line.strip() for line in self.field.toPlainText().splitlines()))))

    def accept(self) -> None:
        """Keep them, once they are judged and good."""
        if self.ok_button.isEnabled():
            try:
                self._settings.set(self._setting, self.lines)
            except ValueError as error:
                self._say(str(error))
            else:
                super().accept()

    def done(self, result: int) -> None:
        """Nobody waits for the verdict any more."""
        self._slices.stop()
        super().done(result)

    def sizeHint(self) -> QSize:
        """Room for a dozen lines."""
        return QSize(self.px(460), self.px(340))

    def _size_fields(self) -> None:
        self.field.setMinimumHeight(self.px(96))
        self.verdict.setMinimumHeight(self.px(_VERDICT))

    def _judge(self) -> None:
        self.ok_button.setEnabled(False)
        self._slices.run(self._judging(), whole=False)

    def _judging(self) -> Iterator[None]:
        text = self.field.toPlainText()
        yield
        found: dict[str, None] = {}
        for rows in _parts(text.splitlines(), 20 * _AT_ONCE):
            found.update(dict.fromkeys(filter(None, map(str.strip, rows))))
            yield
        try:
            self._setting.fits(tuple(found), self._settings.get(self._setting))
            for lines in _parts([line for line in found if line not in self._good], _AT_ONCE):
                self._setting.accept(lines)
                self._good.update(lines)
                yield
        except ValueError as error:
            self._say(str(error))
        else:
            self._say("")

    def _say(self, problem: str) -> None:
        self.ok_button.setEnabled(not problem)
        self.verdict.setForegroundRole(ERR if problem else MUTED)
        self.verdict.setText(problem or self._meaning)


def _parts(lines: list[str], size: int) -> Iterator[list[str]]:
    return (lines[at : at + size] for at in range(0, len(lines), size))
