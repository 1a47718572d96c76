# SPDX-License-Identifier: GPL-3.0-or-later
"""Pieces that nobody else has: what is found of real peers, and what nobody is asked about."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from starling.engine import rarity
from starling.rarity import Rarity
from tests.helpers import User
from tests.swarm import Swarm, Version

SLOW = 1000
"""Bytes/s: a peer that takes so little stays as it is for the time of a test."""


def seen(user: User, id: str, wanted: Callable[[Rarity], object]) -> Rarity:
    """Looks until it is as wanted."""
    found: list[Rarity] = []

    def look() -> bool:
        rarity = user.run(user.engine.insight.rarity.of(id))
        assert rarity is not None
        found.append(rarity)
        return bool(wanted(rarity))

    user.until(look)
    return found[-1]


def test_what_only_we_have_and_when_it_matters(swarm: Swarm, user: User) -> None:
    tracker = swarm.tracker("http")
    payload = swarm.payload(version=Version.V1, files=64 * 16_384, piece_size=16_384, trackers=[tracker.url])
    id = user.owns(payload)
    assert user.run(user.engine.insight.rarity.last_copies([user.torrent(id)])) == [], "nobody is connected"
    swarm.leech(payload, have=range(40), down=SLOW)
    found = seen(user, id, lambda it: it.peers == 1 and it.pieces <= 24)
    assert (found.held, found.certain) == (64, True)
    swarm.leech(payload, have=range(30, 60), down=SLOW)
    # What they have taken from us by then they have too.
    found = seen(user, id, lambda it: it.certain and it.peers == 2 and 0 < it.pieces <= 4)
    row = user.sees(id, lambda row: row.peers == 2 and row.swarm_seeds is not None)
    ((torrent, rare),) = user.run(user.engine.insight.rarity.last_copies([row]))
    assert (torrent, rare.last_copy, rare.seeds, rare.told) == (row, True, 0, True)
    partial = replace(row, swarm_seeds=1, total_size=row.total_size + 1)
    assert user.run(user.engine.insight.rarity.last_copies([partial])) == [], "we are none of those who are counted"
    healthy = replace(row, swarm_seeds=2)
    assert user.run(user.engine.insight.rarity.last_copies([healthy])) == [], "there are others"


def test_a_question_is_not_waited_for(swarm: Swarm, user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rarity, "PATIENCE", 0.0)
    payload = swarm.payload(version=Version.V1, files=64 * 16_384, piece_size=16_384)
    id = user.owns(payload)
    user.connects(id, swarm.leech(payload, have=0.1, down=SLOW))
    row = user.sees(id, lambda row: row.peers == 1)
    assert user.run(user.engine.insight.rarity.last_copies([row])) == []
    # The look that is kept in turn answers at once.
    monkeypatch.setattr(rarity, "_REFILL", 1)
    monkeypatch.setattr(rarity, "ROUND_SECONDS", 1)
    user.until(lambda: (kept := user.engine.insight.rarity.kept(id, rarity.FRESH)) and kept.last_copy)
    ((_, found),) = user.run(user.engine.insight.rarity.last_copies([row]))
    assert (found.seeds, found.told) == (0, False), "no tracker has said anything"


def test_many_peers_are_read_in_steps_and_not_without_end(
    swarm: Swarm, user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rarity, "BUDGET", 0.0)
    monkeypatch.setattr(rarity, "QUESTIONS", 0)
    payload = swarm.payload(version=Version.V1, files=8 * 16_384, piece_size=16_384)
    id = user.owns(payload)
    user.connects(id, swarm.leech(payload, have=range(3), down=SLOW))
    found = seen(user, id, lambda it: it.peers == 1)
    assert (found.certain, found.last_copy, found.pieces) == (False, False, 8)
