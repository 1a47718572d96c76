# SPDX-License-Identifier: GPL-3.0-or-later
"""Trackers that new torrents get by themselves: behind their own, never twice, never for private ones."""

from collections.abc import Callable

from starling import settings
from starling.engine.moretrackers import give_late
from starling.engine.record import Record
from tests.helpers import User
from tests.swarm import Payload, Swarm, Version

FIRST, SECOND, BACKUP = (f"http://127.0.0.1:6969/{name}/announce" for name in ("first", "second", "backup"))
CHOSEN = {settings.automation.TRACKERS: [FIRST, SECOND, "", BACKUP]}


def payload(swarm: Swarm, *trackers: str, private: bool = False) -> Payload:
    return swarm.payload(files={"a.bin": 20_000}, trackers=list(trackers), private=private, version=Version.V1)


def tiers(user: User, id: str) -> dict[str, int]:
    return {url: tracker.tier for url, tracker in user.trackers(id).items() if "://" in url}


def test_a_new_torrent_gets_them_behind_its_own(users: Callable[..., User], swarm: Swarm) -> None:
    own = f"http://{swarm.address()}:6969/announce"
    user = users(chosen=CHOSEN).start()
    id = user.adds(payload(swarm, own, SECOND), start=False)
    assert tiers(user, id) == {own: 0, SECOND: 1, FIRST: 2, BACKUP: 3}
    user.restart()
    assert tiers(user, id) == {own: 0, SECOND: 1, FIRST: 2, BACKUP: 3}


def test_a_private_one_never_does(users: Callable[..., User], swarm: Swarm) -> None:
    own = f"http://{swarm.address()}:6969/announce"
    user = users(chosen=CHOSEN).start()
    assert tiers(user, user.adds(payload(swarm, own, private=True), start=False)) == {own: 0}


def test_a_link_gets_them_when_its_details_have_come(users: Callable[..., User], swarm: Swarm) -> None:
    made = payload(swarm)
    seed = swarm.seed(made)
    user = users(chosen=CHOSEN).start()
    id = user.adds(made.magnet)
    assert tiers(user, id) == {}
    user.connects(id, seed)
    user.sees(id, lambda row: row.has_metadata)
    user.until(lambda: tiers(user, id) == {FIRST: 0, SECOND: 0, BACKUP: 1})


def test_a_link_that_turns_out_to_be_private_never_does() -> None:
    # libtorrent itself hands out no metadata of private torrents: it takes another client to see it come.
    record = Record(id="", name="", save_path="", private=True, has_metadata=True)
    assert not give_late(record, ((FIRST,),))
    assert (record.trackers.tiers, record.deferred) == ({}, [])
