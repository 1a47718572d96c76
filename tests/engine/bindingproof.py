# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts a bound engine's packets in a network of its own: ``unshare -rnm python -m tests.engine.bindingproof DIR``.

There are two interfaces: eth9 has the default route, tun9 is the one to be bound to. All that Starling can send goes
to addresses that nobody has (198.51.100.0/24, 2001:db8::/32), so that only where it leaves by is to be seen. Prints one
line of JSON for each phase: packets by interface, and by what they are. The system's resolver, whose queries are not
Starling's to hold, asks a name server on the loopback interface: "names" are those that it was asked for. "blamed" are
the servers whose failures are shown though it was us who could not leave.
"""

import asyncio
import json
import logging
import socket
import struct
import subprocess
import sys
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from qasync import QEventLoop

from starling import settings
from starling.engine import pack
from starling.engine.engine import Engine, EngineError
from starling.engine.record import Record
from starling.engine.session import Config
from starling.setting import Setting
from starling.settings import Settings, privacy
from starling.settings.connection import Family
from starling.tasks import Worker
from starling.torrent import AddOptions
from tests.swarm import make_payload

log = logging.getLogger(__name__)

BOUND, OTHER = "tun9", "eth9"
_NETS = {BOUND: ("10.9.0", "fd09::"), OTHER: ("10.8.0", "fd08::")}
_ROUTER = "02:00:00:00:00:01"
_PATIENCE = 15.0
_TICKS = 1.3
"""Seconds in which libtorrent surely goes through its web seeds."""
_KINDS = {6: "tcp", 17: "udp", 2: "igmp"}
_OUTGOING = 4
"""PACKET_OUTGOING."""

Chosen = Mapping[Setting[Any], object]
_NONE: Chosen = {}
_SOCKS: Chosen = {
    privacy.PROXY: privacy.ProxyKind.SOCKS5,
    privacy.PROXY_HOST: "198.51.100.50",
    privacy.PROXY_PORT: 1080,
    privacy.PROXY_ONLY: False,
    privacy.PROXY_PEERS: False,
    privacy.PROXY_TRACKERS: True,
}


class Names:
    """A name server that knows none."""

    def __init__(self, folder: Path) -> None:
        self.asked = 0
        self.names: set[str] = set()
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.bind(("127.0.0.1", 53))
        (folder / "resolv.conf").write_text("nameserver 127.0.0.1\n")
        subprocess.run(["mount", "--bind", str(folder / "resolv.conf"), "/etc/resolv.conf"], check=True)
        threading.Thread(target=self._answer, daemon=True).start()

    def _answer(self) -> None:
        while True:
            query, client = self._socket.recvfrom(4096)
            self.asked += 1
            self.names.add(_name(query))
            # The question as it came, and NXDOMAIN.
            self._socket.sendto(query[:2] + b"\x81\x83\0\1\0\0\0\0\0\0" + _question(query), client)


def _question(query: bytes) -> bytes:
    return query[12 : query.index(b"\0", 12) + 5]


def _name(query: bytes) -> str:
    labels, at = [], 12
    while length := query[at]:
        labels.append(query[at + 1 : at + 1 + length].decode())
        at += 1 + length
    return ".".join(labels)


class Wire:
    """What leaves by each interface."""

    def __init__(self, names: Names) -> None:
        self.names, self._before = names, 0
        self._counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._socket = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(3))
        threading.Thread(target=self._listen, daemon=True).start()

    def sent(self, interface: str) -> set[str]:
        """What kinds of packets left in this phase, without the resolver's."""
        return set(self._counts[interface])

    def phase(self, name: str, **more: object) -> None:
        """Prints what was seen since the one before."""
        counts, self._counts = self._counts, defaultdict(Counter)
        asked, self._before = self.names.asked - self._before, self.names.asked
        seen = {interface: dict(counts[interface]) for interface in (BOUND, OTHER)}
        sys.stdout.write(json.dumps({"phase": name, **seen, "names": asked, **more}) + "\n")
        sys.stdout.flush()

    def _listen(self) -> None:
        while True:
            data, (interface, _, direction, _, _) = self._socket.recvfrom(65_535)
            if direction == _OUTGOING and (kind := _kind(data)):
                self._counts[interface][kind] += 1


def _kind(data: bytes) -> str:
    (ether,) = struct.unpack("!H", data[12:14])
    if ether == 0x800:
        protocol = data[23]
    elif ether == 0x86DD:
        protocol = data[20]
    else:
        return ""
    return _KINDS.get(protocol, "")


def ip(*words: str) -> None:
    """The system's tool."""
    subprocess.run(["ip", *words], check=True)


def add(name: str) -> None:
    """An interface with a cable to nowhere."""
    net, _ = _NETS[name]
    ip("link", "add", name, "type", "veth", "peer", "name", f"p{name}")
    for end in (name, f"p{name}"):
        ip("link", "set", end, "up")
    ip("addr", "add", f"{net}.1/24", "dev", name)
    route(name)


def route(name: str) -> None:
    """The rest of what the way out needs: by the other interface wherever nobody says otherwise."""
    net, net6 = _NETS[name]
    # It loses this one with the cable.
    ip("addr", "replace", f"{net6}1/64", "dev", name, "nodad")
    ip("neigh", "replace", f"{net}.254", "lladdr", _ROUTER, "dev", name)
    ip("neigh", "replace", f"{net6}fe", "lladdr", _ROUTER, "dev", name)
    metric = "500" if name == BOUND else "100"
    ip("route", "replace", "default", "via", f"{net}.254", "dev", name, "metric", metric)
    ip("-6", "route", "replace", "default", "via", f"{net6}fe", "dev", name, "metric", metric)
    # Of its own, the system chooses one of them for what is sent to groups.
    ip("-6", "route", "replace", "multicast", "ff00::/8", "dev", name, "table", "local", "metric", metric[:-1])


def config(folder: Path, names: Sequence[str], family: Family, more: Chosen, *, utp: bool) -> Config:
    """Everything that sends, switched on."""
    chosen = Settings(folder / "settings.toml")
    for setting, value in more.items():
        chosen.set(setting, value)
    chosen.set(settings.connection.INTERFACES, tuple(names))
    chosen.set(settings.connection.FAMILY, family)
    chosen.set(settings.connection.UTP, utp)
    chosen.set(settings.advanced.DHT_BOOTSTRAP, ("198.51.100.9:6881", "[2001:db8::9]:6881", "dht.invalid:6881"))
    overrides = {"announce_to_all_tiers": True, "announce_to_all_trackers": True}
    chosen.set(settings.advanced.SESSION, overrides)
    made = pack.config(chosen)
    chosen.deleteLater()
    return made


class Program:
    """An engine with a torrent that nobody has."""

    def __init__(self, folder: Path, wire: Wire) -> None:
        self.folder, self.wire = folder, wire
        self.calls = 10
        self._starts = 0
        self.torrent = make_payload(
            folder,
            files={"a.bin": 1 << 20},
            trackers=[
                ["http://198.51.100.1/announce"],
                ["udp://198.51.100.2:6969"],
                ["http://[2001:db8::1]/announce"],
                ["http://tracker.invalid/announce"],
            ],
            web_seeds=["http://198.51.100.3/", "http://seed.invalid/"],
        ).torrent_path

    async def start(
        self, names: Sequence[str] = (), family: Family = Family.BOTH, chosen: Chosen = _NONE, *, utp: bool = False
    ) -> None:
        """Begins anew, with nothing known."""
        self._starts += 1
        data = self.folder / f"data{self._starts}"
        data.mkdir()
        loop = asyncio.get_running_loop()
        self._workers = [Worker(loop, "engine"), Worker(loop, "files")]
        self.engine = Engine(self._workers[0], self._workers[1], data, config(data, names, family, chosen, utp=utp))
        await self.engine.open()
        preview = await self.engine.intake.preview(str(self.torrent))
        self.id = await self.engine.intake.add(preview.id, AddOptions(save_path=str(data)))

    @property
    def record(self) -> Record:
        """The torrent."""
        found = self.engine._records.get(self.id)
        assert found is not None
        return found

    def blamed(self, since: float) -> list[str]:
        """The trackers and web seeds that failed since a Unix moment, as it is shown."""
        book = self.record.trackers
        failed = [
            url for url, note in book.notes.items() if note.facts.failure and (note.facts.last_announce or 0) > since
        ]
        return failed + [url for url, (at, _) in book.stumbles.items() if at > since]

    async def try_all(self) -> set[str]:
        """Asks for everything that would go out; what has names is among it for the first time: these."""
        self.engine.reannounce([self.id])
        record = self.record
        assert record.handle is not None
        # What is known to be unknown is not asked for again for a while.
        tracker, seed = f"tracker{self.calls}.invalid", f"seed{self.calls}.invalid"
        record.handle.add_tracker({"url": f"http://{tracker}/announce", "tier": 9})
        await self.engine.trackers.add_web_seeds(self.id, [f"http://{seed}/"])
        for place in (f"198.51.100.{self.calls}", f"2001:db8::{self.calls}"):
            record.handle.connect_peer((place, 6881), 0)
        self.calls += 1
        try:
            async with asyncio.timeout(0.3):
                await self.engine.intake.preview(f"http://198.51.100.{self.calls}/a.torrent")
        except (EngineError, TimeoutError) as error:
            # What counts are the packets.
            log.info("It was not had: %s", error)
        return {tracker, seed}

    async def quit(self) -> None:
        """Says goodbye, and counts that too."""
        await self.engine.close()
        self.engine.deleteLater()
        for worker in self._workers:
            await worker.stop()

    async def until(self, condition: Callable[[], object]) -> bool:
        """Whether it comes true in time."""
        deadline = time.monotonic() + _PATIENCE
        while not condition() and time.monotonic() < deadline:  # noqa: ASYNC110
            await asyncio.sleep(0.05)
        return bool(condition())

    async def away(self, name: str, seconds: float) -> None:
        """A phase in which tun9 is not there: from the moment it goes."""
        noticed = await self.until(lambda: self.engine.reach.offline)
        # From when it is noticed, half a second later at most, no name is looked up either.
        self.wire.phase(f"going: {name}")
        since = time.time()
        await self.try_all()
        await asyncio.sleep(max(seconds, _TICKS))
        self.wire.phase(name, offline=self.engine.reach.offline if noticed else "", blamed=self.blamed(since))

    async def there(self, name: str, seconds: float) -> None:
        """A phase in which it is: it goes on by itself."""
        back = await self.until(lambda: not self.engine.reach.offline and "tcp" in self.wire.sent(BOUND))
        fresh = await self.try_all()
        # The system's resolver takes its time, and what it was asked it goes on with.
        looked_up = await self.until(lambda: fresh <= self.wire.names.names)
        await asyncio.sleep(seconds)
        self.wire.phase(name, back=back and looked_up)


async def prove(folder: Path, seconds: float) -> None:
    """All phases, each at least so many seconds long."""
    wire = Wire(Names(folder))
    program = Program(folder, wire)
    await program.start([BOUND])
    await program.there("bound", seconds)
    ip("link", "set", BOUND, "down")
    await program.away("down", seconds)
    ip("link", "set", BOUND, "up")
    route(BOUND)
    await program.there("up again", seconds)
    ip("addr", "flush", "dev", BOUND)
    await program.away("without address", seconds)
    ip("link", "del", BOUND)
    await program.away("gone", seconds)
    await program.quit()
    wire.phase("quit while it is gone")

    await program.start([BOUND], utp=True)
    await program.away("not there at the start", seconds)
    add(BOUND)
    await program.there("comes later", seconds)
    await program.quit()
    wire.phase("quit")

    await program.start([BOUND], chosen=_SOCKS)
    await program.away("SOCKS5 for trackers alone", seconds)
    await program.quit()
    wire.phase("quit with SOCKS5")

    await program.start([BOUND], Family.IPV4)
    await program.there("IPv4 only", seconds)
    await program.quit()
    wire.phase("quit with IPv4 only")

    await program.start([f"{_NETS[BOUND][0]}.1"])
    await program.there("address", seconds)
    ip("link", "set", BOUND, "down")
    await program.away("address gone", seconds)
    await program.quit()
    wire.phase("quit while an address is gone")

    # Last, for the system tells the routers for a while which groups nobody listens to any more.
    await program.start()
    await program.try_all()
    await program.until(lambda: {"tcp", "udp"} <= wire.sent(OTHER))
    await asyncio.sleep(seconds)
    await program.quit()
    wire.phase("not bound")


def main() -> None:
    """``DIR [SECONDS]``."""
    ip("link", "set", "lo", "up")
    for name in (BOUND, OTHER):
        add(name)
    application = QCoreApplication([])
    loop = QEventLoop(application)
    asyncio.set_event_loop(loop)
    with loop:
        loop.run_until_complete(prove(Path(sys.argv[1]), float(sys.argv[2]) if len(sys.argv) > 2 else 5.0))


if __name__ == "__main__":
    main()
