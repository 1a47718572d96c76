# SPDX-License-Identifier: GPL-3.0-or-later
"""The Files tab that was captured from µTorrent (Spanish interface), row for row, through our model and columns.

| size | done | % | # | priority | rate | resolution | duration | streamable |
|---|---|---|---|---|---|---|---|---|
| 302 B | 302 B | 100.0 % | 1 | Omitir | | | | No |
| 7.61 GB | 2.16 GB | 28.3 % | 1950 | Normal | 624.1 KB/s | 1920x802 | 1h 41m | Sí |
| 111 B | 0 B | 0.0 % | 1 | Omitir | | | | No |
| 196 B | 0 B | 0.0 % | 1 | Omitir | | | | No |

Its K, M and G are binary, as 1950 pieces of 4 MiB show: with binary units set ours are the same figures. What we write
another way, on purpose: the units say so (GiB), rates below 1 MiB/s and sizes have three digits at most (624 KiB/s) and
are cut, never rounded; percentages are whole at both ends (100 %, 0 %); × and units with their spaces; and nothing is
said of playing a file that is neither film nor music, where the capture says No.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from starling import formats
from starling.pieces import PieceMap
from starling.torrent import File, FileState, Media, Priority, Ready
from starling.ui.details.file_columns import columns
from starling.ui.details.strips import StripCache
from starling.ui.files.tree import FileTree
from tests.languages import speak, translations

PIECE = 4 << 20
SIZE, DONE = 8_175_000_000, 2_320_000_000
KEYS = ("size", "done", "percent", "pieces", "priority", "rate", "resolution", "duration", "streamable")

FILES = (
    File(0, "Film/www.example.org.txt", 302, 0, 1),
    File(1, "Film/film.mkv", SIZE, 0, (302 + SIZE - 1) // PIECE + 1),
    File(2, "Film/leeme.txt", 111, (302 + SIZE) // PIECE, 1),
    File(3, "Film/source.txt", 196, (302 + SIZE + 111) // PIECE, 1),
)
STATE = FileState(done=(302, DONE, 0, 0), priorities=(Priority.SKIP, Priority.NORMAL, Priority.SKIP, Priority.SKIP))
FILM = Media(
    rate=639_100, width=1920, height=802, duration=6_103, codecs=("AVC", "AC3"), streamable=Ready.YES, headers=True
)

IN = {
    ("es", "binary"): [
        ["302 B", "302 B", "100 %", "1", "Omitir", "", "", "", ""],
        ["7,61 GiB", "2,16 GiB", "28,3 %", "1950", "Normal", "624 KiB/s", "1920×802", "1 h 41 min", "Sí"],
        ["111 B", "0 B", "0 %", "1", "Omitir", "", "", "", ""],
        ["196 B", "0 B", "0 %", "1", "Omitir", "", "", "", ""],
    ],
    ("es", "decimal"): [
        ["302 B", "302 B", "100 %", "1", "Omitir", "", "", "", ""],
        ["8,17 GB", "2,32 GB", "28,3 %", "1950", "Normal", "639 kB/s", "1920×802", "1 h 41 min", "Sí"],
        ["111 B", "0 B", "0 %", "1", "Omitir", "", "", "", ""],
        ["196 B", "0 B", "0 %", "1", "Omitir", "", "", "", ""],
    ],
    ("en", "binary"): [
        ["302 B", "302 B", "100 %", "1", "Skip", "", "", "", ""],
        ["7.61 GiB", "2.16 GiB", "28.3 %", "1,950", "Normal", "624 KiB/s", "1920×802", "1 h 41 min", "Yes"],
        ["111 B", "0 B", "0 %", "1", "Skip", "", "", "", ""],
        ["196 B", "0 B", "0 %", "1", "Skip", "", "", "", ""],
    ],
}


@pytest.fixture(params=sorted(IN), ids="-".join)
def spoken(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[str, str]]:
    """Language and units, as set."""
    language, units = request.param
    with translations(tmp_path):
        speak(language)
        formats.use(QLocale(), binary=units == "binary")
        yield request.param


def shown(tree: FileTree, index: int) -> list[str]:
    row = tree.find(index)
    assert row is not None
    texts = {column.key: column.text(row) for column in tree.columns}
    return [texts[key].replace(formats.NBSP, " ") for key in KEYS]


def captured() -> FileTree:
    tree = FileTree(columns(StripCache(), lambda _row: "", lambda _row: False), decides=False)
    tree.set_files(FILES, STATE.priorities)
    tree.set_state(STATE)
    tree.set_media({1: FILM})
    return tree


def test_the_captured_view(spoken: tuple[str, str]) -> None:
    tree = captured()
    assert [shown(tree, file.index) for file in FILES] == IN[spoken]


def test_an_index_at_the_end_is_the_captures_no(spoken: tuple[str, str]) -> None:
    tree = captured()
    tree.set_media({1: Media(rate=1, streamable=Ready.NO, headers=True)})
    assert shown(tree, 1)[-1] == "No"


@pytest.mark.parametrize(
    ("here", "plays", "said"),
    [
        (range(1000), False, "Yes, now"),
        (range(1, 1000), False, "Yes"),
        (range(1), False, "Yes"),
        (range(0), True, "Yes, now"),
        (None, False, "Yes"),
    ],
    ids=["beginning", "not the first", "too little", "played", "unknown"],
)
def test_it_plays_now_only_with_its_beginning(qtbot: QtBot, here: range | None, plays: bool, said: str) -> None:
    tree = FileTree(columns(StripCache(), lambda _row: "", lambda _row: plays), decides=False)
    tree.set_files(FILES, STATE.priorities)
    rate = 20_000_000
    for second in range(9):
        done = tuple(value + (second * rate if place == 1 else 0) for place, value in enumerate(STATE.done))
        tree.set_state(FileState(done, STATE.priorities), float(second))
    tree.set_media({1: FILM})
    if here is not None:
        count = sum(file.pieces for file in FILES)
        tree.set_pieces(PieceMap(4 << 20, bytes(piece in here for piece in range(count)), b""))
    assert shown(tree, 1)[-1] == said


def test_the_folder_sums_up(spoken: tuple[str, str]) -> None:
    tree = captured()
    row = tree.find("Film")
    assert row is not None
    texts = [column.text(row) for column in tree.columns if column.key in KEYS]
    assert texts[KEYS.index("priority")] == {"es": "Varias", "en": "Mixed"}[spoken[0]]
    assert (row.size, row.done, row.pieces) == (SIZE + 302 + 111 + 196, DONE + 302, 1950)
    assert texts[5:] == ["", "", "", ""]
