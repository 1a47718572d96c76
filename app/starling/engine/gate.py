# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may not connect: the user's bans for good, and for ten minutes those who were kicked; libtorrent's IP filter."""

import asyncio
import time
from collections.abc import Iterable
from functools import partial
from ipaddress import IPv4Address

import libtorrent as lt
from PySide6.QtCore import QObject, QTimer

from starling.addresses import Address, parse, span
from starling.engine.session import Session
from starling.tasks import Worker

KICKED = 600.0
"""Seconds until one who was kicked may come back."""

_BLOCKED = 1
"""libtorrent's ip_filter.blocked."""
_SLICE = 200
"""Ranges that are read without a pause: about a millisecond."""
_FAREWELL = 0.25


class Gate(QObject):
    """Holds for all torrents; connections to whom it shuts out end at once, except those to web seeds.

    There may be 200,000 bans, so that the filter is made and copied on a thread of its own, in the order of what is
    asked for.
    """

    def __init__(self, session: Session, banned: tuple[str, ...]) -> None:
        """`banned` as in `settings.privacy.BANNED`; holds from when `ready` returns."""
        super().__init__()
        self._session = session
        self._worker = Worker(asyncio.get_running_loop(), "gate")
        self._banned: tuple[str, ...] = ()
        self._rules = lt.ip_filter()
        """Changed by the worker alone, under Python's lock, as it is read."""
        self._shut_out: dict[Address, int] = {}
        """Who was kicked, as the filter has it, and what the bans say of them: the worker's."""
        self._kicked: dict[Address, float] = {}
        self._closed = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._readmit)
        self.ban(banned)

    async def ready(self) -> None:
        """Waits until everything that was asked for holds."""
        await self._worker.run(_nothing)

    def ban(self, banned: tuple[str, ...]) -> None:
        """Takes the list over, instead of the one before."""
        if banned != self._banned:
            self._banned = banned
            self._worker.post(partial(self._build, banned))

    def kick(self, addresses: Iterable[str]) -> None:
        """Ends the connections with these addresses and takes none up for ten minutes."""
        until = time.monotonic() + KICKED
        who = [address for text in addresses if (address := parse(text))]
        self._kicked.update(dict.fromkeys(who, until))
        self._worker.post(partial(self._change, shut=who))
        self._wait()

    async def drop(self, addresses: Iterable[str]) -> None:
        """Ends the connections with these addresses; they may come back at once."""
        who = [address for text in addresses if (address := parse(text)) and address not in self._kicked]
        await self._worker.run(self._change, shut=who)
        await self._worker.run(self._change, let=[address for address in who if address not in self._kicked])

    def refuses(self, address: Address) -> bool:
        """Whether nobody at this address gets in now."""
        return address in self._kicked or bool(self._rules.access(str(address)) & _BLOCKED)

    async def close(self) -> None:
        """Nobody comes back any more."""
        self._timer.stop()
        self._closed = True
        await self._worker.stop(_FAREWELL)

    def _wait(self) -> None:
        if self._kicked:
            self._timer.start(max(0, round((min(self._kicked.values()) - time.monotonic()) * 1000)))

    def _readmit(self) -> None:
        now = time.monotonic()
        back = [address for address, until in self._kicked.items() if until <= now]
        for address in back:
            del self._kicked[address]
        if back:
            self._worker.post(partial(self._change, let=back))
        self._wait()

    # -- on the worker

    def _build(self, banned: tuple[str, ...]) -> None:
        rules = lt.ip_filter()
        for number, text in enumerate(banned):
            if not number % _SLICE:
                time.sleep(0)
                if self._closed or banned is not self._banned:
                    return
            if ends := span(text):
                _mark(rules, *ends, _BLOCKED)
        for address in self._shut_out:
            self._shut_out[address] = rules.access(str(address))
            _mark(rules, address, address, _BLOCKED)
        self._rules = rules
        self._apply()

    def _change(self, shut: Iterable[Address] = (), let: Iterable[Address] = ()) -> None:
        for address in shut:
            self._shut_out.setdefault(address, self._rules.access(str(address)))
            _mark(self._rules, address, address, _BLOCKED)
        for address in let:
            if (flags := self._shut_out.pop(address, None)) is not None:
                _mark(self._rules, address, address, flags)
        self._apply()

    def _apply(self) -> None:
        if not self._closed:
            self._session.lt.set_ip_filter(self._rules)


def _mark(rules: lt.ip_filter, first: Address, last: Address, flags: int) -> None:
    # The right way round, or libtorrent ends the process: `span` sees to that.
    rules.add_rule(str(first), str(last), flags)
    if isinstance(first, IPv4Address):
        rules.add_rule(f"::ffff:{first}", f"::ffff:{last}", flags)


def _nothing() -> None:
    """Its turn comes when everything before it is done."""
