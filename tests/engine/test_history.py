# SPDX-License-Identifier: GPL-3.0-or-later
"""The history of speeds: every byte in its second, kept over restarts and kills, whatever the clock does."""

import asyncio
import itertools
import math
import random
import shutil
import sqlite3
import threading
import time
from array import array
from collections.abc import Callable, Coroutine
from contextlib import closing
from pathlib import Path
from typing import Any, TypeVar

import pytest

from starling.engine import speedbook, speedfold
from starling.engine.annals import Annals
from starling.engine.history import History
from starling.engine.record import Record, Records
from starling.engine.speedbook import BLOCK
from starling.engine.speedtidy import Tidying
from starling.engine.speedview import View
from starling.speed import Series
from tests.helpers import User
from tests.swarm import Swarm

T = TypeVar("T")

NOON = 1_800_000_000 - 1_800_000_000 % 300
A, B = "a" * 40, "b" * 40


class Program:
    """A history at a clock of its own, fed as the engine feeds it."""

    def __init__(self, folder: Path, now: float = NOON) -> None:
        self.folder, self.now = folder, now
        self.records = Records()
        for id in (A, B):
            self.records.add(Record(id, "name", "/", added=NOON - 1_000_000))
        self.totals: dict[str, list[int]] = {}

    def live(self, acts: Callable[["Program"], Coroutine[Any, Any, T]]) -> T:
        """One run of the program."""

        async def run() -> T:
            self.totals = {}
            annals = Annals(self.folder / "history.db")
            self.history = History(self.records, lambda: self.now)
            self.history.begin(annals)
            try:
                return await acts(self)
            finally:
                await self.history.close()
                await annals.close()

        return asyncio.run(run())

    async def second(self, length: float = 1.0, **moved: int) -> None:
        """A second with its news: `a`, `b` are payload received, `over` overhead of the session."""
        self.now += length
        every = self.totals.setdefault("", [0] * 4)
        every[0] += sum(value for key, value in moved.items() if key in "ab")
        every[2] += moved.get("over", 0)
        self.history.tick((every[0], every[1], every[2], every[3]))
        for key, id in (("a", A), ("b", B)):
            if key in moved:
                own = self.totals.setdefault(id, [0] * 4)
                own[0] += moved[key]
                self.history.note(id, (own[0], own[1], own[2], own[3]))
        await asyncio.sleep(0)
        await self.at_rest()

    async def at_rest(self) -> None:
        """Until everything is written and in order."""
        tidying = self.history._tidying
        assert tidying is not None
        while tasks := [task for task in (self.history._task, tidying._task) if task is not None]:
            await asyncio.wait(tasks)

    async def seconds(self, count: int, **moved: int) -> None:
        for _ in range(count):
            await self.second(**moved)


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path)


def known(values: "array[float]") -> list[float]:
    return [value for value in values if not math.isnan(value)]


def test_nothing_is_known_before_the_first_second(program: Program) -> None:
    async def acts(it: Program) -> Series:
        return await it.history.series(None, 60)

    assert len(program.live(acts)) == 0


def test_seconds_that_are_not_quite_seconds_show_an_even_rate(program: Program) -> None:
    async def acts(it: Program) -> Series:
        await it.second()
        for length in itertools.chain.from_iterable(itertools.repeat((0.9, 1.1, 1.3, 0.7), 10)):
            await it.second(length, a=round(length * 1000))
        return await it.history.series([A], 60)

    found = program.live(acts)
    assert len(found) == 60
    assert found.step == 1
    assert all(math.isclose(value, 1000, abs_tol=2) for value in known(found.down.payload)[6:])


def test_gulps_are_a_flow(tmp_path: Path) -> None:
    """What libtorrent takes under a limit: nothing for two seconds, then all of it."""

    async def acts(it: Program) -> Series:
        await it.second()
        for _ in range(30):
            await it.seconds(2)
            await it.second(a=1_800_000)
        await it.seconds(8)
        return await it.history.series([A], 300)

    found = Program(tmp_path).live(acts)
    assert found.down.total == 30 * 1_800_000
    flowing = [value for value in known(found.down.payload) if value][6:-6]
    assert min(flowing) >= 300_000
    assert max(flowing) <= 800_000


def test_no_byte_is_lost_or_made(program: Program) -> None:
    dice = random.Random(1)
    given = [dice.randrange(100_000) for _ in range(200)]

    async def acts(it: Program) -> Series:
        await it.second()
        for value in given:
            await it.second(dice.uniform(0.8, 1.2), a=value)
        await it.seconds(8)
        return await it.history.series([A], 300)

    found = program.live(acts)
    assert found.down.total == sum(given)
    assert math.isclose(sum(known(found.down.payload)), sum(given))
    assert found.up.total == 0


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


@pytest.mark.parametrize("second", range(10))
def test_the_best_five_seconds_are_the_peak_wherever_they_lie(program: Program, second: int) -> None:
    async def acts(it: Program) -> list[Series]:
        await it.seconds(20 + second)
        await it.seconds(3, a=50_000)
        await it.seconds(2, a=20_000)
        now = [await it.history.series([A], seconds) for seconds in (3600, 21_600, 86_400)]
        await it.seconds(40)
        later = [await it.history.series([A], seconds) for seconds in (3600, 21_600, 86_400)]
        it.history._views.clear()
        anew = [await it.history.series([A], seconds) for seconds in (3600, 21_600, 86_400)]
        tidying = it.history._tidying
        assert tidying is not None
        tidying.ask()
        await it.at_rest()
        it.history._views.clear()
        folded = [await it.history.series([A], seconds) for seconds in (3600, 21_600, 86_400)]
        return [*now[:1], *later, *anew, *folded]

    for number, found in enumerate(program.live(acts)):
        peak = found.down.peak()
        assert peak is not None
        # What came last is told a second later.
        assert peak.rate == (38_000 if number else 34_000)
        if number and found.step == 1:
            assert sum(1 for value in found.down.payload if value > 0) == 9
            assert found.down.total == 190_000


def test_an_idle_torrent_has_zeros_and_a_time_without_the_program_is_a_gap(program: Program) -> None:
    async def first(it: Program) -> None:
        await it.seconds(40, a=500)

    async def second(it: Program) -> Series:
        await it.seconds(20)
        return await it.history.series([A], 300)

    program.live(first)
    program.now += 100
    found = program.live(second)
    runs = [(kind, len(list(run))) for kind, run in itertools.groupby(map(kind_of, found.down.payload))]
    assert [kind for kind, _ in runs] == ["gap", "moved", "gap", "idle"]
    assert 98 <= runs[2][1] <= 101
    assert math.isclose(found.seconds, 60, abs_tol=2)
    assert math.isclose(found.average(found.down), 40 * 500 / 60, rel_tol=0.05)


def kind_of(value: float) -> str:
    return "gap" if math.isnan(value) else "moved" if value else "idle"


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


@pytest.mark.parametrize(("seconds", "step"), [(60, 1), (3600, 1), (6 * 3600, 10), (86_400, 30), (7 * 86_400, 300)])
def test_every_resolution_tells_the_same_sum_average_and_peak(program: Program, seconds: int, step: int) -> None:
    async def acts(it: Program) -> Series:
        await it.second()
        await it.second(a=90_000)
        await it.seconds(28, a=300)
        await it.seconds(step, a=0)
        return await it.history.series([A], seconds)

    found = program.live(acts)
    assert found.step == step
    assert len(found) == seconds // step
    assert len(found) <= 3600
    assert found.down.total == 90_000 + 28 * 300
    peak = found.down.peak()
    assert peak is not None
    assert peak.rate == (90_000 + 4 * 300) / 5, "the best five seconds, in whatever resolution"
    assert found.moment(peak.index) <= NOON + 5 < found.moment(peak.index) + step


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


def test_several_torrents_are_their_sum(program: Program) -> None:
    async def acts(it: Program) -> tuple[Series, Series, Series]:
        await it.seconds(30, a=100)
        await it.seconds(30, a=100, b=50)
        await it.seconds(2)
        return (
            await it.history.series([A, B], 300),
            await it.history.series([B], 300),
            await it.history.series([A, B], 6 * 3600),
        )

    both, one, coarse = program.live(acts)
    assert both.down.total == 60 * 100 + 30 * 50
    assert one.down.total == 30 * 50
    assert max(known(both.down.payload)) == 150
    assert coarse.down.total <= both.down.total


def test_what_is_asked_again_is_what_is_asked_anew(program: Program) -> None:
    """A view that was kept up to date says what one says that was read from the tables."""

    async def first(it: Program) -> dict[tuple[int, bool], Series]:
        dice = random.Random(2)
        found = {}
        for _ in range(700):
            await it.second(dice.uniform(0.9, 1.1), a=dice.randrange(9000), b=dice.randrange(9000))
            for seconds in (3600, 21_600):
                found[seconds, True] = await it.history.series([A, B], seconds)
        for seconds in (3600, 21_600):
            it.history._views.clear()
            found[seconds, False] = await it.history.series([A, B], seconds)
        return found

    found = program.live(first)
    for seconds in (3600, 21_600):
        kept, read = found[seconds, True], found[seconds, False]
        assert (kept.start, kept.down.total, kept.seconds) == (read.start, read.down.total, read.seconds)
        assert known(kept.down.payload) == known(read.down.payload)
        if seconds == 3600:
            assert known(kept.down.peaks) == known(read.down.peaks)


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


def test_a_night_in_suspend_is_a_gap(program: Program) -> None:
    async def acts(it: Program) -> Series:
        await it.seconds(30, a=1000)
        it.now += 600
        await it.seconds(30, a=1000)
        return await it.history.series([A], 1800)

    found = program.live(acts)
    assert math.isclose(found.seconds, 60, abs_tol=2)
    assert max(known(found.down.payload)) <= 1100
    (gap,) = [len(list(run)) for kind, run in itertools.groupby(map(kind_of, found.down.payload)) if kind == "gap"][1:]
    assert 597 <= gap <= 601


def test_counters_that_begin_anew_are_no_loss(program: Program) -> None:
    async def acts(it: Program) -> Series:
        await it.seconds(20, a=1000)
        it.totals[A] = [0] * 4
        await it.seconds(20, a=1000)
        await it.seconds(2)
        return await it.history.series([A], 300)

    assert program.live(acts).down.total == 40_000


def test_limits_hold_from_when_they_were_set(program: Program) -> None:
    async def acts(it: Program) -> list[Series]:
        await it.seconds(20, a=10)
        it.history.limit(5000, 0)
        await it.seconds(20, a=10)
        it.history.limit(700, 300, A)
        it.history.limit(700, 300, A)
        await it.seconds(20, a=10)
        return [await it.history.series(ids, 60) for ids in (None, [A], [B], [A, B])]

    async def later(it: Program) -> Series:
        it.history.limit(700, 300, A)
        await it.seconds(20)
        return await it.history.series([A], 300)

    every, one, other, both = program.live(acts)
    assert steps(every.down.limit) == ["none", 5000]
    assert steps(every.up.limit) == ["none"]
    assert steps(one.down.limit) == ["none", 5000, 700]
    assert steps(one.up.limit) == ["none", 300]
    assert steps(other.down.limit) == ["none", 5000]
    assert steps(both.down.limit) == ["none", 5000], "B alone may have all of it"
    again = program.live(later)
    assert steps(again.up.limit)[-1] == 300
    with closing(sqlite3.connect(program.folder / "history.db")) as db:
        assert db.execute("SELECT COUNT(*) FROM speed_limits").fetchone() == (2,), "what did not change is no news"


def steps(values: "array[float]") -> list[float | str]:
    return [key for key, _ in itertools.groupby("none" if math.isnan(value) else value for value in values)]


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


def test_a_torrent_has_no_history_before_it_was_added(program: Program) -> None:
    async def acts(it: Program) -> Series:
        await it.seconds(100)
        record = it.records.get(B)
        assert record is not None
        record.added = round(it.now)
        await it.seconds(50, b=10)
        return await it.history.series([B], 300)

    assert math.isclose(len(known(program.live(acts).down.payload)), 50, abs_tol=2)


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


def test_a_real_download_is_told_to_the_byte(user: User, swarm: Swarm) -> None:
    payload = swarm.payload(files=600_000)
    id = user.downloads_all(payload, swarm.seed(payload, up=300_000))
    engine = user.engine

    def told() -> int:
        return user.run(engine.history.series([id], 60)).down.total

    user.until(lambda: told() == user.torrent(id).session_downloaded >= 600_000)
    session = user.run(engine.history.series(None, 60))
    user.until(lambda: user.run(engine.history.series(None, 60)).down.total >= 600_000)
    assert sum(known(session.down.overhead)) > 0
    user.restart()
    user.until(lambda: user.run(user.engine.history.series([id], 300)).down.total >= 600_000)


def test_what_is_asked_several_times_is_read_once(program: Program) -> None:
    async def acts(it: Program) -> tuple[int, list[Series]]:
        await it.seconds(30, a=100)
        read, times = it.history._read, []

        async def counted(ids: tuple[str, ...], seconds: int) -> None:
            times.append(seconds)
            await read(ids, seconds)

        it.history._read = counted  # type: ignore[method-assign]
        found = await asyncio.gather(*(it.history.series([A, B], 3600) for _ in range(5)))
        return len(times), found

    times, found = program.live(acts)
    assert times == 1
    assert {each.down.total for each in found} == {found[0].down.total}
    assert found[0].down.total > 0


def test_what_nobody_waits_for_any_more_is_not_read(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    began, go_on, ended = threading.Event(), threading.Event(), []
    read = View.read

    def slow(view: View, db: sqlite3.Connection) -> None:
        began.set()
        go_on.wait(10)
        read(view, db)
        ended.append(view.wanted)

    monkeypatch.setattr(View, "read", slow)

    async def acts(it: Program) -> Series:
        await it.seconds(30, a=100)
        one, two = (asyncio.ensure_future(it.history.series([A, B], 3600)) for _ in range(2))
        await asyncio.to_thread(began.wait, 10)
        one.cancel()
        await asyncio.wait([one])
        assert not two.done(), "another one still waits for it"
        two.cancel()
        await asyncio.wait([two])
        go_on.set()
        return await it.history.series([A, B], 3600)

    assert program.live(acts).down.total > 0, "asked again it is read again"
    assert ended == [False, True]


def test_many_torrents_are_read_together_and_tell_what_single_ones_do(program: Program) -> None:
    """Of 3,000 torrents three moved: not every one is looked up, and the sums are those of the three."""
    ids = [f"{number:040x}" for number in range(3000)]
    moved = ids[5], ids[700], ids[2999]

    async def acts(it: Program) -> tuple[list[str], list[tuple[Series, list[Series]]]]:
        for id in ids:
            it.records.add(Record(id, "name", "/", added=NOON - 1_000_000))
        for second in range(1, 701):
            await it.second(a=second)
            for number, id in enumerate(moved, 1):
                it.history.note(id, (second * 1000 * number, second * second, 7 * second, second))
        await it.seconds(2)
        said: list[str] = []
        read = View.read

        def traced(view: View, db: sqlite3.Connection) -> None:
            db.set_trace_callback(said.append)
            read(view, db)
            db.set_trace_callback(None)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(View, "read", traced)
            found = []
            for seconds in (3600, 21_600, 86_400):
                it.history._views.clear()
                every = await it.history.series(ids, seconds)
                found.append((every, [await it.history.series([id], seconds) for id in moved]))
        return said, found

    said, found = program.live(acts)
    assert len(said) < 400
    for every, single in found:
        assert every.down.total == sum(each.down.total for each in single) > 600 * 6000
        assert every.up.total == sum(each.up.total for each in single)
        together = [sum(values) for values in zip(*(known(each.down.overhead) for each in single), strict=True)]
        assert known(every.down.overhead) == pytest.approx(together)
        peak, best = every.down.peak(), [each.down.peak() for each in single]
        assert peak is not None
        assert peak.rate == pytest.approx(6000, rel=0.01)
        assert [round(each.rate / 1000) for each in best if each] == [1, 2, 3]
