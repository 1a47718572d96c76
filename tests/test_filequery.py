# SPDX-License-Identifier: GPL-3.0-or-later
"""What is typed to find files: words, patterns, sizes, extensions and exclusions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starling.filequery import matcher, not_understood

FILES = {
    "Sita/Sita.mkv": 1_500_000_000,
    "Sita/Extras/interview.mp4": 700_400_000,
    "Sita/Extras/storyboards [2008].zip": 104_857_600,
    "Sita/Subtitles/español.srt": 100_000,
    "Sita/Subtitles/part 9.SRT": 999,
    "Sita/sample.sub": 1000,
    "LICENSE": 0,
}


def found(text: str) -> set[str]:
    """Last parts of the paths that the text finds."""
    matches = matcher(text)
    assert matches is not None
    return {path.rpartition("/")[2] for path, size in FILES.items() if matches(path, size)}


@pytest.mark.parametrize("text", ["", "  \t", '""', '"'])
def test_nothing_asked_for(text: str) -> None:
    assert matcher(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sita extras INTER", {"interview.mp4"}),
        ("ESPANOL", {"español.srt"}),
        ("español", {"español.srt"}),
        ('"part 9"', {"part 9.SRT"}),
        ('"part 9', {"part 9.SRT"}),
        ("*.srt", {"español.srt", "part 9.SRT"}),
        ("part ?.srt", {"part 9.SRT"}),
        ("*/extras/*", {"interview.mp4", "storyboards [2008].zip"}),
        ("*[2008]*", {"storyboards [2008].zip"}),
        ("size>100M", {"Sita.mkv", "interview.mp4", "storyboards [2008].zip"}),
        ("size>=100MiB size<1gb", {"interview.mp4", "storyboards [2008].zip"}),
        ("size<=1.5GB size>=1,5G", {"Sita.mkv"}),
        ("size:700M", {"interview.mp4"}),
        ("size=700.4MB", {"interview.mp4"}),
        ("size:1k", {"part 9.SRT", "sample.sub"}),
        ("size:999", {"part 9.SRT"}),
        ("size<1B", {"LICENSE"}),
        ("ext:srt,.sub", {"español.srt", "part 9.SRT", "sample.sub"}),
        ("-ext:srt,sub,mkv,mp4 -*.zip", {"LICENSE"}),
        ('-size>500 -"no such thing"', {"LICENSE"}),
        ("ext:license", set()),
    ],
)
def test_terms(text: str, expected: set[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("text", ["size>", "size>=", "size:", "ext:", "ext:,", "-ext:", "-size<", "size>1."])
def test_what_is_only_begun_asks_for_nothing(text: str) -> None:
    assert matcher(text) is None
    assert not_understood(text) == []
    assert found(f"{text} *.mkv") == found(f"*.mkv {text}") == {"Sita.mkv"}


@pytest.mark.parametrize("text", ["size>abc", "Size>5iB", "size>1.2.3G", "-size:*", "size=>5"])
def test_what_makes_no_sense_asks_for_nothing_and_is_told(text: str) -> None:
    assert matcher(text) is None
    assert not_understood(f"one {text} *.mkv size>1M") == [text]


@pytest.mark.parametrize("text", ["size", "-", "ext", "sizes>", "text:", "size!"])
def test_what_only_looks_like_it_is_a_word(text: str) -> None:
    assert not_understood(text) == []
    matches = matcher(text)
    assert matches is not None
    assert matches(f"a folder/{text} of it", 0)
    assert not matches("else", 5_000_000)


def test_in_quotes_everything_is_a_word() -> None:
    matches = matcher('"size>abc"')
    assert matches is not None
    assert matches("a size>abc of it", 0)
    assert not matches("else", 0)


PIECES = st.sampled_from(['"', "-", "size", ">", "<=", ":", "ext", ",", "*", "?", "[", "]", "!", " ", "9" * 400, "MiB"])


@given(text=st.lists(PIECES | st.text(max_size=4), max_size=8).map("".join), path=st.text(), size=st.integers(0, 2**62))
def test_no_text_ever_fails(text: str, path: str, size: int) -> None:
    matches = matcher(text)
    assert matches is None or matches(path, size) in {True, False}
    assert all(term in text for term in not_understood(text))
    if not text.strip():
        assert matches is None


@given(word=st.text(st.characters(categories=["L", "N"]), min_size=1), before=st.text(), after=st.text())
def test_a_word_is_found_wherever_it_stands(word: str, before: str, after: str) -> None:
    matches = matcher(word)
    assert matches is not None
    assert matches(f"{before} {word} {after}", 1)
    excludes = matcher(f"-{word}")
    assert excludes is not None
    assert not excludes(f"{before} {word} {after}", 1)
