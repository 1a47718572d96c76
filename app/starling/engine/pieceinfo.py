# SPDX-License-Identifier: GPL-3.0-or-later
"""libtorrent's pieces -> the values of `starling.pieces`; run on the worker thread only.

What takes long holds Python's lock, so it is measured (libtorrent 2.1.1): a second's news of 50,000 pieces 3 ms, the
download queue up to 3 µs a block, so that it is read once for all who ask, and seldom if it is long. A peer's bitfield
is a list of 50,000 objects, 0.8 ms: it is read of few peers, for one piece that somebody looks at.
"""

import time
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import libtorrent as lt

from starling.engine import convert, peerinfo
from starling.engine.pieceprogress import Going, PieceProgress
from starling.pieces import Block, Holder, Partial, PieceFacts, PieceMap, Pieces
from starling.places import Places

SHARED = 1.0
"""Seconds for which what is in progress is good enough for who asks once a second; what is done by then is left out."""
_BUDGET = 0.025
"""Seconds for the bitfields of peers that have some pieces and not all."""
_NONE, _REQUESTED = range(2)
"""States of a block; the others are 2 on its way to the disk, 3 written."""
_SLICE = 4096
"""Blocks that are read without a pause: about a millisecond."""
_CODES = bytes((Block.OPEN, Block.REQUESTED, Block.RECEIVED, Block.WRITTEN)).ljust(256, bytes([Block.OPEN]))
_WEB_SEED = int(lt.peer_info.web_seed)
_NOT_YET = int(lt.peer_info.connecting) | int(lt.peer_info.handshake)


def piece_map(status: lt.torrent_status, copies: Sequence[int], going: Going, size: int) -> PieceMap:
    """The pieces of a torrent; `status` must carry its pieces. libtorrent does not count copies once it is complete."""
    have = bytes(status.pieces)
    return PieceMap(
        size=size,
        have=have,
        copies=_bytes(copies),
        in_flight=tuple(sorted(partial.index for partial in going.partials if not _has(have, partial.index))),
    )


def pieces(handle: lt.torrent_handle, progress: PieceProgress) -> Pieces | None:
    """Every piece, and those in progress with their blocks; None before the metadata."""
    info = handle.torrent_file()
    if info is None:
        return None
    status = handle.status(convert.STATUS_FLAGS | lt.torrent_handle.query_pieces)
    found = going(handle, info, progress, SHARED)
    pieces = piece_map(status, handle.piece_availability(), found, info.piece_length())
    partials = tuple(partial for partial in found.partials if not _has(pieces.have, partial.index))
    return Pieces(
        pieces,
        _bytes(handle.get_piece_priorities()),
        partials,
        _senders(handle, {address for partial in partials for address in partial.peers}),
    )


def partials(handle: lt.torrent_handle, progress: PieceProgress) -> tuple[Partial, ...]:
    """The pieces in progress alone."""
    info = handle.torrent_file()
    return () if info is None else going(handle, info, progress).partials


def going(handle: lt.torrent_handle, info: lt.torrent_info, progress: PieceProgress, age: float = 0.0) -> Going:
    """The pieces in progress, as they were at most so many seconds ago; longer ago if there are many blocks."""
    kept = progress.latest(age)
    if kept is not None:
        return kept
    begun = time.perf_counter()
    queue = handle.get_download_queue()
    cost = time.perf_counter() - begun
    found: list[Partial] = []
    here: dict[int, int] = {}
    read = 0
    for entry in queue:
        if read >= _SLICE:
            # The other threads would wait five milliseconds for the interpreter to be taken away.
            time.sleep(0)
            read = 0
        read += len(entry["blocks"])
        found.append(_partial(entry, info))
        here[entry["piece_index"]] = sum(
            block["block_size"] for block in entry["blocks"] if block["state"] > _REQUESTED
        )
    return progress.keep(found, here, cost)


def unverified(found: Going, pieces: PieceMap) -> int:
    """Bytes that are here and of which it is not known yet whether they are right."""
    return sum(size for index, size in found.unverified.items() if not _has(pieces.have, index))


def piece_facts(handle: lt.torrent_handle, index: int, places: Places) -> PieceFacts | None:
    """What is told of one piece; None if there is none of that number."""
    info = handle.torrent_file()
    if info is None or not 0 <= index < info.num_pieces():
        return None
    holders, unasked = _holders(handle.get_peer_info(), index, info.num_pieces())
    return PieceFacts(index, info.piece_size(index), places.parts(index), holders, unasked)


def _senders(handle: lt.torrent_handle, addresses: set[str]) -> tuple[Holder, ...]:
    if not addresses:
        return ()
    found = ((peer, _address(*peer.ip)) for peer in handle.get_peer_info())
    return tuple(_holder(peer, address) for peer, address in found if address in addresses)


def _holder(peer: lt.peer_info, address: str) -> Holder:
    return Holder(address, peerinfo.client_name(peer.client, peer.pid.to_bytes()))


def _holders(peers: Iterable[lt.peer_info], index: int, count: int) -> tuple[tuple[Holder, ...], int]:
    found, unasked = [], 0
    deadline = time.perf_counter() + _BUDGET
    for peer in peers:
        if peer.flags & _NOT_YET:
            continue
        has, whole = False, peer.num_pieces
        if whole >= count or peer.connection_type == _WEB_SEED:
            has = True
        elif whole and time.perf_counter() < deadline:
            bits = peer.pieces
            has = index < len(bits) and bits[index]
        elif whole:
            unasked += 1
        if has:
            found.append(_holder(peer, _address(*peer.ip)))
    return tuple(found), unasked


def _partial(entry: Mapping[str, Any], info: lt.torrent_info) -> Partial:
    index, blocks = entry["piece_index"], entry["blocks"]
    codes = bytearray([block["state"] for block in blocks]).translate(_CODES)
    filled, done = bytearray(len(blocks)), 0
    peers: dict[tuple[str, int], None] = {}
    for number, block in enumerate(blocks):
        state = block["state"]
        if state == _NONE:
            continue
        size = block["block_size"]
        if state == _REQUESTED:
            arrived = min(block["bytes_progress"], size)
            if block["num_peers"] > 1:
                codes[number] = Block.REQUESTED_TWICE
        else:
            arrived = size
        done += arrived
        filled[number] = arrived * 255 // size if size else 0
        if block["peer"][1]:
            peers[block["peer"]] = None
    return Partial(
        index=index,
        size=info.piece_size(index),
        blocks=bytes(codes),
        filled=bytes(filled),
        done=done,
        peers=tuple(_address(*peer) for peer in peers),
    )


def _address(host: str, port: int) -> str:
    return f"[{peerinfo.bare(host)}]:{port}" if ":" in host else f"{host}:{port}"


def _has(have: bytes, index: int) -> bool:
    # libtorrent gives no pieces at all of a torrent that has all or is being checked.
    return index < len(have) and bool(have[index])


def _bytes(counts: Sequence[int]) -> bytes:
    try:
        # Ten times as fast as looking at each.
        return bytes(counts)
    except ValueError:
        return bytes(min(count, 255) for count in counts)
