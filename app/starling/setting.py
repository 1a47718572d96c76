# SPDX-License-Identifier: GPL-3.0-or-later
"""What a setting is: a typed handle with its default, its limits and its words; the table of them is in `settings`."""

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import Any, Generic, TypeGuard, TypeVar, cast

from PySide6.QtCore import QCoreApplication

T = TypeVar("T")
_SURROGATE = re.compile("[\ud800-\udfff]")
INT_MAX = 2**31 - 1
"""libtorrent's settings are 32 bits wide and it cuts off what does not fit without a word."""
RATE_MAX = 1_000_000_000
"""Bytes a second: with limits near the end of 32 bits libtorrent's quota overflows, and it transfers nothing."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802  (the name lupdate looks for)
    """Mark a text that is translated where it is shown; PySide6's own is typed to give any object."""
    return text


NO_LIMIT = QT_TRANSLATE_NOOP("Settings", "no limit")


class Page(Enum):
    """A page of the preferences; the value is its title in English."""

    GENERAL = QT_TRANSLATE_NOOP("Settings", "General")
    DOWNLOADS = QT_TRANSLATE_NOOP("Settings", "Downloads")
    AUTOMATION = QT_TRANSLATE_NOOP("Settings", "Automation")
    LABELS = QT_TRANSLATE_NOOP("Settings", "Labels")
    SPEED = QT_TRANSLATE_NOOP("Settings", "Speed")
    SCHEDULE = QT_TRANSLATE_NOOP("Settings", "Schedule")
    QUEUE = QT_TRANSLATE_NOOP("Settings", "Queue")
    SEEDING = QT_TRANSLATE_NOOP("Settings", "Seeding")
    CONNECTION = QT_TRANSLATE_NOOP("Settings", "Connection")
    PROTOCOL = QT_TRANSLATE_NOOP("Settings", "Protocol")
    PRIVACY = QT_TRANSLATE_NOOP("Settings", "Privacy")
    REMOTE = QT_TRANSLATE_NOOP("Settings", "Remote")
    NOTIFICATIONS = QT_TRANSLATE_NOOP("Settings", "Notifications")
    APPEARANCE = QT_TRANSLATE_NOOP("Settings", "Appearance")
    ADVANCED = QT_TRANSLATE_NOOP("Settings", "Advanced")

    @property
    def title(self) -> str:
        return QCoreApplication.translate("Settings", str(self.value))


class Unit(Enum):
    """What a number counts."""

    NONE = "none"
    RATE = "bytes per second"
    BYTES = "bytes"
    SECONDS = "seconds"
    MINUTES = "minutes"
    DAYS = "days"
    PERCENT = "percent"
    RATIO = "ratio"
    """Uploaded to downloaded."""


class Form(Enum):
    """How a value is edited where its type does not tell."""

    PLAIN = "plain"
    """By its type: a box to tick, a number with its unit, a text, a choice, a list of texts one per line."""
    FOLDER = "folder"
    FILE = "file"
    PASSWORD = "password"  # noqa: S105  (no password, but how one is asked for)
    ARGUMENTS = "arguments"
    """A program and its arguments, a tuple of texts."""
    OWN = "own"
    """By an editor of its own, on its page or in a dialog."""


@dataclass(frozen=True, slots=True)
class Rule(Generic[T]):
    """Some values of another setting decide what holds, whatever the user's own value is."""

    by: "Setting[Any]"
    values: Mapping[Any, T]
    """What holds, by those values; with any other one the user's own does."""


@dataclass(frozen=True, slots=True, eq=False)
class Setting(Generic[T]):
    """One row of the table. The words are English source texts; the properties beside them are translated."""

    key: str
    """``table.name`` in settings.toml."""
    initial: T | Callable[[], T]
    """The default, or what finds it when it depends on the user's system."""
    page: Page
    label_source: str
    help_source: str = ""
    minimum: float = 0
    maximum: float = INT_MAX
    unit: Unit = Unit.NONE
    zero_source: str = ""
    """What stands for 0 where 0 is not a number: no limit."""
    choices_source: tuple[tuple[T, str], ...] = ()
    check: Callable[[T], None] | None = None
    """Raises ValueError(sentence) for what has the right type and yet is wrong."""
    section_source: str = ""
    """The head on its page that it stands under; empty for the one of the row before it."""
    form: Form = Form.PLAIN
    needs: "Setting[bool] | None" = None
    """Has no effect while that one is off."""
    rule: Rule[T] | None = None
    """By what it may be overruled."""
    at_start: bool = False
    """Another value holds from the next start on."""
    read: Callable[[object], T] | None = None
    """For values that are no number, text or list of texts: takes what TOML has, raises ValueError(sentence)."""
    write: Callable[[T], object] | None = None
    """The other way round."""
    most: int = 10_000
    """Entries of a list that is set; what stands in the file is not cut."""
    closed: T | None = None
    """Used instead of a value of the file that can't be read, where the default would open what was to be closed."""
    holds: bool = False
    """Nothing is transferred while its value in the file can't be read: no other is sure to be as closed."""
    secret: bool = False
    """Its value is said nowhere: the log and the notices are read by others."""

    @property
    def default(self) -> T:
        return self.initial() if callable(self.initial) else self.initial

    @property
    def guards(self) -> bool:
        """Whether another value than the default is there to keep something closed."""
        return self.closed is not None or (self.holds and not isinstance(self.default, Mapping))

    @property
    def label(self) -> str:
        return QCoreApplication.translate("Settings", self.label_source)

    @property
    def help(self) -> str:
        return QCoreApplication.translate("Settings", self.help_source)

    @property
    def section(self) -> str:
        return QCoreApplication.translate("Settings", self.section_source)

    @property
    def zero(self) -> str:
        return QCoreApplication.translate("Settings", self.zero_source)

    @property
    def choices(self) -> tuple[tuple[T, str], ...]:
        """Values and their words, in the order to offer them."""
        return tuple((value, QCoreApplication.translate("Settings", text)) for value, text in self.choices_source)

    def accept(self, raw: object) -> T:
        """Turn a value of settings.toml or of a dialog into this setting's; ValueError(sentence) if it cannot be."""
        value = self.read(raw) if self.read is not None else cast("T", _CONVERTERS[_kind(self.default)](self, raw))
        if self.check is not None:
            self.check(value)
        return value

    def salvaged(self, raw: object) -> T | None:
        """What can be used of a list or table that `accept` refuses; None if that is nothing, or makes no sense."""
        if self.form is Form.ARGUMENTS:
            return None
        if isinstance(self.default, tuple):
            entries = raw if isinstance(raw, list) else [raw]
            return self._all_of([each for each in entries if self._takes([each])])
        if isinstance(self.default, Mapping) and isinstance(raw, Mapping):
            good = {key: value for key, value in raw.items() if self._takes({key: value})}
            return self.accept(good) if good and self._takes(good) else None
        return None

    def _all_of(self, good: list[object]) -> T | None:
        """Those that get on with each other: of two with one name the first."""
        if good and not self._takes(good):
            fitting: list[object] = []
            for each in good:
                if self._takes([*fitting, each]):
                    fitting.append(each)
            good = fitting
        return self.accept(good) if good else None

    def _takes(self, raw: object) -> bool:
        try:
            self.accept(raw)
        except ValueError:
            return False
        return True

    def stored(self, value: T) -> object:
        """The form of a value in TOML."""
        return stored(value) if self.write is None else self.write(value)

    def fits(self, value: T, before: T) -> None:
        """Raises ValueError(sentence) for a list that has grown too long."""
        if isinstance(value, tuple) and isinstance(before, tuple) and len(value) > max(self.most, len(before)):
            text = QCoreApplication.translate("Settings", "“{label}” takes {count} entries at most.")
            raise self.refuse(text, count=self.most)

    def refuse(self, text: str, **parts: object) -> ValueError:
        """The error whose sentence is ``text``, translated, with this setting's name in it."""
        return ValueError(text.format(label=self.label, **parts))


def stored(value: object) -> object:
    """The form in TOML of a value that is nothing special."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return list(value)
    return dict(value) if isinstance(value, Mapping) else value


def _kind(default: object) -> type:
    return next((kind for kind in (Enum, Mapping) if isinstance(default, kind)), type(default))


def _bool(setting: Setting[T], raw: object) -> bool:
    if isinstance(raw, bool):
        return raw
    raise setting.refuse(QCoreApplication.translate("Settings", "“{label}” is either true or false."))


def _int(setting: Setting[T], raw: object) -> int:
    low, high = int(setting.minimum), int(setting.maximum)
    if isinstance(raw, int) and not isinstance(raw, bool):
        if low <= raw <= high:
            return raw
        text = QCoreApplication.translate("Settings", "“{label}” must be from {low} to {high}.")
        raise setting.refuse(text, low=low, high=high)
    raise setting.refuse(QCoreApplication.translate("Settings", "“{label}” must be a whole number."))


def _float(setting: Setting[T], raw: object) -> float:
    low, high = setting.minimum, setting.maximum
    if isinstance(raw, int | float) and not isinstance(raw, bool) and math.isfinite(raw):
        if low <= raw <= high:
            return float(raw)
        text = QCoreApplication.translate("Settings", "“{label}” must be from {low} to {high}.")
        raise setting.refuse(text, low=f"{low:g}", high=f"{high:g}")
    raise setting.refuse(QCoreApplication.translate("Settings", "“{label}” must be a number."))


def _str(setting: Setting[T], raw: object) -> str:
    if _is_text(raw):
        return raw
    raise setting.refuse(QCoreApplication.translate("Settings", "“{label}” must be a text."))


def _is_text(raw: object) -> TypeGuard[str]:
    """Lone surrogates, which stand for bytes of a file name that are no UTF-8, cannot be written as TOML."""
    return isinstance(raw, str) and not _SURROGATE.search(raw)


def _enum(setting: Setting[T], raw: object) -> Enum:
    for value, _ in setting.choices_source:
        if isinstance(value, Enum) and (raw is value or raw == value.value):
            return value
    names = ", ".join(str(stored(value)) for value, _ in setting.choices_source)
    raise setting.refuse(QCoreApplication.translate("Settings", "“{label}” must be one of {names}."), names=names)


def _texts(setting: Setting[T], raw: object) -> tuple[str, ...]:
    if isinstance(raw, list | tuple) and all(_is_text(text) for text in raw):
        return tuple(raw)
    raise setting.refuse(QCoreApplication.translate("Settings", "“{label}” must be a list of texts."))


def _table(setting: Setting[T], raw: object) -> Mapping[str, int | bool | str]:
    if isinstance(raw, Mapping) and all(
        _is_text(key) and (isinstance(value, int) or _is_text(value)) for key, value in raw.items()
    ):
        return MappingProxyType(dict(raw))
    text = QCoreApplication.translate("Settings", "“{label}” must be a table of numbers, texts, true and false.")
    raise setting.refuse(text)


_CONVERTERS: dict[type, Callable[[Setting[Any], object], object]] = {
    bool: _bool,
    int: _int,
    float: _float,
    str: _str,
    Enum: _enum,
    tuple: _texts,
    Mapping: _table,
}
