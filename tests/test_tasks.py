# SPDX-License-Identifier: GPL-3.0-or-later
"""Coroutines started from slots, and the thread for what may block: nothing is lost, least of all a failure."""

import asyncio
import gc
import subprocess
import sys
import threading
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTimer
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot
from qasync import QEventLoop

import starling
from starling.tasks import UserError, Worker, cancel_all, failures_to, report, spawn


@pytest.fixture
def qloop(qapp: QCoreApplication, qtbot: QtBot) -> Iterator[QEventLoop]:
    """A qasync loop that runs whenever pytest-qt lets Qt's run."""
    loop = QEventLoop(qapp, already_running=True)
    yield loop
    for task in asyncio.all_tasks(loop):
        task.cancel()
    qtbot.waitUntil(lambda: not asyncio.all_tasks(loop))
    loop.stop()
    loop.close()
    asyncio.events._set_running_loop(None)
    QTimer.singleShot(0, qapp.quit)
    qapp.exec()  # stop() told Qt to leave a loop that did not run; without this the next one would leave at once


class Failures:
    """What arrived at the two places for failures."""

    def __init__(self) -> None:
        self.expected: list[str] = []
        self.unexpected: list[BaseException] = []


@pytest.fixture
def failures(qloop: QEventLoop) -> Iterator[Failures]:
    seen = Failures()
    with failures_to(qloop, seen.expected.append, seen.unexpected.append):
        yield seen


@pytest.fixture
def worker(qloop: QEventLoop, qtbot: QtBot) -> Iterator[Worker]:
    worker = Worker(qloop, "test-worker")
    yield worker
    stopped = spawn(worker.stop())
    qtbot.waitUntil(stopped.done)


async def fail(error: BaseException) -> None:
    await asyncio.sleep(0)
    raise error


@pytest.mark.usefixtures("qloop")
def test_spawn_works_from_a_slot_and_keeps_its_task(qtbot: QtBot) -> None:
    done: list[str] = []
    gate: list[asyncio.Future[None]] = []

    async def work() -> None:
        gate.append(asyncio.get_running_loop().create_future())
        await gate[0]
        done.append(asyncio.current_task().get_name())  # type: ignore[union-attr]

    QTimer.singleShot(0, lambda: spawn(work(), name="a name"))
    qtbot.waitUntil(lambda: bool(gate))
    gc.collect()
    gate[0].set_result(None)
    qtbot.waitUntil(lambda: done == ["a name"])


@pytest.mark.usefixtures("qloop")
def test_finished_tasks_are_let_go(qtbot: QtBot) -> None:
    task = weakref.ref(spawn(asyncio.sleep(0)))

    def gone() -> bool:
        gc.collect()
        return task() is None

    qtbot.waitUntil(gone)


def test_spawn_without_a_loop_is_an_error_and_leaves_no_coroutine() -> None:
    with pytest.raises(RuntimeError, match="no running event loop"):
        spawn(asyncio.sleep(0))


def test_expected_failure_arrives_as_its_sentence(failures: Failures, qtbot: QtBot) -> None:
    spawn(fail(UserError("The disk is full.")))
    qtbot.waitUntil(lambda: failures.expected == ["The disk is full."])
    assert failures.unexpected == []


def test_unexpected_failure_arrives_with_its_traceback(failures: Failures, qtbot: QtBot) -> None:
    error = ValueError("x")
    spawn(fail(error))
    qtbot.waitUntil(lambda: failures.unexpected == [error])
    assert failures.expected == []
    assert error.__traceback__ is not None


def test_failure_of_a_slot_and_of_a_callback_arrive_too(failures: Failures, qloop: QEventLoop, qtbot: QtBot) -> None:
    def slot() -> None:
        raise UserError("From a slot.")

    def callback() -> None:
        raise KeyError("from a callback")

    QTimer.singleShot(0, slot)
    qloop.call_soon(callback)
    qtbot.waitUntil(lambda: failures.expected == ["From a slot."] and len(failures.unexpected) == 1)
    assert isinstance(failures.unexpected[0], KeyError)


def test_loop_complaint_without_an_exception_arrives_as_one(failures: Failures, qloop: QEventLoop) -> None:
    qloop.call_exception_handler({"message": "something is odd"})
    assert str(failures.unexpected[0]) == "something is odd"


def test_ctrl_c_is_left_to_who_was_there_before(failures: Failures) -> None:
    seen: list[type[BaseException]] = []
    before = sys.excepthook
    sys.excepthook = lambda kind, error, trace: seen.append(kind)
    try:
        loop = asyncio.get_running_loop()
        with failures_to(loop, failures.expected.append, failures.unexpected.append):
            report(KeyboardInterrupt())
        assert sys.excepthook is not before
    finally:
        sys.excepthook = before
    assert seen == [KeyboardInterrupt]
    assert failures.unexpected == []


@pytest.mark.usefixtures("qloop")
def test_without_a_place_for_failures_the_test_fails(qtbot: QtBot) -> None:
    with capture_exceptions() as raised:
        spawn(fail(ValueError("loud")))
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is ValueError


def test_cancelled_task_is_no_failure(failures: Failures, qtbot: QtBot) -> None:
    task = spawn(asyncio.sleep(3600))
    task.cancel()
    qtbot.waitUntil(task.done)
    assert failures.unexpected == []


def test_cancel_all_ends_what_runs_and_what_that_starts(failures: Failures, qtbot: QtBot) -> None:
    ended: list[str] = []

    async def outer() -> None:
        try:
            await asyncio.sleep(3600)
        finally:
            spawn(inner())
            ended.append("outer")

    async def inner() -> None:
        try:
            await asyncio.sleep(3600)
        finally:
            ended.append("inner")

    async def quit_program() -> None:
        await asyncio.sleep(0)
        await cancel_all()
        ended.append("all")

    spawn(outer())
    spawn(quit_program())
    qtbot.waitUntil(lambda: ended[-1:] == ["all"])
    assert ended[0] == "outer"
    assert failures.unexpected == []


def test_cancel_all_leaves_other_loops_alone() -> None:
    async def main() -> bool:
        await cancel_all()
        other = spawn(asyncio.sleep(0))
        await asyncio.wait([other])
        return other.cancelled()

    assert asyncio.run(main()) is False


def test_worker_runs_in_its_thread_in_order(worker: Worker, qtbot: QtBot) -> None:
    seen: list[object] = []

    async def work() -> None:
        seen.append(await worker.run(pow, 2, 10))
        seen.append(await worker.run(int, "ff", base=16))
        seen.append(await worker.run(threading.current_thread) is not threading.main_thread())

    worker.post(lambda: seen.append("posted"))
    spawn(work())
    qtbot.waitUntil(lambda: seen == ["posted", 1024, 255, True])


def test_worker_hands_failures_to_who_waits(worker: Worker, failures: Failures, qtbot: QtBot) -> None:
    caught: list[str] = []

    async def work() -> None:
        try:
            await worker.run(int, "x")
        except ValueError as error:
            caught.append(str(error))

    spawn(work())
    qtbot.waitUntil(lambda: bool(caught))
    assert "'x'" in caught[0]
    assert failures.unexpected == []


def test_worker_reports_failures_of_what_was_posted(worker: Worker, failures: Failures, qtbot: QtBot) -> None:
    def save() -> None:
        raise UserError("The settings could not be saved.")

    worker.post(save)
    qtbot.waitUntil(lambda: failures.expected == ["The settings could not be saved."])


@pytest.mark.usefixtures("qloop")
def test_worker_finishes_what_was_posted_before_it_stops(qtbot: QtBot) -> None:
    worker = Worker(asyncio.get_running_loop(), "stopping")
    opened, done = threading.Event(), []
    worker.post(lambda: opened.wait(10))
    worker.post(lambda: done.append("saved"))
    stopping = spawn(worker.stop())
    opened.set()
    qtbot.waitUntil(stopping.done)
    assert done == ["saved"]
    assert not any(thread.name.startswith("stopping") for thread in threading.enumerate())
    with pytest.raises(RuntimeError, match="after shutdown"):
        worker.post(lambda: None)


HUNG = """
import asyncio, threading
from starling.tasks import Worker

async def main():
    worker = Worker(asyncio.get_running_loop(), "hung")
    worker.post(threading.Event().wait)
    await worker.stop(0.05)

asyncio.run(main())
"""


def test_disk_that_never_answers_does_not_keep_the_process_from_ending() -> None:
    app = Path(starling.__file__).parent.parent
    done = subprocess.run([sys.executable, "-c", HUNG], cwd=app, timeout=20, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
