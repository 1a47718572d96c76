# SPDX-License-Identifier: GPL-3.0-or-later
"""The Python package transmission-rpc, a client that others wrote: all of its calls, and all that its objects say."""

import base64
import warnings
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import transmission_rpc
from transmission_rpc import Client, File, IdleMode, RatioLimitMode, TransmissionAuthError, TransmissionError
from transmission_rpc import Priority as Rank
from transmission_rpc.constants import get_torrent_arguments

from starling import __version__, settings
from starling.labels import Label
from starling.remote.passwords import hashed
from starling.settings.labels import LABELS
from starling.torrent import Priority, State
from tests.helpers import User, sentence
from tests.remote.conftest import Doorstep
from tests.swarm import Payload, Swarm, Version

FILES = {"a.flac": 950_000, "b.jpg": 40_000, "sub/c.txt": 10_000}
NOBODY = "http://127.0.0.1:1/announce"


class Guest:
    """The client, whose calls block a thread of their own."""

    def __init__(self, door: Doorstep, **login: str) -> None:
        self._door = door
        self.client: Client = door.in_thread(lambda: Client(port=door.port, **login))

    def __getattr__(self, name: str) -> Callable[..., Any]:
        method = getattr(self.client, name)
        return lambda *args, **named: self._door.in_thread(partial(method, *args, **named))

    def refused(self, name: str, *args: Any, **named: Any) -> str:
        with pytest.raises(TransmissionError) as caught:
            getattr(self, name)(*args, **named)
        assert caught.value.response is not None
        return sentence(caught.value.response["result"])


@pytest.fixture
def guest(door: Doorstep) -> Iterator[Guest]:
    made = Guest(door)
    with made.client:
        yield made


def said(thing: object) -> dict[str, Any]:
    """All that an object says by its properties, those that go out of use too."""
    names = [name for name in dir(type(thing)) if isinstance(getattr(type(thing), name), property)]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return {name: getattr(thing, name) for name in names if not name.startswith("_")}


def expect(thing: object, **values: object) -> None:
    found = said(thing)
    assert {name: found[name] for name in values} == values


def payload_of(swarm: Swarm, **more: Any) -> Payload:
    return swarm.payload(name="Aves", files=FILES, piece_size=16_384, version=Version.V1, **more)


def test_everything_of_a_torrent_that_is_on_its_way(swarm: Swarm, user: User, guest: Guest) -> None:
    tracker = swarm.tracker("http")
    payload = payload_of(swarm, trackers=[[tracker.url], [NOBODY]], comment="birds")
    seed = swarm.seed(payload, up=40_000)
    id = user.adds(payload, labels=("Songs",), priorities={1: Priority.HIGH, 2: Priority.SKIP})
    user.connects(id, seed)
    row = user.sees(id, lambda torrent: torrent.down > 0 and torrent.seeds == 1)
    user.until(lambda: user.trackers(id)[tracker.url].last_announce)
    torrent = guest.get_torrent(id)
    assert guest.get_torrent(torrent.id).hash_string == id
    assert [each.id for each in guest.get_torrents()] == [torrent.id]
    assert [each.name for each in guest.get_torrents([id], arguments=["name"])] == ["Aves"]
    active, removed = guest.get_recently_active_torrents()
    assert ([each.id for each in active], removed) == ([torrent.id], [])
    assert torrent.fields.keys() == set(get_torrent_arguments(17)), "every field there is was answered"
    expect(
        torrent,
        name="Aves",
        hash_string=id,
        info_hash=id,
        hashString=id,
        comment="birds",
        download_dir=str(user.downloads),
        file_count=3,
        labels=["Songs"],
        group="",
        error=0,
        status="downloading",
        downloading=True,
        stopped=False,
        seeding=False,
        checking=False,
        total_size=1_000_000,
        piece_size=16_384,
        piece_count=payload.pieces,
        is_private=False,
        is_finished=False,
        is_stalled=False,
        metadata_percent_complete=1.0,
        bandwidth_priority=Rank.Normal,
        priority=Rank.Normal,
        honors_session_limits=True,
        seed_idle_mode=IdleMode.Global,
        seed_ratio_mode=RatioLimitMode.Global,
        done_date=None,
        peers_connected=1,
        wanted=[1, 1, 0],
        tracker_list=[tracker.url, NOBODY],
        webseeds=[],
        webseeds_sending_to_us=0,
        queue_position=0,
        download_limited=False,
        upload_limited=False,
        peer_limit=100,
        max_connected_peers=100,
        error_string="",
        recheck_progress=0.0,
    )
    found = said(torrent)
    assert found["left_until_done"] == pytest.approx(row.size * (1 - torrent.percent_done), abs=1)
    assert row.size <= found["size_when_done"] <= 1_000_000, "a piece may hold some of what is skipped"
    assert found["rate_download"] > 0
    assert found["eta"].total_seconds() > 0
    assert found["available"] == pytest.approx(100, abs=20)
    assert abs(found["added_date"].timestamp() - row.added) < 1
    assert isinstance(found["activity_date"], datetime)
    assert len(base64.b64decode(found["pieces"])) == -(-payload.pieces // 8)
    assert found["magnet_link"].startswith(f"magnet:?xt=urn:btih:{id}&dn=Aves&tr=http")
    assert (torrent.progress, torrent.ratio) == (round(torrent.percent_done * 100, 2), 0.0)
    assert torrent.format_eta()
    files = torrent.get_files()
    assert [(each.id, each.name, each.size, each.priority, each.selected) for each in files] == [
        (0, "Aves/a.flac", 950_000, Rank.Normal, True),
        (1, "Aves/b.jpg", 40_000, Rank.High, True),
        (2, "Aves/sub/c.txt", 10_000, Rank.Normal, False),
    ]
    assert all(isinstance(each, File) and 0 <= each.completed <= each.size for each in files)
    for stats, file in zip(torrent.file_stats, files, strict=True):
        expect(stats, bytes_completed=file.completed, wanted=file.selected, priority=file.priority)
    (peer,) = found["peers"]
    assert (peer["address"], peer["progress"]) == (seed.ip, 1)
    assert peer["isDownloadingFrom"] is True
    assert sum(found["peers_from"].values()) == 1
    first, second = torrent.trackers
    expect(first, announce=tracker.url, id=0, scrape=tracker.url.replace("announce", "scrape"), tier=0)
    expect(second, announce=NOBODY, id=1, tier=1)
    first, second = torrent.tracker_stats
    host = tracker.url.split("/")[2]
    expect(first, announce=tracker.url, id=0, tier=0, host=host, has_announced=True, last_announce_succeeded=True)
    expect(first, last_announce_result="Success", last_announce_timed_out=False, is_backup=False, announce_state=1)
    expect(second, announce=NOBODY, id=1, tier=1, host="127.0.0.1:1")


def test_all_ways_of_adding_and_all_that_can_be_done_then(
    swarm: Swarm, user: User, guest: Guest, door: Doorstep, tmp_path: Path
) -> None:
    door.chooses(settings.downloads.SAVE_PATH, str(user.downloads))
    one, two, three, four = (swarm.payload(name=f"{number}", files=FILES) for number in range(4))
    elsewhere = tmp_path / "elsewhere"
    added = guest.add_torrent(
        one.torrent_path.read_bytes(),
        download_dir=str(elsewhere),
        files_unwanted=[0],
        # As the file numbers them, which has a pad file behind each.
        priority_high=[2],
        priority_low=[4],
        paused=True,
        peer_limit=30,
        labels=["Songs"],
        bandwidth_priority=0,
    )
    assert (added.name, added.hash_string) == ("0", one.id)
    assert user.priorities(one.id) == [Priority.SKIP, Priority.HIGH, Priority.LOW]
    row = user.torrent(one.id)
    assert (row.paused, row.save_path, row.labels) == (True, str(elsewhere), ("Songs",))
    assert guest.add_torrent(two.torrent_path, paused=True).hash_string == two.id
    with three.torrent_path.open("rb") as file:
        assert guest.add_torrent(file).hash_string == three.id
    served = swarm.web_server(four.torrent_path.parent)
    web = guest.add_torrent(served.file(four.torrent_path.name), cookies="uid=7", files_wanted=[0], priority_normal=[0])
    assert web.hash_string == four.id
    assert guest.add_torrent(four.magnet).id == web.id, "it is there already"
    link = guest.add_torrent(f"magnet:?xt=urn:btih:{'ab' * 20}&dn=Later")
    assert (link.name, link.hash_string) == ("Later", "ab" * 20)
    assert guest.get_torrent(link.id).metadata_percent_complete == 0
    assert "torrent" in guest.refused("add_torrent", b"d3:fooe")

    # -- running
    two_id = guest.get_torrent(two.id).id
    guest.start_torrent([two_id])
    user.sees(two.id, lambda torrent: not torrent.paused)
    assert guest.get_torrent(two_id).status.downloading
    guest.stop_torrent(two.id)
    user.sees(two.id, State.PAUSED)
    assert guest.get_torrent(two_id).status.stopped
    guest.start_torrent_now(two_id)
    user.sees(two.id, lambda torrent: torrent.forced)
    guest.reannounce_torrent(two_id)
    two.prefill(user.downloads, range(two.pieces))
    guest.verify_torrent(two_id)
    user.sees(two.id, State.SEEDING)
    assert (seeding := guest.get_torrent(two_id)).seeding
    assert seeding.done_date is not None

    # -- the queue
    order = [one.id, three.id, four.id, link.hash_string]
    user.until(lambda: user.queue() == order)
    guest.queue_top(link.id)
    guest.queue_down(link.id)
    guest.queue_bottom(one.id)
    guest.queue_up([one.id])
    user.until(lambda: user.queue() == [link.hash_string, three.id, one.id, four.id])
    assert guest.get_torrent(three.id).queue_position == 1

    # -- places and names
    moved = tmp_path / "moved"
    guest.move_torrent_data(two_id, moved)
    user.sees(two.id, lambda torrent: torrent.save_path == str(moved))
    assert (moved / "1" / "b.jpg").exists()
    guest.move_torrent_data(two_id, str(elsewhere), move=False)
    user.sees(two.id, lambda torrent: torrent.save_path == str(elsewhere))
    guest.move_torrent_data(two_id, moved, move=False)
    user.sees(two.id, State.SEEDING)
    assert guest.rename_torrent_path(two_id, "1/b.jpg", "c.jpg") == ("1/b.jpg", "c.jpg")
    assert (moved / "1" / "c.jpg").exists()
    assert guest.rename_torrent_path(two_id, "1", "Aves") == ("1", "Aves")
    assert guest.get_torrent(two_id).name == "Aves"

    # -- away
    guest.remove_torrent(three.id)
    guest.remove_torrent([two_id, link.id], delete_data=True)
    assert {torrent.hash_string for torrent in guest.get_torrents()} == {one.id, four.id}
    assert set(guest.get_recently_active_torrents()[1]) >= {two_id, link.id}
    assert not (moved / "Aves").exists()
    with pytest.raises(KeyError):
        guest.get_torrent(two_id)


def test_every_change_of_a_torrent(swarm: Swarm, user: User, guest: Guest, door: Doorstep, tmp_path: Path) -> None:
    door.chooses(LABELS, (Label("Slow", down_limit=5_000),))
    payload = payload_of(swarm, trackers=[NOBODY])
    id = user.adds(payload, start=False)
    user.adds(swarm.payload(name="other", files=1000), start=False)
    change = partial(guest.change_torrent, id)
    change(bandwidth_priority=0, honors_session_limits=True)
    change(download_limit=50, download_limited=True, upload_limit=20, upload_limited=True, peer_limit=30)
    change(files_unwanted=[0], priority_high=[1], priority_low=[2])
    change(files_wanted=[0], files_unwanted=[2], priority_normal=[0])
    change(queue_position=1, labels=["Songs", "Slow"])
    change(seed_idle_limit=40, seed_idle_mode=IdleMode.Single)
    change(seed_ratio_limit=1.5, seed_ratio_mode=RatioLimitMode.Single)
    change(location=str(tmp_path / "moved"))
    user.sees(id, lambda row: row.save_path == str(tmp_path / "moved") and row.queue == 1)
    torrent = guest.get_torrent(id)
    expect(torrent, download_limit=50, download_limited=True, upload_limit=20, upload_limited=True, peer_limit=30)
    expect(torrent, wanted=[1, 1, 0], queue_position=1, labels=["Songs", "Slow"], group="Slow")
    expect(torrent, seed_idle_limit=40, seed_idle_mode=IdleMode.Single)
    expect(torrent, seed_ratio_limit=1.5, seed_ratio_mode=RatioLimitMode.Single, download_dir=str(tmp_path / "moved"))
    assert user.priorities(id) == [Priority.NORMAL, Priority.HIGH, Priority.SKIP]
    change(group="", seed_idle_mode=IdleMode.Unlimited, seed_ratio_mode=RatioLimitMode.Unlimited)
    expect(guest.get_torrent(id), group="", labels=["Songs"], seed_ratio_mode=RatioLimitMode.Unlimited)
    # The trackers, in the old ways and the new one.
    urls = [f"http://127.0.0.1:{port}/announce" for port in range(1, 5)]
    change(tracker_add=[urls[1]])
    change(tracker_replace=[(0, urls[2])])
    assert guest.get_torrent(id).tracker_list == [urls[2], urls[1]]
    change(tracker_remove=[0])
    assert guest.get_torrent(id).tracker_list == [urls[1]]
    change(tracker_list=[urls[:2], urls[2:]])
    assert user.run(user.engine.trackers.tiers(id)) == [urls[:2], urls[2:]]
    for wrong in ({"group": "nobody"}, {"bandwidth_priority": 1}, {"location": "here"}, {"priority_high": [9]}):
        guest.refused("change_torrent", id, **wrong)


SESSION = {
    "alt_speed_down": 30,
    "alt_speed_up": 20,
    "alt_speed_enabled": True,
    "alt_speed_time_begin": 8 * 60,
    "alt_speed_time_end": 17 * 60,
    "alt_speed_time_day": 62,
    "dht_enabled": False,
    "download_queue_enabled": True,
    "download_queue_size": 4,
    "encryption": "tolerated",
    "idle_seeding_limit": 50,
    "lpd_enabled": True,
    "idle_seeding_limit_enabled": True,
    "incomplete_dir_enabled": True,
    "peer_limit_global": 300,
    "peer_limit_per_torrent": 70,
    "peer_port": 50_000,
    "peer_port_random_on_start": False,
    "pex_enabled": False,
    "port_forwarding_enabled": False,
    "queue_stalled_enabled": True,
    "queue_stalled_minutes": 12,
    "rename_partial_files": False,
    "seed_queue_enabled": True,
    "seed_queue_size": 6,
    "seed_ratio_limit": 1.25,
    "seed_ratio_limited": True,
    "speed_limit_down": 900,
    "speed_limit_down_enabled": True,
    "speed_limit_up": 80,
    "speed_limit_up_enabled": True,
    "start_added_torrents": False,
    "utp_enabled": False,
    "default_trackers": [NOBODY],
    "trash_original_torrent_files": False,
    "cache_size_mib": 0,
    "script_torrent_done_enabled": False,
    "script_torrent_done_filename": "",
    "script_torrent_added_enabled": False,
    "script_torrent_added_filename": "",
    "script_torrent_done_seeding_enabled": False,
    "script_torrent_done_seeding_filename": "",
    "blocklist_enabled": False,
    "alt_speed_time_enabled": False,
}
"""A value for everything that can be set, other than those of folders."""


def test_the_session_and_what_is_counted(
    swarm: Swarm, user: User, guest: Guest, door: Doorstep, tmp_path: Path
) -> None:
    user.owns(payload_of(swarm))
    downloads, incomplete = str(tmp_path / "new"), str(tmp_path / "half")
    guest.set_session(download_dir=downloads, incomplete_dir=incomplete, **SESSION)
    session = guest.get_session()
    expect(session, **SESSION, download_dir=downloads, incomplete_dir=incomplete)
    expect(session, version=f"4.0.6 (Starling {__version__})", rpc_version=17, rpc_version_minimum=14)
    expect(session, rpc_version_semver="5.3.0", blocklist_size=0, blocklist_url="", config_dir=str(tmp_path / "door"))
    expect(session.units, speed_bytes=1000, speed_units=["kB/s", "MB/s", "GB/s", "TB/s"], size_bytes=1000)
    expect(session.units, size_units=["kB", "MB", "GB", "TB"], memory_bytes=1024)
    assert door.settings.get(settings.speed.DOWN_LIMIT) == 900_000
    assert "programs" in guest.refused("set_session", script_torrent_done_filename="/bin/true")
    stats = guest.session_stats()
    expect(stats, active_torrent_count=1, paused_torrent_count=0, torrent_count=1, download_speed=0, upload_speed=0)
    for sums in (stats.current_stats, stats.cumulative_stats):
        expect(sums, session_count=1, uploaded_bytes=0, downloaded_bytes=0, files_added=0)
        assert sums.seconds_active >= 0


def test_groups_and_what_is_around(guest: Guest, door: Doorstep, tmp_path: Path) -> None:
    assert guest.get_groups() == {}
    guest.set_group("Slow", speed_limit_down=50, speed_limit_down_enabled=True, speed_limit_up=20)
    guest.set_group("Slow", honors_session_limits=True, speed_limit_up_enabled=True)
    group = guest.get_group("Slow")
    expect(group, name="Slow", honors_session_limits=True, speed_limit_down=50, speed_limit_down_enabled=True)
    expect(group, speed_limit_up=20, speed_limit_up_enabled=True)
    assert set(guest.get_groups()) == set(guest.get_groups(["Slow"])) == {"Slow"}
    assert guest.get_group("Fast") is None
    assert guest.free_space(tmp_path) > 0
    assert "nobody has connected" in guest.refused("port_test")
    assert "No list of addresses" in guest.refused("blocklist_update")
    ranges = tmp_path / "ranges.p2p"
    ranges.write_text("one:10.0.0.0-10.0.0.255\n")
    door.chooses(settings.privacy.IP_FILTER, str(ranges))
    guest.set_session(blocklist_url=str(ranges), blocklist_enabled=True)
    chosen = (settings.privacy.IP_FILTER, settings.privacy.IP_FILTER_ON)
    door.user.changes({setting: setting.stored(door.settings.get(setting)) for setting in chosen})
    assert guest.blocklist_update() == 1
    expect(guest.get_session(), blocklist_size=1, blocklist_url=ranges.as_uri(), blocklist_enabled=True)


def test_who_has_to_give_a_password(doorstep: Doorstep) -> None:
    name, word = "Müller & Söhne", "p@ss:wörd/?#%"
    doorstep.chooses(settings.remote.USER, name)
    doorstep.chooses(settings.remote.PASSWORD, hashed(word))
    doorstep.opens()
    for wrong in ({}, {"username": name, "password": "no"}):
        with pytest.raises(TransmissionAuthError):
            Guest(doorstep, **wrong)
    with Guest(doorstep, username=name, password=word).client as client:
        assert isinstance(client, transmission_rpc.Client)
