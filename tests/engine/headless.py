# SPDX-License-Identifier: GPL-3.0-or-later
"""The engine in a process of its own, to be killed: `Headless` starts it, the module run as a program is it."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tests.swarm import wait_until
from tests.swarm.child import ROOT


@dataclass(frozen=True, slots=True)
class Seen:
    """A torrent as the process last saw it."""

    state: str
    done: int
    size: int
    labels: tuple[str, ...]
    name: str
    queue: int | None
    priorities: tuple[int, ...]
    first_last: bool
    paused: bool


class Headless:
    """A user's program without a window; it writes what it sees into a file, whose last line counts."""

    def __init__(self, folder: Path, address: str, orders: list[Mapping[str, Any]], *, suffix: bool = False) -> None:
        """`orders`: torrents to add at the first start: source, options, and the address of a peer to meet.

        `suffix`: at each start the names of unfinished files are to end in ".part".
        """
        self._suffix = suffix
        self._folder = folder
        self._address = address
        self._orders = orders
        self._process: subprocess.Popen[bytes] | None = None
        self._seen = folder / "seen"
        self._log = folder / "log"
        self._wishes = folder / "wishes"

    def start(self, peers: list[tuple[str, int]] | None = None) -> None:
        """Starts the program; the torrents meet these peers as soon as they are there."""
        self._seen.write_bytes(b"")
        self._wishes.write_bytes(b"")
        config = {
            "folder": str(self._folder),
            "address": self._address,
            "orders": self._orders,
            "peers": peers or [],
            "seen": str(self._seen),
            "wishes": str(self._wishes),
            "suffix": self._suffix,
        }
        self._orders = []
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.engine.headless", json.dumps(config)],
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                cwd=ROOT,
                env={**os.environ, "PYTHONFAULTHANDLER": "1", "QT_QPA_PLATFORM": "offscreen"},
            )

    def wishes(
        self,
        id: str,
        *,
        priorities: Mapping[int, int] | None = None,
        rename: tuple[str, str] = ("", ""),
        move: Path | None = None,
        suffix: bool | None = None,
        halt: str = "",
    ) -> None:
        """Tells it to change the priorities of files, or the name of one, or to move all to another folder.

        `suffix`: whether the names of unfinished files shall end in ".part". `halt`: the instant of a move at which it
        stands still from now on: noted, first, stored, cleared.
        """
        order = {"id": id, "priorities": priorities or {}, "rename": rename, "move": str(move or ""), "suffix": suffix}
        order["halt"], order["mark"] = halt, str(self._folder / "halted")
        with self._wishes.open("ab") as file:
            file.write(json.dumps(order).encode() + b"\n")

    def wait_until_halted(self) -> None:
        """Waits until it stands still."""
        wait_until((self._folder / "halted").exists, bool, 60.0, what="the instant")
        (self._folder / "halted").unlink()

    def kill(self) -> None:
        """SIGKILL."""
        assert self._process is not None
        self._process.kill()
        self._collect(-signal.SIGKILL)

    def quit(self) -> None:
        """Quits as a user does."""
        assert self._process is not None
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._collect(0)

    @property
    def seen(self) -> dict[str, Seen]:
        """What it saw last; empty before it saw anything."""
        lines = self._seen.read_bytes().split(b"\n")
        if len(lines) < 2:
            assert self._process is None or self._process.poll() is None, self._log.read_text()
            return {}
        found = json.loads(lines[-2])
        return {
            id: Seen(**{**row, "labels": tuple(row["labels"]), "priorities": tuple(row["priorities"])})
            for id, row in found.items()
        }

    def wait_for(self, accept: Callable[[dict[str, Seen]], bool], timeout: float = 60.0) -> dict[str, Seen]:
        """Waits until what it sees is as wanted."""
        return wait_until(lambda: self.seen, accept, timeout, what="what the program sees")

    def _collect(self, expected: int) -> None:
        process, self._process = self._process, None
        assert process is not None
        code = process.wait(30)
        if process.stdin is not None:
            process.stdin.close()
        assert code == expected, f"ended with {code}\n{self._log.read_text()}"


def main(config: dict[str, Any]) -> None:
    """The process."""
    from PySide6.QtCore import QCoreApplication
    from qasync import QEventLoop

    app = QCoreApplication([])
    loop = QEventLoop(app)
    with loop:
        loop.run_until_complete(_live(loop, config))


async def _live(loop: asyncio.AbstractEventLoop, config: dict[str, Any]) -> None:
    from starling import settings
    from starling.engine.engine import Engine
    from starling.tasks import Worker, cancel_all
    from starling.torrent import AddOptions, Layout
    from tests.helpers import hermetic

    folder = Path(config["folder"])
    workers = Worker(loop, "engine"), Worker(loop, "files")
    chosen = {settings.downloads.PART_SUFFIX: config["suffix"]}
    engine = Engine(*workers, folder / "data", hermetic(folder, config["address"], chosen, {}))
    engine.failed.connect(lambda sentence: print(sentence, file=sys.stderr))
    await engine.open()
    for order in config["orders"]:
        options = {**order["options"], "labels": tuple(order["options"].get("labels", ()))}
        options["layout"] = Layout(options.get("layout", Layout.ORIGINAL))
        options["excluded"] = tuple(options.get("excluded", ()))
        options["priorities"] = {int(index): value for index, value in options.get("priorities", {}).items()}
        await engine.intake.add((await engine.intake.preview(order["source"])).id, AddOptions(**options))
    stop = loop.run_in_executor(None, sys.stdin.buffer.read)
    await _watch(engine, config, stop)
    await engine.close()
    for worker in workers:
        await worker.stop()
    await cancel_all()


async def _watch(engine: Any, config: dict[str, Any], stop: "asyncio.Future[bytes]") -> None:
    met: set[str] = set()
    with (
        open(config["seen"], "ab", buffering=0) as out,  # noqa: ASYNC230, PTH123
        open(config["wishes"], "rb") as wishes,  # noqa: ASYNC230, PTH123
    ):
        while not stop.done():
            while order := wishes.readline():
                _obey(engine, json.loads(order))
            found = {}
            for row in list(engine.torrents.values()):
                record = engine._records.get(row.id)
                if row.id not in met and record.handle is not None:
                    met.add(row.id)
                    for peer in config["peers"]:
                        record.handle.connect_peer(tuple(peer), 0)
                found[row.id] = {
                    **{key: getattr(row, key) for key in ("done", "size", "labels", "name", "queue", "first_last")},
                    "state": row.state.value,
                    "paused": row.paused,
                    "priorities": (await engine.details.file_state(row.id)).priorities,
                }
            if len(found) == len(engine._records):
                out.write(json.dumps(found).encode() + b"\n")
            engine.refresh()
            await asyncio.sleep(0.05)


def _halt(instant: str, mark: Path) -> None:
    from starling.engine.relocation_log import RelocationLog
    from starling.engine.relocation_mover import Mover

    def stand() -> None:
        mark.touch()
        threading.Event().wait()

    async def noted(log: RelocationLog, id: str, way: Any, begin: Any = RelocationLog.begin) -> None:
        await begin(log, id, way)
        stand()

    def renamed(old: Path, new: Path, rename: Any = Path.rename) -> Path:
        there: Path = rename(old, new)
        if there.suffix == ".bin":
            stand()
        return there

    async def reached(*_args: Any) -> None:
        stand()

    async def left(*args: Any, leave: Any = Mover._leave) -> None:
        # Not where one ends that a start before has left to be done.
        RelocationLog.end = reached  # type: ignore[method-assign, assignment]
        await leave(*args)

    if instant == "noted":
        RelocationLog.begin = noted  # type: ignore[method-assign, assignment]
    elif instant == "first":
        Path.rename = renamed  # type: ignore[method-assign, assignment]
    elif instant == "stored":
        Mover._leave = reached  # type: ignore[method-assign, assignment]
    elif instant == "cleared":
        Mover._leave = left  # type: ignore[method-assign]


def _obey(engine: Any, order: dict[str, Any]) -> None:
    from starling.tasks import spawn

    if order["priorities"]:
        engine.contents.set_priorities(order["id"], {int(i): value for i, value in order["priorities"].items()})
    if all(order["rename"]):
        spawn(engine.contents.rename(order["id"], *order["rename"]), name="rename")
    if order["suffix"] is not None:
        config = engine._get_config()
        engine.apply(replace(config, data=replace(config.data, part_suffix=order["suffix"])))
    _halt(order["halt"], Path(order["mark"]))
    if order["move"]:
        spawn(engine.relocation.move([order["id"]], order["move"]), name="move")


if __name__ == "__main__":
    began = time.monotonic()
    main(json.loads(sys.argv[1]))
