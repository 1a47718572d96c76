# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings with everything that their editors work with, and the window of the preferences."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from starling import formats
from starling.engine import pack
from starling.engine.engine import Engine
from starling.settings import Settings
from starling.tasks import Worker
from starling.ui.dialogs.means import Means
from starling.ui.preferences.window import PreferencesWindow
from starling.ui.theme import ThemeManager
from starling.uistate import UiState


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Numbers as in Britain."""
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    formats.use(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)
    formats.use(before)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the settings are; a test may write them first."""
    return tmp_path / "settings.toml"


@pytest.fixture
def means(
    qloop: asyncio.AbstractEventLoop, qtbot: QtBot, themes: ThemeManager, file: Path, tmp_path: Path
) -> Iterator[Means]:
    """An engine that follows the settings, and the rest."""
    chosen, state = Settings(file), UiState(tmp_path / "ui.json")
    worker = Worker(qloop, "test-preferences")
    engine = Engine(worker, worker, tmp_path / "data", pack.config(chosen))
    chosen.changed.connect(lambda _key: engine.apply(pack.config(chosen)))
    yield Means(engine, chosen, state, themes, worker)
    qtbot.waitUntil(qloop.create_task(worker.stop()).done)
    for part in (engine, chosen, state):
        part.deleteLater()


@pytest.fixture
def opens(means: Means, qtbot: QtBot) -> Iterator[Callable[[], PreferencesWindow]]:
    """Opens the window, as often as one likes."""
    made: list[PreferencesWindow] = []

    def make() -> PreferencesWindow:
        window = PreferencesWindow(means)
        made.append(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield make
    for window in made:
        window.done(0)
        window.deleteLater()


@pytest.fixture
def window(opens: Callable[[], PreferencesWindow]) -> PreferencesWindow:
    """The window, open."""
    return opens()
