# SPDX-License-Identifier: GPL-3.0-or-later
"""What each cell of the piece map shows, a code a byte: computed from 50,000 pieces in a few milliseconds."""

from collections.abc import Iterable
from enum import Enum

from starling.pieces import Partial, Pieces

MOST_CELLS = 6000
"""Above that many pieces a cell stands for several, unless the user wants to see each."""

MISSING = 0
SKIPPED = 1
NONE = 2
"""Missing, and on no connected peer."""
ALONE = 3
"""Ours alone: no connected peer has it."""
HERE = 4
"""Here, where that is not what is shown."""
HAVE = 8
"""+ 1 to `SHADES`: the share of the cell's pieces that are here."""
FLIGHT = 32
"""+ 0 to `LEVELS`: how much of it is here."""
COPIES = 64
"""+ 1 to `FULL_COPIES`: connected peers that have it."""
PRIORITY = 80
"""+ 1 to 7."""

SHADES = 8
LEVELS = 15
FULL_COPIES = 6
WHOLE = HAVE + SHADES

_HIGHEST = 255
"""Stands for SKIPPED where the lowest code of a cell's pieces counts."""
_LOWEST = 5
"""Stands for SKIPPED where the highest does; above HERE."""

KINDS = bytes(
    HAVE if HAVE < code <= WHOLE else FLIGHT if FLIGHT <= code <= FLIGHT + LEVELS else code for code in range(256)
)
"""Code -> what it is a degree of: a cell that fills has not changed, one that is full has."""


class Mode(Enum):
    """What the map shows."""

    HAVE = "have"
    COPIES = "copies"
    PRIORITY = "priority"


# Flags of a piece: 1 here, 2 on no connected peer, 4 skipped.
_NO_COPY = bytes([2]) + bytes(255)
_SKIPPED = bytes([4]) + bytes(255)
_OF_HAVE = bytes([MISSING, WHOLE, NONE, WHOLE, SKIPPED, WHOLE, SKIPPED, WHOLE])
_OF_COPIES = bytes([MISSING, HERE, NONE, ALONE, SKIPPED, HERE, SKIPPED, ALONE])
_TO_COPIES = bytes([0, *(COPIES + min(count, FULL_COPIES) for count in range(1, 256))])
_TO_PRIORITY = bytes([_LOWEST, *(PRIORITY + min(level, 7) for level in range(1, 256))])
_LOW = bytes.maketrans(bytes([SKIPPED]), bytes([_HIGHEST]))
_BACK = bytes.maketrans(bytes([_HIGHEST, _LOWEST]), bytes([SKIPPED, SKIPPED]))


def pieces_a_cell(count: int, *, each: bool) -> int:
    """How many pieces a cell stands for; with `each` always one."""
    return 1 if each or count <= MOST_CELLS else -(-count // MOST_CELLS)


def counted(pieces: Pieces) -> bool:
    """Whether it is known who has what: libtorrent does not count for complete torrents, nor without peers."""
    return len(pieces.map.copies) == pieces.map.count and any(pieces.map.copies)


def unheld(pieces: Pieces) -> bytes:
    """1 for every piece that is wanted, missing, and on no connected peer; all 0 while no peer is connected."""
    if not counted(pieces):
        return bytes(pieces.map.count)
    return _flags(pieces).translate(bytes([0, 0, 1]) + bytes(253))


def cells(pieces: Pieces, mode: Mode, n: int) -> bytes:
    """The codes of the cells, each standing for `n` pieces."""
    if mode is Mode.COPIES:
        return _copies(pieces, n)
    return _priorities(pieces, n) if mode is Mode.PRIORITY else _have(pieces, n)


def fills(pieces: Pieces, before: bytes, partials: Iterable[Partial], n: int) -> bytes:
    """`Mode.HAVE`'s cells as they were, with those of pieces in progress filled as far as they are now."""
    result = bytearray(before)
    for cell, level in _levels(partials, pieces.map.have, n).items():
        # Nobody-has stays on top, and what is whole by now stays so until every piece is looked at again.
        if cell < len(result) and (result[cell] == MISSING or FLIGHT <= result[cell] <= FLIGHT + LEVELS):
            result[cell] = level
    return bytes(result)


def _flags(pieces: Pieces) -> bytes:
    have, copies, priorities = pieces.map.have, pieces.map.copies, pieces.priorities
    flags = int.from_bytes(have)
    if len(copies) == len(have) and any(copies):
        flags |= int.from_bytes(copies.translate(_NO_COPY))
    if len(priorities) == len(have):
        flags |= int.from_bytes(priorities.translate(_SKIPPED))
    return flags.to_bytes(len(have))


def _have(pieces: Pieces, n: int) -> bytes:
    found = _flags(pieces).translate(_OF_HAVE.ljust(256, b"\0"))
    if n == 1:
        result = bytearray(found)
    else:
        starts = range(0, len(found), n)
        shares = [found.count(WHOLE, start, start + n) for start in starts]
        result = bytearray([HAVE + (share * SHADES // n or 1) if share else MISSING for share in shares])
        rest = len(found) % n
        if rest and shares[-1]:
            result[-1] = HAVE + (shares[-1] * SHADES // rest or 1)
        if SKIPPED in found:
            for cell, start in enumerate(starts):
                if not shares[cell] and MISSING not in found[start : start + n]:
                    result[cell] = SKIPPED
    for cell, level in _levels(pieces.partials, pieces.map.have, n).items():
        # A piece of a skipped file may be begun too, and then it counts.
        if cell < len(result):
            result[cell] = level
    at = found.find(NONE)
    while at >= 0:
        result[at // n] = NONE
        at = found.find(NONE, (at // n + 1) * n)
    return bytes(result)


def _levels(partials: Iterable[Partial], have: bytes, n: int) -> dict[int, int]:
    """Cell -> code of those with pieces in progress, by the share of these pieces that is here."""
    sums: dict[int, tuple[int, int]] = {}
    for partial in partials:
        if partial.index < len(have) and not have[partial.index]:
            done, size = sums.get(partial.index // n, (0, 0))
            sums[partial.index // n] = done + partial.done, size + partial.size
    return {cell: FLIGHT + done * LEVELS // max(1, size) for cell, (done, size) in sums.items()}


def _copies(pieces: Pieces, n: int) -> bytes:
    count = pieces.map.count
    if not counted(pieces):
        return bytes(-(-count // n))
    marks = _flags(pieces).translate(_OF_COPIES.ljust(256, b"\0"))
    levels = pieces.map.copies.translate(_TO_COPIES)
    # Where there are copies, the level counts and not the mark: levels are above 64, marks below 5.
    only = int.from_bytes(pieces.map.copies.translate(bytes([255]) + bytes(255)))
    found = (int.from_bytes(marks) & only | int.from_bytes(levels)).to_bytes(count)
    if n == 1:
        return found
    ranked = found.translate(_LOW)
    return bytes([min(ranked[start : start + n]) for start in range(0, count, n)]).translate(_BACK)


def _priorities(pieces: Pieces, n: int) -> bytes:
    count = pieces.map.count
    levels = (pieces.priorities if len(pieces.priorities) == count else bytes([4]) * count).translate(_TO_PRIORITY)
    here = pieces.map.have.translate(bytes([0, 255]) + bytes(254))
    whole = (1 << 8 * count) - 1
    marks = int.from_bytes(pieces.map.have.translate(bytes([0, HERE]) + bytes(254)))
    ranked = (int.from_bytes(levels) & (whole ^ int.from_bytes(here)) | marks).to_bytes(count)
    if n > 1:
        ranked = bytes([max(ranked[start : start + n]) for start in range(0, count, n)])
    return ranked.translate(_BACK)
