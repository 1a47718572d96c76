# SPDX-License-Identifier: GPL-3.0-or-later
"""Why a connection to a peer ended: libtorrent's error, operation and close reason -> `Parting`."""

import errno
import sys
from collections.abc import Iterable, Iterator

import libtorrent as lt

from starling.peerstory import Parting, Side, Why

_EMPTY_PIECE = 26

CONNECT = 16
"""The operation of who never got a connection."""
_DISK_OPERATIONS = frozenset({7, 8, 9, *range(24, 32), 35, 36, 37})


def _each(rows: Iterable[tuple[Iterable[int], Why, Side]]) -> Iterator[tuple[int, tuple[Why, Side]]]:
    for numbers, why, side in rows:
        for number in numbers:
            yield number, (why, side)


_LIBTORRENT = dict(
    _each(
        (
            ((18, 96), Why.QUIT, Side.WE),
            ((35, 46, 80), Why.REMOVED, Side.WE),
            ((40,), Why.PAUSED, Side.WE),
            ((92,), Why.STOPPED, Side.WE),
            ((94,), Why.NOT_READY, Side.WE),
            ((36,), Why.NO_ANSWER, Side.WE),
            ((37, 98), Why.BOTH_UPLOAD, Side.WE),
            ((38,), Why.USELESS, Side.WE),
            ((30, 39), Why.WRONG_TORRENT, Side.WE),
            ((33, 114), Why.PORT_FILTERED, Side.WE),
            ((43,), Why.ASKED_CHOKED, Side.WE),
            ((45,), Why.MEMORY, Side.WE),
            ((47,), Why.OURSELVES, Side.WE),
            ((49,), Why.NO_INTEREST, Side.WE),
            ((50,), Why.SILENT, Side.WE),
            ((51,), Why.NO_HANDSHAKE, Side.WE),
            ((52,), Why.NO_REQUEST, Side.WE),
            ((71, 72, 73, 74), Why.NO_COMMON_ENCRYPTION, Side.WE),
            ((69, 70, 75, 76), Why.BAD_ENCRYPTION, Side.WE),
            ((77,), Why.MUST_NOT_ENCRYPT, Side.WE),
            ((78,), Why.MUST_ENCRYPT, Side.WE),
            ((79,), Why.DUPLICATE, Side.WE),
            ((89,), Why.FILTERED, Side.WE),
            ((90,), Why.FULL, Side.WE),
            ((91,), Why.BANNED, Side.WE),
            ((93,), Why.CORRUPT, Side.WE),
            ((97,), Why.CHURN, Side.WE),
            ((14, *range(100, 105)), Why.BAD_METADATA, Side.WE),
            ((108,), Why.TOO_MUCH_PEX, Side.WE),
            ((111, 112, 113), Why.TLS, Side.WE),
            ((41, 42, 44, 48, *range(53, 69), 81, 105, 106, 107, 110, 117, 118, 119), Why.BAD_MESSAGE, Side.WE),
            (range(83, 89), Why.HTTP, Side.WE),
        )
    )
)

_SYSTEM = dict(
    _each(
        (
            ((errno.ECONNREFUSED,), Why.REFUSED, Side.NOBODY),
            (
                (errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EAFNOSUPPORT),
                Why.UNREACHABLE,
                Side.NOBODY,
            ),
            ((errno.EACCES, errno.EPERM), Why.FORBIDDEN, Side.NOBODY),
            ((errno.EADDRINUSE, errno.EADDRNOTAVAIL), Why.NO_PORT, Side.NOBODY),
            ((errno.ECONNRESET, errno.EPIPE, errno.ECONNABORTED, errno.ENOTCONN), Why.RESET, Side.NOBODY),
            ((errno.ETIMEDOUT,), Why.DEAD, Side.NOBODY),
            ((errno.ECANCELED,), Why.GIVEN_UP, Side.WE),
            ((errno.EMFILE, errno.ENFILE), Why.TOO_MANY_FILES, Side.WE),
            ((errno.ENOMEM, errno.ENOBUFS), Why.MEMORY, Side.WE),
        )
    )
)
if sys.platform == "win32":
    # ERROR_SEM_TIMEOUT, ERROR_CONNECTION_REFUSED, ERROR_NETWORK_UNREACHABLE, ERROR_HOST_UNREACHABLE,
    # ERROR_NETNAME_DELETED, ERROR_CONNECTION_ABORTED, ERROR_OPERATION_ABORTED: what overlapped calls give.
    _SYSTEM |= {121: (Why.DEAD, Side.NOBODY), 1225: (Why.REFUSED, Side.NOBODY), 995: (Why.GIVEN_UP, Side.WE)}
    _SYSTEM |= dict.fromkeys((1231, 1232), (Why.UNREACHABLE, Side.NOBODY))
    _SYSTEM |= dict.fromkeys((64, 1236), (Why.RESET, Side.NOBODY))

_EOF = 2
"""Of asio's own errors: the other side has closed."""

_GIVEN = {
    1: Why.DUPLICATE,
    2: Why.REMOVED,
    3: Why.MEMORY,
    4: Why.PORT_FILTERED,
    5: Why.BANNED,
    6: Why.BOTH_UPLOAD,
    7: Why.USELESS,
    8: Why.NO_ANSWER,
    9: Why.NO_INTEREST,
    10: Why.SILENT,
    11: Why.NO_HANDSHAKE,
    12: Why.NO_REQUEST,
    13: Why.NO_COMMON_ENCRYPTION,
    14: Why.CHURN,
    15: Why.FULL,
    16: Why.TOO_MANY_FILES,
    256: Why.BAD_ENCRYPTION,
    257: Why.WRONG_TORRENT,
    258: Why.OURSELVES,
    259: Why.BAD_METADATA,
    260: Why.BAD_METADATA,
    285: Why.ASKED_CHOKED,
    286: Why.CORRUPT,
    288: Why.TOO_MUCH_PEX,
}
_MESSAGES = range(261, 285)
"""Of `close_reason_t`, what is wrong with a message."""

_BLOCKED = {
    0: Why.FILTERED,
    1: Why.PORT_FILTERED,
    3: Why.LOW_PORT,
    4: Why.NO_UTP,
    5: Why.NO_TCP,
    6: Why.WRONG_INTERFACE,
}


def goes_on(error: lt.error_code) -> bool:
    """Whether it is the one that libtorrent reports without ending the connection: a request answered with nothing."""
    return error.value() == _EMPTY_PIECE and error.category().name() == "libtorrent"


def of(category: str, code: int, operation: int, text: str = "", given: int = 0) -> Parting:
    """How it ended: an error's category, number and words, the `operation_t` that failed, and the `close_reason_t` that
    the other side gave; 0 for none.
    """
    theirs = _given(given)
    if category == "libtorrent" and (known := _LIBTORRENT.get(code)):
        why, side = known
        if why is Why.NO_ANSWER and operation != CONNECT:
            why = Why.SILENT
        return Parting(why, side, text if why in _OPEN else "", theirs)
    if category == "asio.misc" and code == _EOF:
        return Parting(Why.CLOSED, Side.THEY, given=theirs)
    if category in ("system", "generic"):
        if operation in _DISK_OPERATIONS:
            return Parting(Why.DISK, Side.WE, text)
        if known := _SYSTEM.get(code):
            why, side = known
            if why is Why.DEAD and operation == CONNECT:
                why = Why.NO_ANSWER
            # Who gives a reason has closed it.
            return Parting(why, Side.THEY if theirs else side, given=theirs)
    if category == "socks":
        return Parting(Why.PROXY, Side.NOBODY, text)
    if category == "http":
        return Parting(Why.HTTP, Side.THEY, text)
    if category == "asio.ssl":
        return Parting(Why.TLS, Side.NOBODY, text)
    return Parting(Why.OTHER, Side.THEY if theirs else Side.NOBODY, text, theirs)


def blocked(reason: int) -> Parting:
    """Why we left a peer alone, from the number of peer_blocked_alert's."""
    return Parting(_BLOCKED.get(reason, Why.NOT_ALLOWED), Side.WE)


_OPEN = frozenset({Why.BAD_MESSAGE, Why.BAD_METADATA, Why.TLS, Why.HTTP})
"""Those that libtorrent's words say more of."""


def _given(reason: int) -> Why | None:
    if not reason:
        return None
    return _GIVEN.get(reason, Why.BAD_MESSAGE if reason in _MESSAGES or reason == 287 else Why.OTHER)
