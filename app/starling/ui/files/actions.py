# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be done with files, one row each: the context menu, the Files menu and the keys of the tree read it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from starling.i18n import translate
from starling.setting import QT_TRANSLATE_NOOP
from starling.torrent import State, Torrent
from starling.ui.files.node import FileRow
from starling.ui.files.presets import PRESETS
from starling.ui.icons import icon
from starling.ui.theme import ThemeManager


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the actions are about."""

    count: int = 0
    """Selected rows."""
    row: FileRow | None = None
    """The only one of them."""
    files: int = 0
    """All there are."""
    folders: bool = False
    """Some of them are in folders."""
    filtering: bool = False
    flat: bool = False
    playing: bool = False
    """The row is fetched for playing."""
    torrent: Torrent | None = None
    """None in the add dialog, where the torrent is not in the list yet."""


def always(_chosen: Chosen) -> bool:
    """Needs nothing."""
    return True


def any_files(chosen: Chosen) -> bool:
    """Needs files, selected or not: a magnet link may have none yet."""
    return chosen.files > 0


def found(chosen: Chosen) -> bool:
    """Needs a filter, and files."""
    return chosen.filtering and chosen.files > 0


def some(chosen: Chosen) -> bool:
    """Needs a row."""
    return chosen.count > 0


def one(chosen: Chosen) -> bool:
    """Needs one row."""
    return chosen.row is not None


def one_file(chosen: Chosen) -> bool:
    """Needs one file that has bytes."""
    return chosen.row is not None and not chosen.row.has_children and chosen.row.size > 0


def checkable(chosen: Chosen) -> bool:
    """Needs rows of a torrent that is not being checked already."""
    return chosen.count > 0 and chosen.torrent is not None and chosen.torrent.state is not State.CHECKING


def any_folders(chosen: Chosen) -> bool:
    """Needs folders."""
    return chosen.folders


def with_folders(chosen: Chosen) -> bool:
    """Needs folders, and the tree."""
    return chosen.folders and not chosen.flat


@dataclass(frozen=True, slots=True, kw_only=True)
class FileAction:
    """One action. Its key names the method of the handler that does it."""

    key: str
    text: str
    found: str = ""
    """The text while a filter is on, where it is about what was found then."""
    icon: str = ""
    shortcut: str = ""
    enabled: Callable[[Chosen], bool] = always
    checked: Callable[[Chosen], bool] | None = None
    """Makes it a toggle that shows this."""
    in_list: bool = False
    """Only for torrents in the list."""
    separator: bool = False
    """A line stands above it."""


FILE_ACTIONS: tuple[FileAction, ...] = (
    FileAction(
        key="open",
        text=QT_TRANSLATE_NOOP("FileActions", "&Open"),
        icon="open",
        enabled=one,
        in_list=True,
    ),
    FileAction(
        key="play",
        text=QT_TRANSLATE_NOOP("FileActions", "&Play from the start"),
        icon="play",
        shortcut="Ctrl+Shift+P",
        enabled=one_file,
        checked=lambda chosen: chosen.playing,
        in_list=True,
    ),
    FileAction(
        key="show",
        text=QT_TRANSLATE_NOOP("FileActions", "Show in its &folder"),
        icon="folder-open",
        shortcut="Ctrl+Shift+E",
        enabled=some,
        in_list=True,
    ),
    FileAction(
        key="rename",
        text=QT_TRANSLATE_NOOP("FileActions", "&Rename…"),
        icon="rename",
        shortcut="F2",
        enabled=one,
        in_list=True,
    ),
    FileAction(
        key="copy_path",
        text=QT_TRANSLATE_NOOP("FileActions", "&Copy path"),
        icon="copy",
        shortcut="Ctrl+Shift+C",
        enabled=some,
    ),
    FileAction(
        key="only_chosen",
        text=QT_TRANSLATE_NOOP("FileActions", "&Download only these"),
        icon="only",
        enabled=some,
        separator=True,
    ),
    FileAction(
        key="want_all",
        text=QT_TRANSLATE_NOOP("FileActions", "Download &all"),
        found=QT_TRANSLATE_NOOP("FileActions", "Download &all that was found"),
        icon="select-all",
        enabled=any_files,
    ),
    FileAction(
        key="want_none",
        text=QT_TRANSLATE_NOOP("FileActions", "Download &none"),
        found=QT_TRANSLATE_NOOP("FileActions", "Download &none of what was found"),
        icon="select-none",
        enabled=any_files,
    ),
    FileAction(
        key="only_found",
        text=QT_TRANSLATE_NOOP("FileActions", "Download only &what was found"),
        icon="search",
        enabled=found,
    ),
    FileAction(
        key="invert",
        text=QT_TRANSLATE_NOOP("FileActions", "&Invert what is downloaded"),
        icon="invert",
        enabled=any_files,
    ),
    FileAction(
        key="recheck",
        text=QT_TRANSLATE_NOOP("FileActions", "Rec&heck these files"),
        icon="recheck",
        enabled=checkable,
        in_list=True,
        separator=True,
    ),
    FileAction(
        key="first_last",
        text=QT_TRANSLATE_NOOP("FileActions", "First and &last pieces first"),
        icon="first-last",
        checked=lambda chosen: chosen.torrent is not None and chosen.torrent.first_last,
        in_list=True,
    ),
    FileAction(
        key="flat",
        text=QT_TRANSLATE_NOOP("FileActions", "One list wi&thout folders"),
        enabled=any_folders,
        checked=lambda chosen: chosen.flat,
        separator=True,
    ),
    FileAction(
        key="expand_all",
        text=QT_TRANSLATE_NOOP("FileActions", "&Expand all"),
        enabled=with_folders,
    ),
    FileAction(
        key="collapse_all",
        text=QT_TRANSLATE_NOOP("FileActions", "Collap&se all"),
        enabled=with_folders,
    ),
)

_CHOOSING = ("want_all", "want_none", "only_found", "invert")
_SHAPE = ("flat", "expand_all", "collapse_all")


class FileActions(QObject):
    """The QActions of one tree; triggering one calls the method of a handler that bears its key."""

    def __init__(
        self,
        view: QWidget,
        themes: ThemeManager,
        chosen: Callable[[], Chosen],
        fill_priorities: Callable[[QMenu], QMenu],
        preset_wanted: Callable[[str], object],
    ) -> None:
        """`view` has the keyboard they are for; `preset_wanted` takes the key of a preset."""
        super().__init__(view)
        self._view, self._themes, self._chosen = view, themes, chosen
        self._fill_priorities, self._preset_wanted = fill_priorities, preset_wanted
        self._by_key: dict[str, QAction] = {}
        themes.changed.connect(self._tint)

    def serve(self, handler: object, *, in_list: bool) -> None:
        """Adds the actions for torrents in the list, or the others; `handler` has a method for each."""
        for row in FILE_ACTIONS:
            if row.in_list is in_list:
                action = QAction(translate("FileActions", row.text), self)
                action.setShortcut(QKeySequence(row.shortcut))
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
                action.setCheckable(row.checked is not None)
                # In a menu a picture would stand in place of the tick.
                action.setIconVisibleInMenu(row.checked is None)
                action.triggered.connect(partial(_call, getattr(handler, row.key), action))
                self._view.addAction(action)
                self._by_key[row.key] = action
        self._tint()

    def __getitem__(self, key: str) -> QAction:
        return self._by_key[key]

    def follow(self) -> None:
        """Enables, checks and words the actions for what is chosen now."""
        chosen = self._chosen()
        for row in FILE_ACTIONS:
            if action := self._by_key.get(row.key):
                action.setEnabled(row.enabled(chosen) and (chosen.torrent is not None or not row.in_list))
                action.setText(translate("FileActions", row.found if row.found and chosen.filtering else row.text))
                if row.checked is not None:
                    action.setChecked(row.checked(chosen))

    def fill(self, menu: QMenu) -> None:
        """Everything that can be done with the chosen files, and with all."""
        self.follow()
        self._add(menu, (row for row in FILE_ACTIONS if row.key not in _SHAPE), with_priorities=True)
        self._add(menu, (row for row in FILE_ACTIONS if row.key in _SHAPE))

    def fill_choosing(self, menu: QMenu) -> None:
        """What is about all files: which of them are wanted, and how they are listed."""
        self.follow()
        self._add(menu, (row for row in FILE_ACTIONS if row.key in _CHOOSING))
        self._add_presets(menu)
        self._add(menu, (row for row in FILE_ACTIONS if row.key in _SHAPE))

    def _add(self, menu: QMenu, rows: Iterable[FileAction], *, with_priorities: bool = False) -> None:
        for row in rows:
            action = self._by_key.get(row.key)
            if action is None:
                continue
            if row.separator and menu.actions():
                menu.addSeparator()
            if row.key == "only_chosen" and with_priorities:
                inner = QMenu(self.tr("Priorit&y"), menu)
                menu.addMenu(self._fill_priorities(inner)).setEnabled(self._chosen().count > 0)
            menu.addAction(action)
            if row.key == "invert" and with_priorities:
                inner = menu.addMenu(self.tr("S&kip by rule"))
                inner.setEnabled(any_files(self._chosen()))
                self._add_presets(inner)

    def _add_presets(self, menu: QMenu) -> None:
        for preset in PRESETS:
            entry = menu.addAction(translate("Presets", preset.text))
            entry.triggered.connect(partial(self._preset_wanted, preset.key))

    def _tint(self) -> None:
        theme = self._themes.theme
        for row in FILE_ACTIONS:
            if row.icon and (action := self._by_key.get(row.key)):
                action.setIcon(icon(row.icon, theme.text, theme.faint))


def _call(method: Callable[..., None], action: QAction) -> None:
    # PySide gives the argument of `triggered` to no partial.
    if action.isCheckable():
        method(action.isChecked())
    else:
        method()
