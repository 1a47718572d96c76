# SPDX-License-Identifier: GPL-3.0-or-later
"""Real media files, and larger ones that are made of them."""

import random
import struct
from collections.abc import Iterator
from pathlib import Path

SAMPLES = Path(__file__).parent / "samples"


def sample(name: str) -> bytes:
    """The bytes of a small file that ffmpeg made."""
    return (SAMPLES / name).read_bytes()


def film(size: int, *, index_first: bool = False) -> bytes:
    """An MP4 of about `size` bytes: three seconds of picture and sound, and after them in `mdat` what nobody reads."""
    made = b""
    for name, body in _boxes(sample("front.mp4" if index_first else "end.mp4")):
        content = body
        if name == b"mdat":
            content += random.Random("film").randbytes(size)
        made += struct.pack(">I4s", len(content) + 8, name) + content
    return made


def _boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at < len(data):
        length, name = struct.unpack_from(">I4s", data, at)
        yield name, data[at + 8 : at + length]
        at += length
