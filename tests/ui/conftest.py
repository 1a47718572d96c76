# SPDX-License-Identifier: GPL-3.0-or-later
"""What tests of the window share: the themes, put on and taken off again."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from starling.settings import Appearance
from starling.ui.theme import ThemeManager


@pytest.fixture
def themes(qapp: QApplication) -> Iterator[ThemeManager]:
    """The light theme at the size of the design; the application gets back the looks it had."""
    style, colours, font = qapp.style().name(), qapp.palette(), qapp.font()
    designed = QFont(font)
    designed.setPixelSize(13)
    qapp.setFont(designed)
    manager = ThemeManager(qapp, Appearance.LIGHT)
    yield manager
    manager.setParent(None)
    qapp.setStyleSheet("")
    qapp.setStyle(style)
    qapp.setPalette(colours)
    qapp.setFont(font)
    qapp.styleHints().unsetColorScheme()
