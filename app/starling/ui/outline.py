# SPDX-License-Identifier: GPL-3.0-or-later
"""What makes a flat table look and act as a tree: rows that know their level, and where fold mark and box stand."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

from PySide6.QtCore import QRect, Qt

LEVEL = 20
"""Indentation of one level; this and all below in pixels of the design."""
_FOLD = 14
_BOX = 15
_GAP = 6


class Branch(Protocol):
    """What a row of a tree says about itself; the model holds the visible rows only, top to bottom."""

    @property
    def level(self) -> int:
        """0 for the rows at the top."""

    @property
    def has_children(self) -> bool:
        """Whether the row can be folded."""

    @property
    def expanded(self) -> bool:
        """Whether its children follow it."""

    @property
    def check(self) -> Qt.CheckState | None:
        """The state of its box, None for a row without one."""


AnyBranch = TypeVar("AnyBranch", bound=Branch)


def fold_rect(rect: QRect, row: Branch, scale: float) -> QRect:
    """Where the fold mark of a row stands in the content rectangle of its cell."""
    left = rect.left() + round(row.level * LEVEL * scale)
    return QRect(left, rect.top(), round(_FOLD * scale), rect.height())


def box_rect(rect: QRect, row: Branch, scale: float) -> QRect:
    """Where its box stands."""
    side = round(_BOX * scale)
    left = rect.left() + round((row.level * LEVEL + _FOLD + 2) * scale)
    return QRect(left, rect.top() + (rect.height() - side) // 2, side, side)


def label_rect(rect: QRect, row: Branch, scale: float) -> QRect:
    """Where its icon and text begin."""
    offset = row.level * LEVEL + _FOLD + 2 + (_BOX + _GAP if row.check is not None else 0)
    return rect.adjusted(round(offset * scale), 0, 0, 0)


def parent_of(rows: Sequence[Branch], number: int) -> int | None:
    """The place of the row that this one is a child of."""
    level = rows[number].level
    return next((above for above in range(number - 1, -1, -1) if rows[above].level < level), None)
