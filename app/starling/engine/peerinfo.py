# SPDX-License-Identifier: GPL-3.0-or-later
"""libtorrent's peers -> `starling.peer.Peer`; the only reader of the fields of a peer_info."""

import libtorrent as lt

from starling.engine.text import printable
from starling.peer import Encryption, Peer, Source, Transport


def peers(handle: lt.torrent_handle) -> tuple[Peer, ...]:
    """The peers connected or being connected to."""
    return tuple(peer(info) for info in handle.get_peer_info())


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
_WEB_SEED = int(lt.peer_info.web_seed)


def peer(info: lt.peer_info) -> Peer:
    """One connected peer."""
    flags = info.flags
    address, port = info.ip
    if info.connection_type == _WEB_SEED:
        transport = Transport.WEB_SEED
    else:
        transport = Transport.UTP if flags & _UTP_SOCKET else Transport.TCP
    encryption = Encryption.NONE
    if flags & _BT.rc4_encrypted:
        encryption = Encryption.FULL
    elif flags & _BT.plaintext_encrypted:
        encryption = Encryption.HANDSHAKE
    found = Source.NONE
    for bit, source in _SOURCES:
        if info.source & bit:
            found |= source
    return Peer(
        address=address,
        port=port,
        client=client_name(info.client, info.pid.to_bytes()),
        progress=info.progress_ppm / 1e6,
        down=info.payload_down_speed,
        up=info.payload_up_speed,
        downloaded=info.total_download,
        uploaded=info.total_upload,
        source=found,
        encryption=encryption,
        transport=transport,
        we_want=bool(flags & _BT.interesting),
        they_want=bool(flags & _BT.remote_interested),
        we_choke=bool(flags & _BT.choked),
        they_choke=bool(flags & _BT.remote_choked),
        optimistic=bool(flags & _BT.optimistic_unchoke),
        snubbed=bool(flags & _BT.snubbed),
        incoming=not flags & _BT.outgoing_connection,
        connecting=bool(flags & (_BT.connecting | _BT.handshake)),
        seed=bool(flags & _BT.seed),
        upload_only=bool(flags & _BT.upload_only),
        holepunched=bool(flags & _BT.holepunched),
        hash_fails=info.num_hashfails,
        requests_out=info.download_queue_length,
        requests_in=info.upload_queue_length,
    )


def client_name(name: bytes, peer_id: bytes) -> str:
    """What a peer calls itself (bytes off the wire), else the printable head of its peer-id."""
    head = peer_id[:8]
    # Of "-XQ0120-", a code it does not know, libtorrent makes "XQ 0.1.2", as if that were a name.
    guessed = head.startswith(b"-") and name.startswith(head[1:3] + b" ")
    if name and not guessed and not name.startswith(b"Unknown"):
        return printable(name)
    return printable(head.decode("latin-1")) if any(head) else ""
