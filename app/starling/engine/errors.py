# SPDX-License-Identifier: GPL-3.0-or-later
"""The engine's expected failure, and how libtorrent's own errors are read."""

import re

from starling.tasks import UserError

_CODE = re.compile(r"\s*\[(\w[\w.]*):(-?\d+)\]$")


class EngineError(UserError):
    """What was asked cannot be done; ``str(error)`` is a sentence for the user."""


class LackError(EngineError):
    """A disk has too little room."""

    def __init__(self, sentence: str, needed: int) -> None:
        """`needed` are the bytes that have to be free for it."""
        super().__init__(sentence)
        self.needed = needed


def reason(error: BaseException) -> str:
    """libtorrent raises plain RuntimeErrors ending in ``[category:value]``; this is their text without the code."""
    return _CODE.sub("", str(error)).strip()


def code(error: BaseException) -> tuple[str, int]:
    """Category and value of a libtorrent error, ("", 0) if it carries none."""
    match = _CODE.search(str(error))
    return (match[1], int(match[2])) if match else ("", 0)
