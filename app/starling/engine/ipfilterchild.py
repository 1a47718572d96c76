# SPDX-License-Identifier: GPL-3.0-or-later
"""The process that reads a list of addresses, for a parent that must neither wait for it nor suffer from what is in it.

Arguments are a file and, to learn which lines name it, an address. It writes a line of JSON (see `Reading.told`) and
then the ranges, sorted and merged: first and last address of each, those of IPv4 in 4 bytes and of IPv6 in 16.
Of Starling only the two modules beside it are imported, so that it starts quickly.
"""

import gzip
import json
import os
import stat
import sys
import zipfile
import zlib
from collections.abc import Sequence
from typing import BinaryIO

from starling.engine.ipfilterlines import numbered
from starling.engine.ipfilterlist import BLOCK, FILE_LIMIT, Readable, Reading, Refusal, RefusedError, packed

MEMORY = 1 << 30
"""Bytes of address space; 300,000 lines take 60 MB of memory."""
SECONDS = 60
"""Of processor time."""
_P2B = b"\xff\xff\xff\xffP2B"


def read(path: str, wanted: tuple[int, int] | None = None) -> Reading:
    """Everything that is in a file. Raises RefusedError."""
    reading = Reading(wanted)
    try:
        with _opened(path) as file:
            begun = file.read(4)
            file.seek(0)
            if begun.startswith(b"\x1f\x8b"):
                with gzip.GzipFile(fileobj=file) as unpacked:
                    _read(reading, unpacked)
            elif begun == b"PK\x03\x04":
                _read_zip(reading, file)
            else:
                _read(reading, file)
    except FileNotFoundError as error:
        raise RefusedError(Refusal.MISSING) from error
    except PermissionError as error:
        raise RefusedError(Refusal.DENIED) from error
    except MemoryError as error:
        raise RefusedError(Refusal.TOO_MANY) from error
    except (zlib.error, EOFError, gzip.BadGzipFile, zipfile.BadZipFile) as error:
        raise RefusedError(Refusal.DAMAGED) from error
    except (OSError, ValueError) as error:
        raise RefusedError(Refusal.UNREADABLE, getattr(error, "strerror", None) or str(error)) from error
    reading.judge()
    return reading


def _read(reading: Reading, file: Readable) -> None:
    begun = file.read(BLOCK)
    if begun.startswith(_P2B):
        version = len(_P2B)
        reading.binary(begun[version] if len(begun) > version else 0, begun[version + 1 :], file)
    else:
        reading.text(begun, file)


def _read_zip(reading: Reading, file: BinaryIO) -> None:
    with zipfile.ZipFile(file) as archive:
        names = [name for name in archive.namelist() if not name.endswith("/")]
        if len(names) != 1:
            raise RefusedError(Refusal.SEVERAL)
        try:
            unpacked = archive.open(names[0])
        except RuntimeError as error:
            # It is packed in a way that Python does not know, or locked with a password.
            raise RefusedError(Refusal.DAMAGED) from error
        with unpacked:
            _read(reading, unpacked)


def _opened(path: str) -> BinaryIO:
    """A regular file; whatever else there is at the path does not keep us waiting."""
    if os.path.isdir(path):  # noqa: PTH112  (pathlib takes a third of the time of the rest to import)
        raise RefusedError(Refusal.NO_FILE)
    fd = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    file = os.fdopen(fd, "rb")
    facts = os.fstat(fd)
    why = None
    if not stat.S_ISREG(facts.st_mode):
        why = Refusal.NO_FILE
    elif facts.st_size > FILE_LIMIT:
        why = Refusal.TOO_LARGE
    if why:
        file.close()
        raise RefusedError(why)
    return file


def _confine() -> None:
    """Gives up what reading a list does not take."""
    try:
        import resource
    except ImportError:  # Windows
        return
    for limit, value in (("AS", MEMORY), ("CPU", SECONDS), ("CORE", 0), ("FSIZE", 0)):
        number = getattr(resource, f"RLIMIT_{limit}")
        hard = resource.getrlimit(number)[1]
        wanted = value if hard == resource.RLIM_INFINITY else min(value, hard)
        try:
            resource.setrlimit(number, (wanted, wanted))
        except (OSError, ValueError):  # macOS knows RLIMIT_AS and refuses it
            continue


def main(arguments: Sequence[str]) -> None:
    """A file, and perhaps an address."""
    _confine()
    wanted = numbered(arguments[1].encode()) if len(arguments) > 1 else None
    answer = sys.stdout.buffer
    try:
        reading = read(arguments[0], wanted)
        (v4, first), (v6, second) = packed(reading.v4, 4), packed(reading.v6, 16)
    except RefusedError as refused:
        answer.write(json.dumps({"refused": refused.why.value, "words": refused.words}).encode() + b"\n")
    else:
        answer.write(json.dumps({**reading.told(), "v4": v4, "v6": v6}).encode() + b"\n" + first + second)
    answer.flush()
