# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes out of what is written down whatever of an address may be a key that is its owner's alone."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

_ADDRESS = re.compile(r"([a-z][a-z0-9+.-]*://)([^\s/?#]*@)?([^\s/?#]*)(\S*)", re.IGNORECASE)
"""Scheme, who asks, host with port, the rest."""
_PART = re.compile(r"[^/?#&;=:@]+")
_VALUE = re.compile(r"=([^&;#]+)")
_ORDINARY = re.compile(r"(announce|scrape|tracker|torrents?)(\.\w+)?|[a-z]{1,7}", re.IGNORECASE)
"""Parts of a path that are words, and no keys."""
_SHORTEST = 4
"""Characters: what is shorter stands in any sentence."""


def without_secrets(text: str, url: str = "") -> str:
    """A text whose addresses say no more than the host, and which has none of the keys that this address has."""
    text = _ADDRESS.sub(_host, text)
    if keys := sorted(set(_keys(url)), key=len, reverse=True):
        text = re.sub("|".join(map(re.escape, keys)), "…", text, flags=re.IGNORECASE)
    return text


def _host(match: re.Match[str]) -> str:
    scheme, user, host, rest = match.groups()
    return f"{scheme}{'…@' if user else ''}{host}{'/…' if rest.strip('/') else rest}"


def _keys(url: str) -> Iterator[str]:
    """As they are spelt in the address, and as they are meant."""
    if not (match := _ADDRESS.fullmatch(url)):
        return
    _, user, _, rest = match.groups()
    path, *query = re.split(r"[?#]", rest, maxsplit=1)
    parts = _PART.findall(user or "") + [part for part in _PART.findall(path) if not _ORDINARY.fullmatch(part)]
    # The name of a value is a word.
    parts += [value for some in query for value in _VALUE.findall(some) or [some]]
    for part in parts:
        for key in (part, unquote(part)):
            if len(key) >= _SHORTEST:
                yield key
