# SPDX-License-Identifier: GPL-3.0-or-later
"""What the board says of one peer: where it stands, what it gives and takes, and what is between the two of you."""

from starling import formats
from starling.i18n import Counted, translate
from starling.peer import Peer
from starling.swarm import MEAN, Board, Choker, Rounds, Seat, Standing
from starling.ui.details import peer_words, verdict
from starling.ui.swarm.flight import in_flight

MOVING = verdict.MOVING
"""Bytes/s below which somebody counts as giving nothing."""


class Seats(Counted):
    """The texts of the slots that count."""


def place(seat: Seat) -> str:
    """Where it stands, alone."""
    return {
        Standing.SLOT: translate("Seats", "Slot {number}"),
        Standing.OPTIMISTIC: translate("Seats", "Optimistic slot"),
        Standing.FREE: translate("Seats", "Without a slot"),
        Standing.WAITING: translate("Seats", "Waiting"),
        Standing.CONTENT: translate("Seats", "Wants nothing"),
    }[seat.standing].format(number=formats.count(seat.number))


def gives(seat: Seat) -> str:
    """What it gives us, or that it gives nothing."""
    if seat.earned < MOVING:
        return translate("Seats", "gives nothing")
    return translate("Seats", "gives you {rate}").format(rate=formats.rate(seat.earned))


def why_nothing(peer: Peer, now: float) -> str:
    """Why a peer gives us nothing, as far as that is known."""
    if peer.snubbed and peer.we_want:
        return snubbed(peer, now)
    if not peer.we_want:
        return translate("Seats", "has nothing you need")
    if peer.they_choke:
        lasted = _lasted(peer.choked_since, now)
        if not lasted:
            return translate("Seats", "chokes us")
        return translate("Seats", "chokes us, {duration}").format(duration=lasted)
    if peer.requests_out:
        return translate("Seats", "asked, nothing came yet")
    return translate("Seats", "gives nothing")


def snubbed(peer: Peer, now: float) -> str:
    """What it has done, and since when."""
    if peer.waiting_since is None:
        return translate("Seats", "snubbed: let us ask, then sent nothing")
    words = translate("Seats", "snubbed: let us ask, then sent nothing for {duration}")
    return words.format(duration=formats.duration(max(0.0, now - peer.waiting_since)))


def waits(seat: Seat, now: float) -> str:
    """That it waits, and for how long if that was seen."""
    lasted = _lasted(seat.since, now)
    return translate("Seats", "waits, {duration}").format(duration=lasted) if lasted else translate("Seats", "waits")


def optimistic(board: Board) -> str:
    """How long the optimistic slot lasts."""
    left = seconds_to(board.rounds.optimistic_next, board.at)
    if left is None:
        return translate("Seats", "optimistic")
    words = translate("Seats", "optimistic, for {duration} more")
    return words.format(duration=formats.duration(left))


def seconds_to(moment: float | None, now: float) -> int | None:
    """Whole seconds until then, not below 0; None for no moment."""
    return None if moment is None else max(0, round(moment - now))


def spoken(seat: Seat, name: str, said: str, *, complete: bool) -> str:
    """The whole row as text; `said` is what its row says beside the figures."""
    peer = seat.peer
    parts = [name, peer_words.client(peer)]
    if complete:
        if seat.taken >= MOVING:
            parts.append(translate("Seats", "takes {rate}").format(rate=formats.rate(seat.taken)))
        parts.append(translate("Seats", "has {percent}").format(percent=formats.percent(peer.progress)))
    else:
        parts.append(gives(seat) if seat.earned >= MOVING or not said else "")
        if peer.up >= MOVING:
            parts.append(translate("Seats", "gets {rate}").format(rate=formats.rate(peer.up)))
    parts.append(said)
    words = ", ".join(filter(None, parts))
    return translate("Seats", "{place}: {facts}").format(place=place(seat), facts=words)


def tip(seat: Seat, board: Board, *, complete: bool) -> str:
    """All there is between it and us."""
    peer, now = seat.peer, board.at
    slot = seat.number or None
    lines = [
        " – ".join(filter(None, (peer_words.address(peer), peer_words.client(peer)))),
        verdict.of(peer, complete=complete, slot=slot, now=now).words,
        interest(peer, complete=complete),
    ]
    if not complete:
        lines.append(lets(peer, now))
    if held := _lasted(seat.since, now):
        words = translate("Seats", "Has waited for {duration}.")
        if seat.standing is not Standing.WAITING:
            words = translate("Seats", "Has had its slot for {duration}.")
        lines.append(words.format(duration=held))
    lines.append(won_by(seat, complete=complete))
    lines.append(in_flight(peer))
    return "\n".join(filter(None, lines))


def won_by(seat: Seat, *, complete: bool) -> str:
    """What it was ranked by when slots were decided last, and over how long the figure of the board is averaged."""
    counted = seat.round_taken if complete else seat.round_earned
    parts = []
    if counted is not None and seat.standing is not Standing.CONTENT:
        words = translate("Seats", "Between the last two rounds it gave you {size}.")
        if complete:
            words = translate("Seats", "Between the last two rounds it took {size}.")
        parts.append(words.format(size=formats.size(counted)))
    if 0 < seat.over < MEAN:
        words = translate("Seats", "Looked at for {duration}: so long is the average.")
        parts.append(words.format(duration=formats.duration(seat.over)))
    return "\n".join(parts)


def interest(peer: Peer, *, complete: bool) -> str:
    """Who wants something of whom."""
    if complete:
        if peer.they_want:
            return translate("Seats", "It wants your pieces; you need none.")
        return translate("Seats", "Neither of you wants anything of the other.")
    if peer.we_want and peer.they_want:
        return translate("Seats", "You want its pieces, and it wants yours.")
    if peer.we_want:
        return translate("Seats", "You want its pieces; it wants none of yours.")
    if peer.they_want:
        return translate("Seats", "It wants your pieces; it has none that you need.")
    return translate("Seats", "Neither of you wants anything of the other.")


def lets(peer: Peer, now: float) -> str:
    """Whether it lets us download."""
    if not peer.they_choke:
        return translate("Seats", "It lets you download.")
    lasted = _lasted(peer.choked_since, now)
    if not lasted:
        return translate("Seats", "It chokes you.")
    return translate("Seats", "It has choked you for {duration}.").format(duration=lasted)


def empty(board: Board) -> str:
    """How many slots nobody holds, and why; nothing if all are held or there is no limit."""
    rounds = board.rounds
    left = 0 if rounds.slots is None else rounds.slots - rounds.used
    if left <= 0:
        return ""
    if _all_taken(board):
        return Seats.tr("This torrent may have no more than %n slots: your limit.", "", board.most or 0)
    there = {seat.standing for seat in board.seats}
    if Standing.WAITING in there and not rounds.optimistic and left <= by_chance(rounds):
        return Seats.tr("%n slots are empty until they are given by turns.", "", left)
    if Standing.WAITING in there:
        return Seats.tr("%n slots are empty until the next round.", "", left)
    if Standing.FREE in there:
        return Seats.tr("%n slots are empty: nobody else needs one.", "", left)
    if there & {Standing.SLOT, Standing.OPTIMISTIC}:
        return Seats.tr("%n slots are empty: nobody else wants data.", "", left)
    return Seats.tr("%n slots are empty: nobody wants data.", "", left)


def by_chance(rounds: Rounds) -> int:
    """How many slots a round leaves to turns: those that are given so, or else a fifth, as libtorrent reckons."""
    return rounds.optimistic or max(1, (rounds.slots or 0) // 5)


def _all_taken(board: Board) -> bool:
    """Whether the torrent has all that it may have, and somebody waits all the same."""
    standings = [seat.standing for seat in board.seats]
    held = standings.count(Standing.SLOT) + standings.count(Standing.OPTIMISTIC)
    return board.most is not None and held >= board.most and Standing.WAITING in standings


def elsewhere(board: Board) -> str:
    """How many are held by peers of other torrents."""
    if not board.elsewhere or board.rounds.slots is None:
        return ""
    words = Seats.tr("%n of your {slots} slots are held by peers of other torrents.", "", board.elsewhere)
    return words.format(slots=formats.count(board.rounds.slots))


def winning(board: Board, *, complete: bool) -> tuple[str, str]:
    """What a peer would have to give, or take, for a slot, in words and in few; nothing where no figure decides."""
    rounds = board.rounds
    decides = Choker.FASTEST if complete else Choker.TIT_FOR_TAT
    held, waiting = (
        [seat.taken if complete else seat.earned for seat in board.seats if seat.standing is standing]
        for standing in (Standing.SLOT, Standing.WAITING)
    )
    if rounds.choker is not decides or not held or rounds.slots is None:
        return "", ""
    if max(waiting, default=0) > min(held):
        # Not the best have slots, but some of the best `slots`: see `Rounds.optimistic`.
        return "", ""
    if rounds.used - rounds.optimistic < rounds.slots - by_chance(rounds):
        return "", ""
    rate = formats.rate(min(held))
    if not rate:
        return ("", "") if complete else (translate("Seats", "whoever gives anything wins a slot"), "")
    words = translate("Seats", "a slot takes more than {rate}")
    if board.elsewhere:
        # Others hold slots too, and of those it is not known what they give.
        words = translate("Seats", "more than {rate} wins a slot")
    return words.format(rate=rate), f">{formats.NBSP}{rate}"


def content(board: Board) -> str:
    """Who is connected and wants nothing."""
    found = [seat.peer for seat in board.seats if seat.standing is Standing.CONTENT and not seat.peer.connecting]
    seeds = sum(peer.seed for peer in found)
    others = len(found) - seeds
    if seeds and others:
        words = translate("Seats", "{seeds} and {peers} want nothing from you.")
        return words.format(seeds=Seats.tr("%n seeds", "", seeds), peers=Seats.tr("%n peers", "", others))
    if seeds:
        return Seats.tr("%n seeds want nothing from you.", "", seeds)
    return Seats.tr("%n peers want nothing from you.", "", others) if others else ""


def _lasted(since: float | None, now: float) -> str:
    """How long, once it is worth saying."""
    if since is None or now - since < 1:
        return ""
    return formats.duration(now - since, coarse=True)
