# SPDX-License-Identifier: GPL-3.0-or-later
"""The password of clients: kept as a hash that is slow to guess from, and checked without slowing down who knows it."""

import asyncio
import base64
import binascii
import hashlib
import hmac
import os
import re
from collections import deque
from dataclasses import dataclass

from starling.tasks import Worker

_PREFIX = "$scrypt$"
_FORM = re.compile(r"\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})")
_LN, _R, _P = 15, 8, 3
"""What OWASP's cheat sheet on the storage of passwords gives for scrypt with 32 MiB: a quarter of a second."""
_MOST_MEMORY = 134_217_728
"""Bytes that a hash may ask for: a file must not be able to take what the machine has."""
_MOST_PASSES = 16
_SALT, _LENGTH = 16, 32
_REMEMBERED = 16
"""Pairs of name and password that proved right (there is one, unless the name does not matter), and wrong."""


@dataclass(frozen=True, slots=True)
class _Hash:
    ln: int
    r: int
    p: int
    salt: bytes
    digest: bytes


def hashed(password: str) -> str:
    """A password as it may be kept: one text with its salt and the cost of guessing. Takes a quarter of a second."""
    salt = os.urandom(_SALT)
    digest = _scrypt(password, _Hash(_LN, _R, _P, salt, bytes(_LENGTH)))
    return f"{_PREFIX}ln={_LN},r={_R},p={_P}${_encoded(salt)}${_encoded(digest)}"


def is_hash(text: str) -> bool:
    """Whether a text means to be what `hashed` gives; if not it is a password that somebody wrote into the file."""
    return text.startswith(_PREFIX)


def matches(password: str, kept: str) -> bool:
    """Whether it is the password of a hash; no password is that of a damaged one. As slow as `hashed`."""
    parsed = _parsed(kept)
    return parsed is not None and hmac.compare_digest(_scrypt(password, parsed), parsed.digest)


class Keys:
    """Checks the names and passwords of one door; those that proved right need no second hashing.

    Wrong ones take the processor of one core at most: they are hashed one after the other, in the worker.
    """

    def __init__(self, worker: Worker) -> None:
        self._worker = worker
        self._turn = asyncio.Lock()
        self._secret = os.urandom(32)
        self._right: deque[bytes] = deque(maxlen=_REMEMBERED)
        self._wrong: deque[bytes] = deque(maxlen=_REMEMBERED)
        self._user = ""
        self._kept = ""

    def change(self, user: str, kept: str) -> None:
        """The name and the hash that count from now on; an empty name means any, an empty hash that none is asked."""
        if (user, kept) != (self._user, self._kept):
            self._user, self._kept = user, kept
            self._secret = os.urandom(32)
            self._right.clear()
            self._wrong.clear()

    @property
    def needed(self) -> bool:
        """Whether a password is asked for."""
        return bool(self._kept)

    def known(self, user: str, password: str) -> bool:
        """Whether this proved right before; False says nothing."""
        # The time that the comparison takes tells of marks, which nobody can make without the secret.
        return self._mark(user, password) in self._right

    def refused(self, user: str, password: str) -> bool:
        """Whether this proved wrong a short while ago; False says nothing."""
        return self._mark(user, password) in self._wrong

    @property
    def turn(self) -> asyncio.Lock:
        """To be held around `fit`."""
        return self._turn

    async def fit(self, user: str, password: str) -> bool:
        """Whether these open the door."""
        mark, kept = self._mark(user, password), self._kept
        right = await self._worker.run(matches, password, kept)
        if mark != self._mark(user, password):  # what counts was changed meanwhile
            return False
        named = not self._user or hmac.compare_digest(user.encode(), self._user.encode())
        proved = self._right if right and named else self._wrong
        if mark not in proved:
            proved.append(mark)
        return proved is self._right

    def _mark(self, user: str, password: str) -> bytes:
        # Neither part can hold the other's end: a name is without a colon.
        return hmac.digest(self._secret, f"{user}:{password}".encode(errors="surrogatepass"), "sha256")


def _parsed(kept: str) -> _Hash | None:
    if (found := _FORM.fullmatch(kept)) is None:
        return None
    ln, r, p = (int(text) for text in found.groups()[:3])
    if not ln or not 0 < p <= _MOST_PASSES or not r or 128 * r * (1 << ln) > _MOST_MEMORY:
        return None
    try:
        salt, digest = (base64.b64decode(text + "=" * (-len(text) % 4), validate=True) for text in found.groups()[3:])
    except binascii.Error:
        return None
    return _Hash(ln, r, p, salt, digest)


def _scrypt(password: str, like: _Hash) -> bytes:
    return hashlib.scrypt(
        password.encode(errors="surrogatepass"),
        salt=like.salt,
        n=1 << like.ln,
        r=like.r,
        p=like.p,
        maxmem=_MOST_MEMORY + 4_194_304,  # OpenSSL counts a little besides
        dklen=len(like.digest),
    )


def _encoded(data: bytes) -> str:
    return base64.b64encode(data).decode().rstrip("=")
