# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps the values of settings that differ from their defaults in a TOML file, and forgives what is wrong in it."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import tomli_w
from PySide6.QtCore import QCoreApplication, QObject, Signal

from starling import formats
from starling.saving import LARGEST, Loaded, Saver, Write, damaged_copy, load
from starling.setting import Setting

T = TypeVar("T")
_HEAD = "# Starling's settings: only what differs from the defaults.\n\n"


class SettingsStore(QObject):
    """Values for the handles of a table, each valid or its default."""

    changed = Signal(str)
    """The key of a setting that has another value now."""

    def __init__(
        self,
        table: Mapping[str, Setting[Any]],
        path: Path,
        write: Write,
        parent: QObject | None = None,
        *,
        lost: Mapping[str, Any] | None = None,
    ) -> None:
        """`lost`: what holds, by key, where the file and all before it are damaged."""
        super().__init__(parent)
        self._table = table
        loaded = load(path, _parse)
        self._document = loaded.value or {}
        """As it stands in the file, with what is unknown and what is wrong, until that is overwritten."""
        self._values: dict[str, Any] = {}
        self._wrong: dict[str, str] = {}
        """Sentences about values of the file that could not be taken, by key."""
        self._holding: set[str] = set()
        """The keys of those because of which nothing is transferred."""
        self.problems = (*_damage(loaded, path), *self._read())
        """Sentences about what was found wrong in the file."""
        if loaded.error and loaded.source is None:
            for key, value in (lost or {}).items():
                self._values[key] = table[key].accept(value)
                self._put(key, table[key].stored(value))
        self._started = dict(self._values)
        self._size = LARGEST
        """Bytes that the file has at most, as far as that has been looked at."""
        self._saver = Saver(path, self._render, write, damaged=bool(loaded.error), parent=self)
        if loaded.error:
            self._saver.touch()

    def get(self, setting: Setting[T]) -> T:
        if setting.key in self._values:
            value: T = self._values[setting.key]
            return value
        return setting.default

    def ruled(self, setting: Setting[Any]) -> bool:
        """Whether the value of another setting decides what holds, and its own has no effect."""
        return setting.rule is not None and self.get(setting.rule.by) in setting.rule.values

    def in_force(self, setting: Setting[T]) -> T:
        """What holds: its value, or the one that another setting puts in its place."""
        if setting.rule is not None and self.ruled(setting):
            return setting.rule.values[self.get(setting.rule.by)]
        return self.get(setting)

    def set(self, setting: Setting[T], value: T, *, back: bool = False) -> None:
        """Raises ValueError with a sentence if the setting does not take the value.

        `back`: it had it before, so that a list may be as long as it was.
        """
        before, default = self.get(setting), setting.default
        value = setting.accept(value)
        if not back:
            setting.fits(value, before)
        if value != default:
            self._keep_room(setting, setting.stored(value))
        was_wrong = self._wrong.pop(setting.key, None) is not None
        self._holding.discard(setting.key)
        if value == default:
            self._values.pop(setting.key, None)
        else:
            self._values[setting.key] = value
        if self._put(setting.key, None if value == default else setting.stored(value)):
            self._saver.touch()
        if value != before or was_wrong:
            self.changed.emit(setting.key)

    def reset(self, setting: Setting[T]) -> None:
        self.set(setting, setting.default)

    def differs(self, setting: Setting[Any]) -> bool:
        """Whether it has another value than the default, or stands in the file with one that can't be taken."""
        return setting.key in self._wrong or bool(self.get(setting) != setting.default)

    def problem(self, setting: Setting[Any]) -> str:
        """What is wrong with its value in the file, until it has another; empty if nothing is."""
        return self._wrong.get(setting.key, "")

    @property
    def holds(self) -> bool:
        """Whether nothing may be transferred: what can't be read of the file might have kept it from that."""
        return bool(self._holding)

    def waits(self, setting: Setting[Any]) -> bool:
        """Whether it has another value than when the program started."""
        started = self._started.get(setting.key, setting.default)
        return bool(self.get(setting) != started)

    def flush(self) -> None:
        """Hand over what is not written yet; called when the program ends."""
        self._saver.flush()

    def bury(self, setting: Setting[T], value: T) -> None:
        """Puts the present value into the place of this one in the earlier files that are kept, too."""
        now = setting.stored(self.get(setting))
        self._saver.amend(partial(_exchanged, setting.key, setting.stored(value), now))

    def _read(self) -> Iterator[str]:
        """Take the values out of the document, giving a sentence for each that cannot be taken."""
        for key, raw in _leaves(self._document, self._table):
            if (setting := self._table.get(key)) is None:
                text = QCoreApplication.translate("Settings", "Starling does not know the setting {key}; it is kept.")
                yield text.format(key=key)
                continue
            try:
                self._values[key] = setting.accept(raw)
            except ValueError as error:
                told = "…" if setting.secret else _shortened(raw)
                self._wrong[key] = self._instead(setting, raw).format(problem=error, key=key, value=told)
                yield self._wrong[key]

    def _instead(self, setting: Setting[Any], raw: object) -> str:
        """Put something else in the place of what can't be taken; the sentence that says what."""
        if (rest := setting.salvaged(raw)) is not None:
            self._values[setting.key] = rest
        # Fewer entries of a list are no less closed; of a table any one may be what closes.
        if rest is not None and not (setting.holds and isinstance(rest, Mapping)):
            return QCoreApplication.translate("Settings", "{problem} What else stands in {key} is used.")
        if setting.holds:
            self._holding.add(setting.key)
            return QCoreApplication.translate(
                "Settings",
                "{problem} Nothing is transferred until it is chosen anew in the preferences; the file has "
                "{key} = {value}.",
            )
        if setting.closed is not None:
            self._values[setting.key] = setting.closed
            text = QCoreApplication.translate(
                "Settings", "{problem} To be safe, {closed} is used instead of {key} = {value}."
            )
            return text.replace("{closed}", _plain(setting.stored(setting.closed)))
        return QCoreApplication.translate("Settings", "{problem} The default is used instead of {key} = {value}.")

    def _keep_room(self, setting: Setting[Any], raw: object) -> None:
        """Raises ValueError(sentence) for a value with which the file would be larger than what is read again."""
        table, name = setting.key.split(".")
        self._size += len(tomli_w.dumps({table: {name: raw}}).encode())
        if self._size <= LARGEST:
            return
        section = self._document.get(table)
        others = section if isinstance(section, dict) else {}
        size = len(_rendered({**self._document, table: {**others, name: raw}}))
        if size > LARGEST:
            self._size = len(self._render())
            text = QCoreApplication.translate("Settings", "“{label}” would make the file of the settings too large.")
            raise setting.refuse(text)
        self._size = size

    def _put(self, key: str, raw: object) -> bool:
        """Write into the document, None to take out; whether that changed it."""
        table, name = key.split(".")
        section = self._document.get(table)
        if raw is None:
            if not isinstance(section, dict) or name not in section:
                return False
            del section[name]
            if not section:
                del self._document[table]
            return True
        if not isinstance(section, dict):
            section = self._document[table] = {}
        if type(section.get(name)) is type(raw) and section.get(name) == raw:
            return False
        section[name] = raw
        return True

    def _render(self) -> bytes:
        return _rendered(self._document)


def _rendered(document: Mapping[str, Any]) -> bytes:
    return (_HEAD + tomli_w.dumps(document)).encode()


def _parse(data: bytes) -> dict[str, Any]:
    return tomllib.loads(data.decode())


def _exchanged(key: str, old: object, new: object, data: bytes) -> bytes:
    """A file with another value in the place of this one; as it is if there is none."""
    document = _parse(data)
    table, name = key.split(".")
    section = document.get(table)
    if not isinstance(section, dict) or section.get(name) != old:
        return data
    section[name] = new
    return _rendered(document)


def _leaves(
    document: Mapping[str, Any], table: Mapping[str, Setting[Any]], prefix: str = ""
) -> Iterator[tuple[str, Any]]:
    """Values by dotted key; a table is gone into unless it is a setting itself."""
    for name, raw in document.items():
        key = prefix + name
        if isinstance(raw, dict) and key not in table:
            yield from _leaves(raw, table, f"{key}.")
        else:
            yield key, raw


def _plain(raw: object) -> str:
    """As it stands in the file, but for its quotes."""
    if isinstance(raw, bool):
        return "true" if raw else "false"
    return ", ".join(map(str, raw)) if isinstance(raw, list) else str(raw)


def _shortened(raw: object) -> str:
    text = str(raw)
    return text if len(text) <= 40 else text[:39] + "…"


def _damage(loaded: Loaded[dict[str, Any]], path: Path) -> Iterator[str]:
    if not loaded.error:
        return
    if loaded.source is None:
        text = QCoreApplication.translate(
            "Settings",
            "The settings could not be read ({reason}). The defaults are used; the file is kept as {kept}. Nothing is "
            "transferred until you have chosen the network interfaces anew, on the page Connection of the preferences, "
            "and nobody gets in by remote control until you have set its password anew.",
        )
        yield text.format(reason=loaded.error, kept=damaged_copy(path))
        return
    text = QCoreApplication.translate(
        "Settings",
        "The settings could not be read ({reason}). Those of {moment} are used; the file is kept as {kept}.",
    )
    moment = formats.moment(loaded.source.stat().st_mtime)
    yield text.format(reason=loaded.error, moment=moment, kept=damaged_copy(path))
