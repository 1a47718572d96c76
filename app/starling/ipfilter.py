# SPDX-License-Identifier: GPL-3.0-or-later
"""What is known of the IP filter, and how that is said."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from starling import formats
from starling.i18n import Counted, translate

_NAMED = 3
_SHOWN = 60
"""Letters of a line in a sentence."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a list; an entry of a list that has no lines."""

    number: int
    """From 1."""
    text: str


@dataclass(frozen=True, slots=True)
class FilterState:
    """Of the list of addresses that a file holds; bans and kicks are no part of it."""

    path: str = ""
    """The file that the user wants; empty while the filter is off."""
    reading: bool = False
    problem: str = ""
    """A sentence: why that file is not in force."""
    source: str = ""
    """The file that is in force, if one is: what can't be read leaves what was in force before."""
    ranges: int = 0
    """In force; those of the file that overlap or touch are one."""
    allowed: int = 0
    """Ranges of the file that it says itself are not to be kept out."""
    wrong: int = 0
    """Lines that could not be read."""
    named: tuple[Line, ...] = ()
    """The first of them."""
    read: float | None = None
    """When that was, a Unix moment."""
    changed: float | None = None
    """When the file was changed then."""
    refused: int = 0
    """How often a peer was refused because of the filter since the session began."""
    addresses: int = 0
    """How many peers those were."""


class Why(Enum):
    """Why nobody at an address gets in."""

    NOT = auto()
    """They do."""
    KICKED = auto()
    BANNED = auto()
    FILTERED = auto()


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer for one address."""

    why: Why
    by: str = ""
    """The ban, or the range of the filter: 192.0.2.0-192.0.2.255."""


class IPFilter(Counted):
    """Sentences of this module."""


def in_force(state: FilterState, *, naming: bool = True) -> str:
    """How many ranges hold, and what was left out: *301,204 ranges are in force; 3 lines could not be read: line …*

    Without `naming` the lines are counted only.
    """
    if not state.source:
        return translate("IPFilter", "No filter is in force.")
    text = IPFilter.tr("{count} ranges are in force", "", state.ranges).format(count=formats.count(state.ranges))
    if not state.wrong:
        return translate("IPFilter", "{sentence}.").format(sentence=text)
    return translate("IPFilter", "{sentence}; {lines}").format(
        sentence=text, lines=unreadable(state.wrong, state.named if naming else ())
    )


def unreadable(wrong: int, named: Sequence[Line]) -> str:
    """How many lines could not be read, the first of them named."""
    text = IPFilter.tr("{count} lines could not be read", "", wrong).format(count=formats.count(wrong))
    if not named:
        return translate("IPFilter", "{sentence}.").format(sentence=text)
    names = translate("IPFilter", ", ").join(
        translate("IPFilter", "line {number} “{text}”").format(
            number=formats.count(line.number), text=line.text[:_SHOWN] + "…" * (len(line.text) > _SHOWN)
        )
        for line in named[:_NAMED]
    )
    if wrong > _NAMED:
        return translate("IPFilter", "{sentence}, first of all {lines}.").format(sentence=text, lines=names)
    return translate("IPFilter", "{sentence}: {lines}.").format(sentence=text, lines=names)
