# SPDX-License-Identifier: GPL-3.0-or-later
"""Decides who gets in, by the head of a request alone: from where, under which name, with which password.

The order is that of Transmission: address, name of the host, password, path, session id. Unlike Transmission no page of
the web gets in: its `Access-Control-Allow-Origin: *` hands the session id to every one of them.
"""

import base64
import binascii
import hmac
import secrets
import string
from dataclasses import dataclass
from urllib.parse import urlsplit

from starling import addresses
from starling.i18n import translate
from starling.remote.passwords import Keys
from starling.remote.throttle import Throttle

PATH = "/transmission/rpc"
SESSION_HEADER = "X-Transmission-Session-Id"
VERSION_HEADER = "X-Transmission-Rpc-Version"
VERSION = "6.0.1"
"""Of the JSON-RPC dialect. Clients know by this header that it is spoken."""
Headers = tuple[tuple[str, str], ...]
_ID_LENGTH = 48
_ID_LETTERS = string.ascii_letters + string.digits


@dataclass(frozen=True, slots=True)
class Policy:
    """Who is let in besides this computer."""

    clients: tuple[str, ...] = ()
    """Addresses and ranges."""
    hosts: tuple[str, ...] = ()
    """Names of this computer, with or without a leading ``*.``."""


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a request."""

    method: str
    path: str
    address: str
    """Where it comes from, without a port."""
    host: str | None = None
    """The Host header; None where there is none, or more than one."""
    origin: str | None = None
    authorization: str | None = None
    session_id: str | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """What is answered instead."""

    status: int
    sentence: str
    """For who looks at the answer; empty if nothing was wrong."""
    headers: Headers = ()
    suspect: bool = True
    """Whether the log tells of it; a session id that is not known yet is nothing to tell."""


class Guard:
    """One for as long as the program runs: reopening the door neither forgives nor sends clients for a new id."""

    def __init__(self, keys: Keys, throttle: Throttle) -> None:
        self.policy = Policy()
        self.session_id = "".join(secrets.choice(_ID_LETTERS) for _ in range(_ID_LENGTH))
        self._keys = keys
        self._throttle = throttle

    async def refuses(self, head: Head) -> Refusal | None:
        """Why a request is not answered, or None if it is to be."""
        if not address_allowed(head.address, self.policy):
            return stranger()
        if not host_known(head.host, self.policy):
            return Refusal(
                421,
                translate(
                    "Remote",
                    "Starling does not know this computer by that name. Its names are in Preferences ▸ Remote; an "
                    "address always works.",
                ),
            )
        leave = cross_origin(head, self.policy)
        if leave is None:
            return Refusal(403, translate("Remote", "Starling takes nothing from the pages of other computers."))
        if head.method == "OPTIONS" and leave:
            return Refusal(204, "", suspect=False)
        if self._keys.needed and (refusal := await self._password(head)) is not None:
            return refusal
        if head.path.removesuffix("/") != PATH:
            return Refusal(404, translate("Remote", "There is nothing here but {path}.").format(path=PATH))
        return self._session(head)

    def _session(self, head: Head) -> Refusal | None:
        if not self._knows_session(head):
            sentence = translate(
                "Remote",
                "This answer has the header {name}. Send the request again with it; that keeps web pages from "
                "controlling Starling in your name.",
            ).format(name=SESSION_HEADER)
            found = ((SESSION_HEADER, self.session_id), (VERSION_HEADER, VERSION))
            return Refusal(409, sentence, found, suspect=False)
        if head.method != "POST":
            return Refusal(405, translate("Remote", "Only POST is answered here."), (("Allow", "POST"),))
        return None

    def _knows_session(self, head: Head) -> bool:
        given = (head.session_id or "").encode(errors="surrogateescape")
        return hmac.compare_digest(given, self.session_id.encode())

    async def _password(self, head: Head) -> Refusal | None:
        given = credentials(head.authorization)
        if given is None:
            # Most clients try without first: that guesses nothing.
            return _unauthorized(translate("Remote", "A name and a password are needed here."), suspect=False)
        if self._keys.known(*given) and (self._knows_session(head) or not self._throttle.wait(head.address)):
            # Whoever knows the session id has been in before: he does not wait because of others at his address. Nor
            # does it forgive them, who would guess between his requests.
            return None
        async with self._keys.turn:
            # Others of the same client may have been right, or wrong too often, while this one waited.
            if wait := self._throttle.wait(head.address):
                return _too_many(wait)
            if self._keys.known(*given):
                return None
            # The same wrong one again, of a program that nobody told of a new password, guesses nothing.
            if not self._keys.refused(*given):
                if await self._keys.fit(*given):
                    self._throttle.passed(head.address)
                    return None
                self._throttle.failed(head.address)
        return _unauthorized(translate("Remote", "The name or the password is wrong."))


def stranger() -> Refusal:
    """What is said to who is at no address that is let in."""
    sentence = translate(
        "Remote",
        "Starling takes nothing from this address. Allow it in Preferences ▸ Remote, or as one of the “clients” in "
        "settings.toml.",
    )
    return Refusal(403, sentence)


def address_allowed(text: str, policy: Policy) -> bool:
    """Whether a client may be there: on this computer always, elsewhere if it is named."""
    address = addresses.parse(text.partition("%")[0])
    if address is None:
        return False
    spans = (addresses.span(each) for each in policy.clients)
    return address.is_loopback or any(each is not None and addresses.covers(each, address) for each in spans)


def host_known(host: str | None, policy: Policy) -> bool:
    """Whether a Host header names this computer: any address does, for a page can't be loaded from one that lies."""
    name = _name(host or "")
    return bool(name) and (_is_address(name) or name == "localhost" or _named(name, policy.hosts))


def cross_origin(head: Head, policy: Policy) -> Headers | None:
    """What browsers need to be told to let a page have the answer; None if no page from there may ask.

    Those of the names that this computer was given may, behind whose web server the page lies. Add-ons and apps have
    schemes of their own, which no page can have, and need to be told nothing.
    """
    if head.origin is None:
        return ()
    try:
        parts = urlsplit(head.origin)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https"):
        return () if parts.scheme else None  # "null" may be any page
    if head.host is not None and parts.netloc.lower() == head.host.lower():
        return ()
    if not _named(_name(parts.netloc), policy.hosts):
        return None
    return (
        ("Access-Control-Allow-Origin", head.origin),
        ("Access-Control-Allow-Methods", "POST"),
        ("Access-Control-Allow-Headers", f"Authorization, Content-Type, {SESSION_HEADER}"),
        ("Access-Control-Expose-Headers", f"{SESSION_HEADER}, {VERSION_HEADER}"),
        ("Vary", "Origin"),
    )


def credentials(authorization: str | None) -> tuple[str, str] | None:
    """Name and password of an Authorization header (RFC 7617); None for anything else.

    They are asked for in UTF-8. Clients that pay no heed to it send Latin-1, which can hardly be taken for that.
    """
    scheme, _, data = (authorization or "").partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        raw = base64.b64decode(data.strip(), validate=True)
    except (binascii.Error, ValueError):
        return None
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        text = raw.decode("latin-1")
    user, colon, password = text.partition(":")
    return (user, password) if colon else None


def _name(host: str) -> str:
    """The name in ``name:port`` in lower case, an address of IPv6 without its brackets; empty for nonsense."""
    if host.startswith("["):
        inner, bracket, rest = host[1:].partition("]")
        return inner if bracket and _is_port(rest) else ""
    name, colon, port = host.partition(":")
    return name.lower().removesuffix(".") if _is_port(colon + port) else ""


def _is_port(text: str) -> bool:
    return not text or (text[0] == ":" and (not text[1:] or (text[1:].isascii() and text[1:].isdecimal())))


def _is_address(name: str) -> bool:
    return addresses.parse(name.partition("%")[0]) is not None


def _named(name: str, hosts: tuple[str, ...]) -> bool:
    for host in hosts:
        known = host.lower().removesuffix(".")
        if name == known or (known.startswith("*.") and name.endswith(known[1:]) and len(name) > len(known) - 1):
            return True
    return False


def _unauthorized(sentence: str, *, suspect: bool = True) -> Refusal:
    return Refusal(401, sentence, (("WWW-Authenticate", 'Basic realm="Starling", charset="UTF-8"'),), suspect)


def _too_many(wait: float) -> Refusal:
    seconds = max(round(wait), 1)
    sentence = translate("Remote", "There were too many wrong passwords from this address. Try again later.")
    return Refusal(429, sentence, (("Retry-After", str(seconds)),))
