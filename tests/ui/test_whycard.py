# SPDX-License-Identifier: GPL-3.0-or-later
"""The card that says why a torrent does not move: what it shows of each cause, and what its buttons mean."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from starling.swarm import Board, Choker, Rounds
from starling.torrent import State, Torrent
from starling.ui import mnemonics
from starling.ui.swarm.card import Fetched
from starling.ui.swarm.whycard import WhyCard
from starling.ui.theme import ThemeManager
from starling.ui.whytone import Tone, loudest, tone
from starling.why.look import Area, Check, Look
from starling.why.reason import Cause, Doing, Evidence, Offer, Reason, Remedy

LEFT = Qt.MouseButton.LeftButton
BOARD = Board(0, (), Rounds(Choker.TIT_FOR_TAT, 15, None, 30, None, 8, 0, 1), None)
STUCK = Torrent("1", "planet.osm.pbf", State.STALLED, peers=5)
RAISE = Offer(Remedy.RAISE_UP, 150_000)
CHOKED = Reason(
    Cause.CHOKED_BY_LIMIT,
    Evidence(count=5, limit=5_000, kind="torrent"),
    (RAISE, Offer(Remedy.ASK_TRACKERS)),
    Doing.DOWNLOADING,
)
CHECKS = (
    Check(Area.NETWORK, True, Evidence(port=51413, kind="open")),
    Check(Area.SOURCES, None, Evidence(kind="failing")),
    Check(Area.TRADE, False, Evidence(count=5), Cause.CHOKED_BY_LIMIT),
)
IDLE = Reason(Cause.NOBODY_ASKS, offers=(Offer(Remedy.ASK_TRACKERS), Offer(Remedy.SHOW_PEERS)), doing=Doing.SEEDING)


def plain(texts: list[str]) -> str:
    return "\n".join(texts).replace("\N{NO-BREAK SPACE}", " ")


class Stage:
    """A card in a window, which is given its facts as the page does."""

    def __init__(self, themes: ThemeManager) -> None:
        self.window = QWidget()
        layout = QHBoxLayout(self.window)
        self.card = WhyCard(themes)
        layout.addWidget(self.card)
        self.window.resize(1000, 400)
        self.window.show()

    def shows(self, reason: Reason | None, checks: tuple[Check, ...] = (), torrent: Torrent = STUCK) -> bool:
        """Whether the card is there then."""
        fetched = Fetched(BOARD, own=Look(1.0, reason, checks))
        wanted = self.card.wanted(torrent, fetched)
        if wanted:
            self.card.show_board(torrent, fetched)
        self.card.setVisible(wanted)
        return wanted

    def texts(self) -> list[str]:
        return [button.text().replace("&", "") for button in self.card.buttons]


@pytest.fixture
def stage(themes: ThemeManager, qtbot: QtBot) -> Iterator[Stage]:
    made = Stage(themes)
    yield made
    made.window.close()
    made.window.deleteLater()


def test_what_keeps_it_is_said_with_what_was_checked_and_what_helps(stage: Stage) -> None:
    card = stage.card
    assert stage.shows(CHOKED, CHECKS)
    said = plain(card.text())
    assert said.startswith("Why isn't this moving?\n5 peers have what you need")
    assert "your limit for this torrent is 5 kB/s" in said
    assert said.splitlines()[-3:] == [
        "All right: Port 51413 is open",
        "Not sure: Trackers fail, but peers are known",
        "This is it: 5 peers choke us",
    ]
    assert plain([card.accessibleDescription()]) == "\n".join(said.splitlines()[1:])
    assert [text.replace("\N{NO-BREAK SPACE}", " ") for text in stage.texts()] == [
        "Raise the limit to 150 kB/s",
        "Ask for more peers",
    ]
    letters = [mnemonics.letter(button.text()) for button in (*card.buttons, card.later)]
    assert all(letters)
    assert len(set(letters)) == 3
    chosen: list[tuple[Torrent, Offer]] = []
    card.chosen.connect(lambda torrent, offer: chosen.append((torrent, offer)))
    QTest.mouseClick(card.buttons[1], LEFT)
    card.buttons[0].setFocus()
    QTest.keyClick(card.buttons[0], Qt.Key.Key_Return)
    assert chosen == [(STUCK, Offer(Remedy.ASK_TRACKERS)), (STUCK, RAISE)]
    assert not card.grab().isNull()


def test_the_checks_leave_where_it_is_narrow_and_are_read_all_the_same(stage: Stage, qtbot: QtBot) -> None:
    stage.shows(CHOKED, CHECKS)
    checks = stage.card._checks
    assert checks.isVisible()
    stage.window.resize(500, 400)
    qtbot.waitUntil(lambda: not checks.isVisible())
    assert "Port 51413 is open" in stage.card.accessibleDescription()
    stage.window.resize(1000, 400)
    qtbot.waitUntil(checks.isVisible)


def test_sent_away_it_comes_back_for_another_cause_after_it_has_moved_or_when_it_is_asked_for(stage: Stage) -> None:
    def sends_away() -> None:
        assert stage.shows(CHOKED)
        QTest.mouseClick(stage.card.later, LEFT)
        assert not stage.card.isVisible()
        assert not stage.shows(replace(CHOKED, evidence=Evidence(count=4)))

    sends_away()
    assert stage.shows(CHOKED, torrent=replace(STUCK, id="2"))
    assert stage.shows(Reason(Cause.SNUBBED, Evidence(count=1), doing=Doing.DOWNLOADING))
    sends_away()
    assert not stage.shows(None)
    sends_away()
    stage.card.bring_back(STUCK.id)
    assert stage.shows(CHOKED)


def test_what_nobody_misses_is_one_quiet_line(stage: Stage, qtbot: QtBot) -> None:
    card = stage.card
    stage.shows(CHOKED, CHECKS)
    high = card.sizeHint().height()
    stage.card.bring_back(STUCK.id)
    assert stage.shows(IDLE, CHECKS)
    assert stage.texts() == ["Ask for more peers"]
    assert not card.later.isVisible()
    assert not card._checks.isVisible()
    assert card.sizeHint().height() < high / 2
    qtbot.waitUntil(card.buttons[0].hasFocus)
    chosen: list[Offer] = []
    card.chosen.connect(lambda _torrent, offer: chosen.append(offer))
    QTest.keyClick(card.buttons[0], Qt.Key.Key_Space)
    assert chosen == [Offer(Remedy.ASK_TRACKERS)]
    assert stage.shows(CHOKED, CHECKS), "and becomes a card again"
    assert len(card.buttons) == 2
    assert not stage.shows(Reason(Cause.PAUSED)), "who paused it knows"


def test_until_it_was_looked_at_closely_the_list_knows_why(stage: Stage) -> None:
    torrent = replace(STUCK, why=CHOKED)
    fetched = Fetched(BOARD)
    assert stage.card.wanted(torrent, fetched)
    stage.card.show_board(torrent, fetched)
    assert stage.card.said()[0].startswith("5 peers have")
    stage.card.clear()
    assert stage.card.said() == []
    assert stage.card.isHidden()


def test_of_several_the_worst_is_shown() -> None:
    causes = (Cause.PAUSED, Cause.QUEUED, Cause.SEARCHING, Cause.CHOKED, Cause.SNUBBED)
    several = [Torrent(cause.value, "", State.STALLED, why=Reason(cause)) for cause in causes]
    found = loudest(several)
    assert found is not None
    assert found.id == "choked"
    assert loudest(several[:1]) is None
    assert {tone(cause) for cause in Cause} == set(Tone)
