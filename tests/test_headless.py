# SPDX-License-Identifier: GPL-3.0-or-later
"""Starling without a window, as a process: what it loads, what it says, how it is controlled and how it ends."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from starling import settings
from starling.__main__ import RUNS_ALREADY
from starling.paths import Profile
from tests.helpers import LONG, hermetic
from tests.swarm import Payload, Swarm, wait_until

STARLING = sys.executable, "-m", "starling"


class Daemon:
    """One profile, on which the program runs without a window."""

    def __init__(self, folder: Path, address: str) -> None:
        self.profile = Profile.at(folder / "profile")
        self.profile.make_folders()
        self.chosen = {
            settings.general.LANGUAGE: settings.general.Language.ENGLISH.value,
            settings.remote.ADDRESS: address,
        }
        self.address = address
        self.errors = folder / "stderr.txt"
        self.errors.touch()
        self.port = 19_091  # of an address that nobody else has
        self.downloads = self.profile.config_dir / "downloads"
        self._session = ""
        self._running: list[subprocess.Popen[bytes]] = []

    @property
    def root(self) -> str:
        return str(self.profile.data_dir.parent)

    def starts(self, *arguments: object, environment: dict[str, str] | None = None) -> subprocess.Popen[bytes]:
        """Returns once it answers."""
        hermetic(self.profile.config_dir, self.address, self.chosen, {})
        command = [*STARLING, "--headless", "--rpc-port", str(self.port), "--profile", self.root, *map(str, arguments)]
        with self.errors.open("ab") as errors:
            made = subprocess.Popen(command, stdout=errors, stderr=errors, env=bare() | (environment or {}))
        self._running.append(made)
        # What it says is what a failure of the test shows.
        wait_until(lambda: made.poll() is not None or self.answers() or self.said(), lambda seen: seen is True)
        assert made.poll() is None, self.errors.read_text()
        return made

    def answers(self) -> bool:
        try:
            self.ask("session-get")
        except OSError:
            return False
        return True

    def ask(self, method: str, **arguments: object) -> Any:
        """The arguments of the answer."""
        body = json.dumps({"method": method, "arguments": arguments}).encode()
        while True:
            request = urllib.request.Request(
                f"http://{self.address}:{self.port}/transmission/rpc",
                body,
                {"X-Transmission-Session-Id": self._session},
            )
            try:
                with urllib.request.urlopen(request, timeout=LONG) as answer:
                    said = json.load(answer)
            except urllib.error.HTTPError as error:
                if error.code != 409:
                    raise
                self._session = error.headers["X-Transmission-Session-Id"]
                error.close()
                continue
            assert said["result"] == "success", said
            return said["arguments"]

    def calls(self, *arguments: object) -> subprocess.CompletedProcess[str]:
        """Another start with the same profile."""
        command = [*STARLING, "--profile", self.root, *map(str, arguments)]
        return subprocess.run(command, capture_output=True, text=True, timeout=LONG, check=False, env=bare())

    def said(self) -> str:
        """What stands on its standard error."""
        return self.errors.read_text()

    def close(self) -> None:
        for process in self._running:
            if process.poll() is None:
                process.kill()
            process.wait(LONG)


def bare() -> dict[str, str]:
    """The environment of a machine without a screen."""
    return {key: value for key, value in os.environ.items() if not key.startswith(("QT_", "DISPLAY", "WAYLAND"))}


@pytest.fixture
def daemon(swarm: Swarm, tmp_path: Path) -> Iterator[Daemon]:
    made = Daemon(tmp_path, swarm.address())
    yield made
    made.close()


@pytest.fixture
def payload(swarm: Swarm) -> Payload:
    return swarm.payload(name="Aves", files={"canto.flac": 70_000})


def ends(process: subprocess.Popen[bytes], number: int = signal.SIGTERM) -> int:
    process.send_signal(number)
    return process.wait(LONG)


def names(daemon: Daemon) -> list[str]:
    return [one["name"] for one in daemon.ask("torrent-get", fields=["name"])["torrents"]]


def test_it_downloads_without_loading_a_window(daemon: Daemon, swarm: Swarm) -> None:
    tracker = swarm.tracker()
    payload = swarm.payload(name="announced", files={"a.bin": 300_000}, trackers=[tracker.url])
    swarm.seed(payload)
    # Inherited from whoever was started by systemd: this is not what systemd reads.
    running = daemon.starts(payload.torrent_path, environment={"JOURNAL_STREAM": "8:1"})
    wait_until(lambda: payload.verify(daemon.downloads), lambda wrong: not wrong, what="the files")
    loaded = Path(f"/proc/{running.pid}/maps").read_text()
    assert "libQt6Core" in loaded
    assert "libQt6Gui" not in loaded
    assert "libQt6Widgets" not in loaded
    assert ends(running) == 0
    assert "“announced” was added." in daemon.said()
    assert "Traceback" not in daemon.said()
    assert not daemon.said().startswith("<")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_it_ends_when_asked(daemon: Daemon, number: signal.Signals) -> None:
    assert ends(daemon.starts(), number) == 0
    assert not Path(daemon.profile.socket).exists()


def test_a_client_ends_it(daemon: Daemon) -> None:
    running = daemon.starts()
    daemon.ask("session-close")
    assert running.wait(LONG) == 0


def test_later_starts_hand_over_and_have_no_window_to_show(daemon: Daemon, payload: Payload) -> None:
    daemon.starts()
    added = daemon.calls("--paused", payload.torrent_path)
    assert (added.returncode, added.stdout, added.stderr) == (0, "", "")
    wait_until(lambda: names(daemon), lambda found: found == ["Aves"], what="the torrent")
    shown = daemon.calls()
    assert shown.returncode == 1
    assert shown.stderr.startswith("Starling runs already, without a window: ")
    again = daemon.calls("--headless")
    assert (again.returncode, again.stderr) == (RUNS_ALREADY, "Starling runs already with this profile.\n")
    again = daemon.calls("--headless", payload.torrent_path)
    assert (again.returncode, again.stderr) == (0, "")


def test_what_it_holds_is_there_after_a_kill(daemon: Daemon, payload: Payload) -> None:
    running = daemon.starts("--paused", payload.torrent_path)
    wait_until(lambda: names(daemon), lambda found: found == ["Aves"], what="the torrent")
    assert ends(running, signal.SIGKILL) == -signal.SIGKILL
    daemon.starts()
    wait_until(lambda: names(daemon), lambda found: found == ["Aves"], what="the torrent")
    assert re.search(r"Session: 1 torrents? (is|are) in the session\.", daemon.said())


def test_systemd_is_told_and_gets_the_log_with_its_levels(daemon: Daemon, tmp_path: Path) -> None:
    address = tmp_path / "notify"
    read = daemon.errors.stat()
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as link:
        link.bind(str(address))
        link.settimeout(LONG)
        journal = f"{read.st_dev}:{read.st_ino}"
        running = daemon.starts(environment={"NOTIFY_SOCKET": str(address), "JOURNAL_STREAM": journal})
        assert link.recv(100) == b"READY=1"
        assert ends(running) == 0
        assert link.recv(100) == b"STOPPING=1"
    # Said before there is a log, where the catalogues of translations are not built.
    lines = [line for line in daemon.said().splitlines() if not line.startswith("No translation")]
    assert lines
    assert all(line.startswith("<") and line[2] == ">" for line in lines), lines


def test_a_port_of_somebody_else_is_said_and_nothing_stops(daemon: Daemon, payload: Payload) -> None:
    with socket.socket() as other:
        other.bind((daemon.address, daemon.port))
        other.listen()
        command = [*STARLING, "--headless", "--rpc-port", str(daemon.port), "--profile", daemon.root]
        hermetic(daemon.profile.config_dir, daemon.address, daemon.chosen, {})
        with daemon.errors.open("ab") as errors:
            running = subprocess.Popen(command, stdout=errors, stderr=errors)
        daemon._running.append(running)
        wait_until(daemon.said, lambda text: "--rpc-port" in text, what="the sentence")
        assert running.poll() is None
    assert ends(running) == 0
    assert daemon.said().count(f"uses the port {daemon.port}") == 1
    assert str(daemon.profile.settings_file) in daemon.said()


def test_it_ends_while_a_client_waits_for_a_download(daemon: Daemon) -> None:
    with socket.create_server((daemon.address, 0)) as server, ThreadPoolExecutor() as threads:
        server.settimeout(LONG)
        running = daemon.starts()
        adding = threads.submit(
            daemon.ask, "torrent-add", filename=f"http://{daemon.address}:{server.getsockname()[1]}/a.torrent"
        )
        with server.accept()[0]:
            assert ends(running) == 0
            adding.exception(LONG)
    assert "should not have" not in daemon.said()
    assert "Traceback" not in daemon.said()


def test_no_file_of_ours_takes_the_place_of_a_closed_stream() -> None:
    asks = "import os, starling.__main__ as m; m._open_streams(); print(os.readlink('/proc/self/fd/2'))"
    shell = ["sh", "-c", 'exec "$@" 2>&-', "sh", sys.executable, "-c", asks]
    done = subprocess.run(shell, stdout=subprocess.PIPE, text=True, check=True)
    assert done.stdout == "/dev/null\n"


def test_a_database_that_cannot_be_opened_ends_it(daemon: Daemon) -> None:
    daemon.profile.database_file.mkdir()
    command = [*STARLING, "--headless", "--rpc-port", str(daemon.port), "--profile", daemon.root]
    hermetic(daemon.profile.config_dir, daemon.address, daemon.chosen, {})
    done = subprocess.run(command, capture_output=True, text=True, timeout=LONG, check=False)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert str(daemon.profile.database_file) in done.stderr


def test_a_port_needs_headless() -> None:
    done = subprocess.run([*STARLING, "--rpc-port", "9091"], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "--headless" in done.stderr
