# SPDX-License-Identifier: GPL-3.0-or-later
"""What other people's clients send, as their sources have it, and the types that these take the answers for."""

import base64
from collections.abc import Iterable, Mapping
from typing import Any

import aiohttp
import pytest
from yarl import URL

from starling import settings
from starling.goals import Goal
from starling.remote.guard import SESSION_HEADER
from starling.torrent import Priority
from tests.helpers import User, sentence
from tests.remote.conftest import Doorstep
from tests.swarm import Payload, Swarm, Version

NUMBERS = {"metadataPercentComplete", "percentDone", "recheckProgress", "seedRatioLimit", "uploadRatio"}
FLAGS = {"isFinished", "isPrivate", "isStalled", "downloadLimited", "uploadLimited", "honorsSessionLimits"}
TEXTS = {"comment", "creator", "downloadDir", "errorString", "hashString", "magnetLink", "name", "primaryMimeType"}
LISTS = {"files", "fileStats", "labels", "peers", "trackers", "trackerStats", "webseeds"}
"""Fields of these types in the classic dialect; all others are whole numbers."""
SONARR = """id hashString name downloadDir totalSize leftUntilDone isFinished eta status secondsDownloading
secondsSeeding errorString uploadedEver downloadedEver seedRatioLimit seedRatioMode seedIdleLimit seedIdleMode fileCount
file-count labels"""
TRANSDROID = """id name status error errorString downloadDir rateDownload rateUpload peersGettingFromUs peersSendingToUs
peersConnected eta haveUnchecked haveValid uploadedEver sizeWhenDone addedDate doneDate desiredAvailable comment"""
TREMOTESF = """id hashString addedDate magnetLink queuePosition totalSize sizeWhenDone percentDone recheckProgress eta
metadataPercentComplete rateDownload rateUpload downloadLimited downloadLimit uploadLimited uploadLimit uploadedEver
downloadedEver uploadRatio seedRatioLimit seedRatioMode seedIdleLimit seedIdleMode peersSendingToUs peersGettingFromUs
webseedsSendingToUs peer-limit honorsSessionLimits bandwidthPriority status error errorString activityDate doneDate
peersConnected name leftUntilDone downloadDir comment creator dateCreated trackerStats webseeds labels isPrivate"""
WEB = """id added_date file_count name primary_mime_type total_size error error_string eta is_finished is_stalled labels
left_until_done metadata_percent_complete peers_connected peers_getting_from_us peers_sending_to_us percent_done
queue_position rate_download rate_upload recheck_progress seed_ratio_mode seed_ratio_limit size_when_done status
trackers download_dir uploaded_ever upload_ratio webseeds_sending_to_us comment creator date_created files hash_string
is_private magnet_link piece_count piece_size activity_date corrupt_ever desired_available downloaded_ever file_stats
have_unchecked have_valid peers start_date tracker_stats"""


def camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(part.capitalize() for part in rest)


def is_typed(torrent: Mapping[str, Any], names: Iterable[str]) -> None:
    """Every field is there and of the type that compiled clients read it into."""
    for name in names:
        wanted: type | tuple[type, ...] = int
        for kind, those in (((int, float), NUMBERS), (bool, FLAGS), (str, TEXTS), (list, LISTS)):
            if camel(name) in those:
                wanted = kind
        value = torrent[name]
        assert isinstance(value, wanted), (name, value)
        assert isinstance(value, bool) is (wanted is bool), (name, value)


@pytest.fixture
def payload(swarm: Swarm) -> Payload:
    return swarm.payload(name="Aves", files={"a": 40_000, "b": 40_000}, version=Version.V1)


def test_sonarr_and_radarr(swarm: Swarm, user: User, door: Doorstep, payload: Payload) -> None:
    door.chooses(settings.downloads.SAVE_PATH, str(user.downloads))

    async def first() -> tuple[int, str]:
        async with aiohttp.ClientSession() as client, client.get(URL(door.url)) as answer:
            return answer.status, answer.headers[SESSION_HEADER]

    # It asks for the session id with nothing else, and takes any other status for a wrong password.
    assert user.run(first()) == (409, door.session_id)
    user.adds(swarm.payload(name="other", files=40_000))
    added = door.ask_classic("torrent-add", {"filename": payload.magnet, "paused": False})["torrent-added"]
    # It spells hashes in capitals, and calls at once.
    named = {"ids": [payload.id.upper()]}
    wish = {"seedRatioLimit": 1.5, "seedRatioMode": 1, "seedIdleLimit": 2880, "seedIdleMode": 1}
    assert door.ask_classic("torrent-set", {**named, **wish}) == {}
    assert user.engine.throttle.options_of(payload.id).goal == Goal(ratio=1.5, idle=2880 * 60)
    assert door.ask_classic("queue-move-top", named) == {}
    user.until(lambda: user.queue()[0] == payload.id)
    session = door.ask_classic("session-get")
    assert session["version"].startswith("4.0.6 ")
    assert (type(session["seedRatioLimit"]), type(session["idle-seeding-limit-enabled"])) == (float, bool)
    torrents = door.ask_classic("torrent-get", {"fields": SONARR.split()})["torrents"]
    for torrent in torrents:
        is_typed(torrent, SONARR.split())
        # It has 32 bits for these.
        assert all(abs(torrent[name]) < 2**31 for name in ("eta", "secondsDownloading", "secondsSeeding"))
    assert {torrent["totalSize"] for torrent in torrents if torrent["id"] == added["id"]} == {0}, "else it is imported"
    assert door.ask_classic("torrent-remove", {**named, "delete-local-data": True}) == {}
    assert payload.id not in user.engine.torrents


def test_the_web_client_of_transmission(user: User, door: Doorstep, payload: Payload) -> None:
    id = user.owns(payload)
    names = WEB.split()
    for more in ({}, {"ids": "recently_active"}, {"ids": [1]}):
        body = {"id": "webui", "jsonrpc": "2.0", "method": "torrent_get"}
        heard = door.post({**body, "params": {"fields": names, "format": "table", **more}}).json
        assert heard["id"] == "webui"
        head, row = heard["result"]["torrents"]
        assert head == names
        is_typed(dict(zip(head, row, strict=True)), names)
    # What it does not wait for has no id, and gets no answer.
    for method, params in (
        ("session_set", {"alt_speed_enabled": True}),
        ("torrent_set", {"ids": [1], "files_unwanted": [1]}),
        ("torrent_add", {"filename": f"magnet:?xt=urn:btih:{'ab' * 20}", "paused": True}),
        ("blocklist_update", None),
    ):
        call = {"jsonrpc": "2.0", "method": method, **({} if params is None else {"params": params})}
        heard = door.post(call)
        assert (heard.status, heard.body) == (204, b"")
    assert door.settings.get(settings.speed.SLOW_MODE)
    assert user.priorities(id) == [Priority.NORMAL, Priority.SKIP]
    assert "ab" * 20 in user.engine.torrents
    # Where there is no folder it reads this out of the error.
    call = {"id": "webui", "jsonrpc": "2.0", "method": "free_space", "params": {"path": str(user.folder / "nowhere")}}
    assert door.post(call).json["error"]["data"]["result"]["size_bytes"] == -1


def test_transdroid(user: User, door: Doorstep, payload: Payload) -> None:
    door.chooses(settings.downloads.SAVE_PATH, str(user.downloads))

    def says(method: str, **arguments: object) -> Any:
        body = {"method": method, "arguments": arguments, "tag": 0}
        heard = door.post(body, Content_Type="text/plain; charset=UTF-8").json
        assert heard["tag"] == 0
        return heard["arguments"] if heard["result"] == "success" else sentence(heard["result"])

    data = base64.encodebytes(payload.torrent_path.read_bytes()).decode()
    number = says("torrent-add", metainfo=data)["torrent-added"]["id"]
    (torrent,) = says("torrent-get", fields=TRANSDROID.split())["torrents"]
    is_typed(torrent, TRANSDROID.split())
    session = says("session-get")
    assert (session["rpc-version"], session["alt-speed-enabled"]) == (17, False)
    assert session["download-dir-free-space"] > 0
    assert says("torrent-set", ids=[number], **{"files-wanted": [1], "priority-high": [1]}) == {}
    assert says("torrent-set", ids=[number], **{"files-unwanted": [0]}) == {}
    (torrent,) = says("torrent-get", ids=[number], fields=["files", "fileStats"])["torrents"]
    assert [(each["wanted"], each["priority"]) for each in torrent["fileStats"]] == [(False, 0), (True, 1)]
    assert says("session-set", **{"speed-limit-up-enabled": True, "speed-limit-up": 70}) == {}
    assert door.settings.get(settings.speed.UP_LIMIT) == 70_000
    assert says("torrent-stop") == {}
    user.sees(payload.id, lambda row: row.paused)


def test_tremotesf(user: User, door: Doorstep, payload: Payload) -> None:
    wish = {"files-unwanted": [], "priority-high": [], "priority-low": [1], "bandwidthPriority": 0, "paused": True}
    data = base64.b64encode(payload.torrent_path.read_bytes()).decode()
    adds = {"metainfo": data, "download-dir": str(user.downloads), **wish}
    number = door.ask_classic("torrent-add", adds)["torrent-added"]["id"]
    assert user.priorities(payload.id) == [Priority.NORMAL, Priority.LOW], "an empty list means no file"
    assert "torrent-duplicate" in door.ask_classic("torrent-add", adds)
    renamed = {"ids": [number], "path": "Aves/b", "name": "c"}
    assert door.ask_classic("torrent-rename-path", renamed) == {"id": number, "path": "Aves/b", "name": "c"}
    head, row = door.ask_classic("torrent-get", {"fields": TREMOTESF.split(), "format": "table"})["torrents"]
    assert head == TREMOTESF.split()
    is_typed(dict(zip(head, row, strict=True)), head)
    assert list(door.ask_classic("session-get", {"fields": ["download-dir-free-space"]})) == ["download-dir-free-space"]
