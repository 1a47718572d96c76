# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is connected and which pieces nobody has, as far as it explains a standstill; run on the worker thread only.

No book of rates is kept or touched, and of peers nothing is read but flags and numbers: 100 of them take 0.2 ms.
"""

import time
from dataclasses import dataclass

import libtorrent as lt

from starling.engine import convert
from starling.engine.trackerbook import host_of
from starling.why.situation import Crowd, Holes

_FLAGS = lt.peer_info
_NOT_YET = int(_FLAGS.connecting) | int(_FLAGS.handshake)
_INTERESTING, _REMOTE_INTERESTED = int(_FLAGS.interesting), int(_FLAGS.remote_interested)
_CHOKED, _REMOTE_CHOKED = int(_FLAGS.choked), int(_FLAGS.remote_choked)
_SNUBBED, _EXTENSIONS = int(_FLAGS.snubbed), int(_FLAGS.supports_extensions)
_WEB_SEED = int(_FLAGS.web_seed)
_LIMIT, _DISK = int(_FLAGS.bw_limit), int(_FLAGS.bw_disk)
_HELD = _LIMIT | int(_FLAGS.bw_network)
_SILENCE = 2
"""Seconds without a byte either way, while something is to be sent."""
_STRETCHES = 3
"""How many are told of one by one."""
_SLICE = 50
"""Peers that are read without a pause."""

_LACKS = bytes([1]) + bytes(255)
"""For `bytes.translate`: 1 where there is a zero."""
_SOME = bytes([0]) + bytes([1]) * 255


@dataclass(frozen=True, slots=True)
class Seen:
    """One close look."""

    crowd: Crowd
    holes: Holes | None


def look(handle: lt.torrent_handle, *, pieces: bool) -> Seen:
    """Who is connected; with `pieces` also what nobody has, which otherwise is found out only if it may be the cause.

    Raises RuntimeError if the torrent is gone.
    """
    crowd = _crowd(handle)
    holes = None
    if crowd.connected and (pieces or not crowd.holders):
        holes = _holes(handle)
    return Seen(crowd, holes)


def _crowd(handle: lt.torrent_handle) -> Crowd:
    urls = handle.url_seeds()
    connected = holders = choking = traders = snubbed = asked = down_limited = down_disk = 0
    extensions = wanting = served = up_limited = up_disk = 0
    for number, info in enumerate(handle.get_peer_info()):
        if not number % _SLICE:
            # The other threads would wait five milliseconds for the interpreter to be taken away.
            time.sleep(0)
        flags = info.flags
        if flags & _NOT_YET or info.connection_type == _WEB_SEED:
            continue
        connected += 1
        extensions += bool(flags & _EXTENSIONS)
        reading, writing = int(info.read_state), int(info.write_state)
        down_disk += bool(reading & _DISK)
        up_disk += bool(writing & _DISK) or (not writing & _HELD and not flags & _CHOKED and _lies_by_us(info))
        up_limited += bool(writing & _LIMIT)
        if flags & _INTERESTING:
            holders += 1
            down_limited += bool(reading & _LIMIT)
            if flags & _REMOTE_CHOKED:
                choking += 1
                traders += bool(flags & _REMOTE_INTERESTED)
            elif flags & _SNUBBED:
                snubbed += 1
            elif info.download_queue_length:
                asked += 1
        if flags & _REMOTE_INTERESTED:
            wanting += 1
            served += not flags & _CHOKED
    return Crowd(
        connected=connected,
        web_seeds=len(urls),
        web_host=host_of(min(urls)) if urls else "",
        holders=holders,
        choking=choking,
        traders=traders,
        snubbed=snubbed,
        asked=asked,
        down_limited=down_limited,
        down_disk=down_disk,
        extensions=extensions,
        wanting=wanting,
        served=served,
        up_limited=up_limited,
        up_disk=up_disk,
    )


def _lies_by_us(info: lt.peer_info) -> bool:
    """It asked for something, nothing keeps it from being sent, and nothing is there to be sent: it is being read.

    libtorrent says so itself only of peers with some of their share of the upload left, which those asking first lack.
    """
    return bool(info.upload_queue_length) and not info.used_send_buffer and info.last_active >= _SILENCE


def _holes(handle: lt.torrent_handle) -> Holes | None:
    """None before the metadata, and while libtorrent does not count copies."""
    info = handle.torrent_file()
    if info is None:
        return None
    count = info.num_pieces()
    copies = handle.piece_availability()
    have = bytes(handle.status(convert.STATUS_FLAGS | lt.torrent_handle.query_pieces).pieces)
    wanted = bytes(handle.get_piece_priorities())
    if not len(copies) == len(have) == len(wanted) == count:
        return None
    lacking = _both(have.translate(_LACKS), wanted.translate(_SOME))
    unheld = _both(lacking, bytes(min(number, 1) for number in copies).translate(_LACKS))
    return Holes(missing=lacking.count(1), unheld=unheld.count(1), stretches=stretches(unheld))


def _both(one: bytes, other: bytes) -> bytes:
    """1 where both have it: as two long numbers, ten times as fast as by looking at each."""
    both = int.from_bytes(one, "little") & int.from_bytes(other, "little")
    return both.to_bytes(len(one), "little")


def stretches(flags: bytes) -> tuple[tuple[int, int], ...]:
    """The first few runs of ones, first and last of each."""
    found: list[tuple[int, int]] = []
    end = 0
    while len(found) < _STRETCHES and (first := flags.find(1, end)) >= 0:
        end = flags.find(0, first)
        if end < 0:
            end = len(flags)
        found.append((first, end - 1))
    return tuple(found)
