# SPDX-License-Identifier: GPL-3.0-or-later
"""The core ends what it began, whatever goes wrong on the way."""

import asyncio
import gc
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from starling import formats, i18n
from starling.core.core import Core
from starling.paths import Profile
from tests.helpers import hermetic


async def breaks() -> None:
    raise RuntimeError("It can't end.")


def test_torrents_are_written_also_if_remote_control_cannot_end(
    qtbot: QtBot, qloop: asyncio.AbstractEventLoop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = QCoreApplication.instance()
    assert app is not None
    profile = Profile.at(tmp_path / "profile")
    profile.make_folders()
    hermetic(profile.config_dir, "127.0.0.1", {}, {})
    core = Core(app, qloop, profile)
    monkeypatch.setattr(core.door, "close", breaks)
    ending = qloop.create_task(core.close())
    qtbot.waitUntil(ending.done)
    with pytest.raises(RuntimeError, match="can't end"):
        ending.result()
    for worker in (core.worker, core.files_worker, core.disk_worker):
        with pytest.raises(RuntimeError, match="after shutdown"):
            worker.post(gc.collect)
    i18n.uninstall(app)
    formats.use(i18n.QLocale.c())
    i18n.QLocale.setDefault(i18n.QLocale.c())
    core.deleteLater()
