# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts lines on the clipboard; where they are very many it goes on for a while, and the pointer says so."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from starling.ui.slices import Slices

_AT_ONCE = 500
"""Lines that are copied before the key that asked for it is up again."""
_CHUNK = 20


class Copier:
    """For one widget; what is asked for later takes the place of what goes on."""

    def __init__(self, widget: QWidget) -> None:
        """The pointer over this widget says that it goes on."""
        self._widget = widget
        self._slices = Slices(widget)

    @property
    def busy(self) -> bool:
        """Whether not everything is on the clipboard yet."""
        return self._slices.busy

    def copy(self, lines: Iterable[str], count: int) -> None:
        """Copies these lines, `count` of them; without one the clipboard stays as it is."""
        whole = count <= _AT_ONCE
        self._slices.run(self._gather(lines, shows=not whole), whole=whole)

    def _gather(self, lines: Iterable[str], *, shows: bool) -> Iterator[None]:
        if shows:
            self._widget.setCursor(Qt.CursorShape.BusyCursor)
        try:
            found = []
            for number, line in enumerate(lines):
                found.append(line)
                if number % _CHUNK == 0:
                    yield
            if found:
                QGuiApplication.clipboard().setText("\n".join(found))
        finally:
            if shows and isValid(self._widget):
                self._widget.unsetCursor()
