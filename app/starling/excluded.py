# SPDX-License-Identifier: GPL-3.0-or-later
"""Patterns of files that nobody wants: ``*.nfo``, ``sample/*``; how they are written and what they match."""

import fnmatch
import re
from collections.abc import Callable, Iterable, Sequence

from starling.i18n import translate
from starling.spelling import shown

MOST = 200
"""So many patterns are enough."""
_LONGEST = 255
_SHOWN = 60


def matcher(patterns: Iterable[str]) -> Callable[[str], bool]:
    """Tells whether a path, its parts joined by ``/``, is one of those that the patterns mean.

    Letters match whatever their case. A pattern without ``/`` is about the file's name, one with it about the end of
    its path: ``sample/*`` means everything in any folder of that name.
    """
    names: list[str] = []
    paths: list[str] = []
    for pattern in patterns:
        # A bracket is a bracket: file names are full of them, and nobody types character classes.
        made = fnmatch.translate(pattern.strip("/").casefold().replace("[", "[[]"))
        (paths if "/" in pattern.strip("/") else names).append(made)
    in_names, in_paths = _any(names), _any([rf"(?s:.*/){made}" for made in paths])

    def matches(path: str) -> bool:
        folded = path.casefold()
        if in_names is not None and in_names(folded, folded.rfind("/") + 1):
            return True
        return in_paths is not None and in_paths("/" + folded) is not None

    return matches


def among(paths: Sequence[tuple[int, str]], patterns: Sequence[str]) -> tuple[set[int], bool]:
    """The indices of the (index, path) pairs that the patterns mean, and whether those are all of them.

    Then none of them is returned: a torrent of which nothing is wanted would not have been added.
    """
    if not patterns:
        return set(), False
    matches = matcher(patterns)
    found = {index for index, path in paths if matches(path)}
    return (set(), True) if found and len(found) == len(paths) else (found, False)


def problem(patterns: Sequence[str]) -> str:
    """A sentence about the first pattern that will not do, empty if all of them will."""
    if len(patterns) > MOST:
        return translate("Excluded", "More than {count} patterns are too many.").format(count=MOST)
    for pattern in patterns:
        name = shown(pattern)[:_SHOWN]
        if not pattern.strip("/ "):
            return translate("Excluded", "A pattern can't be empty.")
        if not pattern.strip("*?/. "):
            return translate("Excluded", "“{pattern}” would exclude every file.").format(pattern=name)
        if shown(pattern) != pattern:
            return translate("Excluded", "“{pattern}” holds characters that can't be seen.").format(pattern=name)
        if len(pattern) > _LONGEST:
            return translate("Excluded", "“{pattern}…” is too long.").format(pattern=name)
    return ""


def _any(made: Sequence[str]) -> Callable[..., re.Match[str] | None] | None:
    return re.compile("|".join(made)).match if made else None
