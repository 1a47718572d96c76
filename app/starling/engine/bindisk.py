# SPDX-License-Identifier: GPL-3.0-or-later
"""What a removed torrent leaves on disk, how it is told later whether that is still the same, and the way back.

Beside the files there is its part file, which waits in a folder of the removed torrent's own. Everything here may wait
for a disk.
"""

import logging
import os
import shutil
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from starling.engine import aside, bintrash, removal
from starling.engine.binstore import Notes
from starling.engine.bintrash import Fate, Move
from starling.engine.errors import EngineError
from starling.engine.removal import Remains
from starling.engine.rows import Removal
from starling.engine.savefolder import part_file_dir
from starling.i18n import translate

log = logging.getLogger(__name__)

_FOLDER = "removed"
_NAMED = 3
"""Paths that a sentence names at most."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """How the files of a torrent came back."""

    unchanged: bool
    """They are what they were when it was removed."""
    complete: bool = True
    """All that went to the trash is where it was."""
    there: bool = True
    """Anything of it is on disk."""
    away: bool = False
    """Nobody can tell: the disk they are on is not there, and nothing was touched."""
    told: str = ""
    """A sentence about what is wrong."""


def leave(
    remains: Remains, kind: Removal, number: int, parts: Path, *, keep: bool, known: Sequence[Move] = (), seal: str = ""
) -> tuple[Notes, str]:
    """Does to files what a removal means: what to note, and a sentence about what had to stay.

    `known` went to the trash already, before a kill. With `keep` everything is left so that it can come back; `seal`
    is what `stamp` has given, where that was asked before.
    """
    moves = list(known)
    seal = (seal or stamp(remains, parts, moves)) if keep else ""
    told = ""
    try:
        if kind is Removal.FOR_GOOD:
            removal.delete(remains)
        elif kind is Removal.WITH_DATA:
            removal.trash(remains, moves)
        else:
            removal.bring_back(remains, moves, _folder(parts, number) if keep else None)
    except EngineError as error:
        told = str(error)
    _put_parts_away(remains, parts, number if keep else None)
    aside.sweep(parts, remains.id)
    return Notes(tuple(moves), seal), told


def already_gone(remains: Remains, since: float) -> list[Move]:
    """What went to the trash before a kill, since a moment in Unix seconds."""
    base = Path(remains.save_path)
    origins = {str(base / file.path) for file in remains.files} | {str(one.place) for one in remains.aside}
    origins |= {str(base / file.path.split("/", 1)[0]) for file in remains.files}
    missing = [origin for origin in origins if not os.path.lexists(origin)]
    return bintrash.find(missing, since) if missing else []


def come_back(remains: Remains, notes: Notes, number: int, parts: Path) -> Arrival:
    """Puts the files where they were. Once more is no harm."""
    base = Path(remains.save_path)
    places = [Path(move.place) for move in notes.moves if move.place]
    if places and not base.is_dir() and not _may_make(base, places):
        return Arrival(unchanged=False, away=True, told=_away(remains))
    gone, barred, failed = [], [], []
    for move in notes.moves:
        try:
            fate = bintrash.take_back(move)
        except OSError as error:
            log.warning("%s: %s", move.place, error)
            failed.append(move.origin)
            continue
        if fate is Fate.GONE:
            gone.append(move.origin)
        elif fate is Fate.BARRED:
            barred.append(move.origin)
    _take_parts_back(remains, parts, number)
    if not (barred or failed):
        forget(parts, [number])
    found = stamp(remains, parts)
    unchanged, there = bool(notes.stamp) and found == notes.stamp, found != _nothing(remains)
    told = _told(remains.name, gone, barred, failed)
    if there and not unchanged and not told:
        told = _changed(remains.name)
    return Arrival(unchanged, complete=not (gone or barred or failed), there=there, told=told)


def lacking(remains: Remains, had: Collection[int]) -> list[str]:
    """The full paths of files that it had, by their indices, and that are not where they were."""
    base = remains.save_path.rstrip("/")
    paths = (f"{base}/{file.path}" for file in remains.files if file.index in had)
    return [path for path in paths if not os.path.lexists(path)]


def went(remains: Remains, paths: Iterable[str], since: float) -> dict[str, Move]:
    """What went to the trash of these files, or of the folders that they were in, since a moment in Unix seconds."""
    base = Path(remains.save_path)
    origins = {str(above) for path in paths for above in (Path(path), *Path(path).parents) if base in above.parents}
    return {move.origin: move for move in bintrash.find(origins, since)}


def fetch(paths: Iterable[str], moves: Mapping[str, Move]) -> bool:
    """Takes files out of the trash that went there with another torrent, which had them too; whether any is back."""
    found = False
    for path in paths:
        for above in (Path(path), *Path(path).parents):
            if (move := moves.get(str(above))) is None:
                continue
            inside = os.path.relpath(path, above)
            try:
                back = bintrash.take_back(move) is Fate.BACK if inside == "." else bintrash.take_part(move, inside)
            except OSError as error:
                log.warning("%s: %s", path, error)
                continue
            if back:
                found = True
                break
    return found


def stamp(remains: Remains, parts: Path, moves: Iterable[Move] = ()) -> str:
    """What changes whenever a file does: of sizes and times. `moves` are in the trash by now."""
    base, home = remains.save_path.rstrip("/"), str(aside.folder(parts, remains.id))
    kept = Path(home).is_dir()
    places = {move.origin: move.place for move in moves}
    return _digest(
        (_look(f"{home}/{path}", places) if kept or places else "") or _look(f"{base}/{path}", places)
        for path in remains.every.paths
    )


def forget(parts: Path, numbers: Iterable[int]) -> None:
    """Deletes what was kept of removed torrents; the desktop's trash is not ours."""
    for number in numbers:
        shutil.rmtree(_folder(parts, number), ignore_errors=True)
    with suppress(OSError):
        (parts / _FOLDER).rmdir()


def sweep(parts: Path, known: Collection[int]) -> None:
    """Deletes what is left of removed torrents that nobody knows any more."""
    with suppress(OSError):
        found = [int(one.name) for one in (parts / _FOLDER).iterdir() if one.name.isdecimal()]
        forget(parts, [number for number in found if number not in known])


def _nothing(remains: Remains) -> str:
    """What `stamp` gives where no file is."""
    return _digest("" for _ in remains.every.paths)


def _digest(facts: Iterable[str]) -> str:
    digest = sha256()
    for fact in facts:
        digest.update(f"{fact}\n".encode())
    return digest.hexdigest()


def _folder(parts: Path, number: int) -> Path:
    return parts / _FOLDER / str(number)


def _look(path: str, places: dict[str, str]) -> str:
    """Size and time of a file, wherever it lies by now; empty if it is nowhere."""
    try:
        about = os.lstat(path)
    except (OSError, ValueError):
        return _look_in_trash(path, places) if places else ""
    return f"{about.st_size}:{about.st_mtime_ns}"


def _look_in_trash(path: str, places: dict[str, str]) -> str:
    above = path
    while above not in places:
        above, found, _ = above.rpartition("/")
        if not found:
            return ""
    return _look(places[above] + path[len(above) :], {})


def _may_make(base: Path, places: Sequence[Path]) -> bool:
    """Whether a folder that is gone may be made again: what belongs there is on the same disk, or nowhere."""
    there = [place for place in places if os.path.lexists(place)]
    if not there:
        # Thrown away for good, unless the trash itself is not there.
        return all(place.parent.is_dir() for place in places)
    above = base
    while not above.exists() and above != above.parent:
        above = above.parent
    try:
        return all(place.lstat().st_dev == above.stat().st_dev for place in there)
    except OSError:
        return False


def _parts_home(remains: Remains, parts: Path) -> Path:
    return parts if part_file_dir(parts, remains.save_path) else Path(remains.save_path)


def _put_parts_away(remains: Remains, parts: Path, number: int | None) -> None:
    """Moves the part file to the folder of a removed torrent; deletes it without a number."""
    for name in remains.part_files:
        file = _parts_home(remains, parts) / name
        try:
            if number is None:
                file.unlink(missing_ok=True)
            elif file.is_file():
                folder = _folder(parts, number)
                folder.mkdir(parents=True, exist_ok=True)
                shutil.move(file, folder / name)
        except OSError as error:
            log.warning("%s", error)


def _take_parts_back(remains: Remains, parts: Path, number: int) -> None:
    folder = _folder(parts, number)
    for name in remains.part_files:
        file = _parts_home(remains, parts) / name
        try:
            if (folder / name).is_file() and not file.exists():
                shutil.move(folder / name, file)
        except OSError as error:
            # A few pieces are fetched once more.
            log.warning("%s", error)


def told_without(name: str, gone: Sequence[str]) -> str:
    """What is told of one that is back without these."""
    return _told(name, gone, (), ())


def _told(name: str, gone: Sequence[str], barred: Sequence[str], failed: Sequence[str]) -> str:
    if failed:
        text = translate(
            "Engine", "“{name}” is back, paused: this could not be taken out of the trash and stays there: {paths}."
        )
    elif barred:
        text = translate(
            "Engine", "“{name}” is back, paused: its files stay in the trash, for others stand in their place: {paths}."
        )
    elif gone:
        text = translate("Engine", "“{name}” is back without what is not in the trash any more: {paths}.")
    else:
        return ""
    paths = failed or barred or gone
    return text.format(name=name, paths=", ".join(paths[:_NAMED]) + (" …" if paths[_NAMED:] else ""))


def _changed(name: str) -> str:
    return translate(
        "Engine",
        "“{name}” is back, paused: its files may not be what they were. Where they differ, it fetches them again, over"
        " what is there now, once you start it.",
    ).format(name=name)


def _away(remains: Remains) -> str:
    return translate(
        "Engine", "“{name}” can't come back now: the disk of {path}, with its files, is not there. Connect it first."
    ).format(name=remains.name, path=remains.save_path)
