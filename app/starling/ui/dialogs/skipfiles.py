# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks whether the files shall be skipped that nobody has all of, and names them."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from starling import formats
from starling.pieces import Hit
from starling.spelling import shortened, shown
from starling.ui.dialogs.frame import FramedDialog, note, selectable

_WIDTH = 460
_NAMED = 8


class SkipFilesDialog(FramedDialog):
    """Accepted if these files shall be skipped."""

    def __init__(self, hits: Sequence[Hit], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Skip files"))
        self.question = self.add_heading(self.tr("Skip %n files?", "", len(hits)), 15)
        names = [shortened(shown(hit.path.partition("/")[2] or hit.path)) for hit in hits[:_NAMED]]
        if left := len(hits) - len(names):
            names.append(self.tr("and %n more", "", left))
        self.names = selectable(note("\n".join(names), QPalette.ColorRole.WindowText, wrap=True))
        self.body.addWidget(self.names)
        words = self.tr("{size} of them are on no connected peer. The others can finish without them.")
        words = words.format(size=formats.size(sum(hit.size for hit in hits)))
        words += " " + self.tr("To fetch them after all, tick them in the Files tab.")
        self.body.addWidget(note(words, wrap=True))
        self.body.addStretch()
        self.footer.addStretch()
        self.cancel_button = self.add_button(self.tr("&Cancel"))
        self.cancel_button.clicked.connect(self.reject)
        self.skip_button = self.add_button(self.tr("&Skip"), primary=True)
        self.skip_button.clicked.connect(self.accept)
        self.skip_button.setFocus()

    def sizeHint(self) -> QSize:
        """Wide enough for a name."""
        return super().sizeHint().expandedTo(QSize(self.px(_WIDTH), 0))
