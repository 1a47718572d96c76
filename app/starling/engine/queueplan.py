# SPDX-License-Identifier: GPL-3.0-or-later
"""How an order becomes another one by steps that libtorrent knows: up, down, to the top, to the bottom; no set."""

from bisect import bisect_left
from collections.abc import Collection, Hashable, Iterable, Sequence
from itertools import pairwise
from typing import TypeVar

from starling.torrent import QueueMove

Item = TypeVar("Item", bound=Hashable)
Step = tuple[QueueMove, Item]

_FEW = 32
"""Above this many, each on its own way, it is not worth finding out how far each has to go."""


_MIRRORED = {
    QueueMove.UP: QueueMove.DOWN,
    QueueMove.DOWN: QueueMove.UP,
    QueueMove.TOP: QueueMove.BOTTOM,
    QueueMove.BOTTOM: QueueMove.TOP,
}


def moved(order: Sequence[Item], chosen: Collection[Item], move: QueueMove) -> list[Item]:
    """The order after a move of some as a block: those that stand at the end already stay there."""
    block = set(chosen)
    ours = [item for item in order if item in block]
    if move is QueueMove.TOP:
        return ours + [item for item in order if item not in block]
    if move is QueueMove.BOTTOM:
        return [item for item in order if item not in block] + ours
    result = list(order if move is QueueMove.UP else reversed(order))
    for at in range(1, len(result)):
        # The next of the block comes after this one, which has made room or stands at the end.
        if result[at] in block and result[at - 1] not in block:
            result[at - 1], result[at] = result[at], result[at - 1]
    return result if move is QueueMove.UP else result[::-1]


def placed(order: Sequence[Item], chosen: Collection[Item], number: int) -> list[Item]:
    """The order with some as one block, in which the first of them has this place, or the last there is."""
    block = set(chosen)
    others = [item for item in order if item not in block]
    at = min(max(number, 0), len(others))
    return [*others[:at], *(item for item in order if item in block), *others[at:]]


def beside(order: Sequence[Item], chosen: Collection[Item], anchor: Item, *, after: bool) -> list[Item]:
    """The order with some as one block, right before or after one that is none of them."""
    block = set(chosen)
    others = [item for item in order if item not in block]
    return placed(order, chosen, others.index(anchor) + after)


def merged(order: Sequence[Item], wanted: Iterable[Item]) -> list[Item]:
    """The order in which those that are wanted stand as they are wanted; who is new to that keeps its place."""
    present = set(order)
    ours = [item for item in wanted if item in present]
    known, rest = set(ours), iter(ours)
    return [next(rest) if item in known else item for item in order]


def known(order: Iterable[Item], items: Sequence[Item]) -> list[Item]:
    """An order of these items, as far as it says so; who is new to it has come to its end."""
    members = set(items)
    ours = [item for item in order if item in members]
    old = set(ours)
    return ours + [item for item in items if item not in old]


def plan(before: Sequence[Item], after: Sequence[Item]) -> list[Step[Item]]:
    """Few steps that make one order the other; both have the same items.

    One up or down costs libtorrent next to nothing, to the top or the bottom the more the longer the queue is.
    """
    first, last = _differing(before, after)
    if first > last:
        return []
    ends = _by_ends(before, after)
    # Who stands before the first difference or behind the last one need not be looked at again.
    movers = _movers(before[first : last + 1], after[first : last + 1])
    if len(movers) > _FEW:
        return ends
    most = _cost(ends, len(before))
    forwards = _one_by_one(before, after, movers, most)
    # Who moves towards the end should not have to pass those that follow it there.
    mirrored = _one_by_one(before[::-1], after[::-1], movers, most)
    backwards = None if mirrored is None else [(_MIRRORED[move], item) for move, item in mirrored]
    return min((way for way in (forwards, backwards) if way is not None), key=len, default=ends)


def _differing(before: Sequence[Item], after: Sequence[Item]) -> tuple[int, int]:
    """The first and the last place where they are not the same."""
    last = len(before) - 1
    first = next((at for at in range(last + 1) if before[at] != after[at]), last + 1)
    while last > first and before[last] == after[last]:
        last -= 1
    return first, last


def _cost(steps: Sequence[Step[Item]], count: int) -> float:
    far = _far(count)
    return sum(1 if move in (QueueMove.UP, QueueMove.DOWN) else far for move, _ in steps)


def _by_ends(before: Sequence[Item], after: Sequence[Item]) -> list[Step[Item]]:
    """The longest stretch that is in order already stays; what is to stand before it goes to the top, the last first,
    and what is to stand behind it to the bottom.

    What others do to the queue meanwhile does not disturb it.
    """
    stood = {item: number for number, item in enumerate(before)}
    numbers = [stood[item] for item in after]
    breaks = [at + 1 for at, (one, two) in enumerate(pairwise(numbers)) if one > two]
    stretches = pairwise([0, *breaks, len(after)])
    first, last = max(stretches, key=_length)
    return [
        *((QueueMove.TOP, item) for item in reversed(after[:first])),
        *((QueueMove.BOTTOM, item) for item in after[last:]),
    ]


def _length(stretch: tuple[int, int]) -> int:
    return stretch[1] - stretch[0]


def _movers(before: Sequence[Item], after: Sequence[Item]) -> set[Item]:
    """The fewest items that have to move: all but a longest one of those rows that keep their order."""
    stood = {item: number for number, item in enumerate(before)}
    tails: list[int] = []
    ends: list[int] = []
    previous: list[int] = []
    numbers = [stood[item] for item in after]
    for at, number in enumerate(numbers):
        length = bisect_left(tails, number)
        previous.append(ends[length - 1] if length else -1)
        if length == len(tails):
            tails.append(number)
            ends.append(at)
        else:
            tails[length], ends[length] = number, at
    movers = set(after)
    at = ends[-1] if ends else -1
    while at >= 0:
        movers.discard(after[at])
        at = previous[at]
    return movers


def _far(count: int) -> float:
    """What a step to the top or the bottom costs in a queue of so many."""
    return 2 + count / 5000


def _one_by_one(
    before: Sequence[Item], after: Sequence[Item], movers: Collection[Item], most: float
) -> list[Step[Item]] | None:
    """Brings each that moves beside the one it is to follow, from the nearest of where it stands, top and bottom.

    None if that costs more than `most`.
    """
    order, steps = list(before), list[Step[Item]]()
    last, far, cost = len(order) - 1, _far(len(order)), 0.0
    for at, item in enumerate(after):
        if item not in movers:
            continue
        stands = order.index(item)
        order.pop(stands)
        # Those before it in the end are in order among each other by now; the next ones come from behind.
        to = order.index(after[at - 1]) + 1 if at else 0
        order.insert(to, item)
        ways = (abs(to - stands), far + to, far + last - to)
        best = ways.index(min(ways))
        cost += ways[best]
        if cost > most:
            return None
        if best == 1:
            steps += [(QueueMove.TOP, item)] + [(QueueMove.DOWN, item)] * to
        elif best == 2:
            steps += [(QueueMove.BOTTOM, item)] + [(QueueMove.UP, item)] * (last - to)
        else:
            steps += [(QueueMove.DOWN if to > stands else QueueMove.UP, item)] * abs(to - stands)
    return steps
