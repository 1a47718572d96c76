# SPDX-License-Identifier: GPL-3.0-or-later
"""Which peers the table shows: those with every flag and every source that was clicked, and a bar that says so."""

from dataclasses import dataclass

from PySide6.QtCore import Signal

from starling import flags, formats
from starling.flags import Letters
from starling.i18n import translate
from starling.peer import Source
from starling.ui.button import Button
from starling.ui.column import fold
from starling.ui.details import peer_words
from starling.ui.details.hint import INFO, HintBar
from starling.ui.details.peer_row import PeerRow
from starling.ui.details.peer_words import Peers
from starling.ui.details.sentence import rich, strong
from starling.ui.theme import ThemeManager


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a peer must have to be shown: all of it."""

    letters: frozenset[str] = frozenset()
    """Of `flags.Flag.letter`."""
    sources: Source = Source.NONE
    terms: tuple[str, ...] = ()
    """Words that stand somewhere in what is said of it."""

    def __bool__(self) -> bool:
        return bool(self.letters or self.sources or self.terms)

    def lets(self, row: PeerRow) -> bool:
        """Whether a peer has it."""
        if self.sources and self.sources & ~row.peer.source:
            return False
        if self.letters and not self.letters <= {flag.letter for flag in row.flags}:
            return False
        return not self.terms or all(fold(term) in _said(row) for term in self.terms)

    def words(self, letters: Letters) -> str:
        """What it is, as in "d it chokes us + known by DHT"."""
        parts = [f"{flag.written(letters)} {flag.legend()}" for flag in flags.FLAGS if flag.letter in self.letters]
        template = translate("Peers", "known by {source}")
        parts += [template.format(source=word) for bit, word in peer_words.sources().items() if bit in self.sources]
        quoted = translate("Peers", "“{term}”")
        parts += [quoted.format(term=term) for term in self.terms]
        return " + ".join(parts)


def _said(row: PeerRow) -> str:
    peer = row.peer
    names = (peer.address, peer_words.client(peer), peer.host, peer.url, peer.id)
    words = (*names, peer_words.tip_of_country(row), row.verdict.words)
    return fold("\n".join(words).replace(formats.NBSP, " "))


class FilterBar(HintBar):
    """Says that only some of the peers are shown, and which; a click or Esc shows all of them again."""

    cleared = Signal()

    def __init__(self, themes: ThemeManager) -> None:
        super().__init__(themes)
        self.all_button = Button(self.tr("Show all"))
        self.all_button.clicked.connect(self.cleared)
        self._layout.addWidget(self.all_button)
        self._measure()

    def show_filter(self, wanted: Wanted, letters: Letters, shown: int, total: int) -> None:
        """Nothing without a filter."""
        if not wanted:
            self.say([])
            return
        template = Peers.tr("{shown} of {all} peers: {what}", "", total)
        values = {
            "shown": strong(formats.count(shown)),
            "all": strong(formats.count(total)),
            "what": strong(wanted.words(letters)),
        }
        self.say(rich(template, values), INFO)

    def _measure(self) -> None:
        super()._measure()
        if hasattr(self, "all_button"):
            # As high as the bar leaves it.
            self.setFixedHeight(max(self.height(), self.all_button.sizeHint().height() + self.ctx.px(6)))
