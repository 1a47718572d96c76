# SPDX-License-Identifier: GPL-3.0-or-later
"""Wishes in the Files tab that follow each other faster than the engine confirms them."""

from starling.torrent import FileState
from tests.ui.filetrees import tree


def test_a_second_wish_goes_by_the_first_one_before_the_engine_has_confirmed_it() -> None:
    model, wishes = tree(decides=False), []
    model.changed.connect(wishes.append)
    model.set_all_wanted(False)
    model.want_only([0, 4])
    assert wishes == [dict.fromkeys((0, 1, 2, 4, 5, 6), 0), {0: 4, 4: 4}]
    model.invert()
    assert wishes[2:] == [{0: 0, 1: 4, 2: 4, 4: 0, 5: 4, 6: 4}]
    before = FileState(done=(0,) * 6, priorities=(4,) * 6)
    model.set_state(before)
    model.set_all_wanted(True)
    assert wishes[3:] == [{0: 4, 4: 4}]


def test_a_wish_that_the_engine_does_not_take_is_forgotten() -> None:
    model, wishes = tree(decides=False), []
    model.changed.connect(wishes.append)
    model.toggle(0)
    for _ in range(3):
        model.set_state(FileState(done=(0,) * 6, priorities=(4,) * 6))
    model.toggle(0)
    assert wishes == [{0: 0}, {0: 0}]
