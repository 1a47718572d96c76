# SPDX-License-Identifier: GPL-3.0-or-later
"""A start that ends before there is a window says why where it is seen: on the screen if there is one."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from pytestqt.qtbot import QtBot

from starling.instance import ClaimError
from starling.refusal import RefusalDialog
from tests.helpers import LONG
from tests.swarm import wait_until

WORDS = "Starling cannot keep its data in "


class Start:
    """A start with a profile that can't be made."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "file"
        self._file.touch()
        self._errors = folder / "stderr.txt"
        own = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "DISPLAY", "WAYLAND"))}
        self._bare, self._running = own, list[subprocess.Popen[bytes]]()

    def begins(self, *arguments: str, **environment: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "starling", "--profile", str(self._file), *arguments]
        with self._errors.open("wb") as errors:
            made = subprocess.Popen(command, stdout=errors, stderr=errors, env=self._bare | environment)
        self._running.append(made)
        return made

    def said(self) -> str:
        return self._errors.read_text()

    def close(self) -> None:
        for process in self._running:
            if process.poll() is None:
                process.kill()
            process.wait(LONG)


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    made = Start(tmp_path)
    yield made
    made.close()


def asks_to_end(process: subprocess.Popen[bytes]) -> int:
    """Its dialog is there, as it has a handler for the signal; the exit status."""

    def handled() -> bool:
        lines = Path(f"/proc/{process.pid}/status").read_text().splitlines()
        caught = int(next(line for line in lines if line.startswith("SigCgt:")).split()[1], 16)
        return process.poll() is not None or bool(caught >> (signal.SIGTERM - 1) & 1)

    wait_until(handled, bool, what="the dialog")
    assert process.poll() is None
    process.send_signal(signal.SIGTERM)
    return process.wait(LONG)


def test_on_a_screen_it_is_shown_until_it_is_closed(start: Start) -> None:
    assert asks_to_end(start.begins(QT_QPA_PLATFORM="offscreen")) == 1
    assert start.said().startswith(WORDS)
    assert "Traceback" not in start.said()


@pytest.mark.parametrize(("arguments", "environment"), [((), {}), (("--headless",), {"QT_QPA_PLATFORM": "offscreen"})])
def test_where_nobody_looks_it_is_written_and_over(
    start: Start, arguments: tuple[str, ...], environment: dict[str, str]
) -> None:
    assert start.begins(*arguments, **environment).wait(LONG) == 1
    assert start.said().startswith(WORDS)
    assert start.said().count("\n") == 1


def test_the_dialog_says_the_sentence_and_enter_closes_it(qtbot: QtBot) -> None:
    dialog = RefusalDialog(f"No room in /{'x' * 500}.")
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.sentence.text().startswith("No room in /x")
    assert dialog.width() < dialog.screen().availableGeometry().width()
    assert dialog.close_button.isDefault()
    dialog.close_button.click()
    assert not dialog.isVisible()


class Spanish(QTranslator):
    """One sentence of it."""

    def translate(self, context: str, source: str, *_rest: object) -> str:
        return "No en {folder}." if (context, source) == ("Instance", "Not in {folder}.") else source


def test_it_is_said_in_the_language_that_is_loaded_later(qapp: QCoreApplication) -> None:
    error = ClaimError("Not in {folder}.", folder="/x")
    assert str(error) == "Not in /x."
    spanish = Spanish()
    qapp.installTranslator(spanish)
    try:
        assert str(error) == "No en /x."
    finally:
        qapp.removeTranslator(spanish)
