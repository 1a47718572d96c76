# SPDX-License-Identifier: GPL-3.0-or-later
"""The sentence above the board, and the one that stands in its place while there is nothing to show."""

from collections.abc import Sequence

from starling import formats
from starling.i18n import Counted, translate
from starling.swarm import Board, Choker, Standing
from starling.torrent import State, Torrent
from starling.tracker import Tracker
from starling.ui.details import peer_words
from starling.ui.details.sentence import Segment, rich, strong
from starling.ui.swarm.seatwords import MOVING
from starling.why import words as whywords


class Boards(Counted):
    """The texts that count."""


def sentence(torrent: Torrent, board: Board) -> tuple[list[Segment], list[Segment]]:
    """Whom we serve, and what we get in return; the latter gives way where there is little room."""
    counts = dict.fromkeys(Standing, 0)
    for seat in board.seats:
        counts[seat.standing] += 1
    parts: list[list[Segment]] = []
    given = 0
    if board.rounds.choker is Choker.TIT_FOR_TAT:
        # Slots that are left go to whoever asks.
        given = sum(seat.standing is Standing.SLOT and seat.earned < MOVING for seat in board.seats)
    earned = board.rounds.choker is Choker.TIT_FOR_TAT and given < counts[Standing.SLOT]
    for standing, count in counts.items():
        shares = [(count, False)]
        if standing is Standing.SLOT and earned:
            shares = [(count - given, False), (given, True)]
        for number, idle in shares:
            part = _part(standing, number, earned=earned, idle=idle, alone=not parts) if number else ""
            if part:
                parts.append(rich(part, {"count": strong(formats.count(number))}))
    if not parts:
        main = [Segment(translate("Boards", "Nobody who is connected wants data of yours."))]
    else:
        listed = [
            segment for number, part in enumerate(parts) for segment in ([Segment(", "), *part] if number else part)
        ]
        held = counts[Standing.SLOT] + counts[Standing.OPTIMISTIC] + counts[Standing.WAITING]
        rule = _rule(board, earned=earned) if held else translate("Boards", "You serve them all:")
        main = [Segment(f"{rule} "), *listed, Segment(".")]
    return main, _return(torrent, board)


def nothing(torrent: Torrent, asked: Sequence[Tracker]) -> str:
    """Why there is no board: nobody is connected, whether that is as it should be or not."""
    if torrent.error:
        return torrent.error
    match torrent.state:
        case State.PAUSED | State.FINISHED:
            return translate("Boards", "No board: the torrent is paused, and trades with nobody.")
        case State.QUEUED:
            return translate("Boards", "No board: the torrent waits in the queue, and trades with nobody.")
        case State.CHECKING:
            return translate("Boards", "No board: the torrent is being checked, and trades with nobody.")
        case State.MOVING:
            return translate("Boards", "No board: the torrent is being moved, and trades with nobody.")
        case _:
            # Beside it the card says it at length.
            return whywords.short(torrent.why) if peer_words.lacks_peers(torrent.why) else peer_words.nobody(asked)


def no_metadata(connected: int) -> str:
    """Why there is no board while it is not known what there is to trade."""
    return Boards.tr("%n peers are connected. Slots and pieces come once the metadata is here.", "", connected)


def _rule(board: Board, *, earned: bool) -> str:
    if board.rounds.choker is Choker.TIT_FOR_TAT and not earned:
        return translate("Boards", "Nobody earns a slot by sending at the moment:")
    return {
        Choker.TIT_FOR_TAT: translate("Boards", "You serve those who serve you:"),
        Choker.FASTEST: translate("Boards", "You serve those who take it fastest:"),
        Choker.ROUND_ROBIN: translate("Boards", "You serve them in turn:"),
        Choker.ANTI_LEECH: translate("Boards", "You serve those first who begin or are nearly done:"),
        Choker.EVERYBODY: translate("Boards", "You serve whoever wants data:"),
        Choker.RATE_BASED: translate("Boards", "You serve as many as your upload can bear:"),
    }[board.rounds.choker]


def _part(standing: Standing, count: int, *, earned: bool, idle: bool, alone: bool) -> str:
    """A part of the sentence, empty for those that it does not name; the first one says that they are peers."""
    match standing:
        case Standing.SLOT if idle:
            return Boards.tr("{count} hold one and send nothing", "", count)
        case Standing.SLOT if earned:
            return Boards.tr("{count} peers hold a slot by what they send", "", count)
        case Standing.SLOT:
            return Boards.tr("{count} peers hold a slot", "", count)
        case Standing.OPTIMISTIC if alone:
            return Boards.tr("{count} peers hold the optimistic slot", "", count)
        case Standing.OPTIMISTIC:
            return Boards.tr("{count} hold the optimistic one", "", count)
        case Standing.FREE if alone:
            return Boards.tr("{count} peers download without a slot", "", count)
        case Standing.FREE:
            return Boards.tr("{count} download without one", "", count)
        case Standing.WAITING if alone:
            return Boards.tr("{count} peers wait", "", count)
        case Standing.WAITING:
            return Boards.tr("{count} wait", "", count)
        case Standing.CONTENT:
            return ""


def _return(torrent: Torrent, board: Board) -> list[Segment]:
    """How many let us download; who is complete wants nothing in return, and seeds give theirs for nothing."""
    served = any(seat.standing not in (Standing.WAITING, Standing.CONTENT) for seat in board.seats)
    peers = [seat.peer for seat in board.seats if not (seat.peer.connecting or (served and seat.peer.seed))]
    if torrent.complete or not peers:
        return []
    let = sum(not peer.they_choke for peer in peers)
    words = Boards.tr("In return {let} of {count} let you download.", "", let)
    if not served:
        # Who gets nothing returns nothing.
        words = Boards.tr("{let} of {count} let you download.", "", let)
    return rich(words, {"let": strong(formats.count(let)), "count": Segment(formats.count(len(peers)))})
