# SPDX-License-Identifier: GPL-3.0-or-later
"""Names and connections of one question to a stranger's server: all of it ends in time, and none leads home unasked."""

import ipaddress
import socket
import ssl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from queue import Empty, SimpleQueue
from threading import BoundedSemaphore, Lock, Thread, Timer
from time import monotonic

_NAMES = BoundedSemaphore(4)
"""Threads that may wait for the system's resolver, which takes as long as it likes."""


class Dial:
    """Belongs to one thread, but for `cut`. Whatever is done after the deadline raises TimeoutError."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._socket: socket.socket | None = None
        self._answers: SimpleQueue[list[str] | OSError | None] = SimpleQueue()
        self._cut = False
        self._until = 0.0

    @contextmanager
    def within(self, seconds: float) -> Iterator[None]:
        """Gives it so long: a timeout of a socket begins anew with each byte that a server lets drip."""
        self._until = monotonic() + seconds
        timer = Timer(seconds, self.cut)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def cut(self) -> None:
        """Ends it now; any thread may."""
        with self._lock:
            self._cut = True
            if self._socket is not None:
                # Not close(), which wakes nobody who reads, nor what a TLS socket makes of shutdown(). It fails where
                # the other side was quicker.
                with suppress(OSError):
                    socket.socket.shutdown(self._socket, socket.SHUT_RDWR)
        self._answers.put(None)

    @property
    def left(self) -> float:
        """Seconds. Raises TimeoutError."""
        left = self._until - monotonic()
        if self._cut or left <= 0:
            raise TimeoutError
        return left

    def resolve(self, host: str) -> list[str]:
        """The addresses of a name. Raises OSError."""
        left = self.left
        if not _NAMES.acquire(blocking=False):
            raise TimeoutError
        Thread(target=self._resolve, args=(host,), name="tracker name", daemon=True).start()
        try:
            answer = self._answers.get(timeout=left)
        except Empty:
            raise TimeoutError from None
        if isinstance(answer, OSError):
            raise answer
        if answer is None:
            raise TimeoutError
        return answer

    @contextmanager
    def connection(self, addresses: Sequence[str], port: int, source: str) -> Iterator[socket.socket]:
        """To the first of these addresses that takes it, from one of ours. Raises OSError."""
        with self._held(self._connected(addresses, port, source)) as connection:
            yield connection

    @contextmanager
    def secured(self, connection: socket.socket, context: ssl.SSLContext, host: str) -> Iterator[ssl.SSLSocket]:
        """TLS on a connection, which is another socket from here on. Raises OSError."""
        made = context.wrap_socket(connection, server_hostname=host, do_handshake_on_connect=False)
        with self._held(made):
            made.settimeout(self.left)
            made.do_handshake()
            yield made

    def _connected(self, addresses: Sequence[str], port: int, source: str) -> socket.socket:
        trouble: OSError = TimeoutError()
        for address in addresses:
            try:
                return socket.create_connection((address, port), self.left, (source, 0) if source else None)
            except OSError as error:
                trouble = error
        raise trouble

    @contextmanager
    def _held(self, connection: "socket.socket") -> "Iterator[socket.socket]":
        try:
            with self._lock:
                self._socket = connection
            # It may have been cut while it was being made.
            _ = self.left
            yield connection
        finally:
            with self._lock:
                self._socket = None
                connection.close()

    def _resolve(self, host: str) -> None:
        try:
            self._answers.put(_resolved(host))
        except OSError as error:
            self._answers.put(error)
        except UnicodeError:
            # No name that could stand in the DNS.
            self._answers.put(socket.gaierror(socket.EAI_NONAME, "no host name"))
        finally:
            _NAMES.release()


def _resolved(host: str) -> list[str]:
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def is_public(address: str) -> bool:
    """Whether it is on the internet, and neither on this computer nor in its network."""
    found = ipaddress.ip_address(address.partition("%")[0])
    mapped = found.ipv4_mapped if isinstance(found, ipaddress.IPv6Address) else None
    return (mapped or found).is_global
