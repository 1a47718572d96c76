# SPDX-License-Identifier: GPL-3.0-or-later
"""The vocabulary of steps: what a user does with an engine, so that tests read like that."""

import asyncio
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable, Coroutine, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, TypedDict, TypeVar, Unpack

import libtorrent as lt
import tomli_w
from pytestqt.qtbot import QtBot

from starling import settings
from starling.engine import pack
from starling.engine.engine import Engine, EngineError
from starling.engine.session import Config
from starling.setting import Setting
from starling.settings import Settings
from starling.tasks import Worker
from starling.torrent import AddOptions, Layout, Preview, SessionState, State, Torrent
from starling.tracker import Tracker
from tests.swarm import Address, Payload, Peer

T = TypeVar("T")

LONG = 20.0
"""Seconds that a step may take on a busy machine; nothing takes that long unless it fails."""


class Options(TypedDict, total=False):
    """`AddOptions`, each with a default."""

    save_path: str
    start: bool
    priorities: dict[int, int]
    name: str
    sequential: bool
    first_last: bool
    top_of_queue: bool
    labels: tuple[str, ...]
    layout: Layout
    skip_check: bool
    paths: dict[int, str]
    excluded: tuple[str, ...]


Chosen = Mapping[Setting[Any], object]
"""Settings as settings.toml has them."""


def hermetic(folder: Path, address: str, chosen: Chosen, session: Mapping[str, int | bool | str]) -> Config:
    """The product's own settings, held to loopback: TCP, no discovery, an address that nobody else has.

    `chosen` and libtorrent's own `session` come on top.
    """
    values = {
        settings.downloads.SAVE_PATH: str(folder / "downloads"),
        settings.connection.INTERFACES: [address],
        settings.connection.PORT: 0,
        settings.connection.UPNP: False,
        settings.connection.NATPMP: False,
        settings.connection.UTP: False,
        settings.connection.DHT: False,
        settings.advanced.DHT_BOOTSTRAP: [],
        settings.connection.LSD: False,
        settings.queue.ACTIVE_DOWNLOADS: 0,
        settings.downloads.KEEP_FREE: 0,
        settings.advanced.SESSION: dict(session),
        **chosen,
    }
    document: dict[str, dict[str, object]] = {}
    for setting, value in values.items():
        table, name = setting.key.split(".")
        document.setdefault(table, {})[name] = value
    file = folder / "settings.toml"
    file.write_text(tomli_w.dumps(document))
    read = Settings(file)
    assert read.problems == ()
    config = pack.config(read)
    read.deleteLater()
    return config


class User:
    """Somebody at an engine: starts it, adds, commands, looks, quits and comes back."""

    def __init__(
        self,
        qtbot: QtBot,
        loop: asyncio.AbstractEventLoop,
        folder: Path,
        address: str,
        told: list[str],
        chosen: Chosen,
        session: Mapping[str, int | bool | str],
    ) -> None:
        self.qtbot = qtbot
        self.loop = loop
        self.told = told
        self.address = address
        self.folder = folder
        self.data_dir = folder / "data"
        self.downloads = folder / "downloads"
        self.downloads.mkdir(parents=True)
        self.config = hermetic(folder, address, chosen, session)
        self.session = SessionState()
        self.news: list[str] = []
        """Every id in `updated`, in order."""
        self.gone: list[str] = []
        self.files_changed: list[str] = []
        self.noted: list[str] = []
        """What it was good to know."""
        self.completed: list[Preview] = []
        """Previews that `metadata` brought."""
        self._engine: Engine | None = None
        self._workers: tuple[Worker, ...] = ()

    # -- the program

    @property
    def engine(self) -> Engine:
        """The engine that runs."""
        assert self._engine is not None, "the program does not run"
        return self._engine

    def launch(self) -> asyncio.Task[None]:
        """Begins to start the program, without waiting for it."""
        self._workers = (Worker(self.loop, "test-engine"), Worker(self.loop, "test-files"))
        self._engine = engine = Engine(*self._workers, self.data_dir, self.config)
        engine.failed.connect(self.told.append)
        engine.ip_filter.unread.connect(self.told.append)
        engine.noted.connect(self.noted.append)
        engine.updated.connect(self._on_updated)
        engine.removed.connect(self.gone.extend)
        engine.files_changed.connect(self.files_changed.append)
        engine.metadata.connect(self.completed.append)
        engine.session_changed.connect(self._on_session)
        return self.loop.create_task(engine.open())

    def start(self) -> "User":
        """Starts the program and waits until every torrent is there."""
        self.finish(self.launch())
        self.until(lambda: all(record.handle is not None for record in self.engine._records))
        # Rows come with the first news, a moment later.
        self.until(lambda: all(record.hidden or record.snapshot is not None for record in self.engine._records))
        return self

    def changes(self, chosen: Chosen, **session: int | bool | str) -> None:
        """Changes settings while the program runs."""
        self.config = hermetic(self.folder, self.address, chosen, session)
        self.engine.apply(self.config)

    def quit(self) -> float:
        """Quits the program, if it runs; the seconds that took."""
        engine, self._engine = self._engine, None
        begun = time.monotonic()
        if engine is not None:
            self.run(engine.close())
            engine.deleteLater()
        elapsed = time.monotonic() - begun
        for worker in self._workers:
            self.run(worker.stop())
        self._workers = ()
        return elapsed

    def restart(self) -> "User":
        """Quits and comes back."""
        self.quit()
        return self.start()

    # -- waiting

    def until(self, condition: Callable[[], object], timeout: float = LONG) -> None:
        """Lets the program run until something is true."""
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=round(timeout * 1000))

    def finish(self, task: asyncio.Task[T], timeout: float = LONG) -> T:
        """What a task returns, or raises."""
        self.until(task.done, timeout)
        return task.result()

    def run(self, coro: Coroutine[Any, Any, T], timeout: float = LONG) -> T:
        """What a coroutine returns, or raises."""
        return self.finish(self.loop.create_task(coro), timeout)

    def refused(self, coro: Coroutine[Any, Any, object]) -> str:
        """The sentence with which the engine refuses."""
        try:
            answer = self.run(coro)
        except EngineError as error:
            return sentence(str(error))
        raise AssertionError(f"it was not refused, but answered with {answer!r}")

    def hears(self, *words: str) -> str:
        """Waits for a sentence that contains these words, and takes it from those that were told."""

        def found() -> list[str]:
            return [one for one in self.told if all(word in one for word in words)]

        self.until(found)
        heard = found()[0]
        self.told.remove(heard)
        return sentence(heard)

    # -- adding

    def previews(self, source: str | Path) -> Preview:
        """Opens the add dialog for a file, a link or a hash."""
        return self.run(self.engine.intake.preview(str(source)))

    def previews_complete(self, source: str | Path) -> Preview:
        """Opens the add dialog and waits until the metadata is in it."""
        found = self.previews(source)
        if found.has_metadata:
            return found
        self.until(lambda: any(preview.id == found.id for preview in self.completed))
        return next(preview for preview in self.completed if preview.id == found.id)

    def options(self, **chosen: Unpack[Options]) -> AddOptions:
        """What is chosen in the add dialog; the folder is `downloads` where nothing else is said."""
        return AddOptions(**{"save_path": str(self.downloads), **chosen})

    def adds(self, source: str | Path | Payload, **chosen: Unpack[Options]) -> str:
        """Opens the add dialog, presses Add, and sees the torrent in the list."""
        opened = source.torrent_path if isinstance(source, Payload) else source
        id = self.run(self.engine.intake.add(self.previews(opened).id, self.options(**chosen)))
        self.until(lambda: id in self.engine.torrents)
        return id

    def downloads_all(self, payload: Payload, *seeds: Peer, **chosen: Unpack[Options]) -> str:
        """Adds a torrent, gets it from these peers and has every byte."""
        id = self.adds(payload, **chosen)
        self.connects(id, *seeds)
        self.sees(id, State.SEEDING)
        return id

    def owns(self, payload: Payload, **chosen: Unpack[Options]) -> str:
        """Adds a torrent whose files are there already; quicker than a download where that is not the point."""
        payload.prefill(self.downloads, range(payload.pieces))
        id = self.adds(payload, **chosen)
        self.sees(id, State.SEEDING)
        return id

    def connects(self, id: str, *peers: Peer) -> None:
        """Meets peers of the swarm without a tracker."""
        for peer in peers:
            self.handle(id).connect_peer(tuple(peer.address), 0)

    def handle(self, id: str) -> lt.torrent_handle:
        """libtorrent's own view of a torrent, for what the engine does not show."""
        record = self.engine._records.get(id)
        assert record is not None
        self.until(lambda: record.handle)
        assert record.handle is not None
        return record.handle

    @property
    def listens_at(self) -> Address:
        """Where peers can connect to."""
        self.until(lambda: self.session.port)
        return Address(self.address, self.session.port)

    # -- looking

    def torrent(self, id: str) -> Torrent:
        """The row of a torrent as it stands."""
        return self.engine.torrents[id]

    def sees(self, id: str, *wanted: State | Callable[[Torrent], object], timeout: float = LONG) -> Torrent:
        """Waits until the row of a torrent is as wanted: in that state, or as a condition says."""

        def seen() -> bool:
            self.engine.refresh()
            row = self.engine.torrents.get(id)
            return row is not None and all(row.state is w if isinstance(w, State) else bool(w(row)) for w in wanted)

        try:
            self.until(seen, timeout)
        except self.qtbot.TimeoutError as error:
            raise AssertionError(f"seen last: {self.engine.torrents.get(id)}") from error
        return self.torrent(id)

    def queue(self) -> list[str]:
        """Ids in the order of the queue."""
        rows = [row for row in self.engine.torrents.values() if row.queue is not None]
        return [row.id for row in sorted(rows, key=lambda row: row.queue or 0)]

    def priorities(self, id: str) -> list[int]:
        """The priority of each file, as the files tab shows it."""
        return list(self.run(self.engine.details.file_state(id)).priorities)

    def trackers(self, id: str) -> dict[str, Tracker]:
        """The trackers tab, by URL."""
        return {tracker.url: tracker for tracker in self.run(self.engine.trackers.of(id))}

    def sets_priorities(self, id: str, priorities: dict[int, int]) -> None:
        """Changes priorities and waits until the engine says so."""
        count = len(self.files_changed)
        self.engine.contents.set_priorities(id, priorities)
        self.until(lambda: id in self.files_changed[count:])

    def stored(self) -> list[str]:
        """Ids in the database, as the next start would find them if the program were killed now."""
        # In the thread of the database it stands still.
        return self.run(self._workers[0].run(stored_ids, self.data_dir)) if self._workers else stored_ids(self.data_dir)

    def _on_updated(self, rows: Sequence[Torrent]) -> None:
        self.news.extend(row.id for row in rows)

    def _on_session(self, state: SessionState) -> None:
        self.session = state


def stored_ids(data_dir: Path) -> list[str]:
    """Ids in a database that a program may keep for itself: a copy is read."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("starling.db", "starling.db-wal"):
            if (data_dir / name).exists():
                shutil.copy(data_dir / name, folder)
        with closing(sqlite3.connect(Path(folder) / "starling.db")) as database:
            return [id for (id,) in database.execute("SELECT id FROM torrents ORDER BY rowid")]


def sentence(text: str) -> str:
    """`text`, which must be a sentence for people: one that ends, with nothing of the machine's in it."""
    assert text.rstrip("”").endswith((".", "?")), f"does not end like a sentence: {text!r}"
    for machine in ("[libtorrent:", "[bdecode:", "[system:", "Errno", "Traceback", "RuntimeError", " {"):
        assert machine not in text, f"{machine!r} is nothing for people: {text!r}"
    return text
