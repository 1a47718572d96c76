# SPDX-License-Identifier: GPL-3.0-or-later
"""What the fields of the session are read from, and the change that a client asks for before it is made."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar, cast

from starling.engine.engine import Engine
from starling.remote.calls import Dialect, RemoteError
from starling.remote.switched import Kept
from starling.setting import Setting
from starling.settings import Settings

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class View:
    """Everything as it is now, for one call."""

    settings: Settings
    engine: Engine
    dialect: Dialect
    config_dir: Path
    session_id: str
    numbers: Kept[int]
    """By the keys of settings: what clients see of limits that are off."""
    texts: Kept[str]
    free: int = -1
    """Bytes that are free in the folder for downloads; -1 where that is not known."""

    def get(self, setting: Setting[T]) -> T:
        """The value of a setting."""
        return self.settings.get(setting)


@dataclass(frozen=True, slots=True)
class Change:
    """What is to be otherwise: settings only when all of it is agreed to."""

    view: View
    read: Callable[[str], object]
    """A field as it is."""
    wanted: Mapping[str, object]
    """The fields that are to be otherwise."""
    _values: dict[Setting[Any], Any] = field(default_factory=dict)
    _numbers: dict[str, int] = field(default_factory=dict)
    _texts: dict[str, str] = field(default_factory=dict)

    def flag(self, name: str) -> bool:
        """A field as the client will see it, if all goes well."""
        return bool(self._seen(name))

    def integer(self, name: str) -> int:
        """Likewise."""
        return cast("int", self._seen(name))

    def number(self, name: str) -> float:
        """Likewise."""
        return cast("float", self._seen(name))

    def text(self, name: str) -> str:
        """Likewise."""
        return cast("str", self._seen(name))

    def texts(self, name: str) -> tuple[str, ...]:
        """Likewise."""
        return tuple(cast("tuple[str, ...]", self._seen(name)))

    def get(self, setting: Setting[T]) -> T:
        """The value that a setting will have."""
        if setting in self._values:
            value: T = self._values[setting]
            return value
        return self.view.get(setting)

    def put(self, setting: Setting[T], value: T) -> None:
        """Gives a setting another value. Raises RemoteError with its own sentence if it does not take it."""
        try:
            value = setting.accept(value)
            setting.fits(value, self.view.get(setting))
        except ValueError as error:
            raise RemoteError(str(error)) from error
        if value == self.view.get(setting):
            self._values.pop(setting, None)
        else:
            self._values[setting] = value

    def keep_number(self, setting: Setting[Any], number: int) -> None:
        """What clients are to see of a limit while it is off."""
        self._numbers[setting.key] = number

    def keep_text(self, setting: Setting[Any], text: str) -> None:
        """Likewise."""
        self._texts[setting.key] = text

    def make(self) -> None:
        """All of it, or nothing. Raises RemoteError."""
        done: list[tuple[Setting[Any], Any]] = []
        for setting, value in self._values.items():
            before = self.view.get(setting)
            try:
                self.view.settings.set(setting, value)
            except ValueError as error:
                for made, was in reversed(done):
                    self.view.settings.set(made, was, back=True)
                raise RemoteError(str(error)) from error
            done.append((setting, before))
        for key, number in self._numbers.items():
            self.view.numbers.keep(key, number)
        for key, text in self._texts.items():
            self.view.texts.keep(key, text)

    def __iter__(self) -> Iterator[Setting[Any]]:
        return iter(self._values)

    def _seen(self, name: str) -> object:
        return self.wanted[name] if name in self.wanted else self.read(name)
