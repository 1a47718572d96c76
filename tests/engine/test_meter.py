# SPDX-License-Identifier: GPL-3.0-or-later
"""What sets the pace of a real session whose download is held back in ways that were arranged."""

from starling.bottleneck import Held, Meter
from starling.options import Limits
from tests.helpers import User
from tests.swarm import Manner, Swarm, Version

_SEEN = 2


def begin(user: User) -> None:
    """Only what comes now counts."""
    assert user.engine._running is not None
    user.engine._running.swarm.meter = Meter()


def sees(user: User, held: Held) -> bool:
    """Whether that was seen to set the pace of downloads most of some seconds."""
    found = user.engine.insight.swarm.bottleneck
    return found.seconds >= _SEEN and found.down[0][0] is held


def test_a_download_held_back_by_peers_by_nothing_here_and_by_a_limit(swarm: Swarm, user: User) -> None:
    payload = swarm.payload(version=Version.V1, files=8_000_000)
    id = user.adds(payload)
    user.connects(id, swarm.seed(payload, manner=Manner.FREE_RIDER))
    begin(user)
    user.until(lambda: sees(user, Held.PEERS))
    user.connects(id, swarm.seed(payload, up=60_000))
    user.until(lambda: user.torrent(id).down > 0)
    begin(user)
    user.until(lambda: sees(user, Held.FREE))
    user.engine.throttle.set_limits([id], Limits(down=20_000))
    begin(user)
    user.until(lambda: sees(user, Held.LIMIT))
