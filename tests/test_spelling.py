# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts of strangers cannot deceive."""

import pytest

from starling.spelling import shown


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("plain name.txt", "plain name.txt"),
        ("宮沢賢治 全集", "宮沢賢治 全集"),
        ("photo\u202egnp.exe", "photo\ufffdgnp.exe"),
        ("two\nlines\t\x7f", "two␊lines␉␡"),
        ("\u2067iso\u2069", "\ufffdiso\ufffd"),
        ("\U0001f469\u200d\U0001f680.jpg", "\U0001f469\u200d\U0001f680.jpg"),
        ("bad\udce9", "bad\ufffd"),
        ("no\u00a0break", "no\u00a0break"),
    ],
)
def test_names_cannot_deceive(name: str, seen: str) -> None:
    assert shown(name) == seen
