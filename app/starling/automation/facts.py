# SPDX-License-Identifier: GPL-3.0-or-later
"""What a program that is run for a torrent is told of it."""

from enum import Enum

from starling.engine.engine import Engine, EngineError
from starling.torrent import Torrent


class Event(Enum):
    """Why a program is run."""

    ADDED = "added"
    FINISHED = "finished"
    SEEDED = "seeded"


async def values_of(engine: Engine, torrent: Torrent, event: Event) -> dict[str, str]:
    """By the names of `placeholders.NAMES`, all of them; unknown ones are empty, as is the path before the metadata."""
    try:
        paths = (await engine.details.files(torrent.id)).paths
    except EngineError:
        # Removed again meanwhile.
        paths = ()
    return {
        "name": torrent.name,
        "path": path_of(torrent.save_path, paths),
        "save_path": torrent.save_path,
        "hash": torrent.hash_v1 or torrent.hash_v2,
        "hash_v2": torrent.hash_v2,
        "labels": ",".join(torrent.labels),
        "size": str(torrent.size),
        "tracker": torrent.tracker or next(iter(torrent.tracker_hosts), ""),
        "event": event.value,
    }


def path_of(save_path: str, paths: "tuple[str, ...] | list[str]") -> str:
    """The one folder or file that holds all of a torrent; empty where there is none, and before the files are known.

    Some programs delete or move what they are given, and the folder it is saved in holds others' files too.
    """
    heads = {path.partition("/")[0] for path in paths}
    return f"{save_path.rstrip('/')}/{heads.pop()}" if len(heads) == 1 else ""
