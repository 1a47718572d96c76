# SPDX-License-Identifier: GPL-3.0-or-later
"""The protocol's parameters -> libtorrent's settings."""

from enum import Enum

from starling.engine.session import SettingsPack
from starling.mechanisms import CODES
from starling.settings import Settings
from starling.settings.mechanisms import NAMES


def mechanism_pack(chosen: Settings) -> SettingsPack:
    """What libtorrent gets: always all of them, so that nothing of a profile is left when another one is chosen."""
    pack: dict[str, int | bool] = {}
    for name, setting in NAMES.items():
        value = chosen.in_force(setting)
        # Suggestions are a mode for libtorrent, of which it has two.
        pack[name] = CODES[value] if isinstance(value, Enum) else int(value) if name == "suggest_mode" else value
    return pack
