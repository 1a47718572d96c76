# SPDX-License-Identifier: GPL-3.0-or-later
"""The map of every piece: square cells that scroll, a cursor for the keyboard, and a tip for what is looked at."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip

from starling.ui.details.piececanvas import PieceCanvas
from starling.ui.details.piececells import KINDS
from starling.ui.details.pieceimage import TOLD
from starling.ui.notice import announce
from starling.ui.theme import ThemeManager

_TIP_MS = 180
_ASK_MS = 120
"""How long a piece has to be looked at before the engine is asked who has it."""
_TIP_STAYS_MS = 120_000

Describe = Callable[[int], tuple[str, str]]
"""Cell -> what is said of it: as HTML for the tip, and in plain words for who hears it."""


class PieceMapView(PieceCanvas):
    """Cells by code, see `piececells`; a click puts the cursor on one, a double click or Enter chooses it."""

    looked_at = Signal(int)
    """The mouse or the cursor rests on this cell."""
    pointed = Signal(int)
    """This cell was clicked: the cursor is there."""
    chosen = Signal(int)
    """This cell was clicked twice, or Enter pressed on it."""
    menu_requested = Signal(QPoint)
    """A context menu shall open at this global point; the cursor is on the cell it is about."""

    def __init__(self, themes: ThemeManager, describe: Describe) -> None:
        super().__init__(themes)
        self._describe = describe
        self._pressed = -1
        self._tipped = -1
        self._summary = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self._show_tip = QTimer(self, singleShot=True, interval=_TIP_MS)
        self._show_tip.timeout.connect(self._tip_due)
        self._ask = QTimer(self, singleShot=True, interval=_ASK_MS)
        self._ask.timeout.connect(self._ask_due)
        self.setAccessibleName(self.tr("Map of pieces"))

    # -- what is shown

    def show_cells(self, codes: bytes) -> None:
        """Show these; those that became something else stand out for a moment."""
        before = self.image.codes
        changed = self.image.show(codes)
        if len(before) != len(codes):
            self._other_cells()
            return
        if not changed:
            return
        if len(changed) <= TOLD:
            if fresh := [cell for cell in changed if KINDS[before[cell]] != KINDS[codes[cell]]]:
                self._brighten(fresh)
            for cell in changed:
                self.viewport().update(self.cell_rect(cell))
        else:
            # The map itself is what stands out.
            self.viewport().update()
        looked = self.looked
        if looked >= 0 and before[looked] != codes[looked]:
            self.refresh_tip()

    def show_otherwise(self, codes: bytes) -> None:
        """Show them in another mode: nothing has changed, and nothing stands out."""
        self.image.show(codes)
        self._other_cells()

    def forget(self) -> None:
        """Nothing is known: no cells, and the keyboard begins anew with those that come."""
        self.hide_tip()
        self._cursor = -1
        self.show_otherwise(b"")

    def _other_cells(self) -> None:
        """Those before are gone, and so may be what was under the cursor and the mouse."""
        self._bright.clear()
        self._cursor = min(self._cursor, self.count - 1)
        self._hovered = self._pressed = -1
        if self.hasFocus() and self.count:
            # The keyboard is here already, and needs a place to begin at.
            self._cursor = max(0, self._cursor)
        self._lay_out()

    def set_summary(self, words: str) -> None:
        """What a screen reader says of the whole map."""
        if words != self._summary:
            self._summary = words
            self.setAccessibleDescription(words)

    # -- cursor

    @property
    def cursor_cell(self) -> int:
        """The cell the keyboard is on, -1 for none."""
        return self._cursor

    @property
    def looked(self) -> int:
        """The cell under the mouse, else the one the keyboard is on; -1 for none."""
        if self._hovered >= 0:
            return self._hovered
        return self._cursor if self.hasFocus() else -1

    def set_cursor(self, cell: int, *, quiet: bool = False) -> None:
        """Put the cursor there and scroll to it; `quiet`, without a word."""
        if not self.count:
            return
        cell = max(0, min(cell, self.count - 1))
        before, self._cursor, self._hovered = self._cursor, cell, -1
        self._reveal(cell)
        for each in (before, cell):
            self._update_mark(each)
        if not quiet:
            self._ask.start()
            self._tip_due()
            announce(self, self._describe(cell)[1])

    @property
    def tells(self) -> bool:
        """Whether the tip of what is looked at is on screen."""
        return QToolTip.isVisible() and self._tipped >= 0 and self._tipped == self.looked

    def refresh_tip(self) -> None:
        """There is more to say of what is looked at, or something else."""
        if self.tells:
            self._tip_due()

    def hide_tip(self) -> None:
        """Nothing is looked at."""
        self._show_tip.stop()
        self._ask.stop()
        if self._tipped >= 0:
            self._tipped = -1
            QToolTip.hideText()

    # -- tips

    def _tip_due(self) -> None:
        cell = self.looked
        if cell < 0 or not self.isVisible():
            return
        rect = self.cell_rect(cell)
        words = f'<div style="white-space: pre-wrap">{self._describe(cell)[0]}</div>'
        place = self.viewport().mapToGlobal(rect.bottomRight() + QPoint(2, -rect.height() // 2))
        self._tipped = cell
        QToolTip.showText(place, words, self.viewport(), rect if self._hovered >= 0 else QRect(), _TIP_STAYS_MS)

    def _ask_due(self) -> None:
        if self.looked >= 0:
            self.looked_at.emit(self.looked)

    def _hover(self, cell: int) -> None:
        if cell == self._hovered:
            return
        before, self._hovered = self._hovered, cell
        for each in (before, cell):
            self._update_mark(each)
        if cell < 0:
            self.hide_tip()
            return
        self._ask.start()
        if self._tipped >= 0:
            self._tip_due()
        else:
            self._show_tip.start()

    # -- Qt's

    def viewportEvent(self, event: QEvent) -> bool:
        """Tips are our own; the mouse that leaves looks at nothing."""
        if event.type() == QEvent.Type.ToolTip:
            return True
        if event.type() == QEvent.Type.Leave:
            self._hover(-1)
        return super().viewportEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The cell under the mouse is another one."""
        self.viewport().update()
        if self._hovered >= 0:
            self._hover(self.cell_at(self.viewport().mapFromGlobal(self.cursor().pos())))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The cell under the mouse stands out and says what it is."""
        self._hover(self.cell_at(event.position().toPoint()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The cursor goes there."""
        cell = self.cell_at(event.position().toPoint())
        self._pressed = cell if event.button() == Qt.MouseButton.LeftButton else -1
        if cell >= 0:
            self.set_cursor(cell, quiet=True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click tells of the cell; who draws the mouse away before letting go does not mean it."""
        cell, self._pressed = self._pressed, -1
        if cell >= 0 and cell == self.cell_at(event.position().toPoint()):
            # Only now: any button that goes up hides tips.
            self.set_cursor(cell)
            self.pointed.emit(cell)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Chooses."""
        cell = self.cell_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and cell >= 0 and cell == self._cursor:
            self._choose(cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End of a row (with Ctrl of all), a page up and down; Enter chooses."""
        step = self._step(event)
        if step is not None and self.count:
            self.set_cursor(step)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._cursor >= 0:
            self._choose(self._cursor)
        elif event.key() == Qt.Key.Key_Escape and self._tipped >= 0:
            self.hide_tip()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard begins where it was, or at the first visible cell."""
        super().focusInEvent(event)
        if self._cursor < 0 and self.count:
            self._cursor = max(0, min(self.cell_at(QPoint(0, 0)), self.count - 1))
        self._update_mark(self._cursor)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nothing is looked at by keyboard any more."""
        super().focusOutEvent(event)
        self._update_mark(self._cursor)
        if self._hovered < 0:
            self.hide_tip()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """About the cell under the mouse, or the one with the cursor."""
        point = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard and self._cursor >= 0:
            point = self.viewport().mapToGlobal(self.cell_rect(self._cursor).bottomLeft())
        self.hide_tip()
        self.menu_requested.emit(point)

    def _choose(self, cell: int) -> None:
        self.hide_tip()
        self.chosen.emit(cell)

    def _step(self, event: QKeyEvent) -> int | None:
        """Where a key takes the cursor."""
        at, columns, last = max(0, self._cursor), self.image.columns, self.count - 1
        all_of_it = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        page = columns * max(1, round(self.viewport().height() * self._ratio) // self.image.pitch)
        match event.key():
            case Qt.Key.Key_Left:
                return at - 1
            case Qt.Key.Key_Right:
                return at + 1
            case Qt.Key.Key_Up:
                return at - columns if at >= columns else at
            case Qt.Key.Key_Down:
                return at + columns if at + columns <= last else at
            case Qt.Key.Key_Home:
                return 0 if all_of_it else at - at % columns
            case Qt.Key.Key_End:
                return last if all_of_it else at - at % columns + columns - 1
            case Qt.Key.Key_PageUp:
                return at % columns if at < page else at - page
            case Qt.Key.Key_PageDown:
                return at + page
            case _:
                return None
