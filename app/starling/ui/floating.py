# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the notice bar lies: over the list or the details, so that nothing moves when it comes or goes."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QWidget

from starling.ui.tableview import TableView
from starling.ui.theme import ThemeManager

_INSET, _WIDTH = 14, 640
_ANYHOW = 2
"""Of the places, the one that there always is."""
_MEASURED = {QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.Show}


class Floating(QObject):
    """Lays a bar over what fills its host, at the right end, and keeps it there until the bar is hidden.

    It takes the first of these that the mouse is not on: the end of the list if no row is there, the end of the
    details, the end of the list in any case, its beginning.
    """

    def __init__(
        self, bar: QWidget, host: QWidget, half: QWidget, table: TableView, details: QWidget, themes: ThemeManager
    ) -> None:
        """`half` is where the table stands, or something else in its place."""
        super().__init__(host)
        self._bar, self._host, self._half, self._table, self._details = bar, host, half, table, details
        self._themes = themes
        self._place: int | None = None
        bar.setParent(host)
        for watched in (bar, host, half):
            watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follows the sizes of what it lies over and of what it says."""
        if watched is self._bar and event.type() == QEvent.Type.Hide:
            self._place = None
        elif event.type() in _MEASURED and self._bar.isVisible():
            # Earlier what is in the bar would not hear of its size: it comes with `Show` at the latest.
            self._lay()
        return False

    def _lay(self) -> None:
        before = self._bar.geometry() if self._place is not None else QRect()
        mouse = self._host.mapFromGlobal(QCursor.pos())
        places = list(self._places())
        if self._place is None or (places[self._place].contains(mouse) and not before.contains(mouse)):
            free = (number for number, place in enumerate(places) if not place.isEmpty() and not place.contains(mouse))
            self._place = next(free, _ANYHOW)
        place = places[self._place]
        self._bar.setGeometry(places[_ANYHOW] if place.isEmpty() else place)
        self._bar.raise_()

    def _places(self) -> Iterator[QRect]:
        """The possible ones, best first; an empty one is none now."""
        inset = round(_INSET * self._themes.scale)
        area = self._host.rect().adjusted(inset, inset, -inset, -inset)
        width, height = self._measured(area)
        left = area.right() + 1 - width
        half = QRect(self._half.mapTo(self._host, QPoint()), self._half.size())
        first_row = half.top() + self._table.columns.height()
        after_rows = first_row + self._table.row_height * self._table.model().rowCount()
        end = max(area.top(), half.bottom() + 1 - inset - height)
        yield QRect(left, end, width, height) if self._table.isVisible() and end >= after_rows else QRect()
        lowest = area.bottom() + 1 - height
        yield QRect(left, lowest, width, height) if self._details.isVisible() else QRect()
        yield QRect(left, end, width, height)
        yield QRect(left, first_row + inset, width, height)

    def _measured(self, area: QRect) -> tuple[int, int]:
        """Width and height; long sentences take all of the width rather than half of the height."""
        widths = (min(area.width(), round(_WIDTH * self._themes.scale)), area.width())
        heights = [self._bar.heightForWidth(width) for width in widths]
        wide = heights[0] > area.height() // 2
        return widths[wide], min(heights[wide], area.height())
