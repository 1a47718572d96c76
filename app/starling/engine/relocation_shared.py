# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds the files of a torrent that others save too: these may not lose them when it goes to another folder."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from starling.engine import misplaced, suffix
from starling.engine.misplaced import Claim
from starling.engine.questions import Questions
from starling.engine.record import Record
from starling.tasks import Worker


class Claims:
    """Which torrents have something where, looked up once for all that are moved together."""

    def __init__(self, tops: Mapping[str, Path], by_root: Mapping[Path, list[Claim]]) -> None:
        self._tops = tops
        self._by_root = by_root

    @classmethod
    async def of(cls, records: Iterable[Record], questions: Questions, files_worker: Worker) -> "Claims":
        """Of those among these torrents that are in the list and whose files are known."""
        known = [record for record in records if record.has_metadata and not record.hidden]
        tops = await files_worker.run(misplaced.real, [record.save_path for record in known])
        claims = [
            Claim(record.id, record.handle, tops[record.save_path])
            for record in known
            if record.handle is not None and record.save_path in tops
        ]
        return cls(tops, await questions.ask(by_root, claims))

    async def shared(
        self, questions: Questions, record: Record, places: Mapping[int, str], gone: Collection[str] = ()
    ) -> frozenset[int]:
        """The indices of those among `places` (index -> path below the save folder) that others have too.

        Of others than those that are `gone`, by id.
        """
        top = self._tops.get(record.save_path)
        if top is None:
            return frozenset()
        roots = {top / path.split("/", 1)[0] for path in places.values()}
        others = {claim.id: claim for root in roots for claim in self._by_root.get(root, ()) if claim.id != record.id}
        others = {id: claim for id, claim in others.items() if id not in gone}
        if not others:
            return frozenset()
        files = [misplaced.File(index, path, path, 0, True) for index, path in places.items()]
        free = await questions.ask(misplaced.unclaimed, top, files, list(others.values()))
        return frozenset(places) - {file.index for file in free}


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
