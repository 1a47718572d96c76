# SPDX-License-Identifier: GPL-3.0-or-later
"""A letter with Alt means one thing in a menu, a dialog or the window, in every language."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from starling import i18n
from starling.errors import UserError
from starling.labels import Label
from starling.logbook import Logbook
from starling.options import Options
from starling.peer import Peer
from starling.savedfilters import SavedFilter
from starling.tasks import cancel_all
from starling.torrent import State, Torrent
from starling.ui.dialogs.about import AboutDialog
from starling.ui.dialogs.addpeers import AddPeersDialog
from starling.ui.dialogs.ban import BanDialog
from starling.ui.dialogs.banned import BannedDialog
from starling.ui.dialogs.create import CreateDialog, ReplaceDialog
from starling.ui.dialogs.excluded import ExcludedDialog
from starling.ui.dialogs.failures import Failures
from starling.ui.dialogs.goal import GoalDialog
from starling.ui.dialogs.ipfilter import IpFilterDialog
from starling.ui.dialogs.label import LabelDialog
from starling.ui.dialogs.labelling import LabellingDialog
from starling.ui.dialogs.labelrules import RulesDialog
from starling.ui.dialogs.link import LinkDialog
from starling.ui.dialogs.means import Means
from starling.ui.dialogs.name import NameDialog
from starling.ui.dialogs.peerlimit import PeerLimitDialog
from starling.ui.dialogs.queueplace import PlaceDialog
from starling.ui.dialogs.relocate import RelocateDialog
from starling.ui.dialogs.remove import RemoveDialog
from starling.ui.dialogs.removed import ForgetDialog, RemovedDialog
from starling.ui.dialogs.speedlimit import RateDialog
from starling.ui.dialogs.speedlimits import LimitsDialog
from starling.ui.dialogs.statistics import ResetStatisticsDialog, StatisticsDialog
from starling.ui.dialogs.watchfolder import WatchFolderDialog
from starling.ui.empty import EmptyState
from starling.ui.files.renaming import RenameDialog
from starling.ui.labeleditor import RemoveLabelDialog
from starling.ui.logwindow import LogWindow
from starling.ui.main_window import MainWindow
from starling.ui.notice import NoticeBar
from starling.ui.preferences.resetting import ResetDialog
from starling.ui.preferences.window import PreferencesWindow
from starling.ui.querydialog import FilterDialog
from starling.ui.theme import ThemeManager
from tests.helpers import User
from tests.languages import speak, translations
from tests.swarm import Swarm
from tests.ui.desk import Desk


@pytest.fixture(params=i18n.LANGUAGES)
def language(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path) -> Iterator[str]:
    """The program speaks this."""
    with translations(tmp_path):
        speak(request.param)
        yield request.param


@pytest.fixture
def desk(language: str, user: User, themes: ThemeManager) -> Iterator[Desk]:
    made = Desk(user, themes)
    yield made
    made.close()


@pytest.fixture
def window(desk: Desk, themes: ThemeManager) -> Iterator[MainWindow]:
    made = MainWindow(
        desk.user.engine, desk.settings, desk.state, themes, NoticeBar(themes), desk.incoming, desk.worker, Logbook()
    )
    yield made
    desk.user.run(cancel_all())  # what it still waits for would come to widgets that are gone
    made.close()
    made.deleteLater()


def doubled(texts: Iterable[str]) -> list[str]:
    """The keys that stand for more than one of the texts."""
    keys = Counter(key.toString() for text in texts if not (key := QKeySequence.mnemonic(text)).isEmpty())
    return [key for key, count in keys.items() if count > 1]


def in_menu(actions: Iterable[QAction]) -> dict[str, list[str]]:
    """What is doubled in each menu, those within it too."""
    found: dict[str, list[str]] = {}
    submenus = [(action.text(), menu) for action in actions if isinstance(menu := action.menu(), QMenu)]
    for title, menu in submenus:
        found |= in_menu(menu.actions())
        if keys := doubled(action.text() for action in menu.actions()):
            found[title] = keys
    return found


def in_widget(widget: QWidget, without: QWidget | None = None) -> list[str]:
    """What is doubled among the buttons and labels of a window, hidden ones too: they may come."""
    inside = [child for child in widget.findChildren(QWidget) if without is None or not without.isAncestorOf(child)]
    buttons = [child.text() for child in inside if isinstance(child, QAbstractButton)]
    labels = [child.text() for child in inside if isinstance(child, QLabel) and child.buddy() is not None]
    assert any("&" in text for text in buttons + labels)
    return doubled(buttons + labels)


def test_every_menu(window: MainWindow) -> None:
    bar = window.menuBar().actions()
    assert all("&" in action.text() for action in bar)
    assert doubled(action.text() for action in bar) == []
    assert in_menu(bar) == {}
    menu = window.menu_actions.context_menu(window)
    window.list.fill_export(menu)
    assert doubled(action.text() for action in menu.actions()) == []
    labels = QMenu(menu)
    window.labelling.fill_menu(labels, window.menu_actions["edit_labels"])
    assert doubled(action.text() for action in labels.actions()) == []
    menu.deleteLater()


def test_the_first_run_and_the_menu_bar_beside_it(window: MainWindow) -> None:
    assert window.findChildren(EmptyState)
    buttons = [
        button.text() for state in window.findChildren(EmptyState) for button in state.findChildren(QAbstractButton)
    ]
    assert doubled([*buttons, *(action.text() for action in window.menuBar().actions())]) == []


def test_the_add_dialog(desk: Desk, swarm: Swarm) -> None:
    desk.opens(swarm.payload().torrent_path)
    dialog = desk.filled(i18n.translate("AddDialog", "Add torrent"))
    assert in_widget(dialog) == []
    menu = dialog.files.more
    for text in ("", "a"):
        dialog.files.filter.setText(text)
        menu.aboutToShow.emit()
        assert in_menu([menu.menuAction()]) == {}
        assert any("&" in action.text() for action in menu.actions())


def test_the_add_dialog_of_several(desk: Desk, swarm: Swarm) -> None:
    desk.opens(*(swarm.payload(name=name).torrent_path for name in ("a", "b")))
    assert in_widget(desk.filled(i18n.translate("AddDialog", "Add %n torrents", "", 2))) == []


def test_the_menus_of_the_files(window: MainWindow) -> None:
    page = window.details.files
    for text in ("", "a"):
        page.tree.set_filter(text)
        menu = QMenu(window)
        page.view.fill_menu(menu)
        assert any("&" in action.text() for action in menu.actions())
        assert in_menu([menu.menuAction()]) == {}
        page.choose.menu().aboutToShow.emit()
        assert in_menu([page.choose.menu().menuAction()]) == {}
        menu.deleteLater()


def test_the_menu_of_the_peers(window: MainWindow) -> None:
    menu = QMenu(window)
    window.details.peers.fill_menu(menu)
    assert any("&" in action.text() for action in menu.actions())
    assert in_menu([menu.menuAction()]) == {}
    menu.deleteLater()


def test_the_small_dialogs(desk: Desk, qtbot: QtBot) -> None:
    failures = Failures(desk.window)
    failures.show(RuntimeError("the flock is gone"))
    assert failures.dialog is not None
    torrents = [Torrent("a", "A", State.SEEDING, done=1_000_000)]
    made = [
        LinkDialog(),
        RemoveDialog(torrents, desk.settings),
        AboutDialog(),
        ExcludedDialog(desk.settings),
        RenameDialog(desk.window, "a", folder=False, rename=_refuse),
        BannedDialog(desk.settings),
        IpFilterDialog(desk.user.engine, desk.settings),
        BanDialog(["192.0.2.1"]),
        AddPeersDialog(torrents[0], _add),
        PeerLimitDialog([Peer("192.0.2.1", 1)]),
        FilterDialog(desk.window, SavedFilter("a", "b"), (), new=True),
    ]
    for dialog in made:
        qtbot.addWidget(dialog)
    assert [in_widget(dialog) for dialog in (*made, failures.dialog)] == [[]] * (len(made) + 1)
    failures.dialog.reject()


def test_the_dialogs_with_forms(desk: Desk, qtbot: QtBot) -> None:
    torrents = [Torrent("a", "A", State.SEEDING, save_path="/a", done=1_000_000)]
    means = Means(desk.user.engine, desk.settings, desk.state, desk.themes, desk.worker)
    made = [
        ReplaceDialog("/a", desk.window),
        LabelDialog(means, Label("a"), (), None, new=True),
        LabellingDialog(torrents, ["a"], {}, desk.themes, None),
        RemoveLabelDialog("a", 1, None),
        RulesDialog({"a": ["a"]}, None),
        RulesDialog({}, None),
        GoalDialog(torrents, [None]),
        RelocateDialog(torrents, means),
        NameDialog(torrents[0]),
        RateDialog("a", 0),
        PlaceDialog(torrents, 1),
        LimitsDialog(torrents, [Options()], desk.settings),
        WatchFolderDialog(means, None, (), None),
        RemovedDialog(desk.user.engine, desk.themes, 30),
        ForgetDialog([]),
        StatisticsDialog(means),
        ResetStatisticsDialog(),
        LogWindow(Logbook(), means, lambda id: ""),
        PreferencesWindow(means),
        ResetDialog(2),
    ]
    creates = CreateDialog(desk.user.engine, desk.state, desk.themes)
    for dialog in (*made, creates):
        qtbot.addWidget(dialog)
    assert {type(dialog).__name__: keys for dialog in made if (keys := in_widget(dialog))} == {}
    # One of its pages is seen at a time.
    assert in_widget(creates, without=creates.form_page) == in_widget(creates, without=creates.result_page) == []
    menus = [menu for dialog in made for menu in dialog.findChildren(QMenu)]
    assert in_menu(menu.menuAction() for menu in menus) == {}
    desk.user.run(cancel_all())  # what they still load would come to widgets that are gone


async def _add(lines: Sequence[str]) -> int:
    return len(lines)


async def _refuse(name: str) -> None:
    raise UserError(name)
