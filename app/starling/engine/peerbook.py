# SPDX-License-Identifier: GPL-3.0-or-later
"""Our own book of the peers of a torrent: what libtorrent does not keep, seen each time that somebody asks."""

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from math import ceil

import libtorrent as lt

from starling.engine.holdings import Geometry, Held, Missing
from starling.engine.peerwatch import Watch
from starling.peer import SAMPLE, SAMPLES, Rates, Source

FORGET = 300.0
"""Seconds after which a book that nobody asked for is begun anew."""

_GAP = 3
"""Samples that may be missed: what moved is spread over them. Beyond, nothing is known of each, and all begins anew."""
_BEGUN = 2
"""Samples that stand for what was before the first look: libtorrent's rates are means over as many seconds."""

_SILENT = 5.0
"""Seconds without payload from which a peer is not one that sends; blocks of a slow one come that far apart."""
_TRICKLE = 1000
"""Bytes/s below which its rate is shown nowhere; libtorrent's falls that low some seconds after the last payload."""

_SETTLED = 5.0
"""Seconds in which a peer that has just come tells what it has already, which it did not get now."""
_KNOWN = 10.0
"""Seconds over which a rate of its own is told first."""
_WINDOW = 60.0
"""Seconds over which it is measured, where pieces come often enough."""
_STEP = 1.0
"""Seconds within which pieces count as completed at once."""
_FEW = 3
"""Steps that are kept however old they are: big pieces are completed minutes apart."""
_OVERDUE = 2, 4
"""How many times the usual pause one may last before the rate falls, and, after a window, before it is none."""

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
    down: int = 0
    up: int = 0
    """Payload rates as libtorrent has them, means of some seconds."""
    source: Source = Source.NONE
    ours: Endpoint | None = None
    """Our end of the connection, of a web seed's: others share one address with it, and what alerts tell of that."""


@dataclass(slots=True, eq=False)
class Note:
    """One connection. Moments are Unix seconds unless said otherwise."""

    connected: float | None
    """As the alert told it; None for a connection that is older than our listening."""
    first: float
    """Monotonic: when it was seen first."""
    found: Source = Source.NONE
    """The sources that had told of it when it was seen first."""
    since: float | None = None
    wanted: float | None = None
    """Since when we want its pieces."""
    refused: float | None = None
    """Since when it chokes us although we do."""
    waiting: float | None = None
    """As `Peer.waiting_since`: None while it sends."""
    choked: float | None = None
    """`refused`, but None while payload still comes."""
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
    sampled: tuple[float, int, int] = (0.0, 0, 0)
    """The monotonic moment of the last sample, and what had been downloaded and uploaded by then."""
    pieces: int = 0
    steps: deque[tuple[float, int]] = field(default_factory=deque)
    """At which monotonic moments it told of further pieces, and how many it had then."""
    ours: Endpoint | None = None

    def is_of(self, look: Look, told: float | None) -> bool:
        """Whether it is of this connection, not of an earlier one at the same place."""
        if look.downloaded < self.downloaded:
            return False
        return self.ours == look.ours if self.ours and look.ours else self.connected == told


class PeerBook:
    """The peers of one torrent; used by one thread at a time."""

    def __init__(self) -> None:
        self.geometry: Geometry | None = None
        self.missing: Missing | None = None
        self.watch: Watch | None = None
        """For who writes down what each look finds."""
        self._notes: dict[str, Note] = {}
        self._next: dict[str, Note] = {}
        self._seats: dict[tuple[Endpoint, Endpoint], int] = {}
        self._now = self._wall = 0.0
        self._asked: float | None = None
        self._grid = 0.0
        """When a sample was due last."""
        self._slots = 0
        self._gap = False
        self._stale = False
        """What we miss has not been looked at since the last sample."""

    def is_due(self, now: float) -> bool:
        """Whether a look at this monotonic moment brings another sample."""
        return self._asked is None or now - self._grid >= SAMPLE

    def begin(self, handle: lt.torrent_handle, now: float, wall: float, *, holdings: bool = True) -> None:
        """A look begins, at a monotonic moment and the same in Unix seconds.

        Without `holdings` it does not matter who has what we miss.
        """
        if self._asked is None or now - self._asked > FORGET:
            self._notes = {}
            self._grid = now
        self._asked, self._now, self._wall, self._next = now, now, wall, {}
        self._slots = int((now - self._grid) / SAMPLE)
        self._gap = self._slots > _GAP
        if self._slots:
            self._grid += self._slots * SAMPLE
        if self.geometry is None and (info := handle.torrent_file()) is not None:
            self.geometry = Geometry(info.num_pieces(), info.piece_length(), info.total_size())
            self.missing = Missing(self.geometry)
            self._stale = True
        self._stale |= bool(self._slots)
        if holdings and self._stale and self.missing is not None:
            self.missing.look(handle)
            self._stale = False

    def seats(self, connections: Sequence[tuple[Endpoint, Endpoint]]) -> list[int]:
        """Numbers that tell the web seeds of one server apart, from their end and ours of each connection.

        A connection keeps its number; another takes one that nobody has, so that a web seed that connects anew is
        where it was.
        """
        kept = [self._seats.get(connection) for connection in connections]
        taken = {(theirs, seat) for (theirs, _), seat in zip(connections, kept, strict=True)}
        found = []
        for (theirs, _), known in zip(connections, kept, strict=True):
            seat = next(n for n in count() if (theirs, n) not in taken) if known is None else known
            taken.add((theirs, seat))
            found.append(seat)
        # Before it is connected our end has no port, as that of all of them.
        self._seats = {each: seat for each, seat in zip(connections, found, strict=True) if each[1][1]}
        return found

    def see(self, key: str, endpoint: Endpoint, look: Look, connected: Mapping[Endpoint, float]) -> Note:
        """What is known of a peer, with what this look adds."""
        told = connected.get(endpoint)
        note = known = self._notes.get(key)
        if note is not None and not note.is_of(look, told):
            note = None
        if note is None:
            note = Note(told, self._now, known.found if known else look.source)
            note.downloaded, note.uploaded = look.downloaded, look.uploaded
            if look.downloaded or look.uploaded:
                # Not later than that, and not known better.
                note.active = self._wall - look.idle
                note.got = note.active if look.downloaded else None
        elif look.downloaded > note.downloaded or look.uploaded > note.uploaded:
            note.active = self._wall - look.idle
            if look.downloaded > note.downloaded:
                note.got = note.active
        self._next[key] = note
        note.ours = look.ours
        if look.connecting:
            note.first = self._now
        elif note.since is None:
            note.since = told or self._wall
        self._follow_wishes(note, look)
        note.downloaded, note.uploaded = look.downloaded, look.uploaded
        self._follow_steps(note, look)
        if self._gap or self._now == note.first:
            self._begin_samples(note, look)
        elif self._slots:
            self._sample(note, look)
        return note

    def end(self) -> None:
        """The look is over: who was not seen is gone."""
        self._notes, self._next = self._next, {}
        if self.watch is not None:
            self.watch.end(self._wall)

    def contribution(self, note: Note, look: Look) -> float | None:
        """Share of what the peer has that we gave it; None where that is not known."""
        if self.geometry is None or not look.pieces:
            return None
        return min(1.0, note.uploaded / self.geometry.bytes_of(look.pieces))

    def _follow_wishes(self, note: Note, look: Look) -> None:
        if not look.want or look.connecting:
            note.wanted = note.refused = note.waiting = note.choked = None
            return
        # One that was there before we looked: it has been so from the beginning, as far as can be told.
        begun = note.since if self._now == note.first else None
        if note.wanted is None:
            note.wanted = begun or self._wall
        if not look.choked:
            note.refused = None
        elif note.refused is None:
            note.refused = (None if look.downloaded else begun) or self._wall
        if look.down >= _TRICKLE or (note.got is not None and self._wall - note.got < _SILENT):
            note.waiting = note.choked = None
        else:
            note.waiting = max(note.wanted, note.got or 0.0)
            note.choked = note.refused

    def _begin_samples(self, note: Note, look: Look) -> None:
        """With the rates of now for the seconds before, so that nobody seems to have begun when somebody looked."""
        note.sampled = (self._now, look.downloaded, look.uploaded)
        note.down.clear()
        note.up.clear()
        if note.since is not None and self._wall - note.since >= _BEGUN * SAMPLE:
            note.down.extend([look.down] * _BEGUN)
            note.up.extend([look.up] * _BEGUN)
        self._tell_rates(note)

    def _sample(self, note: Note, look: Look) -> None:
        begun, downloaded, uploaded = note.sampled
        elapsed = self._now - begun
        if elapsed <= 0 or (not note.down and elapsed < SAMPLE / 2):
            # It has only just come: the first sample shall be of more than a moment.
            return
        note.sampled = (self._now, look.downloaded, look.uploaded)
        slots = min(self._slots, ceil(elapsed / SAMPLE))
        note.down.extend([round((look.downloaded - downloaded) / elapsed)] * slots)
        note.up.extend([round((look.uploaded - uploaded) / elapsed)] * slots)
        self._tell_rates(note)

    def _tell_rates(self, note: Note) -> None:
        moved = any(note.down) or any(note.up)
        note.rates = Rates(tuple(note.down), tuple(note.up)) if moved else NOTHING

    def _follow_steps(self, note: Note, look: Look) -> None:
        if look.seed or self._gap or self.geometry is None:
            note.own_rate = None
            note.steps.clear()
        elif look.pieces > note.pieces and self._now - note.first >= _SETTLED:
            steps = note.steps
            if len(steps) > 1 and steps[-1][0] - steps[-2][0] < _STEP:
                steps.pop()
            steps.append((self._now, look.pieces))
        # Until it has settled it still tells what it came with.
        note.pieces = look.pieces
        if self._slots and note.steps and self.geometry is not None:
            note.own_rate = self._own_rate(note.steps, self.geometry.piece_length)

    def _own_rate(self, steps: deque[tuple[float, int]], piece_length: int) -> int | None:
        """What it completed from one step to another, by the time between: peers tell of whole pieces, often several.

        From any other moment on, a part of what had come by then would be missing.
        """
        while len(steps) > _FEW and self._now - steps[0][0] > _WINDOW:
            steps.popleft()
        (begun, before), (ended, pieces) = steps[0], steps[-1]
        if len(steps) < 2 or self._now - begun < _KNOWN:
            return None
        quiet, usual = self._now - ended, (ended - begun) / (len(steps) - 1)
        late, dead = (times * usual for times in _OVERDUE)
        if quiet > max(_WINDOW, dead):
            return 0
        return round((pieces - before) * piece_length / (ended - begun + max(0.0, quiet - late)))
