# SPDX-License-Identifier: GPL-3.0-or-later
"""The order of the queue: few steps, the right ones, and libtorrent stands where it was told whatever comes between."""

import asyncio
import random
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starling.engine import queueplan
from starling.torrent import QueueMove, State
from tests.helpers import User
from tests.swarm import Payload, Swarm

UP, DOWN, TOP, BOTTOM = QueueMove


def follow(order: Sequence[int], steps: Sequence[tuple[QueueMove, int]]) -> list[int]:
    """What libtorrent makes of steps."""
    found = list(order)
    for move, item in steps:
        at = found.index(item)
        found.pop(at)
        found.insert({UP: max(0, at - 1), DOWN: at + 1, TOP: 0, BOTTOM: len(found)}[move], item)
    return found


@given(st.permutations(range(9)))
def test_steps_make_any_order(order: list[int]) -> None:
    assert follow(range(9), queueplan.plan(range(9), order)) == order


@given(st.sets(st.integers(0, 11)), st.integers(0, 12), st.sampled_from(QueueMove))
def test_blocks_keep_their_order(block: set[int], number: int, move: QueueMove) -> None:
    order = list(range(12))
    for after in (queueplan.placed(order, block, number), queueplan.moved(order, block, move)):
        assert sorted(after) == order
        assert [item for item in after if item in block] == sorted(block)
        assert [item for item in after if item not in block] == [item for item in order if item not in block]
    placed = queueplan.placed(order, block, number)
    if block:
        assert placed.index(min(block)) == min(number, 12 - len(block))


def test_steps_are_few() -> None:
    order = list(range(10_000))
    for block, number, most in (
        ({9_000}, 10, 11),
        ({5_000}, 5_100, 100),
        (set(range(5_000)), 1, 1),
        (set(range(5_000, 5_020)), 4_990, 200),
        (set(range(0, 10_000, 2)), 20, 5_000),
    ):
        after = queueplan.placed(order, block, number)
        steps = queueplan.plan(order, after)
        assert len(steps) <= most
        assert follow(order, steps) == after


def real_order(user: User) -> list[str]:
    """libtorrent's own word, now."""
    records = [record for record in user.engine._records if record.handle is not None]
    places = {record.id: record.handle.queue_position() for record in records if record.handle is not None}
    return [id for id in sorted(places, key=places.__getitem__) if places[id] >= 0]


@pytest.fixture
def many(swarm: Swarm, user: User) -> dict[str, Payload]:
    """Torrents in the queue, in this order."""
    made = [swarm.payload(name=f"T{number:02}", files=1_000) for number in range(20)]
    found = {user.adds(payload, start=False): payload for payload in made}
    user.until(lambda: user.queue() == list(found))
    return found


def moves(user: User, dice: random.Random, order: list[str], *, steady: Sequence[str] = ()) -> list[str]:
    """Moves some anywhere; the order as it is to be. Only these are neighbours that others are put beside, if any."""
    queue = user.engine.queue
    block = dice.sample(order, dice.choice((1, 1, 2, 5, 12)))
    rest = [id for id in order if id not in block]
    ours = [id for id in order if id in block]
    anchors = [id for id in (steady or order) if id in rest]
    kind = dice.randrange(4)
    if kind == 0 and anchors:
        anchor, after = dice.choice(anchors), dice.random() < 0.5
        queue.put_beside(block, anchor, after=after)
        at = rest.index(anchor) + after
        return [*rest[:at], *ours, *rest[at:]]
    if kind == 1 and not steady:
        number = dice.randrange(len(order))
        queue.put(block, number)
        return [*rest[:number], *ours, *rest[number:]]
    move = dice.choice((TOP, BOTTOM)) if steady else dice.choice(list(QueueMove))
    queue.move(block, move)
    return queueplan.moved(order, block, move)


def test_libtorrent_stands_where_it_was_told(user: User, many: dict[str, Payload]) -> None:
    dice, order = random.Random(11), list(many)
    for _ in range(6):
        for _ in range(dice.randrange(1, 6)):
            order = moves(user, dice, order)
        user.until(lambda: user.engine.queue.settled)
        assert real_order(user) == order
    user.until(lambda: user.queue() == order)
    assert user.restart().queue() == order


def test_torrents_that_come_finish_and_go_meanwhile_do_not_disturb(
    swarm: Swarm, user: User, many: dict[str, Payload]
) -> None:
    dice, order = random.Random(5), list(many)
    whole = [swarm.payload(name=f"W{number}", files=1_000) for number in range(4)]
    for payload in whole:
        # It is complete as soon as somebody looks.
        payload.prefill(user.downloads, range(payload.pieces))
    order += [user.adds(payload, start=False) for payload in whole]
    user.until(lambda: user.queue() == order)
    going = [*order[-4:], *dice.sample(list(many), 4)]
    steady = [id for id in order if id not in going]
    new = [swarm.payload(name=f"N{number}", files=1_000) for number in range(4)]
    added = [user.loop.create_task(user.engine.intake.preview(str(payload.torrent_path))) for payload in new]
    user.until(lambda: all(task.done() for task in added))
    for number in range(4):
        order = moves(user, dice, order, steady=steady)
        user.engine.force_start([going[number]])
        user.loop.create_task(user.engine.remove([going[number + 4]], data=False))
        user.loop.create_task(user.engine.intake.add(new[number].id, user.options(start=False)))
        order = moves(user, dice, order, steady=steady)
        # A turn or two, so that some of it has happened and some has not.
        user.run(_turns(dice.randrange(1, 30)))
    for id in going[:4]:
        user.sees(id, State.SEEDING)
    user.until(lambda: set(going[4:]) <= set(user.gone))
    user.until(lambda: all(payload.id in user.engine.torrents for payload in new))
    user.until(lambda: user.engine.queue.settled)
    found = real_order(user)
    assert [id for id in found if id in steady] == [id for id in order if id in steady]
    assert set(found) == {*steady, *(payload.id for payload in new)}


async def _turns(count: int) -> None:
    for _ in range(count):
        await asyncio.sleep(0)


def test_somebody_else_moves_them_in_between(user: User, many: dict[str, Payload]) -> None:
    order = list(many)
    user.engine.queue.put(order[3:6], 10)
    # As when torrents are added at the top, or checked again.
    user.handle(order[4]).queue_position_top()
    user.until(lambda: user.engine.queue.settled)
    assert real_order(user) == queueplan.placed(order, order[3:6], 10)


def test_what_has_no_place_is_left_alone(swarm: Swarm, user: User, many: dict[str, Payload]) -> None:
    order = list(many)
    whole = user.owns(swarm.payload(name="whole", files=1_000))
    user.engine.queue.put([whole, "0" * 40], 0)
    user.engine.queue.put_beside([order[0]], whole)
    user.engine.queue.put_beside([order[0]], order[0])
    user.engine.queue.put([order[0]], 0)
    assert user.engine.queue.settled
    assert real_order(user) == order
