# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is banned for good: addresses and ranges, one per line, for every torrent."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from starling import settings
from starling.settings import Settings
from starling.ui.dialogs.lines import LinesDialog


class BannedDialog(LinesDialog):
    """Edits `settings.privacy.BANNED`."""

    def __init__(self, chosen: Settings, parent: QWidget | None = None) -> None:
        super().__init__(
            chosen,
            settings.privacy.BANNED,
            QCoreApplication.translate(
                "BannedDialog",
                "&Addresses and ranges, one per line, such as 192.0.2.1, 192.0.2.0/24 or 2001:db8::/32",
            ),
            QCoreApplication.translate(
                "BannedDialog",
                "No torrent connects to them or takes connections from them. Who is taken out may come back.",
            ),
            parent,
        )
        self.setWindowTitle(self.tr("Banned peers"))
