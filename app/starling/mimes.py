# SPDX-License-Identifier: GPL-3.0-or-later
"""The MIME types that names promise, whatever system this is."""

from collections import Counter
from collections.abc import Iterable
from mimetypes import MimeTypes

UNKNOWN = "application/octet-stream"

_LACKING = {
    ".7z": "application/x-7z-compressed",
    ".azw3": "application/vnd.amazon.ebook",
    ".cbr": "application/vnd.comicbook-rar",
    ".cbz": "application/vnd.comicbook+zip",
    ".epub": "application/epub+zip",
    ".flac": "audio/flac",
    ".gz": "application/gzip",
    ".img": "application/octet-stream",
    ".iso": "application/x-iso9660-image",
    ".m2ts": "video/mp2t",
    ".m4a": "audio/mp4",
    ".m4b": "audio/mp4",
    ".m4v": "video/mp4",
    ".mka": "audio/x-matroska",
    ".mkv": "video/x-matroska",
    ".mobi": "application/x-mobipocket-ebook",
    ".ogg": "audio/ogg",
    ".ogv": "video/ogg",
    ".rar": "application/vnd.rar",
    ".srt": "application/x-subrip",
    ".ts": "video/mp2t",
    ".xz": "application/x-xz",
    ".zst": "application/zstd",
}


def _table() -> dict[str, str]:
    # Without the files in which systems have tables of their own: the same name is the same type everywhere.
    loose, strict = MimeTypes().types_map
    return {**loose, **strict, **_LACKING}


_TYPES = _table()


def of_name(path: str) -> str:
    """The type of a file, by the extension of its name or path."""
    _, dot, extension = path.rpartition(".")
    return _TYPES.get(dot + extension.lower(), UNKNOWN)


def of_most(paths: Iterable[str], sizes: Iterable[int]) -> str:
    """The type that has the most bytes of some files; that of a stream of bytes where there is none."""
    sums: Counter[str] = Counter()
    for path, size in zip(paths, sizes, strict=True):
        sums[of_name(path)] += size
    return sums.most_common(1)[0][0] if sums else UNKNOWN
