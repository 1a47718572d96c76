# SPDX-License-Identifier: GPL-3.0-or-later
"""Causes of a tracker's failure, told apart in words."""

import errno
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QLocale

from starling.engine.trackerwords import Failure, Why, failure, sentence
from starling.tracker import Cause


@pytest.mark.parametrize(
    ("category", "value", "message", "said", "cause", "told"),
    [
        ("libtorrent", 173, "tracker sent a failure message", "full", Cause.TRACKER, "The tracker says: “full”"),
        ("libtorrent", 173, "tracker sent a…", "", Cause.TRACKER, "The tracker refused and gave no reason"),
        ("http", 418, "418 (unknown)", "I'm a teapot", Cause.HTTP, "The server answered 418 I'm a teapot"),
        ("http", 404, "404 Not Found", "Not Found", Cause.HTTP, "404 Not Found: there is nothing at this address"),
        ("http", 403, "403 Forbidden", "Forbidden", Cause.HTTP, "403 Forbidden: it does not let us in"),
        ("http", 429, "429", "Too Many Requests", Cause.HTTP, "429 Too Many Requests: it is asked too often"),
        ("http", 503, "503 Service Unavailable", "", Cause.HTTP, "503 Service Unavailable: it is overloaded"),
        ("http", 599, "", "", Cause.HTTP, "The server answered 599"),
        ("asio.netdb", 1, "Host not found (authoritative)", "", Cause.NAME, "The name could not be found"),
        ("system", errno.ECONNREFUSED, "refused", "", Cause.REFUSED, "The server refused the connection"),
        ("system", errno.ETIMEDOUT, "Connection timed out", "", Cause.TIMED_OUT, "No answer in time"),
        ("libtorrent", 36, "timed out", "", Cause.TIMED_OUT, "No answer in time"),
        ("libtorrent", 50, "timed out: inactivity", "", Cause.TIMED_OUT, "No answer in time"),
        ("system", errno.EHOSTUNREACH, "No route", "", Cause.UNREACHABLE, "cannot be reached from this network"),
        ("libtorrent", 180, "skipping", "", Cause.UNREACHABLE, "no address that can be reached"),
        ("system", errno.ECONNRESET, "reset", "", Cause.CLOSED, "closed the connection without an answer"),
        ("asio.misc", 2, "End of file", "", Cause.CLOSED, "closed the connection without an answer"),
        ("asio.ssl.stream", 1, "stream truncated", "", Cause.CLOSED, "closed the connection without an answer"),
        ("asio.ssl", 1, "certificate verify failed", "", Cause.CERTIFICATE, "refused: certificate verify failed"),
        ("asio.ssl", 1, "wrong version number", "", Cause.BAD_ANSWER, "does not speak HTTPS"),
        ("bdecode", 4, "expected value", "", Cause.BAD_ANSWER, "it is not a tracker's"),
        ("bdecode", 3, "unexpected end", "", Cause.BAD_ANSWER, "empty or cut short"),
        ("libtorrent", 177, "invalid size", "", Cause.BAD_ANSWER, "empty or cut short"),
        ("system", errno.EMSGSIZE, "Message too long", "", Cause.BAD_ANSWER, "too large"),
        ("gzip", 5, "data check", "", Cause.BAD_ANSWER, "it is not a tracker's"),
        ("libtorrent", 85, "invalid redirection", "", Cause.REDIRECT, "from one address to the next"),
        ("libtorrent", 201, "blocked by SSRF mitigation", "", Cause.BLOCKED, "your own network"),
        ("libtorrent", 89, "banned by IP filter", "", Cause.BLOCKED, "a filter forbids its address"),
        ("socks", 4, "SOCKS authentication error", "", Cause.BLOCKED, "proxy did not let it through: SOCKS"),
        ("libtorrent", 24, "unsupported URL protocol", "", Cause.OTHER, "Its address cannot be used"),
        ("libtorrent", 7, "strange thing", "", Cause.OTHER, "Strange thing"),
        ("system", 125, "Operation canceled", "", Cause.OTHER, "Operation canceled"),
        ("odd", 1, "", "", Cause.OTHER, "unknown reason"),
    ],
)
def test_every_cause_is_told(category: str, value: int, message: str, said: str, cause: Cause, told: str) -> None:
    found = failure(category, value, message, said)
    assert found.cause is cause
    assert told in sentence(found)
    assert not sentence(found).endswith(".")


@pytest.mark.parametrize("why", list(Why))
def test_every_kind_has_a_sentence_with_and_without_details(why: Why) -> None:
    for found in (Failure(why), Failure(why, "a {b} c"), Failure(why, "", "https://x.example/a?passkey=secret")):
        told = sentence(found)
        assert told[:1].isupper()
        assert "{" not in told.replace("{b}", "")
        assert "secret" not in told


def test_a_redirection_is_told_with_what_was_there() -> None:
    moved = Failure(Why.REFUSED, "", "https://u:p@x.example:444/announce")
    assert sentence(moved) == "Moved to https://x.example:444, which refused the connection"
    assert moved.cause is Cause.REDIRECT
    nowhere = Failure(Why.NAME, "", "http://x.example/announce?key=1")
    assert sentence(nowhere) == "Moved to http://x.example: that name could not be found"
    assert nowhere.cause is Cause.REDIRECT
    expired = Failure(Why.EXPIRED, "", "https://x.example/")
    assert sentence(expired) == "Moved to https://x.example. The certificate has expired"
    assert expired.cause is Cause.CERTIFICATE
    assert sentence(Failure(Why.REDIRECT, "http://[")) == "Moved to http://[, and that leads to no tracker"


@pytest.fixture
def british() -> Iterator[None]:
    """Dates as in Britain."""
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.mark.usefixtures("british")
def test_dates_of_certificates_are_short_in_this_year() -> None:
    year = datetime.now(UTC).year

    def told(why: Why, *date: int) -> str:
        return sentence(Failure(why, str(int(datetime(*date, 12, tzinfo=UTC).timestamp()))))  # type: ignore[misc]

    assert told(Why.EXPIRED, year, 5, 3) == "The certificate expired on 3 May"
    assert told(Why.EXPIRED, 2019, 5, 3) == "The certificate expired on 3 May 2019"
    assert told(Why.NOT_YET_VALID, 2199, 5, 3).startswith("The certificate is valid only from 3 May 2199 on")
    assert sentence(Failure(Why.EXPIRED, "9" * 30)) == "The certificate has expired"
    assert sentence(None) == ""


def test_a_strangers_words_are_short_and_cannot_deceive() -> None:
    told = sentence(Failure(Why.REASON, "be\u202e quick\nand " + "very " * 500))
    assert "\u202e" not in told
    assert "\n" not in told
    assert len(told) < 400
