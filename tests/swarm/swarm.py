# SPDX-License-Identifier: GPL-3.0-or-later
"""The swarm itself: it gives out addresses and folders, starts the processes and takes all of it away again."""

import secrets
import shutil
import tempfile
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypedDict, Unpack

from tests.swarm.child import Child, ChildError
from tests.swarm.payload import Payload, make_payload
from tests.swarm.peer import Peer
from tests.swarm.proxy import Proxy
from tests.swarm.scripted import Script, Scripted
from tests.swarm.scripted import config as scripted_config
from tests.swarm.tracker import Tracker
from tests.swarm.values import CLIENTS, Certificate, Client, Encryption, Manner, Scheme, Transport, Version
from tests.swarm.web import WebServer

if TYPE_CHECKING:
    from tests.swarm.certificates import Authority

ONE_BLOCK = 16_384
SLOW = 4096
"""Bytes/s a `Manner.SLOW` peer uploads where it is not told otherwise."""


class PayloadOptions(TypedDict, total=False):
    """What `make_payload` can be told."""

    name: str
    files: Mapping[str, int | bytes] | int
    seed: str
    version: Version
    piece_size: int
    trackers: Sequence[str | Sequence[str]]
    web_seeds: Sequence[str]
    private: bool
    comment: str


class PeerOptions(TypedDict, total=False):
    """What every peer can be told; `up` and `down` are bytes/s, 0 = no limit (the default)."""

    up: int
    down: int
    manner: Manner
    encryption: Encryption
    transport: Transport
    client: Client
    wait: bool
    """True (the default) returns when it listens; False at once, and the first question waits."""


class Swarm:
    """Trackers, peers and web servers on loopback, each in its own process; a context manager.

    Linux only: it needs all of 127.0.0.0/8 to be there.
    """

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="swarm-"))
        # Not `random`: test runners seed it, and two runs at once would get the same network.
        self._network = f"127.{1 + secrets.randbelow(254)}.{secrets.randbelow(256)}"
        self._hosts = iter(range(1, 255))
        self._numbers = count(1)
        self._children: list[Child] = []
        self._peers = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def pids(self) -> tuple[int, ...]:
        """The processes that run now."""
        return tuple(child.pid for child in self._children if child.running)

    @property
    def ca_file(self) -> Path:
        """The CA of VALID certificates, PEM. Set SSL_CERT_FILE to it before a session is created; peers have it."""
        return self._authority.ca_file

    def address(self) -> str:
        """A loopback address that nobody else in this swarm has: for the session under test."""
        return f"{self._network}.{next(self._hosts)}"

    def make_folder(self, name: str) -> Path:
        """A new empty folder that goes when the swarm does."""
        folder = self.folder / f"{next(self._numbers)}-{name}"
        folder.mkdir()
        return folder

    def payload(self, **options: Unpack[PayloadOptions]) -> Payload:
        """Make a torrent and its files; see `make_payload`."""
        return make_payload(self.make_folder("payload"), **options)

    def tracker(
        self,
        scheme: Scheme = "http",
        *,
        certificate: Certificate = Certificate.VALID,
        interval: int = 1800,
        min_interval: int = 0,
        compact: bool = True,
        wait: bool = True,
        ip: str = "",
    ) -> Tracker:
        """Start a tracker that knows no torrent and takes any. The intervals are seconds, 0 = not sent.

        At ::1 an HTTP tracker can be met, whose peers have no others to be told of.
        """
        ip = ip or self.address()
        pem = self._certificate(scheme, ip, certificate)
        config = {"scheme": scheme, "ip": ip, "certificate": pem}
        child = self._start(
            "tracker", {**config, "interval": interval, "min_interval": min_interval, "compact": compact}, wait
        )
        return Tracker(child, scheme)

    def web_server(
        self, folder: Path, *, scheme: Scheme = "http", certificate: Certificate = Certificate.VALID
    ) -> WebServer:
        """Start a web server for the files of a folder."""
        ip = self.address()
        config = {"folder": str(folder), "ip": ip, "certificate": self._certificate(scheme, ip, certificate)}
        return WebServer(self._start("web", config, True))

    def proxy(self, *, user: str = "", password: str = "") -> Proxy:
        """Start a proxy that speaks SOCKS4, SOCKS5 and HTTP; with a user it lets nobody else pass."""
        config = {"ip": self.address(), "out": self.address(), "user": user, "password": password}
        return Proxy(self._start("proxy", config, True))

    def seed(self, payload: Payload, *, spoilt: float = 1.0, **options: Unpack[PeerOptions]) -> Peer:
        """Start a peer that has everything; of a CORRUPT one `spoilt` is the share of pieces that are wrong.

        Raises ValueError for a CORRUPT peer of a payload that would bring libtorrent down, see below.
        """
        save_path = payload.root
        if options.get("manner") is Manner.CORRUPT:
            # libtorrent 2.1.1 asks for the hashes of blocks after a failed piece. Where a piece is one block, a refusal
            # makes hash_picker::hashes_rejected write outside its table: one download in twenty dies of SIGSEGV.
            if payload.hash_v2 and payload.piece_size == ONE_BLOCK:
                raise ValueError("libtorrent crashes when v2 pieces of 16 KiB are corrupt: choose a larger piece_size")
            save_path = self.make_folder("spoilt")
            payload.spoil(save_path, payload.choose(spoilt, save_path.name))
        return self._peer(payload, save_path, str(payload.torrent_path), True, options)

    def leech(
        self,
        payload: Payload,
        *,
        have: float | Collection[int] = 0.0,
        magnet: bool = False,
        **options: Unpack[PeerOptions],
    ) -> Peer:
        """Start a peer that has some share of the pieces or certain ones; with `magnet` not even the metadata."""
        save_path = self.make_folder("leech")
        pieces = payload.choose(have, save_path.name) if isinstance(have, float | int) else have
        if pieces:
            payload.prefill(save_path, pieces)
        return self._peer(payload, save_path, payload.magnet if magnet else str(payload.torrent_path), False, options)

    def scripted(self, payload: Payload, *, client: Client | None = None, **script: Unpack[Script]) -> Scripted:
        """Add a peer that does as its script says and records every message; see `tests.swarm.scripted`."""
        number, self._peers = self._peers, self._peers + 1
        who = client or CLIENTS[number % len(CLIENTS)]
        return Scripted(self._stage, payload, scripted_config(payload, self.address(), who, number), script)

    def close(self) -> None:
        """End every process and remove every file. Raises ChildError for processes that did not end as they should."""
        children, self._children = self._children, []
        for child in children:
            child.hang_up()
        errors = [error for error in map(_close, children) if error]
        if self.folder.exists():
            shutil.rmtree(self.folder)
        if errors:
            raise ExceptionGroup("processes of the swarm failed", errors)

    def _peer(self, payload: Payload, save_path: Path, source: str, have_all: bool, options: PeerOptions) -> Peer:
        manner = options.get("manner", Manner.HONEST)
        client = options.get("client", CLIENTS[self._peers % len(CLIENTS)])
        self._peers += 1
        config = {
            "ip": self.address(),
            "source": source,
            "save_path": str(save_path),
            "have_all": have_all,
            "manner": manner.value,
            "encryption": options.get("encryption", Encryption.ANY).value,
            "transport": options.get("transport", Transport.TCP).value,
            "client": client.name,
            "fingerprint": client.fingerprint,
            "up": options.get("up", SLOW if manner is Manner.SLOW else 0),
            "down": options.get("down", 0),
        }
        return Peer(self._start("peer", config, options.get("wait", True)), payload, save_path)

    def _start(self, module: str, config: Mapping[str, object], wait: bool) -> Child:
        log = self.folder / f"{module}-{next(self._numbers)}.log"
        trust = {"SSL_CERT_FILE": str(self.ca_file)} if "_authority" in self.__dict__ else {}
        child = Child(module, config, log, trust)
        self._children.append(child)
        if wait:
            child.hello()
        return child

    def _certificate(self, scheme: Scheme, ip: str, kind: Certificate) -> str | None:
        return str(self._authority.issue(ip, kind)) if scheme == "https" else None

    @cached_property
    def _stage(self) -> Child:
        return self._start("scripted", {}, True)

    @cached_property
    def _authority(self) -> "Authority":
        # Imported here since it takes longer than all the rest of a swarm without HTTPS.
        from tests.swarm.certificates import Authority

        return Authority(self.make_folder("authority"))


def _close(child: Child) -> ChildError | None:
    try:
        child.close()
    except ChildError as error:
        return error
    return None
