# SPDX-License-Identifier: GPL-3.0-or-later
"""The local times of the bindings as Unix seconds, also in the hour that comes twice."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from starling.engine.clockface import Clockface


@pytest.fixture
def berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("berlin")
@pytest.mark.parametrize("hour", [0, 1], ids=["summer", "winter"])
def test_the_hour_that_comes_twice_is_the_one_that_it_is(monkeypatch: pytest.MonkeyPatch, hour: int) -> None:
    now = datetime(2026, 10, 25, hour, 30, 5, tzinfo=UTC).timestamp()
    monkeypatch.setattr("starling.engine.clockface.time.time", lambda: now)
    clock = Clockface()
    assert clock.seconds(datetime(2026, 10, 25, 2, 30, 4)) == now - 1  # noqa: DTZ001
    assert clock.seconds(datetime(2026, 10, 25, 2, 30, 4, 500_000)) == now - 0.5  # noqa: DTZ001
