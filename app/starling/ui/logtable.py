# SPDX-License-Identifier: GPL-3.0-or-later
"""The columns of the log, one row of data each, and what its filters let through."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QDate, QDateTime
from PySide6.QtWidgets import QComboBox

from starling import formats
from starling.i18n import translate
from starling.logbook import Area, Entry, Level
from starling.spelling import fold
from starling.ui.column import Column, Export, Icon, Unit, natural
from starling.ui.theme import Token

_ICONS = {
    Level.DEBUG: Icon("wrench", Token.MUTED),
    Level.INFO: Icon("info", Token.ACCENT),
    Level.WARNING: Icon("warning", Token.WARN),
    Level.ERROR: Icon("error", Token.ERR),
}


def offer_levels(box: QComboBox) -> None:
    """Fills a combo box whose data is the least `Level` that is shown."""
    for text, level in (
        (translate("Log", "All levels"), Level.DEBUG),
        (translate("Log", "Info and graver"), Level.INFO),
        (translate("Log", "Warnings and errors"), Level.WARNING),
        (translate("Log", "Errors"), Level.ERROR),
    ):
        box.addItem(text, level)
    box.setAccessibleName(translate("Log", "Level"))


def offer_times(box: QComboBox) -> None:
    """Fills a combo box whose data is the age in seconds up to which is shown, 0 for any."""
    for text, age in (
        (translate("Log", "Any time"), 0),
        (translate("Log", "Last 5 minutes"), 300),
        (translate("Log", "Last hour"), 3600),
        (translate("Log", "Last 24 hours"), 86_400),
    ):
        box.addItem(text, age)
    box.setAccessibleName(translate("Log", "Time"))


def forgotten() -> str:
    """Instead of entries about a torrent, where there were some."""
    return translate("Log", "What happened to it is no longer in the log.")


Names = Callable[[str], str]
"""What a torrent with this id is called, empty if it is not in the list."""


def columns(names: Names) -> tuple[Column[Entry], ...]:
    """`names` is asked where an entry does not know what its torrent is called."""

    def name(entry: Entry) -> str:
        return entry.name or (names(entry.torrent) if entry.torrent else "")

    return (
        Column(
            key="time",
            title=translate("Log", "Time"),
            # In the order of writing, whatever the clock did.
            value=lambda entry: entry.number,
            text=_when,
            tooltip=lambda entry: formats.moment(entry.at),
            width=96,
            exports=(Export(translate("Log", "Time"), lambda entry: entry.at, Unit.MOMENT),),
            colour=Token.MUTED,
        ),
        Column(
            key="level",
            title=translate("Log", "Level"),
            value=lambda entry: int(entry.level),
            text=lambda entry: entry.level.title,
            icon=lambda entry: _ICONS[entry.level],
            width=124,
            falling=True,
            exports=(Export(translate("Log", "Level"), lambda entry: entry.level.title),),
        ),
        Column(
            key="area",
            title=translate("Log", "Area"),
            value=lambda entry: entry.area.title,
            text=lambda entry: entry.area.title,
            width=100,
            colour=Token.MUTED,
        ),
        Column(
            key="torrent",
            title=translate("Log", "Torrent"),
            value=lambda entry: natural(name(entry)),
            text=name,
            width=160,
        ),
        Column(
            key="text",
            title=translate("Log", "What happened"),
            value=lambda entry: natural(entry.text),
            # One line: what a program says may have several.
            text=lambda entry: " ".join(entry.text.splitlines()),
            tooltip=lambda entry: entry.text,
            width=360,
            stretch=True,
        ),
    )


def story_columns() -> tuple[Column[Entry], ...]:
    """Of the log of one torrent: the level is the icon before the sentence."""
    by_key = {column.key: column for column in columns(no_name)}
    told = replace(
        by_key["text"],
        icon=lambda entry: _ICONS[entry.level],
        spoken=lambda entry: f"{entry.level.title}: {entry.text}",
    )
    peer = Column[Entry](
        key="peer",
        title=translate("Log", "Peer"),
        value=lambda entry: natural(entry.peer),
        text=lambda entry: entry.peer,
        width=150,
        hidden=True,
    )
    return (by_key["time"], told, *(replace(by_key[key], hidden=True) for key in ("level", "area")), peer)


def _when(entry: Entry) -> str:
    if QDateTime.fromSecsSinceEpoch(int(entry.at)).date() == QDate.currentDate():
        return formats.clock(entry.at, exact=True)
    return f"{formats.weekday(entry.at)}, {formats.clock(entry.at)}"


def no_name(_id: str) -> str:
    """The `Names` of who knows that they are not asked for."""
    return ""


@dataclass(frozen=True, slots=True)
class LogFilter:
    """What is shown of the log."""

    least: Level = Level.DEBUG
    area: Area | None = None
    torrent: str = ""
    """Id; empty for all and none."""
    words: tuple[str, ...] = ()
    """Folded; all of them are in what happened or in the torrent's name."""
    peer: str = ""
    """Part of the address of the peer that it is about."""
    after: float = 0.0
    """Unix time; what happened before is not shown."""

    @property
    def lets_all_through(self) -> bool:
        return self == LogFilter()

    def predicate(self, names: Names) -> Callable[[Entry], bool]:
        """Whether it lets an entry through."""
        least, area, torrent, words = self.least, self.area, self.torrent, self.words
        peer, after = self.peer, self.after

        def matches(entry: Entry) -> bool:
            if entry.level < least or (area is not None and entry.area is not area):
                return False
            if (torrent and entry.torrent != torrent) or peer not in entry.peer or entry.at < after:
                return False
            if not words:
                return True
            text = fold(f"{entry.text}\n{entry.name or (names(entry.torrent) if entry.torrent else '')}")
            return all(word in text for word in words)

        return matches
