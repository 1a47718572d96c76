# SPDX-License-Identifier: GPL-3.0-or-later
"""Limits as Transmission has them: a number, and whether it holds. Starling has the number alone, 0 for no limit."""

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

from starling.i18n import translate
from starling.remote.params import ParamError
from starling.setting import RATE_MAX

T = TypeVar("T")
KILO = 1000
"""Transmission's kB/s are 1000 bytes a second."""
MOST = RATE_MAX // KILO
"""kB/s."""


def kilobytes(rate: int) -> int:
    """A limit of bytes a second in kB/s; never 0 for one that holds."""
    return max(1, (rate + KILO // 2) // KILO) if rate else 0


class Kept(Generic[T]):
    """The values of what is off now, until the program ends: clients show them beside an empty box."""

    def __init__(self) -> None:
        self._values: dict[Hashable, T] = {}

    def keep(self, key: Hashable, value: T) -> None:
        """For when it is off."""
        self._values[key] = value

    def get(self, key: Hashable, otherwise: T) -> T:
        """What was kept last, or `otherwise`."""
        return self._values.get(key, otherwise)

    def forget(self, keys: Iterable[Hashable]) -> None:
        """What they belong to is gone."""
        for key in keys:
            self._values.pop(key, None)


def no_nothing(name: str) -> ParamError:
    """The refusal of a limit of 0 that holds: for Transmission that is none at all, for Starling no limit."""
    text = translate("Remote", "“{name}” must be 1 or more: Starling has no limit that lets nothing through.")
    return ParamError(text.format(name=name))
