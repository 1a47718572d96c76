# SPDX-License-Identifier: GPL-3.0-or-later
"""The protocol's parameters as they are in force: whose rules they are, and which differ from libtorrent's own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import Any

from starling.advanced.check import accept
from starling.setting import Setting
from starling.settings import Settings, advanced, connection
from starling.settings import mechanisms as rows
from starling.settings.mechanisms import NAMES, Profile, SeedRule, SlotRule

CODES: Mapping[Enum, int] = MappingProxyType(
    {
        SlotRule.FIXED: 0,
        SlotRule.RATE: 2,
        SeedRule.ROUND_ROBIN: 0,
        SeedRule.FASTEST: 1,
        SeedRule.ANTI_LEECH: 2,
    }
)
"""libtorrent's numbers for what is chosen."""

_SLOTS = "unchoke_slots_limit"


@dataclass(frozen=True, slots=True)
class Parameters:
    """What holds now; times are seconds."""

    profile: Profile
    round: int
    """Between two decisions on slots."""
    optimistic_round: int
    slots: int | None
    """For all torrents together, the optimistic ones among them; None = no limit."""
    optimistic: int
    """How many of them are optimistic: they go by turns."""
    slot_rule: SlotRule
    seed_rule: SeedRule
    seed_quota: int
    """Pieces of each in its turn, where seeds serve everyone in turn."""
    pipeline: int
    """Most blocks asked ahead of a peer that does not say how many it takes (BEP 10, reqq); by that libtorrent goes
    first.
    """
    ahead: int
    """As much as comes in this time is asked ahead, up to those blocks."""
    snub: int
    answer: int
    """A request is lost after that, at the latest."""
    strict_endgame: bool
    random_first: int
    """Pieces that are picked at random before the rarest come first."""
    partial_first: bool
    whole_pieces: int
    """0 = nobody is asked for whole pieces for the sake of it."""
    neighbours: bool
    auto_sequential: bool
    allowed_fast: int
    suggest: bool
    turnover: int
    """Percent of the peers."""
    turnover_round: int
    unusual: frozenset[str] = frozenset()
    """The names of those fields that are not as libtorrent has them by default."""


def in_force(chosen: Settings) -> Parameters:
    """What holds with these settings; what was set by libtorrent's own names has the last word."""
    values = {setting.key.split(".")[1]: _value(chosen, name, setting) for name, setting in NAMES.items()}
    usual = {setting.key.split(".")[1]: setting.default for setting in NAMES.values()}
    slots = _slots(chosen)
    chance = values.pop("optimistic_slots")
    values["optimistic"] = chance or max(1, (slots or 0) // 5)
    usual_slots = connection.SLOTS.default
    usual["optimistic"] = usual.pop("optimistic_slots") or max(1, usual_slots // 5)
    unusual = {name for name, value in values.items() if value != usual[name]}
    if slots != usual_slots:
        unusual.add("slots")
    return Parameters(profile=chosen.get(rows.PROFILE), slots=slots, unusual=frozenset(unusual), **values)


def starts_from(chosen: Settings) -> dict[Setting[Any], Any]:
    """The values with which "Custom" begins: those in force, unless the user has values of his own already."""
    if any(chosen.differs(each) for each in NAMES.values()):
        return {}
    return {each: chosen.in_force(each) for each in NAMES.values() if chosen.in_force(each) != chosen.get(each)}


def _value(chosen: Settings, name: str, setting: Setting[Any]) -> Any:
    raw = _named(chosen, name)
    value = chosen.in_force(setting)
    if raw is None:
        return value
    if isinstance(value, Enum):
        return next((each for each in _choices(setting) if CODES[each] == raw), value)
    return type(value)(raw)


def _choices(setting: Setting[Any]) -> Iterator[Enum]:
    return (value for value, _ in setting.choices_source)


def _slots(chosen: Settings) -> int | None:
    raw = _named(chosen, _SLOTS)
    if raw is None:
        return chosen.in_force(connection.SLOTS) or None
    return None if int(raw) < 0 else int(raw)


def _named(chosen: Settings, name: str) -> bool | int | str | None:
    """What was set by libtorrent's name; None if nothing that it takes."""
    written: Mapping[str, Any] = chosen.get(advanced.SESSION)
    if name not in written:
        return None
    try:
        return accept(name, written[name])
    except ValueError:  # the engine has said so, and left it out
        return None
