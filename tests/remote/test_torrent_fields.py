# SPDX-License-Identifier: GPL-3.0-or-later
"""Transmission's numbers and texts for what a torrent is doing, without an engine."""

from dataclasses import replace

import pytest

from starling.goals import Aim, Goal
from starling.peer import Encryption, Peer, Source, Transport
from starling.remote import peer_fields, torrent_fields, torrent_status, tracker_fields
from starling.remote.calls import Dialect
from starling.survey import Detail
from starling.torrent import NEVER, Problem, State, Torrent
from starling.tracker import Cause, Tracker, TrackerState

ROW = Torrent("a" * 40, "name", State.DOWNLOADING, size=1000, total_size=1000, done=250)
DONE = replace(ROW, state=State.SEEDING, done=1000)


@pytest.mark.parametrize(
    ("row", "status"),
    [
        (replace(ROW, state=State.PAUSED, paused=True), 0),
        (replace(DONE, state=State.FINISHED, paused=True), 0),
        (replace(ROW, state=State.ERROR, problem=Problem.DISK_FULL), 0),
        (replace(ROW, state=State.CHECKING), 2),
        (replace(ROW, state=State.QUEUED), 3),
        (ROW, 4),
        (replace(ROW, state=State.STALLED), 4),
        (replace(ROW, state=State.METADATA, has_metadata=False, size=0, done=0), 4),
        (replace(ROW, state=State.MOVING), 4),
        (replace(ROW, state=State.MOVING, paused=True), 0),
        (replace(DONE, state=State.QUEUED), 5),
        (DONE, 6),
        (replace(DONE, state=State.MOVING), 6),
    ],
)
def test_status(row: Torrent, status: int) -> None:
    assert torrent_status.status(row) == status


def test_what_is_left() -> None:
    assert torrent_status.left(ROW) == 750
    assert torrent_status.eta(replace(ROW, eta=61.4)) == 61
    assert torrent_status.eta(ROW) == -2
    assert torrent_status.eta(replace(ROW, eta=NEVER)) == -1
    assert torrent_status.eta(replace(ROW, state=State.PAUSED)) == -1
    seeding = replace(DONE, ratio=0.5, uploaded=500, up=50, goal=Aim(Goal(ratio=2.0, idle=60), idle_due=1060))
    assert torrent_status.eta(seeding) == 30, "1,500 bytes at 50 a second"
    assert torrent_status.eta(replace(seeding, up=0)) == -2
    assert torrent_status.eta(replace(seeding, goal=Aim(Goal(idle=60)))) == -1
    assert torrent_status.eta_idle(seeding, 1000) == -1, "somebody takes something"
    assert torrent_status.eta_idle(replace(seeding, up=0), 1000) == 60
    assert torrent_status.started(ROW, 5000) == 5000
    assert torrent_status.started(replace(ROW, state=State.PAUSED), 5000) == 0
    assert torrent_status.started(replace(ROW, added=100, active_time=60), 5000) == 4940
    assert torrent_status.started(replace(ROW, added=100, active_time=60, state=State.PAUSED), 5000) == 100


def test_whose_fault_it_is() -> None:
    broken = replace(ROW, problem=Problem.OTHER, error="It broke.")
    warned, refused = Detail(complaint="Soon."), Detail(complaint="No.", refused=True)
    told = [
        (torrent_status.fault(*each), torrent_status.fault_words(*each))
        for each in (
            (ROW, Detail()),
            (ROW, warned),
            (ROW, refused),
            (broken, refused),
        )
    ]
    assert told == [(0, ""), (1, "Soon."), (2, "No."), (3, "It broke.")]


@pytest.mark.parametrize(
    ("url", "scrape", "host", "site"),
    [
        (
            "http://tracker.example.org/announce",
            "http://tracker.example.org/scrape",
            "tracker.example.org:80",
            "example",
        ),
        ("https://a.b.co.uk/x/announce.php?k=1", "https://a.b.co.uk/x/scrape.php?k=1", "a.b.co.uk:443", "b"),
        ("udp://open.example.com:6969", "udp://open.example.com:6969", "open.example.com:6969", "example"),
        ("http://[2001:db8::1]:81/a", "", "[2001:db8::1]:81", "2001:db8::1"),
        ("http://localhost/announce/x", "", "localhost:80", "localhost"),
        ("http://[", "", "", ""),
    ],
)
def test_where_a_tracker_is(url: str, scrape: str, host: str, site: str) -> None:
    assert tracker_fields.place(url) == (scrape, host, site)


def test_trackers_by_tier() -> None:
    detail = Detail(tiers=(("http://a/announce", 0), ("http://b/announce", 0), ("http://c/announce", 1)))
    assert tracker_fields.tracker_list(detail) == "http://a/announce\nhttp://b/announce\n\nhttp://c/announce"
    works = Tracker("http://a/announce", 0, TrackerState.WORKING, peers=3, last_announce=100, next_announce=200)
    spare = Tracker("http://b/announce", 0, TrackerState.NOT_ASKED)
    late = Tracker(
        *("http://c/announce", 1, TrackerState.FAILED, "Too late."), last_announce=100, cause=Cause.TIMED_OUT, fails=1
    )
    told = tracker_fields.tracker_stats(
        detail._replace(trackers=(works, spare, late)), ROW, tracker_fields.TRACKER_STATS
    )
    assert isinstance(told, list)
    first, second, third = told
    assert (first["announce_state"], first["last_announce_succeeded"], first["seeder_count"]) == (1, True, -1)  # type: ignore[index]
    assert (second["is_backup"], second["has_announced"], third["is_backup"]) == (True, False, False)  # type: ignore[index]
    assert (third["last_announce_timed_out"], third["last_announce_result"], third["tier"]) == (True, "Too late.", 1)  # type: ignore[index]


def test_peers_and_how_they_were_found() -> None:
    tells = Peer(
        *("192.0.2.1", 6881), found=Source.DHT, source=Source.DHT | Source.PEX, encryption=Encryption.FULL,
        transport=Transport.UTP, we_want=True, they_choke=False, down=10, snubbed=True, hash_fails=1,
    )  # fmt: skip
    calls = Peer("192.0.2.2", 6881, source=Source.INCOMING | Source.TRACKER, incoming=True)
    server = Peer("192.0.2.3", 80, source=Source.WEB_SEED, transport=Transport.WEB_SEED, down=7, host="web")
    detail = Detail(peers=(tells, calls, server), web_seeds=("http://other/", "http://web/x"))
    told = peer_fields.peers(detail, peer_fields.PEER, metadata=True)
    assert isinstance(told, list)
    first, second = told
    assert first["flag_str"] == "TDEH", "letters of Transmission alone, in its order"  # type: ignore[index]
    assert second["flag_str"] == "I"  # type: ignore[index]
    assert peer_fields.peers_from(detail) == {"from_dht": 1, "from_incoming": 1}
    assert (peer_fields.sending(detail), peer_fields.getting(detail), peer_fields.web_seeds_sending(detail)) == (
        1,
        0,
        1,
    )
    assert peer_fields.web_seeds(detail, ("url", "on", "rate")) == [
        {"url": "http://other/", "on": False, "rate": 0},
        {"url": "http://web/x", "on": True, "rate": 7},
    ]


def test_pieces_are_bits_the_first_the_highest() -> None:
    assert torrent_fields._bits(bytes([1, 0, 0, 0, 0, 0, 0, 1, 1])) == "gYA="
    assert torrent_fields._bits(b"") == ""


def test_nested_keys_are_those_of_the_dialect() -> None:
    assert torrent_fields.keys(Dialect.CLASSIC).file == ("bytesCompleted", "length", "name", "begin_piece", "end_piece")
    assert torrent_fields.keys(Dialect.JSON_RPC).file[0] == "bytes_completed"
    assert torrent_fields.NOT_GIVEN.keys() | torrent_fields.NOTES.keys() <= torrent_fields.FIELDS.keys()
    assert tracker_fields.NOT_GIVEN.keys() <= set(tracker_fields.TRACKER_STATS)
