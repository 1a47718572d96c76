# SPDX-License-Identifier: GPL-3.0-or-later
"""What the Peers tab asks and does: who is connected to a torrent, and what becomes of them."""

from starling.engine import peerinfo
from starling.engine.questions import Questions
from starling.peer import Peer


class Peers:
    """Every question raises EngineError if its torrent is gone."""

    def __init__(self, details: Questions) -> None:
        self._details = details

    async def connected(self, id: str) -> tuple[Peer, ...]:
        """The connected peers, and those that are being connected to."""
        return await self._details.about(id, peerinfo.peers)
