# SPDX-License-Identifier: GPL-3.0-or-later
"""Web addresses in texts of strangers: where they stand, and how they are written without disguise."""

import re
from collections.abc import Iterator
from urllib.parse import quote, urlsplit

_ADDRESS = re.compile(r"https?://[^\s<>\"“”«»]+", re.IGNORECASE)
_ENDS = ".,;:!?'’*_"
"""What ends a sentence rather than an address."""
_PAIRS = {")": "(", "]": "[", "}": "{"}


def links_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and address of each link to the web, left to right; other schemes are text."""
    for match in _ADDRESS.finditer(text):
        address = _without_end(match[0])
        if written_out := plain_address(address):
            yield match.start(), match.start() + len(address), written_out


def plain_address(address: str) -> str:
    """The address in ASCII, so that no letter can pass for another; empty if it is none that a browser shall open."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = parts.port
    except (ValueError, UnicodeError):
        return ""
    if parts.scheme.lower() not in ("http", "https") or not host:
        return ""
    if ":" in host:
        host = f"[{host}]"
    user = parts.netloc.rpartition("@")[0]
    place = f"{quote(user, safe=':%')}@{host}" if user else host
    if port is not None:
        place += f":{port}"
    rest = address[len(parts.scheme) + 3 + len(parts.netloc) :]
    return f"{parts.scheme.lower()}://{place}{quote(rest, safe=_KEPT)}"


_KEPT = "/?#[]@!$&'()*+,;=:%-._~"
"""What has a meaning of its own in addresses, and what is quoted already."""


def _without_end(address: str) -> str:
    """The address without the full stop or the bracket of the sentence around it."""
    while address:
        last = address[-1]
        if last in _ENDS or (last in _PAIRS and address.count(last) > address.count(_PAIRS[last])):
            address = address[:-1]
        else:
            break
    return address
