# SPDX-License-Identifier: GPL-3.0-or-later
"""The user's list of addresses in force: seen at both ends, together with bans, and with lists that can't be read."""

import asyncio
import os
from collections.abc import Callable, Coroutine
from ipaddress import IPv4Address, IPv6Address, ip_address
from pathlib import Path
from typing import Any

import pytest

from starling import settings
from starling.engine import ipfilter, ipfilterread
from starling.engine.gate import Gate
from starling.engine.ipranges import Ranges
from starling.ipfilter import FilterState, Line, Verdict, Why, in_force
from tests.engine.test_peer_commands import peers_of
from tests.helpers import Chosen, User, sentence
from tests.swarm import Swarm, Version

FRIEND = "friend:198.51.100.0-198.51.100.255\n"
DATA = 2_000_000


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "list.p2p"


def on(file: Path) -> Chosen:
    return {settings.privacy.IP_FILTER_ON: True, settings.privacy.IP_FILTER: str(file)}


def write(file: Path, *rows: str) -> None:
    file.write_text("".join(f"{row}\n" for row in rows))


def gate_of(user: User) -> Gate:
    running = user.engine._running
    assert running is not None
    return running.peers.gate


def state(user: User) -> FilterState:
    return user.engine.ip_filter.state


def state_ranges(user: User) -> Ranges:
    return gate_of(user)._held.ranges


def reads(user: User, *, again: bool = True) -> FilterState:
    """Waits until nothing is being read any more."""
    if again:
        user.engine.ip_filter.read_again()
        assert state(user).reading
    user.until(lambda: not state(user).reading)
    return state(user)


def test_who_is_listed_neither_gets_in_nor_is_connected_to_until_the_list_is_off(
    swarm: Swarm, users: Callable[..., User], file: Path
) -> None:
    payload = swarm.payload(version=Version.V1, files=DATA)
    listed, mapped, other = (swarm.seed(payload, up=20_000) for _ in range(3))
    write(file, FRIEND.strip(), f"somebody:{listed.ip}-{listed.ip}", f"somebody:{mapped.ip}-{mapped.ip}")
    user = users(chosen=on(file)).start()
    assert (state(user).ranges, state(user).source, state(user).problem) == (len(state_ranges(user)), str(file), "")
    id = user.adds(payload)
    user.connects(id, listed)
    user.handle(id).connect_peer((f"::ffff:{mapped.ip}", mapped.port), 0)
    listed.connect(user.listens_at)
    user.connects(id, other)
    user.until(lambda: set(peers_of(user, id)) == {other.ip})
    listed.wait_for(lambda status: not status.peers)
    user.until(lambda: state(user).refused >= 3)
    assert state(user).addresses == 2
    assert "kept out by the IP filter" in user.refused(user.engine.peers.add(id, [f"{listed.ip}:{listed.port}"]))
    user.changes({})
    user.until(lambda: state(user) == FilterState(refused=state(user).refused, addresses=2))
    user.run(gate_of(user).ready())
    mapped.connect(user.listens_at)
    user.connects(id, listed)
    user.until(lambda: len(peers_of(user, id)) == 3)


def test_list_holds_after_a_restart_before_anybody_connects(
    swarm: Swarm, users: Callable[..., User], file: Path
) -> None:
    payload = swarm.payload(version=Version.V1, files=DATA)
    seed, other = (swarm.seed(payload, up=20_000) for _ in range(2))
    write(file, f"{seed.ip}", "no line")
    user = users(chosen=on(file)).start()
    id = user.adds(payload)
    user.restart()
    user.connects(id, seed, other)
    user.until(lambda: other.ip in peers_of(user, id))
    assert seed.ip not in peers_of(user, id)
    assert seed.status.peers == ()
    assert user.noted == [], "what can't be read of a list is no news at each start"
    assert state(user).named == (Line(2, "no line"),)


def test_who_is_connected_goes_when_a_list_names_him_and_what_cannot_be_read_changes_nothing(
    swarm: Swarm, user: User, file: Path
) -> None:
    payload = swarm.payload(version=Version.V1, files=DATA)
    seed, other = (swarm.seed(payload, up=20_000) for _ in range(2))
    id = user.adds(payload)
    user.connects(id, seed, other)
    user.until(lambda: len(peers_of(user, id)) == 2)
    write(file, FRIEND.strip())
    user.changes(on(file))
    reads(user, again=False)
    assert len(peers_of(user, id)) == 2
    write(file, FRIEND.strip(), "9.9.9.9-1.1.1.1", seed.ip)
    reads(user)
    user.until(lambda: set(peers_of(user, id)) == {other.ip})
    told = user.noted.pop()
    assert sentence(told) == in_force(state(user))
    assert "2 ranges are in force; 1 lines could not be read: line 2 “9.9.9.9-1.1.1.1”." in told
    held = state_ranges(user)
    file.write_bytes(b"\0" * 5000)
    reads(user)
    assert user.hears("is no list of addresses", "What was read before stays in force.")
    file.unlink()
    reads(user)
    assert user.hears("is not there", "stays in force")
    user.changes(on(file.with_name("another")))
    reads(user, again=False)
    assert user.hears("another is not there", "stays in force")
    assert state_ranges(user) is held
    found = state(user)
    assert (found.path, found.source, found.ranges) == (str(file.with_name("another")), str(file), 2)
    assert sentence(found.problem).endswith("is not there.")


def test_nothing_is_in_force_where_the_first_list_cannot_be_read(users: Callable[..., User], file: Path) -> None:
    os.mkfifo(file)
    user = users(chosen=on(file)).start()
    assert user.hears("is no file", "No filter is in force")
    assert state(user).source == ""


def test_daily_look_reads_what_has_changed_and_nothing_else(users: Callable[..., User], file: Path) -> None:
    write(file, "192.0.2.1")
    user = users(chosen=on(file)).start()
    look = user.engine.ip_filter._daily.timeout.emit
    first = state(user)
    looked: list[str] = []
    user.engine.ip_filter.changed.connect(lambda: looked.append(""))
    user.run(user.engine.ip_filter._look_again(str(file)))
    assert (state(user), looked) == (first, [])
    write(file, "192.0.2.1", "192.0.2.3", "wrong")
    os.utime(file, (1e9, 1e9))
    look()
    user.until(lambda: state(user).ranges == 2)
    assert state(user).changed == 1e9
    user.changes({})
    look()
    assert state(user).path == ""


def test_why_somebody_is_kept_out(users: Callable[..., User], file: Path) -> None:
    write(file, "words: more:192.0.2.0-192.0.2.9", "six:2001:db8::1-2001:db8::1", "192.0.2.4/32")
    user = users(chosen={**on(file), settings.privacy.BANNED: ["198.51.100.0/24"]}).start()
    user.run(user.engine.peers.kick(["203.0.113.1"]))

    def why(text: str) -> Verdict:
        return user.run(user.engine.ip_filter.why(ip_address(text)))

    def named(text: str) -> list[int]:
        return [line.number for line in user.run(user.engine.ip_filter.lines(ip_address(text)))]

    assert why("192.0.2.4") == Verdict(Why.FILTERED, "192.0.2.0-192.0.2.9")
    assert why("2001:db8::1") == Verdict(Why.FILTERED, "2001:db8::1")
    assert [named(text) for text in ("192.0.2.4", "2001:db8::1", "192.0.2.10")] == [[1, 3], [2], []]
    assert why("198.51.100.7") == Verdict(Why.BANNED, "198.51.100.0/24")
    assert why("203.0.113.1") == Verdict(Why.KICKED)
    assert why("203.0.113.2") == Verdict(Why.NOT)
    asked = [user.engine.ip_filter.lines(IPv4Address(text)) for text in ("192.0.2.1", "192.0.2.2", "192.0.2.4")]
    answers = user.run(_together(asked))
    assert [len(lines) for lines in answers] == [0, 0, 2], "only what was asked last is looked for to the end"
    file.unlink()
    assert why("192.0.2.4") == Verdict(Why.FILTERED, "192.0.2.0-192.0.2.9")
    assert named("192.0.2.4") == []


async def _together(asked: list[Coroutine[Any, Any, tuple[Line, ...]]]) -> list[tuple[Line, ...]]:
    return await asyncio.gather(*asked)


def test_bans_are_added_to_a_filter_and_not_built_anew(user: User) -> None:
    gate = gate_of(user)
    data = b"".join(bytes([10, i >> 8, i & 255, 0, 10, i >> 8, i & 255, 9]) for i in range(20_000))
    gate.hold(Ranges(data, IPv6Address("2001:db8::").packed * 2))
    user.run(gate.ready())
    rules = gate._rules
    gate.kick(["203.0.113.1"])
    gate.ban(("192.0.2.1", "203.0.113.0/24"))
    user.run(gate.drop(["10.0.0.1", "192.0.2.7"]))
    assert gate._rules is rules
    asked = {text: IPv4Address(text) for text in ("10.0.0.1", "10.0.0.10", "192.0.2.1", "192.0.2.7", "203.0.113.1")}

    def refused() -> list[str]:
        return [text for text, address in asked.items() if gate.refuses(address)]

    assert refused() == ["10.0.0.1", "192.0.2.1", "203.0.113.1"]
    assert gate.refuses(IPv6Address("2001:db8::"))
    assert rules.access("::ffff:192.0.2.7"), "of a list all of IPv4 is refused that is written as IPv6"
    gate._kicked.clear()
    gate._worker.post(lambda: gate._change(let=[IPv4Address("203.0.113.1")]))
    user.run(gate.ready())
    assert refused() == ["10.0.0.1", "192.0.2.1", "203.0.113.1"], "he was banned while he was out"
    gate.ban(("203.0.113.0/24",))
    user.run(gate.ready())
    assert refused() == ["10.0.0.1", "203.0.113.1"]
    gate.hold(Ranges())
    user.run(gate.ready())
    assert refused() == ["203.0.113.1"]
    assert not gate._rules.access("::ffff:192.0.2.7")


def test_what_was_asked_for_last_holds(user: User) -> None:
    gate = gate_of(user)
    ranges = [Ranges(IPv4Address(f"192.0.2.{number}").packed * 2) for number in range(50)]
    for number, each in enumerate(ranges):
        gate.hold(each)
        gate.ban((f"198.51.100.{number}",))
    user.run(gate.ready())
    held = [
        (bool(gate._rules.access(f"192.0.2.{number}")), bool(gate._rules.access(f"198.51.100.{number}")))
        for number in (48, 49)
    ]
    assert held == [(False, False), (True, True)]


def test_reading_that_does_not_end_is_ended(
    users: Callable[..., User], file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(file, "192.0.2.1")
    monkeypatch.setattr(ipfilterread, "_CHILD", "import time; time.sleep(100)")
    monkeypatch.setattr(ipfilter, "START", 0.05)
    user = users(chosen=on(file)).start()
    assert user.hears("is still being read: it keeps nobody out until then.")
    # It waits for the child no longer.
    user.quit()
    with pytest.raises(ipfilterread.EngineError, match="did not come to an end"):
        ipfilterread.Reader(patience=0.1).read(str(file))
    reader = ipfilterread.Reader()
    reader.abandon()
    with pytest.raises(ipfilterread.EngineError, match="closing"):
        reader.read(str(file))


def test_a_list_that_is_taken_back_while_it_is_read_never_holds(user: User, file: Path) -> None:
    write(file, "192.0.2.1")
    user.changes(on(file))
    user.changes({})
    user.changes(on(file.with_name("none")))
    user.changes({})
    reads(user, again=False)
    user.run(user.engine.ip_filter._worker.run(int))  # type: ignore[union-attr]
    user.run(gate_of(user).ready())
    assert not state_ranges(user)
    assert state(user) == FilterState()


@pytest.mark.parametrize("path", ["list.dat", "/list\0", "~/list.dat"])
def test_path_of_a_list_is_a_full_one(path: str) -> None:
    with pytest.raises(ValueError, match="full path"):
        settings.privacy.IP_FILTER.accept(path)
    assert settings.privacy.IP_FILTER.accept("") == ""
