# SPDX-License-Identifier: GPL-3.0-or-later
"""The file of what happened: kept over a restart, begun anew when it is damaged, and never in the way."""

import asyncio
import sqlite3
import threading
from pathlib import Path

import pytest

from starling.engine.annals import Annals

_SCHEMA = "CREATE TABLE IF NOT EXISTS notes (text TEXT NOT NULL) STRICT;"


def written(db: sqlite3.Connection, text: str) -> None:
    db.execute("INSERT INTO notes VALUES (?)", (text,))


def read(db: sqlite3.Connection) -> list[str]:
    return [text for (text,) in db.execute("SELECT text FROM notes")]


async def keeps(path: Path, *texts: str, said: list[str] | None = None) -> list[str]:
    annals = Annals(path)
    annals.damaged = (said if said is not None else []).append
    annals.keep(_SCHEMA)
    try:
        for text in texts:
            await annals.run(written, text)
        return await annals.run(read)
    finally:
        await annals.close()


def test_what_is_written_is_there_again(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    assert asyncio.run(keeps(path, "one")) == ["one"]
    assert asyncio.run(keeps(path, "two")) == ["one", "two"]
    assert [file.name for file in tmp_path.iterdir()] == ["history.db"], "closed, so that one file is all there is"


@pytest.mark.parametrize("damage", [b"no database at all" * 100, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_file_is_put_aside_and_that_is_said(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "history.db"
    path.write_bytes(damage)
    said: list[str] = []
    assert asyncio.run(keeps(path, "new", said=said)) == ["new"]
    (aside,) = tmp_path.glob("history.db.damaged-*")
    assert aside.read_bytes() == damage
    (sentence,) = said
    assert str(aside) in sentence


def test_a_failed_function_leaves_nothing_half_done(tmp_path: Path) -> None:
    async def fails() -> list[str]:
        annals = Annals(tmp_path / "history.db")
        annals.keep(_SCHEMA)

        def half(db: sqlite3.Connection) -> None:
            written(db, "half")
            raise ValueError("the other half")

        try:
            with pytest.raises(ValueError, match="other half"):
                await annals.run(half)
            return await annals.run(read)
        finally:
            await annals.close()

    assert asyncio.run(fails()) == []


def test_the_end_does_not_wait_for_a_thread_that_is_busy(tmp_path: Path) -> None:
    released = threading.Event()

    async def closes() -> None:
        annals = Annals(tmp_path / "history.db")
        waiting = asyncio.ensure_future(annals.run(lambda _: released.wait(30)))
        await asyncio.sleep(0)
        await annals.close(0.05)
        assert not waiting.done()
        released.set()
        assert await waiting

    asyncio.run(closes())


def test_the_log_is_small_again_after_a_large_transaction(tmp_path: Path) -> None:
    async def writes() -> int:
        annals = Annals(tmp_path / "history.db")
        annals.keep(_SCHEMA)
        await annals.run(written, "x" * 20_000_000)
        for _ in range(3):
            await annals.run(written, "little")
        size = (tmp_path / "history.db-wal").stat().st_size
        await annals.close()
        return size

    assert asyncio.run(writes()) <= 5_000_000
