# SPDX-License-Identifier: GPL-3.0-or-later
"""What libtorrent's flags say of its choices, and what is seen of its stock."""

import libtorrent as lt
import pytest

from starling.engine.picking import Begun, Picks, Stock, Told, begun, picking, reason, stock
from starling.engine.session import in_force
from starling.swarm import Phase, Pick


def flags(*names: str) -> int:
    return sum(int(getattr(lt.picker_flags_t, name)) for name in names)


@pytest.mark.parametrize(
    ("names", "wanted"),
    [
        # As a download of 100 peers brought them.
        ("prefer_contiguous rarest_first", (Pick.RAREST, 5)),
        ("prioritize_partials", (Pick.PARTIAL, 5)),
        ("prioritize_partials random_pieces", (Pick.RANDOM, 5)),
        ("rarest_first_partials prioritize_partials", (Pick.RARE_PARTIAL, 5)),
        ("backup1 prefer_contiguous rarest_first", (Pick.RAREST, 5)),
        ("backup1 end_game", (Pick.PARTIAL, 4)),
        ("backup1 end_game prefer_contiguous random_pieces", (Pick.RANDOM, 4)),
        ("prio_sequential_pieces sequential_pieces", (Pick.SEQUENTIAL, 5)),
        ("prio_sequential_pieces", (Pick.PRIORITY, 5)),
        ("reverse_rarest_first", (Pick.COMMON, 5)),
        ("extent_affinity", (Pick.NEAR, 5)),
        ("suggested_pieces rarest_first", (Pick.RAREST, 5)),
        ("suggested_pieces", (Pick.SUGGESTED, 5)),
    ],
)
def test_the_last_way_that_a_choice_went_is_its_reason(names: str, wanted: tuple[Pick, int]) -> None:
    assert reason(flags(*names.split()), 5) == wanted


def test_reasons_are_told_for_ten_seconds() -> None:
    picks = Picks()
    picks.note(100.0, flags("random_pieces"), 4)
    picks.note(100.5, flags("rarest_first", "prefer_contiguous"), 6)
    picks.note(105.0, flags("rarest_first"), 1)
    picks.note(105.1, flags("end_game"), 1)
    assert picks.told(106.0) == Told(((Pick.RAREST, 7), (Pick.RANDOM, 4)), 6)
    picks.cut()
    assert picks.told(107.0).sampled
    assert picks.told(112.0) == Told(((Pick.RAREST, 1),), 0, sampled=True)
    assert picks.told(120.0) == Told()


def test_the_stock_counts_what_is_wanted_and_missing() -> None:
    none, asked, twice, writing, written = (0, 1), (1, 1), (1, 2), (2, 0), (3, 1)

    def piece(index: int, *blocks: tuple[int, int]) -> dict[str, object]:
        return {"piece_index": index, "blocks": [{"state": state, "num_peers": peers} for state, peers in blocks]}

    missing = bytes([0, 1, 0, 1, 1, 1])
    queue = [
        piece(1, written, writing, twice, none),
        piece(4, asked, asked, none, none),
        piece(2, twice, none, none, none),
    ]
    found = begun(missing, queue)
    assert found == Begun(pieces=2, open=3, asked=3, asked_twice=1, here=2)
    assert stock(missing, 16, [0, 300, 0, 2, 2, 7], found) == Stock(rarest=2, rarest_pieces=2, begun=found, left=11)
    assert stock(bytes([0, 0]), 0, [], Begun()) == Stock()


@pytest.mark.parametrize(
    ("stock", "more", "wanted"),
    [
        (Stock(left=9), {}, Phase.RAREST),
        (Stock(left=9), {"have": 1}, Phase.RANDOM),
        (Stock(left=9), {"have": 1, "sequential": True}, Phase.SEQUENTIAL),
        (Stock(left=9), {"told": Told(((Pick.SEQUENTIAL, 4), (Pick.RAREST, 3)))}, Phase.SEQUENTIAL),
        (Stock(left=9), {"sequential": True, "played": True}, Phase.DEADLINE),
        (Stock(begun=Begun(asked=3)), {"played": True}, Phase.ENDGAME),
        (Stock(left=9), {"askable": False, "sequential": True}, Phase.NOTHING),
        (Stock(left=9, begun=Begun(asked=1)), {"askable": False}, Phase.RAREST),
    ],
)
def test_the_phase_follows_from_what_is_left_and_wished(stock: Stock, more: dict[str, object], wanted: Phase) -> None:
    usual = {"told": Told(), "have": 50, "sequential": False, "played": False, "askable": True}
    assert picking(stock, pack=in_force({}), **{**usual, **more}).phase is wanted
