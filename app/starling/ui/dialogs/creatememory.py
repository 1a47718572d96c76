# SPDX-License-Identifier: GPL-3.0-or-later
"""What was chosen when a torrent was created last, for the next one."""

import json
from dataclasses import asdict, dataclass, fields
from typing import Any

from starling.uistate import UiState

_KEY = "create.options"


@dataclass(frozen=True, slots=True)
class Remembered:
    """All but what is about one torrent alone: its files, web seeds and comment."""

    form: str = "v1"
    piece_size: int = 0
    """0 is the automatic one."""
    aligned: bool = False
    private: bool = False
    hidden: bool = False
    patterns: str = "Thumbs.db\ndesktop.ini"
    trackers: str = ""
    source: str = ""
    seed: bool = True
    folder: str = ""
    """Where .torrent files were saved; empty where that was beside the files."""
    chosen_in: str = ""
    """The folder that files were chosen from."""


def recall(state: UiState) -> Remembered:
    """What is remembered; what is damaged has its default."""
    try:
        told = json.loads(state.get(_KEY) or "{}")
    except ValueError:
        return Remembered()
    if not isinstance(told, dict):
        return Remembered()
    kinds = {field.name: type(field.default) for field in fields(Remembered)}
    known: dict[str, Any] = {name: value for name, value in told.items() if type(value) is kinds.get(name)}
    return Remembered(**known)


def remember(state: UiState, chosen: Remembered) -> None:
    """Keep it."""
    state.set(_KEY, json.dumps(asdict(chosen)))
