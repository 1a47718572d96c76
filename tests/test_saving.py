# SPDX-License-Identifier: GPL-3.0-or-later
"""Small files that survive kills, damage and full disks."""

import errno
import itertools
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

import starling
from starling import saving
from starling.errors import UserError
from starling.saving import Loaded, Saver, at_once, load, replace

pytestmark = pytest.mark.usefixtures("qapp")  # its timers need an application


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "file"


def names(file: Path) -> list[str]:
    return sorted(path.name for path in file.parent.iterdir())


def test_generations(file: Path) -> None:
    for text in (b"one", b"two", b"three", b"four"):
        replace(file, text)
    assert names(file) == ["file", "file.1", "file.2"]
    assert [(file.parent / name).read_bytes() for name in names(file)] == [b"four", b"three", b"two"]
    assert file.stat().st_mode & 0o777 == 0o600


def test_generations_on_a_file_system_without_hard_links(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_link(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_link)
    replace(file, b"one")
    replace(file, b"two")
    assert names(file) == ["file", "file.1"]
    assert (file.parent / "file.1").read_bytes() == b"one"


def test_link_stays_a_link(file: Path, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    file.symlink_to("real/target")
    replace(file, b"one")
    replace(file, b"two")
    assert file.is_symlink()
    assert (tmp_path / "real/target").read_bytes() == b"two"
    assert load(file, bytes).value == b"two"


def test_failed_write_leaves_the_old(file: Path) -> None:
    replace(file, b"one")
    (file.parent / "file.new").mkdir()
    with pytest.raises(OSError, match=r"file\.new"):
        replace(file, b"two")
    assert file.read_bytes() == b"one"
    assert names(file) == ["file", "file.new"]


def test_missing_file_is_a_fresh_start_even_with_generations(file: Path) -> None:
    replace(file, b"one")
    replace(file, b"two")
    file.unlink()
    assert load(file, bytes) == Loaded()


def test_newest_readable_generation_is_loaded(file: Path) -> None:
    for text in (b"1", b"2", b"3"):
        replace(file, text)
    file.write_bytes(b"x")
    (file.parent / "file.1").write_bytes(b"y")
    loaded = load(file, int)
    assert (loaded.value, loaded.source) == (1, file.parent / "file.2")
    assert "invalid literal" in loaded.error


def test_nothing_readable(file: Path) -> None:
    file.write_bytes(b"x")
    (file.parent / "file.2").write_bytes(b"y")
    loaded = load(file, int)
    assert (loaded.value, loaded.source) == (None, None)
    assert loaded.error


def test_too_large_a_file_is_not_read(file: Path) -> None:
    with file.open("wb") as sparse:
        sparse.truncate(2**33)
    assert load(file, bytes).error == "it is too large"


def test_folder_in_place_of_the_file_is_put_aside(file: Path) -> None:
    file.mkdir()
    assert load(file, bytes).error == os.strerror(errno.EISDIR)
    replace(file, b"one", damaged=True)
    assert file.read_bytes() == b"one"
    assert (file.parent / "file.damaged").is_dir()


def test_first_touch_is_written_at_the_next_turn_and_further_ones_a_second_later(file: Path, qtbot: QtBot) -> None:
    moments: list[float] = []

    def write(function: Callable[[], None]) -> None:
        moments.append(time.monotonic())
        function()

    saver = Saver(file, lambda: b"%d" % len(moments), write)
    for _ in range(3):
        saver.touch()
    assert moments == []
    qtbot.waitUntil(lambda: len(moments) == 1)
    for _ in range(3):
        saver.touch()
    qtbot.waitUntil(lambda: len(moments) == 2)
    assert moments[1] - moments[0] > 0.9
    saver.flush()
    assert len(moments) == 2


def test_flush_writes_at_once_and_only_once(file: Path, qtbot: QtBot) -> None:
    calls: list[Callable[[], None]] = []
    saver = Saver(file, lambda: b"x", calls.append)
    saver.touch()
    saver.flush()
    assert len(calls) == 1
    assert not file.exists()
    calls[0]()
    assert file.read_bytes() == b"x"


def test_damaged_file_is_put_aside_by_the_first_write_that_succeeds(file: Path) -> None:
    file.write_bytes(b"damaged")
    (file.parent / "file.new").mkdir()
    saver = Saver(file, lambda: b"good", at_once, damaged=True)
    saver.touch()
    with pytest.raises(UserError, match="could not be saved"):
        saver.flush()
    assert file.read_bytes() == b"damaged"
    (file.parent / "file.new").rmdir()
    for _ in range(2):
        saver.touch()
        saver.flush()
    assert names(file) == ["file", "file.1", "file.damaged"]
    assert (file.parent / "file.damaged").read_bytes() == b"damaged"


class Killed(BaseException):
    """The process ends here."""


@pytest.mark.parametrize("step", range(4))
def test_kill_while_a_damaged_file_is_replaced_loses_nothing(
    file: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    replace(file, b"1")
    replace(file, b"2")
    file.write_bytes(b"x")
    done = itertools.count()

    def guarded(function: Callable[..., object]) -> Callable[..., object]:
        def guard(*args: object, **options: object) -> object:
            if next(done) >= step:  # nothing is tidied up by who is dead
                raise Killed
            return function(*args, **options)

        return guard

    with monkeypatch.context() as patched:
        for place, name in ((os, "fsync"), (os, "link"), (Path, "replace"), (Path, "unlink")):
            patched.setattr(place, name, guarded(getattr(place, name)))
        with pytest.raises(Killed):
            replace(file, b"3", damaged=True)
    assert load(file, int).value == 1
    replace(file, b"3", damaged=True)
    assert (load(file, int).value, (file.parent / "file.damaged").read_bytes()) == (3, b"x")
    assert names(file) == ["file", "file.1", "file.damaged"]


def test_what_the_disk_refused_is_written_when_there_is_space(
    file: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(saving, "_RETRY_MS", 20)
    (file.parent / "file.new").mkdir()
    saver = Saver(file, lambda: b"late", at_once, quiet=True)
    saver.touch()
    qtbot.waitUntil(lambda: len(caplog.records) >= 3)
    (file.parent / "file.new").rmdir()
    qtbot.waitUntil(file.exists)
    assert file.read_bytes() == b"late"


def test_last_flush_tries_once_more_and_a_refusal_is_told_once(file: Path) -> None:
    (file.parent / "file.new").mkdir()
    saver = Saver(file, lambda: b"late", at_once)
    saver.touch()
    with pytest.raises(UserError):
        saver.flush()
    saver.flush()
    (file.parent / "file.new").rmdir()
    saver.flush()
    assert file.read_bytes() == b"late"


@pytest.mark.parametrize("quiet", [False, True])
def test_failure_is_a_sentence_or_a_line_in_the_log(
    tmp_path: Path, quiet: bool, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "in the way").touch()
    saver = Saver(tmp_path / "in the way/file", lambda: b"x", at_once, quiet=quiet)
    saver.touch()
    if quiet:
        saver.flush()
        assert "could not be saved" in caplog.text
    else:
        with pytest.raises(UserError, match=r"file could not be saved: .*\.$"):
            saver.flush()


WRITER = """
import itertools, sys
from pathlib import Path
from starling.saving import replace
print(flush=True)
for number in itertools.count():
    replace(Path(sys.argv[1]), b"%d" % number * 5000 + b"\\n")
"""


def test_killed_while_writing_it_is_always_whole(file: Path) -> None:
    app = Path(starling.__file__).parent.parent
    for _ in range(5):
        command = [sys.executable, "-c", WRITER, str(file)]
        with subprocess.Popen(command, cwd=app, stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            before = file.stat().st_ino if file.exists() else 0
            while not file.exists() or file.stat().st_ino == before:
                assert writer.poll() is None
            writer.kill()
        for path in (file, file.with_name("file.1"), file.with_name("file.2")):
            assert not path.exists() or path.read_bytes().endswith(b"\n")
        assert load(file, bytes).error == ""
