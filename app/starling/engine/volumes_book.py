# SPDX-License-Identifier: GPL-3.0-or-later
"""Remembers on which volume each folder of torrents was, and since when those are away whose drive is not there."""

import json
import logging
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path

import libtorrent as lt

from starling import formats
from starling.engine import holding
from starling.engine.errors import EngineError
from starling.engine.record import Hold, Record
from starling.engine.store import Store
from starling.engine.volumes_look import Sight, expected, look
from starling.i18n import translate
from starling.spelling import shown
from starling.tasks import Worker

log = logging.getLogger(__name__)

_KEY = "volumes"
_FLAGS = lt.torrent_flags
_MARGIN = 16_000_000
"""Bytes more than are to stay free that there have to be before downloads go on."""


class VolumesBook:
    """Kept in the store as a whole: there are few folders, and mostly nothing is away."""

    def __init__(self, store: Store, worker: Worker, parts: Path, keep_free: int) -> None:
        """`keep_free` bytes are to stay free on each volume."""
        self._store = store
        self._worker = worker
        self._nowhere = parts / "absent"
        self._keep_free = keep_free
        self.mounts: dict[str, str] = {}
        """Save folder -> where its volume begins."""
        self.lost: dict[str, float] = {}
        """Torrent -> when its files were seen last, Unix seconds."""
        self.enough: dict[str, int] = {}
        """Volume -> bytes that have to be free before what waits there goes on."""
        self.free: dict[str, int] = {}
        """Save folder -> bytes free there at the last look."""
        self._last = time.time()
        self._found: set[str] = set()
        """Torrents whose folder is right wherever it is seen next."""

    @property
    def keep_free(self) -> int:
        """Bytes that are to stay free on each volume; 0 = none."""
        return self._keep_free

    @keep_free.setter
    def keep_free(self, size: int) -> None:
        if size != self._keep_free:
            self._keep_free = size
            # It was reckoned from the other.
            self.enough.clear()
            self._write()

    async def read(self, last: float) -> None:
        """What the last run has left; it lived until `last`, Unix seconds."""
        self._last = last
        raw = await self._worker.run(self._store.meta, _KEY)
        try:
            found = json.loads(raw or b"{}")
            self.mounts = {str(path): str(mount) for path, mount in found.get("mounts", {}).items()}
            self.enough = {str(mount): int(size) for mount, size in found.get("enough", {}).items()}
            self.lost = {str(id): float(since) for id, since in found.get("lost", {}).items()}
        except (ValueError, TypeError, AttributeError) as error:
            log.warning("On which drives torrents are can't be read: %s", error)

    def remember(self, sights: Iterable[Sight]) -> None:
        """These folders were seen; those that are not there change nothing."""
        sights = list(sights)
        self.free.update({sight.path: sight.free for sight in sights if sight.free is not None})
        fresh = {sight.path: sight.mount for sight in sights if sight.there and sight.mount}
        if any(self.mounts.get(path) != mount for path, mount in fresh.items()):
            self.mounts.update(fresh)
            self._write()

    def lose(self, id: str, since: float | None = None) -> None:
        """The files of a torrent are away; they were seen `since`, or when the last run ended."""
        if id not in self.lost:
            self.lost[id] = self._last if since is None else since
            self._write()

    def forget(self, path: str) -> None:
        """No torrent is in a folder any more."""
        self.free.pop(path, None)
        if self.mounts.pop(path, None) is not None:
            self._write()

    def find(self, id: str, sight: Sight | None = None) -> None:
        """They are back, in a folder that was seen; or its owner says so, and where that is the next look tells."""
        if sight is None:
            self._found.add(id)
        else:
            self.remember([sight])
        if self.lost.pop(id, None) is not None:
            self._write()

    def room(self, path: str) -> tuple[str, int | None]:
        """Where the volume of a save folder begins, and how many bytes were free there at the last look, if known."""
        return self.mounts.get(path, path), self.free.get(path)

    def has_no_room(self, mount: str, free: int) -> int:
        """Downloads wait on a volume with so many bytes free, 0 = by what is to stay free alone; how many there have
        to be before they go on.
        """
        if mount not in self.enough:
            # What waits because much was coming must not go on at once when nothing comes any more.
            self.enough[mount] = max(self.keep_free, free) + margin(self.keep_free)
            self._write()
        return self.enough[mount]

    def has_room(self, mount: str) -> None:
        """They go on."""
        if self.enough.pop(mount, None) is not None:
            self._write()

    def absence(self, sight: Sight, *, begun: bool, id: str = "") -> Hold | None:
        """Whether what a torrent has in a folder can't be there; `begun`: there is something of it."""
        if id in self._found:
            self._found.remove(id)
            self.remember([sight])
        known = self.mounts.get(sight.path, "")
        if known and sight.mount != known and (sight.mount or not sight.there):
            # One that is mounted above a folder of the same name may have the files too: libtorrent will say.
            hidden = bool(sight.mount) and Path(known) in Path(sight.mount).parents
            if not hidden:
                return Hold.DRIVE
        if not sight.there and begun:
            return Hold.FOLDER
        return None

    # -- for the start of the program

    def look_at_all(self, parsed: Iterable[tuple[str, lt.add_torrent_params]]) -> dict[str, tuple[Hold, str]]:
        """Why some stored torrents (id, parameters) must not run now, each with a sentence. Blocks."""
        sights: dict[str, Sight] = {}
        found = {}
        for id, params in parsed:
            if (reason := self._look_at(id, params, sights)) is not None:
                found[id] = reason
        return found

    def _look_at(self, id: str, params: lt.add_torrent_params, sights: dict[str, Sight]) -> tuple[Hold, str] | None:
        path = params.save_path
        sight = sights.get(path)
        if sight is None:
            sight = sights[path] = look(path)
        # What is asked of libtorrent's parameters copies all pieces: only where it matters.
        if self.absence(sight, begun=True) is not None or id in self.lost:
            begun = any(params.have_pieces)
            why = self.absence(sight, begun=begun)
            if why is None and begun:
                # Its folder was given to others since.
                why = Hold.DRIVE
            if why is not None and not (sight.there and begun and self._any_there(id, params)):
                return why, absent_sentence(path, why, instead=sight.there and not begun)
            if why is not None:
                self.lost.pop(id, None)
        if not self.keep_free or sight.free is None or sight.free >= self.enough.get(sight.mount, self.keep_free):
            return None
        if params.flags & _FLAGS.paused and not params.flags & _FLAGS.auto_managed:
            return None
        if all(params.have_pieces or [False]):
            return None
        return Hold.SPACE, low_sentence(sight, self.keep_free, self.has_no_room(sight.mount, sight.free))

    def hold(self, record: Record, params: lt.add_torrent_params, why: Hold, sentence: str) -> None:
        """Has a stored torrent wait from the beginning; nothing is touched in the folder where its files should be."""
        holding.hold(record, why, sentence)
        if why is Hold.SPACE:
            return
        self.lose(record.id)
        record.absent = True
        params.save_path = str(self._nowhere)
        params.part_file_dir = ""
        # What was here is believed: it is looked at when the drive is back.
        params.flags |= _FLAGS.no_verify_files

    def _any_there(self, id: str, params: lt.add_torrent_params) -> bool:
        if params.ti is None:
            return True
        files = expected(
            id, params.ti, params.renamed_files, params.file_priorities, params.have_pieces, Path(params.save_path)
        )
        return any(file.path.exists() for file in files)

    def _write(self) -> None:
        self._worker.post(
            partial(self._save, {"mounts": dict(self.mounts), "lost": dict(self.lost), "enough": dict(self.enough)})
        )

    def _save(self, found: Mapping[str, Mapping[str, object]]) -> None:
        try:
            self._store.set_meta(_KEY, json.dumps(found).encode())
        except EngineError as error:
            log.warning("%s", error)


def last_written(path: Path) -> float:
    """When a database, or the log beside it, was written last, Unix seconds; now if there is none."""
    found = [time.time()]
    for each in (path, path.with_name(path.name + "-wal")):
        with suppress(OSError):
            found.append(each.stat().st_mtime)
    return max(found[1:], default=found[0])


def is_low(free: int, keep: int) -> bool:
    """Whether a volume has less than is to stay free."""
    return bool(keep) and free < keep


def margin(keep: int) -> int:
    """Bytes between the room that is too little and that which is enough."""
    return max(keep // 10, _MARGIN)


def low_sentence(sight: Sight, keep: int, enough: int, left: int = 0) -> str:
    """What is told of a torrent that would fill its volume, and lacks so many bytes: `enough` may not be for all."""
    lacking = max(0, max(enough, keep + left) - (sight.free or 0))
    # Sizes are cut off after three digits: what is made room of must suffice.
    step = 10 ** max(0, len(str(lacking)) - 3)
    return translate(
        "Engine",
        "Only {free} are free on {mount}, and {keep} are to stay free: make {lacking} of room, and it goes on by "
        "itself.",
    ).format(
        free=formats.size(sight.free or 0),
        mount=shown(sight.mount),
        keep=formats.size(keep),
        lacking=formats.size(-(-lacking // step) * step),
    )


def empty_sentence(path: str) -> str:
    """What is told of a torrent whose folder is there again, where its drive was, and nothing of it is in it."""
    return translate(
        "Engine",
        "{path} is there, and the files are not: put them back, or connect the drive that has them, and it goes on by "
        "itself, or press Start to download it again.",
    ).format(path=shown(path))


def absent_sentence(path: str, why: Hold, *, instead: bool = False) -> str:
    """What is told of a torrent whose files are away; `instead`: it has none yet, and there is a folder."""
    if why is Hold.DRIVE and instead:
        text = translate(
            "Engine",
            "The drive with {path} is not there: connect it, and it goes on by itself, or press Start to download it "
            "to the folder that is there instead.",
        )
    elif why is Hold.DRIVE:
        text = translate("Engine", "The drive with {path} is not there: connect it, and it goes on by itself.")
    else:
        text = translate(
            "Engine",
            "The folder {path} is not there: put it back, and it goes on by itself, or press Start to download it "
            "again.",
        )
    return text.format(path=shown(path))
