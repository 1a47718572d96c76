# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts of strangers cannot deceive."""

import pytest

from starling.spelling import shortened, shown


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


def test_a_long_name_leaves_room_for_the_sentence_around_it() -> None:
    name = "storyboards of every scene with the notes of the whole crew, scanned by hand - volume one.zip"
    assert shortened("film.mkv") == "film.mkv"
    assert shortened("x" * 60) == "x" * 60
    short = shortened(name)
    assert len(short) <= 60
    assert short.startswith("storyboards of every scene")
    assert short.endswith("volume one.zip")
