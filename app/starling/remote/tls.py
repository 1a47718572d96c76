# SPDX-License-Identifier: GPL-3.0-or-later
"""The user's certificate and its key, read so that whatever is wrong with them is said in a sentence."""

import asyncio
import contextlib
import ssl
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NoReturn

from starling.errors import UserError
from starling.i18n import translate
from starling.tasks import Worker

PATIENCE = 10.0
"""Seconds for a disk to give two small files."""
_LAST_PATIENCE = 0.25
"""Seconds for a thread to end after it is no longer waited for."""
_EXPIRED, _NOT_YET = 10, 9
"""OpenSSL's X509_V_ERR_CERT_HAS_EXPIRED and X509_V_ERR_CERT_NOT_YET_VALID."""


class CertificateError(UserError):
    """Why the files can't be used."""


@dataclass(frozen=True, slots=True)
class Encryption:
    """What a server speaks TLS with."""

    context: ssl.SSLContext
    warning: str = ""
    """What clients will find wrong with the certificate; empty if nothing is known."""


def load(certificate: str, key: str) -> Encryption:
    """Reads both files, which may take long; the key may stand in the certificate's. Raises CertificateError."""
    for path in filter(None, (certificate, key)):
        try:
            Path(path).read_bytes()
        except OSError as error:
            text = translate("Remote", "{file} could not be read: {reason}.")
            raise CertificateError(text.format(file=path, reason=error.strerror)) from error
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    try:
        context.load_cert_chain(certificate, key or None, partial(_no_password, key or certificate))
    except (OSError, ValueError) as error:
        raise CertificateError(_sentence(error, certificate, key or certificate)) from error
    return Encryption(context, _warning(context, certificate))


class Reader:
    """Loads in threads that wait for nobody else, and nobody for them: their disk may never answer."""

    def __init__(self) -> None:
        self._under_way: dict[tuple[str, str], asyncio.Task[Encryption]] = {}

    async def load(self, certificate: str, key: str) -> Encryption:
        """As the function does it; CertificateError too if it takes too long. It goes on then, for the next call."""
        files = certificate, key
        if (reading := self._under_way.get(files)) is None:
            reading = self._under_way[files] = asyncio.create_task(_in_thread(certificate, key))
            reading.add_done_callback(lambda task: self._on_read(files, task))
        await asyncio.wait({reading}, timeout=PATIENCE)
        if not reading.done():
            text = translate("Remote", "{file} could not be read: {reason}.")
            reason = translate("Remote", "the disk does not answer")
            raise CertificateError(text.format(file=certificate, reason=reason))
        return reading.result()

    def _on_read(self, files: tuple[str, str], task: asyncio.Task[Encryption]) -> None:
        self._under_way.pop(files, None)
        if not task.cancelled():
            task.exception()  # whoever waited has it; perhaps nobody did

    async def close(self) -> None:
        """Leaves to themselves the threads that still wait."""
        if readings := set(self._under_way.values()):
            for reading in readings:
                reading.cancel()
            await asyncio.wait(readings)


async def _in_thread(certificate: str, key: str) -> Encryption:
    hands = Worker(asyncio.get_running_loop(), "certificate")
    try:
        return await hands.run(load, certificate, key)
    finally:
        await hands.stop(_LAST_PATIENCE)


class _NeedsPasswordError(ValueError):
    """The key is encrypted: nobody would be there to say how when the door opens at a start."""


def _no_password(key: str) -> NoReturn:
    raise _NeedsPasswordError(key)


def _sentence(error: Exception, certificate: str, key: str) -> str:
    if isinstance(error, _NeedsPasswordError):
        text = translate("Remote", "The key in {file} is protected by a password. Take one without.")
        return text.format(file=key)
    reason = getattr(error, "reason", None) or ""
    if reason == "KEY_VALUES_MISMATCH":
        text = translate("Remote", "The key in {key} does not belong to the certificate in {file}.")
        return text.format(key=key, file=certificate)
    if not _holds(certificate, "CERTIFICATE-----"):
        return translate("Remote", "{file} holds no certificate in PEM form.").format(file=certificate)
    if not _holds(key, "PRIVATE KEY-----"):
        return translate("Remote", "{file} holds no private key in PEM form.").format(file=key)
    text = translate("Remote", "The certificate in {file} or its key can't be used: {reason}.")
    return text.format(file=certificate, reason=(reason or str(error)).replace("_", " ").lower())


def _holds(path: str, mark: str) -> bool:
    return mark.encode() in Path(path).read_bytes()


def _warning(context: ssl.SSLContext, certificate: str) -> str:
    """By a handshake with itself, that trusts this very certificate: the one thing left to be wrong is its time."""
    client = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    client.check_hostname = False
    client.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
    client.load_verify_locations(certificate)
    there, back = ssl.MemoryBIO(), ssl.MemoryBIO()
    ends = client.wrap_bio(back, there), context.wrap_bio(there, back, server_side=True)
    try:
        for _ in range(3):
            for end in ends:
                with contextlib.suppress(ssl.SSLWantReadError):
                    end.do_handshake()
    except ssl.SSLCertVerificationError as error:
        if error.verify_code == _EXPIRED:
            return translate("Remote", "The certificate in {file} has expired.").format(file=certificate)
        if error.verify_code == _NOT_YET:
            return translate("Remote", "The certificate in {file} is not valid yet.").format(file=certificate)
        text = translate("Remote", "Clients may refuse the certificate in {file}: {reason}.")
        return text.format(file=certificate, reason=error.verify_message)
    except ssl.SSLError as error:
        reason = (error.reason or str(error)).replace("_", " ").lower()
        text = translate("Remote", "The certificate in {file} or its key can't be used: {reason}.")
        raise CertificateError(text.format(file=certificate, reason=reason)) from error
    return ""
