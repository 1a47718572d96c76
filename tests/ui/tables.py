# SPDX-License-Identifier: GPL-3.0-or-later
"""A small table and the words for what a user does with it."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from starling.ui import cells
from starling.ui.column import Align, Column, Icon, Weight, natural
from starling.ui.header import Header
from starling.ui.table import TableModel
from starling.ui.tableview import TableView
from starling.ui.theme import ThemeManager, Token

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
KEY = Qt.Key


@dataclass(frozen=True, slots=True)
class Row:
    key: str
    size: int = 0
    part: float | None = None
    note: str = ""


def columns(*more: Column[Row]) -> list[Column[Row]]:
    """Name, size and progress, a spare and a hidden column."""
    return [
        Column(
            key="name",
            title="Name",
            value=lambda row: natural(row.key),
            text=lambda row: row.key,
            stretch=True,
            icon=lambda row: Icon("downloading", Token.DOWN) if row.size else None,
        ),
        Column(
            key="size",
            title="Size",
            value=lambda row: row.size or None,
            text=lambda row: f"{row.size} MB" if row.size else "",
            align=Align.RIGHT,
            width=78,
            colour=Token.DOWN,
            weight=Weight.MEDIUM,
        ),
        Column(
            key="part",
            title="Progress",
            value=lambda row: row.part,
            text=lambda row: "" if row.part is None else f"{row.part:.0%}",
            paint=cells.progress(lambda row: row.part, lambda row: f"{row.part:.0%}", lambda row: Token.HAVE),
            extra=82,
            width=150,
            tooltip=lambda row: f"{row.part} of 1",
        ),
        Column(
            key="pair",
            title="Seeds",
            value=lambda row: row.size,
            text=lambda row: f"{row.size} / 9",
            paint=cells.pair(lambda row: str(row.size), lambda row: "9"),
            align=Align.CENTRE,
            spare=True,
        ),
        Column(
            key="note",
            title="Note",
            value=lambda row: row.note,
            text=lambda row: row.note,
            paint=cells.two_tone(lambda row: row.key, lambda row: row.note),
            hidden=True,
        ),
        *more,
    ]


ROWS = [Row("ubuntu.iso", 6140, 0.7), Row("debian.iso", 405, 1.0), Row("arch.iso", 1310, 0.25), Row("Blender", 0)]


def show(qtbot: QtBot, themes: ThemeManager, described: list[Column[Row]], rows: list[Row]) -> TableView:
    """A window of 800 px with a table, which has the keyboard, and a field below it."""
    model = TableModel(described, lambda row: row.key)
    model.upsert(rows)
    window = QWidget()
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    table = TableView(model, themes, patient=True, parent=window)
    layout.addWidget(table)
    layout.addWidget(QLineEdit())
    window.resize(800, 400)
    qtbot.addWidget(window)
    table.kept = window  # qtbot holds it by a weak reference only
    window.show()
    window.activateWindow()
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    return table


def model_of(view: TableView) -> TableModel[Row]:
    model = view.model()
    assert isinstance(model, TableModel)
    return model


def names(view: TableView) -> list[str]:
    """Titles of the shown columns from left to right."""
    return [model_of(view).columns[number].key for number in view.columns.visible()]


def picture(view: TableView) -> QImage:
    """What the rows look like."""
    return view.viewport().grab().toImage()


def colour_at(view: TableView, x: int, row: int, below_top: int = 3) -> QColor:
    rect = view.visualRect(view.model().index(row, 0))
    return picture(view).pixelColor(x, rect.top() + below_top)


def point_in(view: TableView, row: int, column: int = 0) -> QPoint:
    return view.visualRect(view.model().index(row, column)).center()


def section_edge(header: Header, number: int) -> QPoint:
    return QPoint(header.sectionViewportPosition(number) + header.sectionSize(number) - 1, header.height() // 2)


def click_header(view: TableView, number: int) -> None:
    header = view.columns
    x = header.sectionViewportPosition(number) + header.sectionSize(number) // 2
    QTest.mouseClick(header.viewport(), LEFT, pos=QPoint(x, header.height() // 2))


def drag_edge(view: TableView, number: int, by: int) -> None:
    header = view.columns
    start = section_edge(header, number)
    QTest.mousePress(header.viewport(), LEFT, pos=start)
    QTest.mouseMove(header.viewport(), start + QPoint(by // 2, 0))
    QTest.mouseMove(header.viewport(), start + QPoint(by, 0))
    QTest.mouseRelease(header.viewport(), LEFT, pos=start + QPoint(by, 0))
