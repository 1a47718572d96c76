# SPDX-License-Identifier: GPL-3.0-or-later
"""Links in texts of strangers: only the web, without the sentence around them, without letters that pass for others."""

import pytest

from starling.links import links_in, plain_address


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see https://example.org/a?b=c#d now", ["https://example.org/a?b=c#d"]),
        ("(http://example.org/a_(b)), then", ["http://example.org/a_(b)"]),
        ("HTTP://Example.org.", ["http://example.org"]),
        ("http://a.example http://b.example", ["http://a.example", "http://b.example"]),
        ("<a href='http://example.org'>", ["http://example.org"]),
        ("http://user:pass@evil.example/bank", ["http://user:pass@evil.example/bank"]),
        ("http://[2001:db8::1]:8080/x", ["http://[2001:db8::1]:8080/x"]),
        ("javascript:alert(1) file:///etc/passwd magnet:?xt=1 ftp://example.org", []),
        ("http:// https:/// http://:80", []),
        ("http://exa\u202emple.org/", []),
        ("http://example.org:99999/", []),
        ("", []),
    ],
)
def test_links(text: str, found: list[str]) -> None:
    assert [address for _start, _end, address in links_in(text)] == found


def test_places_are_those_of_the_text() -> None:
    text = "Ünder http://example.org/ä, and so on"
    ((start, end, address),) = links_in(text)
    assert text[start:end] == "http://example.org/ä"
    assert address == "http://example.org/%C3%A4"


def test_a_letter_that_looks_like_another_is_seen() -> None:
    assert plain_address("https://аррӏе.com/") == "https://xn--80ak6aa92e.com/"
    assert plain_address("https://example.org/%41<x> y") == "https://example.org/%41%3Cx%3E%20y"
