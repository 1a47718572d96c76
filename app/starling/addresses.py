# SPDX-License-Identifier: GPL-3.0-or-later
"""Addresses as people write them: ranges that are banned, and peers by host and port."""

import re
from collections.abc import Iterable
from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

Address = IPv4Address | IPv6Address

_HOST = re.compile(r"(?=.{1,253}\Z)[A-Za-z0-9_-]{1,63}(\.[A-Za-z0-9_-]{1,63})*\.?")
_MAPPED_BITS = 96
"""Of ::ffff:0:0/96, where IPv6 writes the addresses of IPv4."""


def parse(text: str) -> Address | None:
    """An address; one of IPv4 that is written as IPv6 (``::ffff:192.0.2.1``) is one of IPv4. None for anything else.

    One with a zone, such as ``fe80::1%eth0``, is none: it means something on one machine only.
    """
    try:
        address = ip_address(text.strip())
    except ValueError:
        return None
    if isinstance(address, IPv6Address):
        return None if address.scope_id else address.ipv4_mapped or address
    return address


@lru_cache(maxsize=16_384)
def span(text: str) -> tuple[Address, Address] | None:
    """First and last address of ``192.0.2.1``, ``192.0.2.0/24`` or ``192.0.2.1-192.0.2.9``; None for anything else.

    The first is never behind the last, and both are of one family.
    """
    if "-" in text:
        first, last = (parse(part) for part in text.split("-", 1))
        if isinstance(first, IPv4Address) and isinstance(last, IPv4Address):
            return (first, last) if first <= last else None
        if isinstance(first, IPv6Address) and isinstance(last, IPv6Address):
            return (first, last) if first <= last else None
        return None
    if "/" not in text:
        address = parse(text)
        return None if address is None else (address, address)
    try:
        network = ip_network(text.strip(), strict=False)
    except ValueError:
        return None
    first, last = network.network_address, network.broadcast_address
    if isinstance(first, IPv6Address) and isinstance(last, IPv6Address):
        if first.scope_id:
            return None
        if network.prefixlen >= _MAPPED_BITS and first.ipv4_mapped and last.ipv4_mapped:
            return first.ipv4_mapped, last.ipv4_mapped
    return first, last


def endpoint(text: str) -> tuple[str, int] | None:
    """Host and port of ``192.0.2.1:6881``, ``[2001:db8::1]:6881`` or ``example.org:6881``; None for anything else."""
    host, colon, digits = text.strip().rpartition(":")
    port = int(digits) if len(digits) <= 5 and digits.isascii() and digits.isdecimal() else 0
    if not colon or not 0 < port < 65536:
        return None
    if host.startswith("[") and host.endswith("]"):
        address = parse(host[1:-1])
        return None if address is None else (str(address), port)
    if ":" in host:
        return None
    if address := parse(host):
        return str(address), port
    # A name that ends in a number is a mistyped address: resolvers take 1.2.3 for 1.2.0.3.
    numeric = host.rstrip(".").rpartition(".")[2].isdecimal()
    return (host, port) if _HOST.fullmatch(host) and not numeric else None


def connectable(address: Address) -> bool:
    """Whether a peer can be there at all."""
    reserved = address.is_reserved and isinstance(address, IPv4Address)
    return not (address.is_unspecified or address.is_multicast or reserved)


def with_bans(banned: tuple[str, ...], more: Iterable[str]) -> tuple[str, ...]:
    """A list of bans with more addresses, those left out that a ban of the list covers already."""
    found = list(banned)
    spans = [each for text in banned if (each := span(text))]
    single = {first for first, last in spans if first == last}
    wide = [each for each in spans if each[0] != each[1]]
    for text in more:
        address = parse(text)
        if address is None or address in single or any(covers(each, address) for each in wide):
            continue
        found.append(str(address))
        single.add(address)
    return tuple(found)


def without_bans(banned: tuple[str, ...], lifted: Iterable[str]) -> tuple[str, ...]:
    """A list of bans without every entry that covers one of these addresses, be it a whole range."""
    addresses = [address for text in lifted if (address := parse(text))]
    return tuple(
        text for text in banned if not ((each := span(text)) and any(covers(each, address) for address in addresses))
    )


def covers(ends: tuple[Address, Address], address: Address) -> bool:
    """Whether an address lies from the first to the last of two."""
    first, last = ends
    return first.version == address.version and int(first) <= int(address) <= int(last)
