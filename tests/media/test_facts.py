# SPDX-License-Identifier: GPL-3.0-or-later
"""What is made of MediaInfo's words, however odd they are."""

import pytest

from starling.media import facts
from starling.media.prober import Outcome, Probe
from starling.torrent import Media, Ready


def media(*tracks: dict[str, str], size: int = 1_000_000, lacks: int | None = None) -> tuple[Media, bool]:
    return facts.media(Probe(Outcome.READ, tracks, lacks), size)


def film(general: dict[str, str] | None = None, **video: str) -> tuple[dict[str, str], dict[str, str]]:
    return (
        {"@type": "General", "Format": "Matroska", "Duration": "100.0", **(general or {})},
        {"@type": "Video", "Format": "AVC", "Width": "1920", "Height": "1080", **video},
    )


def test_film() -> None:
    audio = {"@type": "Audio", "Format": "E-AC-3"}
    text = {"@type": "Text", "Format": "UTF-8"}
    assert media(text, *film(), audio, audio, text) == (
        Media(10_000, 1920, 1080, 100.0, ("AVC", "E-AC-3", "SRT"), Ready.YES, headers=True),
        True,
    )


@pytest.mark.parametrize("seconds", ["", "x", "nan", "inf", "-inf", "-3", "0", "1e300", "10000001"])
def test_impossible_durations(seconds: str) -> None:
    found, _ = media(*film({"Duration": seconds}))
    assert (found.duration, found.rate) == (None, None)


@pytest.mark.parametrize("width", ["", "-1", "0", "1.5", "९", "9" * 5000, "200000"])
def test_impossible_resolutions(width: str) -> None:
    found, _ = media(*film(Width=width))
    assert (found.width, found.height) == (None, None)


def test_name_of_a_codec_can_not_deceive() -> None:
    found, _ = media(*film(Format="A\u202eB\n" + "x" * 500))
    (codec,) = found.codecs
    assert codec.isprintable()
    assert len(codec) == 24


def test_there_are_not_more_codecs_than_can_be_read() -> None:
    tracks = [{"@type": "Audio", "Format": f"codec {number}"} for number in range(1000)]
    assert len(media(*film(), *tracks)[0].codecs) == 12


def test_nothing_at_all_is_a_failure_only_where_nothing_was_lacking() -> None:
    assert media() == (Media(headers=True, failed=True), True)
    assert media({"@type": "General"}) == (Media(headers=True, failed=True), True)
    assert media({"@type": "General"}, lacks=65_536) == (Media(), False)


def test_codec_that_is_not_known_yet_is_waited_for() -> None:
    found, enough = media(*film(), {"@type": "Audio"}, lacks=65_536)
    assert (found.headers, enough) == (False, False)


def test_index_that_was_not_met_yet_is_waited_for() -> None:
    assert media(*film({"Format": "MPEG-4"}), lacks=100)[1] is False
    assert media(*film({"Format": "MPEG-4", "IsStreamable": "Yes"}), lacks=100)[1] is True
