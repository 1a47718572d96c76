# SPDX-License-Identifier: GPL-3.0-or-later
"""What a torrent is called before anything is known of it."""

from pathlib import PurePath, PurePosixPath
from urllib.parse import unquote, urlsplit

from starling.items import TORRENT, Kind, kind_of


def guess(source: str) -> str:
    """A name until there is one: that of the file."""
    if kind_of(source) not in {Kind.FILE, Kind.URL}:
        return ""
    name = PurePosixPath(unquote(urlsplit(source).path)) if kind_of(source) is Kind.URL else PurePath(source)
    return name.stem if name.suffix.lower() == TORRENT else name.name
