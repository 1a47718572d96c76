# SPDX-License-Identifier: GPL-3.0-or-later
"""The process that reads media files: what it finds, what it does not touch, and that it harms nobody."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from starling.media import facts
from starling.media.prober import Outcome, Probe, Prober, Question
from starling.torrent import Media, Ready
from tests.media.films import SAMPLES, film, sample
from tests.swarm import wait_until

READY = "import sys, time, os; print('{\"ready\": true}', flush=True); "


@pytest.fixture
def prober() -> Iterator[Prober]:
    made = Prober()
    yield made
    made.close()


def ask(prober: Prober, file: Path, *here: tuple[int, int], size: int = 0) -> Probe:
    size = size or (file.stat().st_size if file.is_file() else 1000)
    return prober.probe(Question(str(file.parent), file.name, size, here or ((0, size),)))


def found(prober: Prober, file: Path, *here: tuple[int, int]) -> tuple[Media, bool]:
    probe = ask(prober, file, *here)
    assert probe.outcome is Outcome.READ
    return facts.media(probe, file.stat().st_size)


def test_library_is_the_one_that_is_found_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "pymediainfo"
    package.mkdir()
    (package / "__init__.py").write_text(
        "class MediaInfo:\n"
        "    can_parse = staticmethod(lambda: True)\n"
        '    parse = staticmethod(lambda *_, **__: \'{"media": {"track": [{"Format": "Mine"}]}}\')\n'
    )
    # What else lies there is nobody's business.
    (tmp_path / "ctypes.py").write_text("raise SystemExit")
    monkeypatch.syspath_prepend(tmp_path)
    prober = Prober()
    try:
        assert ask(prober, SAMPLES / "song.mp3").tracks == ({"Format": "Mine"},)
    finally:
        prober.close()


@pytest.mark.parametrize(
    ("name", "size", "duration", "codecs", "streamable"),
    [
        ("front.mp4", (320, 180), 3.0, ("AVC", "AAC"), Ready.YES),
        ("end.mp4", (320, 180), 3.0, ("AVC", "AAC"), Ready.NO),
        ("fragments.mp4", (320, 180), 2.22, ("AVC", "AAC"), Ready.YES),
        ("film.mkv", (320, 180), 2.514, ("AVC", "Opus"), Ready.YES),
        ("film.webm", (320, 180), 3.008, ("VP9", "Opus"), Ready.YES),
        ("film.avi", (320, 180), 3.024, ("MPEG-4", "MPEG Audio"), Ready.NO),
        ("film.ts", (320, 180), 1.163, ("MPEG-2", "MP2"), Ready.YES),
        ("song.mp3", (None, None), 3.03, ("MP3",), Ready.YES),
        ("song.flac", (None, None), 2.0, ("FLAC",), Ready.YES),
        ("song.ogg", (None, None), 3.0, ("Vorbis",), Ready.YES),
        ("poster.png", (320, 180), None, (), Ready.UNKNOWN),
    ],
)
def test_facts_of_whole_files(
    prober: Prober,
    name: str,
    size: tuple[int | None, int | None],
    duration: float | None,
    codecs: tuple[str, ...],
    streamable: Ready,
) -> None:
    media, enough = found(prober, SAMPLES / name)
    assert enough
    assert media.headers
    assert not media.failed
    assert (media.width, media.height, media.codecs, media.streamable) == (*size, codecs, streamable)
    assert media.duration == (pytest.approx(duration, abs=0.001) if duration else None)
    bytes_ = (SAMPLES / name).stat().st_size
    assert media.rate == (pytest.approx(bytes_ / duration, rel=0.01) if duration else None)


def test_rate_of_a_part_is_that_of_the_whole(prober: Prober, tmp_path: Path) -> None:
    file = tmp_path / "film.mp4"
    file.write_bytes(film(400_000, index_first=True))
    media, enough = found(prober, file, (0, 60_000))
    assert enough
    assert media.rate == pytest.approx(file.stat().st_size / 3.0, rel=0.001)
    assert media.streamable is Ready.YES


def test_index_at_the_end_is_asked_for_by_its_place(prober: Prober, tmp_path: Path) -> None:
    file = tmp_path / "film.mp4"
    file.write_bytes(film(400_000))
    index = file.stat().st_size - len(sample("end.mp4").partition(b"moov")[2]) - 8
    probe = ask(prober, file, (0, 100_000))
    assert probe.lacks == index
    media, enough = facts.media(probe, file.stat().st_size)
    assert not enough
    assert (media.headers, media.duration, media.codecs) == (False, None, ())
    media, enough = found(prober, file, (0, 100_000), (index, file.stat().st_size))
    assert enough
    assert (media.headers, media.duration, media.streamable) == (True, 3.0, Ready.NO)


def test_bytes_that_are_not_here_are_not_read(prober: Prober, tmp_path: Path) -> None:
    """What is on disk there is no truth: it is left from another file, or from nowhere."""
    file = tmp_path / "film.mp4"
    file.write_bytes(sample("front.mp4"))
    probe = ask(prober, file, (0, 40))
    assert probe.lacks == 40
    media, enough = facts.media(probe, file.stat().st_size)
    assert (enough, media.codecs, media.width) == (False, (), None)


@pytest.mark.parametrize("name", ["fragments.mp4", "film.ts", "song.ogg"])
def test_duration_that_is_not_written_down_is_not_guessed(prober: Prober, name: str) -> None:
    media, enough = found(prober, SAMPLES / name, (0, 4000))
    assert (media.duration, media.rate, enough) == (None, None, False)


@pytest.mark.parametrize("name", sorted(file.name for file in SAMPLES.iterdir()))
def test_no_part_of_a_file_takes_long(prober: Prober, name: str) -> None:
    """With some of its bytes only, the library could jump to and fro in a FLAC file for ever."""
    size = (SAMPLES / name).stat().st_size
    chosen = random.Random(name)
    for _ in range(20):
        start, end = sorted((chosen.randrange(size), chosen.randrange(size)))
        assert ask(prober, SAMPLES / name, (0, start), (end, size)).outcome is Outcome.READ


@pytest.mark.parametrize("name", ["film.mkv", "film.mp4", "film.avi", "song.mp3", "song.flac", "poster.png"])
def test_noise_is_no_media(prober: Prober, tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_bytes(random.Random(name).randbytes(300_000))
    assert found(prober, file) == (Media(headers=True, failed=True), True)


@pytest.mark.parametrize("name", sorted(file.name for file in SAMPLES.iterdir()))
def test_spoilt_files_harm_their_own_process_at_most(prober: Prober, tmp_path: Path, name: str) -> None:
    chosen = random.Random(name)
    whole = sample(name)
    for number in range(15):
        data = bytearray(whole[: chosen.randrange(1, len(whole))] if number % 2 else whole)
        for _ in range(number * 3):
            data[chosen.randrange(len(data))] = chosen.randrange(256)
        file = tmp_path / f"{number}-{name}"
        file.write_bytes(data)
        assert ask(prober, file).outcome in {Outcome.READ, Outcome.REFUSED, Outcome.HARMFUL}
    assert found(prober, SAMPLES / "poster.png")[0].width == 320


def test_file_that_crashes_the_library(prober: Prober) -> None:
    """Found by the test above: MediaInfo 24.12 dies of SIGSEGV over a few wrong bytes of a transport stream."""
    assert ask(prober, SAMPLES.parent / "harmful" / "crash.ts").outcome is Outcome.HARMFUL
    assert prober.pid is None
    assert ask(prober, SAMPLES / "film.ts").outcome is Outcome.READ


def test_file_that_is_shorter_than_it_should_be(prober: Prober, tmp_path: Path) -> None:
    file = tmp_path / "film.mp4"
    file.write_bytes(sample("front.mp4")[:10])
    probe = ask(prober, file, size=24_000)
    assert (probe.outcome, probe.lacks) == (Outcome.READ, 10)


def test_what_is_no_file_of_the_folder_is_not_opened(prober: Prober, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    folder = tmp_path / "folder"
    outside.mkdir()
    folder.mkdir()
    (outside / "film.mp4").write_bytes(sample("front.mp4"))
    (folder / "link.mp4").symlink_to(outside / "film.mp4")
    (folder / "linked").symlink_to(outside)
    (folder / "film.mp4").mkdir()
    os.mkfifo(folder / "pipe.mp4")
    for path in ("link.mp4", "linked/film.mp4", "../outside/film.mp4", "film.mp4", "pipe.mp4", "", "/etc/passwd"):
        assert prober.probe(Question(str(folder), path, 1000, ((0, 1000),))).outcome is Outcome.REFUSED
    assert ask(prober, folder / "none.mp4").outcome is Outcome.ABSENT
    assert ask(prober, Path("/dev/zero")).outcome is Outcome.REFUSED


def test_name_that_is_no_text(prober: Prober, tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(b"na\xefve.png")
    file.write_bytes(sample("poster.png"))
    assert found(prober, file)[0].width == 320


def test_process_has_little_to_lose(prober: Prober) -> None:
    ask(prober, SAMPLES / "poster.png")
    lines = Path(f"/proc/{prober.pid}/limits").read_text().splitlines()
    soft = {line[:26].strip(): line[26:].split()[0] for line in lines[1:]}
    assert soft["Max core file size"] == soft["Max file size"] == soft["Max processes"] == "0"
    assert int(soft["Max address space"]) == 768 << 20
    assert int(soft["Max cpu time"]) < 15


def test_process_that_hangs_is_replaced() -> None:
    """The first process never answers; the second one is real."""
    prober = Prober([sys.executable, "-c", READY + "time.sleep(600)"], patience=0.2)
    begun = time.monotonic()
    assert ask(prober, SAMPLES / "poster.png").outcome is Outcome.HARMFUL
    assert time.monotonic() - begun < 10
    assert prober.pid is None
    prober._command = Prober()._command
    prober._patience = 20.0
    assert ask(prober, SAMPLES / "poster.png").outcome is Outcome.READ
    prober.close()


@pytest.mark.parametrize(
    "answer",
    ["os.abort()", "print('no JSON', flush=True)", "print('{' * 100_000, flush=True)", "print(3, flush=True)", "pass"],
)
def test_process_that_crashes_or_babbles(answer: str) -> None:
    prober = Prober([sys.executable, "-c", READY + f"sys.stdin.readline(); {answer}"])
    assert ask(prober, SAMPLES / "poster.png").outcome is Outcome.HARMFUL
    assert prober.pid is None


def test_process_that_died_meanwhile_is_no_file_s_fault(prober: Prober) -> None:
    ask(prober, SAMPLES / "poster.png")
    assert prober.pid is not None
    pid = prober.pid
    os.kill(pid, signal.SIGKILL)
    wait_until(lambda: alive(pid), lambda it: not it)
    assert ask(prober, SAMPLES / "poster.png").outcome is Outcome.READ


@pytest.mark.parametrize("command", [["/nowhere/python"], [sys.executable, "-c", "print('{\"ready\": false}')"]])
def test_computer_that_can_not_read(command: list[str], caplog: pytest.LogCaptureFixture) -> None:
    prober = Prober(command)
    assert ask(prober, SAMPLES / "poster.png").outcome is Outcome.UNAVAILABLE
    assert ask(prober, SAMPLES / "poster.png").outcome is Outcome.UNAVAILABLE
    assert len(caplog.records) == 1


def test_hanging_question_ends_with_the_program() -> None:
    prober = Prober([sys.executable, "-c", READY + "time.sleep(600)"], patience=600)
    answers: list[Probe] = []
    thread = threading.Thread(target=lambda: answers.append(ask(prober, SAMPLES / "poster.png")))
    thread.start()
    wait_until(lambda: prober.pid, bool)
    prober.abandon()
    thread.join(20)
    assert [answer.outcome for answer in answers] == [Outcome.UNAVAILABLE]
    prober.close()


def test_process_ends_when_its_parent_is_killed(tmp_path: Path) -> None:
    script = (
        "import sys; from starling.media.prober import Prober, Question\n"
        f"prober = Prober(); prober.probe(Question({str(SAMPLES)!r}, 'poster.png', 7015, ((0, 7015),)))\n"
        "print(prober.pid, flush=True); sys.stdin.read()"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", script],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    with parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        assert Path(f"/proc/{pid}").exists()
        parent.kill()
    wait_until(lambda: alive(pid), lambda it: not it)


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
