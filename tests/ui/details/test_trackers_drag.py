# SPDX-License-Identifier: GPL-3.0-or-later
"""Trackers that are dragged into tiers, between them and out."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from starling.tracker import Kind
from tests.helpers import User
from tests.swarm import Swarm, Version
from tests.ui.details.trackershand import LEFT, NONE, A, B, C, D, Hand, ShowPane, mouse_move


@pytest.fixture
def hand(user: User, swarm: Swarm, show_pane: ShowPane) -> Callable[..., Hand]:
    """Opens the tab of a torrent with these trackers; it does not run unless it shall."""

    def make(*tiers: list[str], start: bool = False, by: User = user) -> Hand:
        id = by.adds(swarm.payload(version=Version.V1, trackers=list(tiers)), start=start)
        return Hand(by, show_pane(by, id, height=560), id)

    return make


def test_dragging_into_a_tier_between_tiers_and_out(hand: Callable[..., Hand]) -> None:
    at = hand([A, B], [C])
    at.drags(C, at.point(A), drop=False)
    target = at.view.target
    assert target is not None
    assert target.whole
    accent = at.page.themes.theme.accent
    drawn = at.view.viewport().grab().toImage()
    assert drawn.pixelColor(drawn.width() // 2, at.view.visualRect(at.page.model.index(0, 0)).top() + 1) == accent
    QTest.mouseRelease(at.view.viewport(), LEFT, NONE, at.point(A))
    at.sees([A, C, B])
    assert at.view.target is None
    at.drags(A, at.point(B, 0.95))
    at.sees([C, B], [A])
    at.drags(B, at.point(C, 0.05))
    at.sees([B], [C], [A])
    at.drags(A, at.point(C, 0.05))
    at.sees([B], [A], [C])


def test_several_are_dragged_together_and_stay_selected(hand: Callable[..., Hand]) -> None:
    at = hand([A], [B], [C], [D])
    at.selects(B, D)
    at.drags(D, at.point(A, 0.05))
    at.sees([B, D], [A], [C])
    assert set(at.view.selected_keys()) == {B, D}


def test_a_drag_can_be_given_up(hand: Callable[..., Hand]) -> None:
    at = hand([A], [B])
    at.drags(B, at.point(A), drop=False)
    assert at.view.target
    QTest.keyClick(at.view, Qt.Key.Key_Escape)
    assert at.view.target is None
    QTest.mouseRelease(at.view.viewport(), LEFT, NONE, at.point(A))
    at.page.model.sort_by("tracker", falling=True)
    at.drags(B, at.point(A), drop=False)
    assert at.view.target is None, "in another order no place means a tier"
    QTest.mouseRelease(at.view.viewport(), LEFT, NONE, at.point(A))
    at.page.model.sort_by("tier", falling=False)
    dht = next(row.key for row in at.page.model.rows() if row.tracker.kind is Kind.DHT)
    at.drags(str(dht), at.point(A), drop=False)
    assert at.view.target is None
    QTest.mouseRelease(at.view.viewport(), LEFT, NONE, at.point(A))
    at.user.until(lambda: not at.page.model.held)
    at.sees([A], [B])


def test_what_is_dragged_stays_where_the_place_is_gone(hand: Callable[..., Hand]) -> None:
    at = hand([A], [B], [C])
    at.drags(A, at.point(B), drop=False)
    assert at.view.target
    at.user.run(at.user.engine.trackers.set_tiers(at.id, [[A], [C]]))
    at.user.until(lambda: at.urls() == [A, C])
    assert at.view.target is None
    QTest.mouseRelease(at.view.viewport(), LEFT, NONE, at.point(C))
    at.sees([A], [C])


def test_what_is_dragged_is_let_go_with_its_torrent(hand: Callable[..., Hand], swarm: Swarm) -> None:
    at = hand([A], [B], [C])
    trackers = at.user.engine.trackers
    other = at.user.adds(swarm.payload(name="other", version=Version.V1, trackers=[[A], [D]]), start=False)
    dropped: list[str] = []
    at.view.moved.connect(lambda id, *_where: dropped.append(id))
    at.pane.set_active(False)
    at.drags(A, at.point(B), drop=False)
    assert at.view.target
    at.page.clear()
    assert at.view.target is None
    at.page.take(at.user.torrent(other), at.user.run(trackers.of(other)))
    QTest.mouseRelease(at.view.viewport(), LEFT, NONE, at.point(D))
    assert not dropped
    at.user.until(lambda: not at.page.model.held)
    at.drags(A, at.point(D))
    assert dropped == [other]
    at.user.until(lambda: at.user.run(trackers.tiers(other)) == [[D, A]])
    assert at.user.run(trackers.tiers(at.id)) == [[A], [B], [C]]


def test_after_a_drag_was_given_up_the_mouse_selects_nothing(hand: Callable[..., Hand]) -> None:
    at = hand([A], [B], [C])
    port = at.view.viewport()
    at.drags(A, at.point(B), drop=False)
    QTest.keyClick(at.view, Qt.Key.Key_Escape)
    for url in (B, C):
        QApplication.sendEvent(port, mouse_move(port, at.point(url)))
    assert at.view.selected_keys() == [A]
    QTest.mouseRelease(port, LEFT, NONE, at.point(C))
    at.user.until(lambda: not at.page.model.held)
    at.drags(A, at.point(B), drop=False)
    assert at.page.model.held
    QApplication.sendEvent(port, mouse_move(port, at.point(C), Qt.MouseButton.NoButton))
    assert at.view.target is None
    at.user.until(lambda: not at.page.model.held)
    at.sees([A], [B], [C])


def test_keys_move_through_the_tiers(hand: Callable[..., Hand]) -> None:
    at = hand([A, B], [C])
    at.selects(B)
    QTest.keySequence(at.view, QKeySequence("Alt+Down"))
    at.sees([A], [B], [C])
    QTest.keySequence(at.view, QKeySequence("Alt+Down"))
    at.sees([A], [B, C])
    QTest.keySequence(at.view, QKeySequence("Alt+Up"))
    at.sees([A], [B], [C])
    assert at.view.selected_keys() == [B]
