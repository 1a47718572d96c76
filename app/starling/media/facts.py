# SPDX-License-Identifier: GPL-3.0-or-later
"""MediaInfo's words -> `Media`: what is said of a file is believed as far as it is possible and as far as was read."""

import math
from collections.abc import Mapping

from starling.media.prober import Probe
from starling.spelling import shown
from starling.torrent import Media, Ready

_STREAMS = {
    "AC-3", "ADTS", "AIFF", "AMR", "BDAV", "DTS", "E-AC-3", "FLAC", "Flash Video", "MPEG Audio", "MPEG Video",
    "MPEG-PS", "MPEG-TS", "Matroska", "Ogg", "RealMedia", "Wave", "WebM", "Windows Media",
}  # fmt: skip
"""Containers that are read from their beginning on; an index at the end is only for jumping."""

_INDEX_AT_END = {"AVI"}
"""Players look for the index first; what they do without it differs, from playing on to an offer of repair."""

_MEASURED = {"MPEG-PS", "MPEG-TS", "BDAV", "Ogg", "MPEG Video", "ADTS", "AC-3", "E-AC-3", "DTS"}
"""Containers whose duration is not written down: it is known from the last byte only."""

_NAMES = {
    ("MPEG Audio", "Layer 3"): "MP3",
    ("MPEG Audio", "Layer 2"): "MP2",
    ("MPEG Video", "Version 2"): "MPEG-2",
    ("MPEG Video", "Version 1"): "MPEG-1",
    ("MPEG-4 Visual", ""): "MPEG-4",
    ("UTF-8", ""): "SRT",
}
"""What people call a codec where MediaInfo's own word says little: (format, its profile or version) -> name."""

_ORDER = ("Video", "Audio", "Text")
_LONGEST_NAME = 24
_MOST_CODECS = 12
_MOST_PIXELS = 1 << 17
_LONGEST = 10_000_000.0
"""Seconds: four months."""


def media(probe: Probe, size: int) -> tuple[Media, bool]:
    """The facts in the answer of a prober that read a file of `size` bytes, and whether they are all there is to know.

    Where nothing was lacking, they are; and then a file without any has `Media.failed`.
    """
    whole = probe.lacks is None
    general = next((track for track in probe.tracks if track.get("@type") == "General"), {})
    container = general.get("Format", "")
    streams = [track for track in probe.tracks if track.get("@type") in _ORDER]
    pictures = [track for track in probe.tracks if track.get("@type") in {"Video", "Image"}]
    described = [track for track in probe.tracks if track.get("@type") in {"Video", "Audio", "Image"}]
    if not described and whole:
        return Media(failed=True, headers=True), True
    width, height = _resolution(pictures)
    duration = _duration(general) if streams else None
    if not whole and (container in _MEASURED or probe.fragments):
        duration = None
    headers = bool(described) and all(track.get("Format") for track in described)
    streamable = _streamable(general, container) if streams else Ready.UNKNOWN
    found = Media(
        rate=round(size / duration) if duration else None,
        width=width,
        height=height,
        duration=duration,
        codecs=_codecs(streams),
        streamable=streamable,
        headers=headers,
    )
    enough = headers and (duration is not None or not streams) and (width is not None or not pictures)
    if container == "MPEG-4":
        enough = enough and streamable is not Ready.UNKNOWN
    return found, whole or enough


def _resolution(pictures: list[Mapping[str, str]]) -> tuple[int | None, int | None]:
    for track in pictures:
        width, height = _pixels(track, "Width"), _pixels(track, "Height")
        if width and height:
            return width, height
    return None, None


def _streamable(general: Mapping[str, str], container: str) -> Ready:
    match general.get("IsStreamable"):
        case "Yes":
            return Ready.YES
        case "No":
            return Ready.NO
    if container in _INDEX_AT_END:
        return Ready.NO
    return Ready.YES if container in _STREAMS else Ready.UNKNOWN


def _codecs(streams: list[Mapping[str, str]]) -> tuple[str, ...]:
    ordered = sorted(streams, key=lambda track: _ORDER.index(track["@type"]))
    names = dict.fromkeys(name for track in ordered if (name := _codec(track)))
    return tuple(names)[:_MOST_CODECS]


def _codec(track: Mapping[str, str]) -> str:
    name = track.get("Format", "")
    for detail in (track.get("Format_Profile", ""), f"Version {track.get('Format_Version', '')}", ""):
        if (name, detail) in _NAMES:
            return _NAMES[name, detail]
    return shown(name)[:_LONGEST_NAME]


def _pixels(track: Mapping[str, str], key: str) -> int | None:
    text = track.get(key, "")
    # Longer ones are no numbers of pixels, and int() of very long ones takes very long.
    count = int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0
    return count if 0 < count <= _MOST_PIXELS else None


def _duration(general: Mapping[str, str]) -> float | None:
    try:
        seconds = float(general.get("Duration", ""))
    except ValueError:
        return None
    return seconds if math.isfinite(seconds) and 0.0 < seconds <= _LONGEST else None
