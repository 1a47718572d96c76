# SPDX-License-Identifier: GPL-3.0-or-later
"""libtorrent's lines about a connection, as its source writes them: what becomes of the rarer ones."""

import pytest

from starling.engine.wirelines import Reader, is_chatter
from starling.wire import UNSURE, Message, Verb, Way

HEAD = "A ==> name <== [ peer 192.0.2.1:6881"


def read(*lines: str) -> list[Message]:
    found: list[Message] = []
    reader = Reader(found.append)
    for line in lines:
        said = line[line.index("[ ") + 2 : -2]
        reader.read(1.0, f"{HEAD} {line}", said)
    return found


@pytest.mark.parametrize(
    ("line", "verb", "size", "numbers"),
    [
        ("<== REQUEST [ piece: 7 s: c000 l: 4000 ]", Verb.REQUEST, 17, (7, 49152, 16384)),
        ("<== PIECE [ piece: 7 s: 4000 l: 1a ds: 0 qs: 6 q: 3 ]", Verb.PIECE, 39, (7, 16384, 26)),
        ("==> CANCEL [ piece: 7 s: 16384 l: 16384 b: 1 ]", Verb.CANCEL, 17, (7, 16384, 16384)),
        ("==> REJECT [ piece: 7 | s: 16384 | l: 16384 ]", Verb.REJECT, 17, (7, 16384, 16384)),
        ("==> SUGGEST_PIECE [ piece: 3 num_peers: 9 ]", Verb.SUGGEST, 9, (3,)),
        ("<== ALLOWED_FAST [ 11 ]", Verb.ALLOWED_FAST, 9, (11,)),
        ("<== DHT_PORT [ p: 6881 ]", Verb.PORT, 7, (6881,)),
        ("<== KEEPALIVE [  ]", Verb.KEEP_ALIVE, 4, ()),
        ("==> HAVE [ piece: 4 (super seed) ]", Verb.HAVE, 9, (4,)),
        ("<== UPLOAD_ONLY [ true ]", Verb.UPLOAD_ONLY, 7, (1,)),
        ("==> UPLOAD_ONLY [ 0 ]", Verb.UPLOAD_ONLY, 7, (0,)),
        ("==> PEX_DIFF [ dropped: 1 added: 2 msg_size: 40 ]", Verb.PEX, 46, (2, 1)),
        ("==> UT_METADATA [ type: 0 (request) piece: 5 ]", Verb.METADATA, None, (0, 5)),
        ("<== HASH_REQUEST [ file: 0 base: 1 idx: 2 cnt: 3 proofs: 4 ]", Verb.HASH_REQUEST, 53, (0, 1, 2, 3, 4)),
        ("<== BITFIELD [ 110100000 ]", Verb.BITFIELD, 7, (3, 9)),
        ("*** UNCHOKE [ sending redundant unchoke ]", Verb.UNCHOKE, 5, ()),
    ],
)
def test_a_line_becomes_a_message(line: str, verb: Verb, size: int | None, numbers: tuple[int, ...]) -> None:
    (message,) = read(line)
    assert (message.verb, message.size, message.numbers) == (verb, size, numbers)
    assert message.way is (Way.IN if line.startswith("<") else Way.OUT)
    assert not is_chatter(line[line.index("[ ") + 2 : -2])


@pytest.mark.parametrize(
    "line",
    [
        "*** PIECE_PICKER [ dlq: 4 rqq: 0 target: 4 req: 0 endgame: 0 ]",
        "*** REQUEST_TIME [ 1 +- 0 ms ]",
        "<<< READ [ 50 bytes ]",
        "*** FILE_ASYNC_WRITE [ piece: 7 s: 0 l: 4000 ]",
        "==> HAVE [ piece: 4 SUPPRESSED ]",
        "<== ENCRYPTION [ decrypted block s = 68 ]",
        "*** CONNECTION_CLOSED [  ]",
    ],
)
def test_what_libtorrent_says_to_itself_is_left_out(line: str) -> None:
    assert read(line) == []


def test_extended_messages_have_the_size_that_is_told_before() -> None:
    found = read(
        "<== EXTENSION_MESSAGE [ msg: 1 size: 30 ]",
        "<== PEX [ dropped: 0 added: 1 ]",
        "<== EXTENSION_MESSAGE [ msg: 99 size: 10 ]",
        "<== CHOKE [  ]",
    )
    assert [(one.verb, one.size) for one in found] == [(Verb.PEX, 34), (Verb.EXTENDED, 14), (Verb.CHOKE, 5)]


def test_a_rejection_may_be_a_conclusion() -> None:
    reject = "<== REJECT [ piece: 0 s: 0 l: 4000 ]"
    assert [one.text for one in read("<== CHOKE [  ]", reject)] == ["", UNSURE]
    assert [one.text for one in read("<== HAVE_ALL [  ]", reject)] == ["", ""]
    bits = f"{'0' * 43}1{'0' * 20}"
    slow = (f"<== EXTENSIONS [ {bits} ext: extension  ]", "<== CHOKE [  ]", reject, "<== HAVE_NONE [  ]")
    assert [one.verb for one in read(*slow)] == [Verb.CHOKE]
    closed = "*** CONNECTION_CLOSED [ op: 1 ERROR: (libtorrent:98) torrent finished ]"
    assert [one.text for one in read(closed, "*** CONNECTION_CLOSED [  ]")] == ["torrent finished"]
