# SPDX-License-Identifier: GPL-3.0-or-later
"""What the entries of the sidebar let through, and the counts beside them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from starling import querystates
from starling.i18n import translate
from starling.querystates import Predicate
from starling.spelling import shown
from starling.torrent import Torrent
from starling.ui.column import Icon, natural
from starling.ui.theme import Token


class Section(Enum):
    """A head of the sidebar."""

    STATUS = "status"
    SAVED = "saved"
    """Filters that the user keeps."""
    LABELS = "labels"
    TRACKERS = "trackers"


@dataclass(frozen=True, slots=True)
class Filter:
    """One entry of the sidebar."""

    section: Section
    name: str
    """A key of `STATUS`, a saved filter's name, a label ("" = no label), or a tracker's host ("" = no tracker)."""


STATUS: Mapping[str, Icon] = MappingProxyType(
    {
        "all": Icon("all", Token.TEXT),
        "active": Icon("active", Token.TEXT),
        "downloading": Icon("downloading", Token.DOWN),
        "seeding": Icon("seeding", Token.OK),
        "completed": Icon("finished", Token.OK),
        "stalled": Icon("stalled", Token.WARN),
        "queued": Icon("queued", Token.MUTED),
        "checking": Icon("checking", Token.TEXT),
        "paused": Icon("paused", Token.MUTED),
        "errors": Icon("error", Token.ERR),
    }
)
"""Name -> icon of the entries under "Status", in their order; `querystates.SIDEBAR` has their rules."""

_RULES = tuple(querystates.SIDEBAR[name] for name in STATUS)

ALL = Filter(Section.STATUS, "all")


def title(entry: Filter) -> str:
    """The entry in words."""
    if entry.section is Section.TRACKERS:
        return entry.name or translate("Filters", "No tracker")
    if entry.section is Section.LABELS:
        return shown(entry.name) or translate("Filters", "No label")
    if entry.section is not Section.STATUS:
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


def rule(entry: Filter) -> Predicate | None:
    """The rule of an entry that needs no query; None lets everything through."""
    name = entry.name
    if entry.section is Section.LABELS:
        return lambda t: name in t.labels if name else not t.labels
    if entry.section is Section.TRACKERS:
        return lambda t: name in t.tracker_hosts if name else not t.tracker_hosts
    return None if entry == ALL else querystates.SIDEBAR[name]


def both(first: Predicate | None, second: Predicate | None) -> Predicate | None:
    """What both let through."""
    if first is None or second is None:
        return first or second
    one, other = first, second
    return lambda t: one(t) and other(t)


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
        self._saved: dict[str, Predicate | None] = {}
        self._found: dict[str, set[str]] = {}
        """Of each saved filter, the ids that it finds."""

    def watch(self, name: str, rule: Predicate | None, torrents: Iterable[Torrent]) -> bool:
        """Counts what a saved filter finds among all torrents, and from now on what changes; True for another number.

        None counts none.
        """
        self._saved[name] = rule
        found = self._found[name] = {torrent.id for torrent in torrents if rule(torrent)} if rule else set()
        entry = Filter(Section.SAVED, name)
        changed = self.by_entry[entry] != len(found)
        self.by_entry[entry] = len(found)
        return changed

    def look_at(self, name: str, torrents: Iterable[Torrent]) -> None:
        """Counts further ones that a saved filter finds: asking all of them at once may take longer than a turn."""
        if (rule := self._saved[name]) is not None:
            found = self._found[name]
            found.update([torrent.id for torrent in torrents if rule(torrent)])
            self.by_entry[Filter(Section.SAVED, name)] = len(found)

    def unwatch(self, name: str) -> None:
        """A saved filter is gone."""
        del self._saved[name], self._found[name], self.by_entry[Filter(Section.SAVED, name)]

    def update(self, torrents: Sequence[Torrent]) -> bool:
        """Counts new and changed torrents; whether any number is another one now."""
        changed = self._update_saved(torrents)
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
            for name, found in self._found.items():
                if id in found:
                    found.remove(id)
                    self.by_entry[Filter(Section.SAVED, name)] -= 1

    def names(self, section: Section) -> list[str]:
        """The labels or trackers that some torrent has; "" comes last, if some have none."""
        return sorted(
            (entry.name for entry, count in self.by_entry.items() if count > 0 and entry.section is section),
            key=lambda name: (not name, natural(name)),
        )

    def _update_saved(self, torrents: Sequence[Torrent]) -> bool:
        changed = False
        latest = {torrent.id: torrent for torrent in torrents} if self._saved else {}
        for name, rule in self._saved.items():
            if rule is None:
                continue
            found = self._found[name]
            before = len(found)
            found.difference_update(latest)
            found.update([id for id, torrent in latest.items() if rule(torrent)])
            if len(found) != before:
                changed = True
                self.by_entry[Filter(Section.SAVED, name)] = len(found)
        return changed

    def _of(self, torrent: Torrent) -> tuple[Filter, ...]:
        # Torrents differ in little of what is counted, so each combination is worked out once.
        facts = tuple([rule(torrent) for rule in _RULES]), torrent.labels, torrent.tracker_hosts
        entries = self._known.get(facts)
        if entries is None:
            held, labels, hosts = facts
            entries = self._known[facts] = (
                *(Filter(Section.STATUS, name) for name, holds in zip(STATUS, held, strict=True) if holds),
                *(Filter(Section.LABELS, name) for name in labels or ("",)),
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
