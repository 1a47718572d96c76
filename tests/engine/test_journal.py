# SPDX-License-Identifier: GPL-3.0-or-later
"""What is noted of files that are about to change is read again as it was, and is never in the window's way."""

import json

from starling.engine.journal import Plan, decode, encode


def test_plans_are_read_as_they_were_written() -> None:
    many = Plan({5, 1, 3_000}, {index: f"Ordner/ä “{index}”\n.bin" for index in range(5_000)})
    plans = {"a" * 40: many, "b" * 40: Plan({0}), "c" * 40: Plan(renames={7: "x"}), "d" * 40: Plan()}
    assert decode(encode(plans)) == plans
    assert json.loads(encode(plans))["b" * 40] == {"skips": [0], "renames": []}
    assert decode(encode({})) == decode(None) == {}


def test_what_can_not_be_read_counts_as_nothing() -> None:
    for raw in (b"x", b"[]", b'{"a": {"skips": 3}}', b'{"a": {"skips": [], "renames": [1]}}'):
        assert decode(raw) == {}
