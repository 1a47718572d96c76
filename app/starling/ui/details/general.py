# SPDX-License-Identifier: GPL-3.0-or-later
"""The General tab: the pieces and their copies as strips, and every figure of the torrent beside its name."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from starling import formats
from starling.engine.engine import Engine
from starling.i18n import translate
from starling.pieces import PieceMap
from starling.torrent import Facts, Torrent
from starling.ui.details.facts import sections, seen_complete
from starling.ui.details.legend import Item, Legend, strip_items
from starling.ui.details.page import Page
from starling.ui.details.sentence import Segment, SentenceRow, rich, strong
from starling.ui.details.stripbar import StripBar
from starling.ui.details.strips import FLIGHT, NONE, codes, copies_strip, piece_strip
from starling.ui.details.values import Values
from starling.ui.theme import ThemeManager, Token


class GeneralPage(Page):
    """Everything about the selected torrent that is one figure."""

    def __init__(self, themes: ThemeManager) -> None:
        super().__init__(themes, "general", translate("Details", "General"))
        self.sentence = SentenceRow(themes, legend=Legend(themes, _legend))
        self.pieces = StripBar(themes, self.tr("Pieces"), piece_strip)
        self.copies = StripBar(themes, self.tr("Copies"), copies_strip)
        self.values = Values(sections(), themes)
        self.values.setBackgroundRole(QPalette.ColorRole.Base)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setBackgroundRole(QPalette.ColorRole.Base)
        self._scroll.setWidget(self.values)
        for widget in (self.sentence, self.pieces, self.copies, self._scroll):
            self.rows.addWidget(widget)
        self.clear()

    async def fetch(self, engine: Engine, torrent_id: str) -> Facts:
        """What the snapshot does not say."""
        return await engine.details.facts(torrent_id)

    def take(self, torrent: Torrent, fetched: Facts) -> None:
        """Show it."""
        self.values.show_facts(torrent, fetched)
        self.values.setVisible(True)
        pieces = fetched.pieces
        self.pieces.setVisible(pieces is not None)
        self.copies.setVisible(pieces is not None and any(pieces.copies))
        if pieces is None:
            self.sentence.show_words([Segment(self.tr("The pieces are not known yet: they come with the metadata."))])
        else:
            self._show_pieces(torrent, pieces)

    def clear(self) -> None:
        """Nothing is known yet."""
        self.values.setVisible(False)
        self.pieces.setVisible(False)
        self.copies.setVisible(False)
        self.sentence.show_words([])

    def main_widget(self) -> QWidget:
        """The values, which scroll."""
        return self._scroll

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
        self.pieces.show_data(found, part, described)
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
