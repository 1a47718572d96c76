# SPDX-License-Identifier: GPL-3.0-or-later
"""What the log hands on: each line once, and to the journal as it wants them."""

import asyncio
import os
import threading
from collections.abc import Sequence

from pytestqt.qtbot import QtBot

from starling.core import console
from starling.logbook import Area, Entry, Level, Logbook
from starling.logwriter import LogWriter
from starling.tasks import cancel_all
from tests.helpers import LONG


def test_what_is_written_while_everything_is_cancelled_comes_once(
    qtbot: QtBot, qloop: asyncio.AbstractEventLoop
) -> None:
    begun, go_on = threading.Event(), threading.Event()
    written: list[str] = []

    def put(entries: Sequence[Entry]) -> None:
        begun.set()
        go_on.wait(LONG)
        written.extend(entry.text for entry in entries)

    book = Logbook()
    book.write(Level.INFO, Area.PROGRAM, "the last line")
    writer = LogWriter(book, put, "there")
    writer.write(True)
    qtbot.waitUntil(begun.is_set)
    cancelling = qloop.create_task(cancel_all())
    qtbot.waitUntil(cancelling.done)
    closing = qloop.create_task(writer.close())
    go_on.set()
    qtbot.waitUntil(closing.done)
    qtbot.waitUntil(lambda: bool(written))
    assert written == ["the last line"]


def test_the_journal_is_known_by_what_standard_error_is() -> None:
    found = os.fstat(2)
    assert console._is_journal(f"{found.st_dev}:{found.st_ino}")
    assert not console._is_journal(f"{found.st_dev}:{found.st_ino + 1}")
    assert not console._is_journal("")
