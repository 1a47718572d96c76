# SPDX-License-Identifier: GPL-3.0-or-later
"""`make demo`: a real swarm on loopback, the real program in front of it, one download watched and verified."""

import asyncio
import os
import shutil
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tests.swarm import Encryption, Payload, Swarm

if TYPE_CHECKING:
    from starling.peer import Peer
    from starling.program import Program
from starling.torrent import Torrent

PICTURES = Path("build/demo")
PICTURE = 1440, 900
MIB = 1 << 20
FILES = {
    "Aufnahmen/Möwen über dem Hafen.flac": 17 * MIB,
    "Aufnahmen/Звёздный дождь.flac": 12 * MIB,
    "写真/渡り鳥の群れ 001.jpg": 5 * MIB,
    "写真/渡り鳥の群れ 002.jpg": 4 * MIB,
    "Films/murmuration at dusk.mkv": 22 * MIB,
    "Films/outtakes (not wanted).mkv": 6 * MIB,
    "notes/léeme.txt": 18_302,
    "notes/empty.lock": 0,
}
SKIPPED = "outtakes (not wanted).mkv"
SEED_RATES = (620_000, 540_000, 480_000, 420_000, 350_000)
LEECHES = ((0.35, 260_000), (0.5, 220_000), (0.65, 180_000), (0.8, 160_000))
"""Share of the pieces that each has at the start, and its upload rate."""
PATIENCE = 120.0
"""Seconds after which the download is given up."""
LOOK = 3.0
"""Seconds that the finished download stays on a screen."""


@dataclass(slots=True)
class Witness:
    """What was seen while it went on."""

    givers: dict[str, int] = field(default_factory=dict)
    """Peer -> bytes it gave."""
    pictures: list[Path] = field(default_factory=list)

    def note(self, peers: "tuple[Peer, ...]") -> None:
        """Adds one second's view of the peers."""
        for peer in peers:
            if peer.downloaded:
                self.givers[peer.key] = max(peer.downloaded, self.givers.get(peer.key, 0))


def main() -> int:
    """Runs the demo; 0 only if every wanted byte is right and the skipped file is not on disk."""
    headless = not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    if headless:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    offscreen = os.environ.get("QT_QPA_PLATFORM") == "offscreen"
    folder = Path(tempfile.mkdtemp(prefix="starling-demo-"))
    try:
        with Swarm() as swarm:
            print("Starting a swarm of 9 peers and 2 trackers on this machine …", flush=True)
            payload = gather(swarm)
            return watch(swarm, payload, folder, offscreen)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def gather(swarm: Swarm) -> Payload:
    """The swarm: seeds and leeches at different rates, some of them encrypted."""
    trackers = [swarm.tracker("udp").url, swarm.tracker("http").url]
    payload = swarm.payload(
        name="Starlings – Estorninos – ムクドリ", files=FILES, piece_size=128 << 10, trackers=trackers
    )
    kinds = (Encryption.ANY, Encryption.RC4, Encryption.ANY)
    for number, rate in enumerate(SEED_RATES):
        swarm.seed(payload, up=rate, encryption=kinds[number % 3], wait=False)
    for number, (have, rate) in enumerate(LEECHES):
        swarm.leech(payload, have=have, up=rate, down=120_000, encryption=kinds[number % 3], wait=False)
    return payload


def watch(swarm: Swarm, payload: Payload, folder: Path, offscreen: bool) -> int:
    """Opens the program on a profile of its own and follows one download to its end."""
    os.environ["XDG_DATA_HOME"] = str(folder / "xdg")
    # Qt and the program come now: the platform had to be chosen before.
    from PySide6.QtCore import qInstallMessageHandler
    from PySide6.QtWidgets import QApplication
    from qasync import QEventLoop

    from starling.instance import Message, claim
    from starling.paths import Profile
    from starling.program import Program, prepare

    if offscreen:
        qInstallMessageHandler(say_of_qt)
    profile = Profile.at(folder / "profile")
    profile.make_folders()
    downloads = folder / "downloads"
    profile.settings_file.write_text(hermetic(swarm.address(), downloads), encoding="utf-8")
    server = claim(profile, Message())
    assert server is not None
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    prepare(app)
    loop = QEventLoop(app)
    witness = Witness()
    with loop:

        async def both() -> "tuple[Torrent | None, float]":
            program = Program(app, loop, profile, server)
            if offscreen:
                program.window.resize(*PICTURE)
            story = loop.create_task(follow(program, payload, downloads, witness, offscreen))
            await program.run(Message())
            return await story

        torrent, seconds = loop.run_until_complete(both())
    return report(payload, downloads, witness, torrent, seconds)


def say_of_qt(_kind: object, _context: object, message: str) -> None:
    """Passes Qt's messages on, but for what a platform without a screen says of every window."""
    if not message.startswith("This plugin does not support"):
        print(message, file=sys.stderr)


def hermetic(address: str, downloads: Path) -> str:
    """Settings under which nothing leaves this machine."""
    return f"""
[downloads]
save_path = '{downloads}'
[connection]
port = 0
interfaces = ['{address}']
utp = false
[discovery]
dht = false
lsd = false
upnp = false
natpmp = false
dht_bootstrap = []
"""


async def follow(
    program: "Program", payload: Payload, downloads: Path, witness: Witness, offscreen: bool
) -> "tuple[Torrent | None, float]":
    """Adds the torrent with one file skipped, looks at every tab, waits for the end, quits."""
    from starling.torrent import AddOptions, State

    engine, window = program.engine, program.window
    begun = time.monotonic()
    torrent = None
    try:
        preview = await engine.intake.preview(str(payload.torrent_path))
        skipped = {entry.index: 0 for entry in preview.files if entry.path.endswith(SKIPPED)}
        id = await engine.intake.add(preview.id, AddOptions(str(downloads), priorities=skipped, labels=("Demo",)))
        print(f"Downloading “{payload.name}”, {len(preview.files)} files, one of them skipped.", flush=True)
        tab, looked = 0, time.monotonic()
        while time.monotonic() - begun < PATIENCE:
            await asyncio.sleep(0.25)
            torrent = engine.torrents.get(id)
            if torrent is None:
                continue
            if not window.selected():
                window.show_torrent(id)
                window.details.show_tab(tab)
            witness.note(await engine.peers.connected(id))
            if torrent.state in (State.SEEDING, State.FINISHED):
                break
            if time.monotonic() - looked > 4 and torrent.down:
                picture(program, tab, witness, offscreen)
                tab, looked = (tab + 1) % window.details.tabs.count(), time.monotonic()
                window.details.show_tab(tab)
        await asyncio.sleep(0 if offscreen else LOOK)
    finally:
        window.closed.emit()
    return torrent, time.monotonic() - begun


def picture(program: "Program", tab: int, witness: Witness, offscreen: bool) -> None:
    """Saves what a tab shows, where there is no screen to see it on."""
    if not offscreen:
        return
    PICTURES.mkdir(parents=True, exist_ok=True)
    path = PICTURES / f"{tab + 1}-{program.window.details.tabs.tabText(tab)}.png"
    if path not in witness.pictures and program.window.grab().save(str(path)):
        witness.pictures.append(path)


def report(payload: Payload, downloads: Path, witness: Witness, torrent: "Torrent | None", seconds: float) -> int:
    """Compares the disk with what was offered and says so in one line."""
    skipped = [entry.path for entry in payload.files if entry.path.endswith(SKIPPED)]
    wrong = [f"{difference.path} {difference.why}" for difference in payload.arrives(downloads, skip=skipped)]
    wrong += [f"{path} was skipped and is on disk" for path in skipped if (downloads / path).exists()]
    if witness.pictures:
        print(f"Pictures of each tab: {', '.join(str(path) for path in witness.pictures)}")
    if torrent is None or wrong:
        print(f"The demo failed: {'; '.join(wrong) or 'the torrent never appeared'}.")
        return 1
    wanted = len(payload.files) - len(skipped)
    print(
        f"Got {sum(witness.givers.values()) / 1e6:.1f} MB from {len(witness.givers)} peers in {seconds:.0f} s:"
        f" {wanted} files verified byte by byte, the skipped one is not on disk."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
