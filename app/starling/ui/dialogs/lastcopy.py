# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks before torrents are stopped without which their swarms can't complete."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QCheckBox, QWidget

from starling import settings
from starling.rarity import Rarity
from starling.settings import Settings
from starling.spelling import shortened, shown
from starling.torrent import Torrent
from starling.ui import rarewords
from starling.ui.dialogs.frame import FramedDialog, note
from starling.ui.lastcopies import Deed

_NAME, _WIDTH = 80, 460


class LastCopyDialog(FramedDialog):
    """Stop the last copy? Accepted for a yes."""

    def __init__(
        self,
        found: Sequence[tuple[Torrent, Rarity]],
        deed: Deed,
        chosen: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = chosen
        self.setWindowTitle(self.tr("Rare because of you"))
        pauses = deed is Deed.PAUSE
        if len(found) == 1:
            one, other = self.tr("Pause the last copy of “{name}”?"), self.tr("Remove the last copy of “{name}”?")
            question = (one if pauses else other).format(name=shortened(shown(found[0][0].name), _NAME))
        elif pauses:
            question = self.tr("Pause the last copies of %n torrents?", "", len(found))
        else:
            question = self.tr("Remove the last copies of %n torrents?", "", len(found))
        self.question = self.add_heading(question, 15)
        self.said = note(rarewords.warnings(found), QPalette.ColorRole.WindowText, wrap=True)
        self.body.addWidget(self.said)
        self.ask_box = QCheckBox(self.tr("&Ask before the last copy is stopped"))
        self.ask_box.setChecked(chosen.get(settings.seeding.WARN_RARE))
        self.body.addWidget(self.ask_box)
        self.body.addStretch()
        self.footer.addStretch()
        self.cancel_button = self.add_button(self.tr("&Cancel"))
        self.cancel_button.clicked.connect(self.reject)
        self.stop_button = self.add_button(self.tr("&Pause") if pauses else self.tr("&Remove"), primary=True)
        self.stop_button.clicked.connect(self.accept)
        self.stop_button.setFocus()

    def accept(self) -> None:
        """Whether to ask is a setting, and changes only with a yes."""
        self._settings.set(settings.seeding.WARN_RARE, self.ask_box.isChecked())
        super().accept()

    def sizeHint(self) -> QSize:
        """Wide enough for a name."""
        return super().sizeHint().expandedTo(QSize(self.px(_WIDTH), 0))
