# SPDX-License-Identifier: GPL-3.0-or-later
"""The columns of the peers table that are shown at first, and those of who a peer is; the others beside it."""

import ipaddress
from functools import lru_cache

from starling import formats
from starling.i18n import translate
from starling.ui.column import Align, Column, Export, Unit, Weight, natural
from starling.ui.details import peer_cells, peer_more_columns, peer_words, verdict_tips
from starling.ui.details.peer_row import PeerRow
from starling.ui.theme import Token

NARROW = ("up", "down", "percent", "flags", "address", "country", "client", "now")
"""What is shown in a narrow window, in Transmission's order."""
NARROW_WIDTHS = {"up": 78, "down": 98}
"""Without room for sparklines, with that for the arrow of what is sorted by."""


def columns() -> list[Column[PeerRow]]:
    """Every column, those that are hidden at first included."""
    return [*_who(), *_what(), *peer_more_columns.columns()]


def _who() -> list[Column[PeerRow]]:
    return [
        Column(
            key="address",
            title=translate("Peers", "Address"),
            value=lambda row: address_order(row.peer.address),
            text=lambda row: row.peer.address,
            width=138,
            tooltip=peer_words.tip_of_address,
            help=translate("Peers", "Where the peer is. The port has a column of its own."),
        ),
        Column(
            key="port",
            title=translate("Peers", "Port"),
            value=lambda row: row.peer.port,
            text=lambda row: str(row.peer.port),
            width=62,
            align=Align.RIGHT,
            hidden=True,
            help=translate("Peers", "The port of the connection. Of an incoming one it is not where the peer listens."),
        ),
        Column(
            key="country",
            title=translate("Peers", "Country"),
            bare=True,
            value=lambda row: row.peer.country,
            text=lambda row: row.peer.country,
            width=42,
            paint=peer_cells.country,
            tooltip=peer_words.tip_of_country,
            spoken=peer_words.tip_of_country,
            help=translate("Peers", "The country of the address, from a database on this computer."),
        ),
        Column(
            key="host",
            title=translate("Peers", "Host name"),
            value=lambda row: natural(".".join(reversed(row.peer.host.split(".")))),
            text=lambda row: row.peer.host,
            width=190,
            help=translate("Peers", "The name of the address, sorted by its end. Looked up only if you ask for it."),
        ),
        Column(
            key="client",
            title=translate("Peers", "Client"),
            value=lambda row: natural(peer_words.client(row.peer)),
            text=lambda row: peer_words.client(row.peer),
            width=144,
            colour=lambda row: Token.MUTED if row.peer.client.startswith("-") else Token.TEXT,
            tooltip=peer_words.tip_of_client,
            help=translate("Peers", "The program, as it calls itself; of an unknown one the beginning of its peer-id."),
        ),
        Column(
            key="id",
            title=translate("Peers", "Peer-id"),
            value=lambda row: natural(row.peer.id),
            text=lambda row: row.peer.id,
            width=84,
            hidden=True,
            help=translate("Peers", "The beginning of the id it chose for itself, as it came over the wire."),
        ),
    ]


def _what() -> list[Column[PeerRow]]:
    return [
        Column(
            key="flags",
            title=translate("Peers", "Flags"),
            value=lambda row: row.string,
            text=lambda row: row.string,
            width=124,
            paint=peer_cells.flags,
            tooltip=peer_words.tip_of_flags,
            spoken=peer_words.spoken_flags,
            help=translate("Peers", "How we and the peer stand, a letter each: see the line below the table."),
        ),
        Column(
            key="percent",
            title="%",
            value=lambda row: row.peer.progress,
            text=peer_cells.percent,
            width=100,
            align=Align.RIGHT,
            paint=peer_cells.pieces,
            extra=60,
            unit=Unit.FRACTION,
            tooltip=peer_words.tip_of_pieces,
            spoken=peer_words.spoken_pieces,
            help=translate(
                "Peers",
                "How much of the torrent the peer has, and where: a thin line for pieces we have too, "
                "all of the height for pieces that we miss.",
            ),
        ),
        Column(
            key="down",
            title=translate("Peers", "Down"),
            value=lambda row: row.peer.down,
            text=lambda row: formats.rate(row.peer.down),
            width=128,
            align=Align.RIGHT,
            colour=Token.DOWN,
            weight=Weight.MEDIUM,
            unit=Unit.RATE,
            paint=peer_cells.rate(
                lambda row: row.peer.down,
                lambda row: row.peer.rates.down,
                lambda row: row.peer.down_limit,
                Token.DOWN,
            ),
            spoken=peer_words.spoken_down,
            extra=peer_cells.SPARK + peer_cells.SPARK_GAP,
            tooltip=peer_words.tip_of_down,
            help=translate("Peers", "What it sends us now, and over the last two minutes. ≤ marks a limit of ours."),
        ),
        Column(
            key="up",
            title=translate("Peers", "Up"),
            value=lambda row: row.peer.up,
            text=lambda row: formats.rate(row.peer.up),
            width=116,
            align=Align.RIGHT,
            colour=Token.UP,
            weight=Weight.MEDIUM,
            unit=Unit.RATE,
            paint=peer_cells.rate(
                lambda row: row.peer.up, lambda row: row.peer.rates.up, lambda row: row.peer.up_limit, Token.UP
            ),
            spoken=peer_words.spoken_up,
            extra=peer_cells.SPARK + peer_cells.SPARK_GAP,
            tooltip=peer_words.tip_of_up,
            help=translate("Peers", "What we send it now, and over the last two minutes. ≤ marks a limit of ours."),
        ),
        Column(
            key="requests",
            title=translate("Peers", "Out | in", "requests we sent, requests we got"),
            value=lambda row: row.peer.requests_out + row.peer.requests_in or None,
            text=_requests,
            width=76,
            align=Align.CENTRE,
            falling=True,
            paint=peer_cells.requests,
            spare=True,
            exports=(
                Export(translate("Peers", "Requests out"), lambda row: row.peer.requests_out),
                Export(translate("Peers", "Requests in"), lambda row: row.peer.requests_in),
            ),
            spoken=peer_words.spoken_requests,
            help=translate("Peers", "Blocks we asked it for, and blocks it asked us for, not answered yet."),
        ),
        Column(
            key="got",
            title=translate("Peers", "Got"),
            value=lambda row: row.peer.downloaded or None,
            text=lambda row: formats.size(row.peer.downloaded) if row.peer.downloaded else "",
            width=80,
            align=Align.RIGHT,
            spare=True,
            unit=Unit.BYTES,
            help=translate("Peers", "What it gave us since it is connected."),
        ),
        Column(
            key="given",
            title=translate("Peers", "Given"),
            value=lambda row: row.peer.uploaded or None,
            text=lambda row: formats.size(row.peer.uploaded) if row.peer.uploaded else "",
            width=80,
            align=Align.RIGHT,
            hidden=True,
            unit=Unit.BYTES,
            help=translate("Peers", "What we gave it since it is connected."),
        ),
        Column(
            key="now",
            title=translate("Peers", "What it does now"),
            value=lambda row: (row.verdict.doing.value, row.verdict.order),
            text=lambda row: row.verdict.words,
            width=180,
            stretch=True,
            colour=lambda row: row.verdict.token,
            tooltip=verdict_tips.tip,
            help=translate("Peers", "What can be told from the facts for certain, with how long it has been so."),
        ),
    ]


@lru_cache(maxsize=4096)
def address_order(address: str) -> tuple[int, int, str]:
    """IPv4 by number, then IPv6, then names (of web seeds)."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return 9, 0, natural(address)
    return found.version, int(found), ""


def _requests(row: PeerRow) -> str:
    peer = row.peer
    return f"{peer.requests_out} | {peer.requests_in}" if peer.requests_out or peer.requests_in else ""
