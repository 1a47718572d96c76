# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the parameters of a torrent what was chosen when it was added."""

import time
from collections.abc import Sequence

import libtorrent as lt

from starling.engine import convert, layout, pending
from starling.engine.errors import EngineError
from starling.engine.opened import Opened
from starling.engine.pending import Pending
from starling.i18n import translate
from starling.torrent import AddOptions, Priority

_FLAGS = lt.torrent_flags


def configure(opened: Opened, options: AddOptions) -> tuple[Pending | None, bool]:
    """Makes the parameters what the options say; they may have been made for other options before.

    Returns what has to wait for the metadata, and whether all files were excluded, and therefore none is.
    """
    params = opened.reset()
    params.save_path = options.save_path
    params.added_time = int(time.time())
    info = params.ti
    later = Pending.of(params, options.layout, options.excluded, options.priorities)
    flags = _FLAGS.default_flags | _FLAGS.duplicate_is_error
    flags &= ~(_FLAGS.paused | _FLAGS.auto_managed)
    flags |= _FLAGS.auto_managed if options.start else _FLAGS.paused
    if options.sequential:
        flags |= _FLAGS.sequential_download
    if info is None:
        params.flags = flags | (params.flags & _FLAGS.default_dont_download)
        return later, False
    count = info.num_files()
    chosen = opened.asked(count)
    chosen, everything = pending.exclude(info, opened.renamed, options.excluded, chosen)
    for index, priority in options.priorities.items():
        if not 0 <= index < count or not 0 <= priority <= 7:
            raise EngineError(translate("Engine", "The torrent has no file {index}.").format(index=index))
        chosen[index] = priority
    params.renamed_files = layout.renamed(info, {**opened.renamed, **options.paths}, options.layout)
    if options.skip_check and all(chosen):
        # Each piece is hashed when somebody asks for it the first time; a wrong one, and all of it is checked.
        flags |= _FLAGS.seed_mode
    params.flags = flags
    params.file_priorities = chosen
    if options.first_last:
        put_ends_first(params)
    return None, everything


def put_ends_first(params: lt.add_torrent_params) -> None:
    """The first and last pieces of every wanted file are asked for first, once the torrent is added."""
    if (info := params.ti) is not None:
        # What is not said is what libtorrent takes it for.
        chosen = list(params.file_priorities)
        chosen += [int(Priority.NORMAL)] * (info.num_files() - len(chosen))
        params.piece_priorities = _piece_priorities(info, chosen)


def _piece_priorities(info: lt.torrent_info, chosen: Sequence[int]) -> list[int]:
    entries = convert.files(info, {})
    pieces = [0] * info.num_pieces()
    for entry in entries:
        for piece in range(entry.first_piece, entry.first_piece + entry.pieces):
            pieces[piece] = max(pieces[piece], chosen[entry.index])
    for piece in convert.edge_pieces(entries, chosen):
        pieces[piece] = int(Priority.MAXIMUM)
    return pieces


def all_excluded(name: str) -> str:
    """What is told of a torrent that consists of excluded files."""
    return translate(
        "Engine", "Every file of “{name}” is one of those that are never downloaded: it is downloaded all the same."
    ).format(name=name)
