# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of actions: each is reached without a mouse, none is in another's way, each knows when it is possible."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QKeyCombination
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from starling.paths import resource
from starling.torrent import Movement, State, Torrent
from starling.ui.action_rows import ACTIONS, TOOLBAR
from starling.ui.action_rows.row import ActionRow
from starling.ui.actions import Actions
from starling.ui.theme import ThemeManager
from starling.why.reason import Cause, Reason

PAUSED = Torrent(id="1" * 40, name="paused", state=State.PAUSED, size=9, paused=True, queue=0, has_metadata=True)
RUNNING = replace(PAUSED, id="2" * 40, state=State.DOWNLOADING, paused=False)
FORCED = replace(RUNNING, id="3" * 40, forced=True)
SEEDING = replace(RUNNING, id="4" * 40, state=State.SEEDING, queue=None)
BROKEN = replace(RUNNING, id="5" * 40, state=State.ERROR)
MAGNET = replace(RUNNING, id="6" * 40, state=State.METADATA, has_metadata=False)
MOVING = replace(RUNNING, id="8" * 40, state=State.MOVING, moving=Movement("/elsewhere"))
CHECKING = replace(RUNNING, id="7" * 40, state=State.CHECKING)
STALLED = replace(RUNNING, id="9" * 40, state=State.STALLED, why=Reason(Cause.CHOKED))

QUEUE = {"queue_top", "queue_up", "queue_down", "queue_bottom", "queue_position"}
ANY = {
    "open_folder",
    "remove",
    "remove_data",
    "sequential",
    "first_last",
    "seeding_goal",
    "bandwidth_limits",
    "relocate",
    "edit_labels",
} | {
    "copy_name",
    "copy_magnet",
    "copy_hash",
    "copy_path",
}
ONE = {"find_files", "rename_torrent", "export_torrents"}
ALWAYS = {row.key for row in ACTIONS if row.enabled([])}


class Handler:
    """Notes what is asked of it."""

    def __init__(self) -> None:
        self.calls: list[tuple[object, ...]] = []

    def __getattr__(self, key: str) -> Callable[..., None]:
        return partial(self._note, key)

    def _note(self, *call: object) -> None:
        self.calls.append(call)


@pytest.fixture
def handler() -> Handler:
    return Handler()


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def actions(window: QWidget, handler: Handler, themes: ThemeManager) -> Actions:
    return Actions(window, QWidget(window), handler, themes)


def test_keys_are_unique() -> None:
    assert [key for key, count in Counter(row.key for row in ACTIONS).items() if count > 1] == []


@pytest.mark.parametrize("row", ACTIONS, ids=lambda row: row.key)
def test_every_action_has_a_mnemonic_and_an_icon_that_exists(row: ActionRow) -> None:
    assert re.search(r"&\w", row.text)
    assert not row.icon or resource("icons", f"{row.icon}.svg").is_file()
    assert not row.toggle or row.checked is None


def test_no_two_actions_share_a_shortcut() -> None:
    keys = [QKeySequence(keys) for row in ACTIONS for keys in row.shortcuts]
    assert not [sequence for sequence in keys if sequence.isEmpty()]
    assert [keys for keys, count in Counter(map(QKeySequence.toString, keys)).items() if count > 1] == []
    tabs = {f"Alt+{number}" for number in range(1, 9)}
    assert not tabs & {sequence.toString() for sequence in keys}


def test_shortcuts_leave_the_mnemonics_of_the_menu_bar_alone(actions: Actions, window: QWidget) -> None:
    bar = {mnemonic(menu.menuAction()) for menu in actions.menus(window)}
    taken = {combination.toCombined() for row in ACTIONS for keys in row.shortcuts for combination in pressed(keys)}
    for combination in bar:
        assert combination.toCombined() not in taken


def pressed(keys: str) -> list[QKeyCombination]:
    sequence = QKeySequence(keys)
    return [sequence[place] for place in range(sequence.count())]


def mnemonic(entry: QAction) -> QKeyCombination:
    sequence = QKeySequence.mnemonic(entry.text())
    assert not sequence.isEmpty(), entry.text()
    return sequence[0]


def menus_in(entries: list[QAction]) -> Iterator[list[QAction]]:
    yield [entry for entry in entries if not entry.isSeparator()]
    for entry in entries:
        menu = entry.menu()
        if isinstance(menu, QMenu):
            yield from menus_in(menu.actions())


def test_mnemonics_are_unique_in_each_menu(actions: Actions, window: QWidget) -> None:
    made = actions.menus(window)
    context = actions.context_menu(window)
    checked = 0
    for entries in [
        [menu.menuAction() for menu in made],
        *menus_in([*made_actions(made)]),
        *menus_in(context.actions()),
    ]:
        counted = Counter(mnemonic(entry).toCombined() for entry in entries)
        doubled = [entry.text() for entry in entries if counted[mnemonic(entry).toCombined()] > 1]
        assert doubled == []
        checked += len(entries)
    assert checked > len(ACTIONS)


def made_actions(menus: list[QMenu]) -> Iterator[QAction]:
    return (menu.menuAction() for menu in menus)


def test_every_action_is_in_the_menu_bar_once(actions: Actions, window: QWidget) -> None:
    found = [entry for entries in menus_in(list(made_actions(actions.menus(window)))) for entry in entries]
    counted = Counter(map(id, found))
    for row in ACTIONS:
        assert counted[id(actions[row.key])] == 1, row.key


def test_the_tools_are_actions_with_icons(actions: Actions) -> None:
    for key in (key for group in TOOLBAR for key in group):
        assert not actions[key].icon().isNull()
        assert actions[key].toolTip()


def test_what_can_be_ticked_shows_its_tick_in_menus(actions: Actions) -> None:
    for row in ACTIONS:
        if actions[row.key].isCheckable():
            assert not actions[row.key].isIconVisibleInMenu(), row.key


def test_an_action_calls_the_method_of_its_key(actions: Actions, handler: Handler) -> None:
    actions.follow([PAUSED])
    actions["start"].trigger()
    actions["sequential"].trigger()
    actions["slow_mode"].trigger()
    actions["slow_mode"].trigger()
    assert handler.calls == [("start",), ("sequential", True), ("slow_mode", True), ("slow_mode", False)]


def test_each_action_reaches_its_method(actions: Actions, handler: Handler) -> None:
    for row in ACTIONS:
        actions.follow(
            next(selected for selected in ([PAUSED], [RUNNING], [MOVING], [STALLED]) if row.enabled(selected))
        )
        actions[row.key].trigger()
    assert [call[0] for call in handler.calls] == [row.key for row in ACTIONS]


@pytest.mark.parametrize(
    ("selected", "possible"),
    [
        ([], set()),
        ([PAUSED], ANY | ONE | QUEUE | {"start", "force_start", "recheck"}),
        ([RUNNING], ANY | ONE | QUEUE | {"force_start", "pause", "recheck", "reannounce"}),
        ([FORCED], ANY | ONE | QUEUE | {"start", "pause", "recheck", "reannounce"}),
        ([SEEDING], ANY | ONE | {"force_start", "pause", "recheck", "reannounce"}),
        ([BROKEN], ANY | ONE | QUEUE | {"start", "force_start", "pause", "recheck", "reannounce"}),
        ([MAGNET], ANY | QUEUE | {"rename_torrent", "force_start", "pause", "reannounce"}),
        ([CHECKING], ANY | ONE | QUEUE | {"force_start", "pause", "reannounce"}),
        ([MOVING], ANY | ONE | QUEUE | {"force_start", "pause", "recheck", "reannounce", "stop_moving"}),
        (
            [PAUSED, STALLED],
            ANY | QUEUE | {"export_torrents", "start", "force_start", "pause", "recheck", "reannounce", "explain"},
        ),
        (
            [PAUSED, SEEDING],
            ANY | QUEUE | {"export_torrents", "start", "force_start", "pause", "recheck", "reannounce"},
        ),
    ],
    ids=lambda value: "+".join(torrent.name for torrent in value) if isinstance(value, list) else "",
)
def test_actions_follow_the_selection(actions: Actions, selected: list[Torrent], possible: set[str]) -> None:
    actions.follow(selected)
    assert {row.key for row in ACTIONS if actions[row.key].isEnabled()} == possible | ALWAYS


def test_ticks_show_what_all_selected_have(actions: Actions) -> None:
    ordered = replace(RUNNING, sequential=True)
    for selected, ticked in (([ordered], True), ([ordered, PAUSED], False), ([], False)):
        actions.follow(selected)
        assert actions["sequential"].isChecked() is ticked


def test_the_context_menu_holds_what_belongs_to_a_torrent(actions: Actions, window: QWidget) -> None:
    texts = [entry.text() for entries in menus_in(actions.context_menu(window).actions()) for entry in entries]
    assert "&Remove…" in texts
    assert "&Magnet link" in texts
    assert "&Quit" not in texts
    assert "Select &all" not in texts


def test_icons_follow_the_theme(actions: Actions, themes: ThemeManager) -> None:
    from starling.settings.appearance import Appearance

    before = actions["pause"].icon().pixmap(20).toImage()
    themes.set_appearance(Appearance.DARK)
    assert actions["pause"].icon().pixmap(20).toImage() != before
    assert isinstance(actions["pause"].icon(), QIcon)
