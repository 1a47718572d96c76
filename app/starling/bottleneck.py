# SPDX-License-Identifier: GPL-3.0-or-later
"""What has held transfers back in the last minute, in shares of its seconds, as the session's counters tell it.

What each counter shows was seen with arranged cases: a limit has somebody wait in its queue nearly always, a disk that
is full of orders makes peers wait for it. Of the line only µTP tells, and only for what is sent: packets that are lost
or late. Whether what comes is slowed by peers or on the way can't be told from here.
"""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

MINUTE = 60.0
_LOST = 0.05
"""Share of packets from which on the line loses what TCP would slow down for too."""
_PACKETS, _DELAYS = 50, 10
"""Fewer in a second say nothing."""
_STILL = 1000
"""Bytes in a second that are as good as none."""


class Held(Enum):
    """What a second was limited by."""

    LIMIT = "limit"
    """A limit of ours, of everything or of a torrent."""
    DISK = "disk"
    LINE = "line"
    """Router or line: packets are late or lost. Only of what is sent."""
    SLOTS = "slots"
    """Peers want something, and have no slot."""
    PEERS = "peers"
    """Peers choke us, or send, or ask for, nothing."""
    FREE = "free"
    """Nothing here: as fast as peers and the way to them let it."""
    IDLE = "idle"
    """There is nothing to be had, or nobody wants anything."""


Shares = tuple[tuple[Held, float], ...]
"""The most first; of all seconds but idle ones, which are told only where there are no others."""


@dataclass(frozen=True, slots=True)
class Bottleneck:
    """Both directions, of all torrents together."""

    down: Shares = ()
    up: Shares = ()
    seconds: int = 0
    """That were looked at: at most a minute."""


@dataclass(frozen=True, slots=True)
class _Second:
    at: float
    down: dict[Held, float]
    up: dict[Held, float]


class Meter:
    """Is told the session's counters once a second; takes some microseconds for it."""

    def __init__(self) -> None:
        self._before: Mapping[str, int] | None = None
        self._seconds: deque[_Second] = deque()

    def take(self, values: Mapping[str, int], now: float, *, down_limit: bool, up_limit: bool) -> None:
        """Names as libtorrent's; `now` in seconds of a clock that never jumps; whether all together have a limit."""
        before, self._before = self._before, values
        if before is not None:
            self._seconds.append(_Second(now, _down(before, values, down_limit), _up(before, values, up_limit)))
        while self._seconds and now - self._seconds[0].at >= MINUTE:
            self._seconds.popleft()

    def told(self) -> Bottleneck:
        """Of the last minute, or as much of it as there is."""
        seconds = self._seconds
        return Bottleneck(
            _shares([second.down for second in seconds]), _shares([second.up for second in seconds]), len(seconds)
        )


def _shares(seconds: list[dict[Held, float]]) -> Shares:
    sums: dict[Held, float] = {}
    for second in seconds:
        for held, share in second.items():
            sums[held] = sums.get(held, 0.0) + share
    idle = sums.pop(Held.IDLE, 0.0)
    if not sums:
        return ((Held.IDLE, 1.0),) if idle else ()
    whole = sum(sums.values())
    return tuple(sorted(((held, share / whole) for held, share in sums.items()), key=_by_share))


def _by_share(one: tuple[Held, float]) -> float:
    return -one[1]


def _down(before: Mapping[str, int], values: Mapping[str, int], limited: bool) -> dict[Held, float]:
    if not values["peer.num_peers_down_interested"]:
        return {Held.IDLE: 1.0}
    active, queue = values["peer.num_peers_down_requests"], values["net.limiter_down_queue"]
    limit, disk = _waiting(queue, values["peer.num_peers_down_disk"], active, limited)
    still = values["net.recv_payload_bytes"] - before["net.recv_payload_bytes"] < _STILL
    return _parted(limit, disk, Held.PEERS if still else Held.FREE)


def _up(before: Mapping[str, int], values: Mapping[str, int], limited: bool) -> dict[Held, float]:
    if not values["peer.num_peers_up_interested"]:
        return {Held.IDLE: 1.0}
    active, queue = values["peer.num_peers_up_requests"], values["net.limiter_up_queue"]
    limit, disk = _waiting(queue, values["peer.num_peers_up_disk"], active, limited)
    if _line_is_full(before, values):
        rest = Held.LINE
    elif not values["peer.num_peers_up_unchoked_all"]:
        rest = Held.SLOTS
    elif values["net.sent_payload_bytes"] - before["net.sent_payload_bytes"] < _STILL:
        rest = Held.PEERS
    else:
        rest = Held.FREE
    return _parted(limit, disk, rest)


def _waiting(queue: int, disk: int, active: int, limited: bool) -> tuple[float, float]:
    """Shares of those who transfer that wait for a limit, and for the disk."""
    # A limit that is reached holds all of its peers, though not each is in the queue just now.
    limit = 1.0 if queue and (limited or 2 * queue >= active) else queue / max(active, 1)
    return limit, min(1.0 - limit, disk / max(active, disk, 1))


def _parted(limit: float, disk: float, rest: Held) -> dict[Held, float]:
    parts = {Held.LIMIT: limit, Held.DISK: disk, rest: 1.0 - limit - disk}
    return {held: share for held, share in parts.items() if share > 0}


def _line_is_full(before: Mapping[str, int], values: Mapping[str, int]) -> bool:
    def grown(name: str) -> int:
        return values[f"utp.{name}"] - before[f"utp.{name}"]

    late, soon = grown("utp_samples_above_target"), grown("utp_samples_below_target")
    if late + soon >= _DELAYS and late > soon:
        return True
    sent = grown("utp_packets_out")
    return sent >= _PACKETS and grown("utp_packet_loss") >= sent * _LOST
