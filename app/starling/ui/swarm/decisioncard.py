# SPDX-License-Identifier: GPL-3.0-or-later
"""The card of the next decisions: seconds to the next round and to the next optimistic slot, and by which rule."""

from collections.abc import Iterator

from starling import formats
from starling.i18n import Counted, translate
from starling.swarm import Board, Choker, Rounds, Standing
from starling.torrent import Torrent
from starling.ui.swarm.card import Card, Column, Fetched
from starling.ui.swarm.lines import Line, Remark
from starling.ui.swarm.lineview import LineView
from starling.ui.swarm.rings import RingLine
from starling.ui.swarm.seatwords import by_chance, seconds_to
from starling.ui.swarm.terms import Term
from starling.ui.theme import ThemeManager, Token

_TERMS = {
    Choker.TIT_FOR_TAT: (Term.TIT_FOR_TAT,),
    Choker.ROUND_ROBIN: (Term.SEED,),
    Choker.FASTEST: (Term.SEED,),
    Choker.ANTI_LEECH: (Term.SEED,),
}
"""What explains each rule."""


class Decisions(Counted):
    """The texts that count."""


class DecisionCard(Card):
    """Two rings that step once a second."""

    column = Column.MIDDLE

    def __init__(self, themes: ThemeManager) -> None:
        super().__init__(themes, translate("Decisions", "The next decision"))
        self.explain(Term.ROUND, Term.OPTIMISTIC)
        self.view = LineView(themes, self.title)
        self.body.addWidget(self.view)

    def show_board(self, torrent: Torrent, fetched: Fetched) -> None:
        """The rings, as `lines` puts them."""
        self.view.show_lines(list(lines(fetched.board)))
        self.describe()

    def clear(self) -> None:
        """No rings."""
        self.view.show_lines([])

    def said(self) -> list[str]:
        """Both decisions."""
        return self.view.said()


def lines(board: Board) -> Iterator[Line]:
    """The card from top to bottom."""
    rounds = board.rounds
    if rounds.choker is Choker.EVERYBODY:
        words = translate("Decisions", "There is nothing to decide: slots have no limit.")
        yield Remark(key="everybody", text=words, words=words, terms=(Term.SLOT, Term.ROUND))
        return
    within = translate("Decisions", "within {duration}").format(duration=formats.duration(rounds.period))
    unseen = translate("Decisions", "not seen yet: within {duration}").format(duration=formats.duration(rounds.period))
    following, crowded = rounds.next, _crowded(board)
    if crowded and following is not None:
        # Each optimistic turn brings a round then.
        following = None if rounds.optimistic_next is None else min(following, rounds.optimistic_next)
        unseen = within
    yield _ring(
        "round",
        translate("Decisions", "Next round"),
        rule(rounds),
        seconds_to(following, board.at),
        unseen,
        rounds.period,
        Token.DOWN,
        (Term.ROUND, *_TERMS.get(rounds.choker, ())),
        tuple(_notes(rounds)),
    )
    turns = translate("Decisions", "every {duration}, by turns")
    unseen = translate("Decisions", "not seen yet")
    if not any(seat.standing in (Standing.OPTIMISTIC, Standing.WAITING) for seat in board.seats):
        unseen = translate("Decisions", "nobody here waits for one")
    yield _ring(
        "optimistic",
        translate("Decisions", "Next optimistic slot"),
        turns.format(duration=formats.duration(rounds.optimistic_period)),
        seconds_to(rounds.optimistic_next, board.at),
        unseen,
        rounds.optimistic_period,
        Token.UP,
        (Term.OPTIMISTIC,),
    )


def _crowded(board: Board) -> bool:
    """Whether more are served than there are slots, who need none included: then optimistic turns force rounds."""
    served = (Standing.SLOT, Standing.OPTIMISTIC, Standing.FREE)
    here = sum(seat.standing in served for seat in board.seats)
    return board.rounds.slots is not None and here + board.elsewhere > board.rounds.slots


def rule(rounds: Rounds) -> str:
    """How often it is decided, and who keeps a slot then."""
    kept = max(0, (rounds.slots or 0) - by_chance(rounds))
    if not kept:
        words = translate("Decisions", "every {duration}")
    else:
        match rounds.choker:
            case Choker.TIT_FOR_TAT:
                # libtorrent does not sort those among each other, so that the very best may have to wait.
                words = Decisions.tr("every {duration}: %n of the best {slots} keep a slot", "", kept)
            case Choker.FASTEST:
                words = Decisions.tr("every {duration}: for the %n who take fastest", "", kept)
            case Choker.ROUND_ROBIN:
                words = translate("Decisions", "every {duration}: who had its share makes room")
            case Choker.ANTI_LEECH:
                words = translate("Decisions", "every {duration}: who begins or ends comes first")
            case _:
                words = translate("Decisions", "every {duration}: slots for what you can send")
    return words.format(duration=formats.duration(rounds.period), slots=formats.count(rounds.slots or 0))


def _notes(rounds: Rounds) -> Iterator[str]:
    """What else there is to say of rounds."""
    if rounds.choker is Choker.ROUND_ROBIN and rounds.quota:
        yield Decisions.tr("A peer has its share after %n pieces and a minute.", "", rounds.quota)
    if rounds.choker is Choker.ANTI_LEECH:
        yield translate("Decisions", "Anti-leech: first who has next to nothing, or nearly all of it.")
    if rounds.forced:
        yield translate(
            "Decisions",
            "The last round came before its time: somebody with a slot left or wanted nothing more, a setting"
            " changed, or an optimistic turn found more peers served than there are slots.",
        )


def _ring(
    key: str,
    title: str,
    text: str,
    seconds: int | None,
    unseen: str,
    period: int,
    token: Token,
    terms: tuple[Term, ...],
    notes: tuple[str, ...] = (),
) -> Line:
    if seconds is None:
        shown, left = unseen, ""
    else:
        shown, left = text, translate("Decisions", "in {duration}").format(duration=formats.duration(seconds))
    words = ", ".join(filter(None, (title, left, shown)))
    # The text is said there too: where the card is narrow it is cut.
    return RingLine(
        key=key,
        words=words,
        more="\n".join((f"{title}: {text}", *notes)),
        terms=terms,
        title=title,
        text=shown,
        seconds=seconds,
        period=period,
        token=token,
    )
