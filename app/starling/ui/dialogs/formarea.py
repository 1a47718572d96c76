# SPDX-License-Identifier: GPL-3.0-or-later
"""A form that scrolls where the screen is too low for it, so that the buttons below it stay in sight."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QSizePolicy, QStyle, QWidget

_LEAST = 120


class FormArea(QScrollArea):
    """As high as the form wherever there is room."""

    def __init__(self, form: QLayout) -> None:
        super().__init__()
        inner = QWidget()
        inner.setLayout(form)
        self._form = form
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setWidget(inner)
        for ground in (self.viewport(), inner):
            ground.setAutoFillBackground(False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """All of the form."""
        return self._form.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Its width beside a scroll bar, and some rows of it."""
        least = self._form.totalMinimumSize()
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self.verticalScrollBar())
        return QSize(least.width() + bar, min(least.height(), _LEAST))

    def heightForWidth(self, width: int) -> int:
        """All of the form, its sentences wrapped."""
        return self._form.totalHeightForWidth(width)

    def event(self, event: QEvent) -> bool:
        """What is in it has another size: so has the dialog round it."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)
