# SPDX-License-Identifier: GPL-3.0-or-later
"""Two queries as one: each finds what it found alone, whatever stands in it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starling.query import parse
from starling.queryjoin import both
from starling.querytokens import Part, quoted, tokens
from tests.test_query import BOOKS, LINUX

ALL = (LINUX, BOOKS, replace(LINUX, name="or state iso) size"), replace(BOOKS, name="Debian ("))
PIECES = (
    "debian", "iso", "|", "or", "(", ")", "-", " ", " ", '"', "state:stalled", "name:", "size>1M", "label:linux", "“",
)  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        ("state:stalled", "debian ratio<1", "state:stalled debian ratio<1"),
        ("state:stalled", "debian | ubuntu", "state:stalled (debian | ubuntu)"),
        ("a or b", "-c", "(a or b) -c"),
        ("state:stalled", "", "state:stalled"),
        ("", "a | b", "a | b"),
        ('name:"open', "b", 'name:"open" b'),
        ("“open", "b", "“open” b"),
        ("(a | b", "c", "(a | b) c"),
        ("(a (", "c", "(a ( )) c"),
        ("file:(flac", "c", "file:(flac) c"),
        ("state:paused", "x) | y", "state:paused x) | state:paused y"),
        ("debian", "x)|(", "debian x)"),
        ("", ")or", '"or"'),
        ("seeds", "<3", "(seeds) (<3)"),
        ("state:paused", "or", 'state:paused "or"'),
    ],
)
def test_joined(first: str, second: str, text: str) -> None:
    assert both(first, second) == text


@given(*[st.lists(st.sampled_from(PIECES), max_size=8).map(lambda parts: "".join(parts).strip())] * 2)
def test_both_find_what_each_finds(first: str, second: str) -> None:
    one, other, joined = parse(first), parse(second), parse(both(first, second))
    if one.flaw or other.flaw or one.inside or other.inside:
        return
    assert joined.problem is None
    rules = [query.rule() or (lambda _torrent: True) for query in (one, other, joined)]
    for torrent in ALL:
        alone, too, together = (rule(torrent) for rule in rules)
        assert together == (alone and too), both(first, second)


@pytest.mark.parametrize("name", ["Linux", "Big ones", 'say "hi"', "“a”", '“a” "b"', '„a“ ”b"', "none", "a*b"])
def test_quoted_values_are_read_as_they_are(name: str) -> None:
    (token,) = tokens(f"label={quoted(name)} ".strip())
    assert token.part is Part.TERM
    rule = parse(f"label={quoted(name)}").rule()
    assert rule is not None
    assert rule(replace(LINUX, labels=(name,)))
    assert not rule(replace(LINUX, labels=(f"{name} x",)))
