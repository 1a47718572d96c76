# SPDX-License-Identifier: GPL-3.0-or-later
"""The history of speeds: every byte in its second, from a minute to a week."""

import asyncio
import itertools
import math
import random
import sqlite3
import threading
from array import array
from contextlib import closing
from pathlib import Path

import pytest

from starling.engine.record import Record
from starling.engine.speedview import View
from starling.speed import Series
from tests.engine.speedprogram import NOON, A, B, Program, known
from tests.helpers import User
from tests.swarm import Swarm


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path)


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


def test_a_torrent_has_no_history_before_it_was_added(program: Program) -> None:
    async def acts(it: Program) -> Series:
        await it.seconds(100)
        record = it.records.get(B)
        assert record is not None
        record.added = round(it.now)
        await it.seconds(50, b=10)
        return await it.history.series([B], 300)

    assert math.isclose(len(known(program.live(acts).down.payload)), 50, abs_tol=2)


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

    def slow(view: View, db: sqlite3.Connection) -> bool:
        began.set()
        go_on.wait(10)
        try:
            return read(view, db)
        finally:
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
    assert ended[0] is False
    assert all(ended[1:]), "of the first, one part was read"


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

        def traced(view: View, db: sqlite3.Connection) -> bool:
            db.set_trace_callback(said.append)
            try:
                return read(view, db)
            finally:
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
