# SPDX-License-Identifier: GPL-3.0-or-later
"""What is left out of the log: whatever in an address, or in words about it, may be a key."""

import pytest

from starling.engine.discretion import without_secrets


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("https://t.example:443/SECRET/announce", "https://t.example:443/…"),
        ("http://user:SECRET@t.example/", "http://…@t.example/"),
        ("http://t.example?passkey=SECRET", "http://t.example/…"),
        ("udp://[::1]:6969", "udp://[::1]:6969"),
        ("Go to HTTPS://t.example/SECRET now, it is 3/4 full", "Go to HTTPS://t.example/… now, it is 3/4 full"),
        ("no address", "no address"),
    ],
)
def test_of_addresses_no_more_than_the_host_is_told(text: str, told: str) -> None:
    assert without_secrets(text) == told


KEY = "0123456789abcdef" * 2


@pytest.mark.parametrize(
    ("url", "text", "told"),
    [
        (f"http://t.example/{KEY}/announce", f"your passkey {KEY.upper()} is unknown", "your passkey … is unknown"),
        (
            "http://t.example/SECRETKEY/announce",
            "t.example/secretkey/announce not found",
            "t.example/…/announce not found",
        ),
        (f"http://t.example/announce?passkey={KEY}&pid=a%2fbcd", f"passkey {KEY}, pid a/bcd", "passkey …, pid …"),
        ("http://me12:SECRET@t.example/announce?SECRET2", "no SECRET2, no SECRET, me12", "no …, no …, …"),
        ("http://t.example/tracker/announce.php?compact=1", "tracker: announce.php, 1", "tracker: announce.php, 1"),
        ("no address", "no address", "no address"),
    ],
)
def test_the_keys_of_an_address_are_not_told_in_words_about_it(url: str, text: str, told: str) -> None:
    assert without_secrets(text, url) == told
