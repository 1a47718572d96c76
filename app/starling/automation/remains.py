# SPDX-License-Identifier: GPL-3.0-or-later
"""Remembers lists of links that were taken: whoever holds one open goes on writing to it, whatever it is called now."""

import time
from dataclasses import dataclass
from hashlib import blake2b

from starling.automation import folderlook
from starling.automation.folderlook import Stamp

MOST = 100
LONG_S = 3600.0
"""Whoever writes nothing for so long is taken to have finished."""


@dataclass(frozen=True, slots=True)
class _Remain:
    stamp: Stamp
    size: int
    digest: bytes
    """Of so many bytes at its beginning."""
    links: int
    """How many of these were whole."""
    at: float


class Remains:
    """The newest of them, by where they lie now."""

    def __init__(self) -> None:
        self._known: dict[str, _Remain] = {}

    def __contains__(self, path: object) -> bool:
        return path in self._known

    def stamps(self) -> dict[str, Stamp]:
        """As each was when it was taken."""
        now = time.monotonic()
        self._known = {path: known for path, known in self._known.items() if now - known.at < LONG_S}
        return {path: known.stamp for path, known in self._known.items()}

    def keep(self, before: str, now: str, stamp: Stamp, data: bytes) -> None:
        """One was taken, and lies elsewhere now."""
        self._known.pop(before, None)
        whole = data if folderlook.is_ended(now, data) else data[: data.rfind(b"\n") + 1]
        links = len(folderlook.links_in(whole))
        self._known.pop(now, None)
        self._known[now] = _Remain(stamp, len(whole), _digest(whole), links, time.monotonic())
        while len(self._known) > MOST:
            del self._known[next(iter(self._known))]

    def news(self, path: str, data: bytes) -> list[str]:
        """The links that came since it was taken; all of them if it is another text."""
        links = folderlook.links_in(data)
        known = self._known.get(path)
        if known is None or _digest(data[: known.size]) != known.digest:
            return links
        return links[known.links :]


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=16).digest()
