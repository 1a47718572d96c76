# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may not connect: the user's bans for good and his list, and for ten minutes those who were kicked; libtorrent's
IP filter.
"""

import asyncio
import time
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from ipaddress import IPv4Address
from typing import Any, NamedTuple

import libtorrent as lt
from PySide6.QtCore import QObject, QTimer

from starling.addresses import Address, covers, parse, span
from starling.engine.ipranges import Ranges
from starling.engine.session import Session
from starling.ipfilter import Verdict, Why
from starling.tasks import Worker

KICKED = 600.0
"""Seconds until one who was kicked may come back."""

_BLOCKED = 1
"""libtorrent's ip_filter.blocked."""
_BY_FILTER = 0
"""libtorrent's peer_blocked_alert.ip_filter: it may have other reasons to leave a peer alone."""
_SLICE = 200
"""Ranges that are read without a pause: about a millisecond."""
_MAPPED = ("::ffff:0.0.0.0", "::ffff:255.255.255.255")
"""All of IPv4 as it is written in IPv6, and as libtorrent connects to it."""
_REMEMBERED = 100_000
_FAREWELL = 0.25


class _Closed(NamedTuple):
    """Who shall not get in, the kicked left out."""

    banned: tuple[str, ...]
    ranges: Ranges


class Gate(QObject):
    """Holds for all torrents; connections to whom it shuts out end at once, except those to web seeds.

    There may be 200,000 bans and a list of a million ranges, so that the filter is made and copied on a thread of its
    own, in the order of what is asked for. What a ban or a kick adds, it adds to the filter there is: that takes as
    long as libtorrent needs to copy the filter, a tenth of a second for 300,000 ranges.
    """

    def __init__(self, session: Session, banned: tuple[str, ...]) -> None:
        """`banned` as in `settings.privacy.BANNED`; holds from when `ready` returns."""
        super().__init__()
        self._session = session
        self._worker = Worker(asyncio.get_running_loop(), "gate")
        self._wanted = self._held = _Closed((), Ranges())
        """What was asked for last, and what the filter has; the latter is the worker's."""
        self._rules = lt.ip_filter()
        """Changed by the worker alone, under Python's lock, as it is read."""
        self._shut_out: dict[Address, int] = {}
        """Who was kicked, as the filter has it, and what the bans say of them: the worker's."""
        self._kicked: dict[Address, float] = {}
        self._closed = False
        self.refused = 0
        """How often somebody did not get in whom the list names."""
        self._refused: set[Address] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._readmit)
        self.ban(banned)

    @property
    def addresses(self) -> int:
        """How many they were to whom `refused` happened."""
        return len(self._refused)

    def handlers(self) -> Mapping[type, Callable[[Any], None]]:
        """Alert type -> handler, for the pump."""
        return {lt.peer_blocked_alert: self._on_blocked}

    async def ready(self) -> None:
        """Waits until everything that was asked for holds."""
        await self._worker.run(_nothing)

    def ban(self, banned: tuple[str, ...]) -> None:
        """Takes the bans over, instead of those before."""
        if banned != self._wanted.banned:
            self._want(self._wanted._replace(banned=banned))

    def hold(self, ranges: Ranges) -> None:
        """Takes the ranges of a list over, instead of those before."""
        if ranges != self._wanted.ranges:
            self._want(self._wanted._replace(ranges=ranges))

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

    async def why(self, address: Address) -> Verdict:
        """Whether, and why."""
        if address in self._kicked:
            return Verdict(Why.KICKED)
        wanted = self._wanted
        if ban := await self._worker.run(_naming, wanted.banned, address):
            return Verdict(Why.BANNED, ban)
        ends = wanted.ranges.of(address)
        return Verdict(Why.FILTERED, "-".join(dict.fromkeys(ends))) if ends else Verdict(Why.NOT)

    async def close(self) -> None:
        """Nobody comes back any more."""
        self._timer.stop()
        self._closed = True
        await self._worker.stop(_FAREWELL)

    def _want(self, wanted: _Closed) -> None:
        self._wanted = wanted
        self._worker.post(self._bring)

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

    def _on_blocked(self, alert: lt.peer_blocked_alert) -> None:
        address = parse(alert.endpoint[0])
        if int(alert.reason) == _BY_FILTER and address and self._wanted.ranges.of(address):
            self.refused += 1
            if len(self._refused) < _REMEMBERED:
                self._refused.add(address)

    # -- on the worker

    def _bring(self) -> None:
        wanted, held = self._wanted, self._held
        if wanted is held:
            return
        known = len(held.banned)
        if wanted.ranges == held.ranges and wanted.banned[:known] == held.banned:
            self._add(wanted.banned[known:])
            self._apply()
        else:
            rules, whole = self._built(wanted)
            if whole:
                rules, self._rules = self._rules, rules
                self._apply()
            self._cleared(rules, (held if whole else wanted).ranges)
            if not whole:
                return
        self._held = wanted

    def _add(self, banned: Iterable[str]) -> None:
        for ends in filter(None, map(span, banned)):
            _mark(self._rules, *ends, _BLOCKED)
            for address in self._shut_out:
                if covers(ends, address):
                    self._shut_out[address] = _BLOCKED

    def _built(self, wanted: _Closed) -> tuple[lt.ip_filter, bool]:
        """A filter, and whether it is one of everything: it is not if something else is wanted by now."""
        rules = lt.ip_filter()
        add = rules.add_rule
        if wanted.ranges:
            # Each range as both, as with bans, would make the filter three times as large and as slow. Nobody but a
            # tracker that has it wrong names IPv4 this way.
            add(*_MAPPED, _BLOCKED)
        for part in wanted.ranges.rules(_SLICE):
            for first, last in part:
                add(first, last, _BLOCKED)
            time.sleep(0)
            if self._closed or wanted is not self._wanted:
                return rules, False
        for number, text in enumerate(wanted.banned):
            if not number % _SLICE:
                time.sleep(0)
                if self._closed or wanted is not self._wanted:
                    return rules, False
            if ends := span(text):
                _mark(rules, *ends, _BLOCKED)
        for address in self._shut_out:
            self._shut_out[address] = rules.access(str(address))
            _mark(rules, address, address, _BLOCKED)
        return rules, True

    def _cleared(self, rules: lt.ip_filter, ranges: Ranges) -> None:
        """Empties a filter bit by bit: freed at once, 300,000 ranges keep all threads out for 20 ms and more."""
        for first, last in ranges.stretches(_SLICE):
            rules.add_rule(first, last, 0)
            if self._closed:
                return
            time.sleep(0)

    def _change(self, shut: Iterable[Address] = (), let: Iterable[Address] = ()) -> None:
        for address in shut:
            self._shut_out.setdefault(address, self._rules.access(str(address)))
            _mark(self._rules, address, address, _BLOCKED)
        mapped = not self._held.ranges
        for address in let:
            if (flags := self._shut_out.pop(address, None)) is not None:
                _mark(self._rules, address, address, flags, mapped=mapped)
        self._apply()

    def _apply(self) -> None:
        if not self._closed:
            self._session.lt.set_ip_filter(self._rules)


def _mark(rules: lt.ip_filter, first: Address, last: Address, flags: int, *, mapped: bool = True) -> None:
    # The right way round, or libtorrent ends the process: `span` sees to that.
    rules.add_rule(str(first), str(last), flags)
    if mapped and isinstance(first, IPv4Address):
        rules.add_rule(f"::ffff:{first}", f"::ffff:{last}", flags)


def _naming(banned: Iterable[str], address: Address) -> str:
    """The ban that an address falls under."""
    return next((text for text in banned if (ends := span(text)) and covers(ends, address)), "")


def _nothing() -> None:
    """Its turn comes when everything before it is done."""
