# SPDX-License-Identifier: GPL-3.0-or-later
"""What the sidebar and the filter box let through, and the counts beside the sidebar's entries."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from enum import Enum
from functools import reduce

from starling.i18n import translate
from starling.torrent import State, Torrent
from starling.ui.column import Icon, fold, natural
from starling.ui.theme import Token

Predicate = Callable[[Torrent], bool]

INSIDE = "file:"
"""What follows it in the filter box is looked for in the names of the files inside torrents."""
_INSIDE = re.compile(rf"(?:^|\s){INSIDE}", re.IGNORECASE)


class Section(Enum):
    """A head of the sidebar."""

    STATUS = "status"
    LABELS = "labels"
    TRACKERS = "trackers"


@dataclass(frozen=True, slots=True)
class Filter:
    """One entry of the sidebar."""

    section: Section
    name: str
    """A key of `STATUS`, a label, or a tracker's host ("" = no tracker)."""


_VISIBLE = 1000
"""Bytes/s from which a rate is shown."""


def _moves(torrent: Torrent) -> bool:
    return torrent.down >= _VISIBLE or torrent.up >= _VISIBLE


STATUS: dict[str, tuple[Icon, Predicate]] = {
    "all": (Icon("all", Token.TEXT), lambda t: True),
    "active": (Icon("active", Token.TEXT), _moves),
    "downloading": (
        Icon("downloading", Token.DOWN),
        lambda t: t.state in (State.DOWNLOADING, State.STALLED, State.METADATA),
    ),
    "seeding": (Icon("seeding", Token.OK), lambda t: t.state is State.SEEDING),
    "completed": (Icon("finished", Token.OK), lambda t: t.complete),
    "stalled": (Icon("stalled", Token.WARN), lambda t: t.state is State.STALLED),
    "queued": (Icon("queued", Token.MUTED), lambda t: t.state is State.QUEUED),
    "checking": (Icon("checking", Token.TEXT), lambda t: t.state in (State.CHECKING, State.MOVING)),
    "paused": (Icon("paused", Token.MUTED), lambda t: t.paused),
    "errors": (Icon("error", Token.ERR), lambda t: t.state is State.ERROR),
}
"""Name -> icon and rule of the entries under "Status", in their order."""

_RULES = tuple(rule for _, rule in STATUS.values())

ALL = Filter(Section.STATUS, "all")


def title(entry: Filter) -> str:
    """The entry in words."""
    if entry.section is Section.TRACKERS:
        return entry.name or translate("Filters", "No tracker")
    if entry.section is Section.LABELS:
        return entry.name
    return {
        "all": translate("Filters", "All"),
        "active": translate("Filters", "Active"),
        "downloading": translate("Filters", "Downloading"),
        "seeding": translate("Filters", "Seeding"),
        "completed": translate("Filters", "Completed"),
        "stalled": translate("Filters", "Stalled"),
        "queued": translate("Filters", "Queued"),
        "checking": translate("Filters", "Checking"),
        "paused": translate("Filters", "Paused"),
        "errors": translate("Filters", "Errors"),
    }[entry.name]


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the filter box."""

    plain: str
    """Words for the torrent itself."""
    inside: str
    """For the names of the files inside, as the filter of the Files tab reads it; empty if nothing is asked of them."""


def typed(text: str) -> Typed:
    """Takes the text of the box apart: ``words file:words``."""
    plain, *inside = _INSIDE.split(text, maxsplit=1)
    return Typed(plain.strip(), inside[0].strip() if inside else "")


def predicate(entry: Filter, text: str, inside: Collection[str] | None = None) -> Predicate | None:
    """The rule for what is picked in the sidebar and typed in the box; None lets everything through.

    `text` is `Typed.plain`; `inside` are the ids of the torrents that `Typed.inside` has found, if it looks for any.
    """
    rules = [rule for rule in (_entry_rule(entry), _inside_rule(inside), _text_rule(text)) if rule is not None]
    return reduce(_both, rules) if rules else None


def _both(first: Predicate, second: Predicate) -> Predicate:
    return lambda t: first(t) and second(t)


def _inside_rule(ids: Collection[str] | None) -> Predicate | None:
    return None if ids is None else lambda t: t.id in ids


def _entry_rule(entry: Filter) -> Predicate | None:
    name = entry.name
    if entry.section is Section.LABELS:
        return lambda t: name in t.labels
    if entry.section is Section.TRACKERS:
        return lambda t: name in t.tracker_hosts if name else not t.tracker_hosts
    return None if entry == ALL else STATUS[name][1]


def _text_rule(text: str) -> Predicate | None:
    words = fold(text).split()
    if not words:
        return None

    def rule(torrent: Torrent) -> bool:
        name = fold(torrent.name)
        return all(word in name for word in words) or _found_elsewhere(words, torrent)

    return rule


def _found_elsewhere(words: list[str], torrent: Torrent) -> bool:
    whole = fold(" ".join((torrent.name, torrent.save_path, *torrent.labels, *torrent.tracker_hosts)))
    return all(word in whole or torrent.hash_v1.startswith(word) or torrent.hash_v2.startswith(word) for word in words)


_Facts = tuple[tuple[bool, ...], tuple[str, ...], tuple[str, ...]]
"""Which rules of `STATUS` hold for a torrent, its labels, and the hosts of its trackers."""


class Counts:
    """How many torrents each entry holds, kept up to date by what changes."""

    def __init__(self) -> None:
        self.by_entry: Counter[Filter] = Counter()
        self.failing: Counter[str] = Counter()
        """Tracker host -> torrents all of whose trackers fail."""
        self._entries: dict[str, tuple[Filter, ...]] = {}
        self._failing: dict[str, tuple[str, ...]] = {}
        self._known: dict[_Facts, tuple[Filter, ...]] = {}

    def update(self, torrents: Iterable[Torrent]) -> bool:
        """Counts new and changed torrents; whether any number is another one now."""
        changed = False
        for torrent in torrents:
            entries = self._of(torrent)
            before = self._entries.get(torrent.id)
            if before is not entries:
                changed = True
                self._recount(torrent.id, entries)
            failing = torrent.tracker_hosts if torrent.tracker_failing else ()
            if self._failing.get(torrent.id, ()) != failing:
                changed = True
                self._refail(torrent.id, failing)
        return changed

    def remove(self, ids: Iterable[str]) -> None:
        """Takes torrents out of the counts."""
        for id in ids:
            self._recount(id, ())
            self._refail(id, ())
            self._entries.pop(id, None)
            self._failing.pop(id, None)

    def names(self, section: Section) -> list[str]:
        """The labels or trackers that some torrent has."""
        return sorted(
            (entry.name for entry, count in self.by_entry.items() if count > 0 and entry.section is section),
            key=lambda name: (not name, natural(name)),
        )

    def _of(self, torrent: Torrent) -> tuple[Filter, ...]:
        # Torrents differ in little of what is counted, so each combination is worked out once.
        facts = tuple([rule(torrent) for rule in _RULES]), torrent.labels, torrent.tracker_hosts
        entries = self._known.get(facts)
        if entries is None:
            held, labels, hosts = facts
            entries = self._known[facts] = (
                *(Filter(Section.STATUS, name) for name, holds in zip(STATUS, held, strict=True) if holds),
                *(Filter(Section.LABELS, name) for name in labels),
                *(Filter(Section.TRACKERS, host) for host in hosts or ("",)),
            )
        return entries

    def _recount(self, id: str, entries: tuple[Filter, ...]) -> None:
        self.by_entry.subtract(self._entries.get(id, ()))
        self.by_entry.update(entries)
        self._entries[id] = entries

    def _refail(self, id: str, hosts: tuple[str, ...]) -> None:
        self.failing.subtract(self._failing.get(id, ()))
        self.failing.update(hosts)
        self._failing[id] = hosts
