# SPDX-License-Identifier: GPL-3.0-or-later
"""The columns of the peers table, with the cells it paints itself: flags in slots, progress, requests."""

import ipaddress
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from starling import flags, formats
from starling.i18n import translate
from starling.peer import Encryption, Peer, Source
from starling.ui.cells import Context, draw_bar, draw_text
from starling.ui.column import Align, Column, Weight, natural
from starling.ui.details.verdict import Verdict
from starling.ui.theme import Token

NARROW = ("up", "down", "percent", "flags", "address", "client", "now")
"""What is shown in a narrow window, in Transmission's order."""

_SLOT = 12
_NUMBER = 36
_FIGURE = 30
_LOOKS = {"D": (Token.DOWN, Weight.BOLD), "U": (Token.UP, Weight.BOLD), "O": (Token.UP, Weight.BOLD)}
_LOOKS |= {"S": (Token.WARN, Weight.BOLD), "F": (Token.ERR, Weight.BOLD)}
_LOOKS |= dict.fromkeys("du?", (Token.MUTED, Weight.NORMAL))


class PeerRow(NamedTuple):
    """A peer and what is to be said of it."""

    peer: Peer
    verdict: Verdict


def flag_look(letter: str) -> tuple[Token, Weight]:
    """Colour and weight of a flag."""
    return _LOOKS.get(letter, (Token.TEXT, Weight.MEDIUM))


def columns() -> list[Column[PeerRow]]:
    """Every column, those that are hidden at first included."""
    return [
        Column(
            key="address",
            title=translate("Peers", "Address"),
            value=lambda row: _address_order(row.peer.address),
            text=lambda row: row.peer.address,
            width=138,
            tooltip=lambda row: f"{row.peer.address} · {row.peer.port}",
        ),
        Column(
            key="port",
            title=translate("Peers", "Port"),
            value=lambda row: row.peer.port,
            text=lambda row: str(row.peer.port),
            width=56,
            align=Align.RIGHT,
            hidden=True,
        ),
        Column(
            key="client",
            title=translate("Peers", "Client"),
            value=lambda row: natural(row.peer.client),
            text=lambda row: row.peer.client,
            width=144,
            colour=lambda row: Token.MUTED if row.peer.client.startswith("-") else Token.TEXT,
        ),
        Column(
            key="flags",
            title=translate("Peers", "Flags"),
            value=lambda row: flags.letters(row.peer),
            text=lambda row: flags.letters(row.peer),
            width=124,
            paint=_paint_flags,
            tooltip=_explain,
            spoken=lambda row: ", ".join(flag.legend() for flag in flags.of(row.peer)),
        ),
        Column(
            key="percent",
            title="%",
            value=lambda row: row.peer.progress,
            text=_percent,
            width=100,
            align=Align.RIGHT,
            paint=_paint_progress,
            extra=60,
            spoken=lambda row: formats.percent(row.peer.progress),
            help=translate("Peers", "How much of the torrent the peer has."),
        ),
        Column(
            key="down",
            title=translate("Peers", "Down"),
            value=lambda row: row.peer.down,
            text=lambda row: formats.rate(row.peer.down),
            width=88,
            align=Align.RIGHT,
            colour=Token.DOWN,
            weight=Weight.MEDIUM,
        ),
        Column(
            key="up",
            title=translate("Peers", "Up"),
            value=lambda row: row.peer.up,
            text=lambda row: formats.rate(row.peer.up),
            width=84,
            align=Align.RIGHT,
            colour=Token.UP,
            weight=Weight.MEDIUM,
        ),
        Column(
            key="requests",
            title=translate("Peers", "Out | in", "requests we sent, requests we got"),
            value=lambda row: row.peer.requests_out + row.peer.requests_in or None,
            text=_requests,
            width=76,
            align=Align.CENTRE,
            falling=True,
            paint=_paint_requests,
            help=translate("Peers", "Blocks we asked it for, and blocks it asked us for, not answered yet."),
        ),
        Column(
            key="got",
            title=translate("Peers", "Got"),
            value=lambda row: row.peer.downloaded,
            text=lambda row: formats.size(row.peer.downloaded) if row.peer.downloaded else "",
            width=80,
            align=Align.RIGHT,
            help=translate("Peers", "What it gave us since it is connected."),
        ),
        Column(
            key="given",
            title=translate("Peers", "Given"),
            value=lambda row: row.peer.uploaded,
            text=lambda row: formats.size(row.peer.uploaded) if row.peer.uploaded else "",
            width=80,
            align=Align.RIGHT,
            help=translate("Peers", "What we gave it since it is connected."),
        ),
        Column(
            key="now",
            title=translate("Peers", "What it does now"),
            value=lambda row: row.verdict.doing.value,
            text=lambda row: row.verdict.words,
            width=180,
            stretch=True,
            colour=lambda row: row.verdict.token,
        ),
        Column(
            key="source",
            title=translate("Peers", "Source"),
            value=lambda row: source_words(row.peer.source),
            text=lambda row: source_words(row.peer.source),
            width=120,
            hidden=True,
            help=translate("Peers", "How we learned of it."),
        ),
        Column(
            key="connection",
            title=translate("Peers", "Connection"),
            value=lambda row: row.peer.transport.value,
            text=lambda row: row.peer.transport.value,
            width=84,
            hidden=True,
        ),
        Column(
            key="encryption",
            title=translate("Peers", "Encryption"),
            value=lambda row: list(Encryption).index(row.peer.encryption) or None,
            text=_encryption,
            width=110,
            hidden=True,
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


def source_words(source: Source) -> str:
    """Where we learned of a peer."""
    words = {
        Source.TRACKER: translate("Peers", "tracker"),
        Source.DHT: translate("Peers", "DHT"),
        Source.PEX: translate("Peers", "PEX"),
        Source.LSD: translate("Peers", "local network"),
        Source.RESUME: translate("Peers", "last time"),
        Source.INCOMING: translate("Peers", "it called us"),
    }
    return ", ".join(word for bit, word in words.items() if bit in source)


@lru_cache(maxsize=4096)
def _address_order(address: str) -> tuple[int, int, str]:
    """IPv4 by number, then IPv6, then names (of web seeds)."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return 9, 0, natural(address)
    return found.version, int(found), ""


def _encryption(row: PeerRow) -> str:
    words = {
        Encryption.HANDSHAKE: translate("Peers", "handshake only"),
        Encryption.FULL: translate("Peers", "encrypted"),
    }
    return words.get(row.peer.encryption, "")


def _percent(row: PeerRow) -> str:
    """Whole percent, cut: a peer that lacks a piece has not 100."""
    # The float 0.29 is a little less than 0.29.
    return str(int(row.peer.progress * 100 + 1e-9))


def _requests(row: PeerRow) -> str:
    peer = row.peer
    return f"{peer.requests_out} | {peer.requests_in}" if peer.requests_out or peer.requests_in else ""


def _explain(row: PeerRow) -> str:
    words = [
        f"{flag.letter}\N{EN SPACE}{words}"
        for flag, words in zip(flags.of(row.peer), flags.explain(row.peer), strict=True)
    ]
    if source := source_words(row.peer.source):
        words.append(translate("Peers", "Source: {source}").format(source=source))
    return "\n".join(words)


def _paint_flags(painter: QPainter, rect: QRect, row: PeerRow, ctx: Context) -> None:
    slot = ctx.px(_SLOT)
    for flag in flags.of(row.peer):
        left = rect.left() + flag.slot * slot
        if left + slot > rect.right() + 1:
            break
        token, weight = flag_look(flag.letter)
        painter.setFont(ctx.fonts[weight])
        painter.setPen(ctx.colours[token])
        painter.drawText(QRect(left, rect.top(), slot, rect.height()), int(Qt.AlignmentFlag.AlignCenter), flag.letter)


def _paint_progress(painter: QPainter, rect: QRect, row: PeerRow, ctx: Context) -> None:
    slot = ctx.px(_NUMBER)
    token = Token.OK if row.peer.progress >= 1 else Token.HAVE
    draw_bar(painter, rect.adjusted(0, 0, -slot, 0), row.peer.progress, ctx, token)
    draw_text(painter, rect.adjusted(rect.width() - slot, 0, 0, 0), _percent(row), ctx, align=Align.RIGHT)


def _paint_requests(painter: QPainter, rect: QRect, row: PeerRow, ctx: Context) -> None:
    peer = row.peer
    if not peer.requests_out and not peer.requests_in:
        return
    middle, gap = rect.center().x(), ctx.px(6)
    side = ctx.px(_FIGURE)
    left = QRect(middle - gap - side, rect.top(), side, rect.height())
    right = QRect(middle + gap + 1, rect.top(), side, rect.height())
    draw_text(painter, left, str(peer.requests_out), ctx, align=Align.RIGHT)
    draw_text(painter, right, str(peer.requests_in), ctx)
    height = ctx.px(12)
    painter.fillRect(middle, rect.top() + (rect.height() - height) // 2, 1, height, ctx.theme.faint)
