# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks the proxy now and then whether it is there, understands us and lets us in: libtorrent says it late, or never."""

import base64
from enum import Enum

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QAbstractSocket, QNetworkProxy, QTcpSocket

from starling.engine.session import SettingsPack
from starling.i18n import translate

_PATIENCE_MS = 5000
_AGAIN_MS, _SOON_MS = 60_000, 10_000
_KINDS = {1: "SOCKS4", 2: "SOCKS5", 3: "SOCKS5", 4: "HTTP", 5: "HTTP"}
"""By libtorrent's proxy_type."""
_TARGET = b"\x00\x09\x7f\x00\x00\x01"
"""Port 9 of the proxy's own computer, where nobody answers: the question is what it says to us."""


class Step(Enum):
    """How far the conversation is."""

    IDLE = 0
    GREETED = 1
    NAMED = 2


class ProxyWatch(QObject):
    """One question at a time; the deadline is for all of it."""

    changed = Signal()
    """`trouble` or `answers` is another one."""

    def __init__(self, pack: SettingsPack, *, bound: bool) -> None:
        super().__init__()
        self._socket = QTcpSocket(self)
        # Not by way of a proxy of Qt's own.
        self._socket.setProxy(QNetworkProxy(QNetworkProxy.ProxyType.NoProxy))
        self._socket.connected.connect(self._greet)
        self._socket.readyRead.connect(self._listen)
        self._socket.errorOccurred.connect(self._on_error)
        self._deadline, self._again = QTimer(self), QTimer(self)
        for timer, ended in ((self._deadline, self._on_deadline), (self._again, self._ask)):
            timer.setSingleShot(True)
            timer.timeout.connect(ended)
        self._step = Step.IDLE
        self._answer = b""
        self._asked: tuple[object, ...] = ()
        self.trouble = ""
        """What is wrong, a sentence."""
        self.answers = False
        """It let us in when it was asked last."""
        self.use(pack, bound=bound)

    @property
    def place(self) -> str:
        """Kind, host and port; empty without a proxy."""
        return f"{self._kind} {self._host}:{self._port}" if self._kind else ""

    def use(self, pack: SettingsPack, *, bound: bool) -> None:
        """Asks the proxy of these settings; `bound`: our question could leave by another interface than the chosen."""
        keys = ("proxy_type", "proxy_hostname", "proxy_port", "proxy_username", "proxy_password")
        asked = (*(pack.get(key) for key in keys), bound)
        if asked == self._asked:
            return
        self.close()
        self._asked, self.trouble, self.answers = asked, "", False
        self._kind = _KINDS.get(int(pack.get("proxy_type", 0)), "")
        self._host, self._port = str(pack.get("proxy_hostname", "")), int(pack.get("proxy_port", 0))
        # libtorrent sends no name by SOCKS4.
        self._user = str(pack.get("proxy_username", "")) if self._kind != "SOCKS4" else ""
        self._password = str(pack.get("proxy_password", ""))
        if self._kind and not self._host:
            self.trouble = translate("Engine", "Not connected: no host is given for the proxy.")
        elif self._kind and not bound:
            self._ask()

    def close(self) -> None:
        """Asks nothing more."""
        self._deadline.stop()
        self._again.stop()
        self._step = Step.IDLE
        self._socket.abort()

    def _ask(self) -> None:
        self._step, self._answer = Step.GREETED, b""
        self._deadline.start(_PATIENCE_MS)
        self._socket.connectToHost(self._host, self._port)

    def _greet(self) -> None:
        if self._kind == "SOCKS5":
            self._socket.write(b"\x05\x02\x00\x02" if self._user else b"\x05\x01\x00")
        elif self._kind == "SOCKS4":
            self._socket.write(b"\x04\x01" + _TARGET + self._user.encode() + b"\0")
        else:
            own = base64.b64encode(f"{self._user}:{self._password}".encode())
            given = b"Proxy-Authorization: Basic " + own + b"\r\n" if self._user else b""
            self._socket.write(b"CONNECT 127.0.0.1:9 HTTP/1.1\r\nHost: 127.0.0.1:9\r\n" + given + b"\r\n")

    def _listen(self) -> None:
        self._answer += bytes(self._socket.readAll().data())
        if self._step is Step.IDLE:
            return
        if self._kind == "SOCKS5":
            self._socks5()
        elif self._kind == "SOCKS4" and len(self._answer) >= 2:
            # RFC-less, but as everybody does it: 90 and 91 are about the target, 92 and 93 about the user.
            code = self._answer[1]
            self._judge(self._answer[0] == 0 and 90 <= code <= 93, code <= 91)
        elif self._kind == "HTTP" and len(self._answer) >= 12:
            self._judge(self._answer.startswith(b"HTTP/1."), self._answer[9:12] != b"407")

    def _socks5(self) -> None:
        if len(self._answer) < 2:
            return
        first, second = self._answer[:2]
        if self._step is Step.NAMED:
            self._judge(True, second == 0)
        elif first != 5:
            self._judge(False, False)
        elif second == 2 and self._user:
            self._step, self._answer = Step.NAMED, b""
            user, password = self._user.encode(), self._password.encode()
            self._socket.write(bytes((1, len(user))) + user + bytes((len(password),)) + password)
        else:
            self._judge(True, second == 0)

    def _judge(self, understood: bool, let_in: bool) -> None:
        if not understood:
            text = translate("Engine", "Not connected: what answers at {place} is no {kind} proxy.")
        elif let_in:
            text = ""
        elif self._user:
            text = translate("Engine", "Not connected: the proxy at {place} refuses the user name or the password.")
        else:
            text = translate("Engine", "Not connected: the proxy at {place} wants a user name and a password.")
        self._end(text)

    def _on_deadline(self) -> None:
        self._end(translate("Engine", "Not connected: the proxy at {place} does not answer."))

    def _on_error(self, error: QAbstractSocket.SocketError) -> None:
        if self._step is Step.IDLE:
            return
        errors = QAbstractSocket.SocketError
        if error is errors.ConnectionRefusedError:
            text = translate("Engine", "Not connected: no proxy runs at {place}.")
        elif error is errors.HostNotFoundError:
            text = translate("Engine", "Not connected: the name of the proxy, {host}, could not be found.")
        elif error is errors.RemoteHostClosedError:
            text = translate("Engine", "Not connected: the proxy at {place} hangs up on us.")
        else:
            text = translate("Engine", "Not connected: the proxy at {place} can't be reached.")
        self._end(text)

    def _end(self, text: str) -> None:
        self.trouble = text.format(place=f"{self._host}:{self._port}", host=self._host, kind=self._kind)
        self.answers = not text
        self.close()
        self._again.start(_SOON_MS if text else _AGAIN_MS)
        self.changed.emit()
