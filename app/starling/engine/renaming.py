# SPDX-License-Identifier: GPL-3.0-or-later
"""Gives a file or a folder of a torrent another name, on disk too, where nothing stands in the way."""

import logging
import os
import unicodedata
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from itertools import takewhile
from pathlib import Path

import libtorrent as lt

from starling.engine import aside, suffix
from starling.engine.errors import EngineError
from starling.engine.journal import Journal
from starling.engine.moves import Moves
from starling.engine.questions import Questions
from starling.engine.record import Record
from starling.engine.safename import validated
from starling.i18n import translate
from starling.spelling import shown
from starling.tasks import Worker
from starling.torrent import File, State

log = logging.getLogger(__name__)

_BUSY = (State.CHECKING, State.MOVING)


class Renaming:
    """One rename of a torrent at a time."""

    def __init__(
        self,
        questions: Questions,
        moves: Moves,
        changed: Callable[[Iterable[Record]], None],
        journal: Callable[[], Journal | None],
        stored: Callable[[Record], Awaitable[None]],
        files_worker: Worker,
        parts: Path,
    ) -> None:
        """`stored` waits until what libtorrent knows is on disk; `journal` is None while there is no session;
        `parts` is the folder of the part files.
        """
        self._questions = questions
        self._moves = moves
        self._changed = changed
        self._journal = journal
        self._stored = stored
        self._files_worker = files_worker
        self._parts = parts

    async def rename(self, record: Record, path: str, new_path: str) -> None:
        """See `Contents.rename`."""
        async with self._moves.lock(record):
            self._refuse_busy(record)
            entries = await self._questions.files(record.id)
            if new_path == path:
                return
            paths = await self._questions.ask(_planned, entries, path, new_path, record.save_path)
            home, top = await self._files_worker.run(aside.folder, self._parts, record.id), Path(record.save_path)
            asked = record.id, paths, entries.paths, record.save_path, home
            now, new = await self._questions.about(record.id, _places, *asked)
            await self._files_worker.run(_refuse_existing, top, now, new)
            # What is in the way of the name without the suffix would be so when it is finished.
            finished = {index: suffix.plain(path) for index, path in new.items() if suffix.is_marked(path)}
            await self._files_worker.run(_refuse_existing, top, now, finished)
            await self._files_worker.run(_refuse_outside, top, now, paths)
            journal = self._journal()
            if journal is not None:
                await journal.renaming(record.id, {i: new[i] if suffix.is_marked(new[i]) else paths[i] for i in new})
            try:
                failed = await self._moves.rename(record, new)
            finally:
                self._changed([record])
            # Not before the new names are stored: after a kill the files would be looked for under the old ones.
            if await self._is_stored(record) and journal is not None:
                await journal.settled(record.id, renames=paths)
            gone = [old for index, old in now.items() if index not in failed]
            await self._files_worker.run(_prune, top, home, record.id, gone)
            if failed:
                raise EngineError(_failed(now, failed, record.id))

    async def _is_stored(self, record: Record) -> bool:
        try:
            await self._stored(record)
        except EngineError as error:
            # The files have their names all the same; what is noted of them helps the next start to know.
            log.warning("%s: the new names are not stored: %s", record.id, error)
            return False
        return True

    def _refuse_busy(self, record: Record) -> None:
        state = record.snapshot.state if record.snapshot is not None else None
        if not record.has_metadata:
            raise EngineError(
                translate("Engine", "“{name}” can't be renamed: its files are not known yet.").format(name=record.name)
            )
        if state in _BUSY:
            raise EngineError(
                translate(
                    "Engine", "The files of “{name}” are being checked or moved: rename them when that is done."
                ).format(name=record.name)
            )


def _planned(entries: Sequence[File], path: str, new_path: str, save_path: str) -> dict[int, str]:
    """Index -> new path of the files that are at `path` or below it. Raises EngineError for what can't be."""
    below = path + "/"
    chosen = [file for file in entries if file.path == path or file.path.startswith(below)]
    if not chosen:
        raise EngineError(translate("Engine", "“{path}” is not in this torrent any more.").format(path=shown(path)))
    validated(new_path, now=path, save_path=save_path)
    if new_path.startswith(below):
        raise EngineError(translate("Engine", "A folder can't be moved into itself."))
    paths = {file.index: new_path + file.path[len(path) :] for file in chosen}
    longest = max(paths.values(), key=lambda each: len(each.encode("utf-8", "surrogatepass")))
    validated(longest, now=f"{path}/{longest}", save_path=save_path)
    _refuse_clashes([file.path for file in entries if file.index not in paths], new_path)
    _refuse_each_other(chosen, paths)
    return paths


def _refuse_each_other(chosen: Iterable[File], paths: Mapping[int, str]) -> None:
    """A folder that moves up may have one of its files go where another of them is.

    In the right order that would do, but after a kill in between nobody could tell which of the two a file is.
    """
    now = {_folded(file.path): file for file in chosen}
    for index, path in paths.items():
        other = now.get(_folded(path))
        if other is not None and other.index != index:
            raise EngineError(
                translate(
                    "Engine", "“{path}” is in the way: give the folder another name first, and then this one."
                ).format(path=shown(other.path))
            )


def _refuse_clashes(others: Iterable[str], new_path: str) -> None:
    """Names that differ in their capitals only are one name on many disks, and so are two spellings of one letter."""
    files: dict[str, str] = {}
    folders: dict[str, str] = {}
    for other in others:
        files[_folded(other)] = other
        head = other.rpartition("/")[0]
        while head and (key := _folded(head)) not in folders:
            folders[key] = head
            head = head.rpartition("/")[0]
    key = _folded(new_path)
    if (taken := files.get(key) or folders.get(key)) is not None:
        raise EngineError(translate("Engine", "The torrent has “{path}” already.").format(path=shown(taken)))
    head = new_path.rpartition("/")[0]
    while head:
        key = _folded(head)
        if key in files:
            raise EngineError(
                translate("Engine", "“{path}” is a file of the torrent, nothing can be inside.").format(
                    path=shown(files[key])
                )
            )
        if folders.get(key, head) != head:
            raise EngineError(
                translate("Engine", "The torrent has a folder “{path}” already: write it like that.").format(
                    path=shown(folders[key])
                )
            )
        head = head.rpartition("/")[0]


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def _places(
    handle: lt.torrent_handle, id: str, paths: Mapping[int, str], every: Iterable[str], top: str, home: Path
) -> tuple[dict[int, str], dict[int, str]]:
    """Where files lie, and where they are to: those that were put aside stay in `home`, suffixes at the ends of names.

    `every` are the logical paths of all files, `top` is the save folder.
    """
    info = handle.torrent_file()
    if info is None:
        return {}, {}
    layout = info.layout()
    renamed = handle.get_renamed_files().export_filenames(layout)
    now = {index: renamed.get(index) or layout.file_path(index) for index in paths}
    new = {index: (home / to).as_posix() if aside.is_aside(now[index], id) else to for index, to in paths.items()}
    marked = {index for index, path in now.items() if suffix.is_marked(path)}
    if marked:
        room = suffix.Room([*every, *paths.values()], top)
        new.update({index: suffix.marked(new[index]) for index in marked if room.has(new[index])})
    return now, new


def _refuse_existing(top: Path, now: Mapping[int, str], new: Mapping[int, str]) -> None:
    """libtorrent would write over whatever is there."""
    for index, path in new.items():
        target, source = top / path, top / now[index]
        if not os.path.lexists(target) or os.path.normpath(target) == os.path.normpath(source):
            continue
        # Where capitals don't count, the file itself is found under its new name.
        if not (os.path.lexists(source) and source.samefile(target)):
            raise EngineError(
                translate("Engine", "{path} exists already and is not the torrent's: choose another name.").format(
                    path=target
                )
            )


def _refuse_outside(top: Path, now: Mapping[int, str], paths: Mapping[int, str]) -> None:
    """A symbolic link may lead out of the save folder; one in which the files lie already is their owner's wish.

    `paths` are those that they are to have in the save folder.
    """
    inside: dict[tuple[str, str], bool] = {}
    for index, path in paths.items():
        known, folder = _common(now[index], path), path.rpartition("/")[0]
        if (known, folder) not in inside:
            real = (top / folder).resolve()
            inside[known, folder] = any(real.is_relative_to(each.resolve()) for each in (top, top / known))
        if not inside[known, folder]:
            raise EngineError(
                translate(
                    "Engine", "{path} leads out of the torrent's folder by a symbolic link: choose another name."
                ).format(path=top / folder)
            )


def _common(path: str, other: str) -> str:
    """The folder that two paths begin with."""
    parts = zip(path.split("/")[:-1], other.split("/")[:-1], strict=False)
    return "/".join(one for one, _ in takewhile(lambda pair: pair[0] == pair[1], parts))


def _prune(top: Path, home: Path, id: str, gone: Iterable[str]) -> None:
    for path in {path.rpartition("/")[0]: path for path in gone}.values():
        aside.prune(home if aside.is_aside(path, id) else top, suffix.logical(path, id))


def _failed(now: Mapping[int, str], failed: Mapping[int, str], id: str) -> str:
    index, message = next(iter(failed.items()))
    path = shown(suffix.logical(now[index], id))
    if len(failed) == 1:
        return translate("Engine", "“{path}” could not be renamed: {message}.").format(path=path, message=message)
    return translate(
        "Engine", "{count} files could not be renamed, “{path}” among them: {message}. The others were."
    ).format(count=len(failed), path=path, message=message)
