# SPDX-License-Identifier: GPL-3.0-or-later
"""The words for what a torrent is doing, each with its rule: those of the sidebar, and a few more for queries."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from starling.torrent import State, Torrent

Predicate = Callable[[Torrent], bool]

_VISIBLE = 1000
"""Bytes/s from which a rate is shown."""


def _moves(torrent: Torrent) -> bool:
    return torrent.down >= _VISIBLE or torrent.up >= _VISIBLE


SIDEBAR: Mapping[str, Predicate] = MappingProxyType(
    {
        "all": lambda t: True,
        "active": _moves,
        "downloading": lambda t: t.state in (State.DOWNLOADING, State.STALLED, State.METADATA),
        "seeding": lambda t: t.state is State.SEEDING,
        "completed": lambda t: t.complete,
        "stalled": lambda t: t.state is State.STALLED,
        "queued": lambda t: t.state is State.QUEUED,
        "checking": lambda t: t.state in (State.CHECKING, State.MOVING),
        "paused": lambda t: t.paused,
        "errors": lambda t: t.state is State.ERROR,
    }
)
"""The entries under "Status", in their order."""

STATES: Mapping[str, Predicate] = MappingProxyType(
    {
        **SIDEBAR,
        "inactive": lambda t: not _moves(t),
        "incomplete": lambda t: not t.complete,
        "finished": lambda t: t.state is State.FINISHED,
        "forced": lambda t: t.forced,
        "metadata": lambda t: t.state is State.METADATA,
        "moving": lambda t: t.state is State.MOVING,
        "running": lambda t: not t.paused,
    }
)
"""All that ``state:`` knows."""
