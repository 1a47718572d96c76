# SPDX-License-Identifier: GPL-3.0-or-later
"""Every setting, in one table: the file, the preferences, the defaults and the limits derive from it.

Each module holds the handles of a page, which are called by it: ``settings.speed.UP_LIMIT``.
"""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QObject

from starling.saving import Write, at_once
from starling.setting import Setting
from starling.settings import (
    advanced,
    appearance,
    automation,
    connection,
    downloads,
    general,
    labels,
    log,
    mechanisms,
    notifications,
    organising,
    privacy,
    queue,
    remote,
    schedule,
    seeding,
    speed,
)
from starling.settings_store import SettingsStore

__all__ = [
    "TABLE",
    "Settings",
    "advanced",
    "appearance",
    "automation",
    "connection",
    "downloads",
    "general",
    "labels",
    "log",
    "mechanisms",
    "notifications",
    "organising",
    "privacy",
    "queue",
    "remote",
    "schedule",
    "seeding",
    "speed",
]

_PAGES = (
    general,
    downloads,
    automation,
    labels,
    organising,
    speed,
    schedule,
    queue,
    seeding,
    connection,
    mechanisms,
    privacy,
    remote,
    notifications,
    appearance,
    advanced,
    log,
)

TABLE: Mapping[str, Setting[Any]] = MappingProxyType(
    {entry.key: entry for page in _PAGES for entry in vars(page).values() if isinstance(entry, Setting)}
)
"""Every setting by its key, in the order of the pages."""


class Settings(SettingsStore):
    """What the user chose; everything else has its default."""

    def __init__(self, path: Path, write: Write = at_once, parent: QObject | None = None) -> None:
        """Read ``path`` now; later changes are written soon after, through ``write``."""
        # Whoever had closed something by what is lost would be in the open with the defaults.
        lost = {connection.INTERFACES.key: (connection.NOWHERE,), remote.PASSWORD.key: remote.NOBODY}
        super().__init__(TABLE, path, write, parent, lost=lost)
