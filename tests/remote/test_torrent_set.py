# SPDX-License-Identifier: GPL-3.0-or-later
"""All that a client may change of torrents, and that nothing changes where one part of it can't be."""

from collections.abc import Iterator, Mapping
from operator import attrgetter
from unittest.mock import ANY

import pytest

from starling import settings
from starling.engine.engine import Engine
from starling.goals import After, Goal
from starling.labels import Label
from starling.options import Limits, Options
from starling.remote.calls import Code
from starling.remote.file_choice import FileChoice, rank
from starling.remote.own_goals import Goals, Mode, OwnGoals, Wish, idle_mode, ratio_mode
from starling.remote.params import Params
from starling.remote.tracker_wishes import tiers_of
from starling.settings.labels import LABELS
from starling.torrent import Priority, Torrent
from tests.helpers import User
from tests.remote.asking import Remote, remote_of
from tests.swarm import Swarm, Version

FILES = {"a": 40_000, "b": 40_000, "c": 40_000}
ONE, TWO, THREE, FOUR = (f"http://127.0.0.1:{port}/announce" for port in (1, 2, 3, 4))


@pytest.fixture
def remote(user: User) -> Iterator[Remote]:
    with remote_of(user) as made:
        yield made


def own(user: User, id: str) -> Options:
    return user.engine.throttle.options_of(id)


def tiers(user: User, id: str) -> list[list[str]]:
    return user.run(user.engine.trackers.tiers(id))


# -- files


def test_files_by_their_place_without_pad_files(swarm: Swarm, user: User, remote: Remote) -> None:
    id = user.adds(swarm.payload(name="a", files=FILES, version=Version.HYBRID), start=False)
    low, normal, high, skip = Priority.LOW, Priority.NORMAL, Priority.HIGH, Priority.SKIP
    for change, wanted in (
        ({"files_unwanted": [1], "priority_high": [0, 1]}, [high, skip, normal]),
        ({"priority_low": []}, [low, skip, low]),
        ({"files_wanted": []}, [low, low, low]),
        ({"files_unwanted": [], "files_wanted": [2]}, [skip, skip, low]),
        ({"files_wanted": [0], "priority_high": [0]}, [high, skip, low]),
        ({"priority_normal": [2]}, [high, skip, normal]),
        ({"files_unwanted": [0]}, [skip, skip, normal]),
    ):
        remote.sets(id, **change)
        assert user.priorities(id) == wanted, change
    told = remote.told(id, "priorities", "file_stats")
    assert told["priorities"] == [each["priority"] for each in told["file_stats"]] == [1, -1, 0]
    assert [each["wanted"] for each in told["file_stats"]] == [False, False, True]
    # Whoever wants one again in the window gives it the priority that it has there.
    second = user.run(user.engine.details.files(id)).indices[1]
    user.engine.contents.set_priorities(id, {second: normal})
    user.until(lambda: user.priorities(id) == [skip, normal, normal])
    remote.sets(id, files_unwanted=[1], priority_low=[0])
    remote.sets(id, files_wanted=[])
    assert user.priorities(id) == [low, normal, normal]


def test_what_is_most_urgent_stays_so_for_who_knows_three_steps() -> None:
    now = [Priority.MAXIMUM, 2, Priority.SKIP]
    every: list[int] = []
    for name, wanted in (("priority_high", [7, 6]), ("priority_low", [1, 2]), ("priority_normal", [4, 4])):
        changes = FileChoice.of(Params({name: every})).changes([0, 2, 4], now)
        assert changes.priorities == dict(zip([0, 2], wanted, strict=True))
    assert [rank(priority) for priority in range(8)] == [0, -1, -1, -1, 0, 1, 1, 1]


# -- limits


def test_limits_are_a_number_and_whether_it_holds(swarm: Swarm, user: User, remote: Remote) -> None:
    id = user.adds(swarm.payload(files=40_000), start=False)
    remote.sets(id, download_limit=50, upload_limit=20, upload_limited=True, peer_limit=30)
    assert own(user, id) == Options(up_limit=20_000, connections=30), "a number alone does not switch it on"
    user.sees(id, lambda row: row.up_limit == 20_000)
    remote.sets(id, download_limited=True, upload_limited=False, peer_limit=0)
    assert own(user, id) == Options(down_limit=50_000)
    remote.sets(id, peer_limit=remote.settings.get(settings.connection.CONNECTIONS_PER_TORRENT))
    assert own(user, id) == Options(down_limit=50_000), "what comes from the settings goes on doing so"
    remote.sets(id, upload_limited=True, download_limit=60)
    assert own(user, id) == Options(down_limit=60_000, up_limit=20_000)
    # Nobody has said a number of the other one.
    other = user.adds(swarm.payload(files=30_000), start=False)
    remote.sets(other, download_limited=True)
    remote.settings.set(settings.speed.UP_LIMIT, 70_000)
    remote.sets(other, upload_limited=True)
    assert own(user, other) == Options(down_limit=100_000, up_limit=70_000)
    # Whole kB/s do not round what the window has set to the byte.
    user.engine.throttle.set_limits([id], Limits(down=1_234_567))
    remote.sets(id, download_limit=1235, download_limited=True)
    assert own(user, id).down_limit == 1_234_567


# -- trackers


def test_trackers(swarm: Swarm, user: User, remote: Remote) -> None:
    id = user.adds(swarm.payload(files=40_000, trackers=[[ONE, TWO], [THREE]]), start=False)
    other = user.adds(swarm.payload(files=30_000, trackers=[FOUR]), start=False)
    remote.ask("torrent_set", ids=[id, other], tracker_add=[f" {FOUR} "])
    assert (tiers(user, id), tiers(user, other)) == ([[ONE, TWO], [THREE], [FOUR]], [[FOUR]])
    remote.sets(id, tracker_remove=[1], tracker_replace=[2, f"{TWO}?x"])
    assert tiers(user, id) == [[ONE], [f"{TWO}?x"], [FOUR]]
    remote.sets(id, tracker_replace=[[1, TWO], [2, THREE]])
    assert tiers(user, id) == [[ONE], [TWO], [THREE]]
    remote.sets(id, tracker_list=f"{ONE}\r\n{TWO}\n\n\n {THREE} \n")
    assert tiers(user, id) == [[ONE, TWO], [THREE]]
    remote.sets(id, tracker_list=f"{ONE}\n{TWO}\n\n{THREE}")
    for params, code in (
        ({"tracker_add": [ONE]}, Code.SET_ANNOUNCE_LIST),
        ({"tracker_add": ["ftp://x"]}, Code.SET_ANNOUNCE_LIST),
        ({"tracker_remove": [3]}, Code.SET_ANNOUNCE_LIST),
        ({"tracker_replace": [9, FOUR]}, Code.SET_ANNOUNCE_LIST),
        ({"tracker_list": f"{ONE}\nhello"}, Code.INVALID_TRACKER_LIST),
        ({"tracker_replace": [1]}, None),
        ({"tracker_replace": ["1", ONE]}, None),
        ({"tracker_replace": {"1": ONE}}, None),
        ({"tracker_list": [ONE]}, None),
    ):
        assert remote.error("torrent_set", ids=[id], **params)[1] is code, params
    assert tiers(user, id) == [[ONE, TWO], [THREE]]
    remote.sets(id, tracker_list="")
    assert tiers(user, id) == []
    assert tiers_of("\n\na\nb\n \n\nc") == [["a", "b"], ["c"]]


# -- labels and groups


def test_labels_and_groups(swarm: Swarm, user: User, remote: Remote) -> None:
    id = user.adds(swarm.payload(files=40_000), start=False, labels=("old",))
    remote.settings.set(LABELS, (Label("Linux"), Label("Slow", down_limit=1000), Label("Slower", up_limit=1000)))
    remote.sets(id, labels=["  linux ", "new"])
    assert user.torrent(id).labels == ("Linux", "new")
    remote.sets(id, group="slow")
    assert user.torrent(id).labels == ("Linux", "new", "Slow")
    remote.sets(id, group="Slower", labels=["Slow", "x"])
    assert user.torrent(id).labels == ("x", "Slower")
    remote.sets(id, group="")
    assert user.torrent(id).labels == ("x",)
    assert "no group" in remote.refused("torrent_set", ids=[id], group="Linux")
    assert "Commas" in remote.refused("torrent_set", ids=[id], labels=["a", "b,c"])
    assert "needs a name" in remote.refused("torrent_set", ids=[id], labels=[""])
    remote.sets(id, labels=[])
    assert user.torrent(id).labels == ()


# -- seeding goals

SESSION = Goal(ratio=2.0, time=86_400)
PLAIN, MIXED = Goal(ratio=3.0), Goal(ratio=3.0, time=3600, idle=600, every=True, then=After.SUPER_SEED)


@pytest.mark.parametrize(
    ("before", "inherited", "wish", "after"),
    [
        (None, None, Wish(Mode.OWN, 3.0), PLAIN),
        (None, None, Wish(ratio=3.0), None),
        (None, None, Wish(Mode.OWN), Goal(ratio=2.0)),
        (None, None, Wish(Mode.GLOBAL, 3.0, Mode.GLOBAL), None),
        (None, None, Wish(Mode.UNLIMITED), Goal()),
        (None, None, Wish(idle_mode=Mode.OWN, idle=600), Goal(idle=600)),
        (None, SESSION, Wish(Mode.OWN, 3.0), Goal(ratio=3.0, time=86_400)),
        (None, SESSION, Wish(Mode.OWN, 2.0), SESSION),
        (None, SESSION, Wish(idle=600), None),
        (SESSION, SESSION, Wish(idle=600), SESSION),
        (Goal(), None, Wish(idle_mode=Mode.GLOBAL), None),
        (None, SESSION, Wish(Mode.UNLIMITED), Goal(time=86_400)),
        (None, SESSION, Wish(Mode.UNLIMITED, None, Mode.UNLIMITED), Goal()),
        (Goal(time=86_400), SESSION, Wish(idle_mode=Mode.UNLIMITED), Goal()),
        (PLAIN, SESSION, Wish(ratio=4.0), Goal(ratio=4.0)),
        (PLAIN, SESSION, Wish(Mode.GLOBAL), Goal(ratio=2.0)),
        (PLAIN, SESSION, Wish(Mode.GLOBAL, None, Mode.GLOBAL), None),
        (Goal(ratio=3.0, time=86_400), SESSION, Wish(Mode.GLOBAL), None),
        (MIXED, None, Wish(Mode.OWN, 5.0), Goal(5.0, 3600, 600, True, After.SUPER_SEED)),
        (MIXED, SESSION, Wish(Mode.UNLIMITED, None, Mode.UNLIMITED), Goal(None, 3600, None, True, After.SUPER_SEED)),
        (MIXED, None, Wish(Mode.UNLIMITED, None, Mode.OWN), Goal(None, 3600, 600, True, After.SUPER_SEED)),
    ],
)
def test_two_modes_become_one_goal(before: Goal | None, inherited: Goal | None, wish: Wish, after: Goal | None) -> None:
    found = OwnGoals(attrgetter("default")).changed("id", Goals(before, session=inherited), wish)
    assert found == after
    if found is not None and wish.ratio_mode in (Mode.OWN, Mode.UNLIMITED):
        assert ratio_mode(found) is wish.ratio_mode
    if found is not None and wish.idle_mode in (Mode.OWN, Mode.UNLIMITED):
        assert idle_mode(found) is wish.idle_mode


def test_numbers_are_remembered_while_they_do_not_hold() -> None:
    goals, usual = OwnGoals(attrgetter("default")), Goal(ratio=2.0)
    assert goals.changed("a", Goals(), Wish(ratio=5.0)) is None
    assert goals.changed("a", Goals(), Wish(Mode.OWN)) == usual, "it may have been refused for another reason"
    goals.keep("a", None, Wish(ratio=5.0))
    assert goals.changed("a", Goals(), Wish(Mode.OWN)) == Goal(ratio=5.0)
    assert goals.changed("a", Goals(Goal(idle=60)), Wish(idle_mode=Mode.GLOBAL)) is None
    goals.keep("a", Goal(idle=60), Wish(idle_mode=Mode.GLOBAL))
    assert goals.changed("a", Goals(), Wish(idle_mode=Mode.OWN)) == Goal(idle=60)
    goals.forget(["a", "b"])
    assert goals.changed("a", Goals(), Wish(Mode.OWN)) == usual


@pytest.mark.parametrize(
    ("wish", "after"),
    [
        (Wish(ratio=4.0), Goal(ratio=4.0, time=3600)),
        (Wish(idle=600), None),
        (Wish(Mode.GLOBAL), None),
        (Wish(Mode.OWN), Goal(ratio=3.0, time=3600)),
        (Wish(Mode.OWN, 3.0, Mode.UNLIMITED), Goal(ratio=3.0, time=3600)),
        (Wish(Mode.UNLIMITED), Goal()),
        (Wish(Mode.UNLIMITED, None, Mode.UNLIMITED), Goal()),
        (Wish(idle_mode=Mode.OWN, idle=600), Goal(ratio=3.0, time=3600, idle=600)),
    ],
)
def test_the_goal_of_a_label_is_changed_as_it_is_told(wish: Wish, after: Goal | None) -> None:
    goals = Goals(label=Goal(ratio=3.0, time=3600), session=SESSION)
    assert OwnGoals(attrgetter("default")).changed("id", goals, wish) == after


def test_a_goal_that_would_remove_at_once_is_refused(swarm: Swarm, user: User, remote: Remote) -> None:
    id = user.owns(swarm.payload(files=40_000))
    user.sees(id, lambda row: row.seeding_time is not None)
    remote.sets(id, seed_ratio_limit=7.5, seed_ratio_mode=1, seed_idle_limit=30, seed_idle_mode=1)
    user.until(lambda: own(user, id).goal == Goal(ratio=7.5, idle=1800))
    user.engine.goals.set_goal([id], Goal(ratio=9.0, then=After.REMOVE))
    user.until(lambda: own(user, id).goal == Goal(ratio=9.0, then=After.REMOVE))
    assert "removed" in remote.refused("torrent_set", ids=[id], seed_ratio_limit=0, labels=["x"])
    assert own(user, id).goal == Goal(ratio=9.0, then=After.REMOVE)
    assert user.torrent(id).labels == ()
    user.engine.goals.set_goal([id], None)
    user.until(lambda: own(user, id).goal is None)
    remote.chooses(LABELS, (Label("Gone", goal=Goal(ratio=0.0, then=After.REMOVE)),))
    assert "removed" in remote.refused("torrent_set", ids=[id], labels=["gone"])
    assert id in user.engine.torrents
    assert user.torrent(id).labels == ()


# -- all or nothing


def test_one_bad_part_and_nothing_changes(swarm: Swarm, user: User, remote: Remote) -> None:
    id = user.adds(swarm.payload(name="a", files=FILES, trackers=[ONE]), start=False)
    bare = user.adds("ab" * 20, start=False)
    user.until(lambda: id in user.engine.torrents and bare in user.engine.torrents)
    (user.folder / "taken/a/b").mkdir(parents=True)
    before = user.torrent(id)
    good: dict[str, object] = {
        "labels": ["x"],
        "download_limit": 10,
        "download_limited": True,
        "files_unwanted": [0],
        "sequential_download": True,
        "tracker_list": TWO,
        "seed_ratio_mode": 2,
        "unknown": [],
    }
    for bad, code in (
        ({"files_wanted": [3]}, Code.FILE_INDEX_OUT_OF_RANGE),
        ({"priority_high": ["0"]}, None),
        ({"files_unwanted": [True]}, None),
        ({"download_limit": -1}, None),
        ({"download_limit": 0}, None),
        ({"upload_limit": 10**9}, None),
        ({"upload_limited": "true"}, None),
        ({"upload_limit": 0, "upload_limited": True}, None),
        ({"peer_limit": 100_000}, None),
        ({"honors_session_limits": 2}, None),
        ({"bandwidth_priority": 2}, None),
        ({"seed_ratio_limit": -1}, None),
        ({"seed_ratio_limit": "2"}, None),
        ({"seed_ratio_mode": 3}, None),
        ({"seed_idle_mode": 0.5}, None),
        ({"seed_idle_limit": -5}, None),
        ({"sequential_download": 2}, None),
        ({"sequential_download_from_piece": -1}, None),
        ({"queue_position": -1}, None),
        ({"location": "here"}, Code.PATH_NOT_ABSOLUTE),
        ({"location": "/dev/null/x"}, None),
        ({"location": str(user.folder / "taken")}, None),
        ({"tracker_list": "x"}, Code.INVALID_TRACKER_LIST),
        ({"labels": 7}, None),
        ({"group": "none"}, Code.INVALID_PARAMS),
        ({"ids": [1.5]}, None),
        ({"ids": [id, bare]}, Code.FILE_INDEX_OUT_OF_RANGE),
    ):
        found = remote.error("torrent_set", **{"ids": [id], **good, **bad})
        assert found[1] is code, (bad, found)
    alone = ({"honors_session_limits": False}, {"bandwidth_priority": -1}, {"sequential_download_from_piece": 3})
    for bad in alone:
        assert remote.error("torrent_set", ids=[id], **bad) == (ANY, Code.INVALID_PARAMS)
    user.engine.refresh()
    assert (user.torrent(id).labels, user.torrent(id).sequential) == (before.labels, before.sequential)
    assert (own(user, id), tiers(user, id), user.priorities(id)) == (Options(), [[ONE]], [Priority.NORMAL] * 3)
    remote.sets(id, honors_session_limits=True, bandwidth_priority=0, sequential_download_from_piece=0)
    # Dialogs of clients send it with all else that stands in them.
    remote.sets(id, honors_session_limits=False, bandwidth_priority=1, sequential_download_from_piece=3, **good)
    assert user.torrent(id).labels == ("x",)
    assert user.torrent(id).sequential
    assert (own(user, id).down_limit, tiers(user, id)) == (10_000, [[TWO]])
    assert user.priorities(id) == [Priority.SKIP, Priority.NORMAL, Priority.NORMAL]
    remote.sets(bare, files_wanted=[])
    assert remote.ask("torrent_set", ids=["ff" * 20], labels=["y"]) == {}


def test_the_torrents_are_read_once_however_many_are_changed(
    swarm: Swarm, user: User, remote: Remote, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = [user.adds(swarm.payload(name=name, files=10_000), start=False) for name in "abcdef"]
    user.until(lambda: set(ids) <= set(user.engine.torrents))
    read = Engine.torrents.fget  # type: ignore[attr-defined]
    times: list[int] = []

    def torrents(engine: Engine) -> Mapping[str, Torrent]:
        times[-1] += 1
        found: Mapping[str, Torrent] = read(engine)
        return found

    monkeypatch.setattr(Engine, "torrents", property(torrents))
    for some in (ids[:1], ids):
        times.append(0)
        remote.ask("torrent_set", ids=some, labels=["x"], group="", seed_ratio_mode=2, upload_limit=5)
    assert times[0] == times[1]


def test_numbers_of_torrents_that_are_gone_are_forgotten(swarm: Swarm, user: User, remote: Remote) -> None:
    payload = swarm.payload(name="a", files=10_000)
    id = user.adds(payload, start=False)
    remote.sets(id, download_limit=7, seed_ratio_limit=7, seed_idle_limit=7)
    user.run(user.engine.remove([id], data=False))
    assert user.adds(payload, start=False) == id
    remote.sets(id, download_limited=True, seed_ratio_mode=1)
    assert own(user, id).down_limit == 100_000
    assert own(user, id).goal == Goal(ratio=2.0)


def test_place_in_the_queue_and_another_folder(swarm: Swarm, user: User, remote: Remote) -> None:
    a, b, c = (user.adds(swarm.payload(name=name, files=10_000), start=False) for name in "abc")
    user.until(lambda: user.queue() == [a, b, c])
    remote.sets(c, queue_position=0)
    user.until(lambda: user.queue() == [c, a, b])
    remote.sets(c, queue_position=99)
    user.until(lambda: user.queue() == [a, b, c])
    remote.sets(a, location=str(user.folder / "new"))
    user.sees(a, lambda row: row.save_path == str(user.folder / "new"))
