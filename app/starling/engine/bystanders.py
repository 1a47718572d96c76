# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds the files of torrents that go with their data which others in the list have too: they may not lose them."""

from collections.abc import Sequence

from starling.engine import removal_links
from starling.engine.questions import Questions
from starling.engine.record import Record, Records
from starling.engine.relocation_shared import Claims
from starling.engine.removal import Remains
from starling.tasks import Worker


class Bystanders:
    """Those that stay while some go. Whoever comes later is looked at by itself."""

    def __init__(self, records: Records, questions: Questions, files_worker: Worker, going: Sequence[Record]) -> None:
        self._records = records
        self._questions = questions
        self._files_worker = files_worker
        self._going = {record.id: record for record in going}
        self._seen: set[tuple[str, str, bool]] = set()

    async def shared(self, remains: Sequence[Remains]) -> dict[str, set[int]]:
        """The indices of the files that some have too, by id, of those that go."""
        staying = self._staying()
        self._seen = {_sight(record) for record in staying}
        return await self._shared(remains, staying)

    async def shared_since(self, remains: Sequence[Remains]) -> dict[str, set[int]]:
        """The same of those that have come since, or have moved, or know their files since."""
        fresh = [record for record in self._staying() if _sight(record) not in self._seen]
        return await self._shared(remains, fresh) if fresh else {}

    def _staying(self) -> list[Record]:
        return [record for record in self._records if not record.leaving]

    async def _shared(self, remains: Sequence[Remains], staying: Sequence[Record]) -> dict[str, set[int]]:
        some = Records()
        for record in staying:
            some.add(record)
        claims = await Claims.of(some, self._questions, self._files_worker)
        linked = await removal_links.reached(self._questions, self._files_worker, remains, staying)
        found = {}
        for one in remains:
            places = {file.index: file.path for file in one.files}
            shared = linked.get(one.id, set()) | await claims.shared(self._questions, self._going[one.id], places)
            if shared:
                found[one.id] = shared
        return found


def _sight(record: Record) -> tuple[str, str, bool]:
    return record.id, record.save_path, record.has_metadata
