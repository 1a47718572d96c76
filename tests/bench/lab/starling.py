# SPDX-License-Identifier: GPL-3.0-or-later
"""Starling without a window as a client of a lab of clients, driven through remote control.

The lab finds it by `LAB_CLIENTS=tests/bench/lab`; what the names below mean is told where the lab's own clients are.
"""

import base64
import json
import os
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

NAME, KIND, PACKAGE = "starling", "headless", None
CONNECTS_OUT = True
_ROOT = Path(__file__).resolve().parents[3]
_ABOUT = (_ROOT / "app/starling/__init__.py").read_text(encoding="utf-8")
VERSION = _ABOUT.partition('__version__ = "')[2].partition('"')[0]
_SETTINGS = """
[appearance]
language = "en"
[downloads]
save_path = {save}
keep_free = 0
[connection]
interfaces = [{ip}]
port = {port}
last_port = {port}
utp = false
[discovery]
dht = false
lsd = false
upnp = false
natpmp = false
dht_bootstrap = []
[queue]
active_downloads = 0
active_seeds = 0
[speed]
down_limit = {down}
up_limit = {up}
limit_local = true
"""


def prepare(p: Any) -> None:
    """Held to the address and the port of the profile; no discovery."""
    folder = Path(p.dir) / "profile" / "config"
    folder.mkdir(parents=True, exist_ok=True)
    text = _SETTINGS.format(
        save=json.dumps(p.save), ip=json.dumps(p.ip), port=p.port, down=p.down * 1024, up=p.up * 1024
    )
    (folder / "settings.toml").write_text(text, encoding="utf-8")


def argv(p: Any, *torrents: str) -> list[str]:
    """With the Python that `STARLING_PYTHON` names, else that of the checkout's environment."""
    python = os.environ.get("STARLING_PYTHON", str(_ROOT / ".venv/bin/python"))
    profile = str(Path(p.dir) / "profile")
    return [python, "-m", "starling", "--headless", "--rpc-port", str(p.rpc), "--profile", profile, *torrents]


def env(p: Any) -> dict[str, str]:
    """Finds the package of this checkout."""
    return {"PYTHONPATH": str(_ROOT / "app")}


def call(p: Any, method: str, timeout: float = 60, **arguments: object) -> Any:
    """The arguments of the answer to one call in the classic dialect."""
    body = json.dumps({"method": method, "arguments": arguments}).encode()
    for _ in range(2):
        request = urllib.request.Request(
            f"http://127.0.0.1:{p.rpc}/transmission/rpc",
            body,
            {"X-Transmission-Session-Id": getattr(p, "starling_session", "")},
        )
        try:
            with urllib.request.urlopen(request, timeout=timeout) as answer:
                said = json.load(answer)
        except urllib.error.HTTPError as error:
            if error.code != 409:
                raise
            p.starling_session = error.headers["X-Transmission-Session-Id"]
            continue
        if said["result"] != "success":
            raise RuntimeError(said["result"])
        return said["arguments"]
    raise RuntimeError("no session id")


def ready(p: Any) -> bool:
    """It takes commands."""
    call(p, "session-get", timeout=2)
    return True


def add(p: Any, torrent: str, save: str | None = None, seed: bool = False, paused: bool = False) -> None:
    """What is in `save` already is found by the check that follows."""
    metainfo = base64.b64encode(Path(torrent).read_bytes()).decode()
    call(p, "torrent-add", metainfo=metainfo, paused=paused, **{"download-dir": save or p.save})


def status(p: Any, infohash: str) -> dict[str, object]:
    """How far it is, who is there, how fast."""
    fields = ["percentDone", "leftUntilDone", "sizeWhenDone", "peersConnected", "rateDownload", "rateUpload", "status"]
    (one,) = call(p, "torrent-get", ids=[infohash], fields=fields)["torrents"]
    return {
        "progress": one["percentDone"],
        "complete": one["sizeWhenDone"] > 0 and one["leftUntilDone"] == 0 and one["status"] in {5, 6},
        "peers": one["peersConnected"],
        "down": one["rateDownload"],
        "up": one["rateUpload"],
        "state": one["status"],
    }


def announce(p: Any, infohash: str) -> None:
    """Asks the trackers now."""
    call(p, "torrent-reannounce", ids=[infohash])


def counts(p: Any) -> dict[str, int]:
    """Of all torrents, and of the complete ones."""
    found = call(p, "torrent-get", fields=["percentDone", "status"])["torrents"]
    return {"total": len(found), "done": sum(one["percentDone"] == 1 for one in found)}


def stop(p: Any) -> None:
    """Its own clean end."""
    call(p, "session-close")
