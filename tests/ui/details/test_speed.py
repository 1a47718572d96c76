# SPDX-License-Identifier: GPL-3.0-or-later
"""The Speed tab: round axes, lines where they belong, a cursor for mouse and keys, and what it says of transfers."""

import asyncio
import math
from array import array
from collections.abc import Callable, Iterator, Sequence

import pytest
from PySide6.QtCore import QEvent, QLocale, QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from starling import formats
from starling.speed import GAP, Flow, Series
from starling.ui.details import speed_columns, speedgraph, speedscale
from starling.ui.details.pane import DetailsPane
from starling.ui.details.speed import Scope
from starling.ui.details.speedgraph import SpeedGraph
from starling.ui.details.speedimage import Frame, Line, Picture
from starling.ui.details.speedlegend import SpeedLegend
from starling.ui.theme import LIGHT, ThemeManager
from tests.helpers import User
from tests.swarm import Swarm

NOON = 1_800_000_000
LINES = frozenset({Line.DOWN, Line.UP})
SHOWN = frozenset({Line.DOWN, Line.UP, Line.LIMITS})
ShowPane = Callable[..., DetailsPane]


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    formats.use(QLocale("en_GB"))
    yield
    formats.use(QLocale())


def series(down: list[float], up: list[float] | None = None, *, limit: float = GAP, start: int = NOON) -> Series:
    count = len(down)
    empty = array("d", [0.0] * count)
    limits = array("d", [limit] * count)
    first = array("d", down)
    second = array("d", up or [GAP if math.isnan(value) else 0.0 for value in down])
    total = [int(sum(value for value in row if not math.isnan(value))) for row in (first, second)]
    return Series(
        start,
        1,
        Flow(first, empty, first, limits, total[0]),
        Flow(second, empty, second, array("d", [GAP] * count), total[1]),
        count,
    )


@pytest.fixture
def graph(qtbot: QtBot, themes: ThemeManager) -> SpeedGraph:
    made = SpeedGraph(themes)
    qtbot.addWidget(made)
    made.resize(600, 240)
    made.show()
    return made


# -- axes


@pytest.mark.parametrize(
    ("highest", "binary", "top"),
    [(0, False, 10_000), (4.2e6, False, 5e6), (5.01e6, False, 6e6), (999, True, 16_384), (3e6, True, 4 << 20)],
)
def test_the_top_is_round_and_above_everything(highest: float, binary: bool, top: float) -> None:
    assert speedscale.round_top(highest, binary=binary) == top


def test_the_scale_does_not_jump_to_and_fro() -> None:
    tops = []
    top = speedscale.round_top(0, binary=False)
    for step in range(40):
        top = speedscale.next_top(top, 3.7e6 + (step % 2) * 200_000, binary=False)
        tops.append(top)
    assert set(tops) == {tops[0], tops[-1]}
    assert tops[1:] == [tops[1]] * 39
    assert speedscale.next_top(top, 900_000, binary=False) < top


@pytest.mark.parametrize("top", [1e4, 1.5e6, 2e6, 3e5, 4e7, 5e6, 6e6, 8e5, 1 << 20, 1 << 14])
@pytest.mark.parametrize("room", [1, 3, 6])
def test_ticks_are_round_and_have_room(top: float, room: int) -> None:
    ticks = speedscale.rate_ticks(top, room)
    assert ticks[0] == 0
    assert ticks[-1] == top
    assert 1 <= len(ticks) - 1 <= room
    unit, _ = formats.rate_unit(top, binary=math.log2(top).is_integer())
    assert all(len(formats.figure(tick / unit).replace(".", "")) <= 3 for tick in ticks)


def test_time_is_told_at_round_moments_of_the_clock() -> None:
    ticks = speedscale.time_ticks(NOON + 7, NOON + 3607, 6)
    assert 4 <= len(ticks) <= 7
    assert all(tick.text[-2:] in ("00", "10", "20", "30", "40", "50") for tick in ticks)
    assert len(speedscale.time_ticks(NOON, NOON + 60, 6)[0].text) == 8
    assert speedscale.time_ticks(NOON, NOON + 7 * 86_400, 7)[0].text == formats.weekday(
        speedscale.time_ticks(NOON, NOON + 7 * 86_400, 7)[0].value
    )


# -- the picture


def inks(image: QImage, column: int) -> list[str]:
    """The colours of a column from above."""
    return [image.pixelColor(column, y).name() for y in range(image.height())]


def test_lines_are_where_their_rates_are() -> None:
    frame = Frame(100, 100, 100, 1000.0, 1.0, frozenset({Line.DOWN}))
    image = Picture().image(series([505.0] * 100), frame, LIGHT)
    column = inks(image, 50)
    assert LIGHT.down.name() in column[47:51]
    assert set(column[:46]) == {LIGHT.base.name()}, "nothing above it"
    assert column[60] not in (LIGHT.base.name(), LIGHT.down.name()), "filled below"


def test_a_single_second_is_seen_however_narrow_its_column() -> None:
    values = [10.0] * 3600
    values[1234] = 900.0
    for line, flows in ((Line.DOWN, (values, None)), (Line.UP, ([0.0] * 3600, values))):
        frame = Frame(300, 100, 3600, 1000.0, 1.0, frozenset({line}))
        image = Picture().image(series(*flows), frame, LIGHT)
        colour = (LIGHT.down if line is Line.DOWN else LIGHT.up).name()
        high = [x for x in range(300) if colour in inks(image, x)[:50]]
        assert high
        assert abs(high[0] - 1234 * 300 / 3600) <= 2


def test_upload_is_dashed_and_never_filled() -> None:
    frame = Frame(200, 100, 100, 1000.0, 1.0, frozenset({Line.UP}))
    image = Picture().image(series([0.0] * 100, [505.0] * 100), frame, LIGHT)
    drawn = [LIGHT.up.name() in inks(image, x) for x in range(200)]
    assert 0.4 < sum(drawn) / 200 < 0.8
    assert {name for x in range(200) for name in inks(image, x)[55:]} == {LIGHT.base.name()}


def test_a_gap_is_no_zero() -> None:
    frame = Frame(100, 100, 100, 1000.0, 1.0, frozenset({Line.DOWN}))
    image = Picture().image(series([505.0] * 40 + [GAP] * 20 + [0.0] * 40), frame, LIGHT)
    assert LIGHT.down.name() not in inks(image, 50)
    assert LIGHT.down.name() in inks(image, 80)
    assert inks(image, 50) != inks(image, 51), "hatched"


@pytest.mark.parametrize("width", [150, 700])
def test_the_next_second_is_what_it_were_from_nothing(width: int) -> None:
    values = [float((number * 7919) % 1000) for number in range(420)]
    values[200:230] = [GAP] * 30
    frame = Frame(width, 80, 300, 1000.0, 1.0, SHOWN)
    picture = Picture()
    for second in range(100):
        now = series(values[second : second + 300], limit=800, start=NOON + second)
        image = picture.image(now, frame, LIGHT)
        if second % 20 == 19:
            anew = Picture().image(now, frame, LIGHT)
            # What lies before the left edge is known to the one that was there; a share of a pixel may round otherwise.
            other = [x for x in range(4, width) if inks(image, x) != inks(anew, x)]
            assert len(other) <= 3


# -- the cursor


def test_the_mouse_reads_a_moment(graph: SpeedGraph, qtbot: QtBot) -> None:
    graph.show_series(series([float(number * 1000) for number in range(300)], limit=200_000), 300, SHOWN)
    plot = graph.plot
    QTest.mouseMove(graph, QPoint(plot.center().x(), plot.center().y()))
    qtbot.waitUntil(lambda: graph.cursor_index is not None)
    index = graph.cursor_index
    assert index is not None
    assert abs(index - 150) <= 2
    words = [said.words.replace(formats.NBSP, " ") for said in graph.told()]
    assert words == [
        formats.clock(NOON + index, exact=True),
        f"Download: {index} kB/s",
        "Upload: nothing",
        "Download limit: 200 kB/s",
    ]
    with_cursor = graph.grab().toImage()
    QTest.mouseMove(graph, QPoint(2, 2))
    qtbot.waitUntil(lambda: graph.cursor_index is None)
    assert graph.grab().toImage() != with_cursor


def test_keys_walk_through_time(graph: SpeedGraph, qtbot: QtBot) -> None:
    graph.show_series(series([5000.0] * 60), 60, LINES)
    for key, index in (
        (Qt.Key.Key_Left, 59),
        (Qt.Key.Key_Left, 58),
        (Qt.Key.Key_Right, 59),
        (Qt.Key.Key_Right, 59),
        (Qt.Key.Key_PageUp, 49),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_End, 59),
        (Qt.Key.Key_Escape, None),
    ):
        qtbot.keyClick(graph, key)
        assert graph.cursor_index == index, key


def test_what_keys_lead_to_is_said(graph: SpeedGraph, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(speedgraph, "announce", lambda _widget, words: told.append(words.replace(formats.NBSP, " ")))
    graph.show_series(series([5000.0] * 60), 60, LINES)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_Escape, Qt.Key.Key_A):
        qtbot.keyClick(graph, key)
    moments = [formats.clock(NOON + second, exact=True) for second in (59, 0)]
    assert told == [f"{moment}, Download: 5 kB/s, Upload: nothing" for moment in moments]
    QTest.mouseMove(graph, graph.plot.center() + QPoint(50, 0))
    qtbot.waitUntil(lambda: graph.cursor_index is not None)
    QTest.mouseMove(graph, QPoint(2, 2))
    qtbot.waitUntil(lambda: graph.cursor_index is None)
    assert len(told) == 2, "what the mouse is on is seen"


def test_the_lines_stay_where_cursor_and_focus_meet(graph: SpeedGraph, qtbot: QtBot) -> None:
    graph.show_series(series([GAP] * 60 + [50_000.0] * 180 + [90_000.0] * 60, limit=100_000), 300, SHOWN)
    graph.clearFocus()
    plain = graph.grab().toImage()
    graph.activateWindow()
    graph.setFocus()
    qtbot.waitUntil(graph.hasFocus)
    for put in (
        lambda: qtbot.keyClick(graph, Qt.Key.Key_Home),
        lambda: QTest.mouseMove(graph, QPoint(graph.plot.left() + 4, graph.plot.center().y())),
    ):
        put()
        qtbot.waitUntil(lambda: graph.cursor_index is not None and graph.cursor_index < 5)
        shown = graph.grab().toImage()
        assert shown != plain, "cursor and ring are seen"
        # What the cursor tells is at the left; half of the graph has nothing on it.
        lines = graph.plot.adjusted(graph.plot.width() // 2, 1, -1, -1)
        assert shown.copy(lines) == plain.copy(lines)
        graph.set_cursor_index(None)


def test_the_cursor_stays_with_its_moment(graph: SpeedGraph) -> None:
    values = [float(number) for number in range(80)]
    graph.show_series(series(values[:60]), 60, LINES)
    graph.set_cursor_index(10)
    graph.show_series(series(values[8:68], start=NOON + 8), 60, LINES)
    assert graph.cursor_index == 2
    graph.show_series(series(values[20:80], start=NOON + 20), 60, LINES)
    assert graph.cursor_index is None, "it has gone out of sight"


def test_a_gap_says_why(graph: SpeedGraph) -> None:
    graph.show_series(series([GAP] * 30 + [1000.0] * 30), 60, LINES)
    graph.set_cursor_index(3)
    assert graph.told()[1].words == "Starling was not running."


def test_a_limit_far_above_does_not_press_the_rates_down(graph: SpeedGraph) -> None:
    graph.show_series(series([50_000.0] * 60, limit=60_000), 60, SHOWN)
    near = graph.top
    assert near >= 60_000
    graph.show_series(series([50_000.0] * 60, limit=10_000_000, start=NOON + 1), 60, SHOWN)
    assert graph.top == near


def test_peaks_are_marked(graph: SpeedGraph) -> None:
    graph.show_series(series([5000.0] * 40 + [9000.0] + [5000.0] * 19), 60, LINES)
    plot = graph.plot
    x, y = plot.left() + round(40.5 * plot.width() / 60), round(graph._y(9000.0))
    above = graph.grab().toImage().copy(QRect(x - 6, y - 6, 12, 4))
    found = {above.pixelColor(dx, dy).name() for dx in range(12) for dy in range(4)}
    assert len(found) > 1, "a ring around the highest point"
    graph.show_series(series([5000.0] * 40 + [9000.0] + [5000.0] * 19), 60, frozenset({Line.UP}))
    above = graph.grab().toImage().copy(QRect(x - 6, y - 6, 12, 4))
    assert {above.pixelColor(dx, dy).name() for dx in range(12) for dy in range(4)} <= {
        LIGHT.base.name(),
        LIGHT.line.name(),
    }


def test_a_peak_within_a_long_step_is_where_the_axis_has_its_rate(graph: SpeedGraph) -> None:
    count = 2016
    zeros, none = array("d", [0.0] * count), array("d", [GAP] * count)
    rates, peaks = array("d", [30_000.0] * count), array("d", [30_000.0] * count)
    peaks[1000] = 163_000.0
    week = Series(
        NOON - NOON % 300, 300, Flow(zeros, zeros, zeros, none), Flow(rates, zeros, peaks, none, 10**9), count * 300
    )
    graph.show_series(week, 7 * 86_400, LINES)
    assert graph.top >= 163_000
    plot, colour = graph.plot, LIGHT.up.name()
    image, x, y = graph.grab().toImage(), plot.left() + round(1000.5 * plot.width() / count), round(graph._y(163_000))
    ring = {image.pixelColor(x + dx, y + dy).name() for dx in range(-5, 6) for dy in range(-5, 0)}
    assert colour in ring
    below = range(y + 8, round(graph._y(30_000)) - 2)
    stem = [[image.pixelColor(x + dx, at).name() for at in below] for dx in (-1, 0, 1)]
    assert [colour] * len(below) in stem, "it leads down to the line"
    graph.set_cursor_index(1000)
    assert graph.told()[-1].words.replace(formats.NBSP, " ") == "Highest upload: 163 kB/s"


# -- the page


def said(pane: DetailsPane) -> str:
    return pane.speed.sentence.sentence.text().replace(formats.NBSP, " ")


def show_speed(pane: DetailsPane) -> None:
    pane.show_tab(pane.pages.index(pane.speed))


def test_it_tells_of_a_real_download(user: User, swarm: Swarm, show_pane: ShowPane) -> None:
    payload = swarm.payload(files=900_000, name="film")
    id = user.adds(payload)
    user.connects(id, swarm.seed(payload, up=400_000))
    pane = show_pane(user, id)
    show_speed(pane)
    user.until(lambda: said(pane).startswith("Downloaded "))
    user.until(lambda: "900 kB" in said(pane), timeout=30)
    assert ": peak " in said(pane)
    assert "average " in said(pane)
    peak = pane.speed.graph.series.down.peak()
    assert peak is not None
    assert 100_000 < peak.rate <= 900_000
    assert pane.speed.graph.accessibleDescription().replace(formats.NBSP, " ") == said(pane)
    user.qtbot.keyClick(pane.speed.graph, Qt.Key.Key_Left)
    assert "Download: " in pane.speed.graph.accessibleDescription()
    user.qtbot.keyClick(pane.speed.graph, Qt.Key.Key_Escape)
    user.qtbot.mouseClick(pane.speed.scopes[Scope.SELECTED], Qt.MouseButton.LeftButton)
    pane.set_torrents([])
    user.until(lambda: not pane.speed.scopes[Scope.SELECTED].isEnabled())
    user.until(lambda: said(pane).startswith("Downloaded 9"))
    assert pane.speed.scopes[Scope.ALL].isChecked(), "without a selection it is about all"
    user.qtbot.keyClick(pane.speed.graph, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    user.until(lambda: QGuiApplication.clipboard().text().startswith("Time\tDownload\tUpload\tDownload limit"))


def test_the_legend_takes_another_row_where_it_is_narrow(qtbot: QtBot, themes: ThemeManager) -> None:
    legend = SpeedLegend(themes)
    qtbot.addWidget(legend)
    wide = legend.sizeHint()
    legend.gap.setVisible(True)
    assert legend.sizeHint().width() > wide.width()
    legend.gap.setVisible(False)
    assert legend.sizeHint() == wide, "what is hidden takes no room"
    assert legend.minimumSizeHint().width() < wide.width() / 2
    legend.resize(wide.width() // 2, legend.heightForWidth(wide.width() // 2))
    legend.show()
    switches = [legend.switch(line) for line in Line]
    assert legend.height() > wide.height()
    assert all(legend.rect().contains(switch.geometry()) for switch in switches)
    pairs = [(one, other) for one in switches for other in switches if one is not other]
    assert not any(one.geometry().intersects(other.geometry()) for one, other in pairs)


def test_its_icons_are_drawn_for_the_screen_it_is_on(
    qtbot: QtBot, themes: ThemeManager, monkeypatch: pytest.MonkeyPatch
) -> None:
    legend = SpeedLegend(themes)
    qtbot.addWidget(legend)
    monkeypatch.setattr(legend, "devicePixelRatioF", lambda: 2.0)
    QGuiApplication.sendEvent(legend, QEvent(QEvent.Type.DevicePixelRatioChange))
    for line in Line:
        switch = legend.switch(line)
        (size,) = switch.icon().availableSizes()
        assert size == switch.iconSize() * 2


def test_the_legend_names_the_hatch_where_there_is_one(user: User, swarm: Swarm, show_pane: ShowPane) -> None:
    pane = show_pane(user, user.owns(swarm.payload(files=50_000)))
    show_speed(pane)
    gap = pane.speed.legend.gap
    user.until(gap.isVisible)
    assert gap.accessibleName() == "Not recorded"
    mark = gap.grab().toImage()
    across = [mark.pixelColor(x, mark.height() // 2).lightness() for x in range(10, 28)]
    valleys = [at for at in range(1, 17) if across[at - 1] > across[at] <= across[at + 1]]
    assert len(valleys) >= 2, "hatched"
    pane.speed._show(series([1000.0] * 300))
    assert not gap.isVisible()
    pane.speed._show(series([GAP] + [1000.0] * 299))
    assert gap.isVisible()


def test_what_is_chosen_is_remembered(user: User, swarm: Swarm, show_pane: ShowPane) -> None:
    id = user.owns(swarm.payload(files=50_000))
    pane = show_pane(user, id)
    show_speed(pane)
    page = pane.speed
    user.until(lambda: len(page.graph.series))
    user.qtbot.mouseClick(page.legend.switch(Line.UP), Qt.MouseButton.LeftButton)
    user.qtbot.mouseClick(page.legend.switch(Line.DOWN_OVERHEAD), Qt.MouseButton.LeftButton)
    every = page.scopes[Scope.ALL]
    user.qtbot.mouseClick(every, Qt.MouseButton.LeftButton)
    page.period.setCurrentIndex(page.period.findData(6 * 3600))
    page.period.activated.emit(page.period.currentIndex())
    user.until(lambda: page.graph.series.step == 10)
    pane._state.flush()
    again = show_pane(user, id).speed
    assert again.legend.lines() == {Line.DOWN, Line.DOWN_OVERHEAD, Line.LIMITS}
    assert again.period.currentData() == 6 * 3600
    user.until(again.scopes[Scope.ALL].isChecked)
    for wrong in ("", "[]", '{"scope": "x", "seconds": 5, "lines": []}', '{"scope": "all", "seconds": 5, "lines": []}'):
        again.restore_state(wrong)
    assert again.period.currentData() == 6 * 3600


def test_the_menu_exports_what_is_shown(user: User, swarm: Swarm, show_pane: ShowPane) -> None:
    id = user.owns(swarm.payload(files=50_000))
    pane = show_pane(user, id)
    show_speed(pane)
    user.until(lambda: len(pane.speed.graph.series) == 300)
    menu = QMenu(pane)
    pane.speed.fill_menu(menu)
    assert [action.text().replace("&", "") for action in menu.actions()] == ["Copy values", "Export as CSV…"]
    assert all(action.isEnabled() for action in menu.actions())
    assert pane.speed.model.rowCount() == 300


def test_rows_for_a_spreadsheet() -> None:
    found = speed_columns.rows(series([GAP, 1500.0], limit=9000))
    assert [row.moment for row in found] == [NOON, NOON + 1]
    assert found[0].down is None
    assert found[1].down == 1500
    assert found[1].up_limit is None
    one = series([1.0])
    assert len(speed_columns.shown(one, frozenset({Line.DOWN, Line.LIMITS}))) == 4
    coarse = Series(one.start, 10, one.down, one.up, 10)
    assert len(speed_columns.shown(coarse, frozenset({Line.DOWN}))) == 3
    texts = [column.text(found[1]).replace(formats.NBSP, " ") for column in speed_columns.columns()]
    assert texts[1:3] == ["1 kB/s", "0"]
    for rate, text in ((0.3, "0"), (0.99, "0"), (1.7, "1 B/s"), (999.9, "999 B/s")):
        (row,) = speed_columns.rows(series([rate]))
        assert speed_columns.columns()[1].text(row).replace(formats.NBSP, " ") == text


def test_an_idle_time_says_so(user: User, swarm: Swarm, show_pane: ShowPane) -> None:
    id = user.owns(swarm.payload(files=50_000))
    pane = show_pane(user, id)
    show_speed(pane)
    user.until(lambda: said(pane).startswith("Nothing was downloaded or uploaded in the last 5 min."))


def test_what_is_recorded_too_short_to_be_seen_is_dated(user: User, swarm: Swarm, show_pane: ShowPane) -> None:
    pane = show_pane(user, user.owns(swarm.payload(files=50_000)))
    show_speed(pane)
    pane.hide()
    pane.speed._show(series([GAP] * 290 + [1000.0] * 10))
    assert said(pane).endswith(f"average 33 B/s. Recorded since {formats.clock(NOON + 290, exact=True)}.")
    pane.speed._show(series([GAP] * 200 + [1000.0] * 100))
    assert "Recorded since" not in said(pane)


def test_another_selection_is_what_it_is_about_at_once(
    user: User, swarm: Swarm, show_pane: ShowPane, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The answer about both takes for ever: neither the name nor the file nor the question waits for it."""
    ids = [user.owns(swarm.payload(files=50_000, name=name)) for name in ("one", "two")]
    history = user.engine.history
    answers = history.series
    slow, asked = asyncio.Event(), []

    async def series(about: Sequence[str] | None, seconds: int) -> Series:
        asked.append(about)
        found = await answers(about, seconds)
        if about is not None and len(about) > 1 and len(asked) > 1:
            await slow.wait()
        return found

    monkeypatch.setattr(history, "series", series)
    pane = show_pane(user, *ids)
    show_speed(pane)
    own = pane.speed.scopes[Scope.SELECTED]
    user.until(lambda: len(asked) > 1)
    assert own.text() == "These 2 torrents"
    before = asked.count(tuple(ids))
    for _ in range(5):
        pane.speed._on_second()
        pane.fetcher.tick()
    user.until(lambda: not pane.fetcher.busy)
    assert asked.count(tuple(ids)) == before, "one question at a time"
    pane.set_torrents([user.torrent(ids[1])])
    assert own.text() == "This torrent"
    assert pane.speed._exporter.subject == "two"
    shows = []
    monkeypatch.setattr(pane.speed.graph, "show_series", lambda series, *_: shows.append(series))
    user.until(lambda: shows)
    assert asked[-1] == (ids[1],)
    slow.set()
    pane.hide()
