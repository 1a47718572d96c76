# SPDX-License-Identifier: GPL-3.0-or-later
"""Our own book of the peers of a torrent: what libtorrent does not keep, seen each time that somebody asks."""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field

import libtorrent as lt

from starling.engine.holdings import Geometry, Held, Missing
from starling.peer import SAMPLE, SAMPLES, Rates

FORGET = 300.0
"""Seconds after which a book that nobody asked for is begun anew."""

_GAP = 3
"""Samples that may be missed: what moved is spread over them. Beyond, nothing is known of each and so nothing shown."""

_SETTLED = 5.0
"""Seconds in which a peer that has just come tells what it has already, which it did not get now."""
_KNOWN = 15.0
"""Seconds over which a rate of its own is told first."""

Endpoint = tuple[str, int]
NOTHING = Rates()


@dataclass(frozen=True, slots=True)
class Look:
    """What one look at a peer found."""

    downloaded: int
    uploaded: int
    pieces: int
    seed: bool
    connecting: bool
    want: bool
    """We are interested in its pieces."""
    choked: bool
    """It chokes us."""
    idle: float
    """Seconds since anything came or went, payload or not."""


@dataclass(slots=True, eq=False)
class Note:
    """One connection. Moments are Unix seconds unless said otherwise."""

    connected: float | None
    """As the alert told it; None for a connection that is older than our listening."""
    first: float
    """Monotonic: when it was seen first."""
    since: float | None = None
    waiting: float | None = None
    choked: float | None = None
    active: float | None = None
    got: float | None = None
    """When payload came last."""
    downloaded: int = 0
    uploaded: int = 0
    rates: Rates = NOTHING
    own_rate: int | None = None
    held: Held = field(default_factory=Held)
    down: deque[int] = field(default_factory=lambda: deque(maxlen=SAMPLES))
    up: deque[int] = field(default_factory=lambda: deque(maxlen=SAMPLES))
    sampled: tuple[int, int] = (0, 0)
    """What had been downloaded and uploaded at the last sample."""
    steps: deque[tuple[float, int]] = field(default_factory=lambda: deque(maxlen=SAMPLES))
    """How many pieces it had at which monotonic moment."""


class PeerBook:
    """The peers of one torrent; used by one thread at a time."""

    def __init__(self) -> None:
        self.geometry: Geometry | None = None
        self.missing: Missing | None = None
        self._notes: dict[str, Note] = {}
        self._next: dict[str, Note] = {}
        self._now = self._wall = 0.0
        self._asked: float | None = None
        self._grid = self._taken = 0.0
        """When a sample was due last, and when it was taken."""
        self._slots = 0
        self._gap = False
        self._elapsed = 1.0

    def begin(self, handle: lt.torrent_handle, now: float, wall: float) -> None:
        """A look begins, at a monotonic moment and the same in Unix seconds."""
        if self._asked is None or now - self._asked > FORGET:
            self._notes = {}
            self._grid = self._taken = now
        self._asked, self._now, self._wall, self._next = now, now, wall, {}
        self._slots = int((now - self._grid) / SAMPLE)
        if self._slots:
            self._elapsed, self._taken = now - self._taken, now
            self._gap = self._slots > _GAP
            self._grid += self._slots * SAMPLE
        if self.geometry is None and (info := handle.torrent_file()) is not None:
            self.geometry = Geometry(info.num_pieces(), info.piece_length(), info.total_size())
            self.missing = Missing(self.geometry)
            self.missing.look(handle)
        elif self._slots and self.missing is not None:
            self.missing.look(handle)

    def see(self, key: str, endpoint: Endpoint, look: Look, connected: Mapping[Endpoint, float]) -> Note:
        """What is known of a peer, with what this look adds."""
        told = connected.get(endpoint)
        note = self._notes.get(key)
        if note is not None and (note.connected != told or look.downloaded < note.downloaded):
            # Another connection at the same place.
            note = None
        if note is None:
            moved = (look.downloaded, look.uploaded)
            note = Note(told, self._now, downloaded=look.downloaded, uploaded=look.uploaded, sampled=moved)
            if any(moved):
                # Not later than that, and not known better.
                note.active = self._wall - look.idle
                note.got = note.active if look.downloaded else None
        elif look.downloaded > note.downloaded or look.uploaded > note.uploaded:
            note.active = self._wall - look.idle
            if look.downloaded > note.downloaded:
                note.got = note.active
                note.waiting = None
        self._next[key] = note
        if look.connecting:
            note.first = self._now
        elif note.since is None:
            note.since = told or self._wall
        self._follow_wishes(note, look)
        note.downloaded, note.uploaded = look.downloaded, look.uploaded
        if self._slots:
            self._sample(note, look)
        return note

    def end(self) -> None:
        """The look is over: who was not seen is gone."""
        self._notes, self._next = self._next, {}

    def contribution(self, note: Note, look: Look) -> float | None:
        """Share of what the peer has that we gave it; None where that is not known."""
        if self.geometry is None or not look.pieces:
            return None
        return min(1.0, note.uploaded / self.geometry.bytes_of(look.pieces))

    def _follow_wishes(self, note: Note, look: Look) -> None:
        if not look.want or look.connecting:
            note.waiting = note.choked = None
            return
        # One that was there before we looked and gave nothing so far: it has been so from the beginning.
        begun = note.since if not look.downloaded and self._now == note.first else None
        moving = look.downloaded > note.downloaded
        if note.waiting is None and not moving:
            note.waiting = begun or note.got or self._wall
        if not look.choked:
            note.choked = None
        elif note.choked is None:
            note.choked = begun or self._wall

    def _sample(self, note: Note, look: Look) -> None:
        if self._gap:
            down = up = 0
        else:
            down = round((look.downloaded - note.sampled[0]) / self._elapsed)
            up = round((look.uploaded - note.sampled[1]) / self._elapsed)
        note.sampled = (look.downloaded, look.uploaded)
        slots = min(self._slots, SAMPLES)
        note.down.extend([down] * slots)
        note.up.extend([up] * slots)
        moved = any(note.down) or any(note.up)
        note.rates = Rates(tuple(note.down), tuple(note.up)) if moved else NOTHING
        self._follow_steps(note, look)

    def _follow_steps(self, note: Note, look: Look) -> None:
        if look.seed or self.geometry is None:
            note.own_rate = None
            note.steps.clear()
            return
        if not look.pieces or self._now - note.first < _SETTLED:
            # It still tells what it came with.
            return
        note.steps.append((self._now, look.pieces))
        begun, pieces = note.steps[0]
        lasted = self._now - begun
        if lasted >= _KNOWN:
            note.own_rate = max(0, round((look.pieces - pieces) * self.geometry.piece_length / lasted))
