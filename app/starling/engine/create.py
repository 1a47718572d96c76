# SPDX-License-Identifier: GPL-3.0-or-later
"""Run as a program: looks at files and makes a torrent of them, for a parent that goes on meanwhile.

It reads one JSON object from stdin and answers with one a line: `{"looked": …}` and `{"hashed": …}` while it works,
then `{"found": …}`, `{"refused": …}`, or `{"made": …, "bytes": n}` and after that line the n bytes of the .torrent.
It ends when its stdin does: nobody wants the answer any more. What it says is for the parent to put into words.
"""

import errno
import hashlib
import json
import os
import stat
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

NEWS = 0.1
"""Seconds between two words about how far it is."""
DIGEST = 20
"""Bytes of a piece's hash in v1."""
REPLACED = "\ufffd"
NAMED = 5
"""Of what is left out, for each reason."""


class RefusedError(Exception):
    """No torrent can be made of it: a word for the reason, a path, and what the system says."""

    def __init__(self, reason: str, path: str = "", said: str = "") -> None:
        super().__init__(reason)
        self.answer = {"refused": reason, "path": path, "said": said}


@dataclass(frozen=True, slots=True)
class Entry:
    """A file that goes into the torrent."""

    path: str
    """From the folder in which all of it lies, parts joined by ``/``."""
    size: int
    changed: int
    """Nanoseconds."""

    @property
    def parts(self) -> list[str]:
        return self.path.split("/")


@dataclass
class Walk:
    """A look at all files of a folder, or at one file."""

    root: str
    """The folder in which all of it lies."""
    hidden: bool
    excluded: Callable[[str], bool]
    tell: Callable[[Mapping[str, object]], None]
    entries: list[Entry] = field(default_factory=list)
    left: dict[str, list[str]] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    def take(self, name: str) -> None:
        """Everything of that name. Raises RefusedError where there is nothing to begin with."""
        try:
            found = os.stat(self._real(name))  # noqa: PTH116
        except FileNotFoundError as error:
            # What a toolkit makes of a name that is no UTF-8 is the name of nothing.
            raise RefusedError("name" if REPLACED in name else "missing", self._real(name)) from error
        except OSError as error:
            raise RefusedError("closed", self._real(name), error.strerror or "") from error
        if not writable(name):
            raise RefusedError("name", self._real(name))
        if stat.S_ISREG(found.st_mode):
            if not os.access(self._real(name), os.R_OK):
                raise RefusedError("closed", self._real(name), os.strerror(errno.EACCES))
            self.entries.append(Entry(name, found.st_size, found.st_mtime_ns))
        elif stat.S_ISDIR(found.st_mode):
            self._folder(name, found)
        else:
            raise RefusedError("special", self._real(name))
        # As v2 orders them (BEP 52), so that every format and every computer makes the same of them.
        self.entries.sort(key=lambda entry: entry.path.encode().split(b"/"))

    def _folder(self, top: str, found: os.stat_result) -> None:
        """Not by recursion: folders may lie deeper in each other than Python goes."""
        waiting = [(top, frozenset({(found.st_dev, found.st_ino)}))]
        while waiting:
            folder, above = waiting.pop()
            try:
                with os.scandir(self._real(folder)) as names:
                    inside = list(names)
            except OSError as error:
                if folder == top:
                    raise RefusedError("closed", self._real(folder), error.strerror or "") from error
                self._leave("closed", folder)
                continue
            for entry in inside:
                path = f"{folder}/{entry.name}"
                there = self._judge(entry, path, above)
                if isinstance(there, str):
                    self._leave(there, path)
                elif stat.S_ISDIR(there.st_mode):
                    waiting.append((path, above | {(there.st_dev, there.st_ino)}))
                else:
                    self.entries.append(Entry(path, there.st_size, there.st_mtime_ns))
            self.tell({"looked": len(self.entries)})

    def _judge(self, entry: os.DirEntry[str], path: str, above: frozenset[tuple[int, int]]) -> os.stat_result | str:
        """What the system says of a file or folder, or why it is left out."""
        if not self.hidden and is_hidden(entry):
            return "hidden"
        if not writable(entry.name):
            return "name"
        if self.excluded(path):
            return "excluded"
        try:
            found = entry.stat()
        except FileNotFoundError:
            return "broken"
        except OSError as error:
            return "loop" if error.errno == errno.ELOOP else "closed"
        if stat.S_ISDIR(found.st_mode):
            return "loop" if (found.st_dev, found.st_ino) in above else found
        if not stat.S_ISREG(found.st_mode):
            return "special"
        return found if os.access(entry.path, os.R_OK) else "closed"

    def _leave(self, reason: str, path: str) -> None:
        self.counts[reason] = self.counts.get(reason, 0) + 1
        named = self.left.setdefault(reason, [])
        if len(named) < NAMED:
            named.append(path)

    def _real(self, path: str) -> str:
        return os.path.join(self.root, path)  # noqa: PTH118  (a Path for each of a million files takes its time)


def writable(name: str) -> bool:
    """Whether a name can stand in a torrent: it is UTF-8."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def is_hidden(entry: os.DirEntry[str]) -> bool:
    """Whether the system does not show it unless it is asked to."""
    if entry.name.startswith("."):
        return True
    if os.name != "nt":
        return False
    return bool(getattr(entry.stat(follow_symlinks=False), "st_file_attributes", 0) & stat.FILE_ATTRIBUTE_HIDDEN)


def look(question: Mapping[str, Any], tell: Callable[[Mapping[str, object]], None]) -> Walk:
    """All files that the question means. Raises RefusedError."""
    # `normpath` takes "/a/b/" and "/a/./b" for what they are and leaves links alone.
    root, name = os.path.split(os.path.normpath(question["path"]))
    if not name:
        raise RefusedError("root", root)
    excluded: Callable[[str], bool] = _nothing
    if question["patterns"]:
        from starling.excluded import matcher

        excluded = matcher(question["patterns"])
    walk = Walk(root, question["hidden"], excluded, tell)
    walk.take(name)
    return walk


def _nothing(_path: str) -> bool:
    return False


def stamp(entries: Sequence[Entry]) -> str:
    """Names, sizes and times of the files in a few letters."""
    digest = hashlib.sha256()
    for entry in entries:
        digest.update(f"{entry.path}\0{entry.size}\0{entry.changed}\0".encode())
    return digest.hexdigest()


def describe(walk: Walk, piece_sizes: Sequence[int]) -> dict[str, object]:
    """The answer to a look."""
    entries = walk.entries
    sizes = [entry.size for entry in entries if entry.size]
    layers = {}
    for piece_size in piece_sizes:
        counts = [-(-size // piece_size) for size in sizes]
        several = [count for count in counts if count > 1]
        pads = sum(1 for size in sizes if size % piece_size)
        layers[piece_size] = [sum(counts), sum(several), len(several), pads]
    return {
        "files": len(entries),
        "size": sum(sizes),
        "stamp": stamp(entries),
        "left": {reason: [count, walk.left[reason]] for reason, count in walk.counts.items()},
        "names_v1": sum(_room_v1(entry) for entry in entries),
        "names_v2": _room_v2(entries),
        "layers": layers,
    }


def _text(text: str) -> int:
    """Bytes of a bencoded text."""
    count = len(text.encode())
    return len(str(count)) + 1 + count


def _room_v1(entry: Entry) -> int:
    return len(f"d6:lengthi{entry.size}e4:pathlee") + sum(map(_text, entry.parts[1:]))


def _room_v2(entries: Sequence[Entry]) -> int:
    total, folders = 0, set()
    for entry in entries:
        *above, name = entry.parts
        for depth in range(1, len(above) + 1):
            folders.add("/".join(above[:depth]))
        total += (
            _text(name) + len(f"d0:d6:lengthi{entry.size}eee") + (len("11:pieces root32:") + 32 if entry.size else 0)
        )
    return total + sum(_text(folder.rpartition("/")[2]) + 2 for folder in folders)


def make(question: Mapping[str, Any], tell: Callable[[Mapping[str, object]], None]) -> tuple[dict[str, object], bytes]:
    """The answer and the .torrent. Raises RefusedError."""
    walk = look(question, tell)
    entries = walk.entries
    if stamp(entries) != question["stamp"]:
        raise RefusedError("changed", os.path.normpath(question["path"]))
    import libtorrent as lt

    flags = {"v1": lt.create_torrent.v1_only, "v2": lt.create_torrent.v2_only, "hybrid": 0}[question["format"]]
    if question["aligned"]:
        flags |= lt.create_torrent.canonical_files
    try:
        torrent = lt.create_torrent(
            [lt.create_file_entry(entry.path, entry.size) for entry in entries], question["piece_size"], flags
        )
        hashed = Hashed(torrent.files(), torrent.piece_length(), tell)
        lt.set_piece_hashes(torrent, os.fsencode(walk.root), hashed)
    except RuntimeError as error:
        _blame(walk)
        raise RefusedError("library", said=str(error)) from error
    _blame(walk)
    for number, tier in enumerate(question["tiers"]):
        for url in tier:
            torrent.add_tracker(url, number)
    for url in question["web_seeds"]:
        torrent.add_url_seed(url)
    torrent.set_priv(question["private"])
    torrent.set_creator(question["creator"])
    torrent.set_creation_date(question["date"])
    if question["comment"]:
        torrent.set_comment(question["comment"])
    document: Any = torrent.generate()
    info = document[b"info"]
    if question["format"] == "hybrid" or question["aligned"]:
        put_in_order(info)
    if question["source"]:
        info[b"source"] = question["source"].encode()
    data = lt.bencode(document)
    return _result(lt.load_torrent_buffer(data, question["limits"]), entries), data


class Hashed:
    """Called with the number of each piece that was hashed; tells now and then how many bytes that are."""

    def __init__(self, layout: Any, piece_size: int, tell: Callable[[Mapping[str, object]], None]) -> None:
        self._tell = tell
        self._size = piece_size
        self._total = layout.total_size()
        self._real = sum(
            layout.file_size(i) for i in range(layout.num_files()) if not layout.file_flags(i) & layout.flag_pad_file
        )
        self._done = 0
        tell({"hashed": 0, "of": self._real})

    def __call__(self, _piece: int) -> None:
        self._done = min(self._total, self._done + self._size)
        # Pads are no bytes of anybody's: they are spread over all of it.
        self._tell({"hashed": self._done * self._real // self._total, "of": self._real})


def _blame(walk: Walk) -> None:
    """Raises RefusedError for the first file that is not what it was before it was hashed."""
    for entry in walk.entries:
        path = os.path.join(walk.root, entry.path)  # noqa: PTH118
        try:
            now = os.stat(path)  # noqa: PTH116
        except FileNotFoundError as error:
            raise RefusedError("gone", path) from error
        except OSError as error:
            raise RefusedError("closed", path, error.strerror or "") from error
        if (now.st_size, now.st_mtime_ns) != (entry.size, entry.changed):
            raise RefusedError("changed", path)
        if not os.access(path, os.R_OK):
            raise RefusedError("closed", path, os.strerror(errno.EACCES))


def put_in_order(info: dict[bytes, Any]) -> None:
    """Puts the files of an info dictionary's v1 half, in which each has pieces of its own, in the order of the v2 half.

    libtorrent 2.1 sorts whole paths, so that "a.b" comes before "a/b"; a tree has "a" before "a.b", and a hybrid whose
    halves disagree is refused, by libtorrent too. Pieces that belong to one file are the same wherever they stand.
    """
    if b"files" not in info:
        return
    size, pieces, at = info[b"piece length"], info[b"pieces"], 0
    groups: list[tuple[list[bytes], list[dict[bytes, Any]], bytes]] = []
    for file in info[b"files"]:
        if b"p" in file.get(b"attr", b""):
            groups[-1][1].append(file)
            continue
        end = at + -(-file[b"length"] // size) * DIGEST
        groups.append((file[b"path"], [file], pieces[at:end]))
        at = end
    groups.sort(key=lambda group: group[0])
    info[b"files"] = [file for _, files, _ in groups for file in files]
    info[b"pieces"] = b"".join(own for _, _, own in groups)


def _result(params: Any, entries: Sequence[Entry]) -> dict[str, object]:
    """What the .torrent says when it is read."""
    import libtorrent as lt

    info = params.ti
    hashes, layout, renamed = info.info_hashes(), info.layout(), dict(params.renamed_files)
    indices = [i for i in range(layout.num_files()) if not layout.file_flags(i) & layout.flag_pad_file]
    paths = {
        index: entry.path
        for index, entry in zip(indices, entries, strict=True)
        if entry.path != (renamed.get(index) or layout.file_path(index))
    }
    return {
        "name": info.name(),
        "hash_v1": str(hashes.v1) if hashes.has_v1() else "",
        "hash_v2": str(hashes.v2) if hashes.has_v2() else "",
        "magnet": lt.make_magnet_uri(params),
        "files": len(entries),
        "size": sum(entry.size for entry in entries),
        "pieces": info.num_pieces(),
        "piece_size": info.piece_length(),
        "paths": paths,
    }


class Teller:
    """Writes what is said to the parent, and of news about how far it is no more than ten a second."""

    def __init__(self) -> None:
        self._last = 0.0

    def news(self, said: Mapping[str, object]) -> None:
        """How far it is."""
        now = time.monotonic()
        if now - self._last >= NEWS:
            self._last = now
            self.say(said)

    def say(self, said: Mapping[str, object], data: bytes = b"") -> None:
        """An answer."""
        sys.stdout.buffer.write(json.dumps(said).encode() + b"\n" + data)
        sys.stdout.buffer.flush()


def _leave_with_parent() -> None:
    # Not `sys.stdin`: Python can't end while somebody reads from it.
    while os.read(0, 4096):
        pass
    os._exit(1)


def main() -> None:
    """Answers the one question."""
    question = json.loads(sys.stdin.buffer.readline())
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    teller = Teller()
    try:
        if question["make"]:
            made, data = make(question, teller.news)
            teller.say({"made": made, "bytes": len(data)}, data)
        else:
            teller.say({"found": describe(look(question, teller.news), question["piece_sizes"])})
    except RefusedError as refused:
        teller.say(refused.answer)


if __name__ == "__main__":
    main()
