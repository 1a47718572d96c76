# SPDX-License-Identifier: GPL-3.0-or-later
"""What becomes of a removed torrent's files: they stay, or go to the trash, and nothing that is not the torrent's."""

import logging
import os
import shutil
import stat
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

import libtorrent as lt

from starling.engine import aside, bintrash, convert, partfile, provenance, suffix
from starling.engine.bintrash import Move
from starling.engine.errors import EngineError
from starling.engine.provenance import Foreign
from starling.engine.settling import span
from starling.filelist import FileList
from starling.i18n import translate
from starling.torrent import File

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Aside:
    """A file of a removed torrent that lies aside."""

    path: str
    """Where it belongs in the download folder."""
    place: Path
    needed: bool
    """It is wanted or complete; else no more than the beginning of one that is skipped."""


@dataclass(frozen=True, slots=True)
class Remains:
    """What a removed torrent leaves on disk."""

    id: str
    name: str
    save_path: str
    every: FileList = field(default_factory=FileList)
    """All its files, with the paths that they have in the download folder."""
    files: Sequence[File] = ()
    """Those in the download folder that are the torrent's: not what lay there before and was never had."""
    aside: Sequence[Aside] = ()
    part_files: Sequence[str] = ()
    """What its part file may be called."""
    spared: Sequence[str] = ()
    """Paths of those that lay there before and are none of the torrent's."""
    shared: bool = False
    """Others have some of it: what is theirs may also lead through its folders."""


@dataclass(frozen=True, slots=True)
class Known:
    """What libtorrent knows of a torrent's files."""

    info: lt.torrent_info
    renamed: Mapping[int, str]
    priorities: Sequence[int]
    """None at all stands for all of them wanted."""
    have: Sequence[bool]
    """Which pieces are here."""
    foreign: Foreign | None = ()
    """Files that lay there before the torrent came."""

    @classmethod
    def of(
        cls,
        handle: lt.torrent_handle | None,
        chosen: Sequence[int] | None,
        foreign: Foreign | None = (),
        *,
        whole: bool = True,
    ) -> "Known | None":
        """Asks a torrent in the session; None for one that is not, or before its metadata.

        `chosen` are priorities on their way. What counts for files that lie aside, or lay there before, is asked only
        where there are any; the former are for the `whole`.
        """
        info = None if handle is None else handle.torrent_file()
        if handle is None or info is None:
            return None
        renamed = handle.get_renamed_files().export_filenames(info.layout())
        if not whole and foreign == ():
            return cls(info, renamed, (), ())
        priorities = handle.get_file_priorities() if chosen is None else list(chosen)
        return cls(info, renamed, priorities, handle.status(lt.torrent_handle.query_pieces).pieces, foreign)


def remains(id: str, name: str, save_path: str, known: Known | None, parts: Path) -> Remains:
    """What a torrent leaves when it goes; asks the disk where something may lie aside."""
    if known is None:
        return Remains(id, name, save_path)
    renamed = known.renamed
    away = {index for index, path in renamed.items() if aside.is_aside(path, id)}
    names = {index: suffix.on_disk(path) for index, path in aside.plain_names(renamed, id).items()}
    every = convert.files(known.info, names)
    strange = _strange(known, every, save_path)
    files: Sequence[File] = every
    if away or strange:
        files = [file for file in every if file.index not in away and file.index not in strange]
    home = aside.folder(parts, id)
    there = {Path(level, name) for level, _, names in os.walk(home) for name in names}
    found = []
    layout, size = known.info.layout(), known.info.piece_length()
    for index in range(layout.num_files()) if there else ():
        path = suffix.logical(renamed.get(index) or layout.file_path(index), id)
        if home / path in there:
            wanted = index >= len(known.priorities) or bool(known.priorities[index])
            complete = all(_has(known, piece) for piece in span(layout, index, size))
            # Where libtorrent knows of the file in the download folder, this is what is left of a copy.
            found.append(Aside(path, home / path, index in away and (wanted or complete)))
    hashes = known.info.info_hashes()
    v1, v2 = str(hashes.v1) if hashes.has_v1() else "", str(hashes.v2) if hashes.has_v2() else ""
    spared = [file.path for file in every if file.index in strange and _present(Path(save_path, file.path))]
    return Remains(id, name, save_path, every, files, found, partfile.file_names(v1, v2), spared)


def without(remains: Remains, others: Collection[int]) -> Remains:
    """What it leaves that is nobody else's; `others` are the indices of the files that are."""
    if not others:
        return remains
    return replace(remains, files=[file for file in remains.files if file.index not in others], shared=True)


def _strange(known: Known, every: FileList, save_path: str) -> set[int]:
    """The files that lay there before and have nothing of the torrent: skipped ones, and those without a piece."""
    if known.foreign == ():
        return set()
    layout, size = known.info.layout(), known.info.piece_length()
    top = Path(save_path)
    found = set()
    for index, path in zip(every.indices, every.paths, strict=True):
        if not provenance.is_foreign(known.foreign, index):
            continue
        skipped = index < len(known.priorities) and not known.priorities[index]
        if layout.file_size(index):
            had = any(_has(known, piece) for piece in span(layout, index, size))
        else:
            had = _is_empty(top / path)
        if skipped or not had:
            found.add(index)
    return found


def had(params: lt.add_torrent_params) -> set[int]:
    """The files of a stored torrent of which there is something, by their indices."""
    if params.ti is None:
        return set()
    layout, size, have = params.ti.layout(), params.ti.piece_length(), params.have_pieces
    whole = bool(params.flags & lt.torrent_flags.seed_mode)
    return {
        index
        for index in range(layout.num_files())
        if layout.file_size(index)
        and not layout.file_flags(index) & lt.file_storage.flag_pad_file
        and (whole or any(have[piece : piece + 1] == [True] for piece in span(layout, index, size)))
    }


def _has(known: Known, piece: int) -> bool:
    return known.have[piece : piece + 1] == [True]


def _is_empty(path: Path) -> bool:
    try:
        return path.stat().st_size == 0
    except (OSError, ValueError):
        return False


def bring_back(remains: Remains, moves: list[Move], spare: Path | None) -> None:
    """Puts what lies aside where it belongs, of files that are wanted or complete; the rest of it is deleted.

    With a `spare` folder the rest goes to the trash, or there if that does not take it, and is noted in `moves`.
    To be run off the GUI thread. Raises EngineError naming what had to stay, or to take another name.
    """
    told = []
    for one in remains.aside:
        target = Path(remains.save_path, one.path)
        try:
            # A disk that is not there now is not to get a folder of its name on another.
            Path(remains.save_path).stat()
            if not one.needed:
                if spare is None:
                    one.place.unlink()
                elif not _to_trash(one.place, moves):
                    spare.mkdir(parents=True, exist_ok=True)
                    kept = spare / str(len(moves))
                    shutil.move(one.place, kept)
                    moves.append(Move(str(one.place), str(kept)))
            elif (found := _put(one.place, target)) != target:
                told.append(_renamed(target, found))
        except OSError as error:
            log.warning("%s: %s", one.place, error)
            told.append(_stays(one.place, error))
    if told:
        raise EngineError("\n".join(told[:3]) + ("\n…" if told[3:] else ""))


def _put(source: Path, target: Path) -> Path:
    """Moves a file where nothing is in its way: to `target`, or to the first name after it that is free."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.stat().st_dev != target.parent.stat().st_dev:
        # Under a name of ours until it is whole: what a kill leaves of it is written over at the next start.
        copy = target.with_name(f".{sha256(os.fsencode(source)).hexdigest()}.starling")
        try:
            shutil.copy2(source, copy)
            placed = _link(copy, target)
        except OSError:
            copy.unlink(missing_ok=True)
            raise
        source.unlink()
        return placed
    return _link(source, target)


def _link(source: Path, target: Path) -> Path:
    place, number = target, 0
    while True:
        try:
            # Unlike a rename it never replaces what is there.
            os.link(source, place)
        except FileExistsError:
            number += 1
            place = target.with_name(f"{target.stem}.{number}{target.suffix}")
            continue
        except OSError:
            # No hard links on this disk.
            if os.path.lexists(place):
                number += 1
                place = target.with_name(f"{target.stem}.{number}{target.suffix}")
                continue
            source.rename(place)
            return place
        source.unlink()
        return place


def trash(remains: Remains, moves: list[Move]) -> None:
    """Moves the files to the trash, as one folder where they are all that is in it; empty folders go with them.

    Those that lie aside go there from where they lie. `moves` gets what went, at once.

    To be run off the GUI thread. Raises EngineError naming what had to stay.
    """
    # Qt makes the trash itself, but not the folder it lies in; without that it takes nothing, and says so file by file.
    with suppress(OSError):
        bintrash.home().parent.mkdir(parents=True, exist_ok=True)
    if kept := _clear(remains, moves):
        text = translate("Engine", "“{name}” was removed, but this could not be moved to the trash and stays: {paths}.")
        raise EngineError(text.format(name=remains.name, paths=_listed(kept)))


def delete(remains: Remains) -> None:
    """Deletes the files for good, one by one, and the folders that are empty then.

    To be run off the GUI thread. Raises EngineError naming what had to stay.
    """
    if kept := _clear(remains, None):
        text = translate("Engine", "“{name}” was removed, but this could not be deleted and stays: {paths}.")
        raise EngineError(text.format(name=remains.name, paths=_listed(kept)))


def _clear(remains: Remains, moves: list[Move] | None) -> list[Path]:
    """What had to stay; without `moves` what goes is deleted."""
    base = Path(remains.save_path)
    kept: list[Path] = []
    for root, entries in _roots(remains.files).items():
        top = base / root
        folders = {base / folder for path in _below(remains.every or entries, root) for folder in _above(path)}
        paths = [base / entry.path for entry in entries]
        if not _inside(base, paths):
            log.error("%s: a path leaves the save folder, nothing is touched", remains.name)
            kept += paths
            continue
        try:
            kept += _clear_top(top, paths, folders, moves, whole=not remains.shared)
        except OSError as error:
            log.warning("%s: %s", remains.name, error)
            kept.append(top)
    kept += [one.place for one in remains.aside if _present(one.place) and not _take(one.place, moves)]
    return kept


def _listed(paths: Sequence[Path]) -> str:
    return ", ".join(str(path) for path in paths[:3]) + (" …" if paths[3:] else "")


def _renamed(target: Path, place: Path) -> str:
    return translate("Engine", "{path} was in the way: the removed torrent's file is {place} now.").format(
        path=target, place=place
    )


def _stays(place: Path, error: OSError) -> str:
    return translate("Engine", "A file of the removed torrent stays in {path}: {message}.").format(
        path=place, message=error.strerror or error
    )


def _clear_top(
    top: Path, paths: list[Path], folders: set[Path], moves: list[Move] | None, *, whole: bool
) -> list[Path]:
    """Takes away what lies in or at `top`; returns what had to stay. Raises OSError where that can't be looked at.

    `folders` are those of the torrent; no other goes, and none that stands where a file should. Those go as a `whole`,
    links and all, where that is allowed and nothing else is in them.
    """
    if moves is None:
        # What somebody puts in there meanwhile would be gone for good with the whole.
        whole = False
    if not top.is_dir() or (whole and top.is_symlink()):
        return [top] if _present(top) and not _take(top, moves) else []
    if whole and top in folders and _holds_only(top, set(paths), folders):
        return [] if _take(top, moves) else [top]
    kept = [path for path in paths if _present(path) and not _take(path, moves)]
    _prune(folders)
    return kept


def _take(path: Path, moves: list[Move] | None) -> bool:
    return _deleted(path) if moves is None else _to_trash(path, moves)


def _deleted(path: Path) -> bool:
    try:
        path.unlink()
    except OSError as error:
        log.warning("%s can't be deleted: %s", path, error)
        return False
    return True


def _to_trash(path: Path, moves: list[Move]) -> bool:
    if (move := bintrash.put(path)) is None:
        return False
    moves.append(move)
    return True


def _roots(entries: Iterable[File]) -> dict[str, list[File]]:
    found: dict[str, list[File]] = {}
    for entry in entries:
        found.setdefault(entry.path.split("/", 1)[0], []).append(entry)
    return found


def _inside(base: Path, paths: Iterable[Path]) -> bool:
    return all(".." not in path.parts and path.is_relative_to(base) and path != base for path in paths)


def _below(files: Iterable[File], root: str) -> Iterator[str]:
    paths = files.paths if isinstance(files, FileList) else [file.path for file in files]
    return (path for path in paths if path.startswith(f"{root}/"))


def _above(path: str) -> Iterator[str]:
    """The folders that a file lies in, the innermost first."""
    while found := path.rpartition("/")[0]:
        yield found
        path = found


def _present(path: Path) -> bool:
    """Whether a file is there, or a link."""
    try:
        mode = path.lstat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return False
    return stat.S_ISREG(mode) or stat.S_ISLNK(mode)


def _holds_only(top: Path, ours: set[Path], folders: set[Path]) -> bool:
    hidden: list[OSError] = []  # folders that can't be looked into may hold anything
    return (
        all(
            all(Path(level) / name in ours for name in names) and all(Path(level) / name in folders for name in inner)
            for level, inner, names in os.walk(top, onerror=hidden.append)
        )
        and not hidden
    )


def _prune(folders: Iterable[Path]) -> None:
    for folder in sorted(folders, key=lambda path: len(path.parts), reverse=True):
        # What is not empty stays, and so does what may not be removed: a mount point, another owner's folder.
        with suppress(OSError):
            folder.rmdir()
