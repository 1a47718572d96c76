# SPDX-License-Identifier: GPL-3.0-or-later
"""The columns that every file tree has: name, size and priority."""

from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from starling import formats
from starling.i18n import Counted, translate
from starling.spelling import shown
from starling.torrent import Priority
from starling.ui.cells import Context, draw_icon, draw_text
from starling.ui.column import Align, Column, Export, Icon, Unit, Weight
from starling.ui.files.names import icon_of
from starling.ui.files.node import FileRow
from starling.ui.theme import Token

_CHEVRON = 12


class Files(Counted):
    """The texts of this module that count."""


def priority_text(priority: int | None) -> str:
    """A priority in words; libtorrent's steps between the named ones are numbers, None is a folder of several."""
    if priority is None:
        return translate("Files", "Mixed", "a folder whose files have several priorities")
    words = {
        Priority.SKIP: translate("Files", "Skip", "priority: do not download"),
        Priority.LOW: translate("Files", "Low", "priority"),
        Priority.NORMAL: translate("Files", "Normal", "priority"),
        Priority.HIGH: translate("Files", "High", "priority"),
        Priority.MAXIMUM: translate("Files", "Maximum", "priority"),
    }
    return words.get(Priority(priority), "") if priority in set(Priority) else str(priority)


def muted_if_skipped(row: FileRow) -> Token:
    """Files that are not wanted step back."""
    return Token.MUTED if row.priority == Priority.SKIP else Token.TEXT


def name_column(tip: Callable[[FileRow], str] | None = None) -> Column[FileRow]:
    """Fold mark, box, icon and name; its tooltip is the path unless `tip` has more to say."""
    return Column(
        key="name",
        title=translate("Files", "Name"),
        value=lambda row: row.order,
        text=_name,
        width=300,
        stretch=True,
        least=240,
        tree=True,
        colour=muted_if_skipped,
        weight=lambda row: Weight.BOLD if row.has_children and not row.level else Weight.NORMAL,
        icon=_icon,
        tooltip=tip or _path,
        spoken=_spoken,
        exports=(Export(translate("Files", "Name"), _path),),
    )


def size_column() -> Column[FileRow]:
    """Bytes of the whole file."""
    return Column(
        key="size",
        title=translate("Files", "Size"),
        value=lambda row: row.size,
        text=lambda row: formats.size(row.size),
        width=72,
        align=Align.RIGHT,
        colour=muted_if_skipped,
        unit=Unit.BYTES,
    )


def priority_column() -> Column[FileRow]:
    """The priority, with the mark that says it can be chosen."""
    return Column(
        key="priority",
        title=translate("Files", "Priority"),
        value=lambda row: -1 if row.priority is None else row.priority,
        text=lambda row: priority_text(row.priority),
        width=100,
        falling=True,
        paint=_paint_priority,
        extra=_CHEVRON + 6,
        help=translate("Files", "What is fetched first, and what is not fetched at all. Click a cell to change it."),
    )


def dialog_columns() -> list[Column[FileRow]]:
    """What is known of files before they are downloaded."""
    return [name_column(), size_column(), priority_column()]


def _name(row: FileRow) -> str:
    if not row.has_children or row.expanded:
        return row.name
    count = row.files
    return Files.tr("{name}, {count} files", "", count).format(name=row.name, count=formats.count(count))


def _icon(row: FileRow) -> Icon:
    token = Token.MUTED if row.priority == Priority.SKIP else Token.TEXT
    return Icon("folder" if row.has_children else icon_of(row.path), token)


def _path(row: FileRow) -> str:
    return shown(row.path)


def _spoken(row: FileRow) -> str:
    parts = [row.name, priority_text(row.priority)]
    if row.has_children:
        parts.insert(1, translate("Files", "open folder") if row.expanded else translate("Files", "folded folder"))
    return ", ".join(parts)


def _paint_priority(painter: QPainter, rect: QRect, row: FileRow, ctx: Context) -> None:
    named = row.priority not in {None, Priority.SKIP}
    mark = ctx.px(_CHEVRON)
    draw_text(
        painter,
        rect.adjusted(0, 0, -mark, 0),
        priority_text(row.priority),
        ctx,
        Token.TEXT if named else Token.MUTED,
    )
    place = QRect(rect.right() + 1 - mark, rect.top(), mark, rect.height())
    draw_icon(painter, place, Icon("chevron-down", Token.MUTED), ctx, _CHEVRON)
