# SPDX-License-Identifier: GPL-3.0-or-later
"""What the engine tells the log, with real peers, trackers and servers that misbehave."""

from collections.abc import Callable

import pytest

from starling.logbook import Area, Happening, Level
from starling.torrent import State
from tests.engine.test_ipfilter import gate_of, on, reads, write
from tests.helpers import User
from tests.swarm import Answer, Manner, Swarm


@pytest.fixture
def happened(user: User) -> list[Happening]:
    found: list[Happening] = []
    user.engine.accounts.happened.connect(found.append)
    return found


def said(happened: list[Happening], *words: str) -> list[Happening]:
    return [one for one in happened if all(word in one.text for word in words)]


def test_a_peer_that_sends_wrong_data_is_named(user: User, swarm: Swarm, happened: list[Happening]) -> None:
    payload = swarm.payload(files={"a.bin": 600_000}, piece_size=64 << 10)
    liar = swarm.seed(payload, manner=Manner.CORRUPT)
    id = user.adds(payload)
    user.connects(id, liar)
    user.until(lambda: said(happened, "wrong, and is downloaded again"))
    user.until(lambda: said(happened, str(liar.address[0]), "banned"))
    assert said(happened, "was wrong")[0].level is Level.WARNING
    assert said(happened, "banned")[0].area is Area.PEERS
    user.until(lambda: user.engine.accounts.ledger.look().session.failed > 0)


def test_a_tracker_that_fails_again_and_again_is_named_once(
    user: User, swarm: Swarm, happened: list[Happening]
) -> None:
    tracker = swarm.tracker()
    tracker.behave(Answer.FAILURE, text="unregistered, says passkey secret")
    host, _ = tracker.url.rsplit("/", 1)
    payload = swarm.payload(trackers=[f"{tracker.url}?passkey=SECRET"])
    id = user.adds(payload)
    user.until(lambda: said(happened, f"{host}/… failed.", "unregistered"))
    assert said(happened, "unregistered, says passkey …")
    assert not [one for one in happened if "secret" in one.text.lower()]
    for count in (2, 3):
        user.until(lambda: len(tracker.events()) >= count)  # noqa: B023  (asked within the turn)
        user.engine.reannounce([id])
    told = said(happened, "unregistered")
    assert [(one.level, one.area, one.torrent) for one in told] == [(Level.WARNING, Area.TRACKERS, id)]


def test_refused_peers_are_counted(users: Callable[..., User], swarm: Swarm) -> None:
    seed_at = swarm.address()
    file = swarm.make_folder("list") / "list.p2p"
    write(file, f"them:{seed_at}-{seed_at}")
    user = users(chosen=on(file)).start()
    happened: list[Happening] = []
    user.engine.accounts.happened.connect(happened.append)
    reads(user, again=False)
    payload = swarm.payload(files={"a.bin": 100_000})
    id = user.adds(payload)
    assert gate_of(user) is not None
    user.handle(id).connect_peer((seed_at, 4321), 0)
    chronicle = user.engine.accounts._chronicle
    user.until(lambda: chronicle._refused)
    chronicle.tell_refused()
    assert len(said(happened, "were refused")) == 1
    assert not chronicle._gather.isActive()


def test_a_start_says_nothing_of_what_was_there(user: User, swarm: Swarm) -> None:
    payloads = [swarm.payload(files={"a.bin": 50_000}, seed=str(n)) for n in range(3)]
    ids = [user.owns(payload) for payload in payloads]
    user.quit()
    happened: list[Happening] = []
    task = user.launch()
    user.engine.accounts.happened.connect(happened.append)
    user.finish(task)
    for id in ids:
        user.sees(id, State.SEEDING)
    assert {one.area for one in happened if not one.own} == {Area.NETWORK}
    user.engine.recheck(ids[:1])
    user.until(lambda: said(happened, "have been checked"))
    assert [one.torrent for one in happened if one.torrent and not one.own] == ids[:1]


def test_a_check_of_what_is_gone_is_not_waited_for(user: User, swarm: Swarm) -> None:
    id = user.owns(swarm.payload(files={"a.bin": 50_000}))
    accounts = user.engine.accounts
    accounts.checks([id])
    accounts.forget([id])
    assert not accounts._chronicle._checks
