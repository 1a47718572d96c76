# SPDX-License-Identifier: GPL-3.0-or-later
"""Has torrents that found no room in the folder where they belong go there as soon as there is some."""

import shutil
import time
from collections.abc import Callable, Coroutine, Iterable
from typing import Any

from starling.engine.errors import EngineError, LackError
from starling.engine.savefolder import check_place
from starling.tasks import Worker

EVERY = 5.0
"""Seconds between two looks at the disks."""
_MORE = 16_000_000
"""Bytes that have to be free beside those that did not suffice, where it is not known how many would."""


class Rooms:
    """Asks the disks only while somebody waits for one, and never twice at a time."""

    def __init__(
        self,
        worker: Callable[[], Worker],
        again: Callable[[str], None],
        start: Callable[[Coroutine[Any, Any, None], str], None],
    ) -> None:
        """`again` has a torrent try once more; `start` runs what the end of the program waits for."""
        self._worker, self._again, self._start = worker, again, start
        self._waiting: dict[str, tuple[str, int]] = {}
        """Torrent -> where it belongs, and the bytes that have to be free there."""
        self._asking = False
        self._next = 0.0

    def wait(self, id: str, folder: str, lack: LackError) -> None:
        """One found no room."""
        self._waiting[id] = folder, lack.needed

    def forget(self, id: str) -> None:
        """One goes there no more, or is there."""
        self._waiting.pop(id, None)

    def tick(self) -> None:
        """To be called each second."""
        if self._waiting and not self._asking and time.monotonic() >= self._next:
            self._asking = True
            self._start(self._look(), "room to move to")

    async def _look(self) -> None:
        try:
            free = await self._worker().run(_free, {folder for folder, _ in self._waiting.values()})
            for id, (folder, needed) in list(self._waiting.items()):
                if free.get(folder, 0) >= needed:
                    del self._waiting[id]
                    self._again(id)
        finally:
            self._asking, self._next = False, time.monotonic() + EVERY


def needed_after(folder: str, size: int) -> int:
    """The bytes that have to be free where a disk was full although there seemed to be room for `size`."""
    return max(size, _free([folder]).get(folder, 0) + _MORE)


def _free(folders: Iterable[str]) -> dict[str, int]:
    found = {}
    for folder in folders:
        try:
            found[folder] = shutil.disk_usage(check_place(folder)).free
        except (EngineError, OSError):
            # Not there now.
            continue
    return found
