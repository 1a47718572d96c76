# SPDX-License-Identifier: GPL-3.0-or-later
"""Where settings name labels: watch folders and saved filters follow when a label is renamed or removed."""

import re
from collections.abc import Collection
from dataclasses import replace

from starling import labels
from starling.queryfields import find
from starling.querytokens import Part, Token, quoted, tokens
from starling.settings import Settings
from starling.settings.automation import WATCH_FOLDERS
from starling.settings.organising import SAVED_FILTERS

_PLAIN = re.compile(r"(?!(?:none|any)$)[\w.-]+", re.IGNORECASE)
"""What needs no quotes in a list of names."""


def rename(chosen: Settings, name: str, other: str) -> None:
    """What names the one label names the other one instead; what can't be read stays as it is."""
    folders = chosen.get(WATCH_FOLDERS)
    moved = tuple(replace(one, labels=_replaced(one.labels, name, other)) for one in folders)
    if moved != folders and not chosen.problem(WATCH_FOLDERS):
        chosen.set(WATCH_FOLDERS, moved)
    filters = chosen.get(SAVED_FILTERS)
    asking = tuple(replace(one, query=renamed(one.query, name, other)) for one in filters)
    if asking != filters and not chosen.problem(SAVED_FILTERS):
        chosen.set(SAVED_FILTERS, asking)


def remove(chosen: Settings, name: str) -> tuple[str, ...]:
    """Watch folders give the label no more; which of them did. Filters go on asking for it, and find nothing."""
    wanted = labels.key(name)
    folders = chosen.get(WATCH_FOLDERS)
    giving = tuple(one.folder for one in folders if wanted in map(labels.key, one.labels))
    if not giving or chosen.problem(WATCH_FOLDERS):
        return ()
    left = (replace(one, labels=tuple(each for each in one.labels if labels.key(each) != wanted)) for one in folders)
    chosen.set(WATCH_FOLDERS, tuple(left))
    return giving


def put_back(chosen: Settings, name: str, giving: Collection[str]) -> None:
    """These watch folders give the label again."""
    folders = chosen.get(WATCH_FOLDERS)
    again = tuple(
        replace(one, labels=labels.canonical((*one.labels, name), ())) if one.folder in giving else one
        for one in folders
    )
    if again != folders:
        chosen.set(WATCH_FOLDERS, again)


def renamed(query: str, name: str, other: str) -> str:
    """A query that asks for the one label, asking for the other one."""
    for token in reversed([*tokens(query)]):
        field = find(token.key) if token.part is Part.TERM else None
        if field is None or field.key != "label":
            continue
        listed = [token.value] if token.quoted else token.value.split(",")
        if labels.key(name) not in map(labels.key, listed):
            continue
        start, term = token.value_at, quoted(other)
        if len(listed) > 1:
            start, term = _several(token, query, name, other, listed)
        query = query[:start] + term + query[token.end :]
    return query


def _several(token: Token, query: str, name: str, other: str, listed: list[str]) -> tuple[int, str]:
    """Where a term with a list begins that is replaced, and by what; one of the names may need quotes."""
    if _PLAIN.fullmatch(other):
        return token.value_at, ",".join(_replaced(listed, name, other))
    unequal = token.sign == "!="
    before = f"{token.key}{'=' if unequal else token.sign}"
    terms = (f"{before}{quoted(other) if labels.key(one) == labels.key(name) else one}" for one in listed if one)
    return token.start, f"{'-' if token.negated != unequal else ''}({' | '.join(terms)})"


def _replaced(names: Collection[str], name: str, other: str) -> tuple[str, ...]:
    wanted = labels.key(name)
    return tuple(dict.fromkeys(other if labels.key(one) == wanted else one for one in names))
