# SPDX-License-Identifier: GPL-3.0-or-later
"""What the columns of the torrent list say where it is not just a number."""

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from starling.torrent import NEVER, State, Torrent
from starling.ui import torrents
from starling.ui.column import Column
from starling.ui.table import TableModel
from starling.ui.tableview import TableView
from starling.ui.theme import ThemeManager


def column(key: str) -> Column[Torrent]:
    return next(column for column in torrents.columns() if column.key == key)


def torrent(id: str = "1", **facts: object) -> Torrent:
    return Torrent(id=id, name="x", state=State.DOWNLOADING, **facts)  # type: ignore[arg-type]


@pytest.mark.parametrize("key", ["seeds", "peers"])
@pytest.mark.parametrize(
    ("connected", "known", "text", "spoken"),
    [
        (6, 8, "6 / 8", "6 connected of 8"),
        (6, 6, "6 / 6", "6 connected of 6"),
        (6, 0, "6", "6 connected"),
        (6, 5, "6", "6 connected"),
        (0, 5, "0 / 5", "0 connected of 5"),
        (0, 0, "0 / 0", "0 connected of 0"),
        (3, None, "3", "3 connected"),
        (0, None, "", "0 connected"),
    ],
)
def test_no_more_are_connected_than_there_are(
    qapp: object, key: str, connected: int, known: int | None, text: str, spoken: str
) -> None:
    row = torrent(**{key: connected, f"swarm_{key}": known})
    assert column(key).text(row) == text
    assert column(key).spoken is not None
    assert column(key).spoken(row) == spoken
    assert [export.value(row) for export in column(key).exports] == [connected, known]


@pytest.mark.parametrize("pixels", [11, 13, 16, 26])
def test_the_time_that_is_left_is_never_cut_off(qtbot: QtBot, themes: ThemeManager, pixels: int) -> None:
    font = QFont("DejaVu Sans")  # as wide as they come
    font.setPixelSize(pixels)
    QApplication.setFont(font)
    times = (23 * 3600 + 59 * 60, 9 * 86_400 + 23 * 3600, 364 * 86_400, 1e12, NEVER)
    model = TableModel(torrents.columns(), lambda row: row.id)
    rows = [torrent(str(number), eta=seconds) for number, seconds in enumerate(times)]
    rows.append(torrent("between", eta=3_600, eta_range=(2_940, 3 * 3600)))
    model.upsert(rows)
    view = TableView(model, themes)
    qtbot.addWidget(view)
    view.resize(1_440 * pixels // 13, 300)
    view.show()
    number = model.column_number("eta")
    assert number in view.columns.visible()
    assert model.columns[number].text(model.row(0)).split() == ["23", "h", "59", "min"]
    # A tooltip says what is cut off.
    tips = [view._tip(model.index(row, number)) for row in range(len(rows))]
    assert not set(tips) & {model.columns[number].text(row) for row in rows}
    assert len(set(tips)) == len(tips), "each says how it is known"
