# SPDX-License-Identifier: GPL-3.0-or-later
"""Start, memory and end without a window, beside transmission-daemon where that is installed.

    python -m tests.bench.bench_headless [count …]

With each count of complete torrents (default 0 and 1000), medians of three runs, everything on loopback:
``answers`` seconds from the start to the first answer to session-get, ``all`` to the answer that has every torrent;
``pss`` and ``private`` MB, five seconds after; ``idle`` seconds of processor in the ten seconds that follow;
``ends`` seconds from SIGTERM to the end of the process.
"""

import base64
import json
import os
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

import libtorrent as lt

from starling.engine.store import Store
from starling.paths import Profile
from tests.bench import collection

RUNS = 3
TICKS = os.sysconf("SC_CLK_TCK")


class Rpc:
    """A client of either."""

    def __init__(self, port: int) -> None:
        self._url, self._session = f"http://127.0.0.1:{port}/transmission/rpc", ""

    def ask(self, method: str, **arguments: object) -> Any:
        body = json.dumps({"method": method, "arguments": arguments}).encode()
        for _ in range(2):
            request = urllib.request.Request(self._url, body, {"X-Transmission-Session-Id": self._session})
            try:
                with urllib.request.urlopen(request, timeout=120) as answer:
                    return json.load(answer)["arguments"]
            except urllib.error.HTTPError as error:
                self._session = error.headers["X-Transmission-Session-Id"]
        raise ConnectionRefusedError

    def count(self) -> int:
        try:
            return len(self.ask("torrent-get", fields=["id"])["torrents"])
        except OSError:
            return -1


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def until(condition: Callable[[], bool], seconds: float = 120) -> None:
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.005)


def memory(pid: int) -> tuple[float, float]:
    """PSS and what is its own alone, MB."""
    rows = dict(line.split(":", 1) for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:])
    figure = {name: int(text.split()[0]) / 1000 for name, text in rows.items()}
    return figure["Pss"], figure["Private_Clean"] + figure["Private_Dirty"]


def processor(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def run(command: list[str], port: int, count: int) -> dict[str, float]:
    """One start, measured to its end."""
    rpc = Rpc(port)
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        until(lambda: rpc.count() >= 0)
        answers = time.perf_counter() - began
        until(lambda: rpc.count() == count)
        everything = time.perf_counter() - began
        time.sleep(5)
        pss, private = memory(process.pid)
        before = processor(process.pid)
        time.sleep(10)
        idle = processor(process.pid) - before
        asked = time.perf_counter()
        process.send_signal(signal.SIGTERM)
        process.wait(60)
        ends = time.perf_counter() - asked
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
    return {"answers": answers, "all": everything, "pss": pss, "private": private, "idle": idle, "ends": ends}


def starling(folder: Path, count: int) -> tuple[list[str], int]:
    profile = collection.make(folder, count)
    port = free_port()
    root = str(profile.data_dir.parent)
    return [sys.executable, "-m", "starling", "--headless", "--rpc-port", str(port), "--profile", root], port


def transmission(folder: Path, count: int) -> tuple[list[str], int]:
    """The same torrents, added and found complete."""
    profile = collection.make(folder / "source", count)
    port, peers = free_port(), free_port()
    own = folder / "transmission"
    own.mkdir()
    (own / "settings.json").write_text(
        json.dumps(
            {
                "bind-address-ipv4": "127.0.0.1",
                "bind-address-ipv6": "::1",
                "dht-enabled": False,
                "lpd-enabled": False,
                "port-forwarding-enabled": False,
                "utp-enabled": False,
                "peer-port": peers,
                "rpc-bind-address": "127.0.0.1",
                "rpc-port": port,
                "download-dir": str(folder / "source" / "data"),
            }
        )
    )
    command = ["transmission-daemon", "-f", "-g", str(own), "--log-error"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    rpc = Rpc(port)
    try:
        until(lambda: rpc.count() >= 0)
        for metainfo in torrents(profile):
            rpc.ask("torrent-add", metainfo=base64.b64encode(metainfo).decode())
        until(lambda: rpc.count() == count)
        fields = ["percentDone", "status"]
        until(lambda: all(one["status"] not in {1, 2} for one in rpc.ask("torrent-get", fields=fields)["torrents"]))
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(60)
    return command, port


def torrents(profile: Profile) -> list[bytes]:
    store = Store(profile.database_file)
    found = [b"d4:info" + row.info + b"e" for batch in store.rows() for row in batch if row.info]
    store.close()
    assert all(lt.load_torrent_buffer(each).ti for each in found)
    return found


def main(counts: list[int]) -> int:
    makers = {"starling": starling}
    if shutil.which("transmission-daemon"):
        makers["transmission-daemon"] = transmission
    print(f"{'':20} {'torrents':>8} {'answers':>8} {'all':>7} {'pss':>7} {'private':>8} {'idle':>6} {'ends':>6}")
    for count in counts:
        for name, make in makers.items():
            with tempfile.TemporaryDirectory() as folder:
                command, port = make(Path(folder), count)
                found = [run(command, port, count) for _ in range(RUNS)]
            middle = {key: statistics.median(one[key] for one in found) for key in found[0]}
            print(
                f"{name:20} {count:8} {middle['answers']:8.2f} {middle['all']:7.2f} {middle['pss']:7.1f} "
                f"{middle['private']:8.1f} {middle['idle']:6.2f} {middle['ends']:6.2f}",
                flush=True,
            )
    return 0


if __name__ == "__main__":
    sys.exit(main([int(each) for each in sys.argv[1:]] or [0, 1000]))
