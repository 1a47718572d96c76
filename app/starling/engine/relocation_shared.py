# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds the files of a torrent that others save too: these may not lose them when it goes to another folder."""

import asyncio
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import islice
from pathlib import Path

from starling.engine import misplaced, suffix
from starling.engine.misplaced import Claim
from starling.engine.questions import Questions
from starling.engine.record import Record, Records
from starling.tasks import Worker

_STEP = 0.02
_ARRIVING = 500
"""Steps that torrents get to come into the session."""


class Claims:
    """Which torrents have something where, as it was when that was looked up last."""

    def __init__(self, records: Records, questions: Questions, files_worker: Worker) -> None:
        self._records = records
        self._questions = questions
        self._files_worker = files_worker
        self._turn = asyncio.Lock()
        self._claims: dict[str, tuple[str, Claim, list[Path]]] = {}
        """Save folder, claim, and what it has directly in that folder."""
        self._by_root: defaultdict[Path, dict[str, Claim]] = defaultdict(dict)
        self._by_top: list[tuple[str, str]] = []
        """Save folders without links, and whose each is, in order."""

    @classmethod
    async def of(cls, records: Records, questions: Questions, files_worker: Worker) -> "Claims":
        """Of all torrents in the list whose files are known."""
        made = cls(records, questions, files_worker)
        await made.renew()
        return made

    async def renew(self) -> None:
        """Looks at those that have come, gone or moved since."""
        # One that is on its way into the session, at the start of the program or new, has its files all the same. An
        # answer may have got lost, so not for ever.
        for _ in range(_ARRIVING):
            if not any(record.handle is None and record.snapshot is None for record in self._records):
                break
            await asyncio.sleep(_STEP)
        async with self._turn:
            known = {record.id: record for record in self._records if record.has_metadata and not record.hidden}
            for id, (folder, claim, _) in list(self._claims.items()):
                record = known.get(id)
                if record is None or record.handle is not claim.handle or record.save_path != folder:
                    self._drop(id)
            new = [
                (id, record.save_path, record.handle)
                for id, record in known.items()
                if record.handle is not None and id not in self._claims
            ]
            if not new:
                return
            tops = await self._files_worker.run(misplaced.real, [folder for _, folder, _ in new])
            claims = {id: Claim(id, handle, tops[folder]) for id, folder, handle in new}
            roots: defaultdict[str, list[Path]] = defaultdict(list)
            for root, those in (await self._questions.ask(by_root, list(claims.values()))).items():
                for claim in those:
                    roots[claim.id].append(root)
                    self._by_root[root][claim.id] = claim
            self._claims.update({id: (folder, claims[id], roots[id]) for id, folder, _ in new})
            self._by_top = sorted((f"{claim.top}/", id) for id, (_, claim, _) in self._claims.items())

    async def shared(
        self, questions: Questions, record: Record, places: Mapping[int, str], folder: Path | None = None
    ) -> frozenset[int]:
        """The indices of those among `places` (index -> path below a folder) that others have too.

        The folder is the one that the torrent is saved in, where nothing else is said.
        """
        path = str(folder or record.save_path)
        top = (await self._files_worker.run(misplaced.real, [path]))[path]
        roots = {top / place.split("/", 1)[0] for place in places.values()}
        others = {claim.id: claim for root in roots for claim in self._near(root) if claim.id != record.id}
        if not others:
            return frozenset()
        files = [misplaced.File(index, path, path, 0, True) for index, path in places.items()]
        free = await questions.ask(misplaced.unclaimed, top, files, list(others.values()))
        return frozenset(places) - {file.index for file in free}

    def _near(self, root: Path) -> Iterator[Claim]:
        """Whoever has something at a path, above or below it."""
        for place in (root, *root.parents):
            if place in self._by_root:
                yield from self._by_root[place].values()
        below = f"{root}/"
        for top, id in islice(self._by_top, bisect_left(self._by_top, (below, "")), None):
            if not top.startswith(below):
                return
            if id in self._claims:
                yield self._claims[id][1]

    def _drop(self, id: str) -> None:
        _, _, roots = self._claims.pop(id)
        for root in roots:
            del self._by_root[root][id]


def by_root(claims: Iterable[Claim]) -> dict[Path, list[Claim]]:
    """What torrents have directly in their save folders: path of the file or folder -> who says that it is theirs."""
    found: defaultdict[Path, list[Claim]] = defaultdict(list)
    for claim in claims:
        with suppress(RuntimeError):  # removed meanwhile
            info = claim.handle.torrent_file()
            if info is None:
                continue
            renamed = claim.handle.get_renamed_files().export_filenames(info.layout())
            names = [suffix.on_disk(path) for path in renamed.values() if path[0] != "/"]
            for root in {info.name(), *(path.split("/", 1)[0] for path in names)}:
                found[claim.top / root].append(claim)
    return found
