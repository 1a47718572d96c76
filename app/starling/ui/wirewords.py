# SPDX-License-Identifier: GPL-3.0-or-later
"""What the log of a connection says in words: parameters, and what each message means."""

from starling import formats
from starling.i18n import Counted, translate
from starling.peer import Encryption, Transport
from starling.setting import QT_TRANSLATE_NOOP
from starling.wire import UNSURE, Line, Message, Verb, Way


class Wire(Counted):
    """The texts that count."""


def way(message: Message) -> str:
    """Who says it."""
    said = {Way.IN: translate("Wire", "← it says"), Way.OUT: translate("Wire", "→ we say")}
    return said.get(message.way, "")


def verb(message: Message) -> str:
    """What is said; of messages as the field writes it."""
    noted = {
        Verb.OTHER: translate("Wire", "unknown"),
        Verb.CONNECTED: translate("Wire", "connected"),
        Verb.ENCRYPTION: translate("Wire", "encryption"),
        Verb.CLOSED: translate("Wire", "closed"),
        Verb.UNHEARD: translate("Wire", "not recorded"),
        Verb.LOST: translate("Wire", "lost"),
    }
    return noted.get(message.verb, message.verb.value)


def line(found: Line | None) -> str:
    """Who it is, and how the connection is carried and encrypted."""
    if found is None:
        return translate("Wire", "not connected")
    called = translate("Wire", "it called us") if found.incoming else translate("Wire", "we called it")
    transport = "" if found.transport is Transport.WEB_SEED else found.transport.value
    encrypted = {
        Encryption.NONE: translate("Wire", "not encrypted"),
        Encryption.HANDSHAKE: translate("Wire", "only the handshake encrypted"),
        Encryption.FULL: translate("Wire", "encrypted: on the network nobody could read this"),
    }[found.encryption]
    return " · ".join(filter(None, (found.client, transport, called, encrypted)))


def parameters(message: Message) -> str:
    """What it is about, short."""
    numbers = message.numbers
    match message.verb:
        case Verb.REQUEST | Verb.PIECE | Verb.CANCEL | Verb.REJECT:
            text = translate("Wire", "piece {piece}, block {block}: {length} at {offset}")
            length, offset = bytes_of(message.length or 0), formats.count(message.offset or 0)
            return text.format(piece=message.piece, block=message.block, length=length, offset=offset)
        case Verb.HAVE | Verb.SUGGEST | Verb.ALLOWED_FAST | Verb.DONT_HAVE:
            return translate("Wire", "piece {piece}").format(piece=message.piece)
        case Verb.BITFIELD:
            return Wire.tr("{have} of %n pieces", "", numbers[1]).format(have=formats.count(numbers[0]))
        case Verb.PORT:
            return translate("Wire", "port {port}").format(port=numbers[0]) if numbers else ""
        case Verb.PEX:
            text = translate("Wire", "{added} came, {dropped} went")
            return text.format(added=formats.count(numbers[0]), dropped=formats.count(numbers[1]))
        case Verb.METADATA:
            return _metadata(numbers)
        case Verb.UPLOAD_ONLY | Verb.SHARE_MODE:
            return translate("Wire", "on") if numbers == (1,) else translate("Wire", "off")
        case Verb.HASH_REQUEST | Verb.HASHES | Verb.HASH_REJECT:
            text = translate("Wire", "layer {layer}, from {first} on, {count} hashes")
            # Of a rejection that we send the file is not told.
            layer, first, count = (numbers[1:] if len(numbers) > 4 else numbers)[:3]
            return text.format(layer=layer, first=first, count=formats.count(count))
        case Verb.EXTENDED:
            return translate("Wire", "number {number}").format(number=numbers[0])
        case Verb.UNHEARD:
            return translate("Wire", "for {time}").format(time=formats.duration(numbers[0]))
        case Verb.LOST:
            return Wire.tr("%n messages", "", numbers[0]) if numbers else ""
        case Verb.ENCRYPTION:
            return {"plaintext": translate("Wire", "of the handshake only"), "rc4": "RC4"}.get(
                message.text, message.text
            )
    return message.text


def size(message: Message) -> str:
    """On the wire; empty where it is not told."""
    return "" if message.size is None else bytes_of(message.size)


def bytes_of(count: int) -> str:
    """Exactly: on the wire each one counts."""
    return translate("Wire", "{count} B").format(count=formats.count(count))


def explained(message: Message) -> str:
    """What it means, in a sentence; which block or piece it is in that."""
    meanings = _MEANINGS[message.verb]
    text = translate("Wire", meanings[0] if message.way is Way.OUT else meanings[-1])
    numbers = {"piece": message.piece, "block": message.block, "length": bytes_of(message.length or 0)}
    text = text.format(**numbers)
    if message.text == UNSURE:
        text += " " + translate(
            "Wire",
            "It may be libtorrent's conclusion: a peer without the fast extension says so by choking, "
            "and the handshake of this one was not seen.",
        )
    return text


def _metadata(numbers: tuple[int, ...]) -> str:
    if len(numbers) < 2:
        return ""
    texts = {
        0: translate("Wire", "asks for part {part} of the metadata"),
        1: translate("Wire", "brings part {part} of the metadata"),
        2: translate("Wire", "refuses part {part} of the metadata"),
    }
    return texts.get(numbers[0], "").format(part=numbers[1])


_MEANINGS: dict[Verb, tuple[str, ...]] = {
    Verb.HANDSHAKE: (
        QT_TRANSLATE_NOOP("Wire", "Our first words: which torrent, who we are, and which extensions we know."),
        QT_TRANSLATE_NOOP("Wire", "Its first words: which torrent, who it is, and which extensions it knows."),
    ),
    Verb.KEEP_ALIVE: (
        QT_TRANSLATE_NOOP("Wire", "Nothing to say: it only keeps the connection from being taken for dead."),
    ),
    Verb.CHOKE: (
        QT_TRANSLATE_NOOP("Wire", "We answer no requests of it for now: it has no upload slot of ours."),
        QT_TRANSLATE_NOOP("Wire", "It answers no requests of ours for now: we have no upload slot there."),
    ),
    Verb.UNCHOKE: (
        QT_TRANSLATE_NOOP("Wire", "It may ask us for blocks from now on: it has an upload slot."),
        QT_TRANSLATE_NOOP("Wire", "We may ask it for blocks from now on: it gives us an upload slot."),
    ),
    Verb.INTERESTED: (
        QT_TRANSLATE_NOOP("Wire", "It has pieces that we want: we would ask for them if we were unchoked."),
        QT_TRANSLATE_NOOP("Wire", "We have pieces that it wants: it would ask for them if we unchoked it."),
    ),
    Verb.NOT_INTERESTED: (
        QT_TRANSLATE_NOOP("Wire", "It has nothing that we want."),
        QT_TRANSLATE_NOOP("Wire", "We have nothing that it wants."),
    ),
    Verb.HAVE: (
        QT_TRANSLATE_NOOP("Wire", "We tell it that we have piece {piece} now."),
        QT_TRANSLATE_NOOP("Wire", "It tells us that it has piece {piece} now."),
    ),
    Verb.BITFIELD: (
        QT_TRANSLATE_NOOP("Wire", "Which pieces we have, one bit for each: once, after the handshake."),
        QT_TRANSLATE_NOOP("Wire", "Which pieces it has, one bit for each: once, after the handshake."),
    ),
    Verb.REQUEST: (
        QT_TRANSLATE_NOOP("Wire", "We ask for block {block} of piece {piece}, {length}. Both are counted from 0."),
        QT_TRANSLATE_NOOP("Wire", "It asks us for block {block} of piece {piece}, {length}. Both are counted from 0."),
    ),
    Verb.PIECE: (
        QT_TRANSLATE_NOOP("Wire", "We send block {block} of piece {piece}. What is in it is not shown."),
        QT_TRANSLATE_NOOP("Wire", "Block {block} of piece {piece} has come. What is in it is not shown."),
    ),
    Verb.CANCEL: (
        QT_TRANSLATE_NOOP("Wire", "We need block {block} of piece {piece} no more: another peer was faster."),
        QT_TRANSLATE_NOOP("Wire", "It needs block {block} of piece {piece} no more."),
    ),
    Verb.PORT: (
        QT_TRANSLATE_NOOP("Wire", "At which port our DHT node listens."),
        QT_TRANSLATE_NOOP("Wire", "At which port its DHT node listens."),
    ),
    Verb.HAVE_ALL: (
        QT_TRANSLATE_NOOP("Wire", "We have every piece: shorter than a bitfield."),
        QT_TRANSLATE_NOOP("Wire", "It has every piece: it is a seed. Shorter than a bitfield."),
    ),
    Verb.HAVE_NONE: (
        QT_TRANSLATE_NOOP("Wire", "We have no piece yet: shorter than a bitfield."),
        QT_TRANSLATE_NOOP("Wire", "It has no piece yet: shorter than a bitfield."),
    ),
    Verb.SUGGEST: (
        QT_TRANSLATE_NOOP("Wire", "We suggest that it asks for piece {piece}, which we have at hand."),
        QT_TRANSLATE_NOOP("Wire", "It suggests that we ask for piece {piece}, which it has at hand."),
    ),
    Verb.REJECT: (
        QT_TRANSLATE_NOOP("Wire", "We will not send block {block} of piece {piece}."),
        QT_TRANSLATE_NOOP("Wire", "It will not send block {block} of piece {piece}: we ask another peer."),
    ),
    Verb.ALLOWED_FAST: (
        QT_TRANSLATE_NOOP(
            "Wire", "It may ask us for piece {piece} even while we choke it, to have something to trade."
        ),
        QT_TRANSLATE_NOOP(
            "Wire", "We may ask it for piece {piece} even while it chokes us, to have something to trade."
        ),
    ),
    Verb.EXTENDED_HANDSHAKE: (
        QT_TRANSLATE_NOOP(
            "Wire", "Which extensions we speak and under which numbers, who we are, how much may be asked for."
        ),
        QT_TRANSLATE_NOOP(
            "Wire", "Which extensions it speaks and under which numbers, who it is, how much may be asked for."
        ),
    ),
    Verb.EXTENDED: (QT_TRANSLATE_NOOP("Wire", "A message of an extension that is not known here."),),
    Verb.METADATA: (
        QT_TRANSLATE_NOOP(
            "Wire", "The metadata of the torrent, what its .torrent file holds, in parts: for magnet links."
        ),
    ),
    Verb.PEX: (
        QT_TRANSLATE_NOOP("Wire", "Peer exchange: whom we are connected with, so that it finds more peers."),
        QT_TRANSLATE_NOOP("Wire", "Peer exchange: whom it is connected with, so that we find more peers."),
    ),
    Verb.HOLEPUNCH: (QT_TRANSLATE_NOOP("Wire", "Helps two peers behind routers to connect, by one that both know."),),
    Verb.UPLOAD_ONLY: (
        QT_TRANSLATE_NOOP("Wire", "Whether we only give: then two of the kind need no connection."),
        QT_TRANSLATE_NOOP("Wire", "Whether it only gives: then two of the kind need no connection."),
    ),
    Verb.DONT_HAVE: (
        QT_TRANSLATE_NOOP("Wire", "We do not have piece {piece} any more."),
        QT_TRANSLATE_NOOP("Wire", "It does not have piece {piece} any more."),
    ),
    Verb.SHARE_MODE: (QT_TRANSLATE_NOOP("Wire", "Whether only as much is downloaded as helps to share."),),
    Verb.HASH_REQUEST: (
        QT_TRANSLATE_NOOP(
            "Wire", "Hashes of a torrent of version 2, which come from peers: each block is checked by itself."
        ),
    ),
    Verb.HASHES: (
        QT_TRANSLATE_NOOP(
            "Wire", "Hashes of a torrent of version 2, which come from peers: each block is checked by itself."
        ),
    ),
    Verb.HASH_REJECT: (
        QT_TRANSLATE_NOOP(
            "Wire", "Hashes of a torrent of version 2, which come from peers: each block is checked by itself."
        ),
    ),
    Verb.OTHER: (QT_TRANSLATE_NOOP("Wire", "As libtorrent writes it; there is no name for it here."),),
    Verb.CONNECTED: (QT_TRANSLATE_NOOP("Wire", "No message: the connection is being made."),),
    Verb.ENCRYPTION: (
        QT_TRANSLATE_NOOP(
            "Wire", "No message: what the two have agreed on. Read here is what was said, before it was encrypted."
        ),
    ),
    Verb.CLOSED: (
        QT_TRANSLATE_NOOP("Wire", "No message: the connection is over, for the reason that libtorrent gives."),
    ),
    Verb.UNHEARD: (QT_TRANSLATE_NOOP("Wire", "Recording was paused: what was said meanwhile is not known."),),
    Verb.LOST: (QT_TRANSLATE_NOOP("Wire", "More was said than could be taken in: something is missing here."),),
}
"""What it means if we say it, and if the peer does; one sentence where that is the same."""
