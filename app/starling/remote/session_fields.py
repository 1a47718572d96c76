# SPDX-License-Identifier: GPL-3.0-or-later
"""The parameters of the session, one row each: how Transmission's clients see Starling's settings, and change them."""

from collections.abc import Mapping

from starling import __version__, settings
from starling.remote.calls import Dialect
from starling.remote.params import Params
from starling.remote.session_kinds import Field, fixed, flag, limit, rate, told, whole
from starling.remote.session_network import FIELDS as NETWORK
from starling.remote.session_odd import FIELDS as ODD
from starling.remote.session_view import View
from starling.remote.switched import KILO, kilobytes
from starling.setting import QT_TRANSLATE_NOOP

_S = settings
_QUEUE = 5
_SEEDS = 10
_RATE = 100
"""Transmission's own defaults."""
_BYTES = ("kB", "MB", "GB", "TB")
_VERSIONS = {Dialect.CLASSIC: ("4.0.6", 17, "5.3.0"), Dialect.JSON_RPC: ("4.1.3", 19, "6.0.1")}
"""Of Transmission, of its RPC by number, and of its RPC by semver: what each dialect is spoken by and understood as."""
_OLDEST = 14


def _units(view: View) -> Mapping[str, object]:
    more = () if view.dialect is Dialect.CLASSIC else ("B",)
    sizes = [*more, *_BYTES]
    return {
        "speed_units": [f"{size}/s" for size in sizes],
        "speed_bytes": KILO,
        "size_units": sizes,
        "size_bytes": KILO,
        "memory_units": [*more, "KiB", "MiB", "GiB", "TiB"],
        "memory_bytes": 1024,
    }


def _version(view: View) -> str:
    # Clients read the first number in it, and some have nothing to do with one below 2.40.
    return f"{_VERSIONS[view.dialect][0]} (Starling {__version__})"


_ROWS = (
    *limit("speed_limit_down", "speed_limit_down_enabled", _S.speed.DOWN_LIMIT, _RATE, kilobytes, KILO),
    *limit("speed_limit_up", "speed_limit_up_enabled", _S.speed.UP_LIMIT, _RATE, kilobytes, KILO),
    rate("alt_speed_down", _S.speed.SLOW_DOWN, kilobytes, KILO),
    rate("alt_speed_up", _S.speed.SLOW_UP, kilobytes, KILO),
    *limit("download_queue_size", "download_queue_enabled", _S.queue.ACTIVE_DOWNLOADS, _QUEUE),
    *limit("seed_queue_size", "seed_queue_enabled", _S.queue.ACTIVE_SEEDS, _SEEDS),
    flag("queue_stalled_enabled", _S.queue.SLOW_FREE),
    flag("seed_ratio_limited", _S.seeding.RATIO_ON),
    flag("idle_seeding_limit_enabled", _S.seeding.IDLE_ON),
    whole("idle_seeding_limit", _S.seeding.IDLE),
    flag("rename_partial_files", _S.downloads.PART_SUFFIX),
    flag("start_added_torrents", _S.downloads.START_ADDED),
    flag("dht_enabled", _S.connection.DHT),
    flag("pex_enabled", _S.connection.PEX),
    flag("lpd_enabled", _S.connection.LSD),
    whole("peer_limit_global", _S.connection.CONNECTIONS),
    whole("peer_limit_per_torrent", _S.connection.CONNECTIONS_PER_TORRENT),
    flag("blocklist_enabled", _S.privacy.IP_FILTER_ON),
    told("blocklist_size", lambda view: view.engine.ip_filter.state.ranges, "ranges that are in force"),
    *NETWORK,
    *ODD,
    # Behind the schedule, which switches it when it is followed.
    flag("alt_speed_enabled", _S.speed.SLOW_MODE),
    fixed(
        "trash_original_torrent_files",
        Params.flag,
        False,
        QT_TRANSLATE_NOOP("Remote", "Starling leaves .torrent files where they are, but for those in watch folders."),
        "always false: watch folders say what becomes of theirs",
    ),
    fixed(
        "sequential_download",
        Params.flag,
        False,
        QT_TRANSLATE_NOOP("Remote", "Downloading in order can be chosen for each torrent, not for all new ones."),
        "always false: it is chosen for each torrent",
    ),
    fixed(
        "anti_brute_force_enabled",
        Params.flag,
        True,
        QT_TRANSLATE_NOOP("Remote", "Wrong passwords are always slowed down."),
        "always true: wrong passwords are slowed down",
    ),
    told("cache_size_mib", lambda _: 0, "always 0, whatever is sent: libtorrent leaves caching to the system"),
    told("config_dir", lambda view: str(view.config_dir)),
    told(
        "download_dir_free_space",
        lambda view: view.free,
        "-1 also where the disk does not answer within two seconds",
    ),
    told("session_id", lambda view: view.session_id),
    told("units", _units, "what clients show by; Starling's own choice of units is its window's"),
    told(
        "version",
        _version,
        "the version of Transmission whose dialect is spoken, then Starling's: clients refuse numbers below 2.40",
    ),
    told("rpc_version", lambda view: _VERSIONS[view.dialect][1]),
    told("rpc_version_semver", lambda view: _VERSIONS[view.dialect][2]),
    told("rpc_version_minimum", lambda view: _OLDEST),
)

FIELDS: Mapping[str, Field] = {row.name: row for row in _ROWS}
"""By name, in the order in which changes are made."""
NOTES: Mapping[str, str] = {row.name: row.note for row in _ROWS if row.note}
"""What the documentation says of them."""
