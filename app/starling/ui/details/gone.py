# SPDX-License-Identifier: GPL-3.0-or-later
"""The peers of a torrent that are gone: their table, its sentence, and what can be done with them."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from starling import formats
from starling.engine.engine import Engine
from starling.i18n import Counted
from starling.peerstory import Story
from starling.spelling import fold
from starling.torrent import Torrent
from starling.ui.details import story_words
from starling.ui.details.gone_columns import columns
from starling.ui.details.journal_commands import JournalCommands
from starling.ui.details.sentence import Segment, rich, strong
from starling.ui.table import TableModel
from starling.ui.tableview import TableView
from starling.ui.theme import ThemeManager, Token


class Gone(Counted):
    """The texts that count."""


class GonePeers(QObject):
    """Its `view` stands in the place of the connected peers while they are shown."""

    def __init__(self, engine: Engine, themes: ThemeManager, parent: QObject) -> None:
        super().__init__(parent)
        self._torrent: Torrent | None = None
        self._terms: tuple[str, ...] = ()
        self.model: TableModel[Story] = TableModel(columns(), _number, self)
        self.view = TableView(self.model, themes, dense=True)
        self.view.setAccessibleName(self.tr("Peers that are gone"))
        self.model.sort_by("ended", falling=True)
        self.journals = JournalCommands(engine, themes, self.view, self._chosen)
        self.view.menu_requested.connect(self._menu)

    def take(self, torrent: Torrent, stories: Sequence[Story]) -> None:
        """Show those of the stories that are over."""
        self._torrent = self.journals.torrent = torrent
        self.model.replace([story for story in stories if story.ended is not None])
        self._say()

    def clear(self) -> None:
        """Nothing is known."""
        self._torrent = self.journals.torrent = None
        self.model.replace([])
        self.view.set_empty_text("")

    def find(self, terms: tuple[str, ...]) -> None:
        """Show only those of whom all these words are said somewhere."""
        if terms != self._terms:
            self._terms = terms
            folded = [fold(term) for term in terms]

            def lets(story: Story) -> bool:
                said = _said(story)
                return all(term in said for term in folded)

            self.model.set_filter(lets if terms else None)
            self._say()

    def sentence(self) -> tuple[list[Segment], list[Segment]]:
        """What the table means, and what adds to it."""
        met = sum(story.shaken for story in self.model.all_rows())
        vain = self.model.total - met
        words = rich(Gone.tr("{count} peers have left.", "", met), {"count": strong(formats.count(met))})
        if not met:
            words = rich(self.tr("No peer has left yet."), {})
        more = Gone.tr("%n others were called in vain.", "", vain) if vain else ""
        return words, [Segment(more, Token.MUTED)] if more else []

    def fill(self, menu: QMenu) -> None:
        """Put into a menu what is possible now."""
        chosen = self._chosen()
        self.journals.fill(menu)
        menu.addSeparator()
        menu.addAction(self.tr("&Copy address"), self.copy_addresses).setEnabled(bool(chosen))
        menu.addAction(self.tr("Copy &rows"), self.view.copy).setEnabled(bool(chosen))
        self.view.fill_export(menu)

    def copy_addresses(self) -> None:
        """Addresses with ports, a line each."""
        QGuiApplication.clipboard().setText("\n".join(map(story_words.address, self._chosen())))

    def _chosen(self) -> list[Story]:
        found = (self.model.get(key) for key in self.view.selected_keys())
        return [story for story in found if story]

    def _say(self) -> None:
        self.view.set_empty_text(
            self.tr("No peer that is gone has {what}. Esc shows all.").format(what=" ".join(self._terms))
            if self._terms and self.model.total
            else self.tr("Nobody has left yet.")
        )

    def _menu(self, point: QPoint) -> None:
        menu = QMenu(self.view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill(menu)
        self.view.popup(menu, point)


def _number(story: Story) -> int:
    return story.number


def _said(story: Story) -> str:
    words = (story_words.address(story), story.client, story.id, story_words.why(story))
    return fold("\n".join(words).replace(formats.NBSP, " "))
