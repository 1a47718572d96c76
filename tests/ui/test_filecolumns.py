# SPDX-License-Identifier: GPL-3.0-or-later
"""The columns behind a file tree: sums, rates, availability and wishes are those of the files, however many."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from starling.filequery import matcher
from starling.pieces import PieceMap
from starling.torrent import File, FileState, Media, Priority
from starling.ui.column import Column
from starling.ui.files.catalog import at_once, sorted_in_steps
from starling.ui.files.columns import dialog_columns
from starling.ui.files.node import FileRow
from starling.ui.files.tree import FileTree
from starling.ui.files.view import FileView
from starling.ui.theme import ThemeManager
from tests.languages import speak, translations

pytestmark = pytest.mark.usefixtures("qapp")

MANY = 6000
"""More than are done at once."""


def number(key: str, value: Callable[[FileRow], object]) -> Column[FileRow]:
    return Column(key=key, title=key, value=value, text=lambda row: str(value(row)))


MORE = [
    number("done", lambda row: row.done),
    number("rate", lambda row: row.rate),
    number("availability", lambda row: row.availability),
    number("duration", lambda row: row.media.duration if row.media else None),
]


def tree(files: Iterable[File], *, decides: bool = True) -> FileTree:
    made = FileTree([*dialog_columns(), *MORE], decides=decides)
    made.set_files(tuple(files))
    return made


def at(model: FileTree, key: int | str) -> FileRow:
    row = model.find(key)
    assert row is not None
    return row


def paths(model: FileTree) -> list[str]:
    return [row.path for row in model.rows()]


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_priority_fits_its_column(qtbot: QtBot, themes: ThemeManager, tmp_path: Path, language: str) -> None:
    with translations(tmp_path):
        speak(language)
        model = tree([File(0, "a.bin", 10, 0, 1)])
        view = FileView(model, themes)
        qtbot.addWidget(view)
        view.resize(800, 300)
        view.show()
        number = model.column_number("priority")
        for priority in Priority:
            model.set_priority([0], priority)
            assert view.sizeHintForColumn(number) <= view.columns.sectionSize(number)


# Everything at random, against the plain sums


@dataclass
class Plain:
    """The same torrent, each question answered by looking at every file."""

    files: list[File]
    done: dict[int, int] = field(default_factory=dict)
    priorities: dict[int, int] = field(default_factory=dict)
    before: dict[int, int] = field(default_factory=dict)
    filter: str = ""

    def shown(self) -> list[int]:
        matches = matcher(self.filter)
        return [file.index for file in self.files if matches is None or matches(file.path, file.size)]

    def inside(self, key: int | str) -> list[File]:
        return [file for file in self.files if file.index == key or file.path.startswith(f"{key}/")]

    def set(self, wishes: dict[int, int]) -> None:
        for index, level in wishes.items():
            if not level and self.priorities[index]:
                self.before[index] = self.priorities[index]
            self.priorities[index] = level

    def ticked(self, index: int) -> int:
        return self.priorities[index] or self.before.get(index, 4)

    def check(self, row: FileRow) -> None:
        inside = self.inside(row.key)
        wanted = [file for file in inside if self.priorities[file.index]]
        levels = {self.priorities[file.index] for file in inside}
        pieces = {n for file in inside for n in range(file.first_piece, file.first_piece + file.pieces)}
        done, here = (sum(self.done[file.index] for file in some) for some in (inside, wanted))
        assert (row.files, row.size, row.done) == (len(inside), sum(file.size for file in inside), done)
        assert (row.wanted, row.wanted_done) == (sum(file.size for file in wanted), here)
        assert row.remaining == row.wanted - here
        assert row.priority == (levels.pop() if len(levels) == 1 else None)
        assert {n for first, last in row.spans for n in range(first, last + 1)} == pieces
        assert row.pieces == len(pieces)
        assert row.first_piece == min(pieces, default=None)


PART = st.sampled_from(["a", "b", "B 9", "b 10"])
ENTRY = st.tuples(st.lists(PART, max_size=3), st.integers(0, 3_000), st.integers(0, 9), st.integers(0, 3))
STEP = st.one_of(
    st.tuples(st.just("state"), st.lists(st.tuples(st.integers(0, 3_000), st.integers(0, 7)), min_size=9, max_size=9)),
    st.tuples(st.just("filter"), st.sampled_from(["", "a", "-b", "size>1k", "*file1*", "nothing"])),
    st.tuples(st.just("tick"), st.booleans()),
    st.tuples(st.just("toggle"), st.integers(0, 20)),
    st.tuples(st.just("level"), st.tuples(st.integers(0, 20), st.integers(0, 7))),
    st.tuples(st.just("only"), st.integers(0, 3_000)),
    st.tuples(st.just("invert"), st.none()),
    st.tuples(st.just("order"), st.integers(0, 20)),
    st.tuples(st.just("fold"), st.tuples(st.integers(0, 20), st.booleans())),
    st.tuples(st.just("sort"), st.tuples(st.sampled_from(["name", "size", "done", "priority"]), st.booleans())),
    st.tuples(st.just("flat"), st.booleans()),
)


@settings(deadline=None)
@given(entries=st.lists(ENTRY, min_size=1, max_size=9), steps=st.lists(STEP, max_size=10))
def test_rows_say_what_their_files_say(
    entries: list[tuple[list[str], int, int, int]], steps: list[tuple[str, object]]
) -> None:
    files = [
        File(2 * i, "/".join([*parts, f"file{i}"]), size, first, count)
        for i, (parts, size, first, count) in enumerate(entries)
    ]
    model = tree(files)
    plain = Plain(files, dict.fromkeys((f.index for f in files), 0), dict.fromkeys((f.index for f in files), 4))
    model.changed.connect(plain.set)
    for what, how in steps:
        _do(model, plain, what, how)
        for row in model.rows():
            plain.check(row)
        expected = {i: level for i, level in plain.priorities.items() if level != 4}
        assert model.priorities() == expected
        assert model.totals.wanted == sum(f.size for f in files if plain.priorities[f.index])
        shown = [row.file for row in model.rows() if row.file is not None]
        assert set(shown) <= set(plain.shown())
        if model.flat:
            assert sorted(shown) == plain.shown()
        _in_order(model)


def _do(model: FileTree, plain: Plain, what: str, how: object) -> None:
    rows = list(model.rows())
    row = rows[how % len(rows)] if isinstance(how, int) and rows and not isinstance(how, bool) else None
    shown = plain.shown()
    priorities = plain.priorities
    match what, how:
        case "state", list(states):
            done = tuple(min(states[i][0], file.size) for i, file in enumerate(plain.files))
            levels = tuple(states[i][1] for i in range(len(plain.files)))
            plain.done = dict(zip(priorities, done, strict=True))
            plain.priorities.update(zip(priorities, levels, strict=True))
            model.set_state(FileState(done, levels))
        case "filter", str(text):
            plain.filter = text
            model.set_filter(text)
        case "tick", bool(on):
            expected = {**priorities, **{i: plain.ticked(i) if on else 0 for i in shown}}
            model.set_all_wanted(on)
            assert plain.priorities == expected
        case "toggle", _ if row:
            meant = [file.index for file in plain.inside(row.key) if file.index in shown]
            on = not all(priorities[i] for i in meant)
            expected = {**priorities, **{i: plain.ticked(i) if on else 0 for i in meant}}
            model.toggle(row.key)
            assert plain.priorities == expected
        case "level", (int(place), int(level)) if rows:
            key = rows[place % len(rows)].key
            meant = [file.index for file in plain.inside(key) if file.index in shown]
            expected = {**priorities, **dict.fromkeys(meant, level)}
            model.set_priority([key], level)
            assert plain.priorities == expected
        case "only", int(least):
            expected = {
                **priorities,
                **{f.index: plain.ticked(f.index) if f.size > least else 0 for f in plain.files if f.index in shown},
            }
            model.want_only(lambda _path, size: size > least)
            assert plain.priorities == expected
        case "invert", _:
            expected = {**priorities, **{i: 0 if priorities[i] else plain.ticked(i) for i in shown}}
            model.invert()
            assert plain.priorities == expected
        case "order", _ if row:
            wanted = sum(1 for file in plain.inside(row.key) if file.index in shown and priorities[file.index])
            skipped = {i for i, level in priorities.items() if not level}
            model.by_shown_order([row.key])
            groups = [plain.priorities[file.index] for file in plain.inside(row.key) if file.index in shown]
            assert {i for i, level in plain.priorities.items() if not level} == skipped
            assert groups.count(Priority.MAXIMUM) == (wanted + 2) // 3
        case "fold", (int(place), bool(on)) if rows:
            model.fold(rows[place % len(rows)].key, on)
        case "sort", (str(column), bool(falling)):
            model.sort_by(column, falling=falling)
        case "flat", bool(on):
            model.set_flat(on)
        case _:
            pass


def _in_order(model: FileTree) -> None:
    if model.sorting is None:
        return
    key, falling = model.sorting
    column = next(column for column in model.columns if column.key == key)
    groups: dict[object, list[object]] = {}
    for row in model.rows():
        group = None if model.flat else (row.path.rpartition("/")[0], key == "name" and row.has_children)
        groups.setdefault(group, []).append(column.value(row))
    for values in groups.values():
        assert values == sorted(values, reverse=falling)  # type: ignore[type-var]


@given(items=st.lists(st.integers(0, 50), max_size=60), falling=st.booleans())
def test_sorting_in_steps_is_sorting(items: list[int], falling: bool) -> None:
    pairs = list(enumerate(items * 300))
    assert at_once(sorted_in_steps(pairs, lambda pair: pair[1], reverse=falling)) == sorted(
        pairs, key=lambda pair: pair[1], reverse=falling
    )


# Rates


def test_a_rate_is_the_mean_of_the_last_seconds() -> None:
    model = tree([File(0, "a/x", 10_000, 0, 1), File(1, "a/y", 10_000, 1, 1)])
    rates = []
    for second, done in enumerate((3000, 3500, 4000, 4000, 4000, 4000, 4000, 4000)):
        model.set_state(FileState((done, 0), (4, 4)), at=100.0 + second)
        rates.append(at(model, 0).rate)
        assert at(model, "a").rate == at(model, 0).rate
        assert at(model, 1).rate == 0
    assert rates == [0, 500, 500, 333, 250, 200, 100, 0], "what was there at first did not come in a second"


def test_what_is_missing_comes_at_the_rate_of_wanted_files() -> None:
    model = tree([File(0, "a/x", 1000, 0, 1), File(1, "a/y", 5000, 1, 1), File(2, "a/z", 0, 2, 0)])
    assert at(model, 0).eta is None
    for second in (1, 2):
        model.set_state(FileState((100 * second, 40 * second, 0), (4, 0, 4)), at=float(second))
    assert (at(model, 0).rate, at(model, 1).rate, at(model, "a").rate) == (100, 40, 140)
    assert (at(model, 0).remaining, at(model, 0).eta) == (800, 8.0)
    assert (at(model, 1).remaining, at(model, 1).eta) == (0, None), "nobody waits for a skipped file"
    assert at(model, "a").eta == 8.0
    assert (at(model, 2).part, at(model, 2).eta) == (1.0, None)


@pytest.mark.parametrize("then", [(5.0, 100), (60.0, 900)])
def test_a_check_and_a_pause_are_no_download(then: tuple[float, int]) -> None:
    model = tree([File(0, "x", 1000, 0, 1)])
    for moment, done in ((1.0, 500), (2.0, 600), then):
        model.set_state(FileState((done,), (4,)), at=moment)
    assert at(model, 0).rate == 0


def test_rows_are_painted_until_their_rate_is_nothing() -> None:
    model = tree([File(0, "x", 1000, 0, 1), File(1, "y", 1000, 1, 1)])
    seen: list[int] = []
    model.dataChanged.connect(lambda first, _last: seen.append(first.row()))
    for second, done in enumerate((0, 100, 100, 100, 100, 100, 100, 100, 100)):
        model.set_state(FileState((done, 0), (4, 4)), at=float(second))
    assert seen == [0] * 6, "the second it came in, and five until it is out of the mean"


# Availability and media


def test_availability_is_that_of_the_pieces() -> None:
    model = tree([File(0, "a/x", 100, 0, 4), File(1, "a/y", 100, 3, 2), File(2, "a/z", 0, 5, 0)])
    assert at(model, 0).availability is None
    model.set_pieces(PieceMap(25, have=bytes([1, 0, 0, 0, 1]), copies=bytes([0, 1, 2, 255, 255])))
    assert at(model, 0).availability == pytest.approx(1 + 2 / 4)
    assert at(model, 1).availability == 254.5, "one more than a byte holds is no other piece's copy"
    assert at(model, "a").availability == pytest.approx(1 + 3 / 5)
    assert at(model, 2).availability is None
    model.set_state(FileState((100, 0, 0), (4, 4, 4)))
    assert at(model, 0).availability is None, "a complete file needs nobody"
    model.set_pieces(PieceMap(25, have=bytes(5), copies=b""))
    assert at(model, 1).availability is None


def test_rows_sorted_by_it_follow_pieces_and_media() -> None:
    model = tree(File(i, f"{i}.mkv", 100, i, 1) for i in range(3))
    model.sort_by("availability", falling=True)
    model.set_pieces(PieceMap(100, have=bytes(3), copies=bytes([1, 3, 2])))
    assert paths(model) == ["1.mkv", "2.mkv", "0.mkv"]
    model.set_pieces(PieceMap(100, have=bytes(3), copies=bytes([1, 2, 3])))
    assert paths(model) == ["2.mkv", "1.mkv", "0.mkv"]
    model.sort_by("duration", falling=False)
    model.set_media({0: Media(duration=9.0), 1: Media(duration=5.0)})
    assert paths(model) == ["1.mkv", "0.mkv", "2.mkv"], "what nothing is known of comes last"
    assert at(model, 1).media == Media(duration=5.0)


# Flat lists and what files had before


def test_a_flat_list_shows_paths_and_is_sorted_as_a_whole() -> None:
    model = tree(File(i, f"Set/{path}", i, i, 1) for i, path in enumerate(["b/10", "b/9", "a", "b x"]))
    model.set_flat(True)
    assert [(row.name, row.level, row.has_children) for row in model.rows()][:2] == [
        ("b/10", 0, False),
        ("b/9", 0, False),
    ]
    model.sort_by("name", falling=False)
    assert [row.name for row in model.rows()] == ["a", "b/9", "b/10", "b x"]
    model.set_filter("b -9")
    assert [row.key for row in model.rows()] == [0, 3]
    model.set_flat(False)
    assert paths(model) == ["Set", "Set/b", "Set/b/10", "Set/b x"]


def test_other_names_keep_what_skipped_files_had() -> None:
    files = [File(0, "a/x", 1, 0, 1), File(1, "a/y", 1, 1, 1)]
    model = tree(files)
    model.set_priority([1], Priority.HIGH)
    model.set_wanted([1], False)
    model.set_files([files[0], File(1, "b/y", 1, 1, 1)], [4, 0])
    model.set_wanted([1], True)
    assert at(model, 1).priority == Priority.HIGH


# Very many


def many(folders: int = 3) -> tuple[File, ...]:
    return tuple(File(i, f"Set/{i % folders}/frame {MANY - i}.exr", 1000 + i, i, 1) for i in range(MANY))


def settle(qtbot: QtBot, model: FileTree) -> None:
    qtbot.waitUntil(lambda: not model.busy)


def test_very_many_files_are_built_while_the_program_runs(qtbot: QtBot) -> None:
    model = FileTree(dialog_columns(), decides=True)
    with qtbot.waitSignal(model.built):
        model.set_files(many())
        assert model.building
        assert model.totals.files == MANY, "what is built is known already"
        assert not model.rowCount()
        model.set_state(FileState((7,) * MANY, (4,) * MANY))
    assert not model.building
    assert paths(model) == ["Set", "Set/0", "Set/1", "Set/2"]
    assert at(model, "Set").done == 7 * MANY


def test_a_wish_does_not_wait_for_the_building(qtbot: QtBot) -> None:
    model = FileTree(dialog_columns(), decides=True)
    model.set_files(many())
    model.set_priority(["Set/1"], Priority.LOW)
    assert set(model.priorities()) == set(range(1, MANY, 3))
    settle(qtbot, model)
    assert at(model, "Set/1").priority == Priority.LOW


def test_the_last_of_several_wishes_wins(qtbot: QtBot, themes: ThemeManager) -> None:
    model = tree(many())
    settle(qtbot, model)
    view = FileView(model, themes)
    qtbot.addWidget(view)
    model.fold_all(True)
    model.sort_by("size", falling=True)
    model.set_filter("frame")
    model.set_filter('"frame 59"')
    model.sort_by("name", falling=False)
    settle(qtbot, model)
    files = [row for row in model.rows() if not row.has_children]
    assert len(files) == 1 + 10 + 100, "59, 590 to 599, 5900 to 5999"
    assert files == sorted(files, key=lambda row: (row.path.rpartition("/")[0], row.order))
    assert view.model().rowCount() == len(model.rows())


def test_presets_of_very_many_files_are_one_wish(qtbot: QtBot) -> None:
    model = tree(many())
    settle(qtbot, model)
    wishes: list[dict[int, int]] = []
    model.changed.connect(wishes.append)
    with qtbot.waitSignal(model.changed):
        model.want_only(lambda _path, size: size < 2000)
    assert wishes == [dict.fromkeys(range(1000, MANY), 0)]
    model.sort_by("size", falling=False)
    with qtbot.waitSignal(model.changed):
        model.by_shown_order(["Set"])
    groups = [at(model, i).priority for i in range(0, 999, 3)]
    assert groups == sorted((group for group in groups if group is not None), reverse=True)
    assert set(groups) == {7}, "the first folder has the first third of what is wanted"


def test_another_torrent_in_the_middle_of_it(qtbot: QtBot) -> None:
    model = tree(many())
    model.set_files(many(5))
    model.clear_files()
    assert not model.rowCount()
    assert not model.building
    model.set_files(many(2))
    model.set_filter("ext:exr")
    settle(qtbot, model)
    assert paths(model) == ["Set", "Set/0", "Set/1"]


def test_rows_follow_news_that_come_while_they_are_sorted(qtbot: QtBot) -> None:
    model = tree(many(1))
    settle(qtbot, model)
    model.fold_all(True)
    model.sort_by("done", falling=True)
    model.set_state(FileState(tuple(i * 7919 % MANY for i in range(MANY)), (4,) * MANY))
    settle(qtbot, model)
    done = [row.done for row in model.rows()[2:]]
    assert done == sorted(done, reverse=True)
    model.set_state(FileState((MANY + 1, *(i * 7919 % MANY for i in range(1, MANY))), (4,) * MANY))
    settle(qtbot, model)
    assert model.keys()[2] == 0


def test_typing_and_walking_need_no_rows(qtbot: QtBot, themes: ThemeManager) -> None:
    model = tree(many())
    settle(qtbot, model)
    model.fold_all(True)
    settle(qtbot, model)
    view = FileView(model, themes)
    qtbot.addWidget(view)
    view.keyboardSearch("FRAME 5999")
    assert view.current_key() == 1
    number = view.currentIndex().row()
    above = model.above(number)
    assert above is not None
    assert model.keys()[above] == "Set/1"
    assert model.above(0) is None
