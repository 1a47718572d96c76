# SPDX-License-Identifier: GPL-3.0-or-later
"""The session as a whole: listening, encryption, limits, settings taken over while it runs; stalls; the rules."""

import ast
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import starling.engine
from starling import __version__, settings
from starling.engine import convert, pack
from starling.engine.listening import Listening
from starling.peer import Encryption, Transport
from starling.settings import Settings
from starling.settings.connection import NOWHERE
from starling.settings.privacy import EncryptionPolicy
from starling.torrent import NEVER, State
from tests import swarm as kit
from tests.helpers import User, sentence
from tests.swarm import Manner, Swarm, Version

ENGINE = Path(starling.engine.__file__).parent

FORBIDDEN = {
    "set_alert_notify": "deadlocks (rule 2)",
    "get_torrent_status": "deadlocks (rule 3)",
    "post_peer_info": "its alert can't be read (rule 4)",
    "post_file_progress": "its alert can't be read (rule 4)",
    "post_download_queue": "its alert can't be read (rule 4)",
    "post_trackers": "its alert can't be read (rule 4)",
    "add_rule": "ends the process for a range that is the wrong way round (rule 6)",
    "add_piece": "ends the process for a wrong index (rule 6)",
    "rename_file": "leads out of the save folder (rules 6 and 12)",
    "set_peer_class": "writes uninitialised memory for a partial dict (rule 11)",
    "generate_buf": "is broken (rule 13)",
    "write_torrent_file_buf": "is broken (rule 13)",
    "set_piece_hashes": "keeps every thread waiting (rule 14)",
}


CHECKED = {
    "create": {"set_piece_hashes"},
    "moves": {"rename_file"},
    "gate": {"add_rule"},
    "peerlimits": {"add_rule", "set_peer_class"},
}
"""Where what is given is known to do no harm: paths that were validated, or are libtorrent's own in other folders;
ranges that are the right way round, and all keys of a peer class; hashing in a process that does nothing else."""


@pytest.mark.parametrize("file", sorted(ENGINE.glob("*.py")), ids=lambda file: file.stem)
def test_engine_stays_away_from_what_crashes_or_freezes(file: Path) -> None:
    used = {node.attr for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Attribute)}
    used -= CHECKED.get(file.stem, set())
    assert {name: FORBIDDEN[name] for name in used & FORBIDDEN.keys()} == {}


@pytest.fixture
def taken(swarm: Swarm) -> Iterator[tuple[str, int]]:
    """An address whose port belongs to another program."""
    with socket.socket() as other:
        other.bind((swarm.address(), 0))
        other.listen()
        yield other.getsockname()


def test_port_that_is_taken_is_told_and_another_is_used(users: Callable[..., User], taken: tuple[str, int]) -> None:
    address, port = taken
    user = users(chosen={settings.connection.INTERFACES: [address], settings.connection.PORT: port}).start()
    user.until(lambda: user.session.port)
    assert user.session.port != port
    assert f"Port {port} is taken" in sentence(user.session.listen_error)
    user.changes({settings.connection.INTERFACES: [address], settings.connection.PORT: 0})
    user.until(lambda: user.session.port and not user.session.listen_error)


def test_no_socket_at_all_is_told_until_the_settings_change(users: Callable[..., User], taken: tuple[str, int]) -> None:
    address, port = taken
    where = {settings.connection.INTERFACES: [address], settings.connection.PORT: port}
    user = users(chosen=where, max_retry_port_bind=0, listen_system_port_fallback=False).start()
    user.until(lambda: user.session.listen_error)
    assert "Nobody can connect to us" in sentence(user.session.listen_error)
    assert user.session.port == 0
    user.changes({settings.connection.INTERFACES: [user.address]})
    user.until(lambda: user.session.port and not user.session.listen_error)


def test_interface_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    from starling.engine import listening

    sockets = Listening({"listen_interfaces": "nosuch0:6881"})
    assert sockets.error == ""
    monkeypatch.setattr(listening, "_PATIENCE", 0.0)
    assert "no network interface" in sentence(sockets.error)
    sockets.begin({"listen_interfaces": "nosuch0:6881", "user_agent": "other"})
    sockets.opened("127.0.0.1", 6881)
    assert (sockets.port, sockets.error) == (6881, "")
    sockets.begin({"listen_interfaces": "127.0.0.1:0"})
    assert sockets.port == 0


def test_peer_of_this_machine_is_served_and_proves_no_reachability(swarm: Swarm, user: User) -> None:
    payload = swarm.payload(version=Version.V1)
    id = user.downloads_all(payload, swarm.seed(payload))
    leech = swarm.leech(payload)
    leech.connect(user.listens_at)
    leech.wait_until_done()
    # libtorrent may not count the last block where the taker has gone at once.
    least = payload.size - 16_384
    user.until(lambda: user.session.uploaded >= least)
    assert not user.session.reachable
    user.sees(id, lambda row: row.uploaded >= least)
    assert (user.session.downloaded, user.session.dht_nodes) == (payload.size, None)


@pytest.mark.parametrize(
    ("policy", "theirs", "expected"),
    [
        (EncryptionPolicy.REQUIRE, kit.Encryption.ANY, Encryption.FULL),
        (EncryptionPolicy.REQUIRE, kit.Encryption.RC4, Encryption.FULL),
        (EncryptionPolicy.PREFER, kit.Encryption.RC4, Encryption.FULL),
        (EncryptionPolicy.ALLOW, kit.Encryption.OFF, Encryption.NONE),
        (EncryptionPolicy.DISABLED, kit.Encryption.ANY, Encryption.NONE),
    ],
)
def test_encryption(
    swarm: Swarm,
    users: Callable[..., User],
    policy: EncryptionPolicy,
    theirs: kit.Encryption,
    expected: Encryption,
) -> None:
    user = users(chosen={settings.privacy.ENCRYPTION: policy.value}).start()
    payload = swarm.payload(version=Version.V1)
    id = user.adds(payload)
    # Slow enough that the peer is still there when it is looked at.
    user.connects(id, swarm.seed(payload, encryption=theirs, up=300_000))
    user.until(lambda: any(peer.downloaded for peer in user.run(user.engine.peers.connected(id))))
    (peer,) = user.run(user.engine.peers.connected(id))
    assert (peer.encryption, peer.transport, peer.seed) == (expected, Transport.TCP, True)


def test_required_encryption_lets_no_plain_peer_in(swarm: Swarm, users: Callable[..., User]) -> None:
    user = users(chosen={settings.privacy.ENCRYPTION: "require"}).start()
    payload = swarm.payload(version=Version.V1)
    id = user.adds(payload)
    plain = swarm.seed(payload, encryption=kit.Encryption.OFF)
    plain.connect(user.listens_at)
    plain.wait_for_log("peer_disconnected")
    assert user.sees(id, lambda row: not row.seeds).done == 0


def test_limit_of_the_session_holds_in_the_local_network_if_asked_for(swarm: Swarm, users: Callable[..., User]) -> None:
    user = users(chosen={settings.speed.LIMIT_LOCAL: True, settings.speed.DOWN_LIMIT: 100_000}).start()
    payload = swarm.payload(files=3_000_000, version=Version.V1)
    id = user.adds(payload)
    user.connects(id, swarm.seed(payload))
    user.sees(id, lambda row: row.done > 100_000)
    assert user.torrent(id).done < 1_000_000
    user.until(lambda: user.session.down)
    assert user.session.down < 300_000
    user.changes({})
    user.sees(id, State.SEEDING)


def test_setting_that_libtorrent_does_not_know_is_told_and_left_out(users: Callable[..., User]) -> None:
    user = users(no_such_setting=1, user_agent=5, max_webtorrent_offers=5, active_checking=2).start()
    for name in ("no_such_setting", "user_agent", "max_webtorrent_offers"):
        user.hears(f"“{name}”", "left out")
    session = user.engine._running.session
    told = session.lt.get_settings()
    assert (told["active_checking"], told["max_webtorrent_offers"]) == (2, 0)
    assert told["user_agent"].startswith("Starling/"), "ours, and not libtorrent's"
    user.changes({}, another_one=True)
    user.hears("“another_one”")
    assert session.lt.get_settings()["active_checking"] == 1


def test_way_out_that_libtorrent_cannot_read_closes_everything(users: Callable[..., User]) -> None:
    user = users(listen_interfaces=6881).start()
    user.hears("“listen_interfaces”", "Nothing is transferred")
    session = user.engine._running.session
    place, _, _ = session.lt.get_settings()["listen_interfaces"].partition(":")
    assert place == NOWHERE, "not libtorrent's either, which is everywhere"
    assert user.engine.reach.offline
    user.changes({})
    user.until(lambda: user.session.port)


def test_settings_of_each_torrent_follow(swarm: Swarm, users: Callable[..., User]) -> None:
    import libtorrent as lt

    user = users(chosen={settings.connection.CONNECTIONS_PER_TORRENT: 7, settings.connection.PEX: False}).start()
    id = user.adds(swarm.payload())
    disabled = lt.torrent_flags.disable_pex
    assert user.run(user.engine.details.facts(id)).connections_limit == 7
    assert user.handle(id).flags() & disabled
    user.changes({settings.connection.CONNECTIONS_PER_TORRENT: 9})
    user.until(lambda: not user.handle(id).flags() & disabled)
    assert user.run(user.engine.details.facts(id)).connections_limit == 9
    user.restart()
    assert user.run(user.engine.details.facts(id)).connections_limit == 9
    assert not user.handle(id).flags() & disabled


def test_download_that_nobody_can_complete_never_ends(
    swarm: Swarm, user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(convert, "STALL_AFTER", 0.7)
    tracker = swarm.tracker()
    payload = swarm.payload(version=Version.V1, trackers=[tracker.url])
    swarm.leech(payload, have=range(5))
    payload.prefill(user.downloads, range(5))
    id = user.adds(payload)
    row = user.sees(id, State.STALLED, lambda row: row.done == 5 * payload.piece_size and row.eta is not None)
    assert (row.eta, row.peers, row.swarm_seeds) == (NEVER, 1, 0)
    swarm.seed(payload)
    user.engine.reannounce([id])
    user.sees(id, lambda row: row.eta != NEVER)


def test_time_left_is_unknown_while_what_comes_is_not_all(swarm: Swarm, user: User) -> None:
    payload = swarm.payload(version=Version.V1, files={"a.bin": 4_000_000})
    leech = swarm.leech(payload, have=range(200_000 // payload.piece_size), up=20_000)
    id = user.adds(payload)
    user.connects(id, leech)
    user.sees(id, State.DOWNLOADING, lambda row: row.down and row.availability and row.eta is None)
    assert 0 < user.torrent(id).availability < 1
    user.connects(id, swarm.seed(payload, up=20_000))
    row = user.sees(id, State.DOWNLOADING, lambda row: row.eta)
    assert 10 < row.eta < 4_000


def test_stalled_download_without_a_tracker_may_end_some_day(
    swarm: Swarm, user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(convert, "STALL_AFTER", 0.7)
    payload = swarm.payload(version=Version.V1)
    payload.prefill(user.downloads, range(5))
    id = user.adds(payload)
    user.connects(id, swarm.leech(payload, have=range(5)))
    row = user.sees(id, State.STALLED, lambda row: row.peers and row.availability)
    assert row.eta is None


def test_download_stalls_and_goes_on(swarm: Swarm, user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(convert, "STALL_AFTER", 0.7)
    payload = swarm.payload(version=Version.V1, files=400_000)
    id = user.adds(payload)
    user.connects(id, swarm.seed(payload, manner=Manner.FREE_RIDER))
    row = user.sees(id, State.STALLED, lambda row: row.seeds)
    assert (row.down, row.eta) == (0, None)
    user.engine.pause([id])
    user.sees(id, State.PAUSED)
    user.engine.start([id])
    user.sees(id, State.DOWNLOADING)
    user.sees(id, State.STALLED)
    seed = swarm.seed(payload, up=100_000)
    user.connects(id, seed)
    # Its first second brings next to nothing.
    user.sees(id, State.DOWNLOADING, lambda row: row.eta and 1 < row.eta < 60)
    seed.kill()
    # At once, however slowly libtorrent's average fades.
    user.sees(id, State.STALLED, lambda row: not row.down)
    user.connects(id, swarm.seed(payload))
    user.sees(id, State.SEEDING, lambda row: row.eta is None)


def test_news_come_by_themselves_once_a_second(swarm: Swarm, user: User) -> None:
    payload = swarm.payload(version=Version.V1, files=2_000_000)
    id = user.adds(payload)
    user.connects(id, swarm.seed(payload, up=400_000))
    user.news.clear()
    user.until(lambda: user.news.count(id) >= 2)
    user.until(lambda: 0 < user.torrent(id).progress < 1 and user.session.down > 0)


def test_peers_and_facts_of_a_transfer(swarm: Swarm, user: User) -> None:
    payload = swarm.payload(version=Version.V1, files=2_000_000, comment="hello")
    seed = swarm.seed(payload, up=300_000, client=kit.CLIENTS[1])
    id = user.adds(payload)
    user.connects(id, seed)
    user.until(lambda: any(peer.down for peer in user.run(user.engine.peers.connected(id))))
    (peer,) = user.run(user.engine.peers.connected(id))
    assert (peer.address, peer.port, peer.client) == (seed.ip, seed.port, kit.CLIENTS[1].name)
    assert (peer.progress, peer.seed, peer.incoming, peer.we_want, peer.they_choke) == (1.0, True, False, True, False)
    assert peer.requests_out > 0
    facts = user.run(user.engine.details.facts(id))
    assert facts.pieces is not None
    assert (facts.pieces.count, facts.pieces.size) == (payload.pieces, payload.piece_size)
    assert set(facts.pieces.have) <= {0, 1}
    assert set(facts.pieces.copies) == {1}
    assert facts.magnet.startswith(f"magnet:?xt=urn:btih:{payload.hash_v1}")
    assert (facts.comment, facts.connections) == ("hello", 1)
    user.sees(id, lambda torrent: torrent.known_peers == 1)
    state = user.run(user.engine.details.file_state(id))
    assert 0 <= state.done[0] <= 2_000_000


def test_facts_before_the_metadata(user: User) -> None:
    id = user.adds("magnet:?xt=urn:btih:" + "ab" * 20)
    assert user.run(user.engine.details.files(id)) == ()
    assert user.run(user.engine.details.file_state(id)).done == ()
    assert user.run(user.engine.details.facts(id)).pieces is None
    user.engine.contents.set_first_last([id], True)
    user.engine.contents.set_priorities(id, {0: 1})
    user.hears("stay as they are")


def test_pack_is_pure_and_fits_libtorrent(tmp_path: Path, qapp: object) -> None:
    import libtorrent as lt

    chosen = Settings(tmp_path / "none.toml")
    made = pack.settings_pack(chosen)
    assert made == pack.settings_pack(chosen)
    params = lt.session_params()
    params.settings = {**lt.default_settings(), **made}
    assert made["enable_outgoing_utp"] is True
    assert (made["enable_dht"], made["enable_lsd"], made["enable_upnp"], made["enable_natpmp"]) == (True,) * 4
    assert made["listen_interfaces"] == "0.0.0.0:51413,[::]:51413"
    assert pack.config(chosen).pex is True
    chosen.deleteLater()


@pytest.mark.parametrize(
    ("version", "head"), [("0.1.0", "-SL0100-"), ("1.2.3.4", "-SL1234-"), ("12.0", "-SL0000-"), ("1.0rc1", "-SL1000-")]
)
def test_fingerprint(version: str, head: str) -> None:
    assert pack.fingerprint(version) == head


@pytest.mark.parametrize("anonymous", [False, True])
@pytest.mark.parametrize("private", [False, True])
def test_who_we_say_we_are(swarm: Swarm, users: Callable[..., User], anonymous: bool, private: bool) -> None:
    user = users(chosen={settings.privacy.ANONYMOUS: anonymous}).start()
    tracker = swarm.tracker("http")
    payload = swarm.payload(trackers=[tracker.url], version=Version.V1, private=private)
    seed = swarm.seed(payload, up=20_000)
    user.connects(user.adds(payload), seed)
    announce = tracker.wait_for_event(kit.Event.STARTED, ip=user.address)
    (seen,) = seed.wait_for(lambda status: any(peer.uploaded for peer in status.peers)).peers
    if not anonymous:
        assert announce.user_agent == f"Starling/{__version__}"
        assert announce.peer_id.startswith(pack.fingerprint(__version__).encode())
        assert seen.client == f"Starling {__version__}"
        return
    # Twenty random characters, the first of which may be a "-" like any other.
    assert not announce.peer_id.startswith(pack.fingerprint(__version__).encode()[:3])
    for text in (announce.user_agent, seen.client):
        assert "starling" not in text.lower()
        assert "libtorrent" not in text.lower()


def test_name_is_hidden_at_once_and_peer_id_from_the_next_start(swarm: Swarm, users: Callable[..., User]) -> None:
    user = users().start()
    tracker = swarm.tracker("http")
    id = user.adds(swarm.payload(trackers=[tracker.url], version=Version.V1))
    own = pack.fingerprint(__version__).encode()
    assert tracker.wait_for_event(kit.Event.STARTED, ip=user.address).peer_id.startswith(own)
    user.changes({settings.privacy.ANONYMOUS: True})
    user.engine.pause([id])
    assert "starling" not in tracker.wait_for_event(kit.Event.STOPPED, ip=user.address).user_agent.lower()
    user.engine.start([id])
    user.restart()
    user.until(lambda: not tracker.announces[-1].peer_id.startswith(own))


def test_fewer_interfaces_are_no_alarm(swarm: Swarm, user: User) -> None:
    running = user.engine._running
    assert running
    user.changes({settings.connection.INTERFACES: [user.address, swarm.address()]})
    user.until(lambda: len(running.network.listening._sockets) == 2)
    user.changes({settings.connection.INTERFACES: [user.address]})
    assert running.network.listening.port == running.session.lt.listen_port() > 0


def test_sockets_that_the_settings_still_allow_are_kept() -> None:
    kept = Listening({"listen_interfaces": "10.0.0.1:6881,lo:6881,[::1]:6881"})
    for address in ("10.0.0.1", "127.0.0.1", "::1"):
        kept.opened(address, 6881)
    kept.begin({"listen_interfaces": "lo:6881"})
    assert kept._sockets >= {("127.0.0.1", 6881)}
    assert ("10.0.0.1", 6881) not in kept._sockets
    kept.begin({"listen_interfaces": "0.0.0.0:6881"})
    assert kept.port == 6881
    kept.failed("127.0.0.1", 6881, "no")
    assert "127.0.0.1:6881" in sentence(kept.error)
    kept.opened("127.0.0.1", 6882)
    assert "is taken" in sentence(kept.error)
    kept.begin({"listen_interfaces": "10.0.0.1:6881"})
    assert kept.port == 0
