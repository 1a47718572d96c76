# SPDX-License-Identifier: GPL-3.0-or-later
"""Addresses, ranges and endpoints as people write them."""

from ipaddress import IPv4Address, IPv6Address, ip_address
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starling import addresses, settings
from starling.settings import Settings
from tests.helpers import sentence


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("192.0.2.1", "192.0.2.1", "192.0.2.1"),
        (" 192.0.2.7/24 ", "192.0.2.0", "192.0.2.255"),
        ("192.0.2.1 - 192.0.2.9", "192.0.2.1", "192.0.2.9"),
        ("0.0.0.0/0", "0.0.0.0", "255.255.255.255"),
        ("2001:db8::/126", "2001:db8::", "2001:db8::3"),
        ("2001:db8::1-2001:db8::ff", "2001:db8::1", "2001:db8::ff"),
        ("::ffff:192.0.2.1", "192.0.2.1", "192.0.2.1"),
        ("::ffff:192.0.2.0/120", "192.0.2.0", "192.0.2.255"),
        ("::/0", "::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"),
    ],
)
def test_span(text: str, first: str, last: str) -> None:
    assert addresses.span(text) == (ip_address(first), ip_address(last))


WRONG = ["", "x", "192.0.2.256", "192.0.2.9-192.0.2.1", "192.0.2.1-::1", "192.0.2.0/33", "fe80::1%eth0", "fe80::%a/64"]


@pytest.mark.parametrize("text", [*WRONG, "1-2-3", "192.0.2.1:80", "-", "/", "192.0.2.1-", "::2-::1", "example.org"])
def test_no_span(text: str, tmp_path: Path, qapp: object) -> None:
    assert addresses.span(text) is None
    chosen = Settings(tmp_path / "none.toml")
    with pytest.raises(ValueError, match="Banned peers") as caught:
        chosen.set(settings.privacy.BANNED, ("192.0.2.1", text))
    assert f"“{text}”" in sentence(str(caught.value))
    assert chosen.get(settings.privacy.BANNED) == ()
    chosen.deleteLater()


V4, V6 = st.integers(0, 2**32 - 1).map(IPv4Address), st.integers(0, 2**128 - 1).map(IPv6Address)


@given(st.one_of(st.tuples(V4, V4), st.tuples(V6, V6), st.tuples(V4, V6)))
def test_first_is_never_behind_the_last(ends: tuple[IPv4Address, IPv4Address]) -> None:
    found = addresses.span(f"{ends[0]}-{ends[1]}")
    if found is not None:
        assert found[0].version == found[1].version
        assert int(found[0]) <= int(found[1])


@given(st.text())
def test_anything_may_be_typed(text: str) -> None:
    for read in (addresses.span, addresses.endpoint, addresses.parse):
        read(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("192.0.2.1:6881", ("192.0.2.1", 6881)),
        (" [2001:DB8::1]:80 ", ("2001:db8::1", 80)),
        ("[::ffff:192.0.2.1]:80", ("192.0.2.1", 80)),
        ("peer.example.org:51413", ("peer.example.org", 51413)),
        ("localhost:1", ("localhost", 1)),
        ("192.0.2.1", None),
        ("peer.example.org", None),
        ("2001:db8::1:80", None),
        ("[2001:db8::1]", None),
        ("[fe80::1%eth0]:80", None),
        ("192.0.2.1:0", None),
        ("192.0.2.1:65536", None),
        ("192.0.2.1:٣", None),
        ("192.0.2:80", None),
        ("a b:80", None),
        ("é.org:80", None),
        (":80", None),
        ("[]:80", None),
    ],
)
def test_endpoint(text: str, found: tuple[str, int] | None) -> None:
    assert addresses.endpoint(text) == found


def test_bans_grow_and_shrink() -> None:
    banned = ("192.0.2.0/24", "2001:db8::1")
    more = addresses.with_bans(banned, ["192.0.2.7", "::ffff:198.51.100.1", "198.51.100.1", "2001:db8::2", "nonsense"])
    assert more == (*banned, "198.51.100.1", "2001:db8::2")
    assert addresses.without_bans(more, ["192.0.2.9", "2001:db8::2"]) == ("2001:db8::1", "198.51.100.1")


@pytest.mark.parametrize(
    ("text", "can"), [("0.0.0.0", False), ("224.0.0.1", False), ("::", False), ("127.0.0.1", True)]
)
def test_where_a_peer_can_be(text: str, can: bool) -> None:
    assert addresses.connectable(ip_address(text)) is can
