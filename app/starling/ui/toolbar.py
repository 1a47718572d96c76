# SPDX-License-Identifier: GPL-3.0-or-later
"""The tool bar: the actions people use most, and the filter box; words leave before icons do."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolBar, QToolButton, QWidget

from starling.ui.action_rows import TOOLBAR
from starling.ui.actions import Actions
from starling.ui.querybox import QueryBox
from starling.ui.theme import ThemeManager

WORDS_FROM = 1100
"""Width in the design's pixels from which every tool has its word beside it."""

_FILTER_WIDTH = 372
_TOOL = 32
_HEIGHT, _MARGIN, _INSET = 43, 5, 10
"""The height includes the line below; the inset is that of the outermost tools."""


class ToolBar(QToolBar):
    """Tools by group; the filter and the preferences at the right end."""

    def __init__(self, actions: Actions, themes: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes
        self.setWindowTitle(self.tr("Tool bar"))
        self.setMovable(False)
        self.setFloatable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._ends = QWidget(self), QWidget(self)
        self.addWidget(self._ends[0])
        for number, group in enumerate(TOOLBAR):
            if number:
                self.addSeparator()
            for key in group:
                self.addAction(actions[key])
        primary = self.widgetForAction(actions[TOOLBAR[0][0]])
        primary.setProperty("primary", True)
        self._primary = primary
        self._wordless = {actions["queue_up"], actions["queue_down"], actions["preferences"]}
        spacer = QWidget(self)
        spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(spacer)
        self.filter = QueryBox(themes, _FILTER_WIDTH, self)
        self.addWidget(self.filter)
        self.addAction(actions["preferences"])
        self.addWidget(self._ends[1])
        self._restyle()
        themes.changed.connect(self._restyle)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words beside the icons while there is room for them."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Qt measures its margin anew with every style; it knows one for all sides."""
        handled = super().event(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.Polish}:
            self._restyle()
        return handled

    def _restyle(self) -> None:
        scale = self._themes.scale
        side = round(20 * scale)
        self.setIconSize(QSize(side, side))
        margin = round(_MARGIN * scale)
        if (layout := self.layout()) is not None:
            layout.setContentsMargins(margin, margin, margin, margin)
            for end in self._ends:
                end.setFixedWidth(max(0, round(_INSET * scale) - margin - layout.spacing()))
        self.setFixedHeight(round(_HEIGHT * scale))
        for action in self.actions():
            button = self.widgetForAction(action)
            if isinstance(button, QToolButton):
                button.setFixedHeight(round(_TOOL * scale))
        self._fit()

    def _fit(self) -> None:
        roomy = self.width() >= WORDS_FROM * self._themes.scale
        style = Qt.ToolButtonStyle
        for action in self.actions():
            button = self.widgetForAction(action)
            if not isinstance(button, QToolButton):
                continue
            words = button is self._primary or (roomy and action not in self._wordless)
            button.setToolButtonStyle(style.ToolButtonTextBesideIcon if words else style.ToolButtonIconOnly)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
