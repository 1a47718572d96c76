# SPDX-License-Identifier: GPL-3.0-or-later
"""The two strips above the map of pieces: what is here, and how many copies there are, from beginning to end."""

from PySide6.QtCore import QObject

from starling import formats
from starling.pieces import Pieces
from starling.torrent import Torrent
from starling.ui.details import piececells, strips
from starling.ui.details.piececells import Mode
from starling.ui.details.stripbar import StripBar
from starling.ui.theme import ThemeManager

_LOW, _VERY_LOW = 300, 210
"""Pixels of the design below which there is no room for the strip of copies, and for none."""
_TO_STRIP = bytes(
    strips.NONE
    if code == piececells.NONE
    else strips.HAVE
    if code == piececells.WHOLE
    else strips.FLIGHT
    if piececells.FLIGHT <= code <= piececells.FLIGHT + piececells.LEVELS
    else strips.MISSING
    for code in range(256)
)


class PieceStrips(QObject):
    """Its widgets have no parent yet: whoever makes it puts them where they belong."""

    def __init__(self, themes: ThemeManager, parent: QObject) -> None:
        super().__init__(parent)
        self.have = StripBar(themes, self.tr("Have"), strips.piece_strip)
        self.copies = StripBar(themes, self.tr("Copies"), strips.copies_strip)
        self._counted = False

    def show(self, torrent: Torrent, pieces: Pieces, described: str) -> None:
        """Show these pieces; `described` is said of them to who does not see them."""
        have, count = pieces.map.have.count(1), pieces.map.count
        each = piececells.cells(pieces, Mode.HAVE, 1).translate(_TO_STRIP)
        verified = formats.percent(have / count) if count else ""
        words = described
        if have < count:
            # Or nobody knows why the list has another figure.
            more = self.tr("{percent} of the pieces are here and verified. Progress counts parts of others too.")
            words = f"{described}\n{more.format(percent=verified)}"
        self.have.show_data(each, verified, words)
        copies = formats.ratio(torrent.availability) if torrent.availability is not None else ""
        self.copies.show_data(pieces.map.copies, copies, described)
        self._counted = piececells.counted(pieces)

    def make_room(self, height: float, *, known: bool) -> bool:
        """Be there as far as a page of this height, in pixels of the design, has room; False if that is little."""
        self.have.setVisible(known and height >= _VERY_LOW)
        self.copies.setVisible(known and height >= _LOW and self._counted)
        return height >= _LOW
