# SPDX-License-Identifier: GPL-3.0-or-later
"""What the trackers know of a swarm, before one joins it: a sentence, and each tracker's own answer."""

import html
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout

from starling import formats
from starling.tracker import Tracker, TrackerState
from starling.ui.notice import Banner, Kind
from starling.ui.theme import ThemeManager, Token

_SHOWN = 3
"""Trackers that have a place of their own; the tooltip has all of them."""


class SwarmCard(Banner):
    """A banner whose second line names trackers."""

    def __init__(self, themes: ThemeManager) -> None:
        super().__init__(themes, Kind.INFO, "")
        self._trackers: Sequence[Tracker] = ()
        self._private = False
        self._details = QLabel()
        self._details.setTextFormat(Qt.TextFormat.RichText)
        self._details.setMinimumWidth(1)
        self._details.setWordWrap(True)
        self.row.removeWidget(self.label)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.label)
        column.addWidget(self._details)
        self.row.insertLayout(1, column, 1)
        self.label.setTextFormat(Qt.TextFormat.RichText)
        themes.changed.connect(self._tint)

    @property
    def sentence(self) -> str:
        """What is said, without its markup."""
        return _plain(self.label.text())

    @property
    def details(self) -> str:
        """What is said of single trackers, without its markup."""
        return _plain(self._details.text())

    def show_trackers(self, trackers: Sequence[Tracker], *, private: bool) -> None:
        """Say what they have answered by now."""
        self._trackers, self._private = trackers, private
        kind, sentence = self._verdict()
        self.set(kind, sentence)
        self.setAccessibleName(_plain(sentence))
        self._tint()

    def _verdict(self) -> tuple[Kind, str]:
        trackers = self._trackers
        if not trackers:
            if self._private:
                return Kind.WARN, self.tr("It names no tracker, and a private torrent finds peers by nothing else.")
            return Kind.INFO, self.tr("It names no tracker: peers are found by DHT and by each other.")
        asking = sum(tracker.state is TrackerState.ASKING for tracker in trackers)
        answers = [tracker for tracker in trackers if tracker.state is TrackerState.WORKING]
        # The same peers are known to several trackers: not added up.
        seeds = max((tracker.seeds or 0 for tracker in answers), default=0)
        peers = max((tracker.leeches or 0 for tracker in answers), default=0)
        if seeds:
            text = self.tr("<b>{seeds} and {peers}</b> are known to the trackers.")
            return Kind.OK, text.format(seeds=self.tr("%n seeds", "", seeds), peers=self.tr("%n peers", "", peers))
        if asking:
            return Kind.INFO, self.tr("Asking %n trackers who is there", "", asking)
        if peers:
            text = self.tr("<b>No seed</b> is known to the trackers, only {peers}: it may stay incomplete.")
            return Kind.WARN, text.format(peers=self.tr("%n peers", "", peers))
        if answers:
            return Kind.WARN, self.tr("<b>Nobody</b> is there now, the trackers say.")
        if any(tracker.state is TrackerState.FAILED for tracker in trackers):
            return Kind.WARN, self.tr("<b>No tracker</b> answered.")
        return Kind.INFO, self.tr("Its trackers do not tell who is there before one joins.")

    def _tint(self) -> None:
        order = sorted(self._trackers, key=_rank)
        parts = [self._part(tracker) for tracker in order[:_SHOWN]]
        if len(order) > _SHOWN:
            parts.append(html.escape(self.tr("and %n more", "", len(order) - _SHOWN)))
        self._details.setText(" &nbsp;&nbsp; ".join(parts))
        self._details.setVisible(bool(parts))
        self.setToolTip("<br>".join(self._part(tracker, whole=True) for tracker in order))

    def _part(self, tracker: Tracker, *, whole: bool = False) -> str:
        host = tracker.url.partition("://")[2].partition("/")[0].rpartition("@")[2]
        name = html.escape(host if not whole else tracker.url)
        theme = self._themes.theme
        if tracker.state is TrackerState.WORKING:
            counts = f"{formats.count(tracker.seeds or 0)} / {formats.count(tracker.leeches or 0)}"
            return f"{name} <b>{counts}</b>"
        if tracker.state is TrackerState.FAILED:
            colour, text = theme.colour(Token.WARN), tracker.message
        elif tracker.state is TrackerState.OFF:
            colour, text = theme.colour(Token.MUTED), self.tr("does not tell")
        else:
            colour, text = theme.colour(Token.WARN), self.tr("no answer yet")
        return f'{name} <span style="color:{colour.name()}">{html.escape(text)}</span>'


def _rank(tracker: Tracker) -> tuple[int, int]:
    order = (TrackerState.WORKING, TrackerState.ASKING, TrackerState.FAILED, TrackerState.OFF)
    return order.index(tracker.state), -(tracker.seeds or 0)


def _plain(text: str) -> str:
    for mark in ("<b>", "</b>", "</span>"):
        text = text.replace(mark, "")
    while "<span" in text:
        head, _, rest = text.partition("<span")
        text = head + rest.partition(">")[2]
    return html.unescape(text).replace("\N{NO-BREAK SPACE}", " ")
