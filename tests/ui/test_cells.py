# SPDX-License-Identifier: GPL-3.0-or-later
"""Cell painters: on whole pixels at every scale."""

import pytest
from PySide6.QtGui import QFont, QImage, QPainter

from starling.ui.cells import Context
from starling.ui.theme import LIGHT


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("ratio", "thick"), [(1.0, 1), (1.25, 1), (1.5, 2), (2.0, 2), (3.0, 3)])
def test_hairlines_are_whole_device_pixels(ratio: float, thick: int) -> None:
    """A line below each row, wherever the row ends: as thick as all others and of one colour."""
    for height in (24, 25, 26, 27):
        image = QImage(20, 400, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(LIGHT.base)
        painter = QPainter(image)
        ctx = Context(LIGHT, QFont(), ratio)
        for row in range(1, 5):
            ctx.line_below(painter, 0, row * height, 10)
        painter.end()
        column = [image.pixelColor(1, y).name() for y in range(400)]
        assert set(column) == {LIGHT.base.name(), LIGHT.hair.name()}
        assert column.count(LIGHT.hair.name()) == 4 * thick
