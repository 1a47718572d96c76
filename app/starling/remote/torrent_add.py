# SPDX-License-Identifier: GPL-3.0-or-later
"""``torrent_add``: from a path, an address, a link, a hash or the bytes of a .torrent file to a torrent in the list."""

import asyncio
import base64
import binascii
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from starling.automation.unasked import join, meet, usual
from starling.engine.engine import EngineError
from starling.i18n import translate
from starling.items import Kind, kind_of, normalised
from starling.options import Limits
from starling.remote.calls import Answer, Call, Code, Method, RemoteError
from starling.remote.file_choice import Changes, FileChoice
from starling.remote.hearing import listed
from starling.remote.label_names import label_names
from starling.remote.means import Means
from starling.remote.own_files import FEW
from starling.remote.own_limits import peer_limit
from starling.remote.params import ParamError, Params
from starling.remote.torrent_file import read
from starling.remote.torrent_place import absolute
from starling.remote.unsupported import refuse_unsupported
from starling.torrent import AddOptions, Preview, Priority

_WHITE = str.maketrans("", "", " \t\r\n")
_METAINFO = "metainfo"
"""What the bytes that a client sends are called in sentences."""

_MOST_FILES = 1_000_000
"""Of a torrent whose files are not known yet."""


@dataclass(frozen=True, slots=True)
class _Source:
    """What is to be added."""

    name: str
    kind: Kind
    data: bytes | None = None
    cookies: str = ""

    @property
    def code(self) -> Code:
        """Of the error where it can't be read."""
        return Code.HTTP_ERROR if self.kind is Kind.URL else Code.UNRECOGNIZED_INFO


class TorrentAdd:
    """As watch folders and the command line add: by the settings, and by the rules of labels."""

    def __init__(self, means: Means) -> None:
        self._means = means
        self._engine, self._settings = means.engine, means.settings
        self._turn = asyncio.Lock()
        """One after the other: whether a torrent is there already is known only when the one before has come in."""

    @property
    def methods(self) -> Mapping[str, Method]:
        """By their names."""
        return {"torrent_add": self._add}

    async def _add(self, call: Call) -> Answer:
        params = call.params
        refuse_unsupported(params)
        options, files = self._options(params), FileChoice.of(params).without_empty()
        peers = peer_limit(params)
        source = await self._source(params)
        found: Preview | None = None
        if source.kind is Kind.URL:
            # It may take long, and holds up no other.
            found = await self._preview(source)
        async with self._turn:
            if found is None:
                found = await self._preview(source)
            if found.id in self._engine.torrents and not found.known:
                # It has come in while this one was on its way.
                found = await self._preview(source)
            if found.known:
                await meet(self._engine, found)
                return {"torrent_duplicate": self._told(found)}
            id = await self._join(found, options, files, source)
            if peers:
                self._engine.throttle.set_limits([id], Limits(connections=peers))
            await listed(self._engine, id)
        self._means.added(id, call.client)
        return {"torrent_added": self._told(replace(found, id=id))}

    # -- what is asked for

    def _options(self, params: Params) -> AddOptions:
        """Raises RemoteError or ParamError."""
        options = usual(self._settings)
        if folder := params.text("download_dir"):
            absolute(folder, "download_dir")
            options = replace(options, save_path=folder)
        paused = params.flag("paused")
        return replace(
            options,
            start=options.start if paused is None else not paused,
            labels=label_names(params, self._engine, self._settings) or (),
            sequential=params.flag("sequential_download") or False,
        )

    async def _source(self, params: Params) -> _Source:
        """Reads what lies on this computer. Raises RemoteError or ParamError."""
        name, encoded = params.text("filename"), params.text("metainfo")
        cookies = params.text("cookies") or ""
        if name:
            return await self._named(name.strip(), cookies)
        if not encoded:
            raise RemoteError(
                translate("Remote", "“filename” or “metainfo” must say what is to be added."), Code.INVALID_PARAMS
            )
        data = await self._means.worker.run(_decoded, encoded)
        return _Source(_METAINFO, Kind.FILE, data)

    async def _named(self, name: str, cookies: str) -> _Source:
        kind = kind_of(name)
        if kind is None:
            text = translate(
                "Remote", "“filename” must be a full path, an http(s) address, a magnet link or an info-hash."
            )
            raise RemoteError(text, Code.UNRECOGNIZED_INFO)
        if not cookies.isprintable():
            raise ParamError(translate("Remote", "“cookies” must be one line: name1=content1; name2=content2."))
        path = normalised(name)
        data = await self._means.files_worker.run(read, path) if kind is Kind.FILE else None
        return _Source(path, kind, data, cookies)

    async def _preview(self, source: _Source) -> Preview:
        try:
            return await self._engine.intake.preview(source.name, source.data, cookies=source.cookies)
        except EngineError as error:
            raise RemoteError(str(error), source.code) from error

    # -- doing it

    async def _join(self, found: Preview, options: AddOptions, files: FileChoice, source: _Source) -> str:
        """Raises RemoteError or EngineError, and then nothing was added."""
        try:
            changes = await self._changes(found, files, source)
        except RemoteError:
            self._engine.intake.discard(found.id)
            raise
        options = replace(options, priorities=changes.priorities)
        id = await join(self._engine, self._settings, found, options)
        self._means.files.keep(id, changes.skipped)
        return id

    async def _changes(self, found: Preview, files: FileChoice, source: _Source) -> Changes:
        """By index; of a magnet link, whose files are not known yet, by position."""
        if not files:
            return Changes({}, {})
        if not found.has_metadata:
            every: Sequence[int] = range(min(files.last + 1, _MOST_FILES))
            return await self._means.files.changes(files, found.id, every, [Priority.NORMAL] * len(every))
        if len(found.files) + files.size <= FEW:
            return _chosen(found, files, source)
        return await self._means.worker.run(_chosen, found, files, source)

    def _told(self, found: Preview) -> Mapping[str, object]:
        row = self._engine.torrents.get(found.id)
        name = found.name if row is None else row.name
        return {"id": self._means.ids.number(found.id), "name": name, "hash_string": found.id}


def _chosen(found: Preview, files: FileChoice, source: _Source) -> Changes:
    """Of a torrent whose files are known."""
    indices = [file.index for file in found.files]
    padded = found.hash_v1 and (found.hash_v2 or len(indices) <= max(indices, default=-1))
    if padded and source.kind in (Kind.FILE, Kind.URL):
        # Clients that let choose before they add have read the file themselves.
        files = files.without_pads(indices)
    return files.changes(indices, found.priorities or [Priority.NORMAL] * len(indices))


def _decoded(text: str) -> bytes:
    """Raises RemoteError for what is no base64; line breaks are left out."""
    try:
        return base64.b64decode(text.translate(_WHITE), validate=True)
    except (binascii.Error, ValueError) as error:
        raise RemoteError(
            translate("Remote", "“metainfo” must be the content of a .torrent file in base64."), Code.UNRECOGNIZED_INFO
        ) from error
