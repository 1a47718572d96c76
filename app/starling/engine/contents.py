# SPDX-License-Identifier: GPL-3.0-or-later
"""What is done to the files of a torrent: which are fetched, and in which order."""

from collections.abc import Callable, Coroutine, Iterable, Mapping
from typing import Any

from starling.engine import commands, details
from starling.engine.errors import EngineError
from starling.engine.keeper import Keeper
from starling.engine.questions import Questions
from starling.engine.record import Record, Records
from starling.i18n import translate
from starling.tasks import spawn


class Contents:
    """Commands return at once; what came of them is told by the engine's signals."""

    def __init__(
        self,
        records: Records,
        questions: Questions,
        changed: Callable[[Iterable[Record]], None],
        keeper: Callable[[], Keeper | None],
    ) -> None:
        """`changed` shows and stores what became of records; `keeper` is None while there is no session."""
        self._records = records
        self._questions = questions
        self._changed = changed
        self._keeper = keeper

    def set_priorities(self, id: str, priorities: Mapping[int, int]) -> None:
        """Sets files (by index) to 0-7; `Engine.files_changed` follows, or `Engine.failed`."""
        if record := self._records.get(id):
            spawn(self._change_priorities(record, dict(priorities)), name="file priorities")

    def set_first_last(self, ids: Iterable[str], on: bool) -> None:
        """Asks for the first and last pieces of every wanted file first."""
        records = self._records.visible(ids)
        for record in records:
            record.first_last = on
            spawn(self.while_there(record, self._apply_first_last(record)), name="first and last pieces")
        self._changed(records)
        if keeper := self._keeper():
            keeper.first_last([record.id for record in records], on)

    # -- for the engine

    def priorities_changed(self, record: Record) -> None:
        """libtorrent has taken other priorities of files over, and with them every piece's."""
        if record.first_last:
            spawn(self.while_there(record, self._apply_first_last(record)), name="first and last pieces")

    async def metadata_came(self, record: Record) -> None:
        """The files of a magnet link's torrent are known now."""
        if record.first_last:
            await self._apply_first_last(record)

    async def while_there(self, record: Record, work: Coroutine[Any, Any, None]) -> None:
        """What nobody waits for ends without a word when its torrent is gone."""
        try:
            await work
        except EngineError:
            if self._records.get(record.id) is record:
                raise

    # -- within

    async def _change_priorities(self, record: Record, changes: Mapping[int, int]) -> None:
        if not record.has_metadata:
            raise EngineError(
                translate("Engine", "The priorities of “{name}” stay as they are: its files are not known yet.").format(
                    name=record.name
                )
            )
        try:
            if record.priorities is None:
                read = await self._questions.ask(details.priorities, self._questions.alive(record.id)[1])
                # Another change may have read them meanwhile, and changed them since.
                if record.priorities is None:
                    record.priorities = read
            commands.change_priorities(record, changes)
        except (IndexError, ValueError) as error:
            raise EngineError(
                translate("Engine", "The priorities of “{name}” stay as they are: {message}.").format(
                    name=record.name, message=error
                )
            ) from error

    async def _apply_first_last(self, record: Record) -> None:
        entries = await self._questions.files(record.id)
        _, handle = self._questions.alive(record.id)
        if not entries:
            return
        chosen = record.priorities
        if chosen is None:
            chosen = await self._questions.ask(details.priorities, handle)
        await self._questions.ask(commands.apply_first_last, handle, entries, chosen, record.first_last)
        self._changed([record])
