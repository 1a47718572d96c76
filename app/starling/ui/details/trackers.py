# SPDX-License-Identifier: GPL-3.0-or-later
"""The Trackers tab: who is asked for peers, what each answered, when it is asked again, and what can be done."""

from collections.abc import Hashable

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from starling.engine.engine import Engine
from starling.i18n import translate
from starling.torrent import SessionState, Torrent
from starling.tracker import Tracker, TrackerState
from starling.ui.button import Button
from starling.ui.cells import INSET
from starling.ui.details import hint, tracker_header, tracker_sentences
from starling.ui.details.legend import Legend
from starling.ui.details.page import Page
from starling.ui.details.sentence import SentenceRow
from starling.ui.details.tracker_actions import Chosen, TrackerActions, why_not
from starling.ui.details.tracker_cards import Cards, legend_of_timeline
from starling.ui.details.tracker_columns import columns
from starling.ui.details.tracker_commands import TrackerCommands
from starling.ui.details.tracker_rows import TrackerRow, foremost, rows_of
from starling.ui.details.tracker_view import TrackerView
from starling.ui.table import TableModel
from starling.ui.theme import ThemeManager

_ROWS = 4
"""The table keeps as many of them beside the cards; where there is less room, one line says what the cards do."""


class TrackersPage(Page):
    """The trackers of the selected torrent, and the sources without one."""

    def __init__(self, engine: Engine, themes: ThemeManager) -> None:
        super().__init__(themes, "trackers", translate("Details", "Trackers"))
        self._torrent: Torrent | None = None
        self._nodes: int | None = None
        self.model: TableModel[TrackerRow] = TableModel(columns(), _key, self, below=_is_no_tracker)
        self.view = TrackerView(self.model, themes)
        self.view.setAccessibleName(self.tr("Trackers"))
        self.commands = TrackerCommands(engine, self.view, self._chosen)
        self.actions_of = TrackerActions(self.view, themes, self._chosen, self.commands)
        self.add_button = Button(self.tr("Add…"))
        self.edit_button = Button(self.tr("Edit…"))
        self.ask_button = Button(self.tr("Ask all now"))
        self.ask_button.setToolTip(self.tr("Ask every tracker and the DHT for peers now."))
        self.sentence = SentenceRow(themes, buttons=[self.add_button, self.edit_button, self.ask_button])
        self.legend = Legend(themes, legend_of_timeline, margin=INSET)
        self.hint = hint.HintBar(themes)
        self.cards = Cards(themes)
        for widget in (self.sentence, self.view, self.hint, self.legend, self.cards):
            self.rows.addWidget(widget)
        self.rows.setStretchFactor(self.view, 1)
        self.model.sort_by("tier", falling=False)
        self._connect()
        engine.session_changed.connect(self._on_session)
        self.clear()

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.commands.add)
        self.edit_button.clicked.connect(self.commands.edit)
        self.ask_button.clicked.connect(self.commands.ask_all)
        self.cards.again_wanted.connect(self.commands.ask_told)
        self.cards.copy_wanted.connect(self.commands.copy_story)
        self.cards.remove_wanted.connect(self.commands.remove_told)
        self.commands.told.connect(self.told)
        self.view.picked.connect(self._explain)
        self.view.menu_requested.connect(self._menu)
        self.view.columns.changed.connect(self.changed)

    async def fetch(self, engine: Engine, torrent_id: str) -> tuple[Tracker, ...]:
        """The trackers by tier, then the sources, then the web seeds."""
        return await engine.trackers.of(torrent_id)

    def take(self, torrent: Torrent, fetched: tuple[Tracker, ...]) -> None:
        """Show them."""
        self._torrent = torrent
        self.view.turn_to(torrent.id)
        before = {row.key: row for row in self.model.all_rows()}
        self.model.replace(rows_of(fetched, before, self._nodes))
        # Ages and the time until the next announce go on although nothing changed.
        self.view.viewport().update()
        self.sentence.show_words(*tracker_header.header(fetched))
        self._explain()

    def clear(self) -> None:
        """Nothing is known yet."""
        self._torrent = None
        self.view.turn_to("")
        self.model.replace([])
        self.sentence.show_words([])
        self._explain()

    def fill_menu(self, menu: QMenu) -> None:
        """What can be done to the selected trackers, and to all."""
        self.actions_of.fill(menu)

    def main_widget(self) -> QWidget:
        """The table."""
        return self.view

    def save_state(self) -> str:
        """Columns and sorting."""
        return self.view.save_state()

    def restore_state(self, state: str) -> None:
        """Take them over."""
        self.view.restore_state(state)

    def minimumSizeHint(self) -> QSize:
        """Without the cards, which go where there is no room."""
        parts = (self.sentence, self.view, self.hint, self.legend)
        return QSize(super().minimumSizeHint().width(), sum(part.minimumSizeHint().height() for part in parts))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cards where there is room, else one line."""
        super().resizeEvent(event)
        self._make_room()

    # -- within

    def _chosen(self) -> Chosen:
        present = any(row.tier is not None for row in self.model.rows())
        rows = tuple(self.view.chosen())
        matters = None if rows else foremost(self.model.all_rows())
        return Chosen(self._torrent, rows, rows if matters is None else (matters,), present)

    def _on_session(self, state: SessionState) -> None:
        # Shown with what is fetched next, a second later at most.
        self._nodes = state.dht_nodes

    def _explain(self) -> None:
        """Below the table, and in what can be done: the selected rows as they are now, or the one that matters most."""
        chosen = self.actions_of.follow()
        self.add_button.setEnabled(chosen.torrent is not None)
        self.edit_button.setEnabled(chosen.present)
        self.ask_button.setEnabled(chosen.runs)
        found = tracker_sentences.story(chosen.told)
        if found:
            self.hint.say(found.segments, found.tone)
            self.cards.tell(found, chosen.told[0] if len(chosen.told) == 1 else None)
            about = chosen.carded
            self.cards.again_button.setEnabled(bool(about.willing))
            self.cards.remove_button.setEnabled(bool(about.addresses))
            self.cards.again_button.setToolTip(why_not(about))
        else:
            self.hint.say([])
        self._make_room()

    def _make_room(self) -> None:
        told = bool(self.hint.sentence.text())
        needed = self.cards.height_for(self.width())
        table = self.view.columns.sizeHint().height() + _ROWS * self.view.row_height
        free = self.height() - self.sentence.height() - table - needed
        room = free >= 0
        self.cards.setFixedHeight(needed)
        self.cards.setVisible(told and room)
        self.hint.setVisible(told and not room)
        # The chart has a legend of its own.
        crowded = self.cards.charted or free < self.legend.sizeHint().height()
        self.legend.setVisible(not (told and room and crowded))

    def _menu(self, point: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_menu(menu)
        self.view.popup(menu, point)


def failing(trackers: tuple[Tracker, ...]) -> int:
    """How many trackers fail."""
    return sum(1 for tracker in trackers if tracker.tier is not None and tracker.state is TrackerState.FAILED)


def _key(row: TrackerRow) -> Hashable:
    return row.key


def _is_no_tracker(row: TrackerRow) -> bool:
    return row.tier is None
