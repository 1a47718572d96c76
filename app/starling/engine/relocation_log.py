# SPDX-License-Identifier: GPL-3.0-or-later
"""Notes which torrents are on their way to another folder, so that the start after a kill finds each at one place.

The store decides: where it knows of the new folder the old files go, else what is in the new one is taken back.
"""

import json
import logging
from dataclasses import asdict, dataclass, field
from pathlib import Path

import libtorrent as lt

from starling.engine import relocation_copy, relocation_plan
from starling.engine.errors import EngineError
from starling.engine.store import Store
from starling.i18n import translate
from starling.tasks import Worker

log = logging.getLogger(__name__)

_KEY = "relocations"


@dataclass(frozen=True, slots=True)
class Way:
    """Where a torrent comes from and goes to."""

    source: str
    target: str
    copied: bool
    """To another volume; else its files are renamed."""
    paths: list[str]
    """Those that set out, as they are called on disk: whatever else is in `target` is somebody's."""
    there: list[str] = field(default_factory=list)
    """Those that a torrent that shares them has brought to `target` before."""
    shared: list[str] = field(default_factory=list)
    """Those among all these that stay in `source`, for other torrents save them too."""

    @property
    def own(self) -> list[str]:
        """Those that are to be in `target` only."""
        shared = set(self.shared)
        return [path for path in (*self.paths, *self.there) if path not in shared]


class RelocationLog:
    """Ways by torrent; written as a whole, for it is nearly always empty."""

    def __init__(self, store: Store, worker: Worker) -> None:
        self._store = store
        self._worker = worker
        self.ways: dict[str, Way] = {}
        self.notes: list[str] = []
        """A sentence for each torrent that a kill has kept from where it was to go."""

    async def read(self) -> None:
        """What the last run has left."""
        self.ways = _decode(await self._worker.run(self._store.meta, _KEY))

    async def begin(self, id: str, way: Way) -> None:
        """A torrent sets out. Raises EngineError if that can't be noted: nothing may be touched then."""
        self.ways[id] = way
        try:
            await self._write()
        except EngineError:
            del self.ways[id]
            raise

    async def end(self, id: str) -> None:
        """It has arrived, or is back, and nothing is left in the other folder."""
        if self.ways.pop(id, None) is None:
            return
        try:
            await self._write()
        except EngineError as error:
            # The next start finds that there is nothing to do.
            log.warning("%s", error)

    async def kept_durable(self) -> None:
        """Waits until what was stored is safe from a power cut too. Raises EngineError."""
        await self._worker.run(self._store.sync)

    async def _write(self) -> None:
        raw = json.dumps({id: asdict(way) for id, way in self.ways.items()}).encode()
        await self._worker.run(self._store.set_meta, _KEY, raw)

    def settle(self, id: str, params: lt.add_torrent_params, name: str) -> bool:
        """Takes back what a kill has cut short; True if nothing is left to be done. Blocks, on the thread of files.

        What has arrived may have left files in the old folder: whether others have them too is not known here.
        """
        way = self.ways[id]
        source, target = Path(way.source), Path(way.target)
        if params.save_path == way.target:
            return False
        try:
            if way.copied:
                # What is not there can't be told from what is ours.
                source.stat()
                relocation_copy.take_back(source, target, id, way.paths)
            else:
                relocation_plan.rename_back(source, target, way.paths)
        except OSError as error:
            log.warning("%s: its way to %s can't be taken back: %s", id, target, error)
            return False
        self.notes.append(
            translate(
                "Engine", "“{name}” was on its way to {target} when Starling ended: it is in {source} as before."
            ).format(name=name, target=target, source=source)
        )
        return True


def _decode(raw: bytes | None) -> dict[str, Way]:
    if not raw:
        return {}
    try:
        return {id: Way(**way) for id, way in json.loads(raw).items()}
    except (ValueError, TypeError, AttributeError) as error:
        log.warning("Which torrents were on their way can't be read: %s", error)
        return {}
