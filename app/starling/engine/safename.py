# SPDX-License-Identifier: GPL-3.0-or-later
"""Judges a path that somebody wants to give a file or a folder of a torrent: it has to stay in the save folder."""

import os
import re
import sys

from starling.engine.errors import EngineError
from starling.i18n import translate
from starling.spelling import shown

LONGEST_PART = 255
"""Bytes that one part of a path may have on common disks."""
_LONGEST_PATH = {"win32": 32_000, "darwin": 1_023}
_LONGEST_ELSEWHERE = 4_095
"""Bytes of a whole path, the save folder's included."""
_UNSEEN = dict.fromkeys((0x200C, 0x200D))
"""Joiners that words and emoji need; alone they are a name that nobody sees."""
_WINDOWS_REFUSES = re.compile(r'[<>:"|?*]')
_WINDOWS_DEVICE = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])[ ]*(\..*)?$", re.IGNORECASE)


def validated(path: str, *, now: str = "", save_path: str = "", system: str = sys.platform) -> str:
    """The path as it may be given to libtorrent, which would follow any other out of the save folder.

    `path` is relative, with "/" between its parts; `now` is the path that the file or folder has: a part that already
    stands there is not judged for invisible characters, since the torrent's maker and not the user wrote it.
    Nothing is mended silently: raises EngineError with a sentence that says what is wrong. Asks no disk, so clashes
    with other files are the caller's to find.
    """
    if path.startswith("/") or (system == "win32" and re.match(r"[A-Za-z]:", path)):
        raise EngineError(translate("SafeName", "The new path has to stay inside the torrent's folder."))
    known = set(now.split("/"))
    for part in path.split("/"):
        _judge(part, part in known, system)
    if not fits(path, save_path, system=system):
        raise EngineError(translate("SafeName", "The path is too long for the disk, its folders included."))
    return path


def fits(path: str, save_path: str, *, system: str = sys.platform) -> bool:
    """Whether a path below the save folder is short enough as a whole."""
    longest = _LONGEST_PATH.get(system, _LONGEST_ELSEWHERE)
    return len(os.fsencode(save_path)) + 1 + len(path.encode("utf-8", "surrogatepass")) <= longest


def is_device(part: str) -> bool:
    """Whether Windows takes a part of a path for a device: ``CON``, ``nul.txt``."""
    return _WINDOWS_DEVICE.match(part) is not None


def _judge(part: str, known: bool, system: str) -> None:
    name = shown(part)
    if not part.translate(_UNSEEN).strip():
        raise EngineError(translate("SafeName", "A name can't be empty."))
    if part in (".", ".."):
        raise EngineError(
            translate("SafeName", "“{name}” means a folder to the system: it can't be a name.").format(name=name)
        )
    if "\0" in part or "\\" in part:
        # Of the two only "/" parts names here, but the list may move to a system where both do.
        character = "\\" if "\\" in part else shown("\0")
        raise EngineError(
            translate("SafeName", "“{name}” can't be a name: {character} isn't possible in one.").format(
                name=name, character=character
            )
        )
    if not known and name != part:
        raise EngineError(
            translate(
                "SafeName", "“{name}” holds characters that can't be seen, or that turn the direction of writing."
            ).format(name=name)
        )
    if len(part.encode("utf-8", "surrogatepass")) > LONGEST_PART:
        raise EngineError(
            translate("SafeName", "“{name}…” is too long: a name can have {count} bytes.").format(
                name=name[:40], count=LONGEST_PART
            )
        )
    if system == "win32":
        _judge_for_windows(part, name)


def _judge_for_windows(part: str, name: str) -> None:
    if found := _WINDOWS_REFUSES.search(part):
        raise EngineError(
            translate("SafeName", "“{name}” can't be a name: {character} isn't possible in one.").format(
                name=name, character=found[0]
            )
        )
    if is_device(part):
        raise EngineError(translate("SafeName", "Windows keeps “{name}” for a device.").format(name=name))
    if part[-1] in ". ":
        raise EngineError(
            translate("SafeName", "“{name}” ends with a dot or a space, which Windows would take off.").format(
                name=name
            )
        )
