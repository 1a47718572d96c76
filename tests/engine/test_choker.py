# SPDX-License-Identifier: GPL-3.0-or-later
"""By which rule slots are given, and what is known of when."""

from typing import Any

import pytest

from starling.engine.choker import Counters, Decisions, Rotation, earlier, rule
from starling.engine.session import in_force
from starling.swarm import Choker


@pytest.mark.parametrize(
    ("pack", "seeding", "wanted"),
    [
        ({}, False, Choker.TIT_FOR_TAT),
        ({}, True, Choker.ROUND_ROBIN),
        ({"seed_choking_algorithm": 1}, True, Choker.FASTEST),
        ({"seed_choking_algorithm": 2}, True, Choker.ANTI_LEECH),
        ({"seed_choking_algorithm": 2}, False, Choker.TIT_FOR_TAT),
        ({"unchoke_slots_limit": -1}, True, Choker.EVERYBODY),
        ({"unchoke_slots_limit": -1, "choking_algorithm": 2}, False, Choker.RATE_BASED),
    ],
)
def test_the_rule_is_that_of_the_settings(pack: dict[str, Any], seeding: bool, wanted: Choker) -> None:
    assert rule(in_force(pack), seeding=seeding) is wanted


def test_no_limit_on_slots_is_none() -> None:
    of = "peer.num_peers_up_unchoked"
    values = {of: 3, f"{of}_optimistic": 1, f"{of}_all": 9}
    assert Counters.of({**values, "ses.num_unchoke_slots": 8}) == Counters(3, 1, 8, 9)
    assert Counters.of({**values, "ses.num_unchoke_slots": 8}).crowded, "those in the local network have no slot"
    assert not Counters.of({**values, "ses.num_unchoke_slots": 9}).crowded
    assert Counters.of({**values, "ses.num_unchoke_slots": 2**31 - 1}).slots is None


def test_rounds_are_due_a_period_after_the_last_also_after_forced_ones() -> None:
    decisions = Decisions()
    assert decisions.next(100.0) is None
    decisions.heard(100.0, 15)
    assert (decisions.next(101.0), decisions.forced) == (115.0, False)
    decisions.heard(115.4, 15)
    assert (decisions.next(116.0), decisions.forced) == (130.4, False)
    decisions.heard(120.0, 15)
    assert (decisions.before, decisions.last, decisions.forced) == (115.4, 120.0, True)
    assert decisions.next(135.5) == 135.0
    assert decisions.next(138.5) is None, "nobody is connected: libtorrent waits for somebody"


def test_rounds_that_optimistic_slots_force_tell_when_the_next_is() -> None:
    # As libtorrent told them, with 3 slots, 5 peers outside slots, rounds of 20 s and optimistic slots each 7 s.
    decisions = Decisions()
    for at in (0.4, 7.4):
        decisions.heard(at, 20)
    assert decisions.turn(8.0, 7) is None, "one alone may have been forced by anything"
    decisions.heard(14.4, 20)
    assert decisions.forced
    assert decisions.turn(15.0, 7) == 21.4
    assert earlier(decisions.next(15.0), decisions.turn(15.0, 7)) == 21.4
    assert decisions.turn(25.0, 7) is None, "it did not come"
    decisions.heard(18.0, 20)
    assert decisions.turn(19.0, 7) is None
    assert earlier(38.0, None) == 38.0


def test_optimistic_slots_are_due_a_period_after_they_were_seen_to_change() -> None:
    rotation = Rotation()
    a, b = frozenset({"a"}), frozenset({"b"})
    assert rotation.see(100.0, a, 30, rivals=True) is None, "since when it has it was not seen"
    assert rotation.see(101.0, b, 30, rivals=True) == 130.5
    assert rotation.see(131.0, b, 30, rivals=True) == 130.5
    assert rotation.see(132.1, b, 30, rivals=True) is None, "others have had theirs at a time that was not seen"
    assert rotation.see(133.0, frozenset(), 30, rivals=True) == 162.55, "it left: they are given at once"
    assert rotation.see(164.1, frozenset(), 30, rivals=False) == 192.55, "there was nobody to give them to"


def test_what_was_not_looked_at_is_not_known_but_what_is_due_stays_due_for_another_torrent() -> None:
    rotation = Rotation()
    rotation.see(100.0, frozenset(), 30, rivals=False)
    assert rotation.see(101.0, frozenset({"a"}), 30, rivals=False) == 130.5
    rotation.forget()
    assert rotation.see(102.0, frozenset({"z"}), 30, rivals=False) == 130.5
    assert rotation.see(112.0, frozenset({"y"}), 30, rivals=False) is None
