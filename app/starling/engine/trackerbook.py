# SPDX-License-Identifier: GPL-3.0-or-later
"""Our own book of what each tracker answered: libtorrent forgets when it asked and how many peers it got.

A torrent announces once for each socket (IPv4, IPv6) and each of its hashes (BEP 52): every one has a `Line`.
"""

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from starling.engine.trackerwords import Failure, Why, sentence
from starling.tracker import Announce, Cause, Event, Kind, Tracker, TrackerState

Key = tuple[str, int]
"""Which line: our address, and 1 or 2 for the hash."""

Address = tuple[str, int]

_ONE_SEARCH = 60.0
"""Seconds in which the nodes of the DHT that know something answer."""
_MOST_STUMBLES = 64
"""URLs of files that a web seed lacks; a torrent may have thousands."""
_UNASKED = TrackerState.NOT_ASKED


def host_of(url: str) -> str:
    """Host name of a tracker's URL, empty where it has none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def is_websocket(url: str) -> bool:
    """Whether a tracker is one for WebTorrent."""
    return url.partition(":")[0].lower() in {"ws", "wss"}


@dataclass(slots=True)
class Entry:
    """An announce that has come to its end, as it is kept."""

    at: float
    event: Event
    latency: float | None
    peers: int | None = None
    failure: Failure | None = None
    warning: str = ""
    version: int = 1
    _told: tuple[Failure | None, int | None, Announce] | None = field(
        default=None, init=False, repr=False, compare=False
    )

    def told(self) -> Announce:
        """As it is shown: the same object until more becomes known, for all of a torrent's are told every second."""
        made = self._told
        if made is None or made[0] is not self.failure or made[1] != self.peers:
            made = self._told = self.failure, self.peers, self._announce()
        return made[2]

    def _announce(self) -> Announce:
        return Announce(
            at=self.at,
            event=self.event,
            latency=self.latency,
            peers=self.peers,
            cause=self.failure.cause if self.failure else Cause.NONE,
            message=sentence(self.failure) or self.warning,
            version=self.version,
        )


@dataclass(slots=True)
class Line:
    """The announces of one hash from one socket."""

    state: TrackerState = _UNASKED
    """What the last answer was, whatever is asked at the moment."""
    sent: float | None = None
    """When the announce went out that has no answer yet."""
    event: Event = Event.NONE
    peers: int | None = None
    warning: str = ""
    """Came with the answer that is about to be reported, or with the last one."""
    failure: Failure | None = None
    fails: int = 0
    """In a row."""
    present: bool = False
    """The tracker has us on its list: it answered, and we did not say "stopped" since."""


@dataclass(slots=True)
class Facts:
    """What of a tracker is kept over a restart."""

    last_announce: float | None = None
    peers: int | None = None
    failure: Failure | None = None
    failing_since: float | None = None
    fails: int = 0
    last_scrape: float | None = None
    scrape_failure: Failure | None = None
    seeds: int | None = None
    leeches: int | None = None

    def asked(self, at: float) -> None:
        """An announce that was sent then has come to its end; one from another socket may have been sent later."""
        self.last_announce = max(at, self.last_announce or at)


@dataclass(frozen=True, slots=True)
class Heard:
    """What libtorrent said of a tracker, for when it can say nothing."""

    at: float
    seeds: int | None
    leeches: int | None
    downloads: int | None
    next_announce: int | None
    min_announce: int | None


@dataclass(slots=True)
class TrackerNote:
    """All that is known of one tracker."""

    lines: dict[Key, Line] = field(default_factory=dict)
    facts: Facts = field(default_factory=Facts)
    rounds: int = 0
    """Failures in a row of the line that has most of them."""
    unsaved: int = 0
    """Failures that were not stored yet."""
    mended: bool = False
    """It worked since it was stored."""

    @property
    def outcome(self) -> TrackerState:
        """What the last answers come to: one hash or one socket that works is enough."""
        states = {line.state for line in self.lines.values()}
        for state in (TrackerState.WORKING, TrackerState.FAILED):
            if state in states:
                return state
        return _UNASKED

    @property
    def asking_since(self) -> float | None:
        """When the oldest announce without an answer went out; one that says "stopped" is none to wait for."""
        return min((line.sent for line in self.lines.values() if _awaited(line) and line.sent), default=None)

    @property
    def present(self) -> bool:
        """The tracker has us on its list."""
        return any(line.present for line in self.lines.values())

    def told(self, url: str, tier: int) -> Tracker:
        """As it is shown, as far as it is known here."""
        outcome, facts, asking_since = self.outcome, self.facts, self.asking_since
        lines = self.lines.values()
        failure = facts.failure if outcome is not TrackerState.WORKING else None
        warnings = [line.warning for line in lines if line.state is TrackerState.WORKING and line.warning]
        return Tracker(
            url=url,
            tier=tier,
            state=outcome if asking_since is None else TrackerState.ASKING,
            message=sentence(failure) or next(iter(warnings), ""),
            peers=facts.peers if outcome is not TrackerState.FAILED else None,
            seeds=facts.seeds,
            leeches=facts.leeches,
            last_announce=_second(facts.last_announce),
            fails=facts.fails,
            cause=failure.cause if failure else Cause.NONE,
            asking_since=asking_since,
            failing_since=facts.failing_since,
            last_scrape=_second(facts.last_scrape),
            scrape_message=sentence(facts.scrape_failure),
            versions=self._versions(),
        )

    def _versions(self) -> tuple[tuple[int, TrackerState, str], ...]:
        numbers = sorted({version for _, version in self.lines})
        return tuple((number, *self._of_version(number)) for number in numbers) if len(numbers) > 1 else ()

    def _of_version(self, number: int) -> tuple[TrackerState, str]:
        lines = [line for (_, version), line in self.lines.items() if version == number]
        by_state = {line.state: line for line in lines}
        for state in (TrackerState.WORKING, TrackerState.FAILED):
            if line := by_state.get(state):
                return state, sentence(line.failure) or line.warning
        return (TrackerState.ASKING if any(_awaited(line) for line in lines) else _UNASKED), ""


@dataclass(slots=True)
class TrackerBook:
    """The trackers of one torrent, by URL, in the torrent's order."""

    notes: dict[str, TrackerNote] = field(default_factory=dict)
    tiers: dict[str, int] = field(default_factory=dict)
    last_working: str = ""
    stumbles: dict[str, tuple[float, Failure]] = field(default_factory=dict)
    """When a web seed failed last, and why; by its URL or that of a file there."""
    web_seeds: dict[Address, tuple[str, ...]] = field(default_factory=dict)
    """Those that were seen connected while somebody looked, or were added at an address."""
    dht: Facts = field(default_factory=Facts)
    dht_entries: dict[int, Entry] = field(default_factory=dict)
    """The last search of each hash."""
    heard: Mapping[str, Heard] = field(default_factory=dict)
    """By URL, as it was when somebody looked last and libtorrent could tell."""
    recalled: bool = False
    """What earlier runs of the program knew is in it."""

    def set_urls(self, urls: list[str], tiers: list[int]) -> None:
        """Takes the torrent's list; notes on trackers that stay are kept."""
        self.tiers = {url: tiers[i] if i < len(tiers) else i for i, url in enumerate(urls)}
        self.notes = {url: self.notes.get(url) or TrackerNote() for url in urls}

    @property
    def present(self) -> bool:
        """Some tracker still has us on its list, and can be told that we go: one that was removed never is."""
        return any(note.present for url, note in self.notes.items() if url in self.tiers)

    def add(self, url: str, tier: int) -> None:
        """One more tracker."""
        self.tiers[url] = tier
        self.note(url)

    @property
    def hosts(self) -> tuple[str, ...]:
        """The hosts, each once, in order."""
        return tuple(dict.fromkeys(host for url in self.tiers if (host := host_of(url))))

    @property
    def failing(self) -> bool:
        """Something was answered, and every last answer was a failure."""
        states = [note.outcome for url, note in self.notes.items() if url in self.tiers]
        return TrackerState.FAILED in states and TrackerState.WORKING not in states

    def note(self, url: str) -> TrackerNote:
        """What is known of a tracker; of one that is gone from the list too, for its answer may still be coming."""
        return self.notes.setdefault(url, TrackerNote())

    def told(self, *, websockets: bool = False) -> list[Tracker]:
        """The trackers by tier; without `websockets` those of WebTorrent are off."""
        return [
            self.note(url).told(url, tier)
            if websockets or not is_websocket(url)
            else Tracker(url, tier, TrackerState.OFF, sentence(Failure(Why.WEBTORRENT)))
            for url, tier in sorted(self.tiers.items(), key=_tier)
        ]

    def recall(self, kept: Iterable[tuple[str, Facts]]) -> None:
        """Takes over what earlier runs of the program knew, of trackers and of the DHT; only once."""
        if self.recalled:
            return
        self.recalled = True
        for url, facts in kept:
            if url == Kind.DHT.value:
                self.dht = facts if self.dht.last_announce is None else self.dht
            elif (note := self.notes.get(url)) is not None:
                _recall(note, facts)

    def remembered(self) -> dict[str, Heard]:
        """What libtorrent said of the trackers, as far as nothing has happened since."""
        return {url: _still(heard, self.notes[url]) for url, heard in self.heard.items() if url in self.notes}

    # -- what happens, as it is reported

    # (`at` is when, if it is not just now)

    def asked(self, url: str, key: Key, event: Event, at: float | None = None) -> None:
        """An announce went out."""
        line = self._line(url, key)
        line.sent, line.event, line.warning = at or time.time(), event, ""

    def answered(self, url: str, key: Key, peers: int, at: float | None = None) -> Entry:
        """A tracker answered with so many peers."""
        note, line = self.note(url), self._line(url, key)
        entry = _ended(line, key, at, peers=peers, warning=line.warning)
        line.present = line.event is not Event.STOPPED
        line.failure, line.fails = None, 0
        if line.event is Event.STOPPED:
            line.state, line.peers = _UNASKED, None
            return entry
        line.state, line.peers = TrackerState.WORKING, peers
        facts = note.facts
        facts.asked(entry.at)
        facts.failure, facts.failing_since, facts.fails = None, None, 0
        facts.peers = max(line.peers or 0 for line in note.lines.values())
        note.rounds, note.unsaved, note.mended = 0, 0, True
        self.last_working = host_of(url)
        return entry

    def warned(self, url: str, key: Key, message: str) -> None:
        """A tracker answers and adds a warning; libtorrent reports this before the answer."""
        self._line(url, key).warning = message

    def failed(self, url: str, key: Key, failure: Failure, fails: int, at: float | None = None) -> Entry | None:
        """An announce failed for the `fails`-th time in a row; None where it is nothing to tell."""
        note, line = self.note(url), self._line(url, key)
        entry = _ended(line, key, at, failure=failure)
        line.present, line.peers = False, None
        line.failure, line.fails, line.state = failure, fails, TrackerState.FAILED
        if failure.why is Why.NO_ADDRESS and any(
            other[0] != key[0] and (at.failure is None or at.failure.why is not Why.NO_ADDRESS)
            for other, at in note.lines.items()
        ):
            # An IPv6 socket and a tracker with IPv4 only: no news if another socket gets through, or fails better.
            line.state, line.fails = _UNASKED, 0
            return None
        facts = note.facts
        facts.asked(entry.at)
        rounds = max(other.fails for other in note.lines.values())
        if note.outcome is TrackerState.FAILED:
            facts.failure, facts.peers = failure, None
            facts.failing_since = facts.failing_since or time.time()
            more = max(rounds - note.rounds, 0 if facts.fails else 1)
            facts.fails += more
            note.unsaved += more
        note.rounds = rounds
        return entry

    def unused(self, url: str, key: Key) -> None:
        """libtorrent took an announce for one to make, and did not make it."""
        self.note(url).lines.pop(key, None)

    def explained(self, url: str, key: Key, before: Failure, after: Failure) -> None:
        """More became known about a failure, if that is still the last word."""
        note = self.note(url)
        line = note.lines.get(key)
        if line is not None and line.failure is before:
            line.failure = after
        if note.facts.failure is before:
            note.facts.failure = after

    def scraped(self, url: str, seeds: int, leeches: int) -> None:
        """A tracker told the size of the swarm; hybrid torrents have two, whose peers are mostly the same."""
        facts, now = self.note(url).facts, time.time()
        again = facts.last_scrape is not None and now - facts.last_scrape < 5 and facts.scrape_failure is None
        facts.seeds = max(seeds, facts.seeds or 0) if again else seeds
        facts.leeches = max(leeches, facts.leeches or 0) if again else leeches
        facts.last_scrape, facts.scrape_failure = now, None

    def not_scraped(self, url: str, failure: Failure) -> None:
        """A tracker did not tell the size of the swarm."""
        facts = self.note(url).facts
        facts.last_scrape, facts.scrape_failure = time.time(), failure

    def found_by_dht(self, peers: int, version: int) -> tuple[Entry, bool]:
        """A node of the DHT knew so many peers: the entry of that search, and whether it is a new one."""
        now, last = time.time(), self.dht_entries.get(version)
        self.dht.last_announce, self.dht.peers = now, peers
        if last is not None and now - last.at < _ONE_SEARCH:
            last.peers = max(peers, last.peers or 0)
            return last, False
        entry = self.dht_entries[version] = Entry(now, Event.NONE, None, peers, version=version)
        return entry, True

    def part_with(self, gone: Callable[[str], bool]) -> bool:
        """Drops the lines of sockets that are gone, whose last word would stand for ever; returns if there were any."""
        found = [(note, key) for note in self.notes.values() for key in note.lines if gone(key[0])]
        for note, key in found:
            del note.lines[key]
            note.rounds = max((line.fails for line in note.lines.values()), default=0)
        return bool(found)

    def web_seed_failed(self, url: str, failure: Failure) -> None:
        """A web seed did not give what it was asked for."""
        self.stumbles.pop(url, None)
        self.stumbles[url] = (time.time(), failure)
        while len(self.stumbles) > _MOST_STUMBLES:
            del self.stumbles[next(iter(self.stumbles))]

    def web_seed_works(self, url: str, known: Mapping[str, tuple[float, Failure]]) -> None:
        """A web seed was seen to work when these of its failures were `known`: any that came since stand."""
        for place, stumble in known.items():
            if place.startswith(url) and self.stumbles.get(place) is stumble:
                del self.stumbles[place]

    def _line(self, url: str, key: Key) -> Line:
        return self.note(url).lines.setdefault(key, Line())


def _still(heard: Heard, note: TrackerNote) -> Heard:
    facts = note.facts
    if max(facts.last_announce or 0.0, note.asking_since or 0.0) > heard.at:
        heard = replace(heard, next_announce=None, min_announce=None)
    if (facts.last_scrape or 0.0) > heard.at and facts.scrape_failure is None:
        heard = replace(heard, seeds=facts.seeds, leeches=facts.leeches, downloads=None)
    return heard


def _recall(note: TrackerNote, kept: Facts) -> None:
    facts = note.facts
    if facts.last_announce is None:
        facts.last_announce, facts.peers, facts.failure = kept.last_announce, kept.peers, kept.failure
        facts.failing_since, facts.fails = kept.failing_since, kept.fails
    elif facts.failing_since is not None and kept.failing_since is not None and not note.mended:
        # What is stored has counted this run's failures too, but for those not written yet.
        facts.failing_since, facts.fails = kept.failing_since, kept.fails + note.unsaved
    if facts.last_scrape is None:
        facts.last_scrape, facts.scrape_failure = kept.last_scrape, kept.scrape_failure
        facts.seeds, facts.leeches = kept.seeds, kept.leeches


def _ended(
    line: Line,
    key: Key,
    at: float | None,
    *,
    peers: int | None = None,
    failure: Failure | None = None,
    warning: str = "",
) -> Entry:
    now = at or time.time()
    sent, line.sent = line.sent, None
    latency = None if sent is None else max(now - sent, 0.0)
    return Entry(sent or now, line.event, latency, peers, failure, warning, key[1])


def _awaited(line: Line) -> bool:
    return line.sent is not None and line.event is not Event.STOPPED


def _second(moment: float | None) -> int | None:
    return None if moment is None else int(moment)


def _tier(item: tuple[str, int]) -> int:
    return item[1]
