# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the session to the interfaces that were chosen: while none of them is there, nothing leaves at all.

libtorrent binds its sockets to the device, so that the kernel keeps them from leaving by another. What it would do all
the same while the device is gone (looking up names, asking for a port by the next best way) ends with its sockets, the
DHT, and what `silence` does. What the system's resolver was asked until that is noticed, it still looks up.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import libtorrent as lt
from PySide6.QtCore import QObject, QTimer, Signal

from starling.engine.diagnosis import is_address
from starling.engine.interfaces import Interface, interfaces, is_loopback
from starling.engine.session import Config, SettingsPack
from starling.i18n import translate
from starling.settings.connection import NOWHERE, Family

_EVERY_MS = 500
_SOCKS = {int(lt.proxy_type_t.socks4), int(lt.proxy_type_t.socks5), int(lt.proxy_type_t.socks5_pw)}
_SILENT: SettingsPack = {
    "listen_interfaces": "",
    "outgoing_interfaces": NOWHERE,
    "proxy_type": 0,
    # They look names up all the same.
    "enable_dht": False,
    "dht_bootstrap_nodes": "",
    "i2p_hostname": "",
    # It would open its sockets anew when interfaces come and go.
    "enable_ip_notifier": False,
}


@dataclass(frozen=True, slots=True)
class State:
    """What became of the interfaces that were chosen."""

    present: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Those that can be used, with their addresses."""
    trouble: str = ""
    """Why nothing goes out, a sentence."""


class Binding(QObject):
    """Looks twice a second; costs nothing where nothing is bound."""

    changed = Signal()
    """`pack` is another one."""

    def __init__(self, config: Config) -> None:
        super().__init__()
        self._config = config
        self._there: Mapping[str, Interface] = {}
        self._state = self._found()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._watch()

    def use(self, config: Config) -> None:
        """Other settings; `changed` does not tell of them."""
        self._config = config
        self._state = self._found()
        self._watch()

    def close(self) -> None:
        """Nobody looks any more."""
        self._timer.stop()

    def look(self) -> None:
        """What is there now?"""
        state = self._found()
        if state != self._state:
            self._state = state
            self.changed.emit()

    @property
    def names(self) -> tuple[str, ...]:
        """What was chosen: interfaces and addresses; none means everything."""
        return chosen(self._config.pack)

    @property
    def trouble(self) -> str:
        """Why nothing goes out, a sentence; or nothing."""
        return self._state.trouble

    @property
    def pack(self) -> SettingsPack:
        """What libtorrent gets while it is as it is."""
        return held(self._config, self._state)

    def _found(self) -> State:
        # Not even the loopback interface: the system could not say, as when no descriptor is left to ask it by.
        self._there = interfaces() or self._there
        return found(self._config, self._there)

    def _watch(self) -> None:
        if all(is_address(name) and is_loopback(name) for name in self.names):
            self._timer.stop()
        else:
            self._timer.start()


def chosen(pack: SettingsPack) -> tuple[str, ...]:
    """The interfaces and addresses of a pack."""
    return tuple(name for name in str(pack.get("outgoing_interfaces", "")).split(",") if name)


def found(config: Config, there: Mapping[str, Interface]) -> State:
    """Which of the chosen ones can be used."""
    names = chosen(config.pack)
    if NOWHERE in names:
        text = translate("Engine", "Not connected: the settings of the network can't be read. See the preferences.")
        return State(trouble=text)
    real = [name for name in names if not (is_address(name) and is_loopback(name))]
    if real and (_by_proxy(config.pack) or config.pack.get("proxy_type", 0) in _SOCKS):
        # libtorrent binds what goes to peers, but not what goes to a proxy; and gives it up again when it is there. It
        # keeps a connection to a SOCKS proxy for its packets, whatever else is to go by it.
        text = translate(
            "Engine", "Not connected: the way to the proxy can't be bound to {name}. Choose either of the two."
        )
        return State(trouble=text.format(name=real[0]))
    present = [(name, addresses) for name in names if (addresses := _addresses(name, config.family, there))]
    return State(tuple(present), "" if present or not names else _why(names, config.family, there))


def held(config: Config, state: State) -> SettingsPack:
    """The settings with which nothing leaves by another interface."""
    pack = config.pack
    if state.trouble:
        return {**pack, **_SILENT}
    if not state.present:
        return pack
    present, names = dict(state.present), chosen(pack)
    listen: list[str] = []
    for entry in str(pack.get("listen_interfaces", "")).split(","):
        place, _, port = entry.rpartition(":")
        name = place.strip("[]")
        if name in present and config.family is not Family.BOTH:
            # By its name, libtorrent would listen by both.
            listen += [f"[{address}]:{port}" if ":" in address else f"{address}:{port}" for address in present[name]]
        elif name in present or name not in names:
            listen.append(entry)
    outgoing = "" if _by_proxy(pack) else ",".join(present)
    return {**pack, "listen_interfaces": ",".join(listen), "outgoing_interfaces": outgoing}


def _by_proxy(pack: SettingsPack) -> bool:
    return bool(pack.get("proxy_type", 0)) and bool(pack.get("proxy_peer_connections", True))


def _addresses(name: str, family: Family, there: Mapping[str, Interface]) -> tuple[str, ...]:
    if not is_address(name):
        device = there.get(name)
        return tuple(a for a in device.addresses if _spoken(a, family)) if device and device.running else ()
    owned = is_loopback(name) or any(name in device.addresses for device in there.values() if device.running)
    return (name,) if owned and _spoken(name, family) else ()


def _spoken(address: str, family: Family) -> bool:
    return family is Family.BOTH or (":" in address) == (family is Family.IPV6)


def _why(names: tuple[str, ...], family: Family, there: Mapping[str, Interface]) -> str:
    if len(names) > 1:
        text = translate("Engine", "Not connected: none of {names} can be used.")
        return text.format(names=", ".join(names))
    (name,) = names
    device = there.get(name)
    if device is None or not device.running:
        if device is None:
            text = translate("Engine", "Not connected: {name} is not there.")
        else:
            text = translate("Engine", "Not connected: {name} is down.")
    elif family is Family.BOTH or not device.addresses:
        text = translate("Engine", "Not connected: {name} has no address.")
    else:
        text = translate("Engine", "Not connected: {name} has no {family} address.")
    return text.format(name=name, family="IPv6" if family is Family.IPV6 else "IPv4")
