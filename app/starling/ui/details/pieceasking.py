# SPDX-License-Identifier: GPL-3.0-or-later
"""What the Pieces tab asks the engine once a second, and the files of what nobody has, asked only when they change."""

from dataclasses import dataclass

from starling.engine.engine import Engine
from starling.filelist import FileList
from starling.pieces import Hit, Pieces
from starling.ui.details import piececells


@dataclass(frozen=True, slots=True)
class Fetched:
    """What the tab shows."""

    pieces: Pieces | None
    unheld: bytes = b""
    """1 for each wanted piece that is on no connected peer."""
    hits: tuple[Hit, ...] = ()
    """The files they belong to."""
    files: int = 0


class PieceAsking:
    """Remembers the files of the pieces that nobody has."""

    def __init__(self) -> None:
        self._asked: tuple[str, bytes] = "", b""
        self._files = FileList()
        self._hits: tuple[Hit, ...] = ()

    async def fetch(self, engine: Engine, id: str) -> Fetched:
        """Every piece. Raises EngineError if the torrent is gone."""
        pieces = await engine.details.pieces(id)
        if pieces is None:
            return Fetched(None)
        unheld = piececells.unheld(pieces)
        files = await engine.details.files(id)
        # A list never changes: after a rename it is another one.
        if self._asked != (id, unheld) or self._files is not files:
            hits = await engine.details.hit(id, unheld, pieces.map.size) if 1 in unheld else ()
            self._asked, self._files, self._hits = (id, unheld), files, hits
        return Fetched(pieces, unheld, self._hits, len(files))
