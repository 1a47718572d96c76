# SPDX-License-Identifier: GPL-3.0-or-later
"""What was found is not sought again, up to a limit, and is nothing to the collector of garbage."""

import gc

from starling.remembered import remembered


def test_a_result_is_found_once() -> None:
    asked: list[str] = []

    @remembered(10)
    def upper(text: str) -> str:
        """Loud."""
        asked.append(text)
        return text.upper()

    assert [upper("a"), upper("b"), upper("a"), upper("")] == ["A", "B", "A", ""]
    assert [upper("")] == [""]
    assert asked == ["a", "b", ""]
    assert upper.__doc__ == "Loud."


def test_no_more_is_kept_than_was_said() -> None:
    asked: list[str] = []

    @remembered(2)
    def same(text: str) -> str:
        asked.append(text)
        return text

    for text in "abcc":
        same(text)
    assert asked == ["a", "b", "c"]
    same("a")
    assert asked == ["a", "b", "c", "a"]


def test_the_collector_does_not_see_it() -> None:
    @remembered(1000)
    def double(text: str) -> str:
        return text * 2

    for number in range(500):
        double(f"{number} remembered")
    gc.collect()
    assert not any(isinstance(each, dict) and "499 remembered" in each for each in gc.get_objects())
