# SPDX-License-Identifier: GPL-3.0-or-later
"""A table as a CSV file: what is in it, who may read it, and what happens while a large one is written."""

import asyncio
import csv
import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu, QProgressDialog, QPushButton
from pytestqt.qtbot import QtBot

from starling.filelist import FileList
from starling.torrent import NEVER, File
from starling.ui import exporting
from starling.ui.column import Align, Column, Export, Unit
from starling.ui.csvcells import exports_of, harmless, heading, reader
from starling.ui.files.columns import dialog_columns
from starling.ui.files.tree import FileTree
from starling.ui.files.view import FileView
from starling.ui.tableview import TableView
from starling.ui.theme import ThemeManager
from tests.ui.tables import ROWS, Row, columns, model_of, show

pytestmark = [
    pytest.mark.usefixtures("qloop"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]


@pytest.fixture
def view(qtbot: QtBot, themes: ThemeManager) -> TableView:
    made = show(qtbot, themes, columns(), ROWS)
    made.setAccessibleName("Peers")
    return made


def dialog_of(kind: type[Any]) -> Any:
    found = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible()]
    return found[0] if found else None


def choose(qtbot: QtBot, path: Path) -> None:
    """The user types a path into the dialog and presses Save."""
    qtbot.waitUntil(lambda: dialog_of(QFileDialog) is not None)
    dialog = dialog_of(QFileDialog)
    dialog.findChild(QLineEdit).setText(str(path))
    dialog.accept()


def export(qtbot: QtBot, view: TableView, path: Path, title: str = "E&xport as CSV…") -> list[list[str]]:
    menu = QMenu(view)
    view.fill_export(menu)
    with qtbot.waitSignal(view.exporter.told):
        next(action for action in menu.actions() if action.text() == title).trigger()
        choose(qtbot, path)
    return read(path)


def read(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline="")))


def one(value: Any, unit: Unit | None = None) -> Any:
    return reader(Export("Title", lambda row: row, unit))(value)


# The file


def test_the_shown_columns_in_their_order_with_every_row(qtbot: QtBot, view: TableView, tmp_path: Path) -> None:
    view.columns.moveSection(0, 1)
    view.columns.set_hidden("part", True)
    model_of(view).sort_by("name", falling=False)
    found = export(qtbot, view, tmp_path / "peers.csv")
    assert found[0][:2] == ["Size", "Name"]
    assert "Progress" not in found[0]
    assert [row[1] for row in found[1:]] == [row.key for row in model_of(view).rows()]
    assert [row[0] for row in found[1:] if row[1] == "ubuntu.iso"] == ["6140"], "no unit, no grouping"


def test_the_file_begins_with_a_mark_and_ends_lines_as_the_format_wants(
    qtbot: QtBot, view: TableView, tmp_path: Path
) -> None:
    export(qtbot, view, tmp_path / "peers.csv")
    raw = (tmp_path / "peers.csv").read_bytes()
    assert raw.startswith(b'\xef\xbb\xbf"Name",')
    assert raw.count(b"\r\n") == len(ROWS) + 1 == raw.count(b"\n")


def test_only_the_selected_rows_if_that_is_asked_for(qtbot: QtBot, view: TableView, tmp_path: Path) -> None:
    menu = QMenu(view)
    view.select_keys(["arch.iso"])
    view.fill_export(menu)
    assert [action.text() for action in menu.actions()] == ["E&xport as CSV…"]
    view.select_keys(["arch.iso", "ubuntu.iso"])
    found = export(qtbot, view, tmp_path / "some.csv", "Export the selected ro&ws as CSV…")
    assert {row[0] for row in found[1:]} == {"arch.iso", "ubuntu.iso"}


def test_an_empty_table_has_nothing_to_export(qtbot: QtBot, themes: ThemeManager) -> None:
    view, menu = show(qtbot, themes, columns(), []), QMenu()
    qtbot.addWidget(menu)
    view.fill_export(menu)
    assert not menu.actions()[0].isEnabled()


def test_the_menu_of_the_header_has_it_too(qtbot: QtBot, view: TableView) -> None:
    menu = QMenu(view)
    view.columns.menu_opens.emit(menu)
    assert "E&xport as CSV…" in [action.text() for action in menu.actions()]


def test_the_proposed_name_says_what_of_whom(view: TableView) -> None:
    view.exporter.subject = 'Sita: "sings"/the\\blues?'
    assert view.exporter.suggested().endswith("/Sita sings the blues – Peers.csv")
    view.exporter.subject = "x" * 500
    assert len(Path(view.exporter.suggested()).name.encode()) < 255
    for long in ("名前" * 300, "\U0001f3ac" * 300, "ж" * 150, "a" * 60 + "\udce9" * 300):
        view.exporter.subject = long
        name = Path(view.exporter.suggested()).name
        assert 150 < len(name.encode(errors="surrogatepass")) <= 204
        assert name.startswith(long[:20])
        assert name.endswith(f"{long[-9:]} – Peers.csv")
    view.exporter.subject = "../.."
    assert view.exporter.suggested().endswith("/Peers.csv")


def test_what_stands_there_is_replaced_and_a_link_stays(qtbot: QtBot, view: TableView, tmp_path: Path) -> None:
    (tmp_path / "real.csv").write_text("before")
    (tmp_path / "real.csv").chmod(0o640)
    (tmp_path / "link.csv").symlink_to("real.csv")
    exporting.write(tmp_path / "link.csv", ["aft", "er"])
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_text("utf-8-sig") == "after"
    assert (tmp_path / "real.csv").stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.csv", "real.csv"]


def test_a_folder_that_is_gone_is_said_in_a_sentence(
    qtbot: QtBot, view: TableView, tmp_path: Path, told: list[str]
) -> None:
    view.exporter.export_all()
    qtbot.waitUntil(lambda: dialog_of(QFileDialog) is not None)
    dialog = dialog_of(QFileDialog)
    (tmp_path / "gone").mkdir()
    dialog.findChild(QLineEdit).setText(str(tmp_path / "gone" / "peers.csv"))
    (tmp_path / "gone").rmdir()
    dialog.done(QFileDialog.DialogCode.Accepted)
    qtbot.waitUntil(lambda: bool(told))
    assert told.pop() == f"{tmp_path}/gone/peers.csv could not be written: No such file or directory."


def test_what_is_no_file_is_not_replaced(tmp_path: Path) -> None:
    with pytest.raises(FileExistsError):
        exporting.write(tmp_path, ["text"])
    assert tmp_path.is_dir()


def test_a_name_that_is_no_text_can_be_written(tmp_path: Path) -> None:
    exporting.write(tmp_path / "odd.csv", ["caf\udce9"])
    assert (tmp_path / "odd.csv").read_text("utf-8-sig") == "caf\\udce9"


# Large tables


@pytest.fixture
def little_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """However fast the machine is, a large table does not fit into one slice."""
    monkeypatch.setattr(exporting, "_SLICE", 0.0)
    monkeypatch.setattr(exporting, "_PATIENCE", 0.0)


@pytest.mark.usefixtures("little_at_a_time")
def test_the_event_loop_runs_while_a_large_table_is_exported(
    qtbot: QtBot, themes: ThemeManager, tmp_path: Path
) -> None:
    view = show(qtbot, themes, columns(), [Row(f"{n:05}", n) for n in range(2_000)])
    turns = []
    timer = QTimer(interval=0)
    timer.timeout.connect(lambda: turns.append(dialog_of(QProgressDialog) is not None))
    timer.start()
    found = export(qtbot, view, tmp_path / "large.csv")
    timer.stop()
    assert len(found) == 2_001
    assert any(turns), "and it is said how far it is"
    qtbot.waitUntil(lambda: dialog_of(QProgressDialog) is None)


@pytest.mark.usefixtures("little_at_a_time")
def test_what_is_written_goes_to_the_disk_in_parts(
    qtbot: QtBot, themes: ThemeManager, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To put the text of 100,000 rows together would hold up the event loop, and so would encoding it at once."""
    write, lengths = exporting.write, []

    def watched(path: Path, parts: list[str]) -> None:
        lengths.extend(map(len, parts))
        write(path, parts)

    monkeypatch.setattr(exporting, "write", watched)
    view = show(qtbot, themes, columns(), [Row(f"{n:05}", n) for n in range(2_000)])
    found = export(qtbot, view, tmp_path / "large.csv")
    assert [row[0] for row in found[1:]] == sorted(f"{n:05}" for n in range(2_000))
    assert max(lengths) < sum(lengths) / 50


@pytest.mark.usefixtures("little_at_a_time")
def test_it_can_be_called_off(qtbot: QtBot, themes: ThemeManager, tmp_path: Path) -> None:
    view = show(qtbot, themes, columns(), [Row(f"{n:05}", n) for n in range(20_000)])
    view.exporter.export_all()
    choose(qtbot, tmp_path / "large.csv")
    qtbot.waitUntil(lambda: dialog_of(QProgressDialog) is not None)
    dialog_of(QProgressDialog).findChild(QPushButton).click()
    qtbot.waitUntil(lambda: dialog_of(QProgressDialog) is None)
    qtbot.waitUntil(lambda: not [task for task in asyncio.all_tasks() if task.get_name() == "export table"])
    assert list(tmp_path.iterdir()) == []


def test_rows_are_those_of_the_moment_it_was_asked_for(qtbot: QtBot, view: TableView, tmp_path: Path) -> None:
    view.exporter.export_all()
    qtbot.waitUntil(lambda: dialog_of(QFileDialog) is not None)
    model_of(view).replace([])
    with qtbot.waitSignal(view.exporter.told):
        choose(qtbot, tmp_path / "then.csv")
    assert len(read(tmp_path / "then.csv")) == len(ROWS) + 1


def test_of_a_tree_every_file_with_its_path(qtbot: QtBot, themes: ThemeManager, tmp_path: Path) -> None:
    tree = FileTree(dialog_columns(), decides=True)
    view = FileView(tree, themes)
    qtbot.addWidget(view)
    tree.set_files(FileList.of([File(n, f"top/sub {n % 3}/=file {n}", 10 * n, n, 1) for n in range(9)]))
    tree.sort_by("size", falling=True)
    tree.fold_all(False)
    assert tree.rowCount() == 1
    found = export(qtbot, view, tmp_path / "files.csv")
    assert found[0] == ["Name", "Size (bytes)", "Priority"]
    assert [row[:2] for row in found[1:4]] == [[f"top/sub 2/=file {n}", str(10 * n)] for n in (8, 5, 2)]
    assert len(found) == 10
    tree.set_filter("=file 7")
    assert len(export(qtbot, view, tmp_path / "filtered.csv")) == 2


# Cells


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_texts_of_strangers_are_never_formulas(start: str) -> None:
    assert one(f"{start}cmd|' /C calc'!A0") == f"'{start}cmd|' /C calc'!A0"
    assert harmless(f"a{start}") == f"a{start}"


def test_a_semicolon_in_a_text_begins_no_cell_where_it_separates_them(
    qtbot: QtBot, themes: ThemeManager, tmp_path: Path
) -> None:
    view = show(qtbot, themes, columns(), [Row("a;=1+1", 1)])
    export(qtbot, view, tmp_path / "x.csv")
    lines = (tmp_path / "x.csv").read_text("utf-8-sig").splitlines()
    assert next(csv.reader([lines[1]], delimiter=";"))[0].startswith("a;=1+1")


def test_numbers_stay_numbers() -> None:
    assert one(-5) == -5
    assert one(1.23456789) == 1.2346
    assert one(None) == ""
    assert one(float("nan")) == ""
    assert one(NEVER, Unit.SECONDS) == "never"
    assert one(0.99999999, Unit.FRACTION) < 100
    assert one(1.0, Unit.FRACTION) == 100
    assert one(0.283, Unit.FRACTION) == 28.3
    assert one(None, Unit.FRACTION) == ""


def test_moments_are_such_as_spreadsheets_know(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(one(1_700_000_000, Unit.MOMENT)) == len("2023-11-14 22:13:20")
    assert one(1_700_000_000, Unit.MOMENT).startswith("2023-11-1")
    assert one(None, Unit.MOMENT) == ""
    assert one(1e18, Unit.MOMENT) == ""


def test_headings_name_the_unit_once() -> None:
    assert heading(Export("Size", len, Unit.BYTES)) == "Size (bytes)"
    assert heading(Export("%", len, Unit.FRACTION)) == "%"
    assert heading(Export("Client", str)) == "Client"


def test_a_column_without_a_word_on_it_gives_numbers_or_its_text() -> None:
    plain: Column[int] = Column(key="n", title="N", value=lambda row: row, text=lambda row: f"{row} MB")
    (export,) = exports_of(plain)
    assert reader(export)(5) == "5 MB"
    (export,) = exports_of(replace(plain, align=Align.RIGHT))
    assert reader(export)(5) == 5
    (export,) = exports_of(replace(plain, unit=Unit.BYTES))
    assert (reader(export)(5), heading(export)) == (5, "N (bytes)")
    assert exports_of(replace(plain, exports=())) == ()
