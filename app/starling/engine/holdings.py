# SPDX-License-Identifier: GPL-3.0-or-later
"""Which pieces peers have against those we miss: a few bitfields are read at a time, for each takes a millisecond."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import libtorrent as lt

from starling.peer import Holding

CELLS = 96
"""As many as there are pieces, if these are fewer."""

BUDGET = 0.005
"""Seconds that one question may spend with bitfields."""

_TO_ONE = bytes([0] + [1] * 255)


@dataclass(frozen=True, slots=True)
class Geometry:
    """What stays of a torrent once its metadata is there."""

    pieces: int
    piece_length: int
    size: int

    def bytes_of(self, pieces: int) -> int:
        """How much so many pieces are."""
        return min(pieces * self.piece_length, self.size)


@dataclass(slots=True, eq=False)
class Held:
    """What one peer was seen to hold."""

    holding: Holding | None = None
    pieces: int = -1
    """How many it had when it was read."""
    version: int = -1
    """Of what we miss, when it was read."""


class Missing:
    """The pieces that we want and miss, a byte each, and the same by cells."""

    def __init__(self, geometry: Geometry) -> None:
        count = min(CELLS, geometry.pieces)
        self.count = geometry.pieces
        self.version = 0
        self.bounds = [
            (cell * geometry.pieces // count, (cell + 1) * geometry.pieces // count) for cell in range(count)
        ]
        self._mask = -1
        self._cells: list[int] = []
        self.total = 0
        self.seed = self.none = Holding(b"", b"", 0.0)

    def look(self, handle: lt.torrent_handle) -> None:
        """Asks libtorrent; takes some ms where there are 50,000 pieces."""
        status = handle.status(lt.torrent_handle.query_pieces)
        have = bytes(status.pieces)
        wanted = bytes(handle.get_piece_priorities()).translate(_TO_ONE)
        if status.is_seeding or len(wanted) != self.count or len(have) not in {0, self.count}:
            mask = 0
        else:
            mask = int.from_bytes(wanted) & ~int.from_bytes(have)
        if mask == self._mask:
            return
        self._mask = mask
        self.version += 1
        missing = mask.to_bytes(self.count)
        self._cells = [missing.count(1, begin, end) for begin, end in self.bounds]
        self.total = sum(self._cells)
        full, empty = b"\xff" * len(self.bounds), bytes(len(self.bounds))
        useful = bytes(255 if missed else 0 for missed in self._cells)
        self.seed = Holding(full, useful, 1.0 if self.total else 0.0)
        self.none = Holding(empty, empty, 0.0)

    def against(self, pieces: Sequence[bool]) -> Holding:
        """The holding of a peer with these pieces."""
        has = bytes(pieces)
        shared = (int.from_bytes(has) & self._mask).to_bytes(self.count)
        cells = [shared.count(1, begin, end) for begin, end in self.bounds]
        return Holding(
            bytes(_share(has.count(1, begin, end), end - begin) for begin, end in self.bounds),
            bytes(_share(part, of) if of else 0 for part, of in zip(cells, self._cells, strict=True)),
            sum(cells) / self.total if self.total else 0.0,
        )

    def read(self, asked: list[tuple[Held, int, Callable[[], Sequence[bool]]]]) -> None:
        """Brings those up to date that have changed, first those never read, then the oldest, while there is time.

        Of each: what is kept of it, how many pieces it has now, and what gives them.
        """
        stale = []
        for held, pieces, give in asked:
            if pieces >= self.count:
                held.holding, held.pieces, held.version = self.seed, pieces, self.version
            elif not pieces:
                held.holding, held.pieces, held.version = self.none, pieces, self.version
            elif held.pieces != pieces or held.version != self.version:
                stale.append((held.version, held, pieces, give))
        stale.sort(key=_oldest)
        end = time.perf_counter() + BUDGET
        for _, held, pieces, give in stale:
            found = give()
            if len(found) == self.count:
                held.holding, held.pieces, held.version = self.against(found), pieces, self.version
            if time.perf_counter() > end:
                break
            # Other threads need the interpreter too.
            time.sleep(0)


def _oldest(row: tuple[int, Held, int, object]) -> int:
    return row[0]


def _share(part: int, of: int) -> int:
    """0-255: 0 only for nothing, 255 only for everything."""
    if part >= of:
        return 255
    return min(254, max(1, 255 * part // of)) if part else 0
