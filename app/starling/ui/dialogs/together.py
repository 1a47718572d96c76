# SPDX-License-Identifier: GPL-3.0-or-later
"""What the torrents of an add dialog need together of a disk, also those that nobody has looked at yet."""

import asyncio
from collections.abc import Sequence
from itertools import compress
from operator import not_
from typing import NamedTuple

from PySide6.QtCore import QObject

from starling.filelist import FileList
from starling.tasks import spawn
from starling.torrent import AddOptions, Preview
from starling.ui.dialogs.entry import Entry
from starling.ui.dialogs.leaving import leaving
from starling.ui.dialogs.means import Means
from starling.ui.dialogs.ondisk import add_up, find
from starling.ui.dialogs.space import Need, Others, look


class _Answer(NamedTuple):
    """What a torrent needs if it is added so; None where nothing can be saved."""

    preview: Preview
    options: AddOptions
    need: Need | None


class Together(QObject):
    """Tells the form on screen what the others need; a form knows that of itself, of the rest it is found out here."""

    def __init__(self, means: Means, parent: QObject) -> None:
        super().__init__(parent)
        self._means = means
        self._entries: Sequence[Entry] = ()
        self._current: Entry | None = None
        self._answers: dict[Entry, _Answer] = {}
        self._asking: asyncio.Task[None] | None = None
        self._stopped = False

    def look(self, entries: Sequence[Entry], current: Entry | None) -> None:
        """There are these torrents, and this one is on screen."""
        self._entries, self._current = entries, current
        self._answers = {entry: self._answers[entry] for entry in entries if entry in self._answers}
        self.tell()
        if self._asking is None and not self._stopped and self._next() is not None:
            self._asking = spawn(self._ask(), name="room for all")

    def stop(self) -> None:
        """Nobody wants to know any more."""
        self._stopped = True
        if self._asking is not None:
            self._asking.cancel()

    def tell(self) -> None:
        """Some torrent needs more or less than before."""
        current = self._current
        if current is None or current.form is None:
            return
        save_in = current.form.save_in
        place = save_in.place
        mount = place.mount if place is not None else ""
        needs = [need.size for entry in self._entries if entry is not current and (need := self._need(entry, mount))]
        hoped = sum(entry.ready or (entry.preview is None and not entry.error) for entry in self._entries)
        save_in.set_others(Others(sum(needs), len(needs), hoped))

    def _need(self, entry: Entry, mount: str) -> Need | None:
        """What a torrent that can be added needs of this disk."""
        if not entry.ready:
            return None
        need = entry.form.save_in.need if entry.form is not None else None
        if need is None and entry in self._answers:
            # A form does not know it at once.
            need = self._answers[entry].need
        return need if need is not None and need.mount == mount else None

    def _next(self) -> tuple[Entry, Preview, AddOptions] | None:
        """A torrent without a form of which is not known what it needs, if it is added so."""
        for entry in self._entries:
            preview, options = entry.preview, entry.options
            if entry.form is None and preview is not None and preview.has_metadata and not preview.known:
                answer = self._answers.get(entry)
                if answer is None or answer.preview is not preview or answer.options is not options:
                    return entry, preview, options
        return None

    async def _ask(self) -> None:
        try:
            while (question := self._next()) is not None:
                entry, preview, options = question
                need = await self._find_out(preview, options)
                self._answers[entry] = _Answer(preview, options, need)
                self.tell()
        finally:
            self._asking = None

    async def _find_out(self, preview: Preview, options: AddOptions) -> Need | None:
        worker = self._means.worker
        place = await worker.run(look, options.save_path)
        if place.problem:
            return None
        left_out = await leaving(preview, options.excluded)
        files = FileList.of(await self._means.engine.intake.laid_out(preview.files, options.layout))
        priorities = left_out.priorities or preview.priorities or bytes([1]) * len(files)
        here = await find(worker, place.path if place.exists else "", files, self)
        found = add_up(here, compress(files.indices, map(not_, priorities)))
        return Need(place.mount, max(0, sum(compress(files.sizes, priorities)) - found.used))
