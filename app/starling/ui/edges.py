# SPDX-License-Identifier: GPL-3.0-or-later
"""Outlines on whole pixels at every scale, where a pen would straddle them."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter


def draw_edges(painter: QPainter, rect: QRect, width: int, colour: QColor) -> None:
    """The four edges inside a rectangle, `width` logical pixels thick."""
    left, top, across, down = rect.left(), rect.top(), rect.width(), rect.height()
    painter.fillRect(left, top, across, width, colour)
    painter.fillRect(left, top + down - width, across, width, colour)
    painter.fillRect(left, top, width, down, colour)
    painter.fillRect(left + across - width, top, width, down, colour)
