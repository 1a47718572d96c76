# SPDX-License-Identifier: GPL-3.0-or-later
"""Words are found whatever their case and accents, and marked where they stand."""

import pytest

from starling.ui.preferences.matching import Needle

pytestmark = pytest.mark.usefixtures("qapp")


def marked(typed: str, text: str) -> str:
    for start, end in reversed(list(Needle.of(typed).spans(text))):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text


@pytest.mark.parametrize(
    ("typed", "text", "shown"),
    [
        ("limit", "Upload limit", "Upload [limit]"),
        ("LÍMITE", "Limite de subida", "[Limite] de subida"),
        ("limite", "Límite", "[Límite]"),
        ("up load", "Upload", "[Upload]"),
        ("strasse", "Straße", "[Straße]"),
        ("a b", "a < b", "[a] < [b]"),
        ("nothing", "Upload", "Upload"),
    ],
)
def test_marks(typed: str, text: str, shown: str) -> None:
    assert marked(typed, text) == shown


def test_all_words_have_to_be_there() -> None:
    assert Needle.of("up limit").found_in("upload limit")
    assert not Needle.of("up ratio").found_in("upload limit")
    assert not Needle.of("   ")
