# SPDX-License-Identifier: GPL-3.0-or-later
"""The card "On the way to the metadata": who was found and how, who could give them, and what is waited for."""

from collections.abc import Iterator

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel

from starling import formats
from starling.engine.engine import Engine
from starling.i18n import Counted, translate
from starling.magnetsearch import MagnetSearch
from starling.peer import Source
from starling.torrent import State, Torrent
from starling.ui.details import peer_words
from starling.ui.dialogs.frame import note, selectable
from starling.ui.swarm.card import Card, Column, Fetched
from starling.ui.swarm.lines import Figure, Line
from starling.ui.swarm.lineview import LineView
from starling.ui.theme import ThemeManager, Token

_BESIDE = 4


class Magnets(Counted):
    """The texts that count."""


class MagnetCard(Card):
    """Figures in the order in which things happen, and a sentence."""

    column = Column.LEFT

    def __init__(self, themes: ThemeManager) -> None:
        super().__init__(themes, translate("Magnets", "On the way to the metadata"))
        self.view = LineView(themes, self.title)
        self.waits: QLabel = selectable(note(role=QPalette.ColorRole.WindowText, wrap=True))
        self.body.addWidget(self.view)
        self.body.addWidget(self.waits)
        self._space()

    def wanted(self, torrent: Torrent, fetched: Fetched) -> bool:
        """Until they are here."""
        return torrent.state is State.METADATA and isinstance(fetched.own, MagnetSearch)

    async def fetch(self, engine: Engine, torrent_id: str) -> MagnetSearch | None:
        """Only of a magnet link."""
        row = engine.torrents.get(torrent_id)
        if row is None or row.state is not State.METADATA:
            return None
        return await engine.insight.magnets.search(torrent_id, await engine.trackers.of(torrent_id))

    def show_board(self, torrent: Torrent, fetched: Fetched) -> None:
        """Figures and the sentence."""
        found: MagnetSearch = fetched.own
        self.view.show_lines(list(lines(found)))
        told = waits_for(found)
        if told != self.waits.text():
            self.waits.setText(told)
        self.describe()

    def clear(self) -> None:
        """Nothing is known."""
        self.view.show_lines([])
        self.waits.clear()

    def said(self) -> list[str]:
        """Every figure, and the sentence."""
        return [*self.view.said(), *filter(None, (self.waits.text(),))]

    def restyled(self) -> None:
        """Sizes follow the font."""
        super().restyled()
        if hasattr(self, "waits"):
            self._space()

    def _space(self) -> None:
        beside = self.look.px(_BESIDE)
        self.waits.setContentsMargins(beside, self.look.px(6), beside, 0)


def lines(found: MagnetSearch) -> Iterator[Line]:
    """The card from top to bottom."""
    yield _figure("trackers", translate("Magnets", "Trackers"), _trackers(found))
    if found.dht is None:
        yield _figure("dht", "DHT", translate("Magnets", "not asked"))
    else:
        dht = found.dht
        yield _figure(
            "dht",
            "DHT",
            translate("Magnets", "{asked} nodes asked, {answers} named peers").format(
                asked=formats.count(dht.asked), answers=formats.count(dht.answers)
            ),
            more="\n".join(
                (
                    Magnets.tr("It knows %n nodes.", "", dht.nodes),
                    translate(
                        "Magnets",
                        "Counted since this card is shown: a search lasts some seconds, and comes again"
                        " every quarter of an hour.",
                    ),
                )
            ),
            token=Token.TEXT if dht.nodes else Token.WARN,
        )
    yield _figure("known", translate("Magnets", "Addresses known"), formats.count(found.known))
    yield _figure("unanswered", translate("Magnets", "Did not answer"), _some(found.unanswered))
    connected = formats.count(found.connected)
    if found.connecting:
        words = translate("Magnets", "{connected}, {connecting} on the way")
        connected = words.format(connected=connected, connecting=formats.count(found.connecting))
    yield _figure("connected", translate("Magnets", "Connected"), connected, more=_sources(found))
    able = translate(
        "Magnets", "Metadata come by an extension (BEP 9): only who speaks that protocol (BEP 10) can give them."
    )
    yield _figure(
        "capable",
        translate("Magnets", "Speak the extension protocol"),
        formats.count(found.capable),
        more=able,
        token=Token.WARN if found.connected and not found.capable else Token.TEXT,
    )
    if found.messages is not None:
        words = translate("Magnets", "{sent} sent, {came} came")
        yield _figure(
            "messages",
            translate("Magnets", "Messages about metadata"),
            words.format(sent=formats.count(found.messages.sent), came=formats.count(found.messages.came)),
            more=translate(
                "Magnets",
                "Requests, answers and refusals since this card is shown. They are counted for all torrents together.",
            ),
        )
    yield _figure(
        "wrong",
        translate("Magnets", "Came with a wrong hash"),
        _some(found.wrong),
        token=Token.ERR if found.wrong else Token.TEXT,
    )


def waits_for(found: MagnetSearch) -> str:
    """What has to happen next."""
    if found.capable:
        if found.wrong:
            return translate("Magnets", "What came was not what the link names. It is asked for again.")
        return Magnets.tr(
            "%n peers may have the metadata, and are asked for them: an answer is waited for.", "", found.capable
        )
    if found.connected:
        return translate("Magnets", "Nobody who is connected can give the metadata: others are waited for.")
    if found.connecting:
        return Magnets.tr("%n peers are being called, and have not answered yet.", "", found.connecting)
    if found.known:
        return Magnets.tr("%n addresses are known, and nobody is connected: they are called again.", "", found.known)
    if found.trackers > found.trackers_failing or (found.dht is not None and found.dht.nodes):
        return translate("Magnets", "Nobody was found yet: trackers and the DHT are asked again and again.")
    return translate("Magnets", "There is nobody to ask for peers: neither a tracker nor the DHT answers.")


def _trackers(found: MagnetSearch) -> str:
    if not found.trackers:
        return translate("Magnets", "none")
    words = translate("Magnets", "{working} of {all} answer")
    text = words.format(working=formats.count(found.trackers_working), all=formats.count(found.trackers))
    if found.trackers_failing:
        text = translate("Magnets", "{text}, {failing} fail").format(
            text=text, failing=formats.count(found.trackers_failing)
        )
    return text


def _sources(found: MagnetSearch) -> str:
    parts = []
    for source, count in found.sources:
        if source is Source.INCOMING:
            name = translate("Magnets", "called us")
        else:
            name = peer_words.source(source) or translate("Magnets", "otherwise")
        parts.append(f"{name}: {formats.count(count)}")
    return translate("Magnets", "How they were found – {parts}").format(parts=", ".join(parts)) if parts else ""


def _some(count: int) -> str:
    return formats.count(count) if count else translate("Magnets", "none")


def _figure(key: str, label: str, value: str, *, more: str = "", token: Token = Token.TEXT) -> Line:
    return Figure(key=key, words=f"{label}: {value}", more=more, label=label, value=value, token=token)
