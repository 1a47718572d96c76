# SPDX-License-Identifier: GPL-3.0-or-later
"""HTTP as clients speak it, and as nobody should: slow, huge, broken, far too often."""

import asyncio
import base64
import gc
import gzip
import socket
import ssl
import tracemalloc
import zlib
from collections.abc import Callable, Iterator

import aiohttp
import pytest
import trustme
from pytestqt.qtbot import QtBot

from starling.remote import passwords
from starling.remote.calls import Client
from starling.remote.connection import Bounds
from starling.remote.guard import PATH, SESSION_HEADER, Guard, Policy
from starling.remote.listener import ListenError, listening
from starling.remote.passwords import Keys, hashed
from starling.remote.server import HttpServer
from starling.remote.switchboard import Reply
from starling.remote.throttle import Throttle
from starling.tasks import Worker
from tests.helpers import LONG, sentence

JSON = "application/json; charset=UTF-8"


class Served:
    """A server that answers with what it was sent, unless it is told something else."""

    def __init__(self, qtbot: QtBot, loop: asyncio.AbstractEventLoop, bounds: Bounds | None) -> None:
        self.qtbot, self.loop = qtbot, loop
        self.worker = Worker(loop, "test")
        self.keys = Keys(self.worker)
        self.guard = Guard(self.keys, Throttle(lambda: 0.0))  # no wait ends while a test runs
        self.heard: list[tuple[Client, str]] = []
        self.replies: Callable[[bytes], Reply] = lambda body: Reply(200, JSON, (body,))
        self.held_up: asyncio.Event | None = None
        self.bodies = 0
        self.server = HttpServer(self.guard, self._answer, self._on_heard, self.worker, bounds)
        self.port = 0

    def starts(self, peer: str | None = None, tls: ssl.SSLContext | None = None) -> "Served":
        """`peer`: where clients seem to come from."""
        listener = listening("127.0.0.1", 0)
        self.port = listener.getsockname()[1]
        self.server.start(listener if peer is None else _From(listener, peer), tls)
        return self

    async def _answer(self, body: bytes, client: Client) -> Reply:
        self.bodies += 1
        if self.held_up is not None:
            await self.held_up.wait()
        return self.replies(body)

    def _on_heard(self, client: Client, user: str) -> None:
        self.heard.append((client, user))

    def run(self, coro: object) -> object:
        task = asyncio.ensure_future(coro, loop=self.loop)  # type: ignore[call-overload]
        self.until(task.done)
        return task.result()

    def until(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=round(LONG * 1000))

    def head(self, *more: str, method: str = "POST", path: str = PATH) -> bytes:
        lines = (f"{method} {path} HTTP/1.1", "Host: localhost", f"{SESSION_HEADER}: {self.guard.session_id}", *more)
        return "\r\n".join((*lines, "", "")).encode()

    def request(self, body: bytes, *more: str, path: str = PATH) -> bytes:
        return self.head(f"Content-Length: {len(body)}", *more, path=path) + body

    async def line(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        return await asyncio.open_connection("127.0.0.1", self.port)

    async def said(self, *pieces: bytes) -> bytes:
        """All that comes back on a connection until the server closes it."""
        reader, writer = await self.line()
        found = b""
        try:
            for piece in pieces:
                writer.write(piece)
                await writer.drain()
            while data := await reader.read(65_536):
                found += data
        except ConnectionError:
            found += await _rest(reader)
        writer.close()
        return found

    def says(self, *pieces: bytes) -> bytes:
        found = self.run(self.said(*pieces))
        assert isinstance(found, bytes)
        return found


class _From(socket.socket):
    """A socket whose clients come from an address that this computer does not have."""

    def __init__(self, listener: socket.socket, peer: str) -> None:
        super().__init__(fileno=listener.detach())
        self.setblocking(False)
        self._peer = peer

    def accept(self) -> tuple[socket.socket, object]:
        return super().accept()[0], (self._peer, 50_000)


async def _rest(reader: asyncio.StreamReader) -> bytes:
    """What had come before the connection broke."""
    try:
        return await reader.read()
    except ConnectionError:
        return b""


@pytest.fixture
def serve(qtbot: QtBot, qloop: asyncio.AbstractEventLoop) -> Iterator[Callable[..., Served]]:
    made: list[Served] = []

    def make(peer: str | None = None, tls: ssl.SSLContext | None = None, **bounds: float) -> Served:
        served = Served(qtbot, qloop, Bounds(**bounds) if bounds else None)  # type: ignore[arg-type]
        made.append(served)
        return served.starts(peer, tls)

    yield make
    for each in made:
        each.run(each.server.stop())
        each.run(each.worker.stop())
        assert each.server.connections == 0
        assert each.server._bodies.held == 0


def status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1]) if answer else 0


CLOSE = "Connection: close"


def test_a_request_is_answered_and_nothing_is_told_of_what_serves_it(serve: Callable[..., Served]) -> None:
    served = serve()
    answer = served.says(served.request(b'{"a": 1}', CLOSE, "User-Agent: Sonarr/4.0 \t(x)", path=PATH + "/"))
    head, _, body = answer.partition(b"\r\n\r\n")
    assert (status(answer), body) == (200, b'{"a": 1}')
    assert b"Server: Starling\r\n" in head
    assert b"aiohttp" not in head
    assert b"Python" not in head
    assert served.heard == [(Client("127.0.0.1", "Sonarr/4.0 (x)"), "")]


@pytest.mark.parametrize(
    "sent",
    [
        b"nonsense\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(200) + b"\r\n\r\n",
        b"POST / HTTP/9.9\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: localhost\r\nX: " + b"x" * 20_000 + b"\r\n\r\n",
        b"POST /" + b"x" * 20_000 + b" HTTP/1.1\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: localhost\r\n" + b"X: y\r\n" * 500 + b"\r\n",
    ],
)
def test_what_is_no_http_is_refused(serve: Callable[..., Served], sent: bytes) -> None:
    served = serve()
    answer = served.says(sent)
    assert status(answer) == 400
    assert b"Server: Starling\r\n" in answer
    assert served.bodies == 0


def test_broken_bodies_are_refused(serve: Callable[..., Served]) -> None:
    served = serve()
    chunked = served.head("Transfer-Encoding: chunked")
    assert status(served.says(chunked + b"zz\r\nnonsense\r\n")) == 400
    assert status(served.says(served.request(gzip.compress(b"{}"), "Content-Encoding: gzip", CLOSE))) == 415
    twice = served.head("Content-Length: 2", "Host: evil.example", CLOSE) + b"{}"
    assert status(served.says(twice)) == 400
    assert served.bodies == 0
    assert status(served.says(chunked + b"2\r\n{}\r\n0\r\n\r\n" + served.request(b"[]", CLOSE))) == 200
    assert served.bodies == 2, "the door is as good as before"


def test_a_body_that_is_too_large_is_refused_before_it_has_come(serve: Callable[..., Served]) -> None:
    served = serve(body=1 << 20, farewell=0.5)
    sized = served.says(served.head(f"Content-Length: {100 << 20}"))
    assert status(sized) == 413
    sentence(sized.decode().partition("\r\n\r\n")[2].strip())
    piece = b"100000\r\n" + bytes(1 << 20) + b"\r\n"
    assert status(served.says(served.head("Transfer-Encoding: chunked"), *[piece] * 100)) in (413, 0)
    expecting = served.head("Content-Length: 2", "Expect: 100-continue", CLOSE)
    answer = served.says(expecting, b"{}")
    assert answer.startswith(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 ")
    assert served.bodies == 1


def test_all_bodies_together_are_bounded(serve: Callable[..., Served]) -> None:
    served = serve(body=1 << 20, bodies=1 << 20)
    served.held_up = asyncio.Event()
    first = asyncio.ensure_future(served.said(served.request(bytes(900_000), CLOSE)), loop=served.loop)
    served.until(lambda: served.bodies)
    assert status(served.says(served.request(bytes(900_000), CLOSE))) == 503
    served.held_up.set()
    served.until(first.done)
    assert status(first.result()) == 200
    assert status(served.says(served.request(bytes(900_000), CLOSE))) == 200


@pytest.mark.parametrize(
    ("bounds", "sent", "answers"),
    [
        ({"head": 0.2}, b"", 0),
        ({"head": 0.2}, b"POST " + PATH.encode() + b" HTTP/1.1\r\nHost: ", 0),
        ({"keep_alive": 0.2}, b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", 404),
        ({"idle": 0.2, "farewell": 0.2}, b"half", 408),
        ({"upload": 0.2, "farewell": 0.2}, b"half", 408),
    ],
)
def test_slow_clients_are_cut_off(
    serve: Callable[..., Served], bounds: dict[str, float], sent: bytes, answers: int
) -> None:
    served = serve(**bounds)
    said = served.head("Content-Length: 100") + sent if sent == b"half" else sent
    assert status(served.says(said)) == answers
    served.until(lambda: served.server.connections == 0)


def test_who_takes_nothing_of_his_answer_is_cut_off(serve: Callable[..., Served]) -> None:
    served = serve(idle=0.3)
    served.replies = lambda _: Reply(200, JSON, (bytes(10_000_000),) * 4)

    async def asks_and_never_reads() -> asyncio.StreamWriter:
        _, writer = await asyncio.open_connection("127.0.0.1", served.port, limit=1)
        writer.write(served.request(b"{}"))
        return writer

    writer = served.run(asks_and_never_reads())
    served.until(lambda: served.bodies)
    served.until(lambda: served.server.connections == 0)
    assert isinstance(writer, asyncio.StreamWriter)
    writer.close()


def test_further_connections_are_turned_away_and_others_go_on(serve: Callable[..., Served]) -> None:
    served = serve(connections=20)

    async def crowd() -> list[int]:
        async with aiohttp.ClientSession() as client:
            url = f"http://127.0.0.1:{served.port}{PATH}"
            headers = {SESSION_HEADER: served.guard.session_id}
            assert (await (await client.post(url, data=b"{}", headers=headers)).read()) == b"{}"
            lines = [await served.line() for _ in range(300)]
            async with asyncio.timeout(LONG):
                found = [status(await _rest(reader)) for reader, _ in lines[19:]]
            assert (await (await client.post(url, data=b"[]", headers=headers)).read()) == b"[]"
            for _, writer in lines:
                writer.close()
        return found

    assert served.run(crowd()) == [503] * 281
    assert served.bodies == 2
    served.until(lambda: served.server.connections == 0)
    assert status(served.says(served.request(b"{}", CLOSE))) == 200


def test_whoever_crowds_leaves_room_for_others(serve: Callable[..., Served]) -> None:
    served = serve(connections=20, per_client=5)

    async def crowd() -> int:
        lines = [await served.line() for _ in range(10)]
        found = [status(await _rest(reader)) for reader, _ in lines[5:]]
        assert found == [503] * 5
        local = ("127.0.0.2", 0)
        reader, writer = await asyncio.open_connection("127.0.0.1", served.port, local_addr=local)
        writer.write(served.request(b"{}", CLOSE))
        answer = await _rest(reader)
        for _, each in (*lines, (reader, writer)):
            each.close()
        return status(answer)

    assert served.run(crowd()) == 200


def test_strangers_take_no_place(serve: Callable[..., Served], caplog: pytest.LogCaptureFixture) -> None:
    served = serve(peer="::ffff:192.0.2.7")
    answer = served.says(served.request(b"{}"))
    assert status(answer) == 403
    sentence(answer.decode().partition("\r\n\r\n")[2].strip())
    assert (served.server.connections, served.bodies) == (0, 0)
    assert "Refused 192.0.2.7: " in caplog.text, "as people write it"
    served.guard.policy = Policy(("192.0.2.0/24",))
    assert status(served.says(served.request(b"{}", CLOSE))) == 200
    assert served.heard == [(Client("192.0.2.7"), "")]


def test_a_network_of_ipv6_crowds_as_one_and_leaves_room_for_this_computer(serve: Callable[..., Served]) -> None:
    served = serve(connections=6, local=2, per_client=3)
    entrance = served.server._entrance

    async def crowd() -> list[bool]:
        found = []
        places = [f"2001:db8::{end}" for end in range(4)] + ["2001:db8:0:1::1", "2001:db8:0:2::1", *["127.0.0.1"] * 3]
        for number, address in enumerate(places):
            found.append(entrance._has_room(address))
            if found[-1]:
                entrance._begin(ends[number][0], address)
        for each in ends:
            each[1].close()
        return found

    ends = [socket.socketpair() for _ in range(9)]
    assert served.run(crowd()) == [True, True, True, False, True, False, True, True, False]
    served.until(lambda: served.server.connections == 0)
    for each in ends:  # not before: the server has them
        each[0].close()


@pytest.mark.parametrize("encrypted", [False, True])
def test_nobody_is_lost_between_the_door_and_the_room(serve: Callable[..., Served], encrypted: bool) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    if encrypted:
        trustme.CA().issue_cert("127.0.0.1").configure_cert(context)

    async def comes_as_it_closes(turns: int) -> bytes:
        served = serve(tls=context if encrypted else None, farewell=0.2)
        for _ in range(6):  # it listens
            await asyncio.sleep(0)
        with socket.create_connection(("127.0.0.1", served.port)) as client:
            client.setblocking(False)
            for _ in range(turns):
                await asyncio.sleep(0)
            await served.server.stop()
            assert served.server.connections == 0
            try:
                async with asyncio.timeout(LONG):
                    return await served.loop.sock_recv(client, 100)
            except ConnectionError:
                return b""

    async def all_of_them() -> set[bytes]:
        return {await comes_as_it_closes(turns) for turns in range(12)}

    assert serve().run(all_of_them()) == {b""}


def test_a_slow_client_hears_why_it_is_refused(serve: Callable[..., Served]) -> None:
    served = serve(farewell=0.001, body=1 << 20)

    async def sends(head: str, body: bytes = b"", *more: bytes) -> bytes:
        reader, writer = await served.line()
        writer.write(f"POST {PATH} HTTP/1.1\r\nHost: localhost\r\n{head}\r\n\r\n".encode())
        for start in range(0, len(body), 10_000):
            for _ in range(20):  # by then the server would have answered, and closed
                await asyncio.sleep(0)
            writer.write(body[start : start + 10_000])
            await writer.drain()
        for each in more:
            writer.write(each)
        found = await _rest(reader)
        writer.close()
        return found

    slow = served.run(sends("Content-Length: 80000", bytes(80_000), served.request(b"{}", CLOSE)))
    assert isinstance(slow, bytes)
    assert status(slow) == 409
    assert b"HTTP/1.1 200 OK" in slow, "the connection is as good as before"
    for head in ("Content-Length: 2000000", "Content-Length: 8\r\nExpect: 100-continue"):
        answer = served.run(sends(head))
        assert isinstance(answer, bytes)
        assert status(answer) == 409


def test_what_a_client_sent_and_gets_takes_no_memory_afterwards(serve: Callable[..., Served]) -> None:
    served = serve()
    served.replies = lambda _: Reply(200, JSON, (bytes(8 << 20),))
    clients: list[asyncio.StreamWriter] = []

    async def asks() -> None:
        _, writer = await asyncio.open_connection("127.0.0.1", served.port, limit=1)
        clients.append(writer)
        writer.transport.pause_reading()  # type: ignore[attr-defined]
        writer.write(served.head(f"Content-Length: {6 << 20}"))
        for _ in range(6):
            writer.write(bytes(1 << 20))
            await writer.drain()

    gc.collect()
    gc.disable()  # the program collects seldom
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        for _ in range(2):
            served.run(asks())
        served.until(lambda: served.bodies == 2 and served.server._bodies.held == 0)
        # Two answers are there, and no request.
        served.until(lambda: tracemalloc.get_traced_memory()[0] - before < 21 << 20)
        assert served.server.connections == 2
        for writer in clients:
            writer.transport.abort()
        served.until(lambda: tracemalloc.get_traced_memory()[0] - before < 4 << 20)
    finally:
        tracemalloc.stop()
        gc.enable()


def test_large_answers_are_compressed_for_who_can_read_that(serve: Callable[..., Served]) -> None:
    served = serve()
    chunks = tuple(b'{"number": %d}' % number * 1000 for number in range(100))
    served.replies = lambda _: Reply(200, JSON, chunks)
    for accepted in ("gzip, deflate", "deflate;q=1, GZIP;q=0.5"):
        head, _, body = served.says(served.request(b"{}", CLOSE, f"Accept-Encoding: {accepted}")).partition(b"\r\n\r\n")
        assert b"Content-Encoding: gzip" in head
        assert len(body) < 200_000
        assert zlib.decompress(body, 31) == b"".join(chunks)
    for accepted in ("identity", "gzip;q=0", "br"):
        head, _, body = served.says(served.request(b"{}", CLOSE, f"Accept-Encoding: {accepted}")).partition(b"\r\n\r\n")
        assert b"Content-Encoding" not in head
        assert body == b"".join(chunks)


def test_a_thousand_wrong_passwords_cost_five(serve: Callable[..., Served], monkeypatch: pytest.MonkeyPatch) -> None:
    served = serve()
    served.keys.change("", hashed("right"))
    tried: list[str] = []

    def counted(password: str, _: str) -> bool:
        tried.append(password)
        return password == "right"

    monkeypatch.setattr(passwords, "matches", counted)

    def request(password: str) -> bytes:
        data = base64.b64encode(f"me:{password}".encode()).decode()
        return served.request(b"{}", CLOSE, f"Authorization: Basic {data}")

    async def guess() -> set[int]:
        found: list[bytes] = []
        for first in range(0, 1000, 50):
            guesses = (served.said(request(str(number))) for number in range(first, first + 50))
            found += await asyncio.gather(*guesses)
        return {status(answer) for answer in found}

    assert served.run(guess()) == {401, 429}
    assert len(tried) == 5
    assert status(served.says(request("right"))) == 429


def test_what_is_on_the_way_is_answered_when_it_closes(serve: Callable[..., Served]) -> None:
    served = serve()
    served.held_up = asyncio.Event()
    asked = asyncio.ensure_future(served.said(served.request(b"{}")), loop=served.loop)
    idle = asyncio.ensure_future(served.said(b""), loop=served.loop)
    served.until(lambda: served.bodies and served.server.connections == 2)
    stopping = asyncio.ensure_future(served.server.stop(), loop=served.loop)
    served.until(idle.done)
    served.held_up.set()
    served.until(lambda: asked.done() and stopping.done())
    assert status(asked.result()) == 200


def test_what_takes_too_long_is_dropped_when_it_closes(serve: Callable[..., Served]) -> None:
    served = serve(farewell=0.2)
    served.held_up = asyncio.Event()
    asked = asyncio.ensure_future(served.said(served.request(b"{}")), loop=served.loop)
    served.until(lambda: served.bodies)
    served.run(served.server.stop())
    served.until(asked.done)
    assert asked.result() == b""


def test_a_port_that_is_taken_is_told(serve: Callable[..., Served]) -> None:
    served = serve()
    with pytest.raises(ListenError, match=f"port {served.port} "):
        listening("127.0.0.1", served.port)
    with pytest.raises(ListenError, match=r"192\.0\.2\.1"):
        listening("192.0.2.1", 0)
