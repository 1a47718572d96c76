# SPDX-License-Identifier: GPL-3.0-or-later
"""What the details tabs ask for: blocking calls on one handle, run on the worker thread only."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import partial

import libtorrent as lt

from starling.engine import convert, pieceinfo, suffix
from starling.engine.pieceprogress import PieceProgress
from starling.engine.text import safe
from starling.filelist import FileList
from starling.torrent import Facts, FileState, Priority


def files(handle: lt.torrent_handle, id: str) -> FileList:
    """The files of the torrent with this id; empty while it has no metadata."""
    info = handle.torrent_file()
    if info is None:
        return FileList()
    return convert.files(info, suffix.logical_names(handle.get_renamed_files().export_filenames(info.layout()), id))


def named(handle: lt.torrent_handle, id: str, endings: tuple[str, ...]) -> tuple[str, ...]:
    """The paths of those files that end so, see `ending`."""
    return ending(files(handle, id), endings)


def ending(entries: FileList, endings: tuple[str, ...]) -> tuple[str, ...]:
    """The paths with one of these endings, which are in lower case."""
    return tuple(path for path in entries.paths if path.lower().endswith(endings))


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


def facts(handle: lt.torrent_handle, made_by: tuple[str, str], progress: PieceProgress) -> Facts:
    """What the General tab shows; `made_by` is the comment and the creator, which libtorrent's handle does not keep."""
    status = handle.status(convert.STATUS_FLAGS | lt.torrent_handle.query_pieces)
    info = handle.torrent_file()
    pieces, unverified = None, 0
    if info is not None:
        going = pieceinfo.going(handle, info, progress, pieceinfo.SHARED)
        pieces = pieceinfo.piece_map(status, handle.piece_availability(), going, info.piece_length())
        unverified = pieceinfo.unverified(going, pieces)
    limit = status.connections_limit
    comment, creator = made_by
    return Facts(
        pieces=pieces,
        comment=comment,
        created_by=creator,
        redundant=status.total_redundant_bytes,
        failed=status.total_failed_bytes,
        unverified=unverified,
        finished_time=int(status.finished_duration.total_seconds()),
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
