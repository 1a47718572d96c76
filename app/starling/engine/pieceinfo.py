# SPDX-License-Identifier: GPL-3.0-or-later
"""libtorrent's pieces -> the values of `starling.pieces`; run on the worker thread only."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import libtorrent as lt

from starling.pieces import PieceMap


def piece_map(
    status: lt.torrent_status, copies: Sequence[int], queue: Iterable[Mapping[str, Any]], size: int
) -> PieceMap:
    """The pieces of a torrent; `status` must carry its pieces."""
    return PieceMap(
        size=size,
        have=bytes(status.pieces),
        copies=bytes(min(count, 255) for count in copies),
        in_flight=tuple(sorted(entry["piece_index"] for entry in queue)),
    )
