# SPDX-License-Identifier: GPL-3.0-or-later
"""Who gets in, by the head of a request."""

import asyncio
import base64
from dataclasses import replace

import pytest

from starling.remote.guard import (
    PATH,
    SESSION_HEADER,
    Guard,
    Head,
    Policy,
    address_allowed,
    credentials,
    cross_origin,
    host_known,
)
from starling.remote.passwords import Keys, hashed
from starling.remote.throttle import Throttle
from starling.tasks import Worker
from tests.helpers import sentence

HOME = Policy(("192.0.2.5", "198.51.100.0/24", "2001:db8::/32"), ("nas.example", "*.home.example"))


@pytest.mark.parametrize(
    ("address", "allowed"),
    [
        ("127.0.0.1", True),
        ("127.8.9.10", True),
        ("::1", True),
        ("::ffff:127.0.0.1", True),
        ("192.0.2.5", True),
        ("::ffff:192.0.2.5", True),
        ("198.51.100.255", True),
        ("2001:db8:1::7", True),
        ("192.0.2.6", False),
        ("198.51.101.0", False),
        ("fe80::1%eth0", False),
        ("", False),
        ("localhost", False),
    ],
)
def test_address(address: str, allowed: bool) -> None:
    assert address_allowed(address, HOME) is allowed


@pytest.mark.parametrize(
    ("host", "known"),
    [
        ("localhost", True),
        ("LocalHost.:9091", True),
        ("127.0.0.1:9091", True),
        ("203.0.113.1", True),
        ("[::1]:9091", True),
        ("[fe80::1%25eth0]", True),
        ("NAS.example:80", True),
        ("nas.example.", True),
        ("a.home.example", True),
        ("a.b.home.example:1", True),
        ("home.example", False),
        (".home.example", False),
        ("evilhome.example", False),
        ("evil.example", False),
        ("nas.example.evil.example", False),
        ("nas.example:80:80", False),
        ("nas.example@evil.example", False),
        ("127.0.0.1.evil.example", False),
        ("2130706433", False),
        ("[::1", False),
        ("[evil.example]", False),
        ("", False),
        (None, False),
    ],
)
def test_host(host: str | None, known: bool) -> None:
    assert host_known(host, HOME) is known


@pytest.mark.parametrize(
    ("origin", "told"),
    [
        (None, False),
        ("http://127.0.0.1:9091", False),
        ("moz-extension://6d1a5e3c", False),
        ("chrome-extension://abcdef", False),
        ("file://", False),
        ("https://nas.example", True),
        ("http://ui.home.example:8080", True),
        ("http://127.0.0.1:3000", None),
        ("https://evil.example", None),
        ("http://evil.example:9091", None),
        ("http://[", None),
        ("null", None),
        ("", None),
    ],
)
def test_page(origin: str | None, told: bool | None) -> None:
    found = cross_origin(Head("POST", PATH, "127.0.0.1", "127.0.0.1:9091", origin), HOME)
    assert (None if found is None else bool(found)) is told
    assert "*" not in dict(found or ()).values()


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("Basic " + base64.b64encode(b"anna:a:b").decode(), ("anna", "a:b")),
        ("basic  " + base64.b64encode("jürgen:ß".encode()).decode(), ("jürgen", "ß")),
        ("Basic " + base64.b64encode(b":").decode(), ("", "")),
        ("Basic " + base64.b64encode(b"anna").decode(), None),
        ("Basic " + base64.b64encode("jürgen:ß".encode("latin-1")).decode(), ("jürgen", "ß")),
        ("Basic ???", None),
        ("Basic", None),
        ("Bearer abc", None),
        (None, None),
    ],
)
def test_credentials(header: str | None, found: tuple[str, str] | None) -> None:
    assert credentials(header) == found


def basic(user: str, password: str) -> str:
    return "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()


async def _statuses(kept: str, *heads: Head) -> list[int]:
    """What one door says to these, one after the other; 200 = let in."""
    worker = Worker(asyncio.get_running_loop(), "test")
    keys = Keys(worker)
    keys.change("anna", kept)
    guard = Guard(keys, Throttle())
    guard.policy = HOME
    found = []
    for head in heads:
        known = replace(head, session_id=guard.session_id) if head.session_id == "known" else head
        refusal = await guard.refuses(known)
        found.append(200 if refusal is None else refusal.status)
        if refusal is not None and refusal.sentence:
            sentence(refusal.sentence)
        assert refusal is None or (SESSION_HEADER in dict(refusal.headers)) == (refusal.status == 409)
    await worker.stop()
    return found


GOOD = Head("POST", PATH, "127.0.0.1", "localhost:9091", session_id="known")


def test_the_first_wrong_thing_is_told() -> None:
    heads = {
        GOOD: 200,
        replace(GOOD, path=PATH + "/"): 200,
        replace(GOOD, address="203.0.113.9", host="evil.example"): 403,
        replace(GOOD, host="evil.example", path="/"): 421,
        replace(GOOD, origin="https://evil.example"): 403,
        replace(GOOD, origin="https://nas.example"): 200,
        replace(GOOD, origin="https://nas.example", method="OPTIONS", session_id=None): 204,
        replace(GOOD, method="OPTIONS", session_id=None): 409,
        replace(GOOD, path="/"): 404,
        replace(GOOD, path="/transmission/web/"): 404,
        replace(GOOD, path=PATH + "//"): 404,
        replace(GOOD, session_id=None): 409,
        replace(GOOD, session_id=""): 409,
        replace(GOOD, session_id="wröng\udcff"): 409,
        replace(GOOD, method="GET", session_id=None): 409,
        replace(GOOD, method="GET"): 405,
    }
    assert asyncio.run(_statuses("", *heads)) == list(heads.values())


def test_a_password_is_asked_for_before_anything_is_told() -> None:
    right, wrong = basic("anna", "right"), basic("anna", "wrong")
    # With somebody at work at the same address, who does not make the guesses count for less.
    guesses = [
        (replace(GOOD, authorization=each), code)
        for number in range(4)
        for each, code in ((basic("anna", f"guess {number}"), 401), (right, 200))
    ]
    heads = [
        (GOOD, 401),
        (replace(GOOD, path="/"), 401),
        (replace(GOOD, session_id=None), 401),
        (replace(GOOD, host="evil.example", authorization=right), 421),
        (replace(GOOD, authorization=right), 200),
        (replace(GOOD, authorization=right, session_id=None), 409),
        *[(replace(GOOD, authorization=wrong), 401)] * 20,  # a program that has not been told of a new password
        (replace(GOOD, authorization=right), 200),
        *guesses,
        (replace(GOOD, authorization=wrong), 429),
        (replace(GOOD, authorization=right), 200),  # knows the session id: has been in
        (replace(GOOD, authorization=right, session_id=None), 429),
        (replace(GOOD, authorization=basic("anna", "fifth")), 429),
        (GOOD, 401),
        (replace(GOOD, authorization=right, address="192.0.2.5"), 200),
    ]
    kept = hashed("right")
    assert asyncio.run(_statuses(kept, *(head for head, _ in heads))) == [status for _, status in heads]


def test_nobody_gets_in_by_a_damaged_hash() -> None:
    given = [replace(GOOD, authorization=basic("anna", "!")), replace(GOOD, authorization=basic("anna", ""))]
    assert asyncio.run(_statuses("!", *given)) == [401, 401]
