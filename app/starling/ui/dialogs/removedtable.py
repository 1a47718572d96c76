# SPDX-License-Identifier: GPL-3.0-or-later
"""The columns of the removed torrents, one row of data each."""

import time

from starling import formats
from starling.i18n import translate
from starling.removed import Removed
from starling.ui.column import Align, Column, Unit, natural
from starling.ui.theme import Token

_SOON = 1
"""Days left that are pointed out."""


def columns(days: int) -> tuple[Column[Removed], ...]:
    """`days`: for how many removed torrents are kept."""
    right = Align.RIGHT

    def left(entry: Removed) -> int:
        return entry.days_left(time.time(), days)

    def left_token(entry: Removed) -> Token:
        return Token.WARN if left(entry) <= _SOON else Token.TEXT

    return (
        Column(
            key="name",
            title=translate("Removed", "Name"),
            value=lambda one: natural(one.name),
            text=lambda one: one.name,
            width=240,
            stretch=True,
        ),
        Column(
            key="size",
            title=translate("Removed", "Size"),
            value=lambda one: one.size or None,
            text=lambda one: formats.size(one.size) if one.size else "",
            width=78,
            align=right,
            unit=Unit.BYTES,
        ),
        Column(
            key="at",
            title=translate("Removed", "Removed"),
            value=lambda one: one.at,
            text=lambda one: formats.age(one.at),
            tooltip=lambda one: formats.moment(one.at),
            width=120,
            falling=True,
            unit=Unit.MOMENT,
        ),
        Column(
            key="left",
            title=translate("Removed", "Days left"),
            help=translate("Removed", "After these it is forgotten; what is in the trash stays there"),
            value=left,
            text=lambda one: formats.count(left(one)),
            width=84,
            align=right,
            colour=left_token,
        ),
        Column(
            key="place",
            title=translate("Removed", "Files"),
            value=place,
            text=place,
            tooltip=lambda one: one.save_path,
            width=190,
            colour=Token.MUTED,
        ),
    )


def place(entry: Removed) -> str:
    """Where its files are."""
    return translate("Removed", "In the trash") if entry.trashed else entry.save_path
