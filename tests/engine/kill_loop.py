# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills the engine in mid-download again and again; `python -m tests.engine.kill_loop 20`."""

import hashlib
import random
import shutil
import sqlite3
import sys
import tempfile
import time
from contextlib import closing
from itertools import cycle
from pathlib import Path

import libtorrent as lt

from tests.engine.headless import Headless, Seen
from tests.swarm import Payload, Peer, Swarm, Version, wait_until

RATE = 1_500_000
"""Bytes/s that the seed gives: what ten seconds of progress are."""

LIVES = (0.3, 4.2, 0.6, 6.0, 1.0, 2.5)
"""Seconds of progress before each kill, in turn: before and after the engine has stored some."""

BLOCK = 16_384
LOSS = 10 * RATE


def kill_again_and_again(swarm: Swarm, folder: Path, times: int) -> list[int]:
    """Kills `times` times, each time after some progress; returns the bytes that each kill cost.

    Raises AssertionError if a torrent, a priority, a label or more than `LOSS` bytes are gone, or if in the end one
    byte is wrong.
    """
    payload = swarm.payload(
        files={f"{number}.bin": RATE * (times + 2) for number in range(5)}, version=Version.V1, piece_size=32_768
    )
    waiting = swarm.payload(files=50_000, name="waiting", version=Version.HYBRID)
    seed = swarm.seed(payload, up=RATE)
    program = Headless(folder, swarm.address(), orders(payload, waiting, folder))
    program.start([seed.address])
    before = program.wait_for(lambda seen: len(seen) == 3 and seen[payload.id].done > 0)
    lost = []
    for _, seconds in zip(range(times), cycle(LIVES), strict=False):
        goal = before[payload.id].done + round(seconds * RATE)
        last = program.wait_for(lambda seen, goal=goal: seen[payload.id].done >= goal)
        program.kill()
        lost.append(last[payload.id].done - stored(folder, payload))
        assert lost[-1] <= LOSS, f"{lost[-1]} bytes are gone"
        program.start([seed.address])
        before = program.wait_for(lambda seen: len(seen) == 3 and seen[payload.id].state != "checking")
        compare(last, before)
    finish(program, payload, seed, folder)
    return lost


def change_minds(swarm: Swarm, folder: Path, times: int, version: Version = Version.V1) -> None:
    """Kills within moments after files were skipped, wanted again or renamed; in the end every byte must be right.

    Raises AssertionError if a piece that we claim to have can't be given away, or a file lies where it should not.
    """
    payload = swarm.payload(
        files={"a.bin": 700_000, "b.bin": 2_000_000, "c.bin": 5_000, "d.bin": 900_000},
        version=version,
        piece_size=32_768,
        name="minds",
    )
    info = lt.load_torrent_file(str(payload.torrent_path)).ti
    assert info is not None
    layout = info.layout()
    indices = [i for i in range(layout.num_files()) if not layout.file_flags(i) & layout.flag_pad_file]
    seed = swarm.seed(payload, up=100_000)
    downloads = folder / "downloads"
    skips = {indices[1]: 0, indices[2]: 0}
    options = {"save_path": str(downloads), "priorities": {str(i): value for i, value in skips.items()}}
    program = Headless(folder, swarm.address(), [{"source": str(payload.torrent_path), "options": options}])
    dice = random.Random(times)
    program.start([seed.address])
    program.wait_for(lambda seen: bool(seen) and seen[payload.id].done > 0)
    wanted = dict(skips)
    for number in range(times):
        wanted = {index: 4 * dice.randrange(2) for index in skips}
        program.wishes(payload.id, priorities=wanted)
        name = "b.bin" if number % 2 else "other.bin"
        program.wishes(payload.id, rename=(f"minds/{'other.bin' if number % 2 else 'b.bin'}", f"minds/{name}"))
        # As late as the files' way to another place begins, and as early as before the wish was heard.
        time.sleep(dice.choice([0.02, 0.06, 0.1, 0.3, 1.5, 1.6, 2.0]))
        program.kill()
        program.start([seed.address])
        program.wait_for(lambda seen: bool(seen) and seen[payload.id].state != "checking")
    program.wishes(payload.id, priorities=skips)
    # Heard before the seed gives the rest: it is not to come after all.
    program.wait_for(lambda seen: seen[payload.id].priorities.count(0) == len(skips))
    seed.limit()
    program.wait_for(lambda seen: seen[payload.id].state == "seeding")
    program.quit()
    left = {path.name for path in (downloads / "minds").iterdir()}
    whole = {path.name for path in (downloads / "minds").iterdir() if path.stat().st_size == 2_000_000}
    assert left - {"b.bin", "other.bin", "c.bin"} == {"a.bin", "d.bin"}, left
    assert left & {"b.bin", "other.bin"} <= whole, left
    program.start([seed.address])
    program.wait_for(bool)
    program.wishes(payload.id, priorities=dict.fromkeys(skips, 4))
    program.wait_for(lambda seen: seen[payload.id].size == payload.size)
    # Met again: whoever has everything had left each other.
    program.quit()
    program.start([seed.address])
    program.wait_for(lambda seen: bool(seen) and seen[payload.id].state == "seeding")
    program.quit()
    found = {path.name: path for path in (downloads / "minds").iterdir()}
    assert len(found) == 4, found
    for file in payload.files:
        name = file.path.rpartition("/")[2]
        path = found.get(name) or found["other.bin"]
        assert hashlib.sha256(path.read_bytes()).digest() == file.sha256, name


def change_names(swarm: Swarm, folder: Path, times: int, version: Version = Version.V1) -> None:
    """Kills within moments after files became complete, got their suffix or lost it, went aside or came back.

    Raises AssertionError if more than what a moment brings has to be loaded again, if a byte is wrong in the end, or if
    anything lies where it should not.
    """
    sizes = {f"{number}.bin": 40_000 for number in range(20)}
    payload = swarm.payload(files={"large.bin": 1_500_000, **sizes}, version=version, piece_size=32_768, name="names")
    info = lt.load_torrent_file(str(payload.torrent_path)).ti
    assert info is not None
    layout = info.layout()
    (large,) = (i for i in range(layout.num_files()) if layout.file_path(i) == "names/large.bin")
    seed = swarm.seed(payload, up=250_000)
    top = folder / "downloads/names"
    options = {"save_path": str(folder / "downloads"), "start": True}
    dice = random.Random(times)
    source = {"source": str(payload.torrent_path), "options": options}
    program = Headless(folder, swarm.address(), [source], suffix=True)
    program.start([seed.address])
    before = program.wait_for(lambda seen: bool(seen) and seen[payload.id].done > 0)
    for number in range(times):
        match number % 3:
            case 0:
                program.wishes(payload.id, suffix=False)
            case 1:
                program.wishes(payload.id, priorities={large: 4 * dice.randrange(2)})
        time.sleep(dice.choice([0.02, 0.06, 0.1, 0.3, 1.6, 2.0]))
        before = program.seen or before
        program.kill()
        program.start([seed.address])
        after = program.wait_for(lambda seen: bool(seen) and seen[payload.id].state != "checking")
        if before[payload.id].size == after[payload.id].size:
            lost = before[payload.id].done - after[payload.id].done
            assert lost <= 10 * 250_000, f"{lost} bytes are gone"
    program.wishes(payload.id, priorities={large: 4})
    program.wait_for(lambda seen: seen[payload.id].size == payload.size)
    program.quit()
    left = {path.name for path in top.iterdir()}
    # Neither half nor twice: what is unfinished has the suffix, what is finished has not.
    assert {name.removesuffix(".part") for name in left} <= {"large.bin", *sizes}, left
    assert len(left) == len({name.removesuffix(".part") for name in left}), left
    seed.limit()
    program.start([seed.address])
    program.wait_for(lambda seen: bool(seen) and seen[payload.id].state == "seeding")
    wait_until(lambda: {path.name for path in top.iterdir()}, lambda found: found == {"large.bin", *sizes}, 10)
    program.quit()
    assert payload.arrives(folder / "downloads") == ()


def orders(payload: Payload, waiting: Payload, folder: Path) -> list[dict[str, object]]:
    """What is added first: one to be loaded but for a file, one that is paused, one magnet link without metadata."""
    save_path = str(folder / "downloads")
    return [
        {
            "source": str(payload.torrent_path),
            "options": {"save_path": save_path, "labels": ["a", "é"], "priorities": {"1": 0, "2": 7}},
        },
        {"source": str(waiting.torrent_path), "options": {"save_path": save_path, "start": False, "name": "Mine"}},
        {"source": f"magnet:?xt=urn:btih:{'ab' * 20}", "options": {"save_path": save_path, "first_last": True}},
    ]


def stored(folder: Path, payload: Payload) -> int:
    """Bytes that the database knows of; it is read from a copy, as the kill left it."""
    with tempfile.TemporaryDirectory() as copies:
        for file in (folder / "data").glob("starling.db*"):
            shutil.copy(file, copies)
        with closing(sqlite3.connect(Path(copies) / "starling.db")) as database:
            ((resume,),) = database.execute("SELECT resume FROM torrents WHERE id = ?", (payload.id,))
    params = lt.read_resume_data(resume)
    blocks = sum(sum(blocks) for blocks in params.unfinished_pieces.values())
    return sum(params.have_pieces) * payload.piece_size + blocks * BLOCK


def compare(before: dict[str, Seen], after: dict[str, Seen]) -> None:
    """Whatever is not progress must be the same."""
    assert before.keys() == after.keys()
    for id, row in before.items():
        for key in ("size", "labels", "name", "priorities", "queue", "first_last", "paused"):
            assert getattr(after[id], key) == getattr(row, key), f"{key} of {row.name}"


def finish(program: Headless, payload: Payload, seed: Peer, folder: Path) -> None:
    """Downloads the rest, quits, and looks at every byte."""
    seed.limit()
    program.wait_for(lambda seen: seen[payload.id].state == "seeding")
    program.quit()
    assert payload.arrives(folder / "downloads", skip={payload.files[1].path}) == ()


def main(times: int) -> None:
    """Says what each kill cost."""
    with Swarm() as swarm, tempfile.TemporaryDirectory() as folder:
        begun = time.monotonic()
        lost = kill_again_and_again(swarm, Path(folder), times)
        print(f"{times} kills in {time.monotonic() - begun:.0f} s: nothing gone, every byte right.")
        for version in Version:
            with tempfile.TemporaryDirectory() as other:
                change_minds(swarm, Path(other), times, version)
            with tempfile.TemporaryDirectory() as other:
                change_names(swarm, Path(other), times, version)
        print(f"{3 * times} kills while files got other names by themselves: every byte right.")
        print(f"{3 * times} kills while files were skipped, wanted again and renamed: every byte right.")
        print(f"Progress to load again after a kill, in kB: {', '.join(f'{one / 1000:.0f}' for one in lost)}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
