# SPDX-License-Identifier: GPL-3.0-or-later
"""Filters that the user keeps, by name, as the settings hold them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """What is typed into the filter box, under a name of its own."""

    name: str
    query: str
    """As it was typed; that it is understood is not said: another version may know other words."""


def read(raw: object) -> tuple[SavedFilter, ...]:
    """The filters of a list of tables with ``name`` and ``query``. Raises ValueError with a sentence."""
    if not isinstance(raw, Sequence) or isinstance(raw, str):
        raise ValueError(QCoreApplication.translate("SavedFilters", "Saved filters must be a list."))
    filters: dict[str, SavedFilter] = {}
    for one in raw:
        found = one if isinstance(one, SavedFilter) else _read_one(one)
        if found.name in filters:
            text = QCoreApplication.translate("SavedFilters", "There are two saved filters named “{name}”.")
            raise ValueError(text.format(name=found.name))
        filters[found.name] = found
    return tuple(filters.values())


def write(filters: Sequence[SavedFilter]) -> list[dict[str, str]]:
    """The other way round."""
    return [{"name": one.name, "query": one.query} for one in filters]


def tidy(name: str) -> str:
    """A name without spaces that nobody sees."""
    return " ".join(name.split())


def _read_one(raw: object) -> SavedFilter:
    if isinstance(raw, Mapping):
        name, query = raw.get("name"), raw.get("query")
        if isinstance(name, str) and isinstance(query, str) and tidy(name) and _is_utf8(name + query):
            return SavedFilter(tidy(name), query)
    raise ValueError(QCoreApplication.translate("SavedFilters", "Each saved filter needs a name and a query."))


def _is_utf8(text: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in text)
