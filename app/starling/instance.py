# SPDX-License-Identifier: GPL-3.0-or-later
"""One process per profile: the first keeps the lock and listens, every later one hands over what it was asked to open.

The lock decides and is the kernel's: it ends with its process, however that ends. The socket listens from the moment
the lock is taken, long before there is an event loop, so that a hand-over does not wait for the first one's start.
"""

import json
import logging
import os
import socket
import stat
import struct
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from starling.arguments import Arguments
from starling.errors import UserError
from starling.paths import SOCKET_PATH_LIMIT, Profile

LARGEST = 8_388_608
"""Bytes of a message: several times what a command line can hold."""
DEADLINE = 10.0
"""Seconds; longer than the first may need to quit."""
_TAKEN, _REFUSED, _WINDOWLESS = b"+", b"-", b"w"
_PATIENCE_MS = 400
"""How long to wait for the answer of a first process that may be too busy to give one: longer than a window that
works is ever busy, shorter than a start may take."""
_PAUSE = 0.015
_BACKLOG = 128
log = logging.getLogger(__name__)


class ClaimError(UserError):
    """Why a start ends here; in words as soon as they are wanted, for translations are loaded after it is known."""

    def __init__(self, source: object, **parts: object) -> None:
        super().__init__(source)
        self._source, self._parts = str(source), parts

    def __str__(self) -> str:
        return QCoreApplication.translate("Instance", self._source).format(**self._parts)


@dataclass(frozen=True, slots=True)
class Message:
    """What one start asks for."""

    items: tuple[str, ...] = ()
    """Absolute paths, links and info-hashes; none at all asks for the window to come to the front."""
    paused: bool = False
    no_dialog: bool = False
    save_path: str | None = None
    activation_token: str = ""
    """The desktop's permission to come to the front (XDG_ACTIVATION_TOKEN, or DESKTOP_STARTUP_ID on X11)."""

    @classmethod
    def of(cls, arguments: Arguments, environment: Mapping[str, str]) -> "Message":
        return cls(
            items=arguments.items,
            paused=arguments.paused,
            no_dialog=arguments.no_dialog,
            save_path=None if arguments.save_path is None else str(arguments.save_path),
            activation_token=environment.get("XDG_ACTIVATION_TOKEN") or environment.get("DESKTOP_STARTUP_ID", ""),
        )

    def line(self) -> bytes:
        """One line of JSON; ASCII, so that file names that are no UTF-8 pass too."""
        return json.dumps(asdict(self)).encode("ascii") + b"\n"

    @classmethod
    def parse(cls, line: bytes) -> "Message":
        """Raises ValueError for what is not a message; fields that a newer version may add are ignored."""
        try:
            parts = json.loads(line)
        except RecursionError as error:
            raise ValueError("it is nested too deeply") from error
        if not isinstance(parts, dict):
            raise ValueError("it is not an object")
        items, save_path = parts.get("items", []), parts.get("save_path")
        flags = parts.get("paused", False), parts.get("no_dialog", False)
        token = parts.get("activation_token", "")
        if not (
            isinstance(items, list)
            and all(isinstance(item, str) for item in items)
            and all(isinstance(flag, bool) for flag in flags)
            and (save_path is None or isinstance(save_path, str))
            and isinstance(token, str)
        ):
            raise ValueError("a field has the wrong type")
        return cls(tuple(items), *flags, save_path, token)


class Server(QObject):
    """Keeps the profile for this process and takes in what later starts hand over."""

    received = Signal(object)
    """A `Message`, from `start` on; what came before waits in the socket until then."""

    def __init__(self, lock: QLockFile, profile: Profile) -> None:
        super().__init__()
        self.windowless = False
        """There is no window to come to the front."""
        self._lock = lock
        self._name = profile.socket
        self._address = profile.address_file
        self._listener = _listener(self._name)
        if self._listener is not None:
            _tell(self._name, self._address)
        self._server = QLocalServer(self)
        self._server.newConnection.connect(self._accept)

    def start(self) -> None:
        """Take in hand-overs; the application with its event loop has to exist by now."""
        if sys.platform == "win32":  # pragma: no cover
            self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
            self._server.listen(self._name)
        elif self._listener is not None:
            self._server.listen(self._listener.detach())

    def close(self) -> None:
        """Stop listening, first of all when quitting: starts from now on wait for `release`, then run themselves.

        So do those that still wait for their message to be taken: they are hung up on.
        """
        for caller in self.findChildren(_Caller):
            caller.hang_up()
        self._server.close()
        if self._listener is not None:
            self._listener.close()
            Path(self._name).unlink(missing_ok=True)
            with suppress(OSError):  # left behind it names a socket that is not there
                self._address.unlink()

    def release(self) -> None:
        """Give the profile up, last of all; the end of the process does the same."""
        self._lock.unlock()

    def _accept(self) -> None:
        while (link := self._server.nextPendingConnection()) is not None:
            if _is_ours(link):
                _Caller(link, self)
            else:
                log.warning("Another user's process tried to hand something over")
                link.abort()
                link.deleteLater()


class _Caller(QObject):
    """One later start on the line; deletes itself when that hangs up."""

    def __init__(self, link: QLocalSocket, server: Server) -> None:
        super().__init__(server)
        self._server = server
        self._link = link
        self._data = bytearray()
        link.setParent(self)
        link.readyRead.connect(self._read)
        link.disconnected.connect(self.deleteLater)

    def hang_up(self) -> None:
        self._link.abort()

    def _read(self) -> None:
        self._data += self._link.readAll().data()
        line, newline, _ = self._data.partition(b"\n")
        if newline:
            self._data.clear()
            self._take(bytes(line))
        elif len(self._data) > LARGEST:
            log.warning("A start handed over more than %d bytes", LARGEST)
            self._link.abort()

    def _take(self, line: bytes) -> None:
        try:
            message = Message.parse(line)
        except ValueError as error:
            log.warning("A start handed over what is not a message: %s", error)
            self._link.write(_REFUSED)
            self._link.disconnectFromServer()
            return
        self._link.write(_WINDOWLESS if self._server.windowless and not message.items else _TAKEN)
        self._link.flush()
        self._server.received.emit(message)


def claim(profile: Profile, message: Message, *, hand_over: bool = True, deadline: float = DEADLINE) -> Server | None:
    """Become the one process of ``profile``, or hand ``message`` to the one there is and return None.

    Not to `hand_over` is only to find out whether there is one. Needs no application object. Raises ClaimError if
    neither succeeds within ``deadline`` seconds.
    """
    try:
        profile.make_folders()
    except OSError as error:
        text = QT_TRANSLATE_NOOP("Instance", "Starling cannot keep its data in {folder}: {reason}.")
        raise ClaimError(text, folder=error.filename, reason=error.strerror) from error
    lock = QLockFile(str(profile.lock_file))
    lock.setStaleLockTime(0)  # old age is no sign of death
    line = message.line() if hand_over else b""
    end = time.monotonic() + deadline
    while not lock.tryLock(0):
        if lock.error() != QLockFile.LockError.LockFailedError:
            text = QT_TRANSLATE_NOOP("Instance", "Starling cannot write to {folder}.")
            raise ClaimError(text, folder=profile.lock_file.parent)
        if _hand_over(profile.socket, line, end):
            return None
        # Who was started by cron or by the system has other folders for sockets than who has logged in.
        if (address := _address(profile)) and _hand_over(address, line, end):
            return None
        if time.monotonic() > end:
            # The file may name a process that died and whose number another one has now. Removing it succeeds only
            # where no living process holds the kernel's lock on it.
            if lock.removeStaleLockFile() and lock.tryLock(0):
                break
            raise ClaimError(QT_TRANSLATE_NOOP("Instance", "Starling runs already, but it does not answer."))
        time.sleep(_PAUSE)
    return Server(lock, profile)


def _hand_over(name: str, line: bytes, end: float) -> bool:
    """Whether the first process has the message, or will have when it is less busy.

    Without an answer in time that is taken for granted as long as it keeps the line: it may only be starting.
    """
    link = QLocalSocket()
    link.connectToServer(name)
    if not link.waitForConnected(_PATIENCE_MS) or not _is_ours(link):
        return False
    if not line:
        return True
    link.write(line)
    while link.bytesToWrite():
        if not link.waitForBytesWritten(max(1, int((end - time.monotonic()) * 1000))):
            link.abort()
            return False
    if not link.waitForReadyRead(_PATIENCE_MS):
        return link.state() == QLocalSocket.LocalSocketState.ConnectedState
    answer = link.read(1).data()
    if answer == _WINDOWLESS:
        text = QT_TRANSLATE_NOOP(
            "Instance",
            "Starling runs already, without a window: end it first, or control it with a client for Transmission.",
        )
        raise ClaimError(text)
    if answer == _REFUSED:
        text = QT_TRANSLATE_NOOP("Instance", "The Starling that is running does not understand this one.")
        raise ClaimError(text)
    return True


def _address(profile: Profile) -> str:
    """What the first process says that it listens on, if that is another socket of this user's; else empty."""
    if sys.platform == "win32":  # pragma: no cover
        return ""
    try:
        file = os.open(profile.address_file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        try:
            found = os.fstat(file)
            name = os.fsdecode(os.read(file, SOCKET_PATH_LIMIT + 1))
        finally:
            os.close(file)
        if (
            not stat.S_ISREG(found.st_mode)
            or found.st_uid != os.geteuid()
            or len(os.fsencode(name)) > SOCKET_PATH_LIMIT
        ):
            return ""
        if name == profile.socket or not os.path.isabs(name):  # noqa: PTH117  (as it will be connected to)
            return ""
        there = os.lstat(name)
    except (OSError, ValueError):
        return ""
    return name if stat.S_ISSOCK(there.st_mode) and there.st_uid == os.geteuid() else ""


def _tell(name: str, address: Path) -> None:
    """Let processes that would look for the socket elsewhere find it; what stands there is of one that was killed."""
    try:
        address.unlink(missing_ok=True)
        with os.fdopen(os.open(address, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600), "wb") as file:
            file.write(os.fsencode(name))
    except OSError as error:
        log.warning("Starts from elsewhere cannot hand anything over, for %s cannot be written: %s", address, error)


def _listener(name: str) -> socket.socket | None:
    """A listening socket for this user only. Without one the program works, only hand-overs do not."""
    if sys.platform == "win32":  # pragma: no cover
        return None
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        Path(name).unlink(missing_ok=True)  # left by a process that was killed: we have the lock
        listener.bind(name)
        Path(name).chmod(0o600)
        listener.listen(_BACKLOG)
    except OSError as error:
        log.warning("Later starts cannot hand anything over, for %s does not listen: %s", name, error)
        listener.close()
        return None
    return listener


def _is_ours(link: QLocalSocket) -> bool:
    """Whether the process at the other end is this user's."""
    if sys.platform != "linux":  # pragma: no cover  (there the rights of the socket have to do)
        return True
    with socket.socket(fileno=os.dup(link.socketDescriptor())) as end:
        _pid, uid, _gid = struct.unpack("3i", end.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))
    return bool(uid == os.geteuid())
