# SPDX-License-Identifier: GPL-3.0-or-later
"""Open Link: magnet links, info-hashes and addresses of .torrent files, one per line, judged as they are typed."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPalette
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from starling.items import Kind, is_offer, items_in, kind_of, lines_of, normalised
from starling.ui.dialogs.frame import ERR, MUTED, FramedDialog, note

_SHOWN = 60


class LinkDialog(FramedDialog):
    """Asks for links; what the clipboard offers stands there already."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Open link"))
        text = self.tr("&Magnet links, info-hashes or addresses of .torrent files, one per line")
        label = note(text, QPalette.ColorRole.WindowText, wrap=True)
        self.field = _Field()
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
        self.open_button = self.add_button(self.tr("&Open"), primary=True)
        self.open_button.clicked.connect(self.accept)
        offered = [item for item in items_in(QGuiApplication.clipboard().text()) if is_offer(item)]
        self.field.setPlainText("\n".join(offered))
        self.field.selectAll()
        self.field.textChanged.connect(self._judge)
        self._judge()

    def items(self) -> list[str]:
        """What can be opened, each once."""
        return list(dict.fromkeys(normalised(line) for line in lines_of(self.field.toPlainText())))

    def sizeHint(self) -> QSize:
        """Room for a whole magnet link, wrapped."""
        return QSize(self.px(620), self.px(280))

    def _size_fields(self) -> None:
        self.field.setMinimumHeight(self.px(96))
        self.verdict.setMinimumHeight(self.px(36))

    def _judge(self) -> None:
        lines = lines_of(self.field.toPlainText())
        wrong = [(number, line) for number, line in enumerate(lines, 1) if kind_of(line) in {None, Kind.FILE}]
        self.open_button.setEnabled(bool(lines) and not wrong)
        self.verdict.setForegroundRole(ERR if wrong else MUTED)
        if not wrong:
            self.verdict.setText(self.tr("%n links", "", len(self.items())) if lines else "")
            return
        number, line = wrong[0]
        if kind_of(line) is Kind.FILE:
            text = self.tr("“{line}” is a file, not a link.")
        elif line.lower().startswith("magnet:"):
            text = self.tr("“{line}” has no info-hash: a magnet link holds xt=urn:btih: or xt=urn:btmh:.")
        elif line.lower().startswith(("http:", "https:")):
            text = self.tr("“{line}” names no server.")
        elif len(lines) > 1:
            text = self.tr("Line {number}, “{line}”, is no magnet link, info-hash or web address.")
        else:
            text = self.tr("“{line}” is no magnet link, info-hash or web address.")
        shown = line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"
        self.verdict.setText(text.format(line=shown, number=number))


class _Field(QPlainTextEdit):
    """Several lines: Enter presses the dialog's default button, Shift+Enter begins a new line."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entered = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if entered and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)
