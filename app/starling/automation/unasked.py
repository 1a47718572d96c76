# SPDX-License-Identifier: GPL-3.0-or-later
"""Torrents that are added without a dialog: as the settings say, and in one way wherever they come from."""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from starling import settings
from starling.engine.engine import Engine, EngineError
from starling.items import Kind, kind_of, normalised
from starling.labelrules import ruled
from starling.lookinto import look_into
from starling.settings import Settings
from starling.tasks import Worker, spawn
from starling.torrent import AddOptions, Preview


def usual(chosen: Settings) -> AddOptions:
    """What the settings say of every new torrent."""
    return AddOptions(
        save_path=chosen.get(settings.downloads.SAVE_PATH),
        start=chosen.get(settings.downloads.START_ADDED),
        excluded=chosen.get(settings.downloads.EXCLUDED),
    )


async def join(engine: Engine, chosen: Settings, found: Preview, options: AddOptions) -> str:
    """Adds what was previewed, with the labels that the rules give it; returns its id.

    Raises EngineError, and then the preview is forgotten.
    """
    try:
        return await engine.intake.add(found.id, ruled(chosen, options, found))
    except (EngineError, asyncio.CancelledError):
        engine.intake.discard(found.id)
        raise


async def meet(engine: Engine, found: Preview) -> int:
    """A torrent that is in the list already gets the trackers it lacks; returns how many."""
    if found.new_trackers:
        return await engine.intake.merge_trackers(found.id)
    engine.intake.discard(found.id)
    return 0


class Unasked(QObject):
    """What the command line brings where there is no window to ask in."""

    trouble = Signal(str)
    """A sentence about what could not be added."""
    noted = Signal(str)

    def __init__(self, engine: Engine, chosen: Settings, worker: Worker, parent: QObject | None = None) -> None:
        """`worker` takes what may wait for a slow disk."""
        super().__init__(parent)
        self._engine, self._settings, self._worker = engine, chosen, worker

    def open(self, items: Iterable[str], *, save_path: str | None = None, paused: bool = False) -> None:
        """Takes files, folders with .torrent files, magnet links, info-hashes and web addresses; returns at once."""
        options = usual(self._settings)
        options = replace(options, save_path=save_path or options.save_path, start=options.start and not paused)
        spawn(self._open(list(dict.fromkeys(items)), options), name="open")

    async def _open(self, items: Sequence[str], options: AddOptions) -> None:
        for item in items:
            wanted = normalised(item) or item
            if kind_of(wanted) is Kind.URL:
                # It may take a while, and need not hold up the others.
                spawn(self._add(wanted, options), name="add")
                continue
            for source in await self._sources(wanted):
                await self._add(source, options)

    async def _sources(self, item: str) -> Sequence[str]:
        if kind_of(item) is not Kind.FILE:
            return (item,)
        found = await self._worker.run(look_into, item)
        if found.is_folder and not found.files:
            self.trouble.emit(self.tr("There is no .torrent file in {folder}.").format(folder=item))
        if found.cut:
            text = self.tr("{folder} holds too much to look through: not all of it is added.")
            self.trouble.emit(text.format(folder=item))
        for folder in found.closed:
            self.trouble.emit(self.tr("The folder {folder} may not be read.").format(folder=folder))
        return found.files

    async def _add(self, source: str, options: AddOptions) -> None:
        try:
            found = await self._engine.intake.preview(source)
            if found.known:
                await meet(self._engine, found)
                self.noted.emit(self.tr("“{name}” is in the list already.").format(name=found.name))
            else:
                await join(self._engine, self._settings, found, options)
                self.noted.emit(self.tr("“{name}” was added.").format(name=found.name))
        except EngineError as error:
            self.trouble.emit(str(error))
