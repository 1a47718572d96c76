# SPDX-License-Identifier: GPL-3.0-or-later
"""What may be asked of many torrents at once beside their snapshots, and what is answered."""

from collections.abc import Sequence
from enum import Flag, auto
from typing import NamedTuple

from starling.filelist import FileList
from starling.mimes import UNKNOWN
from starling.options import Options
from starling.peer import Peer
from starling.tracker import Tracker


class Need(Flag):
    """What is asked for; nothing else of `Detail` is worth reading."""

    NONE = 0
    COMPLAINT = auto()
    """What a tracker says against the torrent."""
    OUTLINE = auto()
    """How many pieces and files it has, and of what kind they are."""
    TIERS = auto()
    """The URLs of its trackers."""
    TRACKERS = auto()
    """What became of asking them."""
    WEB_SEEDS = auto()
    FILES = auto()
    DONE = auto()
    """How much of each file is here."""
    PRIORITIES = auto()
    """Of files."""
    PEERS = auto()
    FLOWS = auto()
    """Those of the peers that send or get something."""
    AMOUNTS = auto()
    """How much is here, verified or not, for how long it was, and what came in vain."""
    METADATA = auto()
    """How much of a magnet link's metadata has come."""
    DESIRED = auto()
    """How much of what is missing the peers have."""
    PIECES = auto()
    """Which are here."""
    COPIES = auto()
    """How many peers have each piece."""


class Outline(NamedTuple):
    """What never changes about a torrent, its names apart."""

    pieces: int = 0
    piece_size: int = 0
    files: int = 0
    """Pad files (BEP 47) left out."""
    mime: str = UNKNOWN
    """The type of most of its bytes."""


class Amounts(NamedTuple):
    """How much of one is here; bytes and seconds."""

    valid: int = 0
    """In pieces that were verified, wanted or not."""
    unchecked: int = 0
    """In others."""
    failed: int = 0
    """Thrown away in this session after a failed hash check."""
    finished_time: int = 0
    """For how long it ran and had all that was wanted."""
    metadata: float = 0.0
    """Share of the metadata of a magnet link that has come, 0-1."""


class Detail(NamedTuple):
    """What was answered of one torrent. A tuple: ten thousand are made at once."""

    comment: str = ""
    created_by: str = ""
    options: Options = Options()
    complaint: str = ""
    """A tracker's own words: why it refuses the torrent, or a warning."""
    refused: bool = False
    """They are a refusal, and there is no other tracker that works."""
    outline: Outline = Outline()
    tiers: tuple[tuple[str, int], ...] = ()
    """URL and tier of each tracker, by tier; these are numbered from 0 without gaps."""
    trackers: tuple[Tracker, ...] = ()
    """In the same order."""
    web_seeds: tuple[str, ...] = ()
    files: FileList = FileList()
    """What follows has the order of these."""
    done: Sequence[int] = ()
    """Bytes."""
    priorities: Sequence[int] = ()
    """0-7."""
    peers: tuple[Peer, ...] = ()
    """Connected ones, and web seeds."""
    amounts: Amounts = Amounts()
    desired: int = 0
    """Bytes."""
    pieces: bytes = b""
    """1 where the piece is here and verified."""
    copies: Sequence[int] = ()
    """Empty where there is nothing to count: nobody is connected, or it is complete."""
