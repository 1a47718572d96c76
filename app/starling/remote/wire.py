# SPDX-License-Identifier: GPL-3.0-or-later
"""JSON as it goes over the wire: read with suspicion, and written whatever a text holds."""

from collections.abc import Mapping

import orjson

from starling.errors import UserError
from starling.i18n import translate

LARGE = 1 << 16
"""Bytes from which on reading and writing is work for another thread."""
MOST_VALUES = 200_000
"""A torrent of 100,000 files needs half of it. Reading keeps Python's lock, and with it the window."""
_KEY = 8
"""How much longer a value takes that has a key."""
_STEP = 1 << 20
_BOM = b"\xef\xbb\xbf"


class UnreadableError(UserError):
    """Why something is no JSON that can be read."""


def loads(body: bytes) -> object:
    """The value that this JSON stands for. Raises UnreadableError.

    Of a key that is given twice the last value counts. NaN, infinity, half of a surrogate pair, and nesting beyond
    1,024 levels are refused; a whole number beyond 64 bits becomes a float.
    """
    _check_number(body)
    try:
        return orjson.loads(body.removeprefix(_BOM))
    except orjson.JSONDecodeError as error:
        raise UnreadableError(
            translate("Remote", "The request can't be read as JSON: {reason}.").format(reason=error)
        ) from error


def dumps(value: object) -> bytes:
    """JSON of dicts with text keys, lists, tuples, texts, numbers, truth and None. Raises TypeError for others.

    What can't be written in UTF-8, such as a path of undecodable bytes, has a question mark in its place.
    """
    try:
        return orjson.dumps(value)
    except TypeError:
        return orjson.dumps(_encodable(value))


def is_large(value: object) -> bool:
    """Whether writing it would keep the loop for long. Stops counting as soon as that is known."""
    left, waiting = LARGE, [value]
    while waiting and left > 0:
        each = waiting.pop()
        left -= 16
        if isinstance(each, str):
            left -= len(each)
        elif isinstance(each, Mapping):
            waiting.extend(each.values())
        elif isinstance(each, list | tuple):
            waiting.extend(each)
    return left <= 0


def _check_number(body: bytes) -> None:
    values = 0
    for start in range(0, len(body) if len(body) > MOST_VALUES // _KEY else 0, _STEP):
        part = body[start : start + _STEP]
        values += sum(part.count(mark) for mark in (b",", b"[", b"{")) + _KEY * part.count(b":")
        if values > MOST_VALUES:
            raise UnreadableError(translate("Remote", "The request holds too many values."))


def _encodable(value: object) -> object:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, Mapping):
        return {_encodable(key): _encodable(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_encodable(each) for each in value]
    return value
