# SPDX-License-Identifier: GPL-3.0-or-later
"""Torrents come in from elsewhere: files, addresses, links, hashes and bytes, by the settings and the labels' rules."""

import base64
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from starling import settings
from starling.labels import By, Label, Rule
from starling.remote.calls import Code
from starling.settings.labels import LABELS
from starling.torrent import Priority, State
from tests.helpers import User
from tests.remote.asking import Remote, remote_of
from tests.swarm import Payload, Swarm, Version

FILES = {"a": 40_000, "b": 40_000, "c": 40_000, "d": 40_000}
CHOICE = {
    "files_unwanted": [0, 3],
    "files_wanted": [3],
    "priority_high": [1],
    "priority_low": [2, 0],
    "priority_normal": [],
}
PADDED = {"files_unwanted": [0, 6], "files_wanted": [6, 1], "priority_high": [2], "priority_low": [4, 0, 7]}
"""The same by the numbers in a .torrent file with a pad file behind each, some of which are named as well."""
CHOSEN = [Priority.SKIP, Priority.HIGH, Priority.LOW, Priority.NORMAL]


@pytest.fixture
def remote(user: User) -> Iterator[Remote]:
    with remote_of(user) as made:
        yield made


def other(swarm: Swarm, version: Version) -> Path:
    return swarm.payload(name="b", files=FILES, version=version).torrent_path


def encoded(payload: Payload) -> str:
    return base64.b64encode(payload.torrent_path.read_bytes()).decode()


def test_the_bytes_of_a_file_and_all_that_can_be_said(swarm: Swarm, user: User, remote: Remote) -> None:
    # A hybrid has pad files between the others, and clients that read the file themselves count them.
    payload = swarm.payload(name="a", files=FILES, version=Version.HYBRID)
    folder = user.folder / "elsewhere"
    answer = remote.ask(
        "torrent_add",
        metainfo="\r\n".join((encoded(payload)[:76], encoded(payload)[76:])),
        download_dir=str(folder),
        paused=True,
        labels=["Linux", " films "],
        peer_limit=1,
        bandwidth_priority=1,
        sequential_download=True,
        sequential_download_from_piece=0,
        **PADDED,
    )
    number = remote.ids.number(payload.id)
    assert answer == {"torrent_added": {"id": number, "name": "a", "hash_string": payload.id}}
    row = user.torrent(payload.id)
    assert (row.save_path, row.labels, row.paused) == (str(folder), ("Linux", "films"), True)
    assert row.sequential
    assert user.engine.throttle.options_of(payload.id).connections == 2, "libtorrent takes one for two"
    assert user.priorities(payload.id) == CHOSEN
    assert remote.added == [payload.id]


@pytest.mark.parametrize("version", [Version.V1, Version.V2])
def test_files_by_their_place_where_nothing_is_between_them(
    version: Version, swarm: Swarm, user: User, remote: Remote
) -> None:
    payload = swarm.payload(name="a", files=FILES, version=version)
    remote.ask("torrent_add", metainfo=encoded(payload), paused=True, **CHOICE)
    assert user.priorities(payload.id) == CHOSEN
    remote.sets(payload.id, files_wanted=[0])
    assert user.priorities(payload.id)[0] == Priority.LOW, "as it was said of the skipped file"
    assert "no file 4" in remote.refused("torrent_add", filename=str(other(swarm, version)), files_wanted=[4])


def test_pad_files_alone_mean_nothing(swarm: Swarm, user: User, remote: Remote) -> None:
    payload = swarm.payload(name="a", files=FILES, version=Version.HYBRID)
    remote.ask("torrent_add", metainfo=encoded(payload), paused=True, files_unwanted=[1, 3])
    assert user.priorities(payload.id) == [Priority.NORMAL] * 4


def test_as_the_settings_and_the_rules_of_labels_say(swarm: Swarm, user: User, remote: Remote) -> None:
    payload = swarm.payload(name="Show S01", files={"a.nfo": 100, "b.mkv": 40_000})
    shows = user.folder / "shows"
    remote.settings.set(settings.downloads.START_ADDED, False)
    remote.settings.set(settings.downloads.EXCLUDED, ("*.nfo",))
    remote.settings.set(LABELS, (Label("Shows", folder=str(shows), rules=(Rule(By.NAME, "s01"),)),))
    remote.ask("torrent_add", filename=payload.torrent_path.as_uri(), labels=["shows"])
    row = user.torrent(payload.id)
    assert (row.save_path, row.labels, row.paused) == (str(shows), ("Shows",), True)
    assert user.priorities(payload.id) == [Priority.SKIP, Priority.NORMAL]


def test_one_that_is_there_gets_the_trackers_it_lacks(swarm: Swarm, user: User, remote: Remote) -> None:
    first, second = ("http://127.0.0.1:1/announce", "http://127.0.0.1:2/announce")
    payload = swarm.payload(name="a", files=40_000, trackers=[first])
    id = user.adds(payload, start=False)
    link = payload.magnet.replace("%3a1%2f", "%3a2%2f")
    answer = remote.ask("torrent_add", filename=link)
    assert answer == {"torrent_duplicate": {"id": remote.ids.number(id), "name": "a", "hash_string": id}}
    assert user.run(user.engine.trackers.tiers(id)) == [[first, second]]
    assert "torrent_duplicate" in remote.ask("torrent_add", filename=str(payload.torrent_path))
    assert remote.added == []


def test_a_link_answers_at_once_and_its_files_are_chosen_later(swarm: Swarm, user: User, remote: Remote) -> None:
    payload = swarm.payload(name="a", files=FILES, version=Version.HYBRID)
    answer = remote.ask("torrent_add", filename=payload.magnet, **CHOICE)
    assert answer["torrent_added"]["hash_string"] == payload.id
    assert not user.torrent(payload.id).has_metadata
    # The choice survives that the program ends before anybody knows the files.
    user.restart()
    user.connects(payload.id, swarm.seed(payload))
    user.sees(payload.id, lambda row: row.complete)
    assert user.priorities(payload.id) == CHOSEN
    assert not (user.downloads / "a" / "a").exists()


def test_a_bare_hash(user: User, remote: Remote) -> None:
    answer = remote.ask("torrent_add", filename="AB" * 20, paused=True)
    assert answer["torrent_added"]["hash_string"] == "ab" * 20
    assert user.torrent("ab" * 20).state is State.PAUSED


def test_an_address_with_cookies_for_its_server_alone(swarm: Swarm, user: User, remote: Remote) -> None:
    payload = swarm.payload(name="a", files=40_000)
    data = payload.torrent_path.read_bytes()
    with serving("127.0.0.1", data) as other, serving(swarm.address(), data, f"{other.url}/b") as first:
        answer = remote.ask("torrent_add", filename=f"{first.url}/get", cookies="uid=7; pass=x=y", paused=True)
        assert answer["torrent_added"]["name"] == "a"
        # Qt asks once more where a connection ends while it reads.
        assert set(first.cookies) == {"uid=7; pass=x=y"}
        assert set(other.cookies) == {""}
        sentence, code = remote.error("torrent_add", filename=f"{first.url}/missing")
        assert "404" in sentence
        assert code is Code.HTTP_ERROR


def test_what_can_not_be_added(swarm: Swarm, user: User, remote: Remote, tmp_path: Path) -> None:
    payload = swarm.payload(name="a", files=FILES)
    secret = tmp_path / "secret"
    secret.write_text("d5:hello")
    data = encoded(payload)
    unknown, absent, range_, path = (
        Code.UNRECOGNIZED_INFO,
        Code.INVALID_PARAMS,
        Code.FILE_INDEX_OUT_OF_RANGE,
        Code.PATH_NOT_ABSOLUTE,
    )
    cases: list[tuple[dict[str, object], str, Code | None]] = [
        ({}, "“filename” or “metainfo”", absent),
        ({"filename": "", "metainfo": ""}, "“filename” or “metainfo”", absent),
        ({"filename": 7}, "“filename”", None),
        ({"filename": "a.torrent"}, "full path", unknown),
        ({"filename": "magnet:?dn=x"}, "full path", unknown),
        ({"filename": str(tmp_path / "missing")}, "can't be read", unknown),
        ({"filename": str(tmp_path)}, "no .torrent file", unknown),
        ({"filename": "/dev/zero"}, "no .torrent file", unknown),
        ({"filename": str(secret)}, "secret", unknown),
        ({"metainfo": "ä"}, "base64", unknown),
        ({"metainfo": "abc"}, "base64", unknown),
        ({"metainfo": "aGVsbG8="}, "metainfo", unknown),
        ({"metainfo": data, "download_dir": "here"}, "full path", path),
        ({"metainfo": data, "download_dir": str(secret)}, "is a file", None),
        ({"metainfo": data, "labels": ["a,b"]}, "Commas", None),
        ({"metainfo": data, "labels": [" "]}, "name", None),
        ({"metainfo": data, "labels": "Linux"}, "list of texts", None),
        ({"metainfo": data, "paused": "no"}, "“paused”", None),
        ({"metainfo": data, "files_unwanted": [8]}, "no file 8", range_),
        ({"metainfo": data, "priority_low": [-1]}, "no file -1", range_),
        ({"filename": payload.magnet, "files_wanted": [10**15]}, "no file", range_),
        ({"metainfo": data, "files_wanted": [0.5]}, "whole numbers", None),
        ({"metainfo": data, "peer_limit": -1}, "“peer_limit”", None),
        ({"metainfo": data, "bandwidth_priority": 2}, "“bandwidth_priority”", None),
        ({"metainfo": data, "sequential_download_from_piece": -1}, "“sequential_download_from_piece”", None),
        ({"filename": "http://127.0.0.1:1/x", "cookies": "a=b\r\nX: y"}, "“cookies”", None),
        ({"filename": "http://127.0.0.1:1/x"}, "127.0.0.1", Code.HTTP_ERROR),
    ]
    for params, words, code in cases:
        sentence, found = remote.error("torrent_add", **params)
        assert words in sentence, params
        assert found is code, params
        assert "hello" not in sentence
    assert not user.engine.torrents
    assert not user.stored()
    # Nothing of what was refused stands in its way.
    assert "torrent_added" in remote.ask("torrent_add", metainfo=data)


def test_the_same_several_times_at_once(swarm: Swarm, user: User, remote: Remote) -> None:
    payload = swarm.payload(name="a", files=40_000)
    asked = [
        user.loop.create_task(remote._ask("torrent_add", {"filename": what}))
        for what in (str(payload.torrent_path), payload.magnet, payload.hash_v1, str(payload.torrent_path))
    ]
    answers = [user.finish(task) for task in asked]
    kinds = sorted(key for answer in answers for key in answer)
    assert kinds == ["torrent_added", "torrent_duplicate", "torrent_duplicate", "torrent_duplicate"]
    assert remote.added == [payload.id]


class Serving(ThreadingHTTPServer):
    """Gives its data, or sends on; says which cookies it got."""

    def __init__(self, address: str, data: bytes, onward: str) -> None:
        super().__init__((address, 0), _Answer)
        self.data, self.onward = data, onward
        self.cookies: list[str] = []

    @property
    def url(self) -> str:
        return f"http://{self.server_address[0]!s}:{self.server_address[1]}"


class _Answer(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        served = self.server
        assert isinstance(served, Serving)
        if self.path == "/missing":
            self.send_error(404)
            return
        served.cookies.append(self.headers.get("Cookie", ""))
        data = b"" if served.onward else served.data
        self.send_response(302 if served.onward else 200)
        if served.onward:
            self.send_header("Location", served.onward)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@contextmanager
def serving(address: str, data: bytes, onward: str = "") -> Iterator[Serving]:
    server = Serving(address, data, onward)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
