# SPDX-License-Identifier: GPL-3.0-or-later
"""The notice bar: stacked, counted, acted on, closed, announced once."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

import pytest
from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QCursor, QEnterEvent, QFont, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from starling.settings.appearance import Appearance
from starling.ui import notice
from starling.ui.notice import Banner, Kind, Notice, NoticeBar
from starling.ui.theme import ThemeManager

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def make_bar(qtbot: QtBot, themes: ThemeManager) -> Callable[[int], NoticeBar]:
    """Makes bars above something, in windows that the mouse is not in."""
    windows = []

    def make(linger: int) -> NoticeBar:
        window = QWidget()
        windows.append(window)
        qtbot.addWidget(window)
        made = NoticeBar(themes, linger=linger)
        column = QVBoxLayout(window)
        column.addWidget(made)
        column.addWidget(QWidget(), 1)
        window.setGeometry(50, 50, 600, 500)
        QCursor.setPos(0, 0)
        window.show()
        return made

    return make


@pytest.fixture
def bar(make_bar: Callable[[int], NoticeBar]) -> NoticeBar:
    return make_bar(100_000)


def shown(bar: NoticeBar) -> list[str]:
    return [each.said.sentence for each in bar.shown if each.isVisible()]


def close_button(each: Notice) -> QToolButton:
    (button,) = each.findChildren(QToolButton)
    return button


def test_it_is_there_only_while_there_is_something_to_say(bar: NoticeBar) -> None:
    assert not bar.isVisible()
    first = bar.error("The disk is full.")
    assert bar.isVisible()
    QTest.mouseClick(close_button(first), LEFT)
    assert not bar.isVisible()
    assert bar.notices == ()


def test_two_are_shown_the_newest_on_top_and_the_rest_counted(bar: NoticeBar) -> None:
    for number in range(7):
        bar.error(f"Error {number}.")
    assert shown(bar) == ["Error 6.", "Error 5."]
    tops = [each.mapTo(bar, each.rect().topLeft()).y() for each in bar.shown]
    assert tops == sorted(tops)
    assert bar._more.text() == "and 5 more"
    QTest.mouseClick(close_button(bar.shown[0]), LEFT)
    assert shown(bar) == ["Error 5.", "Error 4."]
    (close_all,) = [b for b in bar.findChildren(QPushButton) if b.text() == "Close all"]
    QTest.mouseClick(close_all, LEFT)
    assert not bar.isVisible()


def test_the_same_again_is_counted(bar: NoticeBar) -> None:
    first = bar.warn("Settings damaged.")
    assert bar.warn("Settings damaged.") is first
    assert bar.warn("Settings damaged.").said.times == 3
    assert first._times.text() == "3 times"
    assert bar.error("Settings damaged.") is not first


def test_what_waits_comes_to_the_top_when_it_is_said_again(bar: NoticeBar) -> None:
    for number in range(5):
        bar.error(f"Error {number}.")
    bar.error("Error 0.")
    assert shown(bar) == ["Error 0.", "Error 4."]
    assert bar.shown[0]._times.text() == "2 times"
    for _ in range(2):
        bar.shown[1].close_it()
    assert shown(bar) == ["Error 0.", "Error 2."]
    assert bar.shown[0]._times.isVisible()
    assert not bar.shown[1]._times.isVisible()


def test_a_thousand_notices_are_two_widgets(bar: NoticeBar, qapp: QApplication) -> None:
    closed: list[int] = []
    for number in range(1_000):
        bar.info(f"/films/{number}.torrent is broken.", ("Try again", print), closed=partial(closed.append, number))
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        assert len(bar.findChildren(Notice)) <= 2
    assert bar._more.text() == "and 998 more"
    bar.shown[0].close_it()
    assert closed == [999]
    bar.clear()
    assert sorted(closed) == list(range(1_000))
    assert not bar.isVisible()


def test_it_grows_with_the_font_as_one_made_in_it(bar: NoticeBar, make_bar: Callable[[int], NoticeBar]) -> None:
    for number in range(5):
        bar.error(f"Error {number}.", ("Try again", print))
    font = QFont(QApplication.font())
    font.setPixelSize(26)
    QApplication.setFont(font)
    fresh = make_bar(100_000)
    for number in range(5):
        fresh.error(f"Error {number}.", ("Try again", print))
    assert bar.sizeHint() == fresh.sizeHint()


def test_an_action_is_done_once_and_closes_the_notice(bar: NoticeBar) -> None:
    done: list[str] = []
    closed: list[object] = []
    each = bar.info("“X” is in the list already.", ("Add its 2 new trackers", lambda: done.append("merged")))
    each.closed.connect(closed.append)
    QTest.mouseClick(each.button, LEFT)
    assert done == ["merged"]
    assert closed == [each]
    assert bar.notices == ()


def test_good_news_leave_by_themselves_errors_and_offers_stay(
    qtbot: QtBot, make_bar: Callable[[int], NoticeBar]
) -> None:
    bar = make_bar(1)
    bar.error("It failed.")
    bar.warn("It is odd.")
    bar.info("Look.", ("Do", lambda: None))
    bar.ok("Done.")
    bar.info("By the way.")
    qtbot.waitUntil(lambda: [each.sentence for each in bar.notices] == ["Look.", "It is odd.", "It failed."])


def test_a_notice_behind_others_has_its_time_once_it_is_seen(
    qtbot: QtBot, make_bar: Callable[[int], NoticeBar]
) -> None:
    bar = make_bar(1)
    bar.info("Seen late.")
    errors = [bar.error(f"Error {number}.") for number in range(2)]
    assert "Seen late." not in shown(bar)
    errors[0].close_it()
    assert "Seen late." in shown(bar)
    qtbot.waitUntil(lambda: len(bar.notices) == 1)


def test_nothing_leaves_under_the_mouse(bar: NoticeBar) -> None:
    each = bar.info("Read me.")
    assert each._leave.isActive()
    where = QPointF(5, 5)
    QApplication.sendEvent(each, QEnterEvent(where, where, where))
    assert not each._leave.isActive()
    QApplication.sendEvent(each, QEvent(QEvent.Type.Leave))
    assert each._leave.isActive()


def test_escape_closes_the_notice_that_has_the_keyboard(bar: NoticeBar) -> None:
    each = bar.error("It failed.")
    close_button(each).setFocus()
    QTest.keyClick(close_button(each), Qt.Key.Key_Escape)
    assert bar.notices == ()


def test_it_is_announced_once(bar: NoticeBar, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[tuple[str, bool]] = []
    monkeypatch.setattr(notice, "announce", lambda _widget, text, urgent=False: said.append((text, urgent)))
    bar.error("It failed.")
    bar.error("It failed.")
    bar.ok("Done.")
    assert said == [("It failed.", True), ("Done.", False)]


def test_names_are_text_and_never_markup(bar: NoticeBar) -> None:
    each = bar.error("<b>bold</b> could not be added.")
    assert each.label.textFormat() is Qt.TextFormat.PlainText
    flags = each.label.textInteractionFlags()
    assert flags & Qt.TextInteractionFlag.TextSelectableByMouse
    assert flags & Qt.TextInteractionFlag.TextSelectableByKeyboard


def test_a_long_sentence_is_shown_whole(bar: NoticeBar, qtbot: QtBot) -> None:
    each = bar.error("A sentence that does not end so soon. " * 12)
    qtbot.waitUntil(lambda: each.label.height() >= each.label.heightForWidth(each.label.width()))
    assert each.label.height() > 3 * each.label.fontMetrics().height()


def test_a_path_without_a_space_does_not_widen_the_window(bar: NoticeBar) -> None:
    each = bar.error("/" + "x" * 2000 + " is no .torrent file.")
    assert bar.minimumSizeHint().width() < 300
    assert each.label.heightForWidth(500) > 10 * each.label.fontMetrics().height()


@pytest.mark.parametrize("kind", ["info", "ok", "warn", "error"])
@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK])
def test_it_stands_on_the_ground_of_its_kind(
    bar: NoticeBar, themes: ThemeManager, kind: str, appearance: Appearance
) -> None:
    each = getattr(bar, kind)("Something.")
    themes.set_appearance(appearance)
    grounds = {
        "info": themes.theme.info_ground,
        "ok": themes.theme.ok_ground,
        "warn": themes.theme.warn_ground,
        "error": themes.theme.err_ground,
    }
    image: QImage = each.grab().toImage()
    assert image.pixelColor(8, 8) == grounds[kind]


def test_no_part_of_it_is_ever_a_window_of_its_own(bar: NoticeBar, qapp: QApplication, themes: ThemeManager) -> None:
    class Watch(QObject):
        shown: ClassVar[list[str]] = []

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
                self.shown.append(type(watched).__name__)
            return False

    watch = Watch()
    qapp.installEventFilter(watch)
    for kind in (bar.info, bar.ok, bar.warn, bar.error):
        kind("Once.", ("Try again", list))
        kind("And again.")
    Banner(themes, Kind.WARN, "A card.", "Choose another folder", parent=bar)
    qapp.sendPostedEvents()
    qapp.removeEventFilter(watch)
    assert watch.shown == []
