# SPDX-License-Identifier: GPL-3.0-or-later
"""What the statistics say of a stretch of time, one row of data each; as text too."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from starling import formats
from starling.i18n import Counted, translate
from starling.statistics import Day, Present, Statistics, Totals
from starling.ui.dialogs.statisticstable import name_of


class StatisticsWords(Counted):
    """What the statistics count."""


class Line(NamedTuple):
    """One fact of each stretch."""

    title: str
    text: Callable[[Totals], str]
    help: str = ""


def stretches(found: Statistics) -> tuple[tuple[str, Totals], ...]:
    """The stretches of time with their titles, left to right."""
    return (
        (translate("Statistics", "Session"), found.session),
        (translate("Statistics", "Today"), found.today),
        (translate("Statistics", "This month"), found.month),
        (translate("Statistics", "Last month"), found.last_month),
        (translate("Statistics", "All time"), found.always),
    )


def lines() -> tuple[Line, ...]:
    """The facts, top to bottom."""
    return (
        Line(translate("Statistics", "Downloaded"), lambda t: _size(t.downloaded)),
        Line(translate("Statistics", "Uploaded"), lambda t: _size(t.uploaded)),
        Line(translate("Statistics", "Ratio"), lambda t: formats.ratio(t.ratio) if t.ratio is not None else ""),
        Line(translate("Statistics", "Average download"), lambda t: formats.rate(t.mean_down)),
        Line(translate("Statistics", "Average upload"), lambda t: formats.rate(t.mean_up)),
        Line(
            translate("Statistics", "Overhead down"),
            lambda t: _size(t.overhead_down),
            translate("Statistics", "What protocols, trackers and the DHT took on top"),
        ),
        Line(
            translate("Statistics", "Overhead up"),
            lambda t: _size(t.overhead_up),
            translate("Statistics", "What protocols, trackers and the DHT took on top"),
        ),
        Line(
            translate("Statistics", "Received twice"),
            lambda t: _size(t.wasted),
            translate("Statistics", "Data that were here already when they came"),
        ),
        Line(
            translate("Statistics", "Wrong data"),
            lambda t: _size(t.failed),
            translate("Statistics", "Pieces that did not have the hash they should, and were thrown away"),
        ),
        Line(translate("Statistics", "Time running"), lambda t: formats.duration(t.seconds) if t.seconds >= 1 else ""),
        Line(translate("Statistics", "Torrents added"), lambda t: _count(t.added)),
        Line(translate("Statistics", "Downloads finished"), lambda t: _count(t.finished)),
    )


def since(found: Statistics) -> str:
    """From when on all time is."""
    if not found.known:
        return translate("Statistics", "What was before this start is not read yet.")
    if found.since is not None:
        words = translate("Statistics", "All time is since {moment}, when it was reset.")
        return words.format(moment=formats.moment(found.since))
    if found.days:
        return translate("Statistics", "All time is since {day}.").format(day=name_of(found.days[-1]))
    return ""


def now(present: Present, dht_nodes: int | None) -> str:
    """How many there are now."""
    if present == Present() and not dht_nodes:
        return translate("Statistics", "No peers are connected now.")
    parts = [
        StatisticsWords.tr("%n peers connected", "", present.connected),
        StatisticsWords.tr("%n being tried", "", present.trying),
        StatisticsWords.tr("%n let us take", "", present.receiving),
        StatisticsWords.tr("%n may take from us", "", present.sending),
    ]
    if dht_nodes is not None:
        parts.append(StatisticsWords.tr("%n nodes of the DHT", "", dht_nodes))
    return translate("Statistics", "Now: {facts}.").format(facts=", ".join(parts))


def as_text(found: Statistics, days: Sequence[Day]) -> str:
    """Everything as a table of tabs."""
    heads = stretches(found)
    rows = [["", *(title for title, _ in heads)]]
    rows += [[line.title, *(line.text(totals) for _, totals in heads)] for line in lines()]
    rows += [[], [translate("Statistics", "Day"), *(line.title for line in lines())]]
    rows += [[name_of(day), *(line.text(day.totals) for line in lines())] for day in days]
    return "\n".join("\t".join(row) for row in rows)


def _size(count: int) -> str:
    return formats.size(count) if count else ""


def _count(number: int) -> str:
    return formats.count(number) if number else ""
