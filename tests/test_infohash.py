# SPDX-License-Identifier: GPL-3.0-or-later
"""Info-hashes: one definition for everything that takes them."""

import pytest

from starling import arguments, items
from starling.engine import sources
from starling.infohash import is_info_hash, without_prefix

V1, V2, BASE32 = "0123456789abcdefABCD" * 2, "ab" * 32, "ABCDEFGHIJKLMNOPqrstuvwxyz234567"


@pytest.mark.parametrize("text", [V1, V2, f"1220{V2}", BASE32])
def test_everything_takes_the_same_forms(text: str) -> None:
    assert is_info_hash(text)
    assert arguments.parse([text]).items == (text,)
    assert items.kind_of(text) is items.Kind.HASH
    assert sources.kind_of(text) is sources.Kind.HASH
    assert sources.hashes_of(sources.parse(text)).has_v2() == (V2 in text)


@pytest.mark.parametrize("text", ["", V1[1:], f"1221{V2}", f"1220{V1}", f"{V1}\n", BASE32[1:] + "1", "ſ" * 32])
def test_what_is_none(text: str) -> None:
    assert not is_info_hash(text)
    assert without_prefix(text) == text


def test_prefix() -> None:
    assert without_prefix(f"1220{V2}") == V2
    assert without_prefix(V2) == V2
