# SPDX-License-Identifier: GPL-3.0-or-later
"""The terms of the field, each explained in a sentence or two: said wherever somebody points at one."""

from enum import Enum

from starling.i18n import translate


class Term(Enum):
    """What is explained."""

    SLOT = "upload slot"
    CHOKE = "choke"
    ROUND = "round"
    OPTIMISTIC = "optimistic unchoke"
    TIT_FOR_TAT = "tit for tat"
    INTERESTED = "interested"
    SNUBBED = "snubbed"
    SEED = "seed"
    RANDOM_FIRST = "random first"
    RAREST_FIRST = "rarest first"
    SEQUENTIAL = "sequential"
    DEADLINE = "deadline"
    ENDGAME = "endgame"
    PARTIAL_FIRST = "partial pieces first"
    BLOCK = "block"
    PIPELINE = "requests in flight"


def explained(term: Term) -> str:
    """What it means, the term itself first."""
    return {
        Term.SLOT: translate(
            "Terms", "Upload slot: the place of a peer that may download from you. There are few, so that each is fast."
        ),
        Term.CHOKE: translate(
            "Terms", "Choke: to send a peer nothing for now. Whoever is choked may ask for nothing until unchoked."
        ),
        Term.ROUND: translate(
            "Terms", "Round: every few seconds it is decided anew who gets a slot; others are choked."
        ),
        Term.OPTIMISTIC: translate(
            "Terms",
            "Optimistic unchoke: a slot given by turns, whatever the peer sends. So newcomers get a first piece to"
            " trade with, and better partners are found.",
        ),
        Term.TIT_FOR_TAT: translate(
            "Terms", "Tit for tat: you upload to those who upload to you, and they do the same."
        ),
        Term.INTERESTED: translate(
            "Terms", "Interested: the other one has pieces that one lacks, and says that it wants them."
        ),
        Term.SNUBBED: translate(
            "Terms",
            "Snubbed: the peer let you ask, and has sent nothing for long. As long as it sends nothing, those who"
            " send go first when slots are given.",
        ),
        Term.SEED: translate("Terms", "Seed: a peer that has everything, and wants nothing."),
        Term.RANDOM_FIRST: translate(
            "Terms",
            "Random first: as long as you have next to nothing, any piece will do that comes soon, for you need"
            " something to trade.",
        ),
        Term.RAREST_FIRST: translate(
            "Terms",
            "Rarest first: of the pieces that you lack, ask for those that the fewest peers have. So none dies out,"
            " and you have what others want.",
        ),
        Term.SEQUENTIAL: translate(
            "Terms", "Sequential: piece after piece from the first one on, as somebody reads or watches them."
        ),
        Term.DEADLINE: translate(
            "Terms", "Deadline: pieces that are needed at a certain time come before all others, as for playing."
        ),
        Term.ENDGAME: translate(
            "Terms",
            "Endgame: every block that is left was asked for. A peer with nothing else to send is then asked for one"
            " of them too, so that a slow one does not hold up the end; what comes twice is thrown away.",
        ),
        Term.PARTIAL_FIRST: translate(
            "Terms",
            "Partial pieces first: what is begun is finished, for only whole pieces can be verified and traded.",
        ),
        Term.BLOCK: translate("Terms", "Block: what is asked for at a time, 16 KiB of a piece."),
        Term.PIPELINE: translate(
            "Terms",
            "Requests in flight: blocks asked for and not here yet. With too few of them a peer that is far away has to"
            " wait for the next one to arrive.",
        ),
    }[term]
