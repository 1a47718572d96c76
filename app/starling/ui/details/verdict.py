# SPDX-License-Identifier: GPL-3.0-or-later
"""What a peer does now, in words, where the facts leave no doubt."""

from enum import Enum
from typing import NamedTuple

from starling import formats
from starling.i18n import translate
from starling.peer import Peer
from starling.ui.theme import Token

MOVING = 1000
"""Bytes/s from which a rate is shown at all, and a peer counts as sending."""
_HELD = 0.85
"""Share of our own limit from which it is what holds a peer back."""
_JUST = 5
"""Seconds below which nothing is said to last."""


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
    order: int = 0
    """Among those of the same kind: slots by number, waiting by seconds."""


def of(
    peer: Peer, *, complete: bool, metadata: bool = True, slot: int | None = None, now: float | None = None
) -> Verdict:
    """The verdict on a peer.

    `complete` says that we want nothing from anybody, `metadata` that we know what there is to want; `slot` is the
    number of the upload slot it has, `now` the Unix moment from which durations are counted.
    """
    if peer.connecting:
        return Verdict(Doing.CONNECTING, translate("Verdicts", "Connecting"))
    down, up = peer.down >= MOVING, peer.up >= MOVING
    if down or up:
        return _moving(peer, down=down, up=up, slot=slot)
    if peer.optimistic and peer.they_want and not peer.we_choke:
        return Verdict(Doing.GETS, translate("Verdicts", "Optimistic slot, takes nothing yet"), Token.TEXT)
    if peer.snubbed and peer.we_want:
        return _snubbed(_lasted(peer.waiting_since, now))
    if not metadata:
        return Verdict(Doing.UNCLEAR, "")
    if not complete and not peer.we_want:
        return Verdict(Doing.USELESS, translate("Verdicts", "Has nothing we need yet"))
    if peer.they_want and peer.we_choke:
        return Verdict(Doing.WAITS, translate("Verdicts", "Waits for a slot of ours"))
    if peer.we_want and peer.they_choke:
        return _chokes(_lasted(peer.choked_since, now), _lasted(peer.since, now))
    if peer.we_want and peer.requests_out:
        return _silent(_lasted(peer.waiting_since, now))
    if complete and not peer.they_want:
        words = translate("Verdicts", "Has everything too") if peer.seed else translate("Verdicts", "Wants nothing now")
        return Verdict(Doing.IDLE, words)
    return Verdict(Doing.UNCLEAR, "")


def _moving(peer: Peer, *, down: bool, up: bool, slot: int | None) -> Verdict:
    order = slot or 0
    if up and peer.optimistic:
        words = (
            translate("Verdicts", "Optimistic slot, and sends") if down else translate("Verdicts", "Optimistic slot")
        )
        return Verdict(Doing.TRADES if down else Doing.GETS, words, Token.TEXT)
    if down and up:
        if slot:
            words = translate("Verdicts", "Trades with us, slot {number}").format(number=formats.count(slot))
        else:
            words = translate("Verdicts", "Trades with us")
        return Verdict(Doing.TRADES, words, Token.TEXT, order)
    if down:
        if peer.down_limit and peer.down >= _HELD * peer.down_limit:
            # The figure first: the column may be narrow.
            words = translate("Verdicts", "≤ {limit}: sends as fast as our limit for it allows")
            words = words.format(limit=formats.limit(peer.down_limit))
        elif peer.endgame:
            words = translate("Verdicts", "Sends us the last blocks")
        else:
            words = translate("Verdicts", "Sends to us")
        return Verdict(Doing.SENDS, words, Token.TEXT)
    if peer.up_limit and peer.up >= _HELD * peer.up_limit:
        words = translate("Verdicts", "≤ {limit}: takes as much as our limit for it allows")
        words = words.format(limit=formats.limit(peer.up_limit))
    elif slot:
        words = translate("Verdicts", "We send to it, slot {number}").format(number=formats.count(slot))
    else:
        words = translate("Verdicts", "We send to it")
    return Verdict(Doing.GETS, words, Token.TEXT, order)


def _snubbed(seconds: int | None) -> Verdict:
    if not seconds:
        return Verdict(Doing.SNUBBED, translate("Verdicts", "Snubbed: promised data, sends none"), Token.WARN)
    words = translate("Verdicts", "Snubbed: sent nothing for {duration}")
    return Verdict(Doing.SNUBBED, words.format(duration=formats.duration(seconds)), Token.WARN, seconds)


def _chokes(seconds: int | None, connected: int | None) -> Verdict:
    if connected is not None and connected < _JUST:
        return Verdict(Doing.CHOKES, translate("Verdicts", "Chokes us, just connected"))
    if seconds is None or seconds < _JUST:
        return Verdict(Doing.CHOKES, translate("Verdicts", "Chokes us"))
    words = translate("Verdicts", "Chokes us, {duration}")
    return Verdict(Doing.CHOKES, words.format(duration=formats.duration(seconds, coarse=True)), order=seconds)


def _silent(seconds: int | None) -> Verdict:
    if seconds is None or seconds < _JUST:
        return Verdict(Doing.SILENT, translate("Verdicts", "Asked, nothing came yet"))
    words = translate("Verdicts", "Asked, nothing came for {duration}")
    return Verdict(Doing.SILENT, words.format(duration=formats.duration(seconds)), order=seconds)


def _lasted(since: float | None, now: float | None) -> int | None:
    return None if since is None or now is None else max(0, int(now - since))
