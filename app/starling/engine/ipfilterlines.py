# SPDX-License-Identifier: GPL-3.0-or-later
"""The lines of a list of addresses, as bytes: which range of addresses each of them names.

Understood are, with blanks where people put them, and comments after ``#``, ``;`` and ``//``:

- ipfilter.dat of eMule and µTorrent: ``001.002.003.000 - 001.002.003.255 , 000 , words``; from level 128 on allowed.
- PeerGuardian's text: ``words:1.2.3.0-1.2.3.255``.
- ``1.2.3.0/24``, ``1.2.3.4``, ``1.2.3.0-1.2.3.255``.
"""

import re
from socket import AF_INET6, inet_pton

ALLOWED = 128
"""The level from which on ipfilter.dat names those who are let in."""
COMMENT = (b"#", b";", b"//")
_TEXT_LIMIT = 160
_MAPPED = 0xFFFF

Span = tuple[int, int, int]
"""4 or 6, first, last; the first is never behind the last."""


# Possessive where two of them could share a run of blanks in many ways: a line is never gone through twice.
_QUAD = rb"(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})"
_DASH = rb"[ \t]*+-[ \t]*+"
_LEVEL = rb"[ \t]*+(?:,[ \t]*+(\d{0,9}+)[ \t]*+(?:,.*)?)?"
_NOTE = rb"(?:(?:[#;]|//).*)?"
SHAPES = tuple(
    # One match is one line, whatever stands in it: what does not have the shape is the last group.
    re.compile(shape + rb"\r?\n|(.*)\n")
    for shape in (
        rb"[ \t]*+" + _QUAD + rb"(?:" + _DASH + _QUAD + rb"|/(\d\d?))?" + _LEVEL,
        rb"(?![ \t]*+(?:[#;]|//)).*:[ \t]*+" + _QUAD + _DASH + _QUAD + rb"()()[ \t]*+",
    )
)
_RANGE = re.compile(rb"([0-9A-Fa-f:.]++)" + _DASH + rb"([0-9A-Fa-f:.]++)" + _LEVEL + _NOTE)
_NETWORK = re.compile(rb"([0-9A-Fa-f:.]++)(?:/(\d{1,3}))?" + _LEVEL + _NOTE)
OCTETS = tuple(
    {text: number << shift for number in range(256) for text in {b"%d" % number, b"%02d" % number, b"%03d" % number}}
    for shift in (24, 16, 8, 0)
)
MASKS = {text: (1 << 32 - bits) - 1 for bits in range(33) for text in {b"%d" % bits, b"%02d" % bits}}


def spanned(line: bytes) -> tuple[Span, bool] | None:
    """What a line says, and whether those are to be kept out; None for a line that can't be read."""
    for form, meant in ((_RANGE, _between), (_NETWORK, _network)):
        if (match := form.fullmatch(line)) and (found := meant(match[1], match[2])):
            return found, not match[3] or int(match[3]) < ALLOWED
    # Words may contain colons, as addresses may.
    for begin in [at + 1 for at, byte in enumerate(line) if byte == 0x3A][:100]:
        ends = line[begin:].split(b"-")
        if len(ends) == 2 and all(numbered(end.strip()) for end in ends):
            # The wrong way round, it is not made right by taking the first group for a word: that names half the world.
            found = _between(ends[0].strip(), ends[1].strip())
            return None if found is None else (found, True)
    return None


def numbered(text: bytes) -> tuple[int, int] | None:
    """4 or 6, and the address as a number; one of IPv4 that is written as IPv6 is one of IPv4."""
    if b":" not in text:
        parts = text.split(b".")
        if len(parts) != 4:
            return None
        try:
            return 4, sum(octets[part] for octets, part in zip(OCTETS, parts, strict=True))
        except KeyError:
            return None
    try:
        number = int.from_bytes(inet_pton(AF_INET6, text.decode("ascii")), "big")
    except (OSError, ValueError):
        return None
    return (4, number & 0xFFFFFFFF) if number >> 32 == _MAPPED else (6, number)


def _between(first: bytes, last: bytes | None) -> Span | None:
    begin, end = numbered(first), numbered(last or b"")
    return (begin[0], begin[1], end[1]) if begin and end and begin[0] == end[0] and begin[1] <= end[1] else None


def _network(text: bytes, bits: bytes | None) -> Span | None:
    found = numbered(text)
    if found is None:
        return None
    version, number = found
    width = 32 if version == 4 else 128
    length = int(bits) if bits else width
    if version == 4 and b":" in text and bits:
        length -= 96
    if not 0 <= length <= width:
        return None
    mask = (1 << width - length) - 1
    return version, number & ~mask, number | mask


def shown(line: bytes) -> str:
    """A line as a user may see it, in whichever charset it is."""
    try:
        text = line.decode()
    except UnicodeDecodeError:
        text = line.decode("latin-1")
    text = "".join(
        letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text[: _TEXT_LIMIT + 1]
    )
    return text if len(text) <= _TEXT_LIMIT else text[:_TEXT_LIMIT] + "…"
