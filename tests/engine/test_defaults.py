# SPDX-License-Identifier: GPL-3.0-or-later
"""The catalogue of settings beside libtorrent itself: all names, right kinds and limits, true owners."""

from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path
from typing import Any

import libtorrent as lt
import pytest

from starling import settings
from starling.advanced.check import accept
from starling.advanced.owners import OWNERS
from starling.advanced.row import Kind, Row
from starling.advanced.table import TABLE
from starling.engine import pack, session
from starling.engine.defaults import DEFAULTS
from starling.setting import Setting
from starling.settings import Settings
from starling.settings.mechanisms import Profile

TYPES = {Kind.SWITCH: bool, Kind.NUMBER: int, Kind.CHOICE: int, Kind.TEXT: str, Kind.ADDRESS: str}

ENUMS = {
    "allowed_enc_level": lt.enc_level,
    "choking_algorithm": lt.choking_algorithm_t,
    "disk_io_write_mode": lt.io_buffer_mode_t,
    "disk_write_mode": lt.mmap_write_mode_t,
    "in_enc_policy": lt.enc_policy,
    "mixed_mode_algorithm": lt.bandwidth_mixed_algo_t,
    "out_enc_policy": lt.enc_policy,
    "proxy_type": lt.proxy_type_t,
    "seed_choking_algorithm": lt.seed_choking_algorithm_t,
    "suggest_mode": lt.suggest_mode_t,
}
LEFT_OUT = {
    "choking_algorithm": {3},  # BitTyrant: the name is all that is left of it
    "proxy_type": {6},  # I2P has settings of its own, libtorrent uses this one within
}

UNLIKE = {"connections_limit": "0 becomes what the system allows"}
"""What libtorrent changes of a limit that it is given."""


def test_catalogue_has_libtorrents_names_and_no_others() -> None:
    assert sorted(TABLE) == sorted(DEFAULTS)


@pytest.mark.parametrize("row", TABLE.values(), ids=TABLE)
def test_kind_and_limits_fit_the_default(row: Row) -> None:
    default = DEFAULTS[row.key]
    assert type(default) is TYPES[row.kind]
    assert row.fixed or accept(row.key, default) == default


@pytest.mark.parametrize("key", ENUMS)
def test_choices_are_libtorrents(key: str) -> None:
    known = {int(value) for value in ENUMS[key].values.values()}
    assert {value for value, _ in TABLE[key].named} == known - LEFT_OUT.get(key, set())


def test_every_choice_is_compared() -> None:
    # Reading knows two of the three modes for writing.
    assert {row.key for row in TABLE.values() if row.kind is Kind.CHOICE} == {*ENUMS, "disk_io_read_mode"}


@pytest.fixture
def alone() -> lt.session:
    quiet = dict.fromkeys(("enable_dht", "enable_lsd", "enable_upnp", "enable_natpmp", "enable_ip_notifier"), False)
    return lt.session({**quiet, "listen_interfaces": "", "dht_bootstrap_nodes": "", "webtorrent_stun_server": ""})


@pytest.mark.parametrize("end", ["minimum", "maximum"])
def test_libtorrent_keeps_every_limit_as_it_is_given(alone: lt.session, end: str) -> None:
    limits = {row.key: getattr(row, end) for row in TABLE.values() if row.kind is Kind.NUMBER}
    # No threads are begun while there is nothing to do, but the operating system need not be tried all the same.
    limits |= {"aio_threads": 2, "hashing_threads": 2}
    alone.apply_settings(limits)
    kept = alone.get_settings()
    changed = {key for key, value in limits.items() if kept[key] != value}
    assert changed <= UNLIKE.keys()


@pytest.fixture
def chosen(qapp: object, tmp_path: Path) -> Iterator[Settings]:
    store = Settings(tmp_path / "settings.toml")
    yield store
    store.deleteLater()


def test_every_value_of_starlings_own_is_explained(chosen: Settings) -> None:
    ours = {**session.FIXED, **pack.settings_pack(chosen)}
    assert sorted(key for key in ours if not TABLE[key].owners and not TABLE[key].reason) == []
    explained = {row.key for row in TABLE.values() if row.reason}
    assert sorted(explained - ours.keys()) == ["disable_hash_checks"], "has libtorrent's default, but fixed"


def test_every_value_of_starlings_own_is_one_that_is_taken(chosen: Settings) -> None:
    ours: Mapping[str, Any] = {**session.FIXED, **pack.settings_pack(chosen)}
    for key, value in ours.items():
        assert TABLE[key].fixed or accept(key, value) == value


def values(setting: Setting[Any]) -> list[Any]:
    """All that it can be, or the default and one more."""
    if setting.choices:
        return [value for value, _ in setting.choices]
    if isinstance(setting.default, bool):
        return [False, True]
    if setting is settings.connection.LAST_PORT:
        return [0, 60_000]
    if isinstance(setting.default, int):
        return [setting.default, setting.default + 1]
    if isinstance(setting.default, str):
        return ["", "proxy"]
    return [setting.default, ("192.0.2.1:6881",) if setting is settings.advanced.DHT_BOOTSTRAP else ("192.0.2.1",)]


def told_apart(chosen: Settings, key: str) -> object:
    """What takes the place of one while only seeding, see `engine.throttle`."""
    return pack.config(chosen).rates.seeding_up if key == "upload_rate_limit" else None


@pytest.mark.parametrize(("key", "owner"), [(key, owner) for key, owners in OWNERS.items() for owner in owners])
def test_owner_decides(chosen: Settings, key: str, owner: str) -> None:
    others = [settings.TABLE[each] for each in OWNERS[key] if each != owner]
    # A profile makes no difference where it has what the user has.
    whatever = owner == settings.mechanisms.PROFILE.key
    switches = [setting for setting in others if whatever or isinstance(setting.default, bool | Profile)]
    told: list[set[object]] = []
    for states in product(*map(values, switches)):
        for switch, state in zip(switches, states, strict=True):
            chosen.set(switch, state)
        told.append(set())
        for value in values(settings.TABLE[owner]):
            chosen.set(settings.TABLE[owner], value)
            told[-1].add((pack.settings_pack(chosen)[key], told_apart(chosen, key)))
    assert max(map(len, told)) > 1, "some state of the others in which this one makes a difference"


def test_only_what_libtorrent_knows_has_an_owner() -> None:
    assert OWNERS.keys() <= TABLE.keys()
