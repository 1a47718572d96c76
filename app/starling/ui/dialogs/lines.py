# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog for settings that are a list of texts, one per line: judged as they are typed, kept when they are good."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from starling.setting import Setting
from starling.settings import Settings
from starling.ui.dialogs.frame import ERR, MUTED, FramedDialog, note

_VERDICT = 54
"""Pixels for three lines: what is wrong may take them."""


class LinesDialog(FramedDialog):
    """Edits one setting; says at once what will not do."""

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
        """Keep them."""
        if not self._problem():
            self._settings.set(self._setting, self.lines)
            super().accept()

    def sizeHint(self) -> QSize:
        """Room for a dozen lines."""
        return QSize(self.px(460), self.px(340))

    def _size_fields(self) -> None:
        self.field.setMinimumHeight(self.px(96))
        self.verdict.setMinimumHeight(self.px(_VERDICT))

    def _problem(self) -> str:
        try:
            self._setting.accept(self.lines)
        except ValueError as error:
            return str(error)
        return ""

    def _judge(self) -> None:
        problem = self._problem()
        self.ok_button.setEnabled(not problem)
        self.verdict.setForegroundRole(ERR if problem else MUTED)
        self.verdict.setText(problem or self._meaning)
