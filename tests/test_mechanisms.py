# SPDX-License-Identifier: GPL-3.0-or-later
"""The profiles of the protocol: what libtorrent gets, what is said to be in force, how "Custom" begins."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from starling import mechanisms, settings
from starling.advanced.table import TABLE as CATALOGUE
from starling.engine import pack
from starling.engine.defaults import DEFAULTS
from starling.engine.mechanismpack import mechanism_pack
from starling.settings import Settings
from starling.settings.mechanisms import NAMES, PROFILE, Profile, SeedRule

SLOTS = settings.connection.SLOTS
CLASSIC = {
    "unchoke_interval": 10,
    "optimistic_unchoke_interval": 30,
    "unchoke_slots_limit": 5,
    "num_optimistic_unchoke_slots": 1,
    "choking_algorithm": 0,
    "seed_choking_algorithm": 1,
    "max_out_request_queue": 5,
    "prioritize_partial_pieces": True,
    "whole_pieces_threshold": 0,
    "piece_extent_affinity": False,
    "initial_picker_threshold": 1,
    "auto_sequential": False,
    "strict_end_game_mode": True,
    "piece_timeout": 60,
    "request_timeout": 60,
    "allowed_fast_set_size": 0,
    "suggest_mode": 0,
}
"""As the study has them, and as they were seen on the wire."""


@pytest.fixture
def chosen(qapp: object, tmp_path: Path) -> Iterator[Settings]:
    store = Settings(tmp_path / "settings.toml")
    yield store
    store.deleteLater()


def test_libtorrents_profile_is_libtorrents_default(chosen: Settings) -> None:
    for name, value in mechanism_pack(chosen).items():
        assert (value, type(value)) == (DEFAULTS[name], type(DEFAULTS[name])), name
    assert mechanisms.in_force(chosen).unusual == frozenset()


def test_what_something_else_decides_is_told_to_the_engine(chosen: Settings) -> None:
    assert pack.config(chosen).fixed == frozenset()
    chosen.set(PROFILE, Profile.CLASSIC)
    chosen.set(settings.advanced.SESSION, {"connections_limit": 50})
    assert pack.config(chosen).fixed == {"unchoke_slots_limit", "connections_limit"}


def test_what_can_be_chosen_is_what_libtorrent_takes() -> None:
    for name, setting in NAMES.items():
        row = CATALOGUE[name]
        if not isinstance(setting.default, bool) and not setting.choices_source:
            assert (setting.minimum, setting.maximum) == (row.minimum, row.maximum), name
        codes = {mechanisms.CODES[value] for value, _ in setting.choices_source}
        assert not codes or codes == {value for value, _ in row.named}, name


def test_classic_is_the_studys_and_leaves_the_users_own_alone(chosen: Settings) -> None:
    chosen.set(SLOTS, 20)
    chosen.set(settings.mechanisms.PIPELINE, 77)
    chosen.set(PROFILE, Profile.CLASSIC)
    told = pack.settings_pack(chosen)
    assert {name: told[name] for name in CLASSIC} == CLASSIC
    assert not CLASSIC.keys() - NAMES.keys() - {"unchoke_slots_limit"}
    now = mechanisms.in_force(chosen)
    assert (now.slots, now.optimistic, now.pipeline, now.snub, now.seed_rule) == (5, 1, 5, 60, SeedRule.FASTEST)
    assert {"round", "slots", "pipeline", "snub", "seed_rule", "partial_first"} <= now.unusual
    assert not {"optimistic_round", "optimistic", "strict_endgame", "answer"} & now.unusual
    chosen.set(PROFILE, Profile.LIBTORRENT)
    assert pack.settings_pack(chosen)["unchoke_slots_limit"] == 20
    assert pack.settings_pack(chosen)["max_out_request_queue"] == 500


def test_custom_starts_from_what_was_in_force_until_there_are_values_of_the_users_own(chosen: Settings) -> None:
    chosen.set(PROFILE, Profile.CLASSIC)
    told = pack.settings_pack(chosen)
    for setting, value in mechanisms.starts_from(chosen).items():
        chosen.set(setting, value)
    chosen.set(PROFILE, Profile.CUSTOM)
    # They are on another page, and would hold for libtorrent's rules too.
    assert pack.settings_pack(chosen) == {**told, "unchoke_slots_limit": SLOTS.default}
    chosen.set(settings.mechanisms.ROUND, 2)
    assert pack.settings_pack(chosen)["unchoke_interval"] == 2
    chosen.set(PROFILE, Profile.LIBTORRENT)
    assert mechanisms.starts_from(chosen) == {}


def test_what_was_set_by_libtorrents_names_has_the_last_word(chosen: Settings) -> None:
    chosen.set(PROFILE, Profile.CLASSIC)
    named = {"unchoke_interval": 3, "seed_choking_algorithm": 2, "unchoke_slots_limit": -1, "piece_timeout": "never"}
    chosen.set(settings.advanced.SESSION, named)
    now = mechanisms.in_force(chosen)
    assert (now.round, now.seed_rule, now.slots, now.snub) == (3, SeedRule.ANTI_LEECH, None, 60)
    told = pack.settings_pack(chosen)
    assert (told["unchoke_interval"], told["unchoke_slots_limit"], told["piece_timeout"]) == (3, -1, 60)
