# SPDX-License-Identifier: GPL-3.0-or-later
"""Downloads a .torrent from an http(s) address with Qt's network access, bounded in size and time.

It goes by the proxy where there is one, and not at all where torrents are bound to an interface: Qt can't be.
What is said of an address names no more than its host: the rest is often its owner's key, and ends up in the log.
"""

import asyncio
from dataclasses import dataclass

from PySide6.QtCore import QObject, QUrl
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkCookie, QNetworkProxy, QNetworkReply, QNetworkRequest

from starling.engine.binding import chosen
from starling.engine.diagnosis import is_address
from starling.engine.discretion import without_secrets
from starling.engine.errors import EngineError
from starling.engine.interfaces import is_loopback
from starling.engine.session import SettingsPack
from starling.engine.sources import MAX_TORRENT_SIZE
from starling.i18n import translate

_TIMEOUT_MS = 30_000
_REDIRECTS = 8
_BUFFER = 1 << 20
_SOCKS4, _SOCKS5 = 1, (2, 3)
"""libtorrent's proxy_type."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address led to: the bytes of a file, or a magnet link it redirected to."""

    data: bytes = b""
    name: str = ""
    """What the bytes are called where others may read it."""
    magnet: str = ""


async def fetch(url: str, pack: SettingsPack, cookies: str = "") -> Fetched:
    """Gets what `url` leads to, by the way of these settings of libtorrent's. Raises EngineError with a sentence.

    Its server gets the `cookies` (``name1=content1; name2=content2``), and none that it sends us on to.
    """
    target, name = QUrl(url, QUrl.ParsingMode.TolerantMode), without_secrets(url)
    if not target.isValid() or not target.host():
        raise EngineError(translate("Engine", "{url} is no valid address.").format(url=name))
    proxy = _proxy(pack)
    # Nobody's child: it would be deleted with its parent while somebody waits here.
    manager = QNetworkAccessManager()
    manager.setProxy(proxy)
    manager.setTransferTimeout(_TIMEOUT_MS)
    manager.cookieJar().setCookiesFromUrl(_cookies(cookies), target)
    try:
        for _ in range(_REDIRECTS):
            transfer = _Transfer(manager, target, str(pack.get("user_agent", "")))
            await transfer.done()
            moved = transfer.reply.attribute(QNetworkRequest.Attribute.RedirectionTargetAttribute)
            if not moved:
                return Fetched(data=_body(transfer, name), name=name)
            target = target.resolved(moved)
            if target.scheme() == "magnet":
                return Fetched(magnet=bytes(target.toEncoded().data()).decode("ascii"))
            if target.scheme() not in ("http", "https"):
                raise EngineError(
                    translate("Engine", "{url} leads to {target}, which is no web address.").format(
                        url=name, target=without_secrets(target.toString())
                    )
                )
        raise EngineError(translate("Engine", "{url} redirects in circles.").format(url=name))
    finally:
        manager.deleteLater()


def _cookies(text: str) -> list[QNetworkCookie]:
    """Of the whole server, wherever on it the file is."""
    found = []
    for part in text.split(";"):
        name, sign, content = part.strip().partition("=")
        if name and sign:
            cookie = QNetworkCookie(name.encode(), content.encode())
            cookie.setPath("/")
            found.append(cookie)
    return found


def _proxy(pack: SettingsPack) -> QNetworkProxy:
    """By which the address is asked. Raises EngineError where it can't be asked as the user wants it."""
    for name in chosen(pack):
        if not (is_address(name) and is_loopback(name)):
            text = translate(
                "Engine",
                "Starling is bound to {name} and downloads no .torrent file itself: save it with the browser, and "
                "open it.",
            )
            raise EngineError(text.format(name=name))
    kind = int(pack.get("proxy_type", 0))
    if not kind:
        return QNetworkProxy(QNetworkProxy.ProxyType.NoProxy)
    if kind == _SOCKS4:
        raise EngineError(
            translate(
                "Engine",
                "No .torrent file can be downloaded through a SOCKS4 proxy: save it with the browser, and open it.",
            )
        )
    types = QNetworkProxy.ProxyType
    return QNetworkProxy(
        types.Socks5Proxy if kind in _SOCKS5 else types.HttpProxy,
        str(pack.get("proxy_hostname", "")),
        int(pack.get("proxy_port", 0)),
        str(pack.get("proxy_username", "")),
        str(pack.get("proxy_password", "")),
    )


class _Transfer(QObject):
    """One request and its body, taken out of Qt's buffer as it comes: unread, that would grow without bound."""

    def __init__(self, manager: QNetworkAccessManager, target: QUrl, user_agent: str) -> None:
        super().__init__(manager)
        request = QNetworkRequest(target)
        # Followed by hand, because Qt gives up on a redirect to a magnet link.
        request.setAttribute(
            QNetworkRequest.Attribute.RedirectPolicyAttribute, QNetworkRequest.RedirectPolicy.ManualRedirectPolicy
        )
        request.setHeader(QNetworkRequest.KnownHeaders.UserAgentHeader, user_agent)
        self.body = bytearray()
        self.too_much = False
        self._done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.reply = manager.get(request)
        self.reply.setReadBufferSize(_BUFFER)
        self.reply.readyRead.connect(self._read)
        self.reply.finished.connect(self._finish)

    async def done(self) -> None:
        """Waits for the end, good or bad. Raises EngineError if that does not come in time."""
        try:
            # The transfer time-out ends a silent server, this one a server that trickles for ever.
            async with asyncio.timeout(2 * _TIMEOUT_MS / 1000):
                await self._done
        except TimeoutError as error:
            raise EngineError(
                translate("Engine", "{url} did not finish in {seconds} seconds.").format(
                    url=without_secrets(self.reply.url().toString()), seconds=2 * _TIMEOUT_MS // 1000
                )
            ) from error
        finally:
            self.reply.abort()

    def _read(self) -> None:
        self.body += self.reply.readAll().data()
        if len(self.body) > MAX_TORRENT_SIZE:
            self.too_much = True
            self.reply.abort()

    def _finish(self) -> None:
        if self.reply.isOpen():
            self.body += self.reply.readAll().data()
        if not self._done.done():
            self._done.set_result(None)


def _body(transfer: _Transfer, name: str) -> bytes:
    reply = transfer.reply
    if transfer.too_much:
        text = translate("Engine", "{url} sends more than 64 MB: that is no .torrent file.")
        raise EngineError(text.format(url=name))
    if reply.error() != QNetworkReply.NetworkError.NoError:
        status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
        if status and int(status) >= 400:
            words = reply.attribute(QNetworkRequest.Attribute.HttpReasonPhraseAttribute) or ""
            raise EngineError(
                translate("Engine", "{url} answered {status} {words}.").format(url=name, status=status, words=words)
            )
        if reply.error() in (
            QNetworkReply.NetworkError.OperationCanceledError,
            QNetworkReply.NetworkError.TimeoutError,
        ):
            raise EngineError(translate("Engine", "{url} did not answer in time.").format(url=name))
        text = translate("Engine", "{url} could not be read: {message}.")
        raise EngineError(text.format(url=name, message=without_secrets(reply.errorString())))
    return bytes(transfer.body)
