# SPDX-License-Identifier: GPL-3.0-or-later
"""The sums: right to the byte, in the day of the clock on the wall, and there again after whatever happened."""

import asyncio
import os
import sqlite3
import time
from collections.abc import Callable, Coroutine, Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

import libtorrent as lt
import pytest

from starling.engine.annals import Annals
from starling.engine.statistics import Ledger
from starling.statistics import Day, Statistics, Totals, calendar
from tests.helpers import User
from tests.swarm import Swarm

NAMES = [metric.name for metric in lt.session_stats_metrics()]


class Program:
    """A ledger at a clock of its own, fed as the session feeds it."""

    def __init__(self, file: Path, now: datetime) -> None:
        self.file, self.now, self.steady = file, now.timestamp(), 0.0
        self.values = dict.fromkeys(NAMES, 0)

    def live(self, acts: "Callable[[Program], Coroutine[Any, Any, None]]", *, killed: bool = False) -> Statistics:
        """One run of the program; what it told at its end."""

        async def run() -> Statistics:
            self.values = dict.fromkeys(NAMES, 0)
            annals = Annals(self.file)
            self.ledger = Ledger(lambda: self.now, lambda: self.steady)
            self.ledger.begin(annals)
            await self.at_rest()
            await acts(self)
            told = self.ledger.look()
            if not killed:
                await self.ledger.close()
            await annals.close()
            return told

        return asyncio.run(run())

    async def second(self, down: int = 0, up: int = 0, *, slept: float = 0.0) -> None:
        self.now += 1 + slept
        self.steady += 1
        for name, more in (("recv", down), ("sent", up)):
            self.values[f"net.{name}_payload_bytes"] += more
            self.values[f"net.{name}_bytes"] += more + more // 10
        self.ledger.take(self.values)
        await self.at_rest()

    async def at_rest(self) -> None:
        while self.ledger._task is not None:
            await asyncio.wait([self.ledger._task])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "history.db"


@pytest.fixture
def berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Local time is that of Berlin, where clocks change."""
    before = os.environ.get("TZ")
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    if before is None:
        monkeypatch.delenv("TZ")
    else:
        monkeypatch.setenv("TZ", before)
    time.tzset()


async def a_minute(it: Program) -> None:
    for _ in range(60):
        await it.second(1000, 500)


def local(*when: int) -> datetime:
    return datetime(*when).astimezone()  # type: ignore[arg-type,misc]


def test_all_is_there_again(file: Path) -> None:
    first = Program(file, local(2026, 3, 1, 12)).live(a_minute)
    again = Program(file, local(2026, 3, 1, 13)).live(a_minute)
    assert (first.session.downloaded, first.always.downloaded) == (60_000, 60_000)
    assert (again.session.downloaded, again.today.downloaded) == (60_000, 120_000)
    assert (again.always.uploaded, again.always.ratio) == (60_000, 0.5)
    assert again.always.overhead_down == 12_000
    assert again.always.seconds == 120
    assert again.always.mean_down == 1000


def test_a_kill_costs_seconds(file: Path) -> None:
    Program(file, local(2026, 3, 1, 12)).live(a_minute, killed=True)
    with closing(sqlite3.connect(file)) as db:
        (kept,) = db.execute("SELECT downloaded FROM statistics_days").fetchone()
    assert 50_000 <= kept <= 60_000


def test_days_and_months_are_those_on_the_wall(file: Path) -> None:
    async def acts(it: Program) -> None:
        await it.second(1)
        it.now = local(2026, 2, 28, 23, 59, 58).timestamp()
        await it.second(10)
        await it.second(100)  # midnight
        await it.second(1000)

    told = Program(file, local(2026, 1, 31, 12)).live(acts)
    assert [(day.date, day.totals.downloaded) for day in told.days] == [
        (date(2026, 3, 1), 1100),
        (date(2026, 2, 28), 10),
        (date(2026, 1, 31), 1),
    ]
    assert (told.today.downloaded, told.month.downloaded, told.last_month.downloaded) == (1100, 1100, 10)


@pytest.mark.usefixtures("berlin")
@pytest.mark.parametrize(("month", "day", "hours"), [(3, 29, 23), (10, 25, 25)])
def test_a_day_on_which_clocks_change_is_one_day(file: Path, month: int, day: int, hours: int) -> None:
    async def acts(it: Program) -> None:
        for _ in range(hours):
            it.now += 3599
            await it.second(1)

    told = Program(file, datetime(2026, month, day, 0, 0, 1).astimezone()).live(acts)
    counted = {each.date.day: each.totals.downloaded for each in told.days}
    assert counted == {day: hours - 1, day + 1: 1}


def test_sleep_is_no_running_time(file: Path) -> None:
    async def acts(it: Program) -> None:
        await it.second()
        it.steady += 40_000  # as where the steady clock goes on in sleep
        await it.second(slept=40_000)
        await it.second()

    assert Program(file, local(2026, 3, 1, 12)).live(acts).session.seconds == 3


def test_all_time_begins_anew_and_that_is_taken_back(file: Path) -> None:
    async def acts(it: Program) -> None:
        await a_minute(it)
        it.ledger.begin_anew()
        await it.second(7)
        assert it.ledger.look().always.downloaded == 7
        assert it.ledger.look().month.downloaded == 60_007

    assert Program(file, local(2026, 3, 1, 12)).live(acts).always.downloaded == 7

    async def regrets(it: Program) -> None:
        it.ledger.begin_anew()
        await it.second(1)
        it.ledger.undo()
        assert it.ledger.look().always.downloaded == 8
        assert not it.ledger.can_undo

    again = Program(file, local(2026, 3, 2, 12))
    assert again.live(regrets).since == local(2026, 3, 1, 12, 1).timestamp()

    async def looks(it: Program) -> None:
        await it.second()

    assert Program(file, local(2026, 3, 3, 12)).live(looks).always.downloaded == 8


def test_an_older_table_gets_the_columns_it_lacks(file: Path) -> None:
    with closing(sqlite3.connect(file)) as db:
        db.execute("CREATE TABLE statistics_days (day TEXT PRIMARY KEY, downloaded INTEGER NOT NULL) STRICT")
        db.execute("INSERT INTO statistics_days VALUES ('2026-02-28', 5)")
        db.commit()
    Program(file, local(2026, 3, 1, 12)).live(a_minute)

    async def looks(it: Program) -> None:
        await it.second()

    told = Program(file, local(2026, 3, 1, 13)).live(looks)
    assert told.always.downloaded == 60_005
    assert told.always.seconds == 61


def test_a_row_that_can_not_be_read_costs_that_row_only(file: Path, caplog: pytest.LogCaptureFixture) -> None:
    Program(file, local(2026, 2, 1, 12)).live(a_minute)
    with closing(sqlite3.connect(file)) as db:
        db.execute("INSERT INTO statistics_days (day, downloaded) VALUES ('30 February', 7), (CAST(x'ff' AS TEXT), 7)")
        db.commit()
    told = Program(file, local(2026, 3, 1, 12)).live(a_minute)
    assert told.known
    assert told.always.downloaded == 120_000
    assert "30 February" in caplog.text
    with closing(sqlite3.connect(file)) as db:
        rows = [day for (day,) in db.execute("SELECT CAST(day AS BLOB) FROM statistics_days ORDER BY day")]
    assert rows == [b"2026-02-01", b"2026-03-01", b"30 February", b"\xff"], "it is left as it is"


def test_what_was_counted_survives_a_damaged_file(file: Path) -> None:
    Program(file, local(2026, 2, 1, 12)).live(a_minute)

    async def acts(it: Program) -> None:
        await a_minute(it)
        annals = it.ledger._annals
        assert annals is not None
        await annals.run(lambda db: db.execute("DELETE FROM statistics_days"))
        await a_minute(it)

    Program(file, local(2026, 3, 1, 12)).live(acts)

    async def looks(it: Program) -> None:
        await it.second()

    assert Program(file, local(2026, 3, 1, 13)).live(looks).always.downloaded == 180_000


def test_where_all_time_begins_survives_a_damaged_file(file: Path) -> None:
    async def acts(it: Program) -> None:
        await a_minute(it)
        it.ledger.begin_anew()
        await a_minute(it)
        annals = it.ledger._annals
        assert annals is not None
        await annals.run(lambda db: [db.execute(f"DELETE FROM statistics_{name}") for name in ("days", "start")])
        await a_minute(it)

    Program(file, local(2026, 2, 1, 12)).live(acts)
    assert Program(file, local(2026, 3, 1, 13)).live(a_minute).always.downloaded == 180_000


def test_a_disk_that_takes_nothing_costs_nothing(file: Path, caplog: pytest.LogCaptureFixture) -> None:
    file.mkdir()

    async def acts(it: Program) -> None:
        await a_minute(it)
        await asyncio.to_thread(file.rmdir)
        for _ in range(10):
            await it.second(1000)

    Program(file, local(2026, 3, 1, 12)).live(acts)
    assert "can't be kept" in caplog.text

    async def looks(it: Program) -> None:
        await it.second()

    assert Program(file, local(2026, 3, 1, 13)).live(looks).always.downloaded == 70_000


def test_the_calendar_has_every_day() -> None:
    today = date(2026, 3, 2)
    days = [Day(today, Totals(1)), Day(date(2026, 2, 27), Totals(2)), Day(date(2025, 1, 1), Totals(3))]
    found = calendar(days, today, 5)
    assert [day.date.day for day in found] == [2, 1, 28, 27, 26, 1]
    assert [day.totals.downloaded for day in found] == [1, 0, 0, 2, 0, 3]


def test_a_real_download_is_counted_once(user: User, swarm: Swarm) -> None:
    payload = swarm.payload(files={"a.bin": 2_000_000})
    id = user.downloads_all(payload, swarm.seed(payload))
    ledger = user.engine.accounts.ledger
    user.until(lambda: ledger.look().session.finished == 1)
    user.until(lambda: ledger.look().session.downloaded >= 2_000_000)
    assert ledger.look().session.added == 1
    user.engine.recheck([id])
    user.restart()
    user.sees(id, lambda t: t.progress == 1)
    told = user.engine.accounts.ledger.look
    user.until(lambda: told().always.downloaded >= 2_000_000)
    user.run(user.engine.remove([id], data=True))
    user.until(lambda: id not in user.engine.torrents)
    assert told().session.downloaded == 0
    assert (told().always.added, told().always.finished) == (1, 1)
    assert told().always.downloaded == pytest.approx(2_000_000, rel=0.1)


def test_the_user_hears_of_a_damaged_history(user: User) -> None:
    user.quit()
    (user.data_dir / "history.db").write_bytes(b"no database at all" * 100)
    user.start()
    user.until(lambda: any("history of rates, announces and statistics was damaged" in one for one in user.told))
    assert len(user.told) == 1
    user.told.clear()
