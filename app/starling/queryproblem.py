# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be wrong with a query, as a value; the sentences are in `ui.querywords`."""

from dataclasses import dataclass
from enum import Enum, auto

from starling.queryfields import Kind


class Wrong(Enum):
    """What is wrong with a term."""

    FIELD = auto()
    """There is no such field; `Problem.suggestion` may know the one that was meant."""
    WORD = auto()
    """The same, but it may well be part of a name: the term is looked for as it stands."""
    VALUE = auto()
    """The field does not take the value."""
    SIGN = auto()
    """The field can't be compared so."""
    BEGUN = auto()
    """There is no value yet, so that it asks for nothing."""
    DEEP = auto()
    """Brackets in brackets in brackets."""
    MANY = auto()
    """More terms than anybody types."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One term that is not understood."""

    wrong: Wrong
    key: str = ""
    """The field as it is called, or as it was typed where there is none of that name."""
    sign: str = ""
    value: str = ""
    kind: Kind = Kind.TEXT
    """What the field takes."""
    suggestion: str = ""
    at_end: bool = False
    """Nothing stands behind the term: it may still be being typed."""
