# SPDX-License-Identifier: GPL-3.0-or-later
"""What is said of pieces that nobody else has: in the Swarm tab, and before a torrent is stopped."""

from starling import formats
from starling.i18n import Counted, translate
from starling.rarity import Rarity


class Rare(Counted):
    """Texts that count."""


def warning(rarity: Rarity) -> str:
    """Why the swarm can't complete without us."""
    if rarity.pieces >= rarity.held:
        if rarity.told:
            return translate(
                "Rare",
                "Nobody else who is connected has anything yet, and the trackers know no other seed: if you stop, the"
                " swarm can't complete.",
            )
        return translate(
            "Rare",
            "Nobody else who is connected has anything yet, and no other seed is known: if you stop, the swarm may"
            " never complete.",
        )
    if rarity.told:
        return Rare.tr(
            "%n pieces are on nobody else who is connected, and the trackers know no other seed: if you stop, the swarm"
            " can't complete.",
            "",
            rarity.pieces,
        )
    return Rare.tr(
        "%n pieces are on nobody else who is connected, and no other seed is known: if you stop, the swarm may never"
        " complete.",
        "",
        rarity.pieces,
    )


def told(rarity: Rarity) -> str:
    """What is known of a swarm that we seed to, whether it needs us or not."""
    if rarity.last_copy:
        return warning(rarity)
    if not rarity.peers:
        return translate("Rare", "Nobody is connected, so nobody says which pieces others have.")
    if not rarity.certain:
        return Rare.tr(
            "%n pieces at most are on nobody else who is connected: there are too many peers to look at all of them.",
            "",
            rarity.pieces,
        )
    if not rarity.pieces:
        return translate("Rare", "Every piece is on somebody else who is connected too.")
    seeds = Rare.tr("%n other seeds are known, which have them.", "", rarity.seeds)
    return f"{Rare.tr('%n pieces are on nobody else who is connected.', '', rarity.pieces)} {seeds}"


def share(rarity: Rarity) -> str:
    """How many of ours they are."""
    return translate("Rare", "{count} of {all} pieces").format(
        count=formats.count(rarity.pieces), all=formats.count(rarity.held)
    )
