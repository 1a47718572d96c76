# SPDX-License-Identifier: GPL-3.0-or-later
"""The Trackers tab: who is asked for peers, what each answered, and when it is asked again."""

import time
from collections.abc import Hashable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from starling import formats
from starling.engine.engine import Engine
from starling.i18n import translate
from starling.torrent import Torrent
from starling.tracker import Tracker, TrackerState
from starling.ui.details import hint
from starling.ui.details.page import Page
from starling.ui.details.sentence import Segment, SentenceRow, rich, strong
from starling.ui.details.tracker_columns import columns, name_of
from starling.ui.table import TableModel
from starling.ui.tableview import TableView
from starling.ui.theme import ThemeManager, Token


class TrackersPage(Page):
    """The trackers of the selected torrent, and the sources without one."""

    def __init__(self, engine: Engine, themes: ThemeManager) -> None:
        super().__init__(themes, "trackers", translate("Details", "Trackers"))
        self._engine = engine
        self._torrent: Torrent | None = None
        self.model: TableModel[Tracker] = TableModel(columns(), _key, self)
        self.view = TableView(self.model, themes, dense=True)
        self.view.setAccessibleName(self.tr("Trackers"))
        self.ask_button = QPushButton(self.tr("Ask all now"))
        self.ask_button.setToolTip(self.tr("Ask every tracker, the DHT and the local network for peers now."))
        self.ask_button.clicked.connect(self._ask)
        self.sentence = SentenceRow(themes, buttons=[self.ask_button])
        self.hint = hint.HintBar(themes)
        for widget in (self.sentence, self.view, self.hint):
            self.rows.addWidget(widget)
        self.model.sort_by("tier", falling=False)
        self.view.picked.connect(self._explain)
        self.view.menu_requested.connect(self._menu)
        self.view.columns.changed.connect(self.changed)
        self.clear()

    async def fetch(self, engine: Engine, torrent_id: str) -> tuple[Tracker, ...]:
        """The trackers by tier, then the sources."""
        return await engine.trackers.of(torrent_id)

    def take(self, torrent: Torrent, fetched: tuple[Tracker, ...]) -> None:
        """Show them."""
        self._torrent = torrent
        self.ask_button.setEnabled(not torrent.paused)
        self.model.replace(fetched)
        # Ages go on although nothing changed.
        self.view.viewport().update()
        self._say(fetched)
        self._explain()

    def clear(self) -> None:
        """Nothing is known yet."""
        self._torrent = None
        self.model.replace([])
        self.ask_button.setEnabled(False)
        self.sentence.show_words([])
        self.hint.say([])

    def fill_menu(self, menu: QMenu) -> None:
        """What can be done to the selected trackers."""
        ask = menu.addAction(self.tr("Ask all now"), self._ask)
        ask.setEnabled(self.ask_button.isEnabled())
        copy = menu.addAction(self.tr("Copy URL"), self._copy)
        copy.setEnabled(bool(self._urls()))

    def main_widget(self) -> QWidget:
        """The table."""
        return self.view

    def save_state(self) -> str:
        """Columns and sorting."""
        return self.view.save_state()

    def restore_state(self, state: str) -> None:
        """Take them over."""
        self.view.restore_state(state)

    def _say(self, fetched: tuple[Tracker, ...]) -> None:
        trackers = [tracker for tracker in fetched if tracker.tier is not None]
        others = sum(tracker.peers or 0 for tracker in fetched if tracker.tier is None)
        main = self._about(trackers)
        failing = sum(1 for tracker in trackers if tracker.state is TrackerState.FAILED)
        if failing:
            main += [Segment(" "), strong(self.tr("%n fail.", "", failing), Token.ERR)]
        more = []
        if others:
            words = self.tr("DHT, peer exchange and local network found %n more.", "", others)
            more = [Segment(words, Token.MUTED)]
        self.sentence.show_words(main, more)

    def _about(self, trackers: list[Tracker]) -> list[Segment]:
        if not trackers:
            return [
                Segment(self.tr("This torrent has no trackers: peers come by DHT, peer exchange and local network."))
            ]
        working = [tracker for tracker in trackers if tracker.state is TrackerState.WORKING]
        got = sum(tracker.peers or 0 for tracker in working)
        ago = formats.age(max((tracker.last_announce or 0 for tracker in working), default=0) or None)
        values = {
            "working": strong(formats.count(len(working))),
            "all": Segment(formats.count(len(trackers))),
            "peers": strong(formats.count(got)),
            "ago": Segment(ago),
        }
        if len(working) > 1:
            gave = (
                self.tr("They gave {peers} peers, the last {ago}.", "", got)
                if ago
                else self.tr("They gave {peers} peers.", "", got)
            )
        else:
            gave = (
                self.tr("It gave {peers} peers {ago}.", "", got) if ago else self.tr("It gave {peers} peers.", "", got)
            )
        if len(trackers) == 1 and working:
            words = " ".join([self.tr("The tracker works."), gave])
        elif len(trackers) == 1:
            words = {
                TrackerState.ASKING: self.tr("The tracker is being asked."),
                TrackerState.FAILED: self.tr("The tracker does not work."),
                TrackerState.OFF: self.tr("The tracker is off."),
            }.get(trackers[0].state, self.tr("The tracker has not been asked yet."))
        elif working:
            words = " ".join([self.tr("{working} of {all} trackers work.", "", len(working)), gave])
        else:
            words = self.tr("None of {all} trackers has answered yet.")
        return rich(words, values)

    def _explain(self) -> None:
        keys = self.view.selected_keys()
        tracker = self.model.get(keys[0]) if len(keys) == 1 else None
        if tracker is None:
            self.hint.say([])
            return
        sentences, tone = self._about_one(tracker)
        again = tracker.next_announce - time.time() if tracker.next_announce else 0
        values = {
            "name": strong(name_of(tracker)),
            "peers": strong(formats.count(tracker.peers or 0)),
            "ago": Segment(formats.age(tracker.last_announce)),
            "message": Segment(tracker.message.rstrip(".")),
            "fails": Segment(formats.count(tracker.fails)),
            "again": Segment(formats.duration(again, coarse=True)),
        }
        if tracker.state in {TrackerState.WORKING, TrackerState.FAILED} and again > 0:
            sentences.append(self.tr("It is asked again in {again}."))
        self.hint.say(rich(" ".join(sentences), values), tone)

    def _about_one(self, tracker: Tracker) -> tuple[list[str], hint.Tone]:
        """Sentences, none of which has a placeholder without a value."""
        peers = tracker.peers or 0
        if tracker.tier is None:
            if tracker.state is TrackerState.OFF:
                return [self.tr("{name} is off: by a setting, or because the torrent is private or paused.")], hint.INFO
            return [self.tr("{name} is on; {peers} of the connected peers were found by it.", "", peers)], hint.INFO
        match tracker.state:
            case TrackerState.WORKING:
                gave = (
                    self.tr("{name} gave {peers} peers {ago}.", "", peers)
                    if tracker.last_announce
                    else self.tr("{name} gave {peers} peers.", "", peers)
                )
                if tracker.message:
                    return [gave, self.tr("It says: {message}.")], hint.WARN
                return [gave], hint.OK
            case TrackerState.FAILED:
                return [self.tr("{name} does not work."), *self._about_failure(tracker)], hint.ERR
            case TrackerState.ASKING:
                return [self.tr("{name} is being asked.")], hint.INFO
            case TrackerState.OFF:
                return [self.tr("{name} is off.")], hint.INFO
            case TrackerState.NOT_ASKED:
                return [
                    self.tr("{name} was not asked yet: those before it come first, or the torrent does not run.")
                ], hint.INFO

    def _about_failure(self, tracker: Tracker) -> list[str]:
        said = ["{message}."] if tracker.message.rstrip(".") else []
        if tracker.fails > 1 and tracker.last_announce:
            return [*said, self.tr("It failed {fails} times in a row, last {ago}.", "", tracker.fails)]
        return [*said, self.tr("It was asked {ago}.")] if tracker.last_announce else said

    def _menu(self, point: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_menu(menu)
        self.view.popup(menu, point)

    def _urls(self) -> list[str]:
        found = (self.model.get(key) for key in self.view.selected_keys())
        return [tracker.url for tracker in found if tracker and tracker.tier is not None]

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self._urls()))

    def _ask(self) -> None:
        if self._torrent:
            self._engine.reannounce([self._torrent.id])


def failing(trackers: tuple[Tracker, ...]) -> int:
    """How many trackers fail."""
    return sum(1 for tracker in trackers if tracker.tier is not None and tracker.state is TrackerState.FAILED)


def _key(tracker: Tracker) -> Hashable:
    return tracker.url
