# SPDX-License-Identifier: GPL-3.0-or-later
"""Patterns of files that nobody wants: what they match, and which will not do."""

from pathlib import Path

import pytest

from starling import settings
from starling.excluded import MOST, among, matcher, problem
from starling.settings import Settings


@pytest.mark.parametrize(
    ("pattern", "path", "meant"),
    [
        ("*.nfo", "Top/a.nfo", True),
        ("*.nfo", "Top/A.NFO", True),
        ("*.nfo", "Top/a.nfo/b.mkv", False),
        ("*.nfo", "a.nfo", True),
        ("sample/*", "Top/Sample/a.mkv", True),
        ("sample/*", "sample/a.mkv", True),
        ("sample/*", "Top/resample/a.mkv", False),
        ("/sample/*", "Top/deep/sample/more/a.mkv", True),
        ("*sample*", "Top/a sample.mkv", True),
        ("*sample*", "Top/sample/a.mkv", False),
        ("[x].txt", "Top/[x].txt", True),
        ("[x].txt", "Top/x.txt", False),
        ("?.txt", "ñ.txt", True),
        ("a.b", "axb", False),
    ],
)
def test_what_a_pattern_means(pattern: str, path: str, meant: bool) -> None:
    assert matcher([pattern])(path) is meant
    assert matcher(["other", pattern, "deep/other"])(path) is meant


def test_no_pattern_means_nothing() -> None:
    assert not matcher([])("a")
    assert among([(0, "a")], ()) == (set(), False)


def test_all_of_a_torrent_is_none_of_it() -> None:
    files = [(0, "a.nfo"), (2, "b.nfo")]
    assert among(files, ["*.nfo"]) == (set(), True)
    assert among([*files, (3, "c.mkv")], ["*.nfo"]) == ({0, 2}, False)
    assert among(files, ["*.txt"]) == (set(), False)


@pytest.mark.parametrize(
    ("patterns", "words"),
    [
        (["*.nfo", " "], "can't be empty"),
        (["/"], "can't be empty"),
        (["*"], "“*” would exclude every file"),
        (["*.*"], "would exclude every file"),
        (["**/*"], "would exclude every file"),
        (["a\nb"], "can't be seen"),
        (["\u202egpj.exe"], "can't be seen"),
        (["x" * 10_000], "is too long"),
        ([f"{number}.nfo" for number in range(MOST + 1)], "More than 200"),
    ],
)
def test_a_pattern_that_will_not_do_is_said(patterns: list[str], words: str) -> None:
    sentence = problem(patterns)
    assert words in sentence
    assert len(sentence) < 200
    with pytest.raises(ValueError, match=r"."):
        settings.downloads.EXCLUDED.accept(patterns)


@pytest.mark.usefixtures("qapp")
def test_patterns_are_kept_in_the_settings(tmp_path: Path) -> None:
    assert problem(["*.nfo", "sample/*"]) == ""
    chosen = Settings(tmp_path / "settings.toml")
    assert chosen.get(settings.downloads.EXCLUDED) == ()
    chosen.set(settings.downloads.EXCLUDED, ("*.nfo", "sample/*"))
    chosen.flush()
    assert Settings(tmp_path / "settings.toml").get(settings.downloads.EXCLUDED) == ("*.nfo", "sample/*")
