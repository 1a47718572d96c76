# SPDX-License-Identifier: GPL-3.0-or-later
"""The map of pieces with its modes and legends, and what is told of the cell that somebody looks at."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication
from PySide6.QtWidgets import QMenu

from starling.engine.engine import Engine, EngineError
from starling.pieces import Hit, PieceFacts, Pieces
from starling.tasks import spawn
from starling.torrent import Torrent
from starling.ui.details import piececells, piecewords
from starling.ui.details.blocks import PieceRow
from starling.ui.details.piececells import Mode
from starling.ui.details.piecelegends import legends
from starling.ui.details.piecemap import PieceMapView
from starling.ui.details.piecewords import Line
from starling.ui.details.segments import Segments
from starling.ui.theme import ThemeManager, Token


class Atlas(QObject):
    """Its widgets have no parent yet: whoever makes it puts them where they belong."""

    changed = Signal()
    """The user wants to see something else."""
    files_wanted = Signal(object)
    """The files with these indices shall be seen."""
    files_pointed = Signal(object)
    """The files with these indices are those of what was clicked."""

    def __init__(self, engine: Engine, themes: ThemeManager, parent: QObject) -> None:
        super().__init__(parent)
        self._engine, self._themes = engine, themes
        self._torrent: Torrent | None = None
        self._pieces: Pieces | None = None
        self._rows: dict[int, PieceRow] = {}
        self._shown_as: tuple[str, Mode, int] | None = None
        self._facts: PieceFacts | None = None
        self._hits: tuple[int, tuple[Hit, ...]] = (-1, ())
        self._each = False
        self.modes = Segments(
            self.tr("Map shows"),
            (
                (Mode.HAVE.value, self.tr("H&ave"), self.tr("What is here, and what is on its way")),
                (Mode.COPIES.value, self.tr("&Copies"), self.tr("How many connected peers have each piece")),
                (Mode.PRIORITY.value, self.tr("&Priority"), self.tr("How urgently each piece is wanted")),
            ),
        )
        self.map = PieceMapView(themes, self.describe)
        self.legends = legends(themes)
        self.modes.chosen.connect(self._mode_chosen)
        self.map.looked_at.connect(self._look_at)
        self.map.pointed.connect(self._cell_pointed)
        self.map.chosen.connect(self._cell_chosen)

    # -- what is shown

    @property
    def mode(self) -> Mode:
        """What the map shows."""
        return Mode(self.modes.current)

    @property
    def each(self) -> bool:
        """Whether the user wants a cell for each piece, however many there are."""
        return self._each

    @property
    def n(self) -> int:
        """How many pieces a cell stands for."""
        return piececells.pieces_a_cell(self._count, each=self._each)

    def show(self, torrent: Torrent, pieces: Pieces) -> None:
        """Show these pieces, as they are now."""
        self._torrent, self._pieces = torrent, pieces
        self._draw()
        if self.map.tells:
            # Who has it may have changed.
            self._look_at(self.map.looked)

    def show_rows(self, pieces: Pieces, rows: Iterable[PieceRow]) -> None:
        """Show how far the pieces in progress are now; all else is as it was."""
        self._pieces = pieces
        self._rows = {row.partial.index: row for row in rows}
        if self._shown_as is not None and self._shown_as[1] is Mode.HAVE:
            self.map.show_cells(piececells.fills(pieces, self.map.image.codes, pieces.partials, self.n))

    def clear(self) -> None:
        """Nothing is known yet."""
        self._torrent = self._pieces = self._shown_as = self._facts = None
        self._hits = -1, ()
        self._rows = {}
        self.map.forget()
        self._show_legend()

    def show_each(self, on: bool) -> None:
        """A cell for each piece however many there are, or as many cells as can be told apart."""
        if on != self._each:
            piece = self.map.cursor_cell * self.n
            self._each = on
            self._draw()
            if piece >= 0:
                self.map.set_cursor(piece // self.n, quiet=True)
            self.changed.emit()

    def restore(self, mode: object, each: object) -> None:
        """As it was left; what makes no sense changes nothing."""
        if isinstance(mode, str):
            self.modes.choose(mode)
        self._each = each is True

    def go_to(self, piece: int) -> None:
        """Put the cursor on this piece."""
        self.map.setFocus()
        self.map.set_cursor(piece // self.n)

    def fill_menu(self, menu: QMenu) -> None:
        """What the map can show."""
        group = QActionGroup(menu)
        for mode, words in (
            (Mode.HAVE, self.tr("Show what is &here")),
            (Mode.COPIES, self.tr("Show c&opies")),
            (Mode.PRIORITY, self.tr("Show &priorities")),
        ):
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(mode is self.mode)
            action.setData(mode.value)
            group.addAction(action)
        group.triggered.connect(self._mode_picked)
        each = menu.addAction(self.tr("A &cell for each piece"))
        each.setCheckable(True)
        each.setChecked(self._each)
        each.setEnabled(self._count > piececells.MOST_CELLS)
        each.toggled.connect(self.show_each)

    @property
    def _count(self) -> int:
        return self._pieces.map.count if self._pieces else 0

    def _draw(self) -> None:
        pieces, torrent = self._pieces, self._torrent
        if pieces is None or torrent is None:
            return
        codes = piececells.cells(pieces, self.mode, self.n)
        shown_as = torrent.id, self.mode, self.n
        if shown_as == self._shown_as:
            self.map.show_cells(codes)
        else:
            if self._shown_as is not None and self._shown_as[0] != torrent.id:
                self.map.forget()
            self._shown_as = shown_as
            self.map.show_otherwise(codes)
        self._show_legend()

    def _show_legend(self) -> None:
        wanted = self.legends[self.mode, self.n > 1] if self._pieces is not None else None
        for legend in self.legends.values():
            legend.setVisible(legend is wanted)

    def _mode_chosen(self) -> None:
        self._draw()
        self.changed.emit()

    def _mode_picked(self, action: QAction) -> None:
        self.modes.choose(action.data())
        self._mode_chosen()

    # -- what is looked at

    def describe(self, cell: int) -> tuple[str, str]:
        """What is told of a cell: as HTML, and in plain words."""
        lines = self._told(cell)
        if not lines:
            return "", ""
        hint = Line(self.tr("Double click: its files"), Token.FAINT)
        return piecewords.tip([*lines, hint], self._themes.theme), piecewords.spoken(lines)

    def _told(self, cell: int) -> list[Line]:
        pieces, torrent = self._pieces, self._torrent
        if pieces is None or torrent is None:
            return []
        first, last = self._span(cell)
        if self.n == 1:
            facts = self._facts if self._facts and self._facts.index == first else None
            connected = torrent.seeds + torrent.peers
            return piecewords.about_piece(first, pieces, self._rows.get(first), connected, facts)
        hits = self._hits[1] if self._hits[0] == cell else None
        return piecewords.about_cell(first, last, pieces, hits)

    def _span(self, cell: int) -> tuple[int, int]:
        """First and last piece of a cell."""
        return cell * self.n, min((cell + 1) * self.n, self._count) - 1

    def _look_at(self, cell: int) -> None:
        if self._torrent is not None and self._pieces is not None:
            spawn(self._ask_about(self._torrent.id, cell, self._pieces.map.size), name="piece")

    async def _ask_about(self, id: str, cell: int, size: int) -> None:
        try:
            if self.n == 1:
                facts = await self._engine.details.piece(id, cell, size)
                if self._is_current(id):
                    self._facts = facts
            else:
                hits = await self._hits_of(id, cell, size)
                if self._is_current(id):
                    self._hits = cell, hits
        except EngineError:
            # Nobody looks at it any more: it was removed.
            return
        self.map.refresh_tip()

    async def _hits_of(self, id: str, cell: int, size: int) -> tuple[Hit, ...]:
        first, last = self._span(cell)
        return await self._engine.details.hit(id, bytes(first) + b"\1" * (last - first + 1), size)

    def _is_current(self, id: str) -> bool:
        return self._torrent is not None and self._torrent.id == id

    # -- what is chosen

    def choose(self) -> None:
        """As Enter on the cell with the cursor."""
        if self.map.cursor_cell >= 0:
            self._cell_chosen(self.map.cursor_cell)

    def _cell_chosen(self, cell: int) -> None:
        if self._torrent is not None and self._pieces is not None:
            spawn(self._show_files_of(self._torrent.id, cell, self._pieces.map.size), name="files of a piece")

    def _cell_pointed(self, cell: int) -> None:
        if self._torrent is not None and self._pieces is not None:
            spawn(self._point_at_files_of(self._torrent.id, cell, self._pieces.map.size), name="files of a piece")

    async def _show_files_of(self, id: str, cell: int, size: int) -> None:
        hits = await self._hits_of(id, cell, size)
        if hits and self._is_current(id):
            self.files_wanted.emit([hit.file for hit in hits])

    async def _point_at_files_of(self, id: str, cell: int, size: int) -> None:
        try:
            hits = await self._hits_of(id, cell, size)
        except EngineError:
            # It was removed, and nothing was asked for.
            return
        # Several clicks are answered in any order.
        if hits and self._is_current(id) and cell == self.map.cursor_cell:
            self.files_pointed.emit([hit.file for hit in hits])

    # -- what is copied

    def copy_number(self) -> None:
        """Of the piece with the cursor, or the first and the last one of its cell."""
        first, last = self._span(self.map.cursor_cell)
        QGuiApplication.clipboard().setText(str(first) if first == last else f"{first}-{last}")

    def copy_told(self) -> None:
        """What the tip of the cell with the cursor says, a line each."""
        QGuiApplication.clipboard().setText("\n".join(line.text for line in self._told(self.map.cursor_cell)))
