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


@dataclass(frozen=True, slots=True, eq=False)
class Due:
    """A program that is to be run; no other one is the same, even if it is told the same."""

    event: Event
    name: str
    """Of the torrent."""
    values: dict[str, str]
    """What it is told, by the names of `placeholders.NAMES`."""


@dataclass(frozen=True, slots=True)
class _Kept:
    marks: str = ""
    due: tuple[Due, ...] = ()
    going: tuple[str, ...] = ()


class Memory(QObject):
    """Lies where the torrents are stored: what was removed from these must not come back because this is lost.

    What is to be done is in it from the beginning, for a program that is killed has no time to leave anything.
    """

    def __init__(self, path: Path, write: Write = at_once, parent: QObject | None = None) -> None:
        super().__init__(parent)
        loaded = load(path, _parse)
        if loaded.error:
            log.warning("%s could not be read, taking %s: %s", path, loaded.source or "nothing", loaded.error)
        kept = loaded.value or _Kept()
        self._marks, self._left = kept.marks, kept.due
        self._due = {due: _written(due) for due in kept.due}
        self._going = dict.fromkeys(kept.going)
        self._saver = Saver(path, self._render, write, damaged=bool(loaded.error), parent=self)

    @property
    def marks(self) -> str:
        """Of the files that watch folders dealt with, one after the other; see `Taken`."""
        return self._marks

    @marks.setter
    def marks(self, marks: str) -> None:
        self._marks = marks
        self._saver.touch()

    @property
    def going(self) -> tuple[str, ...]:
        """Ids of torrents that are downloaded, and on their way to where they belong: programs wait for that."""
        return tuple(self._going)

    def goes(self, ids: Iterable[str]) -> None:
        """These are on their way from now on."""
        self._going.update(dict.fromkeys(ids))
        self._saver.touch()

    def went(self, ids: Iterable[str]) -> None:
        """Nothing waits for these any more."""
        if gone := self._going.keys() & set(ids):
            for id in gone:
                del self._going[id]
            self._saver.touch()

    def put(self, due: Due) -> None:
        """Until it is dropped, each start finds it."""
        self._due[due] = _written(due)
        self._saver.touch()

    def drop(self, due: Due) -> None:
        """It has begun, or nobody wants it any more."""
        if self._due.pop(due, None) is not None:
            self._saver.touch()

    def take(self) -> tuple[Due, ...]:
        """What the last run of the program left, once."""
        left, self._left = self._left, ()
        return left

    def flush(self) -> None:
        """Hand over what is not written yet; called when the program ends."""
        self._saver.flush()

    def _render(self) -> bytes:
        due: list[str] = []
        room = _ROOM
        for entry in self._due.values():
            room -= len(entry)
            if room < 0:
                log.info("%d programs that wait are not kept: they are too many", len(self._due) - len(due))
                break
            due.append(entry)
        marks, going = json.dumps(self._marks), json.dumps(self.going)
        return f'{{"taken": {marks}, "going": {going}, "due": [{", ".join(due)}]}}'.encode()


def _written(due: Due) -> str:
    """Once, and not each time that others are written too: there may be thousands."""
    return json.dumps({"event": due.event.value, "name": due.name, "values": due.values})


def _parse(data: bytes) -> _Kept:
    kept = json.loads(data)
    if not isinstance(kept, dict) or not isinstance(kept.get("taken"), str):
        raise ValueError("it is no table of what is to be remembered")
    due, going = kept.get("due"), kept.get("going")
    # Without the marks torrents that were removed would come back: what else is wrong costs no more than itself.
    return _Kept(
        kept["taken"],
        tuple(filter(None, map(_read_due, due if isinstance(due, list) else ()))),
        tuple(id for id in going if isinstance(id, str)) if isinstance(going, list) else (),
    )


def _read_due(raw: Any) -> Due | None:
    """Another version may know other words, and other events."""
    match raw:
        case {"event": str(event), "name": str(name), "values": dict(values)} if event in {one.value for one in Event}:
            told = {word: values.get(word, "") for word in NAMES}
            if all(isinstance(value, str) for value in told.values()):
                return Due(Event(event), name, told)
    log.warning("A program that waits is forgotten: what it is to be told is not understood")
    return None
