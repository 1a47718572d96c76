# SPDX-License-Identifier: GPL-3.0-or-later
"""What the parts of the add dialog share."""

from dataclasses import dataclass

from starling.engine.engine import Engine
from starling.remote.door import Door
from starling.settings import Settings
from starling.tasks import Worker
from starling.ui.theme import ThemeManager
from starling.uistate import UiState


@dataclass(frozen=True, slots=True)
class Means:
    """What the add dialog works with; `worker` looks at the disk."""

    engine: Engine
    settings: Settings
    state: UiState
    themes: ThemeManager
    worker: Worker
    remote: Door | None = None
    """By which other programs come in, where there is one."""
