# SPDX-License-Identifier: GPL-3.0-or-later
"""What a torrent has on disk and whether it can go to another folder: looked at before anything is touched."""

import os
import shutil
import stat
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from starling import formats
from starling.engine import aside
from starling.engine.errors import EngineError
from starling.engine.savefolder import check_place
from starling.i18n import translate
from starling.spelling import shown

_SPARE = 1 << 20
"""Bytes that folders and the disk's own books may take."""


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
    size: int
    """Bytes that they take on disk."""

    @property
    def own(self) -> tuple[str, ...]:
        """Those that are nobody else's."""
        return tuple(path for path in self.paths if path not in self.shared)


def survey(name: str, source: Path, target: Path, places: Mapping[int, str], shared: Collection[int]) -> Route:
    """Looks at both folders; `places` are the paths by file index. Raises EngineError where it can't be done."""
    standing = check_place(str(target))
    with suppress(OSError):
        if target.samefile(source):
            raise EngineError(
                translate("Engine", "“{name}” is in {path} already.").format(name=name, path=shown(str(source)))
            )
    try:
        found, size, volumes = _found(source, places)
        _refuse_inside(name, source, target, found.values())
        _refuse_taken(name, source, target, found.values())
        about = standing.stat()
        copied = bool(volumes - {about.st_dev})
        if copied:
            _refuse_lack(name, target, standing, size)
    except OSError as error:
        raise EngineError(cannot(name, error)) from error
    return Route(
        source,
        target,
        tuple(found.values()),
        frozenset(path for index, path in found.items() if index in shared),
        copied,
        size,
    )


def cannot(name: str, error: OSError) -> str:
    """The sentence for what a disk refuses."""
    path = error.filename2 or error.filename
    message = error.strerror or str(error)
    return translate("Engine", "“{name}” can't be moved: {message}.").format(
        name=name, message=f"{shown(os.fsdecode(path))}: {message}" if path else message
    )


def _found(source: Path, places: Mapping[int, str]) -> tuple[dict[int, str], int, set[int]]:
    """The files that are on disk, the bytes they take, and the volumes they are on."""
    found, size, volumes = {}, 0, set()
    for index, path in places.items():
        try:
            about = (source / path).lstat()
        except (FileNotFoundError, NotADirectoryError):
            continue
        if stat.S_ISREG(about.st_mode) or stat.S_ISLNK(about.st_mode):
            found[index] = path
            size += min(aside.used(about), about.st_size)
            volumes.add(about.st_dev)
    return found, size, volumes


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
    if free < size + _SPARE:
        raise EngineError(
            translate(
                "Engine",
                "“{name}” takes {size}, and {path} has only {free} free: make {lacking} of room there, or choose "
                "another folder.",
            ).format(
                name=name,
                size=formats.size(size),
                path=shown(str(target)),
                free=formats.size(free),
                lacking=formats.size(size + _SPARE - free),
            )
        )


def refuse_lack_for_all(count: int, target: Path, size: int) -> None:
    """Raises EngineError if so many bytes of several torrents find no room in a folder."""
    free = shutil.disk_usage(check_place(str(target))).free
    if free < size + _SPARE:
        raise EngineError(
            translate(
                "Engine",
                "These {count} torrents take {size} together, and {path} has only {free} free: make {lacking} of room "
                "there, or choose another folder.",
            ).format(
                count=count,
                size=formats.size(size),
                path=shown(str(target)),
                free=formats.size(free),
                lacking=formats.size(size + _SPARE - free),
            )
        )


def prune(top: Path, folder: Path) -> None:
    """Removes a folder and those above it, up to `top`, where they are empty."""
    aside.prune(top, (folder / "x").relative_to(top).as_posix())


def rename_all(route: Route) -> None:
    """Moves the files within their volume, all of them or none. Raises OSError, EXDEV if it is none after all."""
    done: list[str] = []
    try:
        for path in route.paths:
            old, new = route.source / path, route.target / path
            if os.path.lexists(new):
                raise FileExistsError(17, os.strerror(17), str(new))
            new.parent.mkdir(parents=True, exist_ok=True)
            (os.link if path in route.shared else os.rename)(old, new)
            done.append(path)
    except OSError:
        rename_back(route.source, route.target, done)
        raise
    for path in {path.rpartition("/")[0]: path for path in route.own}.values():
        aside.prune(route.source, path)


def rename_back(source: Path, target: Path, paths: Collection[str]) -> None:
    """Undoes what `rename_all` did with these files. Asks the disk; raises OSError."""
    for path in paths:
        old, new = source / path, target / path
        if not os.path.lexists(new):
            continue
        if not os.path.lexists(old):
            old.parent.mkdir(parents=True, exist_ok=True)
            new.rename(old)
        elif old.samefile(new) and old != new:
            new.unlink()
        aside.prune(target, path)
