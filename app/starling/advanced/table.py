# SPDX-License-Identifier: GPL-3.0-or-later
"""All of libtorrent's settings: by name, by group, and by words that a user looks for."""

import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType

from starling.advanced import choking, connections, dht, disk, idle, overlays, picking, privacy, queue, rates, trackers
from starling.advanced.owners import OWNERS
from starling.advanced.row import Group, Row

_PARTS = (connections, rates, queue, choking, picking, disk, trackers, dht, privacy, overlays, idle)

TABLE: Mapping[str, Row] = MappingProxyType(
    {row.key: replace(row, owners=OWNERS.get(row.key, ())) for part in _PARTS for row in part.ROWS}
)
"""Every setting by its name."""


def groups() -> dict[Group, tuple[Row, ...]]:
    """The settings of every group, in the order to show them."""
    return {group: tuple(row for row in TABLE.values() if row.group is group) for group in Group}


def find(words: str) -> tuple[Row, ...]:
    """The settings with all these words or parts of words in their name, help, group or choices.

    As in the user's language; capitals and accents make no difference. Without a word it is all of them.
    """
    wanted = _plain(words).split()
    return tuple(row for row in TABLE.values() if _has(row, wanted))


def _has(row: Row, wanted: list[str]) -> bool:
    text = _plain("\n".join((row.key, row.help, row.group.title, *(words for _, words in row.named))))
    return all(word in text for word in wanted)


@lru_cache(maxsize=1024)
def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
