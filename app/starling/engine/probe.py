# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks a tracker's server itself what stands behind a failure: its certificate, where it sends us, its address.

Everything here takes seconds, and belongs to the thread of `starling.engine.diagnosis`.
"""

import errno
import http.client
import socket
import ssl
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any
from urllib.parse import SplitResult, urljoin

from starling.engine.diagnosis import Way, split
from starling.engine.dialling import Dial, is_public
from starling.engine.session import bundles
from starling.engine.trackerwords import Failure, Why

DEADLINE = 5.0
"""Seconds for an answer."""
_PORTS = {"http": 80, "https": 443}
_NO_CHECK_TIME = 0x200000
"""OpenSSL's X509_V_FLAG_NO_CHECK_TIME."""


def look(url: str, failure: Failure, way: Way, dial: Dial | None = None) -> Failure:
    """What stands behind a failure, or the failure itself; takes seconds. Nothing that a server does makes it raise.

    `dial` is for who may wish to cut it short.
    """
    parts = split(url)
    if parts is None:
        return failure
    dial = dial or Dial()
    with dial.within(DEADLINE):
        return _Look(url, parts, failure, way, dial).found()


@dataclass(frozen=True, slots=True)
class _Look:
    """One question."""

    url: str
    parts: SplitResult
    failure: Failure
    way: Way
    dial: Dial

    def found(self) -> Failure:
        """Its answer."""
        host, why = self.parts.hostname or "", self.failure.why
        try:
            if self.parts.scheme == "udp":
                return Failure(Why.SILENT, self.dial.resolve(host)[0])
            place = _Place(host, self.parts.port or _PORTS[self.parts.scheme], self._addresses(self.parts))
            if why is Why.CERTIFICATE and self.parts.scheme == "https":
                wrong = self._certificate(place)
                if wrong is not None:
                    return wrong
            target = self._redirection(place)
        except (OSError, ValueError, http.client.HTTPException):
            # Our own question failed too: nothing more is known.
            return self.failure
        if not target:
            return self.failure
        if why in (Why.HTTP, Why.ADDRESS):
            return Failure(Why.REDIRECT, target)
        behind = (self._certificate_behind(target, place) if why is Why.CERTIFICATE else None) or self.failure
        return Failure(behind.why, behind.text, target)

    def _addresses(self, parts: SplitResult) -> list[str]:
        """Where a server may be asked. Raises OSError if nowhere.

        A torrent's author writes the address, and makes its name lead where he likes: as with libtorrent, what answers
        on this computer gets nothing but what looks like an announce; here that holds for the whole network.
        """
        found = self.dial.resolve(parts.hostname or "")
        allowed = [address for address in found if parts.path.startswith("/announce") or is_public(address)]
        if not allowed:
            raise PermissionError(errno.EPERM, "not from a torrent")
        return allowed

    def _certificate_behind(self, target: str, before: "_Place") -> Failure | None:
        parts = split(target)
        if parts is None or parts.scheme != "https":
            return None
        try:
            addresses = self._addresses(parts)
            # As libtorrent does it: nobody out there may send us into our own network.
            if all(map(is_public, before.addresses)):
                addresses = [address for address in addresses if is_public(address)]
            return self._certificate(_Place(parts.hostname or "", parts.port or 443, addresses)) if addresses else None
        except (OSError, ValueError):
            # Where it leads to is worth telling all the same.
            return None

    def _certificate(self, place: "_Place") -> Failure | None:
        """What is wrong with a server's certificate; None if it is good. Raises OSError where nobody answers."""
        try:
            self._shake_hands(place, trusting())
        except ssl.SSLCertVerificationError as error:
            return _wrong(error, self._details(place))
        except ssl.SSLError as error:
            return Failure(Why.NO_TLS) if "WRONG_VERSION" in (error.reason or "") else None
        return None

    def _details(self, place: "_Place") -> dict[str, Any]:
        """What stands in a certificate; Python reads only one that it trusts, so it is trusted for this once."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        try:
            context.load_verify_locations(cadata=self._shake_hands(place, context).raw)
            context.verify_mode = ssl.CERT_REQUIRED
            context.verify_flags = ssl.VerifyFlags(ssl.VERIFY_X509_PARTIAL_CHAIN | _NO_CHECK_TIME)
            return self._shake_hands(place, context).read
        except OSError:
            # It is gone, or not even this makes it valid: told without details.
            return {}

    def _shake_hands(self, place: "_Place", context: ssl.SSLContext) -> "_Shown":
        with self._connection(place) as plain, self.dial.secured(plain, context, place.host) as secure:
            return _Shown(secure.getpeercert(binary_form=True) or b"", dict(secure.getpeercert() or {}))

    def _redirection(self, place: "_Place") -> str:
        """Where a server sends who asks for a tracker's address; empty if nowhere."""
        with self._connection(place) as plain:
            if self.parts.scheme != "https":
                return self._redirected(http.client.HTTPConnection(place.host, place.port), plain)
            context = trusting()
            with self.dial.secured(plain, context, place.host) as secure:
                return self._redirected(http.client.HTTPSConnection(place.host, place.port, context=context), secure)

    def _redirected(self, connection: http.client.HTTPConnection, line: socket.socket) -> str:
        # It would look for the name once more, and may find another address.
        connection.sock = line
        path = self.parts.path or "/"
        connection.request(
            "GET",
            f"{path}?{self.parts.query}" if self.parts.query else path,
            headers={"User-Agent": self.way.user_agent},
        )
        with connection.getresponse() as answer:
            location = answer.getheader("Location", "").strip()
        # One that was cut short looks as if it had ended.
        _ = self.dial.left
        return urljoin(self.url, location) if 300 <= answer.status < 400 and location else ""

    def _connection(self, place: "_Place") -> AbstractContextManager[socket.socket]:
        return self.dial.connection(place.addresses, place.port, self.way.source)


@dataclass(frozen=True, slots=True)
class _Place:
    """A server, and where it was found: it is not looked for twice, for a name may lead elsewhere the second time."""

    host: str
    port: int
    addresses: Sequence[str]


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
