# SPDX-License-Identifier: GPL-3.0-or-later
"""The window with the journal of some peers: what happened between them and us, step by step, while it goes on."""

from collections.abc import Sequence
from contextlib import suppress
from typing import NamedTuple

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QMenu, QWidget

from starling import formats
from starling.engine.engine import Engine, EngineError
from starling.i18n import Counted, translate
from starling.peer import Peer
from starling.peerstory import BEGINNING, Event, Story
from starling.spelling import fold, shortened, shown
from starling.torrent import Torrent
from starling.ui.column import Column, Export, Unit, natural
from starling.ui.details import story_words
from starling.ui.details.fetching import Fetcher
from starling.ui.details.peer_columns import address_order
from starling.ui.dialogs.frame import FramedDialog, note, selectable
from starling.ui.filterfield import FilterField
from starling.ui.table import TableModel
from starling.ui.tableview import TableView
from starling.ui.theme import ThemeManager, Token

_NAME = 60
"""Characters of a torrent's name in the title."""


class Journals(Counted):
    """The texts that count."""


class Line(NamedTuple):
    """An event of a story; `place` is its own among all of the story, those included that were left out."""

    story: Story
    event: Event
    place: int


class JournalWindow(FramedDialog):
    """Not modal, and follows. Shows also what had been with the same peers before, and what comes later."""

    grows = False

    def __init__(
        self,
        engine: Engine,
        themes: ThemeManager,
        torrent: Torrent,
        chosen: Sequence[Peer] | Sequence[Story],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine, self._torrent = engine, torrent
        self._places = {(each.address, each.port) for each in chosen}
        self._ids = {each.raw_id for each in chosen if each.raw_id}
        self._first = chosen[0]
        self.setModal(False)
        flags = Qt.WindowType
        self.setWindowFlags(flags.Window | flags.WindowMinMaxButtonsHint | flags.WindowCloseButtonHint)
        self.setWindowTitle(self._titled())
        self.head = selectable(note(wrap=True))
        self.head.setTextFormat(Qt.TextFormat.PlainText)
        self.body.addWidget(self.head)
        self.model: TableModel[Line] = TableModel(columns(several=len(self._places) > 1), _key, self)
        self.view = TableView(self.model, themes, dense=True)
        self.view.setAccessibleName(self.tr("Journal"))
        self.view.exporter.subject = f"{torrent.name} {chosen[0].address}"
        self.body.addWidget(self.view, 1)
        self.search = FilterField(themes, 200)
        self.search.setPlaceholderText(self.tr("Find steps"))
        self.search.setAccessibleName(self.tr("Find steps"))
        self.footer.addWidget(self.search)
        self.footer.addStretch()
        self.copy_button = self.add_button(self.tr("Cop&y"))
        self.export_button = self.add_button(self.tr("&Export…"))
        self.close_button = self.add_button(self.tr("&Close"))
        self.model.sort_by("time", falling=False)
        self.resize(QSize(self.px(920), self.px(460)))
        self._fetcher = Fetcher(self.isVisible, self._fetch, self)
        self._connect()
        self.refresh()
        self.view.setFocus()

    def refresh(self) -> None:
        """Take over what has been written by now."""
        try:
            stories = self._engine.peers.journal(self._torrent.id)
        except EngineError as error:
            self._fetcher.stop()
            self.head.setText(str(error))
            return
        found = [story for story in stories if self._is_meant(story)]
        # An earlier connection may have told who it is, where the one that was chosen did not.
        self._ids |= {story.raw_id for story in found if story.raw_id and (story.address, story.port) in self._places}
        # Its beginning comes first; then it is followed as long as the end is in sight.
        at_end = self.model.total > 0 and self._is_at_end
        self.model.replace([line for story in found for line in _lines(story)])
        if at_end:
            self.view.scrollToBottom()
        self._say(found)

    def copy(self) -> None:
        """The selected rows, or all that are shown."""
        if not self.view.selected_count():
            self.view.selectAll()
        self.view.copy()

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody looks."""
        super().showEvent(event)
        self._fetcher.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        super().hideEvent(event)
        self._fetcher.stop()

    # -- within

    def _connect(self) -> None:
        self.copy_button.clicked.connect(self.copy)
        self.export_button.clicked.connect(self.view.exporter.export_all)
        self.close_button.clicked.connect(self.reject)
        self.search.filtered.connect(self._filter)
        self.search.left.connect(self.view.setFocus)
        self.view.menu_requested.connect(self._menu)
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self.search.setFocus)

    async def _fetch(self) -> None:
        """What libtorrent does not tell by itself is found by looking: here, unless the Peers tab looks too."""
        # It was removed: `refresh` says so.
        with suppress(EngineError):
            await self._engine.peers.sample(self._torrent.id)
        self.refresh()

    def _is_meant(self, story: Story) -> bool:
        return (story.address, story.port) in self._places or (bool(story.raw_id) and story.raw_id in self._ids)

    @property
    def _is_at_end(self) -> bool:
        bar = self.view.verticalScrollBar()
        return self.model.sorting == ("time", False) and bar.value() >= bar.maximum() - self.view.row_height

    def _titled(self) -> str:
        count = len(self._places)
        name = shortened(shown(self._torrent.name), _NAME)
        if count > 1:
            return Journals.tr("Journal of %n peers – {torrent}", "", count).format(torrent=name)
        words = self.tr("Journal of {peer} – {torrent}")
        return words.format(peer=story_words.at(self._first.address, self._first.port), torrent=name)

    def _say(self, found: Sequence[Story]) -> None:
        lines = []
        if len(self._places) == 1 and found:
            lines.append(story_words.about(found[0]))
        if left_out := sum(story.left_out for story in found):
            lines.append(Journals.tr("%n steps in between are not kept.", "", left_out))
        lines.append(
            self.tr(
                "libtorrent tells of beginning and end; the steps between are found by looking, and “≤” means by then."
            )
        )
        self.head.setText("\n".join(filter(None, lines)))
        nothing = self.tr("Nothing is kept of it: it was connected before this program listened, or long ago.")
        self.view.set_empty_text(self.tr("No step matches.") if self.model.total else nothing)
        for button in (self.copy_button, self.export_button):
            button.setEnabled(self.model.rowCount() > 0)

    def _filter(self) -> None:
        terms = fold(self.search.text()).split()

        def lets(line: Line) -> bool:
            said = fold("\n".join((story_words.told(line.event, line.story), story_words.address(line.story))))
            return all(term in said for term in terms)

        self.model.set_filter(lets if terms else None)
        for button in (self.copy_button, self.export_button):
            button.setEnabled(self.model.rowCount() > 0)

    def _menu(self, point: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("&Copy"), self.copy)
        menu.addSeparator()
        self.view.fill_export(menu)
        self.view.popup(menu, point)


def columns(*, several: bool) -> list[Column[Line]]:
    """`several`: the lines are about more than one peer."""
    return [
        Column(
            key="time",
            title=translate("Journal", "Time"),
            value=lambda line: (line.event.at, line.story.number, line.place),
            text=lambda line: story_words.when(line.event),
            tooltip=lambda line: formats.moment(line.event.at),
            width=104,
            colour=Token.MUTED,
            exports=(Export(translate("Journal", "Time"), lambda line: line.event.at, Unit.MOMENT),),
            spoken=lambda line: story_words.spoken_when(line.event),
        ),
        Column(
            key="peer",
            title=translate("Journal", "Peer"),
            value=lambda line: (address_order(line.story.address), line.story.port),
            text=lambda line: story_words.address(line.story),
            width=150,
            hidden=not several,
        ),
        Column(
            key="step",
            title=translate("Journal", "What happened"),
            value=lambda line: natural(story_words.told(line.event, line.story)),
            text=lambda line: story_words.told(line.event, line.story),
            width=300,
            stretch=True,
            colour=lambda line: story_words.colour(line.event),
        ),
        Column(
            key="known",
            title=translate("Journal", "How it is known"),
            value=lambda line: story_words.known_by(line.event),
            text=lambda line: story_words.known_by(line.event),
            width=270,
            colour=Token.MUTED,
            exports=(
                Export(translate("Journal", "How it is known"), lambda line: line.event.witness.value),
                Export(translate("Journal", "Not before"), lambda line: line.event.after, Unit.MOMENT),
            ),
        ),
    ]


def _lines(story: Story) -> list[Line]:
    first = len(story.events) if not story.left_out else BEGINNING
    return [
        Line(story, event, place if place < first else place + story.left_out)
        for place, event in enumerate(story.events)
    ]


def _key(line: Line) -> tuple[int, int]:
    return line.story.number, line.place
