# SPDX-License-Identifier: GPL-3.0-or-later
"""How far a magnet link has come, against peers that can't give the metadata, that keep them, and that spoil them."""

import libtorrent as lt
import pytest

from starling.engine import magnets
from starling.engine.session import FIXED
from starling.magnetsearch import MagnetSearch
from starling.torrent import State
from tests.helpers import User
from tests.swarm import Swarm, Version

_DHT = int(lt.alert.category_t.dht_notification)


def look(user: User, id: str) -> MagnetSearch | None:
    """As the card looks once a second."""
    sources = user.run(user.engine.trackers.of(id))
    return user.run(user.engine.insight.magnets.search(id, sources))


def hears_dht(user: User) -> bool:
    """Whether libtorrent tells of the DHT's work."""
    assert user.engine._running is not None
    mask = int(user.engine._running.session.lt.get_settings()["alert_mask"])
    return bool(mask & _DHT & ~int(FIXED["alert_mask"]))


def test_the_search_is_followed_while_somebody_looks(swarm: Swarm, user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(magnets, "_STAYS", 1.0)
    payload = swarm.payload(version=Version.V1)
    id = user.adds(payload.magnet)
    user.sees(id, State.METADATA)
    user.connects(id, swarm.scripted(payload, have=1.0, extended=False))
    user.until(lambda: (found := look(user, id)) and (found.connected, found.capable) == (1, 0))
    user.connects(id, swarm.scripted(payload, have=1.0, metadata="silent"))
    user.until(lambda: (found := look(user, id)) and (found.connected, found.capable) == (2, 1))
    user.connects(id, swarm.scripted(payload, have=1.0, metadata="spoil"))
    user.until(lambda: (found := look(user, id)) and found.wrong and found.messages and found.messages.came)
    found = look(user, id)
    assert found is not None
    assert found.dht is None, "it is off"
    assert sum(count for _source, count in found.sources) == found.connected + found.connecting
    assert hears_dht(user)
    user.until(lambda: not hears_dht(user))
