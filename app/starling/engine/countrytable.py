# SPDX-License-Identifier: GPL-3.0-or-later
"""Ranges of addresses and their countries: read from lists of text, and kept in a file of half a megabyte."""

import heapq
import json
import lzma
import sys
import time
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from ipaddress import IPv4Address, ip_address
from itertools import accumulate, chain, islice, pairwise
from pathlib import Path
from typing import Any

MAGIC = b"\xfd7zXZ"
"""How a packed file begins."""
_FORMAT = "starling countries 1"
_TYPES = {4: "I", 6: "Q"}
"""Of IPv6 the upper half: nobody has less than that."""
_NOBODY = b"--"
_SWAPPED = sys.byteorder == "big"
_SUMMED, _SORTED = 20_000, 4_000
"""Numbers that are added up, and rows that are sorted, without a pause: what is done in C keeps all other threads out,
for a millisecond or two."""
_Row = tuple[int, int, int, bytes]


class Table:
    """Where each range begins, and its country; a range ends where the next one begins."""

    def __init__(self) -> None:
        self._starts = {version: array(code) for version, code in _TYPES.items()}
        self._codes = dict.fromkeys(_TYPES, b"")

    def __bool__(self) -> bool:
        return any(self._starts.values())

    def read(self, path: Path) -> None:
        """Takes the ranges of a list: first address, last address, country; lines that are none are left out."""
        with path.open(encoding="ascii", errors="replace") as file:
            rows = (row for line in file if (row := _row(line)))
            parts: dict[int, list[list[_Row]]] = {version: [] for version in _TYPES}
            while part := list(islice(rows, _SORTED)):
                for version, found in parts.items():
                    if mine := sorted(row for row in part if row[0] == version):
                        found.append(mine)
                time.sleep(0)
        for version, found in parts.items():
            if found:
                self._take(version, (row[1:] for row in heapq.merge(*map(_drained, found))))

    def of(self, address: str) -> str:
        """The country of an address, empty if no range has it. Raises ValueError for what is no address."""
        version, number = numbered(address)
        place = bisect_right(self._starts[version], number) - 1
        code = self._codes[version][2 * place : 2 * place + 2] if place >= 0 else _NOBODY
        return "" if code == _NOBODY else code.decode()

    # -- the packed form: a line of JSON, then for each version the lengths of the ranges and the countries

    def pack(self, about: str) -> bytes:
        """Everything in a few hundred kilobytes; `about` names source, date and licence."""
        head = {"format": _FORMAT, "about": about, "counts": [len(self._starts[version]) for version in _TYPES]}
        parts = [json.dumps(head).encode() + b"\n"]
        for version, code in _TYPES.items():
            starts = self._starts[version]
            steps = array(code, [after - before for before, after in pairwise(chain([0], starts))])
            parts += [_little(steps).tobytes(), self._codes[version]]
        return lzma.compress(b"".join(parts), preset=9 | lzma.PRESET_EXTREME)

    @classmethod
    def unpack(cls, packed: bytes) -> "Table":
        """What `pack` made. Raises ValueError if it is something else."""
        try:
            head, _, rest = lzma.decompress(packed).partition(b"\n")
            facts: dict[str, Any] = json.loads(head)
            if facts["format"] != _FORMAT:
                raise ValueError(facts["format"])
            made = cls()
            for (version, code), count in zip(_TYPES.items(), facts["counts"], strict=True):
                steps = array(code)
                length = count * steps.itemsize
                steps.frombytes(rest[:length])
                made._starts[version] = _summed(_little(steps))
                made._codes[version] = rest[length : length + 2 * count]
                rest = rest[length + 2 * count :]
        except (lzma.LZMAError, KeyError, TypeError, OverflowError) as error:
            raise ValueError(str(error)) from error
        if rest or any(len(made._codes[version]) != 2 * len(made._starts[version]) for version in _TYPES):
            raise ValueError("cut off")
        return made

    def _take(self, version: int, rows: Iterable[tuple[int, int, bytes]]) -> None:
        starts, codes = array(_TYPES[version]), bytearray()
        free = 0
        """The first number that no range has had so far."""
        last = b""

        def begins(number: int, code: bytes) -> None:
            nonlocal last
            if code != last:
                starts.append(number)
                codes.extend(code)
                last = code

        for begin, end, code in rows:
            if end < free:
                continue
            if begin > free:
                begins(free, _NOBODY)
            begins(max(begin, free), code)
            free = end + 1
        if free < 2 ** (8 * starts.itemsize):
            begins(free, _NOBODY)
        self._starts[version], self._codes[version] = starts, bytes(codes)


def _summed(steps: "array[int]") -> "array[int]":
    """Each number with all before it. In C, which takes a fifth of the time of a loop, and in pieces."""
    made = array(steps.typecode)
    for begin in range(0, len(steps), _SUMMED):
        part = steps[begin : begin + _SUMMED]
        if made:
            part[0] += made[-1]
        made.extend(accumulate(part))
        time.sleep(0)
    return made


def _drained(rows: list[_Row]) -> Iterator[_Row]:
    """Lets go of each as it is taken: of all at once would be a long pause for everybody."""
    rows.reverse()
    while rows:
        yield rows.pop()


def _row(line: str) -> _Row | None:
    parts = [part.strip().strip('"') for part in line.split(",")]
    if len(parts) != 3 or not is_code(parts[2]):
        return None
    try:
        (version, begin), (other, end) = numbered(parts[0]), numbered(parts[1])
    except ValueError:
        return None
    return (version, begin, end, parts[2].upper().encode()) if version == other and begin <= end else None


def numbered(text: str) -> tuple[int, int]:
    """4 or 6, and the address as a number, of IPv6 the upper half. Raises ValueError for what is no address."""
    if text.isdecimal() and int(text) < 2**32:
        return 4, int(text)
    address = ip_address(text)
    return (4, int(address)) if isinstance(address, IPv4Address) else (6, int(address) >> 64)


def is_code(text: str) -> bool:
    """Whether it looks like an ISO 3166-1 alpha-2 code."""
    return len(text) == 2 and text.isascii() and text.isalpha()


def _little(numbers: "array[int]") -> "array[int]":
    if _SWAPPED:
        numbers.byteswap()
    return numbers
