# SPDX-License-Identifier: GPL-3.0-or-later
"""What the details tabs ask for: blocking calls on one handle, run on the worker thread only."""

import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any

import libtorrent as lt

from starling.engine import aside, convert
from starling.engine.text import safe
from starling.engine.trackers import TrackerNote
from starling.filelist import FileList
from starling.peer import Peer, Source
from starling.torrent import Facts, FileState, Priority
from starling.tracker import Tracker, TrackerState

DHT, PEX, LSD = "DHT", "PEX", "LSD"
"""`Tracker.url` of the sources that are no trackers."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What the session as a whole has switched on."""

    dht: bool
    lsd: bool


def files(handle: lt.torrent_handle, id: str) -> FileList:
    """The files of the torrent with this id; empty while it has no metadata."""
    info = handle.torrent_file()
    if info is None:
        return FileList()
    return convert.files(info, aside.plain_names(handle.get_renamed_files().export_filenames(info.layout()), id))


def priorities(handle: lt.torrent_handle) -> list[int]:
    """The priority of every file, pad files included."""
    return list(handle.get_file_priorities())


def file_state(handle: lt.torrent_handle, entries: FileList, chosen: Sequence[int] | None) -> FileState:
    """Bytes and priority of each of `entries`; `chosen` stands in for priorities still on their way."""
    wanted = chosen if chosen is not None else handle.get_file_priorities()
    return FileState(_of(entries, handle.file_progress(), 0), _of(entries, wanted, Priority.NORMAL))


def _of(entries: FileList, values: Sequence[int], default: int) -> tuple[int, ...]:
    """Of values by file index those of these files; libtorrent gives none at all before it has begun."""
    count = len(values)
    if len(entries) == count:
        # No pad files.
        return tuple(values)
    return tuple([values[index] if index < count else default for index in entries.indices])


def peers(handle: lt.torrent_handle) -> tuple[Peer, ...]:
    """The peers connected or being connected to."""
    return tuple(convert.peer(info) for info in handle.get_peer_info())


def trackers(
    handle: lt.torrent_handle, notes: Mapping[str, TrackerNote], tiers: Mapping[str, int], session: Sources
) -> tuple[Tracker, ...]:
    """The trackers by tier, then DHT, PEX and LSD."""
    try:
        entries: list[Mapping[str, Any]] = list(handle.trackers())
    except UnicodeDecodeError:
        # One answer that is not UTF-8 makes the whole list unreadable; our book has what it needs to say.
        entries = [{"url": url, "tier": tier, "endpoints": ()} for url, tier in tiers.items()]
    found = convert.trackers(entries, notes, time.time())
    found.sort(key=lambda tracker: tracker.tier or 0)
    return (*found, *_sources(handle, session))


def _sources(handle: lt.torrent_handle, session: Sources) -> list[Tracker]:
    connected = [convert.peer(info).source for info in handle.get_peer_info()]
    status = handle.status(0)
    info = handle.torrent_file()
    private = info is not None and info.priv()
    flags = status.flags
    on = {
        DHT: session.dht and not private and status.announcing_to_dht and not flags & lt.torrent_flags.disable_dht,
        PEX: not private and not flags & lt.torrent_flags.disable_pex,
        LSD: session.lsd and not private and status.announcing_to_lsd and not flags & lt.torrent_flags.disable_lsd,
    }
    bits = {DHT: Source.DHT, PEX: Source.PEX, LSD: Source.LSD}
    return [
        Tracker(
            url=name,
            tier=None,
            state=TrackerState.WORKING if on[name] else TrackerState.OFF,
            peers=sum(1 for source in connected if _brought(source, bits[name])) if on[name] else None,
        )
        for name in (DHT, PEX, LSD)
    ]


def _brought(source: Source, bit: Source) -> bool:
    # Peers that a tracker names too are the tracker's: counted once, and there.
    return bool(source & bit) and not source & Source.TRACKER


def facts(handle: lt.torrent_handle, made_by: tuple[str, str]) -> Facts:
    """What the General tab shows; `made_by` is the comment and the creator, which libtorrent's handle does not keep."""
    status = handle.status(convert.STATUS_FLAGS | lt.torrent_handle.query_pieces)
    info = handle.torrent_file()
    pieces = None
    if info is not None:
        copies = handle.piece_availability()
        pieces = convert.piece_map(status, copies, handle.get_download_queue(), info.piece_length())
    limit = status.connections_limit
    comment, creator = made_by
    return Facts(
        pieces=pieces,
        comment=comment,
        created_by=creator,
        wasted=status.total_redundant_bytes,
        failed=status.total_failed_bytes,
        connections=status.num_connections,
        connections_limit=limit if 0 < limit < 0xFFFFFF else None,
        web_seeds=tuple(handle.url_seeds()),
        magnet=safe(lambda: magnet(handle)),
    )


def magnets(handles: Iterable[lt.torrent_handle]) -> list[str]:
    """The magnet links of torrents; one that was removed while the question was on its way has none."""
    found = []
    for handle in handles:
        with suppress(RuntimeError):  # "invalid torrent handle"
            found.append(safe(partial(magnet, handle)))
    return [link for link in found if link]


def magnet(handle: lt.torrent_handle) -> str:
    """The magnet link of a torrent."""
    return str(lt.make_magnet_uri(handle))
