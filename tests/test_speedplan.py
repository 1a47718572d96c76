# SPDX-License-Identifier: GPL-3.0-or-later
"""Which limits hold, and the rates that a menu offers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from starling import settings, speedplan
from starling.settings import Settings
from starling.speedplan import Seeding, Way

SPEED = settings.speed


@pytest.fixture
def chosen(qapp: object, tmp_path: Path) -> Iterator[Settings]:
    made = Settings(tmp_path / "settings.toml")
    yield made
    made.deleteLater()


def test_the_setting_that_counts(chosen: Settings) -> None:
    def now(*, only_seeding: bool = False) -> list[object]:
        return [speedplan.setting_of(chosen, way, only_seeding=only_seeding) for way in Way]

    assert now() == now(only_seeding=True) == [SPEED.DOWN_LIMIT, SPEED.UP_LIMIT]
    assert speedplan.seeding_limit(chosen) is None
    chosen.set(SPEED.SEEDING, True)
    assert now() == [SPEED.DOWN_LIMIT, SPEED.UP_LIMIT]
    assert now(only_seeding=True) == [SPEED.DOWN_LIMIT, SPEED.SEEDING_UP]
    assert speedplan.seeding_limit(chosen) == 0
    chosen.set(SPEED.SLOW_MODE, True)
    assert now() == now(only_seeding=True) == [SPEED.SLOW_DOWN, SPEED.SLOW_UP]
    assert speedplan.seeding_limit(chosen) is None, "slow mode has its own"
    assert speedplan.limit(chosen, Way.UP, only_seeding=True) == SPEED.SLOW_UP.default


def test_between_two_downloads_it_is_not_only_seeding() -> None:
    seeding = Seeding()
    assert seeding.look(downloads=False, seeds=True, now=0), "right from the start, if there is no download"
    assert not seeding.look(downloads=True, seeds=True, now=1)
    assert not seeding.look(downloads=False, seeds=True, now=30.9)
    assert seeding.look(downloads=False, seeds=True, now=31)
    assert not seeding.look(downloads=True, seeds=True, now=32), "at once"
    assert not seeding.look(downloads=False, seeds=False, now=100)
    assert seeding.look(downloads=False, seeds=True, now=101)
    assert seeding.only


@pytest.mark.parametrize(
    ("around", "unit", "wanted"),
    [
        (0, 1000, [200, 500, 1000, 2000, 5000]),
        (300, 1000, [50, 100, 200, 500, 1000, 2000]),
        (500, 1000, [100, 200, 500, 1000, 2000]),
        (1, 1000, [1, 2, 5, 10]),
        (2_000_000, 1000, [200_000, 500_000, 1_000_000]),
    ],
)
def test_steps_are_round_and_beside_the_limit(around: int, unit: int, wanted: list[int]) -> None:
    found = [rate // unit for rate in speedplan.steps(around * unit, unit)]
    assert set(wanted) <= set(found)
    assert found == sorted(found)
    assert len(found) <= 7


def test_steps_of_binary_units_are_round_in_them() -> None:
    assert speedplan.steps(1024**2, 1024) == tuple(
        size for size in (100 * 1024, 200 * 1024, 500 * 1024, 1024**2, 2 * 1024**2, 5 * 1024**2, 10 * 1024**2)
    )


def test_the_menu_has_the_present_limit_and_the_users_own() -> None:
    rates = speedplan.offered(333_000, (42_000, 500_000), 1000)
    assert rates == tuple(sorted(rates))
    assert {333_000, 42_000, 500_000} <= set(rates)
    assert rates.count(500_000) == 1
