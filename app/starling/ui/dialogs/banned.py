# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is banned for good: addresses and ranges, one per line, for every torrent."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from starling import settings
from starling.settings import Settings
from starling.ui.dialogs.frame import ERR, MUTED, FramedDialog, note


class BannedDialog(FramedDialog):
    """Edits `settings.privacy.BANNED`; says at once what will not do."""

    def __init__(self, chosen: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = chosen
        self.setWindowTitle(self.tr("Banned peers"))
        text = self.tr("&Addresses and ranges, one per line, such as 192.0.2.1, 192.0.2.0/24 or 2001:db8::/32")
        label = note(text, QPalette.ColorRole.WindowText, wrap=True)
        bans = chosen.get(settings.privacy.BANNED)
        self.field = QPlainTextEdit("\n".join(bans))
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
    def bans(self) -> tuple[str, ...]:
        """What stands there, each once."""
        return tuple(dict.fromkeys(filter(None, (line.strip() for line in self.field.toPlainText().splitlines()))))

    def accept(self) -> None:
        """Keep them."""
        if not self._problem():
            self._settings.set(settings.privacy.BANNED, self.bans)
            super().accept()

    def sizeHint(self) -> QSize:
        """Room for a dozen lines."""
        return QSize(self.px(460), self.px(340))

    def _size_fields(self) -> None:
        self.field.setMinimumHeight(self.px(96))
        self.verdict.setMinimumHeight(self.px(54))

    def _problem(self) -> str:
        try:
            settings.privacy.BANNED.accept(self.bans)
        except ValueError as error:
            return str(error)
        return ""

    def _judge(self) -> None:
        problem = self._problem()
        self.ok_button.setEnabled(not problem)
        self.verdict.setForegroundRole(ERR if problem else MUTED)
        self.verdict.setText(problem or self._what_it_means())

    def _what_it_means(self) -> str:
        return self.tr("No torrent connects to them or takes connections from them. Who is taken out may come back.")
