# SPDX-License-Identifier: GPL-3.0-or-later
"""What libtorrent says of its connection to a web seed: the server, and which of the torrent's addresses it may be."""

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple
from urllib.parse import urlsplit

from starling.addresses import parse
from starling.engine.text import printable

_PORTS = {"http": 80, "https": 443}


class Said(NamedTuple):
    """What stands in the place of a client's name."""

    host: str
    """As in the web seed's URL; empty once the server has said what it is."""
    server: str
    """As it calls itself; empty until it has answered, and where it does not."""


def said(name: bytes, address: str, urls: Iterable[str]) -> Said:
    """libtorrent has the host there, and from the first answer on what the server calls itself."""
    words = printable(name.decode("utf-8", "replace"))
    hosts = {address, *(place[0] for place in map(place_of, urls) if place)}
    host = words.strip("[]").lower()
    return Said(host, "") if host in hosts else Said("", words)


def url_of(host: str, address: str, port: int, urls: Collection[str]) -> str:
    """The only one of `urls` that can be at this server; empty if there are several, or none after a redirection."""
    found = at(host, address, port, urls)
    return found[0] if len(found) == 1 else ""


def at(host: str, address: str, port: int, urls: Iterable[str]) -> list[str]:
    """Those of `urls` that can be at this server."""
    places = {(host, port), (address, port)}
    known = list(urls)
    found = [url for url in known if place_of(url) in places]
    if not found and not host:
        # It is not known by its name any more.
        found = [url for url in known if (place := place_of(url)) and place[1] == port and not parse(place[0])]
    return found


def changed(
    known: Mapping[tuple[str, int], Collection[str]], gone: Collection[str], fresh: Iterable[str]
) -> dict[tuple[str, int], tuple[str, ...]]:
    """Which web seeds are at an address, without those `gone` and with those `fresh` that name one, and not a host."""
    found = {address: [url for url in urls if url not in gone] for address, urls in known.items()}
    for url in fresh:
        if (place := place_of(url)) and (ip := parse(place[0])):
            urls = found.setdefault((str(ip), place[1]), [])
            urls.extend({url}.difference(urls))
    return {address: tuple(urls) for address, urls in found.items() if urls}


def place_of(url: str) -> tuple[str, int] | None:
    """Host and port; None for what has none."""
    try:
        parts = urlsplit(url)
        port = parts.port or _PORTS.get(parts.scheme, 0)
    except ValueError:
        return None
    return (parts.hostname, port) if parts.hostname else None
