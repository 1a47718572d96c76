# SPDX-License-Identifier: GPL-3.0-or-later
"""The base of widgets that paint themselves with the colours and fonts of the tables."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from starling.ui.cells import Context
from starling.ui.theme import ThemeManager


class Painted(QWidget):
    """Keeps a `Context` for its theme, font and screen; `restyled` is called when it becomes another one."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._context: Context | None = None
        self._smaller: dict[float, Context] = {}
        themes.changed.connect(self._forget)

    @property
    def ctx(self) -> Context:
        """What the cell painters take."""
        if self._context is None or self._context.ratio != self.devicePixelRatioF():
            self._context = Context(self._themes.theme, self.font(), self.devicePixelRatioF())
            self._smaller.clear()
        return self._context

    def smaller(self, size: float) -> Context:
        """The same with type of `size` pixels of the design; lengths follow the font of the window still."""
        ctx = self.ctx
        found = self._smaller.get(size)
        if found is None:
            font = QFont(self.font())
            font.setPixelSize(ctx.px(size))
            found = self._smaller[size] = Context(ctx.theme, font, ctx.ratio)
            found.scale = ctx.scale
        return found

    def restyled(self) -> None:
        """Theme, font or screen changed."""
        self.updateGeometry()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Another font: everything is measured again."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._forget()

    def _forget(self) -> None:
        self._context = None
        self.restyled()
