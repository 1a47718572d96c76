# SPDX-License-Identifier: GPL-3.0-or-later
"""The card "How they find you": who of this torrent's peers has connected to us, and the proof that others can."""

import time
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal

from starling import formats
from starling.engine.engine import Engine
from starling.i18n import Counted, translate
from starling.reach import Reach
from starling.swarm import Board
from starling.torrent import Torrent
from starling.ui.button import Button
from starling.ui.dialogs import connectivitywords
from starling.ui.dialogs.connectivitywords import Tone
from starling.ui.swarm.card import Card, Column, Fetched
from starling.ui.swarm.lines import Figure, Line
from starling.ui.swarm.lineview import LineView
from starling.ui.theme import ThemeManager, Token

_AGE = 5.0
"""Seconds for which what is known of the connection is good enough: the system's interfaces are gone through for it."""
_TOKENS = {Tone.GOOD: Token.OK, Tone.WARN: Token.WARN, Tone.BAD: Token.ERR}


class Found(Counted):
    """The texts that count."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What the card asks for itself."""

    reach: Reach
    came: int
    """Peers of this torrent that connected to us and met us, of those that are remembered."""


class ReachCard(Card):
    """Figures; the window about the connection says the rest."""

    column = Column.RIGHT
    connection_wanted = Signal()
    """Somebody wants to know more of the connection."""

    def __init__(self, themes: ThemeManager) -> None:
        super().__init__(themes, translate("Found", "How they find you"))
        self._looked = -_AGE
        self._reach = Reach()
        self.view = LineView(themes, self.title)
        self.button = Button(translate("Found", "Connection…"))
        self.button.clicked.connect(self.connection_wanted)
        self.body.addWidget(self.view)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self._space()

    async def fetch(self, engine: Engine, torrent_id: str) -> _Known:
        """The connection of the session, and this torrent's journal."""
        now = time.monotonic()
        if now - self._looked >= _AGE:
            self._looked, self._reach = now, engine.reach
        stories = engine.peers.journal(torrent_id)
        return _Known(self._reach, sum(bool(story.incoming) and story.shaken for story in stories))

    def show_board(self, torrent: Torrent, fetched: Fetched) -> None:
        """The figures."""
        known: _Known = fetched.own
        self.view.show_lines(list(lines(fetched.board, known.reach, known.came, time.time())))
        self.describe()

    def wanted(self, torrent: Torrent, fetched: Fetched) -> bool:
        """While anybody is connected."""
        return isinstance(fetched.own, _Known) and super().wanted(torrent, fetched)

    def clear(self) -> None:
        """Another torrent."""
        self.view.show_lines([])

    def said(self) -> list[str]:
        """Each figure."""
        return self.view.said()

    def restyled(self) -> None:
        """Sizes follow the font."""
        super().restyled()
        if hasattr(self, "button"):
            self._space()

    def _space(self) -> None:
        self.body.setSpacing(self.look.px(6))


def lines(board: Board, reach: Reach, came: int, now: float) -> Iterator[Line]:
    """The card from top to bottom; `came` counts those that have gone too, `now` is in Unix seconds."""
    here = sum(seat.peer.incoming for seat in board.seats)
    words = translate("Found", "{count} of {all}")
    yield _figure(
        "here",
        translate("Found", "Connected to you by themselves"),
        words.format(count=formats.count(here), all=formats.count(len(board.seats))),
        more=Found.tr("%n peers of this torrent have, those that have gone included.", "", max(here, came)),
    )
    said = connectivitywords.verdict(reach)
    seen = reach.incoming
    if seen is None:
        value = translate("Found", "nobody since the start")
    else:
        value = translate("Found", "{ago}, by {transport}").format(
            ago=formats.age(seen.at, now=now), transport=seen.transport.value
        )
    near = ""
    if seen is not None and seen.near:
        near = translate("Connectivity", "That is in your own network, and proves nothing of the internet.")
    yield _figure(
        "last",
        translate("Found", "The last, of all torrents"),
        value,
        more="\n".join(filter(None, ("" if seen is None else seen.address, near, said.text))),
        token=_TOKENS.get(said.tone, Token.TEXT),
    )
    ports = sorted({(one.asked.value, one.protocol, one.port) for one in reach.mappings if one.port})
    yield _figure(
        "port",
        translate("Found", "Port at the router"),
        ", ".join(f"{asked}: {protocol} {port}" for asked, protocol, port in ports) or translate("Found", "not known"),
        more="\n".join(dict.fromkeys(one.trouble for one in reach.mappings if one.trouble)),
    )


def _figure(key: str, label: str, value: str, *, more: str = "", token: Token = Token.TEXT) -> Line:
    return Figure(key=key, words=f"{label}: {value}", more=more, label=label, value=value, token=token)
