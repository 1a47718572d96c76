# SPDX-License-Identifier: GPL-3.0-or-later
"""The column of labels: chips in their colours, and the number of those that have no room."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QGuiApplication, QImage, QPainter

from starling.torrent import State, Torrent
from starling.ui import labelcells
from starling.ui.cells import Context
from starling.ui.labelcolours import shades
from starling.ui.theme import LIGHT

COLOURS = {"Films": "#c9302c", "Music": "#2f6fde"}


def painted(names: tuple[str, ...], width: int) -> QImage:
    column = labelcells.column(lambda name: COLOURS.get(name, ""))
    picture = QImage(width, 26, QImage.Format.Format_RGB32)
    picture.fill(LIGHT.base)
    painter = QPainter(picture)
    assert column.paint is not None
    torrent = Torrent(id="1" * 40, name="a", state=State.SEEDING, size=1, labels=names)
    column.paint(painter, picture.rect(), torrent, Context(LIGHT, QFont(), 1.0))
    painter.end()
    return picture


def grounds(picture: QImage) -> set[str]:
    return {picture.pixelColor(x, 6).name() for x in range(picture.width())}


def test_each_has_its_colour_and_the_last_ones_are_counted(qapp: QGuiApplication) -> None:
    films, music = (shades(colour, LIGHT).ground.name() for colour in COLOURS.values())
    assert {films, music} <= grounds(painted(("Films", "Music"), 300))
    narrow = grounds(painted(("Films", "Music"), 75))
    assert films in narrow
    assert music not in narrow
    assert painted(("Films", "Music"), 75) != painted(("Films",), 75), "the other one is counted"
    assert grounds(painted((), 90)) == {LIGHT.base.name()}
    assert shades("", LIGHT).ground.name() in grounds(painted(("unknown",), 90))


def test_a_chip_never_leaves_its_cell(qapp: QGuiApplication) -> None:
    column = labelcells.column(labelcells.grey)
    picture = QImage(200, 26, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    assert column.paint is not None
    torrent = Torrent(id="1" * 40, name="a", state=State.SEEDING, size=1, labels=("x" * 60, "\u202eb", "c"))
    column.paint(painter, QRect(0, 0, 100, 26), torrent, Context(LIGHT, QFont(), 1.0))
    painter.end()
    assert {picture.pixelColor(x, y).name() for x in range(100, 200) for y in range(26)} == {"#ffffff"}
    assert column.text(torrent) == f"{'x' * 60}, \ufffdb, c"
