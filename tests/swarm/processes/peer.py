# SPDX-License-Identifier: GPL-3.0-or-later
"""A libtorrent session with one torrent, in its own process.

``{"ip", "source", "save_path", "have_all", "up", "down", "manner", "encryption", "transport", "client",
"fingerprint"}``, where source is a .torrent's path or a magnet link.
"""

import asyncio
import os
import socket
import time
from collections.abc import Callable
from typing import Any

import libtorrent as lt

from tests.swarm.processes.peer_settings import settings
from tests.swarm.processes.serve import config, serve
from tests.swarm.values import Manner

STATES = {1: "checking", 2: "metadata", 3: "downloading", 4: "finished", 5: "seeding", 7: "checking"}
POLL = 0.01
TOLD = (
    lt.tracker_error_alert,
    lt.tracker_warning_alert,
    lt.tracker_reply_alert,
    lt.tracker_announce_alert,
    lt.hash_failed_alert,
    lt.peer_ban_alert,
    lt.peer_error_alert,
    lt.peer_disconnected_alert,
    lt.metadata_received_alert,
    lt.torrent_finished_alert,
    lt.cache_flushed_alert,
    lt.torrent_error_alert,
    lt.file_error_alert,
    lt.listen_failed_alert,
)
"""Alerts whose text the parent can read."""


class Peer:
    """The session, its torrent, and what it reported."""

    def __init__(self, chosen: dict[str, Any]) -> None:
        self._log: list[tuple[str, str]] = []
        self._session = lt.session(lt.session_params(settings(chosen)))
        self._awake, self._waker = socket.socketpair()
        self._awake.setblocking(False)
        self._waker.setblocking(False)
        asyncio.get_running_loop().add_reader(self._awake, self._pop)
        self._session.set_alert_fd(self._waker.fileno())
        self._torrent = self._session.add_torrent(_params(chosen))

    @property
    def port(self) -> int:
        """Where it listens."""
        return self._session.listen_port()

    async def status(self, request: dict[str, Any]) -> dict[str, object]:
        """How far, how fast, with whom."""
        status = self._torrent.status()
        return {
            "state": STATES.get(int(status.state), str(status.state)),
            "progress": status.progress_ppm / 1e6,
            "has_metadata": status.has_metadata,
            "seeding": status.is_seeding,
            "down": status.download_payload_rate,
            "up": status.upload_payload_rate,
            "downloaded": status.total_payload_download,
            "uploaded": status.total_payload_upload,
            "failed": status.total_failed_bytes,
            "peers": [_seen(peer) for peer in self._torrent.get_peer_info()],
        }

    async def log(self, request: dict[str, Any]) -> list[tuple[str, str]]:
        """What libtorrent reported, from line `start` on."""
        return self._log[request["start"] :]

    async def connect(self, request: dict[str, Any]) -> None:
        """Connect to a peer the trackers need not know."""
        self._torrent.connect_peer((request["ip"], request["port"]), 0, 13)

    async def limit(self, request: dict[str, Any]) -> None:
        """Set the torrent's rate limits, 0 = none; the session's would not hold for peers on loopback."""
        self._torrent.set_upload_limit(request["up"])
        self._torrent.set_download_limit(request["down"])

    async def flush(self, request: dict[str, Any]) -> bool:
        """Have everything that passed its hash check written to the files; False if that took too long.

        libtorrent checks pieces before it writes them, so that a torrent can be complete while its files are not.
        """
        before = self._count("cache_flushed")
        self._torrent.flush_cache()
        return await _comes_true(lambda: self._count("cache_flushed") > before, request["patience"])

    async def stop(self, request: dict[str, Any]) -> bool:
        """Pause, which tells every tracker "stopped"; returns whether all of them answered."""
        # A pause cuts off announces that wait for their answer, and may then send no "stopped" after them.
        settled = await _comes_true(self._all_answered, request["patience"])
        self._torrent.pause()
        # Answered by libtorrent's thread after the pause, so that the farewells have been sent when it returns.
        self._torrent.status()
        return await _comes_true(self._all_answered, request["patience"]) and settled

    def _all_answered(self) -> bool:
        return self._count("tracker_announce") <= self._count("tracker_reply") + self._count("tracker_error")

    def _count(self, kind: str) -> int:
        self._pop()
        return sum(line[0] == kind for line in self._log)

    def _pop(self) -> None:
        try:
            while self._awake.recv(4096):
                pass
        except BlockingIOError:
            pass  # drained
        for alert in self._session.pop_alerts():
            if isinstance(alert, TOLD):
                self._log.append((alert.what().removesuffix("_alert"), _text(alert)))


async def _comes_true(condition: Callable[[], bool], patience: float) -> bool:
    deadline = time.monotonic() + patience
    while not condition():
        if time.monotonic() > deadline:
            return False
        await asyncio.sleep(POLL)
    return True


def _params(chosen: dict[str, Any]) -> lt.add_torrent_params:
    source = chosen["source"]
    params = lt.parse_magnet_uri(source) if source.startswith("magnet:") else lt.load_torrent_file(source)
    params.save_path = chosen["save_path"]
    params.flags &= ~(lt.torrent_flags.auto_managed | lt.torrent_flags.paused)
    if chosen["have_all"]:
        params.flags |= lt.torrent_flags.seed_mode
    if Manner(chosen["manner"]) is Manner.METADATA_ONLY:
        params.flags |= lt.torrent_flags.upload_mode
    params.upload_limit, params.download_limit = chosen["up"], chosen["down"]
    return params


def _seen(peer: lt.peer_info) -> dict[str, object]:
    ip, port = peer.ip
    return {
        "ip": ip,
        "port": port,
        "client": peer.client.decode("utf-8", "replace"),
        "flags": peer.flags,
        "progress": peer.progress_ppm / 1e6,
        "down": peer.payload_down_speed,
        "up": peer.payload_up_speed,
        "downloaded": peer.total_download,
        "uploaded": peer.total_upload,
        "hash_fails": peer.num_hashfails,
    }


def _text(alert: lt.alert) -> str:
    try:
        return alert.message()
    except UnicodeDecodeError as error:
        # A tracker's own words in another charset: libtorrent hands out the bytes as they came.
        return bytes(error.object).decode("utf-8", "backslashreplace")


async def main() -> None:
    """Take part in the swarm until the parent hangs up."""
    chosen = config()
    peer = Peer(chosen)
    handlers = {
        "status": peer.status,
        "log": peer.log,
        "connect": peer.connect,
        "limit": peer.limit,
        "flush": peer.flush,
        "stop": peer.stop,
    }
    await serve({"ip": chosen["ip"], "port": peer.port}, handlers)
    # A return would run the session's destructor, which waits five seconds for trackers that hang.
    os._exit(0)


if __name__ == "__main__":
    asyncio.run(main())
