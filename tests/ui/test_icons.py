# SPDX-License-Identifier: GPL-3.0-or-later
"""The icons: one line, one colour, one grid, crisp at every scale, and states that differ without their colour."""

import ast
import gc
import re
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

import starling
from starling.paths import resource
from starling.torrent import State
from starling.ui import icons

LIGHT, DARK = QColor("#1B1D23"), QColor("#E6E8EC")
LINES = sorted(path for path in resource("icons").glob("*.svg") if not path.stem.startswith("starling"))
PICTURES = [*resource("icons").glob("starling*.svg"), *resource("pictures").glob("*.svg")]
ASKING = {"icon", "pixmap", "icons.icon", "icons.pixmap"}

pytestmark = pytest.mark.usefixtures("qapp")


def ink(image: QImage, least: int = 100) -> set[tuple[int, int]]:
    """The pixels that are drawn."""
    return {
        (x, y) for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y).alpha() >= least
    }


def named_icons(source: str) -> set[str]:
    """The literal names in calls of icon() and pixmap(), and in arguments called icon."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    asked = [call.args[0] for call in calls if ast.unparse(call.func) in ASKING and call.args]
    rows = [keyword.value for call in calls for keyword in call.keywords if keyword.arg == "icon"]
    return {node.value for node in asked + rows if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def test_every_icon_the_code_names_is_drawn() -> None:
    drawn = {path.stem for path in resource("icons").glob("*.svg")}
    sources = Path(starling.__file__).parent.rglob("*.py")
    named = set().union(*(named_icons(path.read_text(encoding="utf-8")) for path in sources))
    assert not named - drawn


def test_the_names_in_code_are_found() -> None:
    code = 'Action("x", icon="add"); icons.icon("start", colour); pixmap("link", 16, colour)'
    assert named_icons(code) == {"add", "start", "link"}


@pytest.mark.parametrize("path", LINES, ids=lambda path: path.stem)
def test_an_icon_is_one_line_of_one_colour_on_the_grid(path: Path) -> None:
    root = ElementTree.parse(path).getroot()
    assert root.get("viewBox") == "0 0 20 20"
    assert {key: root.get(key) for key in ("fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin")} == {
        "fill": "none", "stroke": "#000", "stroke-width": "1.5", "stroke-linecap": "round", "stroke-linejoin": "round",
    }  # fmt: skip
    (line,) = root
    assert line.tag.endswith("path")
    assert set(line.attrib) == {"d"}


@pytest.mark.parametrize("path", LINES, ids=lambda path: path.stem)
def test_an_icon_stays_inside_its_grid(path: Path) -> None:
    renderer = QSvgRenderer(str(path))
    assert renderer.isValid()
    image = icons.pixmap(path.stem, 20, LIGHT, 4.0).toImage()
    edge = {(x, y) for x, y in ink(image, 1) if x in {0, 79} or y in {0, 79}}
    assert not edge


@pytest.mark.parametrize("path", LINES, ids=lambda path: path.stem)
@pytest.mark.parametrize("colour", [LIGHT, DARK], ids=["light", "dark"])
def test_an_icon_is_seen_at_14_px_in_the_colour_asked_for(path: Path, colour: QColor) -> None:
    image = icons.pixmap(path.stem, 14, colour).toImage()
    drawn = ink(image)
    assert len(drawn) >= 10
    x, y = max(drawn, key=lambda at: image.pixelColor(*at).alpha())
    found = image.pixelColor(x, y)
    assert max(abs(a - b) for a, b in zip(found.getRgb()[:3], colour.getRgb()[:3], strict=True)) <= 3


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.stem)
def test_a_picture_is_valid_and_names_what_it_uses(path: Path) -> None:
    assert QSvgRenderer(str(path)).isValid()
    text = path.read_text(encoding="utf-8")
    assert set(re.findall(r"url\(#([\w-]+)\)", text)) == set(re.findall(r'id="([\w-]+)"', text))


@pytest.mark.parametrize("size", [14, 16, 20])
def test_states_differ_in_silhouette(size: int) -> None:
    assert set(icons.STATE_ICONS) == set(State)
    shapes = {name: ink(icons.pixmap(name, size, LIGHT).toImage()) for name in icons.STATE_ICONS.values()}
    assert len(shapes) == len(State)
    alike = [
        (one, other)
        for one, other in combinations(shapes, 2)
        if len(shapes[one] & shapes[other]) / len(shapes[one] | shapes[other]) > 0.6
    ]
    assert not alike


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 1.75, 2.0, 3.0])
def test_a_pixmap_has_the_pixels_of_its_screen(ratio: float) -> None:
    drawn = icons.pixmap("downloading", 16, LIGHT, ratio)
    assert (drawn.width(), drawn.devicePixelRatio()) == (16 * ratio, ratio)


def test_the_line_is_thicker_in_small_sizes() -> None:
    def weight(size: int) -> float:
        image = icons.pixmap("add", size, LIGHT).toImage()
        return sum(image.pixelColor(x, size // 4).alphaF() for x in range(size)) / size

    assert weight(16) == pytest.approx(1.7 / 20, rel=0.05)
    assert weight(20) == pytest.approx(1.5 / 20, rel=0.05)


@pytest.mark.parametrize("size", [*icons.SIZES, 19])
@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_an_icon_is_drawn_in_exactly_the_pixels_asked_for(size: int, ratio: float) -> None:
    given = icons.icon("queued", LIGHT).pixmap(QSize(size, size), ratio)
    assert given.devicePixelRatio() == ratio
    assert given.toImage() == icons.pixmap("queued", size, LIGHT, ratio).toImage()


def test_an_icon_without_room_draws_nothing() -> None:
    assert icons.icon("queued", LIGHT).pixmap(QSize(0, 16), 1.0).isNull()


@pytest.mark.parametrize("ratio", [1.0, 1.5])
def test_an_icon_is_painted_sharp_in_the_middle_of_a_rectangle(ratio: float) -> None:
    ground = QImage(round(40 * ratio), round(20 * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    ground.setDevicePixelRatio(ratio)
    ground.fill(0)
    painter = QPainter(ground)
    icons.icon("queued", LIGHT).paint(painter, QRect(0, 0, 40, 20))
    painter.end()
    middle = ground.copy(round(10 * ratio), 0, round(20 * ratio), round(20 * ratio))
    assert middle == icons.pixmap("queued", 20, LIGHT, ratio).toImage().convertToFormat(middle.format())


def test_copies_of_an_icon_outlive_it() -> None:
    """Qt clones the engine when a shared icon changes; PySide6 crashes there unless somebody holds the clone."""
    copies = []
    for _ in range(50):
        copy = QIcon(icons.icon("copy", LIGHT))
        copy.setIsMask(True)
        copies.append(copy)
    gc.collect()
    drawn = {copy.pixmap(QSize(20, 20), 1.0).cacheKey() for copy in copies}
    assert drawn == {icons.pixmap("copy", 20, LIGHT).cacheKey()}
    del copies, copy
    gc.collect()


def test_a_disabled_icon_has_its_own_colour() -> None:
    grey = QColor("#7F8390")
    held = icons.icon("start", LIGHT, grey).pixmap(QSize(20, 20), 1.0, QIcon.Mode.Disabled)
    assert held.toImage() == icons.pixmap("start", 20, grey).toImage()


def test_an_icon_is_made_once() -> None:
    assert icons.icon("start", LIGHT).cacheKey() == icons.icon("start", LIGHT).cacheKey()
    assert icons.pixmap("start", 16, LIGHT).cacheKey() == icons.pixmap("start", 16, LIGHT).cacheKey()
    assert icons.pixmap("start", 16, LIGHT).cacheKey() != icons.pixmap("start", 16, DARK).cacheKey()


@pytest.mark.parametrize("make", [lambda: icons.icon("strat", LIGHT), lambda: icons.pixmap("strat", 16, LIGHT)])
def test_an_unknown_name_is_an_error_in_words(make) -> None:
    with pytest.raises(KeyError, match="no icon called “strat”"):
        make()


def test_the_programs_icon_is_simpler_below_48_px() -> None:
    icon = icons.app_icon()
    assert {size.width() for size in icon.availableSizes()} == set(icons.APP_SIZES)

    def looks_like(name: str, side: int) -> bool:
        drawn = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
        drawn.fill(0)
        painter = QPainter(drawn)
        QSvgRenderer(str(resource("icons", f"{name}.svg"))).render(painter)
        painter.end()
        return icon.pixmap(QSize(side, side), 1.0).toImage().convertToFormat(drawn.format()) == drawn

    assert looks_like("starling-small", 32)
    assert looks_like("starling", 48)
    assert looks_like("starling", 256)
