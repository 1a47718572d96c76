# SPDX-License-Identifier: GPL-3.0-or-later
"""The card of our upload slots: who holds them and what that peer gives for it, who waits, who wants nothing."""

from collections import Counter
from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal

from starling import formats
from starling.i18n import translate
from starling.swarm import MEAN, Board, Choker, Seat, Standing
from starling.torrent import Torrent
from starling.ui.details import peer_words
from starling.ui.swarm import seatwords
from starling.ui.swarm.card import Card, Column, Fetched
from starling.ui.swarm.lines import Heading, Line, Remark
from starling.ui.swarm.lineview import LineView
from starling.ui.swarm.seatlines import STEPS, SeatLine, SlotLine, WaitLine
from starling.ui.swarm.seatwords import MOVING, Seats
from starling.ui.swarm.terms import Term
from starling.ui.theme import ThemeManager

MOST_SLOTS, MOST_WAITING = 16, 10
"""Rows of each kind: the table of the Peers tab has all."""


class SlotsCard(Card):
    """One row a peer."""

    column = Column.LEFT

    peer_wanted = Signal(str)
    """The peer with this key shall be shown among all; empty for any."""

    def __init__(self, themes: ThemeManager) -> None:
        super().__init__(themes, translate("Seats", "Your upload slots"))
        self.explain(Term.SLOT, Term.CHOKE, Term.TIT_FOR_TAT)
        self.view = LineView(themes, self.title)
        self.view.chosen.connect(self._choose)
        self.body.addWidget(self.view)

    def show_board(self, torrent: Torrent, fetched: Fetched) -> None:
        """The seats, as `lines` puts them."""
        self.head(self.title, note(torrent, fetched.board))
        self.view.show_lines(list(lines(torrent, fetched.board)))
        self.describe()

    def clear(self) -> None:
        """No seats."""
        self.view.show_lines([])

    def said(self) -> list[str]:
        """Every row."""
        return self.view.said()

    def _choose(self, line: Line) -> None:
        if isinstance(line, SeatLine):
            self.peer_wanted.emit(line.seat.peer.key)
        elif line.key.startswith("more"):
            self.peer_wanted.emit("")


def note(torrent: Torrent, board: Board) -> str:
    """What the figures at the right end are; nothing where there are none."""
    if all(seat.standing is Standing.CONTENT for seat in board.seats):
        return ""
    words = translate("Seats", "gives you, {duration} average")
    if torrent.complete:
        words = translate("Seats", "has · takes, {duration} average")
    return words.format(duration=formats.duration(MEAN))


def lines(torrent: Torrent, board: Board) -> Iterator[Line]:
    """The card from top to bottom."""
    complete, names = torrent.complete, _names(board)
    by_standing = {standing: [seat for seat in board.seats if seat.standing is standing] for standing in Standing}
    # Seeds give too, but trade for nothing: they are not on the board, and its bars are not measured by them.
    traders = (seat for seat in board.seats if seat.standing is not Standing.CONTENT)
    best = max((_figure(seat, complete) for seat in traders), default=0)
    held = [*by_standing[Standing.SLOT], *by_standing[Standing.OPTIMISTIC]]
    if board.rounds.choker is Choker.EVERYBODY and held:
        words = translate("Seats", "There is no limit on slots: whoever wants data gets it.")
        yield Remark(key="unlimited", text=words, words=words, terms=(Term.SLOT,))
    yield from _slots(held, board, names, best, complete)
    for key, words in (("empty", seatwords.empty(board)), ("elsewhere", seatwords.elsewhere(board))):
        if words:
            yield Remark(key=key, text=words, words=words, terms=(Term.SLOT,))
    if free := by_standing[Standing.FREE]:
        yield _head_of_free()
        yield from _slots(free, board, names, best, complete)
    if waiting := by_standing[Standing.WAITING]:
        yield from _waiting(waiting, board, names, best, complete)
    if words := seatwords.content(board):
        yield Remark(key="content", text=words, words=words, apart=True, terms=(Term.INTERESTED, Term.SEED))


def _head_of_free() -> Line:
    title = translate("Seats", "They download without a slot")
    why = translate("Seats", "local network: slots do not count")
    return Heading(key="free", title=title, note=why, words=f"{title} – {why}", terms=(Term.SLOT,))


def _waiting(waiting: Sequence[Seat], board: Board, names: dict[str, str], best: int, complete: bool) -> Iterator[Line]:
    title = translate("Seats", "Waiting: they want data and you choke them")
    wins, brief = seatwords.winning(board, complete=complete)
    words = " – ".join(filter(None, (title, wins)))
    yield Heading(key="waiting", title=title, note=wins, brief=brief, words=words, terms=(Term.CHOKE, Term.INTERESTED))
    for seat in waiting[:MOST_WAITING]:
        peer = seat.peer
        warns = peer.snubbed and peer.we_want
        waits = seatwords.snubbed(peer, board.at) if warns else seatwords.waits(seat, board.at)
        figure = _figure(seat, complete)
        said = formats.percent(peer.progress) if complete else seatwords.why_nothing(peer, board.at)
        heard = waits if complete or warns or figure >= MOVING else f"{said}, {waits}"
        yield WaitLine(
            key=peer.key,
            words=seatwords.spoken(seat, names[peer.key], heard, complete=complete),
            terms=(Term.SNUBBED,) if warns else (),
            seat=seat,
            board=board,
            complete=complete,
            name=names[peer.key],
            share=_share(figure, best),
            value=formats.rate(figure),
            said=said,
            waits=waits,
            warns=warns,
        )
    if (left := len(waiting) - MOST_WAITING) > 0:
        words = Seats.tr("and %n more wait", "", left)
        yield Remark(key="more waiting", text=words, words=words)


def _slots(seats: Sequence[Seat], board: Board, names: dict[str, str], best: int, complete: bool) -> Iterator[Line]:
    rounds = board.rounds
    for seat in seats[:MOST_SLOTS]:
        peer, figure = seat.peer, _figure(seat, complete)
        chance = seat.standing is Standing.OPTIMISTIC
        client = peer_words.client(peer)
        said = "" if figure >= MOVING or complete else seatwords.why_nothing(peer, board.at)
        ring, second, heard = None, client, said
        if chance:
            left = seatwords.seconds_to(rounds.optimistic_next, board.at)
            ring = -1 if left is None else _share(left, rounds.optimistic_period)
            words = seatwords.optimistic(board)
            heard = words
            if figure >= MOVING:
                second = words
            else:
                said = words
        yield SlotLine(
            key=peer.key,
            words=seatwords.spoken(seat, names[peer.key], heard, complete=complete),
            terms=(Term.OPTIMISTIC,) if chance else (),
            seat=seat,
            board=board,
            complete=complete,
            name=names[peer.key],
            share=_share(figure, best),
            value=formats.rate(figure),
            said=said,
            badge=formats.count(seat.number) if seat.standing is Standing.SLOT and seat.number else "",
            ring=ring,
            second=second,
            up="" if complete else formats.rate(peer.up),
            has=formats.percent(peer.progress) if complete else "",
        )
    if (left := len(seats) - MOST_SLOTS) > 0:
        words = Seats.tr("and %n more download", "", left)
        yield Remark(key=f"more {seats[0].standing.value}", text=words, words=words)


def _figure(seat: Seat, complete: bool) -> int:
    return seat.taken if complete else seat.earned


def _share(part: int, whole: int) -> int:
    return min(STEPS, part * STEPS // whole) if whole else 0


def _names(board: Board) -> dict[str, str]:
    """Addresses by key; with their ports where several peers are at one."""
    found = Counter(seat.peer.address for seat in board.seats)
    return {
        seat.peer.key: peer_words.address(seat.peer) if found[seat.peer.address] > 1 else seat.peer.address
        for seat in board.seats
    }
