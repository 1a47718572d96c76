# SPDX-License-Identifier: GPL-3.0-or-later
"""Every option of transmission-remote, tried on Starling with the client itself where it is new enough."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterable
from functools import partial
from pathlib import Path

import pytest

from starling.labels import Label
from starling.remote.passwords import is_hash
from starling.settings import automation, labels, privacy, remote
from starling.torrent import State
from tests.helpers import LONG, sentence
from tests.remote.conftest import Doorstep
from tests.remote.options import (
    ADDING,
    ALWAYS,
    FURNISHED,
    LOOKS,
    NEWER,
    NEWER_FURNISHED,
    SESSION,
    SPOILT,
    TORRENT,
    At,
    Row,
    Sent,
    verdicts,
)
from tests.swarm import Swarm, Version
from tests.swarm.certificates import Authority
from tests.swarm.values import Certificate

CLIENT = shutil.which("transmission-remote")
installed = pytest.mark.skipif(CLIENT is None, reason="transmission-remote is not installed")
ANNOUNCE = "http://127.0.0.9:80/announce"
"""Nobody is there."""


def calls(door: Doorstep, *words: str, at: str = "", **environment: str) -> str:
    """What the client says, called with these words."""
    assert CLIENT is not None
    command = [CLIENT, at or f"127.0.0.1:{door.port}", *words]
    own = {**os.environ, "LC_ALL": "C.UTF-8", **environment}
    done = door.in_thread(
        lambda: subprocess.run(command, capture_output=True, text=True, timeout=LONG, check=False, env=own)
    )
    return done.stdout + done.stderr


def tries(rows: Iterable[Row], at: At, subtests: pytest.Subtests, **known: str) -> None:
    """Calls the client for each row and looks what came of it."""
    for row in rows:
        with subtests.test(row.words):
            words = [part for word in row.words.split() for part in word.format_map(known).split("\n")]
            at.said = calls(at.door, *words)
            if row.refused:
                assert row.refused in at.said
                sentence(at.said.strip().removeprefix("Error: "))
            else:
                assert not re.search("^Error|Unexpected", at.said), at.said
                at.door.user.until(partial(row.holds, at))


def asks(rows: Iterable[Sent], at: At, subtests: pytest.Subtests) -> None:
    """Sends what a newer client would, and looks what came of it."""
    for sent in rows:
        with subtests.test(f"{sent.option} {sent.params}"):
            if sent.refused:
                assert sent.refused in sentence(at.door.refused(sent.method, **sent.params))
            else:
                at.said = str(at.door.ask(sent.method, **sent.params))
                at.door.user.until(partial(sent.holds, at))


@installed
def test_the_session(door: Doorstep, tmp_path: Path, subtests: pytest.Subtests) -> None:
    at = At(door)
    tries(SESSION, at, subtests, folder=str(tmp_path))
    file = tmp_path / "list.p2p"
    file.write_text("one:192.0.2.1-192.0.2.2\n")
    door.chooses(privacy.IP_FILTER, str(file))
    door.chooses(privacy.IP_FILTER_ON, True)
    door.chooses(automation.RUN_FINISHED, ("/bin/true",))
    proxy = {privacy.PROXY: privacy.ProxyKind.SOCKS5.value, privacy.PROXY_HOST: "127.0.0.9"}
    door.user.changes({privacy.IP_FILTER: str(file), privacy.IP_FILTER_ON: True, **proxy})
    door.user.until(lambda: door.user.engine.reach.by_proxy)
    tries(FURNISHED, at, subtests)


@installed
def test_what_it_shows(door: Doorstep, swarm: Swarm, subtests: pytest.Subtests) -> None:
    payload = swarm.payload(
        name="Songs", files={"a.flac": 3 << 20, "b.txt": 5000}, version=Version.V1, trackers=[ANNOUNCE]
    )
    id = door.user.downloads_all(payload, swarm.seed(payload))
    # The rates of peers sink slowly: nothing comes any more all the same.
    assert re.search(r"State: (Idle|Seeding|Uploading)\n", calls(door, "-t1", "-i"))
    door.user.connects(id, swarm.leech(payload, down=1000))
    door.user.sees(id, lambda torrent: torrent.peers)
    tries(LOOKS, At(door, id), subtests, id=id)


@installed
def test_what_it_does_to_torrents(door: Doorstep, swarm: Swarm, tmp_path: Path, subtests: pytest.Subtests) -> None:
    user = door.user
    first = swarm.payload(name="First", files={"a.bin": 40_000, "b.bin": 50_000, "c.bin": 60_000})
    id = user.owns(first)
    for name in ("Second", "Third"):
        user.owns(swarm.payload(name=name, files={"a.bin": 40_000}, seed=name))
    for folder in ("there", "found"):
        (tmp_path / folder).mkdir()
    first.prefill(tmp_path / "found", range(first.pieces))
    tries(TORRENT, At(door, id), subtests, folder=str(tmp_path))
    user.sees(id, State.SEEDING)
    first.spoil(tmp_path / "found", [1])
    tries(SPOILT, At(door, id), subtests)
    assert [names for names, _ in door.removed] == [("Second",), ("Third",)]
    assert (user.downloads / "Second").exists()
    assert not (user.downloads / "Third").exists()


@installed
def test_what_it_adds(door: Doorstep, swarm: Swarm, tmp_path: Path, subtests: pytest.Subtests) -> None:
    made = {
        name: swarm.payload(name=name, files={"a.bin": 40_000}, seed=name)
        for name in ("Second", "Third", "Linked", "Fetched")
    }
    files = "\n-a\n".join(str(made[name].torrent_path) for name in ("Second", "Third"))
    fetched = made["Fetched"].torrent_path
    url = swarm.web_server(fetched.parent).file(fetched.name)
    link = f"{made['Linked'].magnet}&dn=Linked"
    tries(ADDING, At(door), subtests, files=files, magnet=link, url=url, folder=str(tmp_path))
    assert len(door.added) == 4
    assert {who for _, who in door.added} == {door.added[0][1]}
    assert "transmission-remote" in door.added[0][1]


@installed
def test_how_it_comes_in(doorstep: Doorstep, tmp_path: Path) -> None:
    doorstep.chooses(remote.USER, "me")
    doorstep.chooses(remote.PASSWORD, "secret")
    doorstep.opens()
    assert is_hash(doorstep.settings.get(remote.PASSWORD))
    assert "Sum:" in calls(doorstep, "-n", "me:secret", "-l")
    assert "Sum:" in calls(doorstep, "-ne", "-l", TR_AUTH="me:secret")
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login me password secret\n")
    assert "Sum:" in calls(doorstep, "-N", str(netrc), "-l")
    for words in (("-l",), ("-n", "me:wrong", "-l")):
        said = calls(doorstep, *words)
        assert "Unexpected response" in said
        assert "Sum:" not in said
    assert "Sum:" in calls(doorstep, "-n", "me:secret", "-l", at=f"http://localhost:{doorstep.port}/transmission")
    assert "posting:" in calls(doorstep, "-b", "-n", "me:secret", "-l")


@installed
def test_it_comes_in_by_tls(doorstep: Doorstep, tmp_path: Path) -> None:
    doorstep.chooses(remote.CERTIFICATE, str(Authority(tmp_path).issue("127.0.0.1", Certificate.VALID)))
    doorstep.opens()
    assert "Sum:" in calls(doorstep, "--ssl", "-l")
    assert "Sum:" not in calls(doorstep, "-l")


@installed
def test_no_option_of_the_client_is_left_out() -> None:
    assert CLIENT is not None
    told = subprocess.run([CLIENT, "--help"], capture_output=True, text=True, timeout=LONG, check=False)
    options = re.findall(r"(?m)^ (-\w+)? +(--[a-z-]+)\s", told.stdout)
    assert len(options) > 80
    tried = verdicts()
    assert [pair for pair in options if not set(pair) & tried.keys()] == []
    assert set(ALWAYS) <= {name for pair in options for name in pair}


def test_what_newer_ones_send(door: Doorstep, swarm: Swarm, subtests: pytest.Subtests) -> None:
    door.chooses(labels.LABELS, (Label("Slow", down_limit=50_000),))
    at = At(door, door.user.owns(swarm.payload(name="Songs", files={"a.flac": 40_000, "b.txt": 5000})))
    asks(NEWER, at, subtests)
    door.chooses(automation.RUN_SEEDED, ("/bin/true",))
    asks(NEWER_FURNISHED, at, subtests)
    # What asks for no answer has no id.
    stop = door.post({"jsonrpc": "2.0", "method": "torrent_stop", "params": {"ids": 1}})
    assert (stop.status, stop.body) == (204, b"")
    door.user.sees(at.id, lambda torrent: torrent.paused)
