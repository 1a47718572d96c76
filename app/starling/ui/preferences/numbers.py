# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers of settings as a user reads and types them: with units, and words where 0 is not a number."""

import math
import re
from typing import Any

from PySide6.QtCore import QLocale

from starling import formats
from starling.i18n import Counted, translate
from starling.setting import Setting, Unit
from starling.spelling import fold

_FIGURE = re.compile(r"([-+]?\d[\d.,'’\s\u00a0\u202f]*)(.*)", re.DOTALL)
_AMOUNT = re.compile(r"([kmgtp]?)(i?)(b|bit|bits|bytes)?(/s|ps)?")
_POWERS = " kmgtp"
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
"""By the first letter of the unit, in English as in Spanish."""
_OWN_SECONDS = {Unit.SECONDS: 1, Unit.MINUTES: 60, Unit.DAYS: 86_400}
_AMOUNTS = {Unit.RATE, Unit.BYTES}
_TYPICAL_SIZE = 1_000_000


class Numbers(Counted):
    """The plural forms."""


def written(setting: Setting[Any], value: float) -> str:
    """A value with its unit, to the byte: 1,500 kB/s, 30 min, 2.00; the setting's word for 0."""
    return setting.zero if value == 0 and setting.zero_source else _with_unit(setting, value)


def _with_unit(setting: Setting[Any], value: float) -> str:
    match setting.unit:
        case Unit.RATE:
            unit, sign = formats.rate_unit(1024)
            return f"{_decimal(value / unit)}{formats.NBSP}{sign}"
        case Unit.BYTES:
            size, sign = _size_unit(value)
            return f"{_decimal(value / size)}{formats.NBSP}{sign}"
        case Unit.SECONDS | Unit.MINUTES:
            return _time(round(value * _OWN_SECONDS[setting.unit]), _OWN_SECONDS[setting.unit])
        case Unit.DAYS:
            return Numbers.tr("%n days", "", int(value)) if value == int(value) else _decimal(value)
        case Unit.PERCENT:
            return f"{_decimal(value)}{formats.NBSP}{QLocale().percent()}"
        case Unit.RATIO:
            return formats.ratio(value)
        case Unit.NONE:
            # Ports are no quantities: no sign between their digits.
            return str(value) if isinstance(value, int) else _decimal(value)


def read(setting: Setting[Any], text: str, shown: float) -> int | float:
    """The other way round; without a unit it is the one that `shown` is written in. ValueError(sentence)."""
    plain = " ".join(text.split())
    if setting.zero_source and fold(plain) in {"", "0", fold(" ".join(setting.zero.split()))}:
        return 0
    match = _FIGURE.fullmatch(plain)
    if match is None:
        raise _no_number(setting, plain)
    figure = _figure(match[1])
    if figure is None:
        raise _no_number(setting, plain)
    value = figure * _factor(setting, fold(match[2]).strip(" \u00a0\u202f."), shown, plain)
    whole = isinstance(setting.default, int)
    if whole and setting.unit is Unit.NONE and value != int(value):
        raise setting.refuse(translate("Settings", "“{label}” must be a whole number."))
    result: int | float = round(value) if whole else value
    low, high = setting.minimum, setting.maximum
    if not low <= result <= high:
        text = translate("Settings", "“{label}” must be from {low} to {high}.")
        kind = int if whole else float
        raise setting.refuse(text, low=_with_unit(setting, kind(low)), high=_with_unit(setting, kind(high)))
    return result


def stepped(setting: Setting[Any], value: float, steps: int) -> int | float:
    """A value some steps further up or down, within the limits; what is large goes in larger steps."""
    unit, whole = _step_unit(setting, value), isinstance(setting.default, int)
    figure = value / unit
    for _ in range(abs(steps)):
        # Down from 100 is 99 and not 90.
        size = figure if steps > 0 else figure * 0.999
        step = 10 ** max(0, math.floor(math.log10(size)) - 1) if setting.unit in _AMOUNTS and size >= 1 else 1
        figure += step if steps > 0 else -step
    result = min(max(figure * unit, setting.minimum), setting.maximum)
    return round(result) if whole else result


def _step_unit(setting: Setting[Any], value: float) -> float:
    match setting.unit:
        case Unit.RATE:
            return formats.rate_unit(1024)[0]
        case Unit.BYTES:
            return _size_unit(value)[0]
        case Unit.RATIO:
            return 0.1
        case _:
            return 1


def _factor(setting: Setting[Any], suffix: str, shown: float, text: str) -> float:
    """What the figure is multiplied with, by what stands behind it."""
    unit = setting.unit
    if unit in _AMOUNTS:
        return _amount_factor(setting, suffix, shown, text)
    if unit in _OWN_SECONDS:
        if suffix and suffix[0] not in _SECONDS:
            raise _no_number(setting, text)
        return _SECONDS[suffix[0]] / _OWN_SECONDS[unit] if suffix else 1
    if suffix and not (unit is Unit.PERCENT and suffix == fold(QLocale().percent())):
        raise _no_number(setting, text)
    return 1


def _amount_factor(setting: Setting[Any], suffix: str, shown: float, text: str) -> float:
    if not suffix:
        return formats.rate_unit(1024)[0] if setting.unit is Unit.RATE else _size_unit(shown or setting.default)[0]
    match = _AMOUNT.fullmatch(suffix.replace(" ", ""))
    if match is None or (match[4] and setting.unit is not Unit.RATE):
        raise _no_number(setting, text)
    prefix, binary, what, _ = match.groups()
    # 5M is in the units that the user sees; who writes MB or MiB has said which.
    by_1024 = bool(binary) or (not what and formats.uses_binary())
    factor = float((1024 if by_1024 else 1000) ** _POWERS.index(prefix or " "))
    return factor / 8 if (what or "").startswith("bit") else factor


def _time(seconds: int, unit: int) -> str:
    """In the largest unit of which it is a whole number: 90 s, 2 h, 3 d; nothing is in the one it is kept in."""
    signs = {
        86_400: translate("Formats", "d", "the sign of days"),
        3600: translate("Formats", "h", "the sign of hours"),
        60: translate("Formats", "min", "the sign of minutes"),
        1: translate("Formats", "s", "the sign of seconds"),
    }
    size = next(size for size in signs if seconds % size == 0 and (seconds or size == unit))
    return f"{_decimal(seconds / size)}{formats.NBSP}{signs[size]}"


def _size_unit(count: float) -> tuple[float, str]:
    """The unit that a size is written in, and its sign."""
    unit, sign = formats.rate_unit(count or _TYPICAL_SIZE)
    return unit, sign.removesuffix("/s")


def _figure(text: str) -> float | None:
    """A number as it is written here or in a program; None if it is none."""
    compact = re.sub(r"[\s\u00a0\u202f]", "", text)
    for locale, attempt in (
        (QLocale(), compact),
        (QLocale.c(), compact),
        (QLocale.c(), compact.replace(",", ".")),
    ):
        value, understood = locale.toDouble(attempt)
        if understood and math.isfinite(value):
            return value
    return None


def _decimal(value: float) -> str:
    """Up to three decimals, as the locale writes them."""
    locale = QLocale()
    written = locale.toString(float(value), "f", 3)
    point = locale.decimalPoint()
    return written.rstrip("0").removesuffix(point) if point in written else written


def _no_number(setting: Setting[Any], text: str) -> ValueError:
    words = {
        Unit.RATE: translate("Preferences", "“{label}” takes a rate such as {example}, not “{typed}”."),
        Unit.BYTES: translate("Preferences", "“{label}” takes a size such as {example}, not “{typed}”."),
    }.get(setting.unit, translate("Preferences", "“{label}” takes a number such as {example}, not “{typed}”."))
    example = written(setting, type(setting.default)(_EXAMPLES.get(setting.unit, setting.default or setting.maximum)))
    return setting.refuse(words, example=example, typed=text)


_EXAMPLES = {Unit.RATE: 500_000, Unit.BYTES: 5_000_000_000}
