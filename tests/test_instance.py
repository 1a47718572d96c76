# SPDX-License-Identifier: GPL-3.0-or-later
"""One process per profile, tried with real ones that sleep, die and come all at once."""

import json
import os
import select
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

import starling
from starling import instance
from starling.errors import UserError
from starling.instance import Message, Server, claim
from starling.paths import Profile

SECOND = Message(items=("/x/a.torrent",))
SOON = 0.3


@pytest.fixture
def runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A private folder for sockets, short whatever pytest calls its own."""
    with tempfile.TemporaryDirectory(prefix="run-", dir="/tmp") as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        monkeypatch.setattr(tempfile, "tempdir", folder)
        yield Path(folder)


@pytest.fixture
def profile(runtime: Path, tmp_path: Path) -> Profile:
    found = Profile.at(tmp_path / "profile")
    assert Path(found.socket).parent == runtime
    return found


@pytest.fixture
def server(profile: Profile) -> Iterator[Server]:
    """The first process: this one, its socket open and nobody reading yet."""
    first = claim(profile, Message())
    assert first is not None
    yield first
    first.close()
    first.release()


@pytest.fixture
def heard(server: Server) -> list[Message]:
    """What the server, now reading, is handed."""
    messages: list[Message] = []
    server.received.connect(messages.append)
    return messages


@pytest.fixture
def reading(server: Server, heard: list[Message], qtbot: QtBot) -> list[Message]:
    server.start()
    return heard


def caller(profile: Profile) -> socket.socket:
    """A process of ours that speaks its own way."""
    link = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    link.connect(profile.socket)
    link.setblocking(False)
    return link


def answer(link: socket.socket, qtbot: QtBot) -> bytes:
    """What comes back, empty if the line is cut."""
    got: list[bytes] = []

    def came() -> bool:
        try:
            got.append(link.recv(10))
        except BlockingIOError:
            return False
        except ConnectionResetError:
            got.append(b"")
        return True

    qtbot.waitUntil(came)
    return got[0]


MALFORMED = [
    b"",
    b"x",
    b"[]",
    b"\xff",
    b'{"items": "x"}',
    b'{"items": [1]}',
    b'{"paused": 1}',
    b'{"no_dialog": "no"}',
    b'{"save_path": 1}',
    b'{"activation_token": null}',
    b"[" * 100_000,
]


@pytest.mark.parametrize("line", MALFORMED)
def test_what_is_no_message_is_a_value_error(line: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        Message.parse(line)


# Within this process


def test_socket_is_for_this_user_only(server: Server, profile: Profile) -> None:
    assert Path(profile.socket).stat().st_mode & 0o777 == 0o600


def test_what_comes_before_the_event_loop_waits_for_it(
    server: Server, heard: list[Message], profile: Profile, qtbot: QtBot
) -> None:
    messages = [Message(items=(str(number),)) for number in range(5)]
    assert all(claim(profile, message) is None for message in messages)
    assert heard == []
    server.start()
    qtbot.waitUntil(lambda: len(heard) == 5)
    assert heard == messages


def test_message_larger_than_the_buffer_of_who_does_not_read_is_given_up(server: Server, profile: Profile) -> None:
    with pytest.raises(UserError, match="does not answer"):
        claim(profile, Message(items=("x" * 3_000_000,)), deadline=SOON)


def test_two_profiles_do_not_meet(server: Server, tmp_path: Path) -> None:
    other = claim(Profile.at(tmp_path / "other"), Message())
    assert other is not None
    other.close()
    other.release()


@pytest.mark.usefixtures("qapp")
def test_who_quits_answers_nobody_and_then_makes_room(server: Server, profile: Profile) -> None:
    server.start()
    server.close()
    assert not Path(profile.socket).exists()
    with pytest.raises(UserError, match="does not answer"):
        claim(profile, SECOND, deadline=SOON)
    server.release()
    next_one = claim(profile, SECOND)
    assert next_one is not None
    next_one.close()
    next_one.release()


def test_quitting_hangs_up_on_who_has_not_finished(
    server: Server, reading: list[Message], profile: Profile, qtbot: QtBot
) -> None:
    with caller(profile) as link:
        link.sendall(b'{"items":')
        qtbot.waitUntil(lambda: bool(server.findChildren(instance._Caller)))
        server.close()
        assert answer(link, qtbot) == b""
    qtbot.waitUntil(lambda: not server.findChildren(instance._Caller))
    assert reading == []


@pytest.mark.parametrize("line", MALFORMED)
def test_malformed_line_is_refused_and_logged(
    line: bytes, reading: list[Message], profile: Profile, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    with caller(profile) as link:
        link.sendall(line + b"\n")
        assert answer(link, qtbot) == b"-"
    assert "not a message" in caplog.text
    assert claim(profile, SECOND) is None
    qtbot.waitUntil(lambda: reading == [SECOND])


def test_endless_line_is_cut(
    reading: list[Message],
    profile: Profile,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(instance, "LARGEST", 1000)
    with caller(profile) as link:
        link.sendall(b"x" * 1001)
        assert answer(link, qtbot) == b""
    assert "more than 1000 bytes" in caplog.text
    assert reading == []


@pytest.mark.parametrize("said", [b"", b'{"items":'])
def test_who_hangs_up_early_leaves_nothing_behind(
    said: bytes, server: Server, reading: list[Message], profile: Profile, qtbot: QtBot
) -> None:
    with caller(profile) as link:
        link.sendall(said)
    assert claim(profile, SECOND) is None
    qtbot.waitUntil(lambda: reading == [SECOND])
    qtbot.waitUntil(lambda: not server.findChildren(instance._Caller))


def test_a_line_may_come_in_parts(reading: list[Message], profile: Profile, qtbot: QtBot, server: Server) -> None:
    with caller(profile) as link:
        line = SECOND.line()
        link.sendall(line[:10])
        qtbot.waitUntil(lambda: any(child._data for child in server.findChildren(instance._Caller)))
        link.sendall(line[10:])
        assert answer(link, qtbot) == b"+"
    assert reading == [SECOND]


def test_other_users_are_not_heard(
    reading: list[Message],
    profile: Profile,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    somebody = os.geteuid() + 1
    monkeypatch.setattr(os, "geteuid", lambda: somebody)
    with caller(profile) as link:
        link.sendall(SECOND.line())
        assert answer(link, qtbot) == b""
    assert "Another user" in caplog.text
    assert reading == []


def test_a_start_with_another_folder_for_sockets_finds_the_first(
    reading: list[Message], profile: Profile, server: Server, qtbot: QtBot
) -> None:
    # As by cron, which has no XDG_RUNTIME_DIR.
    elsewhere = replace(profile, socket=f"{profile.socket}.other")
    assert claim(elsewhere, SECOND) is None
    qtbot.waitUntil(lambda: reading == [SECOND])
    assert profile.address_file.stat().st_mode & 0o777 == 0o600
    server.close()
    assert not profile.address_file.exists()


@pytest.mark.parametrize("kind", ["nothing", "folder", "pipe", "link", "long", "file", "relative", "noise"])
def test_what_is_no_socket_of_ours_is_not_followed(server: Server, profile: Profile, tmp_path: Path, kind: str) -> None:
    address = profile.address_file
    address.unlink()
    if kind == "folder":
        address.mkdir()
    elif kind == "pipe":
        os.mkfifo(address)
    elif kind == "link":
        (tmp_path / "address").write_text(profile.socket)
        address.symlink_to(tmp_path / "address")
    elif kind != "nothing":
        said = {"long": profile.socket + "/" * 104, "file": str(profile.lock_file), "relative": "x", "noise": "/\0"}
        address.write_text(said[kind])
    with pytest.raises(UserError, match="does not answer"):
        claim(replace(profile, socket="/nowhere"), SECOND, deadline=0.0)


def test_a_socket_of_somebody_else_is_not_followed(
    server: Server, profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    somebody = os.geteuid() + 1
    monkeypatch.setattr(os, "geteuid", lambda: somebody)
    with pytest.raises(UserError, match="does not answer"):
        claim(profile, SECOND, deadline=0.0)
    with pytest.raises(UserError, match="does not answer"):
        claim(replace(profile, socket="/nowhere"), SECOND, deadline=0.0)


@pytest.mark.usefixtures("qapp")
def test_without_a_socket_the_first_runs_all_the_same(profile: Profile, caplog: pytest.LogCaptureFixture) -> None:
    server = claim(replace(profile, socket="/nowhere/at/all"), Message())
    assert server is not None
    assert "/nowhere/at/all does not listen" in caplog.text
    server.start()
    server.close()
    server.release()


def test_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path, runtime: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UserError, match=r"^Starling cannot keep its data in .*file"):
        claim(Profile.at(tmp_path / "file"), Message())


def test_folder_that_cannot_be_written_is_a_sentence(profile: Profile) -> None:
    with pytest.raises(UserError, match=r"^Starling cannot write to /proc/self\.$"):
        claim(replace(profile, data_dir=Path("/proc/self")), Message())


# Between processes


PROCESS = """
import json, os, sys
from starling.arguments import parse
from starling.instance import Message, claim
from starling.paths import Profile

arguments = parse(sys.argv[1:])
server = claim(Profile.at(arguments.profile), Message.of(arguments, os.environ))
if server is None:
    drawing = sorted(name for name in sys.modules if name in ("asyncio", "PySide6.QtGui", "PySide6.QtWidgets"))
    print("handed over", *drawing, flush=True)
    raise SystemExit
print("first", flush=True)
sys.stdin.readline()  # starting takes as long as the test wants
from PySide6.QtCore import QCoreApplication
app = QCoreApplication([])
server.received.connect(lambda message: print(json.dumps(message.items), flush=True))
server.start()
sys.exit(app.exec())
"""
"""Says "first" or "handed over"; the first starts its event loop after a line and then says what it is handed."""

FOREIGN = """
import socket, sys
from PySide6.QtCore import QLockFile

lock = QLockFile(sys.argv[1])
assert lock.tryLock(0)
with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listener:
    listener.bind(sys.argv[2])
    listener.listen()
    print("first", flush=True)
    for answer in sys.argv[3:]:
        link, _ = listener.accept()
        with link:
            link.recv(1000)
            link.sendall(answer.encode())
"""
"""A first process of another version: it gives these answers, one to a connection, and hangs up."""


class Starts:
    """Processes that are started on one profile."""

    def __init__(self, profile: Profile, stack: ExitStack) -> None:
        self._folder = profile.data_dir.parent
        self._stack = stack
        self._app = Path(starling.__file__).parent.parent

    def begin(self, *items: str) -> "subprocess.Popen[str]":
        return self._run(PROCESS, "--profile", str(self._folder), *items)

    def foreign(self, profile: Profile, *answers: str) -> "subprocess.Popen[str]":
        profile.make_folders()
        process = self._run(FOREIGN, str(profile.lock_file), profile.socket, *answers)
        assert said(process) == "first"
        return process

    def _run(self, code: str, *arguments: str) -> "subprocess.Popen[str]":
        command = [sys.executable, "-c", code, *arguments]
        process = subprocess.Popen(
            command, cwd=self._app, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        self._stack.enter_context(process)
        self._stack.callback(process.kill)
        return process


@pytest.fixture
def starts(profile: Profile) -> Iterator[Starts]:
    with ExitStack() as stack:
        yield Starts(profile, stack)


def said(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def proceed(process: "subprocess.Popen[str]") -> None:
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


def test_second_start_hands_over_while_the_first_is_still_starting(starts: Starts) -> None:
    first = starts.begin()
    assert said(first) == "first"
    second = starts.begin("/x/a.torrent", "magnet:?xt=x")
    assert said(second) == "handed over"  # and has loaded nothing that draws
    assert second.wait() == 0
    proceed(first)
    assert json.loads(said(first)) == ["/x/a.torrent", "magnet:?xt=x"]


def test_second_start_hands_over_to_one_that_runs(starts: Starts) -> None:
    first = starts.begin()
    proceed(first)
    assert said(first) == "first"
    assert said(starts.begin("/x/a.torrent")) == "handed over"
    assert json.loads(said(first)) == ["/x/a.torrent"]
    assert said(starts.begin()) == "handed over"
    assert json.loads(said(first)) == []


def test_a_message_larger_than_the_socket_s_buffer_arrives(starts: Starts) -> None:
    first = starts.begin()
    proceed(first)
    assert said(first) == "first"
    items = [f"/{letter * 100_000}" for letter in "abcdefghijkl"]
    assert said(starts.begin(*items)) == "handed over"
    assert json.loads(said(first)) == items


def test_refusal_is_a_sentence(profile: Profile, starts: Starts) -> None:
    starts.foreign(profile, "-")
    with pytest.raises(UserError, match="does not understand"):
        claim(profile, SECOND)


def test_who_hangs_up_without_an_answer_is_asked_again(profile: Profile, starts: Starts) -> None:
    foreign = starts.foreign(profile, "", "", "+")
    assert claim(profile, SECOND) is None
    assert foreign.wait() == 0


def test_a_killed_first_leaves_its_place(starts: Starts, profile: Profile) -> None:
    for _ in range(2):
        process = starts.begin()
        proceed(process)
        assert said(process) == "first"
        process.kill()
        process.wait()
        assert profile.lock_file.exists()
        assert Path(profile.socket).exists()
    assert said(starts.begin()) == "first"


def test_a_killed_first_leaves_its_place_even_if_its_number_is_another_s_now(starts: Starts, profile: Profile) -> None:
    first = starts.begin()
    assert said(first) == "first"
    first.kill()
    first.wait()
    number, _, rest = profile.lock_file.read_text(encoding="utf-8").partition("\n")
    assert int(number) == first.pid
    profile.lock_file.write_text(f"{os.getpid()}\n{rest}", encoding="utf-8")  # alive, and a Python as well
    server = claim(profile, Message(), deadline=SOON)
    assert server is not None
    server.close()
    server.release()


@pytest.mark.usefixtures("qapp")
def test_start_during_a_quit_waits_and_then_runs_itself(server: Server, starts: Starts) -> None:
    server.start()
    server.close()
    second = starts.begin("/x/a.torrent")
    server.release()
    assert said(second) == "first"


def test_start_that_still_waits_for_a_busy_first_runs_itself_when_that_quits(
    server: Server, reading: list[Message], starts: Starts
) -> None:
    line = select.poll()
    line.register(server._server.socketDescriptor())
    second = starts.begin("/x/a.torrent")
    assert line.poll(20_000)
    time.sleep(0.2)  # the first is busy: it does not turn its event loop
    server.close()
    server.release()
    assert said(second) == "first"
    assert reading == []


def test_of_twenty_at_once_one_runs_and_gets_what_all_the_others_brought(starts: Starts) -> None:
    processes = [starts.begin(f"/x/{number}.torrent") for number in range(20)]
    for process in processes:
        proceed(process)
    words = [said(process) for process in processes]
    assert sorted(words) == ["first"] + ["handed over"] * 19
    winner = words.index("first")
    got = [json.loads(said(processes[winner])) for _ in range(19)]
    assert sorted(got) == sorted([f"/x/{number}.torrent"] for number in range(20) if number != winner)
    assert all(process.wait() == 0 for number, process in enumerate(processes) if number != winner)


def test_who_only_asks_whether_one_runs_hands_nothing_over(
    profile: Profile, reading: list[Message], qtbot: QtBot
) -> None:
    assert claim(profile, Message(), hand_over=False) is None
    assert claim(profile, SECOND) is None
    qtbot.waitUntil(lambda: bool(reading))
    assert reading == [SECOND]
