# SPDX-License-Identifier: GPL-3.0-or-later
"""Which files of a torrent are left out because the user wants none like them."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress

from starling.excluded import matcher
from starling.filelist import FileList
from starling.torrent import Preview, Priority
from starling.ui.files.vectors import chosen

_CHUNK = 1_000


@dataclass(frozen=True, slots=True)
class Leaving:
    """What the patterns come to for one torrent."""

    priorities: bytes = b""
    """Of every file, in their order; empty if no file is left out."""
    like: frozenset[int] = frozenset()
    """Indices of all files that the patterns mean, asked for or not; none if that is `everything`."""
    everything: bool = False
    """All that is asked for is like what is left out: then nothing is."""


async def leaving(preview: Preview, patterns: Sequence[str]) -> Leaving:
    """What these patterns leave out, found out between other events.

    A worker would not do: it takes the interpreter from the window for longer than these turns.
    """
    if not patterns:
        return Leaving()
    matches = matcher(patterns)
    files = FileList.of(preview.files)
    paths = files.paths
    unwanted = bytearray()
    for start in range(0, len(paths), _CHUNK):
        unwanted.extend(map(matches, paths[start : start + _CHUNK]))
        await asyncio.sleep(0)
    asked = bytes(preview.priorities) or bytes([Priority.NORMAL]) * len(paths)
    rest = chosen(unwanted, bytes(len(paths)), asked)
    fewer = rest != asked
    if fewer and not any(rest):
        return Leaving(everything=True)
    return Leaving(rest if fewer else b"", frozenset(compress(files.indices, unwanted)))
