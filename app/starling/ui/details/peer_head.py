# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands above the peers: Transmission's sentence, and who was found by which source."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from starling import formats
from starling.i18n import translate
from starling.peer import Peer, Source, Transport
from starling.torrent import Torrent
from starling.ui.cells import INSET
from starling.ui.details import peer_words, verdict
from starling.ui.details.chip import Mark
from starling.ui.details.chips import Chips
from starling.ui.details.peer_words import Peers
from starling.ui.details.sentence import Segment, rich, strong
from starling.ui.details.wrapped import WrappedSentence
from starling.ui.filterfield import FilterField
from starling.ui.theme import ThemeManager, Token

GONE = "gone"
"""Key of the chip that shows the peers that are gone."""
_ROW, _BELOW, _GAP, _FILTER = 36, 4, 18, 150
"""Pixels of the design."""


class PeerHead(QWidget):
    """The sentence with the sources and a filter beside it; the filter goes, then the sources go below, for room."""

    def __init__(self, themes: ThemeManager) -> None:
        super().__init__()
        self._themes = themes
        self.sentence = WrappedSentence(themes, self)
        self.sources = Chips(themes, self.tr("Show peers by source"), parent=self)
        self.filter = FilterField(themes, _FILTER, self)
        self.filter.setPlaceholderText(self.tr("Find peers"))
        self.filter.setToolTip(self.tr("Finds words in addresses, clients, host names, countries and what peers do"))
        self.filter.setAccessibleName(self.tr("Find peers"))
        self._findable = False
        themes.changed.connect(self._place)
        self._place()

    def tell(self, torrent: Torrent, peers: Sequence[Peer], wanted: Source, gone: int = 0) -> None:
        """Say how many do what, and how many are gone; sources that are `wanted` stay even if nobody has them."""
        connected = [peer for peer in peers if not peer.connecting]
        more = torrent.known_peers - sum(peer.transport is not Transport.WEB_SEED for peer in peers)
        known = Peers.tr("%n more are known but not connected.", "", more) if connected and more > 0 else ""
        self.sentence.show_words(_sentence(connected), [Segment(known, Token.MUTED)] if known else [])
        self.sources.show_marks([*_marks(connected, wanted), *_gone(gone)])
        # Among two there is nothing to find.
        self._findable = len(peers) > 2
        self._place()

    def tell_gone(self, words: Sequence[Segment], more: Sequence[Segment], gone: int) -> None:
        """Say what there is to say of the peers that are gone, while they are shown."""
        self.sentence.show_words(words, more)
        self.sources.show_marks(_gone(max(1, gone)))
        self._findable = gone > 2
        self._place()

    def forget(self) -> None:
        """Nothing is known."""
        self.sentence.show_words([])
        self.sources.show_marks([])
        self.filter.clear()
        self._findable = False
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sources go below where there is no room beside."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        scale = self._themes.scale
        inset, row, gap = round(INSET * scale), round(_ROW * scale), round(_GAP * scale)
        width = max(0, self.width() - 2 * inset)
        chips = self.sources.sizeHint().width() + gap if self.sources.chips else 0
        field = self.filter.sizeHint().width() + gap if self._findable else 0
        free = width - self.sentence.least
        if chips + field > free and not self.filter.text():
            field = 0
        beside = chips + field <= free
        chips_beside = chips if beside else 0
        room = width - field - chips_beside
        line = self.sentence.sizeHint().height()
        lines = max(1, self.sentence.lines(room))
        height = max(row, lines * line + row - line)
        self.sentence.setGeometry(inset, (height - lines * line) // 2, room, lines * line)
        right = inset + width
        if field:
            tall = self.filter.sizeHint().height()
            self.filter.setGeometry(right - field + gap, (height - tall) // 2, field - gap, tall)
            right -= field
        if chips_beside:
            tall = self.sources.sizeHint().height()
            self.sources.setGeometry(right - chips + gap, (height - tall) // 2, chips - gap, tall)
        elif chips:
            # Words stand below words: the padding of the first chip does not count.
            padding = self.sources.padding
            tall = self.sources.heightForWidth(width + padding)
            self.sources.setGeometry(inset - padding, height - round(_BELOW * scale), width + padding, tall)
            height += tall
        self.sources.setVisible(bool(chips))
        self.filter.setVisible(bool(field))
        if height != self.height():
            self.setFixedHeight(height)


def _marks(peers: Sequence[Peer], wanted: Source) -> list[Mark]:
    found = []
    # Few differ: most of hundreds of peers come from the same sources.
    combined = Counter(peer.source for peer in peers)
    for source, word in peer_words.sources().items():
        count = sum(count for sources, count in combined.items() if source in sources)
        if count or source in wanted:
            if source is Source.WEB_SEED:
                tip = Peers.tr("%n web seeds: servers that have the files. A click shows only them.", "", count)
            else:
                tip = Peers.tr("%n peers are known by this source, first or since. A click shows only them.", "", count)
            found.append(Mark(source, formats.count(count), word, tip=tip))
    return found


def _gone(count: int) -> list[Mark]:
    if not count:
        return []
    tip = translate("Peers", "A click shows the peers that have left or were never reached, and why.")
    return [Mark(GONE, formats.count(count), translate("Peers", "gone"), Token.MUTED, tip=tip)]


def _sentence(found: Sequence[Peer]) -> list[Segment]:
    """As Transmission counts: web seeds are no peers."""
    if not found:
        return []
    connected = [peer for peer in found if peer.transport is not Transport.WEB_SEED]
    serving = [peer for peer in found if peer.transport is Transport.WEB_SEED and peer.down >= verdict.MOVING]
    senders = [peer for peer in connected if peer.down >= verdict.MOVING]
    takers = [peer for peer in connected if peer.up >= verdict.MOVING]
    values = {
        "senders": strong(formats.count(len(senders))),
        "takers": strong(formats.count(len(takers))),
        "all": strong(formats.count(len(connected))),
        "down": strong(formats.rate(sum(peer.down for peer in (*senders, *serving))), Token.DOWN),
        "up": strong(formats.rate(sum(peer.up for peer in takers)), Token.UP),
    }
    count = len(connected)
    values["seeds"] = Segment(Peers.tr("%n web seeds", "", len(serving) or len(found) - count))
    if not connected:
        words = (
            translate("Peers", "Downloading from {seeds} at {down}.")
            if serving
            else translate("Peers", "{seeds} connected; nothing moves now.")
        )
    elif serving and takers:
        words = Peers.tr(
            "Downloading from {senders} of {all} connected peers and {seeds} at {down}, uploading to {takers} at {up}.",
            "",
            count,
        )
    elif serving:
        words = Peers.tr("Downloading from {senders} of {all} connected peers and {seeds} at {down}.", "", count)
    elif senders and takers:
        words = Peers.tr(
            "Downloading from {senders} of {all} connected peers at {down}, uploading to {takers} at {up}.", "", count
        )
    elif senders:
        words = Peers.tr("Downloading from {senders} of {all} connected peers at {down}.", "", count)
    elif takers:
        words = Peers.tr("Uploading to {takers} of {all} connected peers at {up}.", "", count)
    else:
        words = Peers.tr("{all} connected peers; nothing moves now.", "", count)
    return rich(words, values)
