# SPDX-License-Identifier: GPL-3.0-or-later
"""The life of the libtorrent session: made with our settings and its old DHT state, ended in bounded time."""

import logging
import os
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import certifi
import libtorrent as lt

from starling.engine.dataconfig import DataConfig
from starling.engine.defaults import DEFAULTS
from starling.engine.goalconfig import GoalConfig
from starling.engine.rateconfig import RateConfig
from starling.labels import Label
from starling.settings.connection import Family

log = logging.getLogger(__name__)

SettingsPack = Mapping[str, Any]
"""libtorrent's settings by name."""


@dataclass(frozen=True, slots=True)
class Config:
    """What the engine gets of the user's settings."""

    pack: SettingsPack
    own: SettingsPack = field(default_factory=dict)
    """`pack` as it would be without what the user changed by libtorrent's own names."""
    data: DataConfig = field(default_factory=DataConfig)
    labels: tuple[Label, ...] = ()
    """Those that are defined."""
    goals: GoalConfig = field(default_factory=GoalConfig)
    rates: RateConfig = field(default_factory=RateConfig)
    trackers: tuple[tuple[str, ...], ...] = ()
    """What new torrents get beside their own, tier by tier, unless they are private."""
    pex: bool = True
    connections: int = 100
    """Per torrent. Peer exchange and this limit are no settings of the session, each torrent gets them."""
    slots: int = -1
    """For uploads, per torrent; -1 = no limit."""
    fixed: frozenset[str] = frozenset()
    """libtorrent's names of those limits of the session that something else decides than their own settings."""
    family: Family = Family.BOTH
    """What is spoken. Of the other one, all of `banned` is kept out."""
    banned: tuple[str, ...] = ()
    """Addresses and ranges, see `addresses.span`."""
    host_names: bool = False
    """Whether the host names of peers may be asked for."""
    keep_removed: int = 7
    """For how many days removed torrents can come back; 0 = not at all."""
    countries: str = ""
    """The user's own database of countries; empty for what the system has."""
    ip_filter: str = ""
    """The file with the addresses that are kept out; empty for none."""
    refused: tuple[str, ...] = ()
    """A sentence for each of the user's values for libtorrent that it would not take; they are not in `pack`."""

    @property
    def given(self) -> SettingsPack:
        """All of libtorrent's settings as Starling gives them."""
        return in_force(self.own)


_SYSTEM_BUNDLES = (Path("/etc/ssl/certs/ca-certificates.crt"), Path("/etc/pki/tls/certs/ca-bundle.crt"))
"""What libtorrent's wheel loads by itself, beside SSL_CERT_FILE."""

FIXED: dict[str, Any] = {
    # One alert for each of 10,000 torrents several times over must fit between two pops.
    "alert_queue_size": 200_000,
    "alert_mask": (
        lt.alert.category_t.error_notification
        | lt.alert.category_t.status_notification
        | lt.alert.category_t.storage_notification
        | lt.alert.category_t.tracker_notification
        | lt.alert.category_t.port_mapping_notification
        | lt.alert.category_t.performance_warning
        # Since when a peer is connected. Tens a second at most, however many torrents there are.
        | lt.alert.category_t.connect_notification
        # Who connects to us.
        | lt.alert.category_t.peer_notification
        # Whom the IP filter refuses.
        | lt.alert.category_t.ip_block_notification
    ),
    # It would ask a public server for our address. Its trackers get every address of this machine, past proxy, VPN and
    # anonymous mode: without offers libtorrent does not even connect to one, see `Why.WEBTORRENT`.
    "webtorrent_stun_server": "",
    "max_webtorrent_offers": 0,
    "validate_https_trackers": True,
    # Who bans a peer does not mean a tracker that happens to be at its address.
    "apply_ip_filter_to_trackers": False,
    "auto_scrape_interval": 1800,
    # The destructor waits so long for trackers that do not answer to "stopped"; what was sent arrives all the same.
    "stop_tracker_timeout": 2,
}


def in_force(pack: SettingsPack) -> SettingsPack:
    """All that libtorrent is told: its own defaults, what Starling fixes, and on top of both the pack."""
    return {**DEFAULTS, **FIXED, **pack}


def bundles() -> list[str]:
    """The files with the certificates of those who are trusted to vouch for servers."""
    return [str(path) for path in (*_SYSTEM_BUNDLES, Path(os.environ.get("SSL_CERT_FILE", "."))) if path.is_file()]


class Session:
    """The one reference to libtorrent's session, so that it can be ended at a chosen moment."""

    def __init__(self, pack: SettingsPack, state: bytes | None) -> None:
        """`state` is what `dht_state` gave the last time; an unreadable one is left out."""
        if not any(bundle.exists() for bundle in _SYSTEM_BUNDLES):
            # Read once, when the session makes its TLS context.
            os.environ.setdefault("SSL_CERT_FILE", certifi.where())
        params = lt.session_params()
        if state:
            try:
                params = lt.read_session_params(state)
            except (RuntimeError, ValueError) as error:
                log.warning("The DHT starts afresh, its old state can't be read: %s", error)
        params.settings = cast("Any", in_force(pack))
        self._heard: dict[str, int] = {}
        self._session: lt.session | None = lt.session(params)

    @property
    def lt(self) -> lt.session:
        """libtorrent's session. Raises RuntimeError after the end."""
        if self._session is None:
            raise RuntimeError("the session has ended")
        return self._session

    def apply(self, pack: SettingsPack) -> None:
        """Sets all of the settings."""
        self.lt.apply_settings(cast("Any", {**in_force(pack), **self._mask()}))

    def hear(self, who: str, categories: int) -> None:
        """Has libtorrent tell of further kinds of alerts while somebody looks; 0 = `who` wants none any more.

        They are costly, and come for all torrents.
        """
        before = self._mask()
        self._heard[who] = int(categories)
        if (mask := self._mask()) != before:
            self.change(mask)

    def _mask(self) -> SettingsPack:
        mask = int(FIXED["alert_mask"])
        for categories in self._heard.values():
            mask |= categories
        return {"alert_mask": mask}

    def change(self, pack: SettingsPack) -> None:
        """Sets these, and leaves the others."""
        self.lt.apply_settings(cast("Any", pack))

    def dht_state(self) -> bytes:
        """The DHT's nodes, to be found again after a restart; empty while it knows none. May wait for libtorrent."""
        state = bytes(lt.write_session_params_buf(self.lt.session_state(), lt.save_state_flags_t.save_dht_state))
        written: Any = lt.bdecode(state)
        return state if written.get(b"dht state", {}).keys() & {b"nodes", b"nodes6"} else b""

    def say_goodbye(self) -> None:
        """Disconnects from everybody and tells the trackers; a tracker that hangs costs one second and no more."""
        # Many at a time, else those who would answer wait behind those who don't; the peers' sockets are free now.
        self.lt.apply_settings({"stop_tracker_timeout": 1, "max_concurrent_http_announces": 100})
        self.lt.pause()

    def end(self) -> None:
        """Destroys the session, which waits for what `say_goodbye` began."""
        begun = time.monotonic()
        # What still queues behind trackers that hang ends as soon as it comes up.
        self.lt.apply_settings({"stop_tracker_timeout": 0})
        self._session = None
        log.info("The session ended in %.2f s", time.monotonic() - begun)
