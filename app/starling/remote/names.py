# SPDX-License-Identifier: GPL-3.0-or-later
"""How the two dialects spell the same names, of methods, parameters and fields alike.

Starling has one name for each, that of Transmission 4.1: snake case. The classic dialect mixes kebab case (methods,
the session, what is added) with camel case (torrents, peers, trackers, statistics), and keeps what came after it in
snake case. Clients mix them further, so that any spelling of a name is understood; answers are spelled as specified.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from starling.i18n import translate
from starling.remote.calls import Dialect
from starling.remote.params import ParamError

_KEBAB_CASE = """
blocklist_update free_space group_get group_set port_test queue_move_bottom queue_move_down queue_move_top
queue_move_up session_close session_get session_set session_stats torrent_add torrent_get torrent_reannounce
torrent_remove torrent_rename_path torrent_set torrent_set_location torrent_start torrent_start_now torrent_stop
torrent_verify

alt_speed_down alt_speed_enabled alt_speed_time_begin alt_speed_time_day alt_speed_time_enabled
alt_speed_time_end alt_speed_up anti_brute_force_enabled anti_brute_force_threshold blocklist_enabled
blocklist_size blocklist_url config_dir default_trackers dht_enabled download_dir_free_space
download_queue_enabled download_queue_size idle_seeding_limit idle_seeding_limit_enabled incomplete_dir
incomplete_dir_enabled lpd_enabled peer_limit_global peer_limit_per_torrent peer_port peer_port_random_on_start
pex_enabled port_forwarding_enabled queue_stalled_enabled queue_stalled_minutes rename_partial_files
rpc_host_whitelist rpc_host_whitelist_enabled rpc_version rpc_version_minimum rpc_version_semver
script_torrent_added_enabled script_torrent_added_filename script_torrent_done_enabled
script_torrent_done_filename script_torrent_done_seeding_enabled script_torrent_done_seeding_filename
seed_queue_enabled seed_queue_size session_id speed_limit_down speed_limit_down_enabled speed_limit_up
speed_limit_up_enabled start_added_torrents tcp_enabled trash_original_torrent_files utp_enabled

memory_bytes memory_units size_bytes size_units speed_bytes speed_units
cumulative_stats current_stats port_is_open torrent_added torrent_duplicate

delete_local_data file_count files_unwanted files_wanted peer_limit primary_mime_type priority_high priority_low
priority_normal recently_active
"""
_SNAKE_CASE = """
begin_piece bytes_to_client bytes_to_peer download_bytes_per_second downloader_count end_piece ip_protocol
is_downloading peer_id preferred_transports sequential_download sequential_download_from_piece webseeds_ex
"""
_KEBAB = frozenset(_KEBAB_CASE.split())
_SNAKE = frozenset(_SNAKE_CASE.split())
"""What has more than one word and stands in neither is in camel case."""
_LIMITS = frozenset({"download_limit", "upload_limit", "seed_ratio_limit", "seed_idle_limit"})
"""Those of torrents, of which sentences also speak where only the switches beside them were sent."""
_CLASSIC = {"cache_size_mib": "cache-size-mb", "is_utp": "isUTP"}
_CLASSIC_OF_METHOD = {
    "free_space": {"total_size": "total_size"},
    "session_get": {"download_dir": "download-dir"},
    "session_set": {"download_dir": "download-dir"},
    "torrent_add": {"download_dir": "download-dir"},
}
"""Names that are spelled in another way everywhere else."""
_CANONICAL = {"cache_size_mb": "cache_size_mib"}
_CANONICAL_OF_METHOD = {"group_get": {"group": "name"}}
"""Transmission reads “name”, the classic specification tells “group”."""
_IN_QUOTES = re.compile(r"(?<=[“«„])[a-z]+(?:_[a-z0-9]+)+(?=[”»“])")
_ENCRYPTION = {"tolerated": "allowed"}

LONGEST = 64
"""Characters; what is longer is no name of ours, and is left as it is."""
DEEPEST = 8
"""Levels of lists and objects in each other; no call has more than three."""


@lru_cache(maxsize=2048)
def _snake(name: str) -> str:
    words = re.sub(r"(?<=[a-z0-9])([A-Z]+)", r"_\1", name.replace("-", "_")).lower()
    return _CANONICAL.get(words, words)


def canonical(name: str) -> str:
    """The name in snake case, whichever way it was spelled: ``downloadDir``, ``download-dir``, ``download_dir``."""
    return _snake(name) if len(name) <= LONGEST else name


@lru_cache(maxsize=1024)
def _classic(name: str) -> str:
    if name in _CLASSIC:
        return _CLASSIC[name]
    if name in _KEBAB:
        return name.replace("_", "-")
    if name in _SNAKE:
        return name
    first, *others = name.split("_")
    return first + "".join(word.capitalize() for word in others)


def spelled(name: str, dialect: Dialect, method: str = "torrent_get") -> str:
    """How `dialect` spells a canonical name, in what `method` answers."""
    if dialect is Dialect.JSON_RPC:
        return name
    return _CLASSIC_OF_METHOD.get(method, {}).get(name) or _classic(name)


def canonical_params(method: str, given: Mapping[str, object]) -> dict[str, object]:
    """What was sent to a method (of that canonical name), by canonical names, those in nested objects too.

    Raises ParamError where objects are nested deeper than any call needs.
    """
    own = _CANONICAL_OF_METHOD.get(method, {})
    params = {own.get(name := canonical(key), name): _canonical_keys(value, DEEPEST) for key, value in given.items()}
    encryption = params.get("encryption")
    if isinstance(encryption, str):
        params["encryption"] = _ENCRYPTION.get(encryption, encryption)
    return params


def spelled_answer(method: str, answer: Mapping[str, object], dialect: Dialect) -> Mapping[str, object]:
    """What a method answers, in the names of `dialect`."""
    if dialect is Dialect.JSON_RPC:
        return answer
    renamed = {spelled(key, dialect, method): _spelled_keys(value, dialect, method) for key, value in answer.items()}
    if renamed.get("encryption") == "allowed":
        renamed["encryption"] = "tolerated"
    return renamed


def spelled_sentence(method: str, sentence: str, sent: Iterable[str]) -> str:
    """An error in the classic dialect: it names parameters, of which some were `sent`, as that spells them."""
    if not _IN_QUOTES.search(sentence):
        return sentence
    names = _KEBAB | _LIMITS | frozenset(sent)

    def respelled(found: re.Match[str]) -> str:
        # What is no parameter may be the name of a file.
        return spelled(found[0], Dialect.CLASSIC, method) if found[0] in names else found[0]

    return _IN_QUOTES.sub(respelled, sentence)


def _canonical_keys(value: object, levels: int) -> object:
    if not isinstance(value, dict | list):
        return value
    if levels == 0:
        raise ParamError(translate("Remote", "The parameters are nested too deeply."))
    if isinstance(value, dict):
        return {canonical(key): _canonical_keys(each, levels - 1) for key, each in value.items()}
    return [_canonical_keys(each, levels - 1) for each in value]


def _spelled_keys(value: object, dialect: Dialect, method: str) -> object:
    if isinstance(value, Mapping):
        return {spelled(key, dialect, method): _spelled_keys(each, dialect, method) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_spelled_keys(each, dialect, method) for each in value]
    return value
