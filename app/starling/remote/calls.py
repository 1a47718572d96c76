# SPDX-License-Identifier: GPL-3.0-or-later
"""What a request asks for and what answers it, in the terms that both dialects share.

Names are those of JSON-RPC throughout (snake case, Transmission 4.1); `names` knows those of the classic dialect.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum, IntEnum

from starling.errors import UserError
from starling.remote.params import Params


class Dialect(Enum):
    """How the envelope looks, and how its keys are spelled."""

    CLASSIC = "classic"
    """``{"method": "torrent-get", "arguments": {…}, "tag": 7}``, rpc-version 17."""
    JSON_RPC = "JSON-RPC 2.0"


class Code(IntEnum):
    """JSON-RPC's own codes, and those that Transmission adds to them. The classic dialect has the sentence alone."""

    PARSE_ERROR = -32700
    INVALID_REQUEST = -32600
    METHOD_NOT_FOUND = -32601
    INVALID_PARAMS = -32602
    INTERNAL_ERROR = -32603
    SET_ANNOUNCE_LIST = 1
    INVALID_TRACKER_LIST = 2
    PATH_NOT_ABSOLUTE = 3
    UNRECOGNIZED_INFO = 4
    SYSTEM_ERROR = 5
    FILE_INDEX_OUT_OF_RANGE = 6
    PIECE_INDEX_OUT_OF_RANGE = 7
    HTTP_ERROR = 8
    CORRUPT_TORRENT = 9


class RemoteError(UserError):
    """Why a call was refused: a sentence for who made it."""

    def __init__(self, sentence: str, code: Code = Code.INVALID_PARAMS, result: Mapping[str, object] | None = None):
        """`result` is what the method has to say all the same."""
        super().__init__(sentence)
        self.code = code
        self.result = dict(result or {})


@dataclass(frozen=True, slots=True)
class Client:
    """Who calls."""

    address: str
    """Without its port."""
    name: str = ""
    """As it calls itself (User-Agent), empty where it does not."""


@dataclass(frozen=True, slots=True)
class Call:
    """One method, asked for by one client."""

    method: str
    params: Params
    dialect: Dialect
    client: Client


@dataclass(frozen=True, slots=True)
class Written:
    """An object that is JSON already, in the names of the dialect it was asked in."""

    chunks: tuple[bytes, ...] = field(default=())


Answer = Mapping[str, object] | Written
"""Names of JSON-RPC; they are put into those of the dialect afterwards, but not what is written."""
Method = Callable[[Call], Awaitable[Answer]]
"""Raises RemoteError, or EngineError for what the engine refuses."""

Outcome = Answer | RemoteError
"""What came of a call."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One call as it was sent, and how its answer is to be labelled."""

    dialect: Dialect
    method: str = ""
    """Canonical, and not necessarily one that there is."""
    params: Params = field(default_factory=Params)
    label: int | float | str | None = None
    """The classic dialect's tag (None if there is none), or the id of JSON-RPC."""
    silent: bool = False
    """Nobody waits for an answer."""
    fault: RemoteError | None = None
    """Why it can't even be tried."""
