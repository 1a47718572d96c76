# SPDX-License-Identifier: GPL-3.0-or-later
"""What a field of the session is, and the kinds of them that there are many of."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from starling.i18n import translate
from starling.remote.calls import Code, RemoteError
from starling.remote.params import Params
from starling.remote.session_view import Change, View
from starling.remote.switched import no_nothing
from starling.setting import Setting

Parse = Callable[[Params, str], object]
_OFF_NUMBER = "while it is off: the last number since Starling's start, else Transmission's default"


@dataclass(frozen=True, slots=True)
class Field:
    """One row of the table."""

    name: str
    read: Callable[[View], object]
    parse: Parse | None = None
    """Gives what was sent the type it must have; None where nothing is looked at, since it can't be changed."""
    write: Callable[[Change], None] | None = None
    """Adds what a client wants to the change; raises RemoteError or ParamError. None: it can't be changed."""
    refusal: str = ""
    """The sentence for who wants to, in English."""
    note: str = ""
    """Where it means something else than in Transmission, or is less."""
    keeps: Setting[int] | None = None
    """The limit whose number clients see while it is off,"""
    shown: Callable[[int], int] = int
    """and how they see it."""


def flag(name: str, setting: Setting[bool], note: str = "") -> Field:
    """True or false, both here and there."""

    def read(view: View) -> bool:
        return view.get(setting)

    def write(change: Change) -> None:
        change.put(setting, change.flag(name))

    return Field(name, read, Params.flag, write, note=note)


def whole(name: str, setting: Setting[int], note: str = "") -> Field:
    """A number that is the same here and there."""

    def read(view: View) -> int:
        return view.get(setting)

    def write(change: Change) -> None:
        change.put(setting, change.integer(name))

    return Field(name, read, Params.integer, write, note=note)


def limit(
    name: str, switch: str, setting: Setting[int], usual: int, shown: Callable[[int], int] = int, scale: int = 1
) -> tuple[Field, Field]:
    """A number and whether it holds, which are one number here; `scale` makes that of one, `shown` one of it."""

    def read(view: View) -> int:
        return shown(view.get(setting)) or view.numbers.get(setting.key, usual)

    def holds(view: View) -> bool:
        return view.get(setting) > 0

    def write(change: Change) -> None:
        on, number, before = change.flag(switch), change.integer(name), change.view.get(setting)
        if on and not number:
            raise no_nothing(name)
        # The limits of the setting are those of a number that waits to be switched on, too.
        change.put(setting, before if before and number == shown(before) else number * scale)
        if not on:
            change.put(setting, 0)
        change.keep_number(setting, number)

    return (
        Field(name, read, Params.integer, write, note=_OFF_NUMBER, keeps=setting, shown=shown),
        Field(switch, holds, Params.flag, write),
    )


def rate(name: str, setting: Setting[int], shown: Callable[[int], int], scale: int) -> Field:
    """A limit that has no switch of its own."""

    def read(view: View) -> int:
        return shown(view.get(setting))

    def write(change: Change) -> None:
        if change.integer(name) == 0:
            raise no_nothing(name)
        change.put(setting, change.integer(name) * scale)

    note = "0 is no limit; it can't be set to 0, which would stop everything"
    return Field(name, read, Params.integer, write, note=note)


def told(name: str, read: Callable[[View], object], note: str = "") -> Field:
    """What nobody can change; who tries is not refused, as in Transmission."""
    return Field(name, read, note=note)


def fixed(name: str, parse: Parse, value: object, refusal: str, note: str) -> Field:
    """What is always the same here."""

    def read(view: View) -> object:
        return value

    return Field(name, read, parse, refusal=refusal, note=note)


def folder(change: Change, setting: Setting[str], path: str) -> None:
    """Checks the path of a folder for a setting, without giving it to it. Raises RemoteError."""
    if "\0" in path:
        raise RemoteError(translate("Remote", "A path can't hold a NUL character."))
    if not Path(path).is_absolute():
        try:
            setting.accept(path)
        except ValueError as error:
            raise RemoteError(str(error), Code.PATH_NOT_ABSOLUTE) from error
