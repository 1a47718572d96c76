# SPDX-License-Identifier: GPL-3.0-or-later
"""A torrent of which files are skipped and wanted again, and what has to be on disk then."""

import hashlib
import os
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import libtorrent as lt

from starling.torrent import Priority, SessionState, State
from tests.helpers import User
from tests.swarm import Payload, Peer, Swarm, Version

SKIP, NORMAL, HIGH = Priority.SKIP, Priority.NORMAL, Priority.HIGH
SIZES = {
    "a.bin": 150_000,
    "b.bin": 1_500_000,
    "c.tiny": 5_000,
    "d.bin": 120_000,
    "e/f.bin": 900_000,
    "g.empty": 0,
    "h.bin": 90_000,
}
A, B, TINY, D, IN_FOLDER, EMPTY, H = range(7)
SLOW = 200_000


@dataclass
class Case:
    """A torrent in the middle of a story."""

    user: User
    swarm: Swarm
    payload: Payload
    seed: Peer
    id: str
    indices: tuple[int, ...]
    """libtorrent's of the files, which counts pad files too."""

    def sets(self, **priorities: int) -> None:
        """Changes what is wanted, by the names of the files in capitals."""
        chosen = {self.indices[globals()[name]]: value for name, value in priorities.items()}
        self.user.sets_priorities(self.id, chosen)

    def path(self, number: int) -> str:
        return self.payload.files[number].path

    def is_begun(self, number: int) -> None:
        """Waits until some of a file's pieces are on disk, and not all."""
        index = self.indices[number]
        size = self.payload.files[number].size
        handle = self.user.handle(self.id)

        def begun() -> bool:
            handle.flush_cache()
            done = handle.file_progress(lt.torrent_handle.piece_granularity)[index]
            return 0 < done < size and (self.user.downloads / self.path(number)).exists()

        self.user.until(begun)

    def puts_aside(self, number: int) -> Path:
        """Skips a file that is begun; where it lies then."""
        self.is_begun(number)
        self.user.sets_priorities(self.id, {self.indices[number]: SKIP})
        self.rests()
        assert self.path(number) not in self.on_disk()
        return self.user.data_dir / "parts" / "aside" / self.id / self.path(number)

    def finishes(self) -> None:
        """Has all that is wanted, and everything is where it belongs."""
        self.seed.limit()
        self.user.connects(self.id, self.seed)
        self.user.sees(self.id, State.SEEDING)
        self.rests()

    def rests(self) -> None:
        """Waits until no file is on its way, neither to another place nor to the disk."""
        running = self.user.engine._running
        assert running is not None
        self.user.until(lambda: not running.journal.plans)
        self.user.run(running.keeper.stored(self.id))
        self.user.run(self.user._workers[1].run(int))

    def on_disk(self) -> dict[str, str]:
        """Whatever is in the download folder: path -> SHA-256, "folder" for an empty one."""
        return tree(self.user.downloads)

    def expected(self, skipped: Collection[int]) -> dict[str, str]:
        return {file.path: file.sha256.hex() for i, file in enumerate(self.payload.files) if i not in skipped}

    def have(self) -> list[bool]:
        return list(self.user.handle(self.id).status(lt.torrent_handle.query_pieces).pieces)

    def is_exact(self, skipped: Collection[int]) -> None:
        """Checks the disk, restarts, checks again; a stranger gets right bytes for every piece we claim to have."""
        assert self.on_disk() == self.expected(skipped)
        have = self.have()
        self.user.quit()
        # The next port is another one. Until the end the engine tells the one it had.
        self.user.session = SessionState()
        self.user.start()
        self.user.sees(self.id, State.SEEDING)
        assert self.have() == have
        assert self.on_disk() == self.expected(skipped)
        self.serves_all_it_has()
        assert self.on_disk() == self.expected(skipped)

    def serves_all_it_has(self) -> None:
        # Whole pieces: nobody is given the first blocks of one.
        done = self.user.handle(self.id).file_progress(lt.torrent_handle.piece_granularity)
        share = sum(done[index] for index in self.indices) / self.payload.size
        stranger = self.swarm.leech(self.payload)
        stranger.connect(self.user.listens_at)
        self.user.until(lambda: abs(stranger.status.progress - share) < 2e-6)
        assert stranger.status.failed == 0
        stranger.kill()


def tree(top: Path) -> dict[str, str]:
    found = {}
    for folder, folders, names in os.walk(top):
        for name in names:
            path = Path(folder, name)
            found[path.relative_to(top).as_posix()] = hashlib.sha256(path.read_bytes()).hexdigest()
        if not names and not folders and Path(folder) != top:
            found[Path(folder).relative_to(top).as_posix()] = "folder"
    return found


def begins(swarm: Swarm, user: User, version: Version, *skipped: int, up: int) -> Case:
    """Adds a torrent of which a slow seed has everything."""
    payload = swarm.payload(files=SIZES, version=version, piece_size=32_768)
    assert [file.path for file in payload.files] == [f"{payload.name}/{path}" for path in SIZES]
    info = lt.load_torrent_file(str(payload.torrent_path)).ti
    assert info is not None
    layout = info.layout()
    indices = tuple(i for i in range(layout.num_files()) if not layout.file_flags(i) & layout.flag_pad_file)
    seed = swarm.seed(payload, up=up)
    id = user.adds(payload, priorities={indices[one]: int(SKIP) for one in skipped})
    user.connects(id, seed)
    return Case(user, swarm, payload, seed, id, indices)
