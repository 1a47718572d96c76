# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings -> libtorrent's settings: one pure function, the only place that knows both names."""

from collections.abc import Mapping

import libtorrent as lt

from starling import __version__, labels, settings, speedplan, tiers
from starling.advanced.check import Value, accept
from starling.engine import diagnosis
from starling.engine.dataconfig import DataConfig
from starling.engine.goalconfig import GoalConfig
from starling.engine.mechanismpack import mechanism_pack
from starling.engine.netpack import network_pack, other_family
from starling.engine.rateconfig import RateConfig
from starling.engine.session import Config, SettingsPack
from starling.i18n import translate
from starling.labels import goals as label_goals
from starling.paths import tidy
from starling.schedule import Stretch
from starling.setting import Setting
from starling.settings import Settings
from starling.settings.connection import NOWHERE
from starling.settings.privacy import EncryptionPolicy
from starling.speedplan import Way

_ENC = lt.enc_policy
_LEVEL = lt.enc_level

# outgoing policy, incoming policy, allowed level, prefer RC4. Requiring encryption means the payload too: libtorrent's
# "forced" alone settles for an obfuscated handshake when both levels are allowed.
_ENCRYPTION = {
    EncryptionPolicy.ALLOW: (_ENC.pe_enabled, _ENC.pe_enabled, _LEVEL.pe_both, False),
    EncryptionPolicy.PREFER: (_ENC.pe_enabled, _ENC.pe_enabled, _LEVEL.pe_both, True),
    EncryptionPolicy.REQUIRE: (_ENC.pe_forced, _ENC.pe_forced, _LEVEL.pe_rc4, True),
    EncryptionPolicy.DISABLED: (_ENC.pe_disabled, _ENC.pe_disabled, _LEVEL.pe_both, False),
}
_UNLIMITED = -1
_LIMITS = {"connections_limit": settings.connection.CONNECTIONS, "unchoke_slots_limit": settings.connection.SLOTS}
_WAYS = frozenset({"listen_interfaces", "outgoing_interfaces", "proxy_hostname", "proxy_type"})
"""What may keep something from leaving in the open: where it can't be read, nothing leaves."""


def config(chosen: Settings, stretch: Stretch | None = None) -> Config:
    """Everything that the engine takes from the settings; `stretch` are the hours of the schedule that it is."""
    own = own_pack(chosen)
    overrides, refused = _overrides(chosen)
    pack = {**own, **overrides}
    return Config(
        pack=pack,
        own=own,
        data=_data(chosen),
        labels=chosen.get(settings.labels.LABELS),
        goals=_goals(chosen),
        rates=_rates(chosen, stretch, limited="upload_rate_limit" in overrides),
        trackers=tuple(map(tuple, tiers.read("\n".join(_listed(chosen, settings.automation.TRACKERS))).tiers)),
        pex=chosen.get(settings.connection.PEX),
        connections=chosen.get(settings.connection.CONNECTIONS_PER_TORRENT),
        slots=chosen.get(settings.connection.SLOTS_PER_TORRENT) or _UNLIMITED,
        fixed=frozenset(name for name, limit in _LIMITS.items() if name in overrides or chosen.ruled(limit)),
        banned=(*_listed(chosen, settings.privacy.BANNED), *other_family(chosen)),
        family=chosen.get(settings.connection.FAMILY),
        host_names=chosen.get(settings.privacy.HOST_NAMES) and diagnosis.Way.of(pack).open,
        keep_removed=chosen.get(settings.downloads.KEEP_REMOVED),
        countries=chosen.get(settings.privacy.COUNTRIES),
        ip_filter=chosen.get(settings.privacy.IP_FILTER) if chosen.get(settings.privacy.IP_FILTER_ON) else "",
        refused=refused,
    )


def _data(chosen: Settings) -> DataConfig:
    return DataConfig(
        usual=tidy(chosen.get(settings.downloads.SAVE_PATH)),
        incomplete=tidy(chosen.get(settings.downloads.INCOMPLETE_FOLDER)),
        done=tidy(chosen.get(settings.downloads.DONE_FOLDER)),
        part_suffix=chosen.get(settings.downloads.PART_SUFFIX),
        preallocate=chosen.get(settings.downloads.PREALLOCATE),
        keep_free=chosen.get(settings.downloads.KEEP_FREE),
    )


def _goals(chosen: Settings) -> GoalConfig:
    defined = chosen.get(settings.labels.LABELS)
    return GoalConfig(session=settings.seeding.goal(chosen.get), labels=label_goals(defined))


def _rates(chosen: Settings, stretch: Stretch | None, *, limited: bool) -> RateConfig:
    """`limited`: libtorrent's own name for the upload limit has been used, which has the last word."""
    return RateConfig(
        seeding_up=None if limited else speedplan.seeding_limit(chosen),
        labels=labels.limits(chosen.get(settings.labels.LABELS)),
        slow=chosen.get(settings.speed.SLOW_MODE),
        wait=stretch if stretch is not None and stretch.waits else None,
    )


def settings_pack(chosen: Settings) -> SettingsPack:
    """What libtorrent gets for these settings; `advanced.session` has the last word where it makes sense."""
    overrides, _ = _overrides(chosen)
    return {**own_pack(chosen), **overrides}


def _overrides(chosen: Settings) -> tuple[dict[str, Value], tuple[str, ...]]:
    """What `advanced.session` says that libtorrent can take, and a sentence for each of the rest.

    Those are left out here, where ours hold instead: libtorrent's own values would listen everywhere, for instance.
    """
    written: Mapping[str, Value] = chosen.get(settings.advanced.SESSION)
    taken: dict[str, Value] = {}
    refused: list[str] = []
    closed = chosen.holds
    for name, value in written.items():
        try:
            taken[name] = accept(name, value)
        except ValueError as problem:
            text = translate("Engine", "{problem} What [advanced.session] says of it is left out.")
            if name in _WAYS:
                closed = True
                text = translate("Engine", "{problem} Nothing is transferred until [advanced.session] says another.")
            refused.append(text.format(problem=problem))
    if closed:
        taken = {name: value for name, value in taken.items() if name not in _WAYS}
        taken["outgoing_interfaces"] = NOWHERE
    return taken, tuple(refused)


def own_pack(chosen: Settings) -> SettingsPack:
    """The same without that last word."""
    down, up = (speedplan.limit(chosen, way, only_seeding=False) for way in Way)
    outgoing, incoming, level, rc4 = _ENCRYPTION[chosen.get(settings.privacy.ENCRYPTION)]
    anonymous = chosen.get(settings.privacy.ANONYMOUS)
    return {
        **network_pack(chosen),
        **mechanism_pack(chosen),
        # libtorrent's anonymous mode goes on telling the peer-id's head to all, the user agent to private trackers.
        "user_agent": "" if anonymous else f"Starling/{__version__}",
        "peer_fingerprint": "" if anonymous else fingerprint(__version__),
        "handshake_client_version": "" if anonymous else f"Starling {__version__}",
        "anonymous_mode": anonymous,
        "ignore_limits_on_local_network": not chosen.get(settings.speed.LIMIT_LOCAL),
        "download_rate_limit": down,
        "upload_rate_limit": up,
        "active_downloads": chosen.get(settings.queue.ACTIVE_DOWNLOADS) or _UNLIMITED,
        "active_seeds": chosen.get(settings.queue.ACTIVE_SEEDS) or _UNLIMITED,
        "active_limit": chosen.get(settings.queue.ACTIVE_TOTAL) or _UNLIMITED,
        "active_tracker_limit": _UNLIMITED,
        "active_dht_limit": _UNLIMITED,
        "active_lsd_limit": _UNLIMITED,
        "dont_count_slow_torrents": chosen.get(settings.queue.SLOW_FREE),
        "inactive_down_rate": chosen.get(settings.queue.SLOW_DOWN),
        "inactive_up_rate": chosen.get(settings.queue.SLOW_UP),
        "auto_manage_startup": chosen.get(settings.queue.SLOW_AFTER),
        "active_checking": chosen.get(settings.queue.CHECKED_AT_A_TIME) or _UNLIMITED,
        "auto_manage_prefer_seeds": chosen.get(settings.queue.PREFER_SEEDS),
        "out_enc_policy": int(outgoing),
        "in_enc_policy": int(incoming),
        "allowed_enc_level": int(level),
        "prefer_rc4": rc4,
    }


def fingerprint(version: str) -> str:
    """Head of our peer-id (BEP 20, as Azureus began it): ``-SL``, which no other client is known by, and a digit for
    each part of the version.
    """
    digits = [part if part.isdigit() and len(part) == 1 else "0" for part in version.split(".")]
    return "-SL" + "".join([*digits, "0", "0", "0", "0"][:4]) + "-"


def _listed(chosen: Settings, setting: Setting[tuple[str, ...]]) -> tuple[str, ...]:
    return chosen.get(setting)
