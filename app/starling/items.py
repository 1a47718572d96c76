# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be opened: files, magnet links, info-hashes and web addresses, told apart in texts, drops and pastes."""

import re
from enum import Enum
from pathlib import PurePath
from urllib.parse import parse_qsl, unquote, urlsplit

from PySide6.QtCore import QMimeData, QUrl

from starling.infohash import is_info_hash, without_prefix

TORRENT = ".torrent"
_TOPICS = ("urn:btih:", "urn:btmh:")
_WRAPPING = "<>\"'“”«»"
"""What surrounds links in mails and chats."""


class Kind(Enum):
    """What an item points at."""

    FILE = "file"
    MAGNET = "magnet"
    HASH = "hash"
    URL = "url"


def kind_of(item: str) -> Kind | None:
    """Tells by the form alone, without a look at the disk; None for what cannot be opened."""
    scheme = item.partition(":")[0].lower()
    if scheme == "magnet":
        return Kind.MAGNET if _has_topic(item) else None
    if scheme in ("http", "https"):
        return Kind.URL if _has_host(item) else None
    if scheme == "file":
        return Kind.FILE if normalised(item) else None
    if is_info_hash(item):
        return Kind.HASH
    return Kind.FILE if PurePath(item).is_absolute() else None


def normalised(item: str) -> str:
    """The item as the engine takes it: a path instead of a file URL, a v2 hash without its prefix; empty if it is none.

    File URLs of other computers are none.
    """
    if item.partition(":")[0].lower() != "file":
        return without_prefix(item)
    try:
        parts = urlsplit(item)
    except ValueError:
        return ""
    path = unquote(parts.path, errors="surrogateescape")
    return path if parts.netloc.lower() in ("", "localhost") and PurePath(path).is_absolute() else ""


def lines_of(text: str) -> list[str]:
    """The lines that hold anything, without what surrounds links in mails."""
    return [line for raw in text.splitlines() if (line := raw.strip().strip(_WRAPPING).strip())]


def items_in(text: str) -> list[str]:
    """The items of a text that has one in a line; other lines are left out, and so are files that are no .torrent."""
    found = []
    for line in lines_of(text):
        kind = kind_of(line)
        if kind is not None and (kind is not Kind.FILE or line.lower().endswith(TORRENT)):
            found.append(normalised(line))
    return list(dict.fromkeys(found))


def items_of(mime: QMimeData) -> list[str]:
    """The items of a drop or of the clipboard: its files and links, or the lines of its text."""
    found = [item for url in mime.urls() if (item := _item_of(url))] if mime.hasUrls() else []
    return list(dict.fromkeys(found)) or items_in(mime.text())


def is_offer(item: str) -> bool:
    """Whether an item found on the clipboard was meant for us: web addresses are if they name a .torrent."""
    kind = kind_of(item)
    return kind is not None and (kind is not Kind.URL or urlsplit(item).path.lower().endswith(TORRENT))


def _item_of(url: QUrl) -> str:
    if url.isLocalFile():
        return url.toLocalFile()
    text = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
    return text if kind_of(text) in (Kind.MAGNET, Kind.URL) else ""


def _has_topic(link: str) -> bool:
    query = link.partition("?")[2]
    return any(
        re.fullmatch(r"xt(\.\d+)?", key) and value.lower().startswith(_TOPICS) for key, value in parse_qsl(query)
    )


def _has_host(address: str) -> bool:
    try:
        return bool(urlsplit(address).hostname)
    except ValueError:
        return False
