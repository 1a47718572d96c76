# SPDX-License-Identifier: GPL-3.0-or-later
"""Work in turns of the event loop: however much of it was begun, each turn takes one step."""

from collections.abc import Iterator

from pytestqt.qtbot import QtBot

from starling.engine.stepwise import Stepwise


def test_each_turn_does_one_step_of_one_work(qtbot: QtBot) -> None:
    done: list[str] = []

    def work(name: str) -> Iterator[None]:
        for _ in range(3):
            done.append(name)
            yield

    steps = Stepwise()
    steps.begin("a", work("a"))
    steps.begin("b", work("b"))
    assert done == ["a", "b"]
    steps._turn()
    assert done == ["a", "b", "a"]
    qtbot.waitUntil(lambda: not steps._timer.isActive())
    assert done == ["a", "b"] * 3
