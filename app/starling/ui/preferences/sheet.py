# SPDX-License-Identifier: GPL-3.0-or-later
"""The part of the preferences that scrolls: one page, or what is found on all of them."""

import sys
from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from starling.setting import Page
from starling.ui.button import Button
from starling.ui.dialogs.means import Means
from starling.ui.preferences.block import Block
from starling.ui.preferences.catalogue import Catalogue, hits
from starling.ui.preferences.editor import Below
from starling.ui.preferences.hits import AdvancedHits
from starling.ui.preferences.matching import Needle
from starling.ui.preferences.row import GUTTER, SettingRow
from starling.ui.preferences.words import Words
from starling.ui.slices import Slices

_EVERYTHING = Needle()
_MOST = 20
"""Rows that a search shows: who types one letter is not done yet."""
_TAB = Qt.FocusPolicy.TabFocus


class _Inner(QWidget):
    """As high as its texts are at the width it has: Qt would take their height at the least width for the least."""

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


class Sheet(QScrollArea):
    """Blocks of settings, of which those are shown that are wanted."""

    clear_wanted = Signal()
    """What is looked for shall be forgotten."""
    was_reset = Signal(str, object)
    """The key of a setting whose row has been reset, and the value that it had."""
    ready = Signal()
    """Everything that is wanted is there."""

    def __init__(self, entries: Catalogue, means: Means) -> None:
        super().__init__()
        self._entries, self._means, self._themes = entries, means, means.themes
        self.blocks: dict[Page, Block] = {}
        self._slices = Slices(self)
        self._revealed: SettingRow | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().rangeChanged.connect(self._reveal)
        self.verticalScrollBar().actionTriggered.connect(self._let_go)
        self.inner = _Inner()
        self._column = QVBoxLayout(self.inner)
        self.nothing = Words(means.themes)
        self.clear_button = Button(self.tr("C&lear the search"))
        self.clear_button.clicked.connect(self.clear_wanted)
        self.advanced = AdvancedHits(means.themes)
        self._column.addWidget(self.nothing)
        self._clearing = QHBoxLayout()
        self._clearing.addWidget(self.clear_button)
        self._clearing.addStretch()
        self._column.addLayout(self._clearing)
        self.more = Words(means.themes)
        self._column.addWidget(self.more)
        self._column.addWidget(self.advanced)
        self._column.addStretch()
        self.setWidget(self.inner)
        self._hide_all()
        means.themes.changed.connect(self._restyle)
        self._restyle()

    @property
    def busy(self) -> bool:
        """Whether rows are still being made."""
        return self._slices.busy

    @property
    def rows(self) -> list[SettingRow]:
        """Those on screen, from top to bottom."""
        shown = (block for page in Page if (block := self.blocks.get(page)) is not None and not block.isHidden())
        return [row for block in shown for row in block.rows.values() if not row.isHidden()]

    def row(self, key: str) -> SettingRow | None:
        """The row of a setting, if it has been made."""
        return next((block.rows[key] for block in self.blocks.values() if key in block.rows), None)

    def show_page(self, page: Page) -> None:
        """One page, from its top."""
        self._hide_all()
        # What has to be made first waits its turn: the window that opens has had enough to do.
        self._slices.run(self._show((page,), _EVERYTHING), whole=False, at_once=page in self.blocks)

    def show_found(self, needle: Needle, typed: str) -> dict[Page, int]:
        """What is found by the words of what was typed, from all pages; how much that is on each."""
        self._hide_all()
        counts = {
            page: count
            for page, entries in self._entries.items()
            if (count := sum(needle.found_in(entry.text) for entry in entries))
        }
        others = self.advanced.look_for(needle, typed)
        if others:
            counts[Page.ADVANCED] = counts.get(Page.ADVANCED, 0) + others
        if not counts:
            self.nothing.say(self.tr("No setting is found by “{text}”.").format(text=typed.strip()))
        for widget in (self.nothing, self.clear_button):
            widget.setVisible(not counts)
        left = sum(counts.values()) - others - _MOST
        self.more.say(self.tr("%n more are found: another letter narrows it down.", "", left))
        self.more.setVisible(left > 0)
        self._slices.run(self._show(tuple(page for page in Page if page in counts), needle), whole=False)
        return counts

    def stops(self) -> list[QWidget]:
        """What the Tab key stops at, as the eye goes."""
        tails = (
            block.tail for block in self.blocks.values() if block.tail is not None and block.tail.isVisibleTo(self)
        )
        found = (widget for part in (*self.rows, *tails) for widget in part.findChildren(QWidget))
        # The lists that combo boxes open are windows of their own.
        fields = [
            widget
            for widget in found
            if widget.focusPolicy() & _TAB and widget.focusProxy() is None and widget.window() is self.window()
        ]
        return [*fields, self.clear_button, self.advanced.button]

    def reveal(self, row: SettingRow) -> None:
        """Bring a row into sight, and keep it there while the rows above it find their places."""
        self._revealed = row
        self._reveal()

    def stop(self) -> None:
        """Nobody looks any more: what was typed is taken over."""
        self._slices.stop()
        for block in self.blocks.values():
            for row in block.rows.values():
                row.editor.settle()

    def _show(self, pages: tuple[Page, ...], needle: Needle) -> Iterator[bool | None]:
        room = _MOST if needle else sys.maxsize
        for page in pages:
            if page not in self._entries or not room:
                continue
            if page not in self.blocks:
                yield None
                block = Block(page, self._entries[page], self._means)
                block.was_reset.connect(self.was_reset)
                before = sum(other in self.blocks for other in list(Page)[: list(Page).index(page)])
                self.blocks[page] = block
                self._column.insertWidget(before + 2, block)
            yield from self.blocks[page].show_found(needle, room)
            room -= min(room, len(hits(self._entries[page], needle)))
        if needle:
            yield from self.advanced.show_found()
        self.ready.emit()
        if not needle:
            yield from self._drop(set(self.blocks) - set(pages))

    def _drop(self, pages: set[Page]) -> Iterator[bool]:
        """Pages that are not shown go: a change of colours or font would be one of all their widgets."""
        for page in pages:
            if not any(_is_in_use(row) for row in self.blocks[page].rows.values()):
                yield True
                block = self.blocks.pop(page)
                self._column.removeWidget(block)
                block.deleteLater()

    def _reveal(self) -> None:
        if self._revealed is not None:
            self.ensureWidgetVisible(self._revealed, 0, round(40 * self._themes.scale))

    def _let_go(self) -> None:
        self._revealed = None

    def _hide_all(self) -> None:
        self._let_go()
        for widget in (*self.blocks.values(), self.nothing, self.clear_button, self.more, self.advanced):
            widget.hide()
        self.verticalScrollBar().setValue(0)

    def _restyle(self) -> None:
        scale = self._themes.scale
        inset = round(20 * scale)
        self._column.setContentsMargins(round(14 * scale), inset, inset, inset)
        self._column.setSpacing(round(24 * scale))
        self.nothing.restyle()
        gutter = round(GUTTER * scale)
        for words in (self.nothing, self.more):
            words.setContentsMargins(gutter, 0, 0, 0)
        self._clearing.setContentsMargins(gutter, 0, 0, 0)


def _is_in_use(row: SettingRow) -> bool:
    return row.editor.editing or row.editor.busy or (isinstance(row.below, Below) and row.below.busy)
