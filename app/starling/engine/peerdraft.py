# SPDX-License-Identifier: GPL-3.0-or-later
"""A story of a peer while it is being written."""

from dataclasses import replace

from starling.engine.peerwatch import Endpoint, Identity
from starling.engine.text import printable
from starling.peer import Source, Transport
from starling.peerstory import BEGINNING, END, Event, Parting, Step, Story, Witness

EARLY = 0.5
"""Seconds by which a message may seem older than it is: its clock is another, and alerts wait for their turn."""
_HEAD = 8
"""Bytes of a peer-id that tell the client."""

_TOPICS = {
    Step.WE_WANT: 0,
    Step.WE_WANT_NOT: 0,
    Step.THEY_WANT: 1,
    Step.THEY_WANT_NOT: 1,
    Step.THEY_UNCHOKED: 2,
    Step.THEY_CHOKED: 2,
    Step.WE_UNCHOKED: 3,
    Step.WE_TRIED: 3,
    Step.WE_CHOKED: 3,
    Step.SNUBBED: 4,
    Step.UNSNUBBED: 4,
    Step.ON_PAROLE: 5,
    Step.OFF_PAROLE: 5,
    Step.SHAKEN: 6,
    Step.FIRST_FROM: 7,
    Step.FIRST_TO: 8,
    Step.BECAME_SEED: 9,
}
"""Steps of one topic take turns: what was told already is no news when it is seen."""
_FIRSTS = frozenset({Step.FIRST_FROM, Step.FIRST_TO})
_COUNTED = frozenset({Step.HASH_FAILED, Step.EMPTY_PIECE, Step.BAD_REQUEST, Step.UNASKED})
"""Those that come in heaps: several in a row are one."""


class Draft:
    """One connection, or the vain attempts at one."""

    __slots__ = (
        "_first",
        "_heard",
        "_identity",
        "_last",
        "_left_out",
        "_made",
        "_pid",
        "_topics",
        "_totals",
        "attempts",
        "begun",
        "ended",
        "endpoint",
        "incoming",
        "number",
        "parting",
        "reached",
        "transport",
    )

    def __init__(self, number: int, endpoint: Endpoint, now: float) -> None:
        self.number, self.endpoint = number, endpoint
        self.begun = now
        self.ended: float | None = None
        self.incoming: bool | None = None
        self.transport: Transport | None = None
        self.reached = False
        self.attempts = 0
        self.parting: Parting | None = None
        self._identity: Identity | None = None
        self._pid = b""
        self._totals: tuple[int, int, float] | None = None
        self._topics: dict[int, Step] = {}
        self._first: list[Event] = []
        self._last: list[Event] = []
        self._heard = False
        """Its wire is read since the handshake."""
        self._left_out = 0
        self._made: Story | None = None

    @property
    def shaken(self) -> bool:
        """Whether both handshakes were over."""
        return 6 in self._topics

    def begin(self, now: float, transport: Transport, *, incoming: bool) -> None:
        """A connection begins, or an attempt at one after others."""
        self.begun, self.ended, self.parting = now, None, None
        self.incoming, self.transport = incoming, transport
        self.reached, self._heard = incoming, False
        self._made = None

    def identify(self, identity: Identity) -> None:
        """Somebody has looked who it is."""
        if identity != self._identity:
            self._identity, self.transport, self._made = identity, identity.transport, None
        self.reached = True

    def recognise(self, pid: bytes, now: float) -> None:
        """By its peer-id, which is there since the handshake: that was some time before."""
        if not any(pid):
            return
        self._pid = pid
        if not self.shaken:
            self.add(Event(now, Step.SHAKEN, Witness.LOOKS, self.begun))

    def note_totals(self, totals: tuple[int, int], at: float) -> None:
        """Bytes from and to it, by a look at this moment."""
        if self._totals is None or self._totals[2] != at:
            self._totals = (*totals, at)
            self._made = None

    def add(self, event: Event) -> None:
        """A step, unless it is known already."""
        topic = _TOPICS.get(event.step)
        if topic is not None:
            if self._topics.get(topic) is event.step or self._tells_the_kind(event):
                return
            self._topics[topic] = event.step
            if topic == _TOPICS[Step.SHAKEN]:
                self.reached = True
        self._made = None
        events = self._last or self._first
        if events and event.step in _COUNTED and events[-1].step is event.step:
            events[-1] = replace(events[-1], number=events[-1].number + max(1, event.number))
        elif len(self._first) < BEGINNING:
            self._first.append(event)
        else:
            self._last.append(event)
            if len(self._last) > END:
                del self._last[0]
                self._left_out += 1

    def read(self, event: Event) -> None:
        """A step that was read off the wire: it stands for the same one where that was only seen, a moment later."""
        if event.step is Step.SHAKEN:
            self._heard = True
        # Which block is the first is not known of a wire that was not read from its beginning.
        if event.step in _FIRSTS and not self._heard:
            return
        tried = event.step is Step.WE_UNCHOKED and self._topics.get(_TOPICS[event.step]) is Step.WE_TRIED
        if tried and (at := self._place(Step.WE_TRIED)) and _is_of(at[0][at[1]], event.at):
            # The message does not tell what kind of slot it is.
            event = replace(event, step=Step.WE_TRIED)
        if self._topics.get(_TOPICS[event.step]) is not event.step:
            self.add(event)
            return
        if (at := self._place(event.step)) and _is_of(at[0][at[1]], event.at):
            at[0][at[1]] = event
            self._made = None

    def _tells_the_kind(self, event: Event) -> bool:
        """Whether it is a look that only tells which slot it was that a message had opened; that step is mended."""
        if event.step is not Step.WE_TRIED or self._topics.get(_TOPICS[event.step]) is not Step.WE_UNCHOKED:
            return False
        at = self._place(Step.WE_UNCHOKED)
        if at is None or at[0][at[1]].witness is not Witness.WIRE or not _is_of(event, at[0][at[1]].at):
            return False
        at[0][at[1]] = replace(at[0][at[1]], step=Step.WE_TRIED)
        self._topics[_TOPICS[event.step]] = Step.WE_TRIED
        self._made = None
        return True

    def _place(self, step: Step) -> tuple[list[Event], int] | None:
        """Where the latest of a kind is."""
        for events in (self._last, self._first):
            for place in range(len(events) - 1, -1, -1):
                if events[place].step is step:
                    return events, place
        return None

    def end(self, event: Event) -> None:
        """It is over, with its last step."""
        self.ended, self.parting = event.at, event.parting
        if event.step is not Step.BLOCKED and not self.shaken:
            self.attempts += 1
        self.add(event)

    def story(self) -> Story:
        """As it is now; the same object as long as nothing is new."""
        if self._made is None:
            self._made = self._told()
        return self._made

    def _told(self) -> Story:
        who, totals = self._identity, self._totals
        head = self._pid[:_HEAD]
        id = printable(head.decode("latin-1")) if any(head) else ""
        return Story(
            number=self.number,
            address=self.endpoint[0].partition("%")[0],
            port=self.endpoint[1],
            incoming=self.incoming,
            client=who.client if who else id,
            id=(who.id if who else "") or id,
            raw_id=self._pid or (who.raw_id if who else b""),
            source=who.source if who else Source.NONE,
            encryption=who.encryption if who else None,
            transport=self.transport,
            begun=self.begun,
            ended=self.ended,
            reached=self.reached,
            shaken=self.shaken,
            attempts=self.attempts,
            downloaded=totals[0] if totals else None,
            uploaded=totals[1] if totals else None,
            looked=totals[2] if totals else None,
            parting=self.parting,
            events=(*self._first, *self._last),
            left_out=self._left_out,
        )


def _is_of(seen: Event, at: float) -> bool:
    """Whether a message of this moment may be what was seen between two looks."""
    return seen.witness is Witness.LOOKS and seen.after is not None and seen.after - EARLY <= at <= seen.at + EARLY
