# SPDX-License-Identifier: GPL-3.0-or-later
"""What is said of the files that are on disk already: how many, what becomes of them, whether to believe them."""

from PySide6.QtCore import QObject

from starling import formats
from starling.tasks import Worker
from starling.ui.dialogs.choice import FileChoice
from starling.ui.dialogs.ondisk import OnDisk, Sum
from starling.ui.dialogs.savein import SaveIn
from starling.ui.dialogs.switches import Switches


class DiskLine(QObject):
    """Compares the files to choose from with the folder they are saved in, and says so below it."""

    def __init__(self, worker: Worker, save_in: SaveIn, files: FileChoice, switches: Switches, parent: QObject) -> None:
        super().__init__(parent)
        self._save_in, self._files, self._switches = save_in, files, switches
        self._on_disk = OnDisk(worker, self)
        # Beside the sentence, and only where there is something to believe.
        save_in.files_row.addWidget(switches.believe)
        switches.allow_believing(False)
        self._on_disk.changed.connect(self.describe)
        switches.believe.toggled.connect(self.describe)

    def look(self) -> None:
        """The folder, the files or what is ticked may be others."""
        place, files = self._save_in.place, self._files.files
        if place is not None:
            usable = place.exists and not place.problem and bool(files)
            self._on_disk.look(place.path if usable else "", files)
        self.describe()

    def stop(self) -> None:
        """Nobody wants to know any more."""
        self._on_disk.stop()

    def describe(self) -> None:
        """Say what is there of the ticked files."""
        skipped = self._files.skipped if self._on_disk.any else []
        found = self._on_disk.sum(skipped)
        self._files.cost.here = self._on_disk.indices
        self._save_in.set_wanted(self._files.wanted, found.used)
        self._save_in.say_files(" ".join(self._sentences(found)))
        # An empty file is there or made in no time.
        whole = found.whole and not found.other and found.bytes == self._files.wanted
        self._switches.allow_believing(bool(whole) and not skipped)

    def _sentences(self, found: Sum) -> list[str]:
        parts = []
        if found.whole:
            believed, count = self._switches.believe.isChecked(), len(self._files.files)
            if count == 1:
                text = (
                    self.tr("The file is here already, {size}: it is believed.")
                    if believed
                    else self.tr("The file is here already, {size}: it is checked first.")
                )
            elif believed:
                text = self.tr("%n of {count} files are here already, {size}: they are believed.", "", found.whole)
            else:
                text = self.tr("%n of {count} files are here already, {size}: they are checked first.", "", found.whole)
            parts.append(text.format(count=formats.count(count), size=formats.size(found.bytes)))
        if found.other:
            parts.append(
                self.tr(
                    "%n files are here with another size: what fits is kept, the rest is overwritten.", "", found.other
                )
            )
        return parts
