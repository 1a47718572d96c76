# SPDX-License-Identifier: GPL-3.0-or-later
"""Steps in the journal of peers that are read off the wire, to the millisecond, while somebody reads a wire log."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from starling.engine.peerjournal import PeerJournal
from starling.engine.wire import Wire
from starling.peerstory import Step
from starling.wire import Message, Verb, Way

_STEPS = {
    (Way.IN, Verb.HANDSHAKE): Step.SHAKEN,
    (Way.IN, Verb.INTERESTED): Step.THEY_WANT,
    (Way.OUT, Verb.INTERESTED): Step.WE_WANT,
    (Way.IN, Verb.NOT_INTERESTED): Step.THEY_WANT_NOT,
    (Way.OUT, Verb.NOT_INTERESTED): Step.WE_WANT_NOT,
    (Way.IN, Verb.UNCHOKE): Step.THEY_UNCHOKED,
    (Way.OUT, Verb.UNCHOKE): Step.WE_UNCHOKED,
    (Way.IN, Verb.CHOKE): Step.THEY_CHOKED,
    (Way.OUT, Verb.CHOKE): Step.WE_CHOKED,
    (Way.IN, Verb.PIECE): Step.FIRST_FROM,
    (Way.OUT, Verb.PIECE): Step.FIRST_TO,
}


class Ear(QObject):
    """Listens to one wire for as long as that is."""

    def __init__(self, wire: Wire, journal: PeerJournal) -> None:
        super().__init__(wire)
        self._wire, self._journal = wire, journal
        wire.said.connect(self._on_said)

    def _on_said(self, messages: Sequence[Message]) -> None:
        before: Step | None = None
        for message in messages:
            step = _STEPS.get((message.way, message.verb))
            # Blocks come by thousands, and only the first is a step.
            if step is not None and step is not before:
                self._journal.told(self._wire.torrent, self._wire.address, self._wire.port, step, message.at)
                before = step
