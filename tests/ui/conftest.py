# SPDX-License-Identifier: GPL-3.0-or-later
"""What tests of the window share: the themes, put on and taken off again, and somebody in front of the program."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from starling.settings.appearance import Appearance
from starling.ui.theme import ThemeManager
from tests.swarm import Payload, Swarm
from tests.ui.person import Person


@pytest.fixture
def themes(qapp: QApplication) -> Iterator[ThemeManager]:
    """The light theme at the size of the design; the application gets back the looks it had."""
    style, colours, font = qapp.style().name(), qapp.palette(), qapp.font()
    designed = QFont(font)
    designed.setPixelSize(13)
    qapp.setFont(designed)
    manager = ThemeManager(qapp, Appearance.LIGHT)
    yield manager
    # At once, not when it is collected: until then it would answer to whatever font the next test sets.
    shiboken6.delete(manager)
    qapp.setStyleSheet("")
    qapp.setStyle(style)
    qapp.setPalette(colours)
    qapp.setFont(font)
    qapp.styleHints().unsetColorScheme()


@pytest.fixture
def person(
    qtbot: QtBot, qloop: asyncio.AbstractEventLoop, themes: ThemeManager, swarm: Swarm, tmp_path: Path
) -> Iterator[Person]:
    """Somebody who has started the program for the first time."""
    made = Person(qtbot, qloop, tmp_path, swarm)
    made.starts().window.resize(1600, 860)
    yield made
    made.leave()


@pytest.fixture
def payload(swarm: Swarm) -> Payload:
    """Two files, of which one is much larger."""
    return swarm.payload(name="Aves", files={"canto.flac": 3_000_000, "poster.jpg": 300_000}, piece_size=32 << 10)
