# SPDX-License-Identifier: GPL-3.0-or-later
"""Programs that are run: what they are told, when, how many at a time, and what is said where they fail."""

import json
import os
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from starling import settings
from starling.automation import programs
from starling.automation.facts import path_of
from starling.automation.memory import Memory
from starling.automation.programs import Lasting
from starling.automation.run import Outcome, Reins, run
from starling.engine.record import Record
from starling.engine.relocation import Relocation
from starling.errors import UserError
from starling.goals import After, Goal
from starling.placeholders import NAMES, check, environment, filled
from starling.torrent import State
from tests.automation.conftest import Automat
from tests.swarm import Swarm, Version

NASTY = "; rm -rf ~ \"$(id)\" `id` {size}\n-x 'q' \\ %s *"
VALUES = dict.fromkeys(NAMES, "") | {"name": NASTY, "size": "7"}

TELL = """
import json, os, sys
told = {name: value for name, value in os.environ.items() if name.startswith("STARLING_")}
with open(sys.argv[1], "a") as file:
    print(json.dumps([sys.argv[2:], told]), file=file)
"""
Make = Callable[[str], str]


def teller(tmp_path: Path, *arguments: str) -> tuple[str, ...]:
    """A program that writes down what it was given, and nothing else."""
    (tmp_path / "tell.py").write_text(TELL)
    return sys.executable, str(tmp_path / "tell.py"), str(tmp_path / "told"), *arguments


def told(tmp_path: Path) -> list[tuple[list[str], dict[str, str]]]:
    """What it was given, once for each time."""
    file = tmp_path / "told"
    return [tuple(json.loads(line)) for line in file.read_text().splitlines()] if file.exists() else []


# -- words in braces


def test_a_value_stays_within_its_argument(tmp_path: Path) -> None:
    command = teller(tmp_path, "{name}", 'a {size} {{b}} {"c": 1}', "--name={name}", "", "{labels}")
    assert run(command, VALUES).problem("x") == ""
    ((arguments, surroundings),) = told(tmp_path)
    assert arguments == [NASTY, 'a 7 {b} {"c": 1}', f"--name={NASTY}", "", ""]
    assert surroundings["STARLING_NAME"] == NASTY
    assert set(surroundings) == {f"STARLING_{name.upper()}" for name in NAMES}


@pytest.mark.parametrize("name", ["a\0b", "\ud800", "-rf", "", "é" * 255])
def test_every_name_can_be_handed_over(tmp_path: Path, name: str) -> None:
    assert run(teller(tmp_path, "--", "{name}"), {**VALUES, "name": name}).problem("x") == ""
    assert len(told(tmp_path)[0][0]) == 2


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (("/bin/echo", "{nmae}"), "{nmae} stands for nothing. Known are {name}, {path}"),
        (("{name}",), "no word in braces"),
        (("/bin/{name}", "x"), "no word in braces"),
        ((" ", "x"), "no program"),
        (("/bin/echo", "a\0"), "code 0"),
    ],
)
def test_a_command_that_will_not_do_is_refused(command: tuple[str, ...], words: str) -> None:
    with pytest.raises(ValueError, match=re.escape(words)):
        check(command)


def test_braces_that_are_no_words_stay() -> None:
    command = ("/bin/echo", "{", "}", "{}", "{ name }", "{{name}}", "{1}")
    check(command)
    assert filled(command, VALUES) == ["/bin/echo", "{", "}", "{}", "{ name }", "{name}", "{1}"]
    assert environment({"name": "x"}) == {"STARLING_NAME": "x"}


def test_the_path_is_the_folder_or_the_file() -> None:
    assert path_of("/d", ["a/b", "a/c/d"]) == "/d/a"
    assert path_of("/d/", ["a.iso"]) == "/d/a.iso"
    assert path_of("/d", ["a", "b"]) == ""
    assert path_of("/", ["a"]) == "/a"
    assert path_of("/d", []) == ""


# -- what goes wrong


def test_what_can_not_be_run_is_said(script: Make, tmp_path: Path) -> None:
    (tmp_path / "plain").write_text("echo")
    interpreter = tmp_path / "odd"
    interpreter.write_text("#!/no/such/shell\n")
    (headless := tmp_path / "headless").write_bytes(b"\x00\x01")
    for path in (interpreter, headless):
        path.chmod(0o755)
    for program, words in (
        ("/no/such/program", "The program /no/such/program is not there."),
        ("no-such-program", "The program no-such-program is not there."),
        (str(tmp_path / "plain"), "may not be run"),
        (str(tmp_path), "may not be run"),
        (str(interpreter), "what its first line names"),
        (str(headless), "needs a first line such as #!/bin/sh"),
    ):
        assert words in run([program], VALUES).problem("x")


def test_how_it_ended_is_said(script: Make) -> None:
    assert run([script("exit 0")], VALUES).problem("x") == ""
    ended = run([script("echo first; echo no room left >&2; exit 3")], VALUES).problem("Aves")
    assert ended.endswith("program.sh, run for “Aves”, ended with status 3: “no room left”.")
    assert "was ended by the signal SIGKILL" in run([script("kill -9 $$")], VALUES).problem("Aves")
    assert len(run([script("yes | head -c 1000000; exit 1")], VALUES).said) < 5_000


def test_a_flood_takes_no_room_and_what_is_left_behind_is_not_waited_for(script: Make, tmp_path: Path) -> None:
    flood = script(f"yes flood | head -c 50000000; ls -l /proc/$$/fd > {tmp_path}/open; echo the last; exit 1")
    outcome = run([flood], VALUES)
    assert outcome.said.endswith("the last\n")
    assert len(outcome.said) <= 4_000
    # Neither the disk nor the memory of the program takes it.
    assert re.search(r" 2 -> pipe:", (tmp_path / "open").read_text())
    left = script(f"sleep 1000 & echo $! > {tmp_path}/left; exit 3")
    try:
        assert "status 3" in run([left], VALUES).problem("x")
    finally:
        os.kill(int((tmp_path / "left").read_text()), signal.SIGKILL)


def test_what_is_missing_around_it_keeps_no_program_from_being_run(
    script: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "gone"))
    assert run([script("pwd; exit 1")], VALUES).said == "/\n"
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "ours")
    assert run([script('test -z "$XDG_ACTIVATION_TOKEN"')], VALUES).problem("x") == ""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    monkeypatch.setenv("PATH", str(tmp_path / "gone"))
    assert run([script("exit 2")], VALUES) == Outcome(str(tmp_path / "program.sh"), 2)


# -- when


def test_run_when_a_torrent_is_added(automat: Automat, swarm: Swarm, tmp_path: Path) -> None:
    payload = swarm.payload(name="-- Aves; $(id)", files={"canto.flac": 70_000, "poster.jpg": 300})
    automat.runs(added=teller(tmp_path, "{name}", "{path}", "{labels}", "{event}"))
    id = automat.user.adds(payload, start=False, labels=("Linux", "ISO"))
    automat.user.until(lambda: told(tmp_path))
    ((arguments, surroundings),) = told(tmp_path)
    row = automat.user.torrent(id)
    files = automat.user.run(automat.user.engine.details.files(id))
    top = files[0].path.partition("/")[0]
    assert arguments == [row.name, str(automat.user.downloads / top), "Linux,ISO", "added"]
    assert surroundings["STARLING_HASH"] == payload.id
    assert surroundings["STARLING_SAVE_PATH"] == str(automat.user.downloads)


def test_run_when_the_row_came_before_it_was_told_that_it_was_added(
    automat: Automat, swarm: Swarm, tmp_path: Path
) -> None:
    id = automat.user.adds(swarm.payload(name="Aves", files={"a": 5}), start=False)
    automat.user.sees(id, State.PAUSED)
    automat.runs(added=teller(tmp_path, "{name}"))
    automat.user.engine.added.emit(id)
    automat.user.until(lambda: told(tmp_path))


def test_run_once_for_a_download_that_finished(automat: Automat, swarm: Swarm, tmp_path: Path) -> None:
    user = automat.user
    payload = swarm.payload(name="Aves", files={"canto.flac": 200_000}, version=Version.V1)
    seed = swarm.seed(payload)
    automat.runs(finished=teller(tmp_path, "{path}", "{size}", "{event}"))
    id = user.downloads_all(payload, seed)
    user.until(lambda: told(tmp_path))
    assert told(tmp_path)[0][0] == [
        str(user.downloads / "Aves" / "canto.flac").removesuffix("/canto.flac"),
        "200000",
        "finished",
    ]
    # Neither when it is checked anew, nor after the next start.
    user.engine.recheck([id])
    user.sees(id, State.SEEDING)
    automat.stops()
    user.restart()
    automat.runs(finished=teller(tmp_path))
    user.sees(id, State.SEEDING)
    other = swarm.payload(name="Other", files={"b": 5_000}, version=Version.V1)
    user.downloads_all(other, swarm.seed(other))
    user.until(lambda: len(told(tmp_path)) == 2)
    assert [surroundings["STARLING_NAME"] for _, surroundings in told(tmp_path)] == ["Aves", "Other"]


def test_not_run_for_what_was_complete_when_it_was_added(automat: Automat, swarm: Swarm, tmp_path: Path) -> None:
    automat.runs(finished=teller(tmp_path))
    automat.user.owns(swarm.payload(name="there", files={"a": 50_000}))
    got = swarm.payload(name="got", files={"a": 5_000}, version=Version.V1)
    automat.user.downloads_all(got, swarm.seed(got))
    automat.user.until(lambda: told(tmp_path))
    assert [surroundings["STARLING_NAME"] for _, surroundings in told(tmp_path)] == ["got"]


def test_run_where_a_download_belongs_when_it_is_complete(automat: Automat, swarm: Swarm, tmp_path: Path) -> None:
    user = automat.user
    user.changes({settings.downloads.DONE_FOLDER: str(tmp_path / "done")})
    automat.runs(finished=teller(tmp_path, "{save_path}"))
    payload = swarm.payload(name="Aves", files={"canto.flac": 200_000}, version=Version.V1)
    user.downloads_all(payload, swarm.seed(payload))
    user.until(lambda: told(tmp_path))
    assert told(tmp_path)[0][0] == [str(tmp_path / "done")]


def test_run_after_the_next_start_for_a_download_that_was_on_its_way(
    automat: Automat, swarm: Swarm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = automat.user
    user.changes({settings.downloads.DONE_FOLDER: str(tmp_path / "done")})
    automat.runs(finished=teller(tmp_path, "{save_path}"))
    payload = swarm.payload(name="Aves", files={"canto.flac": 200_000}, version=Version.V1)

    async def stay(_relocation: Relocation, _record: Record) -> None:
        """It would go, but the program ends before."""

    with monkeypatch.context() as patch:
        patch.setattr(Relocation, "_finish_once", stay)
        user.downloads_all(payload, swarm.seed(payload))
        user.until(lambda: automat.memory.going)
        automat.stops()
        assert told(tmp_path) == []
        user.quit()
    user.start()
    automat.memory = Memory(user.folder / "automation.json")
    automat.runs(finished=teller(tmp_path, "{save_path}"))
    user.until(lambda: told(tmp_path))
    assert told(tmp_path)[0][0] == [str(tmp_path / "done")]
    assert automat.memory.going == ()


@pytest.mark.parametrize("then", [After.PAUSE, After.REMOVE])
def test_run_when_it_was_seeded_enough(automat: Automat, swarm: Swarm, tmp_path: Path, then: After) -> None:
    user = automat.user
    automat.runs(seeded=teller(tmp_path, "{name}", "{path}", "{event}"))
    id = user.owns(swarm.payload(name="Aves", files={"canto.flac": 50_000, "poster.jpg": 300}))
    user.engine.goals.set_goal([id], Goal(ratio=0, then=then))
    user.until(lambda: told(tmp_path))
    assert told(tmp_path)[0][0] == ["Aves", str(user.downloads / "Aves"), "seeded"]
    if then is After.REMOVE:
        user.until(lambda: id not in user.engine.torrents)


def test_a_program_that_fails_is_named(automat: Automat, swarm: Swarm, script: Make) -> None:
    automat.runs(added=(script("echo disk full; exit 9"),))
    automat.user.adds(swarm.payload(name="one", files={"a": 5}), start=False)
    assert automat.hears("program.sh", "“one”", "status 9", "disk full")
    automat.settings.set(settings.automation.RUN_ADDED, ("/no/such/program",))
    automat.user.adds(swarm.payload(name="two", files={"a": 5}), start=False)
    automat.hears("The program /no/such/program is not there.")


def test_the_thread_of_one_that_fails_unexpectedly_is_used_again(
    automat: Automat, swarm: Swarm, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_args: object) -> Outcome:
        raise RuntimeError("unforeseen")

    monkeypatch.setattr(programs, "run", broken)
    automat.runs(added=("/bin/true",))
    with automat.user.qtbot.captureExceptions() as caught:
        for count in (1, 2):
            automat.user.adds(swarm.payload(name=f"n{count}", files={"a": 5}), start=False)
            automat.user.until(lambda: len(caught) == count)  # noqa: B023  (asked within the turn)
    assert automat.programs is not None
    assert len(automat.programs._workers) == 1


def test_so_many_at_a_time_and_one_that_hangs_does_not_keep_the_program(
    automat: Automat, swarm: Swarm, script: Make, tmp_path: Path
) -> None:
    user, begun = automat.user, tmp_path / "begun"
    begun.mkdir()
    automat.settings.set(settings.automation.RUN_AT_ONCE, 2)
    # `exec`: the one whose number is written down is the one that hangs.
    lines = ('cd "$STARLING_SAVE_PATH"', 'echo $$ > ".$STARLING_NAME"', 'mv ".$STARLING_NAME" "$STARLING_NAME"')
    automat.runs(added=(script("\n".join([*lines, "exec sleep 1000"])),))
    names = ["one", "two", "three"]
    try:
        for name in names:
            user.adds(swarm.payload(name=name, files={"a": 5}), start=False, save_path=str(begun))
        user.until(lambda: (begun / "one").exists() and (begun / "two").exists())
        assert not (begun / "three").exists()
        automat.settings.set(settings.automation.RUN_AT_ONCE, 3)
        user.until((begun / "three").exists)
        automat.stops()
        assert all(_runs(begun / name) for name in names)
    finally:
        for name in names:
            if (begun / name).exists():
                os.kill(int((begun / name).read_text()), signal.SIGKILL)


def test_those_that_wait_are_run_after_the_next_start(
    automat: Automat, swarm: Swarm, script: Make, tmp_path: Path
) -> None:
    user = automat.user
    automat.settings.set(settings.automation.RUN_AT_ONCE, 1)
    begun = tmp_path / "begun"
    hangs = script(f"echo $$ > {begun}.new; mv {begun}.new {begun}; exec sleep 1000")
    automat.runs(added=(hangs,), finished=teller(tmp_path, "{path}", "{event}"))
    try:
        user.adds(swarm.payload(name="first", files={"a": 5}), start=False)
        user.until(begun.exists)
        got = swarm.payload(name="got", files={"a": 5_000, "b": 5}, version=Version.V1)
        id = user.downloads_all(got, swarm.seed(got))
        assert automat.programs is not None
        user.until(lambda: len(automat.programs._queue) == 2)
        user.run(user.engine.remove([id], data=False))
        # Now, for nobody who is killed has time to say it.
        user.until(lambda: '"finished"' in (user.folder / "automation.json").read_text())
        automat.stops()
        automat.memory = Memory(automat.user.folder / "automation.json")
        automat.runs(finished=teller(tmp_path, "{path}", "{event}"))
        user.engine.loaded.emit()
        user.until(lambda: told(tmp_path))
        assert told(tmp_path)[0][0] == [str(user.downloads / "got"), "finished"]
        user.engine.loaded.emit()
        automat.stops()
        assert Memory(automat.user.folder / "automation.json").take() == ()
        assert len(told(tmp_path)) == 1
    finally:
        os.kill(int(begun.read_text()), signal.SIGKILL)


@pytest.mark.parametrize("ignores", [False, True])
def test_one_that_lasts_is_said_and_can_be_ended_with_what_it_began(
    automat: Automat, swarm: Swarm, script: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ignores: bool
) -> None:
    monkeypatch.setattr(programs, "LASTS_S", 0.0)
    monkeypatch.setattr(programs, "KILL_S", 0.2)
    numbers = tmp_path / "numbers"
    trap = "trap '' TERM; " if ignores else ""
    automat.runs(
        added=(script(f'{trap}sleep 1000 & echo "$$ $!" > {numbers}.new; mv {numbers}.new {numbers}; wait; wait'),)
    )
    lasting, ended = list[Lasting](), list[Lasting]()
    assert automat.programs is not None
    automat.programs.lasting.connect(lasting.append)
    automat.programs.ended.connect(ended.append)
    automat.user.adds(swarm.payload(name="Aves", files={"a": 5}), start=False)
    automat.user.until(lambda: lasting and numbers.exists())
    try:
        assert "program.sh, run for “Aves”, has not ended" in lasting[0].sentence
        assert ended == []
        lasting[0].end()
        automat.user.until(lambda: ended == lasting)
        automat.user.until(lambda: not any(Path(f"/proc/{number}").exists() for number in numbers.read_text().split()))
    finally:
        lasting[0].reins.end(gently=False)


def test_one_that_runs_as_another_user_is_told(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: int) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "killpg", refuse)
    process = subprocess.Popen(["sleep", "1000"], start_new_session=True)
    try:
        reins = Reins()
        reins.take(process, "sudo")
        with qtbot.captureExceptions() as caught:
            Lasting("It may never end.", reins).end()
        assert [str(error) for _, error, _ in caught] == ["sudo can't be ended by Starling: it runs as another user."]
        assert isinstance(caught[0][1], UserError)
        # What becomes of it is told as if nobody had tried.
        assert not reins.pulled
    finally:
        process.kill()
        process.wait()


def test_what_is_damaged_costs_no_more_than_itself(tmp_path: Path) -> None:
    for text in ("{", '{"taken": "", "due": [{"event": "burnt"}]}', '{"taken": 1, "due": []}', "[]"):
        (tmp_path / "memory.json").write_text(text)
        memory = Memory(tmp_path / "memory.json")
        assert (memory.marks, memory.take()) == ("", ())
    values: dict[str, object] = dict.fromkeys(NAMES, "x")
    due = {"event": "added", "name": "n", "values": values}
    other = {"event": "burnt", "name": "n", "values": values}
    # Of a version that did not know one of the words.
    older = {"event": "added", "name": "older", "values": dict.fromkeys(NAMES[1:], "x")}
    odd = {"event": "added", "name": "odd", "values": {**values, "size": 7}}
    (tmp_path / "memory.json").write_text(json.dumps({"taken": "abcdefabcdef", "due": [due, other, older, odd, 1]}))
    memory = Memory(tmp_path / "memory.json")
    assert memory.marks == "abcdefabcdef"
    assert [(one.name, one.values[NAMES[0]]) for one in memory.take()] == [("n", "x"), ("older", "")]


def _runs(file: Path) -> bool:
    return Path(f"/proc/{file.read_text().strip()}").exists()
