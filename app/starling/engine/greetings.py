# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts the handshakes of a torrent's peers together from libtorrent's logs of them: who, how carried, how encrypted."""

import re
from collections import OrderedDict
from dataclasses import dataclass

from starling.engine.text import printable

Endpoint = tuple[str, int]

_KEPT = 500
"""Handshakes that are under way; most of those that are never finished end by themselves."""
_PEER_ID = re.compile(r"received peer_id: \w+ client: (.*?)(?: ascii: \"(.*)\")?$", re.DOTALL)
_TRANSPORT = re.compile(r"ep: \S+ type: (\S+)")
_AGREED = re.compile(r"^ ?crypto select ?: \[? ?(rc4|plaintext)")

READY = "connection ready"
"""Its last line."""


@dataclass(slots=True)
class Greeting:
    """What is known of one by now."""

    client: str = ""
    transport: str = ""
    """As libtorrent calls it; empty if it was not seen."""
    encryption: str = ""
    """``rc4`` or ``plaintext`` after an encrypted handshake, empty without one."""


class Greetings:
    """By the peer's end."""

    def __init__(self) -> None:
        self._open: OrderedDict[Endpoint, Greeting] = OrderedDict()

    def hear(self, end: Endpoint, said: str) -> None:
        """A line that may be part of one."""
        if found := _TRANSPORT.match(said):
            self._at(end).transport = found[1]
        elif found := _AGREED.match(said):
            self._at(end).encryption = found[1]
        elif found := _PEER_ID.match(said):
            client = printable(found[1])
            self._at(end).client = printable(found[2] or "") if client.startswith("Unknown") else client

    def finish(self, end: Endpoint) -> Greeting:
        """It is done, or will not be."""
        return self._open.pop(end, Greeting())

    def _at(self, end: Endpoint) -> Greeting:
        if len(self._open) >= _KEPT and end not in self._open:
            self._open.popitem(last=False)
        return self._open.setdefault(end, Greeting())
