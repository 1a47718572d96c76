# SPDX-License-Identifier: GPL-3.0-or-later
"""Run as a program: reads the headers of media files for a parent that must not suffer from what is in them.

One JSON object a line each way. It says ``{"ready": true}`` once; then a question names a file, its size and the bytes
of it that may be read, and the answer is ``{"tracks": …, "lacks": …, "fragments": …}``, ``{"absent": true}`` or
``{"failed": true}``. It ends when its stdin does.
Nothing of Starling is imported, so that it starts quickly and has little to lose. The argument is the folder in
which the parent has found the library: isolated from its user's settings (``-I``) Python would look in its own only.
"""

import errno
import json
import os
import signal
import stat
import sys
from collections.abc import Mapping, Sequence
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from typing import Any

MEMORY = 768 << 20
"""Bytes of address space; a parse takes about 60 MB of it."""
SECONDS = 6
"""Of processor time and of real time for one file; the parent is less patient."""
GIVEN_UP = 64 << 20
"""Bytes read of one file after which it will not become clearer."""
READS = 4096
"""Of one file: where few bytes are there the library may jump to and fro between them without end."""

NOT_NOW = {errno.ENOENT, errno.EACCES, errno.EPERM, errno.EBUSY, errno.EMFILE, errno.ENFILE, errno.EIO}
"""Why a file can't be opened that may be there later: it is still to come, lies aside, or somebody holds it."""

KEYS = (
    "@type", "CodecID", "CodecID_Hint", "Duration", "Format", "Format_Profile", "Format_Version", "Height",
    "IsStreamable", "Width",
)  # fmt: skip


class Partial:
    """A file of which only some ranges are there; to its reader it ends where the first missing byte is."""

    def __init__(self, fd: int, size: int, here: Sequence[Sequence[int]]) -> None:
        self._fd = fd
        self._size = size
        self._here = here
        self._at = 0
        self._read = 0
        self._reads = 0
        self.lacks: list[int] = []
        """Offset of the byte that was asked for and is missing."""
        self.fragments = False
        """An MP4 that consists of fragments: only the last one knows how long it is."""

    def seek(self, offset: int, whence: int = 0) -> int:
        """Goes to an offset from the beginning, or from the end where `whence` is 2."""
        self._at = max(0, self._size + offset if whence == 2 else offset)
        return self._at

    def tell(self) -> int:
        """Where it stands."""
        return self._at

    def read(self, count: int) -> bytes:
        """Up to `count` bytes that are there; none at the end, at a missing byte, and when enough was read."""
        self._reads += 1
        if self._at >= self._size or self._read > GIVEN_UP or self._reads > READS:
            return b""
        there = next((end for start, end in self._here if start <= self._at < end), self._at)
        os.lseek(self._fd, self._at, os.SEEK_SET)
        data = os.read(self._fd, min(count, there - self._at, self._size - self._at))
        if not data:
            self.lacks.append(self._at)
        self._at += len(data)
        self._read += len(data)
        self.fragments = self.fragments or b"moof" in data
        return data


def main() -> None:
    """Answers until there are no more questions."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the parent's business
    answers = os.fdopen(os.dup(1), "wb", buffering=0)
    devnull = os.open(os.devnull, os.O_WRONLY)
    os.dup2(devnull, 1)  # whatever the library may want to print
    library = _library(sys.argv[1:])
    ready = library.can_parse()  # loads it while there is room for it
    _confine()
    answers.write(json.dumps({"ready": ready}).encode() + b"\n")
    for line in sys.stdin.buffer:
        question = json.loads(line)
        _allow()
        answers.write(json.dumps(_answer(library, question)).encode() + b"\n")
        if hasattr(signal, "alarm"):
            signal.alarm(0)


def _library(folders: Sequence[str]) -> Any:
    """pymediainfo, without a look at anything else that lies in these folders."""
    spec = PathFinder.find_spec("pymediainfo", folders or None)
    if spec is None or spec.loader is None:
        raise ImportError("pymediainfo")
    module = module_from_spec(spec)
    sys.modules["pymediainfo"] = module
    spec.loader.exec_module(module)
    return module.MediaInfo


def _answer(library: Any, question: Mapping[str, Any]) -> Mapping[str, object]:
    try:
        fd = _open(question["folder"], question["path"])
    except OSError as error:
        return {"absent": True} if error.errno in NOT_NOW else {"failed": True}
    try:
        if not stat.S_ISREG(os.fstat(fd).st_mode):
            return {"failed": True}
        file = Partial(fd, question["size"], question["here"])
        # Speed 0: half a megabyte instead of five is read of a film, and the headers say the same.
        told = json.loads(library.parse(file, output="JSON", parse_speed=0))
        tracks = told["media"]["track"]
        found = [{key: track[key] for key in KEYS if isinstance(track.get(key), str)} for track in tracks]
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RuntimeError, MemoryError):
        return {"failed": True}
    finally:
        os.close(fd)
    return {"tracks": found, "lacks": file.lacks, "fragments": file.fragments}


def _open(folder: str, path: str) -> int:
    """Opens a file beneath `folder` for reading, never through a symbolic link and never waiting for a writer."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    if os.open not in os.supports_dir_fd:
        real, target = os.path.realpath(folder), os.path.realpath(f"{folder}/{path}")
        if os.path.commonpath([real, target]) != real:
            raise PermissionError(path)
        return os.open(target, flags)
    *folders, name = path.split("/")
    if any(part in ("", ".", "..") for part in (*folders, name)):
        raise PermissionError(path)
    fd = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        for part in folders:
            inner = os.open(part, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=fd)
            os.close(fd)
            fd = inner
        return os.open(name, flags | os.O_NOFOLLOW, dir_fd=fd)
    finally:
        os.close(fd)


def _confine() -> None:
    """Gives up what reading headers does not take."""
    try:
        import resource
    except ImportError:  # Windows
        return
    for limit, value in (("AS", MEMORY), ("CORE", 0), ("FSIZE", 0), ("NPROC", 0), ("NOFILE", 32)):
        number = getattr(resource, f"RLIMIT_{limit}", None)
        if number is not None:
            hard = resource.getrlimit(number)[1]
            wanted = value if hard == resource.RLIM_INFINITY else min(value, hard)
            try:
                resource.setrlimit(number, (wanted, wanted))
            except (OSError, ValueError):  # macOS knows RLIMIT_AS and refuses it
                continue


def _allow() -> None:
    """Grants the time for one more file: whoever exceeds it is killed, even if there is no parent any more."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + SECONDS, hard))
    signal.alarm(SECONDS + 2)


if __name__ == "__main__":
    main()
