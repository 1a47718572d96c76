# SPDX-License-Identifier: GPL-3.0-or-later
"""Clients are told of torrents what the engine says of them, in every state, in both dialects and both formats."""

import base64
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import orjson
import pytest

from starling.engine.engine import Engine
from starling.goals import Goal
from starling.labels import Label
from starling.options import Limits
from starling.peer import Source
from starling.remote import edits, ids, listing
from starling.remote.calls import Call, Client, Dialect, RemoteError
from starling.remote.ids import Ids
from starling.remote.means import Means
from starling.remote.params import ParamError, Params
from starling.remote.torrent_fields import FIELDS
from starling.remote.torrent_get import TorrentGet
from starling.remote.torrent_set import TorrentSet
from starling.settings import Settings
from starling.settings.labels import LABELS
from starling.torrent import Priority, State, Torrent
from starling.tracker import Kind, TrackerState
from tests.helpers import User
from tests.swarm import Answer, Swarm, Version

ALL = sorted(FIELDS)


class Asker:
    """Asks torrent_get itself, without HTTP between them."""

    def __init__(self, user: User) -> None:
        self.user = user
        self.settings = Settings(user.folder / "settings.toml")
        self.ids = Ids(user.engine)
        worker, files_worker = user._workers
        means = Means(
            engine=user.engine,
            settings=self.settings,
            ids=self.ids,
            worker=worker,
            files_worker=files_worker,
            config_dir=Path("/"),
            quit=lambda: None,
            added=lambda _id, _client: None,
            removed=lambda _names, _client: None,
        )
        self.method = TorrentGet(means).methods["torrent_get"]
        self.changes = TorrentSet(means).methods["torrent_set"]

    def answer(self, dialect: Dialect = Dialect.JSON_RPC, **params: object) -> dict[str, Any]:
        """What it writes, read again."""
        call = Call("torrent_get", Params(params), dialect, Client("127.0.0.1"))
        written: Any = self.user.run(self.method(call))  # type: ignore[arg-type]
        read: dict[str, Any] = orjson.loads(b"".join(written.chunks))
        return read

    def of(self, id: str, *fields: str, dialect: Dialect = Dialect.JSON_RPC) -> dict[str, Any]:
        """One torrent; all fields where none is named."""
        (row,) = self.answer(dialect, ids=[id], fields=list(fields or ALL))["torrents"]
        assert isinstance(row, dict)
        return row

    def sets(self, id: str, **params: object) -> None:
        """Changes a torrent by the same means."""
        call = Call("torrent_set", Params({"ids": [id], **params}), Dialect.JSON_RPC, Client("127.0.0.1"))
        assert self.user.run(self.changes(call)) == {}  # type: ignore[arg-type]

    def refused(self, **params: object) -> str:
        with pytest.raises((RemoteError, ParamError)) as found:
            self.answer(**params)
        return str(found.value)


@pytest.fixture
def asker(user: User) -> Iterator[Asker]:
    made = Asker(user)
    yield made
    made.ids.deleteLater()
    made.settings.deleteLater()


def is_true(user: User, row: Mapping[str, Any], id: str) -> Torrent:
    """Compares what does not change between two questions with what the engine tells of it."""
    engine, torrent = user.engine, user.torrent(id)
    files, state = user.run(engine.details.files(id)), user.run(engine.details.file_state(id))
    facts = user.run(engine.details.facts(id))
    sources = user.run(engine.trackers.of(id))
    trackers = [each for each in sources if each.kind is Kind.TRACKER]
    options = engine.throttle.options_of(id)
    assert {
        "added_date": torrent.added,
        "comment": facts.comment,
        "corrupt_ever": facts.failed,
        "creator": facts.created_by,
        "date_created": torrent.created or 0,
        "done_date": torrent.completed or 0,
        "download_dir": torrent.save_path,
        "download_limit": options.down_limit // 1000 or 100,
        "download_limited": options.down_limit > 0,
        "error_string": torrent.error,
        "file_count": len(files),
        "hash_string": torrent.id,
        "is_private": torrent.private,
        "labels": list(torrent.labels),
        "name": torrent.name,
        "piece_count": facts.pieces.count if facts.pieces else 0,
        "piece_size": facts.pieces.size if facts.pieces else 0,
        "sequential_download": torrent.sequential,
        "size_when_done": torrent.size,
        "total_size": torrent.total_size,
        "webseeds": [each.url for each in sources if each.kind is Kind.WEB_SEED],
    }.items() <= row.items()
    assert [each["name"] for each in row["files"]] == list(files.paths)
    assert [each["length"] for each in row["files"]] == list(files.sizes)
    assert [each["begin_piece"] for each in row["files"]] == list(files.first_pieces)
    assert [each["end_piece"] - each["begin_piece"] for each in row["files"]] == list(files.pieces)
    assert [each["wanted"] for each in row["file_stats"]] == row["wanted"] == [p > 0 for p in state.priorities]
    assert [each["priority"] for each in row["file_stats"]] == row["priorities"]
    assert [each["bytes_completed"] for each in row["files"]] == row["bytes_completed"]
    assert [each["announce"] for each in row["trackers"]] == [each.url for each in trackers]
    assert [each["tier"] for each in row["tracker_stats"]] == [each.tier for each in trackers]
    assert [url for tier in row["tracker_list"].split("\n\n") for url in tier.split("\n") if url] == [
        each.url for each in trackers
    ]
    (link,) = user.run(engine.details.magnets([id]))
    assert sorted(row["magnet_link"].lower().split("&")) == sorted(link.lower().split("&"))
    return torrent


def have(row: Mapping[str, Any]) -> list[bool]:
    """The bitfield, a truth a piece."""
    data = base64.b64decode(row["pieces"])
    return [bool(data[at // 8] >> (7 - at % 8) & 1) for at in range(row["piece_count"])]


def test_while_it_is_downloaded(swarm: Swarm, user: User, asker: Asker) -> None:
    tracker = swarm.tracker()
    payload = swarm.payload(
        name="film",
        files={"film.mkv": 4_000_000, "notes/a.txt": 40_000, "skipped.iso": 400_000, "empty": 0},
        piece_size=65_536,
        version=Version.HYBRID,
        comment="What it is",
    )
    seed = swarm.seed(payload, up=300_000)
    id = user.adds(payload, sequential=True, labels=("one", "two"))
    paths = list(user.run(user.engine.details.files(id)).paths)
    high, low, skipped = (paths.index(f"film/{name}") for name in ("film.mkv", "notes/a.txt", "skipped.iso"))
    indices = user.run(user.engine.details.files(id)).indices
    user.sets_priorities(
        id, {indices[high]: Priority.HIGH, indices[low]: Priority.LOW, indices[skipped]: Priority.SKIP}
    )
    user.engine.throttle.set_limits([id], Limits(down=700_000, up=1_500, connections=7))
    user.engine.goals.set_goal([id], Goal(ratio=1.5, idle=1800))
    # The seed does not know them, and so does not call us as well.
    user.run(user.engine.trackers.set_tiers(id, [[tracker.url], ["http://127.0.0.1:9/announce?passkey=1"]]))
    user.connects(id, seed)
    user.sees(id, State.DOWNLOADING, lambda row: row.down > 0 and row.done > 140_000 and row.seeds and row.eta)
    user.until(lambda: user.trackers(id)[tracker.url].state is TrackerState.WORKING)
    row = asker.of(id)
    torrent = is_true(user, row, id)
    assert (row["status"], row["error"], row["is_finished"], row["is_stalled"]) == (4, 0, False, False)
    assert {"priorities": row["priorities"][high], "low": row["priorities"][low]} == {"priorities": 1, "low": -1}
    assert row["wanted"].count(False) == 1
    assert not row["wanted"][skipped]
    assert row["primary_mime_type"] == "video/x-matroska"
    assert 0 < row["left_until_done"] < torrent.size < row["total_size"]
    assert row["percent_done"] == pytest.approx(1 - row["left_until_done"] / row["size_when_done"])
    assert row["have_valid"] + row["have_unchecked"] >= 140_000
    assert row["have_valid"] == pytest.approx(sum(have(row)) * payload.piece_size, abs=2 * payload.piece_size)
    assert row["desired_available"] == row["left_until_done"], "there is a seed"
    assert [-1 if here else 1 for here in have(row)] == row["availability"]
    assert row["percent_complete"] == pytest.approx((row["have_valid"] + row["have_unchecked"]) / payload.size)
    assert 0 <= row["eta"] < 10_000
    assert row["eta_idle"] == -1
    assert (row["seed_ratio_mode"], row["seed_ratio_limit"]) == (1, 1.5)
    assert (row["seed_idle_mode"], row["seed_idle_limit"]) == (1, 30)
    assert (row["download_limit"], row["upload_limit"], row["upload_limited"]) == (700, 2, True)
    assert row["peer_limit"] == row["max_connected_peers"] == 7
    assert row["queue_position"] == 0
    assert row["recheck_progress"] == 0
    assert row["metadata_percent_complete"] == 1
    # Its peer.
    (peer,) = row["peers"]
    (known,) = user.run(user.engine.peers.connected(id))
    assert peer["address"] == known.address == seed.ip
    assert peer["client_name"] == known.client
    assert peer["port"] == known.port
    assert base64.b64decode(peer["peer_id"]) == known.raw_id
    assert (len(known.raw_id), known.raw_id[:8]) == (20, known.id.encode())
    assert (peer["progress"], peer["is_incoming"], peer["is_utp"]) == (1, False, False)
    assert peer["client_is_interested"]
    assert not peer["client_is_choked"]
    assert peer["is_downloading_from"]
    assert peer["rate_to_client"] > 0
    assert peer["bytes_to_client"] > 100_000
    assert not peer["rate_to_peer"]
    assert peer["flag_str"].startswith("D")
    assert (row["peers_connected"], row["peers_sending_to_us"], row["peers_getting_from_us"]) == (1, 1, 0)
    by_tracker = Source.TRACKER in known.source
    assert sum(row["peers_from"].values()) == 1
    assert bool(row["peers_from"]["from_tracker"]) is by_tracker
    # Its trackers.
    answered, refused = row["tracker_stats"]
    assert answered["last_announce_succeeded"]
    assert answered["announce_state"] == 1
    assert answered["last_announce_peer_count"] >= 0
    assert answered["next_announce_time"] > answered["last_announce_time"]
    assert answered["host"] == tracker.url.split("/")[2]
    assert answered["sitename"] == answered["host"].split(":")[0], "an address has no other name"
    assert answered["scrape"] == tracker.url.replace("announce", "scrape")
    assert refused["id"] == 1
    assert refused["scrape"] == "http://127.0.0.1:9/scrape?passkey=1"
    # The same again, from what is known by now.
    again = asker.of(id)
    for name in ("files", "priorities", "wanted", "trackers", "webseeds", "primary_mime_type", "piece_count", "name"):
        if name != "files":
            assert again[name] == row[name], name


def test_when_it_is_complete(swarm: Swarm, user: User, asker: Asker) -> None:
    server_files = swarm.payload(name="plain", files={"a.bin": 100_000})
    web = swarm.web_server(server_files.root)
    payload = swarm.payload(name="plain", files={"a.bin": 100_000}, web_seeds=[web.file("")], piece_size=16_384)
    id = user.owns(payload)
    row = asker.of(id)
    is_true(user, row, id)
    assert (row["status"], row["eta"], row["left_until_done"], row["desired_available"]) == (6, -1, 0, 0)
    assert (row["have_valid"], row["have_unchecked"], row["percent_done"], row["percent_complete"]) == (
        100_000,
        0,
        1,
        1,
    )
    assert have(row) == [True] * payload.pieces
    assert row["availability"] == [-1] * payload.pieces
    assert row["bytes_completed"] == [100_000]
    assert (row["seed_ratio_mode"], row["seed_ratio_limit"], row["seed_idle_mode"]) == (0, 2.0, 0)
    assert row["webseeds_ex"] == [
        {"url": url, "is_downloading": False, "download_bytes_per_second": 0} for url in row["webseeds"]
    ]
    user.engine.pause([id])
    user.sees(id, State.FINISHED)
    assert asker.of(id, "status", "is_finished") == {"status": 0, "is_finished": False}
    user.engine.start([id])
    user.sees(id, State.SEEDING)
    user.engine.goals.set_goal([id], Goal(ratio=0.0))
    user.sees(id, State.FINISHED)
    assert asker.of(id, "status", "is_finished", "seed_ratio_mode") == {
        "status": 0,
        "is_finished": True,
        "seed_ratio_mode": 1,
    }
    user.engine.goals.set_goal([id], Goal())
    assert asker.of(id, "seed_ratio_mode", "seed_idle_mode") == {"seed_ratio_mode": 2, "seed_idle_mode": 2}
    # Names and priorities that change are told as they are then.
    (index,) = user.run(user.engine.details.files(id)).indices[:1]
    user.sets_priorities(id, {index: Priority.HIGH})
    user.run(user.engine.contents.rename(id, "plain/a.bin", "plain/b.iso"))
    user.until(lambda: asker.of(id, "primary_mime_type") == {"primary_mime_type": "application/x-iso9660-image"})
    assert asker.of(id, "priorities", "files")["files"][0]["name"] == "plain/b.iso"
    assert asker.of(id, "priorities") == {"priorities": [1]}


def test_what_is_not_as_it_should_be(swarm: Swarm, user: User, asker: Asker) -> None:
    link = user.adds(swarm.payload(name="link", files=40_000).magnet)
    row = asker.of(link)
    assert (row["status"], row["metadata_percent_complete"], row["percent_done"]) == (4, 0, 0)
    assert (row["files"], row["file_stats"], row["wanted"], row["priorities"], row["file_count"]) == ([], [], [], [], 0)
    assert (row["pieces"], row["availability"], row["piece_count"], row["total_size"]) == ("", [], 0, 0)
    assert row["magnet_link"].startswith(f"magnet:?xt=urn:btih:{link}")
    assert row["upload_ratio"] == -1
    (user.downloads / "broken" / "in the way").mkdir(parents=True)
    broken = user.adds(swarm.payload(name="broken", files={"in the way": 40_000}))
    error = user.sees(broken, State.ERROR).error
    assert asker.of(broken, "status", "error", "error_string") == {"status": 0, "error": 3, "error_string": error}
    tracker = swarm.tracker()
    tracker.behave(Answer.FAILURE, "unregistered torrent")
    stranger = user.adds(swarm.payload(name="stranger", files=40_000, trackers=[tracker.url]))
    user.sees(stranger, lambda row: row.tracker_failing)
    row = asker.of(stranger, "error", "error_string", "tracker_stats", "status")
    assert (row["error"], row["status"]) == (2, 4)
    assert "unregistered torrent" in row["error_string"]
    (said,) = row["tracker_stats"]
    assert said["has_announced"]
    assert not said["last_announce_succeeded"]
    assert said["last_announce_result"] == row["error_string"]
    resting = user.adds(swarm.payload(name="resting", files=40_000), start=False)
    assert asker.of(resting, "status", "eta", "start_date", "peers", "left_until_done") == {
        "status": 0,
        "eta": -1,
        "start_date": 0,
        "peers": [],
        "left_until_done": 40_000,
    }
    positions = asker.answer(fields=["queue_position"])["torrents"]
    assert sorted(each["queue_position"] for each in positions) == [0, 1, 2, 3]


def test_what_was_edited_and_what_is_skipped_too_late(
    swarm: Swarm, user: User, asker: Asker, monkeypatch: pytest.MonkeyPatch
) -> None:
    payload = swarm.payload(files={"a": 200_000, "b": 100_000}, name="Aves", piece_size=16_384, version=Version.V2)
    now = iter(range(1000, 100_000))
    monkeypatch.setattr(edits, "time", SimpleNamespace(time=lambda: next(now)))
    payload.prefill(user.downloads, range(13))
    id = user.adds(payload)
    user.sees(id, lambda torrent: torrent.done >= 200_000)
    user.sets_priorities(id, {0: Priority.SKIP})
    user.sees(id, lambda torrent: torrent.size == 100_000)
    row = asker.of(id, "size_when_done", "left_until_done", "percent_done", "have_valid")
    assert row == {"size_when_done": 300_000, "left_until_done": 100_000, "percent_done": 0, "have_valid": 200_000}
    before = asker.of(id, "edit_date")["edit_date"]
    user.engine.pause([id])
    user.sees(id, State.PAUSED)
    assert asker.of(id, "edit_date")["edit_date"] == before
    user.run(user.engine.identity.rename(id, "Vögel"))
    user.sees(id, lambda torrent: torrent.name == "Vögel")
    assert asker.of(id, "edit_date")["edit_date"] > before >= 1000


def test_how_it_is_asked(swarm: Swarm, user: User, asker: Asker) -> None:
    payload = swarm.payload(name="a", files=10_000)
    first, second = (user.adds(each, start=False) for each in (payload, swarm.payload(name="b", files=10_000)))
    one, two = (asker.ids.number(id) for id in (first, second))
    assert "“fields”" in asker.refused()
    assert "“fields”" in asker.refused(fields=[])
    assert asker.answer(fields=["nonsense"]) == {"torrents": [{}, {}]}
    assert asker.answer(fields=["nonsense"], format="table") == {"torrents": [[], [], []]}
    assert "“fields”" in asker.refused(fields="name")
    assert "at most" in asker.refused(fields=["name"] * 1000)
    assert "“format”" in asker.refused(fields=["name"], format=1)
    assert asker.answer(fields=["id", "nonsense", "name"], ids=[two, 99]) == {"torrents": [{"id": two, "name": "b"}]}
    assert asker.answer(fields=["name", "id"], format="table") == {"torrents": [["name", "id"], ["a", one], ["b", two]]}
    assert asker.answer(fields=["name"], format="table", ids=[]) == {"torrents": [["name"]]}
    # Each dialect has its own names, inside too; what was asked for in another spelling is answered in it.
    row = asker.of(first, "hashString", "file-count", "fileStats", "downloadDir", dialect=Dialect.CLASSIC)
    assert list(row) == ["hashString", "file-count", "fileStats", "downloadDir"]
    assert row["fileStats"] == [{"bytesCompleted": 0, "wanted": True, "priority": 0}]
    assert list(asker.of(first, "hash_string", "fileCount", dialect=Dialect.CLASSIC)) == ["hash_string", "fileCount"]
    assert list(asker.of(first, "hashString", "file-count")) == ["hash_string", "file_count"]
    assert asker.of(first, "wanted", dialect=Dialect.CLASSIC) == {"wanted": [1]}
    assert repr(asker.of(first, "wanted")) == "{'wanted': [True]}"
    user.run(user.engine.remove([first], data=False))
    user.until(lambda: first not in user.engine.torrents)
    found = asker.answer(fields=["id"], ids="recently_active")
    assert found == {"torrents": [{"id": two}], "removed": [one]}
    user.run(user.engine.bin.undo())
    user.until(lambda: first in user.engine.torrents)
    found = asker.answer(fields=["id"], ids="recently_active")
    assert sorted(each["id"] for each in found["torrents"]) == sorted([one, two])
    assert found["removed"] == [], "it has been brought back, by the number that it had"
    user.run(user.engine.remove([first], data=False))
    assert user.adds(payload, start=False) == first
    again = asker.of(first, "id")["id"]
    assert again not in (one, two), "who has not asked in between must not take it for the one that is gone"
    found = asker.answer(fields=["id"], ids="recently_active")
    assert sorted(each["id"] for each in found["torrents"]) == sorted([again, two])
    assert found["removed"] == [one]
    assert asker.answer(fields=["id"], ids=[one, first]) == {"torrents": [{"id": again}]}
    assert re.fullmatch(r"[\x20-\x7e]+", asker.of(second, "magnet_link")["magnet_link"])


def test_the_number_that_is_told_is_the_one_that_is_switched_on(swarm: Swarm, user: User, asker: Asker) -> None:
    id = user.adds(swarm.payload(name="a", files=10_000), start=False)
    names = ("download_limit", "upload_limit", "seed_ratio_limit", "seed_idle_limit")
    assert [*asker.of(id, *names).values()] == [100, 100, 2.0, 120]
    numbers = {"download_limit": 50, "upload_limit": 20, "seed_ratio_limit": 7.5, "seed_idle_limit": 5}
    asker.sets(id, **numbers)
    assert asker.of(id, *numbers) == numbers
    on = {"download_limited": True, "upload_limited": True, "seed_ratio_mode": 1, "seed_idle_mode": 1}
    asker.sets(id, **on)
    assert asker.of(id, *numbers, *on) == numbers | on
    options = user.engine.throttle.options_of(id)
    assert (options.down_limit, options.up_limit, options.goal) == (50_000, 20_000, Goal(ratio=7.5, idle=300))
    off = {"download_limited": False, "upload_limited": False, "seed_ratio_mode": 0, "seed_idle_mode": 0}
    asker.sets(id, **off)
    assert asker.of(id, *numbers, *off) == numbers | off
    # What the window has set since is what was there last.
    user.engine.goals.set_goal([id], Goal(ratio=1.5))
    assert asker.of(id, "seed_ratio_limit", "seed_idle_mode") == {"seed_ratio_limit": 1.5, "seed_idle_mode": 2}


def test_the_goal_of_a_label_is_told_as_the_torrents_own(swarm: Swarm, user: User, asker: Asker) -> None:
    id = user.adds(swarm.payload(name="a", files=10_000), start=False, labels=("tv", "ever", "plain"))
    tv, ever, plain = Label("tv", goal=Goal(ratio=9.0, idle=600)), Label("ever", goal=Goal()), Label("plain")
    names = ("seed_ratio_mode", "seed_ratio_limit", "seed_idle_mode", "seed_idle_limit")
    for labels, told in (((plain, tv, ever), [1, 9.0, 1, 10]), ((ever, tv), [2, 2.0, 2, 120]), ((), [0, 2.0, 0, 120])):
        asker.settings.set(LABELS, labels)
        assert [*asker.of(id, *names).values()] == told
    user.engine.goals.set_goal([id], Goal(ratio=1.5))
    asker.settings.set(LABELS, (tv,))
    assert [*asker.of(id, *names).values()] == [1, 1.5, 2, 120], "its own comes first"


def test_numbers_go_by_age(user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the order in which libtorrent tells of them when the program starts."""
    hashes = [letter * 40 for letter in "cbad"]
    ages = dict(zip(hashes, (30, 20, 20, 10), strict=True))
    there: dict[str, Torrent] = {}
    monkeypatch.setattr(Engine, "torrents", there)
    monkeypatch.setattr(Engine, "count", 3)
    found = Ids(user.engine)
    for some in (hashes[:1], hashes[1:3]):
        news = [Torrent(id, id, State.SEEDING, added=ages[id]) for id in some]
        there.update({torrent.id: torrent for torrent in news})
        found._on_updated(news)
    assert found.selected(Params({"ids": [1, 2, 3]})) == [hashes[2], hashes[1], hashes[0]]
    there[hashes[3]] = late = Torrent(hashes[3], "", State.SEEDING, added=ages[hashes[3]])
    found._on_updated([late])
    assert [found.number(id) for id in hashes] == [3, 2, 1, 4]
    found.deleteLater()


def test_hashes_that_nobody_knows_are_not_looked_for_in_every_torrent(
    swarm: Swarm, user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    payload = swarm.payload(name="both", files=10_000, version=Version.HYBRID)
    id = user.adds(payload, start=False)
    there = Ids(user.engine)
    second = user.torrent(id).hash_v2
    assert len(second) == 64

    class Unread(dict[str, Torrent]):
        """Can be asked for a torrent, and not be gone through."""

        def __iter__(self) -> Iterator[str]:
            raise AssertionError("all of them are looked at")

        values = items = keys = __iter__  # type: ignore[assignment]

    rows = Unread(user.engine.torrents)
    monkeypatch.setattr(Engine, "torrents", rows)
    assert there.selected(Params({"ids": ["ab" * 20, "cd" * 32, "", second.upper(), id, 1, 7]})) == [id]
    with pytest.raises(ParamError, match="at most"):
        there.selected(Params({"ids": [1] * (ids.MOST + 1)}))
    there.deleteLater()


def test_of_very_many_files(swarm: Swarm, user: User, asker: Asker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "LONG", 3)
    monkeypatch.setattr(listing, "MANY", 4)
    names = [f"{number}.txt" for number in range(8)]
    id = user.adds(swarm.payload(name="many", files=dict.fromkeys(names, 1), version=Version.V1), start=False)
    row = asker.of(id, "files", "file_stats", "wanted")
    assert [each["name"] for each in row["files"]] == [f"many/{name}" for name in names]
    assert len(row["file_stats"]) == 8
    assert row["wanted"] == [True] * 8
