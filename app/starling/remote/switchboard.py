# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes the body of a request, has the calls in it made one after the other, and gives back what is to be sent."""

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from weakref import finalize

from starling.errors import UserError
from starling.i18n import translate
from starling.remote.calls import Asked, Call, Client, Code, Method, Outcome, RemoteError, Written
from starling.remote.dialect import Request, read, written
from starling.remote.diary import Diary
from starling.remote.names import LONGEST
from starling.remote.params import ParamError
from starling.remote.wire import LARGE, is_large
from starling.tasks import Worker, report, spawn

PATIENCE = 60.0
"""Seconds after which a client gets an answer, whatever it asked for."""
READING = frozenset({"free_space", "group_get", "port_test", "session_get", "session_stats", "torrent_get"})
"""Methods that change nothing."""
BATCH_BYTES = 32 << 20
"""Of answers of one batch, from which on nothing more is read for it."""
HELD_BYTES = 256 << 20
"""Of all answers that are there at once, also because their clients are slow to take them."""
_LARGE_AT_ONCE = 4
"""Calls that may answer with much and are made at the same time."""
_MAY_BE_LARGE = frozenset({"torrent_get"})
_LAST_PATIENCE = 0.5
"""Seconds for changes that are under way when the program ends."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Reply:
    """What goes back over HTTP."""

    status: int
    content_type: str = ""
    """Value of the header; empty where there is no body."""
    chunks: tuple[bytes, ...] = ()
    """The body, in the pieces in which it was made."""


class Switchboard:
    """Knows every method, and neither HTTP nor what the methods do.

    A call that changes something is never left half made: once begun it goes on to its end, also when its client goes
    away or has waited for `PATIENCE`. The rest of a batch whose client goes away is not begun. Calls that only read
    are given up.
    """

    def __init__(self, methods: Mapping[str, Method], worker: Worker, patience: float = PATIENCE) -> None:
        """`methods` by their canonical names; `worker` reads and writes what is large."""
        self._methods = dict(methods)
        self._worker = worker
        self._patience = patience
        self._held = 0
        """Bytes of answers, from being made until nothing knows them any more."""
        self._large = asyncio.Semaphore(_LARGE_AT_ONCE)
        self._calls: set[asyncio.Task[Outcome]] = set()
        self._ending = False
        self._diary = Diary()

    async def answer(self, body: bytes, client: Client) -> Reply:
        """What to send back; whatever the body is, no error is raised but that of being cancelled."""
        request = await self._worker.run(read, body) if len(body) > LARGE else read(body)
        outcomes: list[Outcome] = []
        size = 0
        try:
            # One after the other: a client that adds and then starts relies on it.
            for asked in request.asked:
                outcomes.append(await self._outcome(asked, client, full=size > BATCH_BYTES))
                more = _size(outcomes[-1])
                size += more
                self._held += more
            chunks = await self._written(request, outcomes)
        finally:
            self._held -= size
        if not chunks:
            return Reply(HTTPStatus.NO_CONTENT)
        reply = Reply(HTTPStatus.OK, "application/json; charset=UTF-8", chunks)
        size = sum(map(len, chunks))
        self._held += size
        # Not when it has been sent: somebody may keep it, and what counts is what is there.
        finalize(reply, self._let_go, size).atexit = False
        return reply

    async def close(self, patience: float = _LAST_PATIENCE) -> None:
        """Ends every call, and refuses those that come: to be called before what the methods work with ends.

        What changes something gets `patience` seconds to come to its own end.
        """
        self._ending = True
        for task in self._calls:
            if task.get_name() in READING:
                task.cancel()
        if self._calls:
            await asyncio.wait(self._calls, timeout=patience)
        for task in self._calls:
            task.cancel()
        if self._calls:
            await asyncio.wait(self._calls)
        self._diary.close()

    def _let_go(self, size: int) -> None:
        self._held -= size

    async def _written(self, request: Request, outcomes: list[Outcome]) -> tuple[bytes, ...]:
        try:
            if any(is_large(outcome) for outcome in outcomes):
                return await self._worker.run(written, request, outcomes)
            return written(request, outcomes)
        except TypeError as error:
            report(error)
            return written(request, [_writable(*each) for each in zip(request.asked, outcomes, strict=True)])

    async def _outcome(self, asked: Asked, client: Client, *, full: bool) -> Outcome:
        if asked.fault is not None:
            return asked.fault
        if self._ending:
            return _ending()
        method = self._methods.get(asked.method)
        if method is None:
            sentence = translate("Remote", "Starling knows no method “{name}”.").format(name=_short(asked.method))
            return RemoteError(sentence, Code.METHOD_NOT_FOUND)
        reads = asked.method in READING
        if asked.silent and reads:
            return {}
        if reads and full:
            sentence = translate("Remote", "The answers to these calls are too large to be given at once.")
            return RemoteError(sentence, Code.SYSTEM_ERROR)
        call = Call(asked.method, asked.params, asked.dialect, client)
        making = self._made_in_turn if asked.method in _MAY_BE_LARGE else _made if reads else self._made_and_noted
        task = spawn(making(method, call), name=asked.method)
        self._calls.add(task)
        task.add_done_callback(self._calls.discard)
        try:
            await asyncio.wait({task}, timeout=self._patience)
        except asyncio.CancelledError:
            if reads:
                task.cancel()
            else:
                task.add_done_callback(_unheard)
            raise
        if not task.done():
            return self._too_long(task, reads)
        return _ending() if task.cancelled() else task.result()

    async def _made_in_turn(self, method: Method, call: Call) -> Outcome:
        async with self._large:
            if self._held > HELD_BYTES:
                sentence = translate("Remote", "Starling has too much to answer just now.")
                return RemoteError(sentence, Code.SYSTEM_ERROR)
            return await _made(method, call)

    async def _made_and_noted(self, method: Method, call: Call) -> Outcome:
        outcome = await _made(method, call)
        if not isinstance(outcome, RemoteError):
            self._diary.note(call)
        return outcome

    def _too_long(self, task: asyncio.Task[Outcome], reads: bool) -> RemoteError:
        if reads:
            task.cancel()
            sentence = translate("Remote", "This took longer than {seconds} seconds and was given up.")
        else:
            task.add_done_callback(_unheard)
            sentence = translate("Remote", "This takes longer than {seconds} seconds. Starling goes on with it.")
        return RemoteError(sentence.format(seconds=round(self._patience)), Code.SYSTEM_ERROR)


async def _made(method: Method, call: Call) -> Outcome:
    try:
        return await method(call)
    except RemoteError as error:
        return error
    except ParamError as error:
        return RemoteError(str(error), Code.INVALID_PARAMS)
    except UserError as error:
        return RemoteError(str(error), Code.SYSTEM_ERROR)
    except Exception as error:  # noqa: BLE001  (a mistake of ours, that the client must not wait for in vain)
        report(error)
        return _own_fault()


def _writable(asked: Asked, outcome: Outcome) -> Outcome:
    """The outcome, or that it can't be told: the other calls of a batch are answered all the same."""
    try:
        written(Request((asked,)), [outcome])
    except TypeError:
        return _own_fault()
    return outcome


def _size(outcome: Outcome) -> int:
    """Bytes of what may have many."""
    return sum(map(len, outcome.chunks)) if isinstance(outcome, Written) else 0


def _ending() -> RemoteError:
    return RemoteError(translate("Remote", "Starling is ending."), Code.SYSTEM_ERROR)


def _own_fault() -> RemoteError:
    sentence = translate("Remote", "Starling has made a mistake in answering this; its log tells more.")
    return RemoteError(sentence, Code.INTERNAL_ERROR)


def _unheard(task: asyncio.Task[Outcome]) -> None:
    if not task.cancelled() and isinstance(outcome := task.result(), RemoteError):
        log.info("%s failed when its client no longer waited: %s", task.get_name(), outcome)


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else name[: LONGEST - 1] + "…"
