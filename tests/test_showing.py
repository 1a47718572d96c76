# SPDX-License-Identifier: GPL-3.0-or-later
"""Showing and opening files elsewhere: a real bus with a file manager, real openers that take, refuse and stay."""

import asyncio
import shutil
import subprocess
import sys
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from starling import showing
from starling.errors import UserError
from tests.opener import opener

MANAGER = Path(__file__).with_name("dbus_file_manager.py")

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt knows the way")


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the desktop's opener writes what it was given; it takes everything."""
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    return opener(tmp_path, monkeypatch, "exit 0")


@pytest.fixture
def bus(opened: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a bus of the test's own."""
    daemon = shutil.which("dbus-daemon")
    if daemon is None:
        pytest.skip("there is no dbus-daemon")
    process = subprocess.Popen(
        [daemon, "--session", "--nofork", "--nopidfile", "--print-address"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    address = process.stdout.readline().strip()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    yield address
    process.terminate()
    process.communicate()


@pytest.fixture
def manager(bus: str) -> Iterator[Callable[[], str]]:
    """A file manager on it: the next URI it is asked to show."""
    process = subprocess.Popen([sys.executable, MANAGER, bus], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    yield process.stdout.readline
    process.terminate()
    process.communicate()


def run(qtbot: QtBot, loop: asyncio.AbstractEventLoop, coro: Coroutine[Any, Any, None]) -> None:
    task = loop.create_task(coro)
    qtbot.waitUntil(task.done, timeout=20_000)
    task.result()


def refused(qtbot: QtBot, loop: asyncio.AbstractEventLoop, coro: Coroutine[Any, Any, None]) -> str:
    with pytest.raises(UserError) as error:
        run(qtbot, loop, coro)
    return str(error.value)


@pytest.fixture
def film(tmp_path: Path) -> Path:
    made = tmp_path / "Sita & co" / "ñ 100%.mkv"
    made.parent.mkdir()
    made.write_bytes(b"film")
    return made


def test_a_file_manager_selects_the_file(
    qtbot: QtBot, qloop: asyncio.AbstractEventLoop, manager: Callable[[], str], film: Path, opened: Path
) -> None:
    other = film.with_name("b.txt")
    other.write_bytes(b"")
    run(qtbot, qloop, showing.show([str(film), str(other)]))
    assert [manager(), manager()] == [f"{film.as_uri()}\n", f"{other.as_uri()}\n"]
    assert not opened.exists()


def test_a_bus_without_file_manager_costs_only_the_selection(
    qtbot: QtBot, qloop: asyncio.AbstractEventLoop, bus: str, film: Path, opened: Path
) -> None:
    run(qtbot, qloop, showing.show([str(film), str(film.with_name("missing.txt"))]))
    assert opened.read_text() == f"{film.parent}\n", "one window for one folder"


def test_a_bus_that_is_gone_does_so_too(
    qtbot: QtBot, qloop: asyncio.AbstractEventLoop, film: Path, opened: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={film.parent}/no-bus")
    run(qtbot, qloop, showing.show([str(film)]))
    assert opened.read_text() == f"{film.parent}\n"


def test_what_is_not_there_yet_is_looked_for_in_the_folder_that_is(
    qtbot: QtBot, qloop: asyncio.AbstractEventLoop, film: Path, opened: Path
) -> None:
    run(qtbot, qloop, showing.show([str(film.parent / "later" / "a.bin")]))
    assert opened.read_text() == f"{film.parent}\n"


def test_a_folder_opens_itself(
    qtbot: QtBot, qloop: asyncio.AbstractEventLoop, bus: str, film: Path, opened: Path
) -> None:
    run(qtbot, qloop, showing.show([f"{film.parent}/", f"{film.parent}//{film.name}"]))
    assert opened.read_text() == f"{film.parent}\n"


def test_a_file_opens(qtbot: QtBot, qloop: asyncio.AbstractEventLoop, film: Path, opened: Path) -> None:
    run(qtbot, qloop, showing.open_path(str(film)))
    assert opened.read_text() == f"{film}\n"


def test_an_opener_that_fails_is_told(
    qtbot: QtBot,
    qloop: asyncio.AbstractEventLoop,
    film: Path,
    tmp_path: Path,
    opened: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opener(tmp_path, monkeypatch, "exit 3")
    words = refused(qtbot, qloop, showing.open_path(str(film)))
    assert words == f"{film} can't be opened: no program of the desktop took it."
    (tmp_path / "bin" / "xdg-open").unlink()
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    assert refused(qtbot, qloop, showing.open_path(str(film))) == words


def test_what_is_missing_is_told(qtbot: QtBot, qloop: asyncio.AbstractEventLoop, tmp_path: Path, opened: Path) -> None:
    assert refused(qtbot, qloop, showing.open_path(str(tmp_path / "no.mkv"))) == f"{tmp_path / 'no.mkv'} is not there."
    assert not opened.exists()


def test_an_opener_that_stays_is_not_waited_for(
    qtbot: QtBot,
    qloop: asyncio.AbstractEventLoop,
    film: Path,
    tmp_path: Path,
    opened: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gate = tmp_path / "gate"
    subprocess.run(["mkfifo", gate], check=True)
    opener(tmp_path, monkeypatch, f'read line < "{gate}"')
    monkeypatch.setattr(showing, "_OPENER_SECONDS", 0.3)
    run(qtbot, qloop, showing.open_path(str(film)))
    qtbot.waitUntil(opened.exists)
    gate.write_text("done\n")
