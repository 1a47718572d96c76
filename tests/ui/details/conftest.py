# SPDX-License-Identifier: GPL-3.0-or-later
"""A details pane on screen, at a real engine."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from shiboken6 import isValid

from starling.engine.engine import Engine
from starling.logbook import Logbook
from starling.settings import Settings
from starling.tasks import cancel_all
from starling.ui.details.pane import DetailsPane
from starling.ui.details.peers import PeersPage
from starling.ui.theme import ThemeManager
from starling.uistate import UiState
from tests.helpers import User


class Asked:
    """Notes what an engine is asked; the answers are its own."""

    def __init__(self, engine: Engine) -> None:
        self.questions: list[str] = []
        self.asking: dict[asyncio.Task[object], int] = {}
        self.most_at_once = 0
        """Tasks that were asking at the same time; a question may ask another one."""
        for name in ("files", "file_state", "facts"):
            setattr(engine.details, name, self._noting(name, getattr(engine.details, name)))
        engine.peers.connected = self._noting("peers", engine.peers.connected)  # type: ignore[method-assign]
        engine.trackers.of = self._noting("trackers", engine.trackers.of)  # type: ignore[method-assign]

    def _noting(self, name: str, question):  # type: ignore[no-untyped-def]
        async def asked(id: str):  # type: ignore[no-untyped-def]
            self.questions.append(name)
            task = asyncio.current_task()
            assert task is not None
            self.asking[task] = self.asking.get(task, 0) + 1
            self.most_at_once = max(self.most_at_once, len(self.asking))
            try:
                return await question(id)
            finally:
                self.asking[task] -= 1
                if not self.asking[task]:
                    del self.asking[task]

        return asked


@pytest.fixture
def show_pane(themes: ThemeManager, tmp_path: Path) -> Callable[..., DetailsPane]:
    """Puts a pane on screen, with what the last one remembered."""

    def show(user: User, *ids: str, width: int = 1224, height: int = 420) -> DetailsPane:
        state, book = UiState(tmp_path / "ui.json"), Logbook()
        user.engine.accounts.happened.connect(book.note)
        pane = DetailsPane(user.engine, Settings(tmp_path / "settings.toml"), themes, state, book)
        engine = user.engine

        def leave(_pane: DetailsPane) -> None:
            # As in the program: widgets go after the engine has quit and nothing that they asked can come back.
            pane.hide()
            user.quit()
            user.run(cancel_all())

        user.qtbot.addWidget(pane, before_close_func=leave)

        def follow(_rows: object) -> None:
            # There may have been another pane before it; and where nothing is selected, it stays so.
            if isValid(pane) and pane._selected:
                pane.set_torrents([engine.torrents[id] for id in ids])

        engine.updated.connect(follow)
        pane.resize(width, height)
        pane.show()
        pane.set_torrents([user.torrent(id) for id in ids])
        return pane

    return show


@pytest.fixture
def chosen(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "chosen.toml")


@pytest.fixture
def peers_page(user: User, chosen: Settings, themes: ThemeManager) -> PeersPage:
    """On screen, with the peers that a test hands it."""
    made = PeersPage(user.engine, chosen, themes)
    user.qtbot.addWidget(made)
    made.resize(1224, 500)
    made.show()
    return made
