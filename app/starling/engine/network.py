# SPDX-License-Identifier: GPL-3.0-or-later
"""The session and its way to the network: bound to the chosen interfaces, by the proxy, or not at all."""

from PySide6.QtCore import QObject, Signal

from starling.engine.binding import Binding
from starling.engine.diagnosis import is_address
from starling.engine.listening import Listening
from starling.engine.proxywatch import ProxyWatch
from starling.engine.reachbook import ReachBook
from starling.engine.session import Config, Session, SettingsPack
from starling.engine.silence import Handlers, Silence
from starling.reach import Reach
from starling.torrent import SessionState


class Network(QObject):
    """Made before anything else of an engine that runs."""

    changed = Signal()
    """What we are bound to came or went: `pack` is another one."""
    returned = Signal()
    """What we are bound to is there again."""

    def __init__(self, config: Config, state: bytes | None) -> None:
        """`state` as in `Session`."""
        super().__init__()
        self._config = config
        self._binding = Binding(config)
        pack = self._binding.pack
        self.session = Session(pack, state)
        self._silence = Silence(self.session, held=bool(self._binding.trouble))
        self._way = _way(pack)
        self.listening = Listening(pack)
        self._proxy = ProxyWatch(pack, bound=self._bound)
        self._book = ReachBook(self.session, self.listening, self._binding, self._proxy)
        self._binding.changed.connect(self._on_binding)
        self._proxy.changed.connect(self._tell)
        self._tell()

    def handlers(self) -> Handlers:
        """Alert type -> handler, for the pump."""
        return {**self.fair(self._book.handlers()), **self._silence.handlers()}

    def fair(self, handlers: Handlers) -> Handlers:
        """The same, spared what looks like somebody's failure while nothing could leave."""
        return self._silence.fair(handlers)

    def apply(self, config: Config) -> None:
        """Takes changed settings over."""
        self._config = config
        self._binding.use(config)
        self._give()

    @property
    def pack(self) -> SettingsPack:
        """What libtorrent has now: less than it was given, while what we are bound to is away."""
        return self._binding.pack

    def reach(self, state: SessionState) -> Reach:
        """What is known of how others reach us, and we them."""
        return self._book.sum_up(state, self._config.pack)

    @property
    def proxy_trouble(self) -> str:
        """What is wrong with the proxy, a sentence."""
        return self._proxy.trouble

    def watch(self, on: bool) -> None:
        """Somebody wants to read every word between us and the router."""
        self._book.watch(on)

    def close(self) -> None:
        """Nothing is looked at any more."""
        self._binding.close()
        self._proxy.close()
        self._silence.close()
        self._binding.deleteLater()
        self._proxy.deleteLater()

    @property
    def _bound(self) -> bool:
        return not all(map(is_address, self._binding.names))

    def _on_binding(self) -> None:
        before = self.listening.offline
        self._give()
        self.changed.emit()
        if before and not self._binding.trouble:
            self.returned.emit()

    def _give(self) -> None:
        pack = self._binding.pack
        self._book.begin(anew=self.listening.begin(pack))
        self._silence.give(pack, held=bool(self._binding.trouble))
        before, self._way = self._way, _way(pack)
        if before != self._way:
            # Else who is connected by the old way would stay so.
            self.session.lt.pause()
            self.session.lt.resume()
        self._proxy.use(pack, bound=self._bound)
        self._tell()

    def _tell(self) -> None:
        self.listening.offline = self._binding.trouble or self._proxy.trouble


def _way(pack: SettingsPack) -> tuple[object, ...]:
    """What decides by which way a connection goes."""
    proxied = ("proxy_type", "proxy_hostname", "proxy_port", "proxy_peer_connections") if pack.get("proxy_type") else ()
    return tuple(pack.get(key) for key in ("outgoing_interfaces", *proxied))
