# SPDX-License-Identifier: GPL-3.0-or-later
"""What of skipped files is fetched all the same, against a count of every byte."""

import time
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starling.places import offsets
from starling.torrent import File
from starling.ui.files.sharing import Shared, Sharing

PIECE = 8


def lay(sizes: Sequence[int], *, aligned: Sequence[bool] = ()) -> tuple[list[File], list[int]]:
    """Files one after the other, and where each begins; before those that are `aligned` stands a pad file."""
    files, starts, at = [], [], 0
    for index, size in enumerate(sizes):
        if aligned and aligned[index]:
            at += -at % PIECE
        starts.append(at)
        pieces = (at + size - 1) // PIECE - at // PIECE + 1 if size else 0
        # Pad files have indices of their own, which the lists of files leave out.
        files.append(File(index * 2, f"{index}", size, at // PIECE, pieces))
        at += size
    return files, starts


def counted(sizes: Sequence[int], starts: Sequence[int], wanted: Sequence[int], places: Sequence[int]) -> Shared:
    """The same, byte by byte."""
    touched: dict[int, set[int]] = {}
    for place, (size, start) in enumerate(zip(sizes, starts, strict=True)):
        for byte in range(start, start + size):
            touched.setdefault(byte // PIECE, set()).add(place)
    skipped = [place for place in places if not wanted[place]]
    pieces = [
        piece
        for piece, files in sorted(touched.items())
        if files & set(skipped) and any(wanted[place] for place in files)
    ]
    size = sum(
        byte // PIECE in pieces for place in skipped for byte in range(starts[place], starts[place] + sizes[place])
    )
    neighbours = {place for piece in pieces for place in touched[piece] if wanted[place]}
    return Shared(tuple(pieces), size, tuple(sorted(neighbours)))


@given(
    st.lists(st.tuples(st.integers(0, 40), st.booleans(), st.sampled_from([0, 0, 4])), min_size=1, max_size=12),
    st.data(),
)
def test_every_byte_is_counted(described: list[tuple[int, bool, int]], data: st.DataObject) -> None:
    sizes = [size for size, _, _ in described]
    wanted = [priority for _, _, priority in described]
    files, starts = lay(sizes, aligned=[aligned for _, aligned, _ in described])
    places = data.draw(st.lists(st.sampled_from(range(len(files))), unique=True))
    assert Sharing(files, PIECE).shared(wanted, places) == counted(sizes, starts, wanted, places)


@given(st.lists(st.tuples(st.integers(0, 40), st.booleans()), max_size=20))
def test_files_begin_where_they_begin(described: list[tuple[int, bool]]) -> None:
    files, starts = lay([size for size, _ in described], aligned=[aligned for _, aligned in described])
    found = offsets(files, PIECE)
    assert [at for at, file in zip(found, files, strict=True) if file.size] == [
        at for at, file in zip(starts, files, strict=True) if file.size
    ]


@pytest.mark.parametrize(
    ("sizes", "wanted", "place", "expected"),
    [
        ([5, 20, 5], [4, 0, 4], 1, Shared((0, 3), 3 + 1, (0, 2))),
        ([5, 20, 5], [4, 0, 0], 1, Shared((0,), 3, (0,))),
        ([5, 20, 5], [0, 0, 0], 1, Shared()),
        ([5, 20, 5], [4, 4, 4], 1, Shared()),
        ([2, 0, 2, 2, 40], [4, 4, 0, 1, 0], 2, Shared((0,), 2, (0, 3))),
        ([2, 0, 2, 2, 40], [0, 4, 0, 0, 7], 0, Shared((0,), 2, (4,))),
        ([16, 20], [4, 0], 1, Shared()),
        ([17, 20], [4, 0], 1, Shared((2,), 7, (0,))),
        ([7, 0, 3], [4, 0, 4], 1, Shared()),
        ([30, 3], [0, 4], 0, Shared((3,), 6, (1,))),
    ],
    ids=[
        "both ends",
        "one end",
        "nobody wants",
        "wanted",
        "tiny files",
        "tiny first",
        "aligned",
        "last",
        "empty",
        "end",
    ],
)
def test_one_file(sizes: list[int], wanted: list[int], place: int, expected: Shared) -> None:
    files, _ = lay(sizes)
    assert Sharing(files, PIECE).shared(wanted, [place]) == expected


def test_pads_and_v2_share_nothing() -> None:
    files, _ = lay([5, 20, 5], aligned=[True] * 3)
    assert Sharing(files, PIECE).shared([4, 0, 4], [1]) == Shared()


def test_a_folder_of_files_in_one_piece_counts_it_once() -> None:
    files, _ = lay([2, 2, 2, 9])
    assert Sharing(files, PIECE).shared([0, 0, 0, 4], [0, 1, 2]) == Shared((0,), 6, (3,))


def test_a_place_is_found_by_the_index_of_the_torrent() -> None:
    files, _ = lay([1, 2, 3])
    sharing = Sharing(files, PIECE)
    assert [sharing.place(file.index) for file in files] == [0, 1, 2]


def test_thousands_of_files_in_one_piece_are_gone_through_once() -> None:
    files = [File(index, f"{index}", 1, 0, 1) for index in range(20_000)]
    wanted = [0, 4] * 10_000
    begun = time.monotonic()
    shared = Sharing(files, 1 << 15).shared(wanted, range(20_000))
    assert (shared.pieces, shared.size, len(shared.neighbours)) == ((0,), 10_000, 10_000)
    # Going through all of them for each takes a minute.
    assert time.monotonic() - begun < 5
