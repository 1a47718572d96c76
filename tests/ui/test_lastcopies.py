# SPDX-License-Identifier: GPL-3.0-or-later
"""Stopping the last copy, as somebody at the window does it: asked before, told after, left in peace otherwise."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from starling import settings
from starling.engine import rarity
from starling.goals import Goal
from starling.rarity import Rarity
from starling.settings import Settings
from starling.tasks import spawn
from starling.torrent import State, Torrent
from starling.ui.dialogs.lastcopy import LastCopyDialog
from starling.ui.dialogs.remove import RemoveDialog
from starling.ui.lastcopies import Deed
from starling.ui.theme import ThemeManager
from tests.swarm import Payload, Swarm
from tests.ui.desk import texts
from tests.ui.person import Person

SLOW = 1000
"""Bytes/s: who takes so little does not get far in the time of a test."""


def look(person: Person, payload: Payload) -> Rarity:
    """At what nobody else has."""
    task = spawn(person.program.engine.insight.rarity.of(payload.id))
    person.until(task.done)
    found = task.result()
    assert found is not None
    return found


@pytest.fixture
def last(person: Person) -> Person:
    """Somebody who seeds "rare" to one peer, which has a little of it, and nobody else does."""
    payload = person.swarm.payload(name="rare", files={"a.bin": 64 * 16_384}, piece_size=16_384)
    person.has_all(payload)
    person.clicks("rare")
    person.chooses("Torrent", "Start")
    person.sees("rare", State.SEEDING)
    person.connects(payload, person.swarm.leech(payload, have=range(5), down=SLOW))
    person.sees("rare", lambda row: row.peers == 1)
    person.until(lambda: look(person, payload).last_copy)
    return person


def test_who_pauses_the_last_copy_is_asked_once(last: Person) -> None:
    last.chooses("Torrent", "Pause")
    dialog = last.dialog(LastCopyDialog)
    assert dialog.question.text() == "Pause the last copy of “rare”?"
    assert "pieces are on nobody else" in dialog.said.text()
    dialog.cancel_button.click()
    last.until(lambda: not last.window.findChildren(LastCopyDialog))
    assert not last.torrent("rare").paused
    last.chooses("Torrent", "Pause")
    dialog = last.dialog(LastCopyDialog)
    dialog.ask_box.click()
    QTest.keyClick(dialog.stop_button, Qt.Key.Key_Space)
    last.sees("rare", lambda row: row.paused)
    assert not last.program.settings.get(settings.seeding.WARN_RARE)
    last.chooses("Torrent", "Start")
    last.sees("rare", State.SEEDING)
    last.chooses("Torrent", "Pause")
    assert last.sees("rare", lambda row: row.paused), "nobody wants to be asked any more"


def test_who_removes_it_reads_it_in_the_question_or_gets_one(last: Person) -> None:
    last.chooses("Torrent", "Remove")
    asked = last.dialog(RemoveDialog)
    assert "pieces are on nobody else" in asked.warning.text()
    asked.cancel_button.click()
    last.program.settings.set(settings.downloads.CONFIRM_REMOVE, False)
    last.until(lambda: not last.window.findChildren(RemoveDialog))
    last.chooses("Torrent", "Remove")
    dialog = last.dialog(LastCopyDialog)
    assert dialog.question.text() == "Remove the last copy of “rare”?"
    dialog.stop_button.click()
    last.until(lambda: last.names() == [])


def test_a_seeding_goal_stops_it_and_says_so(last: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rarity, "_REFILL", 1)
    monkeypatch.setattr(rarity, "ROUND_SECONDS", 1)
    engine, id = last.program.engine, last.torrent("rare").id
    last.until(lambda: engine.insight.rarity.kept(id, 60))
    engine.goals.set_goal([id], Goal(ratio=0.0))
    notice = last.reads("“rare” has reached its seeding goal", "no other seed is known")
    last.sees("rare", lambda row: row.goal_reached)
    assert notice.said.offer is not None
    notice.said.offer[1]()
    last.sees("rare", State.SEEDING)


def test_one_that_others_have_is_paused_at_once(person: Person, swarm: Swarm) -> None:
    payload = swarm.payload(name="common", files={"a.bin": 64 * 16_384}, piece_size=16_384)
    person.has_all(payload)
    person.clicks("common")
    person.chooses("Torrent", "Start")
    person.sees("common", State.SEEDING)
    halves = [swarm.leech(payload, have=range(*part), down=SLOW) for part in ((0, 33), (30, 64))]
    person.connects(payload, *halves)
    person.sees("common", lambda row: row.peers == 2)
    person.until(lambda: look(person, payload).pieces == 0)
    person.chooses("Torrent", "Pause")
    person.sees("common", lambda row: row.paused)
    assert not person.window.findChildren(QDialog)


def test_several_are_counted_and_the_first_named(qtbot: QtBot, themes: ThemeManager, tmp_path: Path) -> None:
    chosen = Settings(tmp_path / "settings.toml")
    rare = Rarity(3, 40, 2, certain=True, seeds=0, told=True)
    found = [(Torrent(str(n), f"Torrent {n}", State.SEEDING), rare) for n in range(7)]
    for deed, word in ((Deed.PAUSE, "Pause"), (Deed.REMOVE, "Remove")):
        dialog = LastCopyDialog(found, deed, chosen)
        qtbot.addWidget(dialog)
        assert dialog.question.text() == f"{word} the last copies of 7 torrents?"
        assert "Torrent 4 – 3 of 40 pieces\nand 2 more" in dialog.said.text()
        assert word in " ".join(texts([dialog.stop_button])).replace("&", "")
