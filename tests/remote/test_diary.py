# SPDX-License-Identifier: GPL-3.0-or-later
"""The log says who changed what, in few lines, and nothing that is secret."""

import asyncio
import json

import pytest

from starling.remote import diary
from starling.remote.calls import Answer, Call, Client
from starling.remote.switchboard import Switchboard
from starling.tasks import Worker

CLIENT = Client("192.168.1.5", "Sonarr/4.0 (linux)")


async def answer(call: Call) -> Answer:
    call.params.integer("peer_limit")
    return {}


def lines(caplog: pytest.LogCaptureFixture, *calls: tuple[str, dict[str, object]]) -> list[str]:
    """What stands in the log when a client has made these calls."""

    async def made() -> None:
        worker = Worker(asyncio.get_running_loop(), "test")
        board = Switchboard(
            dict.fromkeys(("torrent_add", "torrent_set", "torrent_get", "torrent_stop"), answer), worker
        )
        for method, arguments in calls:
            body = {"method": method, "arguments": arguments}
            await board.answer(json.dumps(body).encode(), CLIENT)
        await board.close()
        await worker.stop()

    with caplog.at_level("INFO", diary.log.name):
        asyncio.run(made())
    return [record.message for record in caplog.records if record.name == diary.log.name]


def test_who_changed_what(caplog: pytest.LogCaptureFixture) -> None:
    found = lines(
        caplog,
        ("torrent-add", {"metainfo": "secret", "cookies": "secret", "paused": True}),
        ("torrent-get", {"fields": ["id"]}),
        ("torrent-set", {"peer-limit": "none"}),
        ("torrent-stop", {}),
        ("torrent-set", {"a\nb" + "c" * 99: 1, **dict.fromkeys(map(str, range(20)), 1)}),
    )
    assert found[:2] == [
        "192.168.1.5 (Sonarr): torrent_add (cookies, metainfo, paused)",
        "192.168.1.5 (Sonarr): torrent_stop",
    ]
    assert found[2].startswith("192.168.1.5 (Sonarr): torrent_set (0, 1, ")
    assert found[2].endswith(", …)")
    assert len(found[2].splitlines()) == 1
    assert len(found) == 3
    assert "secret" not in str(found)


def test_many_of_a_kind_are_two_lines(caplog: pytest.LogCaptureFixture) -> None:
    found = lines(
        caplog, *[call for at in range(50) for call in (("torrent-add", {"filename": str(at)}), ("torrent-stop", {}))]
    )
    added, stopped = "192.168.1.5 (Sonarr): torrent_add (filename)", "192.168.1.5 (Sonarr): torrent_stop"
    assert found == [added, stopped, f"{added}: 49 more of these", f"{stopped}: 49 more of these"]


def test_of_very_many_kinds_few_are_remembered(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(diary, "_MOST_LINES", 3)
    found = lines(caplog, *[("torrent-set", {f"key{at // 2}": 1}) for at in range(10)])
    assert len([line for line in found if line.endswith(": 1 more of these")]) == 5
    assert len(found) == 10
