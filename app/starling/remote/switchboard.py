# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes the body of a request, has the calls in it made one after the other, and gives back what is to be sent."""

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

from starling.errors import UserError
from starling.i18n import translate
from starling.remote.calls import Asked, Call, Client, Code, Method, Outcome, RemoteError
from starling.remote.dialect import Request, read, written
from starling.remote.names import LONGEST
from starling.remote.params import ParamError
from starling.remote.wire import LARGE, is_large
from starling.tasks import Worker, report, spawn

PATIENCE = 60.0
"""Seconds after which a client gets an answer, whatever it asked for."""
READING = frozenset({"free_space", "group_get", "port_test", "session_get", "session_stats", "torrent_get"})
"""Methods that change nothing."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
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

    async def answer(self, body: bytes, client: Client) -> Reply:
        """What to send back; whatever the body is, no error is raised but that of being cancelled."""
        request = await self._worker.run(read, body) if len(body) > LARGE else read(body)
        # One after the other: a client that adds and then starts relies on it.
        outcomes = [await self._outcome(asked, client) for asked in request.asked]
        chunks = await self._written(request, outcomes)
        if not chunks:
            return Reply(HTTPStatus.NO_CONTENT)
        return Reply(HTTPStatus.OK, "application/json; charset=UTF-8", chunks)

    async def _written(self, request: Request, outcomes: list[Outcome]) -> tuple[bytes, ...]:
        try:
            if any(is_large(outcome) for outcome in outcomes):
                return await self._worker.run(written, request, outcomes)
            return written(request, outcomes)
        except TypeError as error:
            report(error)
            return written(request, [_writable(*each) for each in zip(request.asked, outcomes, strict=True)])

    async def _outcome(self, asked: Asked, client: Client) -> Outcome:
        if asked.fault is not None:
            return asked.fault
        method = self._methods.get(asked.method)
        if method is None:
            sentence = translate("Remote", "Starling knows no method “{name}”.").format(name=_short(asked.method))
            return RemoteError(sentence, Code.METHOD_NOT_FOUND)
        reads = asked.method in READING
        if asked.silent and reads:
            return {}
        task = spawn(_made(method, Call(asked.method, asked.params, asked.dialect, client)), name=asked.method)
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
        if task.cancelled():
            return RemoteError(translate("Remote", "Starling is ending."), Code.SYSTEM_ERROR)
        return task.result()

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


def _own_fault() -> RemoteError:
    sentence = translate("Remote", "Starling has made a mistake in answering this; its log tells more.")
    return RemoteError(sentence, Code.INTERNAL_ERROR)


def _unheard(task: asyncio.Task[Outcome]) -> None:
    if not task.cancelled() and isinstance(outcome := task.result(), RemoteError):
        log.info("%s failed when its client no longer waited: %s", task.get_name(), outcome)


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else name[: LONGEST - 1] + "…"
