# SPDX-License-Identifier: GPL-3.0-or-later
"""What a peer does now, in words, where the facts leave no doubt."""

from enum import Enum
from typing import NamedTuple

from starling import formats
from starling.i18n import translate
from starling.peer import Channel, Peer
from starling.ui.theme import Token

MOVING = 1000
"""Bytes/s from which a rate is shown at all, and a peer counts as sending."""
_HELD = 0.85
"""Share of our own limit from which it is what holds a peer back."""
_JUST = 5
"""Seconds below which nothing is said to last."""
_FEW = 2
"""Requests in flight with which a peer that sends has next to nothing left to send."""
_AHEAD = 1.0
"""Seconds at its rate for which enough is asked of it, whatever the way between: hardly any round trip is longer."""


class Doing(Enum):
    """The verdicts, those that move data first."""

    TRADES = 0
    SENDS = 1
    GETS = 2
    HELD = 3
    """It could send or take, and we let it wait: for a limit of ours or for our disk."""
    SNUBBED = 4
    SILENT = 5
    WAITS = 6
    CHOKES = 7
    USELESS = 8
    IDLE = 9
    CONNECTING = 10
    UNCLEAR = 11


class Pace(Enum):
    """What holds back the stream of data that a peer sends or takes, as far as that can be proved."""

    OPEN = "open"
    """Nothing can be told for certain."""
    OWN_LIMIT = "own limit"
    """Our limit for its address."""
    LIMIT = "limit"
    """Another limit here: one of ours, or that by which libtorrent keeps TCP from crowding out µTP."""
    DISK = "disk"
    """Our disk."""
    ASKING = "asking"
    """It has sent nearly all that it was asked for."""
    PEER = "peer"
    """Much more is asked of it than it sends: its limits, its other peers, or the way between."""


class Verdict(NamedTuple):
    """One of them, with its words and colour; the words are empty where nothing is certain."""

    doing: Doing
    words: str
    token: Token = Token.MUTED
    order: int = 0
    """Among those of the same kind: slots by number, waiting by seconds."""


def pace(peer: Peer) -> tuple[Pace, Pace]:
    """What holds it back in sending to us, and us in sending to it."""
    return _pace_down(peer), _pace_up(peer)


def _pace_down(peer: Peer) -> Pace:
    if not peer.requests_out and peer.down < MOVING:
        return Pace.OPEN
    if peer.down_limit and peer.down >= _HELD * peer.down_limit:
        return Pace.OWN_LIMIT
    if peer.reading in _OURS:
        return _OURS[peer.reading]
    if peer.down < MOVING:
        return Pace.OPEN
    # libtorrent never asks for fewer than two blocks: of a slow peer they are a lot.
    if peer.queue_bytes >= _AHEAD * peer.down:
        return Pace.PEER
    return Pace.ASKING if peer.requests_out and peer.requests_out <= _FEW and not peer.endgame else Pace.OPEN


def _pace_up(peer: Peer) -> Pace:
    if peer.up_limit and peer.up >= _HELD * peer.up_limit:
        return Pace.OWN_LIMIT
    return _OURS.get(peer.writing, Pace.OPEN)


_OURS = {Channel.LIMIT: Pace.LIMIT, Channel.DISK: Pace.DISK}


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
    # The mark stays until a block comes, also when it chokes us meanwhile.
    if peer.snubbed and peer.we_want and not peer.they_choke:
        return _snubbed(_lasted(peer.waiting_since, now))
    if not metadata:
        return Verdict(Doing.UNCLEAR, "")
    if held := _held(peer):
        return held
    # With a disk that failed we want nothing of anybody, whatever a peer has.
    if not complete and not peer.we_want and not (peer.holding and peer.holding.relevance):
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
    # What was sent a moment ago counts for seconds, and who is choked by now trades no more.
    if down and up and peer.we_choke:
        up = False
    if down and up:
        if slot:
            words = translate("Verdicts", "Trades with us, slot {number}").format(number=formats.count(slot))
        else:
            words = translate("Verdicts", "Trades with us")
        return Verdict(Doing.TRADES, words, Token.TEXT, order)
    if down:
        return Verdict(Doing.SENDS, _sending(peer), Token.TEXT)
    held = _pace_up(peer)
    if held is Pace.OWN_LIMIT:
        words = translate("Verdicts", "≤ {limit}: takes as much as our limit for it allows")
        words = words.format(limit=formats.limit(peer.up_limit))
    elif held is Pace.LIMIT:
        words = translate("Verdicts", "Held back by a rate limit here")
    elif held is Pace.DISK:
        words = _disk()
    elif slot:
        words = translate("Verdicts", "We send to it, slot {number}").format(number=formats.count(slot))
    else:
        words = translate("Verdicts", "We send to it")
    return Verdict(Doing.GETS, words, Token.TEXT, order)


def _sending(peer: Peer) -> str:
    match _pace_down(peer):
        case Pace.OWN_LIMIT:
            # The figure first: the column may be narrow.
            words = translate("Verdicts", "≤ {limit}: sends as fast as our limit for it allows")
            return words.format(limit=formats.limit(peer.down_limit))
        case Pace.LIMIT:
            return translate("Verdicts", "A rate limit here holds it back")
        case Pace.DISK:
            return _disk()
        case _ if peer.endgame:
            return translate("Verdicts", "Sends us the last blocks")
        case Pace.ASKING:
            return translate("Verdicts", "Sends as fast as we ask")
        case Pace.PEER:
            return translate("Verdicts", "Sends at its own pace")
        case _:
            return translate("Verdicts", "Sends to us")


def _disk() -> str:
    return translate("Verdicts", "Waits for your disk")


def _held(peer: Peer) -> Verdict | None:
    """Of one that could send or take, and does not for our sake."""
    sends = peer.we_want and not peer.they_choke
    takes = peer.they_want and not peer.we_choke
    down, up = _pace_down(peer) if sends else Pace.OPEN, _pace_up(peer) if takes else Pace.OPEN
    if Pace.DISK in (down, up):
        return Verdict(Doing.HELD, _disk(), Token.WARN)
    if down is Pace.LIMIT:
        return Verdict(Doing.HELD, translate("Verdicts", "A rate limit here holds it back"), Token.TEXT)
    if up is Pace.LIMIT:
        return Verdict(Doing.HELD, translate("Verdicts", "Held back by a rate limit here"), Token.TEXT)
    return None


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
