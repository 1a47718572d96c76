# SPDX-License-Identifier: GPL-3.0-or-later
"""What a torrent is made from, what is known of it before, and what comes of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

KIB = 1024
PIECE_SIZES = tuple(16 * KIB << step for step in range(12))
"""Bytes; from 16 KiB to 32 MiB."""
LEAST_V2 = 32 * KIB
"""Bytes of the smallest pieces of a torrent that has a v2 half."""
MOST_PIECES = 2_097_152
"""More than that libtorrent's clients refuse."""
LARGEST_TORRENT = 64 * KIB * KIB
"""Bytes of a .torrent; a larger one is not opened."""

_ENOUGH_PIECES = 2_048
_LARGEST_AUTOMATIC = 16 * KIB * KIB
_HASH_V1, _HASH_V2 = 20, 32
_PAD_ENTRY = 46
"""Bytes of a .torrent that name a pad file (BEP 47)."""
_LAYER_HEAD = 40
_HEAD = 200
"""Bytes of the names of everything, the maker and the date."""


class Format(Enum):
    """Which info dictionaries a torrent has (BEP 3, BEP 52)."""

    HYBRID = "hybrid"
    V1 = "v1"
    V2 = "v2"


class Left(Enum):
    """Why something is left out of a torrent."""

    HIDDEN = "hidden"
    EXCLUDED = "excluded"
    NAME = "name"
    """It is no UTF-8, which names in torrents are."""
    SPECIAL = "special"
    """Neither a file nor a folder: a socket, a pipe, a device."""
    LOOP = "loop"
    """A link to a folder that it lies in."""
    BROKEN = "broken"
    """A link to nothing."""
    CLOSED = "closed"
    """It may not be read, or can't."""


@dataclass(frozen=True, slots=True)
class Outline:
    """What the torrent is to be about."""

    path: str
    """Absolute, of a file or a folder; bytes that are no UTF-8 are lone surrogates in it."""
    hidden: bool = False
    """Files and folders that the system hides are in it too."""
    patterns: tuple[str, ...] = ()
    """Of what is left out, see `starling.excluded`."""


@dataclass(frozen=True, slots=True)
class Layers:
    """What pieces of one size come to where every file begins with one of its own."""

    pieces: int
    hashed: int
    """Pieces of files that have more than one: their hashes stand in the .torrent."""
    files: int
    """Of these files."""
    pads: int
    """Files that do not end with a piece."""


@dataclass(frozen=True, slots=True)
class Found:
    """What is there."""

    files: int
    size: int
    stamp: str
    """Names, sizes and times of all files; another one: something has changed."""
    left: Mapping[Left, tuple[int, tuple[str, ...]]] = field(default_factory=dict)
    """How many things were left out and the first ones' paths, by reason."""
    names_v1: int = 0
    """Bytes of a .torrent that name the files, in either format."""
    names_v2: int = 0
    layers: Mapping[int, Layers] = field(default_factory=dict)
    """By piece size."""

    def pieces(self, form: Format, piece_size: int, *, aligned: bool = False) -> int:
        """How many there would be."""
        if form is Format.V1 and not aligned:
            return -(-self.size // piece_size)
        return self.layers[piece_size].pieces

    def torrent_size(self, form: Format, piece_size: int, *, aligned: bool = False) -> int:
        """Bytes of the .torrent without trackers, comment and the like; off by a few percent."""
        layers, total = self.layers[piece_size], _HEAD
        if form is not Format.V2:
            total += self.names_v1 + self.pieces(form, piece_size, aligned=aligned) * _HASH_V1
            total += layers.pads * _PAD_ENTRY if form is Format.HYBRID or aligned else 0
        if form is not Format.V1:
            total += self.names_v2 + layers.hashed * _HASH_V2 + layers.files * _LAYER_HEAD
        return total

    def automatic(self, form: Format, *, aligned: bool = False) -> int:
        """The piece size that suits: the least with which the bytes make no more than about 2,000 pieces."""
        sizes = [size for size in PIECE_SIZES if LEAST_V2 <= size <= _LARGEST_AUTOMATIC]
        place = next((i for i, size in enumerate(sizes) if -(-self.size // size) <= _ENOUGH_PIECES), len(sizes) - 1)
        if form is Format.HYBRID or (aligned and form is Format.V1):
            # Many small files: what fills their pieces up is hashed too, and would take longer than they do.
            while place and self.layers[sizes[place]].pieces * sizes[place] > 2 * self.size:
                place -= 1
        return sizes[place]


def offered(form: Format) -> tuple[int, ...]:
    """Piece sizes to choose from."""
    # libtorrent 2.1 crashes on what a liar sends of v2 pieces of one block.
    return PIECE_SIZES if form is Format.V1 else tuple(size for size in PIECE_SIZES if size >= LEAST_V2)


@dataclass(frozen=True, slots=True)
class Recipe:
    """All that a torrent is made of."""

    outline: Outline
    stamp: str
    """`Found.stamp` of what the user was shown."""
    form: Format
    piece_size: int
    aligned: bool = False
    """Every file begins with a piece of its own in a v1 torrent too."""
    private: bool = False
    tiers: tuple[tuple[str, ...], ...] = ()
    web_seeds: tuple[str, ...] = ()
    source: str = ""
    """What private sites write into it, so that the same files have another info-hash there."""
    comment: str = ""

    def __post_init__(self) -> None:
        if self.piece_size not in offered(self.form):
            raise ValueError(f"no pieces of {self.piece_size} bytes in {self.form.value}")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far hashing is, in bytes."""

    done: int
    size: int


@dataclass(frozen=True, slots=True)
class Made:
    """A torrent that was made."""

    data: bytes
    """The .torrent."""
    name: str
    hash_v1: str
    """40 hex digits, empty without a v1 half."""
    hash_v2: str
    """64 hex digits, empty without a v2 half."""
    magnet: str
    files: int
    size: int
    pieces: int
    piece_size: int
    paths: Mapping[int, str] = field(default_factory=dict)
    """File index -> path on this disk, relative to the folder that all lies in, where libtorrent reads another out of
    the .torrent: it takes out characters, and tells apart what differs in nothing but case."""
