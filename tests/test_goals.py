# SPDX-License-Identifier: GPL-3.0-or-later
"""When a goal is reached, and what is said of it."""

from dataclasses import replace

import pytest

from starling import goalwords
from starling.formats import NBSP
from starling.goals import After, Aim, Goal, Part, Reached, Share

R, T, I = Part.RATIO, Part.TIME, Part.IDLE  # noqa: E741
ALL = Goal(ratio=2, time=100, idle=10, every=True)


def plain(text: str) -> str:
    return text.replace(NBSP, " ")


@pytest.mark.parametrize(
    ("goal", "share", "met"),
    [
        (Goal(), Share(9, 9, 9), ()),
        (Goal(ratio=2), Share(1.99), ()),
        (Goal(ratio=2), Share(2.0), (R,)),
        (Goal(ratio=0), Share(), (R,)),
        (Goal(time=0), Share(), (T,)),
        (Goal(ratio=2, time=100), Share(0, 100), (T,)),
        (Goal(ratio=2, idle=10), Share(3, 50, 10), (R, I)),
        (ALL, Share(2, 100, 9), ()),
        (ALL, Share(2, 100, 10), (R, T, I)),
        (replace(ALL, idle=None), Share(2, 100), (R, T)),
    ],
)
def test_reached_by(goal: Goal, share: Share, met: tuple[Part, ...]) -> None:
    assert goal.met(share) == met


@pytest.mark.parametrize(
    ("aim", "words", "nearness"),
    [
        (Aim(Goal(ratio=2)), "", None),
        (Aim(Goal(), share=Share()), "", None),
        (Aim(Goal(ratio=2), share=Share(1.63)), "0.37", 0.185),
        (Aim(Goal(ratio=2), share=Share(1.999)), "0.01", 0.0005),
        (Aim(Goal(ratio=2, time=8000), share=Share(1, 500)), "1.00 or 2 h 5 min", 0.5),
        (Aim(Goal(ratio=2, time=8000), share=Share(1, 0), time_due=1_500), "1.00 or 8 min", 0.5),
        (Aim(Goal(time=8000, idle=600, every=True), share=Share(0, 8000, 300)), "5 min idle", 0.5),
        (Aim(Goal(ratio=2), share=Share(2)), "reached", 0),
        (Aim(Goal(idle=5), share=Share(0, 9, 0), reached=Reached(Goal(idle=5), (I,))), "reached", 0),
    ],
)
def test_what_is_left(aim: Aim, words: str, nearness: float | None) -> None:
    assert plain(goalwords.left(aim, 1_000)) == words
    if aim.time_due is None:
        found = goalwords.share_left(aim)
        assert found == (None if nearness is None else pytest.approx(nearness, abs=1e-6))


def test_in_words() -> None:
    goal = Goal(ratio=2, time=3 * 86_400, then=After.REMOVE_DATA)
    assert plain(goalwords.asked(goal)) == "ratio 2.00 or 3 d of seeding"
    assert plain(goalwords.asked(replace(goal, every=True))) == "ratio 2.00 and 3 d of seeding"
    assert goalwords.asked(Goal()) == "for ever"
    assert plain(goalwords.by(Reached(goal, (T,)))) == "3 d of seeding"
    said = plain(goalwords.sentence(Aim(goal, label="linux")))
    assert said.startswith("Seeded until ratio 2.00 or 3 d of seeding, then removed, its files to the trash.")
    assert said.endswith(" Its label “linux” says so.")
    pause = Goal(ratio=2)
    rests = Aim(pause, own=True, share=Share(2), reached=Reached(pause, (R,), rests=True))
    assert "Start it to seed on" in goalwords.sentence(rests)
    assert "as it was started" in goalwords.sentence(replace(rests, reached=Reached(pause, (R,))))
