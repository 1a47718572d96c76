# SPDX-License-Identifier: GPL-3.0-or-later
"""Gives torrents in the session the limits of their own; those that have none go by the settings."""

import libtorrent as lt

from starling.engine.record import Record
from starling.engine.session import Config
from starling.setting import RATE_MAX

NONE = -1
"""How libtorrent writes no limit of a torrent."""
_FIRST = 100
"""The part of its label's limit that a torrent may use in the second before it gets its share, see `throttle`."""


def prepare(record: Record, params: lt.add_torrent_params, config: Config) -> None:
    """For one that enters the session; what its resume data say may be the share it had of a label's limit."""
    options, labels = record.options, config.rates.labels
    pairs = [labels[name] for name in record.labels if name in labels]
    params.download_limit = _first(options.down_limit, [down for down, _ in pairs if down])
    params.upload_limit = _first(options.up_limit, [up for _, up in pairs if up])
    params.max_connections = options.connections or config.connections
    params.max_uploads = options.slots or config.slots


def count(record: Record, config: Config) -> None:
    """Numbers of connections and upload slots of one in the session."""
    if record.handle is not None:
        record.handle.set_max_connections(record.options.connections or config.connections)
        record.handle.set_max_uploads(record.options.slots or config.slots)


def rate(limit: int) -> int:
    """Bytes a second (0 = no limit) as libtorrent takes it for a torrent."""
    return limit if 0 < limit <= RATE_MAX else NONE


def _first(own: int, shared: list[int]) -> int:
    return rate(min([*([own] if own else []), *(max(1, limit // _FIRST) for limit in shared)], default=0))
