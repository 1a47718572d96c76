# SPDX-License-Identifier: GPL-3.0-or-later
"""Which files are never downloaded: patterns, one per line, for every torrent that is added."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from starling import excluded, settings
from starling.settings import Settings
from starling.ui.dialogs.frame import ERR, MUTED, FramedDialog, note


class ExcludedDialog(FramedDialog):
    """Edits `settings.downloads.EXCLUDED`; says at once what will not do."""

    def __init__(self, chosen: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = chosen
        self.setWindowTitle(self.tr("Files that are never downloaded"))
        text = self.tr("&Patterns of names, one per line, such as *.nfo or sample/*")
        label = note(text, QPalette.ColorRole.WindowText, wrap=True)
        patterns = chosen.get(settings.downloads.EXCLUDED)
        self.field = QPlainTextEdit("\n".join(patterns))
        self.field.setAccessibleName(text.replace("&", ""))
        self.field.setTabChangesFocus(True)
        label.setBuddy(self.field)
        self.verdict = note(wrap=True)
        self.verdict.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(label)
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
    def patterns(self) -> tuple[str, ...]:
        """What stands there, each once."""
        return tuple(dict.fromkeys(filter(None, (line.strip() for line in self.field.toPlainText().splitlines()))))

    def accept(self) -> None:
        """Keep them."""
        if not excluded.problem(self.patterns):
            self._settings.set(settings.downloads.EXCLUDED, self.patterns)
            super().accept()

    def sizeHint(self) -> QSize:
        """Room for a dozen patterns."""
        return QSize(self.px(460), self.px(340))

    def _size_fields(self) -> None:
        self.field.setMinimumHeight(self.px(96))
        self.verdict.setMinimumHeight(self.px(36))

    def _judge(self) -> None:
        problem = excluded.problem(self.patterns)
        self.ok_button.setEnabled(not problem)
        self.verdict.setForegroundRole(ERR if problem else MUTED)
        self.verdict.setText(
            problem or self.tr("They hold for torrents that are added from now on, and can be ticked all the same.")
        )
