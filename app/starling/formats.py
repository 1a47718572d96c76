# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers, durations and moments as a user reads them, fast enough to be called while painting.

Figures are cut, never rounded up: what is shown has been reached. Every function takes a locale, by default the one
given to `use`; its separators and the translated words are looked up once. A no-break space stands before units.
"""

import functools
import math
import re
import time
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

NBSP = "\N{NO-BREAK SPACE}"
_MINUTE, _HOUR, _DAY, _YEAR = 60, 3600, 86_400, 31_536_000
_JUST_NOW = 5
_DAYS_ONLY = 10 * _DAY
_YEAR_10000 = 253_402_300_800
_LARGEST_UNIT = 6
_SHORT = QLocale.FormatType.ShortFormat
_NOISE = 1e-9
"""The float 1.15 is a little less than 1.15; that little must not cost it its last digit."""


@dataclass(frozen=True, slots=True)
class _Style:
    """What a locale contributes, ready to be joined to digits."""

    locale: QLocale
    point: str
    decimal: tuple[str, ...]
    """The sign of each unit, every one 1000 times the one before."""
    binary: tuple[str, ...]
    """Likewise, 1024 times."""
    decimal_rate: tuple[str, ...]
    binary_rate: tuple[str, ...]
    percent: str
    seconds: str
    minutes: str
    hours: str
    days: str
    years: str
    never: str
    span: str
    span_spoken: str
    no_limit: str
    just_now: str
    ago: str
    yesterday: str
    date_format: str
    moment_format: str


@functools.lru_cache(maxsize=8)
def _style(locale: QLocale) -> _Style:
    byte = NBSP + QCoreApplication.translate("Formats", "B")
    decimal = (
        byte,
        NBSP + QCoreApplication.translate("Formats", "kB"),
        NBSP + QCoreApplication.translate("Formats", "MB"),
        NBSP + QCoreApplication.translate("Formats", "GB"),
        NBSP + QCoreApplication.translate("Formats", "TB"),
        NBSP + QCoreApplication.translate("Formats", "PB"),
        NBSP + QCoreApplication.translate("Formats", "EB"),
    )
    binary = (
        byte,
        NBSP + QCoreApplication.translate("Formats", "KiB"),
        NBSP + QCoreApplication.translate("Formats", "MiB"),
        NBSP + QCoreApplication.translate("Formats", "GiB"),
        NBSP + QCoreApplication.translate("Formats", "TiB"),
        NBSP + QCoreApplication.translate("Formats", "PiB"),
        NBSP + QCoreApplication.translate("Formats", "EiB"),
    )
    per_second = QCoreApplication.translate("Formats", "{size}/s", "a rate: a size per second")
    return _Style(
        locale=locale,
        point=locale.decimalPoint(),
        decimal=decimal,
        binary=binary,
        decimal_rate=tuple(per_second.format(size=unit) for unit in decimal),
        binary_rate=tuple(per_second.format(size=unit) for unit in binary),
        percent=NBSP + locale.percent(),
        seconds=NBSP + QCoreApplication.translate("Formats", "s", "the sign of seconds"),
        minutes=NBSP + QCoreApplication.translate("Formats", "min", "the sign of minutes"),
        hours=NBSP + QCoreApplication.translate("Formats", "h", "the sign of hours"),
        days=NBSP + QCoreApplication.translate("Formats", "d", "the sign of days"),
        years=NBSP + QCoreApplication.translate("Formats", "y", "the sign of years"),
        never=QCoreApplication.translate("Formats", "never", "the time left where nothing can arrive"),
        span=QCoreApplication.translate("Formats", "{first}–{last}", "times between which it may end: 18–30 min"),
        span_spoken=QCoreApplication.translate("Formats", "{first} to {last}", "the same to be read aloud"),
        no_limit=QCoreApplication.translate("Formats", "no limit"),
        just_now=QCoreApplication.translate("Formats", "just now"),
        ago=QCoreApplication.translate("Formats", "{duration} ago", "as in 38 s ago"),
        yesterday=QCoreApplication.translate("Formats", "yesterday {time}", "as in yesterday 21:14"),
        date_format=_with_century(locale.dateFormat(_SHORT)),
        moment_format=_with_century(locale.dateTimeFormat(_SHORT)),
    )


def _with_century(date_format: str) -> str:
    """11/12/26 can be read in three ways, 11/12/2026 in two at most."""
    return re.sub("yy+", "yyyy", date_format)


class _Choice:
    """What holds where a caller names neither locale nor units."""

    def __init__(self) -> None:
        self.style = _style(QLocale())
        self.binary = False


_choice = _Choice()


def use(locale: QLocale, *, binary: bool = False) -> None:
    """Set the locale and the units for data; call it again once the translators of a language are installed."""
    _style.cache_clear()
    _choice.style = _style(locale)
    _choice.binary = binary


def size(count: int, locale: QLocale | None = None, *, binary: bool | None = None) -> str:
    """Bytes with three digits: 302 B, 7.61 GB, 109 GB; with ``binary`` up to four before the unit: 1023 KiB."""
    style = _choice.style if locale is None else _style(locale)
    if _choice.binary if binary is None else binary:
        whole, fraction, unit = _binary(count)
        return f"{whole}{style.point}{fraction}{style.binary[unit]}" if fraction else whole + style.binary[unit]
    whole, fraction, unit = _decimal(count)
    return f"{whole}{style.point}{fraction}{style.decimal[unit]}" if fraction else whole + style.decimal[unit]


def rate(per_second: float, locale: QLocale | None = None, *, binary: bool | None = None) -> str:
    """Bytes per second: empty below 1 kB/s, whole below 1 MB/s (its tenths are only noise), then three digits."""
    style = _choice.style if locale is None else _style(locale)
    if _choice.binary if binary is None else binary:
        whole, fraction, unit = _binary(int(per_second))
        signs = style.binary_rate
    else:
        whole, fraction, unit = _decimal(int(per_second))
        signs = style.decimal_rate
    if unit < 1:
        return ""
    return f"{whole}{style.point}{fraction}{signs[unit]}" if fraction and unit > 1 else whole + signs[unit]


def rate_unit(per_second: float, locale: QLocale | None = None, *, binary: bool | None = None) -> tuple[int, str]:
    """The unit in which such a rate is written: its bytes per second, and its sign alone, for an axis."""
    style = _choice.style if locale is None else _style(locale)
    if uses_binary() if binary is None else binary:
        unit = min(max(0, int(per_second).bit_length() - 1) // 10, _LARGEST_UNIT)
        return 1 << 10 * unit, style.binary_rate[unit].lstrip(NBSP)
    unit = min((len(str(int(per_second))) - 1) // 3, _LARGEST_UNIT)
    return int(1000**unit), style.decimal_rate[unit].lstrip(NBSP)


def uses_binary() -> bool:
    """Whether units are powers of 1024 where a caller names none."""
    return _choice.binary


def figure(value: float, locale: QLocale | None = None) -> str:
    """A short number as it is, 0.5 or 25, with the locale's decimal sign: for the ticks of an axis."""
    style = _choice.style if locale is None else _style(locale)
    return f"{value:.4g}".replace(".", style.point)


def clock(seconds: float, locale: QLocale | None = None, *, exact: bool = False) -> str:
    """The local time of a Unix moment, 14:03; ``exact`` with its seconds, 14:03:27."""
    style = _choice.style if locale is None else _style(locale)
    time_then = QDateTime.fromSecsSinceEpoch(int(seconds)).time()
    return style.locale.toString(time_then, "HH:mm:ss" if exact else _SHORT)


def weekday(seconds: float, locale: QLocale | None = None) -> str:
    """The day of a Unix moment in local time, as in Mon 22."""
    style = _choice.style if locale is None else _style(locale)
    return style.locale.toString(QDateTime.fromSecsSinceEpoch(int(seconds)).date(), "ddd d")


def limit(per_second: int | None, locale: QLocale | None = None, *, binary: bool | None = None) -> str:
    """A limit as somebody would type it, 500 B/s or 1.5 MB/s; None, 0 and less are ``no limit``."""
    style = _choice.style if locale is None else _style(locale)
    if per_second is None or per_second <= 0:
        return style.no_limit
    if _choice.binary if binary is None else binary:
        return _trimmed(_binary(per_second), style.point, style.binary_rate)
    return _trimmed(_decimal(per_second), style.point, style.decimal_rate)


def piece_size(count: int, locale: QLocale | None = None) -> str:
    """Bytes of a piece or a block, which are powers of two: 16 KiB, 4 MiB."""
    style = _choice.style if locale is None else _style(locale)
    return _trimmed(_binary(count), style.point, style.binary)


def percent(fraction: float, locale: QLocale | None = None) -> str:
    """0 % for nothing, 100 % for 1 and more, between them one decimal from 0.0 to 99.9.

    A complete torrent is one whose bytes are all here: pass bytes / bytes, libtorrent's own float rounds up to 1.
    """
    style = _choice.style if locale is None else _style(locale)
    if 0 < fraction < 1:
        tenths = min(int(fraction * 1000 + _NOISE), 999)
        return f"{tenths // 10}{style.point}{tenths % 10}{style.percent}"
    return ("100" if fraction >= 1 else "0") + style.percent


def ratio(value: float, locale: QLocale | None = None) -> str:
    """Two decimals; empty where it is not a number or infinite."""
    if not math.isfinite(value):
        return ""
    style = _choice.style if locale is None else _style(locale)
    whole, hundredths = divmod(int(value * 100 + _NOISE), 100)
    return f"{count(whole, locale)}{style.point}{hundredths:02d}"


def count(number: int, locale: QLocale | None = None) -> str:
    """A plain number, its thousands separated as the locale does it."""
    if 0 <= number < 1000:
        return str(number)
    return (_choice.style if locale is None else _style(locale)).locale.toString(number)


def duration(seconds: float, locale: QLocale | None = None, *, coarse: bool = False) -> str:
    """At most two units: 38 s, 10 min 2 s, 1 h 12 min, 3 d 4 h; ``coarse`` leaves seconds out from a minute on."""
    style = _choice.style if locale is None else _style(locale)
    left = max(int(seconds), 0)
    if left < _MINUTE:
        return f"{left}{style.seconds}"
    if left < _HOUR:
        first, sign, second, second_sign = left // _MINUTE, style.minutes, left % _MINUTE, style.seconds
        if coarse:
            second = 0
    elif left < _DAY:
        first, sign, second, second_sign = left // _HOUR, style.hours, left % _HOUR // _MINUTE, style.minutes
    elif left < _YEAR:
        first, sign, second, second_sign = left // _DAY, style.days, left % _DAY // _HOUR, style.hours
    else:
        first, sign, second, second_sign = left // _YEAR, style.years, left % _YEAR // _DAY, style.days
    return f"{first}{sign} {second}{second_sign}" if second else f"{first}{sign}"


def eta(seconds: float | None, locale: QLocale | None = None) -> str:
    """Time left: empty where it is unknown, ``never`` where it is `torrent.NEVER`; an estimate, so only days from
    ten days on, and nothing closer than ``> 1 y`` from a year on.
    """
    if seconds is None or math.isnan(seconds):
        return ""
    style = _choice.style if locale is None else _style(locale)
    if math.isinf(seconds):
        return style.never
    if seconds >= _YEAR:
        return f">{NBSP}1{style.years}"
    if seconds >= _DAYS_ONLY:
        return f"{int(seconds) // _DAY}{style.days}"
    return duration(seconds, locale, coarse=True)


def eta_range(seconds: float | None, between: tuple[float, float] | None, locale: QLocale | None = None) -> str:
    """Time left, and where `between` says how soon and how late it may be, the stretch between these: 18–30 min.

    Each end in one unit, the number cut; the likely time alone where both ends read the same, or the late one is beyond
    a year or `torrent.NEVER`.
    """
    ends = _ends(between, locale)
    if ends is None or seconds is None:
        return eta(seconds, locale)
    (first, sign), (last, last_sign) = ends
    style = _choice.style if locale is None else _style(locale)
    if sign == last_sign:
        return style.span.format(first=first, last=f"{last}{sign}")
    return style.span.format(first=f"{first}{sign}{NBSP}", last=f"{NBSP}{last}{last_sign}")


def eta_spoken(seconds: float | None, between: tuple[float, float] | None, locale: QLocale | None = None) -> str:
    """The same to be read aloud: 18 min to 30 min."""
    ends = _ends(between, locale)
    if ends is None or seconds is None:
        return eta(seconds, locale)
    style = _choice.style if locale is None else _style(locale)
    return style.span_spoken.format(first="".join(ends[0]), last="".join(ends[1]))


_End = tuple[str, str]
"""A number and its unit."""


def _ends(between: tuple[float, float] | None, locale: QLocale | None) -> tuple[_End, _End] | None:
    """Either end; None where there is no stretch worth to be told."""
    if between is None or not between[1] < _YEAR:
        return None
    style = _choice.style if locale is None else _style(locale)
    first, last = _rough(between[0], style), _rough(between[1], style)
    return None if first == last else (first, last)


def _rough(seconds: float, style: _Style) -> _End:
    """In one unit, small enough that at least two of it are told."""
    left = max(int(seconds), 0)
    for unit, sign in ((_DAY, style.days), (_HOUR, style.hours), (_MINUTE, style.minutes)):
        if left >= 2 * unit:
            return str(left // unit), sign
    return str(left), style.seconds


def age(moment_then: float | None, locale: QLocale | None = None, *, now: float | None = None) -> str:
    """How long ago: just now, 38 s ago, 2 min ago, 5 h ago (today), yesterday 21:14, then the date.

    A moment that lies ahead by more than a minute (somebody's clock is wrong) is given in full.
    """
    if moment_then is None or not 0 <= moment_then < _YEAR_10000:
        return ""
    style = _choice.style if locale is None else _style(locale)
    present = time.time() if now is None else now
    elapsed = present - moment_then
    if elapsed < -_MINUTE:
        return moment(moment_then, locale)
    if elapsed < _JUST_NOW:
        return style.just_now
    if elapsed < _HOUR:
        return style.ago.format(duration=duration(elapsed, locale, coarse=True))
    then = QDateTime.fromSecsSinceEpoch(int(moment_then))
    days = then.date().daysTo(QDateTime.fromSecsSinceEpoch(int(present)).date())
    if days == 0:
        return style.ago.format(duration=f"{int(elapsed) // _HOUR}{style.hours}")
    if days == 1:
        return style.yesterday.format(time=style.locale.toString(then.time(), _SHORT))
    return style.locale.toString(then.date(), style.date_format)


def moment(seconds: float | None, locale: QLocale | None = None) -> str:
    """Date and time of a Unix moment in local time; empty where there is none or it is beyond the calendar."""
    if seconds is None or not 0 <= seconds < _YEAR_10000:
        return ""
    style = _choice.style if locale is None else _style(locale)
    return style.locale.toString(QDateTime.fromSecsSinceEpoch(int(seconds)), style.moment_format)


def _decimal(value: int) -> tuple[str, str, int]:
    """Whole digits, fraction digits and unit of ``value``: cutting a decimal number is cutting its digits."""
    digits = str(value)
    if value < 1000:
        return digits, "", 0
    unit = min((len(digits) - 1) // 3, _LARGEST_UNIT)
    whole = len(digits) - 3 * unit
    return digits[:whole], digits[whole:3], unit


def _binary(value: int) -> tuple[str, str, int]:
    if value < 1024:
        return str(value), "", 0
    unit = min((value.bit_length() - 1) // 10, _LARGEST_UNIT)
    shift = 10 * unit
    whole = value >> shift
    if whole >= 100:
        return str(whole), "", unit
    if whole >= 10:
        return str(whole), str((value * 10 >> shift) % 10), unit
    return str(whole), f"{(value * 100 >> shift) % 100:02d}", unit


def _trimmed(parts: tuple[str, str, int], point: str, signs: tuple[str, ...]) -> str:
    whole, fraction, unit = parts
    fraction = fraction.rstrip("0")
    return f"{whole}{point}{fraction}{signs[unit]}" if fraction else whole + signs[unit]
