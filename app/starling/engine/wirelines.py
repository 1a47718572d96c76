# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads libtorrent's log of a connection (`peer_log_alert`) and makes messages of it; the only one who knows its words.

A line is ``<torrent> peer <endpoint> <arrow> <EVENT> [ <what> ]``. Arrows of messages are ``<==`` and ``==>``; the
rest, four lines in five, is libtorrent talking to itself. It also writes there what nobody said, but what it goes by as
if it had been: who has no fast extension (BEP 6) rejects by choking, who asks is interested. Those lines are left out.
"""

import re
from collections.abc import Callable

from starling.engine.text import printable
from starling.wire import UNSURE, Message, Verb, Way

_IN, _OUT = "<==", "==>"
_ARROW = len(_IN)
_LONGEST = 2000
"""Characters of what a stranger says of himself."""
_HELD = 100
"""Messages that wait for the end of a handshake, at most."""
_BLOCK = re.compile(r"piece: (\d+) s: ([0-9a-f]+) l: ([0-9a-f]+)")
"""In hexadecimal, but where it is ours to take something back."""
_DECIMAL = re.compile(r"piece: (\d+) \|? ?s: (\d+) \|? ?l: (\d+)")
_NUMBER = re.compile(r"-?\d+")
_CLIENT = re.compile(r"(?:received|sent) peer_id: \w+ client: (.*?)(?: ascii: \"(.*)\")?$", re.DOTALL)
_TRANSPORT = re.compile(r"\btype: (\S+)")

_BARE = {
    "CHOKE": (Verb.CHOKE, 5),
    "UNCHOKE": (Verb.UNCHOKE, 5),
    "INTERESTED": (Verb.INTERESTED, 5),
    "NOT_INTERESTED": (Verb.NOT_INTERESTED, 5),
    "HAVE_ALL": (Verb.HAVE_ALL, 5),
    "HAVE_NONE": (Verb.HAVE_NONE, 5),
    "KEEPALIVE": (Verb.KEEP_ALIVE, 4),
}
_SIMPLE = {
    "HAVE": (Verb.HAVE, 9, 1),
    "ALLOWED_FAST": (Verb.ALLOWED_FAST, 9, 1),
    "SUGGEST_PIECE": (Verb.SUGGEST, 9, 1),
    "DHT_PORT": (Verb.PORT, 7, 1),
    "DONT_HAVE": (Verb.DONT_HAVE, 10, 1),
    "HASH_REQUEST": (Verb.HASH_REQUEST, 53, 5),
    "HASHES": (Verb.HASHES, None, 5),
    "HASH_REJECT": (Verb.HASH_REJECT, 53, 5),
}
"""Event -> verb, size, how many of its numbers count."""
_SWITCHES = {"UPLOAD_ONLY": Verb.UPLOAD_ONLY, "SHARE_MODE": Verb.SHARE_MODE}
_EXTENDED = {"UT_METADATA": Verb.METADATA, "PEX": Verb.PEX, "HOLEPUNCH": Verb.HOLEPUNCH}
_PEX_OUT = {"PEX_DIFF", "PEX_FULL"}
_NO_MESSAGES = {"ENCRYPTION", "POP_REQUEST", "INCOMING_PAYLOAD", "INCOMING_ZEROES"}
"""Have the arrow of a message."""
_NOTED = (
    *("<<< HANDSHAKE", ">>> HANDSHAKE", "*** ENCRYPTION", "*** UNCHOKE", "*** INTERESTED"),
    *(">>> CONNECTION [", "*** CONNECTION_CLOSED", "*** CONNECTION_FAILED"),
)
"""What else is of interest."""
_ERROR = re.compile(r"ERROR: \(\S+\) (.*)", re.DOTALL)
_CHATTER = ("dlq: ", "prefer_contiguous: ", "bytes: ", "max: ", "dqs: ", "ret: ", "state: ")
_CHATTER_ENDS = (" ms", " bytes", " e: Success")
_PROVES_FAST = {"HAVE_ALL", "ALLOWED_FAST", "SUGGEST_PIECE"}
_LATE = {"HAVE", "REQUEST", "PIECE"}
"""After one of these nobody says any more that he has nothing."""


def is_chatter(said: str) -> bool:
    """Whether a line without its head is surely no message: most of what comes while blocks do, found out quickly."""
    return said.startswith(_CHATTER) or said.endswith(_CHATTER_ENDS)


class Reader:
    """Of one connection, and the next one to the same peer."""

    def __init__(self, tell: Callable[[Message], None]) -> None:
        """`tell` gets each message, in the order of the wire."""
        self._tell = tell
        self._number = 0
        self._prefix = "\0"
        self._start = 0
        self._offered = ""
        """Bits and names of the extensions that were offered in the handshake that is under way, ours."""
        self._ours = ""
        self._theirs: list[str] | None = None
        """Parts of the peer's handshake while it arrives; it is told when it is whole."""
        self._begun = 0.0
        self._held: list[Message] = []
        self._extended: tuple[float, int, int] | None = None
        """When an extended message came, by which number, how large: the next line says what it is, if any does."""
        self._forget()

    def read(self, at: float, text: str, said: str) -> None:
        """One line, and what it is without its head."""
        if not text.startswith(self._prefix):
            self._learn(text, said)
        start = self._start
        arrow = text[start : start + _ARROW]
        if arrow in (_IN, _OUT):
            event, _, rest = text[start + _ARROW + 1 :].partition(" [ ")
            self._message(at, Way.IN if arrow == _IN else Way.OUT, event, rest[:-2])
        elif text.startswith(_NOTED, start):
            event, _, rest = text[start + _ARROW + 1 :].partition(" [ ")
            self._aside(at, event, rest[:-2].strip())

    def note(self, at: float, verb: Verb, *numbers: int) -> None:
        """Something that libtorrent does not say."""
        self._release()
        self._say(at, Way.NONE, verb, None, numbers)

    # -- within

    def _forget(self) -> None:
        """The connection is another one, or not the same any more."""
        self._fast: bool | None = None
        """Whether the peer has the fast extension; None where its handshake was not seen."""
        self._late = self._artificial = self._empty = False
        """It has spoken of pieces. What comes next is libtorrent's own word. The last block was empty."""

    def _learn(self, text: str, said: str) -> None:
        """Finds out where the arrow stands: before it is a name that may hold anything."""
        head = text[: len(text) - len(said) - len(" [  ]")]
        self._prefix = head.rsplit(" ", 2)[0] + " "
        self._start = len(self._prefix)

    def _say(
        self, at: float, way: Way, verb: Verb, size: int | None, numbers: tuple[int, ...] = (), text: str = ""
    ) -> None:
        if self._theirs is not None and len(self._held) < _HELD:
            self._held.append(Message(0, at, way, verb, size, numbers, text))
            return
        self._number += 1
        self._tell(Message(self._number, at, way, verb, size, numbers, text))

    def _release(self) -> None:
        """The peer's handshake is whole, or will not be: it comes before what was said meanwhile."""
        if self._theirs is None:
            return
        parts, self._theirs = self._theirs, None
        held, self._held = self._held, []
        self._say(self._begun, Way.IN, Verb.HANDSHAKE, 68, (), " · ".join(filter(None, parts)))
        for one in held:
            self._say(*one[1:])

    def _message(self, at: float, way: Way, event: str, said: str) -> None:
        if self._extended is not None and event not in _EXTENDED:
            self._say_unknown()
        if way is Way.IN and self._is_assumed(event):
            return
        if event in ("REQUEST", "PIECE") and (found := _BLOCK.match(said)):
            numbers = (int(found[1]), int(found[2], 16), int(found[3], 16))
            if event == "PIECE":
                self._empty = not numbers[2]
                self._say(at, way, Verb.PIECE, 13 + numbers[2], numbers)
            else:
                self._say(at, way, Verb.REQUEST, 17, numbers)
        elif bare := _BARE.get(event):
            self._say(at, way, *bare)
        elif event in ("CANCEL", "REJECT"):
            self._take_back(at, way, event, said)
        elif event == "HAVE" and said.endswith("SUPPRESSED"):
            # The peer has it too: nothing was sent.
            return
        elif simple := _SIMPLE.get(event):
            verb, whole, count = simple
            found_numbers = tuple(map(int, _NUMBER.findall(said)[:count]))
            self._say(at, way, verb, whole, found_numbers)
        elif event == "BITFIELD" and said and not said.strip("01"):
            self._say(at, way, Verb.BITFIELD, 5 + (len(said) + 7) // 8, (said.count("1"), len(said)))
        elif event in ("HANDSHAKE", "EXTENSIONS"):
            self._greet(at, way, event, said)
        elif event == "EXTENDED_HANDSHAKE":
            self._say(at, way, Verb.EXTENDED_HANDSHAKE, None, (), printable(said, _LONGEST))
        elif event in _SWITCHES and not said.startswith("ERROR"):
            self._say(at, way, _SWITCHES[event], 7, (int(said in ("true", "1")),))
        elif event == "EXTENSION_MESSAGE":
            self._extend(at, said)
        elif event in _EXTENDED or event in _PEX_OUT:
            self._say_extended(at, way, event, said)
        elif event not in _NO_MESSAGES:
            self._say(at, way, Verb.OTHER, None, (), printable(f"{event} {said}", _LONGEST))

    def _is_assumed(self, event: str) -> bool:
        """Whether it is not the peer's word but what libtorrent concludes."""
        artificial, self._artificial = self._artificial, False
        empty, self._empty = self._empty, False
        if event == "INTERESTED":
            return artificial
        if event == "HAVE_NONE":
            return self._late or self._fast is False
        if event == "REJECT":
            return empty or self._fast is False
        if event in _PROVES_FAST:
            self._fast = True
        elif event in _LATE:
            self._late = True
        return False

    def _take_back(self, at: float, way: Way, event: str, said: str) -> None:
        verb = Verb.CANCEL if event == "CANCEL" else Verb.REJECT
        if way is Way.OUT and (found := _DECIMAL.match(said)):
            self._say(at, way, verb, 17, (int(found[1]), int(found[2]), int(found[3])))
        elif found := _BLOCK.match(said):
            text = UNSURE if verb is Verb.REJECT and self._fast is None else ""
            self._say(at, way, verb, 17, (int(found[1]), int(found[2], 16), int(found[3], 16)), text)
        else:
            self._say(at, way, Verb.OTHER, None, (), printable(f"{event} {said}", _LONGEST))

    def _greet(self, at: float, way: Way, event: str, said: str) -> None:
        """A handshake is told in several lines."""
        if event == "EXTENSIONS":
            names = said.partition(" ext: ")[2].split()
            if way is Way.OUT:
                self._offered = _offered(said)
            else:
                self._fast = "FAST" in names
                if self._theirs is not None:
                    self._theirs.append(" ".join(names))
        elif way is Way.OUT:
            self._say(at, way, Verb.HANDSHAKE, 68, (), " · ".join(filter(None, (self._ours, self._offered))))
        elif said == "connection ready":
            if self._theirs is None:
                self._begun, self._theirs = at, []
            self._release()
        else:
            self._begun, self._theirs = at, []

    def _extend(self, at: float, said: str) -> None:
        number, size = map(int, _NUMBER.findall(said)[:2])
        self._extended = at, number, size + 4

    def _say_unknown(self) -> None:
        if self._extended is not None:
            (at, number, size), self._extended = self._extended, None
            self._say(at, Way.IN, Verb.EXTENDED, size, (number,))

    def _say_extended(self, at: float, way: Way, event: str, said: str) -> None:
        found = dict(re.findall(r"(\w+): (-?\d+)", said))
        numbers: tuple[int, ...] = ()
        verb = Verb.PEX if event in _PEX_OUT else _EXTENDED[event]
        size = int(found["msg_size"]) + 6 if "msg_size" in found else None
        if way is Way.IN and self._extended is not None:
            (_, _, size), self._extended = self._extended, None
        if verb is Verb.PEX:
            numbers = (int(found.get("added", 0)), int(found.get("dropped", 0)))
        elif verb is Verb.METADATA and {"type", "piece"} <= found.keys():
            numbers = (int(found["type"]), int(found["piece"]))
        self._say(at, way, verb, size, numbers, printable(said, _LONGEST) if verb is Verb.HOLEPUNCH else "")

    def _aside(self, at: float, event: str, said: str) -> None:
        if event == "HANDSHAKE":
            if found := _CLIENT.search(said):
                client = printable(found[1])
                if said.startswith("sent"):
                    self._ours = client
                elif self._theirs is not None:
                    self._theirs.insert(0, " ".join(filter(None, (client, printable(found[2] or "")))))
        elif event == "ENCRYPTION":
            agreed = said.removeprefix("crypto select :").removeprefix("crypto select:")
            if agreed != said:
                self._say(at, Way.NONE, Verb.ENCRYPTION, None, (), agreed.strip(" []"))
        elif event == "CONNECTION":
            found = _TRANSPORT.search(said)
            self._say(at, Way.NONE, Verb.CONNECTED, None, (), found[1] if found else "")
        elif event == "UNCHOKE":
            if "redundant" in said:
                # What is sent once more has no line of its own.
                self._say(at, Way.OUT, Verb.UNCHOKE, 5)
        elif event == "INTERESTED":
            self._artificial = "artificial" in said
        else:
            self._close(at, said)

    def _close(self, at: float, said: str) -> None:
        """It is told several times, the first time with the reason."""
        if not (reason := _ERROR.search(said)):
            return
        self._say_unknown()
        self._release()
        self._say(at, Way.NONE, Verb.CLOSED, None, (), printable(reason[1], _LONGEST))
        self._forget()


def _offered(bits: str) -> str:
    """The extensions that a handshake offers by its 64 reserved bits (BEP 4), as libtorrent names them of the peer."""
    if len(bits) < 64:
        return ""
    offered = (("DHT", bits[63]), ("FAST", bits[61]), ("v2", bits[59]), ("extension", bits[43]))
    return " ".join(name for name, bit in offered if bit == "1")
