# SPDX-License-Identifier: GPL-3.0-or-later
"""The one way torrents come in: command line, second start, drop, paste, File ▸ Open and Open Link all end here."""

import asyncio
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from starling import settings
from starling.automation.unasked import join, usual
from starling.engine.engine import Engine, EngineError
from starling.items import Kind, kind_of, normalised
from starling.lookinto import look_into
from starling.settings import Settings
from starling.tasks import Worker, spawn
from starling.torrent import AddOptions, Preview
from starling.ui.notice import NoticeBar
from starling.ui.theme import ThemeManager
from starling.uistate import UiState

if TYPE_CHECKING:
    from starling.ui.dialogs.add import AddDialog

_AT_ONCE_S = 0.4
"""A dialog waits so long for what is known at once: most torrents are, and those in the list need no dialog.

Long enough for 100,000 files: reading them and building the dialog at the same time takes longer than both in turn.
"""


@dataclass(frozen=True, slots=True)
class Request:
    """One thing to add, and what was said about it."""

    source: str
    options: AddOptions


class Incoming(QObject):
    """Opens a dialog for all of them, or adds at once, as the user's settings say."""

    show_torrent = Signal(str)
    """The row of a torrent that is in the list already shall be selected."""
    added = Signal(str)
    """Id of a torrent that was added by a dialog."""

    def __init__(
        self,
        engine: Engine,
        chosen: Settings,
        state: UiState,
        themes: ThemeManager,
        notices: NoticeBar,
        worker: Worker,
        window: QWidget | None = None,
    ) -> None:
        """`worker` takes what may wait for a slow disk; dialogs belong to `window`."""
        super().__init__()
        self._engine, self._settings, self._state = engine, chosen, state
        self._themes, self._notices, self._worker = themes, notices, worker
        self._window = window
        self._opening = 0
        """Dialogs that wait a moment for what they are about."""
        self._showing = asyncio.Lock()
        self._dialog: AddDialog | None = None
        self._merging: set[str] = set()

    def set_window(self, window: QWidget) -> None:
        """Dialogs belong to this window."""
        self._window = window

    @property
    def dialog(self) -> "AddDialog | None":
        """The add dialog that is open."""
        return self._dialog

    def open(
        self,
        items: Iterable[str],
        *,
        save_path: str | os.PathLike[str] | None = None,
        paused: bool = False,
        no_dialog: bool = False,
    ) -> None:
        """Take files, folders with .torrent files, magnet links, info-hashes and web addresses; returns at once."""
        options = usual(self._settings)
        if save_path is not None:
            options = replace(options, save_path=os.fspath(save_path))
        if paused:
            options = replace(options, start=False)
        asks = self._settings.get(settings.downloads.SHOW_ADD_DIALOG) and not no_dialog
        wanted = [normalised(item) or item for item in dict.fromkeys(items)]
        spawn(self._open(wanted, options, asks), name="open")

    async def _open(self, items: Sequence[str], options: AddOptions, asks: bool) -> None:
        requests = []
        for item in items:
            sources = await self._sources(item) if kind_of(item) is Kind.FILE else [item]
            requests += [Request(source, options) for source in sources]
        if asks:
            await self._ask_for(requests)
        else:
            await self._add_all(requests)

    async def _sources(self, path: str) -> Sequence[str]:
        found = await self._worker.run(look_into, path)
        if found.cut:
            text = self.tr(
                "{folder} holds too much to look through: %n .torrent files of it are taken.", "", len(found.files)
            )
            self._notices.warn(text.format(folder=path))
        elif found.is_folder and not found.files:
            self._notices.warn(self.tr("There is no .torrent file in {folder}.").format(folder=path))
        for folder in found.closed:
            self._notices.warn(self.tr("The folder {folder} may not be read.").format(folder=folder))
        return found.files

    # -- with a dialog

    async def _ask_for(self, requests: Sequence[Request]) -> None:
        """One dialog for all of them; what comes while it stands joins them."""
        if self._dialog is None and len(requests) == 1 and not self._opening:
            await self._ask_for_one(requests[0])
            return
        for request in requests:
            await self._show(request)

    async def _ask_for_one(self, request: Request) -> None:
        """Most torrents are read at once: one that is in the list already needs no dialog, nor does a broken file."""
        self._opening += 1
        coming = asyncio.create_task(self._engine.intake.preview(request.source))
        try:
            await asyncio.wait([coming], timeout=_AT_ONCE_S)
        except asyncio.CancelledError:
            coming.cancel()
            raise
        finally:
            self._opening -= 1
        if coming.done() and self._dialog is None:
            try:
                preview = coming.result()
            except EngineError as error:
                self._say_refused(request, error, self._ask_again)
                return
            if preview.known:
                self._show_known(preview)
                return
        await self._show(request, coming)

    async def _show(self, request: Request, coming: "asyncio.Task[Preview] | None" = None) -> None:
        async with self._showing:
            if self._dialog is not None:
                self._dialog.take(request.source, request.options, coming)
                return
            dialog = await self._new_dialog()
            dialog.take(request.source, request.options, coming)
            self._dialog = dialog
            spawn(self._ask(dialog), name="add dialog")

    async def _new_dialog(self) -> "AddDialog":
        """Reads the code, makes the dialog: other events get their turn after each, as they do before the form."""
        # Late: dialogs are read when they are opened, the start does not pay for them.
        from starling.ui.dialogs.add import AddDialog
        from starling.ui.dialogs.means import Means

        await asyncio.sleep(0)
        means = Means(self._engine, self._settings, self._state, self._themes, self._worker)
        dialog = AddDialog(means, self._window)
        dialog.added.connect(self.added)
        dialog.dropped.connect(self.open)
        dialog.told.connect(self._notices.info)
        try:
            await asyncio.sleep(0)
        except asyncio.CancelledError:
            dialog.deleteLater()
            raise
        return dialog

    async def _ask(self, dialog: "AddDialog") -> None:
        from starling.ui.dialogs.add import Outcome
        from starling.ui.dialogs.asking import ask

        try:
            outcome = await ask(dialog)
        finally:
            self._dialog = None
        if outcome == Outcome.CANCELLED:
            return
        # Nobody may have looked at those that could not be added.
        for entry in dialog.entries:
            if entry.preview is not None and entry.preview.known:
                self._show_known(entry.preview)
            elif entry.error:
                self._say_refused(Request(entry.source, entry.options), EngineError(entry.error), self._ask_again)

    def _ask_again(self, request: Request) -> None:
        spawn(self._ask_for([request]), name="open")

    # -- without

    async def _add_all(self, requests: Sequence[Request]) -> None:
        """In their order, which is the queue's; only those that have to be fetched do not hold up the others."""
        for request in requests:
            if kind_of(request.source) is Kind.URL:
                spawn(self._add(request), name="add")
            else:
                await self._add(request)

    async def _add(self, request: Request) -> None:
        try:
            preview = await self._engine.intake.preview(request.source)
        except EngineError as error:
            self._say_refused(request, error, self._add_again)
            return
        if preview.known:
            self._show_known(preview)
            return
        try:
            await join(self._engine, self._settings, preview, request.options)
        except EngineError as error:
            self._notices.error(str(error))

    def _add_again(self, request: Request) -> None:
        spawn(self._add(request), name="add")

    def _say_refused(self, request: Request, error: EngineError, again: Callable[[Request], None]) -> None:
        """What can't be fetched now may be there a moment later; a broken file stays broken."""
        offer = (self.tr("Try again"), partial(again, request)) if kind_of(request.source) is Kind.URL else None
        self._notices.error(str(error), offer)

    # -- what is in the list already

    def _show_known(self, preview: Preview) -> None:
        self.show_torrent.emit(preview.id)
        sentence = self.tr("“{name}” is in the list already.").format(name=preview.name)
        if not preview.new_trackers:
            self._engine.intake.discard(preview.id)
            self._notices.info(sentence)
            return
        text = self.tr("Add its %n new trackers", "", len(preview.new_trackers))
        offer = text, partial(self._merge, preview)
        self._notices.info(sentence, offer, closed=partial(self._let_go, preview.id))

    def _merge(self, preview: Preview) -> None:
        self._merging.add(preview.id)
        spawn(self._merge_trackers(preview), name="merge trackers")

    async def _merge_trackers(self, preview: Preview) -> None:
        try:
            count = await self._engine.intake.merge_trackers(preview.id)
        finally:
            self._merging.discard(preview.id)
        text = self.tr("%n trackers were added to “{name}”.", "", count)
        self._notices.ok(text.format(name=preview.name))

    def _let_go(self, preview_id: str) -> None:
        """The offer was closed; unless it was taken, its preview is not needed any more."""
        entries = self._dialog.entries if self._dialog is not None else ()
        open_now = {entry.preview.id for entry in entries if entry.preview is not None}
        if preview_id not in self._merging and preview_id not in open_now:
            self._engine.intake.discard(preview_id)
