# SPDX-License-Identifier: GPL-3.0-or-later
"""Notes which torrents are on their way to another folder, so that the start after a kill finds each at one place.

The store decides: where it knows of the new folder the old files go, else what is in the new one is taken back.
"""

import json
import logging
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

import libtorrent as lt

from starling.engine import aside, relocation_copy, relocation_plan, suffix
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
    shared: list[str] = field(default_factory=list)
    """Paths of the files that stay in `source`, for other torrents save them too."""


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
        """Finishes or takes back what a kill has cut short; True if that is done. Blocks, on the thread of files."""
        way = self.ways[id]
        source, target = Path(way.source), Path(way.target)
        paths = {} if params.ti is None else plain_paths(id, params.ti, params.renamed_files)
        own = [path for path in paths.values() if path not in way.shared]
        if params.save_path == way.target:
            return not (way.copied and relocation_copy.clear(source, target, own))
        try:
            if way.copied:
                # What is not there can't be told from what is ours.
                source.stat()
                relocation_copy.take_back(source, target, id, paths.values())
            else:
                relocation_plan.rename_back(source, target, paths.values())
        except OSError as error:
            log.warning("%s: its way to %s can't be taken back: %s", id, target, error)
            return False
        self.notes.append(
            translate(
                "Engine", "“{name}” was on its way to {target} when Starling ended: it is in {source} as before."
            ).format(name=name, target=target, source=source)
        )
        return True


def plain_paths(id: str, info: lt.torrent_info, renamed: Mapping[int, str]) -> dict[int, str]:
    """The paths on disk of all files that do not lie aside, by index."""
    layout = info.layout()
    found = {index: renamed.get(index) or layout.file_path(index) for index in range(layout.num_files())}
    return {index: suffix.on_disk(path) for index, path in found.items() if not aside.is_aside(path, id)}


def _decode(raw: bytes | None) -> dict[str, Way]:
    if not raw:
        return {}
    try:
        return {id: Way(**way) for id, way in json.loads(raw).items()}
    except (ValueError, TypeError, AttributeError) as error:
        log.warning("Which torrents were on their way can't be read: %s", error)
        return {}
