# SPDX-License-Identifier: GPL-3.0-or-later
"""What is done to peers: added, kicked, banned, limited; seen at both ends."""

import time
from collections.abc import Callable
from ipaddress import IPv4Address
from types import SimpleNamespace

import libtorrent as lt
import pytest

from starling import settings
from starling.engine import gate, pack
from starling.engine.engine import EngineError
from starling.peer import LEAVE, Peer
from starling.settings import Settings
from tests.helpers import User, sentence
from tests.swarm import Event, Swarm, Version


def peers_of(user: User, id: str) -> dict[str, Peer]:
    """Those that are connected, by address."""
    return {peer.address: peer for peer in user.run(user.engine.peers.connected(id)) if not peer.connecting}


def test_peers_are_added(swarm: Swarm, user: User) -> None:
    payload = swarm.payload(version=Version.V1)
    seed = swarm.seed(payload, up=20_000)
    id = user.adds(payload)
    text = f" {seed.ip}:{seed.port} "
    assert user.run(user.engine.peers.add(id, [text, text, "", "[::1]:9"])) == (text.strip(), "[::1]:9")
    user.until(lambda: seed.ip in peers_of(user, id))


def test_what_is_no_peer_is_named_and_the_others_are_added(swarm: Swarm, user: User) -> None:
    payload = swarm.payload(version=Version.V1)
    seed = swarm.seed(payload, up=20_000)
    id = user.adds(payload)
    wrong = ["192.0.2.1", "example.org", "0.0.0.0:80", "224.0.0.1:80", "x:y:z", "nobody.invalid.:0"]
    told = user.refused(user.engine.peers.add(id, [*wrong, f"{seed.ip}:{seed.port}"]))
    assert "not 192.0.2.1, example.org, x:y:z, nobody.invalid.:0." in told
    assert "No peer can be at 0.0.0.0:80, 224.0.0.1:80." in told
    assert told.endswith("The others were added.")
    user.until(lambda: seed.ip in peers_of(user, id))
    assert "were added" not in user.refused(user.engine.peers.add(id, ["192.0.2.1"]))


def test_names_of_peers_are_looked_up_and_nobody_waits_for_that(
    swarm: Swarm, user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    from starling.engine import peers

    payload = swarm.payload(version=Version.V1)
    seed = swarm.seed(payload, up=20_000)
    id = user.adds(payload)
    assert user.run(user.engine.peers.add(id, ["localhost:9"]))[0].endswith(":9")
    answers = {"two.example": ["::1%lo", seed.ip, seed.ip], "none.example": []}

    def look_up(host: str) -> list[str]:
        if host not in answers:
            raise OSError("Name or service not known")
        return answers[host]

    monkeypatch.setattr(peers, "forward", look_up)
    assert user.run(user.engine.peers.add(id, [f"two.example:{seed.port}"])) == (f"{seed.ip}:{seed.port}",)
    user.until(lambda: seed.ip in peers_of(user, id))
    told = user.refused(user.engine.peers.add(id, ["none.example:1", "other.example:2"]))
    assert "No address was found for other.example:2." in told
    assert "No peer can be at none.example:1." in told
    monkeypatch.setattr("starling.engine.peers.PATIENCE", 0.05)
    monkeypatch.setattr(peers, "forward", lambda host: time.sleep(0.5) or [host])
    assert "No address was found for slow.example:1." in user.refused(user.engine.peers.add(id, ["slow.example:1"]))


@pytest.mark.parametrize(
    "hidden",
    [
        {"proxy_type": int(lt.proxy_type_t.socks5), "proxy_hostname": "127.0.0.1", "proxy_port": 9},
        {"anonymous_mode": True},
        {"outgoing_interfaces": "tun0"},
    ],
)
def test_names_of_peers_are_not_looked_up_past_what_hides_us(
    swarm: Swarm, users: Callable[..., User], monkeypatch: pytest.MonkeyPatch, hidden: dict[str, int | bool | str]
) -> None:
    user = users(**hidden).start()
    asked: list[str] = []
    monkeypatch.setattr("starling.engine.peers.forward", lambda host: asked.append(host) or [])
    id = user.adds(swarm.payload(version=Version.V1))
    told = user.refused(user.engine.peers.add(id, ["friend.example:6881", "other.example:1", "192.0.2.1:1"]))
    assert told.startswith("friend.example:6881, other.example:1 would be looked up past the proxy")
    assert sentence(told).endswith("The others were added.")
    assert asked == []


def test_private_torrent_takes_no_peers_by_hand(swarm: Swarm, user: User) -> None:
    id = user.adds(swarm.payload(version=Version.V1, private=True, trackers=["http://127.0.0.1:9/announce"]))
    assert "is private" in user.refused(user.engine.peers.add(id, ["127.0.0.1:1"]))


def test_who_is_kicked_goes_and_may_come_back(swarm: Swarm, user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = SimpleNamespace(ahead=0.0, monotonic=lambda: time.monotonic() + clock.ahead, sleep=time.sleep)
    monkeypatch.setattr(gate, "time", clock)
    payload = swarm.payload(version=Version.V1, files=2_000_000)
    seeds = [swarm.seed(payload, up=20_000) for _ in range(3)]
    id = user.adds(payload)
    user.connects(id, *seeds)
    user.until(lambda: len(peers_of(user, id)) == 3)
    user.run(user.engine.peers.kick([seeds[0].ip, seeds[1].ip, "nonsense"]))
    user.until(lambda: set(peers_of(user, id)) == {seeds[2].ip})
    assert "Banned, for good or for some minutes" in user.refused(
        user.engine.peers.add(id, [f"{seeds[0].ip}:{seeds[0].port}"])
    )
    seeds[0].connect(user.listens_at)
    seeds[0].wait_for(lambda status: not status.peers)
    assert set(peers_of(user, id)) == {seeds[2].ip}
    running = user.engine._running
    assert running is not None
    # Its timer rings when ten minutes are over by this clock, as far as can be seen from here.
    clock.ahead = gate.KICKED - 60
    running.peers.gate._readmit()
    assert user.refused(user.engine.peers.add(id, [f"{seeds[0].ip}:{seeds[0].port}"]))
    assert 50_000 < running.peers.gate._timer.remainingTime() < 70_000
    clock.ahead = gate.KICKED
    running.peers.gate._readmit()
    user.run(user.engine.peers.add(id, [f"{seeds[0].ip}:{seeds[0].port}"]))
    user.until(lambda: seeds[0].ip in peers_of(user, id))


def test_nobody_waits_for_many_bans(swarm: Swarm, user: User) -> None:
    payload = swarm.payload(version=Version.V1, files=2_000_000)
    seed = swarm.seed(payload, up=20_000)
    id = user.adds(payload)
    user.connects(id, seed)
    user.until(lambda: seed.ip in peers_of(user, id))
    running = user.engine._running
    assert running is not None
    bans = (*(f"{10 + i // 16384}.{i // 64 % 256}.{i % 64 * 4}.0/31" for i in range(20_000)), seed.ip)
    spent: list[float] = []

    def hold(act: Callable[[], object]) -> None:
        # Of this thread alone.
        begun = time.thread_time()
        act()
        spent.append(time.thread_time() - begun)

    hold(lambda: running.peers.gate.ban(bans))
    user.until(lambda: not peers_of(user, id))
    hold(lambda: running.peers.gate.ban((*bans,)))
    hold(lambda: running.peers.gate.kick(["192.0.2.1"]))
    hold(lambda: running.peers.gate.refuses(IPv4Address("10.0.0.1")))
    assert max(spent) < 0.02
    user.run(running.peers.gate.drop(["192.0.2.2", seed.ip]))
    refuses = running.peers.gate.refuses
    asked = [IPv4Address(text) for text in ("10.0.0.1", "10.0.0.2", "192.0.2.1", "192.0.2.2", seed.ip)]
    assert [refuses(address) for address in asked] == [True, False, True, False, True]
    running.peers.gate.ban(())
    user.run(running.peers.gate.ready())
    assert [refuses(address) for address in asked] == [False, False, True, False, False]


def test_ban_drops_who_is_there_and_holds_for_whom_a_tracker_names(swarm: Swarm, users: Callable[..., User]) -> None:
    tracker = swarm.tracker("http")
    payload = swarm.payload(version=Version.V1, files=2_000_000, trackers=[tracker.url])
    seeds = [swarm.seed(payload, up=20_000) for _ in range(2)]
    for seed in seeds:
        tracker.wait_for_event(Event.STARTED, ip=seed.ip)
    user = users(chosen={settings.privacy.BANNED: [f"::ffff:{seeds[0].ip}"]}).start()
    id = user.adds(payload)
    user.until(lambda: set(peers_of(user, id)) == {seeds[1].ip})
    seeds[0].connect(user.listens_at)
    user.changes({settings.privacy.BANNED: [f"{seeds[1].ip}/32", "2001:db8::/32"]})
    user.until(lambda: not peers_of(user, id))
    tracker.wait_for_event(Event.STARTED, ip=user.address)
    user.connects(id, *seeds)
    user.until(lambda: set(peers_of(user, id)) == {seeds[0].ip})
    network = seeds[0].ip.rpartition(".")[0]
    user.changes({settings.privacy.BANNED: [f"{network}.0-{network}.255"]})
    user.until(lambda: not peers_of(user, id))
    assert user.trackers(id)[tracker.url].peers is not None, "the tracker at a banned address is asked all the same"
    user.engine.reannounce([id])
    user.changes({})
    user.connects(id, *seeds)
    user.until(lambda: len(peers_of(user, id)) == 2)


def test_bans_hold_after_a_restart_before_anybody_connects(swarm: Swarm, users: Callable[..., User]) -> None:
    payload = swarm.payload(version=Version.V1, files=2_000_000)
    seed = swarm.seed(payload, up=20_000)
    user = users(chosen={settings.privacy.BANNED: [seed.ip]}).start()
    id = user.adds(payload)
    user.restart()
    user.connects(id, seed)
    allowed = swarm.seed(payload, up=20_000)
    user.connects(id, allowed)
    user.until(lambda: allowed.ip in peers_of(user, id))
    assert seed.ip not in peers_of(user, id)
    assert seed.status.peers == ()


def rate(user: User, id: str, address: str, size: int = 100_000) -> float:
    """How fast so many bytes of one peer's payload come, in bytes/s."""
    begun, before = time.monotonic(), peers_of(user, id)[address].downloaded
    user.until(lambda: peers_of(user, id)[address].downloaded - before >= size)
    return (peers_of(user, id)[address].downloaded - before) / (time.monotonic() - begun)


def test_limits_of_single_peers(swarm: Swarm, user: User) -> None:
    payload = swarm.payload(version=Version.V1, files=20_000_000)
    slow, free = (swarm.seed(payload, up=rate) for rate in (1_500_000, 700_000))
    id = user.adds(payload)
    user.connects(id, slow, free)
    user.until(lambda: sum(peer.downloaded > 30_000 for peer in peers_of(user, id).values()) == 2)
    user.run(user.engine.peers.limit([slow.ip, slow.ip], 100_000, None))
    user.until(lambda: (found := peers_of(user, id).get(slow.ip)) and found.downloaded > 20_000)
    peers = peers_of(user, id)
    assert (peers[slow.ip].down_limit, peers[slow.ip].up_limit) == (100_000, None)
    assert (peers[free.ip].down_limit, peers[free.ip].up_limit) == (None, None)
    assert rate(user, id, slow.ip) < 250_000
    connection = peers_of(user, id)[slow.ip].since
    user.run(user.engine.peers.limit([slow.ip], 600_000, 10_000))
    user.until(lambda: rate(user, id, slow.ip) > 250_000)
    user.changes({settings.speed.LIMIT_LOCAL: True})
    user.changes({})
    user.run(user.engine.peers.limit([slow.ip], None, None))
    peer = peers_of(user, id)[slow.ip]
    assert (peer.down_limit, peer.up_limit, peer.since) == (None, None, connection), "no new connection for that"
    user.until(lambda: rate(user, id, slow.ip, 300_000) > 700_000)
    assert peers_of(user, id)[free.ip].downloaded > peer.downloaded


def test_more_limits_than_libtorrent_has_are_refused(user: User) -> None:
    addresses = [f"192.0.2.{number}" for number in range(1, 41)]
    assert "No more than 28 peers" in user.refused(user.engine.peers.limit(addresses, 1000, None))
    user.run(user.engine.peers.limit([*addresses[:26], "2001:db8::1", "fe80::1"], 1000, None))
    assert "No more than 28 peers" in user.refused(user.engine.peers.limit(["198.51.100.1"], 1000, None))
    user.run(user.engine.peers.limit([*addresses, "2001:0db8::1", "fe80::1"], 0, 0))
    user.run(user.engine.peers.limit(addresses[10:38], 1000, None))


def test_torrents_with_limits_take_none_from_peers(user: User) -> None:
    for number in range(4):
        user.handle(user.adds(f"magnet:?xt=urn:btih:{number + 1:040x}")).set_upload_limit(100_000)
    addresses = [f"192.0.2.{number}" for number in range(1, 29)]
    user.run(user.engine.peers.limit(addresses, 1000, None))
    user.run(user.engine.peers.limit(addresses[:5], None, None))
    user.run(user.engine.peers.limit([f"198.51.100.{number}" for number in range(5)], 1000, None))


def test_commands_before_the_start_do_nothing(users: Callable[..., User]) -> None:
    user = users()
    starting = user.launch()
    user.run(user.engine.peers.kick(["192.0.2.1"]))
    user.run(user.engine.peers.limit(["192.0.2.1"], 1, 1))
    assert not user.engine.peers.has_countries
    user.finish(starting)


@pytest.mark.parametrize(
    ("table", "may"),
    [
        ("", True),
        ("[privacy]\nanonymous = true\n", False),
        ("[advanced.session]\nproxy_type = 2\n", False),
        ("[advanced.session]\nanonymous_mode = true\n", False),
        ("[advanced.session]\nproxy_type = 0\n", True),
        ('[connection]\ninterfaces = ["tun0"]\n', False),
        ('[connection]\ninterfaces = ["127.0.0.1"]\n', True),
        ('[advanced.session]\noutgoing_interfaces = "tun0"\n', False),
    ],
)
def test_host_names_are_asked_for_only_in_the_open(tmp_path: object, qapp: object, table: str, may: bool) -> None:
    from pathlib import Path

    assert isinstance(tmp_path, Path)
    file = tmp_path / "settings.toml"
    file.write_text("[peers]\nhost_names = true\n" + table)
    chosen = Settings(file)
    assert chosen.problems == ()
    assert pack.config(chosen).host_names is may
    chosen.deleteLater()
    none = Settings(tmp_path / "none.toml")
    assert pack.config(none).host_names is False
    assert pack.config(none).banned == ()
    none.deleteLater()


def test_refusals_are_sentences(user: User) -> None:
    with pytest.raises(EngineError) as caught:
        user.run(user.engine.peers.add("no such torrent", []))
    assert "not in the list" in sentence(str(caught.value))


def test_one_direction_is_limited_and_the_other_left(user: User) -> None:
    first, second, third = "198.51.100.1", "198.51.100.2", "198.51.100.3"
    limit, side = user.engine.peers.limit, user.engine.peers._side()
    assert side is not None

    def limits() -> list[tuple[int | None, int | None]]:
        return [side.limits(address) for address in (first, second, third)]

    user.run(limit([first], 50_000, 20_000))
    user.run(limit([second], 100_000, None))
    user.run(limit([first, second, third], 10_000, LEAVE))
    assert limits() == [(10_000, 20_000), (10_000, None), (10_000, None)]
    user.run(limit([first, second], None, LEAVE))
    assert limits() == [(None, 20_000), (None, None), (10_000, None)]
    user.run(limit([first, third], LEAVE, LEAVE))
    assert limits() == [(None, 20_000), (None, None), (10_000, None)]
