# SPDX-License-Identifier: GPL-3.0-or-later
"""Stages for scenes of torrents that do not move, each period of waiting a small part of what users have."""

from collections.abc import Callable, Iterator

import pytest

from starling.engine import convert, engine, whys
from tests.engine.conftest import mount, second_volume  # noqa: F401  (fixtures)
from tests.helpers import Chosen, User
from tests.swarm import Swarm
from tests.why.stage import Leases, Stage, leases

Stages = Callable[..., Stage]


@pytest.fixture
def brisk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a second without data is a standstill, who runs for that long is new no more, and rows are told often."""
    monkeypatch.setattr(convert, "STALL_AFTER", 0.5)
    monkeypatch.setattr(whys, "_NEW", 0.5)
    monkeypatch.setattr(engine, "_TICK_MS", 200)


@pytest.fixture
def stages(brisk: None, users: Callable[..., User], swarm: Swarm) -> Stages:
    """Makes stages, each with a user of its own."""

    def make(chosen: Chosen | None = None, **session: int | bool | str) -> Stage:
        return Stage(users(chosen=chosen, **session).start(), swarm)

    return make


@pytest.fixture
def stage(stages: Stages) -> Stage:
    """A user who has just started the program."""
    return stages()


@pytest.fixture
def hangs(stages: Stages) -> Iterator[Leases]:
    """Files can be made to hang."""
    with leases() as made:
        yield made
