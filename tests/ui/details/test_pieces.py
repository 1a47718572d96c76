# SPDX-License-Identifier: GPL-3.0-or-later
"""The Pieces tab at a real engine in a real swarm: what moves, what nobody has, and the way to the files."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QToolButton, QToolTip

from starling import formats
from starling.pieces import Block, Hit, PieceMap, Pieces
from starling.torrent import State, Torrent
from starling.tracker import TrackerState
from starling.ui.details import piecewords
from starling.ui.details.pane import DetailsPane
from starling.ui.details.pieceasking import Fetched
from starling.ui.details.piececells import FLIGHT, HAVE, LEVELS, MISSING, NONE, SKIPPED, WHOLE, Mode
from starling.ui.details.pieces import PiecesPage
from starling.ui.dialogs.skipfiles import SkipFilesDialog
from tests.helpers import User
from tests.swarm import Payload, Swarm, Version
from tests.ui.details.test_pane import chooses

KIB = 1024

ShowPane = Callable[..., DetailsPane]


@pytest.fixture
def payload(swarm: Swarm) -> Payload:
    """Sixteen pieces; the last file has four of its own and shares one."""
    files = {"a/one.bin": 500 * KIB, "b/second.bin": 260 * KIB, "b/third.bin": 264 * KIB}
    return swarm.payload(name="Pieces", files=files, piece_size=64 * KIB, version=Version.V1)


def shown(pane: DetailsPane) -> PiecesPage:
    pane.show_tab(pane.pages.index(pane.pieces))
    return pane.pieces


def words(page: PiecesPage) -> str:
    return page.sentence.sentence.text()


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_blocks_fill_while_somebody_looks(user: User, swarm: Swarm, payload: Payload, show_pane: ShowPane) -> None:
    id = user.adds(payload)
    page = shown(show_pane(user, id))
    user.until(lambda: page.view.empty_text == "Nothing is in progress.")
    assert plain(words(page)) == "0 of 16 pieces of 64 KiB are here. No peer is connected."
    user.connects(id, seed := swarm.seed(payload, up=30_000))
    user.until(page.model.rowCount)
    user.until(lambda: any(FLIGHT < code <= FLIGHT + LEVELS for code in page.map.image.codes))
    row = page.model.row(0)
    assert Block.REQUESTED in row.partial.blocks
    looks: set[bytes] = set()

    def fills() -> bool:
        looks.update(each.partial.filled for each in page.model.rows())
        return len(looks) > 6

    user.until(fills)
    user.until(lambda: WHOLE in page.map.image.codes)
    user.until(lambda: any(each.partial.rate for each in page.model.rows()))
    number = page.model.column_number("peers")
    assert number is not None
    tip = page.model.columns[number].tooltip
    assert tip is not None
    user.until(lambda: tip(page.model.row(0)).startswith(f"{seed.ip}:{seed.port}  "))
    user.until(lambda: "of the pieces are here and verified. Progress counts parts" in page.strips.have.toolTip())
    age = next(column for column in page.model.columns if column.key == "age")
    unseen = page.model.row(0)._replace(age=None, watched=3)
    assert age.tooltip is not None
    assert plain(age.text(unseen)) == "> 3 s"
    assert "> means at least" in age.tooltip(unseen)
    assert "at least" not in age.tooltip(unseen._replace(age=3))
    assert " in progress." in words(page)


def test_rows_stay_selected_and_sorted_while_they_fill(
    user: User, swarm: Swarm, payload: Payload, show_pane: ShowPane
) -> None:
    id = user.adds(payload)
    page = shown(show_pane(user, id))
    user.connects(id, swarm.seed(payload, up=20_000), swarm.seed(payload, up=20_000))
    user.until(lambda: page.model.rowCount() > 1)
    page.model.sort_by("piece", falling=False)
    last = page.model.keys()[-1]
    page.view.select_keys([last])
    before = page.model.get(last)

    def moved() -> bool:
        now = page.model.get(last)
        return now is not None and before is not None and now.partial.done != before.partial.done

    user.until(moved)
    assert page.view.selected_keys() == [last]
    assert list(page.model.keys()) == sorted(page.model.keys())  # type: ignore[type-var]


def test_what_nobody_has_is_found_and_leads_to_its_files(
    user: User, swarm: Swarm, payload: Payload, show_pane: ShowPane
) -> None:
    id = user.adds(payload)
    pane = show_pane(user, id)
    page = shown(pane)
    user.connects(id, swarm.leech(payload, have=[0, 1, 2, 13, 14, 15]))
    user.connects(id, swarm.leech(payload, have=range(9)))
    user.until(lambda: page.map.image.codes[9:13] == bytes([NONE] * 4))
    start = "4 pieces are on no connected peer: 9, 10, 11, 12."
    user.until(lambda: plain(page.missing.first.text()).startswith(start))
    assert page.missing.isVisible()
    first, second = plain(page.missing.first.text()), plain(page.missing.second.text())
    assert first.endswith("A full copy has not been seen yet.")
    assert second.startswith("They belong to second.bin and third.bin, 262 kB of them.")
    assert second.endswith("The other 1 files can finish."), "the forms are the catalogue's"
    page.missing.set_low(True)
    assert plain(page.missing.first.text()).endswith(second)
    page.missing.set_low(False)
    user.qtbot.mouseClick(page.missing.files_button, Qt.MouseButton.LeftButton)
    user.until(pane.files.isVisible)

    def names() -> list[str]:
        return sorted(pane.files.tree.find(key).name for key in pane.files.view.selected_keys())

    user.until(lambda: names() == ["second.bin", "third.bin"])
    shown(pane)
    menu = QMenu()
    page.fill_menu(menu)
    next(action for action in menu.actions() if action.text() == "&Next piece that nobody has").trigger()
    assert page.map.cursor_cell == 9
    user.until(lambda: "On no connected peer" in QToolTip.text())
    user.qtbot.keyClick(page.map, Qt.Key.Key_Return)
    user.until(lambda: names() == ["second.bin"] and pane.files.isVisible())
    menu.deleteLater()
    page.map.hide_tip()
    shown(pane)
    told: list[str] = []
    page.told.connect(told.append)
    assert page.missing.skip_button.text() == "S&kip the 2 files"
    user.qtbot.mouseClick(page.missing.skip_button, Qt.MouseButton.LeftButton)
    assert plain(asked(user, pane).names.text()).splitlines() == ["b/second.bin", "b/third.bin"]
    asked(user, pane).reject()
    user.until(lambda: not pane.window().findChildren(SkipFilesDialog))
    assert user.priorities(id) == [4, 4, 4]
    user.qtbot.mouseClick(page.missing.skip_button, Qt.MouseButton.LeftButton)
    user.qtbot.mouseClick(asked(user, pane).skip_button, Qt.MouseButton.LeftButton)
    assert told == [], "nothing is said before it is so"
    user.until(lambda: told)
    assert told == ["2 files are skipped now. Tick them in the Files tab to fetch them after all."]
    assert sorted(user.priorities(id)) == [0, 0, 4]
    user.until(lambda: not page.missing.isVisible())


def asked(user: User, pane: DetailsPane) -> SkipFilesDialog:
    """The dialog that asks, on screen."""
    user.until(lambda: [each for each in pane.window().findChildren(SkipFilesDialog) if each.isVisible()])
    return next(each for each in pane.window().findChildren(SkipFilesDialog) if each.isVisible())


def test_the_files_of_what_nobody_has_are_those_counted_when_it_was_pressed_and_bear_their_names(
    user: User, swarm: Swarm, payload: Payload, show_pane: ShowPane
) -> None:
    id = user.adds(payload)
    pane = show_pane(user, id)
    page = shown(pane)
    user.connects(id, swarm.leech(payload, have=range(9)))
    user.until(lambda: "second.bin and third.bin" in page.missing.second.text())
    user.run(user.engine.contents.rename(id, "Pieces/b/second.bin", "Pieces/b/renamed.bin"))
    user.until(lambda: "renamed.bin and third.bin" in page.missing.second.text())
    pane.fetcher.stop()
    button, torrent = page.missing.skip_button, user.torrent(id)
    user.qtbot.mousePress(button, Qt.MouseButton.LeftButton)
    one = (Hit(0, "Pieces/a/one.bin", 1, 5),)
    page.missing.show_missing(torrent, bytes([1]), one, 3)
    assert button.text() == "S&kip the 2 files"
    user.qtbot.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert plain(asked(user, pane).names.text()).splitlines() == ["b/renamed.bin", "b/third.bin"]
    asked(user, pane).reject()
    page.missing.show_missing(torrent, bytes([1]), one, 3)
    assert button.text() == "S&kip the 1 files"


def test_more_peers_are_asked_for_and_who_must_wait_is_said(user: User, swarm: Swarm, show_pane: ShowPane) -> None:
    tracker = swarm.tracker("http", min_interval=1800)
    payload = swarm.payload(name="Pieces", files=500 * KIB, piece_size=64 * KIB, trackers=[tracker.url])
    id = user.adds(payload)
    page = shown(show_pane(user, id))
    user.connects(id, swarm.leech(payload, have=range(3)))
    user.until(page.missing.isVisible)
    user.until(lambda: user.trackers(id)[tracker.url].state is TrackerState.WORKING)
    told: list[str] = []
    page.told.connect(told.append)
    user.qtbot.mouseClick(page.missing.ask_button, Qt.MouseButton.LeftButton)
    assert told == []
    user.until(lambda: told)
    assert told[0].startswith("More peers were asked for. 1 trackers allow that only later, from ")


def test_the_cursor_says_who_has_a_piece_and_where_it_lies(
    user: User, swarm: Swarm, payload: Payload, show_pane: ShowPane
) -> None:
    id = user.adds(payload, priorities={0: 6})
    pane = show_pane(user, id)
    page = shown(pane)
    partly = swarm.leech(payload, have=range(12), up=1000)
    user.connects(id, partly)
    user.sees(id, lambda torrent: torrent.peers == 1)
    user.until(lambda: NONE in page.map.image.codes)
    page.activateWindow()
    page.map.setFocus()
    page.map.set_cursor(11)
    user.until(lambda: f"{partly.ip}:{partly.port}" in QToolTip.text())
    assert "On 1 of 1 connected peers" in QToolTip.text()
    spoken = plain(page.atlas.describe(11)[1])
    assert "64 KiB" in spoken
    assert "b/second.bin, 208 kB to 266 kB" in spoken
    assert "b/third.bin, 0 B to 8.19 kB" in spoken
    user.until(lambda: "Priority: High" in plain(page.atlas.describe(0)[1]) or page.map.image.codes[0] == WHOLE)
    assert page.map.accessibleDescription() == words(page)
    page.map.hide_tip()


def test_modes_and_widths_come_back(user: User, swarm: Swarm, payload: Payload, show_pane: ShowPane) -> None:
    id = user.adds(payload, priorities={2: 0}, start=False)
    pane = show_pane(user, id)
    page = shown(pane)
    user.until(lambda: SKIPPED in page.map.image.codes)
    assert page.map.image.codes.count(SKIPPED) == 4, "a piece that is shared with what is wanted is wanted"
    seen = [page.map.image.codes]
    for key in ("copies", "priority"):
        button = page.atlas.modes.findChild(QToolButton, key)
        assert isinstance(button, QToolButton)
        button.click()
        seen.append(page.map.image.codes)
    assert page.atlas.mode is Mode.PRIORITY
    assert len(set(seen)) == 3
    assert seen[1] == bytes(16), "nobody is connected"
    page.halves.setSizes([500, 700])
    page.halves.splitterMoved.emit(500, 1)
    pane._state.flush()
    again = shown(show_pane(user, id))
    user.until(lambda: again.map.count)
    assert again.atlas.mode is Mode.PRIORITY
    assert abs(again.halves.sizes()[0] / sum(again.halves.sizes()) - 500 / 1200) < 0.05
    again.restore_state("{no json")
    again.restore_state("[1]")
    again.restore_state('{"mode": "nonsense", "halves": [0, "x"], "each": 7}')
    assert again.atlas.mode is Mode.PRIORITY


def test_the_context_menu_changes_what_the_map_shows(user: User, payload: Payload, show_pane: ShowPane) -> None:
    id = user.adds(payload, start=False)
    page = shown(show_pane(user, id))
    user.until(lambda: page.map.count)
    chooses(user, page.map, "Show &priorities")  # type: ignore[arg-type]
    assert page.atlas.mode is Mode.PRIORITY
    user.until(lambda: QApplication.activePopupWidget() is None)


def test_a_click_stays_and_has_its_files_selected_for_later(user: User, payload: Payload, show_pane: ShowPane) -> None:
    id = user.adds(payload, start=False)
    pane = show_pane(user, id)
    page = shown(pane)
    user.until(lambda: page.map.count)
    told: list[object] = []
    page.files_pointed.connect(told.append)
    user.qtbot.mouseClick(page.map.viewport(), Qt.MouseButton.LeftButton, pos=page.map.cell_rect(11).center())
    user.until(lambda: told)
    assert (page.isVisible(), page.map.cursor_cell) == (True, 11)
    user.until(lambda: "b/third.bin" in plain(page.atlas.describe(11)[1]))
    assert "Double click: its files" in page.atlas.describe(11)[0]
    chooses(user, page.map, "Copy the piece’s n&umber")  # type: ignore[arg-type]
    assert QApplication.clipboard().text() == "11"
    chooses(user, page.map, "Copy what is &told of it")  # type: ignore[arg-type]
    assert QApplication.clipboard().text().splitlines()[0].startswith("Piece 11, missing")
    assert any("third.bin" in line for line in QApplication.clipboard().text().splitlines())

    def names() -> list[str]:
        return sorted(pane.files.tree.find(key).name for key in pane.files.view.selected_keys())

    pane.show_tab(pane.pages.index(pane.files))
    user.until(lambda: names() == ["second.bin", "third.bin"])
    pane.files.view.clearSelection()
    pane.files.take(user.torrent(id), pane.files._fetched)
    assert names() == [], "once"
    shown(pane)
    point = page.map.cell_rect(0).center()
    user.qtbot.mouseClick(page.map.viewport(), Qt.MouseButton.LeftButton, pos=point)
    user.qtbot.mouseDClick(page.map.viewport(), Qt.MouseButton.LeftButton, pos=point)
    user.until(lambda: pane.files.isVisible() and names() == ["one.bin"])


def test_before_the_metadata_there_is_no_map(user: User, payload: Payload, show_pane: ShowPane) -> None:
    magnet = user.adds(payload.magnet)
    pane = show_pane(user, magnet)
    page = shown(pane)
    user.until(lambda: words(page) == "The pieces are not known yet: they come with the metadata.")
    assert not page.map.isVisible()


def test_all_is_here(user: User, swarm: Swarm, payload: Payload, show_pane: ShowPane) -> None:
    id = user.downloads_all(payload, swarm.seed(payload))
    page = shown(show_pane(user, id))
    user.until(lambda: page.map.image.codes == bytes([WHOLE] * 16))
    user.sees(id, State.SEEDING)
    assert plain(words(page)) == "All 16 pieces of 64 KiB are here."
    user.until(lambda: page.view.empty_text == "Nothing is in progress: everything wanted is here.")
    assert not page.strips.copies.isVisible()
    assert not page.missing.isVisible()
    assert page.strips.have.isVisible()


# -- with pieces that no swarm here has


def many(count: int = 50_000) -> Pieces:
    have = bytes(number % 3 == 0 for number in range(count))
    return Pieces(PieceMap(262_144, have, bytes(1 + number % 9 for number in range(count))), bytes([4]) * count)


def test_fifty_thousand_pieces_share_cells_and_say_so(user: User, payload: Payload, show_pane: ShowPane) -> None:
    id = user.adds(payload, start=False)
    pane = show_pane(user, id)
    page = shown(pane)
    pane.fetcher.stop()
    torrent = Torrent(id, "Many", State.DOWNLOADING, size=1, peers=9, availability=2.5)
    page.take(torrent, Fetched(many(), bytes(50_000)))
    assert page.map.count == 5556
    assert "A cell stands for 9 pieces." in words(page)
    assert {HAVE + 3 * 8 // 9} == set(page.map.image.codes[:-1])
    assert "Pieces 90 to 98" in page.atlas.describe(10)[1]
    assert "3 of 9 are here" in page.atlas.describe(10)[1]
    page.atlas.show_each(True)
    assert page.map.count == 50_000
    assert "Piece 10, missing" in page.atlas.describe(10)[1]
    page.take(torrent, Fetched(many(), bytes(50_000)))
    assert "stands for" not in words(page)
    assert page.map.image.codes[:3] == bytes([WHOLE, MISSING, MISSING])


def test_the_cursor_stays_with_its_piece_and_goes_with_its_torrent(
    user: User, payload: Payload, show_pane: ShowPane
) -> None:
    pane = show_pane(user, user.adds(payload, start=False))
    page = shown(pane)
    pane.fetcher.stop()
    torrent = Torrent("a", "Many", State.DOWNLOADING, size=1, peers=9, availability=2.5)
    page.take(torrent, Fetched(many(), bytes(50_000)))
    page.atlas.go_to(900)
    page.atlas.show_each(True)
    assert page.map.cursor_cell == 900
    page.atlas.go_to(4999)
    page.clear()
    assert page.map.cursor_cell == -1
    menu = QMenu()
    page.fill_menu(menu)
    assert not menu.actions()[0].isEnabled(), "there is no piece whose files could be shown"
    page.take(replace(torrent, id="b"), Fetched(many(10), bytes(10)))
    page.atlas.go_to(8)
    assert "Piece 8" in page.atlas.describe(page.map.cursor_cell)[1]
    page.take(replace(torrent, id="c"), Fetched(many(5), bytes(5)))
    assert page.map.cursor_cell <= 0
    page.map.hide_tip()
    menu.deleteLater()


@pytest.mark.parametrize(
    ("width", "height", "table", "strips", "copies"),
    [
        (1200, 420, True, True, True),
        (800, 260, True, True, False),
        (710, 420, False, True, True),
        (900, 200, True, False, False),
    ],
)
def test_where_there_is_little_room_the_map_has_it(
    user: User,
    payload: Payload,
    show_pane: ShowPane,
    width: int,
    height: int,
    table: bool,
    strips: bool,
    copies: bool,
) -> None:
    pane = show_pane(user, user.adds(payload, start=False))
    page = shown(pane)
    pane.fetcher.stop()
    torrent = Torrent("id", "Many", State.DOWNLOADING, size=1, peers=9, availability=2.5)
    page.take(torrent, Fetched(many(3000), bytes(3000)))
    pane.resize(width, height + 37)
    user.until(lambda: page.height() == height)
    assert (page.view.isVisible(), page.strips.have.isVisible(), page.strips.copies.isVisible()) == (
        table,
        strips,
        copies,
    )
    assert page.map.height() > 20


@pytest.mark.parametrize(
    ("hits", "files", "words"),
    [
        ((), 3, ""),
        ((Hit(0, "T/a.bin", 1, 5000),), 1, "They belong to a.bin, 5.00 kB of it."),
        ((Hit(0, "T/a", 1, 5), Hit(1, "T/b", 1, 5), Hit(2, "T/c", 2, 5)), 9, "They belong to 3 files, 15 B of them."),
    ],
)
def test_files_of_missing_pieces_in_words(hits: tuple[Hit, ...], files: int, words: str) -> None:
    assert plain(piecewords.belong(hits, files)).startswith(words)


def test_many_missing_pieces_are_not_all_listed() -> None:
    said = plain("".join(segment.text for segment in piecewords.missing(bytes([0, *[1] * 2000]))))
    assert said == "2000 pieces are on no connected peer: 1, 2, 3, 4, 5 …"
    assert piecewords.missing(bytes(9)) == []


def test_when_a_full_copy_was_seen() -> None:
    torrent = Torrent("id", "T", State.DOWNLOADING, last_seen_complete=1_000_000)
    assert piecewords.last_seen(torrent) == f"A full copy was last seen {formats.age(1_000_000)}."


def test_the_tip_shows_names_letter_by_letter(user: User, swarm: Swarm, show_pane: ShowPane) -> None:
    payload = swarm.payload(name="T", files={"<b>bold & co.txt": 100_000}, piece_size=64 * KIB, version=Version.V1)
    page = shown(show_pane(user, user.adds(payload, start=False)))
    user.until(lambda: page.map.count == 2)
    page.activateWindow()
    page.map.setFocus()
    page.map.set_cursor(1)
    user.until(lambda: "&lt;b&gt;bold &amp; co.txt" in QToolTip.text())
    page.map.hide_tip()
