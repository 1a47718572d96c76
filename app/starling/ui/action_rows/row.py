# SPDX-License-Identifier: GPL-3.0-or-later
"""What an action of the main window is: its words, its menu, its keys, and when it is possible."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from starling.setting import QT_TRANSLATE_NOOP
from starling.torrent import State, Torrent
from starling.ui.whytone import is_told

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


def one(selected: Selection) -> bool:
    """Needs one torrent."""
    return len(selected) == 1


def known(selected: Selection) -> bool:
    """Needs a torrent whose files are known."""
    return any(t.has_metadata for t in selected)


def on_the_way(selected: Selection) -> bool:
    """Needs a torrent whose data are being moved."""
    return any(t.moving is not None for t in selected)


def queued(selected: Selection) -> bool:
    """Needs a torrent that has a place in the queue."""
    return any(t.queue is not None for t in selected)


def startable(selected: Selection) -> bool:
    """Needs a torrent that does not run by itself already."""
    return any(t.paused or t.forced or t.state is State.ERROR for t in selected)


def not_forced(selected: Selection) -> bool:
    """Needs a torrent that the queue rules, or that the schedule has wait."""
    return any(not t.forced or t.wait is not None for t in selected)


def running(selected: Selection) -> bool:
    """Needs a torrent that is not paused."""
    return any(not t.paused for t in selected)


def explained(selected: Selection) -> bool:
    """Needs a torrent that something keeps from moving."""
    return any(map(is_told, selected))


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
