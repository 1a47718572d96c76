# SPDX-License-Identifier: GPL-3.0-or-later
"""What libtorrent tells of the names that it looks up for a torrent, in its log of it (`torrent_log_alert`).

They are those of UDP trackers and web seeds; of HTTP trackers it tells only that a look-up failed.
"""

import re

from starling.engine.discretion import without_secrets
from starling.i18n import translate

_UDP = re.compile(r"\*\*\* UDP_TRACKER \[ initiating name lookup: \"(.*)\" \]", re.DOTALL)
_UDP_FOUND = "*** UDP_TRACKER [ name lookup successful ]"
_UDP_AT = re.compile(r"==> UDP_TRACKER_CONNECT \[ to: (\S+) ")
_SEED = re.compile(r"resolving web seed: \"(.*)\" ", re.DOTALL)
_SEED_DONE = re.compile(r"completed resolve: (.*)", re.DOTALL)
_SEED_AT = re.compile(r"  -> (\S+)")
_SEED_FAILED = re.compile(r"\*\*\* HOSTNAME LOOKUP FAILED: (\S+): \(\d+\) (.*)", re.DOTALL)
_BEGINNINGS = (
    "*** UDP_TRACKER [ ",
    "==> UDP_TRACKER_C",
    "resolving web",
    "completed resolve: ",
    "  -> ",
    "*** HOSTNAME",
)


class Lookups:
    """Of one torrent."""

    def __init__(self) -> None:
        self._asked: list[str] = []
        """Hosts of UDP trackers that are looked for."""
        self._found = False
        """That of one of them was, and where it is comes next."""
        self._seed = ""

    def read(self, said: str) -> str:
        """The sentence for a line; empty for most."""
        if not said.startswith(_BEGINNINGS):
            return ""
        if found := _UDP.match(said):
            self._asked.append(found[1])
            return translate("Log", "Looking up {host}, a UDP tracker.").format(host=found[1])
        if said == _UDP_FOUND:
            self._found = True
        elif (found := _UDP_AT.match(said)) and self._found:
            return self._at(found[1])
        elif found := _SEED.match(said):
            return translate("Log", "Looking up {host}, a web seed.").format(host=found[1])
        elif found := _SEED_DONE.match(said):
            self._seed = without_secrets(found[1])
        elif found := _SEED_AT.match(said):
            return translate("Log", "{host} is at {address}.").format(host=self._seed, address=found[1])
        elif found := _SEED_FAILED.match(said):
            words = translate("Log", "{host} was not found: {reason}")
            return words.format(host=without_secrets(found[1]), reason=found[2])
        return ""

    def failed(self, host: str) -> None:
        """A UDP tracker was not found."""
        if host in self._asked:
            self._asked.remove(host)

    def _at(self, address: str) -> str:
        """libtorrent does not say which one it has found: where several are looked for, nor do we."""
        self._found = False
        if len(set(self._asked)) == 1:
            host = self._asked[0]
            self._asked.remove(host)
            return translate("Log", "{host} is at {address}.").format(host=host, address=address)
        return translate("Log", "The name of a UDP tracker was found: {address}.").format(address=address)
