# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the text on the clipboard without waiting for the program that put it there.

Under X11 that program hands it over itself, and Qt waits for it where it is asked: 15 s for one that is stopped. A
child asks there (0.1 s, 44 MB). Wayland shows the clipboard to nobody but the window in front, so that no child could:
there the window waits, knowingly, until Qt gives up on a program that is stopped, which is after a second.
"""

import logging
import os
import sys

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from starling.ui.clipboardchild import MOST

log = logging.getLogger(__name__)

COMMAND = (sys.executable, "-P", "-X", "utf8", "-m", "starling.ui.clipboardchild")
"""-P: what lies in the current folder is nothing to import."""
PATIENCE_MS = 5_000


class ClipboardText(QObject):
    """What others have put there, one read at a time."""

    read = Signal(str)
    """The text; empty if there is none, or it is our own or longer than `MOST`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._child: QProcess | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._give_up)

    def ask(self) -> None:
        """`read` follows, unless nobody answers or `ask` is called once more before."""
        self.stop()
        if self._clipboard.ownsClipboard():
            self.read.emit("")
        elif QGuiApplication.platformName() == "xcb":
            self._begin()
        else:
            text = self._clipboard.text()
            self.read.emit(text if len(text) <= MOST else "")

    def stop(self) -> None:
        """Nothing follows any more."""
        self._patience.stop()
        child, self._child = self._child, None
        if child is not None:
            child.finished.disconnect(self._on_finished)
            child.errorOccurred.disconnect(self._on_error)
            if child.state() is QProcess.ProcessState.NotRunning:
                child.deleteLater()
                return
            # Its object goes when it has ended, which a disk can delay: nobody waits, and it may outlive us.
            child.setParent(QGuiApplication.instance())
            child.finished.connect(child.deleteLater)
            child.kill()

    def _begin(self) -> None:
        environment = QProcessEnvironment.systemEnvironment()
        # It finds what this process finds, wherever that was started from.
        environment.insert("PYTHONPATH", os.pathsep.join(path for path in sys.path if path))
        environment.insert("QT_QPA_PLATFORM", QGuiApplication.platformName())
        # The session is to start one Starling again, not two.
        environment.remove("SESSION_MANAGER")
        self._child = child = QProcess(self)
        child.setProcessEnvironment(environment)
        child.finished.connect(self._on_finished)
        child.errorOccurred.connect(self._on_error)
        program, *arguments = COMMAND
        child.start(program, arguments)
        self._patience.start()

    def _on_finished(self) -> None:
        child = self._child
        if child is None:
            return
        text = bytes(child.readAllStandardOutput().data()).decode(errors="replace")
        if child.exitCode():
            said = bytes(child.readAllStandardError().data()).decode(errors="replace")
            log.warning("The clipboard can't be read: %s", said)
        self.stop()
        self.read.emit(text)

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart and self._child is not None:
            log.warning("The clipboard can't be read: %s", self._child.errorString())
            self.stop()

    def _give_up(self) -> None:
        log.info("Whoever owns the clipboard does not answer")
        self.stop()
