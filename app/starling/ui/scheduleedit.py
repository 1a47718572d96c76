# SPDX-License-Identifier: GPL-3.0-or-later
"""The editor of the schedule in the preferences: a legend that is the box of brushes, and the grid."""

from typing import Any

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from starling.schedule import Mode
from starling.setting import Setting
from starling.ui import schedulewords
from starling.ui.dialogs.frame import note
from starling.ui.dialogs.means import Means
from starling.ui.flow import FlowLayout
from starling.ui.preferences.editor import Editor
from starling.ui.schedulegrid import ScheduleGrid, draw_mode
from starling.ui.theme import ThemeManager

_HEIGHT, _SWATCH, _GAP = 28, (18, 16), 8


class Brush(QAbstractButton):
    """One mode: its mark, its number and its words."""

    def __init__(self, themes: ThemeManager, mode: Mode, number: int) -> None:
        super().__init__()
        self._themes, self.mode = themes, mode
        self.setText(f"{number}  {schedulewords.mode(mode)}")
        self.setAccessibleName(schedulewords.mode(mode))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Mark and words."""
        scale = self._themes.scale
        words = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return QSize(round((_SWATCH[0] + 3 * _GAP) * scale) + words, round(_HEIGHT * scale))

    def paintEvent(self, event: QPaintEvent) -> None:
        """On a wash while it is the one that is painted with."""
        painter, theme, scale = QPainter(self), self._themes.theme, self._themes.scale
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.45)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(theme.accent if self.hasFocus() else theme.edge if self.isChecked() else theme.base)
        painter.setBrush(theme.sel if self.isChecked() else theme.base)
        painter.drawRoundedRect(frame, 4 * scale, 4 * scale)
        gap, width, height = _GAP * scale, _SWATCH[0] * scale, _SWATCH[1] * scale
        swatch = QRectF(gap, (self.height() - height) / 2, width, height)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        draw_mode(painter, swatch, self.mode, theme)
        painter.restore()
        painter.setPen(theme.text)
        painter.drawText(
            QRectF(swatch.right() + gap, 0, self.width(), self.height()), Qt.AlignmentFlag.AlignVCenter, self.text()
        )


class ScheduleEditor(Editor):
    """Takes over each stroke at once."""

    wide = True

    def __init__(self, setting: Setting[Any], means: Means) -> None:
        super().__init__(setting, means)
        self.grid = ScheduleGrid(means.themes)
        self.brushes = {mode: Brush(means.themes, mode, number) for number, mode in enumerate(Mode, 1)}
        self._group = QButtonGroup(self)
        self.legend = QWidget()
        row = FlowLayout(self.legend)
        row.setContentsMargins(0, 0, 0, 0)
        for brush in self.brushes.values():
            self._group.addButton(brush)
            row.addWidget(brush)
        self.told = note()
        self.advice = note(
            self.tr(
                "Choose a mode and paint with the mouse, also over the names of days and hours. Or move with the "
                "arrows, select with Shift, and press 1 to 4. In seeding only and where everything waits, “Start now” "
                "lets a torrent run all the same."
            ),
            wrap=True,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.legend, self.grid, self.told, self.advice):
            column.addWidget(widget)
        self.setFocusProxy(self.grid)
        self.grid.setAccessibleName(setting.label)
        self.brushes[self.grid.brush].setChecked(True)
        self._group.buttonClicked.connect(self._on_brush)
        self.grid.brush_changed.connect(self._on_brush_changed)
        self.grid.painted.connect(self.chosen)
        self.grid.looked_at.connect(self._on_look)
        self._on_look("")

    def show_value(self, value: Any) -> None:
        """As it is painted."""
        if value != self.grid.schedule:
            self.grid.show_schedule(value)

    def changeEvent(self, event: QEvent) -> None:
        """Greyed out, marks are too."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self.update()

    def _on_brush(self, brush: QAbstractButton) -> None:
        if isinstance(brush, Brush):
            self.grid.set_brush(brush.mode)

    def _on_brush_changed(self, mode: Mode) -> None:
        self.brushes[mode].setChecked(True)

    def _on_look(self, words: str) -> None:
        # The line keeps its height.
        self.told.setText(words or "\N{NO-BREAK SPACE}")
