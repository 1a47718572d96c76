# SPDX-License-Identifier: GPL-3.0-or-later
"""Peers that are gone, in the Peers tab, and the window with the journal of a peer."""

from collections.abc import Callable
from dataclasses import fields

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from starling import partingwords
from starling.peer import Encryption, Transport
from starling.peerstory import Event, Parting, Side, Step, Story, Why, Witness
from starling.ui.details import story_words
from starling.ui.details.gone_columns import columns
from starling.ui.details.journalwindow import JournalWindow
from starling.ui.details.pane import DetailsPane
from starling.ui.details.peer_head import GONE
from tests.helpers import User
from tests.swarm import Swarm, Version

PEERS = 2
LEFT = Qt.MouseButton.LeftButton


def test_who_left_is_shown_with_why_and_has_a_journal(
    swarm: Swarm, user: User, show_pane: Callable[..., DetailsPane]
) -> None:
    payload = swarm.payload(version=Version.V1, files=900_000)
    stays, leaves = (swarm.scripted(payload, have=0.5, up=40_000) for _ in range(2))
    id = user.adds(payload)
    pane = show_pane(user, id)
    pane.show_tab(PEERS)
    page = pane.peers
    user.connects(id, stays, leaves)
    user.until(lambda: sum(row.peer.downloaded > 0 for row in page.model.all_rows()) == 2)
    leaves.leave()
    user.until(lambda: GONE in [chip.mark.key for chip in page.sentence.sources.chips])
    QTest.mouseClick(page.sentence.sources.chip(GONE), LEFT)
    assert page.shows_gone
    assert (page.main_widget(), page.view.isVisible()) == (page.gone.view, False)
    user.until(lambda: leaves.ip in [story.address for story in page.gone.model.rows() if story.downloaded])
    story = next(story for story in page.gone.model.rows() if story.address == leaves.ip and story.downloaded)
    cells = {column.key: column.text(story) for column in columns()}
    assert cells["client"] == story.client != ""
    assert cells["got"]
    assert "connection" in cells["why"]

    page.gone.view.select_keys([story.number])
    QTest.keyClick(page.gone.view, Qt.Key.Key_Return)
    (window,) = page.gone.journals.windows
    user.until(lambda: window.model.rowCount() > 3)
    told = [story_words.told(line.event, line.story) for line in window.model.rows()]
    assert told[0] == "We called it (TCP)."
    assert "The first data came from it." in told
    window.search.setText("handshake")
    user.until(lambda: window.model.rowCount() < window.model.total)
    window.search.clear()
    user.until(lambda: window.model.rowCount() == window.model.total)
    window.view.clearSelection()
    window.copy()
    assert "We called it (TCP)." in QGuiApplication.clipboard().text()
    window.close_button.click()
    assert page.gone.journals.windows == []

    menu = QMenu()
    page.fill_menu(menu)
    next(action for action in menu.actions() if action.text() == "&Copy address").trigger()
    assert QGuiApplication.clipboard().text() == story_words.address(story)
    menu.deleteLater()
    QTest.keyClick(page.gone.view, Qt.Key.Key_Escape)
    assert not page.shows_gone


def test_one_window_follows_several_peers(swarm: Swarm, user: User, show_pane: Callable[..., DetailsPane]) -> None:
    payload = swarm.payload(version=Version.V1, files=900_000)
    peers = [swarm.scripted(payload, have=0.5, up=40_000) for _ in range(2)]
    id = user.adds(payload)
    pane = show_pane(user, id)
    pane.show_tab(PEERS)
    page = pane.peers
    user.connects(id, *peers)
    user.until(lambda: sum(not row.peer.connecting for row in page.model.all_rows()) == 2)
    page.view.select_keys([row.key for row in page.model.all_rows()])
    page.commands.journals.action.trigger()
    (window,) = page.commands.journals.windows
    assert isinstance(window, JournalWindow)
    user.until(lambda: {line.story.address for line in window.model.rows()} == {peer.ip for peer in peers})
    before = window.model.total
    user.engine.pause([id])
    user.until(lambda: "We closed it: the torrent was paused." in shown_in(window))
    assert window.model.total > before
    user.run(user.engine.remove([id], data=False))
    user.until(lambda: "not in the list" in window.head.text())
    window.reject()


def shown_in(window: JournalWindow) -> list[str]:
    return [story_words.told(line.event, line.story) for line in window.model.rows()]


@pytest.mark.parametrize("why", Why)
def test_every_end_has_its_sentence(why: Why) -> None:
    for given in (None, why):
        words = partingwords.sentence(Parting(why, Side.WE, "no such thing", given))
        assert words[0].isupper()
        assert "(no such thing)" in words
        assert not set("{}") & set(words)


def test_every_step_has_its_sentence() -> None:
    story = Story(1, "2001:db8::1", 6881, client="Deluge 2.1.1", encryption=Encryption.FULL, transport=Transport.UTP)
    told = {step: story_words.told(Event(0, step, transport=Transport.UTP), story) for step in Step}
    assert all(words.endswith(".") and words[0].isupper() | words[0].isdigit() for words in told.values())
    assert len(set(told.values())) == len(Step)
    assert told[Step.SHAKEN] == "Both said hello (handshake). Deluge 2.1.1, encrypted."
    assert story_words.address(story) == "[2001:db8::1]:6881"
    assert {field.name for field in fields(story)} >= {"events", "parting"}
    seen = Event(1_700_000_002, Step.WE_WANT, Witness.LOOKS, 1_700_000_000)
    assert story_words.when(seen).startswith("≤")
    assert story_words.spoken_when(seen).startswith("by ")
    assert story_words.known_by(seen).startswith("seen between ")
