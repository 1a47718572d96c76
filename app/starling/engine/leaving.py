# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes torrents out of the list, and what is to be done to their files with them."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import AsyncExitStack
from pathlib import Path

from starling.engine import aside, removal
from starling.engine.contents import Contents
from starling.engine.errors import EngineError
from starling.engine.questions import Questions
from starling.engine.record import Record, Records
from starling.engine.rows import Removal
from starling.engine.running import Running
from starling.i18n import translate
from starling.tasks import Worker


class Leaving:
    """Removes torrents one batch after another; a kill in between is made up for at the next start."""

    def __init__(
        self,
        records: Records,
        questions: Questions,
        contents: Contents,
        gone: Callable[[list[str]], None],
        worker: Worker,
        files_worker: Worker,
        parts: Path,
    ) -> None:
        """`gone` hears the ids as soon as the torrents shall not be seen any more; `parts` has the part files."""
        self._records = records
        self._questions = questions
        self._contents = contents
        self._gone = gone
        self._worker = worker
        self._files_worker = files_worker
        self._parts = parts
        self._trashing: dict[str, str] = {}
        """Id -> name of removed torrents whose files are on their way to the trash."""

    def refuse(self, id: str) -> None:
        """Raises EngineError for a torrent whose files would follow those of the removed one into the trash."""
        if (name := self._trashing.get(id)) is not None:
            raise EngineError(
                translate(
                    "Engine", "“{name}” is being removed with its files: add it again when they are in the trash."
                ).format(name=name)
            )

    async def remove(self, running: Running, ids: Iterable[str], *, data: bool) -> None:
        """Takes torrents out; with `data` their files go to the trash.

        Raises EngineError naming the files that could not be moved there.
        """
        records = self._records.visible(ids)
        gone = [record.id for record in records]
        for record in records:
            record.leaving = True
        if data:
            self._trashing.update((record.id, record.name) for record in records)
        async with AsyncExitStack() as names_stay:
            try:
                for record in records:
                    await names_stay.enter_async_context(self._contents.lock(record))
                remains = await self._begin(running, records, data=data)
            except BaseException:
                for record in records:
                    record.leaving = False
                    self._trashing.pop(record.id, None)
                raise
            try:
                self._contents.forget(gone)
                self._gone(gone)
                await running.remove(records)
                troubles = []
                for id, rest in remains.items():
                    try:
                        await self._files_worker.run(removal.trash if data else removal.bring_back, rest)
                    except EngineError as error:
                        troubles.append(str(error))
                    await self._files_worker.run(aside.sweep, self._parts, id)
                # One that was added again meanwhile has a row of its own by now.
                await self._worker.run(running.store.delete, [id for id in gone if not self._stored_again(id)])
            finally:
                for id in gone:
                    self._trashing.pop(id, None)
        if troubles:
            raise EngineError("\n".join(troubles))

    async def _begin(self, running: Running, records: Sequence[Record], *, data: bool) -> dict[str, removal.Remains]:
        """What is to be done to files when these torrents are gone, by id.

        Noted in the store: a kill from here on ends with the torrents and their data gone, not with one of the two.
        """
        kept = await self._files_worker.run(aside.ids, self._parts)
        remains = {}
        for record in records:
            if data or record.id in kept:
                handle = record.handle
                known = None
                if handle is not None:
                    known = await self._questions.ask(removal.Known.of, handle, record.priorities)
                remains[record.id] = await self._files_worker.run(
                    removal.remains, record.id, record.name, record.save_path, known, self._parts
                )
        rest = [record.id for record in records if record.id not in remains]
        kind = Removal.WITH_DATA if data else Removal.ONLY
        await self._worker.run(running.store.begin_removal, list(remains), kind)
        await self._worker.run(running.store.delete, rest)
        return remains

    def _stored_again(self, id: str) -> bool:
        record = self._records.get(id)
        return record is not None and not record.hidden
