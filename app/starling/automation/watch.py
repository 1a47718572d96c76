# SPDX-License-Identifier: GPL-3.0-or-later
"""One watch folder: looks into it again and again, and adds what lies there once it is whole."""

import asyncio
import os
import time
from collections.abc import AsyncIterator, Callable, Iterable
from dataclasses import replace
from itertools import islice
from typing import ParamSpec, TypeVar

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

from starling import settings
from starling.automation import folderlook
from starling.automation.folderlook import Sight, Stamp, UnstableError
from starling.automation.owned import Owned
from starling.automation.remains import Remains
from starling.automation.taken import Taken
from starling.automation.territory import Territory
from starling.automation.unasked import join, meet, usual
from starling.engine.engine import Engine, EngineError
from starling.i18n import translate
from starling.settings import Settings
from starling.spelling import shown
from starling.tasks import Worker, report, spawn
from starling.torrent import Preview
from starling.watchfolders import Done, WatchFolder

P = ParamSpec("P")
T = TypeVar("T")

STABLE_S = 1.0
"""A file that is as it was so many seconds ago is not written any more."""
UNREADABLE_S = 10.0
"""What can't be understood may be half of it: whoever writes the rest has so many seconds more."""
SOON_S, NEAR_S, FAR_S = 0.2, 10.0, 5.0
"""After the system told of a change; without a word from it; where it tells of nothing."""
_SHARE = 50
"""Looking takes at most such a part of the time."""
HUNG_S = 20.0
AGAIN_S = 60.0
"""After a file could not be added: the folder its torrents are saved in may be there again."""
_SAVED_EVERY = 500
_SLICE = 0.008
"""Seconds of a turn of the event loop: there may be very many files."""
_FOLDERS = 1_000
"""In so many the system is asked to tell of changes."""
_IN_VAIN = 3
"""After so many files that could not be added the others wait for the next look."""


class _NotNowError(Exception):
    """Something can't be added at the moment, for the reason in its sentence."""


class Watch(QObject):
    """Has a thread of its own: a disk that does not answer holds up nothing but this."""

    trouble = Signal(str)
    noted = Signal(str)

    def __init__(
        self,
        folder: WatchFolder,
        engine: Engine,
        chosen: Settings,
        taken: Taken,
        owned: Owned,
        territory: Territory,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._folder, self._engine, self._settings, self._taken = folder, engine, chosen, taken
        self._owned, self._territory = owned, territory
        self._remains = Remains()
        self._worker = Worker(asyncio.get_running_loop(), "watch folder")
        self._notifier = QFileSystemWatcher(self)
        self._notifier.directoryChanged.connect(self._on_told)
        self._told = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._waiting: dict[str, tuple[Stamp, float]] = {}
        """Files that may still be written: how each was, and since when."""
        self._newest = 0.0
        """When the last of them came."""
        self._unreadable: set[str] = set()
        """Files that may not be read, which was said: they are tried again, for that does not change them."""
        self._said = ""
        """What is wrong with the folder, or with where torrents are saved: it is said once."""
        self._later: dict[str, tuple[float, str]] = {}
        """Files that could not be added: when they are tried again, and what was said of it."""
        self._unforeseen: set[str] = set()
        """Failures that were reported."""

    def begin(self) -> None:
        """Watches until `close`."""
        self._task = spawn(self._watch(), name="watch folder")

    async def close(self, patience: float) -> None:
        """Ends it; the thread has so many seconds to finish."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait([self._task])
        self._notifier.deleteLater()
        await self._worker.stop(patience)
        self.deleteLater()

    def _on_told(self) -> None:
        self._told.set()

    # -- looking

    async def _watch(self) -> None:
        while True:
            try:
                await self._look()
            except Exception as error:  # noqa: BLE001  (a watch that ends is missed by nobody: it is told, and goes on)
                self._report(error)
                await asyncio.sleep(NEAR_S)

    async def _look(self) -> None:
        self._told.clear()
        begun = time.monotonic()
        sight = await self._ask(
            folderlook.look,
            self._folder.folder,
            subfolders=self._folder.subfolders,
            known=self._taken,
            left=self._remains.stamps(),
        )
        elapsed = time.monotonic() - begun
        self._follow(sight)
        if sight.problem:
            self._say(sight.problem)
        else:
            self._territory.claim(self._folder, sight.folders.values())
            await self._take(sight)
        await self._rest(sight, elapsed * _SHARE)

    def _report(self, error: Exception) -> None:
        """Once each, however often it comes."""
        if repr(error) not in self._unforeseen:
            self._unforeseen.add(repr(error))
            report(error)

    async def _rest(self, sight: Sight, least: float) -> None:
        usual = max(NEAR_S if sight.near else FAR_S, least)
        now = time.monotonic()
        if self._waiting and now - self._newest < UNREADABLE_S:
            usual = max(STABLE_S, least)
        try:
            async with asyncio.timeout(usual):
                await self._told.wait()
        except TimeoutError:
            return
        # Whoever puts one file there often puts more.
        await asyncio.sleep(max(SOON_S, least))

    def _follow(self, sight: Sight) -> None:
        """Has the system tell of changes where it can; elsewhere, even asking it to may never return."""
        before, now = set(self._notifier.directories()), set(islice(sight.folders, _FOLDERS) if sight.near else ())
        if gone := before - now:
            self._notifier.removePaths(list(gone))
        if new := now - before:
            self._notifier.addPaths(list(new))

    async def _ask(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """In the thread, however long that takes; what takes very long is said."""
        asked = asyncio.ensure_future(self._worker.run(function, *args, **kwargs))
        try:
            if not (await asyncio.wait([asked], timeout=HUNG_S))[0]:
                text = translate("Watching", "The watch folder {folder} does not answer. Starling goes on waiting.")
                self._say(text.format(folder=shown(self._folder.folder)))
            return await asked
        finally:
            asked.cancel()

    def _say(self, sentence: str) -> None:
        if sentence != self._said:
            self._said = sentence
            self.trouble.emit(sentence)

    def _say_well(self) -> None:
        if self._said:
            self._said = ""
            text = translate("Watching", "The watch folder {folder} is watched again.")
            self.noted.emit(text.format(folder=shown(self._folder.folder)))

    # -- taking

    async def _take(self, sight: Sight) -> None:
        """Adds what is whole by now, one after the other; between them the event loop runs."""
        now = time.monotonic()
        twin = self._territory.owner(sight.folders[self._folder.folder])
        if twin != self._folder and twin is not None:
            text = translate("Watching", "The watch folder {folder} is {other} by another name: that one is watched.")
            self._say(text.format(folder=shown(self._folder.folder), other=shown(twin.folder)))
        await self._forget_gone(sight)
        whole = await self._whole(sight, now)
        refused = 0
        try:
            for number, path in enumerate(whole, 1):
                refused = refused + 1 if not await self._try_one(path) else 0
                if number % _SAVED_EVERY == 0:
                    self._taken.save()
                if refused == _IN_VAIN:
                    # The others are likely to fare no better: they come first at the next look.
                    break
            if not self._later and twin == self._folder:
                self._say_well()
        finally:
            self._taken.save()

    async def _forget_gone(self, sight: Sight) -> None:
        self._unreadable &= sight.files.keys()
        for path in [path async for path in _in_turns(self._later) if path not in sight.files]:
            del self._later[path]
        for path in [path async for path in _in_turns(self._waiting) if path not in sight.files]:
            del self._waiting[path]

    async def _whole(self, sight: Sight, now: float) -> list[str]:
        """Those files that are not written any more and that no other watch takes.

        All watches had their first look by the time a file is whole.
        """
        mine: dict[str, bool] = {}
        whole, failed = list[str](), list[str]()
        async for path, stamp in _in_turns(sight.files.items()):
            known = self._waiting.get(path)
            if known is None or known[0] != stamp:
                self._waiting[path] = stamp, now
                self._newest = now
                continue
            before = self._later.get(path)
            if now - known[1] < STABLE_S or (before is not None and now < before[0]):
                continue
            folder = os.path.dirname(path)  # noqa: PTH120  (texts, thousands of times)
            if folder not in mine:
                place = sight.folders.get(folder)
                mine[folder] = place is not None and self._territory.owner(place) == self._folder
            if mine[folder] or path in self._remains:
                (whole if before is None else failed).append(path)
        # Those that failed come last, however they fail.
        return whole + failed

    async def _try_one(self, path: str) -> bool:
        """Whether nothing has to wait; what can't be added holds up no other."""
        # Noted before: what nobody foresees ends this look, and is not to end the next one too.
        _, before = self._later.get(path, (0.0, ""))
        self._later[path] = time.monotonic() + AGAIN_S, before
        try:
            await self._take_one(path, *self._waiting[path])
        except _NotNowError as reason:
            if str(reason) not in {said for _, said in self._later.values()}:
                self._say(str(reason))
            self._later[path] = time.monotonic() + AGAIN_S, str(reason)
            return False
        del self._later[path]
        return True

    async def _take_one(self, path: str, stamp: Stamp, since: float) -> None:
        """Adds what is in a file and puts it away; one that can't be understood is left until it is another one."""
        if await self._owned.has(path, await self._ask(os.path.realpath, path)):
            # What a torrent saved is not for us, not even once the torrent was removed from the list.
            self._settle(path, stamp)
            return
        try:
            data = await self._ask(folderlook.read, path, stamp)
            if not folderlook.is_ended(path, data) and time.monotonic() - since < UNREADABLE_S:
                # The link in its last line may be half of one, and would be taken for another torrent's.
                return
            held = await self._add_all(path, data)
        except UnstableError:
            del self._waiting[path]
        except OSError as error:
            if time.monotonic() - since >= UNREADABLE_S and path not in self._unreadable:
                self._unreadable.add(path)
                text = translate("Watching", "{file} can't be read: {reason}.")
                self.trouble.emit(text.format(file=shown(path), reason=error.strerror))
        except EngineError as error:
            if time.monotonic() - since >= UNREADABLE_S:
                self._settle(path, stamp)
                self.trouble.emit(str(error))
        else:
            await self._put_away(path, stamp, data, held=held)

    def _settle(self, path: str, stamp: Stamp) -> None:
        """It stays as it is, and is not looked at again before it is another."""
        del self._waiting[path]
        self._taken.add(folderlook.mark(path, stamp))

    async def _put_away(self, path: str, stamp: Stamp, data: bytes, *, held: bool) -> None:
        # Whoever wrote something else into a text wants to keep it; what was put away already lies well.
        mere = folderlook.is_torrent(path) or folderlook.must_hold_links(path) or folderlook.only_links(data)
        done = self._folder.done if held and mere and path not in self._remains else Done.KEEP
        away = await self._ask(folderlook.put_away, path, stamp, done)
        if away.problem or done is Done.KEEP:
            self._settle(path, stamp)
        else:
            del self._waiting[path]
        if away.problem:
            self.trouble.emit(away.problem)
        if not folderlook.is_torrent(path):
            self._remains.keep(path, away.path, stamp, data)

    async def _add_all(self, path: str, data: bytes) -> bool:
        """Whether there was anything: a .txt file may be about something else.

        Raises EngineError for what can't be understood, `_NotNowError` for what can't be added.
        """
        if folderlook.is_torrent(path):
            await self._add(await self._engine.intake.preview(path, data))
            return True
        if folderlook.too_large(path, data):
            text = translate("Watching", "{file} is too large for a list of links: nothing of it was added.")
            raise EngineError(text.format(file=shown(path)))
        if folderlook.must_hold_links(path) and not folderlook.links_in(data):
            text = translate("Watching", "There is no magnet link in {file}.")
            raise EngineError(text.format(file=shown(path)))
        links = self._remains.news(path, data)
        refused: EngineError | None = None
        for link in links:
            try:
                found = await self._engine.intake.preview(link)
            except EngineError as error:
                # The others are good all the same.
                refused = error
            else:
                await self._add(found)
        if refused is not None:
            raise refused
        return bool(links)

    async def _add(self, found: Preview) -> None:
        """One that is in the list already gets the trackers it lacks."""
        if found.known:
            await meet(self._engine, found)
            return
        options = replace(
            usual(self._settings),
            save_path=self._folder.save_path or self._settings.get(settings.downloads.SAVE_PATH),
            start=self._folder.start,
            labels=self._folder.labels,
        )
        try:
            await join(self._engine, self._settings, found, options)
        except EngineError as error:
            raise _NotNowError(str(error)) from error


async def _in_turns(items: Iterable[T]) -> AsyncIterator[T]:
    """One after the other; now and then the event loop runs."""
    until = time.monotonic() + _SLICE
    for item in items:
        if time.monotonic() > until:
            await asyncio.sleep(0)
            until = time.monotonic() + _SLICE
        yield item
