# SPDX-License-Identifier: GPL-3.0-or-later
"""The codes of the piece map, against a look at each piece."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starling.pieces import Partial, PieceMap, Pieces
from starling.ui.details.piececells import (
    ALONE,
    COPIES,
    FLIGHT,
    HAVE,
    HERE,
    LEVELS,
    MISSING,
    MOST_CELLS,
    NONE,
    PRIORITY,
    SKIPPED,
    WHOLE,
    Mode,
    cells,
    fills,
    pieces_a_cell,
    unheld,
)


def partial(index: int, done: int, size: int = 100) -> Partial:
    return Partial(index=index, size=size, blocks=b"\1", filled=b"\0", done=done)


def made(have: list[int], copies: list[int], priorities: list[int], *partials: Partial) -> Pieces:
    return Pieces(PieceMap(16384, bytes(have), bytes(copies)), bytes(priorities), partials)


@st.composite
def some_pieces(draw: st.DrawFn) -> Pieces:
    count = draw(st.integers(1, 60))
    column = st.lists(st.integers(0, 1), min_size=count, max_size=count)
    have = draw(column)
    copies = draw(st.one_of(st.just([0] * count), st.lists(st.integers(0, 9), min_size=count, max_size=count)))
    priorities = draw(st.one_of(st.just([]), st.lists(st.integers(0, 7), min_size=count, max_size=count)))
    going = draw(st.lists(st.integers(0, count - 1), max_size=4, unique=True))
    return made(have, copies, priorities, *(partial(index, draw(st.integers(0, 100))) for index in going))


def missing(pieces: Pieces, piece: int) -> bool:
    return not pieces.map.have[piece]


def wanted(pieces: Pieces, piece: int) -> bool:
    return not pieces.priorities or bool(pieces.priorities[piece])


def nobody(pieces: Pieces, piece: int) -> bool:
    return any(pieces.map.copies) and not pieces.map.copies[piece]


def spans(pieces: Pieces, n: int) -> list[range]:
    count = pieces.map.count
    return [range(start, min(start + n, count)) for start in range(0, count, n)]


@given(some_pieces(), st.integers(1, 9))
def test_what_is_here(pieces: Pieces, n: int) -> None:
    codes = cells(pieces, Mode.HAVE, n)
    assert len(codes) == len(spans(pieces, n))
    for code, span in zip(codes, spans(pieces, n), strict=True):
        going = [each for each in pieces.partials if each.index in span and missing(pieces, each.index)]
        rare = [p for p in span if missing(pieces, p) and wanted(pieces, p) and nobody(pieces, p)]
        have = sum(not missing(pieces, p) for p in span)
        if rare:
            assert code == NONE, "what nobody has is never hidden by others"
        elif going:
            assert code == FLIGHT + sum(each.done for each in going) * LEVELS // (100 * len(going))
        elif have:
            assert HAVE < code <= WHOLE
            assert (code == WHOLE) == (have == len(span))
        else:
            assert code == (MISSING if any(wanted(pieces, p) for p in span) else SKIPPED)


@given(some_pieces(), st.integers(1, 9))
def test_how_many_copies(pieces: Pieces, n: int) -> None:
    for code, span in zip(cells(pieces, Mode.COPIES, n), spans(pieces, n), strict=True):
        if not any(pieces.map.copies):
            assert code == MISSING, "without peers nothing stands out"
        elif any(nobody(pieces, p) and missing(pieces, p) and wanted(pieces, p) for p in span):
            assert code == NONE
        elif any(nobody(pieces, p) and not missing(pieces, p) for p in span):
            assert code == ALONE
        else:
            held = [pieces.map.copies[p] for p in span if pieces.map.copies[p]]
            assert code == (COPIES + min(6, *held, 6) if held else SKIPPED)


@given(some_pieces(), st.integers(1, 9))
def test_how_urgent(pieces: Pieces, n: int) -> None:
    for code, span in zip(cells(pieces, Mode.PRIORITY, n), spans(pieces, n), strict=True):
        levels = [pieces.priorities[p] if pieces.priorities else 4 for p in span if missing(pieces, p)]
        if not levels:
            assert code == HERE
        else:
            assert code == (PRIORITY + max(levels) if max(levels) else SKIPPED)


@given(some_pieces())
def test_what_nobody_has(pieces: Pieces) -> None:
    for piece, flag in enumerate(unheld(pieces)):
        assert flag == (missing(pieces, piece) and wanted(pieces, piece) and nobody(pieces, piece))


@pytest.mark.parametrize(("count", "each", "n"), [(1, False, 1), (6000, False, 1), (6001, False, 2), (50_000, True, 1)])
def test_a_cell_stands_for_several_only_where_it_has_to(count: int, each: bool, n: int) -> None:
    assert pieces_a_cell(count, each=each) == n
    assert each or -(-count // pieces_a_cell(count, each=each)) <= MOST_CELLS


def test_a_piece_fills_between_two_looks_at_all() -> None:
    pieces = made([0, 0, 0, 1], [1, 1, 0, 1], [4] * 4, partial(0, 20))
    before = cells(pieces, Mode.HAVE, 1)
    after = fills(pieces, before, [partial(0, 80), partial(1, 50), partial(2, 50), partial(3, 50)], 1)
    assert list(after) == [FLIGHT + 12, FLIGHT + 7, NONE, WHOLE]
    assert after == cells(made([0, 0, 0, 1], [1, 1, 0, 1], [4] * 4, partial(0, 80), partial(1, 50)), Mode.HAVE, 1)
