# SPDX-License-Identifier: GPL-3.0-or-later
"""The name that a torrent has in the list, and its .torrent file for others to have."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import libtorrent as lt

from starling.engine import names
from starling.engine.errors import EngineError
from starling.engine.questions import Questions
from starling.engine.record import Record
from starling.engine.reopen import stored
from starling.engine.running import Running
from starling.engine.savefolder import check_folder
from starling.engine.text import safe
from starling.i18n import translate
from starling.spelling import shown
from starling.tasks import Worker

_LONGEST = 200
"""Bytes of a file's name before its number and ending."""
_NO_NAME = re.compile(r'[\x00-\x1f\x7f/\\<>:"|?*]')
_BAD_ENDS = " ."


class Identity:
    """Neither of both touches the data."""

    def __init__(
        self,
        questions: Questions,
        running: Callable[[], Running | None],
        changed: Callable[[Iterable[Record]], None],
        files_worker: Worker,
        parts: Path,
    ) -> None:
        """`running` is None while there is no session; `changed` shows and stores what became of records."""
        self._questions = questions
        self._running = running
        self._changed = changed
        self._files_worker = files_worker
        self._parts = parts

    async def rename(self, id: str, name: str) -> None:
        """Gives a torrent another name in the list, on disk nothing changes; empty = the torrent's own.

        Raises EngineError if it is gone.
        """
        record = self._questions.known(id)
        chosen = shown(" ".join(name.split()))
        own = await self._questions.about(id, _own_name, id)
        record.custom_name = bool(chosen) and chosen != own
        record.name = chosen if record.custom_name else own
        if (running := self._running()) is not None:
            running.keeper.name(id, record.name if record.custom_name else "")
        self._changed([record])

    async def export(self, ids: Iterable[str], folder: str) -> list[Path]:
        """Writes the .torrent files of torrents into a folder; nothing is written over. Returns what was written.

        They have the trackers and web seeds that the torrents have now. Raises EngineError with a sentence for what
        could not be written; the others are.
        """
        await self._files_worker.run(check_folder, folder)
        written, troubles = [], []
        for id in ids:
            try:
                written.append(await self._export(id, Path(folder)))
            except EngineError as error:
                troubles.append(str(error))
        if troubles:
            raise EngineError("\n".join(troubles[:3]) + ("\n…" if troubles[3:] else ""))
        return written

    async def _export(self, id: str, folder: Path) -> Path:
        record = self._questions.known(id)
        running = self._running()
        if running is None:
            raise EngineError(translate("Engine", "Starling is closing."))
        if not record.has_metadata:
            raise EngineError(
                translate("Engine", "“{name}” has no .torrent file yet: its details are still being found.").format(
                    name=record.name
                )
            )
        await self._questions.present(id)
        params = await stored(running, record, self._files_worker, self._parts)
        try:
            data = await running.worker.run(_document, params)
            return await self._files_worker.run(_write, folder, record.name, data)
        except (OSError, RuntimeError) as error:
            message = error.strerror if isinstance(error, OSError) else str(error)
            raise EngineError(
                translate("Engine", "The .torrent file of “{name}” can't be written: {message}.").format(
                    name=record.name, message=message or error
                )
            ) from error


def _own_name(handle: lt.torrent_handle, id: str) -> str:
    info = handle.torrent_file()
    if info is not None:
        return shown(names.own_name(info.name(), names.own_paths(info)))
    # The bindings have no flag for the name alone.
    status = handle.status()
    return shown(safe(lambda: status.name)) or id


def _document(params: lt.add_torrent_params) -> bytes:
    document: Any = lt.write_torrent_file(params)
    return bytes(lt.bencode(document))


def _write(folder: Path, name: str, data: bytes) -> Path:
    """Writes a new file called like the torrent. Raises OSError."""
    plain = _NO_NAME.sub("_", name).encode()[:_LONGEST].decode(errors="ignore").strip(_BAD_ENDS) or "torrent"
    number = 1
    while True:
        path = folder / (f"{plain}.torrent" if number == 1 else f"{plain} ({number}).torrent")
        try:
            with path.open("xb") as file:
                file.write(data)
        except FileExistsError:
            if path.is_file() and path.read_bytes() == data:
                return path
            number += 1
            continue
        except OSError:
            path.unlink(missing_ok=True)
            raise
        return path
