# SPDX-License-Identifier: GPL-3.0-or-later
"""Trackers: what each of them answered is said in words, whatever it answered."""

import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from starling import settings
from starling.engine.trackerbook import host_of
from starling.tracker import Cause, Tracker, TrackerState
from tests.helpers import User
from tests.swarm import Answer, Certificate, Scheme, Swarm, Version

FAILED, WORKING = TrackerState.FAILED, TrackerState.WORKING


def has_ipv6() -> bool:
    """Whether this machine has a ::1."""
    try:
        with socket.socket(socket.AF_INET6) as probe:
            probe.bind(("::1", 0))
    except OSError:
        return False
    return True


def after(user: User, id: str, url: str, state: TrackerState) -> Tracker:
    """The tracker's line as soon as it is in that state."""
    user.until(lambda: user.trackers(id)[url].state is state)
    return user.trackers(id)[url]


@pytest.mark.parametrize(
    ("scheme", "answer", "words"),
    [
        ("http", Answer.FAILURE, "The tracker says: “not welcome”"),
        ("http", Answer.BAD_UTF8, "The tracker says: “"),
        ("http", Answer.GARBAGE, "could not be understood"),
        ("http", Answer.EMPTY, "could not be understood"),
        ("http", Answer.NOT_FOUND, "answered 404"),
        ("http", Answer.SERVER_ERROR, "answered 500"),
        ("udp", Answer.FAILURE, "refused and gave no reason"),
        ("udp", Answer.BAD_UTF8, "refused and gave no reason"),
        ("udp", Answer.GARBAGE, "could not be understood"),
    ],
)
def test_failure_is_told_in_words(swarm: Swarm, user: User, scheme: Scheme, answer: Answer, words: str) -> None:
    tracker = swarm.tracker(scheme)
    tracker.behave(answer, "not welcome")
    id = user.adds(swarm.payload(version=Version.V1, trackers=[tracker.url]))
    line = after(user, id, tracker.url, FAILED)
    assert words in line.message
    assert (line.fails, line.peers, line.tier) == (1, None, 0)
    assert user.sees(id, lambda row: row.tracker_failing).tracker == ""
    tracker.behave(Answer.OK)
    user.until(lambda: line.next_announce is None or user.trackers(id)[tracker.url].next_announce)


def test_announces_that_nobody_answers_are_shown_as_asking(swarm: Swarm, user: User) -> None:
    tracker = swarm.tracker()
    tracker.behave(Answer.HANG)
    id = user.adds(swarm.payload(version=Version.V1, trackers=[tracker.url]))
    assert after(user, id, tracker.url, TrackerState.ASKING).peers is None


def test_nobody_there(swarm: Swarm, user: User) -> None:
    id = user.adds(swarm.payload(version=Version.V1, trackers=["http://127.0.0.1:1/announce"]))
    line = after(user, id, "http://127.0.0.1:1/announce", FAILED)
    assert line.message == "The server refused the connection"


def test_name_that_does_not_exist(swarm: Swarm, user: User) -> None:
    url = "http://tracker.invalid/announce"
    id = user.adds(swarm.payload(version=Version.V1, trackers=[url]))
    assert after(user, id, url, FAILED).message == "The name could not be found"


def test_answer_and_warning(swarm: Swarm, user: User) -> None:
    tracker = swarm.tracker()
    tracker.behave(Answer.WARNING, "be quick")
    payload = swarm.payload(version=Version.V1, trackers=[tracker.url])
    seed = swarm.seed(payload, up=100_000)
    tracker.wait_for(lambda announces: any(announce.ip == seed.ip for announce in announces))
    id = user.adds(payload)
    line = after(user, id, tracker.url, WORKING)
    assert (line.message, line.peers, line.fails) == ("be quick", 1, 0)
    assert user.sees(id, lambda row: row.tracker).tracker == host_of(tracker.url)
    assert user.torrent(id).tracker_hosts == (host_of(tracker.url),)


@pytest.mark.parametrize("answer", [Answer.WARNING, Answer.FAILURE])
def test_words_of_a_tracker_cannot_deceive(swarm: Swarm, user: User, answer: Answer) -> None:
    tracker = swarm.tracker()
    tracker.behave(answer, "be\u202e quick\nand quiet")
    id = user.adds(swarm.payload(trackers=[tracker.url]))
    user.until(lambda: user.trackers(id)[tracker.url].message)
    assert "be\ufffd quick␊and quiet" in user.trackers(id)[tracker.url].message


def test_one_tracker_works_and_one_does_not(swarm: Swarm, user: User) -> None:
    good, bad = swarm.tracker("udp"), swarm.tracker()
    bad.behave(Answer.BAD_UTF8)
    id = user.adds(swarm.payload(version=Version.HYBRID, trackers=[[bad.url], [good.url]]))
    after(user, id, bad.url, FAILED)
    after(user, id, good.url, WORKING)
    assert not user.sees(id, lambda row: row.tracker).tracker_failing
    tiers = {url: tracker.tier for url, tracker in user.trackers(id).items()}
    assert tiers == {bad.url: 0, good.url: 1, "DHT": None, "PEX": None, "LSD": None}


def test_sources_that_are_no_trackers(swarm: Swarm, user: User) -> None:
    id, private = user.adds(swarm.payload()), user.adds(swarm.payload(name="p", private=True))
    assert [user.trackers(id)[name].state for name in ("DHT", "PEX", "LSD")] == [
        TrackerState.OFF,
        WORKING,
        TrackerState.OFF,
    ]
    assert user.trackers(private)["PEX"].state is TrackerState.OFF
    paused = user.adds(swarm.payload(name="q"), start=False)
    user.sees(paused, lambda row: row.paused)
    settings_say, private_says = "It is switched off in the settings.", "The torrent is private: "
    for one, words in (
        (id, (settings_say, "", settings_say)),
        (private, (private_says,) * 3),
        (paused, (settings_say, "The torrent is paused.", settings_say)),
    ):
        said = [user.trackers(one)[name].message for name in ("DHT", "PEX", "LSD")]
        assert all(text.startswith(begins) for text, begins in zip(said, words, strict=True)), said


@pytest.mark.parametrize(
    ("certificate", "state"),
    [
        (Certificate.VALID, WORKING),
        (Certificate.EXPIRED, FAILED),
        (Certificate.WRONG_HOST, FAILED),
        (Certificate.UNTRUSTED, FAILED),
    ],
)
def test_certificate_of_a_tracker_is_checked(
    swarm: Swarm,
    users: Callable[..., User],
    monkeypatch: pytest.MonkeyPatch,
    certificate: Certificate,
    state: TrackerState,
) -> None:
    tracker = swarm.tracker("https", certificate=certificate)
    monkeypatch.setenv("SSL_CERT_FILE", str(swarm.ca_file))
    user = users().start()
    id = user.adds(swarm.payload(version=Version.V1, trackers=[tracker.url]))
    line = after(user, id, tracker.url, state)
    assert ("certificate" in line.message) == (state is FAILED)


def test_system_without_certificates_gets_those_of_certifi(
    users: Callable[..., User], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    import os

    import certifi

    from starling.engine import session

    monkeypatch.setattr(session, "_SYSTEM_BUNDLES", (tmp_path / "none",))
    monkeypatch.setenv("SSL_CERT_FILE", "x")
    monkeypatch.delenv("SSL_CERT_FILE")
    users().start()
    assert os.environ["SSL_CERT_FILE"] == certifi.where()


def test_searches_of_the_dht_are_told(swarm: Swarm, users: Callable[..., User]) -> None:
    loopback = dict.fromkeys(("dht_restrict_routing_ips", "dht_restrict_search_ips", "dht_ignore_dark_internet"), False)
    user, other = (users(name, {settings.connection.DHT: True}, **loopback).start() for name in ("one", "two"))
    payload = swarm.payload(version=Version.V1)
    id = user.adds(payload)
    other.adds(payload)
    # Both have to listen before one can meet the other.
    place = other.listens_at
    assert user.engine._running is not None
    user.engine._running.session.lt.add_dht_node((place.ip, place.port))

    def found() -> bool:
        for one in (user, other):
            one.run(one.engine.trackers.announce(id, ["DHT"]))
        return bool(user.trackers(id)["DHT"].announces)

    user.until(found)
    row = user.trackers(id)["DHT"]
    assert (row.state, row.announces[-1].peers in (1, 2), row.announces[-1].failed) == (WORKING, True, False)
    assert row.last_announce is not None


@pytest.mark.skipif(not has_ipv6(), reason="there is no ::1")
def test_a_tracker_of_one_family_works_though_we_have_both(swarm: Swarm, users: Callable[..., User]) -> None:
    old, new = swarm.tracker(), swarm.tracker(ip="::1")
    user = users(chosen={settings.connection.INTERFACES: [swarm.address(), "::1"]}).start()
    id = user.adds(swarm.payload(version=Version.V1, trackers=[[old.url], [new.url]]))
    user.run(user.engine.trackers.announce(id, force=True))
    user.until(lambda: all(user.trackers(id)[url].announces for url in (old.url, new.url)))
    for url in (old.url, new.url):
        row = after(user, id, url, WORKING)
        assert (row.message, row.cause) == ("", Cause.NONE)
        assert not any(one.failed for one in row.announces)


def test_private_tracker_in_the_path_of_ssrf_protection_is_told(swarm: Swarm, user: User) -> None:
    tracker = swarm.tracker()
    url = tracker.url.replace("/announce", "/secret")
    id = user.adds(swarm.payload(version=Version.V1, trackers=[url]))
    assert after(user, id, url, FAILED).message


@pytest.mark.parametrize(
    ("url", "host"), [("http://x.y:80/a", "x.y"), ("udp://[::1]:1", "::1"), ("nonsense", ""), ("http://[bad", "")]
)
def test_host_of_any_text(url: str, host: str) -> None:
    assert host_of(url) == host
