# SPDX-License-Identifier: GPL-3.0-or-later
"""Which files of watch folders were dealt with and lie there still: they are not added again at each start."""

from starling.automation.memory import Memory

_WIDTH = 12
MOST = 50_000
"""Then the oldest are forgotten: 600 kB on the disk."""


class Taken:
    """Marks of files as they were, twelve characters each; without them torrents that were removed would come again."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        stored = memory.marks
        self._marks = dict.fromkeys(stored[at : at + _WIDTH] for at in range(0, len(stored), _WIDTH))
        self._changed = False

    def __contains__(self, mark: object) -> bool:
        return mark in self._marks

    def add(self, mark: str) -> None:
        """Remember a file; `save` makes it last."""
        self._marks.pop(mark, None)
        self._marks[mark] = None
        while len(self._marks) > MOST:
            del self._marks[next(iter(self._marks))]
        self._changed = True

    def save(self) -> None:
        """Hand over what is new."""
        if self._changed:
            self._changed = False
            self._memory.marks = "".join(self._marks)
