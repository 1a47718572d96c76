# SPDX-License-Identifier: GPL-3.0-or-later
"""Ranges of addresses as they come from a list, in a few bytes each: looked up, and given to libtorrent in pieces."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from socket import AF_INET6, inet_ntoa, inet_ntop

from starling.addresses import Address

Rule = tuple[str, str]
"""First and last address, as libtorrent takes them; the first is never behind the last."""

_WIDTHS = (4, 16)


@dataclass(frozen=True, slots=True)
class Ranges:
    """First and last address of each, big-endian; sorted, and none touches another."""

    v4: bytes = b""
    v6: bytes = b""

    def __post_init__(self) -> None:
        for data, width in zip((self.v4, self.v6), _WIDTHS, strict=True):
            if len(data) % (2 * width):
                raise ValueError("cut off")

    def __len__(self) -> int:
        return sum(len(data) // (2 * width) for data, width in zip((self.v4, self.v6), _WIDTHS, strict=True))

    def of(self, address: Address) -> Rule | None:
        """The range that an address lies in."""
        wanted, width = address.packed, len(address.packed)
        data = self.v4 if width == _WIDTHS[0] else self.v6
        size = 2 * width
        place = bisect_right(
            range(len(data) // size), wanted, key=lambda number: data[number * size : number * size + width]
        )
        ends = data[(place - 1) * size : place * size] if place else b""
        if not ends or wanted > ends[width:]:
            return None
        return _rule(ends)

    def rules(self, count: int) -> Iterator[list[Rule]]:
        """All of them, so many at a time. A range whose ends are in the wrong order, which would end the process in
        libtorrent, is left out.
        """
        for data, width in zip((self.v4, self.v6), _WIDTHS, strict=True):
            size = 2 * width
            for begin in range(0, len(data), count * size):
                part = data[begin : begin + count * size]
                rows = [part[at : at + size] for at in range(0, len(part), size)]
                yield [_rule(ends) for ends in rows if ends[:width] <= ends[width:]]

    def stretches(self, count: int) -> Iterator[Rule]:
        """From the first to the last address of so many ranges at a time."""
        for data, width in zip((self.v4, self.v6), _WIDTHS, strict=True):
            for begin in range(0, len(data), 2 * count * width):
                end = min(len(data), begin + 2 * count * width)
                if data[begin : begin + width] <= data[end - width : end]:
                    yield _rule(data[begin : begin + width] + data[end - width : end])


def _rule(ends: bytes) -> Rule:
    if len(ends) == 2 * _WIDTHS[0]:
        return inet_ntoa(ends[:4]), inet_ntoa(ends[4:])
    return inet_ntop(AF_INET6, ends[:16]), inet_ntop(AF_INET6, ends[16:])
