# SPDX-License-Identifier: GPL-3.0-or-later
"""The columns of the Files tab: progress, strips and transfers of each file, and what media files say of themselves."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from starling import formats
from starling.i18n import translate
from starling.kinds import Kind, kind_of
from starling.spelling import shown
from starling.torrent import Media, Priority, Ready
from starling.ui.cells import Context
from starling.ui.column import Align, Column, Export, Unit
from starling.ui.details.strips import StripCache
from starling.ui.files.columns import muted_if_skipped, name_column, priority_column, size_column
from starling.ui.files.node import FileRow
from starling.ui.theme import Token

_STRIP = 12
_DASH = "–"
_BEGINNING = 2 << 20
_BEGINNING_SECONDS = 5.0
"""A player can begin with so much, the longer of both."""

MEDIA_COLUMNS = ("rate", "resolution", "duration", "streamable")
"""Keys of those that say nothing without video and audio."""

PIECE_COLUMNS = ("strip", "availability", "streamable")
"""Keys of those that need the map of pieces."""


def columns(
    strips: StripCache, tip: Callable[[FileRow], str], plays: Callable[[FileRow], bool]
) -> list[Column[FileRow]]:
    """The columns of a torrent that runs.

    `tip` is what there is to say of a row beside its path, `plays` whether it is fetched for playing and can be played.
    """

    def paint_strip(painter: QPainter, rect: QRect, row: FileRow, ctx: Context) -> None:
        height = ctx.px(_STRIP)
        place = QRect(rect.left(), rect.top() + (rect.height() - height) // 2, rect.width(), height)
        strips.draw(painter, place, row.key, row.spans, row.priority == Priority.SKIP, ctx)

    def name_tip(row: FileRow) -> str:
        return "\n".join(filter(None, (shown(row.path), tip(row))))

    return [
        name_column(name_tip),
        size_column(),
        _number(
            "done",
            translate("Files", "Done"),
            lambda row: row.done,
            lambda row: formats.size(row.done),
            72,
            spare=True,
            unit=Unit.BYTES,
        ),
        _number("percent", "%", lambda row: row.part, _percent, 62, unit=Unit.FRACTION),
        Column(
            key="strip",
            title=translate("Files", "Pieces"),
            value=lambda row: row.part,
            text=lambda row: "",
            spoken=_percent,
            width=148,
            falling=True,
            paint=paint_strip,
            exports=(),
            help=translate("Files", "The file's own pieces, from its beginning to its end."),
        ),
        _number(
            "pieces",
            translate("Files", "№", "number of pieces"),
            lambda row: row.pieces,
            lambda row: formats.count(row.pieces),
            62,
            translate("Files", "How many pieces it touches; the first and the last may be shared with its neighbours."),
            spare=True,
        ),
        priority_column(),
        *_media_columns(plays),
        *_further_columns(),
    ]


def _media_columns(plays: Callable[[FileRow], bool]) -> list[Column[FileRow]]:
    return [
        _media(
            "rate",
            translate("Files", "Rate"),
            lambda media: media.rate,
            lambda media: formats.rate(media.rate or 0),
            84,
            translate(
                "Files",
                "How much of it a second of playing takes: it plays without a stop while more than that arrives.",
            ),
            Unit.RATE,
        ),
        _media("resolution", translate("Files", "Resolution"), _pixels, _resolution, 100),
        _media(
            "duration",
            translate("Files", "Duration"),
            lambda media: media.duration,
            lambda media: "" if media.duration is None else formats.duration(media.duration),
            88,
            unit=Unit.SECONDS,
        ),
        Column(
            key="streamable",
            title=translate("Files", "Streamable"),
            value=_streamable_order,
            text=partial(_streamable, plays),
            width=92,
            falling=True,
            colour=partial(_streamable_colour, plays),
            tooltip=_streamable_tip,
            help=translate(
                "Files", "Whether players can begin before all of it is here: then its index stands at the front."
            ),
        ),
    ]


def _further_columns() -> list[Column[FileRow]]:
    return [
        _number(
            "first",
            translate("Files", "First piece"),
            lambda row: row.first_piece,
            lambda row: "" if row.first_piece is None else formats.count(row.first_piece),
            84,
            hidden=True,
        ),
        _number(
            "remaining",
            translate("Files", "Remaining"),
            lambda row: row.remaining,
            lambda row: formats.size(row.remaining) if row.remaining else "",
            84,
            translate("Files", "What of the wanted files is still to come."),
            hidden=True,
            unit=Unit.BYTES,
        ),
        _number(
            "availability",
            translate("Files", "Availability"),
            lambda row: row.availability,
            lambda row: "" if row.availability is None else formats.ratio(row.availability),
            88,
            translate("Files", "Copies of it among connected peers and here: below 1 some of its pieces are missing."),
            hidden=True,
        ),
        _number(
            "speed",
            translate("Files", "Speed"),
            lambda row: row.rate,
            lambda row: formats.rate(row.rate),
            84,
            translate("Files", "How fast it arrives."),
            hidden=True,
            unit=Unit.RATE,
        ),
        _number(
            "eta",
            translate("Files", "Time left"),
            lambda row: row.eta,
            lambda row: formats.eta(row.eta),
            86,
            hidden=True,
            unit=Unit.SECONDS,
        ),
        Column(
            key="codecs",
            title=translate("Files", "Codecs"),
            value=_codecs,
            text=_codecs,
            width=140,
            colour=muted_if_skipped,
            hidden=True,
        ),
        Column(
            key="headers",
            title=translate("Files", "Has headers"),
            value=lambda row: None if row.media is None else row.media.headers,
            text=_headers,
            width=88,
            falling=True,
            colour=muted_if_skipped,
            help=translate("Files", "Whether the pieces are here that say what is in a video or audio file."),
            hidden=True,
        ),
        Column(
            key="path",
            title=translate("Files", "Path"),
            value=lambda row: row.path.casefold(),
            text=lambda row: shown(row.path),
            width=280,
            colour=muted_if_skipped,
            hidden=True,
        ),
    ]


def has_media(paths: Sequence[str]) -> bool:
    """Whether some of the files have a duration, as far as their names tell."""
    return any(kind_of(path) in {Kind.VIDEO, Kind.AUDIO} for path in paths)


def _number(
    key: str,
    title: str,
    value: Callable[[FileRow], float | None],
    text: Callable[[FileRow], str],
    width: int,
    help: str = "",
    *,
    spare: bool = False,
    hidden: bool = False,
    unit: Unit | None = None,
) -> Column[FileRow]:
    return Column(
        key=key,
        title=title,
        value=value,
        text=text,
        width=width,
        align=Align.RIGHT,
        colour=muted_if_skipped,
        help=help,
        spare=spare,
        hidden=hidden,
        unit=unit,
    )


def _media(
    key: str,
    title: str,
    value: Callable[[Media], Any],
    text: Callable[[Media], str],
    width: int,
    help: str = "",
    unit: Unit | None = None,
) -> Column[FileRow]:
    def sorted_by(row: FileRow) -> Any:
        return None if row.media is None or row.media.failed else value(row.media)

    def said(row: FileRow) -> str:
        media = row.media
        if media is None:
            return ""
        return _DASH if media.failed else text(media)

    return Column(
        key=key,
        title=title,
        value=sorted_by,
        text=said,
        width=width,
        align=Align.RIGHT,
        colour=muted_if_skipped,
        help=help,
        tooltip=_why_not,
        spare=True,
        unit=unit,
        exports=None if unit else (Export(title, said),),
    )


def _percent(row: FileRow) -> str:
    # An empty file is complete from the beginning: a percentage would say nothing of it.
    return formats.percent(row.part) if row.size else ""


def _pixels(media: Media) -> int | None:
    return None if media.width is None or media.height is None else media.width * media.height


def _resolution(media: Media) -> str:
    return "" if media.width is None or media.height is None else f"{media.width}×{media.height}"


def _codecs(row: FileRow) -> str:
    media = row.media
    return "" if media is None else ", ".join(media.codecs)


def _headers(row: FileRow) -> str:
    media = row.media
    if media is None:
        return ""
    return translate("Files", "Yes") if media.headers else translate("Files", "No")


def _wait(row: FileRow, media: Media) -> float | None:
    """Seconds until the rest comes faster than it is played; None if nobody knows, 0 if that is now."""
    if row.done >= row.size:
        return 0
    eta = row.eta
    return None if eta is None else max(0.0, eta - (media.duration or 0.0))


def _begins(row: FileRow, media: Media) -> bool:
    """Whether a player could begin with what is here, as far as the pieces are known."""
    return row.leading >= max(_BEGINNING, _BEGINNING_SECONDS * (media.rate or 0))


def _streamable(plays: Callable[[FileRow], bool], row: FileRow) -> str:
    media = row.media
    if media is None:
        return ""
    if media.failed:
        return _DASH
    if media.streamable is Ready.UNKNOWN:
        return ""
    if media.streamable is Ready.NO:
        return translate("Files", "No")
    wait = _wait(row, media)
    if plays(row) or (wait == 0 and row.done < row.size and _begins(row, media)):
        return translate("Files", "Yes, now")
    if wait:
        return translate("Files", "In {duration}", "as in: playable in 4 min").format(duration=formats.eta(wait))
    return translate("Files", "Yes")


def _streamable_order(row: FileRow) -> int | None:
    media = row.media
    if media is None or media.failed or media.streamable is Ready.UNKNOWN:
        return None
    return int(media.streamable is Ready.YES)


def _streamable_colour(plays: Callable[[FileRow], bool], row: FileRow) -> Token:
    media = row.media
    if media is None or row.priority == Priority.SKIP or media.streamable is not Ready.YES:
        return Token.MUTED
    return Token.MUTED if _wait(row, media) and not plays(row) else Token.OK


def _why_not(row: FileRow) -> str:
    """Why a file says nothing of itself; empty if it does, or could not."""
    media = row.media
    if media is not None and media.failed:
        return translate("Files", "What it says of itself can't be read: it is damaged, or not what its name says.")
    if row.file is None or kind_of(row.path) not in {Kind.VIDEO, Kind.AUDIO} or (media and media.headers):
        return ""
    return translate("Files", "The pieces that tell are not here yet; they are asked for first.")


def _streamable_tip(row: FileRow) -> str:
    media = row.media
    if media is not None and media.streamable is Ready.YES:
        return translate("Files", "Its index stands at the front: players can begin before all of it is here.")
    if media is not None and media.streamable is Ready.NO:
        return translate("Files", "Its index stands at the end: players need all of it first.")
    return _why_not(row)
