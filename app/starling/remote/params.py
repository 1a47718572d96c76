# SPDX-License-Identifier: GPL-3.0-or-later
"""The parameters of a call, each of the type that is asked for or refused with a sentence."""

import math
from collections.abc import Iterator, Mapping

from starling.errors import UserError
from starling.i18n import translate


class ParamError(UserError):
    """A parameter has a type or a value that it can't have."""


class Params:
    """What was sent, by the names of JSON-RPC. What is not there, or null, is None."""

    def __init__(self, given: Mapping[str, object] | None = None) -> None:
        self._given = dict(given or {})

    def __contains__(self, name: str) -> bool:
        return self._given.get(name) is not None

    def __iter__(self) -> Iterator[str]:
        return (name for name in self._given if name in self)

    def raw(self, name: str) -> object:
        """Whatever it is."""
        return self._given.get(name)

    def flag(self, name: str) -> bool | None:
        """True or false; older clients send 1 and 0."""
        value = self._given.get(name)
        if value is None or isinstance(value, bool):
            return value
        if type(value) is int and value in (0, 1):
            return value == 1
        raise self.refuse(name, translate("Remote", "“{name}” must be true or false."))

    def integer(self, name: str, low: int | None = None, high: int | None = None) -> int | None:
        """A whole number in these limits."""
        value = self._given.get(name)
        if value is None:
            return None
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if type(value) is not int:
            raise self.refuse(name, translate("Remote", "“{name}” must be a whole number."))
        if (low is not None and value < low) or (high is not None and value > high):
            if high is None:
                raise self.refuse(name, translate("Remote", "“{name}” must be {low} or more."), low=low)
            raise self.refuse(name, translate("Remote", "“{name}” must be from {low} to {high}."), low=low, high=high)
        return value

    def number(self, name: str) -> float | None:
        """Any number that is finite."""
        value = self._given.get(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            raise self.refuse(name, translate("Remote", "“{name}” must be a number."))
        return float(value)

    def text(self, name: str) -> str | None:
        """A text."""
        value = self._given.get(name)
        if value is None or isinstance(value, str):
            return value
        raise self.refuse(name, translate("Remote", "“{name}” must be a text."))

    def texts(self, name: str) -> tuple[str, ...] | None:
        """A list of texts."""
        value = self._given.get(name)
        if value is None:
            return None
        if isinstance(value, list) and all(isinstance(each, str) for each in value):
            return tuple(value)
        raise self.refuse(name, translate("Remote", "“{name}” must be a list of texts."))

    def integers(self, name: str) -> tuple[int, ...] | None:
        """A list of whole numbers."""
        value = self._given.get(name)
        if value is None:
            return None
        if isinstance(value, list) and all(type(each) is int for each in value):
            return tuple(value)
        raise self.refuse(name, translate("Remote", "“{name}” must be a list of whole numbers."))

    def refuse(self, name: str, sentence: str, **parts: object) -> ParamError:
        """The error whose sentence is `sentence`, translated, with the parameter's name in it."""
        return ParamError(sentence.format(name=name, **parts))
