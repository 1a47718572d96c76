# SPDX-License-Identifier: GPL-3.0-or-later
"""What is on one page of the preferences: its settings under their heads, made when they are first wanted."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from starling.setting import Page
from starling.ui.dialogs.means import Means
from starling.ui.preferences.catalogue import Entry, hits
from starling.ui.preferences.editor import Tail
from starling.ui.preferences.matching import Needle
from starling.ui.preferences.own import TAILS
from starling.ui.preferences.row import GUTTER, SettingRow
from starling.ui.preferences.words import Words
from starling.ui.theme import ThemeManager

_TITLE, _HEAD, _ROWS, _SECTIONS = 16, 13, 12, 16


class _Section(QWidget):
    """Rows under a head; a line parts it from what stands above."""

    def __init__(self, themes: ThemeManager, title: str) -> None:
        super().__init__()
        self._themes, self._lined = themes, False
        self.title = title
        self.entries: list[Entry] = []
        self.rows: dict[str, SettingRow] = {}
        self._tail: QVBoxLayout | None = None
        self.head = Words(themes, title, head=_HEAD)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.head)
        self.head.setVisible(bool(title))
        self.restyle()

    def add(self, row: SettingRow) -> None:
        """In the order of the entries, whatever is made first."""
        order = [entry.setting.key for entry in self.entries]
        place = order.index(row.setting.key)
        before = sum(key in self.rows for key in order[:place])
        self.rows[row.setting.key] = row
        self._column.insertWidget(before + 1, row)

    def end_with(self, tail: Tail) -> None:
        """As wide as its rows."""
        self._tail = QVBoxLayout()
        self._tail.addWidget(tail)
        self._column.addLayout(self._tail)
        self.restyle()

    def set_lined(self, lined: bool) -> None:
        """Whether anything stands above."""
        if lined != self._lined:
            self._lined = lined
            self.restyle()

    def restyle(self) -> None:
        """Takes over the sizes of the theme."""
        scale = self._themes.scale
        self.head.restyle()
        self.head.setContentsMargins(round(GUTTER * scale), 0, 0, 0)
        self._column.setContentsMargins(0, round(_SECTIONS * scale) if self._lined else 0, 0, 0)
        self._column.setSpacing(round(_ROWS * scale))
        if self._tail is not None:
            self._tail.setContentsMargins(round(GUTTER * scale), 0, 0, 0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line."""
        if self._lined:
            gutter = round(GUTTER * self._themes.scale)
            QPainter(self).fillRect(gutter, 0, self.width() - gutter, 1, self._themes.theme.line)


class Block(QWidget):
    """The settings of a page."""

    was_reset = Signal(str, object)
    """As of `SettingRow`."""

    def __init__(self, page: Page, entries: tuple[Entry, ...], means: Means) -> None:
        super().__init__()
        self._page, self._entries, self._means, self._themes = page, entries, means, means.themes
        self.tail: Tail | None = None
        """Where the page has one and it was shown."""
        self.title = Words(means.themes, page.title, head=_TITLE)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.title)
        self._sections: list[_Section] = []
        for entry in entries:
            if not self._sections or entry.section != self._sections[-1].title:
                self._sections.append(_Section(means.themes, entry.section))
                self._column.addWidget(self._sections[-1])
            self._sections[-1].entries.append(entry)
        means.themes.changed.connect(self._restyle)
        self._restyle()

    @property
    def rows(self) -> dict[str, SettingRow]:
        """The rows that have been made, by key, in their order."""
        return {
            entry.setting.key: section.rows[entry.setting.key]
            for section in self._sections
            for entry in section.entries
            if entry.setting.key in section.rows
        }

    def show_found(self, needle: Needle, most: int) -> Iterator[None]:
        """Makes and shows the first rows that are found, and hides the others; between steps the event loop may run."""
        wanted = {entry.setting.key for entry in hits(self._entries, needle)[:most]}
        self.title.mark(needle)
        self.setVisible(bool(wanted))
        above = False
        for section in self._sections:
            if not section.entries:
                continue
            here = [entry for entry in section.entries if entry.setting.key in wanted]
            section.set_lined(above and bool(here))
            section.setVisible(bool(here))
            above = above or bool(here)
            section.head.mark(needle)
            for key, row in section.rows.items():
                if key not in wanted:
                    row.hide()
            for entry in here:
                yield
                row = section.rows.get(entry.setting.key) or self._make(entry, section)
                row.mark(needle)
                row.show()
        if not needle and self.tail is None and self._page in TAILS:
            yield
            self._make_tail()
        if self.tail is not None:
            self._sections[-1].setVisible(not needle)

    def _make(self, entry: Entry, section: _Section) -> SettingRow:
        row = SettingRow(entry.setting, entry.make, self._means)
        row.was_reset.connect(self.was_reset)
        section.add(row)
        return row

    def _make_tail(self) -> None:
        self.tail = TAILS[self._page](self._means)
        section = _Section(self._themes, self.tail.title)
        section.end_with(self.tail)
        section.set_lined(True)
        self._sections.append(section)
        self._column.addWidget(section)

    def _restyle(self) -> None:
        scale = self._themes.scale
        self.title.restyle()
        self.title.setContentsMargins(round(GUTTER * scale), 0, 0, 0)
        self._column.setSpacing(round(_SECTIONS * scale))
        for section in self._sections:
            section.restyle()
