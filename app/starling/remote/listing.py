# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists that may be very long, written as JSON in pieces: writing keeps Python's lock, and with it the window."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import orjson

from starling.remote.wire import dumps

LONG = 1_000
"""Objects that are written in one go: about a millisecond."""
MANY = 20_000
"""Numbers."""

Listed = list[object] | orjson.Fragment


def objects(keys: Sequence[str], rows: Iterable[Sequence[object]]) -> Listed:
    """A list of objects with these keys, from the values of each."""
    return _listed((dict(zip(keys, row, strict=True)) for row in rows), LONG)


def numbers(values: Iterable[object]) -> Listed:
    """A list of numbers, or of truths."""
    return _listed(iter(values), MANY)


def _listed(values: Iterator[object], most: int) -> Listed:
    first = list(islice(values, most))
    if len(first) < most:
        return first
    parts = [dumps(first)[1:-1]]
    while more := list(islice(values, most)):
        parts.append(dumps(more)[1:-1])
    return orjson.Fragment(b"[" + b",".join(parts) + b"]")
