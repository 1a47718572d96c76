# SPDX-License-Identifier: GPL-3.0-or-later
"""What must not be done twice, or not at all, because the program ended: one small file beside the torrents."""

import json
import logging
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from starling.automation.facts import Event
from starling.placeholders import NAMES
from starling.saving import Saver, Write, at_once, load

log = logging.getLogger(__name__)

_ROOM = 2 << 20
"""Bytes for programs that wait: what is not read again because it is too much would cost the rest too."""


@dataclass(frozen=True, slots=True)
class Due:
    """A program that is to be run."""

    event: Event
    name: str
    """Of the torrent."""
    values: dict[str, str]
    """What it is told, by the names of `placeholders.NAMES`."""


@dataclass(frozen=True, slots=True)
class _Kept:
    marks: str = ""
    due: tuple[Due, ...] = ()


class Memory(QObject):
    """Lies where the torrents are stored: what was removed from these must not come back because this is lost."""

    def __init__(self, path: Path, write: Write = at_once, parent: QObject | None = None) -> None:
        super().__init__(parent)
        loaded = load(path, _parse)
        if loaded.error:
            log.warning("%s could not be read, taking %s: %s", path, loaded.source or "nothing", loaded.error)
        kept = loaded.value or _Kept()
        self._marks, self._due = kept.marks, kept.due
        self._saver = Saver(path, self._render, write, damaged=bool(loaded.error), parent=self)

    @property
    def marks(self) -> str:
        """Of the files that watch folders dealt with, one after the other; see `Taken`."""
        return self._marks

    @marks.setter
    def marks(self, marks: str) -> None:
        self._marks = marks
        self._saver.touch()

    def leave(self, due: Iterable[Due]) -> None:
        """For the next start."""
        self._due = (*self._due, *due)
        self._saver.touch()

    def take(self) -> tuple[Due, ...]:
        """What the last run of the program left, once."""
        due, self._due = self._due, ()
        if due:
            self._saver.touch()
        return due

    def flush(self) -> None:
        """Hand over what is not written yet; called when the program ends."""
        self._saver.flush()

    def _render(self) -> bytes:
        due: list[dict[str, object]] = []
        room = _ROOM
        for one in self._due:
            entry: dict[str, object] = {"event": one.event.value, "name": one.name, "values": one.values}
            room -= len(json.dumps(entry))
            if room < 0:
                log.warning("%d programs that wait are not kept: they are too many", len(self._due) - len(due))
                break
            due.append(entry)
        return json.dumps({"taken": self._marks, "due": due}).encode()


def _parse(data: bytes) -> _Kept:
    kept = json.loads(data)
    if not isinstance(kept, dict) or not isinstance(kept.get("taken"), str) or not isinstance(kept.get("due"), list):
        raise ValueError("it is no table of what is to be remembered")
    return _Kept(kept["taken"], tuple(map(_read_due, kept["due"])))


def _read_due(raw: Any) -> Due:
    match raw:
        case {"event": str(event), "name": str(name), "values": dict(values)} if all(
            isinstance(values.get(one), str) for one in NAMES
        ):
            return Due(Event(event), name, {one: values[one] for one in NAMES})
    raise ValueError("a program in it is not understood")
