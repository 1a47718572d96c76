# SPDX-License-Identifier: GPL-3.0-or-later
"""Work that takes a while: coroutines started from Qt slots, and the one thread for what may block.

There is no registry of handlers. Whatever fails where nobody awaits it goes to `sys.excepthook`, where PySide6 sends
the exceptions of slots too: the program installs its own with `failures_to`, and under pytest-qt it fails the test.
"""

import asyncio
import logging
import sys
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from functools import partial
from queue import SimpleQueue
from threading import Lock, Thread
from types import TracebackType
from typing import Any, ParamSpec, TypeVar

from starling.errors import UserError as UserError  # noqa: PLC0414  (also found here, beside what reports it)

P = ParamSpec("P")
T = TypeVar("T")

log = logging.getLogger(__name__)

_running: set[asyncio.Task[Any]] = set()
"""An event loop keeps only weak references to its tasks: without this set a waiting task can be collected."""


def spawn(coro: Coroutine[Any, Any, T], *, name: str = "") -> asyncio.Task[T]:
    """Start ``coro`` in the running loop, also from a plain slot; its failure is reported, so do not await the task.

    Raises RuntimeError where no loop runs.
    """
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        coro.close()
        raise
    task = loop.create_task(coro, name=name or None)
    _running.add(task)
    task.add_done_callback(_finished)
    return task


async def cancel_all() -> None:
    """Cancel what `spawn` started in this loop, wait until it has ended, and again if that started more."""
    loop = asyncio.get_running_loop()
    while mine := [task for task in _running if task.get_loop() is loop and task is not asyncio.current_task()]:
        for task in mine:
            task.cancel()
        await asyncio.wait(mine)


def report(error: BaseException) -> None:
    """Hand on a failure that nobody awaits."""
    sys.excepthook(type(error), error, error.__traceback__)


@contextmanager
def failures_to(
    loop: asyncio.AbstractEventLoop, expected: Callable[[str], None], unexpected: Callable[[BaseException], None]
) -> Iterator[None]:
    """While it lasts, failures of slots, tasks, callbacks of ``loop`` and workers arrive at these two functions.

    ``expected`` gets the sentence of a `UserError`, ``unexpected`` gets everything else.
    """
    before = sys.excepthook

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, UserError):
            expected(str(error))
        elif isinstance(error, Exception):
            unexpected(error)
        else:
            before(kind, error, trace)

    sys.excepthook = hook
    loop.set_exception_handler(_loop_failed)
    try:
        yield
    finally:
        loop.set_exception_handler(None)
        sys.excepthook = before


class Worker:
    """One thread that runs functions in the order they come; it does not keep the process from ending."""

    def __init__(self, loop: asyncio.AbstractEventLoop, name: str) -> None:
        self._loop = loop
        self._name = name
        self._lock = Lock()
        self._calls: SimpleQueue[tuple[Future[Any], Callable[[], Any]] | None] = SimpleQueue()
        self._thread: Thread | None = None
        self._stopped = False

    async def run(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Call in the thread and wait for the result; raises what it raises.

        Cancelling takes the call back if it has not begun; once begun it runs to its end, unobserved.
        """
        return await asyncio.wrap_future(self._submit(partial(function, *args, **kwargs)), loop=self._loop)

    def post(self, function: Callable[[], object]) -> None:
        """Call in the thread without waiting, from any thread; a failure is reported in the loop's thread."""
        self._submit(function).add_done_callback(self._posted)

    async def stop(self, patience: float | None = None) -> None:
        """Finish what was posted, then end the thread; whatever comes later raises RuntimeError.

        After `patience` seconds the thread is left to itself, for a disk may never answer.
        """
        finished = self._submit(_nothing)
        with self._lock:
            self._stopped = True
            self._calls.put(None)
        try:
            async with asyncio.timeout(patience):
                await asyncio.wrap_future(finished, loop=self._loop)
        except TimeoutError:
            log.info("%s is still busy", self._name)
            return
        if self._thread is not None:
            self._thread.join()

    def _submit(self, function: Callable[[], T]) -> "Future[T]":
        future: Future[T] = Future()
        with self._lock:
            if self._stopped:
                raise RuntimeError(f"{self._name} takes nothing after shutdown")
            self._calls.put((future, function))
            if self._thread is None:
                # A daemon: Python would wait for any other thread at the end, however long a disk takes.
                self._thread = Thread(target=self._work, name=self._name, daemon=True)
                self._thread.start()
        return future

    def _work(self) -> None:
        while (call := self._calls.get()) is not None:
            _perform(*call)
            del call  # nothing of it is kept alive while the next one is waited for

    def _posted(self, future: "Future[object]") -> None:
        if (error := future.exception()) is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(report, error)


def _perform(future: "Future[T]", function: Callable[[], T]) -> None:
    if not future.set_running_or_notify_cancel():
        return
    try:
        result = function()
    except BaseException as error:  # noqa: BLE001  (whoever waits gets it)
        future.set_exception(error)
    else:
        future.set_result(result)


def _nothing() -> None:
    """Its turn comes when everything before it is done."""


def _finished(task: asyncio.Task[Any]) -> None:
    _running.discard(task)
    if not task.cancelled() and (error := task.exception()) is not None:
        report(error)


def _loop_failed(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    report(context.get("exception") or RuntimeError(context["message"]))
