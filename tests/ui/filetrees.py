# SPDX-License-Identifier: GPL-3.0-or-later
"""Trees of files to test with, and what is told of them."""

from starling.torrent import File
from starling.ui.column import Align, Column
from starling.ui.files.columns import dialog_columns
from starling.ui.files.node import FileRow
from starling.ui.files.tree import FileTree

DONE: Column[FileRow] = Column(
    key="done", title="Done", value=lambda row: row.done, text=lambda row: str(row.done), align=Align.RIGHT
)

SITA = (
    File(0, "Sita/Sita.mkv", 1000, 0, 10),
    File(1, "Sita/Extras/interview.mp4", 200, 9, 3),
    File(2, "Sita/Extras/storyboards.zip", 100, 11, 2),
    File(4, "Sita/Subtitles/part 10.srt", 10, 12, 1),
    File(5, "Sita/Subtitles/part 9.srt", 0, 12, 0),
    File(6, "Sita/LICENSE", 5, 12, 1),
)


def tree(files: tuple[File, ...] = SITA, *, decides: bool = True) -> FileTree:
    made = FileTree([*dialog_columns(), DONE], decides=decides)
    made.set_files(files)
    return made


def names(model: FileTree) -> list[str]:
    """The rows, indented by their level."""
    return ["  " * row.level + row.name for row in model.rows()]


def row(model: FileTree, key: int | str) -> FileRow:
    found = model.find(key)
    assert found is not None
    return found
