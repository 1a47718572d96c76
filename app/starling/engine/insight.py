# SPDX-License-Identifier: GPL-3.0-or-later
"""What explains the swarm: why a torrent does not move, who gets our slots, what nobody else has."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from starling.engine.magnets import Magnets
from starling.engine.peers import Peers
from starling.engine.playing import Playing
from starling.engine.questions import Questions
from starling.engine.rarity import Rarities
from starling.engine.record import Records
from starling.engine.session import Config
from starling.engine.swarmboard import Swarm
from starling.engine.throttle import Throttle
from starling.engine.whys import Whys

if TYPE_CHECKING:
    from starling.engine.running import Running


class Insight:
    """Looks, and changes nothing."""

    def __init__(
        self,
        records: Records,
        details: Questions,
        peers: Peers,
        playing: Playing,
        throttle: Throttle,
        config: Callable[[], Config],
        running: "Callable[[], Running | None]",
    ) -> None:
        self.swarm = Swarm(details, peers, playing, running)
        """Who gets our slots, and what is asked for."""
        self.whys = Whys(records, details, throttle, config, running)
        """What keeps them from moving."""
        self.magnets = Magnets(details, peers, running)
        """How far magnet links have come."""
        self.rarity = Rarities(details)
        """What nobody else has of them."""

    def begin(self, running: "Running") -> None:
        """The session is open."""
        self.whys.begin(running)

    def tick(self) -> None:
        """Once a second."""
        self.rarity.tick()
