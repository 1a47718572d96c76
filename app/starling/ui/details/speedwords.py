# SPDX-License-Identifier: GPL-3.0-or-later
"""What the speed graph says of one moment."""

from collections.abc import Collection
from typing import NamedTuple

from starling import formats
from starling.i18n import translate
from starling.speed import Series
from starling.ui.column import Weight
from starling.ui.details.speedimage import Line
from starling.ui.theme import Token


class Said(NamedTuple):
    """A line of what the cursor tells."""

    words: str
    token: Token = Token.TEXT
    weight: Weight = Weight.NORMAL


def told(series: Series, index: int, seconds: int, lines: Collection[Line]) -> list[Said]:
    """What is to be said of one step of a graph that is `seconds` wide: the time, then each line's rate."""
    began = series.moment(index)
    when = formats.clock(began, exact=series.step < 60)
    if seconds >= 86_400:
        when = translate("SpeedGraph", "{day}, {time}").format(day=formats.weekday(began), time=when)
    found = [Said(when, Token.TEXT, Weight.BOLD)]
    if not series.ran(index):
        return [*found, Said(translate("SpeedGraph", "Starling was not running."), Token.MUTED)]
    down, up = series.down, series.up
    told = (
        (Line.DOWN, translate("SpeedGraph", "Download: {rate}"), down.payload, Token.DOWN),
        (Line.UP, translate("SpeedGraph", "Upload: {rate}"), up.payload, Token.UP),
        (Line.DOWN_OVERHEAD, translate("SpeedGraph", "Download overhead: {rate}"), down.overhead, Token.WARN),
        (Line.UP_OVERHEAD, translate("SpeedGraph", "Upload overhead: {rate}"), up.overhead, Token.WARN),
    )
    for line, words, values, token in told:
        if line in lines:
            found.append(Said(words.format(rate=rate_words(values[index])), token))
    if series.step > 1:
        for line, words, best in (
            (Line.DOWN, translate("SpeedGraph", "Highest download: {rate}"), down.peaks[index]),
            (Line.UP, translate("SpeedGraph", "Highest upload: {rate}"), up.peaks[index]),
        ):
            if line in lines and best >= 1:
                found.append(Said(words.format(rate=rate_words(best)), Token.MUTED))
    if Line.LIMITS in lines:
        for words, limit in (
            (translate("SpeedGraph", "Download limit: {rate}"), down.limit[index]),
            (translate("SpeedGraph", "Upload limit: {rate}"), up.limit[index]),
        ):
            if limit > 0:
                found.append(Said(words.format(rate=formats.limit(round(limit))), Token.MUTED))
    return found


def rate_words(rate: float) -> str:
    """A rate in a sentence: also one of less than 1 kB/s."""
    if rate < 1:
        return translate("Speed", "nothing", "a rate")
    return formats.rate(rate) or formats.limit(round(rate))
