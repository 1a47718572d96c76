# SPDX-License-Identifier: GPL-3.0-or-later
"""The card "The rules": by which parameters the swarm is played, which are unusual, and the way to change them."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal

from starling import formats, mechanisms
from starling.i18n import Counted, translate
from starling.mechanisms import Parameters
from starling.settings import Settings
from starling.settings.mechanisms import PROFILE, SEED_RULE, SlotRule
from starling.torrent import State, Torrent
from starling.ui.button import Button
from starling.ui.swarm.card import Card, Column, Fetched
from starling.ui.swarm.lines import Figure, Line
from starling.ui.swarm.lineview import LineView
from starling.ui.swarm.terms import Term
from starling.ui.theme import ThemeManager, Token

_SLOT_TERMS = Term.SLOT, Term.OPTIMISTIC


class Rules(Counted):
    """The texts that count."""


class RulesCard(Card):
    """What is as libtorrent has it by default is muted."""

    column = Column.LEFT
    protocol_wanted = Signal()
    """The preferences of the protocol shall open."""

    def __init__(self, chosen: Settings, themes: ThemeManager) -> None:
        super().__init__(themes, translate("Rules", "The rules"))
        self._chosen = chosen
        self.view = LineView(themes, self.title)
        self.button = Button(translate("Rules", "Protocol…"))
        self.button.setToolTip(translate("Rules", "Choose by which rules slots are given and pieces are asked for"))
        self.button.clicked.connect(self.protocol_wanted)
        self.body.addWidget(self.view)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self._space()

    def show_board(self, torrent: Torrent, fetched: Fetched) -> None:
        """The parameters that matter for this torrent."""
        now = mechanisms.in_force(self._chosen)
        self.head(self.title, dict(PROFILE.choices)[now.profile])
        self.view.show_lines(list(lines(now, seeding=torrent.state is State.SEEDING)))
        self.describe()

    def clear(self) -> None:
        """Another torrent is selected."""
        self.view.show_lines([])

    def said(self) -> list[str]:
        """Each parameter."""
        return self.view.said()

    def restyled(self) -> None:
        """Sizes follow the font."""
        super().restyled()
        if hasattr(self, "button"):
            self._space()

    def _space(self) -> None:
        self.body.setSpacing(self.look.px(6))


def lines(now: Parameters, *, seeding: bool) -> Iterator[Line]:
    """The card from top to bottom."""
    unusual = bool(now.unusual & {"slots", "optimistic", "slot_rule"})
    yield _figure(now, "slots", translate("Rules", "Upload slots"), _slots(now), *_SLOT_TERMS, unusual=unusual)
    if now.slots is not None or now.slot_rule is SlotRule.RATE:
        every = translate("Rules", "every {duration}").format(duration=formats.duration(now.round))
        yield _figure(now, "round", translate("Rules", "Given anew"), every, Term.ROUND)
    if seeding:
        rule = dict(SEED_RULE.choices)[now.seed_rule]
        yield _figure(now, "seed_rule", translate("Rules", "You serve"), rule, Term.SEED)
        return
    ahead = Rules.tr("%n blocks, unless it says how many it takes", "", now.pipeline)
    instead = translate("Rules", "A peer that says how many it takes ahead is asked for up to that instead.")
    yield _figure(now, "pipeline", translate("Rules", "Asked of a peer ahead"), ahead, Term.PIPELINE, more=instead)
    after = translate("Rules", "after {duration} at most").format(duration=formats.duration(now.snub))
    yield _figure(now, "snub", translate("Rules", "A peer snubs you"), after, Term.SNUBBED)
    first = Rules.tr("%n pieces", "", now.random_first) if now.random_first else translate("Rules", "none")
    yield _figure(now, "random_first", translate("Rules", "At random first"), first, Term.RANDOM_FIRST)
    finish = translate("Rules", "yes") if now.partial_first else translate("Rules", "no")
    yield _figure(now, "partial_first", translate("Rules", "Begun pieces first"), finish, Term.PARTIAL_FIRST)


def _slots(now: Parameters) -> str:
    if now.slot_rule is SlotRule.RATE:
        return translate("Rules", "as many as the upload fills")
    if now.slots is None:
        return translate("Rules", "no limit")
    text = translate("Rules", "{slots}, {optimistic} by turns")
    return text.format(slots=formats.count(now.slots), optimistic=formats.count(now.optimistic))


def _figure(
    now: Parameters, name: str, label: str, value: str, *terms: Term, more: str = "", unusual: bool | None = None
) -> Figure:
    if unusual is None:
        unusual = name in now.unusual
    if unusual:
        more = " ".join(filter(None, (translate("Rules", "Not as libtorrent has it by default."), more)))
    return Figure(
        key=name,
        words=f"{label}: {value}",
        more=more,
        terms=terms,
        label=label,
        value=value,
        token=Token.TEXT if unusual else Token.MUTED,
    )
