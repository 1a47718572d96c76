# SPDX-License-Identifier: GPL-3.0-or-later
"""What libtorrent's picker does: the reasons that it gives (picker_log), and what is seen of its stock of blocks."""

from collections import Counter, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import compress

import libtorrent as lt

from starling.engine import pieceinfo
from starling.engine.pieceprogress import PieceProgress
from starling.engine.session import SettingsPack
from starling.pieces import Block, Partial
from starling.swarm import BLOCK, Phase, Pick, Picking

SHOWN = 10.0
"""Seconds for which a reason is told."""

_BITS = lt.picker_flags_t
_WAYS = (
    (int(_BITS.end_game), Pick.ENDGAME),
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
_PARTIALS_BY_RARITY = int(_BITS.rarest_first_partials)
_WHOLE = int(_BITS.prefer_contiguous)
_TO_ONE = bytes([0] + [1] * 255)


def reasons(flags: int, blocks: int) -> tuple[tuple[Pick, int], ...]:
    """By which way so many blocks were chosen, from the flags of a picker_log_alert.

    They are those of one choice and tell all ways that it went: what did not suffice is left for the last one. But
    the endgame gives a single block, after all others.
    """
    found = [pick for bits, pick in _WAYS if flags & bits]
    # Beside these there are pieces that are begun: they come first, or, of other peers', last of all.
    found.append(Pick.RARE_PARTIAL if flags & _PARTIALS_BY_RARITY else Pick.PARTIAL)
    if found[0] is not Pick.ENDGAME:
        return ((found[0], blocks),)
    return ((Pick.ENDGAME, 1), (found[1], blocks - 1)) if blocks > 1 else ((Pick.ENDGAME, blocks),)


class Picks:
    """What the picker was heard to choose in the last seconds."""

    def __init__(self) -> None:
        self._heard: deque[tuple[float, Counter[Pick], list[int]]] = deque()
        """From when on, the blocks by reason, and those of whole pieces: a second each."""

    def note(self, at: float, flags: int, blocks: int) -> None:
        """A picker_log_alert came at this moment."""
        if not self._heard or at - self._heard[-1][0] >= 1:
            self._forget(at)
            self._heard.append((at, Counter(), [0]))
        _, counted, whole = self._heard[-1]
        for pick, number in reasons(flags, blocks):
            counted[pick] += number
        if flags & _WHOLE:
            whole[0] += blocks

    def told(self, at: float, *, endgame: bool) -> "Told":
        """The reasons of the last seconds; those of the endgame only if there is one.

        libtorrent chooses a block for it whenever a peer has no other, but asks for it only in the endgame.
        """
        self._forget(at)
        total: Counter[Pick] = Counter()
        for _, counted, _ in self._heard:
            total.update(counted)
        if not endgame:
            del total[Pick.ENDGAME]
        return Told(tuple(total.most_common()), sum(whole[0] for _, _, whole in self._heard))

    def _forget(self, at: float) -> None:
        while self._heard and at - self._heard[0][0] > SHOWN:
            self._heard.popleft()


@dataclass(frozen=True, slots=True)
class Told:
    """Reasons, as in `Picking`."""

    reasons: tuple[tuple[Pick, int], ...] = ()
    whole: int = 0


@dataclass(frozen=True, slots=True)
class Stock:
    """The blocks that we want and miss, and who has them."""

    rarest: int | None = None
    rarest_pieces: int = 0
    partials: int = 0
    asked: int = 0
    """Blocks that somebody was asked for."""
    asked_twice: int = 0
    left: int = 0


def stock(
    handle: lt.torrent_handle, info: lt.torrent_info, status: lt.torrent_status, progress: PieceProgress
) -> Stock:
    """What a torrent that is downloaded misses; `status` must carry its pieces. For the worker thread."""
    wanted = bytes(handle.get_piece_priorities()).translate(_TO_ONE)
    have = bytes(status.pieces)
    pieces = info.num_pieces()
    if len(wanted) != pieces or len(have) != pieces:
        return Stock()
    missing = (int.from_bytes(wanted) & ~int.from_bytes(have)).to_bytes(pieces)
    going = pieceinfo.going(handle, info, progress)
    blocks = missing.count(1) * _blocks(info.piece_length())
    if missing[-1]:
        blocks -= _blocks(info.piece_length()) - _blocks(info.piece_size(pieces - 1))
    return counted(missing, blocks, handle.piece_availability(), going.partials)


def counted(missing: bytes, blocks: int, copies: Sequence[int], partials: Iterable[Partial]) -> Stock:
    """The same from what libtorrent says: `missing` is 1 for each piece that we want and miss, `blocks` their blocks,
    `copies` how many have each piece, empty where that is not known.
    """
    begun = [partial for partial in partials if missing[partial.index]]
    codes = b"".join(partial.blocks for partial in begun)
    held = list(compress(copies, missing))
    rarest = min(held) if held else None
    once, twice = codes.count(Block.REQUESTED), codes.count(Block.REQUESTED_TWICE)
    return Stock(
        rarest=rarest,
        rarest_pieces=held.count(rarest) if rarest is not None else 0,
        partials=len(begun),
        asked=once + twice,
        asked_twice=twice,
        left=blocks - len(codes) + codes.count(Block.OPEN),
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
    if not (askable or stock.asked):
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
        partials=stock.partials,
        asked_twice=stock.asked_twice,
        left=stock.left,
        whole=told.whole,
    )


def in_endgame(stock: Stock) -> bool:
    """Whether all blocks that are missing were asked for, and some of them are on their way."""
    return bool(stock.asked) and not stock.left


def _blocks(size: int) -> int:
    return -(-size // BLOCK)
