# SPDX-License-Identifier: GPL-3.0-or-later
"""The password of clients: kept so that it can't be read, and checked."""

import asyncio

import pytest

from starling.remote import passwords
from starling.remote.passwords import Keys, hashed, is_hash, matches
from starling.remote.throttle import Throttle
from starling.tasks import Worker

SECRET = "ßecret: with a colon"


@pytest.fixture(scope="module")
def kept() -> str:
    return hashed(SECRET)


def test_only_the_password_matches(kept: str) -> None:
    assert is_hash(kept)
    assert SECRET not in kept
    assert matches(SECRET, kept)
    assert not matches(SECRET + " ", kept)


def test_the_same_password_is_never_kept_the_same_way(kept: str) -> None:
    assert hashed(SECRET) != kept


@pytest.mark.parametrize(
    "damaged",
    [
        "",
        "!",
        SECRET,
        "$scrypt$",
        "$scrypt$ln=15,r=8,p=3$c2FsdHNhbHRzYWx0$",
        "$scrypt$ln=31,r=8,p=1$c2FsdHNhbHRzYWx0c2FsdA$" + "A" * 43,
        "$scrypt$ln=15,r=99,p=1$c2FsdHNhbHRzYWx0c2FsdA$" + "A" * 43,
        "$scrypt$ln=15,r=8,p=99$c2FsdHNhbHRzYWx0c2FsdA$" + "A" * 43,
        "$scrypt$ln=0,r=8,p=1$c2FsdHNhbHRzYWx0c2FsdA$" + "A" * 43,
        "$scrypt$ln=15,r=8,p=1$c2FsdHNhbHRzYWx0c2FsdA$" + "A" * 41,
    ],
)
def test_a_damaged_or_greedy_hash_lets_nobody_in_and_costs_nothing(
    damaged: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def too_much(*_: object, **__: object) -> bytes:
        raise AssertionError("this was to be computed")

    monkeypatch.setattr(passwords.hashlib, "scrypt", too_much)
    assert not matches(SECRET, damaged)


async def _checked(kept: str) -> list[bool]:
    worker = Worker(asyncio.get_running_loop(), "test")
    keys = Keys(worker)
    keys.change("anna", kept)
    found = [
        keys.needed,
        await keys.fit("anna", "wrong"),
        await keys.fit("bert", SECRET),
        keys.known("anna", SECRET),
        await keys.fit("anna", SECRET),
        keys.known("anna", SECRET),
        keys.known("bert", SECRET),
    ]
    keys.change("", kept)
    found += [keys.known("anna", SECRET), await keys.fit("whoever", SECRET)]
    await worker.stop()
    return found


def test_who_was_right_is_known_until_the_password_changes(kept: str) -> None:
    assert asyncio.run(_checked(kept)) == [True, False, False, False, True, True, False, False, True]


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_guessing_gets_slower_for_its_address_alone() -> None:
    clock = Clock()
    throttle = Throttle(clock)
    waits = []
    for _ in range(14):
        throttle.failed("192.0.2.7")
        waits.append(throttle.wait("192.0.2.7"))
        clock.now += waits[-1]
    assert waits == [0, 0, 0, 0, 5, 10, 20, 40, 80, 160, 320, 640, 900, 900]
    assert throttle.wait("192.0.2.8") == 0
    throttle.passed("192.0.2.7")
    throttle.failed("192.0.2.7")
    assert throttle.wait("192.0.2.7") == 0


def test_single_mistakes_are_forgiven_in_a_minute_and_guessing_in_a_quarter_of_an_hour() -> None:
    clock = Clock()
    throttle = Throttle(clock)
    for _ in range(20):
        throttle.failed("192.0.2.7")
        clock.now += 61
    assert throttle.wait("192.0.2.7") == 0
    for _ in range(5):
        throttle.failed("192.0.2.7")
    clock.now += 61
    throttle.failed("192.0.2.7")
    assert throttle.wait("192.0.2.7") == 10
    clock.now += 1000
    throttle.failed("192.0.2.7")
    assert throttle.wait("192.0.2.7") == 0


def test_a_network_of_ipv6_is_one_address_and_their_number_is_bounded() -> None:
    throttle = Throttle(Clock())
    for end in range(6):
        throttle.failed(f"2001:db8:0:1::{end:x}")
    assert throttle.wait("2001:db8:0:1:ffff::1") > 0
    assert throttle.wait("2001:db8:0:2::1") == 0
    for number in range(1500):
        throttle.failed(f"10.0.{number >> 8}.{number & 255}")
    assert len(throttle) <= 1024
    assert throttle.wait("2001:db8:0:1::1") > 0, "whoever waits is not forgotten for others who tried once"
