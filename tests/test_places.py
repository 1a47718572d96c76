# SPDX-License-Identifier: GPL-3.0-or-later
"""Which files lie in a piece, against a count of every byte."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from starling.filelist import FileList
from starling.pieces import Part
from starling.places import Places, offsets
from starling.torrent import File

PIECE = 8


def laid_out(sizes: list[int], gaps: list[bool]) -> list[File]:
    """Files one behind the other; where `gaps` says so, moved to the beginning of a piece as behind a pad file."""
    files, end = [], 0
    for index, (size, gap) in enumerate(zip(sizes, gaps, strict=False)):
        start = -(-end // PIECE) * PIECE if gap and size else end
        last = start + size - 1
        files.append(File(index, f"f{index}", size, start // PIECE, last // PIECE - start // PIECE + 1 if size else 0))
        end = start + size
    return files


def byte_map(files: list[File]) -> dict[int, list[tuple[int, int]]]:
    """Piece -> (file, byte within it) of every byte in it."""
    found: dict[int, list[tuple[int, int]]] = {}
    for file, start in zip(files, offsets(files, PIECE), strict=True):
        for byte in range(file.size):
            found.setdefault((start + byte) // PIECE, []).append((file.index, byte))
    return found


trees = st.lists(st.integers(0, 30), min_size=1, max_size=12).flatmap(
    lambda sizes: st.tuples(st.just(sizes), st.lists(st.booleans(), min_size=len(sizes), max_size=len(sizes)))
)


@given(trees)
def test_a_piece_holds_the_bytes_that_lie_in_it(tree: tuple[list[int], list[bool]]) -> None:
    files = laid_out(*tree)
    places, bytes_of = Places(files, PIECE), byte_map(files)
    for piece in range(max(bytes_of, default=0) + 1):
        told = [(part.file, byte) for part in places.parts(piece) for byte in range(part.start, part.end)]
        assert told == bytes_of.get(piece, [])


@given(trees, st.binary(min_size=60, max_size=60))
def test_pieces_hit_the_files_whose_bytes_lie_in_them(tree: tuple[list[int], list[bool]], noise: bytes) -> None:
    files = laid_out(*tree)
    bytes_of = byte_map(files)
    flags = bytes(byte & 1 for byte in noise[: max(bytes_of, default=0) + 1])
    size: Counter[int] = Counter()
    pieces: dict[int, set[int]] = {}
    for piece, flag in enumerate(flags):
        for file, _byte in bytes_of.get(piece, []) if flag else ():
            size[file] += 1
            pieces.setdefault(file, set()).add(piece)
    told = Places(files, PIECE).hit(flags)
    assert {hit.file: (hit.pieces, hit.size) for hit in told} == {f: (len(p), size[f]) for f, p in pieces.items()}
    assert [hit.file for hit in told] == sorted(pieces)


def test_files_are_named_by_index_where_pad_files_made_holes() -> None:
    files = FileList([0, 2], ["a", "b"], [5, 20], [0, 1], [1, 3])
    places = Places(files, PIECE)
    assert places.parts(0) == (Part(0, "a", 0, 5),)
    assert places.parts(3) == (Part(2, "b", 16, 20),)
    assert places.parts(99) == ()
