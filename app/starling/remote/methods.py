# SPDX-License-Identifier: GPL-3.0-or-later
"""Every method that clients can call, by its name."""

from collections.abc import Mapping

from starling.remote.calls import Method
from starling.remote.groups import Groups
from starling.remote.means import Means
from starling.remote.places import Places
from starling.remote.session import Session
from starling.remote.torrent_actions import TorrentActions
from starling.remote.torrent_add import TorrentAdd
from starling.remote.torrent_get import TorrentGet
from starling.remote.torrent_place import TorrentPlace
from starling.remote.torrent_set import TorrentSet


def methods(means: Means, session_id: str) -> Mapping[str, Method]:
    """Those of all modules; `session_id` is what clients send along and one of the fields that they can ask for."""
    parts = (
        TorrentGet(means),
        TorrentSet(means),
        TorrentActions(means),
        TorrentAdd(means),
        TorrentPlace(means),
        Session(means, session_id),
        Places(means),
        Groups(means),
    )
    return {name: method for part in parts for name, method in part.methods.items()}
