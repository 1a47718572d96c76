# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole program: as processes that are started, called a second time, killed and asked to end, and from within."""

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from starling import __version__, settings
from starling.instance import Message
from starling.paths import Profile
from starling.ui.dialogs.add import AddDialog
from starling.ui.main_window import MainWindow
from starling.ui.notice import Kind
from tests.helpers import LONG, hermetic, stored_ids
from tests.swarm import Payload, Swarm, wait_until
from tests.ui.person import Person

STARLING = sys.executable, "-m", "starling"


class Processes:
    """Starts the program on one profile, as often as one likes."""

    def __init__(self, folder: Path, address: str) -> None:
        self.profile = Profile.at(folder / "profile")
        self.profile.make_folders()
        hermetic(self.profile.config_dir, address, {}, {})
        self.errors = folder / "stderr.txt"
        self._running: list[subprocess.Popen[bytes]] = []

    def starts(self, *items: object) -> subprocess.Popen[bytes]:
        """The first start; returns once it can be asked to end."""
        with self.errors.open("ab") as errors:
            made = subprocess.Popen([*self._command(), *map(str, items)], stdout=errors, stderr=errors)
        self._running.append(made)
        wait_until(lambda: made.poll() is not None or catches(made.pid, signal.SIGTERM), bool, what="the program")
        assert made.poll() is None, self.errors.read_text()
        return made

    def calls(self, *items: object) -> None:
        """A second start, which hands its items over."""
        done = subprocess.run([*self._command(), *map(str, items)], capture_output=True, timeout=LONG, check=False)
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")

    def ends(self, process: subprocess.Popen[bytes], number: int = signal.SIGTERM) -> int:
        """Sends a signal and waits; the exit status."""
        process.send_signal(number)
        return process.wait(LONG)

    def stored(self) -> list[str]:
        """Ids of the torrents in the database."""
        if not self.profile.database_file.exists():
            return []
        try:
            return stored_ids(self.profile.data_dir)
        except sqlite3.OperationalError:  # its tables are being made
            return []

    def keeps(self, *payloads: Payload) -> None:
        """Waits until exactly these torrents are stored."""
        wait_until(self.stored, lambda found: found == [one.id for one in payloads], what="the stored torrents")

    def close(self) -> None:
        """Nothing runs any more."""
        for process in self._running:
            if process.poll() is None:
                process.kill()
            process.wait(LONG)

    def _command(self) -> list[str]:
        return [*STARLING, "--profile", str(self.profile.data_dir.parent)]


def catches(pid: int, number: int) -> bool:
    """Whether a process has a handler for a signal."""
    status = dict(
        line.split(":\t", 1) for line in Path(f"/proc/{pid}/status").read_text().splitlines() if ":\t" in line
    )
    return bool(int(status["SigCgt"], 16) >> (number - 1) & 1)


@pytest.fixture
def processes(swarm: Swarm, tmp_path: Path) -> Iterator[Processes]:
    made = Processes(tmp_path, swarm.address())
    yield made
    made.close()


@pytest.fixture
def payload(swarm: Swarm) -> Payload:
    return swarm.payload(name="Aves", files={"canto.flac": 70_000, "poster.jpg": 3_000})


# -- processes


def test_it_starts_and_ends_when_asked(processes: Processes) -> None:
    running = processes.starts()
    assert processes.ends(running) == 0
    assert not Path(processes.profile.socket).exists()
    assert processes.errors.read_text() == OFFSCREEN * processes.errors.read_text().count(OFFSCREEN)
    assert processes.ends(processes.starts(), signal.SIGINT) == 0


OFFSCREEN = "This plugin does not support propagateSizeHints()\n"


def test_a_second_start_hands_over_and_the_torrent_stays(processes: Processes, payload: Payload) -> None:
    running = processes.starts()
    processes.calls("--no-dialog", "--paused", payload.torrent_path)
    processes.keeps(payload)
    assert processes.ends(running) == 0
    assert processes.stored() == [payload.id]


def test_what_the_first_start_is_given_is_added(processes: Processes, swarm: Swarm, payload: Payload) -> None:
    other = swarm.payload(name="other", files={"b": 5})
    processes.starts("--no-dialog", "--paused", payload.torrent_path, other.torrent_path)
    processes.keeps(payload, other)


def test_a_download_ends_on_the_disk(processes: Processes, payload: Payload, swarm: Swarm, tmp_path: Path) -> None:
    tracker = swarm.tracker()
    announced = swarm.payload(name="announced", files={"a.bin": 300_000}, trackers=[tracker.url])
    swarm.seed(announced)
    processes.starts()
    processes.calls("--no-dialog", "--save-path", tmp_path / "there", announced.torrent_path)
    wait_until(lambda: announced.verify(tmp_path / "there"), lambda wrong: not wrong, what="the files")


def test_killed_and_started_again_it_has_every_torrent(processes: Processes, payload: Payload) -> None:
    running = processes.starts("--no-dialog", "--paused", payload.torrent_path)
    processes.keeps(payload)
    assert processes.ends(running, signal.SIGKILL) == -signal.SIGKILL
    again = processes.starts()
    processes.keeps(payload)
    assert processes.ends(again) == 0
    assert processes.stored() == [payload.id]


def test_a_profile_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    done = run("--profile", str(tmp_path / "file" / "profile"), environment=blind())
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith("Starling cannot keep its data in ")
    assert done.stderr.count("\n") == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_profile_that_may_not_be_written_is_said(tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    profile.mkdir(mode=0o500)
    done = run("--profile", str(profile), environment=blind())
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)


def test_without_a_screen_it_says_so(tmp_path: Path) -> None:
    done = run("--profile", str(tmp_path / "profile"), environment=blind())
    assert done.returncode == 1
    assert done.stderr.startswith("Starling needs a screen: neither DISPLAY nor WAYLAND_DISPLAY is set. ")
    assert "--headless" in done.stderr


def test_help_and_version_need_no_window() -> None:
    assert run("--version").stdout == f"Starling {__version__}\n"
    told = run("--help").stdout
    for option in ("--profile", "--save-path", "--paused", "--no-dialog", "FILE|MAGNET|URL|HASH"):
        assert option in told
    assert run("--no-such-option").returncode == 2


def blind() -> dict[str, str]:
    """The environment of a machine without a screen."""
    return {name: value for name, value in os.environ.items() if not name.endswith(("DISPLAY", "QPA_PLATFORM"))}


def run(*arguments: str, environment: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    # Without a platform for windows: Qt would end the process if it were asked for one.
    given = environment or {**os.environ, "QT_QPA_PLATFORM": "none"}
    return subprocess.run([*STARLING, *arguments], capture_output=True, text=True, env=given, timeout=LONG, check=False)


def test_no_dialog_is_read_before_it_is_opened() -> None:
    code = "import sys, starling.program; print(*sorted(name for name in sys.modules if name in sys.argv[1:]))"
    late = [f"starling.ui.dialogs.{name}" for name in ("about", "add", "failures", "link", "remove")]
    command = [sys.executable, "-c", code, *late, "PySide6.QtSvg", "http.client", "dbus_fast"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=LONG, check=True)
    assert done.stdout == "\n"


# -- from within


@pytest.fixture
def person(qtbot: QtBot, qloop: asyncio.AbstractEventLoop, swarm: Swarm, tmp_path: Path) -> Iterator[Person]:
    made = Person(qtbot, qloop, tmp_path, swarm)
    yield made
    made.leave()


def test_damaged_settings_are_said_and_the_program_starts(person: Person) -> None:
    person.profile.settings_file.write_text(person.profile.settings_file.read_text() + "\n[[[")
    person.starts()
    notice = person.reads("settings")
    assert notice.kind is Kind.WARN


def test_a_wrong_setting_is_said(person: Person) -> None:
    file = person.profile.settings_file
    file.write_text(file.read_text().replace("[downloads]", "[downloads]\nshow_add_dialog = 7", 1))
    person.starts()
    assert person.reads("show_add_dialog").kind is Kind.WARN


def test_a_damaged_list_is_said_and_the_program_starts(person: Person) -> None:
    person.starts().makes("one")
    person.quits()
    for file in person.profile.data_dir.glob("starling.db*"):
        file.write_bytes(b"no database at all, but long enough to be taken for one" * 200)
    person.starts()
    assert person.reads("The list of torrents was damaged").kind is Kind.ERR
    person.makes("two")


def test_a_list_from_a_newer_version_is_left_alone(person: Person, payload: Payload) -> None:
    person.starts().makes("one")
    person.quits()
    with closing(sqlite3.connect(person.profile.database_file)) as database:
        database.execute("PRAGMA user_version = 999")
    before = person.profile.database_file.read_bytes()
    person.starts(loads=False)
    assert person.reads("newer version of Starling").kind is Kind.ERR
    person.program.notices.clear()
    for asks in (True, False):
        person.program.take(Message((str(payload.torrent_path),), no_dialog=not asks))
        person.until(lambda: person.program.notices.notices)
        assert person.program.notices.notices[0].kind is Kind.ERR
        person.program.notices.clear()
    assert not person.window.findChildren(AddDialog)
    person.quits()
    assert person.profile.database_file.read_bytes() == before


def fail_in_a_slot(person: Person) -> None:
    QTimer.singleShot(0, person.window, broken)


def fail_in_a_task(person: Person) -> None:
    from starling.tasks import spawn

    spawn(broken_task())


def fail_in_the_loop(person: Person) -> None:
    person.loop.call_soon(broken)


def broken() -> None:
    raise ZeroDivisionError("nobody expected this")


async def broken_task() -> None:
    broken()


@pytest.mark.parametrize("fail", [fail_in_a_slot, fail_in_a_task, fail_in_the_loop])
def test_what_nobody_expected_is_shown_and_the_program_goes_on(person: Person, fail: Callable[[Person], None]) -> None:
    person.starts()
    fail(person)
    person.until(lambda: person.program.failure is not None)
    dialog = person.program.failure
    assert dialog is not None
    assert "ZeroDivisionError: nobody expected this" in dialog.report
    person.presses("Escape", dialog)
    person.until(lambda: person.program.failure is None)
    person.makes("one")


def test_it_ends_with_a_dialog_open(person: Person, payload: Payload, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", "starling.tasks")
    person.starts(payload.torrent_path)
    dialog = person.dialog(AddDialog)
    person.until(lambda: dialog.files.wanted is not None)
    window: MainWindow = person.window
    window.closed.emit()
    person.until(lambda: not window.isVisible())
    assert not isValid(dialog) or not dialog.isVisible()
    person.quits()
    assert "still busy" not in caplog.text


def test_a_second_start_without_items_brings_the_window_back(person: Person) -> None:
    person.starts()
    person.window.showMinimized()
    person.program.take(Message())
    person.until(lambda: person.window.isVisible() and not person.window.isMinimized())


def test_a_torrent_of_excluded_files_only_is_news_and_no_error(person: Person) -> None:
    person.starts()
    person.program.settings.set(settings.downloads.EXCLUDED, ("*.nfo",))
    person.offers(person.swarm.payload(name="Notes", files={"a.nfo": 5, "b.nfo": 6}))
    assert person.reads("Every file of “Notes”").said.kind is Kind.INFO


def test_changed_settings_reach_the_session(person: Person) -> None:
    person.starts()
    chosen = person.program.settings
    chosen.set(settings.speed.DOWN_LIMIT, 123_000)
    chosen.set(settings.speed.UP_LIMIT, 45_000)
    running = person.program.engine._running
    assert running is not None
    person.until(lambda: running.session.lt.get_settings()["download_rate_limit"] == 123_000)
    assert running.session.lt.get_settings()["upload_rate_limit"] == 45_000


def test_disk_that_does_not_answer_holds_the_end_up_for_a_moment_only(person: Person) -> None:
    person.starts()
    gate = threading.Event()
    workers = person.program.core.files_worker, person.program.core.disk_worker
    for worker in workers:
        worker.post(lambda: gate.wait(LONG))
    begun = time.monotonic()
    person.program.settings.set(settings.downloads.CONFIRM_REMOVE, False)
    person.quits()
    assert time.monotonic() - begun < LONG / 2
    gate.set()
    assert "confirm_remove = false" in person.profile.settings_file.read_text()
