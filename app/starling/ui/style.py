# SPDX-License-Identifier: GPL-3.0-or-later
"""Fusion with outlines one can see: boxes, combo and spin boxes and the focus ring in the colours of the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionComplex,
    QStyleOptionSpinBox,
    QWidget,
)

if TYPE_CHECKING:
    from starling.ui.theme import Theme

_FIELDS = {QStyle.ComplexControl.CC_ComboBox, QStyle.ComplexControl.CC_SpinBox}
_CONTROLS, _PARTS, _STEPS = QStyle.ComplexControl, QStyle.SubControl, QAbstractSpinBox.StepEnabledFlag
_POINTS: dict[QStyle.ComplexControl, dict[QStyle.SubControl, tuple[bool, QAbstractSpinBox.StepEnabledFlag | None]]] = {
    _CONTROLS.CC_ComboBox: {_PARTS.SC_ComboBoxArrow: (True, None)},
    _CONTROLS.CC_SpinBox: {
        _PARTS.SC_SpinBoxUp: (False, _STEPS.StepUpEnabled),
        _PARTS.SC_SpinBoxDown: (True, _STEPS.StepDownEnabled),
    },
}
"""Arrows of fields: whether they point down, and the step they do. By control: the parts of two share numbers."""
_TEXTS = {_CONTROLS.CC_ComboBox: _PARTS.SC_ComboBoxEditField, _CONTROLS.CC_SpinBox: _PARTS.SC_SpinBoxEditField}
_WITH_ARROWS = {QStyle.ContentsType.CT_ComboBox, QStyle.ContentsType.CT_SpinBox}
_ARROW, _ARROW_WIDTH = 8, 16
"""Pixels of the design: an arrow and what it stands on."""
_RADIUS = 3
_LARGE = 1.1
"""From this scale on boxes grow; below, Fusion's are right, and asking it in Python would cost for nothing."""
_METRICS = QStyle.PixelMetric
_LENGTHS = {
    _METRICS.PM_IndicatorWidth: 14,
    _METRICS.PM_IndicatorHeight: 14,
    _METRICS.PM_ExclusiveIndicatorWidth: 14,
    _METRICS.PM_ExclusiveIndicatorHeight: 14,
    _METRICS.PM_CheckBoxLabelSpacing: 4,
    _METRICS.PM_RadioButtonLabelSpacing: 4,
    _METRICS.PM_LineEditIconSize: 16,
}
"""Pixels of the design."""


class ChromeStyle(QProxyStyle):
    """Draws what a style sheet cannot without pictures of marks and arrows."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("Fusion")
        self.theme = theme
        self.scale = 1.0

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


class LargeStyle(ChromeStyle):
    """The same for a large font: boxes, circles, their distance to words, and icons in fields grow with it.

    Apart from the other, for Qt asks for lengths a thousand times a window.
    """

    def __init__(self, theme: Theme, scale: float) -> None:
        super().__init__(theme)
        self.scale = scale

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        """Never less than Fusion's, which follows the screen."""
        length = super().pixelMetric(metric, option, widget)
        return max(length, round(_LENGTHS[metric] * self.scale)) if metric in _LENGTHS else length

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: Any = None,  # of no widget too, which Qt's stubs do not know
    ) -> QRect:
        """The arrows of fields are as wide as the font is large."""
        rect = super().subControlRect(control, option, part, widget)
        if control in _POINTS and part in (*_POINTS[control], _TEXTS[control]):
            more = self._more
            begins, ends = (0, -more) if part is _TEXTS[control] else (-more, 0)
            if option.direction == Qt.LayoutDirection.RightToLeft:
                begins, ends = -ends, -begins
            rect.adjust(begins, 0, ends, 0)
        return rect

    def sizeFromContents(  # noqa: N802 - Qt's name
        self, type: QStyle.ContentsType, option: QStyleOption, size: QSize, widget: Any = None
    ) -> QSize:
        """With room for the arrows."""
        fitting = super().sizeFromContents(type, option, size, widget)
        if type in _WITH_ARROWS:
            fitting.setWidth(fitting.width() + self._more)
        return fitting

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Over the arrows of Fusion, which knows one size of them, come larger ones."""
        super().drawComplexControl(control, option, painter, widget)
        for part, (down, step) in _POINTS.get(control, {}).items():
            enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
            if step is not None and isinstance(option, QStyleOptionSpinBox):
                enabled = enabled and bool(option.stepEnabled & step)
            ink = self.theme.muted if enabled else self.theme.faint
            self._arrow(painter, self.subControlRect(control, option, part, widget), ink, down=down)

    @property
    def _more(self) -> int:
        return round(_ARROW_WIDTH * (self.scale - 1))

    def _arrow(self, painter: QPainter, rect: QRect, ink: QColor, *, down: bool) -> None:
        half = min(_ARROW * self.scale, rect.width() / 2, rect.height()) / 2
        middle = QRectF(rect).center()
        tip = half / 2 if down else -half / 2
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        corners = ((-half, -tip), (half, -tip), (0.0, tip))
        painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in corners]))
        painter.restore()


def style_for(theme: Theme, scale: float) -> ChromeStyle:
    """The style beside a font of this scale."""
    wanted = scale_wanted(scale)
    return LargeStyle(theme, wanted) if wanted > 1 else ChromeStyle(theme)


def scale_wanted(scale: float) -> float:
    """That of the boxes."""
    return scale if scale >= _LARGE else 1.0


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
