# SPDX-License-Identifier: GPL-3.0-or-later
"""The Speed tab: how fast the selected torrents or all of them were, over a minute or up to a week."""

import asyncio
import json
import math
from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QMenu, QToolButton, QWidget

from starling import formats, speed
from starling.engine.engine import Engine
from starling.i18n import translate
from starling.speed import Flow, Series
from starling.spelling import shown
from starling.tasks import spawn
from starling.torrent import Torrent
from starling.ui.copying import Copier
from starling.ui.details import speed_columns
from starling.ui.details.page import Page
from starling.ui.details.sentence import Segment, SentenceRow, rich, strong
from starling.ui.details.speedgraph import SpeedGraph
from starling.ui.details.speedimage import Line
from starling.ui.details.speedlegend import SpeedLegend
from starling.ui.details.speedwords import rate_words
from starling.ui.exporting import Exporter
from starling.ui.table import TableModel
from starling.ui.theme import ThemeManager, Token


class Scope(Enum):
    """Whose speed; the values name it in saved states."""

    SELECTED = "selected"
    ALL = "all"


_LINES = frozenset({Line.DOWN, Line.UP, Line.LIMITS})
_PERIOD = 300
_NARROW = 0.1
"""Share of the graph below which it is also said in words since when there is something to see."""

Question = tuple[tuple[str, ...] | None, int]
"""Ids, or None for all, and seconds."""


class SpeedPage(Page):
    """A graph with what it is about above it, and the legend below."""

    def __init__(self, engine: Engine, themes: ThemeManager) -> None:
        super().__init__(themes, "speed", translate("Details", "Speed"))
        self._engine = engine
        self._selected: tuple[Torrent, ...] = ()
        self._ids: tuple[str, ...] = ()
        self._asked: Question | None = None
        """What is being asked."""
        self._answered: Question | None = None
        """What the graph shows."""
        self._task: asyncio.Task[None] | None = None
        self._scope = Scope.SELECTED
        self.graph = SpeedGraph(themes)
        self.legend = SpeedLegend(themes)
        self.legend.set_lines(_LINES)
        self.scopes = {scope: self._scope_button() for scope in Scope}
        group = QButtonGroup(self)
        for button in self.scopes.values():
            group.addButton(button)
        self.period = QComboBox()
        self.period.setAccessibleName(self.tr("Period"))
        for seconds in speed.PERIODS:
            self.period.addItem(formats.duration(seconds), seconds)
        self.period.setCurrentIndex(speed.PERIODS.index(_PERIOD))
        self.sentence = SentenceRow(themes, buttons=(*self.scopes.values(), self.period))
        for widget in (self.sentence, self.graph, self.legend):
            self.rows.addWidget(widget, 1 if widget is self.graph else 0)
        self.model = TableModel(speed_columns.columns(), speed_columns.key, self)
        self._copier = Copier(self)
        self._exporter = Exporter(self.graph, self.model, self._shown_columns, list)
        self._exporter.told.connect(self.told)
        group.buttonClicked.connect(self._choose)
        self.period.activated.connect(self._choose)
        self.legend.picked.connect(self._choose)
        self.graph.cursor_moved.connect(self._describe)
        engine.session_changed.connect(self._on_second)
        self._name_scopes()

    # -- what the pane asks

    def shows(self, selected: Sequence[Torrent]) -> bool:
        """Any selection, and none."""
        return True

    def turn_to(self, selected: Sequence[Torrent]) -> None:
        """Another selection: what is asked, exported and named is about that from now on."""
        self._selected = tuple(selected)
        self._ids = tuple(torrent.id for torrent in selected)
        self._name_scopes()
        self._name_subject()

    async def fetch_all(self, engine: Engine, selected: Sequence[Torrent]) -> None:
        """Only the first time: from then on the page asks for itself, with the engine's seconds."""
        if self._question() != self._answered:
            self._ask()

    def take_all(self, selected: Sequence[Torrent], fetched: None) -> None:
        """They may have another name by now."""
        self._selected = tuple(selected)
        self._name_subject()

    def clear(self) -> None:
        """Another selection; what is about all torrents is about them still."""
        if self._scope is Scope.SELECTED:
            self._answered = None
            self._show(speed.nothing())

    def main_widget(self) -> QWidget:
        """The graph, which has a cursor."""
        return self.graph

    def fill_menu(self, menu: QMenu) -> None:
        """What can be done to the values."""
        self._fill_rows()
        copy = menu.addAction(self.tr("&Copy values"), self.copy)
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setShortcutVisibleInContextMenu(True)
        copy.setEnabled(self.model.rowCount() > 0)
        self._exporter.fill(menu)

    def copy(self) -> None:
        """The values of the lines that are shown, as text."""
        self._fill_rows()
        columns = [self.model.columns[number] for number in self._shown_columns()]
        rows = speed_columns.rows(self.graph.series)
        if rows:
            head = "\t".join(column.title for column in columns)
            lines = ("\t".join(column.text(row) for column in columns) for row in rows)
            self._copier.copy((head, *lines), len(rows) + 1)

    def save_state(self) -> str:
        """Whose speed, how long, and which lines."""
        lines = sorted(line.value for line in self.legend.lines())
        return json.dumps({"scope": self._scope.value, "seconds": self._seconds, "lines": lines})

    def restore_state(self, state: str) -> None:
        """Take it over."""
        try:
            found = json.loads(state)
            scope, lines = Scope(found["scope"]), [Line(line) for line in found["lines"]]
            period = speed.PERIODS.index(found["seconds"])
        except (ValueError, KeyError, TypeError):
            return
        self._scope = scope
        self.period.setCurrentIndex(period)
        self.legend.set_lines(lines)
        self._name_scopes()

    # -- Qt's

    def showEvent(self, event: QShowEvent) -> None:
        """What it showed when it was seen last is old."""
        super().showEvent(event)
        self._answered = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+C copies."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The same as in the menu bar."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_menu(menu)
        menu.popup(event.globalPos())

    # -- within

    @property
    def _seconds(self) -> int:
        return int(self.period.currentData())

    def _question(self) -> Question:
        everything = self._scope is Scope.ALL or not self._selected
        return (None if everything else self._ids), self._seconds

    def _scope_button(self) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _name_scopes(self) -> None:
        count = len(self._selected)
        own, every = self.scopes[Scope.SELECTED], self.scopes[Scope.ALL]
        own.setText(self.tr("These %n torrents", "", count) if count > 1 else self.tr("This torrent"))
        own.setEnabled(count > 0)
        every.setText(self.tr("All torrents"))
        (every if self._question()[0] is None else own).setChecked(True)

    def _name_subject(self) -> None:
        """A single torrent lends its name to the file that is exported."""
        only = self._selected[0] if len(self._selected) == 1 and self._question()[0] else None
        self._exporter.subject = shown(only.name) if only else ""

    def _choose(self) -> None:
        if self._selected:
            self._scope = next(scope for scope, button in self.scopes.items() if button.isChecked())
        self._name_subject()
        self.changed.emit()
        self._ask()

    def _on_second(self) -> None:
        # In step with the engine's seconds: with a clock of its own the graph would now stand still, now leap.
        if self.isVisible() and not self.window().isMinimized():
            self._ask()

    def _ask(self) -> None:
        """One question at a time; what is not of interest any more is not waited for."""
        question = self._question()
        if self._task is not None and not self._task.done():
            if question == self._asked:
                return
            self._task.cancel()
        self._asked = question
        self._task = spawn(self._answer(question), name="speed")

    async def _answer(self, question: Question) -> None:
        series = await self._engine.history.series(*question)
        if question == self._question():
            self._answered = question
            self._show(series)

    def _show(self, series: Series) -> None:
        self.graph.show_series(series, self._seconds, self.legend.lines())
        self.legend.gap.setVisible(any(map(math.isnan, series.down.payload)))
        self._say(series)
        self._describe()

    def _say(self, series: Series) -> None:
        if not series.seconds:
            words = self.tr("Nothing was measured in this time yet.") if len(series) else ""
            self.sentence.show_words([Segment(words)])
            return
        flows = (
            (series.down, self.tr("Downloaded {total}: peak {peak} at {time}, average {average}."), Token.DOWN),
            (series.up, self.tr("Uploaded {total}: peak {peak} at {time}, average {average}."), Token.UP),
        )
        told = [self._told(series, flow, words, token) for flow, words, token in flows if flow.total]
        if not told:
            period = formats.duration(self._seconds)
            words = self.tr("Nothing was downloaded or uploaded in the last {period}.").format(period=period)
            told = [[Segment(words)]]
        more = [part for more in told[1:] for part in more]
        self.sentence.show_words(told[0], [*more, *self._since(series, apart=bool(more))])

    def _since(self, series: Series, *, apart: bool) -> list[Segment]:
        """Since when anything is known, where that is too narrow a part of the graph to be seen."""
        first = next((index for index in range(len(series)) if series.ran(index)), 0)
        if len(series) - first > len(series) * _NARROW:
            return []
        words = self.tr("Recorded since {time}.").format(time=self._when(series.moment(first)))
        return [Segment(f" {words}" if apart else words, Token.MUTED)]

    def _when(self, moment: int) -> str:
        when = formats.clock(moment, exact=self._seconds <= 300)
        if self._seconds < 86_400:
            return when
        return self.tr("{day}, {time}").format(day=formats.weekday(moment), time=when)

    def _told(self, series: Series, flow: Flow, words: str, token: Token) -> list[Segment]:
        peak = flow.peak()
        values = {
            "total": strong(formats.size(flow.total)),
            "peak": strong(rate_words(peak.rate if peak else 0.0), token),
            "time": Segment(self._when(series.moment(peak.index)) if peak else ""),
            "average": strong(rate_words(series.average(flow)), token),
        }
        return rich(words, values)

    def _describe(self) -> None:
        """To a screen reader: the moment that the cursor is on, and without one the whole in a sentence."""
        told = self.graph.told()
        words = ", ".join(said.words for said in told) if told else self.sentence.sentence.text()
        if words != self.graph.accessibleDescription():
            self.graph.setAccessibleDescription(words)

    def _shown_columns(self) -> list[int]:
        return speed_columns.shown(self.graph.series, self.legend.lines())

    def _fill_rows(self) -> None:
        self.model.replace(speed_columns.rows(self.graph.series))
