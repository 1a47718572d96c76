# SPDX-License-Identifier: GPL-3.0-or-later
"""Which files are never downloaded: patterns, one per line, for every torrent that is added."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from starling import settings
from starling.settings import Settings
from starling.ui.dialogs.lines import LinesDialog


class ExcludedDialog(LinesDialog):
    """Edits `settings.downloads.EXCLUDED`."""

    def __init__(self, chosen: Settings, parent: QWidget | None = None) -> None:
        super().__init__(
            chosen,
            settings.downloads.EXCLUDED,
            QCoreApplication.translate("ExcludedDialog", "&Patterns of names, one per line, such as *.nfo or sample/*"),
            QCoreApplication.translate(
                "ExcludedDialog", "They hold for torrents that are added from now on, and can be ticked all the same."
            ),
            parent,
        )
        self.setWindowTitle(self.tr("Files that are never downloaded"))
