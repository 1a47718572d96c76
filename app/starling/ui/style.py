# SPDX-License-Identifier: GPL-3.0-or-later
"""Fusion with outlines one can see: boxes, combo and spin boxes and the focus ring in the colours of the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QStyleOptionComplex, QWidget

if TYPE_CHECKING:
    from starling.ui.theme import Theme

_FIELDS = {QStyle.ComplexControl.CC_ComboBox, QStyle.ComplexControl.CC_SpinBox}
_RADIUS = 3


class ChromeStyle(QProxyStyle):
    """Draws what a style sheet cannot without pictures of marks and arrows."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("Fusion")
        self.theme = theme

    def drawPrimitive(
        self, element: QStyle.PrimitiveElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        """Check boxes, radio buttons and the ring round what has the keyboard."""
        match element:
            case QStyle.PrimitiveElement.PE_IndicatorCheckBox:
                partly = bool(option.state & QStyle.StateFlag.State_NoChange)
                checked = bool(option.state & QStyle.StateFlag.State_On)
                ink = self.theme.text if option.state & QStyle.StateFlag.State_Enabled else self.theme.faint
                draw_box(painter, option.rect, self.theme, ink, checked=checked, partly=partly)
            case QStyle.PrimitiveElement.PE_IndicatorRadioButton:
                self._radio(painter, option)
            case QStyle.PrimitiveElement.PE_IndicatorMenuCheckMark:
                if option.state & (QStyle.StateFlag.State_On | QStyle.StateFlag.State_Sunken):
                    painter.save()
                    _tick(painter, option.rect, self.theme.text)
                    painter.restore()
            case QStyle.PrimitiveElement.PE_FrameFocusRect:
                _outline(painter, option.rect, self.theme.accent, 2)
            case _:
                super().drawPrimitive(element, option, painter, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Fields get the outline that line edits have."""
        super().drawComplexControl(control, option, painter, widget)
        if control in _FIELDS:
            if not option.state & QStyle.StateFlag.State_Enabled:
                _outline(painter, option.rect, self.theme.line, 1)
            elif option.state & QStyle.StateFlag.State_HasFocus:
                _outline(painter, option.rect, self.theme.accent, 2)
            else:
                _outline(painter, option.rect, self.theme.faint, 1)

    def _radio(self, painter: QPainter, option: QStyleOption) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(option.rect.width(), option.rect.height())
        circle = QRectF(option.rect.left(), option.rect.top(), side, side).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(self.theme.faint, 1))
        painter.setBrush(self.theme.base)
        painter.drawEllipse(circle)
        if option.state & QStyle.StateFlag.State_On:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.accent if option.state & QStyle.StateFlag.State_Enabled else self.theme.faint)
            dot = side * 0.26
            painter.drawEllipse(circle.adjusted(dot, dot, -dot, -dot))
        painter.restore()


def draw_box(painter: QPainter, rect: QRect, theme: Theme, ink: QColor, *, checked: bool, partly: bool) -> None:
    """A check box: empty, ticked, or with a square for "some of them"."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.faint, 1))
    painter.setBrush(theme.base)
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
    side = rect.width()
    if partly:
        inner = max(2, round(side * 0.2))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.fillRect(rect.adjusted(inner, inner, -inner, -inner), theme.muted)
    elif checked:
        _tick(painter, rect, ink)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _tick(painter: QPainter, rect: QRect, ink: QColor) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = min(rect.width(), rect.height())
    pen = QPen(ink, side * 0.13)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    x, y = rect.left(), rect.top() + (rect.height() - side) / 2
    middle = x + side * 0.42, y + side * 0.72
    painter.drawLine(QLineF(x + side * 0.24, y + side * 0.54, *middle))
    painter.drawLine(QLineF(*middle, x + side * 0.76, y + side * 0.28))


def _outline(painter: QPainter, rect: QRect, colour: QColor, width: int) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = width / 2
    painter.drawRoundedRect(QRectF(rect).adjusted(half, half, -half, -half), _RADIUS, _RADIUS)
    painter.restore()
