# SPDX-License-Identifier: GPL-3.0-or-later
"""The General tab: the pieces and their copies as strips, and every figure of the torrent, or of several together."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea, QVBoxLayout, QWidget

from starling import formats, showing
from starling.engine.engine import Engine
from starling.i18n import translate
from starling.pieces import PieceMap
from starling.tasks import spawn
from starling.torrent import Facts, SessionState, Torrent, Waste
from starling.ui.details import facts, sums
from starling.ui.details.facts import About, seen_complete
from starling.ui.details.legend import Item, Legend, strip_items
from starling.ui.details.page import Page
from starling.ui.details.sentence import Segment, SentenceRow, rich, strong
from starling.ui.details.stripbar import StripBar
from starling.ui.details.strips import FLIGHT, NONE, codes, copies_strip, piece_strip
from starling.ui.details.values import Values
from starling.ui.theme import ThemeManager, Token


class GeneralPage(Page):
    """Everything about what is selected that is one figure."""

    def __init__(self, engine: Engine, themes: ThemeManager) -> None:
        super().__init__(themes, "general", translate("Details", "General"))
        self._whose: frozenset[str] = frozenset()
        """Ids of those that are selected."""
        self._waste: tuple[tuple[Waste, int], ...] = ()
        self.sentence = SentenceRow(themes, legend=Legend(themes, _legend))
        self.pieces = StripBar(themes, self.tr("Pieces"), piece_strip)
        self.copies = StripBar(themes, self.tr("Copies"), copies_strip)
        self.values = Values(facts.sections(), themes)
        self.sums = Values(sums.sections(), themes)
        both = QWidget()
        both.setBackgroundRole(QPalette.ColorRole.Base)
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        for values in (self.values, self.sums):
            column.addWidget(values)
            values.folder_wanted.connect(self._open_folder)
            values.address_wanted.connect(self._ask_about)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setAccessibleName(self.title)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setBackgroundRole(QPalette.ColorRole.Base)
        self._scroll.setWidget(both)
        for widget in (self.sentence, self.pieces, self.copies, self._scroll):
            self.rows.addWidget(widget)
        engine.session_changed.connect(self._on_session)
        self.clear()

    def shows(self, selected: Sequence[Torrent]) -> bool:
        """One torrent, or the sum of several."""
        return bool(selected)

    def turn_to(self, selected: Sequence[Torrent]) -> None:
        """Other ones: rows that say nothing of them leave."""
        self._whose = frozenset(torrent.id for torrent in selected)

    async def fetch_all(self, engine: Engine, selected: Sequence[Torrent]) -> Facts | None:
        """Facts of a single one; nobody is asked about 10,000."""
        return await self.fetch(engine, selected[0].id) if len(selected) == 1 else None

    def take_all(self, selected: Sequence[Torrent], fetched: Facts | None) -> None:
        """Show them, or the sum."""
        if fetched is not None:
            self.take(selected[0], fetched)
        else:
            self._show_sum(selected)

    async def fetch(self, engine: Engine, torrent_id: str) -> Facts:
        """What the snapshot does not say."""
        return await engine.details.facts(torrent_id)

    def take(self, torrent: Torrent, fetched: Facts) -> None:
        """Show it."""
        self.values.show_about(About(torrent, fetched, self._waste), torrent.id)
        self.values.setVisible(True)
        self.sums.setVisible(False)
        pieces = fetched.pieces
        self.pieces.setVisible(pieces is not None)
        self.sentence.set_explains(pieces is not None)
        self.copies.setVisible(pieces is not None and any(pieces.copies))
        if pieces is None:
            self.sentence.show_words([Segment(self.tr("The pieces are not known yet: they come with the metadata."))])
        else:
            self._show_pieces(torrent, pieces)

    def clear(self) -> None:
        """Nothing is known yet."""
        self.values.setVisible(False)
        self.sums.setVisible(False)
        self.pieces.setVisible(False)
        self.copies.setVisible(False)
        self.sentence.show_words([])

    def main_widget(self) -> QWidget:
        """The values, which scroll."""
        return self._scroll

    def fill_menu(self, menu: QMenu) -> None:
        """What can be done to the values."""
        copy = menu.addAction(self.tr("&Copy all values"), self.copy)
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setShortcutVisibleInContextMenu(True)
        copy.setEnabled(bool(self._said()))

    def copy(self) -> None:
        """Every value that is shown, each on a line with its label."""
        if said := self._said():
            QGuiApplication.clipboard().setText("\n".join(said))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+C, where nothing is selected, copies everything."""
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

    def _said(self) -> list[str]:
        return next((values.said() for values in (self.values, self.sums) if not values.isHidden()), [])

    def _on_session(self, session: SessionState) -> None:
        self._waste = session.waste

    def _open_folder(self, path: str) -> None:
        spawn(showing.show([f"{path.rstrip('/')}/"]), name="open folder")

    def _ask_about(self, address: str) -> None:
        from starling.ui.dialogs.address import open_after_asking

        spawn(open_after_asking(address, self.window()), name="open address")

    def _show_sum(self, selected: Sequence[Torrent]) -> None:
        found = sums.total(selected)
        for widget in (self.values, self.pieces, self.copies):
            widget.setVisible(False)
        self.sentence.set_explains(False)
        self.sums.show_about(found, self._whose)
        self.sums.setVisible(True)
        values = {"count": strong(formats.count(found.count)), "states": Segment(", ".join(sums.states_in(found)))}
        words = rich(self.tr("{count} torrents are selected: {states}.", "", found.count), values)
        self.sentence.show_words(words)

    def _show_pieces(self, torrent: Torrent, pieces: PieceMap) -> None:
        found = codes(pieces)
        have, flight, none = pieces.have.count(1), found.count(FLIGHT), found.count(NONE)
        values = {
            "have": strong(formats.count(have)),
            "all": strong(formats.count(pieces.count)),
            "flight": strong(formats.count(flight)),
            "none": strong(formats.count(none), Token.NONE),
            "ago": Segment(seen_complete(torrent), Token.MUTED),
        }
        main = rich(self.tr("{have} of {all} pieces are here.", "", pieces.count), values)
        if have == pieces.count:
            main = rich(self.tr("All {all} pieces are here.", "", pieces.count), values)
        elif flight:
            main = rich(self.tr("{have} of {all} pieces are here, {flight} in flight.", "", pieces.count), values)
        more: list[Segment] = []
        if none:
            more = rich(self.tr("{none} pieces are on no connected peer.", "", none), values)
            if values["ago"].text:
                more += [Segment(" "), *rich(self.tr("A full copy was last seen {ago}."), values, Token.MUTED)]
        self.sentence.show_words([*main, *([Segment(" "), *more] if more else [])])
        described = self.sentence.sentence.text()
        part = formats.percent(have / pieces.count) if pieces.count else ""
        # Bytes count elsewhere, and also those that are not verified yet.
        verified = self.tr("{percent} of all pieces, verified.").format(percent=part)
        self.pieces.show_data(found, part, f"{described} {verified}" if part else described)
        copies = formats.ratio(torrent.availability) if torrent.availability is not None else ""
        rarest = formats.count(min(pieces.copies, default=0))
        self.copies.show_data(
            pieces.copies,
            copies,
            self.tr(
                "You and the connected peers have {copies} copies; the rarest piece is on {rarest} of them."
            ).format(copies=copies or formats.count(0), rarest=rarest),
        )


def _legend() -> list[Item]:
    return strip_items(skipped=False)
