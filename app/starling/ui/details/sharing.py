# SPDX-License-Identifier: GPL-3.0-or-later
"""What of a skipped file is fetched all the same, because its outermost pieces hold parts of wanted files too."""

from collections.abc import Sequence
from typing import NamedTuple

from starling.torrent import File


class Shared(NamedTuple):
    """Pieces of a file that wanted files share, and its bytes in them, None where they can't be known."""

    pieces: int
    size: int | None


def shared(files: Sequence[File], priorities: Sequence[int], place: int, piece_size: int) -> Shared:
    """For the file at this place of the torrent's files; `priorities` go with `files`."""
    file = files[place]
    if not file.pieces:
        return Shared(0, 0)
    first, last = file.first_piece, file.first_piece + file.pieces - 1
    before = _wanted(files, priorities, range(place - 1, -1, -1), first)
    after = _wanted(files, priorities, range(place + 1, len(files)), last)
    if first == last:
        return Shared(1, file.size) if before or after else Shared(0, 0)
    # Files that begin where the one before ends; with pad files between them (BEP 47) nothing is shared anyway.
    offset = sum(other.size for other in files[:place])
    in_first = min(file.size, (first + 1) * piece_size - offset)
    in_last = file.size - (last * piece_size - offset)
    known = offset // piece_size == first and 0 < in_last <= piece_size
    size = in_first * before + in_last * after
    return Shared(before + after, size if known else None)


def _wanted(files: Sequence[File], priorities: Sequence[int], places: range, piece: int) -> bool:
    """Whether a neighbour in this direction is wanted and touches the piece."""
    for place in places:
        other = files[place]
        if not other.pieces:
            continue
        if not other.first_piece <= piece < other.first_piece + other.pieces:
            return False
        if priorities[place]:
            return True
    return False
