# SPDX-License-Identifier: GPL-3.0-or-later
"""What libtorrent says of its connection to a web seed: the server, and which of the torrent's addresses it may be."""

from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import urlsplit

from starling.engine.text import printable

_PORTS = {"http": 80, "https": 443}


class Said(NamedTuple):
    """What stands in the place of a client's name."""

    host: str
    """As in the web seed's URL, or where that sends us."""
    server: str
    """As it calls itself; empty until it has answered, and where it does not."""


def said(name: bytes) -> Said:
    """libtorrent has the host first, and behind it what the server calls itself."""
    host, _, server = printable(name.decode("utf-8", "replace")).removeprefix("URL seed @ ").partition(" ")
    return Said(host.strip("[]").lower(), server)


def url_of(host: str, address: str, port: int, urls: Iterable[str]) -> str:
    """The only one of `urls` that is at this server; empty if there are several, or none after a redirection."""
    places = (host, port), (address, port)
    found = [url for url in urls if _place(url) in places]
    return found[0] if len(found) == 1 else ""


def _place(url: str) -> tuple[str, int] | None:
    try:
        parts = urlsplit(url)
        port = parts.port or _PORTS.get(parts.scheme, 0)
    except ValueError:
        return None
    return (parts.hostname, port) if parts.hostname else None
