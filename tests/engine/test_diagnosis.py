# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands behind a failure: real servers with every kind of certificate, redirections, and names without answer."""

import asyncio
import threading
from collections.abc import Callable

import pytest

from starling.engine.diagnosis import Diagnosis, Way
from starling.engine.probe import look
from starling.engine.trackerwords import Failure, Why, sentence
from starling.tasks import Worker
from starling.tracker import Cause, Tracker, TrackerState
from tests.helpers import User
from tests.swarm import Answer, Certificate, Swarm, Version

OPEN = Way(open=True)
BAD = Failure(Why.CERTIFICATE, "certificate verify failed")
ALL = {"announce_to_all_trackers": True, "announce_to_all_tiers": True}


@pytest.fixture
def asker(swarm: Swarm, users: Callable[..., User], monkeypatch: pytest.MonkeyPatch) -> User:
    """Somebody who trusts the swarm's authority; every tracker of a torrent is asked."""
    monkeypatch.setenv("SSL_CERT_FILE", str(swarm.ca_file))
    return users(tracker_receive_timeout=1, tracker_completion_timeout=1, **ALL)


def test_why_a_certificate_is_refused_and_where_a_tracker_moved(swarm: Swarm, asker: User) -> None:
    expired, wrong, unknown, good = (swarm.tracker("https", certificate=kind) for kind in _KINDS)
    to_unknown, to_nobody, to_nowhere, in_circles, to_ftp = (swarm.tracker() for _ in range(5))
    to_unknown.behave(Answer.REDIRECT, unknown.url)
    to_nobody.behave(Answer.REDIRECT, "https://127.0.0.1:1/announce")
    to_nowhere.behave(Answer.REDIRECT, "http://moved.invalid/announce")
    in_circles.behave(Answer.REDIRECT, in_circles.url)
    to_ftp.behave(Answer.REDIRECT, "ftp://example.invalid/announce")
    silent = "udp://localhost:9/announce"
    wanted = {
        expired.url: (Cause.CERTIFICATE, "The certificate expired on "),
        wrong.url: (Cause.CERTIFICATE, "The certificate is for another name: elsewhere.invalid"),
        unknown.url: (Cause.CERTIFICATE, "The certificate was issued by “trustme"),
        to_unknown.url: (Cause.CERTIFICATE, f"Moved to {unknown.url.removesuffix('/announce')}. The certificate was"),
        to_nobody.url: (Cause.REDIRECT, "Moved to https://127.0.0.1:1, which refused the connection"),
        to_nowhere.url: (Cause.REDIRECT, "Moved to http://moved.invalid: that name could not be found"),
        in_circles.url: (Cause.REDIRECT, f"Moved to {in_circles.url.removesuffix('/announce')}, and that leads to no"),
        to_ftp.url: (Cause.REDIRECT, "Moved to ftp://example.invalid, and that leads to no tracker"),
        silent: (Cause.TIMED_OUT, "It does not answer. Its name was found (127.0.0.1), so the server is down or"),
        good.url: (Cause.NONE, ""),
    }
    asker.start()
    id = asker.adds(swarm.payload(version=Version.V1, trackers=[[url] for url in wanted]))

    def as_wanted(row: Tracker) -> bool:
        cause, begins = wanted[row.url]
        return row.cause is cause and row.message.startswith(begins) and row.state is not TrackerState.NOT_ASKED

    try:
        asker.until(lambda: all(as_wanted(asker.trackers(id)[url]) for url in wanted))
    except asker.qtbot.TimeoutError as error:
        rows = asker.trackers(id)
        raise AssertionError([(row.cause, row.message) for url in wanted if not as_wanted(row := rows[url])]) from error
    assert len(to_nobody.announces) == 1, "a question of our own does not say what is downloaded"
    # The timeline knows it too, and that after a restart.
    asker.restart()
    rows = asker.trackers(id)
    for url, (cause, begins) in wanted.items():
        first = rows[url].announces[0]
        assert first.cause is cause
        assert first.message.startswith(begins)


_KINDS = (Certificate.EXPIRED, Certificate.WRONG_HOST, Certificate.UNTRUSTED, Certificate.VALID)


def test_nothing_is_asked_where_it_could_betray() -> None:
    assert Way.of({}) == OPEN
    assert Way.of({"outgoing_interfaces": "127.0.0.9", "user_agent": "S"}) == Way(True, "127.0.0.9", "S")
    for closed in ({"proxy_type": 2}, {"anonymous_mode": True}, {"outgoing_interfaces": "tun0"}):
        assert not Way.of(closed).open


def test_in_anonymous_mode_the_server_hears_nothing(swarm: Swarm, asker: User) -> None:
    tracker = swarm.tracker("https", certificate=Certificate.EXPIRED)
    asker.config = type(asker.config)({**asker.config.pack, "anonymous_mode": True})
    asker.start()
    id = asker.adds(swarm.payload(version=Version.V1, trackers=[tracker.url]))
    asker.until(lambda: asker.trackers(id)[tracker.url].cause is Cause.CERTIFICATE)
    assert "diagnosis" not in {thread.name for thread in threading.enumerate()}
    assert "verify failed" in asker.trackers(id)[tracker.url].message


def test_a_look_never_fails(swarm: Swarm) -> None:
    plain = swarm.tracker()
    refused = Failure(Why.REFUSED)
    for url in ("http://[", "udp://", "", "http://127.0.0.1:1/announce", plain.url):
        assert look(url, refused, OPEN) == refused
    nameless = Failure(Why.NAME)
    assert look("http://tracker.invalid/announce", nameless, OPEN) is nameless, "its own name is the one not found"
    secure = plain.url.replace("http:", "https:")
    assert look("https://127.0.0.1:1/a", BAD, OPEN) is BAD
    assert look(plain.url, Failure(Why.HTTP, "302 Found"), OPEN) == Failure(Why.HTTP, "302 Found")
    assert look(secure, BAD, Way(True, "192.0.2.7")) is BAD, "an address that is not ours"


def test_a_good_certificate_leaves_the_failure_as_it_was(swarm: Swarm, monkeypatch: pytest.MonkeyPatch) -> None:
    tracker = swarm.tracker("https")
    monkeypatch.setenv("SSL_CERT_FILE", str(swarm.ca_file))
    assert look(tracker.url, BAD, OPEN) is BAD
    monkeypatch.delenv("SSL_CERT_FILE")
    found = look(tracker.url, BAD, OPEN)
    assert found.why is Why.UNKNOWN_ISSUER
    assert "trustme" in sentence(found)


def test_an_answer_holds_for_a_while_and_questions_are_few(qloop: asyncio.AbstractEventLoop, user: User) -> None:
    worker = Worker(qloop, "test-diagnosis")
    diagnosis = Diagnosis(worker, OPEN)
    silent = Failure(Why.TIMED_OUT)
    told: list[Failure] = []
    url = "udp://localhost:9/announce"
    diagnosis.ask(url, silent, told.append)
    diagnosis.ask(url, silent, told.append)
    user.until(lambda: len(told) == 2)
    assert diagnosis.known(url, silent) == told[0] == told[1]
    assert diagnosis.known(url, Failure(Why.REFUSED)) is None
    diagnosis.ask("udp://127.0.0.1:9/announce", silent, told.append)
    diagnosis.ask("http://tracker.i2p/announce", Failure(Why.REFUSED), told.append)
    user.run(diagnosis.close())
    diagnosis.ask("udp://localhost:10/announce", silent, told.append)
    assert len(told) == 2
