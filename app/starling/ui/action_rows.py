# SPDX-License-Identifier: GPL-3.0-or-later
"""Every action of the main window, one row each: its words, its menu, its keys, and when it is possible."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from starling.setting import QT_TRANSLATE_NOOP
from starling.torrent import State, Torrent

Selection = Sequence[Torrent]


class Menu(Enum):
    """A menu; the value is its title."""

    FILE = QT_TRANSLATE_NOOP("Actions", "&File")
    EDIT = QT_TRANSLATE_NOOP("Actions", "&Edit")
    TORRENT = QT_TRANSLATE_NOOP("Actions", "&Torrent")
    QUEUE = QT_TRANSLATE_NOOP("Actions", "&Queue")
    COPY = QT_TRANSLATE_NOOP("Actions", "&Copy")
    LABELS = QT_TRANSLATE_NOOP("Actions", "&Labels")
    FILES = QT_TRANSLATE_NOOP("Actions", "&Files")
    PEERS = QT_TRANSLATE_NOOP("Actions", "P&eers")
    PIECES = QT_TRANSLATE_NOOP("Actions", "P&ieces")
    TRACKERS = QT_TRANSLATE_NOOP("Actions", "Trac&kers")
    VIEW = QT_TRANSLATE_NOOP("Actions", "&View")
    COLUMNS = QT_TRANSLATE_NOOP("Actions", "&Columns")
    COLOURS = QT_TRANSLATE_NOOP("Actions", "C&olours")
    HELP = QT_TRANSLATE_NOOP("Actions", "&Help")


def always(_selected: Selection) -> bool:
    """Needs no torrent."""
    return True


def some(selected: Selection) -> bool:
    """Needs at least one torrent."""
    return bool(selected)


def one_known(selected: Selection) -> bool:
    """Needs one torrent whose files are known."""
    return len(selected) == 1 and selected[0].has_metadata


def queued(selected: Selection) -> bool:
    """Needs a torrent that has a place in the queue."""
    return any(t.queue is not None for t in selected)


def startable(selected: Selection) -> bool:
    """Needs a torrent that does not run by itself already."""
    return any(t.paused or t.forced or t.state is State.ERROR for t in selected)


def not_forced(selected: Selection) -> bool:
    """Needs a torrent that the queue rules."""
    return any(not t.forced for t in selected)


def running(selected: Selection) -> bool:
    """Needs a torrent that is not paused."""
    return any(not t.paused for t in selected)


def checkable(selected: Selection) -> bool:
    """Needs a torrent whose pieces are known."""
    return any(t.has_metadata and t.state is not State.CHECKING for t in selected)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionRow:
    """One action. Its key names the method of the handler that does it."""

    key: str
    text: str
    menu: Menu
    icon: str = ""
    shortcuts: tuple[str, ...] = ()
    enabled: Callable[[Selection], bool] = always
    checked: Callable[[Selection], bool] | None = None
    """Makes it a toggle that shows this of the selection."""
    toggle: bool = False
    """A toggle whose state its handler keeps."""
    short: str = ""
    """The word beside its icon in the tool bar; the text without mnemonic if empty."""
    tip: str = ""
    context: bool = False
    """In the torrent's context menu too."""
    separator: bool = False
    """A line stands above it."""
    in_list: bool = False
    """Its shortcuts work while the list has the keyboard: elsewhere the keys mean something else, or too much."""


ACTIONS: tuple[ActionRow, ...] = (
    ActionRow(
        key="open_files",
        text=QT_TRANSLATE_NOOP("Actions", "&Open torrents…"),
        short=QT_TRANSLATE_NOOP("Actions", "Add torrent"),
        menu=Menu.FILE,
        icon="add",
        shortcuts=("Ctrl+O",),
    ),
    ActionRow(
        key="open_link",
        text=QT_TRANSLATE_NOOP("Actions", "Open &link…"),
        menu=Menu.FILE,
        icon="link",
        shortcuts=("Ctrl+Shift+O", "Ctrl+U"),
    ),
    ActionRow(
        key="paste",
        text=QT_TRANSLATE_NOOP("Actions", "&Paste link"),
        short=QT_TRANSLATE_NOOP("Actions", "Paste link"),
        tip=QT_TRANSLATE_NOOP("Actions", "Open the links, hashes or files on the clipboard"),
        menu=Menu.FILE,
        icon="magnet",
        shortcuts=("Ctrl+V",),
    ),
    ActionRow(
        key="export_list",
        text=QT_TRANSLATE_NOOP("Actions", "E&xport the list as CSV…"),
        tip=QT_TRANSLATE_NOOP("Actions", "Write the torrents and columns that are shown into a file"),
        menu=Menu.FILE,
        separator=True,
    ),
    ActionRow(
        key="quit",
        text=QT_TRANSLATE_NOOP("Actions", "&Quit"),
        menu=Menu.FILE,
        icon="quit",
        shortcuts=("Ctrl+Q",),
        separator=True,
    ),
    ActionRow(
        key="select_all",
        text=QT_TRANSLATE_NOOP("Actions", "Select &all"),
        menu=Menu.EDIT,
        icon="select-all",
        shortcuts=("Ctrl+A",),
        in_list=True,
    ),
    ActionRow(
        key="find_torrents",
        text=QT_TRANSLATE_NOOP("Actions", "&Filter the list"),
        menu=Menu.EDIT,
        icon="search",
        shortcuts=("Ctrl+F",),
    ),
    ActionRow(
        key="find_files",
        text=QT_TRANSLATE_NOOP("Actions", "Find f&iles of the torrent"),
        menu=Menu.EDIT,
        shortcuts=("Ctrl+Shift+F",),
        enabled=one_known,
    ),
    ActionRow(
        key="excluded_files",
        text=QT_TRANSLATE_NOOP("Actions", "Files that are &never downloaded…"),
        menu=Menu.EDIT,
        separator=True,
    ),
    ActionRow(key="banned_peers", text=QT_TRANSLATE_NOOP("Actions", "&Banned peers…"), menu=Menu.EDIT),
    ActionRow(
        key="start",
        text=QT_TRANSLATE_NOOP("Actions", "&Start"),
        menu=Menu.TORRENT,
        icon="start",
        shortcuts=("Ctrl+S",),
        enabled=startable,
        context=True,
    ),
    ActionRow(
        key="force_start",
        text=QT_TRANSLATE_NOOP("Actions", "Start &now"),
        tip=QT_TRANSLATE_NOOP("Actions", "Start whatever the queue says"),
        menu=Menu.TORRENT,
        icon="force-start",
        shortcuts=("Ctrl+Shift+S",),
        enabled=not_forced,
        context=True,
    ),
    ActionRow(
        key="pause",
        text=QT_TRANSLATE_NOOP("Actions", "&Pause"),
        menu=Menu.TORRENT,
        icon="pause",
        shortcuts=("Ctrl+P",),
        enabled=running,
        context=True,
    ),
    ActionRow(
        key="queue_top",
        text=QT_TRANSLATE_NOOP("Actions", "To the &top of the queue"),
        menu=Menu.QUEUE,
        icon="queue-top",
        shortcuts=("Alt+Home",),
        enabled=queued,
        context=True,
        in_list=True,
    ),
    ActionRow(
        key="queue_up",
        text=QT_TRANSLATE_NOOP("Actions", "&Up the queue"),
        menu=Menu.QUEUE,
        icon="queue-up",
        shortcuts=("Alt+Up",),
        enabled=queued,
        context=True,
        in_list=True,
    ),
    ActionRow(
        key="queue_down",
        text=QT_TRANSLATE_NOOP("Actions", "&Down the queue"),
        menu=Menu.QUEUE,
        icon="queue-down",
        shortcuts=("Alt+Down",),
        enabled=queued,
        context=True,
        in_list=True,
    ),
    ActionRow(
        key="queue_bottom",
        text=QT_TRANSLATE_NOOP("Actions", "To the &bottom of the queue"),
        menu=Menu.QUEUE,
        icon="queue-bottom",
        shortcuts=("Alt+End",),
        enabled=queued,
        context=True,
        in_list=True,
    ),
    ActionRow(
        key="sequential",
        text=QT_TRANSLATE_NOOP("Actions", "Do&wnload in order"),
        menu=Menu.TORRENT,
        icon="sequential",
        enabled=some,
        checked=lambda ts: bool(ts) and all(t.sequential for t in ts),
        context=True,
        separator=True,
    ),
    ActionRow(
        key="first_last",
        text=QT_TRANSLATE_NOOP("Actions", "Firs&t and last pieces first"),
        menu=Menu.TORRENT,
        icon="first-last",
        enabled=some,
        checked=lambda ts: bool(ts) and all(t.first_last for t in ts),
        context=True,
    ),
    ActionRow(
        key="recheck",
        text=QT_TRANSLATE_NOOP("Actions", "Rec&heck the data"),
        menu=Menu.TORRENT,
        icon="recheck",
        shortcuts=("Ctrl+R",),
        enabled=checkable,
        context=True,
        separator=True,
    ),
    ActionRow(
        key="reannounce",
        text=QT_TRANSLATE_NOOP("Actions", "&Ask trackers for peers"),
        menu=Menu.TORRENT,
        icon="reannounce",
        shortcuts=("Ctrl+T",),
        enabled=running,
        context=True,
    ),
    ActionRow(
        key="open_folder",
        text=QT_TRANSLATE_NOOP("Actions", "&Open the folder"),
        menu=Menu.TORRENT,
        icon="folder-open",
        shortcuts=("Ctrl+E",),
        enabled=some,
        context=True,
        separator=True,
    ),
    ActionRow(key="copy_name", text=QT_TRANSLATE_NOOP("Actions", "&Name"), menu=Menu.COPY, enabled=some, context=True),
    ActionRow(
        key="copy_magnet",
        text=QT_TRANSLATE_NOOP("Actions", "&Magnet link"),
        menu=Menu.COPY,
        icon="magnet",
        shortcuts=("Ctrl+M",),
        enabled=some,
        context=True,
    ),
    ActionRow(
        key="copy_hash", text=QT_TRANSLATE_NOOP("Actions", "Info-&hash"), menu=Menu.COPY, enabled=some, context=True
    ),
    ActionRow(
        key="copy_path", text=QT_TRANSLATE_NOOP("Actions", "Save &folder"), menu=Menu.COPY, enabled=some, context=True
    ),
    ActionRow(
        key="remove",
        text=QT_TRANSLATE_NOOP("Actions", "&Remove…"),
        short=QT_TRANSLATE_NOOP("Actions", "Remove"),
        menu=Menu.TORRENT,
        icon="remove",
        shortcuts=("Del",),
        enabled=some,
        context=True,
        separator=True,
        in_list=True,
    ),
    ActionRow(
        key="remove_data",
        text=QT_TRANSLATE_NOOP("Actions", "Remove with its &data…"),
        menu=Menu.TORRENT,
        shortcuts=("Shift+Del",),
        enabled=some,
        context=True,
        in_list=True,
    ),
    ActionRow(
        key="details",
        text=QT_TRANSLATE_NOOP("Actions", "&Details"),
        menu=Menu.VIEW,
        icon="properties",
        shortcuts=("Ctrl+D", "Alt+Return"),
        toggle=True,
    ),
    ActionRow(
        key="sidebar",
        text=QT_TRANSLATE_NOOP("Actions", "&Sidebar"),
        menu=Menu.VIEW,
        shortcuts=("F7",),
        toggle=True,
    ),
    ActionRow(
        key="slow_mode",
        text=QT_TRANSLATE_NOOP("Actions", "S&low mode"),
        tip=QT_TRANSLATE_NOOP("Actions", "Use the limits of slow mode"),
        menu=Menu.VIEW,
        icon="turtle",
        shortcuts=("Ctrl+L",),
        toggle=True,
        separator=True,
    ),
    ActionRow(
        key="colours_system", text=QT_TRANSLATE_NOOP("Actions", "As the &system"), menu=Menu.COLOURS, toggle=True
    ),
    ActionRow(key="colours_light", text=QT_TRANSLATE_NOOP("Actions", "&Light"), menu=Menu.COLOURS, toggle=True),
    ActionRow(key="colours_dark", text=QT_TRANSLATE_NOOP("Actions", "&Dark"), menu=Menu.COLOURS, toggle=True),
    ActionRow(
        key="next_pane",
        text=QT_TRANSLATE_NOOP("Actions", "&Next pane"),
        menu=Menu.VIEW,
        shortcuts=("F6",),
        separator=True,
    ),
    ActionRow(
        key="previous_pane",
        text=QT_TRANSLATE_NOOP("Actions", "&Previous pane"),
        menu=Menu.VIEW,
        shortcuts=("Shift+F6",),
    ),
    ActionRow(
        key="about",
        text=QT_TRANSLATE_NOOP("Actions", "&About Starling"),
        menu=Menu.HELP,
        icon="about",
        shortcuts=("F1",),
    ),
)

TOOLBAR: tuple[tuple[str, ...], ...] = (
    ("open_files", "paste"),
    ("start", "pause", "remove"),
    ("queue_up", "queue_down"),
    ("slow_mode",),
)
"""Keys by group; the first one is the primary button and keeps its words in narrow windows."""

SUBMENUS = {
    Menu.QUEUE: Menu.TORRENT,
    Menu.COPY: Menu.TORRENT,
    Menu.LABELS: Menu.TORRENT,
    Menu.FILES: Menu.TORRENT,
    Menu.PEERS: Menu.TORRENT,
    Menu.PIECES: Menu.TORRENT,
    Menu.TRACKERS: Menu.TORRENT,
    Menu.COLUMNS: Menu.VIEW,
    Menu.COLOURS: Menu.VIEW,
}
"""Submenus and the menus they are in."""
TOP = (Menu.FILE, Menu.EDIT, Menu.TORRENT, Menu.VIEW, Menu.HELP)
"""The menu bar."""
SUBMENUS_AFTER: dict[str, tuple[Menu, ...]] = {
    "pause": (Menu.QUEUE,),
    "reannounce": (Menu.FILES, Menu.PEERS, Menu.TRACKERS, Menu.PIECES),
    "open_folder": (Menu.COPY,),
    "first_last": (Menu.LABELS,),
    "sidebar": (Menu.COLUMNS,),
    "slow_mode": (Menu.COLOURS,),
}
"""Submenus by the key of the action they stand below."""
TABS = {Menu.FILES: "files", Menu.PEERS: "peers", Menu.TRACKERS: "trackers", Menu.PIECES: "pieces"}
"""Submenus about what is selected in a tab of the details, with the key of its page."""
