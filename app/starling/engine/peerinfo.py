# SPDX-License-Identifier: GPL-3.0-or-later
"""libtorrent's peers -> `starling.peer.Peer`; the only reader of the fields of a peer_info."""

import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

import libtorrent as lt

from starling.engine import webseeds
from starling.engine.peerbook import Endpoint, Look, Note, PeerBook
from starling.engine.peerwatch import Identity, Watch
from starling.engine.text import printable
from starling.peer import Channel, Encryption, Peer, Source, Transport

_SLICE = 50
"""Peers that are read without a pause: about a millisecond."""


class Facts(Protocol):
    """What is known of an address beside what its peer says."""

    def country(self, address: str) -> str: ...

    def host(self, address: str) -> str: ...

    def limits(self, address: str) -> tuple[int | None, int | None]: ...


def peers(
    handle: lt.torrent_handle, book: PeerBook, connected: Mapping[Endpoint, float], facts: Facts
) -> tuple[Peer, ...]:
    """The peers connected or being connected to, with what the torrent's book says of them."""
    infos = _asked(handle, book)
    book.begin(handle, time.monotonic(), time.time())
    seats = _seats(infos, book)
    seen = [_seen(info, book, connected, seats) for info in _yielding(infos)]
    book.end()
    if book.missing is not None:
        book.missing.read(
            [
                (one.note.held, one.look.pieces, partial(_pieces, info))
                for info, one in zip(infos, seen, strict=True)
                if not one.look.connecting
            ]
        )
    urls = handle.url_seeds() if seats else ()
    return tuple(_peer(info, one, book, facts, urls) for info, one in zip(_yielding(infos), seen, strict=True))


def _asked(handle: lt.torrent_handle, book: PeerBook) -> list[lt.peer_info]:
    if book.watch is not None:
        # The answer may wait: it is of some moment from here to the end of the look.
        book.watch.begin(time.time())
    return handle.get_peer_info()


def sample(handle: lt.torrent_handle, book: PeerBook, connected: Mapping[Endpoint, float]) -> None:
    """The book goes on while nobody looks at the peers: rates and waits, and nothing else is read."""
    infos = _asked(handle, book)
    book.begin(handle, time.monotonic(), time.time(), holdings=False)
    seats = _seats(infos, book)
    for info in _yielding(infos):
        _seen(info, book, connected, seats)
    book.end()


def glance(handle: lt.torrent_handle, connected: Mapping[Endpoint, float], facts: Facts) -> tuple[Peer, ...]:
    """The peers that are connected, as far as one look tells: for who asks now and then, and of many torrents.

    No book is kept and nobody's is touched, for the rates in it are differences between the looks of who keeps it.
    """
    book = PeerBook()
    book.begin(handle, time.monotonic(), time.time(), holdings=False)
    infos = [info for info in handle.get_peer_info() if not info.flags & _CONNECTING]
    seats = _seats(infos, book)
    urls = handle.url_seeds() if seats else ()
    return tuple(_peer(info, _seen(info, book, connected, seats), book, facts, urls) for info in _yielding(infos))


def _seats(infos: Sequence[lt.peer_info], book: PeerBook) -> Mapping[int, tuple[int, Endpoint]]:
    """Of the web seeds, by the identity of what is told of them: which it is of its server's, and our end."""
    web_seeds = [info for info in infos if info.connection_type == _WEB_SEED]
    ends = [(info.ip, info.local_endpoint()) for info in web_seeds]
    return {id(info): (seat, ours) for info, seat, (_, ours) in zip(web_seeds, book.seats(ends), ends, strict=True)}


def _yielding(infos: Sequence[lt.peer_info]) -> Iterator[lt.peer_info]:
    """Lets the other threads have the interpreter every millisecond: they would wait five for it to be taken away."""
    for number, info in enumerate(infos):
        if not number % _SLICE:
            time.sleep(0)
        yield info


@dataclass(frozen=True, slots=True)
class _Seen:
    endpoint: Endpoint
    flags: int
    transport: Transport
    look: Look
    note: Note
    seat: int


_SOURCES = (
    (1, Source.TRACKER),
    (2, Source.DHT),
    (4, Source.PEX),
    (8, Source.LSD),
    (16, Source.RESUME),
    (32, Source.INCOMING),
)
# Present in the number, but not exported by name: see libtorrent's peer_info.hpp.
_UTP_SOCKET = 1 << 17
_BT = lt.peer_info
_WEB_SEED = int(_BT.web_seed)
# As plain numbers: each name of the binding's costs a look-up, and 500 peers are read each second.
_INTERESTING, _REMOTE_INTERESTED = int(_BT.interesting), int(_BT.remote_interested)
_CHOKED, _REMOTE_CHOKED = int(_BT.choked), int(_BT.remote_choked)
_OPTIMISTIC, _SNUBBED, _ON_PAROLE = int(_BT.optimistic_unchoke), int(_BT.snubbed), int(_BT.on_parole)
_SEED, _UPLOAD_ONLY = int(_BT.seed), int(_BT.upload_only)
_OUTGOING, _HOLEPUNCHED = int(_BT.outgoing_connection), int(_BT.holepunched)
_CONNECTING, _ENDGAME = int(_BT.connecting | _BT.handshake), int(_BT.endgame_mode)
_EXTENSIONS = int(_BT.supports_extensions)
_CHANNEL_BITS = int(_BT.bw_limit | _BT.bw_network | _BT.bw_disk)
_RC4, _PLAINTEXT = int(_BT.rc4_encrypted), int(_BT.plaintext_encrypted)


def _channel(bits: int) -> Channel:
    """The disk first: what waits for that goes on at no limit."""
    if bits & int(_BT.bw_disk):
        return Channel.DISK
    if bits & int(_BT.bw_limit):
        return Channel.LIMIT
    return Channel.NETWORK if bits & int(_BT.bw_network) else Channel.IDLE


def _found(bits: int) -> Source:
    found = Source.NONE
    for bit, source in _SOURCES:
        if bits & bit:
            found |= source
    return found


_CHANNELS = tuple(_channel(bits) for bits in range(_CHANNEL_BITS + 1))
_FOUND = tuple(_found(bits) for bits in range(64))


def _seen(
    info: lt.peer_info,
    book: PeerBook,
    connected: Mapping[Endpoint, float],
    seats: Mapping[int, tuple[int, Endpoint]],
) -> _Seen:
    flags = info.flags
    endpoint = info.ip
    seat, ours = 0, None
    if info.connection_type == _WEB_SEED:
        transport = Transport.WEB_SEED
        seat, ours = seats[id(info)]
    else:
        transport = Transport.UTP if flags & _UTP_SOCKET else Transport.TCP
    look = Look(
        downloaded=info.total_download,
        uploaded=info.total_upload,
        pieces=info.num_pieces,
        seed=bool(flags & _SEED),
        connecting=bool(flags & _CONNECTING),
        want=bool(flags & _INTERESTING),
        choked=bool(flags & _REMOTE_CHOKED),
        idle=info.last_active,
        down=info.payload_down_speed,
        up=info.payload_up_speed,
        source=source(info),
        ours=ours if ours and ours[1] else None,
    )
    if (watch := book.watch) is not None and not seat:
        _watch(watch, info, endpoint, look, transport)
    note = book.see(Peer.key_of(bare(endpoint[0]), endpoint[1], transport, seat), endpoint, look, connected)
    return _Seen(endpoint, flags, transport, look, note, seat)


def _watch(watch: Watch, info: lt.peer_info, endpoint: Endpoint, look: Look, transport: Transport) -> None:
    flags = info.flags
    if watch.see(endpoint, flags, look.downloaded, look.uploaded, info.num_hashfails):
        peer_id = info.pid.to_bytes()
        client = "" if transport is Transport.WEB_SEED else client_name(info.client, peer_id)
        raw_id = peer_id if any(peer_id) else b""
        incoming = not flags & _OUTGOING
        identity = Identity(client, _head(peer_id), raw_id, look.source, _encryption(flags), transport, incoming)
        watch.identify(endpoint, identity)


def _encryption(flags: int) -> Encryption:
    if flags & _RC4:
        return Encryption.FULL
    return Encryption.HANDSHAKE if flags & _PLAINTEXT else Encryption.NONE


def _peer(info: lt.peer_info, seen: _Seen, book: PeerBook, facts: Facts, urls: Collection[str]) -> Peer:
    flags, look, note = seen.flags, seen.look, seen.note
    address, port = bare(seen.endpoint[0]), seen.endpoint[1]
    peer_id = info.pid.to_bytes()
    piece = info.downloading_piece_index
    down_limit, up_limit = facts.limits(address)
    client, host, url = "", facts.host(address), ""
    if seen.transport is Transport.WEB_SEED:
        named, client = webseeds.said(info.client, address, urls)
        url = webseeds.url_of(named, address, port, urls)
        host = host or (named if named != address else "")
    else:
        client = client_name(info.client, peer_id)
    return Peer(
        address=address,
        port=port,
        client=client,
        progress=info.progress_ppm / 1e6,
        down=look.down,
        up=look.up,
        downloaded=look.downloaded,
        uploaded=look.uploaded,
        source=look.source,
        found=note.found,
        encryption=_encryption(flags),
        transport=seen.transport,
        we_want=look.want,
        they_want=bool(flags & _REMOTE_INTERESTED),
        we_choke=bool(flags & _CHOKED),
        they_choke=look.choked,
        optimistic=bool(flags & _OPTIMISTIC),
        # libtorrent sets the flag 20 s (piece_timeout) after asking for a block, and leaves it for a while on who sends
        # again, and on who has nothing we want any more.
        snubbed=bool(flags & _SNUBBED) and note.waiting is not None,
        incoming=not flags & _OUTGOING,
        connecting=look.connecting,
        seed=look.seed,
        upload_only=bool(flags & _UPLOAD_ONLY),
        holepunched=bool(flags & _HOLEPUNCHED),
        hash_fails=info.num_hashfails,
        requests_out=info.download_queue_length,
        requests_in=info.upload_queue_length,
        id=_head(peer_id),
        raw_id=peer_id if any(peer_id) else b"",
        host=host,
        country=facts.country(address),
        rates=note.rates,
        holding=note.held.holding,
        own_rate=note.own_rate,
        contribution=book.contribution(note, look),
        since=note.since,
        waiting_since=note.waiting,
        choked_since=note.choked,
        last_active=note.active,
        piece=piece if piece >= 0 else None,
        on_parole=bool(flags & _ON_PAROLE),
        endgame=bool(flags & _ENDGAME),
        down_limit=down_limit,
        up_limit=up_limit,
        seat=seen.seat,
        url=url,
        extensions=bool(flags & _EXTENSIONS),
        round_trip=info.rtt / 1000 if info.rtt > 0 else None,
        queue_bytes=info.queue_bytes,
        reading=_CHANNELS[int(info.read_state) & _CHANNEL_BITS],
        writing=_CHANNELS[int(info.write_state) & _CHANNEL_BITS],
        times_out=info.request_timeout if info.download_queue_length and info.request_timeout >= 0 else None,
    )


def bare(address: str) -> str:
    """An address of libtorrent's without its zone, as in ``fe80::1%eth0``: filters and people know it without."""
    return address.partition("%")[0]


def source(info: lt.peer_info) -> Source:
    """How a peer was found."""
    if info.connection_type == _WEB_SEED:
        return Source.WEB_SEED
    return _FOUND[info.source & 63]


def outgoing(handle: lt.torrent_handle, addresses: frozenset[str]) -> list[Endpoint]:
    """The peers at these addresses that we have connected to, and so can again."""
    return [
        info.ip
        for info in handle.get_peer_info()
        if info.flags & _OUTGOING and info.connection_type != _WEB_SEED and bare(info.ip[0]) in addresses
    ]


def _pieces(info: lt.peer_info) -> Sequence[bool]:
    return info.pieces


def _head(peer_id: bytes) -> str:
    head = peer_id[:8]
    return printable(head.decode("latin-1")) if any(head) else ""


def client_name(name: bytes, peer_id: bytes) -> str:
    """What a peer calls itself (bytes off the wire), else the printable head of its peer-id."""
    head = peer_id[:8]
    # Of "-XQ0120-", a code it does not know, libtorrent makes "XQ 0.1.2", as if that were a name.
    guessed = head.startswith(b"-") and name.startswith(head[1:3] + b" ")
    if name and not guessed and not name.startswith(b"Unknown"):
        return printable(name)
    return _head(peer_id)
