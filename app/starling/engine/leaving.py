# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes torrents out of the list, and what is to be done to their files with them."""

import asyncio
import logging
import time
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import AsyncExitStack
from pathlib import Path

import libtorrent as lt

from starling.engine import aside, bindisk, provenance, removal
from starling.engine.bin import Bin
from starling.engine.binstore import BinStore, Leaver, Notes
from starling.engine.bystanders import Bystanders
from starling.engine.contents import Contents
from starling.engine.errors import EngineError
from starling.engine.questions import Questions
from starling.engine.record import Record, Records
from starling.engine.removal import Remains
from starling.engine.rows import Removal
from starling.engine.running import Running
from starling.i18n import translate
from starling.removed import Farewell
from starling.tasks import Worker

log = logging.getLogger(__name__)

_AT_ONCE = 100
"""Torrents that are asked about between two turns of the event loop."""
_NAMED = 3
"""Paths that a sentence names at most."""
_TURN = 0.1
"""Seconds of work on files after which it is noted what was done."""


class Leaving:
    """Removes torrents one batch after another; a kill in between is made up for at the next start."""

    def __init__(
        self,
        records: Records,
        questions: Questions,
        contents: Contents,
        removed: Bin,
        gone: Callable[[list[str]], None],
        worker: Worker,
        files_worker: Worker,
        parts: Path,
    ) -> None:
        """`gone` hears the ids as soon as the torrents shall not be seen any more; `parts` has the part files."""
        self._records = records
        self._questions = questions
        self._contents = contents
        self._bin = removed
        self._gone = gone
        self._worker = worker
        self._files_worker = files_worker
        self._parts = parts
        self._trashing: dict[str, str] = {}
        """Id -> name of removed torrents whose files are on their way to the trash."""
        self._ending: dict[str, asyncio.Event] = {}
        """Removed torrents of which something is left to do, by id."""

    async def let_by(self, id: str) -> None:
        """Waits until nothing is left of a torrent that was removed, and is to be added again.

        Raises EngineError if its files would follow those of the removed one into the trash.
        """
        if (name := self._trashing.get(id)) is not None:
            raise EngineError(
                translate(
                    "Engine", "“{name}” is being removed with its files: add it again when they are in the trash."
                ).format(name=name)
            )
        if (ending := self._ending.get(id)) is not None:
            await ending.wait()
        self._bin.refuse(id)

    async def remove(self, running: Running, ids: Iterable[str], kind: Removal) -> None:
        """Takes torrents out. Raises EngineError naming the files that had to stay."""
        records = self._records.visible(ids)
        if not records:
            return
        with self._bin.going():
            troubles = await self._remove(running, records, kind)
        if troubles:
            raise EngineError("\n".join(troubles))

    async def _remove(self, running: Running, records: list[Record], kind: Removal) -> list[str]:
        data = kind is not Removal.ONLY
        gone = [record.id for record in records]
        for record in records:
            record.leaving = True
            self._ending[record.id] = asyncio.Event()
        if data:
            self._trashing.update((record.id, record.name) for record in records)
        async with AsyncExitStack() as names_stay:
            try:
                try:
                    for record in records:
                        await names_stay.enter_async_context(self._contents.lock(record))
                    remains = await self._look(running, records)
                    bystanders = Bystanders(self._records, self._questions, self._files_worker, records)
                    others = await bystanders.shared(list(remains.values())) if data else {}
                    # From here on a kill ends with the torrents and their data gone, not with one of the two.
                    leavers = [_leaver(record, others.get(record.id, set())) for record in records]
                    numbers = await self._worker.run(BinStore(running.store).begin, leavers, kind, int(time.time()))
                except BaseException:
                    for record in records:
                        record.leaving = False
                    raise
                self._contents.forget(gone)
                self._gone(gone)
                await running.remove(records)
                remains.update({id: removal.without(remains[id], indices) for id, indices in others.items()})
                troubles = await self._end(numbers, remains, kind, bystanders, others)
                if data:
                    troubles += [_told(one, others.get(one.id, set())) for one in remains.values()]
                    troubles = [told for told in troubles if told]
            finally:
                for id in gone:
                    self._ended(id)
        if numbers and kind is not Removal.FOR_GOOD:
            names = tuple(leaver.name for leaver in leavers)
            # What could not be moved to the trash, or shall not, is told by itself.
            self._bin.say(Farewell(min(numbers.values()), names, data, stayed=data and bool(troubles)))
        return troubles

    async def _look(self, running: Running, records: Sequence[Record]) -> dict[str, Remains]:
        """What these torrents leave on disk, by id; what is stored of them is the latest then."""
        found = {}
        kept = await self._files_worker.run(aside.ids, self._parts)
        for at in range(0, len(records), _AT_ONCE):
            some = records[at : at + _AT_ONCE]
            modified = await self._questions.ask(_modified, [record.handle for record in some])
            behind = [
                record
                for record, news in zip(some, modified, strict=True)
                if news or running.keeper.is_behind(record.id)
            ]
            await asyncio.gather(*(_store(running, record) for record in behind))
            asked = [(record.handle, record.priorities, record.foreign, record.id in kept) for record in some]
            known = await self._questions.ask(_known, asked)
            about = [(record.id, record.name, record.save_path) for record in some]
            found.update(await self._files_worker.run(_remains, about, known, self._parts))
        # What has come before, and is not on its way to the disk yet.
        running.keeper.write()
        return found

    async def _end(
        self,
        numbers: dict[str, int],
        remains: dict[str, Remains],
        kind: Removal,
        bystanders: Bystanders,
        others: dict[str, set[int]],
    ) -> list[str]:
        """Does to the files what has to be done, and notes it; adds to `others` what is theirs by now."""
        left = [(number, remains[id]) for id, number in numbers.items()]
        troubles: list[str] = []
        seals: dict[int, str] = {}
        keep = self._bin.days > 0 and kind is not Removal.FOR_GOOD
        if kind is Removal.WITH_DATA and len(left) > 1 and keep:
            # Before any of them goes: two may have the same files.
            seals = await self._files_worker.run(_stamps, left, self._parts)
        while left:
            some = left[:_AT_ONCE]
            async with self._bin.doorway.closed():
                if kind is not Removal.ONLY:
                    for id, indices in (await bystanders.shared_since([rest for _, rest in some])).items():
                        others[id] = others.get(id, set()) | indices
                    some = [(number, removal.without(rest, others.get(rest.id, ()))) for number, rest in some]
                found = await self._files_worker.run(_leave, some, kind, self._parts, seals, keep=keep)
            await self._bin.left(numbers, {number: notes for number, (notes, _) in found.items()}, keep=keep)
            troubles += [told for _, told in found.values() if told]
            for _, rest in left[: len(found)]:
                self._ended(rest.id)
            del left[: len(found)]
        return troubles

    def _ended(self, id: str) -> None:
        self._trashing.pop(id, None)
        if (ending := self._ending.pop(id, None)) is not None:
            ending.set()


def _modified(handles: Iterable[lt.torrent_handle | None]) -> list[bool]:
    return [handle is not None and handle.need_save_resume_data() for handle in handles]


def _known(
    asked: Iterable[tuple[lt.torrent_handle | None, Sequence[int] | None, provenance.Foreign | None, bool]],
) -> list[removal.Known | None]:
    return [removal.Known.of(handle, chosen, foreign, whole=whole) for handle, chosen, foreign, whole in asked]


async def _store(running: Running, record: Record) -> None:
    if record.handle is None:
        return
    try:
        await running.keeper.stored(record.id)
    except EngineError as error:
        # It goes as it was stored last: a few seconds of progress.
        log.warning("%s", error)


def _leaver(record: Record, others: Collection[int]) -> Leaver:
    size = 0 if record.snapshot is None else record.snapshot.size
    return Leaver(record.id, record.name, size, record.save_path, tuple(sorted(others)))


def _told(remains: Remains, others: Collection[int]) -> str:
    """What stays on purpose though the files were to go; empty if nothing does."""
    shared = [file.path for file in remains.every if file.index in others]
    found = []
    if shared:
        text = translate(
            "Engine", "“{name}” was removed, but this stays, for other torrents in the list have it too: {paths}."
        )
        found.append(text.format(name=remains.name, paths=_listed(remains, shared)))
    if remains.spared:
        text = translate("Engine", "“{name}” was removed, but this stays, for it was there before: {paths}.")
        found.append(text.format(name=remains.name, paths=_listed(remains, remains.spared)))
    return "\n".join(found)


def _listed(remains: Remains, paths: Sequence[str]) -> str:
    return ", ".join(str(Path(remains.save_path, path)) for path in paths[:_NAMED]) + (" …" if paths[_NAMED:] else "")


def _remains(
    about: Iterable[tuple[str, str, str]], known: Iterable[removal.Known | None], parts: Path
) -> dict[str, Remains]:
    return {
        id: removal.remains(id, name, save_path, one, parts)
        for (id, name, save_path), one in zip(about, known, strict=True)
    }


def _stamps(left: Iterable[tuple[int, Remains]], parts: Path) -> dict[int, str]:
    return {number: bindisk.stamp(rest, parts) for number, rest in left}


def _leave(
    left: Iterable[tuple[int, Remains]], kind: Removal, parts: Path, seals: Mapping[int, str], *, keep: bool
) -> dict[int, tuple[Notes, str]]:
    """Does as many as it can in a moment, one at least."""
    found = {}
    until = time.monotonic() + _TURN
    for number, rest in left:
        found[number] = bindisk.leave(rest, kind, number, parts, keep=keep, seal=seals.get(number, ""))
        if time.monotonic() > until:
            break
    return found
