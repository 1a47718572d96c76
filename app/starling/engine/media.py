# SPDX-License-Identifier: GPL-3.0-or-later
"""What media files say of themselves, for the files tab: headers are asked for first and read as soon as they come."""

import asyncio
import logging
import time
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from types import MappingProxyType

import libtorrent as lt

from starling.engine import whereabouts
from starling.engine.errors import EngineError
from starling.engine.pieces import Own, Pieces
from starling.engine.questions import Questions
from starling.engine.record import Record, Records
from starling.filelist import FileList
from starling.kinds import MEDIA, Kind, kind_of
from starling.media import facts
from starling.media.prober import Outcome, Probe, Prober, Question
from starling.tasks import Worker, spawn
from starling.torrent import File, Media

log = logging.getLogger(__name__)

AT_ONCE = 50
"""Files whose headers are asked for at the same time."""
HEAD = 64 << 10
TAIL = 16 << 10
"""Bytes at both ends that tell nearly everything of most files."""
MORE = 512 << 10
"""Bytes from where reading ended that are asked for then; each time twice as many."""
MOST = 8 << 20
"""Bytes asked for on behalf of one file: what says nothing by then is read when it is whole."""
LOOKED_AT = 5000
"""Files of a torrent that are looked at in one turn, a few milliseconds' work."""
AGAIN = 10.0
"""Seconds until a file that was not on disk is looked for again."""
ONCE_MORE = 5.0
"""Seconds until a whole file that said nothing is read again: what libtorrent has may not be on disk yet."""
QUEUED = 500
"""Files that wait for their turn to be read, those on screen aside."""
BOOKS = 20
"""Torrents of which it is remembered what is known of their files: those that were looked at last."""
LEFT = 60.0
"""Seconds without a question after which the headers of a torrent's files come no sooner than the rest."""
IDLE = 30.0
"""Seconds without a question after which the process that reads ends."""

Range = tuple[int, int]


@dataclass(slots=True, eq=False)
class _File:
    """A media file that is not fully known."""

    entry: File
    offset: int
    """Of its first byte in the torrent."""
    wants: list[Range]
    """Ranges of bytes that must be there before it is read (again)."""
    asked: int = 0
    """Bytes asked for after the first look."""
    rest: bool = False
    """Nothing more is asked for: it is read once more when it is whole."""
    waiting: bool = False
    """Its turn to be read comes."""
    place: str = ""
    """Its path on disk, below the save folder."""
    not_before: float = 0.0
    failed: bool = False
    """It said nothing, or not all, although all of it was here."""


@dataclass(slots=True, eq=False)
class _Book:
    """What is known of the files of one torrent."""

    record: Record
    entries: FileList = field(default_factory=FileList)
    layout: lt.file_storage | None = None
    piece_size: int = 0
    pending: dict[int, int] = field(default_factory=dict)
    """The place in `entries` of each file that is not fully known, by index."""
    begun: dict[int, _File] = field(default_factory=dict)
    """Those of them of which more is to be remembered than that."""
    settled: set[int] = field(default_factory=set)
    failed: dict[int, str] = field(default_factory=dict)
    """The path of each settled file that said nothing: under another one it is read again."""
    found: dict[int, Media] = field(default_factory=dict)
    view: Mapping[int, Media] = field(default_factory=lambda: MappingProxyType({}))
    same: dict[Media, Media] = field(default_factory=dict)
    """What was found, each once: 100,000 pictures of one size are one object."""
    fresh: bool = False
    """Something was found since `view` was given out."""
    have: bytes = b""
    asking: list[int] = field(default_factory=list)
    cursor: int = 0
    busy: bool = False
    seen: float = 0.0
    """When it was asked about last."""
    raised: bool = False
    """Pieces with headers come first."""


@dataclass(frozen=True, slots=True)
class _Turn:
    """What one look at a torrent found."""

    have: bytes
    ready: tuple[_File, ...]
    missing: tuple[_File, ...]
    """Files whose headers are not here and may be asked for."""
    pieces: frozenset[int]


class MediaReader:
    """Answers `media`; it works only as long as that is asked, and for what was ready by then."""

    def __init__(self, records: Records, questions: Questions, pieces: Pieces, prober: Prober | None = None) -> None:
        self._records = records
        self._questions = questions
        self._pieces = pieces
        self._prober = prober or Prober()
        self._worker: Worker | None = None
        self._books: dict[str, _Book] = {}
        self._queue: deque[tuple[_Book, _File]] = deque()
        self._working = False
        self._closed = False
        self._rest: asyncio.TimerHandle | None = None
        self._leaving: asyncio.TimerHandle | None = None

    async def media(self, id: str, first: Sequence[int] = ()) -> Mapping[int, Media]:
        """What is known of the media files of a torrent by file index; the same object while nothing new is known.

        To be asked about once a second while it is shown: each time what came meanwhile is read. `first` are the
        files to begin with, such as those on the screen. Raises EngineError if the torrent is gone.
        """
        record, handle = await self._questions.present(id)
        self._drop_gone()
        book = self._books.pop(id, None)
        if book is None or book.record is not record:
            book = _Book(record)
        # The last one in line is the one that was asked about last.
        self._books[id] = book
        book.seen = time.monotonic()
        while len(self._books) > BOOKS:
            self._leave(self._books.pop(next(iter(self._books))))
        if not book.busy:
            book.busy = True
            try:
                await self._look(book, handle, first)
            finally:
                book.busy = False
        if book.fresh:
            book.fresh = False
            book.view = MappingProxyType(dict(book.found))
        return book.view

    def known(self, id: str, index: int) -> Media | None:
        """What was found of a file so far, without asking anybody."""
        book = self._books.get(id)
        return None if book is None else book.found.get(index)

    async def close(self) -> None:
        """Ends the process that reads, at once and for good."""
        if self._closed:
            return
        self._closed = True
        self._queue.clear()
        for timer in (self._rest, self._leaving):
            if timer is not None:
                timer.cancel()
        self._prober.abandon()
        if self._worker is not None:
            await self._worker.run(self._prober.close)
            await self._worker.stop()

    # -- within

    async def _look(self, book: _Book, handle: lt.torrent_handle, first: Sequence[int]) -> None:
        entries = await self._questions.files(book.record.id)
        if entries is not book.entries:
            book.piece_size = await self._questions.ask(_take_in, book, handle, entries)
        if not book.pending:
            book.raised = False
            await self._pieces.want_headers(book.record, ())
            return
        turn = await self._questions.ask(_turn, book, handle, first, QUEUED - len(self._queue))
        book.have = turn.have
        book.asking = [file.entry.index for file in turn.missing]
        # Others may have been looked at meanwhile.
        wanted = turn.pieces if self._books.get(book.record.id) is book else frozenset[int]()
        book.raised = bool(wanted)
        if book.raised and self._leaving is None:
            self._look_round()
        await self._pieces.want_headers(book.record, wanted)
        for file in turn.ready:
            file.waiting = True
            book.begun[file.entry.index] = file
            self._queue.append((book, file))
        if self._queue and not self._working and not self._closed:
            self._working = True
            spawn(self._work(), name="media files")

    async def _work(self) -> None:
        if self._worker is None:
            self._worker = Worker(asyncio.get_running_loop(), "media")
        if self._rest is not None:
            self._rest.cancel()
        try:
            while self._queue:
                book, file = self._queue.popleft()
                file.waiting = False
                if self._books.get(book.record.id) is not book or file.entry.index not in book.pending:
                    continue
                here = await self._worker.run(_here, book.have, file, book.piece_size)
                if self._closed:
                    break
                path = file.entry.path
                question = Question(book.record.save_path, file.place, file.entry.size, here)
                probe = await self._worker.run(self._prober.probe, question)
                # It may have got another name meanwhile, even of another kind.
                same = path == file.entry.path and question.folder == book.record.save_path
                if same and file.entry.index in book.pending and not self._closed:
                    _learn(book, file, probe, whole=here == ((0, file.entry.size),))
        finally:
            self._working = False
            if not self._closed:
                self._rest = asyncio.get_running_loop().call_later(IDLE, self._end_process)

    def _end_process(self) -> None:
        if self._worker is not None and not self._working and not self._closed:
            self._worker.post(self._prober.close)

    def _look_round(self) -> None:
        """Lowers what was raised for torrents that nobody looks at any more; again when the next one may be due."""
        now = time.monotonic()
        for book in self._books.values():
            if book.seen + LEFT <= now:
                self._leave(book)
        next_one = min((book.seen for book in self._books.values() if book.raised), default=None)
        self._leaving = None
        if next_one is not None and not self._closed:
            loop = asyncio.get_running_loop()
            self._leaving = loop.call_later(max(0.0, next_one + LEFT - now), self._look_round)

    def _leave(self, book: _Book) -> None:
        if book.raised and self._records.get(book.record.id) is book.record:
            book.raised = False
            spawn(self._lower(book), name="media headers")

    async def _lower(self, book: _Book) -> None:
        try:
            await self._pieces.want_headers(book.record, ())
        except EngineError:
            if self._records.get(book.record.id) is book.record:
                raise

    def _drop_gone(self) -> None:
        gone = [id for id, book in self._books.items() if self._records.get(id) is not book.record]
        for id in gone:
            del self._books[id]
        self._pieces.forget(gone)


# -- on the worker of libtorrent's blocking calls


def _take_in(book: _Book, handle: lt.torrent_handle, entries: FileList) -> int:
    """The files are there, or have other names: what is known of them stays. Returns the size of a piece."""
    info = handle.torrent_file()
    if info is None:
        return 0
    pending = {}
    for place, (index, path, size) in enumerate(zip(entries.indices, entries.paths, entries.sizes, strict=True)):
        if book.failed.get(index, path) != path:
            # What could not be read may have been something else that had its name.
            del book.failed[index]
            book.settled.discard(index)
            book.fresh = book.found.pop(index, None) is not None or book.fresh
        if size and index not in book.settled and kind_of(path) in MEDIA:
            pending[index] = place
    book.begun = {index: file for index, file in book.begun.items() if index in pending}
    for index, file in book.begun.items():
        entry = entries[pending[index]]
        if entry.path != file.entry.path:
            file.not_before, file.failed = 0.0, False
        file.entry = entry
    book.pending, book.entries, book.layout = pending, entries, info.layout()
    return info.piece_length()


def _turn(book: _Book, handle: lt.torrent_handle, first: Sequence[int], room: int) -> _Turn:
    """Which of some files can be read now, `first` and as many others as there is `room` for, and which pieces miss."""
    have = bytes(handle.status(lt.torrent_handle.query_pieces).pieces)
    priorities = book.record.priorities or handle.get_file_priorities()
    now = time.monotonic()
    ready: list[_File] = []
    missing: list[_File] = []
    pieces: set[int] = set()
    own = Own(book.entries, priorities)
    shown = set(first)
    entries = book.entries
    for index in _some(book, first):
        file = book.begun.get(index)
        if file is None:
            place = book.pending.get(index)
            if place is None:
                # What it says was learned a moment ago, by the other thread.
                continue
            start = entries.first_pieces[place]
            if len(missing) >= AT_ONCE and have.find(1, start, start + entries.pieces[place]) < 0:
                # Nothing of it is here and nothing will be asked for: most files of most torrents.
                continue
            file = _begin(book, place)
        if file.waiting or file.not_before > now:
            continue
        lacking = _lacking(have, file, book.piece_size)
        if not lacking:
            if len(ready) < room or index in shown:
                ready.append(file)
        elif not file.rest and len(missing) < AT_ONCE and priorities[index]:
            missing.append(file)
            pieces |= {piece for piece in lacking if own.of(piece)}
    places = whereabouts.on_disk(handle, book.record.id, [file.entry.index for file in ready])
    for file in ready:
        file.place = places[file.entry.index]
    return _Turn(have, tuple(ready), tuple(missing), frozenset(pieces))


def _begin(book: _Book, place: int) -> _File:
    entry = book.entries[place]
    offset = book.layout.file_offset(entry.index) if book.layout is not None else 0
    return _File(entry, offset, _first_look(entry.size, kind_of(entry.path)))


def _some(book: _Book, first: Sequence[int]) -> list[int]:
    start = book.cursor if book.cursor < len(book.pending) else 0
    book.cursor = start + LOOKED_AT
    chosen = dict.fromkeys(chain(first, book.asking, islice(list(book.pending), start, start + LOOKED_AT)))
    return [index for index in chosen if index in book.pending]


def _lacking(have: bytes, file: _File, piece_size: int) -> list[int]:
    """The missing pieces of what a file wants; one that rests wants all of it, of which the first will do."""
    if file.rest:
        first = file.entry.first_piece
        at = have.find(0, first, first + file.entry.pieces)
        return [] if at < 0 else [at]
    return [
        piece
        for start, end in file.wants
        for piece in range((file.offset + start) // piece_size, (file.offset + end - 1) // piece_size + 1)
        if not have[piece]
    ]


def _here(have: bytes, file: _File, piece_size: int) -> tuple[Range, ...]:
    """The ranges of a file that are on disk and verified."""
    first, end = file.entry.first_piece, file.entry.first_piece + file.entry.pieces
    found = []
    at = have.find(1, first, end)
    while at >= 0:
        stop = have.find(0, at, end)
        stop = end if stop < 0 else stop
        found.append((max(0, at * piece_size - file.offset), min(file.entry.size, stop * piece_size - file.offset)))
        at = have.find(1, stop, end)
    return tuple(found)


def _first_look(size: int, kind: Kind) -> list[Range]:
    if kind is Kind.IMAGE or size <= HEAD + TAIL:
        return [(0, min(size, HEAD + TAIL))]
    return [(0, HEAD), (size - TAIL, size)]


def _learn(book: _Book, file: _File, probe: Probe, *, whole: bool) -> None:
    """Takes an answer in; `whole` says that all of the file could be read."""
    index = file.entry.index
    done = False
    found = Media(headers=True, failed=True)
    match probe.outcome:
        case Outcome.ABSENT:
            file.not_before = time.monotonic() + AGAIN
            return
        case Outcome.UNAVAILABLE:
            found, done = Media(headers=True), True
        case Outcome.HARMFUL:
            log.warning("%s could not be read: it takes too long, or ends what reads it", file.entry.path)
            file.rest = True
        case Outcome.REFUSED:
            file.rest = True
        case Outcome.READ:
            found, enough = facts.media(probe, file.entry.size)
            done = not found.failed and probe.lacks is None
            if not done and (enough or not _want_more(file, probe.lacks or 0)):
                file.rest = True
    if whole and not done:
        # What libtorrent has may not be on disk yet, and a busy computer takes long: it gets a second chance.
        done, file.failed, file.rest = file.failed, True, True
        file.not_before = time.monotonic() + ONCE_MORE
    if found.failed and not done:
        return
    if done:
        book.settled.add(index)
        if found.failed:
            book.failed[index] = file.entry.path
        del book.pending[index]
        book.begun.pop(index, None)
    if book.found.get(index) != found:
        book.found[index] = book.same.setdefault(found, found)
        book.fresh = True


def _want_more(file: _File, offset: int) -> bool:
    size = min(MORE << min(file.asked // MORE, 4), MOST - file.asked, file.entry.size - offset)
    if size <= 0:
        return False
    file.asked += size
    file.wants = [(offset, offset + size)]
    return True
