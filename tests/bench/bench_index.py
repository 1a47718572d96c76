# SPDX-License-Identifier: GPL-3.0-or-later
"""How long a search through the names of all files takes, and what filling the index costs a start.

`python -m tests.bench.bench_index [torrents]`; 10,000 of 50 files by default. Fails where a search is too slow.
"""

import asyncio
import os
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import libtorrent as lt
from PySide6.QtCore import QCoreApplication
from qasync import QEventLoop

from starling.engine import keeper
from starling.engine.engine import Engine
from starling.engine.rows import Row
from starling.engine.session import Config
from starling.engine.store import Store
from tests.bench.bench_engine import Blocks, running, until_listed
from tests.helpers import hermetic
from tests.swarm import Swarm

FILES = 50
REPEATS = 40
LIMIT = 50.0
"""Milliseconds that a search takes at most; of each kind the median counts, for the machine may be busy."""
WORDS = 20_000
ENDINGS = ("mkv", "mp4", "flac", "mp3", "jpg", "pdf", "srt", "nfo")
QUERIES = (
    "{word}",
    "{word} {ending}",
    "1080p",
    "e",
    "zq",
    "no such name",
    "*.{ending}",
    "s01*",
    "ext:srt,nfo",
)
"""What people type: names, parts of names, one and two letters, patterns, extensions."""
RARE = ("e07 -mkv", "*e07*.{ending}", "size>4G", "?")
"""What takes longer since every name has to be looked at, and may."""


def torrent(number: int, words: list[str]) -> dict[bytes, object]:
    """The info dictionary of a season of something, with names as long as they usually are."""
    chance = random.Random(number)
    title = ".".join(chance.choice(words).title() for _ in range(3))
    ending = chance.choice(ENDINGS)
    names = [f"{title}.S01E{file:02}.{chance.choice(words)}.1080p.WEB-DL.x264-Grp.{ending}" for file in range(FILES)]
    return {
        b"name": f"{title}.S01.1080p.WEB-DL.x264-Grp".encode(),
        b"piece length": 1 << 24,
        b"pieces": number.to_bytes(20, "big"),
        b"files": [{b"length": 300_000, b"path": [name.encode()]} for name in names],
    }


def fill(folder: Path, count: int, words: list[str]) -> None:
    """A database of `count` torrents at rest, so that nothing but the index has anything to do."""
    store = Store(folder / "starling.db")
    store._db.execute("PRAGMA synchronous = OFF")
    for number in range(count):
        params = lt.load_torrent_buffer(lt.bencode({b"info": torrent(number, words)}))
        info = params.ti
        assert info is not None
        params.save_path, params.added_time = str(folder), 1_700_000_000
        params.flags = lt.torrent_flags.paused
        params.ti = None
        store.put(Row(str(info.info_hashes().v1), keeper.encode(params), info.info_section(), position=number))
    store.close()


async def start(folder: Path, count: int, config: Config, what: str) -> None:
    """A start until every name is known, and how the GUI thread fared."""
    blocks = Blocks()
    async with running(folder, config) as (engine, _):
        blocks.start()
        begun = time.monotonic()
        await engine.open()
        await until_listed(engine, count)
        listed = time.monotonic() - begun
        print(f"{what}: all listed {listed:.2f} s, {blocks.stop()}", end="; ", flush=True)
        blocks.start()
        while not engine.names_read:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
        print(f"every name known after {time.monotonic() - begun:.2f} s, {blocks.stop()}", flush=True)


async def search(engine: Engine, queries: tuple[str, ...], words: list[str]) -> float:
    """Prints how long each query takes, from the question to the answer in the loop; the slowest median."""
    slowest = 0.0
    for query in queries:
        took, found = [], 0
        for number in range(REPEATS):
            text = query.format(word=words[number], ending=ENDINGS[number % len(ENDINGS)])
            begun = time.perf_counter()
            found += len(await engine.find_files(text))
            took.append((time.perf_counter() - begun) * 1000)
        median, late = statistics.median(took), statistics.quantiles(took, n=20)[-1]
        slowest = max(slowest, median)
        print(f"{query:20}{found // REPEATS:8}{median:10.1f}{late:10.1f}", flush=True)
    return slowest


async def measure(count: int) -> float:
    """All of it; the median of the slowest kind of search, in milliseconds."""
    chance = random.Random(1)
    words = ["".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=chance.randint(3, 9))) for _ in range(WORDS)]
    with Swarm() as swarm, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        config = hermetic(folder, swarm.address(), {}, {})
        data = folder / "data"
        fill(data, count, words)
        await start(data, count, config, "start without an index")
        print(f"the index has {(data / 'files.db').stat().st_size / 1e6:.1f} MB")
        await start(data, count, config, "start with it")
        async with running(data, config) as (engine, _):
            await engine.open()
            while not engine.names_read:  # noqa: ASYNC110
                await asyncio.sleep(0.01)
            print(f"\n{'search':20}{'found':>8}{'median ms':>10}{'95 % ms':>10}")
            slowest = await search(engine, QUERIES, words)
            await search(engine, RARE, words)
    return slowest


def main() -> int:
    app = QCoreApplication([])
    with QEventLoop(app) as loop:
        slowest = loop.run_until_complete(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
    if slowest > LIMIT:
        print(f"a search took more than {LIMIT:.0f} ms")
    return int(slowest > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
