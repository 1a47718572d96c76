# SPDX-License-Identifier: GPL-3.0-or-later
"""The columns of the peers table for who wants to know more: shares, durations, and how a peer is connected."""

from collections.abc import Callable

from starling import formats
from starling.i18n import translate
from starling.peer import Encryption
from starling.ui.column import Align, Column, Unit
from starling.ui.details import peer_words
from starling.ui.details.peer_row import PeerRow
from starling.ui.theme import Token


def columns() -> list[Column[PeerRow]]:
    """All of them hidden."""
    return [
        _share(
            "relevance",
            translate("Peers", "Relevance"),
            lambda row: row.peer.holding.relevance if row.peer.holding else None,
            translate("Peers", "How much it has of what we want and miss."),
        ),
        _share(
            "contribution",
            translate("Peers", "Contribution"),
            lambda row: row.peer.contribution,
            translate("Peers", "Share of what it has that came from us."),
        ),
        Column(
            key="own_rate",
            title=translate("Peers", "Its own rate"),
            value=lambda row: row.peer.own_rate or None,
            text=lambda row: formats.rate(row.peer.own_rate or 0),
            width=90,
            align=Align.RIGHT,
            hidden=True,
            unit=Unit.RATE,
            help=translate("Peers", "How fast it downloads, from everybody: told from the pieces it completes."),
        ),
        Column(
            key="source",
            title=translate("Peers", "Known by"),
            value=lambda row: peer_words.source(row.peer.source),
            text=lambda row: peer_words.source(row.peer.source),
            width=120,
            hidden=True,
            help=translate(
                "Peers", "Every way by which we know of it by now; the flags H, X and L tell how it was found first."
            ),
        ),
        Column(
            key="connection",
            title=translate("Peers", "Connection"),
            value=lambda row: row.peer.transport.value,
            text=lambda row: peer_words.connection(row.peer),
            width=84,
            hidden=True,
            help=translate("Peers", "TCP, µTP, which gives way to other traffic, or the web for a web seed."),
        ),
        Column(
            key="encryption",
            title=translate("Peers", "Encryption"),
            value=lambda row: list(Encryption).index(row.peer.encryption) or None,
            text=lambda row: peer_words.encryption(row.peer),
            width=110,
            hidden=True,
            help=translate("Peers", "What of the connection is encrypted. It hides the traffic, not who you are."),
        ),
        _lasting(
            "connected",
            translate("Peers", "Connected for"),
            lambda row: row.peer.since,
            translate("Peers", "How long the connection has lasted."),
        ),
        _lasting(
            "waited",
            translate("Peers", "Waited"),
            lambda row: row.peer.waiting_since,
            translate("Peers", "How long we have wanted its pieces and got nothing."),
        ),
        Column(
            key="hash_fails",
            title=translate("Peers", "Hash fails"),
            value=lambda row: row.peer.hash_fails or None,
            text=lambda row: formats.count(row.peer.hash_fails) if row.peer.hash_fails else "",
            width=76,
            align=Align.RIGHT,
            colour=Token.ERR,
            hidden=True,
            help=translate("Peers", "Pieces with blocks from it that failed their hash check."),
        ),
    ]


def _share(key: str, title: str, share: Callable[[PeerRow], float | None], about: str) -> Column[PeerRow]:
    def text(row: PeerRow) -> str:
        part = share(row)
        return formats.percent(part) if part else ""

    return Column(
        key=key,
        title=title,
        value=lambda row: share(row) or None,
        text=text,
        width=84,
        align=Align.RIGHT,
        hidden=True,
        unit=Unit.FRACTION,
        help=about,
    )


def _lasting(key: str, title: str, since: Callable[[PeerRow], float | None], about: str) -> Column[PeerRow]:
    def text(row: PeerRow) -> str:
        seconds = row.lasted(since(row))
        return "" if seconds is None else formats.duration(seconds)

    return Column(
        key=key,
        title=title,
        value=lambda row: row.lasted(since(row)),
        text=text,
        width=96,
        align=Align.RIGHT,
        hidden=True,
        unit=Unit.SECONDS,
        help=about,
    )
