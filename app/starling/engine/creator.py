# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes torrents: asks a process of its own what there is and to hash it, and writes what comes of it."""

import asyncio
import errno
import json
import logging
import os
import shutil
import sys
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment

from starling import __version__
from starling.creation import LARGEST_TORRENT, PIECE_SIZES, Found, Layers, Left, Made, Outline, Progress, Recipe
from starling.engine import createwords
from starling.engine.errors import EngineError
from starling.engine.limits import LIMITS
from starling.i18n import translate
from starling.spelling import shown
from starling.tasks import Worker

log = logging.getLogger(__name__)

_GOODBYE = 1.0
"""Seconds in which killed processes have to be gone when the program ends."""

Tell = Callable[[Progress], None]


class Creator(QObject):
    """Every look and every torrent that is made has a process of its own, which cancelling ends."""

    def __init__(self, files_worker: Worker) -> None:
        super().__init__()
        self._worker = files_worker
        self._processes: set[_Process] = set()
        self._closed = False

    async def look(self, outline: Outline) -> Found:
        """What a torrent of it would hold. Raises EngineError where there can be none."""
        answer, _ = await self._ask({**_outline(outline), "make": False, "piece_sizes": PIECE_SIZES})
        return _found(answer["found"])

    async def make(self, recipe: Recipe, tell: Tell) -> Made:
        """Hashes everything; `tell` hears how far it is, at most ten times a second. Raises EngineError."""
        question = {
            **_outline(recipe.outline),
            "make": True,
            "stamp": recipe.stamp,
            "format": recipe.form.value,
            "piece_size": recipe.piece_size,
            "aligned": recipe.aligned,
            "private": recipe.private,
            "tiers": recipe.tiers,
            "web_seeds": recipe.web_seeds,
            "source": recipe.source,
            "comment": recipe.comment,
            "creator": f"Starling {__version__}",
            "date": int(time.time()),
            "limits": {**LIMITS, "max_buffer_size": LARGEST_TORRENT},
        }
        answer, data = await self._ask(question, tell)
        made = answer["made"]
        paths = {int(index): path for index, path in made.pop("paths").items()}
        return Made(data=data, paths=paths, **made)

    async def exists(self, target: str) -> bool:
        """Whether there is something in the place of a .torrent that is to be written."""
        return await self._worker.run(os.path.lexists, target)

    async def refuse_target(self, target: str, outline: Outline) -> None:
        """Raises EngineError if a .torrent can't be written there, which is better known before everything is hashed.

        `outline` is what the torrent is about: none of it may be overwritten.
        """
        await self._worker.run(_try_target, target, outline.path)

    async def save(self, made: Made, target: str, *, replace: bool) -> None:
        """Writes a .torrent: afterwards all of it is there, or what was. Raises EngineError.

        Without `replace` nothing that exists is overwritten.
        """
        try:
            await self._worker.run(write, Path(target), made.data, replace=replace)
        except OSError as error:
            raise EngineError(createwords.not_written(target, error)) from error

    async def close(self) -> None:
        """Ends everything that runs, for good."""
        self._closed = True
        ending = [process.abandon() for process in self._processes]
        if ending:
            await asyncio.wait(ending, timeout=_GOODBYE)

    async def _ask(self, question: Mapping[str, object], tell: Tell | None = None) -> tuple[dict[str, Any], bytes]:
        if self._closed:
            raise asyncio.CancelledError
        process = _Process(question, tell)
        self._processes.add(process)
        process.gone.add_done_callback(partial(self._forget, process))
        try:
            # Not the process's own future: cancelling it would leave nobody to see the process end.
            answer, data = await asyncio.shield(process.answer)
        finally:
            process.kill()
        if "refused" in answer:
            raise EngineError(createwords.refused(answer["refused"], answer["path"], answer["said"]))
        return answer, data

    def _forget(self, process: "_Process", _gone: "asyncio.Future[None]") -> None:
        self._processes.discard(process)


class _Process(QObject):
    """One process, one question."""

    def __init__(self, question: Mapping[str, object], tell: Tell | None) -> None:
        super().__init__()
        loop = asyncio.get_running_loop()
        self.answer: asyncio.Future[tuple[dict[str, Any], bytes]] = loop.create_future()
        """What it said last, and the bytes that came with it."""
        self.gone: asyncio.Future[None] = loop.create_future()
        self._tell = tell
        self._head: dict[str, Any] | None = None
        self._data = bytearray()
        environment = QProcessEnvironment.systemEnvironment()
        # It finds what this process finds, wherever that was started from.
        environment.insert("PYTHONPATH", os.pathsep.join(path for path in sys.path if path))
        # libtorrent asks this variable alone whether paths are what they are, and else puts "." for what is no UTF-8.
        environment.insert("LANG", "C.UTF-8")
        self._process = process = QProcess(self)
        process.setProcessEnvironment(environment)
        process.readyReadStandardOutput.connect(self._on_output)
        process.errorOccurred.connect(self._on_error)
        process.finished.connect(self._on_finished)
        # -P: what lies in the current folder is nothing to import. utf8: as Qt, whatever the locale says.
        process.start(sys.executable, ["-P", "-X", "utf8", "-m", "starling.engine.create"])
        process.write(json.dumps(question).encode() + b"\n")

    def kill(self) -> "asyncio.Future[None]":
        """Ends it at once, if it still runs; what it was at leaves nothing behind."""
        self._process.kill()
        return self.gone

    def abandon(self) -> "asyncio.Future[None]":
        """The same, and whoever waits for the answer is cancelled."""
        self.answer.cancel()
        return self.kill()

    def _on_output(self) -> None:
        while self._head is None and self._process.canReadLine():
            said = json.loads(bytes(self._process.readLine().data()))
            if "hashed" in said:
                if self._tell is not None and not self.answer.done():
                    self._tell(Progress(said["hashed"], said["of"]))
            elif "looked" not in said:
                self._head = said
        if self._head is not None:
            self._data += self._process.readAllStandardOutput().data()
            if len(self._data) >= self._head.get("bytes", 0) and not self.answer.done():
                self.answer.set_result((self._head, bytes(self._data)))

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            log.warning("%s can't be started: %s", sys.executable, self._process.errorString())
            self._on_finished()

    def _on_finished(self, *_how: object) -> None:
        if not self.answer.done():
            if said := bytes(self._process.readAllStandardError().data()).strip():
                log.warning("Making a torrent failed: %s", said.decode(errors="replace"))
            self.answer.set_exception(EngineError(createwords.ended()))
            # Nobody may wait for it any more.
            self.answer.exception()
        if not self.gone.done():
            self.gone.set_result(None)


def write(path: Path, data: bytes, *, replace: bool) -> None:
    """Lets a file hold the data, or what it held; raises OSError."""
    if path.is_symlink():
        path = Path(os.path.realpath(path))
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    new = path.with_name(f".{os.urandom(8).hex()}.new")
    try:
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if replace:
            if path.exists():
                shutil.copymode(path, new)
            new.replace(path)
        else:
            _put(new, path)
    finally:
        new.unlink(missing_ok=True)


def _put(new: Path, path: Path) -> None:
    """Gives a file its name unless there is one of that name, of which another program may be the maker by now."""
    try:
        path.hardlink_to(new)
    except FileExistsError:
        raise
    except OSError:  # file systems without hard links
        if path.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)) from None
        new.replace(path)


def _try_target(target: str, source: str) -> None:
    path, about = Path(os.path.realpath(target)), Path(os.path.realpath(source))
    if path == about or (about in path.parents and path.exists()):
        raise EngineError(
            translate("Create", "{file} is one of the files that the torrent is made of: save it elsewhere.").format(
                file=shown(target)
            )
        )
    try:
        # Where the name is too long this says so.
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        trial = path.with_name(f".{os.urandom(8).hex()}.new")
        os.close(os.open(trial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
        trial.unlink()
    except OSError as error:
        raise EngineError(createwords.not_written(target, error)) from error


def _outline(outline: Outline) -> dict[str, object]:
    return {"path": outline.path, "hidden": outline.hidden, "patterns": outline.patterns}


def _found(told: Mapping[str, Any]) -> Found:
    return Found(
        files=told["files"],
        size=told["size"],
        stamp=told["stamp"],
        left={Left(reason): (count, tuple(paths)) for reason, (count, paths) in told["left"].items()},
        names_v1=told["names_v1"],
        names_v2=told["names_v2"],
        layers={int(size): Layers(*counts) for size, counts in told["layers"].items()},
    )
