# SPDX-License-Identifier: GPL-3.0-or-later
"""What the cells of an exported table hold: plain numbers, moments a spreadsheet knows, and texts that stay texts.

Numbers have a point and no unit, which stands in the heading; moments are local time as ``2026-11-22 21:14:05``.
"""

import math
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from starling.i18n import translate
from starling.torrent import NEVER
from starling.ui.column import Align, Column, Export, Unit

Cell = str | int | float

_FORMULAS = tuple("=+-@\t\r\n＝＋－＠")
"""A spreadsheet computes a text that begins with one of them, also one that came from a stranger's computer."""
_YEAR_10000 = 253_402_300_800
_DIGITS = 4
"""Decimals that are kept."""
_SCALE = 10_000


def exports_of(column: Column[Any]) -> tuple[Export[Any], ...]:
    """The columns that one of the table is exported as."""
    if column.exports is not None:
        return column.exports
    if column.unit is not None:
        return (Export(column.title, column.value, column.unit),)
    return (Export(column.title, partial(_number_or_text, column)),)


def heading(export: Export[Any]) -> str:
    """Title and unit."""
    if export.unit is None:
        return harmless(export.title)
    sign = {
        Unit.BYTES: translate("Export", "bytes"),
        Unit.RATE: translate("Export", "bytes/s"),
        Unit.SECONDS: translate("Export", "seconds"),
        Unit.MOMENT: translate("Export", "local time"),
        Unit.FRACTION: "%",
    }[export.unit]
    if sign in export.title:
        return harmless(export.title)
    return harmless(translate("Export", "{title} ({unit})").format(title=export.title, unit=sign))


def reader(export: Export[Any]) -> Callable[[Any], Cell]:
    """From a row to its cell."""
    if export.unit is Unit.MOMENT:
        return lambda row: _moment(export.value(row))
    if export.unit is Unit.FRACTION:
        return lambda row: _percent(export.value(row))
    return lambda row: _cell(export.value(row))


def harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula: an apostrophe stands before one that looks like it."""
    return f"'{text}" if text.startswith(_FORMULAS) else text


def _number_or_text(column: Column[Any], row: Any) -> str | float | None:
    value = column.value(row) if column.align is Align.RIGHT else None
    return value if isinstance(value, int | float) and not isinstance(value, bool) else column.text(row)


def _cell(value: str | float | None) -> Cell:
    if value is None:
        return ""
    if isinstance(value, str):
        return harmless(value)
    if isinstance(value, int):
        return value
    if math.isfinite(value):
        return round(value, _DIGITS)
    return translate("Export", "never") if value == NEVER else ""


def _moment(value: str | float | None) -> Cell:
    if not isinstance(value, int | float) or not 0 <= value < _YEAR_10000 - 86_400:
        return ""
    return datetime.fromtimestamp(value).astimezone().strftime("%Y-%m-%d %H:%M:%S")


def _percent(value: str | float | None) -> Cell:
    """Cut, never rounded up: 100 is whole."""
    if not isinstance(value, int | float) or not math.isfinite(value):
        return ""
    return math.floor(value * 100 * _SCALE + 1e-6) / _SCALE
