# SPDX-License-Identifier: GPL-3.0-or-later
"""The bar below the map: which pieces nobody has, what they belong to, and what can be done about it."""

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from starling.engine.engine import Engine
from starling.pieces import Hit
from starling.torrent import Torrent
from starling.ui.button import Button
from starling.ui.cells import ICON, ICON_GAP, INSET, draw_icon
from starling.ui.column import Icon
from starling.ui.details import piecewords
from starling.ui.details.missingdeeds import MissingDeeds
from starling.ui.details.painted import Painted
from starling.ui.details.sentence import Segment, Sentence
from starling.ui.theme import ThemeManager, Token

_NARROW, _VERY_NARROW = 1080, 820
"""Pixels of the design below which there is room for two buttons, and for one."""
_ICON = Icon("warning", Token.WARN)


class MissingBar(Painted):
    """Away while every piece is to be had."""

    files_wanted = Signal(object)
    """The files with these indices shall be seen."""
    told = Signal(str)
    """What was done, in a sentence."""

    def __init__(self, engine: Engine, themes: ThemeManager) -> None:
        super().__init__(themes)
        self._torrent: Torrent | None = None
        self._hits: tuple[Hit, ...] = ()
        self._offered: tuple[Hit, ...] = ()
        """The files that the skip button counts."""
        self._deeds = MissingDeeds(engine, self)
        self._deeds.told.connect(self.told)
        self.first = Sentence(themes)
        self.second = Sentence(themes)
        self.files_button = Button(self.tr("Sho&w the files"))
        self.skip_button = Button()
        self.ask_button = Button(self.tr("Ask trackers &now"))
        self.files_button.clicked.connect(self._show_files)
        self.skip_button.clicked.connect(self._skip_files)
        self.ask_button.clicked.connect(self._ask_trackers)
        self._low = False
        self._can_skip = False
        self._which: list[Segment] = []
        self._seen = self._belong = ""
        self._words = QVBoxLayout()
        self._words.addWidget(self.first)
        self._words.addWidget(self.second)
        self._row = QHBoxLayout(self)
        self._row.addLayout(self._words, 1)
        self._row.addWidget(self.files_button)
        self._row.addWidget(self.skip_button)
        self._row.addWidget(self.ask_button)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._measure()
        self.hide()

    def show_missing(self, torrent: Torrent, unheld: bytes, hits: tuple[Hit, ...], files: int) -> None:
        """`unheld` is 1 for each such piece, `hits` are the files they belong to, of the torrent's `files`."""
        self._torrent, self._hits = torrent, hits
        which = [] if torrent.paused else piecewords.missing(unheld)
        belong = piecewords.belong(hits, files)
        self._seen, self._belong = piecewords.last_seen(torrent), belong
        self._which = which
        self._say()
        self._can_skip = 0 < len(hits) < files
        if not self.skip_button.isDown():
            # Who has pressed it means the files that it counted then.
            self._offered = hits
            self.skip_button.say(piecewords.skip(len(hits)))
        self._make_room()
        self.setVisible(bool(which))

    def clear(self) -> None:
        """Nothing is known yet."""
        self._torrent, self._hits, self._offered = None, (), ()
        self._deeds.forget()
        self.hide()

    def set_low(self, low: bool) -> None:
        """One line where there is little height."""
        if low != self._low:
            self._low = low
            self._measure()
            self._say()

    def restyled(self) -> None:
        """Sizes follow the font."""
        self._measure()
        super().restyled()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fewer buttons where there is little width."""
        super().resizeEvent(event)
        self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, line and icon; the sentences paint themselves."""
        painter, ctx = QPainter(self), self.ctx
        painter.fillRect(self.rect(), ctx.theme.warn_ground)
        painter.fillRect(0, 0, self.width(), 1, ctx.theme.line)
        draw_icon(painter, QRect(ctx.px(INSET), 0, ctx.px(ICON), self.height()), _ICON, ctx)

    def _say(self) -> None:
        seen, belong = Segment(self._seen, Token.MUTED), Segment(self._belong)
        self.first.show_words(self._which, [belong if self._low else seen])
        self.second.show_words([belong])

    def _make_room(self) -> None:
        scale = self.ctx.scale
        self.skip_button.setVisible(self._can_skip and self.width() >= _NARROW * scale)
        self.ask_button.setVisible(self.width() >= _VERY_NARROW * scale)

    def _measure(self) -> None:
        ctx = self.ctx
        self.second.setVisible(not self._low)
        self._words.setSpacing(ctx.px(4))
        edge = ctx.px(4 if self._low else 8)
        self._row.setContentsMargins(ctx.px(INSET + ICON + ICON_GAP), edge, ctx.px(INSET), edge)
        self._row.setSpacing(ctx.px(8))

    def _show_files(self) -> None:
        self.files_wanted.emit([hit.file for hit in self._hits])

    def _skip_files(self) -> None:
        if self._torrent is not None and self._offered:
            self._deeds.skip(self._torrent.id, self._offered)

    def _ask_trackers(self) -> None:
        if self._torrent is not None:
            self._deeds.ask_for_peers(self._torrent.id)
