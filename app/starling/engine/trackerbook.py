# SPDX-License-Identifier: GPL-3.0-or-later
"""Our own book of what each tracker answered: libtorrent forgets when it asked and how many peers it got."""

import time
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from starling.tracker import TrackerState


def host_of(url: str) -> str:
    """Host name of a tracker's URL, empty where it has none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


@dataclass(slots=True)
class TrackerNote:
    """The last announce to one tracker."""

    state: TrackerState = TrackerState.NOT_ASKED
    message: str = ""
    peers: int | None = None
    last_announce: int | None = None
    fails: int = 0
    present: bool = False
    """The tracker has us on its list: it answered, and we did not say "stopped" since."""
    leaving: bool = False
    """The last announce was "stopped"."""
    warning: str = ""
    """Came with the answer that is about to be reported."""


@dataclass(slots=True)
class TrackerBook:
    """The trackers of one torrent, by URL, in the torrent's order."""

    notes: dict[str, TrackerNote] = field(default_factory=dict)
    tiers: dict[str, int] = field(default_factory=dict)
    last_working: str = ""

    def set_urls(self, urls: list[str], tiers: list[int]) -> None:
        """Takes the torrent's list; notes on trackers that stay are kept."""
        self.tiers = {url: tiers[i] if i < len(tiers) else i for i, url in enumerate(urls)}
        self.notes = {url: self.notes.get(url) or TrackerNote() for url in urls}

    @property
    def present(self) -> bool:
        """Some tracker still has us on its list."""
        return any(note.present for note in self.notes.values())

    def add(self, url: str, tier: int) -> None:
        """One more tracker."""
        self.tiers[url] = tier
        self._note(url)

    @property
    def hosts(self) -> tuple[str, ...]:
        """The hosts, each once, in order."""
        return tuple(dict.fromkeys(host for url in self.tiers if (host := host_of(url))))

    @property
    def failing(self) -> bool:
        """Something was answered, and every last answer was a failure."""
        states = [note.state for note in self.notes.values()]
        return TrackerState.FAILED in states and TrackerState.WORKING not in states

    def asking(self, url: str) -> None:
        """An announce went out."""
        note = self._note(url)
        note.state, note.last_announce, note.leaving = TrackerState.ASKING, int(time.time()), False

    def leaving(self, url: str) -> None:
        """ "stopped" went out."""
        self._note(url).leaving = True

    def answered(self, url: str, peers: int) -> None:
        """A tracker answered with so many peers."""
        note = self._note(url)
        note.present = not note.leaving
        if note.leaving:
            # A hybrid torrent gets two such answers; what follows them is told by the next announce.
            note.state, note.peers = TrackerState.NOT_ASKED, None
            return
        note.state, note.peers, note.message, note.fails = TrackerState.WORKING, peers, note.warning, 0
        note.warning = ""
        note.last_announce = int(time.time())
        self.last_working = host_of(url)

    def warned(self, url: str, message: str) -> None:
        """A tracker answers and adds a warning; libtorrent reports this before the answer."""
        self._note(url).warning = message

    def failed(self, url: str, message: str, fails: int) -> None:
        """An announce failed for the `fails`-th time in a row."""
        note = self._note(url)
        note.present = False
        note.state, note.message, note.fails, note.peers = TrackerState.FAILED, message, fails, None
        note.last_announce = int(time.time())

    def _note(self, url: str) -> TrackerNote:
        return self.notes.setdefault(url, TrackerNote())
