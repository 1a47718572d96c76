# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the requests in flight keep a peer busy."""

from dataclasses import replace

import pytest

from starling.peer import Peer
from starling.swarm import BLOCK, pipeline

SENDER = Peer("192.0.2.1", 6881, we_want=True, they_choke=False, down=10 * BLOCK, round_trip=0.2)
"""Two blocks are on their way in each round trip."""


@pytest.mark.parametrize(("blocks", "enough"), [(1, False), (2, False), (3, True), (30, True)])
def test_more_than_what_a_round_trip_carries_keeps_it_busy(blocks: int, enough: bool) -> None:
    flight = pipeline(replace(SENDER, requests_out=blocks, queue_bytes=blocks * BLOCK), 3)
    assert (flight.blocks, flight.wanted_blocks, flight.aimed_blocks) == (blocks, 3, 30)
    assert flight.seconds == pytest.approx(blocks / 10)
    assert flight.enough is enough


def test_one_request_is_enough_where_a_round_trip_is_little_of_a_blocks_time() -> None:
    assert pipeline(replace(SENDER, down=2000, requests_out=1), 3).enough


@pytest.mark.parametrize(
    "change",
    [{"round_trip": None}, {"down": 0}, {"they_choke": True}, {"we_want": False}],
)
def test_nothing_is_said_where_it_is_not_known(change: dict[str, object]) -> None:
    flight = pipeline(replace(SENDER, requests_out=1, **change), 3)
    assert (flight.blocks, flight.wanted_blocks, flight.enough) == (1, None, None)


def test_libtorrent_asks_a_peer_that_snubs_us_for_one_block() -> None:
    assert pipeline(replace(SENDER, snubbed=True), 3).aimed_blocks == 1
    assert pipeline(replace(SENDER, down=100), 3).aimed_blocks == 2
