# SPDX-License-Identifier: GPL-3.0-or-later
"""What there is to say of one of libtorrent's settings: its kind, limits, words, and who decides it."""

from dataclasses import dataclass, field
from enum import Enum

from PySide6.QtCore import QCoreApplication

from starling.setting import INT_MAX, QT_TRANSLATE_NOOP

INT_MIN = -INT_MAX - 1

Named = tuple[tuple[int, str], ...]
"""Numbers and what they stand for, in English."""
NO_LIMIT: Named = ((0, QT_TRANSLATE_NOOP("Advanced", "no limit")),)
UNLIMITED: Named = ((-1, QT_TRANSLATE_NOOP("Advanced", "no limit")),)


class Kind(Enum):
    """How a value is edited."""

    SWITCH = "switch"
    NUMBER = "number"
    CHOICE = "choice"
    """One of a few numbers, each with a name."""
    TEXT = "text"
    ADDRESS = "address"
    """A text: an IP address, or nothing."""


class Group(Enum):
    """What the settings are shown under, in this order; the value is the title in English."""

    CONNECTIONS = QT_TRANSLATE_NOOP("Advanced", "Connections")
    LISTENING = QT_TRANSLATE_NOOP("Advanced", "Listening")
    RATES = QT_TRANSLATE_NOOP("Advanced", "Rates")
    BUFFERS = QT_TRANSLATE_NOOP("Advanced", "Buffers")
    UTP = "µTP"
    QUEUE = QT_TRANSLATE_NOOP("Advanced", "Queue")
    CHOKING = QT_TRANSLATE_NOOP("Advanced", "Choking")
    PICKING = QT_TRANSLATE_NOOP("Advanced", "Pieces and requests")
    DISK = QT_TRANSLATE_NOOP("Advanced", "Disk and checking")
    TRACKERS = QT_TRANSLATE_NOOP("Advanced", "Trackers")
    WEB_SEEDS = QT_TRANSLATE_NOOP("Advanced", "Web seeds")
    DHT = "DHT"
    DISCOVERY = QT_TRANSLATE_NOOP("Advanced", "Local peers and the router")
    METADATA = QT_TRANSLATE_NOOP("Advanced", "Magnet links")
    IDENTITY = QT_TRANSLATE_NOOP("Advanced", "Identity")
    ENCRYPTION = QT_TRANSLATE_NOOP("Advanced", "Encryption")
    PROXY = QT_TRANSLATE_NOOP("Advanced", "Proxy")
    I2P = "I2P"
    WEBTORRENT = "WebTorrent"
    ALERTS = QT_TRANSLATE_NOOP("Advanced", "Messages to Starling")
    IDLE = QT_TRANSLATE_NOOP("Advanced", "Without effect")
    """What libtorrent still knows by name and no longer reads, or not in the way that Starling uses it."""

    @property
    def title(self) -> str:
        return translated(str(self.value))


class Unit(Enum):
    """What a number counts; the value is what stands behind it, in English."""

    NONE = ""
    SECONDS = "s"
    MILLISECONDS = "ms"
    BYTES = QT_TRANSLATE_NOOP("Advanced", "bytes")
    RATE = QT_TRANSLATE_NOOP("Advanced", "bytes/s")
    PERCENT = "%"
    BLOCKS = QT_TRANSLATE_NOOP("Advanced", "blocks of 16 KiB")

    @property
    def suffix(self) -> str:
        return translated(str(self.value)) if self.value else ""


class When(Enum):
    """From when on a change holds; the value is a sentence in English, if there is something to say."""

    NOW = ""
    NEXT = QT_TRANSLATE_NOOP("Advanced", "Holds for what begins after the change.")
    """New connections, new torrents, the next request."""
    LISTENING = QT_TRANSLATE_NOOP("Advanced", "Holds when the ports are opened the next time.")
    RESTART = QT_TRANSLATE_NOOP("Advanced", "Holds from the next start of Starling.")

    @property
    def sentence(self) -> str:
        return translated(str(self.value)) if self.value else ""


def translated(source: str) -> str:
    """What stands for a text of the catalogue in the user's language."""
    return QCoreApplication.translate("Advanced", source)


@dataclass(frozen=True, slots=True)
class Row:
    """One setting. The words are English source texts; the properties beside them are translated.

    The default is libtorrent's to tell, see `engine.defaults`.
    """

    key: str
    """libtorrent's name, also in ``[advanced.session]`` of settings.toml."""
    kind: Kind
    group: Group
    help_source: str
    minimum: int = 0
    maximum: int = INT_MAX
    """Of a number; of a text its length in bytes, 0 for any."""
    unit: Unit = Unit.NONE
    named_source: Named = ()
    """All values of a choice; of a number those that are none: -1 for no limit."""
    when: When = When.NOW
    reason_source: str = ""
    """Why Starling gives it a value of its own."""
    fixed: bool = False
    """Cannot be changed, for that reason."""
    owners: tuple[str, ...] = field(default=(), kw_only=True)
    """Keys of the settings of Starling that decide it, the first one before all; filled in by the table."""

    @property
    def help(self) -> str:
        return translated(self.help_source)

    @property
    def named(self) -> Named:
        return tuple((value, translated(text)) for value, text in self.named_source)

    @property
    def reason(self) -> str:
        return translated(self.reason_source) if self.reason_source else ""

    @property
    def idle(self) -> bool:
        """Whether a change of it would change nothing."""
        return self.group is Group.IDLE

    @property
    def editable(self) -> bool:
        """Whether the page of all settings lets it be changed: it is in effect and nothing else decides it."""
        return not (self.fixed or self.idle or self.owners)


class Shelf:
    """Makes the rows of one group."""

    def __init__(self, group: Group) -> None:
        self._group = group

    def switch(self, key: str, help: str, *, when: When = When.NOW, reason: str = "", fixed: bool = False) -> Row:
        return Row(key, Kind.SWITCH, self._group, help, 0, 1, when=when, reason_source=reason, fixed=fixed)

    def number(
        self,
        key: str,
        help: str,
        minimum: int = 0,
        maximum: int = INT_MAX,
        unit: Unit = Unit.NONE,
        *,
        named: Named = (),
        when: When = When.NOW,
        reason: str = "",
        fixed: bool = False,
    ) -> Row:
        return Row(key, Kind.NUMBER, self._group, help, minimum, maximum, unit, named, when, reason, fixed)

    def choice(self, key: str, help: str, *named: tuple[int, str], when: When = When.NOW) -> Row:
        values = [value for value, _ in named]
        return Row(key, Kind.CHOICE, self._group, help, min(values), max(values), named_source=named, when=when)

    def text(
        self,
        key: str,
        help: str,
        kind: Kind = Kind.TEXT,
        *,
        longest: int = 0,
        when: When = When.NOW,
        reason: str = "",
        fixed: bool = False,
    ) -> Row:
        return Row(key, kind, self._group, help, 0, longest, when=when, reason_source=reason, fixed=fixed)
