# SPDX-License-Identifier: GPL-3.0-or-later
"""The parent's side of the process that reads a list of addresses: it waits a while, and says what went wrong."""

import json
import logging
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from starling import formats
from starling.engine.errors import EngineError
from starling.engine.ipfilterlist import FILE_LIMIT, RANGES_LIMIT, Refusal
from starling.engine.ipranges import Ranges
from starling.i18n import translate
from starling.ipfilter import Line

log = logging.getLogger(__name__)

PATIENCE = 60.0
"""Seconds for one file: one of 300,000 lines takes one, where it is on a disk that answers."""
_PACKAGE = str(Path(__file__).parents[2])
# Isolated from the user's settings Python does not look where we are: last, lest anything there hides a module of it.
_CHILD = "import sys; sys.path.append(sys.argv[1]); from starling.engine.ipfilterchild import main; main(sys.argv[2:])"


@dataclass(frozen=True, slots=True)
class Found:
    """What is in a list."""

    ranges: Ranges
    allowed: int
    wrong: int
    named: tuple[Line, ...]
    found: tuple[Line, ...]
    """Those that name the address that was asked for."""
    changed: float
    """When the file was changed, a Unix moment."""


class Reader:
    """One process at a time. `read` blocks, `abandon` does not."""

    def __init__(self, patience: float = PATIENCE) -> None:
        self._patience = patience
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._abandoned = False

    def read(self, path: str, address: str = "") -> Found:
        """Everything, or with an address only the lines that name it. Raises EngineError(sentence)."""
        # Of the time before it is read: a change while it is read is one that the next look sees.
        changed = modified(path)
        with self._lock:
            if self._abandoned:
                raise EngineError(translate("Engine", "Starling is closing."))
            process = self._process = subprocess.Popen(
                (sys.executable, "-I", "-S", "-c", _CHILD, _PACKAGE, path, *([address] if address else [])),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        late = threading.Timer(self._patience, process.kill)
        late.daemon = True
        late.start()
        try:
            answer, _ = process.communicate()
        finally:
            late.cancel()
            with self._lock:
                self._process = None
        return _understood(path, answer, changed, process.returncode)

    def interrupt(self) -> None:
        """From any thread: what is being read comes to its end."""
        with self._lock:
            if self._process is not None:
                self._process.kill()

    def abandon(self) -> None:
        """Likewise, and nothing is read any more."""
        with self._lock:
            self._abandoned = True
        self.interrupt()


def modified(path: str) -> float:
    """When a file was changed, a Unix moment; 0 where that can't be had."""
    try:
        return Path(path).stat().st_mtime
    except (OSError, ValueError):
        return 0.0


def _understood(path: str, answer: bytes, changed: float, code: int) -> Found:
    head, _, data = answer.partition(b"\n")
    try:
        told: dict[str, Any] = json.loads(head)
        if "refused" in told:
            raise EngineError(_refused(path, Refusal(told["refused"]), told["words"]))
        size = 8 * told["v4"]
        return Found(
            Ranges(data[:size], data[size : size + 32 * told["v6"]]),
            told["allowed"],
            told["wrong"],
            _lines(told["named"]),
            _lines(told["found"]),
            changed,
        )
    except (ValueError, KeyError) as error:
        # It was killed: by us, or by the system where it had taken all the memory or time it may have.
        log.info("Reading %s ended with %s: %s", path, code, error)
        raise EngineError(
            translate("Engine", "The IP filter {path} can't be used: reading it did not come to an end.").format(
                path=path
            )
        ) from error


def _lines(rows: list[tuple[int, str]]) -> tuple[Line, ...]:
    return tuple(Line(number, text) for number, text in rows)


def _refused(path: str, why: Refusal, words: str) -> str:
    most = formats.count(RANGES_LIMIT)
    sentence = {
        Refusal.MISSING: translate("Engine", "The IP filter {path} is not there."),
        Refusal.DENIED: translate("Engine", "The IP filter {path} may not be read: check its permissions."),
        Refusal.UNREADABLE: translate("Engine", "The IP filter {path} can't be read: {reason}."),
        Refusal.NO_FILE: translate("Engine", "The IP filter {path} is no file."),
        Refusal.TOO_LARGE: translate("Engine", "The IP filter {path} is too large: a list has {size} at most."),
        Refusal.TOO_MANY: translate("Engine", "The IP filter {path} has too many ranges: {count} can be in force."),
        Refusal.DAMAGED: translate("Engine", "The IP filter {path} is damaged or cut off."),
        Refusal.SEVERAL: translate("Engine", "The IP filter {path} holds several files: unpack it, and choose one."),
        Refusal.NO_LIST: translate("Engine", "{path} is no list of addresses that Starling knows."),
        Refusal.EMPTY: translate("Engine", "There is no range of addresses in the IP filter {path}."),
    }[why]
    return sentence.format(path=path, reason=words, size=formats.size(FILE_LIMIT), count=most)
