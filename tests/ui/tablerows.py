# SPDX-License-Identifier: GPL-3.0-or-later
"""A table of letters and sizes to test with."""

from collections.abc import Hashable
from dataclasses import dataclass

from PySide6.QtCore import QItemSelectionModel

from starling.ui.column import Align, Column, natural
from starling.ui.rows import RowsModel
from starling.ui.table import TableModel

FLAG = QItemSelectionModel.SelectionFlag


@dataclass(frozen=True, slots=True)
class Row:
    key: str
    name: str = ""
    size: int | None = None


COLUMNS = (
    Column[Row](
        key="name",
        title="Name",
        value=lambda row: natural(row.name),
        text=lambda row: row.name,
        tooltip=lambda row: f"tip {row.name}",
        spoken=lambda row: f"called {row.name}",
        description=lambda row: f"about {row.name}",
        help="What it is called",
    ),
    Column[Row](
        key="size", title="Size", value=lambda row: row.size, text=lambda row: str(row.size or ""), align=Align.RIGHT
    ),
)


def table(*rows: Row) -> TableModel[Row]:
    """A table with these rows, in this order."""
    model = TableModel(COLUMNS, lambda row: row.key)
    model.upsert(rows)
    return model


def chosen(model: RowsModel[Row], selection: QItemSelectionModel) -> set[Hashable]:
    """Keys of the selected rows."""
    return {model.keys()[index.row()] for index in selection.selectedRows()}
