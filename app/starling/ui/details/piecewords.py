# SPDX-License-Identifier: GPL-3.0-or-later
"""What the Pieces tab says: the sentence above the map, the tip of a cell, and what is on no connected peer."""

import html
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import NamedTuple

from starling import formats
from starling.i18n import Counted, translate
from starling.pieces import Block, Hit, Holder, Part, PieceFacts, Pieces
from starling.spelling import shortened, shown
from starling.torrent import Priority, Torrent
from starling.ui.column import Weight
from starling.ui.details import piececells
from starling.ui.details.blocks import PieceRow
from starling.ui.details.sentence import Segment, rich, strong
from starling.ui.files.columns import priority_text
from starling.ui.theme import Theme, Token

_FILES_TOLD = 3
_HOLDERS_TOLD = 4
_NUMBERS_TOLD = 5


class PieceWords(Counted):
    """Texts that count pieces, peers or files."""


class Line(NamedTuple):
    """One line of a tip."""

    text: str
    token: Token = Token.TEXT
    bold: bool = False


def how_many(torrent: Torrent, pieces: Pieces, n: int) -> tuple[list[Segment], list[Segment]]:
    """The sentence above the map, and what only adds to it; a cell of the map stands for `n` pieces."""
    have, count = pieces.map.have.count(1), pieces.map.count
    values = {
        "have": strong(formats.count(have)),
        "all": strong(formats.count(count)),
        "size": Segment(formats.piece_size(pieces.map.size)),
        "flight": strong(formats.count(len(pieces.partials))),
    }
    if have == count:
        main = rich(translate("Pieces", "All {all} pieces of {size} are here."), values)
    elif pieces.partials:
        main = rich(translate("Pieces", "{have} of {all} pieces of {size} are here, {flight} in progress."), values)
    else:
        main = rich(translate("Pieces", "{have} of {all} pieces of {size} are here."), values)
    if n > 1:
        main += [Segment(" "), Segment(PieceWords.tr("A cell stands for %n pieces.", "", n), Token.MUTED)]
    return main, [] if have == count else _among(torrent, pieces)


def _among(torrent: Torrent, pieces: Pieces) -> list[Segment]:
    connected = torrent.seeds + torrent.peers
    if torrent.paused:
        return []
    if not connected:
        return [Segment(translate("Pieces", "No peer is connected."), Token.MUTED)]
    if torrent.availability is None or not piececells.counted(pieces):
        return []
    values = {"copies": strong(formats.ratio(torrent.availability))}
    if torrent.availability >= 1:
        return rich(PieceWords.tr("You and %n peers have {copies} copies.", "", connected), values)
    words = PieceWords.tr("You and %n peers have {copies} copies: together you are not complete.", "", connected)
    head, colon, tail = words.partition(": ")
    return [*rich(head + colon, values), Segment(tail, Token.WARN, Weight.BOLD)]


def tip(lines: Sequence[Line], theme: Theme) -> str:
    """The lines as HTML, the words of strangers letter by letter."""
    return "<br>".join(
        f'<span style="color:{theme.colour(line.token).name()}">'
        f"{'<b>' if line.bold else ''}{html.escape(line.text)}{'</b>' if line.bold else ''}</span>"
        for line in lines
    )


def spoken(lines: Iterable[Line]) -> str:
    """The lines for who hears them."""
    return ". ".join(line.text for line in lines)


def about_piece(
    index: int, pieces: Pieces, row: PieceRow | None, connected: int, facts: PieceFacts | None
) -> list[Line]:
    """What is told of one piece; files and holders once `facts` have come."""
    priority = pieces.priorities[index] if len(pieces.priorities) == pieces.map.count else int(Priority.NORMAL)
    here = bool(pieces.map.have[index])
    values = {"piece": formats.count(index), "size": formats.piece_size(facts.size) if facts else ""}
    if here:
        words = translate("Pieces", "Piece {piece}, here")
    elif row is not None:
        words = translate("Pieces", "Piece {piece}, in progress")
    elif not priority:
        words = translate("Pieces", "Piece {piece}, skipped")
    else:
        words = translate("Pieces", "Piece {piece}, missing")
    head = words.format(**values)
    lines = [Line(f"{head}, {values['size']}" if facts else head, bold=True)]
    if row is not None and not here:
        lines.append(Line(_progress(row)))
    if line := _held(pieces, index, connected, here=here, wanted=bool(priority)):
        lines.append(line)
    if priority not in {Priority.SKIP, Priority.NORMAL} and not here:
        lines.append(Line(translate("Pieces", "Priority: {priority}").format(priority=priority_text(priority))))
    if facts:
        lines += _files(facts.parts)
        lines += _holders(facts.holders, facts.unasked)
    return lines


def about_cell(first: int, last: int, pieces: Pieces, hits: Sequence[Hit] | None) -> list[Line]:
    """What is told of a cell that stands for these pieces."""
    count = last - first + 1
    have = pieces.map.have[first : last + 1].count(1)
    going = sum(first <= partial.index <= last for partial in pieces.partials)
    span = {"first": formats.count(first), "last": formats.count(last)}
    lines = [Line(translate("Pieces", "Pieces {first} to {last}").format(**span), bold=True)]
    words = PieceWords.tr("%n of {all} are here", "", have).format(all=formats.count(count))
    if going:
        words += ", " + PieceWords.tr("%n in progress", "", going)
    lines.append(Line(words))
    none = piececells.unheld(pieces)[first : last + 1].count(1)
    if none:
        lines.append(Line(PieceWords.tr("%n of them are on no connected peer", "", none), Token.NONE))
    elif piececells.counted(pieces):
        rarest = min(pieces.map.copies[first : last + 1])
        lines.append(Line(PieceWords.tr("The rarest is on %n connected peers", "", rarest)))
    lines += [Line(_name(hit.path), Token.MUTED) for hit in islice(hits or (), _FILES_TOLD)]
    if hits and len(hits) > _FILES_TOLD:
        lines.append(_more_files(len(hits) - _FILES_TOLD))
    return lines


def _progress(row: PieceRow) -> str:
    blocks = row.partial.blocks
    words = PieceWords.tr("%n of {all} blocks are here", "", row.here).format(all=formats.count(len(blocks)))
    if rate := formats.rate(row.partial.rate):
        words += f", {rate}"
    if again := blocks.count(Block.REQUESTED_TWICE):
        words += ", " + PieceWords.tr("%n asked of several peers", "", again)
    return words


def _held(pieces: Pieces, index: int, connected: int, *, here: bool, wanted: bool) -> Line | None:
    if not piececells.counted(pieces):
        return None
    copies = pieces.map.copies[index]
    if copies:
        words = PieceWords.tr("On %n of {all} connected peers", "", copies)
        return Line(words.format(all=formats.count(max(connected, copies))))
    if here:
        return Line(translate("Pieces", "Only you have it: on no connected peer"), Token.WARN)
    return Line(translate("Pieces", "On no connected peer"), Token.NONE if wanted else Token.MUTED)


def _files(parts: Sequence[Part]) -> list[Line]:
    lines = []
    for part in parts[:_FILES_TOLD]:
        values = {
            "file": _name(part.path),
            "start": formats.size(part.start),
            "end": formats.size(part.end),
        }
        lines.append(Line(translate("Pieces", "{file}, {start} to {end}").format(**values), Token.MUTED))
    if len(parts) > _FILES_TOLD:
        lines.append(_more_files(len(parts) - _FILES_TOLD))
    return lines


def _name(path: str) -> str:
    """Without the torrent's own folder, which goes without saying."""
    return shortened(shown(path.partition("/")[2] or path))


def _more_files(count: int) -> Line:
    return Line(PieceWords.tr("and %n more files", "", count), Token.MUTED)


def _holders(holders: Sequence[Holder], unasked: int) -> list[Line]:
    lines = [Line(f"{holder.address}  {holder.client}".rstrip()) for holder in holders[:_HOLDERS_TOLD]]
    if len(holders) > _HOLDERS_TOLD:
        lines.append(Line(PieceWords.tr("and %n more peers", "", len(holders) - _HOLDERS_TOLD)))
    if unasked:
        lines.append(Line(PieceWords.tr("%n peers were not looked at", "", unasked), Token.MUTED))
    return lines


def missing(flags: bytes) -> list[Segment]:
    """Which pieces are on no connected peer; nothing if there are none."""
    count = flags.count(1)
    if not count:
        return []
    numbers: list[str] = []
    at = flags.find(1)
    while at >= 0 and len(numbers) < _NUMBERS_TOLD:
        numbers.append(formats.count(at))
        at = flags.find(1, at + 1)
    listed = ", ".join(numbers)
    if count > len(numbers):
        words = PieceWords.tr("%n pieces are on no connected peer: {numbers} …", "", count)
    else:
        words = PieceWords.tr("%n pieces are on no connected peer: {numbers}.", "", count)
    return [strong(words.format(numbers=listed))]


def belong(hits: Sequence[Hit], files: int) -> str:
    """Which of the torrent's `files` the missing pieces belong to."""
    if not hits:
        return ""
    size = formats.size(sum(hit.size for hit in hits))
    names = [shortened(shown(hit.path.rpartition("/")[2]), 40) for hit in hits[:2]]
    if len(hits) == 1:
        words = translate("Pieces", "They belong to {first}, {size} of it.")
    elif len(hits) == 2:
        words = translate("Pieces", "They belong to {first} and {second}, {size} of them.")
    else:
        words = PieceWords.tr("They belong to %n files, {size} of them.", "", len(hits))
    words = words.format(first=names[0], second=names[-1], size=size)
    if others := files - len(hits):
        words += " " + PieceWords.tr("The other %n files can finish.", "", others)
    return words


def skip(files: int) -> str:
    """What the button says that skips so many files, so that the others can finish."""
    return PieceWords.tr("S&kip the %n files", "", files)


def skipped(hits: Sequence[Hit]) -> str:
    """That it was done, and how it is undone."""
    if len(hits) == 1:
        words = translate("Pieces", "{file} is skipped now. Tick it in the Files tab to fetch it after all.")
        return words.format(file=shortened(shown(hits[0].path.rpartition("/")[2])))
    return PieceWords.tr("%n files are skipped now. Tick them in the Files tab to fetch them after all.", "", len(hits))


def last_seen(torrent: Torrent) -> str:
    """When a full copy was last seen."""
    ago = formats.age(torrent.last_seen_complete) if torrent.last_seen_complete else ""
    if ago:
        return translate("Pieces", "A full copy was last seen {ago}.").format(ago=ago)
    return translate("Pieces", "A full copy has not been seen yet.")
