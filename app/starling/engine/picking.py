# SPDX-License-Identifier: GPL-3.0-or-later
"""What libtorrent's picker does: the reasons that it gives (picker_log), and what is seen of its stock of blocks."""

import time
from collections import Counter, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress
from typing import Any

import libtorrent as lt

from starling.engine.pieceprogress import COSTLY
from starling.engine.session import SettingsPack
from starling.swarm import BLOCK, SHOWN, Phase, Pick, Picking

_BITS = lt.picker_flags_t
_WAYS = (
    (int(_BITS.random_pieces), Pick.RANDOM),
    (int(_BITS.rarest_first), Pick.RAREST),
    (int(_BITS.extent_affinity), Pick.NEAR),
    (int(_BITS.reverse_rarest_first), Pick.COMMON),
    (int(_BITS.sequential_pieces) | int(_BITS.reverse_sequential), Pick.SEQUENTIAL),
    (int(_BITS.prio_sequential_pieces), Pick.PRIORITY),
    (int(_BITS.suggested_pieces), Pick.SUGGESTED),
    (int(_BITS.time_critical), Pick.DEADLINE),
)
"""The ways that `piece_picker::pick_pieces` goes, the last one first. It goes on to the next while it has too few."""
_END_GAME = int(_BITS.end_game)
_PARTIALS_BY_RARITY = int(_BITS.rarest_first_partials)
_WHOLE = int(_BITS.prefer_contiguous)
_NONE, _REQUESTED = range(2)
"""States of a block; the others are here."""
_PAUSE = 50
"""How many times as long as a dear look at the blocks took there is none."""
_TO_ONE = bytes([0] + [1] * 255)


def reason(flags: int, blocks: int) -> tuple[Pick, int]:
    """By which way so many blocks were chosen, from the flags of a picker_log_alert.

    They are those of one choice and tell all ways that it went: what did not suffice is left for the last one. The
    single block that the endgame adds after all others is left out: libtorrent names one whenever a peer has no other,
    and asks for it only where nothing else is outstanding with that peer.
    """
    # Beside these there are pieces that are begun: they come first, or, of other peers', last of all.
    begun = Pick.RARE_PARTIAL if flags & _PARTIALS_BY_RARITY else Pick.PARTIAL
    found = next((pick for bits, pick in _WAYS if flags & bits), begun)
    return found, max(0, blocks - bool(flags & _END_GAME))


@dataclass(slots=True, eq=False)
class _Second:
    """What was heard within a second."""

    begun: float
    blocks: Counter[Pick] = field(default_factory=Counter)
    whole: int = 0
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """Reasons, as in `Picking`."""

    reasons: tuple[tuple[Pick, int], ...] = ()
    whole: int = 0
    sampled: bool = False


class Picks:
    """What the picker was heard to choose in the last seconds."""

    def __init__(self) -> None:
        self._heard: deque[_Second] = deque()

    def note(self, at: float, flags: int, blocks: int) -> None:
        """A picker_log_alert came at this moment."""
        if not self._heard or at - self._heard[-1].begun >= 1:
            self._forget(at)
            self._heard.append(_Second(at))
        second = self._heard[-1]
        pick, number = reason(flags, blocks)
        if number:
            second.blocks[pick] += number
        if flags & _WHOLE:
            second.whole += number

    def cut(self) -> None:
        """What comes now for a while is not heard."""
        if self._heard:
            self._heard[-1].cut = True

    def told(self, at: float) -> Told:
        """The reasons of the last seconds."""
        self._forget(at)
        total: Counter[Pick] = Counter()
        for second in self._heard:
            total.update(second.blocks)
        return Told(
            tuple(total.most_common()),
            sum(second.whole for second in self._heard),
            any(second.cut for second in self._heard),
        )

    def _forget(self, at: float) -> None:
        while self._heard and at - self._heard[0].begun > SHOWN:
            self._heard.popleft()


@dataclass(frozen=True, slots=True)
class Begun:
    """The blocks of pieces that are begun, that we want and miss."""

    pieces: int = 0
    open: int = 0
    """Nobody was asked for them."""
    asked: int = 0
    """Somebody was, and they are not here."""
    asked_twice: int = 0
    here: int = 0


@dataclass(frozen=True, slots=True)
class Stock:
    """The blocks that we want and miss, and who has them."""

    rarest: int | None = None
    rarest_pieces: int = 0
    begun: Begun = Begun()
    left: int = 0
    """Blocks that nobody was asked for."""


class Stocktaking:
    """Of one torrent, from look to look; for the worker thread."""

    def __init__(self) -> None:
        self._begun = Begun()
        self._due = 0.0
        """Monotonic; libtorrent's answer holds Python's lock, 3 µs a block."""

    def take(self, handle: lt.torrent_handle, info: lt.torrent_info, status: lt.torrent_status) -> Stock:
        """What a torrent that is downloaded misses now; `status` must carry its pieces."""
        wanted = bytes(handle.get_piece_priorities()).translate(_TO_ONE)
        have = bytes(status.pieces)
        pieces = info.num_pieces()
        if len(wanted) != pieces or len(have) != pieces:
            return Stock()
        missing = (int.from_bytes(wanted) & ~int.from_bytes(have)).to_bytes(pieces)
        blocks = missing.count(1) * _blocks(info.piece_length())
        if missing[-1]:
            blocks -= _blocks(info.piece_length()) - _blocks(info.piece_size(pieces - 1))
        if time.monotonic() >= self._due:
            started = time.perf_counter()
            queue = handle.get_download_queue()
            cost = time.perf_counter() - started
            self._due = time.monotonic() + (cost * _PAUSE if cost > COSTLY else 0.0)
            self._begun = begun(missing, queue)
        return stock(missing, blocks, handle.piece_availability(), self._begun)


def begun(missing: bytes, queue: Iterable[Mapping[str, Any]]) -> Begun:
    """What is asked for and here, from libtorrent's download queue; `missing` is 1 where we want and miss a piece."""
    pieces = 0
    states: Counter[tuple[int, bool]] = Counter()
    for entry in queue:
        if missing[entry["piece_index"]]:
            pieces += 1
            states.update((block["state"], block["num_peers"] > 1) for block in entry["blocks"])
    open_, once = states[_NONE, False] + states[_NONE, True], states[_REQUESTED, False]
    twice = states[_REQUESTED, True]
    return Begun(pieces, open_, once + twice, twice, states.total() - open_ - once - twice)


def stock(missing: bytes, blocks: int, copies: Sequence[int], begun: Begun) -> Stock:
    """The blocks that are missing, so many in all; `copies` tells how many have each piece, empty if not known."""
    held = list(compress(copies, missing))
    rarest = min(held) if held else None
    return Stock(
        rarest=rarest,
        rarest_pieces=held.count(rarest) if rarest is not None else 0,
        begun=begun,
        left=max(0, blocks - begun.asked - begun.here),
    )


def picking(
    stock: Stock,
    told: Told,
    pack: SettingsPack,
    *,
    have: int,
    sequential: bool,
    played: bool,
    askable: bool,
) -> Picking:
    """The picker at work: `have` are the pieces that are here, `askable` that some peer lets us ask.

    `sequential` is the torrent's own wish; libtorrent turns it on by itself where there are many more seeds than
    others (auto_sequential), which is seen from the reasons only.
    """
    phase = Phase.RAREST
    if not (askable or stock.begun.asked):
        phase = Phase.NOTHING
    elif in_endgame(stock):
        phase = Phase.ENDGAME
    elif played:
        phase = Phase.DEADLINE
    elif sequential or (told.reasons and told.reasons[0][0] is Pick.SEQUENTIAL):
        phase = Phase.SEQUENTIAL
    elif have < int(pack["initial_picker_threshold"]):
        phase = Phase.RANDOM
    return Picking(
        phase=phase,
        reasons=told.reasons,
        seen=bool(told.reasons),
        rarest=stock.rarest,
        rarest_pieces=stock.rarest_pieces,
        partials=stock.begun.pieces,
        asked_twice=stock.begun.asked_twice,
        left=stock.left,
        whole=told.whole,
        sampled=told.sampled,
    )


def in_endgame(stock: Stock) -> bool:
    """Whether all blocks that are missing were asked for, and some of them are on their way."""
    return bool(stock.begun.asked) and not stock.left


def _blocks(size: int) -> int:
    return -(-size // BLOCK)
