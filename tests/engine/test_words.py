# SPDX-License-Identifier: GPL-3.0-or-later
"""Pure functions: error codes to sentences, text off the network, files and pieces, errors of the bindings."""

import errno

import libtorrent as lt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from starling.engine import convert, peerinfo, pieceinfo, text, words
from starling.engine.errors import code, reason
from starling.engine.pieceprogress import Going
from starling.pieces import Partial, PieceMap
from starling.torrent import File, Problem
from tests.helpers import sentence
from tests.swarm import Swarm, Version


@pytest.mark.parametrize(
    ("category", "value", "message", "problem", "part"),
    [
        ("system", errno.ENOSPC, "No space left", Problem.DISK_FULL, "Disk full on /d:"),
        ("generic", errno.EDQUOT, "Quota", Problem.DISK_FULL, "Disk full"),
        ("system", errno.EROFS, "Read-only", Problem.READ_ONLY, "may not be written"),
        ("system", errno.EACCES, "Denied", Problem.READ_ONLY, "/d/f"),
        ("system", errno.ENOENT, "No such file", Problem.MISSING_FILES, "put it back"),
        ("system", errno.EIO, "I/O error", Problem.MISSING_FILES, "put it back"),
        ("libtorrent", 134, "mismatching file size", Problem.MISSING_FILES, "put it back"),
        ("libtorrent", 1, "file too short", Problem.MISSING_FILES, "put it back"),
        ("system", errno.ENAMETOOLONG, "long", Problem.OTHER, "too long"),
        ("system", errno.EISDIR, "Is a directory", Problem.OTHER, "Is a directory"),
        ("libtorrent", 2, "odd", Problem.OTHER, "odd"),
    ],
)
def test_disk_problem(category: str, value: int, message: str, problem: Problem, part: str) -> None:
    found, told = words.disk_problem(category, value, message, "/d/f")
    assert (found, part in sentence(told)) == (problem, True)
    assert words.disk_problem(category, value, message, "")[0] is problem


@pytest.mark.parametrize(
    ("category", "value", "part"),
    [
        ("system", errno.ENOENT, "does not exist"),
        ("system", errno.EACCES, "may not be read"),
        ("bdecode", 3, "is not a .torrent file"),
        ("libtorrent", 9, "is no valid torrent: why"),
    ],
)
def test_bad_torrent(category: str, value: int, part: str) -> None:
    assert part in sentence(words.bad_torrent(category, value, "why", "x.torrent"))


def test_error_of_the_bindings() -> None:
    with pytest.raises(RuntimeError) as raised:
        lt.load_torrent_buffer(b"x")
    assert code(raised.value) == ("bdecode", 4)
    assert not reason(raised.value).endswith("]")
    assert (code(ValueError("plain")), reason(ValueError(" plain "))) == (("", 0), "plain")


@given(st.binary(max_size=200) | st.text(max_size=200), st.integers(0, 80))
def test_printable_is_one_short_line(raw: bytes | str, limit: int) -> None:
    shown = text.printable(raw, limit)
    assert len(shown) <= limit
    assert shown.isprintable()


def test_safe_reads_what_the_bindings_refuse() -> None:
    assert text.safe(b"caf\xe9".decode) == "caf\ufffd"
    assert text.safe(lambda: "café") == "café"


@pytest.mark.parametrize(
    ("name", "peer_id", "shown"),
    [
        (b"qBittorrent/5.1", b"-qB5100-xxxxxxxxxxxx", "qBittorrent/5.1"),
        (b"", b"-BT7a4S-xxxxxxxxxxxx", "-BT7a4S-"),
        (b"Unknown [xx]", b"-BT7a4S-xxxxxxxxxxxx", "-BT7a4S-"),
        (b"", bytes(20), ""),
        (b"\xff\x1b[31m", bytes(20), "\ufffd?[31m"),
    ],
)
def test_client_name(name: bytes, peer_id: bytes, shown: str) -> None:
    assert peerinfo.client_name(name, peer_id) == shown


def info(swarm: Swarm, version: Version) -> lt.torrent_info:
    payload = swarm.payload(
        version=version, piece_size=16_384, files={"a": 20_000, "b": 0, "c": 16_384, "d": 1, "e": 40_000}
    )
    params = lt.load_torrent_file(str(payload.torrent_path))
    assert params.ti is not None
    return params.ti


@pytest.mark.parametrize("version", list(Version), ids=lambda version: version.value)
def test_files_and_their_pieces(swarm: Swarm, version: Version) -> None:
    torrent = info(swarm, version)
    layout, length = torrent.layout(), torrent.piece_length()
    found = convert.files(torrent, {0: "renamed/x"})
    assert sum(file.size for file in found) == 76_385
    assert found[0].path == "renamed/x"
    assert not any(".pad" in file.path for file in found)
    for file in found:
        assert file.size == layout.file_size(file.index)
        offset = layout.file_offset(file.index)
        touched = {at // length for at in (offset, offset + file.size - 1)} if file.size else set()
        assert file.pieces == (max(touched) - min(touched) + 1 if touched else 0)
        assert not touched or file.first_piece == min(touched)


def test_edges_of_wanted_files() -> None:
    files = (File(0, "a", 10, 0, 3), File(2, "b", 10, 2, 1), File(3, "c", 0, 3, 0), File(4, "d", 10, 3, 4))
    assert convert.edge_pieces(files, [4, 4, 4, 4, 4]) == {0, 2, 3, 6}
    assert convert.edge_pieces(files, [4, 4, 0, 4, 0]) == {0, 2}
    assert convert.edge_pieces(files, [0] * 5) == set()


def test_piece_map_holds_a_byte_a_piece() -> None:
    class Status:
        pieces = (True, False, True)

    going = Going(tuple(Partial(index=index, size=16_384, blocks=b"", filled=b"", done=0) for index in (2, 1, 0)))
    made = pieceinfo.piece_map(Status(), [0, 300, 2], going, 16_384)  # type: ignore[arg-type]
    assert made == PieceMap(16_384, b"\1\0\1", bytes([0, 255, 2]), (1,))
    assert made.count == 3
