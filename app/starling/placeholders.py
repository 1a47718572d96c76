# SPDX-License-Identifier: GPL-3.0-or-later
"""Words in braces in the arguments of a program, which stand for what is known of a torrent.

A value is put where its word stands and never read again: it stays within its argument, whatever it contains.
"""

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from starling.i18n import translate

NAMES = ("name", "path", "save_path", "hash", "hash_v2", "labels", "size", "tracker", "event")
"""Each is also there as a variable of the environment, STARLING_NAME and so on."""

_WORD = re.compile(r"\{([A-Za-z_][A-Za-z0-9_]*)\}")
_DOUBLED = re.compile(r"\{\{|\}\}|" + _WORD.pattern)


def check(command: Sequence[str]) -> None:
    """Raises ValueError with a sentence about a command (a program and its arguments) that will not do."""
    if not command:
        return
    if not command[0].strip():
        raise ValueError(translate("Programs", "There are arguments, but no program."))
    if any("\0" in part for part in command):
        raise ValueError(translate("Programs", "Neither a program nor an argument can hold a character with code 0."))
    if next(_words(command[:1]), None) is not None:
        # A stranger's torrent shall not say which program is run.
        raise ValueError(translate("Programs", "The program itself can hold no word in braces, only its arguments."))
    for word in _words(command[1:]):
        if word not in NAMES:
            text = translate("Programs", "{word} stands for nothing. Known are {names}; write {twice} for a brace.")
            known = ", ".join(f"{{{name}}}" for name in NAMES)
            raise ValueError(text.format(word=f"{{{word}}}", names=known, twice="{{"))


def filled(command: Sequence[str], values: Mapping[str, str]) -> list[str]:
    """The program and its arguments with the values in their places; as many arguments as there were."""

    def value(match: re.Match[str]) -> str:
        return passable(values[match[1]]) if match[1] else match[0][0]

    return [command[0], *(_DOUBLED.sub(value, argument) for argument in command[1:])]


def environment(values: Mapping[str, str]) -> dict[str, str]:
    """The values as variables of the environment."""
    return {f"STARLING_{name.upper()}": passable(value) for name, value in values.items()}


def passable(value: str) -> str:
    """The value as a system can hand it over: its texts end at a character with code 0, and know no half characters."""
    value = value.replace("\0", "\ufffd")
    try:
        os.fsencode(value)
    except UnicodeEncodeError:
        return value.encode("utf-8", "replace").decode()
    return value


def _words(parts: Iterable[str]) -> Iterator[str]:
    return (match[1] for part in parts for match in _DOUBLED.finditer(part) if match[1])
