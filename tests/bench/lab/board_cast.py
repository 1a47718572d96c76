# SPDX-License-Identifier: GPL-3.0-or-later
"""The swarm of four brands for `board`: who plays which part, and what each of them says of Starling every second."""

import base64
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any

import libtorrent as lt

from tests.swarm import Encryption, Manner, Payload, Peer, Scripted, Swarm

KIB = 1024
PERIOD = 1.0
"""Seconds between two questions to one of them."""
_KEEP_ALIVE = 45
"""Questions after which a scripted peer, which has nothing else to say, says that it is there."""
_PATIENCE = 90.0
"""Seconds that all of them may take to check what they have."""


class Kind(Enum):
    """What was arranged, as far as it decides what has to be seen."""

    SEED = "seed"
    PARTIAL = "partial"
    FREE_RIDER = "free rider"
    SNUBBER = "snubber"
    CORRUPT = "bad hashes"


@dataclass(frozen=True, slots=True)
class Part:
    """What one of another brand is to do: `up` and `down` are KiB/s, `have` is a share of the pieces."""

    name: str
    brand: str
    kind: Kind
    have: float
    up: int
    down: int
    encrypted: bool = False


PARTS = (
    Part("fast seed", "transmission-daemon", Kind.SEED, 1.0, 150, 0),
    Part("slow partial", "transmission-daemon", Kind.PARTIAL, 0.3, 15, 40),
    Part("free rider", "transmission-daemon", Kind.FREE_RIDER, 0.0, 0, 50),
    Part("seed", "qbittorrent-nox", Kind.SEED, 1.0, 90, 0),
    Part("fast partial", "qbittorrent-nox", Kind.PARTIAL, 0.5, 110, 50),
    Part("encrypted only", "qbittorrent-nox", Kind.PARTIAL, 0.4, 40, 40, encrypted=True),
    Part("partial", "deluged", Kind.PARTIAL, 0.6, 60, 40),
    Part("slow partial", "deluged", Kind.PARTIAL, 0.2, 10, 30),
    Part("partial", "aria2c", Kind.PARTIAL, 0.4, 50, 40),
    Part("slow seed", "aria2c", Kind.SEED, 1.0, 12, 0),
)


@dataclass(frozen=True, slots=True)
class Said:
    """What one of them says of Starling at a moment; None where it has no word for that. "We" is Starling."""

    at: float
    connected: bool = False
    we_choke: bool | None = None
    they_choke: bool | None = None
    we_want: bool | None = None
    they_want: bool | None = None
    down: int | None = None
    """Bytes/s that we get from it."""
    up: int | None = None
    downloaded: int | None = None
    """Bytes that we got from it, in this connection."""
    uploaded: int | None = None
    encrypted: bool | None = None
    progress: float | None = None
    pieces: frozenset[int] | None = None


Ask = Callable[[], Said]


@dataclass(frozen=True, slots=True)
class Underway:
    """Bytes that one side has sent and the other has not read, by address of the peer."""

    at: float
    to_it: dict[str, int]
    to_us: dict[str, int]


@dataclass(eq=False)
class Player:
    """One peer of the swarm and all that it said."""

    name: str
    brand: str
    kind: Kind
    ip: str
    port: int
    ask: Ask
    encrypted: bool = False
    said: list[Said] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)
    scripted: Scripted | None = None
    peer: Peer | None = None

    @property
    def title(self) -> str:
        """As it stands in the tables."""
        return f"{self.brand} {self.name}"

    @property
    def endpoint(self) -> str:
        """As it is typed to connect to it."""
        return f"{self.ip}:{self.port}"


class Cast:
    """All of them, and the threads that ask them."""

    def __init__(self, lab: Any, swarm: Swarm, payload: Payload, starling: str) -> None:
        self._lab, self._swarm, self._payload, self._starling = lab, swarm, payload, starling
        self._hash: str = lab.infohash(str(payload.torrent_path))
        self._profiles: list[Any] = []
        self.players: list[Player] = []
        self.underway: list[Underway] = []
        self._over = threading.Event()
        self._threads: list[threading.Thread] = []

    def gather(self) -> None:
        """Starts everybody; returns when all know what they have."""
        for number, part in enumerate(PARTS):
            self._start(part, 51_000 + number)
        self._gather_kit()
        deadline = time.monotonic() + _PATIENCE
        for part, profile in zip(PARTS, self._profiles, strict=True):
            while not _checked(part, profile.client.status(profile, self._hash)):
                if time.monotonic() > deadline:
                    raise TimeoutError(f"{profile.name}: {profile.client.status(profile, self._hash)}")
                time.sleep(0.3)
            if part.kind is Kind.FREE_RIDER:
                # Without a rate to give it chokes everybody.
                self._lab.client(part.brand).call(
                    profile, "session-set", **{"speed-limit-up": 0, "speed-limit-up-enabled": True}
                )

    def player(self, kind: Kind) -> Player:
        """The first of a kind."""
        return next(player for player in self.players if player.kind is kind)

    def listen(self) -> None:
        """Begins to ask everybody once a second, those of the kit one after the other."""
        brands = [[player] for player in self.players if player.peer is None and player.scripted is None]
        kit = [player for player in self.players if player.peer is not None or player.scripted is not None]
        for group in (*brands, kit):
            self._threads.append(threading.Thread(target=self._listen, args=(group,), name=group[0].title))
        self._threads.append(threading.Thread(target=self._watch_sockets, name="sockets"))
        for thread in self._threads:
            thread.start()

    def end(self) -> None:
        """Asks no more, and ends those of other brands; the kit ends with its swarm."""
        self._over.set()
        for thread in self._threads:
            thread.join()
        for profile in self._profiles:
            profile.stop(10)

    def _listen(self, players: Iterable[Player]) -> None:
        while not self._over.is_set():
            begun = time.monotonic()
            for player in players:
                try:
                    player.said.append(player.ask())
                    if player.scripted and player.said[-1].connected and not len(player.said) % _KEEP_ALIVE:
                        player.scripted.send("keep-alive")
                except (OSError, RuntimeError, ValueError, KeyError) as error:
                    player.troubles.append(f"{time.time():.1f} {error!r}")
            self._over.wait(max(0.05, PERIOD - (time.monotonic() - begun)))

    def _watch_sockets(self) -> None:
        while not self._over.wait(PERIOD / 2):
            found = Underway(time.time(), {}, {})
            # That of the thread: the process may have begun in another network.
            for line in Path("/proc/thread-self/net/tcp").read_text().splitlines()[1:]:
                _, local, remote, state, queues = line.split()[:5]
                if state != "01":
                    continue
                ends, (unsent, unread) = (_host(local), _host(remote)), (int(part, 16) for part in queues.split(":"))
                if ends[0] == self._starling:
                    found.to_it[ends[1]] = found.to_it.get(ends[1], 0) + unsent
                    found.to_us[ends[1]] = found.to_us.get(ends[1], 0) + unread
                elif ends[1] == self._starling:
                    found.to_it[ends[0]] = found.to_it.get(ends[0], 0) + unread
                    found.to_us[ends[0]] = found.to_us.get(ends[0], 0) + unsent
            self.underway.append(found)

    # -- those of other brands

    def _start(self, part: Part, port: int) -> None:
        lab, ip = self._lab, self._swarm.address()
        profile = lab.Profile(
            lab.client(part.brand), f"{part.brand}-{port}", ip, port, up=part.up, down=part.down, base=None
        )
        profile.encryption = int(part.encrypted)
        profile.prepare()
        self._profiles.append(profile)
        complete = part.have == 1.0
        if part.have and not complete:
            self._payload.prefill(Path(profile.save), self._payload.choose(part.have, profile.name))
        profile.start().wait_ready(60)
        torrent, folder = str(self._payload.torrent_path), str(self._payload.root) if complete else None
        profile.client.add(profile, torrent, folder, seed=complete)
        ask = {
            "transmission-daemon": self._transmission,
            "qbittorrent-nox": self._qbittorrent,
            "deluged": self._deluge,
            "aria2c": self._aria2,
        }[part.brand]
        self.players.append(
            Player(part.name, part.brand, part.kind, ip, port, lambda: ask(profile), encrypted=part.encrypted)
        )

    def _transmission(self, profile: Any) -> Said:
        fields = ["peers", "percentDone", "pieces"]
        (torrent,) = profile.client.call(profile, "torrent-get", 10, ids=[self._hash], fields=fields)["torrents"]
        for peer in torrent["peers"]:
            if peer["address"] == self._starling:
                return Said(
                    time.time(),
                    connected=True,
                    we_choke=peer["clientIsChoked"],
                    they_choke=peer["peerIsChoked"],
                    we_want=peer["peerIsInterested"],
                    they_want=peer["clientIsInterested"],
                    down=peer["rateToPeer"],
                    up=peer["rateToClient"],
                    encrypted=peer["isEncrypted"],
                    progress=torrent["percentDone"],
                    pieces=_bits(base64.b64decode(torrent["pieces"])),
                )
        return Said(time.time())

    def _qbittorrent(self, profile: Any) -> Said:
        states = profile.client.call(profile, f"torrents/pieceStates?hash={self._hash}", 10)
        found = profile.client.call(profile, f"sync/torrentPeers?hash={self._hash}&rid=0", 10)["peers"]
        pieces = frozenset(number for number, state in enumerate(states) if state == 2)
        for peer in found.values():
            if peer["ip"] == self._starling:
                flags = set(peer["flags"].split())
                return Said(
                    time.time(),
                    connected=True,
                    we_choke=not flags & {"D", "K"},
                    they_choke=not flags & {"U", "?"},
                    we_want=bool(flags & {"U", "u"}),
                    they_want=bool(flags & {"D", "d"}),
                    down=peer["up_speed"],
                    up=peer["dl_speed"],
                    downloaded=peer["uploaded"],
                    uploaded=peer["downloaded"],
                    encrypted=bool(flags & {"E", "e"}),
                    progress=len(pieces) / len(states),
                    pieces=pieces,
                )
        return Said(time.time())

    def _deluge(self, profile: Any) -> Said:
        status = profile.client.rpc(profile)("core.get_torrent_status", self._hash, ["peers", "pieces", "progress"])
        for peer in status["peers"]:
            if peer["ip"].rpartition(":")[0] == self._starling:
                pieces = status["pieces"]
                return Said(
                    time.time(),
                    connected=True,
                    down=peer["up_speed"],
                    up=peer["down_speed"],
                    progress=status["progress"] / 100,
                    pieces=frozenset(number for number, state in enumerate(pieces) if state == 3) if pieces else None,
                )
        return Said(time.time())

    def _aria2(self, profile: Any) -> Said:
        torrent = profile.client._find(profile, self._hash)
        gid = torrent["gid"]
        bits = profile.client.call(profile, "tellStatus", gid, ["bitfield"])["bitfield"]
        for peer in profile.client.call(profile, "getPeers", gid):
            if peer["ip"] == self._starling:
                return Said(
                    time.time(),
                    connected=True,
                    we_choke=peer["peerChoking"] == "true",
                    they_choke=peer["amChoking"] == "true",
                    down=int(peer["uploadSpeed"]),
                    up=int(peer["downloadSpeed"]),
                    progress=int(torrent["completedLength"]) / int(torrent["totalLength"]),
                    pieces=_bits(bytes.fromhex(bits)),
                )
        return Said(time.time())

    # -- those of the kit

    def _gather_kit(self) -> None:
        swarm, payload = self._swarm, self._payload
        odd, even = range(1, payload.pieces, 2), range(0, payload.pieces, 2)
        self._add_peer(
            "encrypted only",
            Kind.PARTIAL,
            swarm.leech(payload, have=0.5, up=40_000, down=30_000, encryption=Encryption.RC4),
            encrypted=True,
        )
        self._add_peer("spoilt seed", Kind.CORRUPT, swarm.seed(payload, up=60_000, manner=Manner.CORRUPT))
        self._add_scripted("snubber", Kind.SNUBBER, have=odd, answers=0, wants=True, again=True, down=20_000)
        self._add_scripted("free rider", Kind.FREE_RIDER, unchokes=False, wants=True, again=True, down=30_000)
        self._add_scripted("giver", Kind.PARTIAL, have=even, up=25_000, wants=True, again=True, down=15_000)

    def _add_peer(self, name: str, kind: Kind, peer: Peer, *, encrypted: bool = False) -> None:
        self.players.append(
            Player(name, "kit", kind, peer.ip, peer.port, lambda: self._kit(peer), encrypted=encrypted, peer=peer)
        )

    def _kit(self, peer: Peer) -> Said:
        status, bits = peer.status, lt.peer_info
        for seen in status.peers:
            if seen.ip == self._starling and not seen.flags & (bits.connecting | bits.handshake):
                return Said(
                    time.time(),
                    connected=True,
                    we_choke=bool(seen.flags & bits.remote_choked),
                    they_choke=bool(seen.flags & bits.choked),
                    we_want=bool(seen.flags & bits.remote_interested),
                    they_want=bool(seen.flags & bits.interesting),
                    down=seen.up,
                    up=seen.down,
                    downloaded=seen.uploaded,
                    uploaded=seen.downloaded,
                    encrypted=bool(seen.flags & (bits.rc4_encrypted | bits.plaintext_encrypted)),
                    progress=status.progress,
                )
        return Said(time.time())

    def _add_scripted(self, name: str, kind: Kind, **script: Any) -> None:
        made = self._swarm.scripted(self._payload, **script)
        self.players.append(Player(name, "wire", kind, made.ip, made.port, lambda: self._wire(made), scripted=made))

    def _wire(self, scripted: Scripted) -> Said:
        stands = scripted.standing
        if not stands.connected:
            return Said(time.time())
        return Said(
            time.time(),
            connected=True,
            # "We" is the scripted peer in its own words.
            we_choke=stands.they_choke,
            they_choke=stands.we_choke,
            we_want=stands.they_want,
            they_want=stands.we_want,
            downloaded=stands.sent,
            uploaded=stands.received,
            encrypted=False,
            progress=len(stands.has) / self._payload.pieces,
            pieces=frozenset(stands.has),
        )


def _checked(part: Part, status: dict[str, Any]) -> bool:
    if part.kind is Kind.SEED:
        return bool(status["complete"])
    state = str(status["state"]).lower()
    return status["progress"] >= part.have * 0.5 and "check" not in state and status["state"] not in (0, 1, 2)


def _bits(field: bytes) -> frozenset[int]:
    return frozenset(8 * place + bit for place, byte in enumerate(field) for bit in range(8) if byte & (0x80 >> bit))


def _host(end: str) -> str:
    return socket.inet_ntoa(struct.pack("<I", int(end.partition(":")[0], 16)))
