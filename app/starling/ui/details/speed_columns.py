# SPDX-License-Identifier: GPL-3.0-or-later
"""The graph's values as rows, for the clipboard and for spreadsheets."""

import math
from collections.abc import Callable, Hashable
from typing import NamedTuple

from starling import formats
from starling.i18n import translate
from starling.speed import Series
from starling.ui.column import Align, Column, Unit
from starling.ui.details.speedimage import Line


class Row(NamedTuple):
    """One step of a series; rates bytes/s, None where nothing is known or there is no limit."""

    moment: int
    down: float | None
    up: float | None
    down_overhead: float | None
    up_overhead: float | None
    best_down: float | None
    best_up: float | None
    down_limit: float | None
    up_limit: float | None


_LINES = {
    "down": Line.DOWN,
    "best_down": Line.DOWN,
    "up": Line.UP,
    "best_up": Line.UP,
    "down_overhead": Line.DOWN_OVERHEAD,
    "up_overhead": Line.UP_OVERHEAD,
    "down_limit": Line.LIMITS,
    "up_limit": Line.LIMITS,
}


def columns() -> list[Column[Row]]:
    """Time, then every line."""

    def rate(key: str, title: str, value: Callable[[Row], float | None]) -> Column[Row]:
        def text(row: Row) -> str:
            found = value(row)
            if found is None:
                return ""
            # A fraction of a byte is none yet, and never a limit that is none.
            return formats.rate(found) or formats.limit(int(found)) if found >= 1 else "0"

        return Column(key=key, title=title, value=value, text=text, align=Align.RIGHT, unit=Unit.RATE)

    return [
        Column(
            key="time",
            title=translate("Speed", "Time"),
            value=lambda row: row.moment,
            text=lambda row: f"{formats.weekday(row.moment)} {formats.clock(row.moment, exact=True)}",
            unit=Unit.MOMENT,
        ),
        rate("down", translate("Speed", "Download"), lambda row: row.down),
        rate("up", translate("Speed", "Upload"), lambda row: row.up),
        rate("down_overhead", translate("Speed", "Download overhead"), lambda row: row.down_overhead),
        rate("up_overhead", translate("Speed", "Upload overhead"), lambda row: row.up_overhead),
        rate("best_down", translate("Speed", "Highest download"), lambda row: row.best_down),
        rate("best_up", translate("Speed", "Highest upload"), lambda row: row.best_up),
        rate("down_limit", translate("Speed", "Download limit"), lambda row: row.down_limit),
        rate("up_limit", translate("Speed", "Upload limit"), lambda row: row.up_limit),
    ]


def shown(series: Series, lines: frozenset[Line]) -> list[int]:
    """Numbers of the columns that these lines need; the best seconds only where a step is longer than one."""
    return [
        number
        for number, column in enumerate(columns())
        if column.key == "time"
        or (_LINES[column.key] in lines and (series.step > 1 or not column.key.startswith("best")))
    ]


def rows(series: Series) -> list[Row]:
    """One for each step."""
    down, up = series.down, series.up
    values = (down.payload, up.payload, down.overhead, up.overhead, down.peaks, up.peaks, down.limit, up.limit)
    return [
        Row(series.moment(at), *(None if math.isnan(value) else value for value in found))
        for at, found in enumerate(zip(*values, strict=True))
    ]


def key(row: Row) -> Hashable:
    """What tells rows apart."""
    return row.moment
