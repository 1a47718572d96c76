# SPDX-License-Identifier: GPL-3.0-or-later
"""What a verdict on a peer means and what it rests on, in sentences: the tooltip of what a peer does now."""

from starling import formats
from starling.i18n import Counted, translate
from starling.peer import Peer, Transport
from starling.ui.details import verdict
from starling.ui.details.peer_row import PeerRow
from starling.ui.details.verdict import Doing, Pace


class VerdictTips(Counted):
    """The texts that count."""


def tip(row: PeerRow) -> str:
    """The verdict, what it means, and what else there is to know of this moment."""
    peer = row.peer
    lines = [row.verdict.words, *explain(row)]
    if peer.piece is not None:
        lines.append(translate("Verdicts", "Sends piece {number}.").format(number=formats.count(peer.piece)))
    if peer.endgame:
        lines.append(translate("Verdicts", "Endgame: others were asked for the same blocks too."))
    if peer.on_parole:
        lines.append(translate("Verdicts", "On trial: a piece with blocks of it failed its hash check."))
    if (idle := row.lasted(peer.last_active)) is not None and idle >= 60:
        words = translate("Verdicts", "Nothing has moved for {duration}.")
        lines.append(words.format(duration=formats.duration(idle, coarse=True)))
    return "\n".join(filter(None, lines))


def explain(row: PeerRow) -> list[str]:
    """First the term, then the evidence."""
    found = [_term(row), *_evidence(row)]
    return [line for line in found if line]


def _term(row: PeerRow) -> str:
    peer = row.peer
    match row.verdict.doing:
        case Doing.TRADES | Doing.GETS if peer.optimistic:
            return translate(
                "Verdicts",
                "Optimistic slot: one that goes by turns, whatever a peer gives, so that newcomers can begin to trade.",
            )
        case Doing.TRADES:
            return translate("Verdicts", "You give each other data: your upload slots go to those who give you most.")
        case Doing.SENDS | Doing.HELD | Doing.GETS:
            return _paced(row)
        case Doing.SNUBBED:
            return translate(
                "Verdicts",
                "Snubbed: it lets you have data and was asked for some, and nothing has come for too long. "
                "It is asked for one block at a time, and gets no upload slot by what it gives.",
            )
        case Doing.SILENT:
            return translate("Verdicts", "It lets you have data and was asked for some.")
        case Doing.WAITS:
            return translate(
                "Verdicts",
                "It wants your data, and you choke it: your upload slots serve others, who give you more or whose turn "
                "it is.",
            )
        case Doing.CHOKES:
            return translate(
                "Verdicts",
                "Choked: it has what you want, and lets you ask for nothing now. As a rule clients serve those who "
                "give them most, and one by turns; it does not say why.",
            )
        case Doing.USELESS:
            return translate("Verdicts", "It has no piece that you want and miss. When it gets one it tells you.")
        case Doing.CONNECTING:
            return translate("Verdicts", "The connection or the handshake is not finished yet.")
        case _:
            return ""


def _paced(row: PeerRow) -> str:
    down, up = verdict.pace(row.peer)
    found = down if row.verdict.doing is Doing.SENDS else up if row.verdict.doing is Doing.GETS else Pace.OPEN
    if row.verdict.doing is Doing.HELD:
        found = Pace.DISK if Pace.DISK in (down, up) else down if down is Pace.LIMIT else up
    match found:
        case Pace.LIMIT:
            return translate(
                "Verdicts",
                "The connection waits for its share of a rate limit: one of yours, or the one by which TCP leaves room "
                "for µTP.",
            )
        case Pace.DISK:
            return translate("Verdicts", "The connection waits until your disk has read or written more.")
        case Pace.ASKING:
            return translate(
                "Verdicts", "Nearly all that was asked of it has come: it could send more if more were asked for."
            )
        case Pace.PEER:
            return translate(
                "Verdicts",
                "More is asked of it than it sends. Its upload limit, its other peers or the way between hold it back: "
                "which of them cannot be seen from here.",
            )
        case _:
            return ""


def _evidence(row: PeerRow) -> list[str]:
    peer = row.peer
    lines = []
    if peer.requests_out:
        words = VerdictTips.tr("%n blocks are asked of it, {size} of them not here yet.", "", peer.requests_out)
        if peer.queue_bytes and peer.down >= verdict.MOVING:
            words = VerdictTips.tr(
                "%n blocks are asked of it, {size} of them not here yet: enough for {duration} at its rate.",
                "",
                peer.requests_out,
            )
        if peer.queue_bytes:
            lines.append(words.format(size=formats.size(peer.queue_bytes), duration=_short(_lasts(peer))))
    if peer.round_trip is not None and peer.down >= verdict.MOVING:
        words = translate("Verdicts", "On average the next block is here after {duration}.")
        lines.append(words.format(duration=_short(peer.round_trip)))
    if peer.times_out is not None and row.verdict.doing in (Doing.SNUBBED, Doing.SILENT):
        words = translate("Verdicts", "If none comes in {duration}, a block that was asked of it is asked of others.")
        lines.append(words.format(duration=formats.duration(peer.times_out)))
    if peer.requests_in and peer.transport is not Transport.WEB_SEED:
        lines.append(VerdictTips.tr("It waits for %n blocks from you.", "", peer.requests_in))
    if row.verdict.doing in (Doing.CHOKES, Doing.SNUBBED, Doing.SILENT) and peer.downloaded:
        words = translate("Verdicts", "It has given you {size} before.")
        lines.append(words.format(size=formats.size(peer.downloaded)))
    return lines


def _lasts(peer: Peer) -> float:
    return peer.queue_bytes / peer.down if peer.down else 0.0


def _short(seconds: float) -> str:
    """With tenths below ten seconds, in milliseconds below one."""
    if seconds < 1:
        return translate("Verdicts", "{count} ms").format(count=formats.count(max(1, round(seconds * 1000))))
    if seconds < 10:
        return translate("Verdicts", "{figure} s").format(figure=formats.figure(round(seconds, 1)))
    return formats.duration(seconds)
