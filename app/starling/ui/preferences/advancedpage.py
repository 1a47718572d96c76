# SPDX-License-Identifier: GPL-3.0-or-later
"""The page Advanced: the table of libtorrent's own settings, a filter above, and what the current one means below."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from starling.advanced.row import Kind, Row
from starling.advanced.table import TABLE, find
from starling.setting import Page
from starling.settings import TABLE as SETTINGS
from starling.ui.button import Button
from starling.ui.dialogs.means import Means
from starling.ui.filterfield import FilterField
from starling.ui.notice import announce
from starling.ui.preferences.advancedtable import AdvancedTable
from starling.ui.preferences.advancedvalues import AdvancedValues, in_words
from starling.ui.preferences.block import Block
from starling.ui.preferences.catalogue import Entry
from starling.ui.preferences.matching import Needle
from starling.ui.preferences.row import GUTTER
from starling.ui.preferences.words import Words

_DETAILS = 104


class AdvancedPage(QWidget):
    """What other pages have rows for stands here too: who decides it is named, and a button leads there."""

    setting_wanted = Signal(str)
    """The key of a setting of Starling's that decides the current one."""
    was_reset = Signal(str, object)
    """As of `SettingRow`."""

    def __init__(self, entries: tuple[Entry, ...], means: Means) -> None:
        super().__init__()
        self._means, self._themes = means, means.themes
        self._awaited = ""
        self.values = AdvancedValues(means, self)
        self.title = Words(means.themes, Page.ADVANCED.title, head=16)
        self.block = Block(Page.ADVANCED, entries, means) if entries else None
        self.note = Words(means.themes, small=True)
        self.note.say(self.tr("Everything that libtorrent can be told, by its own names. Changes apply at once."))
        self.filter = FilterField(means.themes, 260)
        self.filter.setPlaceholderText(self.tr("Filter: a name or words of its help"))
        self.filter.setAccessibleName(self.tr("Filter"))
        self.only_changed = QCheckBox(self.tr("C&hanged only"))
        self.table = AdvancedTable(self.values, means.themes)
        self.details = _Details(means, self.values)
        self._column = QVBoxLayout(self)
        self._top = QHBoxLayout()
        self._top.addWidget(self.title, 1)
        self._top.addWidget(self.only_changed)
        self._top.addWidget(self.filter)
        self._column.addLayout(self._top)
        self._column.addWidget(self.note)
        if self.block is not None:
            self.block.title.hide()
            self.block.was_reset.connect(self.was_reset)
            self._column.addWidget(self.block)
        self._column.addWidget(self.table, 1)
        self._column.addWidget(self.details)
        self.filter.filtered.connect(self._refilter)
        self.filter.left.connect(self._enter)
        self.only_changed.toggled.connect(self._refilter)
        self.table.looked_at.connect(self.details.look)
        self.table.refused.connect(self._on_refused)
        self.table.filled.connect(self._on_filled)
        self.details.setting_wanted.connect(self.setting_wanted)
        means.themes.changed.connect(self._restyle)
        self._restyle()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key stops at, as the eye goes."""
        return self.only_changed, self.filter, self.table, self.details.reset_button, self.details.there_button

    def open(self) -> None:
        """The page is shown; the first time its rows are made."""
        if self.block is not None:
            for _ in self.block.show_found(Needle(), len(TABLE)):
                pass
            self.block.title.hide()
        self.table.fill()

    def showEvent(self, event: QShowEvent) -> None:
        """What changed meanwhile was not written."""
        super().showEvent(event)
        self.values.look()

    def settle(self) -> None:
        """The window closes: what is typed is taken over."""
        for row in self.block.rows.values() if self.block is not None else ():
            row.editor.settle()
        self.table.setFocus()

    def look_for(self, typed: str, key: str) -> None:
        """Shows what is found by these words, or one setting among all."""
        self.only_changed.setChecked(False)
        self.filter.setText("" if key else typed)
        self.filter.settle()
        self._awaited = key
        if not self.table.busy:
            self._on_filled()

    # -- within

    def _refilter(self) -> None:
        words = self.filter.text().strip()
        keys = {row.key for row in find(words)} if words else set(TABLE)
        if self.only_changed.isChecked():
            keys = {key for key in keys if self.values.is_changed(TABLE[key])}
        left = self.table.show_only(keys if len(keys) < len(TABLE) else None)
        self.details.say_count(left)

    def _enter(self) -> None:
        self.table.pick_first()
        self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_filled(self) -> None:
        key, self._awaited = self._awaited, ""
        if key:
            self.table.pick(key)
            self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_refused(self, row: Row, sentence: str) -> None:
        self.table.pick(row.key)
        self.details.refuse(sentence)
        announce(self.table, sentence, urgent=True)

    def _restyle(self) -> None:
        scale = self._themes.scale
        self.title.restyle()
        self.note.restyle()
        inset = round(20 * scale)
        self._column.setContentsMargins(round((14 + GUTTER) * scale), inset, inset, round(8 * scale))
        self._column.setSpacing(round(8 * scale))
        self._top.setSpacing(round(14 * scale))


class _Details(QWidget):
    """What the current setting means, who decides it, and what can be done about it."""

    setting_wanted = Signal(str)

    def __init__(self, means: Means, values: AdvancedValues) -> None:
        super().__init__()
        self._means, self._themes, self._values = means, means.themes, values
        self._row: Row | None = None
        self.name = Words(means.themes, head=13)
        self.help = Words(means.themes)
        self.facts = Words(means.themes, small=True)
        self.reset_button = Button(self.tr("&Reset"))
        self.reset_button.clicked.connect(self._on_reset)
        self.there_button = Button()
        self.there_button.clicked.connect(self._on_there)
        self._line = QHBoxLayout()
        self._line.addWidget(self.name, 1)
        self._line.addWidget(self.there_button)
        self._line.addWidget(self.reset_button)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._line)
        self._column.addWidget(self.help)
        self._column.addWidget(self.facts)
        self._column.addStretch()
        values.changed.connect(self._refresh)
        means.themes.changed.connect(self._restyle)
        self._restyle()
        self.look(None)

    def look(self, row: Row | None) -> None:
        """Another setting is the current one."""
        self._row = row
        self.facts.warn(False)
        self._refresh()

    def say_count(self, count: int) -> None:
        """How many are left by a filter, while none of them is looked at."""
        if self._row is None:
            self.help.say(self.tr("%n settings", "", count))

    def refuse(self, sentence: str) -> None:
        """Why what was typed will not do."""
        self.facts.warn(True)
        self.facts.say(sentence)

    def _refresh(self) -> None:
        row = self._row
        self.reset_button.setVisible(row is not None and self._values.is_changed(row))
        owner = SETTINGS.get(row.owners[0]) if row is not None and row.owners else None
        self.there_button.setVisible(owner is not None)
        if owner is not None:
            self.there_button.say(self.tr("Show “{label}”").format(label=owner.label.replace("&", "&&")))
        if row is None:
            self.name.say("")
            self.help.say(self.tr("Pick a setting to read what it does."))
            self.facts.say("")
            return
        self.name.say(row.key)
        self.help.say(row.help)
        self.facts.warn(False)
        self.facts.say(" ".join(filter(None, self._sentences(row))))
        default = in_words(row, self._values.default(row))
        self.reset_button.setToolTip(self.tr("Back to the default: {value}").format(value=default))

    def _sentences(self, row: Row) -> list[str]:
        found = [row.reason]
        if row.owners:
            labels = [SETTINGS[key].label for key in row.owners if key in SETTINGS]
            names = self.tr("“{label}”")
            decided = self.tr("Decided by {settings}.")
            found.append(decided.format(settings=", ".join(names.format(label=label) for label in labels)))
        elif row.idle:
            found.append(self.tr("A change of it would change nothing."))
        if row.editable:
            if row.kind is Kind.NUMBER:
                low, high = (in_words(row, value) for value in (row.minimum, row.maximum))
                found.append(self.tr("From {low} to {high}.").format(low=low, high=high))
            found.append(row.when.sentence)
        return found

    def _on_reset(self) -> None:
        if self._row is not None:
            self._values.reset(self._row)

    def _on_there(self) -> None:
        if self._row is not None and self._row.owners:
            self.setting_wanted.emit(self._row.owners[0])

    def _restyle(self) -> None:
        scale = self._themes.scale
        for words in (self.name, self.help, self.facts):
            words.restyle()
        self._column.setContentsMargins(0, round(8 * scale), 0, 0)
        self._column.setSpacing(round(4 * scale))
        self.setFixedHeight(round(_DETAILS * scale))
        for button in (self.reset_button, self.there_button):
            button.set_least(QSize(0, round(26 * scale)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line parts it from the table."""
        QPainter(self).fillRect(0, 0, self.width(), 1, self._themes.theme.line)
