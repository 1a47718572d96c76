# SPDX-License-Identifier: GPL-3.0-or-later
"""Every name of the classic specification comes back as it is spelled there, and any spelling of it is understood."""

import pytest

from starling.remote.calls import Dialect
from starling.remote.names import (
    DEEPEST,
    LONGEST,
    canonical,
    canonical_params,
    spelled,
    spelled_answer,
    spelled_sentence,
)
from starling.remote.params import ParamError

METHODS = """
blocklist-update free-space group-get group-set port-test queue-move-bottom queue-move-down queue-move-top
queue-move-up session-close session-get session-set session-stats torrent-add torrent-get torrent-reannounce
torrent-remove torrent-rename-path torrent-set torrent-set-location torrent-start torrent-start-now torrent-stop
torrent-verify
"""
TORRENT = """
activityDate addedDate availability bandwidthPriority comment corruptEver creator dateCreated desiredAvailable doneDate
downloadDir downloadedEver downloadLimit downloadLimited editDate error errorString eta etaIdle file-count files
fileStats group hashString haveUnchecked haveValid honorsSessionLimits id isFinished isPrivate isStalled labels
leftUntilDone magnetLink manualAnnounceTime maxConnectedPeers metadataPercentComplete name peer-limit peers
peersConnected peersFrom peersGettingFromUs peersSendingToUs percentComplete percentDone pieces pieceCount pieceSize
priorities primary-mime-type queuePosition rateDownload rateUpload recheckProgress secondsDownloading secondsSeeding
seedIdleLimit seedIdleMode seedRatioLimit seedRatioMode sizeWhenDone startDate status trackers trackerList trackerStats
totalSize torrentFile uploadedEver uploadLimit uploadLimited uploadRatio wanted webseeds webseedsSendingToUs
sequential_download sequential_download_from_piece webseeds_ex
bytesCompleted length begin_piece end_piece priority
address bytes_to_client clientName clientIsChoked clientIsInterested flagStr isDownloadingFrom isEncrypted isIncoming
isUploadingTo isUTP peerIsChoked peerIsInterested peer_id port progress rateToClient rateToPeer
fromCache fromDht fromIncoming fromLpd fromLtep fromPex fromTracker
announce scrape sitename tier announceState downloadCount downloader_count hasAnnounced hasScraped host isBackup
lastAnnouncePeerCount lastAnnounceResult lastAnnounceStartTime lastAnnounceSucceeded lastAnnounceTime
lastAnnounceTimedOut lastScrapeResult lastScrapeStartTime lastScrapeSucceeded lastScrapeTime lastScrapeTimedOut
leecherCount nextAnnounceTime nextScrapeTime scrapeState seederCount
files-unwanted files-wanted priority-high priority-low priority-normal trackerAdd trackerRemove trackerReplace
delete-local-data torrent-added torrent-duplicate recently-active
"""
SESSION = """
alt-speed-down alt-speed-enabled alt-speed-time-begin alt-speed-time-day alt-speed-time-enabled alt-speed-time-end
alt-speed-up blocklist-enabled blocklist-size blocklist-url cache-size-mb config-dir default-trackers dht-enabled
download-dir download-dir-free-space download-queue-enabled download-queue-size encryption idle-seeding-limit-enabled
idle-seeding-limit incomplete-dir-enabled incomplete-dir lpd-enabled peer-limit-global peer-limit-per-torrent
peer-port-random-on-start peer-port pex-enabled port-forwarding-enabled preferred_transports queue-stalled-enabled
queue-stalled-minutes rename-partial-files reqq rpc-version-minimum rpc-version-semver rpc-version
script-torrent-added-enabled script-torrent-added-filename script-torrent-done-enabled script-torrent-done-filename
script-torrent-done-seeding-enabled script-torrent-done-seeding-filename seed-queue-enabled seed-queue-size
seedRatioLimit seedRatioLimited session-id speed-limit-down-enabled speed-limit-down speed-limit-up-enabled
speed-limit-up start-added-torrents tcp-enabled trash-original-torrent-files units utp-enabled version
speed-units speed-bytes size-units size-bytes memory-units memory-bytes
activeTorrentCount downloadSpeed pausedTorrentCount torrentCount uploadSpeed cumulative-stats current-stats
uploadedBytes downloadedBytes filesAdded sessionCount secondsActive port-is-open honorsSessionLimits
"""
SPACE = "path size-bytes total_size"
ADD = """
cookies download-dir filename labels metainfo paused peer-limit bandwidthPriority files-wanted files-unwanted
priority-high priority-low priority-normal
"""


@pytest.mark.parametrize(
    ("method", "names"),
    [("torrent_get", METHODS + TORRENT), ("session_get", SESSION), ("free_space", SPACE), ("torrent_add", ADD)],
)
def test_spells_names_as_the_classic_specification_does(method: str, names: str) -> None:
    for name in names.split():
        ours = canonical(name)
        assert ours == ours.lower()
        assert "-" not in ours
        assert spelled(ours, Dialect.CLASSIC, method) == name
        assert spelled(ours, Dialect.JSON_RPC, method) == ours
        assert canonical(ours) == canonical(ours.replace("_", "-")) == ours


def test_two_names_have_changed_with_what_they_mean() -> None:
    assert [canonical(each) for each in ("cache-size-mb", "cache_size_mb", "cache_size_mib")] == ["cache_size_mib"] * 3
    assert canonical_params("session_set", {"encryption": "tolerated"}) == {"encryption": "allowed"}
    answer = {"encryption": "allowed"}
    assert spelled_answer("session_get", answer, Dialect.CLASSIC) == {"encryption": "tolerated"}
    assert spelled_answer("session_get", answer, Dialect.JSON_RPC) == answer


def test_names_of_nested_objects_are_put_into_ours_and_back() -> None:
    given = {"downloadDir": "/a-b", "tracker-replace": [{"fooBar": [{"isUTP": "keepThis"}]}]}
    assert canonical_params("torrent_set", given) == {
        "download_dir": "/a-b",
        "tracker_replace": [{"foo_bar": [{"is_utp": "keepThis"}]}],
    }
    answer = {"download_dir": "/a_b", "units": {"speed_units": ("a_b",)}}
    assert spelled_answer("session_get", answer, Dialect.CLASSIC) == {
        "download-dir": "/a_b",
        "units": {"speed-units": ["a_b"]},
    }


def test_a_group_may_be_called_by_either_name() -> None:
    assert canonical_params("group_get", {"group": "a"}) == canonical_params("group_get", {"name": "a"})
    assert canonical_params("torrent_set", {"group": "a"}) == {"group": "a"}


def test_what_is_no_name_is_left_alone() -> None:
    long = "aB" * LONGEST
    assert canonical(long) == long
    nested: list[object] = []
    for _ in range(DEEPEST):
        nested = [nested]
    with pytest.raises(ParamError, match="nested"):
        canonical_params("torrent_get", {"ids": nested})


@pytest.mark.parametrize(
    ("method", "sent", "sentence", "told"),
    [
        ("torrent_add", ["download_dir"], "“download_dir” must be a full path.", "“download-dir” must be a full path."),
        ("torrent_set", ["bandwidth_priority"], "«bandwidth_priority» es", "«bandwidthPriority» es"),
        ("torrent_set", ["download_limited"], "“download_limit” must", "“downloadLimit” must"),
        ("session_set", ["peer_port_random_on_start"], "“peer_port” must", "“peer-port” must"),
        (
            "torrent_set",
            ["labels"],
            "“my_file” is there, my download_dir too",
            "“my_file” is there, my download_dir too",
        ),
    ],
)
def test_errors_name_parameters_as_clients_do(method: str, sent: list[str], sentence: str, told: str) -> None:
    assert spelled_sentence(method, sentence, sent) == told
