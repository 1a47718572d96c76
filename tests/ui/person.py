# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody in front of the whole program, run in this process: what they do with mouse and keyboard, what they see."""

import asyncio
import gc
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QContextMenuEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from starling import formats, i18n, settings
from starling.instance import Message, claim
from starling.paths import Profile
from starling.program import Program
from starling.torrent import State, Torrent
from starling.ui.filters import Filter
from starling.ui.main_window import MainWindow
from starling.ui.notice import Notice
from tests.helpers import LONG, hermetic
from tests.swarm import Payload, Peer, Swarm

D = TypeVar("D", bound=QDialog)
LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


class Person:
    """Starts the program, works with it, quits and comes back; `leave` at the end of the test."""

    def __init__(self, qtbot: QtBot, loop: asyncio.AbstractEventLoop, folder: Path, swarm: Swarm) -> None:
        self.qtbot, self.loop, self.swarm = qtbot, loop, swarm
        self.profile = Profile.at(folder / "profile")
        self.profile.make_folders()
        hermetic(
            self.profile.config_dir,
            swarm.address(),
            {settings.general.LANGUAGE: settings.general.Language.ENGLISH.value},
            {},
        )
        self.downloads = self.profile.config_dir / "downloads"
        self._program: Program | None = None
        self._task: asyncio.Task[None] | None = None

    # -- the program

    @property
    def program(self) -> Program:
        """The program that runs."""
        assert self._program is not None, "the program does not run"
        return self._program

    @property
    def window(self) -> MainWindow:
        """Its window."""
        return self.program.window

    def starts(self, *items: object, loads: bool = True) -> "Person":
        """Starts the program and waits until it has loaded every torrent."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        message = Message(tuple(map(str, items)))
        server = claim(self.profile, message)
        assert server is not None
        self._program = program = Program(app, self.loop, self.profile, server)
        loaded: list[bool] = []
        program.engine.loaded.connect(lambda: loaded.append(True))
        self._task = self.loop.create_task(program.run(message))
        self.until(program.window.isVisible)
        program.window.activateWindow()
        self.until(program.window.isActiveWindow)
        if loads:
            self.until(lambda: loaded)
            self.until(lambda: len(list(program.engine._records)) == program.window.model.total)
            self.until(lambda: program.window.model.total or program.window.empty.isVisible())
        return self

    def quits(self) -> None:
        """Closes the window, and waits for the end of the program."""
        program, task = self.program, self._task
        assert task is not None
        failed = program.failure
        if task.done():
            task.result()
        program.window.close()
        self.until(task.done)
        task.result()
        self._program = self._task = None
        self._forget(program)
        assert failed is None, failed.report

    def comes_back(self) -> "Person":
        """Quits and starts again."""
        self.quits()
        return self.starts()

    def leave(self) -> None:
        """The end of the test, the program runs or not."""
        if self._program is not None:
            self.quits()

    def _forget(self, program: Program) -> None:
        # What a process takes with it when it ends.
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        gc.unfreeze()
        i18n.uninstall(app)
        formats.use(i18n.QLocale.c())
        i18n.QLocale.setDefault(i18n.QLocale.c())
        for part in (program.window, program.engine, program.incoming, program.settings, program.state, program.core):
            part.deleteLater()
        program.themes.setParent(None)
        program.themes.deleteLater()

    # -- waiting and looking

    def until(self, condition: Callable[[], object], timeout: float = LONG) -> None:
        """Lets the program run until something is true."""
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=round(timeout * 1000))

    def names(self) -> list[str]:
        """What the list shows, top to bottom."""
        return [torrent.name for torrent in self.window.model.rows()]

    def cells(self, column: str) -> list[str]:
        """The texts of a column, top to bottom."""
        number = self.column(column)
        return [self.window.model.columns[number].text(torrent) for torrent in self.window.model.rows()]

    def titles(self) -> list[str]:
        """Keys of the shown columns, left to right."""
        return [self.window.model.columns[number].key for number in self.window.list.columns.visible()]

    def column(self, key: str) -> int:
        """The place of a column in the model."""
        number = self.window.model.column_number(key)
        assert number is not None
        return number

    def torrent(self, name: str) -> Torrent:
        """A torrent by its name, whether the list shows it or not."""
        return next(torrent for torrent in self.window.model.all_rows() if torrent.name == name)

    def sees(self, name: str, *wanted: State | Callable[[Torrent], object]) -> Torrent:
        """Waits until the row of a torrent is as wanted."""

        def seen() -> bool:
            self.program.engine.refresh()
            found = [torrent for torrent in self.window.model.all_rows() if torrent.name == name]
            return bool(found) and all(
                found[0].state is want if isinstance(want, State) else bool(want(found[0])) for want in wanted
            )

        try:
            self.until(seen)
        except self.qtbot.TimeoutError as error:
            raise AssertionError(f"seen last: {list(self.window.model.all_rows())}") from error
        return self.torrent(name)

    def selected(self) -> list[str]:
        """Names of the selected torrents, top to bottom."""
        return [torrent.name for torrent in self.window.selected()]

    def reads(self, *words: str) -> Notice:
        """Waits for a notice with these words."""

        def found() -> list[Notice]:
            return [one for one in self.program.notices.shown if all(word in one.said.sentence for word in words)]

        self.until(found)
        return found()[0]

    def counts(self, entry: Filter) -> int:
        """The number beside an entry of the sidebar."""
        return self.window.sidebar.count(entry)

    # -- adding

    def offers(self, *payloads: Payload) -> list[str]:
        """Makes torrents known without a question, paused; their names."""
        self.program.take(Message(tuple(str(one.torrent_path) for one in payloads), paused=True, no_dialog=True))
        for payload in payloads:
            self.sees(payload.name)
        return [payload.name for payload in payloads]

    def makes(self, *names: str) -> list[Payload]:
        """Adds small torrents of these names, paused."""
        made = [self.swarm.payload(name=name, files={"a.bin": 70_000}) for name in names]
        self.offers(*made)
        return made

    def has_all(self, *payloads: Payload) -> None:
        """Makes torrents known whose files are on the disk already."""
        for payload in payloads:
            shutil.copytree(payload.root, self.downloads, dirs_exist_ok=True)
        self.offers(*payloads)

    def connects(self, payload: Payload, *peers: Peer) -> None:
        """Meets peers of the swarm without a tracker."""
        record = self.program.engine._records.get(payload.id)
        assert record is not None
        self.until(lambda: record.handle)
        for peer in peers:
            record.handle.connect_peer(tuple(peer.address), 0)

    def dialog(self, kind: type[D]) -> D:
        """Waits for a dialog of that kind."""

        def there() -> list[D]:
            return [one for one in self.window.findChildren(kind) if one.isVisible()]

        self.until(there)
        return there()[0]

    def drops(self, *paths: Path) -> None:
        """Drops files onto the window."""
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        where = QPoint(300, 300)
        copy, keys = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(self.window, QDragEnterEvent(where, copy, mime, LEFT, keys))
        QApplication.sendEvent(self.window, QDropEvent(QPointF(where), copy, mime, LEFT, keys))

    @staticmethod
    def clipboard() -> str:
        """What is on the clipboard."""
        return QGuiApplication.clipboard().text()

    # -- mouse and keyboard

    def presses(self, keys: str, into: QWidget | None = None) -> None:
        """Presses a key combination where the keyboard is."""
        if into is None and QApplication.activeModalWidget() is None:
            # Here is no window manager to activate it once a dialog has closed.
            self.window.activateWindow()
            self.until(self.window.isActiveWindow)
        QTest.keySequence(into or QApplication.focusWidget() or self.window, QKeySequence(keys))

    def types(self, text: str, into: QWidget | None = None) -> None:
        """Types text where the keyboard is."""
        QTest.keyClicks(into or QApplication.focusWidget(), text)

    def filters(self, text: str) -> None:
        """Types into the filter box, and waits until the list is filtered."""
        self.presses("Ctrl+F")
        self.types(text)
        self.until(lambda: self.window.filter.text == text)

    def clicks(self, name: str, keys: Qt.KeyboardModifier = NONE) -> None:
        """Clicks on the row of a torrent."""
        view = self.window.list
        index = self.index(name)
        view.scrollTo(index)
        QTest.mouseClick(view.viewport(), LEFT, keys, view.visualRect(index).center())

    def selects(self, *names: str) -> None:
        """Clicks on rows, on all but the first with Ctrl held."""
        self.clicks(names[0])
        for name in names[1:]:
            self.clicks(name, CTRL)
        assert set(self.selected()) == set(names)

    def index(self, name: str) -> QModelIndex:
        """Where a torrent stands in the list."""
        return self.window.model.index(self.names().index(name), 0)

    def clicks_header(self, key: str) -> None:
        """Clicks on the title of a column."""
        header = self.window.list.columns
        number = self.column(key)
        assert key in self.titles(), f"{key!r} is not shown"
        x = header.sectionViewportPosition(number) + header.sectionSize(number) // 2
        QTest.mouseClick(header.viewport(), LEFT, pos=QPoint(x, header.height() // 2))

    def picks(self, entry: Filter) -> None:
        """Clicks on an entry of the sidebar."""
        sidebar = self.window.sidebar
        model = sidebar.model()
        index = next(i for row in range(model.rowCount()) if sidebar.entry(i := model.index(row, 0)) == entry)
        sidebar.scrollTo(index)
        QTest.mouseClick(sidebar.viewport(), LEFT, pos=sidebar.visualRect(index).center())
        assert sidebar.currentIndex() == index

    def menu(self, *path: str) -> QAction:
        """The entry of the menu bar that a path of texts leads to; menus that are filled when they open are opened."""
        return entry_of(self.window.menuBar().actions(), path)

    def chooses(self, *path: str) -> None:
        """Chooses an entry from the menu bar."""
        choose(self.menu(*path))

    def context_menu(self, name: str) -> QMenu:
        """Clicks with the right button on a torrent."""
        view = self.window.list
        where = view.visualRect(self.index(name)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=where)
        place = view.viewport().mapToGlobal(where)
        QApplication.sendEvent(view.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, place))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        return menu


def entry_of(entries: Iterable[QAction], path: Iterable[str]) -> QAction:
    """The entry that a path of texts leads to, with the menus on the way opened."""
    first, *rest = path
    entries = list(entries)
    found = [entry for entry in entries if plain(entry) == first]
    assert found, f"no {first!r} among {[plain(entry) for entry in entries]}"
    if not rest:
        return found[0]
    menu = found[0].menu()
    assert isinstance(menu, QMenu)
    assert found[0].isEnabled(), f"{first!r} can't be opened now"
    menu.aboutToShow.emit()
    return entry_of(menu.actions(), rest)


def choose(entry: QAction) -> None:
    """Chooses a menu entry, which must be possible now."""
    assert entry.isEnabled(), f"{plain(entry)!r} can't be chosen now"
    entry.trigger()


def plain(entry: QAction) -> str:
    """The text of an entry without its mnemonic and dots."""
    return entry.text().replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")
