# SPDX-License-Identifier: GPL-3.0-or-later
"""What is said of the picker: its phases, and the reasons that libtorrent gave for asking for a block."""

from starling import formats
from starling.i18n import Counted, translate
from starling.swarm import SHOWN, Phase, Pick, Picking
from starling.ui.swarm.terms import Term


class Picks(Counted):
    """The texts that count."""


def phase(which: Phase) -> tuple[str, str, Term]:
    """Its name, what it asks for, and what explains it."""
    return {
        Phase.NOTHING: ("", "", Term.BLOCK),
        Phase.RANDOM: (
            translate("Picks", "Random first"),
            translate("Picks", "a first piece to trade"),
            Term.RANDOM_FIRST,
        ),
        Phase.RAREST: (
            translate("Picks", "Rarest first"),
            translate("Picks", "what the fewest have"),
            Term.RAREST_FIRST,
        ),
        Phase.SEQUENTIAL: (
            translate("Picks", "In order"),
            translate("Picks", "from the first piece to the last"),
            Term.SEQUENTIAL,
        ),
        Phase.DEADLINE: (
            translate("Picks", "By deadline"),
            translate("Picks", "what is needed soonest"),
            Term.DEADLINE,
        ),
        Phase.ENDGAME: (
            translate("Picks", "Endgame"),
            translate("Picks", "the last blocks, of idle peers too"),
            Term.ENDGAME,
        ),
    }[which]


def pick(why: Pick) -> str:
    """A reason in a word or two."""
    return {
        Pick.PARTIAL: translate("Picks", "partial pieces"),
        Pick.RARE_PARTIAL: translate("Picks", "rarest partial pieces"),
        Pick.RAREST: translate("Picks", "rarest first"),
        Pick.COMMON: translate("Picks", "commonest first"),
        Pick.RANDOM: translate("Picks", "random"),
        Pick.SEQUENTIAL: translate("Picks", "in order"),
        Pick.DEADLINE: translate("Picks", "deadline"),
        Pick.SUGGESTED: translate("Picks", "suggested by the peer"),
        Pick.NEAR: translate("Picks", "near others"),
        Pick.PRIORITY: translate("Picks", "highest priority"),
    }[why]


def reasons(picking: Picking) -> str:
    """The reasons with their blocks, the most first; empty without one."""
    parts = []
    for number, (why, blocks) in enumerate(picking.reasons):
        count = formats.count(blocks) if number else Picks.tr("%n blocks", "", blocks)
        parts.append(translate("Picks", "{reason} {count}").format(reason=pick(why), count=count))
    return ", ".join(parts)


def explained(picking: Picking) -> str:
    """The same for the pointer, with what is not said at once."""
    words = translate("Picks", "By what the picker chose blocks in the last {duration}: {reasons}.")
    parts = [
        words.format(duration=formats.duration(SHOWN), reasons=reasons(picking)),
        translate("Picks", "A choice that went several ways counts under the last of them."),
    ]
    if picking.sampled:
        parts.append(translate("Picks", "More was chosen than was listened to: this is a sample."))
    if any(why is Pick.NEAR for why, _blocks in picking.reasons):
        parts.append(translate("Picks", "Near others: within 4 MiB of pieces begun lately, which disks like."))
    if picking.whole:
        parts.append(Picks.tr("%n of them as whole pieces from one fast peer.", "blocks", picking.whole))
    if picking.left:
        parts.append(Picks.tr("%n blocks were asked of nobody yet.", "", picking.left))
    return "\n".join(parts)


def rarest(picking: Picking) -> str:
    """How many have the rarest piece; empty where that is not known."""
    if picking.rarest is None:
        return ""
    such = Picks.tr("%n such pieces", "", picking.rarest_pieces)
    if not picking.rarest:
        return translate("Picks", "on nobody, {such}").format(such=such)
    copies = Picks.tr("%n copies", "", picking.rarest)
    return translate("Picks", "{copies}, {such}").format(copies=copies, such=such)
