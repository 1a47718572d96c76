# SPDX-License-Identifier: GPL-3.0-or-later
"""The alert pump, the keeper and the records on their own: nothing gets lost, nothing is kept that dies."""

import asyncio
import inspect
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import libtorrent as lt
import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from starling.engine.alerts import AlertPump, together
from starling.engine.history import History
from starling.engine.listening import Listening
from starling.engine.news import News
from starling.engine.record import Record, Records
from starling.engine.session import Session
from starling.torrent import State
from tests.helpers import User, hermetic
from tests.swarm import Swarm, Version

Make = Callable[[dict[type, Callable[[Any], None]]], AlertPump]


@pytest.fixture
def session(tmp_path: Path, swarm: Swarm, qapp: object) -> Iterator[Session]:
    made = Session(hermetic(tmp_path, swarm.address(), {}, {}).pack, None)
    yield made
    made.end()


@pytest.fixture
def pump(session: Session) -> Iterator[Make]:
    made: list[AlertPump] = []

    def make(handlers: dict[type, Callable[[Any], None]]) -> AlertPump:
        made.append(AlertPump(session, handlers, lambda: None))
        return made[-1]

    yield make
    for one in made:
        one.stop()
        one.deleteLater()


def test_no_wake_up_gets_lost(qtbot: QtBot, session: Session, pump: Make) -> None:
    counts: list[int] = []
    pump({lt.session_stats_alert: lambda alert: counts.append(len(alert.values))})
    for number in range(50):
        for _ in range(20):
            session.lt.post_session_stats()
        qtbot.waitUntil(lambda wanted=20 * (number + 1): len(counts) == wanted, timeout=20_000)


def test_several_get_the_same_alert_though_one_fails(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    failures: list[BaseException] = []
    monkeypatch.setattr("starling.engine.alerts.report", failures.append)

    def fails(alert: object) -> None:
        raise ValueError("mine")

    first = {lt.session_stats_alert: fails}
    second = {lt.session_stats_alert: lambda alert: heard.append("second")}
    third = {lt.session_stats_alert: lambda alert: heard.append("third"), lt.save_resume_data_alert: heard.append}
    handlers = together(first, second, third)
    assert handlers[lt.save_resume_data_alert] is third[lt.save_resume_data_alert]
    pump = AlertPump(session, handlers, lambda: None)
    session.lt.post_session_stats()
    qtbot.waitUntil(lambda: heard == ["second", "third"])
    pump.stop()
    pump.deleteLater()
    assert [str(error) for error in failures] == ["mine"]


def test_burst_arrives_whole(qtbot: QtBot, session: Session, pump: Make) -> None:
    counts: list[int] = []
    for _ in range(3000):
        session.lt.post_session_stats()
    pump({lt.session_stats_alert: lambda alert: counts.append(1)})
    qtbot.waitUntil(lambda: len(counts) == 3000, timeout=20_000)


def test_many_are_handled_in_several_turns_in_their_order_and_nobody_pops_meanwhile(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("starling.engine.alerts._SLICE", 0.0)
    turns, batches = [0], list[int]()
    seen: list[tuple[int, int]] = []
    pump = AlertPump(
        session,
        {lt.session_stats_alert: lambda alert: seen.append((turns[0], alert.values["net.sent_bytes"]))},
        lambda: batches.append(len(seen)),
    )
    ticker = QTimer()
    ticker.timeout.connect(lambda: turns.__setitem__(0, turns[0] + 1))
    ticker.start(0)
    for _ in range(400):
        session.lt.post_session_stats()
    qtbot.waitUntil(lambda: len(seen) >= 60, timeout=20_000)
    for _ in range(200):
        # A byte comes while the others wait.
        session.lt.post_session_stats()
    qtbot.waitUntil(lambda: len(seen) == 600, timeout=20_000)
    ticker.stop()
    assert len({turn for turn, _ in seen}) > 5, "fifty in a turn"
    assert batches[-1] == 600
    for _ in range(120):
        session.lt.post_session_stats()
    qtbot.waitUntil(lambda: len(seen) > 600, timeout=20_000)
    popped = pump._left is not None
    pump.stop()
    pump.deleteLater()
    assert not popped or batches[-1] == len(seen) > 650, "what was popped is handled to the last"


def test_a_batch_that_ends_badly_costs_no_alert(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("starling.engine.alerts._SLICE", 0.0)
    failures: list[BaseException] = []
    monkeypatch.setattr("starling.engine.alerts.report", failures.append)
    seen: list[int] = []

    def fails() -> None:
        raise ValueError("full")

    pump = AlertPump(session, {lt.session_stats_alert: lambda alert: seen.append(1)}, fails)
    for _ in range(300):
        session.lt.post_session_stats()
    qtbot.waitUntil(lambda: len(seen) == 300 and bool(failures), timeout=20_000)
    pump.stop()
    pump.deleteLater()


def test_no_name_refers_to_an_alert_when_the_batch_is_done(qtbot: QtBot, session: Session) -> None:
    names: list[str] = []

    def batch_done() -> None:
        frame = inspect.currentframe()
        while frame is not None:
            names.extend(name for name, value in frame.f_locals.items() if isinstance(value, lt.alert))
            frame = frame.f_back

    counts: list[int] = []
    made = AlertPump(session, {lt.session_stats_alert: lambda alert: counts.append(1)}, batch_done)
    session.lt.post_session_stats()
    qtbot.waitUntil(lambda: bool(counts))
    made.stop()
    made.deleteLater()
    assert names == []


def test_handler_that_fails_costs_no_other_alert(qtbot: QtBot, session: Session, pump: Make) -> None:
    seen: list[int] = []

    def fail_first(alert: lt.session_stats_alert) -> None:
        seen.append(1)
        if len(seen) == 1:
            raise ValueError("unreadable")

    with qtbot.captureExceptions() as failures:
        pump({lt.session_stats_alert: fail_first})
        for _ in range(10):
            session.lt.post_session_stats()
        qtbot.waitUntil(lambda: len(seen) == 10, timeout=20_000)
    assert [str(error) for _, error, _ in failures] == ["unreadable"]


def test_stopped_pump_hands_out_nothing(qtbot: QtBot, session: Session) -> None:
    seen: list[int] = []
    made = AlertPump(session, {lt.session_stats_alert: lambda alert: seen.append(1)}, lambda: None)
    session.lt.post_session_stats()
    made.stop()
    made.deleteLater()
    session.lt.post_session_stats()
    assert session.lt.wait_for_alert(5000)
    qtbot.wait(1)
    assert seen == []


def test_records_are_found_by_id_handle_and_either_hash(session: Session, swarm: Swarm) -> None:
    payload = swarm.payload(version=Version.HYBRID)
    params = lt.load_torrent_file(str(payload.torrent_path))
    params.save_path = str(swarm.make_folder("x"))
    records = Records()
    record = Record(payload.id, "n", "/", payload.hash_v1, payload.hash_v2)
    records.add(record)
    handle = session.lt.add_torrent(params)
    records.bind(record, handle)
    assert records.get(payload.id) is records.of(handle) is records.with_hash(handle.info_hashes()) is record
    v2_only = lt.info_hash_t(lt.sha256_hash(bytes.fromhex(payload.hash_v2)))
    assert records.with_hash(v2_only) is record
    assert (list(records), len(records)) == ([record], 1)
    records.drop(record)
    session.lt.remove_torrent(handle)
    assert records.get(payload.id) is records.of(handle) is records.with_hash(v2_only) is None
    assert records.of(lt.torrent_handle()) is None


def test_dropped_alerts_cost_nothing_for_long(swarm: Swarm, user: User) -> None:
    id = user.adds(swarm.payload())
    running = user.engine._running
    assert running is not None
    keeper, listener = running.keeper, running.listener
    keeper._flying.add(id)  # its answer was dropped
    user.engine.set_sequential([id], True)
    listener._on_dropped(lt.alerts_dropped_alert)
    user.sees(id, lambda row: row.sequential)
    user.until(lambda: not keeper._flying)
    assert user.restart().torrent(id).sequential


def test_saved_while_it_changes_again(swarm: Swarm, user: User) -> None:
    """What changes while a save is on its way is saved by the next one."""
    id = user.adds(swarm.payload())
    running = user.engine._running
    assert running is not None
    keeper = running.keeper
    keeper.save_now(id)
    user.engine.set_sequential([id], True)
    keeper.request_dirty()
    assert id in keeper._flying
    assert id in keeper._dirty
    user.until(lambda: not keeper._flying)
    keeper.request_dirty()
    user.until(lambda: not keeper._flying)
    user.quit()
    assert user.start().torrent(id).sequential


def test_ten_thousand_statuses_leave_the_loop_room(
    qtbot: QtBot, qloop: asyncio.AbstractEventLoop, session: Session, swarm: Swarm
) -> None:
    payload = swarm.payload(files=1000)
    params = lt.load_torrent_file(str(payload.torrent_path))
    params.save_path = str(swarm.make_folder("x"))
    handle = session.lt.add_torrent(params)
    records = Records()
    record = Record(payload.id, "n", "/")
    records.add(record)
    records.bind(record, handle)

    class Nobody:
        touch = position = staticmethod(lambda *_: None)

    news = News(records, Nobody(), Listening({}), History(records))  # type: ignore[arg-type]
    turns: list[int] = []
    updates: list[Any] = []
    news.updated.connect(updates.append)
    news.take([handle.status()] * 10_000)

    def turn() -> None:
        turns.append(len(news._statuses))
        if not updates:
            qloop.call_soon(turn)

    turn()
    qtbot.waitUntil(lambda: bool(updates), timeout=20_000)
    assert len({left for left in turns if left}) >= 10
    assert [row.id for row in updates[0]] == [payload.id]
    news.deleteLater()


def test_torrent_that_is_gone_is_in_no_later_news(swarm: Swarm, user: User) -> None:
    ids = [user.adds(swarm.payload(files=1000, name=f"{number}")) for number in range(3)]
    user.run(user.engine.remove(ids[:1], data=False))
    user.news.clear()
    user.engine.pause(ids)
    user.sees(ids[1], State.PAUSED)
    user.sees(ids[2], State.PAUSED)
    assert ids[0] not in user.news
