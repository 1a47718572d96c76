# SPDX-License-Identifier: GPL-3.0-or-later
"""The details pane at a real engine with real peers and trackers: what is shown, asked, remembered and left alone."""

import asyncio
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QFont, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu, QSplitter, QWidget

from starling.torrent import State
from starling.tracker import TrackerState
from starling.ui.details.pane import DetailsPane
from starling.ui.tableview import TableView
from starling.ui.theme import ThemeManager
from tests.helpers import User
from tests.swarm import Answer, Payload, Swarm, Version
from tests.ui.details.conftest import Asked
from tests.ui.tables import click_header

GENERAL, FILES, PEERS, TRACKERS = range(4)

ShowPane = Callable[..., DetailsPane]


@pytest.fixture
def payload(swarm: Swarm) -> Payload:
    files = {"film.mkv": 600_000, "extras/photo.jpg": 100_000, "extras/notes.txt": 3_000, "<b>bold.txt": 10}
    return swarm.payload(name="Sita", files=files, piece_size=32_768, comment="<i>free</i> for all", version=Version.V1)


def names(pane: DetailsPane) -> list[str]:
    return [row.name for row in pane.files.tree.rows()]


def words(page: QWidget) -> str:
    return page.sentence.sentence.text()  # type: ignore[attr-defined]


def test_files_arrive_and_a_wish_waits_for_the_engine(user: User, payload: Payload, show_pane: ShowPane) -> None:
    id = user.adds(payload, start=False)
    pane = show_pane(user, id)
    pane.show_tab(FILES)
    user.until(lambda: len(names(pane)) == 6)
    assert names(pane) == ["Sita", "extras", "notes.txt", "photo.jpg", "<b>bold.txt", "film.mkv"]
    notes = next(row for row in pane.files.tree.rows() if row.name == "notes.txt")
    pane.files.view.select_keys([notes.key])
    user.qtbot.keyClick(pane.files.view, Qt.Key.Key_Space)
    assert pane.files.tree.find(notes.key) == notes, "the view does not guess"
    user.until(lambda: pane.files.tree.find(notes.key).check is Qt.CheckState.Unchecked)
    assert pane.files.tree.find("Sita/extras").check is Qt.CheckState.PartiallyChecked
    assert user.priorities(id).count(0) == 1
    assert pane.tabs.note(FILES) == "4"
    assert "in 3 of 4 files" in words(pane.files)


def test_a_skipped_file_says_what_of_it_is_fetched_all_the_same(
    user: User, payload: Payload, show_pane: ShowPane
) -> None:
    id = user.adds(payload, start=False)
    pane = show_pane(user, id)
    pane.show_tab(FILES)
    user.until(lambda: names(pane))
    photo = next(row for row in pane.files.tree.rows() if row.name == "photo.jpg")
    user.sets_priorities(id, {photo.file: 0})
    pane.files.view.select_keys([photo.key])
    user.until(pane.files.hint.isVisible)
    assert pane.files.hint.sentence.text().startswith("photo.jpg is skipped, yet ")
    assert "2 of its" in pane.files.hint.sentence.text()
    user.sets_priorities(id, {photo.file: 4})
    user.until(lambda: not pane.files.hint.isVisible())


def chooses(user: User, view: TableView, title: str) -> None:
    """By the context menu of a table."""
    point = QPoint(5, 5)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, point, view.viewport().mapToGlobal(point))
    QApplication.sendEvent(view.viewport(), event)
    user.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.setActiveAction(next(action for action in menu.actions() if action.text() == title))
    user.qtbot.keyClick(menu, Qt.Key.Key_Return)


def test_peers_are_told_in_words_while_they_send(
    user: User, swarm: Swarm, payload: Payload, show_pane: ShowPane
) -> None:
    id = user.adds(payload)
    pane = show_pane(user, id)
    pane.show_tab(PEERS)
    user.until(lambda: pane.peers.view.empty_text.startswith(("No peers.", "There is nobody to ask")))
    user.connects(id, swarm.seed(payload, up=60_000))
    user.until(lambda: any(row.verdict.words.startswith("Sends") for row in pane.peers.model.rows()))
    user.until(lambda: words(pane.peers).startswith("Downloading from 1 of 1 connected peers at "))
    user.sees(id, lambda torrent: torrent.seeds == 1)
    user.until(lambda: pane.tabs.note(PEERS) == "1")
    pane.peers.view.selectAll()
    chooses(user, pane.peers.view, "&Copy address")
    peer = pane.peers.model.row(0).peer
    assert QGuiApplication.clipboard().text() == f"{peer.address}:{peer.port}"


def test_who_was_asked_is_said_while_nobody_is_connected(user: User, swarm: Swarm, show_pane: ShowPane) -> None:
    good = swarm.tracker("http")
    payload = swarm.payload(name="Alone", files=200_000, trackers=[good.url])
    id = user.adds(payload)
    pane = show_pane(user, id)
    pane.show_tab(PEERS)
    user.until(lambda: "1 tracker" in pane.peers.view.empty_text)
    user.engine.pause([id])
    user.until(lambda: pane.peers.view.empty_text == "No peers: the torrent is paused.")


def test_general_says_every_figure_and_no_html(user: User, swarm: Swarm, payload: Payload, show_pane: ShowPane) -> None:
    id = user.downloads_all(payload, swarm.seed(payload))
    pane = show_pane(user, id)
    user.until(pane.general.values.isVisible)

    def value(label: str) -> str:
        shown = pane.general.values.findChildren(QWidget)
        return next(each for each in shown if each.accessibleName() == label).text()

    user.until(lambda: value("Pieces") == f"{payload.pieces} × 32\u00a0KiB, {payload.pieces} here")
    assert words(pane.general) == f"All {payload.pieces} pieces are here."
    assert value("Comment") == "<i>free</i> for all"
    assert value("Saved in") == str(user.downloads)
    assert value("Hash v1") == user.torrent(id).hash_v1
    assert value("Private") == "no"
    assert value("Completed")
    assert not pane.general.copies.isVisible(), "nobody needs copies of what is complete"


def test_trackers_work_and_fail_in_words(user: User, swarm: Swarm, show_pane: ShowPane) -> None:
    good, bad = swarm.tracker("http"), swarm.tracker("http")
    bad.behave(Answer.FAILURE, "unregistered torrent")
    payload = swarm.payload(trackers=[[bad.url], [good.url]])
    id = user.adds(payload)
    user.until(lambda: user.trackers(id)[bad.url].state is TrackerState.FAILED)
    user.until(lambda: user.trackers(id)[good.url].state is TrackerState.WORKING)
    pane = show_pane(user, id)
    pane.show_tab(TRACKERS)
    user.until(lambda: words(pane.trackers).startswith("1 of 2 trackers work. It gave "))
    assert " 1 fail." in words(pane.trackers), "the forms are the catalogue's"
    assert pane.tabs.note(TRACKERS) == "! 1"
    assert [row.tier for row in pane.trackers.model.rows()][:2] == [0, 1], "sources stand below the tiers"
    pane.trackers.view.select_keys([bad.url])
    assert pane.trackers.cards.isVisible()
    assert "unregistered torrent" in pane.trackers.cards.story.accessibleDescription()
    asked = len(bad.announces)
    pane.trackers.ask_button.click()
    user.until(lambda: len(bad.announces) > asked)


def test_only_the_tab_on_screen_asks(user: User, payload: Payload, show_pane: ShowPane) -> None:
    id = user.adds(payload, start=False)
    asked = Asked(user.engine)
    pane = show_pane(user, id)
    # Of the other tabs only what the tab bar counts is asked, once.
    user.until(lambda: pane.tabs.note(FILES))
    asked.questions.clear()
    user.until(lambda: asked.questions.count("facts") >= 2)
    assert set(asked.questions) == {"facts"}
    pane.show_tab(TRACKERS)
    asked.questions.clear()
    user.until(lambda: asked.questions.count("trackers") >= 2)
    assert set(asked.questions) == {"trackers"}
    pane.show_tab(PEERS)
    asked.questions.clear()
    user.until(lambda: asked.questions.count("peers") >= 2)
    assert set(asked.questions) == {"peers"}, "the whole map of pieces for one figure would be too much"


def test_peers_are_sampled_while_another_tab_is_on_screen(
    user: User, payload: Payload, show_pane: ShowPane, monkeypatch: pytest.MonkeyPatch
) -> None:
    id, other = user.adds(payload, start=False), "unknown"
    sampled: list[str] = []
    sample = user.engine.peers.sample

    async def noted(id: str) -> None:
        sampled.append(id)
        await sample(id)

    monkeypatch.setattr(user.engine.peers, "sample", noted)
    pane = show_pane(user, id)
    user.engine.updated.disconnect()

    def asks() -> bool:
        user.until(lambda: not pane.sampler.busy)
        sampled.clear()
        pane.sampler.tick()
        user.until(lambda: not pane.sampler.busy)
        return bool(sampled)

    assert asks()
    assert sampled == [id]
    pane.show_tab(PEERS)
    assert not asks(), "that tab asks itself"
    pane.set_folded(True)
    assert asks()
    pane.set_active(False)
    assert not asks()
    pane.set_active(True)
    assert asks()
    torrent = user.torrent(id)
    pane.set_torrents([torrent, torrent])
    assert not asks()
    pane.set_torrents([replace(torrent, id=other)])
    assert asks(), "one that is gone is no error"


@pytest.mark.parametrize("way", ["hidden", "inactive", "folded", "unselected"])
def test_what_nobody_sees_asks_nothing(user: User, payload: Payload, show_pane: ShowPane, way: str) -> None:
    id = user.adds(payload, start=False)
    asked = Asked(user.engine)
    pane = show_pane(user, id)
    user.until(lambda: pane.tabs.note(FILES))
    away = {
        "hidden": pane.hide,
        "inactive": lambda: pane.set_active(False),
        "folded": lambda: pane.set_folded(True),
        "unselected": lambda: pane.set_torrents([]),
    }
    user.engine.updated.disconnect()
    away[way]()
    user.until(lambda: not pane.fetcher.busy)
    asked.questions.clear()
    pane.fetcher.tick()
    user.engine.files_changed.emit(id)
    if pane.fetcher.timer.isActive():
        with user.qtbot.waitSignal(pane.fetcher.timer.timeout):
            pass
    assert not pane.fetcher.busy
    assert asked.questions == []
    back = {
        "hidden": pane.show,
        "inactive": lambda: pane.set_active(True),
        "folded": lambda: pane.set_folded(False),
        "unselected": lambda: pane.set_torrents([user.torrent(id)]),
    }
    back[way]()
    user.until(lambda: "facts" in asked.questions)


def test_questions_never_overlap_and_late_answers_are_dropped(
    user: User, swarm: Swarm, payload: Payload, show_pane: ShowPane
) -> None:
    first = user.adds(payload, start=False)
    second = user.adds(swarm.payload(name="other", files={"lonely.bin": 5}), start=False)
    gate, question = asyncio.Event(), user.engine.details.files

    async def late(id: str):  # type: ignore[no-untyped-def]
        answer = await question(id)
        if id == first:
            await gate.wait()
        return answer

    user.engine.details.files = late  # type: ignore[method-assign]
    asked = Asked(user.engine)
    pane = show_pane(user, second)
    pane.show_tab(FILES)
    user.until(lambda: len(names(pane)) > 0)
    user.engine.updated.disconnect()
    pane.set_torrents([user.torrent(first)])
    user.until(lambda: asked.asking)
    assert names(pane) == []
    for _ in range(5):
        pane.fetcher.tick()
    pane.set_torrents([user.torrent(second)])
    gate.set()
    user.until(lambda: "lonely.bin" in names(pane))
    assert "film.mkv" not in names(pane)
    assert asked.most_at_once == 1


def test_a_torrent_removed_meanwhile_is_no_error(user: User, payload: Payload, show_pane: ShowPane) -> None:
    id = user.adds(payload, start=False)
    pane = show_pane(user, id)
    user.until(pane.general.values.isVisible)
    user.engine.updated.disconnect()
    user.run(user.engine.remove([id], data=False))
    user.until(pane._message.isVisible)
    assert pane._message.text() == "This torrent is not in the list any more."
    pane.set_torrents([])
    assert pane._message.text() == "Select a torrent to see its details."


def test_several_torrents_are_counted(user: User, swarm: Swarm, payload: Payload, show_pane: ShowPane) -> None:
    ids = [user.adds(payload, start=False), user.adds(swarm.payload(name="b", files={"b": 297_000}), start=False)]
    for id in ids:
        user.sees(id, State.PAUSED, lambda torrent: torrent.size)
    pane = show_pane(user, *ids)
    pane.show_tab(FILES)
    assert pane._message.text() == f"2 torrents selected, {(703_010 + 297_000) / 1e6:.2f}\u00a0MB"
    assert pane.tabs.note(FILES) == ""


def test_it_folds_to_its_tab_bar_and_comes_back(user: User, payload: Payload, show_pane: ShowPane) -> None:
    id = user.adds(payload, start=False)
    pane = show_pane(user, id)
    splitter = QSplitter(Qt.Orientation.Vertical)
    user.qtbot.addWidget(splitter)
    splitter.addWidget(QWidget())
    splitter.addWidget(pane)
    splitter.resize(1000, 800)
    splitter.show()
    splitter.setSizes([300, 500])
    height = pane.height()
    user.qtbot.mouseClick(pane._fold, Qt.MouseButton.LeftButton)
    user.until(lambda: pane.height() == pane._header.height())
    pane.show_tab(FILES)
    assert not pane.is_folded
    user.until(lambda: pane.height() == height)
    pane.setParent(None)


def test_tab_columns_and_folding_are_remembered(
    user: User, payload: Payload, show_pane: ShowPane, qapp: object
) -> None:
    id = user.adds(payload, start=False)
    pane = show_pane(user, id)
    pane.show_tab(FILES)
    user.until(lambda: names(pane))
    pane.files.view.columns.set_hidden("remaining", False)
    pane.peers.view.columns.set_hidden("port", False)
    pane.set_folded(True)
    pane._state.flush()
    again = show_pane(user, id)
    assert again.is_folded
    again.set_folded(False)
    assert again.tabs.currentIndex() == FILES
    header = again.files.view.columns
    assert again.files.tree.column_number("remaining") in header.visible()
    assert again.peers.model.column_number("port") in again.peers.view.columns.visible()


def test_narrow_windows_begin_in_the_order_of_transmission(
    user: User, payload: Payload, show_pane: ShowPane, themes: ThemeManager
) -> None:
    narrow, wide = round(976 * themes.scale), round(1224 * themes.scale)
    pane_id = user.adds(payload, start=False)
    pane = show_pane(user, pane_id, width=narrow)
    pane.show_tab(PEERS)

    def order() -> list[str]:
        return [pane.peers.model.columns[number].key for number in pane.peers.view.columns.visible()]

    user.until(lambda: order() == ["up", "down", "percent", "flags", "address", "client", "now"])
    pane.resize(wide, 420)
    user.until(lambda: order()[:3] == ["address", "client", "flags"])
    click_header(pane.peers.view, pane.peers.view.columns.visible()[0])
    assert pane.peers.model.sorting == ("address", False)
    pane.resize(narrow, 420)
    user.until(lambda: order()[:3] == ["up", "down", "percent"])
    assert order()[0] == "up", "who sorts has not arranged anything"
    pane._state.flush()
    again = show_pane(user, pane_id)
    assert again.peers.model.sorting == ("address", False)
    assert not again.peers.view.columns.arranged
    pane.resize(wide, 420)
    user.until(lambda: order()[0] == "address")
    pane.peers.view.columns.set_hidden("up", True)
    pane.resize(narrow, 420)
    user.until(lambda: pane.peers.width() == narrow)
    assert order()[0] == "address", "from then on the order is the user's"
    assert "up" not in order()


def test_what_stands_around_the_tabs_grows_with_the_font(user: User, show_pane: ShowPane) -> None:
    pane = show_pane(user)
    before = pane.tabs.x()
    font = QFont(QApplication.font())
    font.setPixelSize(26)
    QApplication.setFont(font)
    user.until(lambda: pane.tabs.x() == 2 * before)
    assert before


def test_a_magnet_link_without_metadata_says_so(user: User, payload: Payload, show_pane: ShowPane) -> None:
    id = user.adds(payload.magnet)
    pane = show_pane(user, id)
    user.until(lambda: "not known yet" in words(pane.general))
    pane.show_tab(FILES)
    user.until(lambda: "not known yet" in pane.files.view.empty_text)
