# SPDX-License-Identifier: GPL-3.0-or-later
"""Labels that settings name: they follow a new name, and a removal is taken back whole."""

from pathlib import Path

import pytest

from starling import labeluses
from starling.savedfilters import SavedFilter
from starling.settings import Settings
from starling.settings.automation import WATCH_FOLDERS
from starling.settings.organising import SAVED_FILTERS
from starling.watchfolders import WatchFolder


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("label:films size>1G", 'label:"My films" size>1G'),
        ('-tag="Films" | x', '-tag="My films" | x'),
        ("(label:films", '(label:"My films"'),
        ('label:"films', 'label:"My films"'),
        ("label:films,music", '(label:"My films" | label:music)'),
        ("-label=music,FILMS", '-(label=music | label="My films")'),
        ("label!=music,films", '-(label=music | label="My films")'),
        ("label:film films name:films", "label:film films name:films"),
    ],
)
def test_a_filter_asks_for_the_new_name(query: str, asked: str) -> None:
    assert labeluses.renamed(query, "Films", "My films") == asked


def test_a_list_stays_one_where_it_can() -> None:
    assert labeluses.renamed("label:films,music,films", "films", "Ciné") == "label:Ciné,music"
    assert labeluses.renamed("label:films,music", "films", "none") == '(label:"none" | label:music)'


def test_settings_follow(qapp: object, tmp_path: Path) -> None:
    chosen = Settings(tmp_path / "settings.toml")
    one, two = WatchFolder("/one", ("a", "Films", "b")), WatchFolder("/two", ("a",))
    chosen.set(WATCH_FOLDERS, (one, two))
    chosen.set(SAVED_FILTERS, (SavedFilter("Mine", "label:films"), SavedFilter("Other", "label:a")))
    labeluses.rename(chosen, "Films", "Cinema")
    assert [each.labels for each in chosen.get(WATCH_FOLDERS)] == [("a", "Cinema", "b"), ("a",)]
    assert [each.query for each in chosen.get(SAVED_FILTERS)] == ['label:"Cinema"', "label:a"]
    giving = labeluses.remove(chosen, "Cinema")
    assert [each.labels for each in chosen.get(WATCH_FOLDERS)] == [("a", "b"), ("a",)]
    labeluses.put_back(chosen, "Cinema", giving)
    assert [each.labels for each in chosen.get(WATCH_FOLDERS)] == [("a", "b", "Cinema"), ("a",)]
    chosen.flush()
    chosen.deleteLater()
