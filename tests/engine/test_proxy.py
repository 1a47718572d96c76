# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything by a real proxy: who sees whom, what passes, what is told of one that does not work."""

import socket
import socketserver
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

import pytest

from starling import settings
from starling.engine import fetch as fetching
from starling.engine import netpack, proxywatch
from starling.setting import Setting
from starling.settings import Settings, privacy
from starling.torrent import State
from tests import swarm as kit
from tests.helpers import User, sentence
from tests.swarm import Proxy, ProxyManner, Swarm, Version

KINDS = ["socks5", "socks4", "http"]


def by(proxy: Proxy, kind: str, **more: object) -> dict[Setting, object]:  # type: ignore[type-arg]
    """The settings of somebody who has that proxy."""
    chosen = {privacy.PROXY: kind, privacy.PROXY_HOST: proxy.ip, privacy.PROXY_PORT: proxy.port}
    named = {"user": privacy.PROXY_USER, "password": privacy.PROXY_PASSWORD}
    return {**chosen, **{named[name]: value for name, value in more.items()}}


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proxywatch, "_PATIENCE_MS", 600)
    monkeypatch.setattr(proxywatch, "_SOON_MS", 100)


@pytest.mark.parametrize(
    ("kind", "guarded"), [("socks5", False), ("socks5", True), ("socks4", False), ("http", False), ("http", True)]
)
def test_everything_goes_by_the_proxy(swarm: Swarm, users: Callable[..., User], kind: str, guarded: bool) -> None:
    proxy = swarm.proxy(user="ann", password="s3cret") if guarded else swarm.proxy()
    own = {"user": "ann", "password": "s3cret"} if guarded else {}
    user = users(chosen=by(proxy, kind, **own)).start()
    tracker = swarm.tracker("http")
    payload = swarm.payload(version=Version.V1, files=400_000, trackers=[tracker.url])
    # Slow enough to be seen at it on any machine, and then as fast as it can.
    seed = swarm.seed(payload, up=20_000)
    id = user.adds(payload)
    seen = seed.wait_for(lambda status: bool(status.peers))
    assert {peer.ip for peer in seen.peers} == {proxy.out}
    seed.limit()
    user.sees(id, State.SEEDING)
    assert {announce.ip for announce in tracker.announces if announce.left} - {seed.ip} == {proxy.out}
    assert {passage.user for passage in proxy.passages} == {"ann" if guarded else ""}
    assert {passage.what for passage in proxy.passages} <= {"connect", "udp", "get"}
    user.until(lambda: user.session.proxy)
    assert (user.session.offline, user.session.listen_error) == ("", "")
    reach = user.engine.reach
    assert (reach.proxy, reach.proxy_answers) == (f"{kind.upper()} {proxy.ip}:{proxy.port}", True)


def test_datagrams_go_by_socks5(swarm: Swarm, users: Callable[..., User]) -> None:
    proxy = swarm.proxy()
    user = users(chosen=by(proxy, "socks5")).start()
    tracker = swarm.tracker("udp")
    user.adds(swarm.payload(version=Version.V1, trackers=[tracker.url]))
    assert tracker.wait_for_event(kit.Event.STARTED).ip == proxy.out


def test_what_a_proxy_cannot_carry_is_not_sent_past_it(swarm: Swarm, users: Callable[..., User]) -> None:
    proxy = swarm.proxy()
    user = users(chosen={**by(proxy, "http"), settings.connection.UTP: True}).start()
    tracker, web = swarm.tracker("udp"), swarm.tracker("http")
    user.adds(swarm.payload(version=Version.V1, trackers=[tracker.url, web.url]))
    url = tracker.url
    user.until(
        lambda: any(row.url == url and row.fails for row in user.trackers(next(iter(user.engine.torrents))).values())
    )
    web.wait_for_event(kit.Event.STARTED)
    assert tracker.announces == ()


@pytest.mark.parametrize("kind", ["socks5", "http"])
def test_links_are_fetched_by_the_proxy(swarm: Swarm, users: Callable[..., User], kind: str) -> None:
    proxy = swarm.proxy(user="ann", password="s3cret")
    user = users(chosen=by(proxy, kind, user="ann", password="s3cret")).start()
    payload = swarm.payload(version=Version.V1)
    server = swarm.web_server(payload.torrent_path.parent)
    found = user.previews(server.file(payload.torrent_path.name))
    assert found.has_metadata
    assert [passage.what for passage in proxy.passages if passage.user == "ann" and passage.port != 9]


def test_links_are_not_fetched_where_the_proxy_cannot(swarm: Swarm, users: Callable[..., User]) -> None:
    proxy = swarm.proxy()
    user = users(chosen=by(proxy, "socks4")).start()
    server = swarm.web_server(swarm.make_folder("web"))
    assert "SOCKS4" in user.refused(user.engine.intake.preview(server.file("a.torrent")))
    assert server.requests == ()


@pytest.mark.parametrize("kind", ["socks5", "http"])
def test_wrong_password_is_told_and_loses_nothing(
    swarm: Swarm, users: Callable[..., User], quick: None, kind: str
) -> None:
    proxy = swarm.proxy(user="ann", password="s3cret")
    payload = swarm.payload(version=Version.V1)
    seed = swarm.seed(payload)
    user = users(chosen=by(proxy, kind, user="bob", password="guess")).start()
    id = user.adds(payload)
    user.connects(id, seed)
    user.until(lambda: user.engine.reach.offline)
    assert "refuses the user name or the password" in sentence(user.engine.reach.offline)
    assert seed.status.peers == ()
    user.changes(by(proxy, kind, user="ann", password="s3cret"))
    user.until(lambda: not user.engine.reach.offline)
    seed_again = swarm.seed(payload)
    user.connects(id, seed_again)
    user.sees(id, State.SEEDING)


@pytest.mark.parametrize("kind", KINDS)
def test_proxy_that_wants_a_password_is_told(swarm: Swarm, users: Callable[..., User], kind: str) -> None:
    user = users(chosen=by(swarm.proxy(user="ann", password="x"), kind)).start()
    user.until(lambda: user.engine.reach.offline)
    assert "wants a user name and a password" in sentence(user.engine.reach.offline)


@pytest.mark.parametrize(
    ("manner", "words"), [(ProxyManner.HANG, "does not answer"), (ProxyManner.CLOSE, "hangs up on us")]
)
def test_proxy_that_does_not_work_is_told(
    swarm: Swarm, users: Callable[..., User], quick: None, manner: ProxyManner, words: str
) -> None:
    proxy = swarm.proxy()
    proxy.behave(manner)
    payload = swarm.payload(version=Version.V1)
    seed = swarm.seed(payload)
    user = users(chosen=by(proxy, "socks5")).start()
    id = user.adds(payload)
    user.connects(id, seed)
    user.until(lambda: user.engine.reach.offline)
    assert words in sentence(user.engine.reach.offline)
    assert seed.status.peers == ()
    proxy.behave(ProxyManner.HONEST)
    user.until(lambda: not user.engine.reach.offline)
    assert user.engine.reach.proxy_answers
    assert user.torrent(id).error == ""


@pytest.fixture
def nobody(swarm: Swarm) -> Iterator[tuple[str, int]]:
    """A port at which no program listens."""
    with socket.socket() as free:
        free.bind((swarm.address(), 0))
        yield free.getsockname()


def test_proxy_that_is_not_there_is_told(users: Callable[..., User], nobody: tuple[str, int]) -> None:
    host, port = nobody
    user = users(chosen={privacy.PROXY: "socks5", privacy.PROXY_HOST: host, privacy.PROXY_PORT: port}).start()
    user.until(lambda: user.engine.reach.offline)
    assert f"no proxy runs at {host}:{port}" in sentence(user.engine.reach.offline)
    user.changes({privacy.PROXY: "socks5"})
    user.until(lambda: "no host is given" in user.engine.reach.offline)


class Greeting(socketserver.BaseRequestHandler):
    """Says at once what a mail server says, and listens until the other one is tired of it."""

    request: socket.socket

    def handle(self) -> None:
        # libtorrent knocks too, and hangs up when it likes.
        with suppress(ConnectionError):
            self.request.sendall(b"220 mail.example ESMTP\r\n")
            while self.request.recv(1000):
                pass


class MailServer(socketserver.ThreadingTCPServer):
    daemon_threads = True
    block_on_close = False


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_no_proxy_is_told(swarm: Swarm, users: Callable[..., User], kind: str) -> None:
    with MailServer((swarm.address(), 0), Greeting) as server:
        serving = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        serving.start()
        host, port = server.server_address[:2]
        user = users(chosen={privacy.PROXY: kind, privacy.PROXY_HOST: host, privacy.PROXY_PORT: port}).start()
        user.until(lambda: user.engine.reach.offline)
        server.shutdown()
        serving.join()
    assert f"is no {kind.upper()} proxy" in sentence(user.engine.reach.offline)


@pytest.mark.parametrize("wrong", ["socks5://proxy.example", "a b", "proxy.example:1080", "-" * 64, "a..b"])
def test_host_that_is_none_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="takes a name such as"):
        privacy.PROXY_HOST.accept(wrong)


@pytest.mark.parametrize("right", ["", "proxy", "proxy.example", "192.0.2.1", "2001:db8::1", "a_b.example."])
def test_host_is_taken(right: str) -> None:
    assert privacy.PROXY_HOST.accept(right) == right


def test_port_0_is_none() -> None:
    with pytest.raises(ValueError, match="from 1 to 65535"):
        privacy.PROXY_PORT.accept(0)
    with pytest.raises(ValueError, match="at most 255 bytes"):
        privacy.PROXY_USER.accept("é" * 128)


@pytest.fixture
def chosen(qapp: object, tmp_path: Path) -> Iterator[Settings]:
    store = Settings(tmp_path / "settings.toml")
    yield store
    store.deleteLater()


@pytest.mark.parametrize(
    ("kind", "only", "dht", "nodes"),
    [("none", True, True, 2), ("socks5", False, True, 2), ("socks5", True, True, 1), ("http", True, False, 1)],
)
def test_nothing_past_the_proxy(chosen: Settings, kind: str, only: bool, dht: bool, nodes: int) -> None:
    chosen.set(settings.advanced.DHT_BOOTSTRAP, ("dht.example:6881", "192.0.2.1:6881"))
    chosen.set(privacy.PROXY, kind)
    chosen.set(privacy.PROXY_ONLY, only)
    for setting in (privacy.PROXY_PEERS, privacy.PROXY_TRACKERS, privacy.PROXY_NAMES):
        chosen.set(setting, False)
    made: Mapping[str, object] = netpack.network_pack(chosen)
    assert made["enable_dht"] is dht
    assert str(made["dht_bootstrap_nodes"]).count(":6881") == nodes
    through = {made[f"proxy_{what}"] for what in ("peer_connections", "tracker_connections", "hostnames")}
    assert through == {only}


def test_range_of_ports(chosen: Settings) -> None:
    chosen.set(settings.connection.PORT, 50_000)
    assert netpack.network_pack(chosen)["listen_system_port_fallback"] is True
    chosen.set(settings.connection.LAST_PORT, 50_004)
    made = netpack.network_pack(chosen)
    assert (made["max_retry_port_bind"], made["listen_system_port_fallback"]) == (4, False)


def test_router_is_not_asked_while_bound_by_name(chosen: Settings) -> None:
    assert netpack.network_pack(chosen)["enable_natpmp"] is True
    chosen.set(settings.connection.INTERFACES, ("tun0",))
    made = netpack.network_pack(chosen)
    assert (made["enable_natpmp"], made["enable_upnp"], made["enable_lsd"]) == (False, False, False)


def test_proxies_of_libtorrent_and_qt_agree() -> None:
    assert int(netpack._PROXIES[privacy.ProxyKind.SOCKS4][0]) == fetching._SOCKS4
    assert tuple(int(kind) for kind in netpack._PROXIES[privacy.ProxyKind.SOCKS5]) == fetching._SOCKS5


def test_who_is_connected_past_the_proxy_is_let_go_when_it_is_chosen(swarm: Swarm, users: Callable[..., User]) -> None:
    proxy = swarm.proxy()
    user = users().start()
    tracker = swarm.tracker("http")
    payload = swarm.payload(version=Version.V1, files=3_000_000, trackers=[tracker.url])
    seed = swarm.seed(payload, up=50_000)
    id = user.adds(payload)
    user.sees(id, State.DOWNLOADING, lambda row: row.down)
    assert {peer.ip for peer in seed.status.peers} == {user.address}
    user.changes(by(proxy, "socks5"))
    tracker.wait_for_event(kit.Event.STARTED, ip=proxy.out)
    user.until(lambda: user.address not in {peer.ip for peer in seed.status.peers})
    assert user.torrent(id).error == ""
