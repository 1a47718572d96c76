# SPDX-License-Identifier: GPL-3.0-or-later
"""From what arrives to the calls that it holds, and from what came of them to what is sent back.

An object with “jsonrpc” in it, and any list, is JSON-RPC; other objects are the classic dialect. What can't be read is
answered in the dialect whose words stand in it, so that either kind of client understands that it was refused, and in
JSON-RPC where neither do, as Transmission 4.1 does.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from starling.i18n import translate
from starling.remote import classic, jsonrpc
from starling.remote.calls import Asked, Code, Dialect, Outcome, RemoteError
from starling.remote.wire import UnreadableError, loads

MOST_IN_BATCH = 100


@dataclass(frozen=True, slots=True)
class Request:
    """What one body holds, in the order in which it is to be done."""

    asked: tuple[Asked, ...]
    batch: bool = False
    """Answered with a list."""


def read(body: bytes) -> Request:
    """What is asked for; what can't be understood is asked for with its fault."""
    try:
        given = loads(body)
    except UnreadableError as error:
        return _refused(_dialect_of(body), RemoteError(str(error), Code.PARSE_ERROR))
    if isinstance(given, list):
        return _batch(given)
    if not isinstance(given, dict):
        sentence = translate("Remote", "A request must be an object, or a list of objects.")
        return _refused(_dialect_of(body), RemoteError(sentence, Code.INVALID_REQUEST))
    return Request(((jsonrpc if "jsonrpc" in given else classic).asked(given),))


def written(request: Request, outcomes: Sequence[Outcome]) -> tuple[bytes, ...]:
    """The answer, in pieces; empty if nobody waits for one. Raises TypeError for what JSON has no form for."""
    answers = [
        (jsonrpc if asked.dialect is Dialect.JSON_RPC else classic).written(asked, outcome)
        for asked, outcome in zip(request.asked, outcomes, strict=True)
        if not asked.silent
    ]
    if not request.batch:
        return tuple(answers[0]) if answers else ()
    return tuple(_listed(answers)) if answers else ()


def _batch(given: list[object]) -> Request:
    if not given:
        sentence = translate("Remote", "The list of calls is empty.")
    elif len(given) > MOST_IN_BATCH:
        sentence = translate("Remote", "At most {count} calls can be made at once.").format(count=MOST_IN_BATCH)
    else:
        return Request(tuple(jsonrpc.asked(each) for each in given), batch=True)
    return _refused(Dialect.JSON_RPC, RemoteError(sentence, Code.INVALID_REQUEST))


def _refused(dialect: Dialect, fault: RemoteError) -> Request:
    return Request((Asked(dialect, fault=fault),))


def _dialect_of(body: bytes) -> Dialect:
    return Dialect.CLASSIC if b'"method"' in body and b'"jsonrpc"' not in body else Dialect.JSON_RPC


def _listed(answers: Iterable[Iterable[bytes]]) -> Iterable[bytes]:
    before = b"["
    for answer in answers:
        yield before
        yield from answer
        before = b","
    yield b"]"
