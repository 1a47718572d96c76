# SPDX-License-Identifier: GPL-3.0-or-later
"""What a row of the General tab is: a label, a text of something, and how it is shown."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

T = TypeVar("T")


class Show(Enum):
    """What becomes of a text."""

    LINE = "line"
    LONG = "long"
    """May need several lines."""
    LINKS = "links"
    """Likewise, and web addresses in it are links."""
    COPY = "copy"
    """Long, with a button that copies it."""
    FOLDER = "folder"
    """Likewise, with another button that opens it."""


# No slots: see `starling.ui.column.Column`.
@dataclass(frozen=True)
class Fact(Generic[T]):
    """One line: it is left out until its text says something, and stays from then on so that nothing jumps."""

    label: str
    text: Callable[[T], str]
    show: Show = Show.LINE


@dataclass(frozen=True)
class Section(Generic[T]):
    """Facts under a heading."""

    title: str
    facts: tuple[Fact[T], ...]
