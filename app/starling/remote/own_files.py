# SPDX-License-Identifier: GPL-3.0-or-later
"""Priorities of files that are skipped, which for Transmission go on beside that, and here would be forgotten."""

from collections.abc import Iterable, Mapping, Sequence

from starling.remote.file_choice import Changes, FileChoice
from starling.tasks import Worker

_NONE: Mapping[int, int] = {}
FEW = 1_000
"""Files that are looked through at once: about a millisecond."""


class OwnFiles:
    """Remembers them until Starling ends."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker
        self._skipped: dict[str, Mapping[int, int]] = {}
        """By id; none of these changes any more, so that the worker may read them."""

    def of(self, id: str) -> Mapping[int, int]:
        """Priorities (1-7) of a torrent's skipped files by position, those that are not normal. From any thread."""
        return self._skipped.get(id, _NONE)

    async def changes(self, choice: FileChoice, id: str, indices: Sequence[int], now: Sequence[int]) -> Changes:
        """What a choice makes of a torrent's files, see `FileChoice.changes`; nothing is changed by that."""
        if len(indices) + choice.size <= FEW:
            return choice.changes(indices, now, self.of(id))
        return await self._worker.run(choice.changes, indices, now, self.of(id))

    def keep(self, id: str, skipped: Mapping[int, int]) -> None:
        """`skipped` is all that is to be remembered of a torrent from now on."""
        if skipped:
            self._skipped[id] = skipped
        else:
            self._skipped.pop(id, None)

    def forget(self, ids: Iterable[str]) -> None:
        """Torrents are gone."""
        for id in ids:
            self._skipped.pop(id, None)
