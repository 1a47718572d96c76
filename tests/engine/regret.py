# SPDX-License-Identifier: GPL-3.0-or-later
"""A program that removes all its torrents with their files and undoes it, again and again, to be killed in between."""

import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.swarm.child import ROOT


class Regret:
    """The program, from outside."""

    def __init__(self, folder: Path, address: str, sources: list[str]) -> None:
        """`sources` are added at the first start, with their files in `folder`/downloads."""
        self._folder = folder
        config = {"folder": str(folder), "address": address, "sources": sources}
        command = [sys.executable, "-m", "tests.engine.regret", json.dumps(config)]
        with (folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                command,
                stdout=subprocess.PIPE,
                stderr=log,
                cwd=ROOT,
                env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            )

    def hears(self, word: str) -> None:
        """Waits until it says that it begins to "remove" or to "undo"."""
        assert self._process.stdout is not None
        while line := self._process.stdout.readline():
            if line.decode().strip() == word:
                return
        raise AssertionError((self._folder / "log").read_text())

    def kill(self) -> None:
        """SIGKILL."""
        self._process.kill()
        self._process.wait(30)
        assert self._process.stdout is not None
        self._process.stdout.close()


def main(config: dict[str, Any]) -> None:
    """The process."""
    from PySide6.QtCore import QCoreApplication
    from qasync import QEventLoop

    app = QCoreApplication([])
    loop = QEventLoop(app)
    with loop:
        loop.run_until_complete(_live(loop, config))


async def _live(loop: asyncio.AbstractEventLoop, config: dict[str, Any]) -> None:
    from starling.engine.engine import Engine
    from starling.tasks import Worker
    from starling.torrent import AddOptions
    from tests.helpers import hermetic

    folder = Path(config["folder"])
    workers = Worker(loop, "engine"), Worker(loop, "files")
    engine = Engine(*workers, folder / "data", hermetic(folder, config["address"], {}, {}))
    await engine.open()
    known = {record.id for record in engine._records} | {one.id for one in await engine.bin.entries()}
    for source in config["sources"]:
        found = await engine.intake.preview(source)
        if found.id in known:
            engine.intake.discard(found.id)
        else:
            await engine.intake.add(found.id, AddOptions(save_path=str(folder / "downloads")))
    while True:
        if entries := await engine.bin.entries():
            print("undo", flush=True)
            await engine.bin.restore([one.number for one in entries])
        print("remove", flush=True)
        await engine.remove([record.id for record in engine._records], data=True)


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
