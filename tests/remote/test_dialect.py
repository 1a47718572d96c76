# SPDX-License-Identifier: GPL-3.0-or-later
"""Requests of both dialects, good and bad ones, as they are answered."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starling.engine.errors import EngineError
from starling.remote import switchboard
from starling.remote.calls import Answer, Call, Client, Code, RemoteError, Written
from starling.remote.dialect import MOST_IN_BATCH
from starling.remote.switchboard import Reply, Switchboard
from starling.remote.wire import LARGE, MOST_VALUES
from starling.tasks import Worker, failures_to

CLIENT = Client("127.0.0.1", "test")


class Methods:
    """Some methods by the names of real ones, and what was asked of them."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.reported: list[BaseException] = []
        self.begun, self.go_on, self.over = asyncio.Event(), asyncio.Event(), asyncio.Event()
        self.end = ""
        self.rows = [b"[]"]
        self.written = 0

    async def session_get(self, call: Call) -> Answer:
        self.calls.append(call)
        return {"download_dir": "/\udcff", "cache_size_mib": 4, "units": {"size_bytes": 1000}}

    async def torrent_get(self, call: Call) -> Answer:
        self.written += 1
        return Written((b'{"torrents":', *self.rows, b"}"))

    async def torrent_add(self, call: Call) -> Answer:
        self.calls.append(call)
        return {"torrent_added": {"id": 1, "hash_string": "a"}}

    async def torrent_stop(self, call: Call) -> Answer:
        raise EngineError("The disk is full.")

    async def port_test(self, call: Call) -> Answer:
        raise RemoteError("Nobody knows.", Code.HTTP_ERROR, {"ip_protocol": "ipv4", "port_is_open": False})

    async def torrent_set(self, call: Call) -> Answer:
        return {"peers": call.params.integer("peer_limit", 1, 9)}

    async def torrent_verify(self, call: Call) -> Answer:
        raise ZeroDivisionError

    async def torrent_start(self, call: Call) -> Answer:
        return {"path": object()}

    async def session_stats(self, call: Call) -> Answer:
        return {"text": "a" * LARGE}

    async def free_space(self, call: Call) -> Answer:
        return await self._wait(call)

    async def torrent_remove(self, call: Call) -> Answer:
        return await self._wait(call)

    async def _wait(self, call: Call) -> Answer:
        self.calls.append(call)
        self.begun.set()
        try:
            await self.go_on.wait()
            self.end = "done"
        except asyncio.CancelledError:
            self.end = "given up"
            raise
        finally:
            self.over.set()
        return {}


class Watched(Worker):
    """Tells what it was given to do."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        super().__init__(loop, "test-remote")
        self.done: list[str] = []

    async def run(self, function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        self.done.append(function.__name__)
        return await super().run(function, *args, **kwargs)


def on_a_loop(scenario: Callable[[Switchboard, Methods, Watched], Awaitable[None]], patience: float = 60.0) -> None:
    async def run() -> None:
        loop, methods = asyncio.get_running_loop(), Methods()
        worker = Watched(loop)
        made = {name: getattr(methods, name) for name in vars(Methods) if not name.startswith("_")}
        board = Switchboard(made, worker, patience)
        with failures_to(loop, lambda sentence: None, methods.reported.append):
            await scenario(board, methods, worker)
        await worker.stop()

    asyncio.run(run())


def exchange(body: object) -> tuple[Any, Methods]:
    """What is answered (None for nothing) to JSON, or to a value that is written as such."""
    seen: list[tuple[Any, Methods]] = []

    async def scenario(board: Switchboard, methods: Methods, worker: Watched) -> None:
        sent = body if isinstance(body, bytes) else json.dumps(body).encode()
        seen.append((opened(await board.answer(sent, CLIENT)), methods))

    on_a_loop(scenario)
    return seen[0]


def opened(reply: Reply) -> Any:
    if reply.status == 204:
        assert not reply.chunks
        return None
    assert reply.status == 200
    assert reply.content_type.startswith("application/json")
    return json.loads(b"".join(reply.chunks))


def classic(method: str, tag: object = 7, **arguments: object) -> dict[str, object]:
    return {"method": method, "arguments": arguments, "tag": tag}


def modern(method: str, label: object = 7, **params: object) -> dict[str, object]:
    return {"jsonrpc": "2.0", "method": method, "params": params, "id": label}


def error_of(answer: Any) -> tuple[int, str]:
    assert set(answer) == {"jsonrpc", "error", "id"}
    return answer["error"]["code"], answer["error"]["data"]["error_string"]


def test_each_dialect_is_answered_in_its_own_envelope_and_names() -> None:
    answer, methods = exchange(classic("session-get"))
    # A path of bytes that are no UTF-8 can't be told, and must not keep all else from being told.
    told = {"download-dir": "/?", "cache-size-mb": 4, "units": {"size-bytes": 1000}}
    assert answer == {"result": "success", "arguments": told, "tag": 7}
    answer, methods = exchange(modern("session_get", "x"))
    told = {"download_dir": "/?", "cache_size_mib": 4, "units": {"size_bytes": 1000}}
    assert answer == {"jsonrpc": "2.0", "result": told, "id": "x"}
    assert methods.calls[0].client == CLIENT


@pytest.mark.parametrize("name", ["torrent-get", "torrent_get", "torrentGet"])
def test_what_is_written_already_is_put_into_the_envelope(name: str) -> None:
    assert exchange(classic(name))[0] == {"result": "success", "arguments": {"torrents": []}, "tag": 7}
    assert exchange(modern(name))[0] == {"jsonrpc": "2.0", "result": {"torrents": []}, "id": 7}


@pytest.mark.parametrize("name", ["download-dir", "downloadDir", "download_dir"])
def test_parameters_may_be_spelled_in_any_way(name: str) -> None:
    for request in (classic("torrent-add", **{name: "/x"}), modern("torrent_add", **{name: "/x"})):
        _, methods = exchange(request)
        assert methods.calls[0].params.text("download_dir") == "/x"


def test_a_tag_comes_back_as_it_was_sent_and_only_then() -> None:
    for tag in (0, 2**63, -1.5, "a"):
        assert exchange(classic("torrent-get", tag))[0]["tag"] == tag
    for tag in (None, True, [1], {}):
        assert "tag" not in exchange(classic("torrent-get", tag))[0]
    assert exchange({"method": "torrent-get"})[0] == {"result": "success", "arguments": {"torrents": []}}


@pytest.mark.parametrize(
    ("method", "code", "part"),
    [
        ("torrent_stop", Code.SYSTEM_ERROR, "The disk is full."),
        ("torrent_set", Code.INVALID_PARAMS, "“peer_limit” must be from 1 to 9."),
        ("torrent_frob", Code.METHOD_NOT_FOUND, "“torrent_frob”"),
        ("x" * 1000, Code.METHOD_NOT_FOUND, "xxx…”"),
    ],
)
def test_a_refusal_is_a_sentence_in_either_dialect(method: str, code: Code, part: str) -> None:
    answer, _ = exchange(classic(method, peer_limit=10))
    assert part.replace("peer_limit", "peer-limit") in answer["result"], "as the dialect spells it"
    assert answer["arguments"] == {}
    assert answer["tag"] == 7
    found, sentence = error_of(exchange(modern(method, peer_limit=10))[0])
    assert found == code
    assert part in sentence


def test_a_refusal_may_have_something_to_tell() -> None:
    answer, _ = exchange(classic("port-test"))
    assert answer["arguments"] == {"ip_protocol": "ipv4", "port-is-open": False}
    answer, _ = exchange(modern("port_test"))
    assert answer["error"] == {
        "code": 8,
        "message": "HTTP error from backend service",
        "data": {"error_string": "Nobody knows.", "result": {"ip_protocol": "ipv4", "port_is_open": False}},
    }


@pytest.mark.parametrize(("method", "kind"), [("torrent_verify", ZeroDivisionError), ("torrent_start", TypeError)])
def test_a_mistake_of_ours_is_answered_and_reported(method: str, kind: type[BaseException]) -> None:
    answer, methods = exchange([modern(method), modern("torrent_get", 8)])
    assert error_of(answer[0])[0] == Code.INTERNAL_ERROR
    assert answer[1]["result"] == {"torrents": []}
    assert [type(error) for error in methods.reported] == [kind]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b'{"jsonrpc": "2.0", "method": "foobar, "params": "bar", "baz]', Code.PARSE_ERROR),
        (b"", Code.PARSE_ERROR),
        (b"\xff\xfe", Code.PARSE_ERROR),
        (b"[" * 5000, Code.PARSE_ERROR),
        (b'{"jsonrpc": "2.0", "id": 1e999}', Code.PARSE_ERROR),
        (b'{"jsonrpc": "2.0", "id": NaN}', Code.PARSE_ERROR),
        (b'{"jsonrpc": "2.0", "method": "\\ud800"}', Code.PARSE_ERROR),
        (b"[" + b"1," * MOST_VALUES + b"1]", Code.PARSE_ERROR),
        (b'{"jsonrpc": "2.0", "x": {' + b'"k":1,' * (MOST_VALUES // 8) + b'"k":1}}', Code.PARSE_ERROR),
        (b"[]", Code.INVALID_REQUEST),
        (b"7", Code.INVALID_REQUEST),
        (json.dumps([modern("torrent_get")] * (MOST_IN_BATCH + 1)).encode(), Code.INVALID_REQUEST),
        (b'{"jsonrpc": "1.0", "method": "torrent_get"}', Code.INVALID_REQUEST),
        (b'{"jsonrpc": "2.0", "method": 1, "params": "bar"}', Code.INVALID_REQUEST),
        (b'{"jsonrpc": "2.0", "method": "torrent_get", "params": "bar"}', Code.INVALID_REQUEST),
        (b'{"jsonrpc": "2.0", "method": "torrent_get", "id": true}', Code.INVALID_REQUEST),
        (b'{"jsonrpc": "2.0", "method": "torrent_add", "params": [], "id": null}', Code.INVALID_PARAMS),
    ],
)
def test_what_is_no_json_rpc_is_refused_without_an_id(body: bytes, code: Code) -> None:
    answer, methods = exchange(body)
    assert error_of(answer)[0] == code
    assert answer["id"] is None
    assert not methods.calls


@pytest.mark.parametrize(
    ("body", "part"),
    [
        (b'{"method": "torrent-add", "arguments": {"download-dir": "\xe9"}}', "can't be read"),
        (b'{"arguments": {}}', "“method”"),
        (b'{"method": 3}', "“method”"),
        (b'{"method": "torrent-add", "arguments": [1]}', "“arguments” must be an object"),
        (b'{"method": "torrent-add", "arguments": {"ids": ' + b"[" * 50 + b"]" * 50 + b"}}", "nested"),
    ],
)
def test_a_classic_client_is_told_in_its_own_words_what_is_wrong(body: bytes, part: str) -> None:
    answer, methods = exchange(body)
    assert part in answer["result"]
    assert answer["arguments"] == {}
    assert not methods.calls


def test_the_files_of_the_largest_torrents_can_be_chosen() -> None:
    numbers = list(range(100_000))
    assert exchange(classic("torrent-set", **{"files-wanted": numbers}))[0]["result"] == "success"


def test_a_byte_order_mark_is_passed_over() -> None:
    assert exchange(b'\xef\xbb\xbf{"method": "torrent-get"}')[0]["result"] == "success"


def test_a_notification_is_done_and_not_answered() -> None:
    request = modern("torrent_add")
    del request["id"]
    answer, methods = exchange(request)
    assert answer is None
    assert len(methods.calls) == 1
    answer, methods = exchange([request, request])
    assert answer is None
    assert len(methods.calls) == 2
    # Reading for nobody is no work worth doing, and what fails for nobody is not told.
    for method in ("session_get", "torrent_frob", "torrent_stop"):
        answer, methods = exchange(request | {"method": method})
        assert answer is None
        assert not methods.calls


def test_a_batch_is_done_in_order_and_answered_in_one_list() -> None:
    silent = {"jsonrpc": "2.0", "method": "torrent_add", "params": {"filename": "b"}}
    requests = [modern("torrent_add", 1, filename="a"), silent, 3, classic("torrent-add"), modern("torrent_get", "z")]
    answer, methods = exchange(requests)
    assert [each["id"] for each in answer] == [1, None, None, "z"]
    assert answer[0]["result"] == {"torrent_added": {"id": 1, "hash_string": "a"}}
    assert [error_of(each)[0] for each in answer[1:3]] == [Code.INVALID_REQUEST] * 2
    assert [call.params.text("filename") for call in methods.calls] == ["a", "b"]


def test_what_is_large_is_read_and_written_beside_the_loop() -> None:
    async def scenario(board: Switchboard, methods: Methods, worker: Watched) -> None:
        await board.answer(json.dumps(classic("torrent-add")).encode(), CLIENT)
        assert not worker.done
        metainfo = "a" * 5_000_000
        await board.answer(json.dumps(classic("torrent-add", metainfo=metainfo)).encode(), CLIENT)
        assert worker.done == ["read"]
        assert methods.calls[-1].params.text("metainfo") == metainfo
        reply = await board.answer(json.dumps(classic("session-stats")).encode(), CLIENT)
        assert worker.done == ["read", "written"]
        assert len(opened(reply)["arguments"]["text"]) == LARGE

    on_a_loop(scenario)


@pytest.mark.parametrize(("method", "end"), [("free_space", "given up"), ("torrent_remove", "done")])
def test_a_change_goes_on_to_its_end_when_its_client_goes_away(method: str, end: str) -> None:
    async def scenario(board: Switchboard, methods: Methods, worker: Watched) -> None:
        body = json.dumps([modern(method), modern("torrent_add")]).encode()
        answering = asyncio.ensure_future(board.answer(body, CLIENT))
        await methods.begun.wait()
        answering.cancel()
        with pytest.raises(asyncio.CancelledError):
            await answering
        methods.go_on.set()
        await methods.over.wait()
        assert methods.end == end
        # What had not begun does not begin for a client that is gone.
        assert len(methods.calls) == 1

    on_a_loop(scenario)


@pytest.mark.parametrize(
    ("method", "end", "part"), [("free_space", "given up", "given up"), ("torrent_remove", "done", "goes on with it")]
)
def test_a_client_is_not_kept_waiting_for_ever(method: str, end: str, part: str) -> None:
    async def scenario(board: Switchboard, methods: Methods, worker: Watched) -> None:
        reply = await board.answer(json.dumps(modern(method)).encode(), CLIENT)
        assert part in error_of(opened(reply))[1]
        methods.go_on.set()
        await methods.over.wait()
        assert methods.end == end

    on_a_loop(scenario, patience=0)


def test_a_batch_holds_no_more_answers_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(switchboard, "BATCH_BYTES", 5 * LARGE)

    async def scenario(board: Switchboard, methods: Methods, worker: Watched) -> None:
        methods.rows = [b"[" + b" " * LARGE + b"]"]
        requests = [*(modern("torrent_get", at) for at in range(99)), modern("torrent_add")]
        answers = opened(await board.answer(json.dumps(requests).encode(), CLIENT))
        assert methods.written == 5
        assert [answer["id"] for answer in answers if "result" in answer] == [0, 1, 2, 3, 4, 7]
        assert error_of(answers[5]) == error_of(answers[98])
        assert "too large" in error_of(answers[98])[1]
        assert len(methods.calls) == 1

    on_a_loop(scenario)


def test_answers_that_nobody_has_taken_yet_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(switchboard, "HELD_BYTES", LARGE)

    async def scenario(board: Switchboard, methods: Methods, worker: Watched) -> None:
        methods.rows = [b"[" + b" " * LARGE + b"]"]
        body = json.dumps(classic("torrent-get")).encode()
        kept = await board.answer(body, CLIENT)
        assert "too much" in opened(await board.answer(body, CLIENT))["result"]
        assert opened(await board.answer(json.dumps(classic("session-get")).encode(), CLIENT))["result"] == "success"
        del kept
        for _ in range(3):
            assert opened(await board.answer(body, CLIENT))["result"] == "success"

    on_a_loop(scenario)


@pytest.mark.parametrize("method", ["free_space", "torrent_remove"])
def test_calls_end_before_what_they_work_with(method: str) -> None:
    async def scenario(board: Switchboard, methods: Methods, worker: Watched) -> None:
        body = json.dumps([modern(method), modern("torrent_add")]).encode()
        answering = asyncio.ensure_future(board.answer(body, CLIENT))
        await methods.begun.wait()
        await board.close(patience=0)
        assert methods.end == "given up"
        assert [error_of(each) for each in opened(await answering)] == [(5, "Starling is ending.")] * 2
        assert not methods.reported

    on_a_loop(scenario)


def test_a_change_may_come_to_its_end_when_the_program_ends() -> None:
    async def scenario(board: Switchboard, methods: Methods, worker: Watched) -> None:
        answering = asyncio.ensure_future(board.answer(json.dumps(modern("torrent_remove")).encode(), CLIENT))
        await methods.begun.wait()
        asyncio.get_running_loop().call_soon(methods.go_on.set)
        await board.close(patience=60)
        assert opened(await answering)["result"] == {}

    on_a_loop(scenario)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(exclude_categories=())),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)
NAMES = st.sampled_from(["torrent-add", "torrent_add", "torrentSet", "session_get", "port-test", "torrent_stop", "x"])
ENVELOPES = st.fixed_dictionaries(
    {},
    optional={
        "jsonrpc": st.just("2.0") | VALUES,
        "method": NAMES | VALUES,
        "params": VALUES,
        "arguments": VALUES,
        "id": VALUES,
        "tag": VALUES,
    },
)


@given(
    st.binary(max_size=60)
    | st.builds(lambda value: json.dumps(value).encode(), VALUES | ENVELOPES | st.lists(ENVELOPES, max_size=3))
    | st.builds(lambda value, cut: json.dumps(value).encode()[:cut], ENVELOPES, st.integers(1, 40))
)
def test_whatever_arrives_is_answered_with_json(body: bytes) -> None:
    answer, methods = exchange(body)
    for each in answer if isinstance(answer, list) else [answer] if answer is not None else []:
        if "jsonrpc" in each:
            assert each["jsonrpc"] == "2.0"
            assert "id" in each
            assert ("result" in each) != ("error" in each)
        else:
            assert isinstance(each["result"], str)
            assert isinstance(each["arguments"], dict)
    assert not methods.reported
