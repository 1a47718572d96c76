# SPDX-License-Identifier: GPL-3.0-or-later
"""A torrent that is about to enter the session: its record, and its row in the store."""

import time

import libtorrent as lt

from starling.engine import keeper, provenance, sources
from starling.engine.record import Record
from starling.engine.rows import Row
from starling.engine.text import safe

_FLAGS = lt.torrent_flags


def make_record(id: str, params: lt.add_torrent_params, name: str) -> Record:
    """The record of a torrent that is about to enter the session; `name` replaces its own if not empty."""
    hashes = sources.hashes_of(params)
    info = params.ti
    record = Record(
        id=id,
        name=name or sources.name_of(params),
        save_path=safe(lambda: params.save_path),
        hash_v1=str(hashes.v1) if hashes.has_v1() else "",
        hash_v2=str(hashes.v2) if hashes.has_v2() else "",
        added=params.added_time or int(time.time()),
        created=params.creation_date or None,
        comment=safe(lambda: params.comment),
        created_by=safe(lambda: params.created_by),
        private=info is not None and info.priv(),
        has_metadata=info is not None,
        custom_name=bool(name),
        paused=bool(params.flags & (_FLAGS.paused | _FLAGS.stop_when_ready)) and not params.flags & _FLAGS.auto_managed,
        forced=not params.flags & (_FLAGS.paused | _FLAGS.stop_when_ready | _FLAGS.auto_managed),
    )
    record.trackers.set_urls(list(params.trackers), list(params.tracker_tiers))
    return record


def make_row(record: Record, params: lt.add_torrent_params) -> Row:
    """The row of one that is stored for the first time; its metadata is stored on its own."""
    info = params.ti
    params.ti = None
    try:
        resume = keeper.encode(params)
    finally:
        params.ti = info
    return Row(
        id=record.id,
        resume=resume,
        info=info.info_section() if info is not None else None,
        name=record.name if record.custom_name else "",
        first_last=record.first_last,
        labels=record.labels,
        pending="" if record.pending is None else record.pending.encode(),
        foreign=provenance.encode(record.foreign),
        options=record.options.encode(),
    )
