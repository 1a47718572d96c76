# SPDX-License-Identifier: GPL-3.0-or-later
"""How fast remote control tells of 10,000 torrents over HTTP, or changes them, and for how long it keeps the window.

`python -m tests.bench.bench_remote [torrents [files of each]]`; the client is a process of its own.
"""

import asyncio
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from http.client import HTTPConnection
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from starling.instance import Message, Server, claim
from starling.paths import Profile
from starling.program import Program, prepare
from starling.remote.calls import Dialect
from starling.remote.door import Door
from starling.remote.names import spelled
from starling.remote.torrent_fields import FIELDS
from tests.bench import collection
from tests.bench.bench_table import Meter
from tests.swarm import Swarm

COUNT = 10_000
TIMES = 5
PATIENCE = 300.0
CALM = 3.0
"""Seconds without any news of torrents before it begins: all of them announce themselves first."""

SOME = (
    *("activity_date", "added_date", "desired_available", "done_date", "download_dir", "downloaded_ever", "error"),
    *("error_string", "eta", "file_count", "hash_string", "have_unchecked", "have_valid", "id", "is_finished"),
    *("is_private", "labels", "left_until_done", "manual_announce_time", "metadata_percent_complete", "name"),
    *("peers_connected", "peers_getting_from_us", "peers_sending_to_us", "percent_done", "primary_mime_type"),
    *("queue_position", "rate_download", "rate_upload", "recheck_progress", "seconds_seeding", "seed_idle_limit"),
    *("seed_idle_mode", "seed_ratio_limit", "seed_ratio_mode", "size_when_done", "status", "total_size", "trackers"),
    *("upload_ratio", "uploaded_ever", "webseeds_sending_to_us"),
)
"""What Transmission's window and Sonarr ask every few seconds, and some more."""

STEPS = (
    # what, fields, format, compressed, how long it may take in ms
    ("some fields, objects", SOME, "objects", False, 300),
    ("some fields, table", SOME, "table", False, 300),
    ("all fields, objects", tuple(FIELDS), "objects", False, 1500),
    ("all fields, table", tuple(FIELDS), "table", False, 1500),
    ("all fields, objects, gzip", tuple(FIELDS), "objects", True, 1500),
)
UNKNOWN = [f"{number:040x}" for number in range(20_000)]
CHANGES = (
    # what, method, one way and the other
    ("set labels of all", "torrent-set", {"labels": ["a"]}, {"labels": []}),
    ("set a limit of all", "torrent-set", {"uploadLimit": 100, "uploadLimited": True}, {"uploadLimited": False}),
    ("set goals of all", "torrent-set", {"seedRatioMode": 1, "seedRatioLimit": 10_000}, {"seedRatioMode": 0}),
    ("set the order of all", "torrent-set", {"sequential_download": True}, {"sequential_download": False}),
    ("set priorities of all", "torrent-set", {"priority-high": []}, {"priority-normal": []}),
    ("set nothing of all", "torrent-set", {}, {}),
    ("20,000 unknown hashes", "torrent-get", {"fields": ["id"], "ids": UNKNOWN}, {"fields": ["id"], "ids": UNKNOWN}),
)
TURN = 50
"""Milliseconds that the window may wait."""


def ask(port: str) -> None:
    """The client: a line of standard input is a request; answers how long it took and how long the body was."""
    connection = HTTPConnection("127.0.0.1", int(port))
    session = ""
    for line in sys.stdin:
        headers = {"X-Transmission-Session-Id": session}
        asked = json.loads(line)
        if asked.pop("gzip"):
            headers["Accept-Encoding"] = "gzip"
        for _ in range(2):
            begun = time.perf_counter()
            connection.request("POST", "/transmission/rpc", json.dumps(asked), headers)
            answer = connection.getresponse()
            body = answer.read()
            took = time.perf_counter() - begun
            session = headers["X-Transmission-Session-Id"] = answer.getheader("X-Transmission-Session-Id") or session
            if answer.status != 409:
                break
        print(json.dumps({"status": answer.status, "size": len(body), "took": took}), flush=True)


class Story:
    """A program with its window, and a client that asks."""

    def __init__(self, program: Program, meter: Meter, count: int) -> None:
        self._program, self._meter, self._count = program, meter, count
        self._heard = time.perf_counter()

    async def tell(self) -> None:
        """Asks each question some times and prints what that took; then the program is asked to quit."""
        core, window = self._program.core, self._program.window
        core.engine.updated.connect(self._on_updated)
        door = Door(
            core.engine, core.settings, core.worker, core.files_worker, Path("/"), window.close, always=True, port=0
        )
        try:
            await self._until(lambda: window.model.total == self._count)
            await door.open()
            await self._until(lambda: time.perf_counter() - self._heard > CALM)
            client = await asyncio.create_subprocess_exec(
                *(
                    sys.executable,
                    "-m",
                    "tests.bench.bench_remote",
                    "client",
                    door.state.url.split(":")[2].split("/")[0],
                ),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
            )
            self._meter.reset()
            await asyncio.sleep(CALM)
            print(f"nobody asks: longest turn {self._meter.wall * 1000:.0f} ms")
            print(f"{'':30}{'median':>9}{'target':>8}{'first':>8}{'MB':>8}{'turn':>8}{'CPU':>8}")
            for what, fields, form, gzip, target in STEPS:
                names = [spelled(name, Dialect.CLASSIC) for name in fields]
                asked = {"method": "torrent-get", "arguments": {"fields": names, "format": form}, "gzip": gzip}
                await self._step(client, what, [asked] * TIMES, str(target))
            for what, method, *ways in CHANGES:
                await self._step(
                    client, what, [{"method": method, "arguments": way, "gzip": False} for way in ways] * 2
                )
            assert client.stdin is not None
            client.stdin.close()
            await client.wait()
        finally:
            await door.close()
            window.closed.emit()

    async def _step(
        self, client: asyncio.subprocess.Process, what: str, asked: Sequence[Mapping[str, object]], target: str = ""
    ) -> None:
        assert client.stdin is not None
        assert client.stdout is not None
        took, size, walls, cpus = [], 0, [], []
        for each in asked:
            line = json.dumps(each)
            await asyncio.sleep(0.5)
            self._meter.reset()
            client.stdin.write(f"{line}\n".encode())
            answer = json.loads(await client.stdout.readline())
            await asyncio.sleep(0.01)
            assert answer["status"] == 200, answer
            took.append(answer["took"] * 1000)
            size = answer["size"]
            walls.append(self._meter.wall * 1000)
            cpus.append(self._meter.cpu * 1000)
        print(
            f"{what:30}{statistics.median(took):9.0f}{target:>8}{took[0]:8.0f}{size / 1e6:8.1f}"
            f"{max(walls):8.0f}{max(cpus):8.0f}",
            flush=True,
        )

    def _on_updated(self, _torrents: object) -> None:
        self._heard = time.perf_counter()

    async def _until(self, condition: Callable[[], bool]) -> None:
        deadline = time.perf_counter() + PATIENCE
        while not condition():
            if time.perf_counter() > deadline:
                raise TimeoutError("the torrents did not come to rest")
            await asyncio.sleep(0.01)


async def _both(app: QApplication, loop: QEventLoop, profile: Profile, server: Server, count: int) -> None:
    program = Program(app, loop, profile, server)
    task = loop.create_task(Story(program, Meter(), count).tell())
    await program.run(Message())
    await task


def main(count: int = COUNT, files: int = 1) -> None:
    """Prints the table."""
    with tempfile.TemporaryDirectory() as folder, Swarm() as swarm:
        profile = collection.make(
            Path(folder), count, tracker=swarm.tracker().url, address=swarm.address(), files=files
        )
        print(f"{count:,} torrents of {files} files; milliseconds, a turn of the loop may take {TURN}", flush=True)
        server = claim(profile, Message())
        assert server is not None
        app = QApplication(sys.argv[:1])
        prepare(app)
        loop = QEventLoop(app)
        with loop:
            loop.run_until_complete(_both(app, loop, profile, server, count))


if __name__ == "__main__":
    if sys.argv[1:2] == ["client"]:
        ask(sys.argv[2])
    else:
        main(*map(int, sys.argv[1:3]))
