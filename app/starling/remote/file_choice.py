# SPDX-License-Identifier: GPL-3.0-or-later
"""Which files a client wants, and how much: Transmission's two properties in the one priority that files have here.

A file that is skipped has no other priority beside that here; clients expect it to come back with the one it had.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from starling.i18n import translate
from starling.remote.calls import Code, RemoteError
from starling.remote.params import Params
from starling.torrent import Priority

UNWANTED = "files_unwanted"
WANTED = "files_wanted"
PRIORITIES = {
    "priority_high": Priority.HIGH,
    "priority_low": Priority.LOW,
    "priority_normal": Priority.NORMAL,
}


class Changes(NamedTuple):
    """What a choice makes of the files of a torrent."""

    priorities: dict[int, int]
    """0-7 by index, of all the files for which something is said."""
    skipped: dict[int, int]
    """1-7 by position: what files that are skipped then have when they are wanted again, where that is not normal."""
    differs: bool = False
    """Any of these priorities is another one than now."""


@dataclass(frozen=True, slots=True)
class FileChoice:
    """Positions of files, in the order of the torrent and without pad files (BEP 47); None where nothing is said."""

    unwanted: tuple[int, ...] | None = None
    wanted: tuple[int, ...] | None = None
    priorities: tuple[tuple[Priority, tuple[int, ...]], ...] = ()

    @classmethod
    def of(cls, params: Params) -> "FileChoice":
        """What the parameters say. Raises ParamError."""
        steps = ((step, params.integers(name)) for name, step in PRIORITIES.items())
        return cls(
            params.integers(UNWANTED),
            params.integers(WANTED),
            tuple((step, positions) for step, positions in steps if positions is not None),
        )

    def __bool__(self) -> bool:
        return self != FileChoice()

    @property
    def size(self) -> int:
        """How many times a position is named."""
        return sum(map(len, self._lists))

    @property
    def last(self) -> int:
        """The last position that is named; -1 if there is none."""
        return max((max(positions) for positions in self._lists if positions), default=-1)

    @property
    def _lists(self) -> list[tuple[int, ...]]:
        return [self.unwanted or (), self.wanted or (), *(positions for _, positions in self.priorities)]

    def without_empty(self) -> "FileChoice":
        """An empty list means no file where a torrent is added, and all of them where one is changed."""
        there = tuple((step, positions) for step, positions in self.priorities if positions)
        return FileChoice(self.unwanted or None, self.wanted or None, there)

    def without_pads(self, indices: Sequence[int]) -> "FileChoice":
        """The choice of somebody who has read the .torrent file and counts its pad files, as Transmission does.

        `indices` are those of the other files, by position. Pad files are left out, the last one of the torrent too.
        """
        position_of = {index: position for position, index in enumerate(indices)}
        pads = frozenset(range(max(indices, default=-1) + 2)) - position_of.keys()

        def positions(numbers: tuple[int, ...] | None) -> tuple[int, ...]:
            # A number of no file at all stays one.
            return tuple(position_of.get(number, number) for number in numbers or () if number not in pads)

        priorities = tuple((step, positions(numbers)) for step, numbers in self.priorities)
        return FileChoice(positions(self.unwanted), positions(self.wanted), priorities).without_empty()

    def changes(self, indices: Sequence[int], now: Sequence[int], skipped: Mapping[int, int] | None = None) -> Changes:
        """What becomes of files; may take a while where there are many.

        `indices` and `now` are indices and priorities (0-7) by position, `skipped` what was remembered by then. Raises
        RemoteError for a file that there is not.
        """
        count = len(indices)
        if wrong := [position for positions in self._lists for position in positions if not 0 <= position < count]:
            text = translate("Remote", "The torrent has no file {number}.")
            raise RemoteError(text.format(number=min(wrong)), Code.FILE_INDEX_OUT_OF_RANGE)
        found: dict[int, int] = {}
        # What was wanted again meanwhile, in the window, has the priority that it got there.
        kept = {position: step for position, step in (skipped or {}).items() if not now[position]}
        every = range(count)
        for position in _meant(self.unwanted, every):
            kept[position] = now[position] or kept.get(position, Priority.NORMAL)
            found[position] = Priority.SKIP
        for position in _meant(self.wanted, every):
            found[position] = now[position] or kept.get(position, Priority.NORMAL)
        for step, positions in self.priorities:
            for position in _meant(positions, every):
                # What is skipped stays so, and has the step when it is wanted again.
                before = found.get(position, now[position])
                had = before or kept.get(position, Priority.NORMAL)
                (found if before else kept)[position] = had if rank(had) == rank(step) else step
        return Changes(
            {indices[position]: int(priority) for position, priority in found.items()},
            {
                position: int(step)
                for position, step in kept.items()
                if step != Priority.NORMAL and not found.get(position, now[position])
            },
            any(priority != now[position] for position, priority in found.items()),
        )


def rank(priority: int) -> int:
    """-1, 0 or 1: low, normal or high, as Transmission has it; a skipped file is normal."""
    if priority == Priority.SKIP:
        return 0
    return (priority > Priority.NORMAL) - (priority < Priority.NORMAL)


def _meant(positions: Iterable[int] | None, every: Iterable[int]) -> Iterable[int]:
    if positions is None:
        return ()
    return tuple(positions) or every
