# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks a tracker's server itself what stands behind a failure: its certificate, where it sends us, its address.

Everything here takes seconds, and belongs to the thread of `starling.engine.diagnosis`.
"""

import http.client
import ipaddress
import socket
import ssl
from dataclasses import dataclass
from time import monotonic
from typing import Any
from urllib.parse import SplitResult, urljoin

from starling.engine.diagnosis import Way, split
from starling.engine.session import bundles
from starling.engine.trackerwords import Failure, Why

_DEADLINE = 5.0
"""Seconds for an answer."""
_NO_CHECK_TIME = 0x200000
"""OpenSSL's X509_V_FLAG_NO_CHECK_TIME."""


def look(url: str, failure: Failure, way: Way) -> Failure:
    """What stands behind a failure, or the failure itself; takes seconds. Nothing that a server does makes it raise."""
    parts = split(url)
    return failure if parts is None else _Look(url, parts, failure, way, monotonic() + _DEADLINE).found()


@dataclass(frozen=True, slots=True)
class _Look:
    """One question."""

    url: str
    parts: SplitResult
    failure: Failure
    way: Way
    until: float

    def found(self) -> Failure:
        """Its answer."""
        host, port, why = self.parts.hostname or "", self.parts.port, self.failure.why
        try:
            if self.parts.scheme == "udp":
                return Failure(Why.SILENT, _resolved(host)[0])
            if why is Why.CERTIFICATE and self.parts.scheme == "https":
                wrong = self._certificate(host, port or 443)
                if wrong is not None:
                    return wrong
            target = self._redirection()
        except (OSError, ValueError, http.client.HTTPException):
            # Our own question failed too: nothing more is known.
            return self.failure
        if not target:
            return self.failure
        if why in (Why.HTTP, Why.ADDRESS):
            return Failure(Why.REDIRECT, target)
        behind = (self._certificate_behind(target) if why is Why.CERTIFICATE else None) or self.failure
        return Failure(behind.why, behind.text, target)

    def _certificate_behind(self, target: str) -> Failure | None:
        parts = split(target)
        if parts is None or parts.scheme != "https":
            return None
        try:
            # As libtorrent does it: nobody out there may send us into our own network.
            if _is_public(self.parts.hostname or "") and not _is_public(parts.hostname or ""):
                return None
            return self._certificate(parts.hostname or "", parts.port or 443)
        except (OSError, ValueError):
            # Where it leads to is worth telling all the same.
            return None

    def _certificate(self, host: str, port: int) -> Failure | None:
        """What is wrong with a server's certificate; None if it is good. Raises OSError where nobody answers."""
        try:
            self._shake_hands(host, port, trusting())
        except ssl.SSLCertVerificationError as error:
            return _wrong(error, self._details(host, port))
        except ssl.SSLError as error:
            return Failure(Why.NO_TLS) if "WRONG_VERSION" in (error.reason or "") else None
        return None

    def _details(self, host: str, port: int) -> dict[str, Any]:
        """What stands in a certificate; Python reads only one that it trusts, so it is trusted for this once."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        try:
            context.load_verify_locations(cadata=self._shake_hands(host, port, context).raw)
            context.verify_mode = ssl.CERT_REQUIRED
            context.verify_flags = ssl.VerifyFlags(ssl.VERIFY_X509_PARTIAL_CHAIN | _NO_CHECK_TIME)
            return self._shake_hands(host, port, context).read
        except OSError:
            # It is gone, or not even this makes it valid: told without details.
            return {}

    def _shake_hands(self, host: str, port: int, context: ssl.SSLContext) -> "_Shown":
        with (
            socket.create_connection((host, port), self._left(), self._source()) as connection,
            context.wrap_socket(connection, server_hostname=host) as secure,
        ):
            return _Shown(secure.getpeercert(binary_form=True) or b"", dict(secure.getpeercert() or {}))

    def _redirection(self) -> str:
        """Where a server sends who asks for a tracker's address; empty if nowhere."""
        parts, host = self.parts, self.parts.hostname or ""
        connection: http.client.HTTPConnection
        if parts.scheme == "https":
            connection = http.client.HTTPSConnection(
                host, parts.port, timeout=self._left(), source_address=self._source(), context=trusting()
            )
        else:
            connection = http.client.HTTPConnection(
                host, parts.port, timeout=self._left(), source_address=self._source()
            )
        path = parts.path or "/"
        try:
            connection.request(
                "GET", f"{path}?{parts.query}" if parts.query else path, headers={"User-Agent": self.way.user_agent}
            )
            answer = connection.getresponse()
            location = answer.getheader("Location", "").strip()
        finally:
            connection.close()
        return urljoin(self.url, location) if 300 <= answer.status < 400 and location else ""

    def _source(self) -> tuple[str, int] | None:
        return (self.way.source, 0) if self.way.source else None

    def _left(self) -> float:
        left = self.until - monotonic()
        if left <= 0:
            raise TimeoutError
        return left


@dataclass(frozen=True, slots=True)
class _Shown:
    raw: bytes
    read: dict[str, Any]


def trusting() -> ssl.SSLContext:
    """Trusts whom libtorrent trusts."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    for bundle in bundles():
        context.load_verify_locations(bundle)
    return context


def _wrong(error: ssl.SSLCertVerificationError, details: dict[str, Any]) -> Failure:
    match error.verify_code:
        case 10:
            return Failure(Why.EXPIRED, _moment(details, "notAfter"))
        case 9:
            return Failure(Why.NOT_YET_VALID, _moment(details, "notBefore"))
        case 18:
            return Failure(Why.SELF_SIGNED)
        case 2 | 19 | 20 | 21:
            return Failure(Why.UNKNOWN_ISSUER, _issuer(details))
        case 62 | 64:
            return Failure(Why.WRONG_NAME, ", ".join(_names(details)))
    return Failure(Why.CERTIFICATE, error.verify_message)


def _moment(details: dict[str, Any], key: str) -> str:
    text = details.get(key)
    return str(int(ssl.cert_time_to_seconds(text))) if text else ""


def _issuer(details: dict[str, Any]) -> str:
    found = {name: value for part in details.get("issuer", ()) for name, value in part}
    return next((found[name] for name in ("organizationName", "commonName") if found.get(name)), "")


def _names(details: dict[str, Any]) -> list[str]:
    names = [name for _kind, name in details.get("subjectAltName", ())]
    return [*names[:3], "…"] if len(names) > 3 else names


def _resolved(host: str) -> list[str]:
    """The addresses of a name. Raises OSError."""
    found = socket.getaddrinfo(host, None, type=socket.SOCK_DGRAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def _is_public(host: str) -> bool:
    return all(ipaddress.ip_address(address.partition("%")[0]).is_global for address in _resolved(host))
