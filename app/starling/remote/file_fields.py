# SPDX-License-Identifier: GPL-3.0-or-later
"""What clients are told of the files of a torrent.

A file's number is its position among the torrent's files without pad files (BEP 47), which nobody wants to see:
`FileList` leaves them out, and its `indices` are libtorrent's numbers by position.
"""

from collections.abc import Iterable, Mapping
from operator import add

from starling.remote.file_choice import rank
from starling.remote.listing import Listed, numbers, objects
from starling.survey import Detail
from starling.torrent import Priority

FILE = ("bytes_completed", "length", "name", "begin_piece", "end_piece")
FILE_STATS = ("bytes_completed", "wanted", "priority")

_RANKS = tuple(map(rank, range(Priority.MAXIMUM + 1)))
"""By libtorrent's priority."""
_WANTED = tuple(priority != Priority.SKIP for priority in range(Priority.MAXIMUM + 1))


def files(detail: Detail, keys: tuple[str, ...]) -> Listed:
    """With `FILE` as the keys are spelled; the end is the piece after the last."""
    there = detail.files
    ends = map(add, there.first_pieces, there.pieces)
    return objects(keys, zip(detail.done, there.sizes, there.paths, there.first_pieces, ends, strict=True))


def file_stats(detail: Detail, keys: tuple[str, ...], skipped: Mapping[int, int]) -> Listed:
    """With `FILE_STATS` as the keys are spelled; `skipped` as in `priorities`."""
    rows = zip(detail.done, map(_WANTED.__getitem__, detail.priorities), _ranks(detail, skipped), strict=True)
    return objects(keys, rows)


def bytes_completed(detail: Detail) -> Listed:
    """Of each file."""
    return numbers(detail.done)


def priorities(detail: Detail, skipped: Mapping[int, int]) -> Listed:
    """-1 low, 0 normal, 1 high; of a file that is skipped what it had, by its position in `skipped`, else normal."""
    return numbers(_ranks(detail, skipped))


def wanted(detail: Detail, *, as_numbers: bool) -> Listed:
    """Whether each file is; 1 and 0 for the classic dialect."""
    found = map(_WANTED.__getitem__, detail.priorities)
    return numbers(map(int, found) if as_numbers else found)


def _ranks(detail: Detail, skipped: Mapping[int, int]) -> Iterable[int]:
    chosen = detail.priorities
    if skipped:
        chosen = [each or skipped.get(position, each) for position, each in enumerate(chosen)]
    return map(_RANKS.__getitem__, chosen)
