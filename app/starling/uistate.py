# SPDX-License-Identifier: GPL-3.0-or-later
"""How the windows were left: sizes, columns, splitters. Best effort, for it can be had again with the mouse."""

import json
import logging
from pathlib import Path

from PySide6.QtCore import QObject

from starling.saving import Saver, Write, at_once, load

log = logging.getLogger(__name__)


class UiState(QObject):
    """Texts under keys that their owners choose; what cannot be read or written is logged and forgotten."""

    def __init__(self, path: Path, write: Write = at_once, parent: QObject | None = None) -> None:
        super().__init__(parent)
        loaded = load(path, _parse)
        if loaded.error:
            log.warning("%s could not be read, taking %s: %s", path, loaded.source or "the defaults", loaded.error)
        self._values = loaded.value or {}
        self._saver = Saver(path, self._render, write, damaged=bool(loaded.error), quiet=True, parent=self)

    def get(self, key: str) -> str | None:
        return self._values.get(key)

    def set(self, key: str, value: str) -> None:
        if self._values.get(key) != value:
            self._values[key] = value
            self._saver.touch()

    def flush(self) -> None:
        """Hand over what is not written yet; called when the program ends."""
        self._saver.flush()

    def _render(self) -> bytes:
        return json.dumps(self._values, indent=1, sort_keys=True).encode()


def _parse(data: bytes) -> dict[str, str]:
    values = json.loads(data)
    if not isinstance(values, dict) or not all(isinstance(value, str) for value in values.values()):
        raise ValueError("it is not a table of texts")
    return values
