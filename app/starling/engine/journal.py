# SPDX-License-Identifier: GPL-3.0-or-later
"""Notes what is about to happen to files on disk, so that the start after a kill can finish it or put it right."""

import json
import logging
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import islice

from starling.engine.errors import EngineError
from starling.engine.store import Store
from starling.tasks import Worker

log = logging.getLogger(__name__)

_KEY = "files"
_BIT = 2_000


@dataclass(slots=True)
class Plan:
    """What was begun with the files of one torrent, by file index."""

    skips: set[int] = field(default_factory=set)
    """Skipped or wanted again; they may have to be put aside or back."""
    renames: dict[int, str] = field(default_factory=dict)
    """The paths in the download folder that they are to have."""

    def __bool__(self) -> bool:
        return bool(self.skips or self.renames)


class Journal:
    """Plans by torrent; written as a whole, for it is nearly always empty."""

    def __init__(self, store: Store, worker: Worker, raw: bytes | None) -> None:
        """`raw` is what `read` gave."""
        self._store = store
        self._worker = worker
        self.plans = decode(raw)

    @staticmethod
    def read(store: Store) -> bytes | None:
        """What the last run has left, from the database's thread."""
        return store.meta(_KEY)

    async def skipping(self, id: str, indices: Collection[int]) -> None:
        """Files change between skipped and wanted."""
        plan = self.plans.setdefault(id, Plan())
        if not plan.skips.issuperset(indices):
            plan.skips.update(indices)
            await self._write()

    async def renaming(self, id: str, paths: Mapping[int, str], *, durable: bool = False) -> None:
        """Files get other paths; `durable` notes it for a power cut too, and raises EngineError if it can't be."""
        self.plans.setdefault(id, Plan()).renames.update(paths)
        await self._write()
        if durable:
            await self._worker.run(self._store.sync)

    async def settled(self, id: str, *, skips: Iterable[int] = (), renames: Iterable[int] = ()) -> None:
        """This has been done, or can't be."""
        plan = self.plans.get(id)
        if plan is None:
            return
        plan.skips.difference_update(skips)
        for index in renames:
            plan.renames.pop(index, None)
        if not plan:
            del self.plans[id]
        await self._write()

    def forget(self, ids: Iterable[str]) -> None:
        """Torrents are gone."""
        known = [id for id in ids if self.plans.pop(id, None) is not None]
        if known:
            self._worker.post(partial(self._save, self._copy()))

    async def _write(self) -> None:
        await self._worker.run(self._save, self._copy())

    def _copy(self) -> dict[str, Plan]:
        return {id: Plan(set(plan.skips), dict(plan.renames)) for id, plan in self.plans.items()}

    def _save(self, plans: Mapping[str, Plan]) -> None:
        try:
            self._store.set_meta(_KEY, encode(plans))
        except EngineError as error:
            # Whoever skips files because the disk is full must be able to: only a kill within a moment could hurt.
            log.warning("What happens to files can't be noted: %s", error)


def encode(plans: Mapping[str, Plan]) -> bytes:
    """The plans as they are stored."""
    found = (
        f'{json.dumps(id)}: {{"skips": [{_listed(sorted(plan.skips))}], "renames": [{_listed(plan.renames.items())}]}}'
        for id, plan in plans.items()
    )
    return f"{{{', '.join(found)}}}".encode()


def _listed(items: Iterable[object]) -> str:
    """Bit by bit: encoding 100,000 renames at once would hold the interpreter, and with it the window, for long."""
    left = iter(items)
    bits = []
    while some := list(islice(left, _BIT)):
        bits.append(json.dumps(some)[1:-1])
    return ", ".join(bits)


def decode(raw: bytes | None) -> dict[str, Plan]:
    """The plans that were stored; none if they can't be read."""
    if not raw:
        return {}
    try:
        return {
            id: Plan({int(i) for i in plan["skips"]}, {int(i): str(path) for i, path in plan["renames"]})
            for id, plan in json.loads(raw).items()
        }
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        log.warning("What was begun with files can't be read: %s", error)
        return {}
