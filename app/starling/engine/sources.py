# SPDX-License-Identifier: GPL-3.0-or-later
"""What a torrent can be opened from - a file, a magnet link, an info-hash - parsed into libtorrent's parameters."""

import base64
import binascii
from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes

import libtorrent as lt

from starling.engine import convert, names, words
from starling.engine.errors import EngineError, code, reason
from starling.engine.limits import LIMITS
from starling.engine.originals import originals
from starling.engine.text import printable, safe
from starling.filelist import FileList
from starling.i18n import translate
from starling.infohash import is_info_hash, without_prefix
from starling.spelling import shown
from starling.torrent import Preview, Priority

MAX_TORRENT_SIZE = 64 * 1024 * 1024
"""Bytes; a .torrent of a terabyte in 1 MiB pieces has 20 MiB."""

_SHOWN = 120
_BASE32 = 32
"""Digits of a hash that may be the name of a file as well."""


class Kind(Enum):
    """What the text given by the user points at."""

    FILE = "file"
    MAGNET = "magnet"
    HASH = "hash"
    URL = "url"


def kind_of(source: str) -> Kind:
    """Tells the kinds apart by their form alone; anything that is no link and no hash is a path."""
    head = source[:8].lower()
    if head.startswith("magnet:"):
        return Kind.MAGNET
    if head.startswith(("http://", "https://")):
        return Kind.URL
    if is_info_hash(source) and (len(source) != _BASE32 or not Path(source).exists()):
        return Kind.HASH
    return Kind.FILE


def parse(source: str) -> lt.add_torrent_params:
    """Parameters of a file, a magnet link or an info-hash; reads the disk. Raises EngineError with a sentence."""
    kind = kind_of(source)
    if kind is Kind.MAGNET:
        return parse_magnet(source)
    if kind is Kind.HASH:
        return parse_magnet(magnet_of_hash(source))
    return parse_buffer(read_file(Path(source)), source)


def read_file(path: Path) -> bytes:
    """The bytes of a .torrent file. Raises EngineError for what can't be one."""
    try:
        if path.is_dir():
            raise EngineError(translate("Engine", "{source} is a folder, not a .torrent file.").format(source=path))
        with path.open("rb") as file:
            data = file.read(MAX_TORRENT_SIZE + 1)
    except (OSError, ValueError) as error:
        number = error.errno or 0 if isinstance(error, OSError) else 0
        text = error.strerror or str(error) if isinstance(error, OSError) else str(error)
        raise EngineError(words.bad_torrent("system", number, text, str(path))) from error
    if len(data) > MAX_TORRENT_SIZE:
        raise EngineError(
            translate("Engine", "{source} is larger than 64 MB: that is no .torrent file.").format(source=path)
        )
    return data


def parse_buffer(data: bytes, source: str) -> lt.add_torrent_params:
    """Parameters of a .torrent's bytes; `source` names them in the sentence of an EngineError."""
    try:
        params: lt.add_torrent_params = lt.load_torrent_buffer(data, LIMITS)
    except (RuntimeError, ValueError, MemoryError) as error:
        category, value = code(error)
        raise EngineError(words.bad_torrent(category, value, reason(error), source)) from error
    _drop_unreadable(params, lambda: _trackers_of_file(data))
    if params.ti is not None:
        params.renamed_files = names.own_paths(params.ti, params.renamed_files)
    return params


def parse_magnet(link: str) -> lt.add_torrent_params:
    """Parameters of a magnet link (BEP 9, BEP 53, v2 ``btmh``)."""
    # libtorrent wants the scheme in lower case, the standard does not.
    link = "magnet:" + link[len("magnet:") :].strip()
    try:
        params = lt.parse_magnet_uri(link)
    except (RuntimeError, ValueError, UnicodeError) as error:
        raise EngineError(
            translate("Engine", "{source} is no valid magnet link: {message}.").format(
                source=printable(link, _SHOWN), message=reason(error)
            )
        ) from error
    if not (params.info_hashes.has_v1() or params.info_hashes.has_v2()):
        # Zeros alone: libtorrent takes them for no hash at all, and makes no link of it.
        raise EngineError(translate("Engine", "{source} is no info-hash.").format(source=printable(link, _SHOWN)))
    # A name that is not UTF-8 would raise wherever it is read from here on.
    name = safe(lambda: params.name)
    params.name = shown(name[:255])
    _drop_unreadable(params, lambda: _trackers_of_link(link))
    return params


def _drop_unreadable(params: lt.add_torrent_params, trackers: Callable[[], list[tuple[bytes, int]]]) -> None:
    """Leaves out addresses that are not UTF-8: one of them makes the bindings refuse the whole list for ever."""
    try:
        list(params.trackers)
    except UnicodeDecodeError:
        readable = [(url.decode(), tier) for url, tier in trackers() if url.decode("utf-8", "ignore").encode() == url]
        params.trackers = [url for url, _ in readable]
        params.tracker_tiers = [tier for _, tier in readable]
    try:
        list(params.url_seeds)
    except UnicodeDecodeError:
        params.url_seeds = []


def _trackers_of_file(data: bytes) -> list[tuple[bytes, int]]:
    document: Any = lt.bdecode(data)
    tiers = document.get(b"announce-list") or [[document.get(b"announce", b"")]]
    return [(url, tier) for tier, urls in enumerate(tiers) if isinstance(urls, list) for url in urls]


def _trackers_of_link(link: str) -> list[tuple[bytes, int]]:
    pairs = (part.partition("=") for part in link.partition("?")[2].split("&"))
    urls = [unquote_to_bytes(value) for key, _, value in pairs if key == "tr" or key.startswith("tr.")]
    return [(url, tier) for tier, url in enumerate(urls)]


def magnet_of_hash(text: str) -> str:
    """The bare magnet link of an info-hash: 40 hex or 32 base32 digits (v1), 64 or 68 hex digits (v2)."""
    text = without_prefix(text)
    if len(text) == 64:
        return f"magnet:?xt=urn:btmh:1220{text.lower()}"
    if len(text) == _BASE32:
        try:
            text = base64.b32decode(text.upper()).hex()
        except binascii.Error as error:
            raise EngineError(translate("Engine", "{source} is no info-hash.").format(source=text)) from error
    return f"magnet:?xt=urn:btih:{text.lower()}"


def hashes_of(params: lt.add_torrent_params) -> lt.info_hash_t:
    """Both info-hashes; the metadata knows more than the parameters around it."""
    return params.ti.info_hashes() if params.ti is not None else params.info_hashes


def id_of(hashes: lt.info_hash_t) -> str:
    """The id under which a torrent is kept: v1 first, since a v1 link may turn out to be a hybrid later."""
    return str(hashes.v1) if hashes.has_v1() else str(hashes.v2)[:40]


def name_of(params: lt.add_torrent_params) -> str:
    """The torrent's name as it can be shown, or its hash where a bare link has none."""
    info = params.ti
    if info is not None:
        return shown(names.own_name(info.name(), params.renamed_files))
    return shown(safe(lambda: params.name)) or id_of(params.info_hashes)


def rest_priority(params: lt.add_torrent_params) -> Priority:
    """Of the files that a link does not name: BEP 53's ``so=`` means these and no others."""
    return Priority.SKIP if params.flags & lt.torrent_flags.default_dont_download else Priority.NORMAL


def preview_of_magnet(params: lt.add_torrent_params) -> Preview:
    """What a link to this torrent would show: its hashes, its trackers, no file."""
    return preview(lt.parse_magnet_uri(lt.make_magnet_uri(params)))


def preview(params: lt.add_torrent_params) -> Preview:
    """What can be shown before the torrent is added, with the names that its own layout gives the files."""
    info = params.ti
    hashes = hashes_of(params)
    entries = convert.files(info, params.renamed_files) if info is not None else FileList()
    asked, rest = params.file_priorities, rest_priority(params)
    return Preview(
        id=id_of(hashes),
        name=name_of(params),
        hash_v1=str(hashes.v1) if hashes.has_v1() else "",
        hash_v2=str(hashes.v2) if hashes.has_v2() else "",
        size=sum(entries.sizes),
        files=entries,
        priorities=tuple(asked[i] if i < len(asked) else rest for i in entries.indices) if asked else (),
        has_metadata=info is not None,
        piece_size=0 if info is None else info.piece_length(),
        private=info is not None and info.priv(),
        comment=safe(lambda: params.comment),
        created=params.creation_date or None,
        originals=originals(info, entries) if info is not None else {},
        trackers=tuple(dict.fromkeys(params.trackers)),
    )
