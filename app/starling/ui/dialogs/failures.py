# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog for what nobody expected: one at a time, with everything a report of the fault needs."""

import traceback

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from starling.ui.dialogs.about import versions
from starling.ui.dialogs.frame import FramedDialog, heading, note

_KEPT = 20
"""Errors whose details are kept: a fault that repeats every second must not fill the memory."""


class Failures(QObject):
    """Where unexpected errors go: into the open dialog if there is one, else into a new one."""

    def __init__(self, window: QWidget | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._dialog: ErrorDialog | None = None

    @property
    def dialog(self) -> "ErrorDialog | None":
        """The open one."""
        return self._dialog

    def show(self, error: BaseException) -> None:
        """Tell the user; returns at once."""
        if self._dialog is not None:
            self._dialog.again(error)
            return
        self._dialog = ErrorDialog(error, self._window)
        self._dialog.finished.connect(self._on_finished)
        self._dialog.show()

    def _on_finished(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.deleteLater()


class ErrorDialog(FramedDialog):
    """Shows one unexpected error, and counts those that follow it."""

    def __init__(self, error: BaseException, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Unexpected error"))
        # The program goes on, and so does whoever uses it.
        self.setWindowModality(Qt.WindowModality.NonModal)
        self._reports = [_details(error)]
        self._count = 1
        self.body.addWidget(heading(QLabel(self.tr("Starling has a fault")), self.px(15)))
        what = QLabel(self.tr("It goes on. A report with the details below helps to mend the fault."))
        what.setWordWrap(True)
        self.body.addWidget(what)
        self.more = note(wrap=True)
        self.body.addWidget(self.more)
        self.details = QPlainTextEdit()
        self.details.setReadOnly(True)
        self.details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.details.setTabChangesFocus(True)
        self.details.setAccessibleName(self.tr("Details"))
        self.body.addWidget(self.details, 1)
        self.copy_button = self.add_button(self.tr("Co&py the details"))
        self.copy_button.clicked.connect(self._copy)
        self.footer.addStretch()
        self.close_button = self.add_button(self.tr("&Close"), primary=True)
        self.close_button.clicked.connect(self.accept)
        self._show()

    def sizeHint(self) -> QSize:
        """Room for a traceback's lines."""
        return QSize(self.px(640), self.px(420))

    def again(self, error: BaseException) -> None:
        """One more happened."""
        self._count += 1
        if len(self._reports) < _KEPT and (report := _details(error)) not in self._reports:
            self._reports.append(report)
        self._show()

    @property
    def report(self) -> str:
        """Versions and tracebacks."""
        return "\n".join([*(f"{name} {version}" for name, version in versions()), "", *self._reports])

    def _show(self) -> None:
        self.more.setVisible(self._count > 1)
        self.more.setText(self.tr("%n more have happened since.", "", self._count - 1))
        report = self.report
        if self.details.toPlainText() != report:
            self.details.setPlainText(report)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report)
        self.copy_button.say(self.tr("Copied"))


def _details(error: BaseException) -> str:
    return "".join(traceback.format_exception(error))
