# SPDX-License-Identifier: GPL-3.0-or-later
"""The envelope of JSON-RPC 2.0 (jsonrpc.org/specification), with what Transmission says of errors in their “data”."""

from collections.abc import Iterator

from starling.i18n import translate
from starling.remote.calls import Asked, Code, Dialect, Outcome, RemoteError, Written
from starling.remote.names import canonical, canonical_params, spelled_answer
from starling.remote.params import ParamError, Params
from starling.remote.wire import dumps

VERSION = "2.0"
_HEAD = b'{"jsonrpc":"2.0",'
_MESSAGES = {
    Code.PARSE_ERROR: "Parse error",
    Code.INVALID_REQUEST: "Invalid Request",
    Code.METHOD_NOT_FOUND: "Method not found",
    Code.INVALID_PARAMS: "Invalid params",
    Code.INTERNAL_ERROR: "Internal error",
    Code.SET_ANNOUNCE_LIST: "error setting announce list",
    Code.INVALID_TRACKER_LIST: "Invalid tracker list",
    Code.PATH_NOT_ABSOLUTE: "path is not absolute",
    Code.UNRECOGNIZED_INFO: "unrecognized info",
    Code.SYSTEM_ERROR: "system error",
    Code.FILE_INDEX_OUT_OF_RANGE: "file index out of range",
    Code.PIECE_INDEX_OUT_OF_RANGE: "piece index out of range",
    Code.HTTP_ERROR: "HTTP error from backend service",
    Code.CORRUPT_TORRENT: "invalid or corrupt torrent file",
}
"""For programs, and therefore never translated; the sentence for people is the “error_string”."""


def asked(given: object) -> Asked:
    """The call that this value makes; one without an id is a notification, and gets no answer unless it is invalid."""
    if not isinstance(given, dict):
        return _invalid(translate("Remote", "A call must be an object."))
    label = given.get("id")
    if isinstance(label, bool) or not (label is None or isinstance(label, int | float | str)):
        return _invalid(translate("Remote", "“id” must be a text, a number or null."))
    if given.get("jsonrpc") != VERSION:
        return _invalid(translate("Remote", "“jsonrpc” must be “2.0”."), label)
    method, params = given.get("method"), given.get("params")
    if not isinstance(method, str) or not method:
        return _invalid(translate("Remote", "“method” must name what is to be done."), label)
    name, silent = canonical(method), "id" not in given
    if params is None:
        params = {}
    if not isinstance(params, dict):
        sentence = translate("Remote", "“{name}” must be an object.").format(name="params")
        # By position is a way that JSON-RPC knows and Transmission does not; anything else is no JSON-RPC.
        if isinstance(params, list):
            return Asked(Dialect.JSON_RPC, name, label=label, silent=silent, fault=RemoteError(sentence))
        return _invalid(sentence, label)
    try:
        converted = Params(canonical_params(name, params))
    except ParamError as error:
        return Asked(Dialect.JSON_RPC, name, label=label, silent=silent, fault=RemoteError(str(error)))
    return Asked(Dialect.JSON_RPC, name, converted, label, silent)


def written(asked: Asked, outcome: Outcome) -> Iterator[bytes]:
    """What is sent back, in pieces."""
    yield _HEAD
    if isinstance(outcome, RemoteError):
        yield b'"error":' + dumps(_error(asked, outcome))
    elif isinstance(outcome, Written):
        yield b'"result":'
        yield from outcome.chunks
    else:
        yield b'"result":' + dumps(spelled_answer(asked.method, outcome, Dialect.JSON_RPC))
    yield b',"id":' + dumps(asked.label) + b"}"


def _error(asked: Asked, error: RemoteError) -> dict[str, object]:
    data: dict[str, object] = {"error_string": str(error)}
    if error.result:
        data["result"] = spelled_answer(asked.method, error.result, Dialect.JSON_RPC)
    return {"code": int(error.code), "message": _MESSAGES[error.code], "data": data}


def _invalid(sentence: str, label: int | float | str | None = None) -> Asked:
    return Asked(Dialect.JSON_RPC, label=label, fault=RemoteError(sentence, Code.INVALID_REQUEST))
