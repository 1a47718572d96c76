# SPDX-License-Identifier: GPL-3.0-or-later
"""The Swarm tab against what four brands of peers say of us, second by second.

    LAB_SCRIPTS=<the lab> python -m tests.bench.lab.board OUT [seconds]

It needs the lab's clients (transmission-daemon, qbittorrent-nox, deluged, aria2c) and the rencode module that comes
with Deluge, in a directory that LAB_PYTHON names if Python does not find it. Ten of those clients, two libtorrent
peers and three scripted ones get their parts; the real program downloads from them, later seeds, and what its tab
shows is compared with what was arranged and with what the others say. OUT gets tables, pictures and the summary.
"""

import asyncio
import os
import shutil
import signal
import sys
import tempfile
import time
import traceback
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import libtorrent as lt
from PySide6.QtCore import Qt, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QSplitter
from qasync import QEventLoop

from starling import settings
from starling.instance import Message, claim
from starling.paths import Profile
from starling.peerstory import Story
from starling.program import Program, prepare
from starling.settings.appearance import Appearance
from starling.swarm import Board
from starling.torrent import AddOptions, State, Torrent
from tests.bench.bench_table import Meter
from tests.bench.lab.board_cast import Cast, Kind
from tests.bench.lab.board_check import report
from tests.swarm import Payload, Swarm, Version
from tests.swarm.demo import say_of_qt

MIB = 1 << 20
SIZE, PIECE = 120 * MIB, 256 << 10
SLOTS, UP_LIMIT = 4, 120_000
SECONDS = 300.0
SPOILER_AFTER = 60.0
"""Seconds after which the peer with the bad hashes comes."""
SEEDING = 75.0
"""Seconds of seeding that have to be seen."""
PATIENCE = 540.0
PICTURES = (45.0, 100.0, 130.0, 180.0)


@dataclass(frozen=True, slots=True)
class Shown:
    """What the tab had at a moment, and what it said."""

    torrent: Torrent
    board: Board
    text: str
    missing: frozenset[int] | None
    """Pieces that we lack, from libtorrent."""


@dataclass(slots=True)
class Witness:
    """All that was seen of Starling."""

    shown: list[Shown] = field(default_factory=list)
    stories: tuple[Story, ...] = ()
    begun: float = 0.0
    threshold: int = 0
    """Pieces up to which the picker chooses by chance."""
    slots: int = SLOTS
    failures: list[tuple[float, str]] = field(default_factory=list)
    """Exceptions of the page, with their moments."""
    turns: list[float] = field(default_factory=list)
    """Longest turn of the event loop in ms of processor time, each second."""


SETTINGS = """
[appearance]
language = "en"
theme = "light"
[downloads]
save_path = "{downloads}"
keep_free = 0
[connection]
port = 0
interfaces = ["{address}"]
utp = false
upload_slots = {slots}
[speed]
up_limit = {up}
limit_local = true
[discovery]
pex = false
dht = false
lsd = false
upnp = false
natpmp = false
dht_bootstrap = []
"""


def main() -> int:
    """Runs it; 0 if nothing that the tab said was wrong."""
    out = Path(sys.argv[1])
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else SECONDS
    out.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="starling-board-"))
    os.environ["LAB_DIR"] = str(folder / "lab")
    sys.path += [os.environ["LAB_SCRIPTS"], *filter(None, [os.environ.get("LAB_PYTHON")])]
    import lablib

    # Before any thread and any other process is started: all of them then live in a network with nothing but loopback.
    lablib.enter_ns()
    try:
        with Swarm() as swarm:
            payload = swarm.payload(
                name="Starling murmuration", version=Version.V1, files={"flight.mkv": SIZE}, piece_size=PIECE
            )
            address = swarm.address()
            cast = Cast(lablib, swarm, payload, address)
            try:
                print("Starting 15 peers …", flush=True)
                cast.gather()
                witness = watch(cast, payload, folder, address, out, seconds)
            finally:
                cast.end()
            wrong = report(cast, witness, out)
    finally:
        holder = folder / "lab" / "ns.pid"
        if holder.exists():
            os.kill(int(holder.read_text()), signal.SIGTERM)
        shutil.rmtree(folder, ignore_errors=True)
    return int(wrong > 0)


def watch(cast: Cast, payload: Payload, folder: Path, address: str, out: Path, seconds: float) -> Witness:
    """Opens the program on a profile of its own, and looks at its Swarm tab until all was seen."""
    os.environ["XDG_DATA_HOME"] = str(folder / "xdg")
    qInstallMessageHandler(say_of_qt)
    profile = Profile.at(folder / "profile")
    profile.make_folders()
    text = SETTINGS.format(downloads=folder / "downloads", address=address, slots=SLOTS, up=UP_LIMIT)
    profile.settings_file.write_text(text, encoding="utf-8")
    server = claim(profile, Message())
    assert server is not None
    app = QApplication(sys.argv[:1])
    prepare(app)
    loop = QEventLoop(app)
    witness = Witness()
    with loop:

        async def both() -> None:
            program = Program(app, loop, profile, server)
            program.window.resize(1440, 900)
            story = loop.create_task(Visit(program, cast, payload, folder, out, witness).tell(seconds))
            await program.run(Message())
            await story

        loop.run_until_complete(both())
    return witness


class Visit:
    """What happens while somebody looks."""

    def __init__(
        self, program: Program, cast: Cast, payload: Payload, folder: Path, out: Path, witness: Witness
    ) -> None:
        self._program, self._cast, self._payload = program, cast, payload
        self._folder, self._out, self._witness = folder, out, witness
        self._id = ""
        self._missing: frozenset[int] | None = None

    async def tell(self, seconds: float) -> None:
        """To the end of the download and some time beyond; then the program is asked to quit."""
        engine, window, witness = self._program.engine, self._program.window, self._witness
        try:
            preview = await engine.intake.preview(str(self._payload.torrent_path))
            self._id = await engine.intake.add(preview.id, AddOptions(str(self._folder / "downloads")))
            while self._id not in engine.torrents:  # noqa: ASYNC110
                await asyncio.sleep(0.1)
            window.show_torrent(self._id)
            window.details.show_tab(window.details.pages.index(window.details.swarm))
            halves = next(
                each for each in window.findChildren(QSplitter) if each.orientation() is Qt.Orientation.Vertical
            )
            halves.setSizes([1, 4])
            self._record()
            self._cast.listen()
            others = [player.endpoint for player in self._cast.players if player.kind is not Kind.CORRUPT]
            witness.begun = time.time()
            await engine.peers.add(self._id, others)
            await self._look(seconds)
            witness.stories = engine.peers.journal(self._id)
        finally:
            window.closed.emit()

    async def _look(self, seconds: float) -> None:
        engine, witness = self._program.engine, self._witness
        running = engine._running
        assert running is not None
        witness.threshold = int(running.swarm.pack["initial_picker_threshold"])
        meter, pictures, spoilt, seeding = Meter(), list(PICTURES), False, 0.0
        while (past := time.time() - witness.begun) < PATIENCE:
            await asyncio.sleep(1)
            witness.turns.append(meter.cpu * 1000)
            if not spoilt and past > SPOILER_AFTER:
                spoilt = True
                await engine.peers.add(self._id, [self._cast.player(Kind.CORRUPT).endpoint])
            self._missing = await asyncio.to_thread(self._lacking)
            if pictures and past > pictures[0]:
                await self._take_pictures(f"{pictures.pop(0):.0f}s")
            if engine.torrents[self._id].state is State.SEEDING:
                seeding = seeding or time.time()
                if time.time() - seeding > SEEDING and past > seconds:
                    await self._take_pictures("seeding")
                    return
            meter.reset()

    def _record(self) -> None:
        """From now on everything is written down that the page takes, with what it then says."""
        page, taken = self._program.window.details.swarm, self._program.window.details.swarm.take

        def take(torrent: Torrent, fetched: Any) -> None:
            try:
                taken(torrent, fetched)
            except Exception as error:
                self._witness.failures.append((time.time(), "".join(traceback.format_exception(error))))
                raise
            self._witness.shown.append(Shown(torrent, fetched.board, page.text(), self._missing))

        page.take = take  # type: ignore[method-assign]

    def _lacking(self) -> frozenset[int]:
        record = self._program.engine._records.get(self._id)
        assert record is not None
        assert record.handle is not None
        pieces = record.handle.status(lt.torrent_handle.query_pieces).pieces
        return frozenset(
            number for number in range(self._payload.pieces) if number >= len(pieces) or not pieces[number]
        )

    async def _take_pictures(self, when: str) -> None:
        """In both colours."""
        window, chosen = self._program.window, self._program.settings
        for theme in (Appearance.DARK, Appearance.LIGHT):
            chosen.set(settings.appearance.THEME, theme)
            await asyncio.sleep(0.5)
            window.grab().save(str(self._out / f"{when}-{theme.value}.png"))
            window.details.swarm.grab().save(str(self._out / f"{when}-tab-{theme.value}.png"))


if __name__ == "__main__":
    sys.exit(main())
