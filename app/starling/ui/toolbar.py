# SPDX-License-Identifier: GPL-3.0-or-later
"""The tool bar: the actions people use most, and the filter box; words leave before icons do."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QToolBar, QToolButton, QWidget

from starling.ui.actions import TOOLBAR, Actions
from starling.ui.icons import icon
from starling.ui.theme import ThemeManager

WORDS_FROM = 1100
"""Width in the design's pixels from which every tool has its word beside it."""

_FILTER_WIDTH = 372
_TYPING_MS = 120


class FilterBox(QLineEdit):
    """What is typed here filters the list, shortly after the last key."""

    filtered = Signal(str)

    def __init__(self, themes: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes
        self._icon = QAction(self)
        self.addAction(self._icon, QLineEdit.ActionPosition.LeadingPosition)
        self.setPlaceholderText(self.tr("Filter: a name, folder, tracker, label or hash"))
        self.setAccessibleName(self.tr("Filter"))
        self.setClearButtonEnabled(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_TYPING_MS)
        self._pause.timeout.connect(self._tell)
        self.textChanged.connect(self._pause.start)
        self.tint()
        themes.changed.connect(self.tint)

    def tint(self) -> None:
        """Takes over colours and sizes of the theme."""
        self._icon.setIcon(icon("search", self._themes.theme.muted))
        self.setMaximumWidth(round(_FILTER_WIDTH * self._themes.scale))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape clears and leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self._tell()
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        self._pause.stop()
        self.filtered.emit(self.text())


class ToolBar(QToolBar):
    """Tools by group, then the filter at the right end."""

    def __init__(self, actions: Actions, themes: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes
        self.setWindowTitle(self.tr("Tool bar"))
        self.setMovable(False)
        self.setFloatable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for number, group in enumerate(TOOLBAR):
            if number > 1:
                self.addSeparator()
            for key in group:
                self.addAction(actions[key])
            if number == 0:
                self.addSeparator()
        primary = self.widgetForAction(actions[TOOLBAR[0][0]])
        primary.setProperty("primary", True)
        self._primary = primary
        self._wordless = {actions["queue_top"], actions["queue_bottom"]}
        spacer = QWidget(self)
        spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(spacer)
        self.filter = FilterBox(themes, self)
        self.addWidget(self.filter)
        self._restyle()
        themes.changed.connect(self._restyle)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words beside the icons while there is room for them."""
        super().resizeEvent(event)
        self._fit()

    def _restyle(self) -> None:
        side = round(20 * self._themes.scale)
        self.setIconSize(QSize(side, side))
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
