# SPDX-License-Identifier: GPL-3.0-or-later
"""The decisions, the picker's steps and the cards on screen: what is read, what is painted again, and the keyboard."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from starling.swarm import Choker, Phase, Pick, Standing
from starling.torrent import State, Waste
from starling.ui.swarm import boardwords, decisioncard, pickcard, pickwords
from starling.ui.swarm.card import Card, Column, Fetched
from starling.ui.swarm.columns import Columns
from starling.ui.swarm.decisioncard import DecisionCard
from starling.ui.swarm.lines import Look
from starling.ui.swarm.pickcard import PickCard
from starling.ui.swarm.rings import RingLine
from starling.ui.swarm.slotscard import SlotsCard
from starling.ui.swarm.steps import Step, StepLine
from starling.ui.swarm.terms import Term, explained
from starling.ui.theme import DARK, LIGHT, Theme, ThemeManager
from tests.ui.swarm.someboards import NOW, PICKING, ROUNDS, SEEDED, TORRENT, board, seats, wants


def steps(phase: Phase, **facts: object) -> list[tuple[str, Step]]:
    torrent = replace(TORRENT, **facts)  # type: ignore[arg-type]
    found = pickcard.lines(torrent, Fetched(board()), replace(PICKING, phase=phase))
    return [(line.title, line.step) for line in found if isinstance(line, StepLine)]


def test_the_picker_goes_from_random_to_the_endgame() -> None:
    over, now, ahead = Step.OVER, Step.CURRENT, Step.AHEAD
    assert steps(Phase.RANDOM) == [("Random first", now), ("Rarest first", ahead), ("Endgame", ahead)]
    assert steps(Phase.RAREST) == [("Random first", over), ("Rarest first", now), ("Endgame", ahead)]
    assert steps(Phase.SEQUENTIAL)[1] == ("In order", now)
    assert steps(Phase.DEADLINE)[1] == ("By deadline", now)
    assert steps(Phase.ENDGAME, sequential=True) == [("Random first", over), ("In order", over), ("Endgame", now)]
    assert [step for _title, step in steps(Phase.NOTHING)] == [over, ahead, ahead]
    assert [step for _title, step in steps(Phase.NOTHING, done=0)] == [ahead, ahead, ahead]


def test_the_picker_says_its_reasons_and_what_was_for_nothing() -> None:
    waste = ((Waste.TIMED_OUT, 3), (Waste.END_GAME, 1))
    found = list(pickcard.lines(TORRENT, Fetched(board(), waste), replace(PICKING, whole=2)))
    told = "\n".join(line.words for line in found)
    for part in ("7 copies, 31 such pieces", "Begun pieces: 9", "asked twice: 2", "412\u00a0kB, 0.04\u00a0%"):
        assert part in told
    assert "rarest first 41 blocks, partial pieces 12" in told
    tips = "\n".join(line.tip() for line in found)
    assert "112\u00a0kB failed the hash check, 300\u00a0kB came twice" in tips
    assert "75.0\u00a0% came after another peer had been asked for it" in tips
    assert "as whole pieces from one fast peer" in tips
    assert "sample" not in told + tips
    wide = list(pickcard.lines(TORRENT, Fetched(board()), replace(PICKING, sampled=True, left=400_000)))
    assert any("a sample" in line.words for line in wide), "what was not listened to is not kept quiet"
    (tip,) = (line.tip() for line in wide if line.key == "reasons")
    assert "this is a sample" in tip
    assert "blocks were asked of nobody yet" in tip, "of pieces that are not begun too"
    nobody = list(
        pickcard.lines(TORRENT, Fetched(board(redundant=0, failed=0)), replace(PICKING, rarest=0, seen=False))
    )
    told = "\n".join(line.words for line in nobody)
    assert "on nobody, 31 such pieces" in told
    assert "Thrown away: 0" in told
    assert "rarest first 41" not in told, "nobody looked"


def test_rings_step_once_a_second_and_say_when_nothing_was_seen_yet() -> None:
    first, second = (line for line in decisioncard.lines(board()) if isinstance(line, RingLine))
    assert (first.seconds, first.period, first.text) == (8, 15, "every 15\u00a0s: 4 of the best 5 keep a slot")
    assert (second.seconds, second.period) == (18, 30)
    later = [line for line in decisioncard.lines(board(at=NOW + 1)) if isinstance(line, RingLine)]
    assert [line.seconds for line in later] == [7, 17]
    unseen, *_rest = decisioncard.lines(board(rounds=replace(ROUNDS, next=None)))
    assert "not seen yet: within 15\u00a0s" in unseen.words
    late, *_rest = decisioncard.lines(board(at=NOW + 60))
    assert isinstance(late, RingLine)
    assert late.seconds == 0
    (endless,) = decisioncard.lines(board(rounds=replace(ROUNDS, choker=Choker.EVERYBODY)))
    assert "nothing to decide" in endless.words


def test_rounds_that_optimistic_turns_bring_are_not_promised_later() -> None:
    free = tuple(replace(seats()[0], standing=Standing.FREE) for _ in range(6))
    local = replace(ROUNDS, next=NOW + 12, optimistic_next=NOW + 5, forced=True)
    first, _second = (
        line for line in decisioncard.lines(board(seats=free, rounds=local)) if isinstance(line, RingLine)
    )
    assert first.seconds == 5, "more are served than there are slots"
    assert "optimistic turn found more peers served" in first.tip()
    unseen, second = decisioncard.lines(board(seats=free, rounds=replace(local, optimistic_next=None)))
    assert isinstance(unseen, RingLine)
    assert (unseen.seconds, unseen.text) == (None, "within 15\u00a0s")
    assert "nobody here waits for one" in second.words
    _first, second = decisioncard.lines(board(rounds=replace(ROUNDS, optimistic_next=None)))
    assert second.words.endswith("not seen yet"), "it may be long"


def test_each_rule_is_explained_by_its_own_terms() -> None:
    for choker, term in ((Choker.TIT_FOR_TAT, Term.TIT_FOR_TAT), (Choker.ROUND_ROBIN, Term.SEED)):
        first, _second = decisioncard.lines(board(rounds=replace(ROUNDS, choker=choker)))
        assert first.terms == (Term.ROUND, term)


def test_everything_has_its_words() -> None:
    assert len({decisioncard.rule(replace(ROUNDS, choker=choker)) for choker in Choker}) >= len(Choker) - 1
    assert all(pickwords.pick(why) for why in Pick)
    assert all(pickwords.phase(phase)[0] for phase in Phase if phase is not Phase.NOTHING)
    assert all(explained(term) for term in Term)
    for choker in Choker:
        main, _more = boardwords.sentence(TORRENT, board(rounds=replace(ROUNDS, choker=choker)))
        assert main[0].text
    for state in State:
        assert boardwords.nothing(replace(TORRENT, state=state), ())
    assert boardwords.nothing(replace(TORRENT, error="The disk is full."), ()) == "The disk is full."


@pytest.fixture
def card(qtbot: QtBot, themes: ThemeManager) -> SlotsCard:
    made = SlotsCard(themes)
    qtbot.addWidget(made)
    made.resize(540, 460)
    made.show()
    made.show_board(TORRENT, Fetched(board()))
    return made


def test_each_line_is_read_and_the_whole_card_too(card: SlotsCard) -> None:
    interface = QAccessible.queryAccessibleInterface(card.view)
    children = (interface.child(number) for number in range(interface.childCount()))
    heard = [child.text(QAccessible.Text.Name) for child in children if child.role() == QAccessible.Role.TreeItem]
    assert heard == card.view.said()
    assert heard[0].startswith("Slot 1: 203.0.113.77")
    assert card.accessibleName() == "Your upload slots"
    assert card.accessibleDescription().splitlines() == heard
    assert card.text() == ["Your upload slots – gives you, 20\u00a0s average", *heard]


def test_only_what_looks_otherwise_is_painted_again_and_all_is_read_as_it_is(card: SlotsCard) -> None:
    changed: list[tuple[int, int]] = []
    card.view.model_.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    found = seats()
    quiet = replace(found[0], peer=replace(found[0].peer, requests_out=9))
    louder = replace(found[1], earned=310_000)
    card.show_board(TORRENT, Fetched(board(seats=(quiet, louder, *found[2:]))))
    assert changed == [(1, 1)]
    assert "9 blocks asked for" in card.view.model_.row(0).tip()


def test_arrow_keys_enter_and_who_leaves(card: SlotsCard, qtbot: QtBot) -> None:
    card.activateWindow()
    card.view.setFocus()
    qtbot.waitUntil(card.view.hasFocus)
    asked: list[str] = []
    card.peer_wanted.connect(asked.append)
    QTest.keyClick(card.view, Qt.Key.Key_Down)
    QTest.keyClick(card.view, Qt.Key.Key_Return)
    assert asked == [seats()[1].peer.key]
    card.show_board(TORRENT, Fetched(board(seats=seats()[1:])))
    assert card.view.current is not None
    assert card.view.current.key == asked[0], "the keyboard stays on its line"
    crowd = tuple(replace(seats()[5], peer=wants(number)) for number in range(40))
    card.show_board(TORRENT, Fetched(board(seats=crowd)))
    card.view.setCurrentIndex(card.view.model_.index(card.view.model_.rowCount() - 1, 0))
    QTest.keyClick(card.view, Qt.Key.Key_Enter)
    assert asked[1:] == [""], "the tab has all of them"


class Plain(Card):
    """A card as another one would be."""

    column = Column.RIGHT

    def __init__(self, themes: ThemeManager, title: str) -> None:
        super().__init__(themes, title)
        self.body.addWidget(QLabel(title))


class Above(Plain):
    """One above all."""

    column = Column.ABOVE


def test_columns_as_there_is_room_and_no_gap_where_nothing_is_said(qtbot: QtBot, themes: ThemeManager) -> None:
    left, middle, lower, right, above = (
        *(SlotsCard(themes), DecisionCard(themes), PickCard(themes)),
        *(Plain(themes, "right"), Above(themes, "above")),
    )
    columns = Columns(themes, (left, middle, lower, right, above))
    qtbot.addWidget(columns)
    columns.resize(1200, 500)
    columns.show()
    columns.show_cards((right, left, middle, lower, above))
    qtbot.waitUntil(lambda: left.x() < middle.x() < right.x())
    assert above.width() > left.width() > right.width()
    assert above.geometry().bottom() < left.y() == middle.y() == right.y() < lower.y()
    assert left.geometry().bottom() == lower.geometry().bottom() == right.geometry().bottom()
    columns.show_cards((left, right))
    qtbot.waitUntil(lambda: right.x() - left.geometry().right() == 13)  # one gap
    assert not middle.isVisible()
    columns.show_cards((left, middle, right))
    columns.resize(950, 700)
    qtbot.waitUntil(lambda: right.x() == middle.x())
    assert right.y() > middle.y()
    columns.resize(500, 1200)
    qtbot.waitUntil(lambda: middle.x() == left.x())
    assert left.width() > 450


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_states_differ_without_their_colours(theme: Theme, qapp: QApplication) -> None:
    look, pictures = Look(theme, qapp.font(), 1.0), []
    for step in Step:
        line = StepLine(key="a", title="a", text="b", step=step, first=True, last=True)
        image = QImage(60, 40, QImage.Format.Format_Grayscale8)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        line.paint(painter, image.rect().adjusted(4, 0, -4, 0), look)
        painter.end()
        pictures.append(bytes(image.copy(8, 10, 20, 20).constBits()))
    assert len(set(pictures)) == len(Step)


def test_the_keyboard_passes_over_hairlines(qtbot: QtBot, themes: ThemeManager) -> None:
    card = PickCard(themes)
    qtbot.addWidget(card)
    card.show_board(TORRENT, Fetched(board()))
    card.view.setCurrentIndex(card.view.model_.index(2, 0))
    QTest.keyClick(card.view, Qt.Key.Key_Down)
    assert card.view.current is not None
    assert card.view.current.key == "rarest"


def test_seeding_has_no_picker(qtbot: QtBot, themes: ThemeManager) -> None:
    card = PickCard(themes)
    qtbot.addWidget(card)
    assert not card.wanted(SEEDED, Fetched(board(picking=None)))
    assert not card.wanted(replace(TORRENT, has_metadata=False), Fetched(board()))
    assert not card.wanted(TORRENT, Fetched(board(seats=())))
    assert card.wanted(TORRENT, Fetched(board()))
