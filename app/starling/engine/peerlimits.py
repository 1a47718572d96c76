# SPDX-License-Identifier: GPL-3.0-or-later
"""Rate limits of single peers, by address: a peer class of libtorrent's for each.

They hold until the program ends: an address belongs to somebody else tomorrow.
"""

import time
from collections.abc import Iterable
from typing import Any

import libtorrent as lt

from starling.addresses import covers, parse, span
from starling.engine.errors import EngineError
from starling.engine.session import Session
from starling.i18n import translate
from starling.peer import Change, Leave

Limits = tuple[int | None, int | None]
"""Bytes/s down and up; None = none of its own."""


_CLASSES = 31
"""The filter has a bit for each class, the last of which Python can't set: no more can be given to an address."""
MOST = _CLASSES - 3
"""Addresses with limits of their own; three classes are libtorrent's."""

# libtorrent's own filter, which ours replaces (session_impl::init_peer_class_filter): who belongs to which class.
_EVERYWHERE = (("0.0.0.0", "255.255.255.255"), ("::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"))  # noqa: S104
_LOCAL = (
    ("10.0.0.0", "10.255.255.255"),
    ("172.16.0.0", "172.31.255.255"),
    ("192.168.0.0", "192.168.255.255"),
    ("169.254.0.0", "169.254.255.255"),
    ("127.0.0.0", "127.255.255.255"),
    ("fc00::", "fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"),
    ("fe80::", "febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff"),
    ("::", "::1"),
)
_LOCAL_SPANS = [ends for first, last in _LOCAL if (ends := span(f"{first}-{last}"))]


class PeerLimits:
    """Called on the worker, except for `of`: libtorrent answers when it has time."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._classes: dict[str, tuple[int, Limits]] = {}
        self._free_local = True
        self._told: list[tuple[float, bool]] = []
        """When that was changed, in Unix seconds, and to what."""
        self._spare: list[int] = []
        """Classes that nobody is in. Kept from the beginning: torrents with limits of their own would take them all."""
        self._reserve(MOST)

    def of(self, address: str) -> Limits:
        """The limits of an address."""
        held = self._classes.get(address)
        return held[1] if held else (None, None)

    def ignores_slots(self, address: str, since: float | None) -> bool:
        """Whether the choker's slots do not count for who has connected from there at that moment.

        libtorrent decides on it when they connect: a later change is for others.
        """
        free = self._free_local
        if since is not None:
            free = next((not after for moment, after in self._told if since < moment), free)
        return free and _is_local(address)

    def put(self, addresses: Iterable[str], change: tuple[Change, Change]) -> list[str]:
        """Changes the limits of each address; returns those that must connect anew to get what they had not.

        Raises EngineError if there are more than libtorrent can tell apart.
        """
        wanted = {address: _changed(self.of(address), change) for address in addresses}
        if gone := [address for address, limits in wanted.items() if limits == (None, None)]:
            numbers = [self._classes[address][0] for address in gone if address in self._classes]
            self._classes = {address: held for address, held in self._classes.items() if address not in gone}
            if numbers:
                self._let(numbers)
        limited = {address: limits for address, limits in wanted.items() if limits != (None, None)}
        made = self._made([address for address in limited if address not in self._classes])
        classes = dict(self._classes)
        for address, limits in limited.items():
            number = made[address] if address in made else classes[address][0]
            self._rate(number, address, limits)
            classes[address] = (number, limits)
        self._classes = classes
        if made:
            self._assign()
        return list(made)

    def apply(self, *, free_local: bool) -> None:
        """Says whether the limits of the session hold in the local network; libtorrent forgets our filter at that."""
        if free_local != self._free_local:
            self._free_local = free_local
            self._told.append((time.time(), free_local))
            if self._classes:
                self._assign()

    def _made(self, addresses: list[str]) -> dict[str, int]:
        if len(self._classes) + len(addresses) > MOST:
            raise _too_many()
        self._reserve(len(addresses) - len(self._spare))
        if len(addresses) > len(self._spare):
            raise EngineError(
                translate(
                    "Engine",
                    "Peers that had limits are still connected under them: these can have theirs when those are gone.",
                )
            )
        return {address: self._spare.pop(0) for address in addresses}

    def _reserve(self, count: int) -> None:
        """Takes so many classes more, or as many as the filter has bits for."""
        beyond: list[int] = []
        while count > 0:
            number = int(self._session.lt.create_peer_class(""))
            if number >= _CLASSES:
                # One that was given back may still come, its number is the last to be given again.
                beyond.append(number)
                if len(beyond) > _CLASSES:
                    break
                continue
            self._spare.append(number)
            count -= 1
        self._spare.sort()
        self._delete(beyond)

    def _delete(self, numbers: list[int]) -> None:
        # The last to go is the first to be given again: that shall be one of the lowest.
        for number in sorted(numbers, reverse=True):
            self._session.lt.delete_peer_class(number)

    def _rate(self, number: int, label: str, limits: Limits) -> None:
        # All seven: what is left out would be filled with whatever the memory holds.
        rates: Any = {
            "ignore_unchoke_slots": False,
            "connection_limit_factor": 100,
            "label": label,
            "download_limit": limits[0] or 0,
            "upload_limit": limits[1] or 0,
            "download_priority": 1,
            "upload_priority": 1,
        }
        self._session.lt.set_peer_class(number, rates)

    def _let(self, numbers: list[int]) -> None:
        for number in numbers:
            # Those who are connected stay in it; it goes with the last of them.
            self._rate(number, "", (None, None))
        self._assign()
        self._delete(numbers)
        self._reserve(len(numbers))

    def _assign(self) -> None:
        every, local = 1 << lt.session.global_peer_class_id, 1 << lt.session.local_peer_class_id
        rules = lt.ip_filter()
        for first, last in _EVERYWHERE:
            rules.add_rule(first, last, every)
        if self._free_local:
            for first, last in _LOCAL:
                rules.add_rule(first, last, local)
        for address, (number, _) in self._classes.items():
            base = local if self._free_local and _is_local(address) else every
            rules.add_rule(address, address, base | 1 << number)
        self._session.lt.set_peer_class_filter(rules)


def _changed(limits: Limits, change: tuple[Change, Change]) -> Limits:
    down, up = change
    return limits[0] if isinstance(down, Leave) else down, limits[1] if isinstance(up, Leave) else up


def _too_many() -> EngineError:
    return EngineError(
        translate("Engine", "No more than {count} peers can have limits of their own.").format(count=MOST)
    )


def _is_local(text: str) -> bool:
    address = parse(text)
    return address is not None and any(covers(ends, address) for ends in _LOCAL_SPANS)
