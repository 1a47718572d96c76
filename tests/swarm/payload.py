# SPDX-License-Identifier: GPL-3.0-or-later
"""Torrents from a seed: the same arguments make the same bytes, file for file, on every machine."""

import hashlib
import random
import shutil
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import libtorrent as lt

from tests.swarm.values import Version

CHUNK = 1 << 20
MIXED: Mapping[str, int] = {
    "read me.txt": 1_234,
    "empty.lock": 0,
    "夏の旅行/写真 001.jpg": 150_000,
    "Музыка/дорога домой.flac": 400_000,
    "docs/über/naïve café.pdf": 70_001,
    "emoji 🎉/party.bin": 33_333,
}
"""Files of a payload that was not told what to hold: 0.65 MB, Unicode names, folders in folders, an empty file."""

_WRITTEN = 10.0
"""Seconds within which what was downloaded has to be on disk."""

JOINERS = {0x200B: None, 0x200C: None, 0x200D: None}
"""Among the invisible characters that libtorrent takes out of names and others do not."""

_FLAGS = {Version.V1: lt.create_torrent.v1_only, Version.V2: lt.create_torrent.v2_only, Version.HYBRID: 0}


@dataclass(frozen=True, slots=True)
class PayloadFile:
    """A file as it has to be on disk; `path` is relative to the save folder, parts joined by ``/``."""

    path: str
    size: int
    sha256: bytes


@dataclass(frozen=True, slots=True)
class Difference:
    """A file that is not as it should be."""

    path: str
    why: str


@dataclass(frozen=True, slots=True)
class Payload:
    """A .torrent, and the files it describes."""

    name: str
    torrent_path: Path
    hash_v1: str
    """40 hex digits, empty without a v1 info dictionary."""
    hash_v2: str
    """64 hex digits, empty without a v2 info dictionary."""
    magnet: str
    files: tuple[PayloadFile, ...]
    root: Path
    """The save folder in which the files lie, complete: a seed's save path."""
    piece_size: int
    pieces: int

    @property
    def id(self) -> str:
        """The hash a client lists it under: v1's, else the first 40 digits of v2's."""
        return self.hash_v1 or self.hash_v2[:40]

    @property
    def announced(self) -> tuple[str, ...]:
        """The hashes trackers hear, two for a hybrid."""
        return tuple(digits[:40] for digits in (self.hash_v1, self.hash_v2) if digits)

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(file.size for file in self.files)

    def verify(self, save_path: Path, skip: Collection[str] = ()) -> tuple[Difference, ...]:
        """Compare what lies in a save folder with what was generated; an empty tuple means every byte is right.

        Files whose path is in `skip` must not be there.
        """
        unknown = set(skip) - {file.path for file in self.files}
        wrong = [Difference(path, "no such file in the payload") for path in sorted(unknown)]
        for file in self.files:
            path = save_path / file.path
            why = ""
            if file.path in skip:
                why = "is on disk" if path.exists() else ""
            elif not path.is_file():
                why = "is missing"
            elif path.stat().st_size != file.size:
                why = f"has {path.stat().st_size} of {file.size} bytes"
            elif _sha256(path) != file.sha256:
                why = self._first_difference(file.path, path)
            if why:
                wrong.append(Difference(file.path, why))
        return tuple(wrong)

    def arrives(self, save_path: Path, skip: Collection[str] = ()) -> tuple[Difference, ...]:
        """The same once nothing is wrong, or after a while: torrents seed before their last blocks are written."""
        deadline = time.monotonic() + _WRITTEN
        while (wrong := self.verify(save_path, skip)) and time.monotonic() < deadline:
            time.sleep(0.02)
        return wrong

    def choose(self, share: float, seed: str) -> tuple[int, ...]:
        """That share of the pieces, picked at random from `seed`."""
        return tuple(sorted(random.Random(seed).sample(range(self.pieces), round(share * self.pieces))))

    def prefill(self, save_path: Path, pieces: Collection[int]) -> None:
        """Write files in which these pieces are right and all else is holes."""
        for file in self.files:
            target = save_path / file.path
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("wb") as out:
                out.truncate(file.size)
        for path, offset, size in self._slices(pieces):
            with (self.root / path).open("rb") as source, (save_path / path).open("r+b") as out:
                source.seek(offset)
                out.seek(offset)
                out.write(source.read(size))

    def spoil(self, save_path: Path, pieces: Collection[int]) -> None:
        """Write the files with other bytes in these pieces."""
        for file in self.files:
            target = save_path / file.path
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(self.root / file.path, target)
        for path, offset, size in self._slices(pieces):
            with (save_path / path).open("r+b") as out:
                out.seek(offset)
                out.write(random.Random(f"spoilt {path} {offset}").randbytes(size))

    def _slices(self, pieces: Collection[int]) -> Iterator[tuple[str, int, int]]:
        _, info = _load(self.torrent_path)
        layout = info.layout()
        for piece in pieces:
            if not 0 <= piece < self.pieces:
                raise ValueError(f"no piece {piece} in {self.pieces}")
            for part in info.map_block(piece, 0, info.piece_size(piece)):
                if not layout.file_flags(part.file_index) & lt.file_storage.flag_pad_file:
                    yield layout.file_path(part.file_index), part.offset, part.size

    def _first_difference(self, path: str, found: Path) -> str:
        with (self.root / path).open("rb") as right, found.open("rb") as left:
            for start in range(0, found.stat().st_size, CHUNK):
                pairs = enumerate(zip(right.read(CHUNK), left.read(CHUNK), strict=True), start)
                if (at := next((i for i, (a, b) in pairs if a != b), None)) is not None:
                    return f"differs from byte {at} on"
        return "is right now, the original changed on disk since it was made"


def make_payload(
    folder: Path,
    *,
    name: str = "Überraschung 測試",
    files: Mapping[str, int | bytes] | int = MIXED,
    seed: str = "starling",
    version: Version = Version.HYBRID,
    piece_size: int = 32_768,
    trackers: Sequence[str | Sequence[str]] = (),
    web_seeds: Sequence[str] = (),
    private: bool = False,
    comment: str = "",
) -> Payload:
    """Write files and their .torrent into `folder`.

    `files` maps paths inside the torrent's folder to sizes, or to bytes where it matters what they are; a number makes
    a torrent of one file of that size, called `name`. `piece_size` 0 lets libtorrent choose. `trackers` lists tiers: a
    URL is a tier by itself.
    """
    root = folder / "files"
    given = {name: files} if isinstance(files, int) else {f"{name}/{path}": what for path, what in files.items()}
    sizes = {path: what if isinstance(what, int) else len(what) for path, what in given.items()}
    made = {path: PayloadFile(path, sizes[path], _write(root / path, given[path], f"{seed}/{path}")) for path in given}

    by_plain = {path.translate(JOINERS): file for path, file in made.items()}
    for plain, file in by_plain.items():
        if plain != file.path:
            # libtorrent's own peers look for it there.
            (root / plain).parent.mkdir(parents=True, exist_ok=True)
            (root / plain).hardlink_to(root / file.path)

    torrent = lt.create_torrent(
        [lt.create_file_entry(path, size) for path, size in sorted(sizes.items())], piece_size, _FLAGS[version]
    )
    for tier, urls in enumerate(trackers):
        for url in (urls,) if isinstance(urls, str) else urls:
            torrent.add_tracker(url, tier)
    for url in web_seeds:
        torrent.add_url_seed(url)
    torrent.set_creation_date(1_700_000_000)
    torrent.set_priv(private)
    if comment:
        torrent.set_comment(comment)
    lt.set_piece_hashes(torrent, str(root))
    torrent_path = folder / f"{name}.torrent"
    torrent_path.write_bytes(lt.bencode(torrent.generate()))

    params, info = _load(torrent_path)
    hashes, layout = info.info_hashes(), info.layout()
    real = [i for i in range(layout.num_files()) if not layout.file_flags(i) & lt.file_storage.flag_pad_file]
    return Payload(
        name=info.name(),
        torrent_path=torrent_path,
        hash_v1=str(hashes.v1) if hashes.has_v1() else "",
        hash_v2=str(hashes.v2) if hashes.has_v2() else "",
        magnet=lt.make_magnet_uri(params),
        files=tuple(by_plain[layout.file_path(i)] for i in real),
        root=root,
        piece_size=info.piece_length(),
        pieces=info.num_pieces(),
    )


def _write(path: Path, what: int | bytes, seed: str) -> bytes:
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(what, bytes):
        path.write_bytes(what)
        return hashlib.sha256(what).digest()
    source, digest = random.Random(seed), hashlib.sha256()
    with path.open("wb") as out:
        for start in range(0, what, CHUNK):
            data = source.randbytes(min(CHUNK, what - start))
            digest.update(data)
            out.write(data)
    return digest.digest()


def _load(torrent_path: Path) -> tuple[lt.add_torrent_params, lt.torrent_info]:
    params = lt.load_torrent_file(str(torrent_path))
    assert params.ti
    return params, params.ti


def _sha256(path: Path) -> bytes:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()
