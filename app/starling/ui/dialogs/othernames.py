# SPDX-License-Identifier: GPL-3.0-or-later
"""Which names are saved otherwise than in the torrent: every part of a path once, however many files are below it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from starling.filelist import FileList
from starling.spelling import shown
from starling.torrent import File
from starling.ui.cells import ICON, ICON_GAP, PADDING, Context, draw_text, tree
from starling.ui.column import Column, Weight
from starling.ui.files.node import FileRow, Key
from starling.ui.outline import label_rect
from starling.ui.theme import Token

LONGEST = 1_000
"""Characters of a name or path that are looked at; a torrent may have millions."""
_SHOWN = 40


class OtherName(NamedTuple):
    """One part of a path."""

    original: str
    """As the torrent has it: nothing in it is safe, neither for a disk nor for a label."""
    name: str
    """As it is saved."""


def other_names(plain: Sequence[File], saved: Sequence[File], originals: Mapping[int, str]) -> Mapping[Key, OtherName]:
    """By row of the tree - index of a file, path of a folder - those whose own name is another.

    `plain` are the files before they were laid out, `saved` the same ones as they are saved, and `originals` the paths
    that the torrent has for some of them (`Preview.originals`).
    """
    if not originals:
        return {}
    found: dict[Key, OtherName] = {}
    compared: set[tuple[str, str]] = set()
    before, after = FileList.of(plain), FileList.of(saved)
    for index, unplaced, path in zip(before.indices, before.paths, after.paths, strict=True):
        original = originals.get(index)
        if original is None:
            continue
        depth = unplaced.count("/")
        if original.count("/") == depth:
            _compare(index, path, original, found, compared)
        else:
            # What its maker wrote has a slash in a name, or dots for a folder: its parts can't be told apart.
            name, theirs = path.rpartition("/")[2], original.split("/", depth)[-1]
            found[index] = OtherName(theirs if theirs != name else original, name)
    return found


def _compare(key: Key, path: str, original: str, found: dict[Key, OtherName], compared: set[tuple[str, str]]) -> None:
    """Part by part from the end: a layout adds and takes away at the beginning. `compared` are pairs of folders."""
    while True:
        path, _, name = path.rpartition("/")
        original, _, theirs = original.rpartition("/")
        if theirs != name:
            found[key] = OtherName(theirs, name)
        if not path or not original or (folders := (path, original)) in compared:
            return
        compared.add(folders)
        key = path


def short(name: str) -> str:
    """A name, safe to show in a sentence and not too long for it."""
    name = shown(name[:LONGEST])
    return name if len(name) <= _SHOWN else f"{name[: _SHOWN - 1]}…"


def telling(column: Column[FileRow], remark: Callable[[FileRow], str]) -> Column[FileRow]:
    """The column of names with something muted after some of them, which is read aloud too."""
    label, weight, spoken = tree(column), column.weight, column.spoken or column.text

    def paint(painter: QPainter, rect: QRect, row: FileRow, ctx: Context) -> None:
        label(painter, rect, row, ctx)
        if words := remark(row):
            heavy = weight if isinstance(weight, Weight) else weight(row)
            beside = ctx.px(ICON + ICON_GAP) + ctx.metrics[heavy].horizontalAdvance(column.text(row)) + ctx.px(PADDING)
            left = label_rect(rect, row, ctx.scale).left() + beside
            if left < rect.right():
                draw_text(painter, QRect(left, rect.top(), rect.right() - left, rect.height()), words, ctx, Token.MUTED)

    def say(row: FileRow) -> str:
        return ", ".join(filter(None, (spoken(row), remark(row))))

    return replace(column, paint=paint, spoken=say)
