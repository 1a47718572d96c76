# SPDX-License-Identifier: GPL-3.0-or-later
"""The parent's side of the process that reads media files: it asks, waits a while, replaces what came to harm."""

import json
import logging
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from enum import Enum, auto
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Any, cast

log = logging.getLogger(__name__)

PATIENCE = 5.0
"""Seconds for one file, which takes milliseconds."""
START = 20.0
"""Seconds until the process is ready, which takes a tenth of one where the library comes from memory."""
LONGEST = 1 << 20
"""Bytes of an answer."""


@dataclass(frozen=True, slots=True)
class Question:
    """A file, and the bytes of it that are there."""

    folder: str
    """The save folder; no symbolic link beneath it is followed."""
    path: str
    """Relative to `folder`, parts joined by ``/``."""
    size: int
    here: tuple[tuple[int, int], ...]
    """Ranges of bytes (start, end) that may be read."""


class Outcome(Enum):
    """What became of a question."""

    READ = auto()
    ABSENT = auto()
    """There is no such file on disk, or it can't be opened now."""
    REFUSED = auto()
    """It is no regular file, may not be read, or is no media file."""
    HARMFUL = auto()
    """The process crashed on it or did not come to an end."""
    UNAVAILABLE = auto()
    """There is nothing on this computer that could read it."""


Tracks = Sequence[Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Probe:
    """The answer: tracks as MediaInfo describes them, text by name, none of which is to be trusted."""

    outcome: Outcome
    tracks: Tracks = ()
    lacks: int | None = None
    """Offset of the missing byte at which reading ended."""
    fragments: bool = False
    """An MP4 of fragments: its duration is that of those which were read."""


def child() -> tuple[str, ...]:
    """The command that starts the process: isolated, and yet with the library that would be imported here."""
    found = find_spec("pymediainfo")
    folder = [str(Path(found.origin).parents[1])] if found is not None and found.origin is not None else []
    return (sys.executable, "-I", str(Path(__file__).with_name("child.py")), *folder)


class Prober:
    """One process at most, started when it is needed. Everything here blocks, except `abandon`."""

    def __init__(self, command: Sequence[str] = (), patience: float = PATIENCE) -> None:
        self._command = command or child()
        self._patience = patience
        self._process: subprocess.Popen[bytes] | None = None
        self._useless = False
        self._abandoned = threading.Event()

    def probe(self, question: Question) -> Probe:
        """Reads a file, within the time that is granted for one."""
        for _ in range(2):
            if self._useless or self._abandoned.is_set():
                break
            process = self._running()
            if process is None:
                break
            try:
                _write(process, asdict(question))
            except OSError:
                # It was gone before it was asked: not this file's doing.
                self.close()
                continue
            answer = self._answer(process, self._patience)
            if answer is None:
                self.close()
                return Probe(Outcome.UNAVAILABLE if self._abandoned.is_set() else Outcome.HARMFUL)
            return _understand(answer)
        return Probe(Outcome.UNAVAILABLE)

    def close(self) -> None:
        """Ends the process; the next question starts another one."""
        process, self._process = self._process, None
        if process is None:
            return
        with suppress(OSError):
            _stdin(process).close()
        try:
            process.wait(1.0)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        _stdout(process).close()

    def abandon(self) -> None:
        """From any thread, without waiting: whatever is being asked ends, and nothing is asked any more."""
        self._abandoned.set()
        process = self._process
        if process is not None:
            process.kill()

    @property
    def pid(self) -> int | None:
        """Of the process, if there is one."""
        return None if self._process is None else self._process.pid

    def _running(self) -> "subprocess.Popen[bytes] | None":
        if self._process is not None and self._process.poll() is not None:
            self.close()
        if self._process is None:
            try:
                self._process = subprocess.Popen(
                    self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=0
                )
            except OSError as error:
                self._give_up(error)
                return None
            hello = self._answer(self._process, START)
            if hello is None or hello.get("ready") is not True:
                self.close()
                if not self._abandoned.is_set():
                    self._give_up("the library can't be loaded")
        return None if self._abandoned.is_set() else self._process

    def _give_up(self, reason: object) -> None:
        self._useless = True
        log.warning("What media files say of themselves can't be read: %s", reason)

    def _answer(self, process: "subprocess.Popen[bytes]", patience: float) -> dict[str, Any] | None:
        # Killing what does not answer ends the wait, on every system alike.
        timer = threading.Timer(patience, process.kill)
        timer.daemon = True
        timer.start()
        try:
            line = _read_line(process)
            answer = json.loads(line) if line.endswith(b"\n") else None
        except (OSError, ValueError, RecursionError):
            return None
        finally:
            timer.cancel()
        return answer if isinstance(answer, dict) else None


def _read_line(process: "subprocess.Popen[bytes]") -> bytes:
    line = b""
    while not line.endswith(b"\n") and len(line) < LONGEST:
        part = _stdout(process).read(LONGEST)
        if not part:
            break
        line += part
    return line


def _write(process: "subprocess.Popen[bytes]", question: Mapping[str, object]) -> None:
    rest = memoryview(json.dumps(question).encode() + b"\n")
    while rest:
        rest = rest[_stdin(process).write(rest) :]


def _stdin(process: "subprocess.Popen[bytes]") -> IO[bytes]:
    return cast(IO[bytes], process.stdin)


def _stdout(process: "subprocess.Popen[bytes]") -> IO[bytes]:
    return cast(IO[bytes], process.stdout)


def _understand(answer: Mapping[str, Any]) -> Probe:
    if answer.get("absent") is True:
        return Probe(Outcome.ABSENT)
    tracks, lacks = answer.get("tracks"), answer.get("lacks")
    if not isinstance(tracks, list) or not isinstance(lacks, list):
        return Probe(Outcome.REFUSED)
    found = [
        {name: text for name, text in track.items() if isinstance(text, str)}
        for track in tracks
        if isinstance(track, dict)
    ]
    missing = next((offset for offset in lacks if type(offset) is int and offset >= 0), None)
    return Probe(Outcome.READ, tuple(found), missing, answer.get("fragments") is True)
