# SPDX-License-Identifier: GPL-3.0-or-later
"""What every test stands on: no display, a home of its own, an event loop, a swarm - and nothing left behind."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before anything imports Qt

import asyncio
import gc
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest
from pytestqt.qtbot import QtBot

from tests.helpers import LONG, Chosen, User
from tests.swarm import Swarm

hypothesis.settings.register_profile(
    "starling",
    database=None,
    deadline=None,
    derandomize=True,  # a run fails by what was changed; --hypothesis-profile=explore looks for more
    suppress_health_check=[hypothesis.HealthCheck.function_scoped_fixture, hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.register_profile(
    "explore", hypothesis.settings.get_profile("starling"), derandomize=False, max_examples=3000
)
hypothesis.settings.load_profile("starling")

# As in the program: a worker that happens to allocate must not be the one that frees Qt's objects.
gc.disable()
LITTER = 30_000
"""New objects after which it is time to collect."""

PATIENCE = 10.0
"""Seconds in which threads, windows and processes of a test have to be gone after it."""


class Patient(QtBot):
    """Waits as long as everybody else here: five seconds are none on two busy cores."""

    def waitUntil(  # noqa: N802  (pytest-qt's name)
        self, callback: Callable[[], bool | None], *, timeout: int = round(LONG * 1000)
    ) -> None:
        super().waitUntil(callback, timeout=timeout)


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> QtBot:
    """In the place of pytest-qt's own."""
    return Patient(request)


def pytest_collection_finish() -> None:
    """What is imported by now stays: the collections after each test need not look at it."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of the test's own: what it puts into the trash or the settings never meets the real one."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(folder))
    for variable, name in {
        "XDG_CONFIG_HOME": ".config",
        "XDG_DATA_HOME": ".local/share",
        "XDG_STATE_HOME": ".local/state",
        "XDG_CACHE_HOME": ".cache",
        "XDG_RUNTIME_DIR": ".run",
    }.items():
        made = folder / name
        made.mkdir(parents=True, mode=0o700)
        monkeypatch.setenv(variable, str(made))
    # Nor do its notifications reach the desktop of whoever runs it.
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    return folder


@pytest.fixture(autouse=True)
def nothing_left(home: Path) -> Iterator[None]:
    """Fails a test that leaves a thread, a child process or a window."""
    before = _found()
    yield
    if gc.get_count()[0] > LITTER:
        gc.collect()
    deadline = time.monotonic() + PATIENCE
    while (left := _found() - before) and time.monotonic() < deadline:
        gc.collect()
        time.sleep(0.01)
    assert not left, f"left behind: {', '.join(sorted(str(one) for one in left))}"


@pytest.fixture
def told() -> Iterator[list[str]]:
    """The sentences that went to the notice bar, had there been one; whoever expects one takes it out."""
    sentences: list[str] = []
    yield sentences
    assert sentences == [], "the user was told what no test expected"


@pytest.fixture
def qloop(qtbot: QtBot, told: list[str]) -> Iterator[asyncio.AbstractEventLoop]:
    """asyncio on Qt's loop, as in the program; it turns whenever `qtbot` waits. Failures of its tasks fail the test."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication
    from qasync import QEventLoop

    from starling.tasks import failures_to

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    hook = sys.excepthook  # pytest-qt's, which fails the test
    loop = QEventLoop(app, already_running=True)
    with failures_to(loop, told.append, lambda error: hook(type(error), error, error.__traceback__)):
        yield loop
        while tasks := asyncio.all_tasks(loop):
            for task in tasks:
                task.cancel()
            qtbot.waitUntil(lambda: all(task.done() for task in tasks), timeout=5000)
    loop.stop()
    asyncio.set_event_loop(None)
    asyncio._set_running_loop(None)
    loop.close()
    gc.collect()  # what hangs in cycles goes here, in the thread of its timers
    gc.freeze()  # what a program has thawed and left: modules, most of it
    app.aboutToQuit.disconnect(loop._after_run_forever)
    # stop() outside of exec() leaves Qt determined to quit the next loop at once: let it quit one.
    QTimer.singleShot(0, app.quit)
    app.exec()


@pytest.fixture
def swarm() -> Iterator[Swarm]:
    """Real peers, trackers and web servers in their own processes, on loopback addresses of their own."""
    with Swarm() as made:
        yield made


@pytest.fixture
def users(
    qtbot: QtBot, qloop: asyncio.AbstractEventLoop, swarm: Swarm, told: list[str], tmp_path: Path
) -> Iterator[Callable[..., User]]:
    """Makes users, each at an engine of their own in the swarm; they have quit when the test ends."""
    made: list[User] = []

    def make(name: str = "user", chosen: Chosen | None = None, **session: int | bool | str) -> User:
        user = User(qtbot, qloop, tmp_path / name, swarm.address(), told, chosen or {}, session)
        made.append(user)
        return user

    yield make
    for user in made:
        user.quit()


@pytest.fixture
def user(users: Callable[..., User]) -> User:
    """A user who has just started the program."""
    return users().start()


def _found() -> set[object]:
    found: set[object] = {thread for thread in threading.enumerate() if not thread.name.startswith("Dummy")}
    children = Path("/proc/self/task").glob("*/children") if sys.platform == "linux" else ()
    found |= {f"process {pid}" for file in children for pid in _read(file).split()}
    if (widgets := sys.modules.get("PySide6.QtWidgets")) and (app := widgets.QApplication.instance()):
        from PySide6.QtCore import QEvent

        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        found |= set(widgets.QApplication.topLevelWidgets())
    return found


def _read(file: Path) -> str:
    try:
        return file.read_text()
    except (FileNotFoundError, ProcessLookupError):  # a thread that ended meanwhile
        return ""
