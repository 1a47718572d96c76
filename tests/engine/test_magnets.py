# SPDX-License-Identifier: GPL-3.0-or-later
"""Magnet links of many torrents: one question for all, and none is lost because another is gone."""

from starling.engine import details
from tests.helpers import User
from tests.swarm import Swarm


def test_links_come_in_the_order_asked_for(user: User, swarm: Swarm) -> None:
    one, two = swarm.payload(name="one"), swarm.payload(name="two")
    ids = [user.adds(payload, start=False) for payload in (one, two)]
    links = user.run(user.engine.details.magnets([ids[1], "0" * 40, ids[0]]))
    assert [payload.hash_v1 in link for payload, link in zip((two, one), links, strict=True)] == [True, True]


def test_one_that_is_removed_meanwhile_does_not_take_the_others_along(user: User, swarm: Swarm) -> None:
    one, two = swarm.payload(name="one"), swarm.payload(name="two")
    ids = [user.adds(payload, start=False) for payload in (one, two)]
    handles = [user.handle(id) for id in ids]
    user.run(user.engine.remove(ids[:1], data=False))
    user.until(lambda: not handles[0].is_valid())
    (link,) = details.magnets(handles)
    assert two.hash_v1 in link
