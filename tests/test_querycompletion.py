# SPDX-License-Identifier: GPL-3.0-or-later
"""What is offered while a query is typed, and what it takes the place of."""

import pytest

from starling.querycompletion import Offers, complete

OFFERS = Offers(
    labels=("Linux", "Big ones", "none", "linux-iso", "My Linux"),
    trackers=("a.example.org", "b.example.net"),
    causes=(("choked", "Nos ahogan"), ("snubbed", "Dejaron de enviar")),
)


def offered(text: str, cursor: int | None = None, *, asked: bool = False) -> list[str]:
    """The whole text for each candidate."""
    cursor = len(text) if cursor is None else cursor
    found = complete(text, cursor, OFFERS, asked=asked)
    return [text[: found.start] + one.text + text[found.end :] for one in found.candidates] if found else []


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("", []),
        ("s", []),
        ("debian", []),
        ('"siz', []),
        ("si", ["size>"]),
        ("x -SI", ["x -size>"]),
        ("(la", ["(label:"]),
        ("rat", ["ratio<"]),
        ("stal", ["state:stalled"]),
        ("folder", ["path:"]),
        ("raito:", []),
        ("state:qu", ["state:queued"]),
        ("state:stalled", []),
        ("state:paused,qu", ["state:paused,queued"]),
        ("why:chok", ["why:choked-by-limit", "why:choked"]),
        ("why:paused,dej", ["why:paused,snubbed"]),
        ("why:limit", ["why:connection-limit", "why:down-limit", "why:choked-by-limit", "why:up-limit"]),
        ("why:non", ["why:none"]),
        ("label:lin", ["label:Linux", "label:linux-iso", 'label:"My Linux"']),
        ("label:big", ['label:"Big ones"']),
        ('label:"big', ['label:"Big ones"']),
        ("label:no", ['label:"none"', "label:none"]),
        ("tracker:ex", ["tracker:a.example.org", "tracker:b.example.net"]),
        ("private: y", ["private: yes"]),
        ("limit:", ["limit:yes", "limit:no", "limit:down", "limit:up"]),
        ("ratio<", ["ratio<0.5", "ratio<1", "ratio<2"]),
        ("added<t", ["added<today"]),
        ("size>4", []),
        ("file:a", []),
    ],
)
def test_what_is_offered(text: str, candidates: list[str]) -> None:
    assert offered(text) == candidates


def test_where_the_cursor_is() -> None:
    assert offered("si debian", 2) == ["size> debian"]
    assert offered("debian si", 3) == []


def test_everything_is_offered_to_who_asks() -> None:
    fields = offered("debian ", asked=True)
    assert fields[0] == "debian state:"
    assert "debian added<" in fields
    assert offered("l", asked=True)[0] == "label:"
    assert offered("debian size>4G ", asked=False) == []
