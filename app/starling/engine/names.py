# SPDX-License-Identifier: GPL-3.0-or-later
"""What files are called otherwise than libtorrent 2.1 does: with their joiners, and none in the place of another."""

import re
import sys
from collections.abc import Mapping

import libtorrent as lt

from starling.engine import suffix
from starling.engine.clashes import CARELESS, told_apart
from starling.engine.infodict import paths
from starling.engine.limits import LIMITS
from starling.engine.safename import LONGEST_PART

_JOINERS = dict.fromkeys((0x200B, 0x200C, 0x200D, *range(0x2060, 0x2065), 0xFEFF))
"""Parts of emoji, of Persian and Indic words; without them a file lies where no other client looks for it."""
_MARKS = dict.fromkeys((0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
"""They turn the direction of writing and can hide an extension: these stay out."""
_ANY_JOINER = re.compile(rb"\xe2\x80[\x8b-\x8d]|\xe2\x81[\xa0-\xa4]|\xef\xbb\xbf")


def own_paths(info: lt.torrent_info, given: Mapping[int, str] | None = None) -> dict[int, str]:
    """Index -> path of the files that are to be called otherwise than the torrent's layout says.

    That are those whose names lost joiners in libtorrent, those that would lie where another file of the torrent does,
    and those that this system can't hold. `given` is what libtorrent has renamed for the second reason; it does not
    keep that with the metadata, so None lets it do it once more.

    Every path is libtorrent's own, which is safe, but for joiners and numbers: no separator, no "..", no mark of
    direction can come in. Takes as long as decoding the metadata, where that holds joiners at all.
    """
    if given is None:
        try:
            given = lt.load_torrent_buffer(b"d4:info" + info.info_section() + b"e", LIMITS).renamed_files
        except RuntimeError:
            # More than we read: it works without, as long as no name is there twice.
            given = {}
    own = {index: path for index, path in _with_joiners(info).items() if index not in given}
    if not given and sys.platform not in CARELESS:
        return own
    own.update(given)
    layout = info.layout()
    on_disk = [
        _disk_path(layout, index) if index in given else own.get(index) or _disk_path(layout, index)
        for index in range(layout.num_files())
    ]
    return {**own, **told_apart(on_disk, given)}


def _disk_path(layout: lt.file_storage, index: int) -> str:
    return "" if layout.file_flags(index) & layout.flag_pad_file else layout.file_path(index)


def _with_joiners(info: lt.torrent_info) -> dict[int, str]:
    section = info.info_section()
    if not _ANY_JOINER.search(section):
        return {}
    try:
        found = [path.translate(_MARKS) for path in paths(lt.bdecode(section))]
    except RuntimeError:
        # Larger than the bindings decode: libtorrent's names are good names too.
        return {}
    by_short: dict[str, str | None] = {}
    for path in found:
        short = path.translate(_JOINERS)
        # Two that differ in nothing else were told apart by libtorrent, by numbers.
        by_short[short] = None if short in by_short else path
    layout = info.layout()
    own = {}
    for index in range(layout.num_files()):
        plain = layout.file_path(index)
        longer = by_short.get(plain)
        if longer and longer != plain and all(len(part.encode()) <= LONGEST_PART for part in longer.split("/")):
            own[index] = longer
    return own


def own_name(plain: str, renamed: Mapping[int, str]) -> str:
    """The torrent's name, which is the first part of its files' paths, with the joiners that these have."""
    for path in renamed.values():
        head = suffix.plain(path).partition("/")[0]
        if head != plain and head.translate(_JOINERS) == plain:
            return head
    return plain
