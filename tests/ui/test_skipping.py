# SPDX-License-Identifier: GPL-3.0-or-later
"""What is said of skipped files, and the rules by which files are skipped."""

from dataclasses import replace

import pytest

from starling.torrent import File
from starling.ui.details.sentence import plain
from starling.ui.files import skipping
from starling.ui.files.presets import LARGE, NO_EXTRAS, VIDEO, Preset, meant
from starling.ui.files.sharing import Shared, Sharing
from starling.ui.files.skipping import Place, Skipped

STORYBOARDS = Skipped(
    name="storyboards.zip",
    pieces=18,
    size=70_200_000,
    done=0,
    shared=Shared((3, 20), 5_100_000, (1, 4)),
    here=False,
    neighbours=("film.mkv", "en.srt"),
    place=Place.HIDDEN,
)
ALL = 70_200_000
NBSP = "\u00a0"


def said(about: Skipped) -> str:
    return plain(skipping.sentence(about)).replace(NBSP, " ")


def test_what_is_fetched_all_the_same() -> None:
    assert said(STORYBOARDS) == (
        "storyboards.zip is skipped, yet 5.10 MB of it are still fetched: "
        "2 of its 18 pieces are shared with files you want."
    )
    tiny = replace(STORYBOARDS, pieces=1, size=302, shared=Shared((3,), 302, (1,)), neighbours=("film.mkv",))
    assert said(tiny) == (
        "storyboards.zip is skipped, yet 302 B of it are still fetched: its piece is shared with files you want."
    )


def test_what_has_been_fetched_is_no_longer_to_come() -> None:
    about = replace(STORYBOARDS, here=True, done=5_100_000)
    assert "5.10 MB of it are here: 2 of its 18 pieces" in said(about)
    assert skipping.whereabouts(about) == "They stay in a hidden part file, not in your folder."


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({}, "They stay in a hidden part file, not in your folder."),
        ({"place": Place.FOLDER, "done": ALL}, "It is complete and stays in your folder."),
        ({"place": Place.FOLDER, "done": ALL, "single": False}, "They are complete and stay in your folder."),
        ({"place": Place.FOLDER, "done": 9}, "What is here of it is in your folder."),
        ({"place": Place.FOLDER}, ""),
        (
            {"done": ALL},
            "All of it is here, but in a hidden part file: it comes to your folder when you want it.",
        ),
        (
            {"done": 30_000_000},
            "What is here of it is kept in a hidden part file, and comes back when you want it again.",
        ),
        (
            {"place": Place.BOTH, "done": 9},
            "What is here of it is partly in your folder, partly in a hidden part file.",
        ),
        ({"place": Place.UNKNOWN, "done": ALL}, ""),
        ({"shared": Shared(), "done": 0}, ""),
        ({"size": 0, "shared": Shared()}, ""),
    ],
)
def test_what_is_here_is_told_with_its_place(change: dict[str, object], words: str) -> None:
    assert skipping.whereabouts(replace(STORYBOARDS, **change)) == words  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("files", "place"),
    [
        ([(9, True)], Place.FOLDER),
        ([(9, True), (0, False)], Place.FOLDER),
        ([(9, False), (0, True)], Place.HIDDEN),
        ([(9, True), (9, False)], Place.BOTH),
        ([(9, True), (9, None)], Place.UNKNOWN),
        ([(0, False), (0, False)], Place.HIDDEN),
        ([(0, True), (0, False)], Place.UNKNOWN),
        ([(0, None)], Place.UNKNOWN),
        ([], Place.UNKNOWN),
    ],
)
def test_the_place_is_that_of_the_files_that_are_begun(files: list[tuple[int, bool | None]], place: Place) -> None:
    assert skipping.placed(files) is place


def test_nothing_is_said_of_what_costs_nothing() -> None:
    assert said(replace(STORYBOARDS, shared=Shared())) == ""
    assert said(replace(STORYBOARDS, done=ALL, place=Place.FOLDER)) == ""
    assert skipping.tip(replace(STORYBOARDS, shared=Shared())) == ""


def test_what_is_complete_through_shared_pieces_is_here_and_hidden() -> None:
    about = replace(STORYBOARDS, pieces=1, size=302, done=302, shared=Shared((3,), 302, (1,)))
    assert "yet 302 B of it are here: its piece" in said(about)
    assert skipping.whereabouts(about).startswith("All of it is here, but in a hidden part file")


def test_many_neighbours_are_counted() -> None:
    shared = replace(STORYBOARDS.shared, neighbours=(1, 4, 5, 6, 7))
    about = replace(STORYBOARDS, shared=shared, neighbours=("a", "b", "c\u202e"))
    assert skipping.partners(about) == "5 wanted files share pieces with it: a, b, c\ufffd, 2 more"


def test_it_is_worked_out_for_a_folder() -> None:
    files = [File(0, "x/a", 5, 0, 1), File(1, "x/b", 6, 0, 2), File(2, "c", 9, 1, 2)]
    sharing = Sharing(files, 8)
    about = skipping.skipped("x", files, sharing, [0, 0, 4], [0, 1], pieces=2, have=b"\x01\x01\x00")
    assert about == Skipped("x", 2, 11, 0, Shared((1,), 3, (2,)), True, ("c",), single=False)
    assert skipping.skipped("x", files, sharing, [0, 4, 4], [0, 1], pieces=2) is None
    assert skipping.skipped("x", files, sharing, [0, 0, 4], [], pieces=0) is None


@pytest.mark.parametrize(
    ("preset", "path", "size", "found"),
    [
        (NO_EXTRAS, "film/film.NFO", 1, True),
        (NO_EXTRAS, "film/Sample/x.mkv", 1, True),
        (NO_EXTRAS, "film/film-sample.mkv", 1, True),
        (NO_EXTRAS, "film/samplers of the 80s.flac", 1, False),
        (VIDEO, "a/b.MKV", 1, True),
        (VIDEO, "a/b.srt", 1, False),
        (LARGE, "a", 100_000_001, True),
        (LARGE, "a", 100_000_000, False),
    ],
)
def test_rules(preset: Preset, path: str, size: int, found: bool) -> None:
    assert meant(preset, path, size) is found
