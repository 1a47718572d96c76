# SPDX-License-Identifier: GPL-3.0-or-later
"""What the methods of remote control work with."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from starling.engine.engine import Engine
from starling.remote.calls import Client
from starling.remote.ids import Ids
from starling.remote.own_files import OwnFiles
from starling.remote.own_goals import OwnGoals
from starling.remote.own_limits import OwnLimits
from starling.settings import Settings
from starling.tasks import Worker


@dataclass(frozen=True, slots=True)
class Means:
    """Made once by the door."""

    engine: Engine
    settings: Settings
    ids: Ids
    worker: Worker
    """Writes large answers."""
    files_worker: Worker
    """Takes what may wait for a slow disk."""
    config_dir: Path
    quit: Callable[[], None]
    """Ends the program."""
    added: Callable[[str, Client], None]
    """To be told the id of a torrent that a client has added."""
    removed: Callable[[tuple[str, ...], Client], None]
    """To be told the names of the torrents that a client has removed."""
    limits: OwnLimits = field(init=False)
    goals: OwnGoals = field(init=False)
    files: OwnFiles = field(init=False)
    """What is remembered of torrents, for whoever asks and whoever changes them."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "limits", OwnLimits(self.settings.get, self.engine.throttle.options_of))
        object.__setattr__(self, "goals", OwnGoals(self.settings.get))
        object.__setattr__(self, "files", OwnFiles(self.worker))
        for kept in (self.limits, self.goals, self.files):
            self.engine.removed.connect(kept.forget)
