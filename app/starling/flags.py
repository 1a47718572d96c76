# SPDX-License-Identifier: GPL-3.0-or-later
"""The letters that tell how we and a peer stand: Transmission's, and µTorrent's for what it has no letter for.

One table says what each letter means and when it is true. The string of a peer is Transmission's (T O D|d U|u K ? E
H|X I) wherever Transmission has a letter, with S, e, L, h and F of µTorrent between them. µTorrent's own set differs in
one letter: it writes P where Transmission has T.

Some letters are true of fewer peers than libtorrent's bit of that name:

- S asks besides `snubbed` that we want something and that nothing comes. libtorrent sets the bit after 20 s without a
  block, and it outlasts both our wish and the next data, while we show the rate beside the letter.
- H, X and L tell how a peer was found first, as Transmission's H and X do. The bits of libtorrent's `source` only ever
  become more: a minute after the tracker has named its peers, each was named by peer exchange too. So what counts is
  which bits were set when the peer was seen first; what came later stands among its sources. The three share a place:
  where several bits were set by then, DHT goes before the local network (so L is `lsd` without `dht`), and X is for
  whom nothing but peer exchange knew, neither a tracker nor the local network nor last time's list, and who did not
  call us by itself: peer exchange needs a connected peer, and so comes last.
- h shares a place with I and is for those whom we called; the words of I say of a caller that it came through a hole.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, IntEnum

from starling import formats
from starling.i18n import Counted, translate
from starling.peer import Encryption, Peer, Source, Transport


class Letters(Enum):
    """Whose letters are shown."""

    TRANSMISSION = "transmission"
    UTORRENT = "utorrent"


class Slot(IntEnum):
    """A fixed place in the flags column, so that a letter stands under its like; a peer fills it once at most."""

    TRANSPORT = 0
    OPTIMISTIC = 1
    DOWN = 2
    UP = 3
    SNUBBED = 4
    ENCRYPTION = 5
    SOURCE = 6
    ORIGIN = 7
    HASH_FAILS = 8


@dataclass(frozen=True, slots=True)
class Facts:
    """What flags are told from."""

    peer: Peer
    metadata: bool = True
    """Whether the torrent's details are here; until then everybody is asked for them."""
    now: float = 0.0
    """A Unix moment, for what has lasted a while."""


@dataclass(frozen=True, slots=True)
class Flag:
    """One letter."""

    letter: str
    """Transmission's, where it has one: it names the flag."""
    slot: Slot
    true: Callable[[Facts], bool]
    words: Callable[[Facts], str]
    """What it means for a peer that has it."""
    legend: Callable[[], str]
    """For the line below the table, where every word counts."""
    utorrent: str = ""
    """µTorrent's, if it is another."""
    rule: Callable[[], str] = str
    """In a sentence or two whom the letter is for, where its legend might be read in another way; else nothing."""

    def written(self, letters: Letters) -> str:
        """The letter in that set."""
        return self.utorrent or self.letter if letters is Letters.UTORRENT else self.letter


class Flags(Counted):
    """The texts that count."""


def _sends(facts: Facts) -> bool:
    # Transmission's rule: without the torrent's details there is nothing that a peer could choke.
    return not facts.metadata or (facts.peer.we_want and not facts.peer.they_choke)


_BEFORE_EXCHANGE = Source.TRACKER | Source.DHT | Source.LSD | Source.RESUME | Source.INCOMING


def _by_exchange(facts: Facts) -> bool:
    return Source.PEX in facts.peer.found and not facts.peer.found & _BEFORE_EXCHANGE


def _lasting(words: str, since: float | None, facts: Facts) -> str:
    """The words, and for how long that has been so where it is known."""
    if since is None or facts.now - since < 1:
        return words
    lasted = formats.duration(facts.now - since, coarse=True)
    return translate("Flags", "{words}, for {duration}").format(words=words, duration=lasted)


def _words_sends(facts: Facts) -> str:
    if not facts.metadata:
        return translate("Flags", "Asked for the torrent's details, which are not here yet")
    if rate := formats.rate(facts.peer.down):
        return translate("Flags", "Sends us what we want, at {rate}").format(rate=rate)
    return translate("Flags", "Lets us have what we want, but nothing comes now")


def _words_gets(facts: Facts) -> str:
    if rate := formats.rate(facts.peer.up):
        return translate("Flags", "Gets from us what it wants, at {rate}").format(rate=rate)
    return translate("Flags", "Wants what we have and has one of our slots, but takes nothing now")


def _words_snubbed(facts: Facts) -> str:
    since = facts.peer.waiting_since
    if since is None or facts.now - since < 1:
        return translate("Flags", "Snubbed: it promised data and sends none")
    lasted = formats.duration(facts.now - since)
    return translate("Flags", "Snubbed: it promised data and has sent nothing for {duration}").format(duration=lasted)


def _words_incoming(facts: Facts) -> str:
    since = facts.peer.since
    words = translate("Flags", "It called us")
    if facts.peer.holepunched:
        words = translate("Flags", "It called us through a hole in both firewalls, with the help of another peer")
    if since is None or facts.now - since < 1:
        return words
    lasted = formats.duration(facts.now - since, coarse=True)
    return translate("Flags", "{words}, {duration} ago").format(words=words, duration=lasted)


def _words_failed(facts: Facts) -> str:
    words = Flags.tr("Took part in %n pieces that failed their hash check", "", facts.peer.hash_fails)
    if facts.peer.on_parole:
        return translate("Flags", "{words}, and is tested now").format(words=words)
    return words


FLAGS: tuple[Flag, ...] = (
    Flag(
        "T",
        Slot.TRANSPORT,
        lambda facts: facts.peer.transport is Transport.UTP,
        lambda facts: translate("Flags", "Connected over µTP, which gives way to other traffic"),
        lambda: translate("Flags", "µTP"),
        utorrent="P",
    ),
    Flag(
        "O",
        Slot.OPTIMISTIC,
        lambda facts: facts.peer.optimistic,
        lambda facts: translate("Flags", "Has our optimistic slot: it gets data to see whether it gives some back"),
        lambda: translate("Flags", "optimistic slot"),
    ),
    Flag(
        "D",
        Slot.DOWN,
        _sends,
        _words_sends,
        lambda: translate("Flags", "it lets us ask"),
    ),
    Flag(
        "d",
        Slot.DOWN,
        lambda facts: facts.metadata and facts.peer.we_want and facts.peer.they_choke,
        lambda facts: _lasting(
            translate("Flags", "Chokes us: it has what we want and gives us no slot"), facts.peer.choked_since, facts
        ),
        lambda: translate("Flags", "it chokes us"),
    ),
    Flag(
        "U",
        Slot.UP,
        lambda facts: facts.peer.they_want and not facts.peer.we_choke,
        _words_gets,
        lambda: translate("Flags", "we let it ask"),
    ),
    Flag(
        "u",
        Slot.UP,
        lambda facts: facts.peer.they_want and facts.peer.we_choke,
        lambda facts: translate("Flags", "We choke it: it wants what we have and waits for one of our slots"),
        lambda: translate("Flags", "we choke it"),
    ),
    Flag(
        "K",
        Slot.DOWN,
        # Before the details are here nobody can know that we need nothing of it.
        lambda facts: facts.metadata and not facts.peer.we_want and not facts.peer.they_choke,
        lambda facts: translate("Flags", "It would send to us, but has nothing we need"),
        lambda: translate("Flags", "it would send, we need nothing"),
    ),
    Flag(
        "?",
        Slot.UP,
        lambda facts: not facts.peer.they_want and not facts.peer.we_choke,
        lambda facts: translate("Flags", "We would send to it, but it wants nothing"),
        lambda: translate("Flags", "we would send, it wants nothing"),
    ),
    Flag(
        "S",
        Slot.SNUBBED,
        lambda facts: facts.peer.snubbed and facts.peer.we_want and not facts.peer.they_choke,
        _words_snubbed,
        lambda: translate("Flags", "snubbed"),
    ),
    Flag(
        "E",
        Slot.ENCRYPTION,
        lambda facts: facts.peer.encryption is Encryption.FULL,
        lambda facts: translate("Flags", "Encrypted"),
        lambda: translate("Flags", "encrypted"),
    ),
    Flag(
        "e",
        Slot.ENCRYPTION,
        lambda facts: facts.peer.encryption is Encryption.HANDSHAKE,
        lambda facts: translate("Flags", "Only the handshake was encrypted"),
        lambda: translate("Flags", "encrypted handshake"),
    ),
    Flag(
        "H",
        Slot.SOURCE,
        lambda facts: Source.DHT in facts.peer.found,
        lambda facts: translate("Flags", "Found by the DHT"),
        lambda: translate("Flags", "by DHT"),
        rule=lambda: translate(
            "Flags",
            "Peers that were found by the DHT first. What is counted as DHT above are all that the DHT knows by now.",
        ),
    ),
    Flag(
        "X",
        Slot.SOURCE,
        _by_exchange,
        lambda facts: translate("Flags", "Found by peer exchange: another peer told us"),
        lambda: translate("Flags", "found by PEX"),
        rule=lambda: translate(
            "Flags",
            "Peers that were found by peer exchange first, and by nothing else. "
            "What is counted as PEX above are all that peer exchange has named by now.",
        ),
    ),
    Flag(
        "L",
        Slot.SOURCE,
        lambda facts: Source.LSD in facts.peer.found and Source.DHT not in facts.peer.found,
        lambda facts: translate("Flags", "Found in the local network"),
        lambda: translate("Flags", "local network"),
        rule=lambda: translate(
            "Flags",
            "Peers that were found in the local network first, and not by the DHT. "
            "What is counted as local network above are all that were seen there by now.",
        ),
    ),
    Flag(
        "I",
        Slot.ORIGIN,
        lambda facts: facts.peer.incoming,
        _words_incoming,
        lambda: translate("Flags", "it called us"),
    ),
    Flag(
        "h",
        Slot.ORIGIN,
        lambda facts: facts.peer.holepunched and not facts.peer.incoming,
        lambda facts: translate("Flags", "Reached through a hole in both firewalls, with the help of another peer"),
        lambda: translate("Flags", "hole punched"),
        rule=lambda: translate(
            "Flags", "Peers that we called. Those that called us through a hole have I, and its tooltip says so."
        ),
    ),
    Flag(
        "F",
        Slot.HASH_FAILS,
        lambda facts: facts.peer.hash_fails > 0,
        _words_failed,
        lambda: translate("Flags", "failed a hash check"),
    ),
)

BY_LETTER = {flag.letter: flag for flag in FLAGS}


_known: dict[tuple[object, ...], tuple[Flag, ...]] = {}
"""What was found out already: hundreds of peers are of a few kinds, and all are looked at every second."""


def of(facts: Facts) -> tuple[Flag, ...]:
    """The flags that are true for a peer, in the order of the string; none until it is connected."""
    peer = facts.peer
    if peer.connecting:
        return ()
    kind = (
        *(facts.metadata, peer.we_want, peer.they_want, peer.we_choke, peer.they_choke, peer.optimistic, peer.snubbed),
        *(peer.incoming, peer.holepunched, peer.hash_fails > 0, peer.transport, peer.encryption, peer.found),
    )
    found = _known.get(kind)
    if found is None:
        found = _known[kind] = tuple(flag for flag in FLAGS if flag.true(facts))
    return found


def text(facts: Facts, letters: Letters = Letters.TRANSMISSION) -> str:
    """The flags as one string, such as ``TDUEX``."""
    return "".join(flag.written(letters) for flag in of(facts))
