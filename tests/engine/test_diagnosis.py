# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands behind a failure: real servers with every kind of certificate, redirections, and names without answer."""

import asyncio
import select
import socket
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from starling.engine import dialling, probe
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
    assert diagnosis.known(url, Failure(Why.TIMED_OUT, "another text")) is None
    diagnosis.ask("udp://127.0.0.1:9/announce", silent, told.append)
    diagnosis.ask("http://tracker.i2p/announce", Failure(Why.REFUSED), told.append)
    user.run(diagnosis.close())
    diagnosis.ask("udp://localhost:10/announce", silent, told.append)
    assert len(told) == 2


@pytest.fixture
def diagnosis(qloop: asyncio.AbstractEventLoop, user: User) -> Iterator[Diagnosis]:
    made = Diagnosis(Worker(qloop, "test-diagnosis"), OPEN)
    yield made
    user.run(made.close())


@pytest.fixture
def server() -> Iterator[socket.socket]:
    """Listens on loopback."""
    with socket.create_server(("127.0.0.1", 0)) as made:
        made.settimeout(10)
        yield made


def url_of(server: socket.socket, path: str, host: str = "127.0.0.1") -> str:
    return f"http://{host}:{server.getsockname()[1]}{path}"


def heard(server: socket.socket) -> bool:
    """Whether somebody has connected by now."""
    server.setblocking(False)
    try:
        server.accept()[0].close()
    except BlockingIOError:
        return False
    return True


def test_what_waits_is_called_off_when_the_way_changes(diagnosis: Diagnosis, server: socket.socket, user: User) -> None:
    told: list[Failure] = []
    gate, begun = threading.Event(), threading.Event()

    def busy() -> None:
        begun.set()
        gate.wait(20)

    diagnosis._worker.post(busy)
    user.until(begun.is_set)
    for failure in (Failure(Why.CLOSED), Failure(Why.HTTP, "302 Found")):
        diagnosis.ask(url_of(server, "/announce"), failure, told.append)
    diagnosis.ask("udp://localhost:9/announce", Failure(Why.TIMED_OUT), told.append)
    diagnosis.use(Way())
    gate.set()
    diagnosis.ask("udp://localhost:9/announce", Failure(Why.TIMED_OUT), told.append)
    user.run(diagnosis._worker.run(time.monotonic))
    assert not heard(server)
    diagnosis.use(OPEN)
    diagnosis.ask("udp://localhost:9/announce", Failure(Why.TIMED_OUT), told.append)
    user.until(lambda: told)
    assert [failure.why for failure in told] == [Why.SILENT]


def test_what_is_under_way_is_cut_when_the_way_changes(diagnosis: Diagnosis, server: socket.socket, user: User) -> None:
    told: list[Failure] = []
    diagnosis.ask(url_of(server, "/announce"), Failure(Why.CLOSED), told.append)
    user.until(lambda: select.select([server], [], [], 0)[0])
    connection, _ = server.accept()
    with connection:
        connection.settimeout(10)
        assert connection.recv(4096).startswith(b"GET /announce HTTP/1.1\r\nHost: 127.0.0.1:")
        begun = time.monotonic()
        diagnosis.use(Way())
        assert connection.recv(1) == b""
        assert time.monotonic() - begun < probe.DEADLINE - 2
    assert told == []


def test_a_server_that_lets_bytes_drip_costs_no_more_than_the_deadline(
    server: socket.socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(probe, "DEADLINE", 0.5)
    over = threading.Event()

    def drip() -> None:
        connection, _ = server.accept()
        with connection:
            try:
                connection.sendall(b"HTTP/1.1 302 Found\r\nLocation: http://elsewhere.invalid/")
                while not over.wait(0.05):
                    connection.sendall(b"x")
            except OSError:
                return

    thread = threading.Thread(target=drip)
    thread.start()
    failure, begun = Failure(Why.HTTP, "302 Found"), time.monotonic()
    try:
        assert look(url_of(server, "/announce"), failure, OPEN) is failure, "half an address is none"
        assert time.monotonic() - begun < 4
    finally:
        over.set()
        thread.join()


def test_a_resolver_that_hangs_costs_no_more_than_the_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    gate = threading.Event()

    def hang(*_: object, **__: object) -> list[object]:
        gate.wait(20)
        raise socket.gaierror

    monkeypatch.setattr(probe, "DEADLINE", 0.3)
    monkeypatch.setattr("starling.engine.dialling.socket.getaddrinfo", hang)
    silent, begun = Failure(Why.TIMED_OUT), time.monotonic()
    try:
        for _ in range(6):
            assert look("udp://tracker.invalid:9/announce", silent, OPEN) is silent
        assert time.monotonic() - begun < 4
        waiting = [thread for thread in threading.enumerate() if thread.name == "tracker name"]
        assert len(waiting) <= 4, "however many ask"
    finally:
        gate.set()


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "reboot.example"])
def test_a_torrent_reaches_nothing_at_home(server: socket.socket, monkeypatch: pytest.MonkeyPatch, host: str) -> None:
    real, asked = socket.getaddrinfo, 0

    def rebound(name: str, *args: object, **kwargs: object) -> object:
        nonlocal asked
        asked += name == "reboot.example"
        return real("127.0.0.1" if name == "reboot.example" else name, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr("starling.engine.dialling.socket.getaddrinfo", rebound)
    for path in ("/router/reboot", "/router/announce", "", "/?announce"):
        assert look(url_of(server, path, host), Failure(Why.CLOSED), OPEN) == Failure(Why.CLOSED)
        secure = url_of(server, path, host).replace("http:", "https:")
        assert look(secure, BAD, OPEN) is BAD
    assert not heard(server)
    assert asked == (8 if host == "reboot.example" else 0)


def test_the_address_that_was_looked_at_is_the_one_that_is_asked(
    server: socket.socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(["93.184.216.34", "127.0.0.1"])
    real, places = socket.getaddrinfo, []

    def rebinding(name: str, *args: object, **kwargs: object) -> object:
        return real(next(answers) if name == "rebinding.example" else name, *args, **kwargs)  # type: ignore[arg-type]

    def connect(place: tuple[str, int], *_: object) -> socket.socket:
        places.append(place)
        raise ConnectionRefusedError

    monkeypatch.setattr("starling.engine.dialling.socket.getaddrinfo", rebinding)
    monkeypatch.setattr("starling.engine.dialling.socket.create_connection", connect)
    url = url_of(server, "/router/reboot", "rebinding.example")
    assert look(url, Failure(Why.CLOSED), OPEN) == Failure(Why.CLOSED)
    assert places == [("93.184.216.34", server.getsockname()[1])]


@pytest.mark.parametrize(
    ("address", "public"),
    [("8.8.8.8", True), ("2606:4700::1", True), ("::ffff:8.8.8.8", True)]
    + [(one, False) for one in ("127.0.0.2", "::1", "::ffff:192.168.1.1", "10.0.0.1", "fe80::1%2", "169.254.1.1")],
)
def test_who_is_at_home(address: str, public: bool) -> None:
    assert dialling.is_public(address) is public
