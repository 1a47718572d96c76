# SPDX-License-Identifier: GPL-3.0-or-later
"""Which settings stand on which page, under which head, and by which words each is found."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from starling.setting import Page, Setting
from starling.settings import TABLE
from starling.ui.dialogs.means import Means
from starling.ui.preferences.editor import Editor
from starling.ui.preferences.matching import Needle, haystack
from starling.ui.preferences.row import editor_of


@dataclass(frozen=True, slots=True)
class Entry:
    """A setting that has a row."""

    setting: Setting[Any]
    make: Callable[[Setting[Any], Means], Editor]
    section: str
    """The title of the head it stands under; may be empty."""
    text: str
    """What it is found by, folded."""


Catalogue = Mapping[Page, tuple[Entry, ...]]


def catalogue() -> Catalogue:
    """The entries of each page in the order of the table, in the language spoken now."""
    found: dict[Page, list[Entry]] = {page: [] for page in Page}
    for setting in TABLE.values():
        make = editor_of(setting)
        if make is not None:
            entries = found[setting.page]
            section = setting.section if setting.section_source else entries[-1].section if entries else ""
            entries.append(Entry(setting, make, section, haystack(setting, section)))
    return {page: _by_section(entries) for page, entries in found.items() if entries}


def hits(entries: tuple[Entry, ...], needle: Needle) -> tuple[Entry, ...]:
    """Those that are found."""
    return tuple(entry for entry in entries if needle.found_in(entry.text))


def _by_section(entries: list[Entry]) -> tuple[Entry, ...]:
    """A head stands on a page once, wherever in the table a row names it."""
    order = list(dict.fromkeys(entry.section for entry in entries))
    return tuple(sorted(entries, key=lambda entry: order.index(entry.section)))
