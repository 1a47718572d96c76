# SPDX-License-Identifier: GPL-3.0-or-later
"""For how long the requests in flight with a peer are."""

from dataclasses import replace

import pytest

from starling.peer import Peer
from starling.swarm import BLOCK, pipeline

SENDER = Peer("192.0.2.1", 6881, we_want=True, they_choke=False, down=10 * BLOCK, requests_out=5, queue_bytes=5 * BLOCK)


def test_what_is_asked_for_lasts_as_long_as_its_rate_needs_for_it() -> None:
    flight = pipeline(SENDER)
    assert (flight.blocks, flight.seconds) == (5, pytest.approx(0.5))
    assert pipeline(replace(SENDER, down=0)).seconds is None, "nothing comes"
