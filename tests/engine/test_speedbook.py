# SPDX-License-Identifier: GPL-3.0-or-later
"""Speeds are kept over restarts and kills, whatever the clock does, and in order without being in the way."""

import asyncio
import math
import shutil
import sqlite3
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from starling.engine import speedbook, speedfold
from starling.engine.annals import Annals
from starling.engine.speedbook import BLOCK
from starling.engine.speedtidy import Tidying
from starling.speed import Series
from tests.engine.speedprogram import NOON, A, B, Program, known


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path)


@pytest.mark.parametrize("away", [0.3, 1, 2.6, 100])
def test_a_restart_costs_no_byte(program: Program, away: float) -> None:
    async def downloads(it: Program) -> None:
        await it.seconds(20, a=1_000_000)

    async def looks(it: Program) -> Series:
        await it.seconds(10, a=0)
        return await it.history.series([A], 300)

    program.now += 0.5
    program.live(downloads)
    program.now += away
    assert program.live(looks).down.total == 20_000_000


def test_a_kill_costs_the_last_seconds_and_no_more(program: Program, tmp_path: Path) -> None:
    copied = tmp_path / "killed"
    copied.mkdir()

    async def acts(it: Program) -> None:
        await it.seconds(400, a=1000)
        # Everything is written by now that will be without another block.
        await it.history.series(None, 60)
        for file in it.folder.glob("history.db*"):
            shutil.copy(file, copied)

    program.live(acts)
    again = Program(copied, program.now)

    async def looks(it: Program) -> Series:
        await it.second()
        return await it.history.series([A], 1800)

    kept = again.live(looks).down.total
    assert 400_000 - 14_000 <= kept < 400_000


def test_resolutions_are_kept_over_a_restart(program: Program) -> None:
    async def first(it: Program) -> None:
        for _ in range(900):
            await it.second(a=700, over=20)

    async def second(it: Program) -> list[Series]:
        await it.seconds(302)
        return [await it.history.series(ids, seconds) for seconds in (3600, 86_400, 604_800) for ids in ([A], None)]

    program.live(first)
    for number, found in enumerate(program.live(second)):
        assert found.down.total == 900 * 700
        peak = found.down.peak()
        assert peak is not None
        assert math.isclose(peak.rate, 700, rel_tol=0.01)
        assert math.isclose(max(known(found.down.overhead)), 20 * (number % 2), rel_tol=0.01), "of the session alone"


def test_a_clock_that_goes_back_is_followed(program: Program) -> None:
    async def acts(it: Program) -> tuple[Series, Series]:
        await it.seconds(400, a=1000)
        it.now -= 200
        await it.seconds(20, a=10)
        live = await it.history.series([A], 1800)
        it.history._views.clear()
        return live, await it.history.series([A], 1800)

    for found in program.live(acts):
        assert found.end <= program.now
        assert max(known(found.down.payload)) <= 1000, "nothing is counted twice"
        assert known(found.down.payload)[-10:] == [10] * 10
        assert math.isclose(found.down.total, 200 * 1000 + 20 * 10, rel_tol=0.02)


def test_a_clock_that_was_ahead_while_the_program_was_off(program: Program) -> None:
    async def first(it: Program) -> None:
        await it.seconds(400, a=1000)

    async def second(it: Program) -> Series:
        await it.seconds(20, a=10)
        return await it.history.series([A], 1800)

    program.live(first)
    program.now -= 300
    found = program.live(second)
    assert known(found.down.payload)[-10:] == [10] * 10
    assert max(known(found.down.payload)) <= 1010


def test_a_dead_clock_does_not_cost_the_history(program: Program) -> None:
    async def first(it: Program) -> None:
        await it.seconds(400, a=1000)

    async def awakes(it: Program) -> Series:
        now, it.now = it.now, 1000.0
        await it.seconds(5, a=1)
        it.now = now + 30
        await it.seconds(5)
        return await it.history.series([A], 1800)

    program.live(first)
    assert math.isclose(program.live(awakes).down.total, 400_000, rel_tol=0.01)


def test_a_clock_that_is_ahead_for_a_moment_costs_nothing(program: Program) -> None:
    async def first(it: Program) -> None:
        await it.seconds(400, a=1000)

    async def ahead(it: Program) -> Series:
        it.now += 35 * 86_400
        await it.seconds(400)
        it.now -= 35 * 86_400
        await it.seconds(20)
        return await it.history.series([A], 1800)

    async def ahead_from_the_start(it: Program) -> None:
        await it.seconds(400)

    program.live(first)
    program.now += 35 * 86_400
    program.live(ahead_from_the_start)
    program.now -= 35 * 86_400
    assert program.live(ahead).down.total == 400_000


def test_what_is_removed_is_forgotten_and_the_old_goes(program: Program) -> None:
    async def first(it: Program) -> None:
        await it.seconds(320, a=100, b=100)
        it.history.limit(700, 300, A)
        await it.seconds(20, a=100)
        it.history.forget([A])

    async def later(it: Program) -> Series:
        it.history.keep_only([A])
        await it.seconds(920)
        return await it.history.series(None, 604_800)

    def rows() -> dict[str, int]:
        with closing(sqlite3.connect(program.folder / "history.db")) as db:
            found = "SELECT id, COUNT(*) FROM speed_chunks JOIN speed_of ON of = speed_of.number GROUP BY id"
            return dict(db.execute(found))

    program.live(first)
    assert A not in rows()
    assert rows()[B] >= 3
    program.now += 30 * 86_400
    assert program.live(later).down.total == 0
    assert list(rows()) == [""]


def test_others_have_their_turn_while_thousands_of_rows_are_put_in_order(tmp_path: Path) -> None:
    ids = [f"{number:040x}" for number in range(150)]
    block = speedbook.block()
    block[0] = 7

    async def total(annals: Annals) -> int:
        return sum((await annals.run(speedbook.load, ids, speedbook.LEVELS[0], NOON, 300))[speedbook.DOWN])

    async def acts() -> None:
        annals = Annals(tmp_path / "history.db")
        annals.keep(speedbook.SCHEMA)
        for start in range(NOON, NOON + 300, BLOCK):
            await annals.run(speedbook.write, [(start, dict.fromkeys(ids, block))], [], start)
        tidying = Tidying(annals)
        tidying.ask()
        looks = 0
        while tidying.busy:
            assert await total(annals) == 150 * 30 * 7, "nothing is missing, and nothing there twice"
            looks += 1
        assert looks >= 3
        assert await annals.run(rows_of, "speed_journal") == 0
        await annals.run(speedfold.forget, ids[1:])
        assert await total(annals) == 30 * 7
        tidying.ask()
        while tidying.busy:
            await annals.run(rows_of, "speed_of")
        assert await annals.run(rows_of, "speed_of") == 1
        assert await annals.run(rows_of, "speed_chunks") == len(speedbook.LEVELS)
        await annals.close()

    asyncio.run(acts())


@pytest.mark.parametrize("tidying_first", [True, False])
def test_what_is_read_while_it_is_put_in_order_is_whole(program: Program, tidying_first: bool) -> None:
    async def acts(it: Program) -> None:
        await it.seconds(700, a=1000)
        assert it.history._tidying is not None
        assert it.history._annals is not None
        assert await it.history._annals.run(rows_of, "speed_journal") > 0
        for _ in range(2):
            it.history._views.clear()
            if tidying_first:
                it.history._tidying.ask()
                await asyncio.sleep(0)
            reading = asyncio.ensure_future(it.history.series([A], 3600))
            await asyncio.sleep(0)
            it.history._tidying.ask()
            assert (await reading).down.total >= 698 * 1000
            assert (await reading).down.total <= 700 * 1000
            await it.at_rest()
            assert await it.history._annals.run(rows_of, "speed_journal") == 0

    program.live(acts)


def rows_of(db: sqlite3.Connection, table: str) -> int:
    (count,) = db.execute(f"SELECT COUNT(*) FROM {table}").fetchone()
    return int(count)


def test_the_end_does_not_wait_for_a_thread_that_is_busy(program: Program) -> None:
    released = threading.Event()

    async def acts(it: Program) -> None:
        await it.seconds(15, a=100)
        annals = it.history._annals
        assert annals is not None
        waiting = asyncio.ensure_future(annals.run(lambda _: released.wait(30)))
        await asyncio.sleep(0)
        begun = time.monotonic()
        await it.history.close(0.05)
        assert time.monotonic() - begun < 10
        assert not waiting.done()
        released.set()
        await waiting

    program.live(acts)


def test_a_disk_that_takes_nothing_costs_nothing_once_it_does(program: Program) -> None:
    async def acts(it: Program) -> Series:
        await it.seconds(15, a=100)
        await it.history.series(None, 60)
        with closing(sqlite3.connect(it.folder / "history.db")) as other:
            other.execute("BEGIN EXCLUSIVE")
            await it.seconds(25, a=100)
            found = await it.history.series([A], 60)
            assert found.down.total >= 3900, "it is shown all the same"
        await it.seconds(25, a=100)
        it.history._views.clear()
        return await it.history.series([A], 300)

    assert program.live(acts).down.total >= 6400
