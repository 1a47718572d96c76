# SPDX-License-Identifier: GPL-3.0-or-later
"""What files cost all the same that are not ticked in the add dialog, told when somebody asks."""

from collections.abc import Container, Sequence
from itertools import repeat

from starling.filelist import FileList
from starling.torrent import File, Priority
from starling.ui.files import skipping
from starling.ui.files.node import FileRow
from starling.ui.files.sharing import Sharing
from starling.ui.files.tree import FileTree

_TOLD_AT_MOST = 1_000
"""Files of a folder for which it is worked out."""


class SkipCost:
    """Works out what a tooltip needs when it is shown, and keeps it until other files are ticked."""

    def __init__(self, tree: FileTree) -> None:
        self._tree = tree
        self._files = FileList()
        self._piece_size = 0
        self._sharing: Sharing | None = None
        self._priorities = b""
        self.here: Container[int] = ()
        """Indices of files of which something is on disk already: nobody knows yet where the rest of them will go."""

    def set_files(self, files: Sequence[File], piece_size: int) -> None:
        """These are in the tree; a piece has so many bytes, 0 if that is unknown."""
        self._files, self._piece_size = FileList.of(files), piece_size
        self._sharing = None
        self._priorities = b""

    def forget(self) -> None:
        """Other files are ticked."""
        self._priorities = b""

    def tip(self, row: FileRow) -> str:
        """What there is to say of a row; empty for one that is ticked, and where nothing is shared."""
        if row.priority != Priority.SKIP or not self._piece_size or row.files > _TOLD_AT_MOST:
            return ""
        if self._sharing is None:
            self._sharing = Sharing(self._files, self._piece_size)
        if not self._priorities:
            chosen = self._tree.priorities()
            self._priorities = bytes(map(chosen.get, self._files.indices, repeat(int(Priority.NORMAL))))
        indices = self._tree.indices([row.key])
        unknown = any(index in self.here for index in indices)
        about = skipping.skipped(
            row.name,
            self._files,
            self._sharing,
            self._priorities,
            [self._sharing.place(index) for index in indices],
            pieces=row.pieces,
            place=skipping.Place.UNKNOWN if unknown else skipping.Place.HIDDEN,
        )
        return skipping.tip(about) if about else ""
