# SPDX-License-Identifier: GPL-3.0-or-later
"""Garbage is collected, by the GUI thread alone."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from starling.collector import Collector


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[Collector]:
    before = gc.isenabled()
    made = Collector()
    yield made
    made.stop()
    assert gc.isenabled() == before


class Knot(QObject):
    """An object that only the collector can free, and that tells in which thread it was freed."""

    freed: list[str]

    def __init__(self, freed: list[str]) -> None:
        super().__init__()
        self.itself = self
        self.freed = freed
        weakref.finalize(self, lambda: freed.append(threading.current_thread().name))


def litter() -> None:
    """Allocate far more than Python's own collector would stand."""
    kept = [[number] for number in range(20_000)]
    assert len(kept) == 20_000


def test_cycles_are_freed_in_the_gui_thread_though_a_worker_allocates(qtbot: QtBot, collector: Collector) -> None:
    freed: list[str] = []
    for _ in range(50):
        Knot(freed)
    worker = threading.Thread(target=litter, name="worker")
    worker.start()
    worker.join()
    assert "worker" not in freed
    keep = [[number] for number in range(5_000)]
    qtbot.waitUntil(lambda: len(freed) == 50)
    assert set(freed) == {threading.main_thread().name}
    assert len(keep) == 5_000


def test_nothing_is_collected_before_it_is_due(collector: Collector) -> None:
    gc.collect()
    assert collector.collect_due() is None
    keep = [[number] for number in range(2 * gc.get_threshold()[0])]
    assert collector.collect_due() == 0
    assert keep


def test_what_was_there_when_it_settled_is_not_visited_any_more(qtbot: QtBot, collector: Collector) -> None:
    freed: list[str] = []
    Knot(freed)
    kept = Knot([])
    collector.settle()
    assert len(freed) == 1, "garbage is not set aside"
    assert gc.get_freeze_count() > 1000
    assert not any(each is kept for each in gc.get_objects())
    Knot(freed)
    gc.collect()
    assert len(freed) == 2, "what comes later is collected"
    collector.stop()
    assert gc.get_freeze_count() == 0
    assert any(each is kept for each in gc.get_objects())
