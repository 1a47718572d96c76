# SPDX-License-Identifier: GPL-3.0-or-later
"""The swarm kit: what the other tests stand on is what it says it is."""

import http.client
import os
import signal
import socket
import struct
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import quote_from_bytes, urlsplit

import libtorrent as lt
import pytest

from tests.swarm import (
    Answer,
    Certificate,
    ChildError,
    Client,
    Encryption,
    Event,
    Manner,
    NotSeenError,
    Peer,
    Scheme,
    Swarm,
    Transport,
    Version,
    wait_until,
)
from tests.swarm.child import ROOT

INTERESTED, CHOKES_US, UTP, RC4, HANDSHAKE = 1, 8, 1 << 17, 1 << 19, 1 << 20
"""Bits of libtorrent's peer flags."""


@pytest.fixture
def swarm() -> Iterator[Swarm]:
    with Swarm() as made:
        yield made


@pytest.mark.parametrize(
    ("scheme", "version"),
    [("http", Version.V1), ("udp", Version.V2), ("https", Version.HYBRID), ("http", Version.HYBRID)],
)
def test_peers_find_each_other_and_every_byte_arrives(swarm: Swarm, scheme: Scheme, version: Version) -> None:
    tracker = swarm.tracker(scheme, compact=version is Version.HYBRID)
    payload = swarm.payload(version=version, trackers=[tracker.url])
    have = payload.choose(0.25, "prefill")
    seed, leech = swarm.seed(payload, wait=False), swarm.leech(payload, have=have)
    done = leech.wait_until_done()
    assert leech.verify() == ()
    assert 0 < done.downloaded <= (payload.pieces - len(have)) * payload.piece_size
    tracker.wait_for_event(Event.COMPLETED, ip=leech.ip)
    for peer in (leech, seed):
        ip = peer.ip
        assert peer.stop()
        tracker.wait_for_event(Event.STOPPED, ip=ip)
    assert {a.info_hash for a in tracker.announces} == set(payload.announced)
    assert tracker.events(ip=leech.ip, info_hash=payload.announced[0]) == [
        Event.STARTED,
        Event.COMPLETED,
        Event.STOPPED,
    ]
    assert tracker.counts(payload.announced[0]) == (0, 1, 0)


def errors(peer: Peer, url: str) -> str:
    """What libtorrent said of a tracker, which must have failed."""
    return peer.wait_for_log("tracker_error", url)


def test_trackers_fail_in_every_way_they_can(swarm: Swarm) -> None:
    said = {
        Answer.GARBAGE: "expected value",
        Answer.EMPTY: "unexpected end of file",
        Answer.FAILURE: "grüßt nicht",
        Answer.BAD_UTF8: r"gr\xfc\xdft nicht",
        Answer.NOT_FOUND: "404",
        Answer.SERVER_ERROR: "500",
    }
    bad = {answer: swarm.tracker(wait=False) for answer in said}
    udp = {answer: swarm.tracker("udp", wait=False) for answer in (Answer.GARBAGE, Answer.FAILURE)}
    warns = swarm.tracker()
    for answer, tracker in [*bad.items(), *udp.items(), (Answer.WARNING, warns)]:
        tracker.behave(answer, "grüßt nicht")
    # One that fails makes libtorrent ask the next tier at once.
    tiers = [tracker.url for tracker in (*bad.values(), *udp.values(), warns)]
    leech = swarm.leech(swarm.payload(version=Version.V1, trackers=tiers))
    for answer, text in said.items():
        assert text in errors(leech, bad[answer].url)
    assert "invalid size" in errors(leech, udp[Answer.GARBAGE].url)
    assert "failure" in errors(leech, udp[Answer.FAILURE].url)
    assert "grüßt nicht" in leech.wait_for_log("tracker_warning", warns.url)
    assert {a.answer for tracker in bad.values() for a in tracker.announces} == set(said)
    with pytest.raises(ValueError, match="cannot answer"):
        udp[Answer.FAILURE].behave(Answer.NOT_FOUND)


def test_a_tracker_hangs(swarm: Swarm) -> None:
    tracker = swarm.tracker()
    leech = swarm.leech(swarm.payload(version=Version.V1, trackers=[tracker.url]))
    leech.wait_for_log("tracker_reply")
    tracker.behave(Answer.HANG)
    assert not leech.stop(patience=0.2)
    assert [(a.event, a.answer) for a in tracker.announces] == [
        (Event.STARTED, Answer.OK),
        (Event.STOPPED, Answer.HANG),
    ]
    assert len(leech.texts("tracker_reply")) == 1


def test_certificates_are_wrong_each_in_its_way(swarm: Swarm) -> None:
    wrong = [kind for kind in Certificate if kind is not Certificate.VALID]
    bad = [swarm.tracker("https", certificate=kind, wait=False) for kind in wrong]
    good, redirects = swarm.tracker("https"), swarm.tracker()
    redirects.behave(Answer.REDIRECT, good.url)
    leech = swarm.leech(swarm.payload(version=Version.V1, trackers=[t.url for t in (*bad, redirects)]))
    for tracker in bad:
        assert "certificate verify failed" in errors(leech, tracker.url)
    good.wait_for_event(Event.STARTED)
    leech.wait_for_log("tracker_reply", redirects.url)
    assert not any(tracker.announces for tracker in bad)


def test_limits_hold_and_can_be_lifted(swarm: Swarm) -> None:
    limit = 1_000_000
    tracker = swarm.tracker()
    payload = swarm.payload(files=4 << 20, trackers=[tracker.url])
    seed, leech = swarm.seed(payload, up=limit), swarm.leech(payload)
    before = leech.wait_for(lambda status: status.downloaded > 0).downloaded
    start = time.monotonic()
    after = leech.wait_for(lambda status: status.downloaded > before + limit // 2).downloaded
    assert (after - before) / (time.monotonic() - start) < 2 * limit
    seed.limit()
    start = time.monotonic()
    leech.wait_until_done()
    assert (payload.size - after) / (time.monotonic() - start) > 2 * limit
    assert leech.verify() == ()


def test_a_corrupt_peer_is_found_out(swarm: Swarm) -> None:
    tracker = swarm.tracker()
    payload = swarm.payload(trackers=[tracker.url])
    corrupt, leech = swarm.seed(payload, manner=Manner.CORRUPT), swarm.leech(payload)
    leech.wait_for_log("hash_failed")
    leech.wait_for_log("peer_ban", corrupt.ip)
    seed = swarm.seed(payload)
    assert leech.wait_until_done().failed >= payload.piece_size
    assert leech.verify() == ()
    assert corrupt.status.uploaded > 0 < seed.status.uploaded
    with pytest.raises(ValueError, match="piece_size"):
        swarm.seed(swarm.payload(piece_size=16_384), manner=Manner.CORRUPT)


def test_a_free_rider_uploads_nothing_and_a_slow_peer_little(swarm: Swarm) -> None:
    tracker = swarm.tracker()
    payload = swarm.payload(files=300_000, trackers=[tracker.url])
    rider = swarm.seed(payload, manner=Manner.FREE_RIDER, wait=False)
    slow = swarm.seed(payload, manner=Manner.SLOW)
    leech = swarm.leech(payload)
    status = leech.wait_for(lambda status: all(p.flags & INTERESTED for p in status.peers) and len(status.peers) == 2)
    choked = {peer.ip: bool(peer.flags & CHOKES_US) for peer in status.peers}
    assert choked[rider.ip]
    leech.wait_for(lambda status: not any(p.flags & CHOKES_US for p in status.peers if p.ip == slow.ip))
    swarm.seed(payload)
    leech.wait_until_done()
    assert rider.status.uploaded == 0
    assert slow.status.uploaded < payload.size / 4


def test_connections_are_what_was_asked_for(swarm: Swarm) -> None:
    tracker = swarm.tracker()
    client = Client("Köder 1.0", "-KD1000-")
    asked = [
        (Encryption.OFF, Transport.TCP, 0),
        (Encryption.HANDSHAKE, Transport.TCP, HANDSHAKE),
        (Encryption.RC4, Transport.UTP, RC4 | UTP),
    ]
    pairs = []
    for encryption, transport, _ in asked:
        payload = swarm.payload(seed=encryption.value, trackers=[tracker.url])
        # One that gives nothing stays connected, and does so at once: a rate limit would slow the handshake too.
        seed = swarm.seed(
            payload, manner=Manner.FREE_RIDER, client=client, encryption=encryption, transport=transport, wait=False
        )
        pairs.append((seed, swarm.leech(payload, encryption=encryption, transport=transport, wait=False)))
    for (seed, leech), (_, _, wanted) in zip(pairs, asked, strict=True):
        status = leech.wait_for(lambda status: [peer.client for peer in status.peers] == [client.name])
        assert status.peers[0].flags & (HANDSHAKE | RC4 | UTP) == wanted
        assert status.peers[0].ip == seed.ip
        assert tracker.wait_for_event(Event.STARTED, ip=seed.ip).peer_id.startswith(b"-KD1000-")


def test_metadata_without_data(swarm: Swarm) -> None:
    tracker = swarm.tracker()
    payload = swarm.payload(trackers=[tracker.url])
    provider, leech = swarm.leech(payload, manner=Manner.METADATA_ONLY), swarm.leech(payload, magnet=True)
    leech.wait_for_log("metadata_received")
    assert leech.status.downloaded == 0
    swarm.seed(payload)
    leech.wait_until_done()
    assert leech.verify() == ()
    assert provider.status.downloaded == 0


def test_http_scrape(swarm: Swarm) -> None:
    tracker = swarm.tracker()
    payload = swarm.payload(version=Version.V1, trackers=[tracker.url])
    swarm.seed(payload)
    tracker.wait_for_event(Event.STARTED)
    info_hash = bytes.fromhex(payload.hash_v1)
    url = f"{tracker.url.replace('announce', 'scrape')}?info_hash={quote_from_bytes(info_hash)}"
    with urllib.request.urlopen(url) as reply:
        answer = lt.bdecode(reply.read())
    assert answer == {b"files": {info_hash: {b"complete": 1, b"downloaded": 0, b"incomplete": 0}}}
    assert tracker.scrapes == (payload.hash_v1,)


def test_udp_scrape_wants_a_connection_first(swarm: Swarm) -> None:
    tracker = swarm.tracker("udp")
    where = urlsplit(tracker.url)
    with closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as client:
        client.settimeout(20)
        client.connect((where.hostname, where.port))
        client.send(struct.pack("!qii20s", 4711, 2, 1, b"h" * 20))
        assert client.recv(100)[:8] == struct.pack("!ii", 3, 1)
        client.send(struct.pack("!qii", 0x41727101980, 0, 2))
        connection = struct.unpack("!iiq", client.recv(100))[2]
        client.send(struct.pack("!qii20s", connection, 2, 3, b"h" * 20))
        assert client.recv(100) == struct.pack("!iiiii", 2, 3, 0, 0, 0)


def test_web_server(swarm: Swarm) -> None:
    payload = swarm.payload(files=100_000, name="täglich.bin")
    name, data = payload.torrent_path.name, payload.torrent_path.read_bytes()
    web = swarm.web_server(payload.torrent_path.parent)
    for url, kind in [(web.file(name), "application/x-bittorrent"), (web.file(name, "text/html"), "text/html")]:
        with urllib.request.urlopen(url) as reply:
            assert (reply.read(), reply.headers["Content-Type"]) == (data, kind)
    with urllib.request.urlopen(web.slow(name, 20 * len(data) // 3)) as reply:
        assert reply.read() == data
    with urllib.request.urlopen(web.endless()) as reply:
        assert len(reply.read(1 << 20)) == 1 << 20
    for url, status, location in [(web.status(404), 404, None), (web.redirect(payload.magnet), 302, payload.magnet)]:
        where = urlsplit(url)
        with closing(http.client.HTTPConnection(where.netloc)) as client:
            client.request("GET", f"{where.path}?{where.query}", headers={"User-Agent": "Neugier/1"})
            reply = client.getresponse()
            assert (reply.status, reply.getheader("Location")) == (status, location)
    wait_until(lambda: [r.complete for r in web.requests], [True, True, True, False, True, True].__eq__)
    assert web.requests[-1].user_agent == "Neugier/1"


def test_payloads_are_the_same_everywhere_and_verify_tells_what_is_wrong(swarm: Swarm) -> None:
    payload, again = swarm.payload(private=True, comment="hi"), swarm.payload(private=True, comment="hi")
    assert payload.torrent_path.read_bytes() == again.torrent_path.read_bytes()
    assert payload.hash_v1 != swarm.payload(seed="other").hash_v1
    assert payload.verify(again.root) == ()
    paths = [file.path for file in payload.files if file.size > 1]
    first, second, third, *_ = (again.root / path for path in paths)
    first.unlink()
    second.write_bytes(second.read_bytes()[:-1])
    third.write_bytes(b"?" + third.read_bytes()[1:])
    wrong = {difference.path: difference.why for difference in payload.verify(again.root, skip=[paths[0], paths[3]])}
    assert set(wrong) == set(paths[1:4])
    assert wrong[paths[1]].startswith("has ")
    assert wrong[paths[2]] == "differs from byte 0 on"
    assert wrong[paths[3]] == "is on disk"


def gone(pid: int) -> bool:
    """There is no such process, or nobody has collected it yet."""
    try:
        return Path(f"/proc/{pid}/stat").read_text("utf-8").rsplit(")", 1)[1].split()[0] == "Z"
    except FileNotFoundError:
        return True


def test_nothing_is_left_after_close() -> None:
    with Swarm() as swarm:
        hung = swarm.tracker()
        hung.behave(Answer.HANG)
        swarm.leech(swarm.payload(trackers=[hung.url]))
        swarm.web_server(swarm.folder)
        swarm.tracker("udp", wait=False)
        hung.wait_for_event(Event.STARTED)
        pids = swarm.pids
    assert len(pids) == 4
    assert not any(Path(f"/proc/{pid}").exists() for pid in pids)
    assert not swarm.folder.exists()


def test_nothing_is_left_when_the_parent_is_killed(tmp_path: Path) -> None:
    code = (
        "from tests.swarm import Swarm; s = Swarm(); s.tracker(); p = s.payload(); s.seed(p)\n"
        "print(*s.pids, flush=True); input()"
    )
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", code], stdin=pipe, stdout=pipe, cwd=ROOT, env=environment) as parent:
        assert parent.stdout
        pids = [int(pid) for pid in parent.stdout.readline().split()]
        parent.kill()
    assert len(pids) == 2
    wait_until(lambda: [gone(pid) for pid in pids], all)


def test_a_crash_in_the_kit_is_not_passed_over() -> None:
    swarm = Swarm()
    tracker = swarm.tracker()
    os.kill(tracker.child.pid, signal.SIGABRT)
    with pytest.raises(ChildError, match="tracker"):
        wait_until(lambda: tracker.announces, lambda announces: False)
    with pytest.raises(ExceptionGroup) as raised:
        swarm.close()
    assert "ended with -6" in str(raised.value.exceptions[0])
    assert not swarm.folder.exists()


def test_waiting_in_vain_says_what_was_seen(swarm: Swarm) -> None:
    tracker = swarm.tracker()
    with pytest.raises(NotSeenError, match=r"0\.05 s for announces at http.*seen last: \(\)"):
        tracker.wait_for_event(Event.STOPPED, timeout=0.05)
