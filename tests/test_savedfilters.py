# SPDX-License-Identifier: GPL-3.0-or-later
"""Saved filters as settings.toml holds them, and what is said of those that are none."""

from pathlib import Path

import pytest

from starling import savedfilters
from starling.savedfilters import SavedFilter
from starling.settings import Settings
from starling.settings.organising import SAVED_FILTERS

TWO = (SavedFilter("Stuck", "state:stalled size>4G"), SavedFilter("Ñandú", 'label:"a b" -x'))


@pytest.mark.usefixtures("qapp")
def test_they_are_written_and_read_again(tmp_path: Path) -> None:
    chosen = Settings(tmp_path / "settings.toml")
    chosen.set(SAVED_FILTERS, TWO)
    chosen.flush()
    again = Settings(tmp_path / "settings.toml")
    assert again.problems == ()
    assert again.get(SAVED_FILTERS) == TWO
    assert "[organising]" in (tmp_path / "settings.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("state:stalled", "must be a list"),
        (7, "must be a list"),
        ([{"name": "a"}], "needs a name and a query"),
        ([{"name": " ", "query": "a"}], "needs a name and a query"),
        ([{"name": "a", "query": 7}], "needs a name and a query"),
        ([{"name": "a", "query": "\udc80"}], "needs a name and a query"),
        (["a"], "needs a name and a query"),
        ([{"name": "a", "query": "x"}, {"name": " a ", "query": "y"}], "two saved filters named “a”"),
    ],
)
def test_what_is_none_gets_a_sentence(raw: object, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        savedfilters.read(raw)


def test_a_query_that_is_not_understood_is_kept_as_it_is() -> None:
    assert savedfilters.read([{"name": "Old", "query": "raito<1"}]) == (SavedFilter("Old", "raito<1"),)
