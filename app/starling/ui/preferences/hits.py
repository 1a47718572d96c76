# SPDX-License-Identifier: GPL-3.0-or-later
"""What is found among libtorrent's own settings: their names, each leading to its place on the page Advanced."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from starling.advanced.row import Row
from starling.advanced.table import find
from starling.setting import Page
from starling.ui.button import Button
from starling.ui.preferences.matching import Needle
from starling.ui.preferences.row import GUTTER
from starling.ui.preferences.words import Words
from starling.ui.theme import ThemeManager

_MOST = 8


class AdvancedHits(QWidget):
    """A few of them, and a button that leads to all."""

    wanted = Signal(str, str)
    """The words that were looked for, and the name of the setting that is wanted; empty for all of them."""

    def __init__(self, themes: ThemeManager) -> None:
        super().__init__()
        self._themes = themes
        self._typed = ""
        self._needle = Needle()
        self._rows: tuple[Row, ...] = ()
        self.title = Words(
            themes, self.tr("{page}: libtorrent's own settings").format(page=Page.ADVANCED.title), head=16
        )
        self.lines: list[tuple[Words, Words]] = []
        self.button = Button()
        self.button.clicked.connect(self._on_button)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.title)
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        themes.changed.connect(self._restyle)
        self._restyle()

    def look_for(self, needle: Needle, typed: str) -> int:
        """Looks for the words; how much is found."""
        self._needle, self._typed, self._rows = needle, typed.strip(), find(typed)
        return len(self._rows)

    def show_found(self) -> Iterator[None]:
        """Shows what was found; between steps the event loop may run."""
        for number, row in enumerate(self._rows[:_MOST]):
            yield
            if number == len(self.lines):
                self._add_line()
            for label, text in zip(self.lines[number], (row.key, row.help), strict=True):
                label.say(text, self._needle)
                label.show()
        for labels in self.lines[len(self._rows) :]:
            for label in labels:
                label.hide()
        self.button.say(self.tr("&Show %n in the list of all", "", len(self._rows)))
        self.setVisible(bool(self._rows))

    def _add_line(self) -> None:
        name, help = Words(self._themes), Words(self._themes, small=True)
        name.setCursor(Qt.CursorShape.PointingHandCursor)
        name.clicked.connect(partial(self._on_name, len(self.lines)))
        for label in (name, help):
            self._column.insertWidget(self._column.count() - 1, label)
        self.lines.append((name, help))

    def _on_name(self, number: int) -> None:
        self.wanted.emit(self._typed, self._rows[number].key)

    def _on_button(self) -> None:
        self.wanted.emit(self._typed, "")

    def _restyle(self) -> None:
        scale = self._themes.scale
        gutter = round(GUTTER * scale)
        for label in (self.title, *(label for words in self.lines for label in words)):
            label.restyle()
        self._column.setContentsMargins(gutter, 0, 0, 0)
        self._column.setSpacing(round(3 * scale))
        for name, _ in self.lines:
            name.setContentsMargins(0, round(8 * scale), 0, 0)
