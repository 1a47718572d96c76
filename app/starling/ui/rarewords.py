# SPDX-License-Identifier: GPL-3.0-or-later
"""What is said of pieces that nobody else has: in the Swarm tab, and before a torrent is stopped."""

from collections.abc import Sequence

from starling import formats
from starling.i18n import Counted, translate
from starling.rarity import Rarity
from starling.spelling import shortened, shown
from starling.torrent import Torrent

_LISTED, _NAME = 5, 60


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


def warnings(found: Sequence[tuple[Torrent, Rarity]]) -> str:
    """The same of several, which are named; empty without any."""
    if len(found) < 2:
        return "".join(warning(rarity) for _, rarity in found)
    lines = [
        Rare.tr(
            "%n torrents have pieces that nobody else has who is connected, and no other seed is known: if you stop,"
            " their swarms may never complete.",
            "",
            len(found),
        )
    ]
    lines += [f"{shortened(shown(torrent.name), _NAME)} – {share(rarity)}" for torrent, rarity in found[:_LISTED]]
    if len(found) > _LISTED:
        lines.append(Rare.tr("and %n more", "", len(found) - _LISTED))
    return "\n".join(lines)


def reached(found: Sequence[tuple[Torrent, Rarity]]) -> str:
    """What is told where a seeding goal has stopped them already."""
    if len(found) == 1:
        ((torrent, rarity),) = found
        return Rare.tr(
            "“{name}” has reached its seeding goal, but %n of its pieces are on nobody else who was connected, and no"
            " other seed is known: the swarm may never complete.",
            "",
            rarity.pieces,
        ).format(name=shortened(shown(torrent.name), _NAME))
    return Rare.tr(
        "%n torrents have reached their seeding goals, but some of their pieces are on nobody else who was connected,"
        " and no other seed is known: their swarms may never complete.",
        "",
        len(found),
    )


def told(rarity: Rarity) -> str:
    """What is known of a swarm that we seed to, whether it needs us or not."""
    if rarity.last_copy:
        return warning(rarity)
    if not rarity.peers:
        return translate("Rare", "Nobody is connected, so nobody says which pieces others have.")
    if not rarity.certain:
        return Rare.tr(
            "%n pieces at most are on nobody else who is connected: not all peers have told yet what they have.",
            "",
            rarity.pieces,
        )
    if not rarity.pieces:
        return translate("Rare", "Every piece is on somebody else who is connected too.")
    seeds = Rare.tr("%n other seeds are known, which have them.", "", rarity.seeds)
    alone = Rare.tr("%n pieces are on nobody else who is connected.", "", rarity.pieces)
    return f"{alone} {seeds}"


def share(rarity: Rarity) -> str:
    """How many of ours they are."""
    return translate("Rare", "{count} of {all} pieces").format(
        count=formats.count(rarity.pieces), all=formats.count(rarity.held)
    )
