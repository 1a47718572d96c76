# SPDX-License-Identifier: GPL-3.0-or-later
"""Downloads a .torrent from an http(s) address with Qt's network access, bounded in size and time."""

import asyncio
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, QUrl
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkReply, QNetworkRequest

from starling.engine.errors import EngineError
from starling.engine.sources import MAX_TORRENT_SIZE
from starling.i18n import translate

_TIMEOUT_MS = 30_000
_REDIRECTS = 8


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address led to: the bytes of a file, or a magnet link it redirected to."""

    data: bytes = b""
    magnet: str = ""


async def fetch(url: str, parent: QObject) -> Fetched:
    """Gets what `url` leads to. Raises EngineError with a sentence."""
    target = QUrl(url, QUrl.ParsingMode.TolerantMode)
    if not target.isValid() or not target.host():
        raise EngineError(translate("Engine", "{url} is no valid address.").format(url=url))
    manager = QNetworkAccessManager(parent)
    manager.setTransferTimeout(_TIMEOUT_MS)
    try:
        for _ in range(_REDIRECTS):
            reply = await _finished(manager, target)
            moved = reply.attribute(QNetworkRequest.Attribute.RedirectionTargetAttribute)
            if not moved:
                return Fetched(data=_body(reply, url))
            target = target.resolved(moved)
            if target.scheme() == "magnet":
                return Fetched(magnet=bytes(target.toEncoded().data()).decode("ascii"))
            if target.scheme() not in ("http", "https"):
                raise EngineError(
                    translate("Engine", "{url} leads to {target}, which is no web address.").format(
                        url=url, target=target.toString()
                    )
                )
        raise EngineError(translate("Engine", "{url} redirects in circles.").format(url=url))
    finally:
        manager.deleteLater()


async def _finished(manager: QNetworkAccessManager, target: QUrl) -> QNetworkReply:
    request = QNetworkRequest(target)
    # Followed by hand, because Qt gives up on a redirect to a magnet link.
    request.setAttribute(
        QNetworkRequest.Attribute.RedirectPolicyAttribute, QNetworkRequest.RedirectPolicy.ManualRedirectPolicy
    )
    request.setHeader(
        QNetworkRequest.KnownHeaders.UserAgentHeader, f"Starling/{QCoreApplication.applicationVersion() or '0'}"
    )
    reply = manager.get(request)
    done: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def finish() -> None:
        if not done.done():
            done.set_result(None)

    def bound(received: int, _total: int) -> None:
        if received > MAX_TORRENT_SIZE:
            reply.abort()

    reply.finished.connect(finish)
    reply.downloadProgress.connect(bound)
    try:
        # The transfer time-out above ends a silent server, this one a server that trickles for ever.
        await asyncio.wait_for(done, 2 * _TIMEOUT_MS / 1000)
    except TimeoutError as error:
        reply.abort()
        raise EngineError(
            translate("Engine", "{url} did not finish in {seconds} seconds.").format(
                url=target.toString(), seconds=2 * _TIMEOUT_MS // 1000
            )
        ) from error
    except asyncio.CancelledError:
        reply.abort()
        raise
    return reply


def _body(reply: QNetworkReply, url: str) -> bytes:
    if reply.error() != QNetworkReply.NetworkError.NoError:
        status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
        if status and int(status) >= 400:
            words = reply.attribute(QNetworkRequest.Attribute.HttpReasonPhraseAttribute) or ""
            raise EngineError(
                translate("Engine", "{url} answered {status} {words}.").format(url=url, status=status, words=words)
            )
        if reply.error() == QNetworkReply.NetworkError.OperationCanceledError:
            raise EngineError(translate("Engine", "{url} did not answer in time, or sent too much.").format(url=url))
        raise EngineError(
            translate("Engine", "{url} could not be read: {message}.").format(url=url, message=reply.errorString())
        )
    return bytes(reply.readAll().data())
