# SPDX-License-Identifier: GPL-3.0-or-later
"""The sentences with which connections end: who ended them and why, as far as it is known."""

from starling.i18n import translate
from starling.peerstory import Parting, Side, Why
from starling.spelling import shortened, shown

_LONGEST = 160
"""Characters of libtorrent's or the system's own words."""


def sentence(parting: Parting) -> str:
    """Why it ended, and the reason that the other side gave."""
    words = _WHY[parting.why]()
    if parting.text:
        template = translate("Partings", "{sentence} ({detail})")
        words = template.format(sentence=words, detail=shortened(shown(parting.text), _LONGEST))
    if parting.given is not None:
        words = translate("Partings", "{sentence} The reason it gave: {reason}").format(
            sentence=words, reason=_given(parting.given)
        )
    return words


def side(by: Side) -> str:
    """Who ended it, in a word."""
    match by:
        case Side.WE:
            return translate("Partings", "we")
        case Side.THEY:
            return translate("Partings", "the peer")
        case Side.NOBODY:
            return ""


def _given(why: Why) -> str:
    return (_GIVEN.get(why) or _WHY[Why.OTHER])()


_WHY = {
    Why.NO_ANSWER: lambda: translate("Partings", "It did not answer."),
    Why.REFUSED: lambda: translate("Partings", "The connection was refused: no client listens there."),
    Why.UNREACHABLE: lambda: translate("Partings", "There is no way to its network from here."),
    Why.PROXY: lambda: translate("Partings", "The proxy did not connect to it."),
    Why.FORBIDDEN: lambda: translate("Partings", "This system does not allow the connection."),
    Why.NO_PORT: lambda: translate("Partings", "No port of ours was free for the connection."),
    Why.CLOSED: lambda: translate("Partings", "It closed the connection."),
    Why.RESET: lambda: translate("Partings", "The connection was cut, by the peer or on the way."),
    Why.DEAD: lambda: translate("Partings", "The line went dead: what we sent never arrived."),
    Why.SILENT: lambda: translate("Partings", "We closed it: the peer had said nothing for too long."),
    Why.NO_HANDSHAKE: lambda: translate("Partings", "We closed it: the peer did not finish the handshake in time."),
    Why.NO_REQUEST: lambda: translate(
        "Partings", "We closed it: the peer had been let have data, and asked for none in a minute."
    ),
    Why.NO_INTEREST: lambda: translate(
        "Partings", "We closed it: neither had wanted anything for long, and we have nearly as many peers as we may."
    ),
    Why.BOTH_UPLOAD: lambda: translate("Partings", "We closed it: neither side wants data from the other."),
    Why.USELESS: lambda: translate(
        "Partings", "We closed it: the peer wants nothing, and has nothing that we want and miss."
    ),
    Why.FULL: lambda: translate("Partings", "We closed it: we had as many connections as we may."),
    Why.CHURN: lambda: translate("Partings", "We closed it to make room for peers that may be better."),
    Why.DUPLICATE: lambda: translate("Partings", "We closed it: we are connected to this peer already."),
    Why.OURSELVES: lambda: translate("Partings", "It was ourselves."),
    Why.PAUSED: lambda: translate("Partings", "We closed it: the torrent was paused."),
    Why.STOPPED: lambda: translate("Partings", "We closed it: the torrent was stopped, for a recheck or a pause."),
    Why.REMOVED: lambda: translate("Partings", "We closed it: the torrent was removed."),
    Why.QUIT: lambda: translate("Partings", "We closed it: the program ends."),
    Why.NOT_READY: lambda: translate("Partings", "We closed it: the torrent was not ready for peers."),
    Why.REOPENED: lambda: translate("Partings", "We closed it: the torrent was opened anew."),
    Why.WRONG_TORRENT: lambda: translate("Partings", "We closed it: the peer spoke of another torrent."),
    Why.MUST_ENCRYPT: lambda: translate(
        "Partings", "We closed it: encryption is required here, and the peer did not use it."
    ),
    Why.MUST_NOT_ENCRYPT: lambda: translate(
        "Partings", "We closed it: encryption is off here, and the peer asked for it."
    ),
    Why.NO_COMMON_ENCRYPTION: lambda: translate(
        "Partings", "We closed it: there is no kind of encryption that both sides allow."
    ),
    Why.BAD_ENCRYPTION: lambda: translate("Partings", "We closed it: the encrypted handshake was wrong."),
    Why.FILTERED: lambda: translate("Partings", "Its address is kept out: banned, kicked, or named by the IP filter."),
    Why.PORT_FILTERED: lambda: translate("Partings", "Its port is kept out."),
    Why.LOW_PORT: lambda: translate("Partings", "We do not call it: its port belongs to other services."),
    Why.NO_UTP: lambda: translate("Partings", "We do not call it: µTP is switched off."),
    Why.NO_TCP: lambda: translate("Partings", "We do not call it: TCP is switched off."),
    Why.WRONG_INTERFACE: lambda: translate(
        "Partings", "We do not call it: none of the network interfaces in use leads there."
    ),
    Why.NOT_ALLOWED: lambda: translate("Partings", "We left it alone: a rule of libtorrent forbids the connection."),
    Why.BANNED: lambda: translate("Partings", "We closed it: the peer is banned."),
    Why.CORRUPT: lambda: translate(
        "Partings", "We closed it: too many pieces with blocks from the peer failed their hash check."
    ),
    Why.ASKED_CHOKED: lambda: translate("Partings", "We closed it: the peer kept asking for data while choked."),
    Why.BAD_MESSAGE: lambda: translate("Partings", "We closed it: a message of the peer was against the protocol."),
    Why.TOO_MUCH_PEX: lambda: translate("Partings", "We closed it: the peer named other peers too often."),
    Why.BAD_METADATA: lambda: translate("Partings", "We closed it: the metadata from the peer were wrong."),
    Why.TLS: lambda: translate("Partings", "The TLS of a torrent with a certificate failed."),
    Why.MEMORY: lambda: translate("Partings", "There was no memory left for the connection."),
    Why.TOO_MANY_FILES: lambda: translate(
        "Partings", "The system lets the program open too few files and connections."
    ),
    Why.DISK: lambda: translate("Partings", "We closed it: our disk failed."),
    Why.GIVEN_UP: lambda: translate("Partings", "We gave the connection up."),
    Why.HTTP: lambda: translate("Partings", "The web seed's server did not give the data."),
    Why.UNKNOWN: lambda: translate("Partings", "It is not known how it ended."),
    Why.OTHER: lambda: translate("Partings", "The connection ended."),
}

_GIVEN = {
    Why.DUPLICATE: lambda: translate("Partings", "it is connected to us already."),
    Why.REMOVED: lambda: translate("Partings", "it has paused or removed the torrent."),
    Why.MEMORY: lambda: translate("Partings", "it has no memory left."),
    Why.PORT_FILTERED: lambda: translate("Partings", "it keeps our port out."),
    Why.BANNED: lambda: translate("Partings", "it has banned us, or its filter keeps us out."),
    Why.BOTH_UPLOAD: lambda: translate("Partings", "neither side wants data from the other."),
    Why.USELESS: lambda: translate("Partings", "we want nothing, and have nothing that it needs."),
    Why.NO_ANSWER: lambda: translate("Partings", "we did not answer in time."),
    Why.NO_INTEREST: lambda: translate("Partings", "neither had wanted anything for long."),
    Why.SILENT: lambda: translate("Partings", "we had said nothing for too long."),
    Why.NO_HANDSHAKE: lambda: translate("Partings", "our handshake came too late."),
    Why.NO_REQUEST: lambda: translate("Partings", "we had been let have data, and asked for none."),
    Why.NO_COMMON_ENCRYPTION: lambda: translate("Partings", "it does not allow our kind of encryption."),
    Why.CHURN: lambda: translate("Partings", "it makes room for peers that may be better."),
    Why.FULL: lambda: translate("Partings", "it has as many connections as it may."),
    Why.TOO_MANY_FILES: lambda: translate("Partings", "its system lets it open too few files and connections."),
    Why.BAD_ENCRYPTION: lambda: translate("Partings", "the encrypted handshake was wrong."),
    Why.WRONG_TORRENT: lambda: translate("Partings", "it does not have this torrent."),
    Why.OURSELVES: lambda: translate("Partings", "it takes us for itself."),
    Why.BAD_METADATA: lambda: translate("Partings", "our metadata were wrong."),
    Why.ASKED_CHOKED: lambda: translate("Partings", "we kept asking while choked."),
    Why.CORRUPT: lambda: translate("Partings", "too many pieces with blocks from us failed their hash check."),
    Why.TOO_MUCH_PEX: lambda: translate("Partings", "we named other peers too often."),
    Why.BAD_MESSAGE: lambda: translate("Partings", "a message of ours was against the protocol."),
    Why.OTHER: lambda: translate("Partings", "one that is not known here."),
}
