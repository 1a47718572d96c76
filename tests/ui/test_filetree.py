# SPDX-License-Identifier: GPL-3.0-or-later
"""The file tree: sums, boxes, priorities, folding, order and filter, with few files and with very many."""

import gc

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from starling.torrent import File, FileState, Priority
from starling.ui.files.columns import dialog_columns, priority_text
from starling.ui.files.names import icon_of
from starling.ui.files.tree import FileTree, Totals
from tests.ui.filetrees import SITA, names, row, tree

pytestmark = pytest.mark.usefixtures("qapp")

CHECKED, PARTLY, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.PartiallyChecked, Qt.CheckState.Unchecked


def told(model: FileTree) -> set[int]:
    """The rows that are said to have changed from now on."""
    found: set[int] = set()
    model.dataChanged.connect(lambda first, last: found.update(range(first.row(), last.row() + 1)))
    return found


def test_every_row_is_painted_again_when_the_same_files_come_with_other_priorities() -> None:
    model = tree()
    model.set_all_wanted(False)
    changed = told(model)
    model.set_files(SITA)
    assert changed == set(range(model.rowCount()))
    changed.clear()
    model.set_files(())
    assert changed == set()


def test_news_of_very_many_files_are_news_of_every_row() -> None:
    model = tree(tuple(File(number, f"Many/{number:04}", 1, number, 1) for number in range(1_200)))
    model.fold("Many", True)
    changed = told(model)
    model.set_all_wanted(False)
    assert changed == set(range(1_201))


def test_files_stand_in_their_folders_with_sums() -> None:
    model = tree()
    assert names(model) == [
        "Sita", "  Sita.mkv", "  Extras", "    interview.mp4", "    storyboards.zip",
        "  Subtitles", "    part 10.srt", "    part 9.srt", "  LICENSE",
    ]  # fmt: skip
    assert [(row(model, key).size, row(model, key).files) for key in ("Sita", "Sita/Extras")] == [(1315, 6), (300, 2)]
    assert row(model, "Sita").pieces == 13
    assert row(model, "Sita/Extras").spans == ((9, 12),)
    assert row(model, 5).pieces == 0
    assert row(model, 5).part == 1.0


def test_files_apart_in_the_torrent_do_not_lend_their_folder_the_pieces_between() -> None:
    model = tree((File(0, "a/x", 10, 0, 2), File(1, "b/y", 10, 5, 1), File(2, "a/z", 10, 7, 2)))
    assert row(model, "a").spans == ((0, 1), (7, 8))
    assert row(model, "a").pieces == 4


def test_progress_and_priorities_are_carried_up() -> None:
    model = tree()
    model.set_state(FileState(done=(500, 50, 0, 10, 0, 0), priorities=(6, 4, 0, 4, 4, 0)))
    assert (row(model, "Sita").done, row(model, "Sita").wanted) == (560, 1210)
    assert row(model, "Sita").check is PARTLY
    assert row(model, "Sita/Subtitles").check is CHECKED
    assert row(model, "Sita/Subtitles").priority == Priority.NORMAL
    assert priority_text(row(model, "Sita").priority) == "Mixed"
    assert model.totals == Totals(files=6, wanted_files=4, size=1315, wanted=1210, wanted_done=560)


def test_a_state_of_other_files_is_ignored() -> None:
    model = tree()
    model.set_state(FileState(done=(1,), priorities=(0,)))
    assert row(model, "Sita").done == 0


def test_steps_between_the_named_priorities_are_numbers() -> None:
    assert [priority_text(level) for level in range(8)] == ["Skip", "Low", "2", "3", "Normal", "5", "High", "Maximum"]


def test_in_the_dialog_a_wish_comes_true_at_once() -> None:
    model, wishes = tree(), []
    model.changed.connect(wishes.append)
    model.toggle("Sita/Extras")
    assert wishes == [{1: 0, 2: 0}]
    assert row(model, "Sita/Extras").check is UNCHECKED
    assert row(model, "Sita").check is PARTLY
    assert model.priorities() == {1: 0, 2: 0}


def test_in_the_tab_a_wish_waits_for_the_engine() -> None:
    model, wishes = tree(decides=False), []
    model.changed.connect(wishes.append)
    model.toggle(0)
    assert wishes == [{0: 0}]
    assert row(model, 0).check is CHECKED
    model.set_state(FileState(done=(0,) * 6, priorities=(0, 4, 4, 4, 4, 4)))
    assert row(model, 0).check is UNCHECKED


def test_ticking_again_brings_the_old_priority_back() -> None:
    model = tree()
    model.set_priority([0], Priority.HIGH)
    model.toggle(0)
    model.toggle(0)
    assert row(model, 0).priority == Priority.HIGH


def test_ticking_the_rest_of_a_folder_leaves_wanted_files_as_they_are() -> None:
    model = tree()
    model.set_priority([0], Priority.MAXIMUM)
    model.set_wanted([1], False)
    model.toggle("Sita")
    assert row(model, "Sita").check is CHECKED
    assert row(model, 0).priority == Priority.MAXIMUM


def test_the_box_of_one_of_several_selected_rows_changes_them_all() -> None:
    model = tree()
    model.toggle(1, selected=[0, 1, "Sita/Subtitles"])
    assert model.priorities() == dict.fromkeys((0, 1, 4, 5), 0)
    model.toggle(2, selected=[0, 1])
    assert model.priorities() == dict.fromkeys((0, 1, 2, 4, 5), 0)


def test_what_is_so_already_is_not_wished_for() -> None:
    model, wishes = tree(), []
    model.changed.connect(wishes.append)
    model.set_priority(["Sita"], Priority.NORMAL)
    model.wish({3: 0, 99: 1})
    assert wishes == []


def test_steps_go_through_the_named_priorities() -> None:
    model = tree()
    model.wish({0: 5})
    model.step_priority([0, 1], up=True)
    assert (row(model, 0).priority, row(model, 1).priority) == (6, 6)
    for _ in range(9):
        model.step_priority([0], up=True)
    assert row(model, 0).priority == Priority.MAXIMUM
    model.step_priority(["Sita/Extras"], up=False)
    assert (row(model, 1).priority, row(model, 2).priority) == (4, 1)


def test_folding() -> None:
    model = tree()
    model.fold("Sita/Extras", False)
    assert "    interview.mp4" not in names(model)
    assert model.columns[0].text(row(model, "Sita/Extras")) == "Extras, 2 files"
    model.fold("Sita/Extras", True)
    assert "    interview.mp4" in names(model)
    model.fold_all(False)
    assert names(model) == ["Sita"]
    model.fold_all(True)
    assert len(names(model)) == 9


def test_new_names_keep_folders_folded() -> None:
    model = tree()
    model.fold("Sita/Extras", False)
    model.set_files((*SITA[:3], File(4, "Sita/Subtitles/de.srt", 10, 12, 1)))
    assert names(model) == ["Sita", "  Sita.mkv", "  Extras", "  Subtitles", "    de.srt"]


def test_folders_stand_first_and_numbers_count_when_sorted_by_name() -> None:
    model = tree()
    model.sort_by("name", falling=False)
    assert names(model) == [
        "Sita", "  Extras", "    interview.mp4", "    storyboards.zip",
        "  Subtitles", "    part 9.srt", "    part 10.srt", "  LICENSE", "  Sita.mkv",
    ]  # fmt: skip
    model.sort_by("name", falling=True)
    assert names(model)[:4] == ["Sita", "  Subtitles", "    part 10.srt", "    part 9.srt"]


def test_what_moves_past_its_neighbours_is_sorted_again() -> None:
    model = tree()
    model.sort_by("done", falling=True)
    model.set_state(FileState(done=(5, 0, 100, 0, 0, 0), priorities=(4,) * 6))
    assert [line.strip() for line in names(model)[1:4]] == ["Extras", "storyboards.zip", "interview.mp4"]
    model.hold()
    model.set_state(FileState(done=(900, 0, 100, 0, 0, 0), priorities=(4,) * 6))
    assert names(model)[1] == "  Extras"
    assert row(model, 0).done == 900
    model.release()
    assert names(model)[1] == "  Sita.mkv"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("story", ["Sita", "  Extras", "    storyboards.zip"]),
        ("extras", ["Sita", "  Extras", "    interview.mp4", "    storyboards.zip"]),
        ("*.SRT", ["Sita", "  Subtitles", "    part 10.srt", "    part 9.srt"]),
        ("part ?.srt", ["Sita", "  Subtitles", "    part 9.srt"]),
        ("*/extras/*", ["Sita", "  Extras", "    interview.mp4", "    storyboards.zip"]),
        ("nothing", []),
    ],
)
def test_filter(text: str, found: list[str]) -> None:
    model = tree()
    model.fold_all(False)
    model.set_filter(text)
    assert names(model) == found
    model.set_filter("")
    assert names(model) == ["Sita"]


def test_a_bracket_in_a_filter_is_a_bracket() -> None:
    model = tree((File(0, "[2160p] a.mkv", 1, 0, 1), File(1, "2 a.mkv", 1, 0, 1)))
    model.set_filter("[2160p]*")
    assert names(model) == ["[2160p] a.mkv"]


def test_a_folder_stands_for_the_files_that_the_filter_shows() -> None:
    model = tree()
    model.set_filter("*.zip")
    model.toggle("Sita")
    assert model.priorities() == {2: 0}
    model.set_all_wanted(True)
    assert model.priorities() == {}


@pytest.mark.parametrize(
    ("text", "filters"), [("", False), ("size>", False), ("ext:", False), ("size>1", True), ("a", True)]
)
def test_a_filter_that_says_nothing_yet_is_none(text: str, filters: bool) -> None:
    tree = FileTree(dialog_columns(), decides=True)
    tree.set_files((File(0, "T/a", 5, 0, 1), File(1, "T/b", 7, 0, 1)))
    tree.set_filter(text)
    assert tree.filtering is filters


def test_while_filtering_folders_fold_on_their_own() -> None:
    model = tree()
    model.set_filter("i")
    model.fold("Sita", False)
    assert names(model) == ["Sita"]
    model.set_filter("")
    assert len(names(model)) == 9


@pytest.mark.parametrize(
    ("name", "icon"),
    [
        ("a.MKV", "file-video"),
        ("a.tar.gz", "file-archive"),
        ("a.iso", "file-disc"),
        ("README", "file"),
        (".srt", "file-text"),
    ],
)
def test_the_icon_follows_the_extension(name: str, icon: str) -> None:
    assert icon_of(name) == icon


PARTS = st.lists(st.sampled_from("abc"), min_size=1, max_size=4)


@given(
    paths=st.lists(PARTS, min_size=1, max_size=12),
    states=st.lists(st.lists(st.tuples(st.integers(0, 100), st.integers(0, 7)), min_size=12, max_size=12), max_size=3),
    sort=st.sampled_from(["name", "size", "priority", "done"]),
    falling=st.booleans(),
)
def test_sums_are_those_of_the_files(
    paths: list[list[str]], states: list[list[tuple[int, int]]], sort: str, falling: bool
) -> None:
    files = tuple(File(i, "/".join([*parts, f"file{i}"]), 100, i, 1) for i, parts in enumerate(paths))
    model = tree(files)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.sort_by(sort, falling=falling)
    priorities = [4] * len(files)
    for state in states:
        done = [state[i][0] for i in range(len(files))]
        priorities = [state[i][1] for i in range(len(files))]
        model.set_state(FileState(tuple(done), tuple(priorities)))
        for each in model.rows():
            inside = [i for i, file in enumerate(files) if f"{file.path}/".startswith(f"{each.path}/")]
            assert each.done == sum(done[i] for i in inside)
            assert each.wanted == sum(100 for i in inside if priorities[i])
            levels = {priorities[i] for i in inside}
            assert each.priority == (levels.pop() if len(levels) == 1 else None)
            wanted = {bool(priorities[i]) for i in inside}
            assert each.check is (PARTLY if len(wanted) == 2 else CHECKED if True in wanted else UNCHECKED)
        column = next(column for column in model.columns if column.key == sort)
        if sort != "name":
            for folder in {each.path.rpartition("/")[0] for each in model.rows()}:
                values = [column.value(each) for each in model.rows() if each.path.rpartition("/")[0] == folder]
                assert values == sorted(values, reverse=falling)
    assert model.priorities() == {i: level for i, level in enumerate(priorities) if level != 4}
    del tester


def test_very_many_files_begin_folded_in_the_torrent_and_in_what_a_filter_finds() -> None:
    model = tree(tuple(File(i, f"Set/folder {i % 30}/frame {i}.exr", 1000, i, 1) for i in range(3000)))
    assert len(model.rows()) == 31
    model.fold_all(True)
    assert len(model.rows()) == 3031
    model.set_filter("frame")
    assert len(model.rows()) == 31
    model.set_filter('"frame 29"')
    assert len(model.rows()) == 1 + 30 + 111, "what can be read is in sight"
    model.set_all_wanted(False)
    assert len(model.priorities()) == 111
    model.set_filter("")
    assert len(model.rows()) == 3031


def test_the_collector_of_garbage_hardly_sees_very_many_files() -> None:
    def shown(count: int) -> tuple[int, FileTree]:
        gc.collect()
        before = len(gc.get_objects())
        model = tree(tuple(File(i, f"Set/folder {i % 30}/frame {i}.exr", 1000, i, 1) for i in range(count)))
        model.fold_all(True)
        model.set_state(FileState(done=tuple(range(count)), priorities=(4,) * count), 1.0)
        model.sort_by("done", falling=True)
        gc.collect()
        return len(gc.get_objects()) - before, model

    few, _few = shown(60)
    many, _many = shown(4500)
    assert many - few < 100, "a full collection stands still for every object"


def test_rows_and_keys_that_were_taken_out_stay_what_they_were() -> None:
    model = tree()
    spans = [(0, 1), (4, 4)]
    rows, keys = model.rows_in(spans), model.keys_in(spans)
    names = [row.name for row in rows]
    assert list(keys) == [row.key for row in rows]
    assert keys[2] in keys
    assert "Sita/LICENSE" not in keys
    model.sort_by("name", falling=True)
    model.fold_all(False)
    assert [row.name for row in rows] == names
    model.set_priority(keys, 0)
    expected = set(model.indices(list(keys)))
    assert {index for index, priority in model.priorities().items() if priority == 0} == expected


def test_only_what_changed_is_painted_again() -> None:
    model = tree()
    seen: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: seen.append((first.row(), last.row())))
    model.set_state(FileState(done=(0, 50, 0, 0, 0, 0), priorities=(4,) * 6))
    assert seen == [(0, 0), (2, 3)], "the file and the folders it is in"
    model.set_state(FileState(done=(0, 50, 0, 0, 0, 0), priorities=(4,) * 6))
    assert len(seen) == 2
