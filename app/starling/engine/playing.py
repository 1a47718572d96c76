# SPDX-License-Identifier: GPL-3.0-or-later
"""Fetches a file in the order in which it is played: headers and index, then a window that moves on with what is here.

The window is made of piece deadlines. A piece with one has priority 7, so that every peer's requests go to the window
as long as a block of it is open, and late blocks are asked for twice. The torrent's sequential flag is not touched: it
would order the whole torrent from its first piece on, other files first. What deadlines leave behind (see
`pieces`) is set right when the window has passed and at the end.
"""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Protocol

import libtorrent as lt

from starling.engine import aside, details, whereabouts
from starling.engine.errors import EngineError
from starling.engine.media import MediaReader
from starling.engine.pieces import Pieces
from starling.engine.questions import Questions
from starling.engine.record import Record
from starling.i18n import translate
from starling.kinds import MEDIA, kind_of
from starling.playback import Playback
from starling.tasks import spawn
from starling.torrent import File, Media, Ready

TURN = 1.0
"""Seconds between two looks."""
WINDOW = 16 << 20
"""Bytes ahead of what is here that are in a hurry, or as many as are played in `AHEAD` seconds if that is more."""
AHEAD = 30.0
START = 2 << 20
"""Bytes with which a player begins, or as many as are played in `FIRST` seconds if that is more."""
FIRST = 5.0
INDEX_SHARE = 100
"""An index at the end takes less than a hundredth of the file."""
MOST_INDEX = 8 << 20
SPACING_MS = 50
"""Between the deadlines of two pieces where the rate of the media is not known."""


class Bring(Protocol):
    """Has a file of a torrent in the download folder at once, and wants it if it is skipped."""

    def __call__(self, id: str, index: int, *, skipped: bool) -> None:
        """Returns at once."""


class Playing:
    """Plays one file of a torrent at a time."""

    def __init__(
        self,
        questions: Questions,
        pieces: Pieces,
        reader: MediaReader,
        bring: Bring,
        start: Callable[[Iterable[str]], None],
        tell: Callable[[Playback], None],
    ) -> None:
        """`bring` has files where players look for them, `start` starts torrents, `tell` hears about every player once
        a second.
        """
        self._questions = questions
        self._pieces = pieces
        self._reader = reader
        self._bring = bring
        self._start = start
        self._tell = tell
        self._tasks: dict[str, tuple[int, asyncio.Task[None]]] = {}

    def play(self, id: str, index: int) -> None:
        """Fetches a file for playing, instead of the one of this torrent that was played before."""
        running = self._tasks.get(id)
        if running is not None and running[0] == index:
            return
        self.stop(id)
        self._tasks[id] = index, spawn(self._run(id, index, running[1] if running else None), name="play")

    def stop(self, id: str) -> None:
        """Fetches it as everything else again."""
        if (running := self._tasks.pop(id, None)) is not None:
            running[1].cancel()

    def index(self, id: str) -> int | None:
        """The file of a torrent that is played."""
        running = self._tasks.get(id)
        return None if running is None else running[0]

    async def close(self) -> None:
        """Stops everything and waits until the deadlines are gone."""
        tasks = [task for _, task in self._tasks.values()]
        for id in list(self._tasks):
            self.stop(id)
        if tasks:
            await asyncio.wait(tasks)

    async def _run(self, id: str, index: int, before: asyncio.Task[None] | None) -> None:
        if before is not None:
            # It takes its deadlines back, which must not be those of this one.
            await asyncio.wait([before])
        task = asyncio.current_task()
        record, _ = await self._questions.present(id)
        player = Player(record, index, self._questions, self._pieces)
        seen: Playback | None = None
        try:
            self._bring(id, index, skipped=await player.begin())
            seen = await self._step(player, id, index)
            if record.paused and not seen.ended:
                self._start([id])
            while not seen.ended:
                self._tell(seen)
                await asyncio.sleep(TURN)
                seen = await self._step(player, id, index)
        except EngineError:
            if self._is_there(record):
                raise
        finally:
            # Another one may be played already.
            if (running := self._tasks.get(id)) is not None and running[1] is task:
                del self._tasks[id]
            self._tell(player.last(seen))
            await player.end()

    async def _step(self, player: "Player", id: str, index: int) -> Playback:
        return await player.step((await self._reader.media(id, (index,))).get(index))

    def _is_there(self, record: Record) -> bool:
        try:
            return self._questions.known(record.id) is record
        except EngineError:
            return False


@dataclass(slots=True)
class _Place:
    """Where a file lies in its torrent."""

    offset: int
    piece_size: int


class Player:
    """One file that is played."""

    def __init__(self, record: Record, index: int, questions: Questions, pieces: Pieces) -> None:
        self._record = record
        self._index = index
        self._questions = questions
        self._pieces = pieces
        self._place = _Place(0, 1)
        self._hurried: set[int] = set()
        self._handle: lt.torrent_handle | None = None
        self._wanted = False
        """The file was seen with a priority: if it has none later, its owner has changed his mind."""

    async def begin(self) -> bool:
        """Finds the file; whether it is skipped and has to be wanted. Raises EngineError if there is none."""
        entry = await self._entry()
        _, handle = await self._questions.present(self._record.id)
        self._place = await self._questions.ask(_find, handle, entry)
        return not await self._priority(handle)

    async def step(self, media: Media | None) -> Playback:
        """Moves the window to where the file has got to. Raises EngineError if the torrent is gone."""
        entry = await self._entry()
        _, handle = await self._questions.present(self._record.id)
        if handle != self._handle:
            # A torrent that was opened anew has no deadlines.
            self._handle = handle
            self._hurried.clear()
        have = await self._questions.ask(_have, handle)
        here = _until(have, entry, self._place)
        rate = media.rate if media is not None else None
        wanted = bool(await self._priority(handle))
        stopped = self._wanted and not wanted
        self._wanted = self._wanted or wanted
        away = await self._questions.ask(_is_aside, handle, self._record.id, self._index)
        place = (await self._questions.ask(whereabouts.on_disk, handle, self._record.id, [self._index]))[self._index]
        whole = here >= entry.size and not away
        if whole or stopped:
            return self._playback(
                entry, here, media, path=place, playable=whole, wait=0.0 if whole else None, ended=True
            )
        await self._hurry(handle, have, entry, here, media)
        missing = self._missing(have, entry, here, media)
        snapshot = self._record.snapshot
        down = snapshot.down if snapshot is not None else 0
        return self._playback(
            entry,
            here,
            media,
            path=place,
            playable=not missing and not away,
            wait=0.0 if not missing and not away else missing / down if missing and down else None,
            keeps_up=None if rate is None else down >= rate,
        )

    async def end(self) -> None:
        """Takes the deadlines back, and gives their pieces the priority of their file again."""
        hurried, self._hurried = self._hurried, set()
        try:
            _, handle = await self._questions.present(self._record.id)
            await self._questions.ask(handle.clear_piece_deadlines)
            await self._pieces.restore(self._record, hurried)
        except EngineError:
            return  # the torrent is gone, and its pieces with it

    def last(self, seen: Playback | None) -> Playback:
        """What is told at the end."""
        if seen is None:
            return Playback(self._record.id, self._index, "", 0, ended=True)
        return replace(seen, ended=True)

    # -- within

    async def _entry(self) -> File:
        entries = await self._questions.files(self._record.id)
        if self._index not in entries.indices:
            raise EngineError(translate("Engine", "The torrent has no file {index}.").format(index=self._index))
        return entries[entries.indices.index(self._index)]

    async def _priority(self, handle: lt.torrent_handle) -> int:
        chosen = self._record.priorities
        if chosen is None:
            chosen = await self._questions.ask(details.priorities, handle)
        return chosen[self._index]

    async def _hurry(self, handle: lt.torrent_handle, have: bytes, entry: File, here: int, media: Media | None) -> None:
        rate = media.rate if media is not None else None
        size = self._place.piece_size
        between = max(SPACING_MS, round(size / rate * 1000)) if rate else SPACING_MS
        ends = [*self._pieces_of(0, 1), *self._pieces_of(entry.size - _index_size(entry.size, media), entry.size)]
        window = self._pieces_of(here, min(entry.size, here + max(WINDOW, round(AHEAD * (rate or 0)))))
        order = [piece for piece in dict.fromkeys([*ends, *window]) if not have[piece]]
        fresh = [(piece, number * between) for number, piece in enumerate(order) if piece not in self._hurried]
        self._hurried.update(piece for piece, _ in fresh)
        await self._questions.ask(_set_deadlines, handle, fresh)

    def _missing(self, have: bytes, entry: File, here: int, media: Media | None) -> int:
        """Bytes without which a player can't begin."""
        rate = media.rate if media is not None else None
        start = min(entry.size, max(START, round(FIRST * (rate or 0))))
        index = self._pieces_of(entry.size - _index_size(entry.size, media), entry.size)
        missing = max(0, start - here) + self._place.piece_size * sum(not have[piece] for piece in index)
        if not missing and kind_of(entry.path) in MEDIA and (media is None or not media.headers):
            # They were not read yet, or reading came to a place that is not here and whose size is not known.
            return self._place.piece_size
        return missing

    def _pieces_of(self, start: int, end: int) -> range:
        if end <= start:
            return range(0)
        at, size = self._place.offset, self._place.piece_size
        return range((at + start) // size, (at + end - 1) // size + 1)

    def _playback(
        self,
        entry: File,
        here: int,
        media: Media | None,
        *,
        path: str,
        playable: bool,
        wait: float | None,
        keeps_up: bool | None = None,
        ended: bool = False,
    ) -> Playback:
        rate = media.rate if media is not None else None
        path = f"{self._record.save_path.rstrip('/')}/{path}"
        buffered = here / rate if rate else None
        return Playback(self._record.id, self._index, path, entry.size, here, playable, buffered, wait, keeps_up, ended)


def _index_size(size: int, media: Media | None) -> int:
    """Bytes at the end of a file that are to be there before a player begins.

    One at least: until its last piece is written a file is shorter than it will be, and players ask for that only once.
    """
    if media is not None and media.streamable is Ready.NO:
        return min(size, MOST_INDEX, max(1, size // INDEX_SHARE))
    return min(size, 1)


def _find(handle: lt.torrent_handle, entry: File) -> _Place:
    info = handle.torrent_file()
    if info is None:
        raise RuntimeError("the torrent is gone")
    return _Place(info.layout().file_offset(entry.index), info.piece_length())


def _is_aside(handle: lt.torrent_handle, id: str, index: int) -> bool:
    """Whether a file is not where players look for it, because it was skipped a moment ago."""
    info = handle.torrent_file()
    return info is not None and aside.is_aside(handle.get_renamed_files().file_path(info.layout(), index), id)


def _have(handle: lt.torrent_handle) -> bytes:
    return bytes(handle.status(lt.torrent_handle.query_pieces).pieces)


def _until(have: bytes, entry: File, place: _Place) -> int:
    """Bytes from the start of a file without a gap."""
    gap = have.find(0, entry.first_piece, entry.first_piece + entry.pieces)
    return entry.size if gap < 0 else max(0, gap * place.piece_size - place.offset)


def _set_deadlines(handle: lt.torrent_handle, deadlines: Iterable[tuple[int, int]]) -> None:
    for piece, milliseconds in deadlines:
        handle.set_piece_deadline(piece, milliseconds, 0)
