# SPDX-License-Identifier: GPL-3.0-or-later
"""The card "What sets the pace": your limit, the disk, the line or the peers, over the last minute."""

from collections.abc import Iterator

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel

from starling.bottleneck import Bottleneck, Held, Shares
from starling.engine.engine import Engine
from starling.i18n import Counted, translate
from starling.torrent import Torrent
from starling.ui.dialogs.frame import note, selectable
from starling.ui.swarm.bars import BarLine, whole_percent
from starling.ui.swarm.card import Card, Column, Fetched
from starling.ui.swarm.lines import Heading, Line
from starling.ui.swarm.lineview import LineView
from starling.ui.theme import ThemeManager, Token

_MINUTE = 55
"""Seconds that are as good as a minute."""
_BESIDE = 4
_TOKENS = {
    Held.LIMIT: Token.ACCENT,
    Held.DISK: Token.WARN,
    Held.LINE: Token.WARN,
    Held.SLOTS: Token.UP,
    Held.PEERS: Token.NONE,
    Held.FREE: Token.OK,
    Held.IDLE: Token.MUTED,
}


class Bottlenecks(Counted):
    """The texts that count."""


class BottleneckCard(Card):
    """Bars for either direction, and a sentence that says what helps."""

    column = Column.LEFT

    def __init__(self, themes: ThemeManager) -> None:
        super().__init__(themes, translate("Bottlenecks", "What sets the pace"))
        self.view = LineView(themes, self.title)
        self.advice: QLabel = selectable(note(role=QPalette.ColorRole.WindowText, wrap=True))
        self.body.addWidget(self.view)
        self.body.addWidget(self.advice)
        self._space()

    def wanted(self, torrent: Torrent, fetched: Fetched) -> bool:
        """While anybody is connected, and something was measured."""
        found = fetched.own
        return isinstance(found, Bottleneck) and bool(found.seconds) and super().wanted(torrent, fetched)

    async def fetch(self, engine: Engine, torrent_id: str) -> Bottleneck:
        """Of all torrents."""
        return engine.insight.swarm.bottleneck

    def show_board(self, torrent: Torrent, fetched: Fetched) -> None:
        """Bars and the sentence."""
        found: Bottleneck = fetched.own
        self.head(self.title, _span(found.seconds))
        self.view.show_lines(list(lines(found)))
        told = advice(found, downloading=not torrent.complete)
        if told != self.advice.text():
            self.advice.setText(told)
        self.describe()

    def clear(self) -> None:
        """Nothing is known."""
        self.view.show_lines([])
        self.advice.clear()

    def said(self) -> list[str]:
        """Every bar, and the sentence."""
        return [*self.view.said(), *filter(None, (self.advice.text(),))]

    def restyled(self) -> None:
        """Sizes follow the font."""
        super().restyled()
        if hasattr(self, "advice"):
            self._space()

    def _space(self) -> None:
        beside = self.look.px(_BESIDE)
        self.advice.setContentsMargins(beside, self.look.px(6), beside, 0)


def lines(found: Bottleneck) -> Iterator[Line]:
    """The card from top to bottom."""
    yield from _direction("down", translate("Bottlenecks", "Downloads"), found.down)
    yield from _direction("up", translate("Bottlenecks", "Uploads"), found.up)


def _direction(key: str, title: str, shares: Shares) -> Iterator[Line]:
    if not shares:
        return
    yield Heading(key=key, words=title, title=title)
    for held, share in shares:
        label, more = name(held, down=key == "down")
        from_percent = translate("Bottlenecks", "{what}: {percent} of the time")
        words = from_percent.format(what=label, percent=whole_percent(share))
        yield BarLine(key=f"{key} {held.value}", words=words, more=more, label=label, share=share, token=_TOKENS[held])


def name(held: Held, *, down: bool) -> tuple[str, str]:
    """What it is, and how it is known."""
    return {
        Held.LIMIT: (
            translate("Bottlenecks", "Your limit"),
            translate("Bottlenecks", "Somebody waited for a share of a limit of yours, for all or for one torrent."),
        ),
        Held.DISK: (
            translate("Bottlenecks", "Your disk"),
            translate("Bottlenecks", "Peers waited until the disk had written what came.")
            if down
            else translate("Bottlenecks", "Peers waited for the disk to read what they had asked for."),
        ),
        Held.LINE: (
            translate("Bottlenecks", "Your line or router"),
            translate(
                "Bottlenecks",
                "Packets were lost, or queued up on their way out. Only µTP connections tell, and only of uploads.",
            ),
        ),
        Held.SLOTS: (
            translate("Bottlenecks", "Your upload slots"),
            translate("Bottlenecks", "Peers want something, and nobody had a slot."),
        ),
        Held.PEERS: (
            translate("Bottlenecks", "The peers"),
            translate("Bottlenecks", "They have what you want, and choke you or send nothing.")
            if down
            else translate("Bottlenecks", "They have a slot, and took nothing."),
        ),
        Held.FREE: (
            translate("Bottlenecks", "Nothing on your side"),
            translate(
                "Bottlenecks", "It comes as fast as the peers and the way to you let it. Which of them, can't be seen."
            )
            if down
            else translate("Bottlenecks", "They get it as fast as they and the way to them let it."),
        ),
        Held.IDLE: (
            translate("Bottlenecks", "Nothing to do"),
            translate("Bottlenecks", "Nobody who is connected has what you lack.")
            if down
            else translate("Bottlenecks", "Nobody who is connected wants anything."),
        ),
    }[held]


def advice(found: Bottleneck, *, downloading: bool) -> str:
    """A sentence on what held back most in the direction that matters, and what helps."""
    down = downloading and bool(found.down) and found.down[0][0] is not Held.IDLE
    shares = found.down if down else found.up
    if not shares:
        return ""
    match shares[0][0]:
        case Held.LIMIT if down:
            return translate("Bottlenecks", "Your limit holds downloads back: raise it, and they are faster.")
        case Held.LIMIT:
            return translate("Bottlenecks", "Your limit holds uploads back: raise it if the line has room.")
        case Held.DISK:
            return translate(
                "Bottlenecks", "The disk does not keep up: fewer torrents at a time, or another disk, help."
            )
        case Held.LINE:
            return translate(
                "Bottlenecks", "The line is full: an upload limit somewhat below what it can carry keeps it quick."
            )
        case Held.SLOTS:
            return translate(
                "Bottlenecks", "Peers wait for upload slots: more of them help, if there is room on the line."
            )
        case Held.PEERS if down:
            return translate("Bottlenecks", "The peers do not send: upload more to them, or find others.")
        case Held.PEERS:
            return translate("Bottlenecks", "Nothing on your side holds uploads back: the peers do not take more.")
        case Held.FREE if down:
            return translate(
                "Bottlenecks", "Nothing on your side holds downloads back; more or faster peers would help."
            )
        case Held.FREE:
            return translate("Bottlenecks", "Nothing on your side holds uploads back.")
        case _:
            return ""


def _span(seconds: int) -> str:
    if seconds >= _MINUTE:
        return translate("Bottlenecks", "all torrents, last minute")
    return Bottlenecks.tr("all torrents, last %n seconds", "", seconds)
