# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks before every setting gets its default back, or those that keep something out."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from starling.setting import Setting
from starling.ui.dialogs.frame import FramedDialog, note


class ResetDialog(FramedDialog):
    """Reset all of them? Accepted for a yes."""

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Reset everything"))
        self.question = self.add_heading(self.tr("Give %n settings their defaults back?", "", count), 15)
        words = self.tr("Folders, limits, lists and rules on every page go. Torrents stay as they are.")
        self.body.addWidget(note(words, wrap=True))
        self.body.addStretch()
        self.footer.addStretch()
        self.cancel_button = self.add_button(self.tr("&Cancel"))
        self.cancel_button.clicked.connect(self.reject)
        self.reset_button = self.add_button(self.tr("&Reset everything"), primary=True)
        self.reset_button.clicked.connect(self.accept)
        self.cancel_button.setFocus()

    def sizeHint(self) -> QSize:
        """Wide enough for the sentences."""
        return super().sizeHint().expandedTo(QSize(self.px(440), 0))


class GuardsDialog(FramedDialog):
    """Reset a page, though something of it keeps the traffic to a way or keeps somebody out? Accepted for a yes."""

    def __init__(self, guards: Sequence[Setting[Any]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Reset this page"))
        self.question = self.add_heading(self.tr("Reset also what protects you?"), 15)
        labels = ", ".join(self.tr("“{label}”").format(label=setting.label) for setting in guards)
        words = self.tr(
            "These settings say by which way you are connected, and who is kept out. With the page they go back to "
            "their defaults at once: {settings}."
        )
        self.words = note(words.format(settings=labels), wrap=True)
        self.body.addWidget(self.words)
        self.body.addStretch()
        self.footer.addStretch()
        self.cancel_button = self.add_button(self.tr("&Cancel"))
        self.cancel_button.clicked.connect(self.reject)
        self.reset_button = self.add_button(self.tr("&Reset this page"), primary=True)
        self.reset_button.clicked.connect(self.accept)
        self.cancel_button.setFocus()

    def sizeHint(self) -> QSize:
        """Wide enough for the sentences."""
        return super().sizeHint().expandedTo(QSize(self.px(440), 0))
