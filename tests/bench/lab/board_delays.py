# SPDX-License-Identifier: GPL-3.0-or-later
"""Why two sides of a connection differ for `board`: what one has said waits unread, or behind blocks of data."""

from collections.abc import Sequence

from starling.peer import Peer
from starling.swarm import BLOCK
from tests.bench.lab.board_cast import Player, Said, Underway

_QUEUED = 20.0
"""Seconds that a message may wait behind the blocks that are sent before it, at the rates of the arrangement."""
_NEAR = 2.0
_MEAN = 24.0
"""Seconds of which a mean of 20 s tells, with the ends of samples."""

_OURS = ("holds a slot", "we want", "took, mean of 20 s", "verdict")
_THEIRS = ("chokes us", "wants", "gave, mean of 20 s", "verdict", "progress")


class Delays:
    """What is kept to tell that, look after look."""

    def __init__(self, underway: Sequence[Underway]) -> None:
        self._underway = underway
        self._since: dict[tuple[str, str], tuple[object, float]] = {}

    def note(self, at: float, what: str, shown: object, player: Player) -> None:
        """What the board shows, to be told of every look."""
        if self._since.get((player.ip, what), (None, 0.0))[0] != shown:
            self._since[player.ip, what] = shown, at

    def explain(self, at: float, what: str, peer: Peer, player: Player) -> str:
        """Why what the board shows may have been said and not heard; empty if nothing speaks for it."""
        span, least = (_MEAN, BLOCK) if "mean" in what else (_NEAR, 1)
        for names, to_it in ((_OURS, True), (_THEIRS, False)):
            if what in names and (waiting := self._waiting(player.ip, at, span, to_it=to_it)) >= least:
                return f"{waiting} bytes before it wait unread in the socket"
        if what in _OURS and peer.up and at - self._since[player.ip, what][1] <= _QUEUED:
            return "it waits behind the blocks that we send"
        if what in _THEIRS and peer.down and self._changed(player.said, what, at):
            return "it waits behind the blocks that the peer sends"
        return ""

    def _waiting(self, ip: str, at: float, span: float, *, to_it: bool) -> int:
        those = [one.to_it if to_it else one.to_us for one in self._underway if at - span <= one.at <= at + _NEAR]
        return max((one.get(ip, 0) for one in those), default=0)

    def _changed(self, said: Sequence[Said], what: str, at: float) -> bool:
        lately = [one for one in said if at - _QUEUED <= one.at <= at]
        values = {one.they_choke if what == "chokes us" else one.they_want for one in lately}
        return what in ("chokes us", "wants") and len(values) > 1
