# SPDX-License-Identifier: GPL-3.0-or-later
"""No two files of a torrent in one place, and none where the system takes it for something else."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starling.engine.clashes import told_apart


def placed(paths: Sequence[str], clashing: dict[int, str], system: str) -> list[str]:
    moved = {**clashing, **told_apart(paths, clashing, system=system)}
    return [moved.get(index, path) for index, path in enumerate(paths)]


@pytest.mark.parametrize(
    ("paths", "clashing", "wanted"),
    [
        (["t/a.txt", "t/A.TXT"], {1: "t/A.1.TXT"}, ["t/a.txt", "t/A.1.TXT"]),
        (["t/a.txt", "t/A.TXT", "t/A.1.txt"], {1: "t/A.1.TXT"}, ["t/a.txt", "t/A.2.TXT", "t/A.1.txt"]),
        (["t/a", "t/a", "t/a.1"], {1: "t/a.1"}, ["t/a", "t/a.2", "t/a.1"]),
        (["t/a", "t/a", "t/A.1/x"], {1: "t/a.1"}, ["t/a", "t/a.2", "t/A.1/x"]),
        (["t/a", "t/a/x"], {0: "t/a.1"}, ["t/a.1", "t/a/x"]),
        (["t/.a", "t/.a"], {1: "t/.1.a"}, ["t/.a", "t/.a.1"]),
        (["t/a", "", "t/a"], {2: "t/a.1"}, ["t/a", "", "t/a.1"]),
    ],
)
def test_libtorrent_s_names_are_kept_where_they_are_free(
    paths: list[str], clashing: dict[int, str], wanted: list[str]
) -> None:
    assert placed(paths, clashing, "linux") == wanted


TWINS = ["t/Ñu.txt", "t/ñu.txt", "t/n\u0303U.txt", "t/Ñu.txt/x", "t/e\u0301", "t/\u00e9"]


def test_where_capitals_and_accents_are_no_difference_nothing_lies_together() -> None:
    assert placed(TWINS, {}, "linux") == TWINS
    assert placed(TWINS, {}, "darwin") == [
        "t/Ñu.1.txt",
        "t/ñu.2.txt",
        "t/n\u0303U.3.txt",
        "t/Ñu.txt/x",
        "t/e\u0301",
        "t/\u00e9.1",
    ]


def test_windows_gets_no_devices() -> None:
    paths = ["t/CON", "t/con_", "t/aux.h/Nul.tar.gz", "t/console", "COM1/x"]
    assert placed(paths, {}, "linux") == paths
    assert placed(paths, {}, "win32") == ["t/CON_", "t/con_.1", "t/aux_.h/Nul_.tar.gz", "t/console", "COM1_/x"]


PATHS = st.lists(
    st.lists(st.sampled_from(["a", "A", "á", "Á", "a.1", "A.2", "CON", "con_"]), min_size=1, max_size=3).map("/".join),
    max_size=12,
)


@given(PATHS, st.sets(st.integers(0, 11)), st.sampled_from(["win32", "darwin"]))
def test_every_file_has_a_place_of_its_own(paths: list[str], late: set[int], system: str) -> None:
    found = placed(paths, {index: "a.1" for index in late if index < len(paths)}, system)
    files = [path.casefold() for path in found]
    folders = {path[:at] for path in files for at, letter in enumerate(path) if letter == "/"}
    assert len(set(files)) == len(files)
    assert not folders & set(files)
    assert system != "win32" or not any(part == "con" for path in files for part in path.split("/"))
