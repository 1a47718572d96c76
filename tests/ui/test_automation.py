# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole program: it adds what is put into a watch folder, runs a program for it and says what went wrong."""

import os
import shutil
import signal
import time
from pathlib import Path

import pytest

from starling import settings
from starling.automation import watch
from starling.torrent import State
from starling.watchfolders import WatchFolder
from tests.swarm import Payload
from tests.ui.person import Person


def test_what_is_put_into_a_watch_folder_is_added_without_a_word(
    person: Person, payload: Payload, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "STABLE_S", 0.1)
    monkeypatch.setattr(watch, "SOON_S", 0.1)
    (watched := tmp_path / "watched").mkdir()
    person.program.settings.set(settings.automation.WATCH_FOLDERS, (WatchFolder(str(watched), start=False),))
    shutil.copy(payload.torrent_path, watched)
    person.sees("Aves", State.PAUSED)
    person.until((watched / "Aves.torrent.added").exists)
    assert person.program.incoming.dialog is None
    assert person.program.notices.notices == ()
    watched.rename(tmp_path / "elsewhere")
    person.reads("The watch folder", str(watched), "is not there")
    # The next start watches it again, and adds nothing twice.
    (tmp_path / "elsewhere").rename(watched)
    person.comes_back()
    person.until(lambda: person.program.watching.folders)
    assert person.names() == ["Aves"]


def test_a_program_that_fails_is_said_and_one_that_hangs_does_not_keep_us(person: Person, tmp_path: Path) -> None:
    chosen = person.program.settings
    chosen.set(settings.automation.RUN_ADDED, ("/no/such/program", "{path}"))
    person.makes("one")
    person.reads("The program /no/such/program is not there.")
    number = tmp_path / "number"
    script = tmp_path / "hangs.sh"
    script.write_text(f'#!/bin/sh\necho $$ > "{number}.new"\nmv "{number}.new" "{number}"\nexec sleep 1000\n')
    script.chmod(0o755)
    chosen.set(settings.automation.RUN_ADDED, (str(script),))
    person.makes("two")
    person.until(number.exists)
    try:
        begun = time.monotonic()
        person.quits()
        assert time.monotonic() - begun < 10
    finally:
        os.kill(int(number.read_text()), signal.SIGKILL)
