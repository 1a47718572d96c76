# SPDX-License-Identifier: GPL-3.0-or-later
"""Peers to test with, and what is told of them."""

from PySide6.QtCore import Qt

from starling.peer import Peer
from starling.torrent import State, Torrent
from starling.ui.details.peers import PeersPage

LEFT = Qt.MouseButton.LeftButton
TORRENT = Torrent("a", "Sita", State.DOWNLOADING, size=8_000_000_000, done=2_000_000_000, known_peers=46)

SENDS = {"we_want": True, "they_choke": False}
CHOKES = {"we_want": True, "they_choke": True}


def peer(number: int, /, **facts: object) -> Peer:
    return Peer(f"203.0.113.{number}", 6881, **facts)  # type: ignore[arg-type]


def shown(page: PeersPage) -> list[str]:
    return [row.peer.address.rpartition(".")[2] for row in page.model.rows()]
