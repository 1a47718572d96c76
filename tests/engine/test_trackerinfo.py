# SPDX-License-Identifier: GPL-3.0-or-later
"""Whose the connected peers are that several sources tell of."""

from starling.engine.trackerinfo import shares
from starling.peer import Source
from starling.tracker import Kind

ALL = {Kind.DHT, Kind.PEX, Kind.LSD}


def test_a_peer_that_several_tell_of_is_counted_once() -> None:
    everywhere = Source.DHT | Source.PEX | Source.LSD
    peers = [everywhere, Source.DHT | Source.PEX, Source.PEX | Source.INCOMING, Source.INCOMING]
    assert shares(peers, ALL) == {Kind.LSD: 1, Kind.DHT: 1, Kind.PEX: 1}
    assert shares([everywhere | Source.TRACKER], ALL) == {}


def test_a_source_that_is_off_brings_nobody() -> None:
    assert shares([Source.LSD | Source.DHT, Source.DHT | Source.PEX, Source.LSD], {Kind.PEX, Kind.DHT}) == {Kind.DHT: 2}
