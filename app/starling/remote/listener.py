# SPDX-License-Identifier: GPL-3.0-or-later
"""The socket on which clients are waited for, and the address under which they find it."""

import errno
import os
import socket
from ipaddress import IPv6Address

from starling import addresses
from starling.errors import UserError
from starling.i18n import translate

_BACKLOG = 1024
"""Clients beyond it would believe to be connected, and wait for an answer that never comes."""
_ELSEWHERE = "192.0.2.1", "2001:db8::1"
"""Addresses for documentation (RFC 5737, RFC 3849): routes to them are those to everywhere."""


class ListenError(UserError):
    """Why nobody can be waited for."""


def is_local(address: str) -> bool:
    """Whether only this computer can reach it."""
    found = addresses.parse(address)
    return found is not None and found.is_loopback


def listening(address: str, port: int) -> socket.socket:
    """A socket that listens without blocking; at ``::`` for IPv4 too. Raises ListenError."""
    six = isinstance(addresses.parse(address), IPv6Address)
    try:
        made = socket.socket(socket.AF_INET6 if six else socket.AF_INET, socket.SOCK_STREAM)
    except OSError as error:
        raise ListenError(_sentence(error, address, port)) from error
    try:
        made.setblocking(False)
        if os.name == "posix":
            # Elsewhere it would let two programs have one port.
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if six:
            made.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
        made.bind((address, port))
        made.listen(_BACKLOG)
    except OSError as error:
        made.close()
        raise ListenError(_sentence(error, address, port)) from error
    return made


def url(listener: socket.socket, path: str, *, encrypted: bool) -> str:
    """What to give to clients: of a socket that listens everywhere, the address by which this computer goes out."""
    address, port = listener.getsockname()[:2]
    found = addresses.parse(address)
    if found is not None and found.is_unspecified:
        address = _outgoing() or "127.0.0.1"
    host = f"[{address}]" if ":" in address else address
    return f"{'https' if encrypted else 'http'}://{host}:{port}{path}"


def _outgoing() -> str:
    for family, elsewhere in zip((socket.AF_INET, socket.AF_INET6), _ELSEWHERE, strict=True):
        try:
            with socket.socket(family, socket.SOCK_DGRAM) as probe:
                # Nothing is sent: the system only chooses the way.
                probe.connect((elsewhere, 9))
                return str(probe.getsockname()[0])
        except OSError:  # there is no way
            continue
    return ""


def _sentence(error: OSError, address: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        text = translate(
            "Remote",
            "Remote control is closed: another program uses the port {port} at {address}. Choose another one in "
            "Preferences ▸ Remote.",
        )
    elif error.errno == errno.EADDRNOTAVAIL:
        text = translate("Remote", "Remote control is closed: this computer does not have the address {address} now.")
    elif error.errno == errno.EACCES:
        text = translate(
            "Remote", "Remote control is closed: the system does not let programs of users use port {port}."
        )
    else:
        text = translate("Remote", "Remote control is closed: {reason} at {address}, port {port}.")
    return text.format(address=address, port=port, reason=error.strerror or error)
