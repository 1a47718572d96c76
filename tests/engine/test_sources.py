# SPDX-License-Identifier: GPL-3.0-or-later
"""Bad input: whatever is opened, the answer is a torrent or a sentence; nothing crashes, nothing is written."""

import os
from pathlib import Path
from typing import Any

import libtorrent as lt
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from starling.engine import sources
from starling.engine.errors import EngineError
from starling.engine.sources import Kind
from tests.helpers import User, sentence
from tests.swarm import Payload, Swarm, Version, make_payload

HASH = "0123456789abcdef0123456789abcdef01234567"


def refusal(data: bytes) -> str:
    with pytest.raises(EngineError) as raised:
        sources.parse_buffer(data, "some.torrent")
    return sentence(str(raised.value))


def torrent(**info: Any) -> bytes:
    given = {b"name": b"n", b"piece length": 16384, b"length": 5, b"pieces": b"x" * 20}
    return bencoded({**given, **{key.replace("_", " ").encode(): value for key, value in info.items()}})


def bencoded(info: dict[bytes, Any]) -> bytes:
    return bytes(lt.bencode({b"info": info}))


@pytest.fixture(scope="module")
def payload(tmp_path_factory: pytest.TempPathFactory) -> Payload:
    return make_payload(tmp_path_factory.mktemp("payload"), version=Version.HYBRID)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("magnet:?xt=urn:btih:" + HASH, Kind.MAGNET),
        ("MAGNET:?xt=urn:btih:" + HASH, Kind.MAGNET),
        (HASH, Kind.HASH),
        (HASH.upper(), Kind.HASH),
        (HASH[:-1], Kind.FILE),
        ("a" * 64, Kind.HASH),
        ("1220" + "a" * 64, Kind.HASH),
        ("1221" + "a" * 64, Kind.FILE),
        ("MFRGGZDFMZTWQ2LKMFRGGZDFMZTWQ2LK", Kind.HASH),
        ("https://x/a", Kind.URL),
        ("HTTP://x/a", Kind.URL),
        ("/tmp/a.torrent", Kind.FILE),
        ("a.torrent", Kind.FILE),
        ("", Kind.FILE),
        ("ftp://x/a", Kind.FILE),
    ],
)
def test_kind_of(text: str, kind: Kind) -> None:
    assert sources.kind_of(text) is kind


def test_file_whose_name_looks_like_a_hash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("mfrggzdfmztwq2lkmfrggzdfmztwq2lk").write_text("x")
    assert sources.kind_of("mfrggzdfmztwq2lkmfrggzdfmztwq2lk") is Kind.FILE


def test_truncated_anywhere(payload: Payload) -> None:
    data = payload.torrent_path.read_bytes()
    for length in range(0, len(data), 7):
        assert "some.torrent" in refusal(data[:length])


@settings(max_examples=300)
@given(st.binary(max_size=300))
@example(b"de")
@example(b"d4:infodee")
@example(b"d4:infoi1ee")
def test_random_bytes(data: bytes) -> None:
    refusal(data)


BENCODED = st.recursive(
    st.integers(-(2**63), 2**63 - 1) | st.binary(max_size=30),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.binary(max_size=8), inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=300)
@given(
    st.dictionaries(st.sampled_from([b"name", b"piece length", b"length", b"pieces", b"files", b"file tree"]), BENCODED)
)
def test_random_info(info: dict[bytes, Any]) -> None:
    try:
        params = sources.parse_buffer(bencoded(info), "some.torrent")
    except EngineError as error:
        sentence(str(error))
    else:
        sources.preview(params)


@settings(max_examples=300)
@given(st.data())
def test_flipped_bytes(payload: Payload, data: st.DataObject) -> None:
    raw = bytearray(payload.torrent_path.read_bytes())
    for _ in range(data.draw(st.integers(1, 8))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    try:
        params = sources.parse_buffer(bytes(raw), "some.torrent")
    except EngineError as error:
        sentence(str(error))
    else:
        sources.preview(params)


@pytest.mark.parametrize("depth", [90, 110, 5_000, 200_000])
def test_deep_nesting(depth: int) -> None:
    refusal(b"d4:info" + b"l" * depth + b"e" * depth + b"e")


@pytest.mark.parametrize(
    "info",
    [
        {"length": -1},
        {"length": 2**60},
        {"length": 0},
        {"piece_length": 0},
        {"piece_length": -5},
        {"piece_length": 2**30},
        {"pieces": b"x" * 19},
        {"pieces": b""},
        {"name": 5},
    ],
    ids=str,
)
def test_numbers_that_make_no_sense(info: dict[str, Any]) -> None:
    refusal(torrent(**info))


def test_more_files_than_anybody_has() -> None:
    # Written by hand: a million small objects would take longer than all the rest.
    files = b"".join(b"d6:lengthi1e4:pathl7:%07dee" % number for number in range(1_200_000))
    refusal(b"d4:infod5:filesl" + files + b"e4:name1:n12:piece lengthi16384e6:pieces20:" + b"x" * 20 + b"ee")


@pytest.mark.parametrize(
    "parts",
    [
        [b"..", b"..", b"evil"],
        [b"/etc/passwd"],
        [b"a", b"..", b"..", b"b"],
        [b"..\\..\\evil"],
        [b""],
        [b"a\0b"],
        [b"\xff\xfe"],
    ],
    ids=str,
)
def test_paths_stay_inside(parts: list[bytes]) -> None:
    files = [{b"length": 5, b"path": parts}, {b"length": 5, b"path": [b"ok"]}]
    data = bencoded({b"name": b"../../n", b"piece length": 16384, b"pieces": b"x" * 20, b"files": files})
    for file in sources.preview(sources.parse_buffer(data, "x")).files:
        assert not file.path.startswith("/")
        assert ".." not in file.path.split("/")
        assert "\0" not in file.path


def test_zeros_are_no_hash() -> None:
    for source in ("0" * 40, "0" * 64, f"magnet:?xt=urn:btih:{'0' * 40}&dn=a"):
        with pytest.raises(EngineError, match="is no info-hash"):
            sources.parse(source)


@pytest.mark.parametrize(
    "link",
    [
        "magnet:",
        "magnet:?",
        "magnet:?dn=only+a+name",
        "magnet:?xt=urn:btih:tooshort",
        "magnet:?xt=urn:btih:" + "g" * 40,
        "magnet:?xt=urn:sha1:" + HASH,
        "magnet:?xt=urn:btmh:1220abcd",
        "magnet:?xt=urn:btih:" + "%zz" * 20,
        "magnet:?" + "a" * 100_000,
    ],
)
def test_wrong_magnet_links(link: str) -> None:
    with pytest.raises(EngineError, match="no valid magnet link") as raised:
        sources.parse(link)
    assert len(sentence(str(raised.value))) < 400


@settings(max_examples=300)
@given(st.text(max_size=200))
def test_random_magnet_links(text: str) -> None:
    for link in (f"magnet:?{text}", f"magnet:?xt=urn:btih:{HASH}&{text}", f"magnet:?xt=urn:btih:{HASH}&dn={text}"):
        try:
            sources.preview(sources.parse(link))
        except EngineError as error:
            # The link stands in the sentence as it was given: only what is said of it is ours.
            sentence(str(error).rpartition(" is no valid")[2])


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("%ff%fe", "\ufffd\ufffd"),
        ("a%0ab%1b", "a␊b␛"),
        ("%E2%80%AEgpj.exe", "\ufffdgpj.exe"),
        ("%F0%9F%91%A9%E2%80%8D%F0%9F%9A%80", "👩\u200d🚀"),
        ("..%2F..%2Fx", "../../x"),
    ],
)
def test_name_in_a_link_is_made_printable(name: str, shown: str) -> None:
    assert sources.preview(sources.parse(f"magnet:?xt=urn:btih:{HASH}&dn={name}")).name == shown


def test_hash_in_base32_that_is_none() -> None:
    with pytest.raises(EngineError):
        sources.parse("1" * 32)


def huge(path: Path) -> None:
    path.touch()
    os.truncate(path, (64 << 20) + 1)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: None, "does not exist"),
        (Path.mkdir, "is a folder"),
        (lambda path: path.write_bytes(b""), "not a .torrent file"),
        (lambda path: path.write_text("hello"), "not a .torrent file"),
        (huge, "larger than 64 MB"),
        (lambda path: path.symlink_to(path), "symbolic links"),
    ],
)
def test_files_that_are_no_torrents(user: User, tmp_path: Path, make: Any, words: str) -> None:
    path = tmp_path / "some.torrent"
    make(path)
    assert words in user.refused(user.engine.intake.preview(str(path)))


def test_paths_that_are_none(user: User) -> None:
    assert "no valid" in user.refused(user.engine.intake.preview("/tmp/a\0b.torrent"))
    assert user.refused(user.engine.intake.preview(""))
    assert "does not exist" in user.refused(user.engine.intake.preview("no/such.torrent"))
    assert "too long" in user.refused(user.engine.intake.preview("x" * 5000))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_file_that_may_not_be_read(user: User, tmp_path: Path) -> None:
    path = tmp_path / "some.torrent"
    path.write_bytes(b"x")
    path.chmod(0)
    assert "may not be read" in user.refused(user.engine.intake.preview(str(path)))


def test_program_goes_on_after_every_refusal(swarm: Swarm, user: User) -> None:
    for source in ("magnet:?x", "/nowhere", "http://127.0.0.1:1/", "zz", "x" * 300):
        user.refused(user.engine.intake.preview(source))
    payload = swarm.payload()
    user.downloads_all(payload, swarm.seed(payload))


def test_name_of_legacy_characters_is_added_and_restored(swarm: Swarm, user: User) -> None:
    id = user.adds(f"magnet:?xt=urn:btih:{HASH}&dn=caf%e9&tr=http://127.0.0.1:1/a%ff&tr=udp://127.0.0.1:1")
    for _ in range(2):
        assert user.torrent(id).name == "caf\ufffd"
        assert list(user.trackers(id)) == ["udp://127.0.0.1:1", "DHT", "PEX", "LSD"]
        user.restart()


def test_addresses_in_a_file_that_are_not_utf8(user: User, tmp_path: Path) -> None:
    document = lt.bdecode(torrent())
    document[b"announce-list"] = [[b"http://127.0.0.1:1/\xff", b"udp://127.0.0.1:1"], [b"udp://127.0.0.1:2"], 5]
    document[b"url-list"] = [b"http://127.0.0.1/\xff"]
    document[b"comment"] = b"caf\xe9"
    path = tmp_path / "old.torrent"
    path.write_bytes(lt.bencode(document))
    shown = user.previews(path)
    assert shown.trackers == ("udp://127.0.0.1:1", "udp://127.0.0.1:2")
    id = user.adds(path)
    assert [user.trackers(id)[url].tier for url in shown.trackers] == [0, 1]
    assert user.run(user.engine.details.facts(id)).web_seeds == ("http://127.0.0.1/%ff",)
    assert user.run(user.engine.details.facts(id)).comment.startswith("caf")
