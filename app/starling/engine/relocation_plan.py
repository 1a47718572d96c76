# SPDX-License-Identifier: GPL-3.0-or-later
"""What a torrent has on disk and whether it can go to another folder: looked at before anything is touched."""

import errno
import os
import shutil
import stat
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import libtorrent as lt

from starling import formats
from starling.engine import aside, relocation_copy, relocation_links, suffix
from starling.engine.errors import EngineError, LackError
from starling.engine.savefolder import check_folder, check_place
from starling.i18n import translate
from starling.spelling import shown

_PAD = lt.file_storage.flag_pad_file
SPARE = 1_000_000
"""Bytes that folders and the disk's own books may take."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where a torrent's files are, or will be, below its folder; those that lie aside left out."""

    disk: Mapping[int, str]
    """By file index, as they are called on disk now, or are to be."""
    later: frozenset[str]
    """Names that some get when they are finished."""


@dataclass(frozen=True, slots=True)
class Route:
    """From where to where the files of a torrent go."""

    source: Path
    target: Path
    paths: tuple[str, ...]
    """Those that are on disk, below either folder."""
    shared: frozenset[str]
    """Those that other torrents save too: they stay, and are in both folders then."""
    copied: bool
    """To another volume; else they only get other names."""
    weights: Mapping[Path, int] = field(default_factory=dict)
    """Bytes that have to be written for each if they are copied: a file with several names is written once, if the disk
    can give it those."""
    there: frozenset[str] = frozenset()
    """Those that another torrent, which shares them, has brought to `target` already."""
    links: Mapping[str, str] = field(default_factory=dict)
    """What those that are symbolic links have to say there."""

    @property
    def size(self) -> int:
        """Bytes that have to be written if they are copied."""
        return sum(self.weights.values())

    @property
    def fresh(self) -> tuple[str, ...]:
        """Those that set out: there is nothing in their place."""
        return tuple(path for path in self.paths if path not in self.there)


def places_of(handle: lt.torrent_handle, id: str) -> Places:
    """Where libtorrent has, or will have, the files of a torrent."""
    info = handle.torrent_file()
    if info is None:
        return Places({}, frozenset())
    layout = info.layout()
    renamed = handle.get_renamed_files().export_filenames(layout)
    paths = {
        index: renamed.get(index) or layout.file_path(index)
        for index in range(layout.num_files())
        if not layout.file_flags(index) & _PAD
    }
    here = {index: path for index, path in paths.items() if not aside.is_aside(path, id)}
    return Places(
        {index: suffix.on_disk(path) for index, path in here.items()},
        frozenset(suffix.plain(path) for path in here.values() if suffix.is_marked(path)),
    )


def survey(
    name: str, source: Path, target: Path, places: Places, shared: Collection[int], theirs: Collection[int]
) -> Route:
    """Looks at both folders; raises EngineError where it can't be done.

    `shared` are the indices of files that other torrents have in `source` too, `theirs` of those whose path in `target`
    is that of another torrent's file.
    """
    standing = check_place(str(target))
    with suppress(OSError):
        if target.samefile(source):
            raise EngineError(
                translate("Engine", "“{name}” is in {path} already.").format(name=name, path=shown(str(source)))
            )
    try:
        found = _found(source, places.disk)
        there = {path for index, (path, _) in found.items() if index in theirs and _is_there(source, target, path)}
        paths = tuple(path for path, _ in found.values())
        _refuse_inside(name, source, target, paths)
        # Those not begun yet are written later: nothing may be in their place either.
        _refuse_taken(name, source, target, ({*places.disk.values()} | places.later) - there)
        device = standing.stat().st_dev
        fresh = {path: about for path, about in found.values() if path not in there}
        weights = _weights(source, fresh, standing)
        # What only seems to be the same is compared, which takes as long as to copy it.
        copied = any(about.st_dev != device for about in fresh.values()) or any(
            not relocation_copy.is_one(source / path, target / path) for path in there
        )
        if copied:
            _refuse_lack(name, target, standing, sum(weights.values()))
        links = [path for path, about in found.values() if stat.S_ISLNK(about.st_mode)]
        leads = relocation_links.leads(source, target, links, paths)
    except OSError as error:
        raise EngineError(cannot(name, error)) from error
    others = frozenset(path for index, (path, _) in found.items() if index in shared)
    return Route(source, target, paths, others, copied, weights, frozenset(there), leads)


def cannot(name: str, error: OSError) -> str:
    """The sentence for what a disk refuses."""
    path = error.filename2 or error.filename
    message = error.strerror or str(error)
    return translate("Engine", "“{name}” can't be moved: {message}.").format(
        name=name, message=f"{shown(os.fsdecode(path))}: {message}" if path else message
    )


def _found(source: Path, places: Mapping[int, str]) -> dict[int, tuple[str, os.stat_result]]:
    """The files that are on disk, and what it says of them."""
    found = {}
    for index, path in places.items():
        try:
            about = (source / path).lstat()
        except (FileNotFoundError, NotADirectoryError):
            continue
        if stat.S_ISREG(about.st_mode) or stat.S_ISLNK(about.st_mode):
            found[index] = path, about
    return found


def _weights(source: Path, fresh: Mapping[str, os.stat_result], standing: Path) -> dict[Path, int]:
    """What each file takes: the bytes that two names have in common are one's, where the disk knows such."""
    top = Path(os.path.realpath(source))
    files = {(about.st_dev, about.st_ino): (top / path, about) for path, about in reversed(list(fresh.items()))}
    if len(files) < len(fresh) and not relocation_copy.knows_links(standing):
        return {top / path: min(aside.used(about), about.st_size) for path, about in fresh.items()}
    return {path: min(aside.used(about), about.st_size) for path, about in files.values()}


def _is_there(source: Path, target: Path, path: str) -> bool:
    """Whether a file has gone to `target` with a torrent that shares it, as far as can be told without reading it."""
    old, new = source / path, target / path
    if not os.path.lexists(new) or old.parent.samefile(new.parent):
        return False
    return relocation_copy.is_one(old, new) or relocation_copy.is_same(old, new)


def _refuse_inside(name: str, source: Path, target: Path, paths: Collection[str]) -> None:
    real = Path(os.path.realpath(target))
    for top in {path.split("/", 1)[0] for path in paths if "/" in path}:
        if real.is_relative_to(os.path.realpath(source / top)):
            raise EngineError(
                translate("Engine", "{path} is inside of “{name}” itself: choose another folder.").format(
                    path=shown(str(target)), name=name
                )
            )


def _refuse_taken(name: str, source: Path, target: Path, paths: Collection[str]) -> None:
    taken = []
    fine: set[Path] = set()
    for path in paths:
        new = target / path
        if os.path.lexists(new):
            taken.append(path)
        # A file in the way of a folder is in the way too.
        above = new.parent
        while above != target and above not in fine:
            fine.add(above)
            if os.path.lexists(above) and not above.is_dir():
                taken.append(above.relative_to(target).as_posix())
            above = above.parent
    if taken:
        names = "”, “".join(shown(path) for path in taken[:3])
        text = translate(
            "Engine", "“{name}” stays in {source}: {target} has “{names}” already, and nothing is written over."
        )
        raise EngineError(
            text.format(
                name=name,
                source=shown(str(source)),
                target=shown(str(target)),
                names=names + ("”, “…" if taken[3:] else ""),
            )
        )


def _refuse_lack(name: str, target: Path, standing: Path, size: int) -> None:
    free = shutil.disk_usage(standing).free
    if free < size + SPARE:
        text = translate(
            "Engine",
            "“{name}” takes {size}, {spare} have to stay free beside it, and {path} has only {free}: make {lacking} of "
            "room there, or choose another folder.",
        )
        raise _lack(text, target, size, free, name=name)


def refuse_lack_for_all(count: int, target: Path, size: int) -> None:
    """Raises EngineError if so many bytes of several torrents find no room in a folder."""
    free = shutil.disk_usage(check_place(str(target))).free
    if free < size + SPARE:
        text = translate(
            "Engine",
            "These {count} torrents take {size} together, {spare} have to stay free beside them, and {path} has only "
            "{free}: make {lacking} of room there, or choose another folder.",
        )
        raise _lack(text, target, size, free, count=count)


def _lack(text: str, target: Path, size: int, free: int, **more: object) -> LackError:
    lacking = size + SPARE - free
    # Sizes are cut off after three digits: what is made room of must suffice.
    step = 10 ** max(0, len(str(lacking)) - 3)
    sizes = {"size": size, "spare": SPARE, "free": free, "lacking": -(-lacking // step) * step}
    words = {name: formats.size(value) for name, value in sizes.items()}
    return LackError(text.format(path=shown(str(target)), **words, **more), size + SPARE)


def prune(top: Path, folder: Path) -> None:
    """Removes a folder and those above it, up to `top`, where they are empty."""
    aside.prune(top, (folder / "x").relative_to(top).as_posix())


def make_folder(folder: Path) -> Path | None:
    """Makes a folder that can be written; returns the uppermost one that was not there. Raises EngineError."""
    missing = [above for above in (folder, *folder.parents) if not os.path.lexists(above)]
    check_folder(str(folder))
    return missing[-1] if missing else None


def unmake(made: Path | None, target: Path) -> None:
    """Removes what `make_folder` made, where it is empty."""
    if made is not None:
        prune(made.parent, target)


def leave(folder: Path, incomplete: Path) -> None:
    """Removes the folder that a torrent had for itself among the incomplete ones, where it is empty."""
    if folder != incomplete and folder.is_relative_to(incomplete):
        prune(incomplete, folder)


def rename_all(route: Route) -> None:
    """Moves the files within their volume, all of them or none. Raises OSError, EXDEV if it is none after all."""
    done: list[str] = []
    own = [path for path in route.fresh if path not in route.shared]
    try:
        for path in route.fresh:
            old, new = route.source / path, route.target / path
            if os.path.lexists(new):
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(new))
            new.parent.mkdir(parents=True, exist_ok=True)
            if path in route.links:
                new.symlink_to(route.links[path])
            elif path in route.shared:
                os.link(old, new)
            else:
                old.rename(new)
            done.append(path)
        for path in own:
            if path in route.links:
                (route.source / path).unlink()
    except OSError:
        rename_back(route.source, route.target, done)
        raise
    for path in {path.rpartition("/")[0]: path for path in own}.values():
        aside.prune(route.source, path)


def rename_back(source: Path, target: Path, paths: Collection[str]) -> None:
    """Undoes what `rename_all` did with these files, and no others. Asks the disk; raises OSError."""
    for path in paths:
        old, new = source / path, target / path
        if not os.path.lexists(new):
            continue
        if not os.path.lexists(old):
            old.parent.mkdir(parents=True, exist_ok=True)
            new.rename(old)
        elif (old.is_symlink() and new.is_symlink()) or relocation_copy.is_one(old, new):
            new.unlink()
        aside.prune(target, path)


def is_back(route: Route) -> bool:
    """Whether every file is where it came from. Asks the disk."""
    return all(os.path.lexists(route.source / path) for path in route.fresh)
