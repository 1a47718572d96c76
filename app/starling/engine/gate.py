# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may not connect: the user's bans for good, and for ten minutes those who were kicked; libtorrent's IP filter."""

import time
from collections.abc import Iterable
from ipaddress import IPv4Address

import libtorrent as lt
from PySide6.QtCore import QObject, QTimer

from starling.addresses import Address, parse, span
from starling.engine.session import Session

KICKED = 600.0
"""Seconds until one who was kicked may come back."""

_BLOCKED = 1
"""libtorrent's ip_filter.blocked."""


class Gate(QObject):
    """Holds for all torrents; connections to whom it shuts out end at once, except those to web seeds."""

    def __init__(self, session: Session, banned: Iterable[str]) -> None:
        """`banned` as in `settings.BANNED`."""
        super().__init__()
        self._session = session
        self._bans = _spans(banned)
        self._kicked: dict[Address, float] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._readmit)
        if self._bans:
            self._shut()

    def ban(self, banned: Iterable[str]) -> None:
        """Takes the list over, instead of the one before."""
        bans = _spans(banned)
        if bans != self._bans:
            self._bans = bans
            self._shut()

    def kick(self, addresses: Iterable[str]) -> None:
        """Ends the connections with these addresses and takes none up for ten minutes."""
        until = time.monotonic() + KICKED
        self._kicked.update((address, until) for text in addresses if (address := parse(text)))
        self._shut()
        self._wait()

    def drop(self, addresses: Iterable[str]) -> None:
        """Ends the connections with these addresses; they may come back at once."""
        self._shut([address for text in addresses if (address := parse(text))])
        self._shut()

    def refuses(self, address: Address) -> bool:
        """Whether nobody at this address gets in now."""
        number = int(address)
        return address in self._kicked or any(
            first.version == address.version and int(first) <= number <= int(last) for first, last in self._bans
        )

    def close(self) -> None:
        """Nobody comes back any more."""
        self._timer.stop()

    def _shut(self, more: Iterable[Address] = ()) -> None:
        rules = lt.ip_filter()
        for first, last in [*self._bans, *((one, one) for one in (*self._kicked, *more))]:
            # The right way round, or libtorrent ends the process: `span` sees to that.
            rules.add_rule(str(first), str(last), _BLOCKED)
            if isinstance(first, IPv4Address):
                rules.add_rule(f"::ffff:{first}", f"::ffff:{last}", _BLOCKED)
        self._session.lt.set_ip_filter(rules)

    def _wait(self) -> None:
        if self._kicked:
            self._timer.start(max(0, round((min(self._kicked.values()) - time.monotonic()) * 1000)))

    def _readmit(self) -> None:
        now = time.monotonic()
        self._kicked = {address: until for address, until in self._kicked.items() if until > now}
        self._shut()
        self._wait()


def _spans(banned: Iterable[str]) -> list[tuple[Address, Address]]:
    return [ends for text in banned if (ends := span(text))]
