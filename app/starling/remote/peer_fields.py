# SPDX-License-Identifier: GPL-3.0-or-later
"""What clients are told of the peers of a torrent, and of its web seeds."""

import base64
from collections import Counter
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from starling import flags
from starling.peer import Encryption, Peer, Source, Transport
from starling.remote.listing import Listed, objects
from starling.survey import Detail

PEER = (
    *("address", "bytes_to_client", "bytes_to_peer", "client_is_choked", "client_is_interested", "client_name"),
    *("flag_str", "is_downloading_from", "is_encrypted", "is_incoming", "is_uploading_to", "is_utp", "peer_id"),
    *("peer_is_choked", "peer_is_interested", "port", "progress", "rate_to_client", "rate_to_peer"),
)
PEERS_FROM = ("from_cache", "from_dht", "from_incoming", "from_lpd", "from_ltep", "from_pex", "from_tracker")
WEB_SEED = ("url", "is_downloading", "download_bytes_per_second")

_LETTERS = frozenset("TODdUuK?EHXI")
"""Those that Transmission has; Starling's own have no meaning for its clients."""
_SOURCES = (
    (Source.TRACKER, "from_tracker"),
    (Source.DHT, "from_dht"),
    (Source.LSD, "from_lpd"),
    (Source.PEX, "from_pex"),
    (Source.RESUME, "from_cache"),
    (Source.INCOMING, "from_incoming"),
)
"""Several may tell of one: peer exchange repeats what others have found."""


def real(detail: Detail) -> Iterator[Peer]:
    """Those that are no web seeds."""
    return (peer for peer in detail.peers if peer.transport is not Transport.WEB_SEED)


def peers(detail: Detail, keys: tuple[str, ...], *, metadata: bool) -> Listed:
    """With `PEER` as the keys are spelled."""
    if not detail.peers:  # as of nearly all: this is for speed
        return []
    return objects(keys, (_values(peer, metadata) for peer in real(detail)))


def peers_from(detail: Detail) -> Counter[str]:
    """How many were found by which way, by the names of `PEERS_FROM`."""
    return Counter(map(_way, real(detail)))


def sending(detail: Detail) -> int:
    """How many peers send us something."""
    return sum(peer.down > 0 for peer in real(detail)) if detail.peers else 0


def getting(detail: Detail) -> int:
    """How many get something."""
    return sum(peer.up > 0 for peer in real(detail)) if detail.peers else 0


def web_seeds_sending(detail: Detail) -> int:
    """How many web seeds send us something."""
    if not detail.peers:
        return 0
    return sum(peer.down > 0 for peer in detail.peers if peer.transport is Transport.WEB_SEED)


def web_seeds(detail: Detail, keys: tuple[str, ...]) -> Listed:
    """With `WEB_SEED` as the keys are spelled."""
    if not detail.web_seeds:
        return []
    rates = _rates(detail.web_seeds, (peer for peer in detail.peers if peer.transport is Transport.WEB_SEED))
    return objects(keys, ((url, rate > 0, rate) for url, rate in rates.items()))


def _values(peer: Peer, metadata: bool) -> tuple[object, ...]:
    letters = flags.text(flags.Facts(peer, metadata))
    return (
        peer.address,
        peer.downloaded,
        peer.uploaded,
        peer.they_choke,
        peer.we_want,
        peer.client,
        "".join(letter for letter in letters if letter in _LETTERS),
        peer.down > 0,
        peer.encryption is Encryption.FULL,
        peer.incoming,
        peer.up > 0,
        peer.transport is Transport.UTP,
        base64.b64encode(peer.raw_id).decode(),
        peer.we_choke,
        peer.they_want,
        peer.port,
        peer.progress,
        peer.down,
        peer.up,
    )


def _way(peer: Peer) -> str:
    if peer.incoming:
        return "from_incoming"
    return next((name for source, name in _SOURCES if source in peer.source), "from_cache")


def _rates(urls: Iterable[str], seeds: Iterable[Peer]) -> dict[str, int]:
    """Bytes/s by URL. Of several web seeds at one server it is not known which is which: the first that are free."""
    found = dict.fromkeys(urls, 0)
    free = dict.fromkeys(found)
    unsaid = []
    for peer in seeds:
        if peer.url in found:
            found[peer.url] += peer.down
            free.pop(peer.url, None)
        else:
            unsaid.append(peer)
    for peer in unsaid:
        url = next((url for url in free if _host(url) in (peer.host, peer.address)), next(iter(free), None))
        if url is not None:
            found[url] = peer.down
            del free[url]
    return found


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
