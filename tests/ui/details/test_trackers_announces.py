# SPDX-License-Identifier: GPL-3.0-or-later
"""Announces in words and in the chart, one by one and several together."""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import QLocale, QRect, Qt
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from starling import formats
from starling.tracker import Announce, Cause, Event, Tracker
from starling.ui.cells import Context
from starling.ui.column import Weight
from starling.ui.details import announce_chart, timeline, tracker_columns, tracker_words
from starling.ui.details.announce_chart import AnnounceChart
from starling.ui.details.painted import Painted
from starling.ui.details.tracker_rounds import Mark, rounds
from starling.ui.details.tracker_rows import TrackerRow, rows_of
from starling.ui.details.tracker_sentences import story
from starling.ui.details.tracker_words import announce_words, clock
from starling.ui.theme import LIGHT, ThemeManager, Token
from tests.ui.details.trackersaid import COLUMNS, DHT, FAILED, WORKING, told

pytestmark = pytest.mark.usefixtures("qapp")

NOW = time.time()
FAILURE = Announce(NOW - 3000, Event.NONE, 15.0, None, Cause.TIMED_OUT, "No answer in time.")
ANNOUNCES = (
    Announce(NOW - 20_000, Event.STARTED, 0.042, 50),
    Announce(NOW - 10_000, Event.NONE, 0.4, 4, Cause.NONE, "too often"),
    FAILURE,
)


def test_announces_in_words() -> None:
    first, warned, failed = (announce_words(one, both=False) for one in ANNOUNCES)
    assert first == f"{clock(NOW - 20_000)}, started, 42\u00a0ms, 50 peers".replace("\u00a0ms", " ms")
    assert warned.endswith("regular, 0.4 s, 4 peers, “too often”")
    assert failed.endswith("regular, 15\u00a0s, No answer in time")
    assert ", hash v2, " in announce_words(replace(FAILURE, version=2), both=True)
    assert timeline.summary(timeline.tally(ANNOUNCES)) == (
        f"3 announces, 2 answered, at most 50 peers, 1 with a warning, 1 failed, the last at {clock(FAILURE.at)}"
    )
    assert timeline.summary(timeline.tally(())) == ""


def test_both_hashes_announced_together_are_one_announce() -> None:
    pairs = [
        replace(one, at=one.at + later, version=version) for one in ANNOUNCES for version, later in ((1, 0.0), (2, 3.0))
    ]
    announces = tuple(pairs)
    assert [len(one) for one in rounds(announces)] == [2, 2, 2]
    assert timeline.tally(announces).number == 3
    assert timeline.summary(timeline.tally(announces)) == timeline.summary(timeline.tally(ANNOUNCES))
    found = timeline.spots(announces, NOW, 0, 600, 8)
    assert [(round(spot.x), spot.mark) for spot in found] == [
        (round(spot.x), spot.mark) for spot in timeline.spots(ANNOUNCES, NOW, 0, 600, 8)
    ]
    assert found[2].words(both=True).splitlines() == [
        f"{clock(FAILURE.at)}, regular, both hashes, 15\u00a0s, No answer in time"
    ]
    told_of = Tracker("udp://a:1", 0, FAILED, fails=1, announces=announces[-2:])
    assert "Last 6 hours: 1 announces, 1 failed" in told(told_of)
    hours = COLUMNS[tracker_columns.HOURS]
    assert hours.value(TrackerRow(told_of)) == 1


def test_a_round_that_only_one_hash_gets_through_is_answered_in_part() -> None:
    answered = replace(ANNOUNCES[0], at=FAILURE.at, event=Event.NONE)
    one = (answered, replace(FAILURE, version=2))
    assert timeline.summary(timeline.tally(one)) == "1 announces, 1 answered, at most 50 peers, 1 only in part"
    [spot] = timeline.spots(one, NOW, 0, 600, 8)
    assert (spot.mark, spot.peers) == (Mark.WARNED, 50)
    assert spot.words(both=True).endswith("hash v1: 42 ms, 50 peers; hash v2: 15\u00a0s, No answer in time")


def test_two_sockets_are_one_announce_and_asking_twice_is_two() -> None:
    first = ANNOUNCES[0]
    assert len(rounds([first, replace(first, at=first.at + 0.2)])) == 1
    assert len(rounds([first, replace(first, at=first.at + 2)])) == 2
    twice = [replace(first, at=first.at + at, version=v) for at, v in ((0, 1), (0.1, 2), (2, 1), (2.1, 2))]
    assert [len(one) for one in rounds(twice)] == [2, 2]
    assert len(rounds([first, replace(first, event=Event.STOPPED, version=2)])) == 2
    assert len(rounds([first, replace(first, at=first.at + 60, version=2)])) == 2


class Watched(tuple[Announce, ...]):
    """Counts how often somebody goes through them."""

    passes = 0

    def __iter__(self) -> Iterator[Announce]:
        self.passes += 1
        return super().__iter__()


def test_what_is_told_every_second_is_counted_once() -> None:
    announces = Watched(ANNOUNCES)
    row = TrackerRow(Tracker("udp://a:1", 0, WORKING, announces=announces))
    first = [story([row]), story([row, row])]
    passes = announces.passes
    assert passes
    assert [story([row]), story([row, row])] == first
    assert announces.passes == passes
    ctx, rect = Context(LIGHT, QFont(), 1.0), QRect(10, 0, 196, 24)
    start = NOW // 60 * 60
    marks = timeline.cell_spots(announces, start, rect, ctx)
    passes = announces.passes
    assert timeline.cell_spots(announces, start + 1, rect.translated(0, 24), ctx) == marks
    assert announces.passes == passes
    assert timeline.cell_spots(announces, start, rect.adjusted(0, 0, 40, 0), ctx) != marks
    assert timeline.cell_spots(announces, start + 600, rect, ctx)[0].x < marks[0].x
    fresh = replace(row.tracker, peers=4, announces=(*ANNOUNCES,))
    assert rows_of([fresh], {row.key: row})[0].tracker.announces is announces
    more = replace(fresh, announces=(*ANNOUNCES, FAILURE))
    assert rows_of([more], {row.key: row})[0].tracker.announces == (*ANNOUNCES, FAILURE)


def test_several_are_told_as_one() -> None:
    halves = ANNOUNCES[:1], ANNOUNCES[1:]
    assert timeline.together(map(timeline.tally, halves)) == timeline.tally(ANNOUNCES)
    assert timeline.together([]) == timeline.tally(())


def test_times_are_written_as_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "_choice", formats._Choice())
    for name, moment in (("en_GB", "14:03"), ("en_US", "2:03")):
        formats.use(QLocale(name))
        at = datetime.now().astimezone().replace(hour=14, minute=3).timestamp()
        assert clock(at) == formats.clock(at)
        assert clock(at).startswith(moment)
    formats.use(QLocale("de_DE"))
    assert tracker_words.seconds(0.42) == "0,4 s"


def test_the_chart_speaks_what_its_cursor_is_on(
    qtbot: QtBot, themes: ThemeManager, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoken: list[tuple[QWidget, str]] = []
    monkeypatch.setattr(announce_chart, "announce", lambda widget, text: spoken.append((widget, text)))
    chart = AnnounceChart(themes)
    qtbot.addWidget(chart)
    chart.resize(480, 124)
    chart.show_announces("a.example", ANNOUNCES, both=False)
    QTest.keyClick(chart, Qt.Key.Key_Left)
    QTest.keyClick(chart, Qt.Key.Key_Home)
    assert spoken == [(chart, announce_words(one, both=False)) for one in (FAILURE, ANNOUNCES[0])]
    QTest.keyClick(chart, Qt.Key.Key_Escape)
    assert len(spoken) == 2


def test_small_type_follows_the_window(qtbot: QtBot, themes: ThemeManager) -> None:
    painted = Painted(themes)
    qtbot.addWidget(painted)
    small = painted.smaller(11)
    assert painted.smaller(11) is small
    assert small.fonts[Weight.NORMAL].pixelSize() < painted.ctx.fonts[Weight.NORMAL].pixelSize()
    assert small.scale == painted.ctx.scale
    font = painted.font()
    font.setPixelSize(26)
    painted.setFont(font)
    assert painted.smaller(11).fonts[Weight.NORMAL].pixelSize() == 22


def test_the_gravest_of_a_place_is_marked_and_all_are_told() -> None:
    found = timeline.spots(ANNOUNCES, NOW, 0, 600, 8)
    assert [spot.mark for spot in found] == [Mark.ANSWERED, Mark.WARNED, Mark.FAILED]
    assert [round(spot.x) for spot in found] == [44, 322, 517]
    crowd = [replace(ANNOUNCES[0], at=NOW - 100 + second) for second in range(9)]
    [one] = timeline.spots([*crowd, replace(FAILURE, at=NOW - 90)], NOW, 0, 600, 8)
    assert (one.mark, one.peers, len(one.announces)) == (Mark.FAILED, 50, 10)
    assert one.words(both=False).splitlines()[0] == "and 4 before"
    assert timeline.nearest(found, 325, 8) is found[1]
    assert timeline.nearest(found, 200, 8) is None
    assert not timeline.spots([replace(FAILURE, at=NOW - 7 * 3600)], NOW, 0, 600, 8)


def test_marks_differ_in_shape_not_only_in_colour() -> None:
    ctx = Context(LIGHT, QFont(), 1.0)
    same = replace_colours(ctx)
    drawn = []
    for mark in Mark:
        image = QImage(16, 16, QImage.Format.Format_RGB32)
        image.fill(LIGHT.base)
        painter = QPainter(image)
        timeline.draw_mark(painter, 8, 8, mark, same)
        painter.end()
        drawn.append([image.pixelColor(x, y) != LIGHT.base for x in range(16) for y in range(16)])
    assert all(any(one) for one in drawn)
    assert drawn[0] != drawn[1] != drawn[2] != drawn[0]


def replace_colours(ctx: Context) -> Context:
    ctx.colours = dict.fromkeys(Token, LIGHT.text)
    return ctx


def test_a_timeline_of_nothing_is_empty() -> None:
    ctx = Context(LIGHT, QFont(), 1.0)

    def ink(*announces: Announce) -> int:
        image = QImage(196, 24, QImage.Format.Format_RGB32)
        image.fill(LIGHT.base)
        painter = QPainter(image)
        paint = COLUMNS[tracker_columns.HOURS].paint
        assert paint is not None
        paint(painter, QRect(0, 0, 196, 24), TrackerRow(replace(DHT, announces=announces)), ctx)
        painter.end()
        return sum(image.pixelColor(x, y) != LIGHT.base for x in range(196) for y in range(24))

    assert ink() == 0
    assert 0 < ink(FAILURE) < ink(*ANNOUNCES)
