# SPDX-License-Identifier: GPL-3.0-or-later
"""Strips of pieces: heights tell the states, rare pieces are not lost among others, and 50,000 pieces cost little."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from starling.pieces import PieceMap
from starling.ui.cells import Context
from starling.ui.details import strips
from starling.ui.details.strips import FLIGHT, HAVE, MISSING, NONE, codes, copies_strip, part, piece_strip
from starling.ui.theme import DARK, LIGHT

pytestmark = pytest.mark.usefixtures("qapp")

HEIGHT = 14


@pytest.fixture(params=[LIGHT, DARK], ids=["light", "dark"])
def ctx(request: pytest.FixtureRequest) -> Context:
    return Context(request.param, QFont(), 1.0)


def column(image: QImage, x: int) -> list[QColor]:
    """The colours of a pixel column, top to bottom."""
    return [image.pixelColor(x, y) for y in range(image.height())]


def test_every_piece_has_its_code() -> None:
    pieces = PieceMap(size=1, have=bytes([1, 0, 0, 0, 1]), copies=bytes([0, 3, 0, 1, 9]), in_flight=(0, 2, 3, 99))
    assert list(codes(pieces)) == [HAVE, MISSING, NONE, FLIGHT, HAVE]


def test_without_peers_nothing_is_called_rare() -> None:
    assert list(codes(PieceMap(size=1, have=bytes([1, 0]), copies=bytes(2)))) == [HAVE, MISSING]
    assert list(codes(PieceMap(size=1, have=bytes([1, 1]), copies=b""))) == [HAVE, HAVE]


def test_states_differ_by_height_and_colour(ctx: Context) -> None:
    image = piece_strip(bytes([MISSING, HAVE, FLIGHT, NONE]), 40, HEIGHT, ctx)
    theme = ctx.theme
    missing, have, flight, none = (column(image, x) for x in (5, 15, 25, 35))
    assert set(map(QColor.rgb, missing)) == {theme.miss.rgb()}
    assert set(map(QColor.rgb, have)) == {theme.have.rgb()}
    assert flight[0] == theme.miss
    assert flight[-1] == theme.flight
    assert flight[HEIGHT // 2] == theme.flight
    assert none[0] == none[-1] == theme.none
    assert none[HEIGHT // 2] == theme.base


def test_a_rare_piece_is_seen_among_a_thousand(ctx: Context) -> None:
    found = bytes([HAVE] * 500 + [NONE] + [HAVE] * 499)
    image = piece_strip(found, 10, HEIGHT, ctx)
    assert [image.pixelColor(x, 0) == ctx.theme.none for x in range(10)].index(True) == 5


def test_have_is_paler_where_less_of_it_is_there(ctx: Context) -> None:
    found = bytes([HAVE, MISSING, MISSING, MISSING, HAVE, HAVE, HAVE, MISSING, *[HAVE] * 4])
    image = piece_strip(found, 3, HEIGHT, ctx)
    distances = [
        abs(image.pixelColor(x, 5).red() - ctx.theme.have.red())
        + abs(image.pixelColor(x, 5).green() - ctx.theme.have.green())
        for x in range(3)
    ]
    assert distances[0] > distances[1] > distances[2] == 0


def test_what_is_skipped_is_hatched(ctx: Context) -> None:
    image = piece_strip(bytes([MISSING, HAVE]), 40, HEIGHT, ctx, skipped=True)
    hatched = {colour.rgb() for x in range(20) for colour in column(image, x)}
    assert ctx.theme.base.rgb() in hatched
    assert ctx.theme.faint.rgb() in hatched
    assert column(image, 30)[5] == ctx.theme.have


def test_copies_are_heights_and_none_is_red(ctx: Context) -> None:
    image = copies_strip(bytes([0, 3, 6, 200]), 4, 12, ctx)
    have = [sum(colour == ctx.theme.have for colour in column(image, x)) for x in range(4)]
    assert have == [0, 6, 12, 12]
    assert column(image, 0)[-1] == ctx.theme.none
    assert column(image, 0)[0] == ctx.theme.miss


@given(count=st.integers(1, 40), width=st.integers(1, 90))
def test_any_width_shows_any_number_of_pieces(count: int, width: int) -> None:
    ctx = Context(LIGHT, QFont(), 1.5)
    image = piece_strip(bytes([HAVE] * count), width, HEIGHT, ctx)
    assert image.width() == width
    assert {image.pixelColor(x, 3).rgb() for x in range(width)} == {LIGHT.have.rgb()}
    assert copies_strip(bytes(range(count)), width, HEIGHT, ctx).width() == width


def test_a_second_of_fifty_thousand_pieces_costs_little() -> None:
    ctx = Context(LIGHT, QFont(), 1.0)
    pieces = PieceMap(
        1, bytes(i % 3 == 0 for i in range(50_000)), bytes(i % 7 for i in range(50_000)), tuple(range(200))
    )
    start = time.thread_time()
    piece_strip(codes(pieces), 1400, HEIGHT, ctx)
    copies_strip(pieces.copies, 1400, HEIGHT, ctx)
    assert time.thread_time() - start < 0.1


def test_strips_in_sight_are_kept_and_those_long_out_of_sight_are_not(
    ctx: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[bytes] = []

    def noted(found: bytes, *args: object, **more: object) -> QImage:
        made.append(found)
        return piece_strip(found, *args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(strips, "piece_strip", noted)
    cache = strips.StripCache()
    cache.set_pieces(PieceMap(16384, bytes([1, 0] * 1000), bytes(2000), ()))
    image = QImage(40, 12, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)

    def draw(*rows: int) -> int:
        made.clear()
        for row in rows:
            cache.draw(painter, QRect(0, 0, 40, 12), row, ((row, row + 1),), False, ctx)
        return len(made)

    assert draw(*range(2000)) == 2000
    assert draw(*range(1900, 2000)) == 0
    assert draw(*range(100)) == 100, "or scrolling through 100,000 files would keep 100,000 strips"
    painter.end()


def test_a_file_has_its_own_pieces() -> None:
    assert part(bytes(range(10)), ((2, 3), (7, 9))) == bytes([2, 3, 7, 8, 9])
