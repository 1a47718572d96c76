# SPDX-License-Identifier: GPL-3.0-or-later
"""The tiers of a torrent's trackers as text and as lists: read, written, moved and taken out (BEP 12)."""

import re
from collections.abc import Collection, Iterable, Sequence
from enum import Enum
from typing import NamedTuple
from urllib.parse import urlsplit

Tiers = list[list[str]]
"""Announce URLs, those that are asked first in the first list; no list is empty and no URL stands twice."""

TRACKER_SCHEMES = frozenset({"http", "https", "udp", "ws", "wss"})
WEB_SEED_SCHEMES = frozenset({"http", "https"})

_BETWEEN = re.compile(r"[\s,;]+(?=[a-z]+://)|\s+", re.IGNORECASE)


class Wrong(NamedTuple):
    """What in a text is no URL of the kind."""

    line: int
    """From 1."""
    text: str
    portless: bool = False
    """It only lacks the port, which UDP has no usual one for."""


class Read(NamedTuple):
    """A text of URLs, understood."""

    tiers: Tiers
    wrong: tuple[Wrong, ...]

    @property
    def urls(self) -> list[str]:
        """All of them, in order."""
        return flat(self.tiers)


class Place(Enum):
    """Where trackers go, seen from one that stays."""

    BEFORE = "before it in its tier"
    AFTER = "after it in its tier"
    TIER_BEFORE = "a tier of their own before its tier"
    TIER_AFTER = "a tier of their own after its tier"


def is_url(text: str, schemes: Collection[str] = TRACKER_SCHEMES) -> bool:
    """Whether a text is a URL of one of the schemes that names a server."""
    try:
        parts = urlsplit(text)
        return parts.scheme.lower() in schemes and bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        return False


def lacks_port(url: str) -> bool:
    """Whether it is a URL of UDP without a port: for http and https there are usual ones."""
    parts = urlsplit(url)
    return parts.scheme.lower() == "udp" and parts.port is None


def read(text: str, schemes: Collection[str] = TRACKER_SCHEMES, known: Collection[str] = ()) -> Read:
    """One URL in a line, or several, and a new tier after a blank line; a URL that stands there twice counts once.

    `known` ones are not looked at: what came with a torrent stays, however odd.
    """
    tiers: Tiers = [[]]
    wrong, seen = [], set()
    for number, line in enumerate(text.splitlines(), 1):
        whole = line.strip()
        words = [whole] if whole in known else [word for word in _BETWEEN.split(whole) if word]
        if not words:
            tiers.append([])
        for word in words:
            if word not in known and not is_url(word, schemes):
                wrong.append(Wrong(number, word))
            elif word not in known and lacks_port(word):
                wrong.append(Wrong(number, word, portless=True))
            elif word not in seen:
                seen.add(word)
                tiers[-1].append(word)
    return Read(_filled(tiers), tuple(wrong))


def written(tiers: Iterable[Sequence[str]]) -> str:
    """The text that `read` makes these tiers of."""
    return "\n\n".join("\n".join(tier) for tier in tiers)


def flat(tiers: Iterable[Sequence[str]]) -> list[str]:
    """Every URL, in order."""
    return [url for tier in tiers for url in tier]


def moved(tiers: Iterable[Sequence[str]], urls: Collection[str], anchor: str, place: Place) -> Tiers:
    """The tiers with these URLs at a place, in the order they had; `anchor` may be one of them.

    Where no tier has the anchor there is no such place, and everything stays.
    """
    before = [list(tier) for tier in tiers]
    if not any(anchor in tier for tier in before):
        return _filled(before)
    found: Tiers = []
    going = [url for url in flat(before) if url in urls]
    for tier in before:
        if anchor not in tier:
            found.append(_without(tier, urls))
        elif place is Place.TIER_BEFORE:
            found += [going, _without(tier, urls)]
        elif place is Place.TIER_AFTER:
            found += [_without(tier, urls), going]
        else:
            cut = tier.index(anchor) + (place is Place.AFTER)
            found.append([*_without(tier[:cut], urls), *going, *_without(tier[cut:], urls)])
    return _filled(found)


def shifted(tiers: Iterable[Sequence[str]], urls: Collection[str], *, up: bool) -> Tiers:
    """One step: out of a tier that is shared into one of its own, and from there into the next one.

    So every arrangement can be reached, and none is skipped.
    """
    found: Tiers = []
    for tier in tiers if up else reversed(list(tiers)):
        going, staying = [url for url in tier if url in urls], _without(tier, urls)
        if going and staying:
            found += [going, staying]
        elif going and found:
            found[-1] = [*found[-1], *going] if up else [*going, *found[-1]]
        else:
            found.append(going or staying)
    return found if up else found[::-1]


def without(tiers: Iterable[Sequence[str]], urls: Collection[str]) -> Tiers:
    """The tiers without these URLs."""
    return _filled(_without(tier, urls) for tier in tiers)


def _without(tier: Iterable[str], urls: Collection[str]) -> list[str]:
    return [url for url in tier if url not in urls]


def _filled(tiers: Iterable[list[str]]) -> Tiers:
    return [tier for tier in tiers if tier]
