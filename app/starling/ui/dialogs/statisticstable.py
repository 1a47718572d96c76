# SPDX-License-Identifier: GPL-3.0-or-later
"""The columns of the days, one row of data each; the bars of a day are drawn against the best day of the table."""

import re
from collections.abc import Callable

from PySide6.QtCore import QDate, QLocale, QRect
from PySide6.QtGui import QPainter

from starling import formats
from starling.i18n import translate
from starling.statistics import Day
from starling.ui.cells import Context
from starling.ui.column import Align, Column, Export, Unit
from starling.ui.theme import Token

_BAR, _GAP = 5, 2
"""Pixels of the design."""


def columns(most: Callable[[], int]) -> tuple[Column[Day], ...]:
    """`most`: bytes of the longest bar."""
    right = Align.RIGHT

    def amount(key: str, title: str, value: Callable[[Day], int], token: Token = Token.TEXT) -> Column[Day]:
        return Column(
            key=key,
            title=title,
            value=lambda day: value(day) or None,
            text=lambda day: formats.size(value(day)) if value(day) else "",
            width=96,
            align=right,
            unit=Unit.BYTES,
            colour=token,
            spare=token is Token.TEXT,
        )

    def number(key: str, title: str, value: Callable[[Day], int]) -> Column[Day]:
        return Column(
            key=key,
            title=title,
            value=lambda day: value(day) or None,
            text=lambda day: formats.count(value(day)) if value(day) else "",
            width=78,
            align=right,
            spare=True,
        )

    return (
        Column(
            key="day",
            title=translate("Statistics", "Day"),
            value=lambda day: day.date,
            text=name_of,
            width=124,
            falling=True,
            exports=(Export(translate("Statistics", "Day"), lambda day: day.date.isoformat()),),
        ),
        Column(
            key="bars",
            title="",
            value=lambda day: day.totals.downloaded + day.totals.uploaded or None,
            text=lambda day: "",
            help=translate("Statistics", "Downloaded above, uploaded below"),
            width=180,
            stretch=True,
            least=110,
            paint=_bars(most),
            exports=(),
        ),
        amount("down", translate("Statistics", "Downloaded"), lambda day: day.totals.downloaded, Token.DOWN),
        amount("up", translate("Statistics", "Uploaded"), lambda day: day.totals.uploaded, Token.UP),
        Column(
            key="ratio",
            title=translate("Statistics", "Ratio"),
            value=lambda day: day.totals.ratio,
            text=lambda day: formats.ratio(day.totals.ratio) if day.totals.ratio is not None else "",
            width=66,
            align=right,
        ),
        Column(
            key="running",
            title=translate("Statistics", "Running"),
            value=lambda day: day.totals.seconds or None,
            text=lambda day: formats.duration(day.totals.seconds) if day.totals.seconds >= 1 else "",
            width=98,
            align=right,
            unit=Unit.SECONDS,
            spare=True,
        ),
        amount("wasted", translate("Statistics", "Wasted"), lambda day: day.totals.wasted + day.totals.failed),
        number("added", translate("Statistics", "Added"), lambda day: day.totals.added),
        number("finished", translate("Statistics", "Finished"), lambda day: day.totals.finished),
    )


def name_of(day: Day) -> str:
    """Weekday and date, as the locale writes them."""
    locale = QLocale()
    # 11/12/26 can be read in three ways.
    written = re.sub("yy+", "yyyy", locale.dateFormat(QLocale.FormatType.ShortFormat))
    weekday = locale.dayName(day.date.isoweekday(), QLocale.FormatType.ShortFormat)
    return f"{weekday} {locale.toString(QDate(*day.date.timetuple()[:3]), written)}"


def _bars(most: Callable[[], int]) -> Callable[[QPainter, QRect, Day, Context], None]:
    def paint(painter: QPainter, rect: QRect, day: Day, ctx: Context) -> None:
        longest = most()
        if longest <= 0:
            return
        height, gap = ctx.px(_BAR), ctx.px(_GAP)
        top = rect.center().y() - height - gap // 2
        for value, token in ((day.totals.downloaded, Token.DOWN), (day.totals.uploaded, Token.UP)):
            if value:
                width = max(1, rect.width() * value // longest)
                painter.fillRect(rect.left(), top, width, height, ctx.colours[token])
            top += height + gap

    return paint
