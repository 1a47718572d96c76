# SPDX-License-Identifier: GPL-3.0-or-later
"""How numbers, durations and moments read, and what no number may ever say."""

import re
import time
from collections.abc import Iterator
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from starling import formats
from starling.torrent import NEVER

ENGLISH = QLocale("en_GB")
SPANISH = QLocale("es_ES")
SIZES = st.integers(0, 2**63 - 1)
DECIMAL = {"B": 1, "kB": 10**3, "MB": 10**6, "GB": 10**9, "TB": 10**12, "PB": 10**15, "EB": 10**18}
BINARY = {"B": 1, "KiB": 2**10, "MiB": 2**20, "GiB": 2**30, "TiB": 2**40, "PiB": 2**50, "EiB": 2**60}


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    formats.use(ENGLISH)
    yield
    formats.use(QLocale())


def plain(text: str) -> str:
    assert not re.search(r"\d [^\W\d]", text), "a line break could tear off a unit"
    return text.replace(formats.NBSP, " ")


def said(text: str, units: dict[str, int]) -> tuple[float, int]:
    """Number and unit in bytes."""
    number, unit = plain(text).split(" ")
    return float(number), units[unit]


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "0 B"),
        (1, "1 B"),
        (302, "302 B"),
        (999, "999 B"),
        (1000, "1.00 kB"),
        (1999, "1.99 kB"),
        (42_567, "42.5 kB"),
        (999_999, "999 kB"),
        (7_619_999_999, "7.61 GB"),
        (61_400_000_000, "61.4 GB"),
        (109_000_000_000, "109 GB"),
        (5 * 10**12, "5.00 TB"),
        (2**63 - 1, "9.22 EB"),
        (10**23, "100000 EB"),
    ],
)
def test_size(count: int, text: str) -> None:
    assert plain(formats.size(count)) == text


@pytest.mark.parametrize(
    ("count", "text"),
    [(0, "0 B"), (1023, "1023 B"), (1024, "1.00 KiB"), (1_048_575, "1023 KiB"), (45 * 2**29, "22.5 GiB")],
)
def test_binary_size(count: int, text: str) -> None:
    assert plain(formats.size(count, binary=True)) == text


@given(SIZES, SIZES)
@settings(deadline=None)
@pytest.mark.parametrize(("binary", "units"), [(False, DECIMAL), (True, BINARY)])
def test_larger_sizes_never_read_smaller(binary: bool, units: dict[str, int], one: int, other: int) -> None:
    number, unit = said(formats.size(min(one, other), ENGLISH, binary=binary), units)
    larger_number, larger_unit = said(formats.size(max(one, other), ENGLISH, binary=binary), units)
    assert number * unit <= larger_number * larger_unit


@given(SIZES)
@settings(deadline=None)
@pytest.mark.parametrize(("binary", "units", "step"), [(False, DECIMAL, 1000), (True, BINARY, 1024)])
def test_size_has_been_reached_and_fits_its_unit(binary: bool, units: dict[str, int], step: int, count: int) -> None:
    text = formats.size(count, ENGLISH, binary=binary)
    number, unit = said(text, units)
    assert number < step
    assert number >= 1 or count == 0
    assert round(number * 100) * unit <= count * 100
    assert count < number * unit * 1.011 + 1
    digits = re.sub(r"\D", "", text)
    assert len(digits) == 3 or unit == 1 or (binary and number >= 1000)


@pytest.mark.parametrize(
    ("per_second", "text"),
    [
        (0, ""),
        (999.9, ""),
        (1000, "1 kB/s"),
        (49_900, "49 kB/s"),
        (884_123, "884 kB/s"),
        (999_999, "999 kB/s"),
        (3_799_999, "3.79 MB/s"),
        (112_000_000, "112 MB/s"),
    ],
)
def test_rate(per_second: float, text: str) -> None:
    assert plain(formats.rate(per_second)) == text


@pytest.mark.parametrize(("per_second", "text"), [(1023, ""), (1536, "1 KiB/s"), (3 * 2**19, "1.50 MiB/s")])
def test_binary_rate(per_second: int, text: str) -> None:
    assert plain(formats.rate(per_second, binary=True)) == text


@pytest.mark.parametrize(
    ("per_second", "text"),
    [
        (None, "no limit"),
        (0, "no limit"),
        (-1, "no limit"),
        (500, "500 B/s"),
        (5000, "5 kB/s"),
        (150_000, "150 kB/s"),
        (1_500_000, "1.5 MB/s"),
        (1_230_000, "1.23 MB/s"),
    ],
)
def test_limit(per_second: int | None, text: str) -> None:
    assert plain(formats.limit(per_second)) == text


def test_binary_limit() -> None:
    assert plain(formats.limit(512 * 1024, binary=True)) == "512 KiB/s"


@pytest.mark.parametrize(
    ("count", "text"), [(512, "512 B"), (16_384, "16 KiB"), (4 * 2**20, "4 MiB"), (3 * 2**19, "1.5 MiB")]
)
def test_piece_size(count: int, text: str) -> None:
    assert plain(formats.piece_size(count)) == text


@pytest.mark.parametrize(
    ("fraction", "text"),
    [
        (0, "0 %"),
        (-0.1, "0 %"),
        (float("nan"), "0 %"),
        (1e-9, "0.0 %"),
        (0.283, "28.3 %"),
        (0.2839, "28.3 %"),
        (0.9999, "99.9 %"),
        (1 - 2**-53, "99.9 %"),
        (1, "100 %"),
        (1.1, "100 %"),
    ],
)
def test_percent(fraction: float, text: str) -> None:
    assert plain(formats.percent(fraction)) == text


@given(st.integers(1, 10**13), st.integers(1, 10**13))
@settings(deadline=None)
def test_percent_is_100_only_when_whole(one: int, other: int) -> None:
    done, total = min(one, other), max(one, other)
    text = plain(formats.percent(done / total, ENGLISH))
    assert (text == "100 %") == (done == total)
    assert round(float(text[:-2]) * 10) * total <= done * 1000 + total * 1e-8


@given(st.integers(1, 999))
@settings(deadline=None)
def test_percent_keeps_exact_tenths(tenths: int) -> None:
    assert plain(formats.percent(tenths / 1000, ENGLISH)) == f"{tenths // 10}.{tenths % 10} %"


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.0, "0.00"), (1.995, "1.99"), (14.8, "14.80"), (1234.5, "1,234.50"), (float("inf"), ""), (float("nan"), "")],
)
def test_ratio(value: float, text: str) -> None:
    assert formats.ratio(value) == text


@given(st.integers(0, 99_999))
@settings(deadline=None)
def test_ratio_keeps_exact_hundredths(hundredths: int) -> None:
    assert formats.ratio(hundredths / 100, ENGLISH).replace(",", "") == f"{hundredths // 100}.{hundredths % 100:02d}"


@given(st.integers(0, 2**63 - 1), st.sampled_from(["en_US", "es_ES", "de_CH", "hi_IN", "C"]))
@settings(deadline=None)
def test_count_is_separated_as_the_locale_does(number: int, name: str) -> None:
    assert formats.count(number, QLocale(name)) == QLocale(name).toString(number)


def test_count_of_the_chosen_locale() -> None:
    assert formats.count(1204) == "1,204"


@pytest.mark.parametrize(
    ("seconds", "text", "coarse"),
    [
        (-3, "0 s", "0 s"),
        (38.9, "38 s", "38 s"),
        (60, "1 min", "1 min"),
        (72, "1 min 12 s", "1 min"),
        (602, "10 min 2 s", "10 min"),
        (3600, "1 h", "1 h"),
        (4320, "1 h 12 min", "1 h 12 min"),
        (4379, "1 h 12 min", "1 h 12 min"),
        (86_400, "1 d", "1 d"),
        (273_600, "3 d 4 h", "3 d 4 h"),
        (40_000_000, "1 y 97 d", "1 y 97 d"),
    ],
)
def test_duration(seconds: float, text: str, coarse: str) -> None:
    assert plain(formats.duration(seconds)) == text
    assert plain(formats.duration(seconds, coarse=True)) == coarse


@given(st.floats(0, 4e9))
@settings(deadline=None)
def test_duration_has_been_reached(seconds: float) -> None:
    units = {"s": 1, "min": 60, "h": 3600, "d": 86_400, "y": 31_536_000}
    parts = [part.split(formats.NBSP) for part in formats.duration(seconds, ENGLISH).split(" ")]
    assert len(parts) <= 2
    told = sum(int(number) * units[unit] for number, unit in parts)
    assert told <= seconds < told + 2 * units[parts[0][1]]
    assert all(int(number) > 0 for number, _ in parts) or seconds < 1


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (None, ""),
        (float("nan"), ""),
        (NEVER, "never"),
        (0, "0 s"),
        (1440, "24 min"),
        (4330.5, "1 h 12 min"),
        (45_900, "12 h 45 min"),
        (863_999, "9 d 23 h"),
        (864_000, "10 d"),
        (16_120_800, "186 d"),
        (31_535_999, "364 d"),
        (31_536_000, "> 1 y"),
        (1e18, "> 1 y"),
    ],
)
def test_eta(seconds: float | None, text: str) -> None:
    assert plain(formats.eta(seconds)) == text


@pytest.mark.parametrize(
    ("best", "worst", "text", "spoken"),
    [
        (18 * 60 + 59, 30 * 60, "18–30 min", "18 min to 30 min"),
        (50 * 60, 3 * 3600 + 3599, "50 min – 3 h", "50 min to 3 h"),
        (119, 119.9, "1 h", "1 h"),
        (3 * 86_400, NEVER, "1 h", "1 h"),
        (40, 31_536_000, "1 h", "1 h"),
    ],
)
def test_a_range_of_times_left(best: float, worst: float, text: str, spoken: str) -> None:
    assert plain(formats.eta_range(3600, (best, worst))) == text
    assert plain(formats.eta_spoken(3600, (best, worst))) == spoken
    assert formats.eta_range(NEVER, None) == formats.eta_spoken(NEVER, None) == formats.eta(NEVER)


NOON = datetime(2026, 5, 4, 12, 0, 0).timestamp()  # noqa: DTZ001  (local time is what is shown)


@pytest.mark.parametrize(
    ("then", "text"),
    [
        (None, ""),
        (-1, ""),
        (1e15, ""),
        (NOON + 30, "just now"),
        (NOON + 3600, "04/05/2026 13:00"),
        (NOON, "just now"),
        (NOON - 4.9, "just now"),
        (NOON - 38, "38 s ago"),
        (NOON - 150, "2 min ago"),
        (NOON - 3599, "59 min ago"),
        (NOON - 5 * 3600, "5 h ago"),
        (NOON - 12 * 3600, "12 h ago"),
        (NOON - 12 * 3600 - 1, "yesterday 23:59"),
        (NOON - 36 * 3600, "yesterday 00:00"),
        (NOON - 36 * 3600 - 1, "02/05/2026"),
    ],
)
def test_age(then: float | None, text: str) -> None:
    assert plain(formats.age(then, now=NOON)) == text


def test_age_counts_from_the_present() -> None:
    then = time.time() - 48 * 3600
    assert formats.age(then, SPANISH) == formats.moment(then, SPANISH).split(" ")[0]


def test_age_of_minutes_does_not_care_for_midnight() -> None:
    now = NOON - 11.5 * 3600
    assert plain(formats.age(now - 2400, now=now)) == "40 min ago"


@pytest.mark.parametrize(("seconds", "text"), [(None, ""), (-1, ""), (2.6e11, ""), (NOON + 0.5, "04/05/2026 12:00")])
def test_moment(seconds: float | None, text: str) -> None:
    assert formats.moment(seconds) == text


def test_years_have_four_digits() -> None:
    assert formats.moment(NOON, QLocale("en_US")).startswith("5/4/2026")


def test_spanish_separators() -> None:
    assert plain(formats.size(7_610_000_000, SPANISH)) == "7,61 GB"
    assert plain(formats.size(7_610_000_000, SPANISH, binary=True)) == "7,08 GiB"
    assert plain(formats.rate(3_790_000, SPANISH)) == "3,79 MB/s"
    assert plain(formats.limit(1_500_000, SPANISH)) == "1,5 MB/s"
    assert plain(formats.piece_size(3 * 2**19, SPANISH)) == "1,5 MiB"
    assert plain(formats.percent(0.283, SPANISH)) == "28,3 %"
    assert formats.ratio(12_345.5, SPANISH) == "12.345,50"
    assert formats.eta(NEVER, SPANISH) == "never"
    assert plain(formats.duration(72, SPANISH)) == "1 min 12 s"


def test_the_chosen_locale_and_units_hold_without_being_named() -> None:
    formats.use(SPANISH, binary=True)
    assert plain(formats.size(7_610_000_000)) == "7,08 GiB"
    assert plain(formats.rate(3 * 2**19)) == "1,50 MiB/s"
    assert plain(formats.limit(3 * 2**19)) == "1,5 MiB/s"


class Upper(QTranslator):
    """Stands for a language."""

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        return text.upper() if context == "Formats" and "{" not in text else ""


def test_words_follow_the_translators_installed_before_use(qapp: QCoreApplication) -> None:
    translator = Upper(qapp)
    qapp.installTranslator(translator)
    try:
        formats.use(ENGLISH)
        assert formats.eta(NEVER) == "NEVER"
        assert formats.limit(None) == "NO LIMIT"
    finally:
        qapp.removeTranslator(translator)
        translator.deleteLater()


@pytest.mark.parametrize(
    ("top", "binary", "unit", "sign"),
    [
        (0, False, 1, "B/s"),
        (999, False, 1, "B/s"),
        (500_000, False, 1000, "kB/s"),
        (1_000_000, False, 10**6, "MB/s"),
        (0, True, 1, "B/s"),
        (1 << 20, True, 1 << 20, "MiB/s"),
        ((1 << 20) - 1, True, 1 << 10, "KiB/s"),
        (10**30, False, 10**18, "EB/s"),
    ],
)
def test_an_axis_has_one_unit(top: int, binary: bool, unit: int, sign: str) -> None:
    assert formats.rate_unit(top, binary=binary) == (unit, sign)
    assert formats.rate_unit(top, SPANISH, binary=binary) == (unit, sign)


def test_units_are_those_that_were_chosen() -> None:
    assert not formats.uses_binary()
    assert formats.rate_unit(2048) == (1000, "kB/s")
    formats.use(ENGLISH, binary=True)
    assert formats.uses_binary()
    assert formats.rate_unit(2048) == (1024, "KiB/s")


def test_ticks_of_an_axis() -> None:
    assert [formats.figure(value) for value in (0, 0.5, 25, 100)] == ["0", "0.5", "25", "100"]
    assert formats.figure(0.5, SPANISH) == "0,5"


def test_the_clock_and_the_day_of_a_moment() -> None:
    then = datetime(2026, 11, 23, 14, 3, 7).astimezone().timestamp()
    assert formats.clock(then) == "14:03"
    assert formats.clock(then, exact=True) == "14:03:07"
    assert formats.weekday(then) == "Mon 23"
    assert formats.weekday(then, SPANISH) == "lun 23"
