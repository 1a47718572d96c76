# SPDX-License-Identifier: GPL-3.0-or-later
"""A list of addresses, read block by block: what it names, what it allows, and which lines can't be read."""

import re
from array import array
from collections.abc import Iterator
from enum import Enum
from socket import inet_ntoa
from typing import Protocol

from starling.engine.ipfilterlines import ALLOWED, COMMENT, MASKS, OCTETS, SHAPES, Span, shown, spanned

FILE_LIMIT = 256 << 20
"""Bytes, also once unpacked: lists have up to 40 MB."""
LINES_LIMIT = 20_000_000
RANGES_LIMIT = 1_000_000
"""Merged ones; libtorrent keeps 200 bytes of each."""
READ_LIMIT = 8_000_000
"""Ranges before they are merged."""
LONGEST_LINE = 1 << 20
NAMED = 20
"""Lines that can't be read and are named."""
FOUND = 5
"""Lines that name an address."""
BLOCK = 1 << 18
"""Bytes that are read at a time."""


class Refusal(Enum):
    """Why a file is not taken."""

    MISSING = "missing"
    DENIED = "denied"
    UNREADABLE = "unreadable"
    NO_FILE = "no file"
    TOO_LARGE = "too large"
    TOO_MANY = "too many"
    DAMAGED = "damaged"
    SEVERAL = "several"
    NO_LIST = "no list"
    EMPTY = "empty"


class RefusedError(Exception):
    """Carries the reason."""

    def __init__(self, why: Refusal, words: str = "") -> None:
        super().__init__(why)
        self.why = why
        self.words = words


class Readable(Protocol):
    """A file, packed or not."""

    def read(self, size: int, /) -> bytes: ...


class Reading:
    """What a list says, taken from it block by block."""

    def __init__(self, wanted: tuple[int, int] | None = None) -> None:
        """`wanted`: only look for what names this address, 4 or 6 and the number."""
        self.v4 = array("Q")
        """First and last address in one number each, the first in its upper half."""
        self.v6: list[int] = []
        """Likewise, of 256 bits."""
        self.lines = 0
        self.ranges = 0
        self.allowed = 0
        """Ranges that the list itself says are not to be kept out."""
        self.wrong = 0
        self.named: list[tuple[int, str]] = []
        self.found: list[tuple[int, str]] = []
        self._wanted = wanted
        self._shape: re.Pattern[bytes] | None = None

    def text(self, begun: bytes, file: Readable) -> None:
        """Lines, the first bytes of which are `begun`."""
        rest = begun.removeprefix(b"\xef\xbb\xbf")
        if b"\0" in rest:
            raise RefusedError(Refusal.NO_LIST)
        for block in _blocks(file):
            rest += block
            cut = rest.rfind(b"\n") + 1
            if cut:
                self.block(rest[:cut])
                rest = rest[cut:]
            if len(rest) > LONGEST_LINE:
                raise RefusedError(Refusal.NO_LIST)
        if rest:
            self.block(rest if rest.endswith(b"\n") else rest + b"\n")

    def block(self, block: bytes) -> None:
        """Whole lines."""
        if self._wanted is None:
            self._take(block)
        else:
            for line in block.split(b"\n")[:-1]:
                self.lines += 1
                self._line(self.lines, line)
        if self.lines > LINES_LIMIT:
            raise RefusedError(Refusal.TOO_LARGE)
        self._check()

    def binary(self, version: int, begun: bytes, file: Readable) -> None:
        """PeerGuardian's P2B after its version: names that end with a zero, and pairs of addresses."""
        data = begun + b"".join(_blocks(file))
        if version in (1, 2):
            end = 0
            for match in re.finditer(rb"([^\0]*+)\0(.{8})", data, re.DOTALL):
                self._entry(match[1], match[2])
                end = match.end()
            if end < len(data):
                raise RefusedError(Refusal.DAMAGED)
        elif version == 3:
            count = int.from_bytes(data[:4], "big")
            *names, rest = data[4:].split(b"\0", count)
            size = 12 * int.from_bytes(rest[:4], "big")
            if len(names) < count or len(rest) < 4 + size:
                raise RefusedError(Refusal.DAMAGED)
            for at in range(4, 4 + size, 12):
                name = int.from_bytes(rest[at : at + 4], "big")
                self._entry(names[name] if name < count else b"", rest[at + 4 : at + 12])
        else:
            raise RefusedError(Refusal.NO_LIST)

    def judge(self) -> None:
        """Refuses what is no list after all."""
        if self.wrong > (100 if self.ranges else 0) and self.wrong > self.ranges + self.allowed:
            raise RefusedError(Refusal.NO_LIST)
        if not self.ranges:
            raise RefusedError(Refusal.EMPTY)

    def told(self) -> dict[str, object]:
        """All but the ranges."""
        return {
            "lines": self.lines,
            "ranges": self.ranges,
            "allowed": self.allowed,
            "wrong": self.wrong,
            "named": self.named,
            "found": self.found,
        }

    def _take(self, block: bytes) -> None:
        shape = self._shape
        if shape is None:
            # Most lines of a file are alike: what they look like is found out once.
            shape = self._shape = max(SHAPES, key=lambda each: sum(bool(row[0]) for row in each.findall(block)))
        first_octets, second_octets, third_octets, fourth_octets = OCTETS
        before, append = self.lines, self.v4.append
        lines: list[bytes] = []
        number = before
        for number, (a, b, c, d, e, f, g, h, bits, level, other) in enumerate(shape.findall(block), before + 1):
            if not a:
                if other:
                    self._line(number, other)
                continue
            try:
                first = last = first_octets[a] | second_octets[b] | third_octets[c] | fourth_octets[d]
                if e:
                    last = first_octets[e] | second_octets[f] | third_octets[g] | fourth_octets[h]
                elif bits:
                    mask = MASKS[bits]
                    first, last = first & ~mask, first | mask
            except KeyError:
                first, last = 1, 0
            if first > last:
                lines = lines or block.split(b"\n")
                self._line(number, lines[number - before - 1])
            elif level and int(level) >= ALLOWED:
                self.allowed += 1
            else:
                append(first << 32 | last)
        self.lines = number
        self.ranges = len(self.v4) + len(self.v6)

    def _line(self, number: int, line: bytes) -> None:
        line = line.strip()
        if line and not line.startswith(COMMENT):
            found = spanned(line)
            if found is None:
                self._misread(number, line)
            elif found[1]:
                self._range(number, line, found[0])
            else:
                self.allowed += 1

    def _entry(self, name: bytes, ends: bytes) -> None:
        self.lines += 1
        first, last = int.from_bytes(ends[:4], "big"), int.from_bytes(ends[4:], "big")
        if first > last:
            self._misread(self.lines, name + f":{inet_ntoa(ends[:4])}-{inet_ntoa(ends[4:])}".encode())
        else:
            self._range(self.lines, name, (4, first, last))
        self._check()

    def _range(self, number: int, line: bytes, span: Span) -> None:
        version, first, last = span
        self.ranges += 1
        if self._wanted is None:
            if version == 4:
                self.v4.append(first << 32 | last)
            else:
                self.v6.append(first << 128 | last)
        elif version == self._wanted[0] and first <= self._wanted[1] <= last and len(self.found) < FOUND:
            self.found.append((number, shown(line)))

    def _misread(self, number: int, line: bytes) -> None:
        self.wrong += 1
        if len(self.named) < NAMED:
            self.named.append((number, shown(line)))

    def _check(self) -> None:
        if self.ranges > READ_LIMIT:
            raise RefusedError(Refusal.TOO_MANY)
        if self.wrong > 10_000 and self.wrong > self.ranges:
            raise RefusedError(Refusal.NO_LIST)


def _blocks(file: Readable) -> Iterator[bytes]:
    size = 0
    while block := file.read(BLOCK):
        size += len(block)
        if size > FILE_LIMIT:
            raise RefusedError(Refusal.TOO_LARGE)
        yield block


def packed(ranges: "array[int] | list[int]", width: int) -> tuple[int, bytes]:
    """Sorted and merged ranges, and how many they are; `width` is the bytes of an address."""
    bits = 8 * width
    mask = (1 << bits) - 1
    parts: list[bytes] = []
    count, first, last = 0, -1, -2
    for each in sorted(ranges):
        begin, end = each >> bits, each & mask
        if begin <= last + 1 and count:
            last = max(last, end)
            continue
        if count:
            parts.append((first << bits | last).to_bytes(2 * width, "big"))
        count, first, last = count + 1, begin, end
    if count:
        parts.append((first << bits | last).to_bytes(2 * width, "big"))
    if count > RANGES_LIMIT:
        raise RefusedError(Refusal.TOO_MANY)
    return count, b"".join(parts)
