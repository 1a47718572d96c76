# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists of addresses as people have them: every format, every packing, and what is none."""

import gzip
import io
import os
import struct
import zipfile
from collections.abc import Callable, Sequence
from ipaddress import IPv4Address, IPv6Address, ip_address, summarize_address_range
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starling.engine import ipfilterchild, ipfilterlist
from starling.engine.ipfilterchild import read
from starling.engine.ipfilterlines import spanned
from starling.engine.ipfilterlist import BLOCK, Reading, Refusal, RefusedError, packed
from starling.engine.ipranges import Ranges

DAT = """\
# made by hand
001.002.003.000 - 001.002.003.255 , 000 , Some organisation: 9.9.9.9-9.9.9.10
5.6.7.8-5.6.7.9,100,Läufer
010.000.000.000 - 010.000.000.255 , 128 , friends
\t7.7.7.7 - 7.7.7.7

2001:db8::  -  2001:db8::ff , 10 , six
8.8.8.8 - 8.8.8.9
"""
P2P = """\
; PeerGuardian
words:1.2.3.0-1.2.3.255
more: words: with-dashes :5.6.7.8-5.6.7.9
:7.7.7.7-7.7.7.7
six:2001:db8::-2001:db8::ff
a:b, c:8.8.8.8-8.8.8.9
"""
CIDR = """\
// networks
1.2.3.4/24
5.6.7.8/31 ; SBL1
7.7.7.7#one
::ffff:8.8.8.8/127
2001:db8::/120
"""
SAME = ["1.2.3.0-1.2.3.255", "5.6.7.8-5.6.7.9", "7.7.7.7-7.7.7.7", "8.8.8.8-8.8.8.9", "2001:db8::-2001:db8::ff"]


def ranges(reading: Reading) -> Ranges:
    return Ranges(packed(reading.v4, 4)[1], packed(reading.v6, 16)[1])


def listed(path: Path) -> list[str]:
    return ["-".join(rule) for part in ranges(read(str(path))).rules(2) for rule in part]


def refusal(path: Path) -> Refusal:
    with pytest.raises(RefusedError) as caught:
        read(str(path))
    return caught.value.why


def p2b(version: int, rows: Sequence[tuple[str, str, str]]) -> bytes:
    head = b"\xff\xff\xff\xffP2B" + bytes([version])
    charset = "latin-1" if version == 1 else "utf-8"
    ends = [IPv4Address(first).packed + IPv4Address(last).packed for _, first, last in rows]
    names = [name.encode(charset) + b"\0" for name, _, _ in rows]
    if version < 3:
        return head + b"".join(name + pair for name, pair in zip(names, ends, strict=True))
    numbered = b"".join(struct.pack(">I", number) + pair for number, pair in enumerate(ends))
    count = struct.pack(">I", len(rows))
    return head + count + b"".join(names) + count + numbered


def zipped(data: bytes, *names: str) -> bytes:
    packed_up = io.BytesIO()
    with zipfile.ZipFile(packed_up, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names or ("folder/list.txt",):
            archive.writestr(name, data)
    return packed_up.getvalue()


def as_it_is(data: bytes) -> bytes:
    return data


@pytest.mark.parametrize("pack", [as_it_is, gzip.compress, zipped])
@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "latin-1"])
@pytest.mark.parametrize("text", [DAT, P2P, CIDR, CIDR.replace("\n", "\r\n"), DAT.rstrip("\n")])
def test_texts(tmp_path: Path, text: str, charset: str, pack: Callable[[bytes], bytes]) -> None:
    file = tmp_path / "list.mp4"
    file.write_bytes(pack(text.encode(charset)))
    assert listed(file) == SAME
    assert read(str(file)).allowed == text.count("128")


@pytest.mark.parametrize("version", [1, 2, 3])
def test_binary(tmp_path: Path, version: int) -> None:
    rows = [("Läufer", "5.6.7.8", "5.6.7.9"), ("", "1.2.3.0", "1.2.3.255"), ("wrong", "9.9.9.9", "1.1.1.1")]
    data = p2b(version, rows)
    file = tmp_path / "list"
    for stored in (data, gzip.compress(data)):
        file.write_bytes(stored)
        assert listed(file) == SAME[:2]
        assert read(str(file)).named == [(3, "wrong:9.9.9.9-1.1.1.1")]
    assert read(str(file), (4, int(IPv4Address("5.6.7.9")))).found == [(1, "Läufer")]
    for size in (8, 9, len(data) - 1):
        file.write_bytes(data[:size])
        assert refusal(file) in {Refusal.DAMAGED, Refusal.EMPTY}
    file.write_bytes(data[:7] + b"\x09" + data[8:])
    assert refusal(file) is Refusal.NO_LIST


def test_lines_that_cannot_be_read_are_counted_and_the_first_are_named(tmp_path: Path) -> None:
    file = tmp_path / "list.dat"
    bad = [
        "9.9.9.9 - 1.1.1.1 , 0 , back",
        "300.1.1.1 - 300.1.1.2 , 0 ,",
        "no line",
        "1.2.3.4/33",
        "::2-::1",
        "1.2.3.4-::1",
    ]
    file.write_text(
        "\n".join([f"1.{n // 250}.{n % 250}.1 - 1.{n // 250}.{n % 250}.9 , 0 , x" for n in range(9000)] + bad * 5)
    )
    reading = read(str(file))
    assert (reading.ranges, reading.wrong, reading.lines) == (9000, 30, 9030)
    assert reading.named == [(9001 + number, bad[number % 6]) for number in range(20)]
    assert len(file.read_bytes()) > BLOCK


def test_what_is_commented_out_keeps_nobody_out(tmp_path: Path) -> None:
    file = tmp_path / "list.p2p"
    file.write_text(
        "good:1.2.3.0-1.2.3.255\nmore:2.2.3.0-2.2.3.255\n# off:9.9.9.0-9.9.9.255\n  //x:8.8.8.0-8.8.8.9\n"
        ";y:7.7.7.0-7.7.7.9\nno. 1 #a:6.6.6.0-6.6.6.9\n"
    )
    assert listed(file) == ["1.2.3.0-1.2.3.255", "2.2.3.0-2.2.3.255", "6.6.6.0-6.6.6.9"]
    assert read(str(file)).wrong == 0


def test_a_range_of_ipv6_that_is_the_wrong_way_round_is_none(tmp_path: Path) -> None:
    file = tmp_path / "list.p2p"
    file.write_text("ok:1.1.1.1-1.1.1.2\nname:2001:db8::9-2001:db8::1\na:b, c:2001:db8::1-2001:db8::9\n")
    assert listed(file) == ["1.1.1.1-1.1.1.2", "2001:db8::1-2001:db8::9"]
    assert read(str(file)).named == [(2, "name:2001:db8::9-2001:db8::1")]


def test_odd_characters_of_named_lines_do_no_harm(tmp_path: Path) -> None:
    file = tmp_path / "list"
    file.write_bytes(b"1.1.1.1\n2.2.2.2\n3.3.3.3\n\x1b[31mred\n" + "wörter".encode("latin-1") + b"\n" + b"x" * 500)
    assert [text for _, text in read(str(file)).named] == [
        "\N{REPLACEMENT CHARACTER}[31mred",
        "wörter",
        "x" * 160 + "…",
    ]


def test_the_lines_that_name_an_address_are_found(tmp_path: Path) -> None:
    file = tmp_path / "list"
    file.write_text(P2P + "again:1.2.3.4-1.2.3.4\n" * 9)
    lines = [(2, "words:1.2.3.0-1.2.3.255"), *((number, "again:1.2.3.4-1.2.3.4") for number in range(7, 11))]
    assert read(str(file), (4, int(IPv4Address("1.2.3.4")))).found == lines
    assert read(str(file), (6, int(IPv6Address("2001:db8::1")))).found == [(5, "six:2001:db8::-2001:db8::ff")]
    assert read(str(file), (4, 1)).found == []


def test_what_overlaps_or_touches_is_one_range(tmp_path: Path) -> None:
    file = tmp_path / "list"
    file.write_text(
        "1.0.0.5-1.0.0.9\n1.0.0.0-1.0.0.6\n1.0.0.10\n1.0.0.2\n1.0.0.12\n::/0\n::1\n0.0.0.0\n255.255.255.255\n"
    )
    assert listed(file) == [
        "0.0.0.0-0.0.0.0",
        "1.0.0.0-1.0.0.10",
        "1.0.0.12-1.0.0.12",
        "255.255.255.255-255.255.255.255",
        "::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
    ]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", Refusal.EMPTY),
        (b"# nothing\n\n", Refusal.EMPTY),
        (b"1.1.1.1 - 1.1.1.2 , 200 , friends\n", Refusal.EMPTY),
        (b"\x00\x00\x00\x20ftypisom" + os.urandom(9000), Refusal.NO_LIST),
        (b"a text\n", Refusal.NO_LIST),
        (b"1.1.1.1\n" + b"a text\n" * 200, Refusal.NO_LIST),
        (b"x" * (3 << 20), Refusal.NO_LIST),
        (b"a text\n" * 200_000, Refusal.NO_LIST),
        (gzip.compress(b"1.1.1.1\n" * 9000)[:-20], Refusal.DAMAGED),
        (gzip.compress(b"1.1.1.1\n" * 9000)[:-8] + bytes(8), Refusal.DAMAGED),
        (b"\x1f\x8bnonsense" * 9, Refusal.DAMAGED),
        (zipped(b"1.1.1.1\n")[:-9], Refusal.DAMAGED),
        (zipped(b"1.1.1.1\n", "one", "two"), Refusal.SEVERAL),
        (zipped(b"1.1.1.1\n", "folder/"), Refusal.SEVERAL),
    ],
)
def test_what_is_no_list_is_refused(tmp_path: Path, data: bytes, why: Refusal) -> None:
    file = tmp_path / "list"
    file.write_bytes(data)
    assert refusal(file) is why


def test_a_locked_zip_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "list"
    data = bytearray(zipped(b"1.1.1.1\n"))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    file.write_bytes(data)
    assert refusal(file) is Refusal.DAMAGED


def test_what_is_no_file_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "large").touch()
    os.truncate(tmp_path / "large", 1 << 30)
    (tmp_path / "loop").symlink_to("loop")
    refused = {name: refusal(tmp_path / name) for name in ("fifo", "large", "loop", "none", ".", "none/none")}
    assert refused == {
        "fifo": Refusal.NO_FILE,
        "large": Refusal.TOO_LARGE,
        "loop": Refusal.UNREADABLE,
        "none": Refusal.MISSING,
        ".": Refusal.NO_FILE,
        "none/none": Refusal.MISSING,
    }
    assert refusal(Path("/dev/zero")) is Refusal.NO_FILE


def test_what_unpacks_to_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ipfilterlist, "FILE_LIMIT", 3 << 20)
    file = tmp_path / "list.gz"
    file.write_bytes(gzip.compress(b"1.1.1.1\n" * (1 << 19)))
    assert file.stat().st_size < 50_000
    assert refusal(file) is Refusal.TOO_LARGE
    monkeypatch.setattr(ipfilterlist, "LINES_LIMIT", 1000)
    file.write_bytes(b"\n" * 1001)
    assert refusal(file) is Refusal.TOO_LARGE
    monkeypatch.setattr(ipfilterlist, "READ_LIMIT", 5)
    file.write_bytes(b"1.1.1.1\n" * 6)
    assert refusal(file) is Refusal.TOO_MANY
    monkeypatch.setattr(ipfilterlist, "RANGES_LIMIT", 1)
    with pytest.raises(RefusedError):
        packed([0 << 32 | 0, 2 << 32 | 2], 4)


def test_what_may_not_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "list"
    file.write_text("1.1.1.1\n")
    # Root may read everything.
    for error, why in ((PermissionError, Refusal.DENIED), (MemoryError, Refusal.TOO_MANY)):

        def fail(*_: object, error: type[Exception] = error) -> None:
            raise error

        monkeypatch.setattr(ipfilterchild.os, "open", fail)
        assert refusal(file) is why


V4 = st.integers(0, 2**32 - 1).map(IPv4Address)
V6 = st.integers(2**64, 2**128 - 1).map(IPv6Address)
PAIRS = st.one_of(st.tuples(V4, V4), st.tuples(V6, V6))
WORDS = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\n\r"), max_size=20)


@given(st.binary(max_size=300))
def test_no_bytes_do_any_harm(line: bytes) -> None:
    found = spanned(line.replace(b"\n", b""))
    if found:
        version, first, last = found[0]
        assert 0 <= first <= last < 2 ** (32 if version == 4 else 128)
    reading = Reading()
    reading.block(line + b"\n")
    for rule in (rule for part in ranges(reading).rules(100) for rule in part):
        first, last = map(ip_address, rule)
        assert int(first) <= int(last)


@given(st.lists(st.text("0123456789.:-/, abcdef#;", max_size=60), max_size=12).map("\n".join))
def test_the_quick_way_reads_as_the_thorough_one(text: str) -> None:
    data = text.encode() + b"\n"
    quick, thorough = Reading(), Reading()
    quick.block(data)
    for number, line in enumerate(data.split(b"\n")[:-1], 1):
        thorough._line(number, line)
    assert (list(quick.v4), quick.v6) == (list(thorough.v4), thorough.v6)
    assert (quick.allowed, quick.wrong, quick.named) == (thorough.allowed, thorough.wrong, thorough.named)


@given(st.lists(st.tuples(PAIRS, WORDS, st.integers(0, 300)), max_size=8), st.data())
def test_whom_a_list_names_is_in_its_ranges_and_nobody_else(
    rows: list[tuple[tuple[IPv4Address, IPv4Address], str, int]], data: st.DataObject
) -> None:
    lines, blocked = [], []
    for (one, other), words, level in rows:
        first, last = sorted((one, other))
        lines.append(f"{first} - {last} , {level} , {words}")
        if level < 128:
            blocked.append((first, last))
    reading = Reading()
    reading.block("".join(f"{line}\n" for line in lines).encode())
    found = ranges(reading)
    assert (reading.wrong, reading.allowed) == (0, len(rows) - len(blocked))
    near = [int(end) + step for ends in blocked for end in ends for step in (-1, 0, 1)]
    for kind, highest in ((IPv4Address, 2**32), (IPv6Address, 2**128)):
        for number in (*near, data.draw(st.integers(0, highest - 1))):
            if 0 <= number < highest:
                address = kind(number)
                kept_out = any(first.version == address.version and first <= address <= last for first, last in blocked)
                assert bool(found.of(address)) is kept_out


@given(st.lists(st.tuples(V4, V4), min_size=1, max_size=8))
def test_networks_say_the_same_as_ranges(pairs: list[tuple[IPv4Address, IPv4Address]]) -> None:
    spans, networks = Reading(), Reading()
    for pair in pairs:
        first, last = sorted(pair)
        spans.block(f"x:{first}-{last}\n".encode())
        networks.block("".join(f"{each}\n" for each in summarize_address_range(first, last)).encode())
    assert ranges(spans) == ranges(networks)


def test_ranges_that_were_cut_off_are_none() -> None:
    with pytest.raises(ValueError, match="cut off"):
        Ranges(bytes(7))
    backwards = IPv4Address("9.9.9.9").packed + IPv4Address("1.1.1.1").packed
    assert [rule for part in Ranges(backwards).rules(9) for rule in part] == []
    five = Ranges(
        b"".join(bytes([number, 0, 0, 1, number, 0, 0, 2]) for number in range(5)),
        bytes(15) + b"\1" + bytes(15) + b"\2",
    )
    assert list(five.stretches(2)) == [
        ("0.0.0.1", "1.0.0.2"),
        ("2.0.0.1", "3.0.0.2"),
        ("4.0.0.1", "4.0.0.2"),
        ("::1", "::2"),
    ]
    assert (len(Ranges()), len(Ranges(bytes(16), bytes(32))), Ranges().of(IPv4Address("1.1.1.1"))) == (0, 3, None)
