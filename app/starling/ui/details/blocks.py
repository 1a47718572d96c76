# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of pieces in progress: one row each, its blocks as a strip that fills while they arrive."""

import sys
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from starling import formats
from starling.i18n import Counted, translate
from starling.pieces import Block, Partial
from starling.ui.cells import Context, pair
from starling.ui.column import Align, Column, Unit, Weight

BLOCK = 16_384
"""Bytes of a block."""
_STRIP = 12
_TWICE = 2
"""Pixels of the design of the line above a block that was asked of several."""
_LEAST = 3
"""What stands of a block that was asked for and of which nothing is here."""
_REMEMBERED = 200
_HERE = bytes([0, 0, 0, 1, 1]).ljust(256, b"\0")


class Blocks(Counted):
    """Texts that count blocks."""


class PieceRow(NamedTuple):
    """A piece in progress, a second's worth of it."""

    partial: Partial
    age: int | None
    """Seconds since it began; None where it was not seen to begin."""
    watched: int
    """Seconds since it was first seen."""
    clients: tuple[str, ...]
    """What the peers call themselves, in their order."""

    @property
    def here(self) -> int:
        """Blocks that have arrived."""
        return self.partial.blocks.translate(_HERE).count(1)


def row_of(partial: Partial, now: float, clients: Mapping[str, str]) -> PieceRow:
    """The row of a piece, `now` in Unix seconds; `clients` by address."""
    seconds = max(0, int(now - partial.since))
    names = tuple(clients.get(address, "") for address in partial.peers)
    return PieceRow(partial, seconds if partial.begun else None, seconds, names)


def key(row: PieceRow) -> Hashable:
    """What tells it from others."""
    return row.partial.index


def columns() -> list[Column[PieceRow]]:
    """The columns, with their strips."""
    strips = BlockStrips()
    return [
        _number("piece", translate("Pieces", "Piece"), lambda row: row.partial.index, 64, falls=False),
        Column(
            key="blocks",
            title=translate("Pieces", "Blocks"),
            value=_share,
            text=lambda row: "",
            spoken=_in_words,
            tooltip=_in_words,
            width=104,
            stretch=True,
            least=90,
            falling=True,
            paint=strips.paint,
            exports=(),
            help=translate("Pieces", "The piece’s blocks of {size}, from its beginning to its end.").format(
                size=formats.piece_size(BLOCK)
            ),
        ),
        Column(
            key="done",
            title=translate("Pieces", "Done"),
            value=_share,
            text=_done,
            width=96,
            align=Align.RIGHT,
            paint=pair(lambda row: formats.count(row.here), lambda row: formats.count(len(row.partial.blocks))),
            unit=Unit.FRACTION,
            help=translate("Pieces", "Blocks that are here, of all of the piece."),
        ),
        _number("peers", translate("Pieces", "Peers"), lambda row: len(row.partial.peers), 54, tip=_peers, spare=True),
        Column(
            key="speed",
            title=translate("Pieces", "Speed"),
            value=lambda row: row.partial.rate if row.partial.rate >= 1000 else None,
            text=lambda row: formats.rate(row.partial.rate),
            width=80,
            align=Align.RIGHT,
            weight=Weight.MEDIUM,
            unit=Unit.RATE,
            help=translate("Pieces", "How fast it came over the last five seconds."),
        ),
        Column(
            key="age",
            title=translate("Pieces", "Age"),
            value=lambda row: row.watched,
            text=_age,
            width=70,
            align=Align.RIGHT,
            spare=True,
            tooltip=_age_tip,
            unit=Unit.SECONDS,
            help=translate(
                "Pieces", "How long it has been in progress; with > at least so long, for nobody saw it begin."
            ),
        ),
    ]


class BlockStrips:
    """The strips of the rows, each drawn again only when its blocks, its size or the colours changed."""

    def __init__(self) -> None:
        self._images: OrderedDict[int, tuple[tuple[object, ...], QImage]] = OrderedDict()

    def paint(self, painter: QPainter, rect: QRect, row: PieceRow, ctx: Context) -> None:
        """A cell of the table."""
        height = ctx.px(_STRIP)
        place = QRect(rect.left(), rect.top() + (rect.height() - height) // 2, rect.width(), height)
        size = round(place.width() * ctx.ratio), round(height * ctx.ratio)
        if size[0] < 1 or size[1] < 4:
            return
        partial = row.partial
        state = (partial.blocks, partial.filled, size, ctx.track.rgba(), ctx.theme.have.rgba())
        kept = self._images.get(partial.index)
        if kept is None or kept[0] != state:
            kept = self._images[partial.index] = state, block_strip(partial, *size, ctx)
        self._images.move_to_end(partial.index)
        if len(self._images) > _REMEMBERED:
            self._images.popitem(last=False)
        painter.drawImage(place.topLeft(), kept[1])


def block_strip(partial: Partial, width: int, height: int, ctx: Context) -> QImage:
    """Height tells: what is here is full, what was asked for fills from below; `width`, `height` in device pixels."""
    theme, scale = ctx.theme, ctx.scale * ctx.ratio
    count = len(partial.blocks)
    track, have, flight, up = map(_argb, (ctx.track, theme.have, theme.flight, theme.up))
    # Not on the disk yet: a pixel less, for the colour alone tells nobody.
    received = max(1, round(scale))
    twice, least = max(1, round(_TWICE * scale)), max(2, round(_LEAST * scale))
    columns: list[tuple[int, bytes, bool]] = []
    gap = width >= count * 4
    for x in range(width):
        start = x * count // width
        end = max(start + 1, (x + 1) * count // width)
        blocks = partial.blocks[start:end]
        again = Block.REQUESTED_TWICE in blocks
        if gap and x and start != (x - 1) * count // width:
            # Blocks that are wide enough stand apart.
            columns.append((0, track, False))
        elif again or Block.REQUESTED in blocks:
            filled = sum(partial.filled[start:end]) / len(blocks)
            columns.append((max(least, round(height * filled / 255)), flight, again))
        elif here := sum(block >= Block.RECEIVED for block in blocks):
            low = received if Block.RECEIVED in blocks else 0
            columns.append((max(1, round(height * here / len(blocks)) - low), have, False))
        else:
            columns.append((0, track, False))
    rows: list[bytes] = []
    drawn: dict[tuple[bytes, ...], bytes] = {}
    kinds = set(columns)
    for y in range(height):
        looks = {kind: up if kind[2] and y < twice else kind[1] if height - y <= kind[0] else track for kind in kinds}
        # Most lines are alike.
        line = tuple(looks.values())
        if line not in drawn:
            drawn[line] = b"".join(map(looks.__getitem__, columns))
        rows.append(drawn[line])
    image = QImage(b"".join(rows), width, height, width * 4, QImage.Format.Format_ARGB32_Premultiplied).copy()
    image.setDevicePixelRatio(ctx.ratio)
    return image


def _number(
    name: str,
    title: str,
    value: Callable[[PieceRow], int],
    width: float,
    *,
    falls: bool = True,
    spare: bool = False,
    tip: Callable[[PieceRow], str] | None = None,
) -> Column[PieceRow]:
    return Column(
        key=name,
        title=title,
        value=value,
        text=lambda row: formats.count(value(row)),
        width=width,
        align=Align.RIGHT,
        falling=falls,
        spare=spare,
        tooltip=tip,
    )


def _share(row: PieceRow) -> float:
    return row.partial.done / row.partial.size if row.partial.size else 0.0


def _done(row: PieceRow) -> str:
    return f"{formats.count(row.here)}\N{NO-BREAK SPACE}/\N{NO-BREAK SPACE}{formats.count(len(row.partial.blocks))}"


def _age(row: PieceRow) -> str:
    seconds = formats.duration(row.watched, coarse=True)
    return seconds if row.age is not None else f">\N{NO-BREAK SPACE}{seconds}"


def _age_tip(row: PieceRow) -> str:
    moment = formats.moment(time.time() - row.watched)
    if row.age is not None:
        return translate("Pieces", "In progress since {moment}.").format(moment=moment)
    return translate(
        "Pieces",
        "In progress since before {moment}, when it was first looked at.\n"
        "> means at least: pieces are seen to begin while this tab or General is open.",
    ).format(moment=moment)


def _peers(row: PieceRow) -> str:
    pairs = zip(row.partial.peers, row.clients, strict=True)
    return "\n".join(f"{address}  {client}".rstrip() for address, client in pairs)


def _in_words(row: PieceRow) -> str:
    blocks = row.partial.blocks
    asked, again = blocks.count(Block.REQUESTED), blocks.count(Block.REQUESTED_TWICE)
    words = [
        Blocks.tr("%n of {all} blocks are here", "", row.here).format(all=formats.count(len(blocks))),
        Blocks.tr("%n are asked for", "", asked) if asked else "",
        Blocks.tr("%n are asked of several peers", "", again) if again else "",
    ]
    return ", ".join(filter(None, words))


def _argb(colour: QColor) -> bytes:
    return colour.rgba().to_bytes(4, sys.byteorder)
