# SPDX-License-Identifier: GPL-3.0-or-later
"""Offers to add what was copied elsewhere: a magnet link, an info-hash or the address of a .torrent file."""

import re
from functools import partial
from urllib.parse import parse_qs, urlsplit

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from starling import settings
from starling.engine.engine import Engine
from starling.items import Kind, is_offer, items_in, kind_of
from starling.settings import Settings
from starling.spelling import shortened, shown
from starling.ui.clipboardtext import ClipboardText
from starling.ui.incoming import Incoming
from starling.ui.notice import NoticeBar, Said

_HEX = re.compile(r"urn:btih:([0-9a-f]{40})", re.IGNORECASE)


class ClipboardOffer(QObject):
    """Looks only while the program is in front, and only where the settings say so; what it saw is not kept."""

    def __init__(
        self, chosen: Settings, engine: Engine, notices: NoticeBar, incoming: Incoming, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._settings, self._engine, self._notices, self._incoming = chosen, engine, notices, incoming
        self._text = ClipboardText(self)
        self._text.read.connect(self._on_text)
        self._news = True
        """Something was copied since we looked last: what was seen is not asked for again."""
        self._last = 0
        """The hash of the text that was seen last: an offer is made once."""
        self._offer: Said | None = None
        QGuiApplication.clipboard().dataChanged.connect(self._on_copied)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self.look)
        chosen.changed.connect(self._on_setting)

    def look(self) -> None:
        """Asks for what was copied, if that is news and we may."""
        if QGuiApplication.focusWindow() is not None and self._news and self._may():
            self._news = False
            self._text.ask()

    def close(self) -> None:
        """Nothing is offered any more."""
        QGuiApplication.clipboard().dataChanged.disconnect(self._on_copied)
        self._text.stop()

    def _may(self) -> bool:
        return bool(self._settings.get(settings.automation.CLIPBOARD))

    def _on_copied(self) -> None:
        self._news = True
        self.look()

    def _on_text(self, text: str) -> None:
        seen = hash(text)
        if not text or seen == self._last or not self._may():
            return
        self._last = seen
        there = self._engine.torrents
        offers = [item for item in _offers(text) if _id(item) not in there]
        if offers:
            self._say(offers)

    def _say(self, offers: list[str]) -> None:
        if self._offer is not None:
            self._notices.withdraw(self._offer)
        if len(offers) > 1:
            sentence = self.tr("%n links to torrents were copied.", "", len(offers))
        else:
            sentence = self._words(offers[0])
        action = self.tr("Add"), partial(self._incoming.open, offers)
        self._offer = self._notices.info(sentence, action, closed=self._on_closed, brief=True).said

    def _words(self, item: str) -> str:
        kind, name = kind_of(item), _name(item)
        if kind is Kind.HASH:
            return self.tr("An info-hash was copied: {name}.").format(name=name)
        if kind is Kind.URL:
            return self.tr("The address of a .torrent file was copied: “{name}”.").format(name=name)
        if name:
            return self.tr("A magnet link was copied: “{name}”.").format(name=name)
        return self.tr("A magnet link was copied.")

    def _on_closed(self) -> None:
        self._offer = None

    def _on_setting(self, key: str) -> None:
        if key == settings.automation.CLIPBOARD.key:
            # What lies there already was not copied for this.
            self._news, self._last = False, 0


def _offers(text: str) -> list[str]:
    return [item for item in items_in(text) if is_offer(item) and kind_of(item) is not Kind.FILE]


def _name(item: str) -> str:
    kind = kind_of(item)
    if kind is Kind.HASH:
        return item
    try:
        parts = urlsplit(item)
    except ValueError:
        return ""
    if kind is Kind.URL:
        return shortened(shown(parts.path.rpartition("/")[2] or parts.netloc))
    names = parse_qs(parts.query, errors="replace").get("dn", [""])
    return shortened(shown(names[0].strip()))


def _id(item: str) -> str:
    """The id that the torrent would have in the list, where that is plain."""
    if kind_of(item) is Kind.HASH:
        return item.lower()[:40]
    match = _HEX.search(item)
    return match[1].lower() if match else ""
