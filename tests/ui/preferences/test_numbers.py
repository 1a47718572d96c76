# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers as they are written and typed: units, words, other locales, and sentences for what is none."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QLocale

from starling import formats, settings
from starling.setting import Page, Setting, Unit
from starling.ui.preferences import numbers

pytestmark = pytest.mark.usefixtures("qapp")


def setting(default: float, unit: Unit = Unit.NONE, **more: Any) -> Setting[Any]:
    return Setting("a.b", default, Page.SPEED, "Thing", unit=unit, **more)


RATE = settings.speed.UP_LIMIT
SIZE = setting(500_000_000, Unit.BYTES)
MINUTES, SECONDS, DAYS = setting(30, Unit.MINUTES), setting(30, Unit.SECONDS), setting(7, Unit.DAYS)
RATIO, PERCENT, PLAIN = setting(2.0, Unit.RATIO, maximum=100), setting(5, Unit.PERCENT, maximum=100), setting(8080)


def plain(text: str) -> str:
    return text.replace(formats.NBSP, " ")


@pytest.mark.parametrize(
    ("which", "value", "words"),
    [
        (RATE, 0, "no limit"),
        (RATE, 1_500_000, "1,500 kB/s"),
        (RATE, 1_234_567, "1,234.567 kB/s"),
        (SIZE, 500_000_000, "500 MB"),
        (SIZE, 1_500_000_000, "1.5 GB"),
        (MINUTES, 1440, "1 d"),
        (MINUTES, 150, "150 min"),
        (MINUTES, 0, "0 min"),
        (SECONDS, 90, "90 s"),
        (RATIO, 1.5, "1.50"),
        (PERCENT, 5, "5 %"),
        (PLAIN, 51413, "51413"),
    ],
)
def test_what_is_written_is_read(which: Setting[Any], value: float, words: str) -> None:
    assert plain(numbers.written(which, value)) == words
    assert numbers.read(which, numbers.written(which, value), value) == value


@pytest.mark.parametrize(
    ("which", "text", "value"),
    [
        (RATE, "5M", 5_000_000),
        (RATE, "5 mb/s", 5_000_000),
        (RATE, "2 MiB/s", 2 << 20),
        (RATE, " 250 ", 250_000),
        (RATE, "1.5k", 1500),
        (RATE, "8 Mbit/s", 1_000_000),
        (RATE, "700 B/s", 700),
        (RATE, "", 0),
        (RATE, "No  Limit", 0),
        (RATE, "1,5 M", 1_500_000),
        (SIZE, "2G", 2_000_000_000),
        (SIZE, "20", 20_000_000),
        (MINUTES, "2 h", 120),
        (MINUTES, "1 day", 1440),
        (SECONDS, "3 min", 180),
        (DAYS, "48h", 2),
        (RATIO, "1,25", 1.25),
        (PERCENT, "7%", 7),
    ],
)
def test_what_people_type_is_understood(which: Setting[Any], text: str, value: float) -> None:
    assert numbers.read(which, text, which.default) == value


@pytest.mark.parametrize(
    ("which", "text", "words"),
    [
        (RATE, "fast", "“Upload limit” takes a rate such as 500 kB/s, not “fast”."),
        (RATE, "5 horses", "not “5 horses”"),
        (RATE, "3000 MB/s", "“Upload limit” must be from 0 kB/s to 1,000,000 kB/s."),
        (SIZE, "5 MB/s", "takes a size such as 5 GB"),
        (MINUTES, "3 fortnights", "takes a number such as 30 min"),
        (PLAIN, "80.5", "whole number"),
        (PLAIN, "-1", "must be from 0 to"),
        (RATIO, "101", "must be from 0.00 to 100.00"),
        (RATIO, "", "takes a number such as 2.00"),
        (PERCENT, "5 kB", "takes a number such as 5 %"),
    ],
)
def test_what_is_no_number_gets_its_sentence(which: Setting[Any], text: str, words: str) -> None:
    with pytest.raises(ValueError, match=r".") as error:
        numbers.read(which, text, which.default)
    assert words in plain(str(error.value))


def test_binary_units_are_those_of_the_user() -> None:
    formats.use(QLocale("en_GB"), binary=True)
    assert plain(numbers.written(RATE, 1536 << 10)) == "1,536 KiB/s"
    assert numbers.read(RATE, "2M", 0) == 2 << 20
    assert numbers.read(RATE, "2MB", 0) == 2_000_000
    assert numbers.read(RATE, "100", 0) == 100 << 10


def test_in_spanish_point_and_comma_change_places() -> None:
    QLocale.setDefault(QLocale("es_ES"))
    formats.use(QLocale("es_ES"))
    assert plain(numbers.written(RATE, 12_345_600)) == "12.345,6 kB/s"
    assert numbers.read(RATE, "12.345,6", 0) == 12_345_600
    assert numbers.read(RATE, "1,5 M", 0) == 1_500_000
    assert numbers.read(RATE, "1.5 M", 0) == 1_500_000
    assert numbers.read(DAYS, "2 días", 7) == 2


def walk(which: Setting[Any], value: float, step: Callable[[float], float], times: int) -> list[float]:
    found = []
    for _ in range(times):
        value = step(value)
        found.append(value)
    return found


def test_steps_grow_with_what_is_there_and_end_at_the_limits() -> None:
    up = walk(RATE, 98_000, lambda value: numbers.stepped(RATE, value, 1), 4)
    assert up == [99_000, 100_000, 110_000, 120_000]
    down = walk(RATE, 110_000, lambda value: numbers.stepped(RATE, value, -1), 3)
    assert down == [100_000, 99_000, 98_000]
    assert numbers.stepped(RATE, 0, -1) == 0
    assert numbers.stepped(RATE, 0, 1) == 1000
    assert numbers.stepped(PERCENT, 99, 10) == 100
    assert numbers.stepped(RATIO, 2.0, 1) == pytest.approx(2.1)
