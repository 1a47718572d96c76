# SPDX-License-Identifier: GPL-3.0-or-later
"""The card of the piece picker: which piece to ask for, why, and what of it was for nothing."""

from collections.abc import Iterator

from starling import formats
from starling.i18n import translate
from starling.swarm import SHOWN, Board, Phase, Picking
from starling.torrent import Torrent
from starling.ui.details import facts
from starling.ui.swarm import pickwords
from starling.ui.swarm.card import Card, Column, Fetched
from starling.ui.swarm.lines import Figure, Line, Note, Rule
from starling.ui.swarm.lineview import LineView
from starling.ui.swarm.steps import Step, StepLine
from starling.ui.swarm.terms import Term
from starling.ui.theme import ThemeManager, Token

_INSTEAD = {Phase.SEQUENTIAL, Phase.DEADLINE}
"""What rarest first gives way to."""


class PickCard(Card):
    """Three steps, and figures below."""

    column = Column.MIDDLE

    def __init__(self, themes: ThemeManager) -> None:
        super().__init__(themes, translate("Picks", "Which piece to ask for"))
        self.explain(Term.BLOCK)
        self.view = LineView(themes, self.title)
        self.body.addWidget(self.view)

    def wanted(self, torrent: Torrent, fetched: Fetched) -> bool:
        """While something is wanted, and there is somebody to ask."""
        return fetched.board.picking is not None and super().wanted(torrent, fetched)

    def show_board(self, torrent: Torrent, fetched: Fetched) -> None:
        """Steps and figures, as `lines` puts them."""
        if fetched.board.picking is not None:
            self.view.show_lines(list(lines(torrent, fetched, fetched.board.picking)))
            self.describe()

    def clear(self) -> None:
        """Nothing."""
        self.view.show_lines([])

    def said(self) -> list[str]:
        """Every line."""
        return self.view.said()


def lines(torrent: Torrent, fetched: Fetched, picking: Picking) -> Iterator[Line]:
    """The card from top to bottom."""
    yield from _steps(torrent, picking)
    yield Rule(key="rule")
    yield from _figures(picking)
    yield from _wasted(torrent, fetched)
    yield from _reasons(picking)


def _steps(torrent: Torrent, picking: Picking) -> Iterator[Line]:
    second = picking.phase if picking.phase in _INSTEAD else Phase.RAREST
    if second is Phase.RAREST and torrent.sequential:
        second = Phase.SEQUENTIAL
    order = (Phase.RANDOM, second, Phase.ENDGAME)
    # Nowhere while it can ask nobody; what is over is over.
    at = order.index(picking.phase) if picking.phase in order else -1
    for number, which in enumerate(order):
        name, text, term = pickwords.phase(which)
        over = number < at or (at < 0 and number == 0 and torrent.done > 0)
        step = Step.CURRENT if number == at else Step.OVER if over else Step.AHEAD
        said = {
            Step.OVER: translate("Picks", "over"),
            Step.CURRENT: translate("Picks", "now"),
            Step.AHEAD: translate("Picks", "to come"),
        }[step]
        yield StepLine(
            key=f"step {number}",
            words=translate("Picks", "{name}, {what}: {state}").format(name=name, what=text, state=said),
            terms=(term,),
            title=name,
            text=text,
            step=step,
            first=number == 0,
            last=number == len(order) - 1,
        )


def _figures(picking: Picking) -> Iterator[Line]:
    if told := pickwords.rarest(picking):
        nobody = translate("Picks", "Nobody who is connected has it: it can't come from them.")
        yield _figure(
            "rarest",
            translate("Picks", "Rarest piece"),
            told,
            terms=(Term.RAREST_FIRST,),
            more="" if picking.rarest else nobody,
            token=Token.TEXT if picking.rarest else Token.NONE,
        )
    yield _figure(
        "partials",
        translate("Picks", "Begun pieces"),
        formats.count(picking.partials),
        terms=(Term.BLOCK,),
    )
    yield _figure(
        "twice",
        translate("Picks", "Blocks asked twice"),
        formats.count(picking.asked_twice),
        terms=(Term.BLOCK, Term.ENDGAME),
    )


def _wasted(torrent: Torrent, fetched: Fetched) -> Iterator[Line]:
    board: Board = fetched.board
    thrown = board.redundant + board.failed
    told = formats.size(thrown)
    came = max(torrent.session_downloaded, thrown)
    if thrown and came:
        told = translate("Picks", "{size}, {percent}").format(size=told, percent=share(thrown, came))
    causes = (facts.wasted(board.failed, board.redundant), facts.why_twice(fetched.waste) if board.redundant else "")
    yield _figure("wasted", translate("Picks", "Thrown away"), told, more="\n".join(filter(None, causes)))


def _reasons(picking: Picking) -> Iterator[Line]:
    blocks = sum(count for _why, count in picking.reasons)
    if not picking.seen or not blocks:
        return
    label = translate("Picks", "Chosen in {duration}")
    if picking.sampled:
        label = translate("Picks", "Chosen in {duration}, a sample")
    label = label.format(duration=formats.duration(SHOWN))
    told = pickwords.reasons(picking)
    yield Note(
        key="reasons",
        words=translate("Picks", "{label}: {value}").format(label=label, value=told),
        more=pickwords.explained(picking),
        terms=(Term.BLOCK, Term.PARTIAL_FIRST),
        label=label,
        text=told,
    )


def _figure(
    key: str, label: str, value: str, *, terms: tuple[Term, ...] = (), more: str = "", token: Token = Token.TEXT
) -> Line:
    words = translate("Picks", "{label}: {value}").format(label=label, value=value)
    return Figure(key=key, words=words, more=more, terms=terms, label=label, value=value, token=token)


def share(part: int, whole: int) -> str:
    """With a second decimal where it is small: it nearly always is."""
    if part * 100 < whole:
        hundredths = part * 10_000 / whole
        return "< " + _percent(0.01) if hundredths < 1 else _percent(int(hundredths) / 100)
    return formats.percent(part / whole)


def _percent(value: float) -> str:
    return f"{formats.ratio(value)}{formats.NBSP}%"
