# SPDX-License-Identifier: GPL-3.0-or-later
"""The add dialog: opens at once, is filled as more becomes known, and stays until the torrent is in the list."""

import asyncio
from collections.abc import Awaitable
from enum import IntEnum
from pathlib import PurePath, PurePosixPath
from urllib.parse import unquote, urlsplit

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from starling import formats
from starling.engine.engine import Engine, EngineError
from starling.tasks import Worker, spawn
from starling.torrent import AddOptions, Preview
from starling.ui.dialogs.choice import FileChoice
from starling.ui.dialogs.frame import FramedDialog, note
from starling.ui.dialogs.savein import SaveIn
from starling.ui.dialogs.switches import Switches
from starling.ui.items import TORRENT, Kind, kind_of
from starling.ui.notice import Banner, announce
from starling.ui.notice import Kind as Gravity
from starling.ui.theme import ThemeManager
from starling.uistate import UiState

_SIZE = "add.size"
_DEFAULT = QSize(880, 640)
_POLL_MS = 1_000
_PATIENCE = 30
"""Seconds after which one should know that one need not wait."""


class Outcome(IntEnum):
    """What an `AddDialog` is finished with."""

    CANCELLED = 0
    ADDED = 1
    KNOWN = 2
    """It turned out to be in the list already; see `AddDialog.preview`."""
    ADD_ALL = 3
    """It was added, and those that wait shall be, with `AddDialog.options`."""
    CANCEL_ALL = 4


class AddDialog(FramedDialog):
    """Asks where and what to save of one torrent, and adds it."""

    def __init__(
        self,
        source: str,
        defaults: AddOptions,
        engine: Engine,
        state: UiState,
        themes: ThemeManager,
        worker: Worker,
        parent: QWidget | None = None,
    ) -> None:
        """`worker` looks at the disk. Give it what is known of `source` by `show_preview` or `follow`."""
        super().__init__(parent)
        self.source = source
        self.preview: Preview | None = None
        """What is known by now."""
        self.options: AddOptions | None = None
        """What it was added with."""
        self.id = ""
        """Of the added torrent."""
        self._engine, self._state = engine, state
        self._shown_name = _guess(source)
        self._waited = 0
        self._all = self._busy = self._answered = False
        self._following: asyncio.Task[None] | None = None
        self._build(defaults, themes, worker)
        self._poll = QTimer(self)
        self._poll.setInterval(_POLL_MS)
        self._poll.timeout.connect(self._on_poll)
        engine.metadata.connect(self._on_metadata)
        self.set_place(1, 1)
        self.restore_size(state, _SIZE, _DEFAULT * self.scale)
        self._say_waiting()
        self._refresh()

    # -- what the queue of dialogs asks

    def set_place(self, number: int, total: int) -> None:
        """Its place among those that come one after another."""
        title = self.tr("Add torrent")
        if total > 1:
            title = self.tr("Add torrent ({number} of {total})").format(number=number, total=total)
        self.setWindowTitle(title)
        waiting = total - number + 1
        self.add_all_button.say(self.tr("Add all {count} t&he same way").format(count=formats.count(waiting)))
        self.cancel_all_button.say(self.tr("&Discard all {count}").format(count=formats.count(waiting)))
        for button in (self.add_all_button, self.cancel_all_button):
            button.setVisible(waiting > 1)

    # -- building

    def _build(self, defaults: AddOptions, themes: ThemeManager, worker: Worker) -> None:
        grid = self.form()
        self.name = QLineEdit(self._shown_name)
        self.facts = note()
        self.save_in = SaveIn(themes, worker, self._state, defaults.save_path)
        self.files = FileChoice(themes)
        labels = (label for torrent in self._engine.torrents.values() for label in torrent.labels)
        self.switches = Switches(defaults, labels, themes)
        first = QHBoxLayout()
        first.setSpacing(self.px(12))
        first.addWidget(self.name, 1)
        first.addWidget(self.facts)
        self.trouble = Banner(themes, Gravity.ERR, "", self.tr("Tr&y again"), card=True)
        self.trouble.acted.connect(self._retry)
        self.trouble.hide()
        for row, (text, buddy) in enumerate(
            (
                (self.tr("&Name"), self.name),
                (self.tr("&Save in"), self.save_in.combo),
                (self.tr("&Files"), self.files.filter),
                (self.tr("La&bel"), self.switches.label),
            )
        ):
            self.add_label(grid, row, text, buddy)
        grid.addLayout(first, 0, 1)
        grid.addWidget(self.save_in, 1, 1)
        grid.addWidget(self.files, 2, 1)
        grid.addWidget(self.switches, 3, 1)
        grid.setRowStretch(2, 1)
        self.body.addLayout(grid, 1)
        self.body.addWidget(self.trouble)
        self.add_all_button = self.add_button("")
        self.add_all_button.clicked.connect(self._add_all)
        self.cancel_all_button = self.add_button("")
        self.cancel_all_button.clicked.connect(self._cancel_all)
        self.footer.addStretch()
        self.cancel_button = self.add_button(self.tr("&Cancel"))
        self.cancel_button.clicked.connect(self.reject)
        self.ok_button = self.add_button(self.tr("&Add"), primary=True)
        self.ok_button.clicked.connect(self._add)
        self.files.changed.connect(self._refresh)
        self.save_in.changed.connect(self._refresh)

    # -- what becomes known

    def follow(self, coming: Awaitable[Preview]) -> None:
        """Wait for the engine's answer, and show it, or why there is none."""
        self._following = spawn(self._follow(coming), name="preview")

    async def _follow(self, coming: Awaitable[Preview]) -> None:
        try:
            preview = await coming
        except EngineError as error:
            self.files.waiting.say(self.tr("No torrent was found here."), icon="warning", digits=self.source)
            self._say_trouble(str(error), again=True)
        else:
            self.show_preview(preview)

    def show_preview(self, preview: Preview) -> None:
        """Fill in what is known by now; nothing that was typed is lost."""
        self.preview = preview
        if preview.known:
            self.done(Outcome.KNOWN)
            return
        if self.name.text() == self._shown_name:
            self.name.setText(preview.name)
            self.name.setCursorPosition(0)
            self._shown_name = preview.name
        self.facts.setText(self._facts(preview))
        if preview.has_metadata:
            self._poll.stop()
            self.files.show_files(preview)
        else:
            self._poll.start()
            self._say_waiting()
        self._refresh()

    def _on_metadata(self, preview: Preview) -> None:
        if self.preview is not None and preview.id == self.preview.id and not self.preview.has_metadata:
            self.show_preview(preview)
            announce(self, self.tr("The details are here: {facts}").format(facts=self.facts.text()))

    def _facts(self, preview: Preview) -> str:
        versions = [name for name, digits in (("v1", preview.hash_v1), ("v2", preview.hash_v2)) if digits]
        facts = []
        if preview.has_metadata:
            facts = [formats.size(preview.size), self.tr("%n files", "", len(preview.files))]
        facts.append(self.tr("v1 and v2") if len(versions) > 1 else "".join(versions))
        if preview.private:
            facts.append(self.tr("private"))
        return ", ".join(facts)

    def _on_poll(self) -> None:
        self._waited += 1
        spawn(self._count_peers(), name="peers of a preview")

    async def _count_peers(self) -> None:
        if self.preview is None or self.preview.has_metadata:
            return
        try:
            peers = await self._engine.details.peers(self.preview.id)
        except EngineError:  # it was added or discarded while the question was on its way
            return
        if not self._answered and not self.preview.has_metadata:
            self._say_waiting(sum(not peer.connecting for peer in peers))

    def _say_waiting(self, peers: int = 0) -> None:
        if self.preview is None:
            fetching = kind_of(self.source) is Kind.URL
            text = self.tr("Fetching the .torrent") if fetching else self.tr("Reading the torrent")
            self.files.waiting.say(text, icon="link" if fetching else "file", digits=self.source)
            return
        text = self.tr("Finding the details")
        if peers:
            text = self.tr("Finding the details, %n peers", "", peers)
        hint = ""
        if self._waited >= _PATIENCE:
            hint = self.tr("You can add it now; the details are fetched while it is in the list.")
        digits = self.preview.hash_v1 or self.preview.hash_v2
        self.files.waiting.say(text, icon="magnet", digits=digits, hint=hint)

    def _say_trouble(self, sentence: str, *, again: bool) -> None:
        self.trouble.set(Gravity.ERR, sentence)
        self.trouble.button.setVisible(again)
        self.trouble.show()
        announce(self, sentence, urgent=True)

    def _retry(self) -> None:
        self.trouble.hide()
        self._say_waiting()
        self.follow(self._engine.preview(self.source))

    def _refresh(self) -> None:
        self.save_in.set_wanted(self.files.wanted)
        ready = self.preview is not None and not self._busy and not self.save_in.problem
        self.ok_button.setEnabled(ready)
        self.add_all_button.setEnabled(ready)

    # -- the end

    def done(self, result: int) -> None:
        """Every end comes by here, once; while the torrent is being added there is none."""
        if self._answered or (self._busy and result not in {Outcome.ADDED, Outcome.ADD_ALL}):
            return
        self._answered = True
        self._poll.stop()
        self.save_size(self._state, _SIZE)
        if self._following is not None:
            self._following.cancel()
        if result in {Outcome.CANCELLED, Outcome.CANCEL_ALL} and self.preview is not None:
            self._engine.discard(self.preview.id)
        super().done(result)

    def _cancel_all(self) -> None:
        self.done(Outcome.CANCEL_ALL)

    def _add_all(self) -> None:
        self._all = True
        self._add()

    def _add(self) -> None:
        if self.preview is not None and not self._busy:
            self._busy = True
            self._refresh()
            spawn(self._add_it(self.preview), name="add")

    async def _add_it(self, preview: Preview) -> None:
        self.trouble.hide()
        options = self._chosen(preview)
        try:
            self.id = await self._engine.add(preview.id, options)
        except EngineError as error:
            self._all = self._busy = False
            self._refresh()
            self._say_trouble(str(error), again=False)
            return
        self.options = options
        self.save_in.remember()
        self.done(Outcome.ADD_ALL if self._all else Outcome.ADDED)

    def _chosen(self, preview: Preview) -> AddOptions:
        name, switches = self.name.text().strip(), self.switches
        return AddOptions(
            save_path=self.save_in.folder,
            start=switches.start.isChecked(),
            priorities=self.files.priorities(),
            name="" if name == preview.name else name,
            sequential=switches.sequential.isChecked(),
            first_last=switches.first_last.isChecked(),
            top_of_queue=switches.top.isChecked(),
            labels=switches.labels,
        )


def _guess(source: str) -> str:
    """A name until there is one: that of the file."""
    if kind_of(source) not in {Kind.FILE, Kind.URL}:
        return ""
    name = PurePosixPath(unquote(urlsplit(source).path)) if kind_of(source) is Kind.URL else PurePath(source)
    return name.stem if name.suffix.lower() == TORRENT else name.name
