# SPDX-License-Identifier: GPL-3.0-or-later
"""The settings and the session's counters -> what the causes see of both; limits that a torrent has of its own."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

import libtorrent as lt

from starling.engine.record import Record
from starling.engine.session import Config
from starling.torrent import SessionState
from starling.why.situation import Disk, Limits, Line, Rules, Secrecy, Sources

if TYPE_CHECKING:
    from starling.engine.running import Running

NO_LINE, NO_SOURCES, NO_DISK = Line(), Sources(), Disk()
_NO_LIMITS = Limits()
_LONG = 60.0
"""Seconds without a sound from anybody."""
_FULL, _ROOM = 0.95, 0.85
"""Shares of the connections from which on there are none left, and below which there are some again."""
_POLICIES = {int(lt.enc_policy.pe_forced): Secrecy.REQUIRED, int(lt.enc_policy.pe_disabled): Secrecy.DISABLED}


class Hearing:
    """Since when nothing at all is heard from outside."""

    def __init__(self) -> None:
        self._since: float | None = None
        self._now = 0.0
        self.tracker = False
        """The last word of any tracker was that it could be reached."""

    def listen(self, values: Mapping[str, int], state: SessionState, now: float) -> None:
        """To be called each second; `now` is time.monotonic()."""
        self._now = now
        if values["peer.num_peers_connected"] or state.dht_nodes or state.dht_nodes is None:
            self._since = None
        elif self._since is None:
            self._since = now

    @property
    def nothing(self) -> bool:
        """For long; where the DHT is off silence means nothing."""
        return self._since is not None and not self.tracker and self._now - self._since >= _LONG


def rules(
    config: Config,
    running: "Running",
    values: Mapping[str, int],
    hearing: Hearing,
    before: Rules,
    *,
    only_seeding: bool,
) -> Rules:
    """What holds for all; `values` are libtorrent's counters."""
    pack, state = config.pack, running.news.state
    given = config.given
    connections = int(given["connections_limit"])
    share = values["peer.num_peers_connected"] / connections if connections > 0 else 0.0
    slots = max(0, int(given["unchoke_slots_limit"]))
    up = int(pack.get("upload_rate_limit", 0))
    if only_seeding and config.rates.seeding_up is not None:
        up = config.rates.seeding_up
    found = Rules(
        port=state.port,
        listen_error=state.listen_error,
        reachable=state.reachable,
        offline=state.offline,
        proxy=state.proxy,
        proxy_trouble=running.network.proxy_trouble,
        alone=hearing.nothing,
        dht=state.dht_nodes is not None,
        dht_nodes=bool(state.dht_nodes),
        secrecy=_POLICIES.get(int(given["out_enc_policy"]), Secrecy.EITHER),
        down_limit=int(pack.get("download_rate_limit", 0)),
        up_limit=up,
        slow=config.rates.slow,
        connections=max(0, connections),
        connections_fixed="connections_limit" in config.fixed,
        crowded=share >= (_ROOM if before.crowded else _FULL),
        slots=slots,
        slots_fixed="unchoke_slots_limit" in config.fixed,
        slots_taken=0 < slots <= values["peer.num_peers_up_unchoked"],
    )
    return before if found == before else found


def differ(one: Rules, other: Rules) -> bool:
    """Whether all torrents are to be judged anew: not for what comes and goes, and concerns few."""
    if one is other:
        return False
    return one != replace(other, crowded=one.crowded, slots_taken=one.slots_taken)


def way(rules: Rules) -> tuple[object, ...]:
    """What decides who can be reached at all."""
    return rules.port, rules.offline, rules.proxy, rules.proxy_trouble, rules.secrecy, rules.alone


def limits(record: Record, config: Config) -> Limits:
    """Its own, or those of its labels where they are lower."""
    options, labels = record.options, config.rates.labels
    pairs = [(name, labels[name]) for name in record.labels if name in labels] if labels else []
    if not pairs:
        if not options.down_limit and not options.up_limit:
            return _NO_LIMITS
        return Limits(options.down_limit, options.up_limit)
    down, down_label = _lowest(options.down_limit, [(pair[0], name) for name, pair in pairs])
    up, up_label = _lowest(options.up_limit, [(pair[1], name) for name, pair in pairs])
    return Limits(down, up, down_label, up_label)


def _lowest(own: int, shared: list[tuple[int, str]]) -> tuple[int, str]:
    return min(((limit, label) for limit, label in [(own, ""), *shared] if limit), default=(0, ""))
