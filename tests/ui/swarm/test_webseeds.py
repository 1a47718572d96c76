# SPDX-License-Identifier: GPL-3.0-or-later
"""Web seeds in the Swarm tab: they have no seat, and are there all the same."""

from starling.peer import Peer, Transport
from starling.ui.details.sentence import plain
from starling.ui.swarm import boardwords, seatwords
from tests.ui.swarm.someboards import PICKING, TORRENT, board


def test_a_web_seed_is_no_peer_that_wants_nothing_of_us() -> None:
    mirror = Peer("203.0.113.9", 80, transport=Transport.WEB_SEED, seed=True, we_want=True, they_choke=False)
    seen = board(seats=(), web_seeds=(mirror,), picking=PICKING)
    assert seatwords.content(seen) == ""
    main, more = boardwords.sentence(TORRENT, seen)
    assert plain(main) == "Nobody who is connected wants data of yours."
    assert more == []
    assert seen.connected == (mirror,)
