# SPDX-License-Identifier: GPL-3.0-or-later
"""The envelope of the classic dialect: ``{"method", "arguments", "tag"}`` and ``{"result", "arguments", "tag"}``.

“arguments” is always answered, for there are clients that look into it before they look at “result”.
"""

from collections.abc import Iterator, Mapping

from starling.i18n import translate
from starling.remote.calls import Asked, Code, Dialect, Outcome, RemoteError, Written
from starling.remote.names import canonical, canonical_params, spelled_answer, spelled_sentence
from starling.remote.params import ParamError, Params
from starling.remote.wire import dumps

SUCCESS = "success"


def asked(given: Mapping[str, object]) -> Asked:
    """The call that this object makes. A tag is a number; texts, which some clients send, are given back too."""
    tag = given.get("tag")
    if isinstance(tag, bool) or not isinstance(tag, int | float | str):
        tag = None
    method, arguments = given.get("method"), given.get("arguments")
    if not isinstance(method, str) or not method:
        sentence = translate("Remote", "“method” must name what is to be done.")
        return Asked(Dialect.CLASSIC, label=tag, fault=RemoteError(sentence, Code.INVALID_REQUEST))
    name = canonical(method)
    if arguments is None:
        arguments = {}
    if not isinstance(arguments, dict):
        # Not taken for none at all: without “ids” a call means every torrent.
        sentence = translate("Remote", "“{name}” must be an object.").format(name="arguments")
        return Asked(Dialect.CLASSIC, name, label=tag, fault=RemoteError(sentence))
    try:
        params = Params(canonical_params(name, arguments))
    except ParamError as error:
        return Asked(Dialect.CLASSIC, name, label=tag, fault=RemoteError(str(error)))
    return Asked(Dialect.CLASSIC, name, params, tag)


def written(asked: Asked, outcome: Outcome) -> Iterator[bytes]:
    """What is sent back, in pieces."""
    result = SUCCESS
    if isinstance(outcome, RemoteError):
        result, outcome = spelled_sentence(asked.method, str(outcome), asked.params), outcome.result
    yield b'{"arguments":'
    if isinstance(outcome, Written):
        yield from outcome.chunks
    else:
        yield dumps(spelled_answer(asked.method, outcome, Dialect.CLASSIC))
    yield b',"result":' + dumps(result)
    if asked.label is not None:
        yield b',"tag":' + dumps(asked.label)
    yield b"}"
