# SPDX-License-Identifier: GPL-3.0-or-later
"""What a peer does now, in words, where the facts leave no doubt."""

from enum import Enum
from typing import NamedTuple

from starling.i18n import translate
from starling.peer import Peer
from starling.ui.theme import Token

MOVING = 1000
"""Bytes/s from which a rate is shown at all, and a peer counts as sending."""


class Doing(Enum):
    """The verdicts, those that move data first."""

    TRADES = 0
    SENDS = 1
    GETS = 2
    SNUBBED = 3
    SILENT = 4
    WAITS = 5
    CHOKES = 6
    USELESS = 7
    IDLE = 8
    CONNECTING = 9
    UNCLEAR = 10


class Verdict(NamedTuple):
    """One of them, with its words and colour; the words are empty where nothing is certain."""

    doing: Doing
    words: str
    token: Token = Token.MUTED


def of(peer: Peer, *, complete: bool) -> Verdict:
    """The verdict on a peer; `complete` says that we want nothing from anybody."""
    if peer.connecting:
        return Verdict(Doing.CONNECTING, translate("Verdicts", "Connecting"))
    down, up = peer.down >= MOVING, peer.up >= MOVING
    if down and up:
        return Verdict(Doing.TRADES, translate("Verdicts", "Trades with us"), Token.TEXT)
    if down:
        return Verdict(Doing.SENDS, translate("Verdicts", "Sends to us"), Token.TEXT)
    if up:
        return Verdict(Doing.GETS, translate("Verdicts", "We send to it"), Token.TEXT)
    if peer.snubbed:
        return Verdict(Doing.SNUBBED, translate("Verdicts", "Snubbed: promised data, sends none"), Token.WARN)
    if not complete and not peer.we_want:
        return Verdict(Doing.USELESS, translate("Verdicts", "Has nothing we need"))
    if peer.they_want and peer.we_choke:
        return Verdict(Doing.WAITS, translate("Verdicts", "Waits for a slot of ours"))
    if peer.we_want and peer.they_choke:
        return Verdict(Doing.CHOKES, translate("Verdicts", "Chokes us"))
    if peer.we_want and peer.requests_out:
        return Verdict(Doing.SILENT, translate("Verdicts", "Asked, nothing came yet"))
    if complete and not peer.they_want:
        return Verdict(Doing.IDLE, translate("Verdicts", "Wants nothing from us"))
    return Verdict(Doing.UNCLEAR, "")
