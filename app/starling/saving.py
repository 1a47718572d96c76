# SPDX-License-Identifier: GPL-3.0-or-later
"""Small files that survive a kill: written beside and renamed, earlier generations kept, at most once a second."""

import logging
import os
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from starling.errors import UserError

T = TypeVar("T")
Write = Callable[[Callable[[], None]], None]
"""Runs a function that waits for the disk, in order: `tasks.Worker.post`, or `at_once`."""

GENERATIONS = 2
_SPACING = 1.0
_RETRY_MS = 30_000
LARGEST = 4_194_304
"""Bytes of a file that is read; whoever writes more loses it."""
log = logging.getLogger(__name__)


def at_once(function: Callable[[], None]) -> None:
    """Let the caller wait."""
    function()


@dataclass(frozen=True, slots=True)
class Loaded(Generic[T]):
    """What reading a file and, where it was damaged, its earlier generations brought."""

    value: T | None = None
    source: Path | None = None
    """The file that was readable; None if there was none."""
    error: str = ""
    """Why the newest could not be read, empty if it could or does not exist."""


def load(path: Path, parse: Callable[[bytes], T]) -> Loaded[T]:
    """The newest readable generation; ``parse`` raises ValueError for a damaged one. None if ``path`` is missing."""
    path = _real(path)
    try:
        return Loaded(_read(path, parse), path)
    except FileNotFoundError:
        return Loaded()
    except (OSError, ValueError, RecursionError) as error:
        reason = _reason(error)
    for generation in range(1, GENERATIONS + 1):
        earlier = _suffixed(path, str(generation))
        try:
            return Loaded(_read(earlier, parse), earlier, reason)
        except FileNotFoundError:
            continue
        except (OSError, ValueError, RecursionError) as error:
            log.warning("%s cannot be used either: %s", earlier, _reason(error))
    return Loaded(error=reason)


def damaged_copy(path: Path) -> Path:
    """Where a damaged file is kept when a good one takes its place."""
    return _suffixed(_real(path), "damaged")


def replace(path: Path, data: bytes, *, damaged: bool = False) -> None:
    """Write ``data`` so that ``path`` always holds either the old or the new; raises OSError, then it holds the old.

    The old becomes generation 1, or what `damaged_copy` names. A link stays: what it points to is replaced.
    """
    path = _real(path)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    _write_anew(path, data, _put_aside if damaged else _keep)


class Saver(QObject):
    """Writes what ``render`` gives soon after `touch`; later touches within a second share the next write."""

    _failed = Signal()

    def __init__(
        self,
        path: Path,
        render: Callable[[], bytes],
        write: Write,
        *,
        damaged: bool = False,
        quiet: bool = False,
        parent: QObject | None = None,
    ) -> None:
        """``damaged``: what stands there now is put aside. ``quiet``: a failure is only logged, not a `UserError`.

        What the disk refused is tried again now and then, and by the last `flush`; only the first refusal is told.
        """
        super().__init__(parent)
        self._path = path
        self._render = render
        self._write = write
        self._damaged = damaged
        self._quiet = quiet
        self._dirty = False
        self._refused = False
        """The last write failed; set in the thread of `write`."""
        self._last = -_SPACING
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_RETRY_MS)
        self._again.timeout.connect(self.flush)
        self._failed.connect(self._try_later)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.flush)

    def touch(self) -> None:
        """There is something new to write."""
        self._dirty = True
        if not self._timer.isActive():
            wait = self._last + _SPACING - time.monotonic()
            self._timer.start(max(0, int(wait * 1000)))

    def flush(self) -> None:
        """Hand over what is not written yet, now."""
        self._timer.stop()
        self._again.stop()
        if self._dirty or self._refused:
            self._dirty = False
            self._last = time.monotonic()
            data = self._render()
            self._write(lambda: self._store(data))

    def amend(self, change: Callable[[bytes], bytes]) -> None:
        """Hand over what is not written yet, then put what `change` gives into the place of each earlier generation.

        It raises ValueError for what it can't read; that stays as it is.
        """
        self.flush()
        self._write(lambda: _amend(self._path, change))

    def _try_later(self) -> None:
        self._again.start()

    def _store(self, data: bytes) -> None:
        """The part that waits for the disk."""
        try:
            replace(self._path, data, damaged=self._damaged)
        except OSError as error:
            told, self._refused = self._refused, True
            self._failed.emit()
            if self._quiet or told:
                log.warning("%s could not be saved: %s", self._path, _reason(error))
                return
            text = QCoreApplication.translate("Saving", "{file} could not be saved: {reason}.")
            raise UserError(text.format(file=self._path, reason=_reason(error))) from error
        self._damaged = self._refused = False


def _amend(path: Path, change: Callable[[bytes], bytes]) -> None:
    path = _real(path)
    for generation in range(1, GENERATIONS + 1):
        earlier = _suffixed(path, str(generation))
        try:
            data = _read(earlier, change)
            if data != earlier.read_bytes():
                _write_anew(earlier, data)
        except FileNotFoundError:
            continue
        except (OSError, ValueError, RecursionError) as error:
            text = QCoreApplication.translate("Saving", "{file} could not be saved: {reason}.")
            raise UserError(text.format(file=earlier, reason=_reason(error))) from error


def _write_anew(path: Path, data: bytes, before: Callable[[Path], None] | None = None) -> None:
    """Whole or not at all; `before` is called with the path, if it is there, once all is on the disk."""
    new = _suffixed(path, "new")
    try:
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if before is not None and path.exists():
            before(path)
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)


def _read(path: Path, parse: Callable[[bytes], T]) -> T:
    with path.open("rb") as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise ValueError(QCoreApplication.translate("Saving", "it is too large"))
    if not data.strip(b"\0 \t\r\n"):
        # What a power cut leaves; our own files are never empty.
        raise ValueError(QCoreApplication.translate("Saving", "it is empty"))
    return parse(data)


def _put_aside(path: Path) -> None:
    """Give a damaged file its other name without a moment in which it is not where it was."""
    if path.is_dir():
        path.replace(damaged_copy(path))  # no file can take the place of a folder
    else:
        _second_name(path, damaged_copy(path))


def _keep(path: Path) -> None:
    """Make the current file generation 1 without a moment in which it is not there."""
    for generation in range(GENERATIONS, 1, -1):
        earlier = _suffixed(path, str(generation - 1))
        if earlier.exists():
            earlier.replace(_suffixed(path, str(generation)))
    _second_name(path, _suffixed(path, "1"))


def _second_name(path: Path, other: Path) -> None:
    spare = _suffixed(path, "copy")
    spare.unlink(missing_ok=True)
    try:
        try:
            os.link(path, spare)
        except OSError:  # file systems without hard links
            shutil.copyfile(path, spare)
        spare.replace(other)
    finally:
        # Still there if that failed, or if both are names of one file already.
        spare.unlink(missing_ok=True)


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))


def _suffixed(path: Path, suffix: str) -> Path:
    return path.with_name(f"{path.name}.{suffix}")


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
