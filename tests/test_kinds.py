# SPDX-License-Identifier: GPL-3.0-or-later
"""What a name promises."""

import pytest

from starling.kinds import Kind, kind_of


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a/b/Film.MKV", Kind.VIDEO),
        ("song.flac", Kind.AUDIO),
        ("poster.png", Kind.IMAGE),
        ("film.mkv.part", Kind.OTHER),
        ("no extension", Kind.OTHER),
        ("", Kind.OTHER),
    ],
)
def test_kind_is_that_of_the_extension(name: str, kind: Kind) -> None:
    assert kind_of(name) is kind
