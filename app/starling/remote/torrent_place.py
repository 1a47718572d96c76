# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the data of torrents lie and what their files are called, as remote control changes it."""

from collections.abc import Mapping, Sequence
from pathlib import PurePath

from starling.engine.engine import EngineError
from starling.i18n import translate
from starling.paths import tidy
from starling.remote.calls import Answer, Call, Code, Method, RemoteError
from starling.remote.hearing import shown
from starling.remote.lasting import lasting
from starling.remote.means import Means
from starling.spelling import shown as readable
from starling.torrent import Torrent

AT_ONCE = 1.0
"""Seconds in which what can't be moved is refused, and what is on the same disk has arrived; copies go on after it."""

_LONGEST = 255
"""Bytes that a file's name may have on common disks."""
_SHOWN = 40
"""Characters of a longer one in a sentence."""


class TorrentPlace:
    """``torrent_set_location`` and ``torrent_rename_path``."""

    def __init__(self, means: Means) -> None:
        self._means = means
        self._engine = means.engine

    @property
    def methods(self) -> Mapping[str, Method]:
        """By their names."""
        return {"torrent_set_location": self._set_location, "torrent_rename_path": self._rename_path}

    async def _set_location(self, call: Call) -> Answer:
        folder = call.params.text("location")
        if folder is None:
            raise RemoteError(translate("Remote", "“location” must say where the torrents are to lie."))
        absolute(folder, "location")
        move = call.params.flag("move") or False
        ids = self._means.ids.selected(call.params)
        await shown(self._engine, await place(self._means, ids, folder, move=move))
        return {}

    async def _rename_path(self, call: Call) -> Answer:
        id = self._means.ids.one(call.params)
        path, name = call.params.text("path") or "", call.params.text("name") or ""
        answer = {"id": self._means.ids.number(id), "path": path, "name": name}
        if not path or not name or name in (".", "..") or "/" in name:
            text = translate("Remote", "“path” must be a file or a folder of the torrent, and “name” its new name.")
            raise RemoteError(text, result=answer)
        if len(name.encode("utf-8", "surrogatepass")) > _LONGEST:
            # What has no files yet would get it, and could not be saved under it.
            text = translate("SafeName", "“{name}…” is too long: a name can have {count} bytes.")
            raise RemoteError(text.format(name=readable(name[:_SHOWN]), count=_LONGEST), Code.SYSTEM_ERROR, answer)
        try:
            await lasting(self._rename(self._engine.torrents[id], path, name), "rename")
        except EngineError as error:
            raise RemoteError(str(error), Code.SYSTEM_ERROR, answer) from error
        await shown(self._engine, [id])
        return answer

    async def _rename(self, torrent: Torrent, path: str, name: str) -> None:
        """The torrent follows the name of its only folder or file, as clients expect of Transmission's.

        They know that folder by the name of the torrent, which may be another one here. Raises EngineError.
        """
        paths = (await self._engine.details.files(torrent.id)).paths
        meant, whole = await self._means.worker.run(_meant, paths, path, torrent.name)
        if meant:
            await self._engine.contents.rename(torrent.id, meant, meant[: meant.rfind("/") + 1] + name)
        if whole:
            await self._engine.identity.rename(torrent.id, name)


def _meant(paths: Sequence[str], path: str, name: str) -> tuple[str, bool]:
    """Which file or folder a client means, empty for none, and whether the torrent itself follows."""
    tops = {each.partition("/")[0] for each in paths}
    below = path + "/"
    if path == name and not any(each == path or each.startswith(below) for each in paths):
        path = next(iter(tops)) if len(tops) == 1 else ""
    return path, not path or tops == {path}


def absolute(folder: str, name: str) -> None:
    """Raises RemoteError for a folder that is not given by its full path."""
    if not PurePath(folder).is_absolute() or "\0" in folder:
        text = translate("Remote", "“{name}” must be a full path, not “{path}”.")
        raise RemoteError(text.format(name=name, path=readable(folder)), Code.PATH_NOT_ABSOLUTE)


async def place(means: Means, ids: Sequence[str], folder: str, *, move: bool) -> Sequence[str]:
    """Has the data of torrents moved to a folder, or looked for there; those of which there is something to do.

    Raises EngineError for what is known at once.
    """
    relocation, there = means.engine.relocation, means.engine.torrents
    folder = tidy(folder)
    if move:
        # One that is there already need not be refused.
        ids = [id for id in ids if id in there and _elsewhere(there[id], folder)]
    if ids:
        work = relocation.move(ids, folder) if move else relocation.adopt(ids, folder)
        await lasting(work, "move data", AT_ONCE)
    return ids


def _elsewhere(torrent: Torrent, folder: str) -> bool:
    return PurePath(torrent.save_path) != PurePath(folder) or bool(torrent.destination)
