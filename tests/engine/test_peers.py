# SPDX-License-Identifier: GPL-3.0-or-later
"""What is seen of peers in real transfers: since when, how fast, what they hold, what they wait for."""

import socket
import threading
import time
from collections.abc import Callable
from contextlib import closing
from types import SimpleNamespace

import libtorrent as lt
import pytest

from starling.addresses import parse
from starling.engine import peerbook, peerinfo, webseeds
from starling.engine.errors import EngineError
from starling.engine.peerbook import PeerBook
from starling.engine.reopen import reopen
from starling.peer import Peer, Rates, Source, Transport
from starling.torrent import Priority
from tests.helpers import LONG, User
from tests.swarm import Manner, Swarm, Version
from tests.swarm.values import Client


def peers_of(user: User, id: str) -> dict[str, Peer]:
    """By address."""
    return {peer.address: peer for peer in user.run(user.engine.peers.connected(id))}


def look_until(user: User, id: str, address: str, wanted: Callable[[Peer], object]) -> Peer:
    """Looks at a peer as the tab does, only more often, until it is as wanted."""
    deadline = time.monotonic() + LONG
    while True:
        peer = peers_of(user, id).get(address)
        if peer is not None and wanted(peer):
            return peer
        assert time.monotonic() < deadline, f"seen last: {peer}"


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Samples and what comes of them, ten times as often."""
    monkeypatch.setattr(peerbook, "SAMPLE", 0.3)
    monkeypatch.setattr(peerbook, "_SETTLED", 0.1)
    monkeypatch.setattr(peerbook, "_KNOWN", 1.0)
    monkeypatch.setattr(peerbook, "_STEP", 0.1)


def test_download_from_a_seed(swarm: Swarm, user: User, quick: None) -> None:
    payload = swarm.payload(version=Version.V1, files=3_000_000)
    seed = swarm.seed(payload, up=300_000, client=Client("qBittorrent/4.5.3", "-qB4530-"))
    id = user.adds(payload)
    before = time.time()
    user.connects(id, seed)
    user.until(lambda: user.engine._records.get(id).connected)
    connected = time.time()
    user.until(lambda: time.time() > connected + 0.5)
    first = look_until(user, id, seed.ip, lambda peer: not peer.connecting)
    assert first.since is not None
    assert before <= first.since <= connected, "since when it is connected, not since when the tab is open"
    moving = look_until(user, id, seed.ip, lambda peer: sum(peer.rates.down) and peer.piece is not None)
    assert moving.id == "-qB4530-"
    assert (moving.since, moving.own_rate, moving.contribution) == (first.since, None, 0.0)
    assert (moving.choked_since, moving.on_parole, moving.host, moving.country) == (None, False, "", "")
    assert moving.piece in range(payload.pieces)
    assert moving.last_active is not None
    assert abs(time.time() - moving.last_active) < 3
    many = look_until(user, id, seed.ip, lambda peer: len(peer.rates.down) >= 5 and not peer.connecting)
    assert len(many.rates.up) == len(many.rates.down)
    assert set(many.rates.up) == {0}
    assert sum(many.rates.down) * 0.3 == pytest.approx(many.downloaded, rel=0.6)
    assert many.holding is not None
    assert set(many.holding.has) == {255}
    assert many.holding.relevance == 1.0


def test_upload_to_a_leech_that_gets_more_elsewhere(swarm: Swarm, user: User, quick: None) -> None:
    payload = swarm.payload(version=Version.V1, files=2_000_000, piece_size=16_384)
    id = user.owns(payload)
    leech = swarm.leech(payload, have=0.25)
    leech.connect(user.listens_at)
    user.handle(id).set_upload_limit(60_000)
    other = swarm.seed(payload, up=140_000)
    leech.connect(other)
    peer = look_until(user, id, leech.ip, lambda peer: peer.own_rate and peer.contribution)
    assert peer.incoming
    assert peer.source is Source.INCOMING
    assert peer.waiting_since is None
    assert peer.holding is not None
    assert peer.holding.relevance == 0.0, "we miss nothing"
    assert set(peer.holding.useful) == {0}
    assert 0 < peer.contribution < 1
    assert peer.contribution == pytest.approx(peer.uploaded / (peer.progress * payload.size), rel=0.25)
    steady = look_until(user, id, leech.ip, lambda peer: peer.own_rate and peer.own_rate > 90_000)
    assert steady.own_rate < 450_000
    assert steady.up < steady.own_rate


def test_who_chokes_us_and_since_when(swarm: Swarm, user: User) -> None:
    payload = swarm.payload(version=Version.V1, files=400_000)
    id = user.adds(payload)
    rider = swarm.seed(payload, manner=Manner.FREE_RIDER)
    user.connects(id, rider)
    rider.wait_for(lambda status: status.peers)
    arrived = time.time()
    user.until(lambda: time.time() > arrived + 0.5)
    peer = look_until(user, id, rider.ip, lambda peer: peer.we_want and peer.they_choke)
    assert peer.since is not None
    assert peer.waiting_since == peer.choked_since == peer.since, "it gave nothing from the beginning"
    again = look_until(user, id, rider.ip, lambda peer: peer.we_want)
    assert (again.choked_since, again.last_active, again.rates) == (peer.choked_since, None, Rates())


def test_snubbed_is_who_owes_us_data_and_sends_none(swarm: Swarm, user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(peerbook, "_SILENT", 0.5)
    monkeypatch.setattr(peerbook, "_TRICKLE", 1_000_000_000)
    running = user.engine._running
    assert running is not None
    running.session.lt.apply_settings({"piece_timeout": 1})
    payload = swarm.payload(version=Version.V1, files=2_000_000)
    id = user.adds(payload)
    seed = swarm.seed(payload, up=100_000)
    user.connects(id, seed)
    look_until(user, id, seed.ip, lambda peer: peer.downloaded)
    seed.limit(up=1)
    peer = look_until(user, id, seed.ip, lambda peer: peer.snubbed)
    assert peer.waiting_since is not None
    assert time.time() - peer.waiting_since >= 0.5
    seed.limit()
    again = look_until(user, id, seed.ip, lambda now: now.downloaded > peer.downloaded)
    assert (again.snubbed, again.waiting_since) == (False, None), "at once, whatever libtorrent says"


def test_holding_tells_exactly_which_pieces(swarm: Swarm, user: User) -> None:
    payload = swarm.payload(version=Version.V1, files={"a": 16_384 * 50, "b": 16_384 * 150}, piece_size=16_384)
    # Nothing moves, so that what is seen stays true: it has all that we have, and gives nothing.
    ours = set(range(120, 160))
    theirs = ours | set(range(0, 200, 3))
    payload.prefill(user.downloads, ours)
    id = user.adds(payload, priorities={0: Priority.SKIP})
    leech = swarm.leech(payload, have=theirs, manner=Manner.FREE_RIDER)
    user.connects(id, leech)
    peer = look_until(user, id, leech.ip, lambda peer: peer.holding and any(peer.holding.has))
    assert peer.holding is not None
    wanted = {piece for piece in range(50, 200) if piece not in ours}
    bounds = [range(cell * 200 // 96, (cell + 1) * 200 // 96) for cell in range(96)]
    assert peer.holding.relevance == pytest.approx(len(theirs & wanted) / len(wanted))
    for cell, pieces in enumerate(bounds):
        shares = (theirs & set(pieces), set(pieces)), (theirs & wanted & set(pieces), wanted & set(pieces))
        for byte, (part, of) in zip((peer.holding.has[cell], peer.holding.useful[cell]), shares, strict=True):
            exact = 255 * len(part) / len(of) if of else 0
            assert abs(byte - exact) <= 1, (cell, byte, exact)
            assert (byte == 255) == (bool(of) and part == of)


def test_a_few_bitfields_each_time(swarm: Swarm, user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("starling.engine.holdings.BUDGET", 0.0)
    payload = swarm.payload(version=Version.V1, files=16_384 * 40, piece_size=16_384)
    id = user.adds(payload)
    leeches = [swarm.leech(payload, have=range(3 + each), manner=Manner.FREE_RIDER) for each in range(4)]
    user.connects(id, *leeches)
    user.until(lambda: len(user.handle(id).get_peer_info()) == 4)
    for leech in leeches:
        leech.wait_for(lambda status: status.peers)
    user.until(lambda: all(info.num_pieces >= 3 for info in user.handle(id).get_peer_info()))
    for read in range(1, 5):
        assert sum(peer.holding is not None for peer in peers_of(user, id).values()) == read


def test_web_seed(swarm: Swarm, user: User) -> None:
    served = swarm.payload(version=Version.V1, files=3_000_000, name="w.bin", seed="w")
    url = swarm.web_server(served.root).slow("w.bin", 300_000)
    payload = swarm.payload(version=Version.V1, files=3_000_000, name="w.bin", seed="w", web_seeds=[url])
    id = user.adds(payload)
    user.until(lambda: any(peer.downloaded for peer in peers_of(user, id).values()))
    (peer,) = peers_of(user, id).values()
    assert peer.transport is Transport.WEB_SEED
    assert peer.holding is None or peer.holding.relevance == 1.0
    assert peer.source is peer.found is Source.WEB_SEED
    assert peer.url == url
    assert (peer.client, peer.host) == ("", ""), "it names no program, and its host is the address"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (b"Files.example.org", ("files.example.org", "")),
        (b"[2001:db8::1]", ("2001:db8::1", "")),
        (b"192.0.2.1", ("192.0.2.1", "")),
        (b"nginx/1.18.0 (Ubuntu) \xff", ("", "nginx/1.18.0 (Ubuntu) \N{REPLACEMENT CHARACTER}")),
        (b"", ("", "")),
    ],
)
def test_what_a_web_seed_calls_itself(name: bytes, said: tuple[str, str]) -> None:
    assert webseeds.said(name, "192.0.2.1", ["http://files.example.org/x", "http://[2001:db8::1]/", "http://["]) == said


def test_the_address_of_a_web_seed_is_told_where_there_is_no_doubt() -> None:
    urls = ["http://a.example.org/x/", "https://a.example.org/x/", "http://b.example.org:8080/y", "http://[", "http://"]
    assert webseeds.url_of("a.example.org", "192.0.2.1", 80, urls) == urls[0]
    assert webseeds.url_of("a.example.org", "192.0.2.1", 443, urls) == urls[1]
    assert webseeds.url_of("elsewhere.example.org", "192.0.2.1", 443, urls) == "", "redirected"
    assert webseeds.url_of("", "192.0.2.1", 8080, urls) == urls[2], "no other can be there"
    assert webseeds.url_of("", "192.0.2.1", 80, ["http://192.0.2.2/z"]) == ""
    assert webseeds.url_of("", "192.0.2.1", 80, ["http://192.0.2.1/z"]) == "http://192.0.2.1/z"
    assert webseeds.url_of("a.example.org", "192.0.2.1", 80, [*urls, "http://a.example.org/z/"]) == "", "which?"


def test_the_places_of_web_seeds_follow_their_list() -> None:
    one, two, named = "http://192.0.2.1/a", "http://192.0.2.1:80/b", "http://files.example.org/c"
    known = webseeds.changed({("192.0.2.9", 443): (named,)}, [], [one, two, one, "http://[2001:DB8:0::1]:8080/"])
    assert known == {
        ("192.0.2.9", 443): (named,),
        ("192.0.2.1", 80): (one, two),
        ("2001:db8::1", 8080): ("http://[2001:DB8:0::1]:8080/",),
    }
    assert webseeds.changed(known, [one, named, "http://[2001:DB8:0::1]:8080/"], [named]) == {("192.0.2.1", 80): (two,)}


def test_web_seeds_of_one_server_are_two(swarm: Swarm, user: User, quick: None) -> None:
    payload = swarm.payload(version=Version.V1, files=400_000)
    id = user.adds(payload)
    # It lets both in, and answers to neither.
    with socket.create_server((swarm.address(), 0)) as server:
        ip, port = server.getsockname()
        user.run(user.engine.trackers.add_web_seeds(id, [f"http://{ip}:{port}/{name}/" for name in "ab"]))
        user.until(lambda: len(user.run(user.engine.peers.connected(id))) == 2)
        begun = time.monotonic()
        # Three samples.
        while time.monotonic() < begun + 1:
            found = user.run(user.engine.peers.connected(id))
            assert {peer.key for peer in found} == {f"{ip}|{port}|web seed", f"{ip}|{port}|web seed|1"}
        user.quit()


@pytest.mark.parametrize(
    "said", [b"\xff\xfe\x1b[31mred", b"\xe2\x80\xaeevil\n", b"x" * 5000, b"\x00\x00", "naïve ✓".encode()]
)
def test_what_a_peer_calls_itself_is_safe_to_show(swarm: Swarm, user: User, said: bytes) -> None:
    payload = swarm.payload(files={"a": 20_000}, version=Version.V1)
    id = user.adds(payload)
    reserved = bytes(5) + b"\x10" + bytes(2)
    handshake = (
        b"\x13BitTorrent protocol" + reserved + bytes.fromhex(payload.hash_v1) + b"-XQ0123-\x1b]0;x\x07" + b"y" * 6
    )
    message = b"\x14\x00" + lt.bencode({b"m": {}, b"v": said})
    with closing(socket.create_connection(user.listens_at, source_address=(swarm.address(), 0))) as link:
        link.sendall(handshake + len(message).to_bytes(4) + message)
        user.until(lambda: any(not peer.connecting for peer in peers_of(user, id).values()))
        user.until(lambda: [info.client for info in user.handle(id).get_peer_info()] != [b""])
        (peer,) = peers_of(user, id).values()
    assert peer.client
    assert peer.client.isprintable()
    assert len(peer.client) <= 64
    assert peer.id == "-XQ0123-"


def test_preview_and_torrent_that_is_gone(swarm: Swarm, user: User) -> None:
    payload = swarm.payload(version=Version.V1, files=400_000)
    # It has no metadata either, and so stays.
    leech = swarm.leech(payload, magnet=True)
    preview = user.previews(payload.magnet)
    user.connects(preview.id, leech)
    seen = look_until(user, preview.id, leech.ip, lambda peer: not peer.connecting)
    assert (seen.holding, seen.contribution, seen.own_rate) == (None, None, None)
    user.engine.intake.discard(preview.id)
    user.until(lambda: preview.id not in {record.id for record in user.engine._records})
    assert "not in the list" in user.refused(user.engine.peers.connected(preview.id))
    assert "not in the list" in user.refused(user.engine.peers.add(preview.id, ["127.0.0.1:1"]))


def test_torrent_that_is_opened_again(swarm: Swarm, user: User) -> None:
    payload = swarm.payload(version=Version.V1, files=400_000)
    id = user.owns(payload)
    leech = swarm.leech(payload, down=10_000)
    leech.connect(user.listens_at)
    before = look_until(user, id, leech.ip, lambda peer: peer.since)
    running, record = user.engine._running, user.engine._records.get(id)
    assert running is not None
    assert record is not None
    held = threading.Event()

    def wait(_: object) -> None:
        held.wait(LONG)

    again = user.loop.create_task(reopen(running, record, user._workers[1], user.data_dir / "parts", wait))
    user.until(lambda: record.handle is None)
    assert record.connected == {}
    asked = user.loop.create_task(user.engine.peers.connected(id))
    held.set()
    user.finish(again)
    assert leech.ip not in {peer.address for peer in user.finish(asked) if peer.since == before.since}
    leech.connect(user.listens_at)
    after = look_until(user, id, leech.ip, lambda peer: peer.since)
    assert after.since > before.since


def test_zone_of_a_neighbour_is_known_to_the_sockets_alone(user: User) -> None:
    """A peer in this network, as local discovery finds it; there is no such network in a test."""
    at = ("fe80::1%eth0", 6881)
    flags = int(lt.peer_info.outgoing_connection)
    texts = {"client": b"", "pid": lt.sha1_hash(bytes(20)), "ip": at, "source": 8, "flags": flags}
    numbers = "total_download total_upload num_pieces last_active payload_down_speed payload_up_speed progress_ppm"
    more = "num_hashfails download_queue_length upload_queue_length connection_type"
    timing = "rtt queue_bytes read_state write_state request_timeout"
    zeros = dict.fromkeys(f"{numbers} {more} {timing}".split(), 0)
    info = SimpleNamespace(**zeros, downloading_piece_index=-1, **texts)
    handle = SimpleNamespace(get_peer_info=lambda: [info], torrent_file=lambda: None)
    running = user.engine._running
    assert running is not None
    user.run(user.engine.peers.limit(["fe80::1"], 5000, None))
    (peer,) = peerinfo.peers(handle, PeerBook(), {at: 900.0}, running.peers)  # type: ignore[arg-type]
    assert (peer.address, peer.since, peer.down_limit) == ("fe80::1", 900.0, 5000)
    assert parse(peer.address), "it can be kicked, banned and limited"
    assert peerinfo.outgoing(handle, frozenset(["fe80::1"])) == [at]  # type: ignore[arg-type]


def test_history_goes_on_while_peers_are_only_sampled(swarm: Swarm, user: User, quick: None) -> None:
    payload = swarm.payload(version=Version.V1, files=3_000_000)
    seed = swarm.seed(payload, up=300_000)
    id = user.adds(payload)
    user.connects(id, seed)
    user.sees(id, lambda torrent: torrent.down)
    asked: list[PeerBook] = []
    deadline, sample = time.monotonic() + LONG, peerinfo.sample
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(peerinfo, "sample", lambda handle, book, *more: asked.append(book) or sample(handle, book, *more))
        while len(asked) < 6:
            user.run(user.engine.peers.sample(id))
            assert time.monotonic() < deadline
        for _ in range(5):
            user.run(user.engine.peers.sample(id))
    assert len(asked) <= 7, "only when one is due"
    peer = peers_of(user, id)[seed.ip]
    assert len(peer.rates.down) >= 4
    assert sum(rate > 0 for rate in peer.rates.down) >= 2
    # What we miss was not looked at meanwhile, and is now.
    assert look_until(user, id, seed.ip, lambda peer: peer.holding).holding.relevance == 1.0
    with pytest.raises(EngineError):
        user.run(user.engine.peers.sample("unknown"))
