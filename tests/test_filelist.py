# SPDX-License-Identifier: GPL-3.0-or-later
"""Files in columns are what the same files are as objects, and nothing for the collector of garbage to visit."""

import gc

import pytest

from starling.filelist import FileList
from starling.torrent import File

FILES = (File(0, "a/x", 10, 0, 2), File(2, "a/y", 0, 1, 0), File(3, "b/z", 5, 1, 1))


def test_it_is_a_sequence_of_files() -> None:
    files = FileList.of(FILES)
    assert len(files) == 3
    assert list(files) == list(FILES)
    assert files[0] == FILES[0]
    assert files[-1] == FILES[-1]
    assert files[1:] == FILES[1:]
    assert FILES[2] in files
    with pytest.raises(IndexError):
        _ = files[3]


def test_it_equals_what_holds_the_same_files() -> None:
    files, listed = FileList.of(FILES), list(FILES)
    assert files == FILES
    assert listed == files
    assert files == FileList.of(list(FILES))
    assert hash(files) == hash(FileList.of(FILES))
    assert files != FILES[:2]
    assert files != files.with_paths(["a/x", "a/y", "b/other"])
    assert files != 3
    assert FileList() == ()
    assert FileList.of([]) == FileList()


def test_one_that_is_one_already_is_taken_as_it_is() -> None:
    files = FileList.of(FILES)
    assert FileList.of(files) is files


def test_other_names_change_nothing_else() -> None:
    renamed = FileList.of(FILES).with_paths(["x", "y", "z"])
    assert [file.path for file in renamed] == ["x", "y", "z"]
    assert [(file.index, file.size, file.first_piece, file.pieces) for file in renamed] == [
        (file.index, file.size, file.first_piece, file.pieces) for file in FILES
    ]


def test_the_collector_visits_none_of_many_files() -> None:
    gc.collect()
    before = len(gc.get_objects())
    files = FileList.of(File(i, f"set/{i}", 1, i, 1) for i in range(20_000))
    gc.collect()
    assert len(gc.get_objects()) - before < 100
    assert len(files) == 20_000
