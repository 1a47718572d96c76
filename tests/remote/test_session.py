# SPDX-License-Identifier: GPL-3.0-or-later
"""The parameters of the session in both dialects: every one of the specifications, read, and written as it may be."""

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import gettempdir
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from starling import settings
from starling.engine import pack
from starling.engine.engine import Engine
from starling.remote.calls import Client, Dialect
from starling.remote.ids import Ids
from starling.remote.means import Means
from starling.remote.names import spelled
from starling.remote.session import Session
from starling.remote.session_fields import FIELDS, NOTES
from starling.remote.session_schedule import EVERY_DAY, Times, plan_of, times_of
from starling.remote.switchboard import Switchboard
from starling.schedule import Mode, Schedule
from starling.setting import Setting
from starling.settings import Settings
from starling.settings.connection import Preference
from starling.settings.privacy import EncryptionPolicy
from starling.tasks import Worker
from tests.remote.conftest import Doorstep
from tests.swarm import Swarm

READ_ONLY = {
    "blocklist_size",
    "cache_size_mib",
    "config_dir",
    "download_dir_free_space",
    "rpc_version",
    "rpc_version_minimum",
    "rpc_version_semver",
    "session_id",
    "tcp_enabled",
    "units",
    "version",
}
REFUSED = {
    "anti_brute_force_enabled": False,
    "blocklist_url": "file:///etc/hostname",
    "script_torrent_added_enabled": True,
    "script_torrent_added_filename": "/bin/sh",
    "script_torrent_done_enabled": True,
    "script_torrent_done_filename": "/bin/sh",
    "script_torrent_done_seeding_enabled": True,
    "script_torrent_done_seeding_filename": "/bin/sh",
    "sequential_download": True,
    "trash_original_torrent_files": True,
}
WRITTEN: dict[str, object] = {
    "alt_speed_down": 77,
    "alt_speed_enabled": True,
    "alt_speed_time_begin": 600,
    "alt_speed_time_day": 62,
    "alt_speed_time_enabled": True,
    "alt_speed_time_end": 120,
    "alt_speed_up": 33,
    "blocklist_enabled": True,
    "default_trackers": "http://one.example/announce\n\nudp://two.example:6969",
    "dht_enabled": False,
    "download_dir": f"{gettempdir()}/downloads",
    "download_queue_enabled": False,
    "download_queue_size": 8,
    "encryption": "preferred",
    "idle_seeding_limit": 45,
    "idle_seeding_limit_enabled": True,
    "incomplete_dir": f"{gettempdir()}/incomplete",
    "incomplete_dir_enabled": True,
    "lpd_enabled": False,
    "peer_limit_global": 240,
    "peer_limit_per_torrent": 60,
    "peer_port": 50_000,
    "peer_port_random_on_start": True,
    "pex_enabled": False,
    "port_forwarding_enabled": False,
    "preferred_transports": ["tcp", "utp"],
    "queue_stalled_enabled": False,
    "queue_stalled_minutes": 20,
    "rename_partial_files": True,
    "reqq": 500,
    "seed_queue_enabled": True,
    "seed_queue_size": 3,
    "seed_ratio_limit": 1.5,
    "seed_ratio_limited": True,
    "speed_limit_down": 400,
    "speed_limit_down_enabled": True,
    "speed_limit_up": 200,
    "speed_limit_up_enabled": True,
    "start_added_torrents": False,
    "utp_enabled": False,
}
"""Every parameter that can be written, with another value than it has by default."""
WRONG: tuple[tuple[str, object], ...] = (
    ("alt_speed_down", 0),
    ("alt_speed_time_begin", 30),
    ("alt_speed_time_end", 1500),
    ("alt_speed_time_day", 128),
    ("default_trackers", "no url"),
    ("download_dir", "downloads"),
    ("download_dir", "/srv\0"),
    ("download_dir", "/proc/downloads"),
    ("download_dir", "/" + "x" * 300),
    ("download_dir", f"{__file__}/downloads"),
    ("download_queue_size", 0),
    ("encryption", "forced"),
    ("idle_seeding_limit", -1),
    ("incomplete_dir", "incomplete"),
    ("incomplete_dir", "/proc/incomplete"),
    ("peer_limit_global", 1),
    ("peer_port", 65_536),
    ("preferred_transports", ["utp", "utp"]),
    ("preferred_transports", [1]),
    ("queue_stalled_minutes", 61),
    ("reqq", 2**40),
    ("seed_ratio_limit", -2),
    ("speed_limit_down", 2**31),
)
"""What has the right type, most of it, and yet will not do."""


class Caller:
    """A client of a program of which only the settings and the engine that waits to be opened are there."""

    def __init__(self, qtbot: QtBot, loop: asyncio.AbstractEventLoop, means: Means) -> None:
        self.qtbot, self.loop, self.means = qtbot, loop, means
        self.settings = means.settings
        self.session = Session(means, "the id")
        self._board = Switchboard(self.session.methods, means.worker)

    def runs(self, dialect: Dialect, *calls: tuple[str, dict[str, object]]) -> list[tuple[str, dict[str, Any]]]:
        """Of each call the sentence of its error, empty for success, and the answer."""

        async def asked() -> list[tuple[str, dict[str, Any]]]:
            return [await self._answer(dialect, *call) for call in calls]

        task = self.loop.create_task(asked())
        self.qtbot.waitUntil(task.done)
        return task.result()

    def run(self, dialect: Dialect, method: str, **params: object) -> tuple[str, dict[str, Any]]:
        return self.runs(dialect, (method, params))[0]

    async def _answer(self, dialect: Dialect, method: str, params: dict[str, object]) -> tuple[str, dict[str, Any]]:
        classic = dialect is Dialect.CLASSIC
        if classic:
            said = {spelled(name, dialect, method): value for name, value in params.items()}
            body: dict[str, object] = {"method": spelled(method, dialect), "arguments": said}
        else:
            body = {"jsonrpc": "2.0", "id": 1, "method": method, "params": params}
        found = json.loads(b"".join((await self._board.answer(json.dumps(body).encode(), Client("127.0.0.1"))).chunks))
        if classic:
            return "" if found["result"] == "success" else found["result"], found["arguments"]
        error = found.get("error")
        return (error["data"]["error_string"], {}) if error else ("", found["result"])

    def get(self, *names: str, dialect: Dialect = Dialect.JSON_RPC) -> dict[str, Any]:
        wrong, answer = self.run(dialect, "session_get", fields=list(names))
        assert wrong == ""
        return answer

    def set(self, dialect: Dialect = Dialect.JSON_RPC, **params: object) -> str:
        return self.run(dialect, "session_set", **params)[0]

    def chosen(self, setting: Setting[Any]) -> Any:
        return self.settings.get(setting)


@pytest.fixture
def client(qtbot: QtBot, qloop: asyncio.AbstractEventLoop, tmp_path: Path) -> Iterator[Caller]:
    workers = Worker(qloop, "test-engine"), Worker(qloop, "test-files")
    chosen = Settings(tmp_path / "settings.toml")
    chosen.set(settings.downloads.SAVE_PATH, str(tmp_path))
    engine = Engine(*workers, tmp_path / "data", pack.config(chosen))

    def nothing(*_: object) -> None:
        raise AssertionError("nobody asked for it")

    yield Caller(
        qtbot, qloop, Means(engine, chosen, Ids(engine), *workers, tmp_path / "config", nothing, nothing, nothing)
    )
    for coro in (engine.close(), *(worker.stop() for worker in workers)):
        task = qloop.create_task(coro)
        qtbot.waitUntil(task.done)
        task.result()
    engine.deleteLater()
    chosen.deleteLater()


def test_every_parameter_is_in_the_table_and_read(client: Caller, tmp_path: Path) -> None:
    assert set(FIELDS) == READ_ONLY | set(REFUSED) | set(WRITTEN)
    assert set(NOTES) <= set(FIELDS)
    found = client.get()
    assert set(found) == set(FIELDS)
    assert None not in found.values()
    classic = client.get(dialect=Dialect.CLASSIC)
    assert set(classic) == {spelled(name, Dialect.CLASSIC, "session_get") for name in FIELDS}
    assert (found["rpc_version"], found["rpc_version_minimum"], found["rpc_version_semver"]) == (19, 14, "6.0.1")
    assert [classic[f"rpc-version{more}"] for more in ("", "-minimum", "-semver")] == [17, 14, "5.3.0"]
    assert classic["version"].startswith("4.0.6 (Starling ")
    assert found["version"].startswith("4.1.3 (Starling ")
    assert (classic["encryption"], found["encryption"]) == ("tolerated", "allowed")
    assert classic["units"]["size-units"] == ["kB", "MB", "GB", "TB"]
    assert found["units"]["speed_units"] == ["B/s", "kB/s", "MB/s", "GB/s", "TB/s"]
    assert (found["config_dir"], found["session_id"]) == (str(tmp_path / "config"), "the id")
    # A disk that does not answer soon is not waited for.
    client.qtbot.waitUntil(lambda: client.get("download-dir-free-space")["download_dir_free_space"] > 0)
    # By any spelling, and without what nobody knows.
    assert client.get("rpc-version", "seedRatioLimit", "nothing") == {"rpc_version": 19, "seed_ratio_limit": 2.0}


@pytest.mark.parametrize("dialect", Dialect)
def test_what_can_be_written_is_read_again(client: Caller, dialect: Dialect) -> None:
    names = {name: spelled(name, dialect, "session_get") for name in FIELDS}
    plain = client.get(dialect=dialect)
    for name, value in WRITTEN.items():
        before = plain[names[name]]
        assert before != value, f"{name} is no change"
        calls: list[tuple[str, dict[str, object]]] = [
            ("session_set", {name: value}),
            ("session_get", {"fields": [name]}),
            ("session_set", {name: before}),
            ("session_get", {"fields": [name]}),
        ]
        answers = [("", {}), ("", {names[name]: value}), ("", {}), ("", {names[name]: before})]
        assert client.runs(dialect, *calls) == answers, name
    # All of it at once; what contradicts itself apart.
    together = {name: value for name, value in WRITTEN.items() if name not in ("peer_port", "utp_enabled")}
    assert client.set(dialect, **together) == ""
    found = client.get(dialect=dialect)
    assert {name: found[names[name]] for name in together} == together
    # What a client got it may send back, and changes nothing by it.
    heard: list[str] = []
    client.settings.changed.connect(heard.append)
    assert client.set(dialect, **{name: found[spelling] for name, spelling in names.items()}) == ""
    client.settings.changed.disconnect(heard.append)
    assert heard == []


@pytest.mark.parametrize("dialect", Dialect)
def test_what_will_not_do_changes_nothing(client: Caller, dialect: Dialect) -> None:
    heard: list[str] = []
    client.settings.changed.connect(heard.append)
    before, free = client.get(), "download_dir_free_space"
    unfit: list[object] = ["yes", 1.5, [1], {"a": 1}, True, 7]
    tries: list[tuple[str, object]] = [*REFUSED.items(), *WRONG]
    for name, good in WRITTEN.items():
        kinds = (int, float) if isinstance(good, float) else (type(good),)
        tries += [(name, value) for value in unfit if type(value) not in kinds]
    beside = {"pex_enabled": "lpd_enabled"}
    calls: list[tuple[str, dict[str, object]]] = [
        ("session_set", {name: value, beside.get(name, "pex_enabled"): False}) for name, value in tries
    ]
    answers = client.runs(dialect, *calls)
    assert [told for told, (wrong, _) in zip(tries, answers, strict=True) if not wrong] == []
    client.settings.changed.disconnect(heard.append)
    assert heard == []
    assert {**client.get(), free: 0} == {**before, free: 0}
    # What can't be written is passed over, as in Transmission, and so is what nobody knows.
    assert client.set(dialect, version="5", units=7, cache_size_mib=4, nothing=[], rename_partial_files=None) == ""


def test_limits_keep_their_number_while_they_are_off(client: Caller) -> None:
    limit, folder = settings.speed.DOWN_LIMIT, settings.downloads.INCOMPLETE_FOLDER
    client.settings.set(limit, 123_400)
    client.settings.set(limit, 0)
    assert client.get("speed_limit_down") == {"speed_limit_down": 123}
    assert client.set(speed_limit_down=0) == ""
    assert client.get("speed_limit_down", "speed_limit_down_enabled") == {
        "speed_limit_down": 0,
        "speed_limit_down_enabled": False,
    }
    assert "nothing through" in client.set(speed_limit_down_enabled=True)
    assert client.set(speed_limit_down=50, speed_limit_down_enabled=True) == ""
    assert client.chosen(limit) == 50_000
    # A number that a client shows as it got it leaves the limit to the byte.
    client.settings.set(limit, 300)
    assert client.set(speed_limit_down=1, speed_limit_down_enabled=True) == ""
    assert client.chosen(limit) == 300
    half = f"{gettempdir()}/half"
    client.settings.set(folder, half)
    client.settings.set(folder, "")
    assert client.get("incomplete_dir") == {"incomplete_dir": half}
    assert client.set(incomplete_dir_enabled=True) == ""
    assert client.chosen(folder) == half
    # One that could be used when it was chosen, and can't be now.
    client.settings.set(folder, "/proc/half")
    client.settings.set(folder, "")
    assert "holds no files" in client.set(incomplete_dir_enabled=True)
    assert client.set(incomplete_dir=f"{half}/x/..//", incomplete_dir_enabled=True) == ""
    assert client.chosen(folder) == half


def test_the_connection(client: Caller) -> None:
    connection = settings.connection
    assert client.set(peer_port_random_on_start=True) == ""
    assert client.chosen(connection.PORT) == 0
    assert client.set(peer_port=6881) == ""
    assert client.get("peer_port_random_on_start") == {"peer_port_random_on_start": False}
    for names, values in {
        ("tcp",): (False, True, Preference.EQUAL),
        ("tcp", "utp"): (True, True, Preference.TCP),
        ("utp", "tcp"): (True, True, Preference.EQUAL),
    }.items():
        assert client.set(preferred_transports=names) == ""
        assert tuple(map(client.chosen, (connection.UTP, connection.TCP, connection.PREFERENCE))) == values
        assert client.get("preferred_transports")["preferred_transports"] == list(names)
    client.settings.set(connection.TCP, False)
    for nothing in ({"preferred_transports": ()}, {"utp_enabled": False}):
        assert "TCP" in client.set(**nothing)
        assert client.chosen(connection.UTP)
    client.settings.set(connection.UTP, False)
    assert client.set(preferred_transports=()) == "", "it is so already"
    assert client.get("preferred_transports")["preferred_transports"] == []
    assert client.set(utp_enabled=True) == ""
    # What clients can't tell apart stays until they ask for something else.
    client.settings.set(settings.privacy.ENCRYPTION, EncryptionPolicy.DISABLED)
    assert client.set(encryption="allowed") == ""
    assert client.chosen(settings.privacy.ENCRYPTION) is EncryptionPolicy.DISABLED
    # Who asks for another list must not learn whether there is one.
    client.settings.set(settings.privacy.IP_FILTER, "/a#b")
    assert client.get("blocklist_url") == {"blocklist_url": "file:///a%23b"}
    for url in ("file:///a%23b", "/a#b"):
        assert client.set(blocklist_url=url) == ""
    for url in ("", "/etc/hostname", "/a\0b", "http://lists.example/level1", "file:///etc/nothing"):
        assert "own settings" in client.set(blocklist_url=url, blocklist_enabled=True)
    assert client.chosen(settings.privacy.IP_FILTER) == "/a#b"
    assert not client.chosen(settings.privacy.IP_FILTER_ON)


def test_the_schedule(client: Caller) -> None:
    plan, followed = settings.schedule.PLAN, settings.schedule.FOLLOWED
    # Switched on while there is none it is the one that clients show.
    assert client.set(alt_speed_time_enabled=True) == ""
    assert times_of(client.chosen(plan)) == Times(540, 1020, EVERY_DAY)
    assert client.chosen(followed)
    # Saturday from 22 to Sunday at 6, and the end of the week is its beginning.
    assert client.set(alt_speed_time_begin=22 * 60, alt_speed_time_end=6 * 60, alt_speed_time_day=65) == ""
    slow = {hour for hour, mode in enumerate(client.chosen(plan).hours) if mode is Mode.LIMITED}
    assert slow == {5 * 24 + 22, 5 * 24 + 23, *(6 * 24 + hour for hour in (*range(6), 22, 23)), *range(6)}
    for times in (Times(540, 540, 2), Times(0, 0, EVERY_DAY), Times(60, 1380, EVERY_DAY), Times(600, 0, 21)):
        assert times_of(plan_of(times)) == times
    # What is more than that is not lost.
    own = Schedule().painted([(0, 3), (0, 9)], Mode.LIMITED)
    for drawn in (own, Schedule().painted([(0, 3)], Mode.PAUSED)):
        client.settings.set(plan, drawn)
        assert client.get("alt_speed_time_day", "alt_speed_time_enabled") == {
            "alt_speed_time_day": 0,
            "alt_speed_time_enabled": True,
        }
        assert "would be lost" in client.set(alt_speed_time_day=EVERY_DAY)
    assert client.set(alt_speed_time_enabled=False) == ""
    assert client.chosen(plan) == drawn
    assert not client.chosen(followed)


def test_programs_are_told_and_stay(client: Caller) -> None:
    client.settings.set(settings.automation.RUN_FINISHED, ("/usr/bin/notify", "--token", "secret"))
    assert client.get("script_torrent_done_enabled", "script_torrent_done_filename") == {
        "script_torrent_done_enabled": True,
        "script_torrent_done_filename": "/usr/bin/notify",
    }
    assert "never by remote control" in client.set(script_torrent_done_enabled=False)
    assert "never by remote control" in client.set(script_torrent_done_filename="/bin/sh")
    assert client.set(script_torrent_done_filename="/usr/bin/notify", script_torrent_done_enabled=True) == ""


def test_what_waits_for_its_owner_waits_on(qloop: object, client: Caller, tmp_path: Path) -> None:
    """libtorrent's own settings that can't be read hold everything back: no client may let it go by another of them."""
    file = tmp_path / "held.toml"
    file.write_text("[advanced]\nsession = 7\n")
    held = Settings(file)
    assert held.holds
    means = client.means
    other = Caller(
        client.qtbot,
        client.loop,
        Means(means.engine, held, means.ids, means.worker, means.files_worker, tmp_path, *[means.quit] * 3),
    )
    assert other.set(reqq=100)
    assert held.holds
    held.deleteLater()


def test_statistics_and_the_end(door: Doorstep, swarm: Swarm) -> None:
    user = door.user
    id = user.adds(swarm.payload(), start=False)
    stats = door.ask("session_stats")
    assert (stats["torrent_count"], stats["paused_torrent_count"], stats["active_torrent_count"]) == (1, 1, 0)
    totals = {"downloaded_bytes": 0, "uploaded_bytes": 0, "files_added": 0, "session_count": 1}
    assert stats["current_stats"].items() >= totals.items()
    assert stats["cumulative_stats"]["seconds_active"] >= stats["current_stats"]["seconds_active"] >= 0
    user.engine.start([id])
    user.until(lambda: door.ask_classic("session-stats")["activeTorrentCount"] == 1)
    assert door.ask_classic("session-close") == {}
    user.until(lambda: door.quits)
