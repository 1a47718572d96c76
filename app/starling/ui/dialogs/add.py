# SPDX-License-Identifier: GPL-3.0-or-later
"""The add dialog: one torrent or many, each with its own choices; it stays until they are in the list."""

from collections.abc import Awaitable
from dataclasses import replace
from enum import IntEnum
from itertools import pairwise
from typing import cast

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from starling import settings
from starling.engine.engine import EngineError
from starling.labelrules import ruled
from starling.tasks import spawn
from starling.torrent import AddOptions, Preview
from starling.ui.dialogs.addition import add_all
from starling.ui.dialogs.asking import ask
from starling.ui.dialogs.choice import FileChoice
from starling.ui.dialogs.entries import EntryList
from starling.ui.dialogs.entry import Entry, Mark
from starling.ui.dialogs.excluded import ExcludedDialog
from starling.ui.dialogs.form import TorrentForm
from starling.ui.dialogs.frame import FramedDialog, note
from starling.ui.dialogs.means import Means
from starling.ui.dialogs.reader import Reader
from starling.ui.dialogs.savein import SaveIn
from starling.ui.dialogs.switches import Switches
from starling.ui.dialogs.together import Together
from starling.ui.dialogs.waiting import Outlined
from starling.ui.dropping import DropTarget
from starling.ui.notice import announce

_SIZE, _SIZE_MANY = "add.size", "add.size_many"
_DEFAULT, _DEFAULT_MANY = QSize(880, 680), QSize(1100, 700)


class Outcome(IntEnum):
    """What an `AddDialog` is finished with."""

    CANCELLED = 0
    ADDED = 1
    KNOWN = 2
    """All torrents it was about turned out to be in the list already; see `AddDialog.entries`."""


class AddDialog(FramedDialog):
    """A form for each torrent; with several of them a list to go from one to another."""

    grows = False
    added = Signal(str)
    """Id of a torrent that is in the list now."""
    dropped = Signal(list)
    """list[str]: items that were dropped on it."""
    told = Signal(str)
    """A sentence for the notice bar: good to know."""

    def __init__(self, means: Means, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._means, self._engine = means, means.engine
        self._busy = self._answered = self._many = False
        self._fresh = True
        self._together = Together(means, self)
        self._reader = Reader(self._engine, self)
        self._reader.done.connect(self._on_read)
        self._reader.failed.connect(self._on_unreadable)
        self.list = EntryList(means.themes)
        self._stack = QStackedWidget()
        self._side = QWidget()
        heading = note(self.tr("T&orrents"))
        heading.setBuddy(self.list)
        self.list.setAccessibleName(self.tr("Torrents to add"))
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(heading)
        side.addWidget(Outlined(means.themes, self.list), 1)
        self.given = note(wrap=True)
        self.given.hide()
        side.addWidget(self.given)
        halves = QHBoxLayout()
        self.sized(lambda: halves.setSpacing(self.px(16)))
        halves.addWidget(self._side)
        halves.addWidget(self._stack, 1)
        self.body.addLayout(halves, 1)
        self.apply_button = self.add_button(self.tr("&Use for all"))
        self.apply_button.setToolTip(self.tr("Gives every torrent here this folder, label and these switches"))
        self.apply_button.clicked.connect(self._apply_to_all)
        self.footer.addStretch()
        self.cancel_button = self.add_button(self.tr("&Cancel"))
        self.cancel_button.clicked.connect(self.reject)
        self.ok_button = self.add_button(self.tr("&Add"), primary=True)
        self.ok_button.clicked.connect(self._add)
        self.list.looked_at.connect(self._look_at)
        self.list.removed.connect(self.remove)
        self.drops = DropTarget(self, means.themes, self.dropped.emit)
        self._engine.metadata.connect(self._on_metadata)
        self.restore_size(means.state, _SIZE, _DEFAULT * self.scale)
        self._refresh()

    # -- what it is about

    def take(self, source: str, options: AddOptions, coming: Awaitable[Preview] | None = None) -> None:
        """One more torrent; `coming` is its preview if that was asked for already."""
        entry = Entry(source, options)
        self.list.add(entry)
        self.given.hide()
        self._reader.read(entry, coming)
        self._refresh()

    def remove(self, entry: Entry) -> None:
        """Leave a torrent out; the last one ends the dialog."""
        if self._busy:
            return
        self._drop(entry)
        if not self.list.entries:
            self.reject()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All of them, in order."""
        return tuple(self.list.entries)

    @property
    def page(self) -> TorrentForm:
        """What is asked of the torrent on screen."""
        return cast("TorrentForm", self._stack.currentWidget())

    @property
    def preview(self) -> Preview | None:
        """What is known of the torrent on screen."""
        return self.page.preview

    @property
    def name(self) -> QLineEdit:
        """Its name."""
        return self.page.name

    @property
    def save_in(self) -> SaveIn:
        """Its folder."""
        return self.page.save_in

    @property
    def files(self) -> FileChoice:
        """Its files."""
        return self.page.files

    @property
    def switches(self) -> Switches:
        """Its label and all that."""
        return self.page.switches

    # -- reading

    def _on_read(self, entry: Entry, preview: Preview) -> None:
        self._take_preview(entry, preview)
        self.list.tell(entry)
        self._refresh()

    def _on_unreadable(self, entry: Entry, error: EngineError) -> None:
        entry.fail(error)
        self.list.tell(entry)
        self._refresh()

    def _take_preview(self, entry: Entry, preview: Preview) -> None:
        entries = self.list.entries
        if entry not in entries or self._answered:
            if not any(other.preview is not None and other.preview.id == preview.id for other in entries):
                self._engine.intake.discard(preview.id)
            return
        if any(other.preview is not None and other.preview.id == preview.id for other in entries if other is not entry):
            # The same torrent twice.
            self._leave_out(entry)
            return
        entry.options = ruled(self._means.settings, entry.options, preview)
        entry.learn(preview)
        if all(each.preview is not None and each.preview.known for each in entries):
            self.done(Outcome.KNOWN)

    def _on_metadata(self, preview: Preview) -> None:
        for entry in self.list.entries:
            if entry.preview is not None and entry.preview.id == preview.id and not entry.preview.has_metadata:
                entry.preview = preview
                entry.options = ruled(self._means.settings, entry.options, preview)
                if entry.form is not None:
                    entry.form.complete(preview)
                self.list.tell(entry)
        self._refresh()

    def _retry(self) -> None:
        entry = self.list.current
        if entry is not None and entry.preview is None and entry.form is not None:
            entry.error = ""
            entry.form.trouble.hide()
            entry.form.say_waiting()
            self._reader.read(entry)

    # -- looking

    def _look_at(self, entry: Entry) -> None:
        if entry.form is None:
            form = entry.form = TorrentForm(entry.source, entry.options, self._means, self)
            form.changed.connect(self._refresh)
            form.save_in.needs_changed.connect(self._together.tell)
            form.again.connect(self._retry)
            form.files.view.exporter.told.connect(self.told)
            form.patterns_wanted.connect(self._edit_patterns)
            form.name.textChanged.connect(self._on_renamed)
            self._stack.addWidget(form)
            for field in form.findChildren(QLineEdit):
                # They take text; files and links are for the dialog.
                field.installEventFilter(self.drops)
            # What is made later would come behind the buttons.
            for before, after in pairwise((form.last_field, self.apply_button, self.cancel_button, self.ok_button)):
                QWidget.setTabOrder(before, after)
            if entry.preview is not None:
                form.show_preview(entry.preview)
            entry.say_error()
        self._stack.setCurrentWidget(entry.form)
        self._refresh()

    def _on_renamed(self) -> None:
        if (entry := self.list.current) is not None:
            self.list.tell(entry)

    def _refresh(self) -> None:
        entries = self.list.entries
        ready = sum(entry.ready for entry in entries)
        if len(entries) > 1 and not self._many:
            # Once a list it stays one: what was added or left out would change the shape of the dialog.
            self._many = True
            self.restore_size(self._means.state, _SIZE_MANY, _DEFAULT_MANY * self.scale)
        self._side.setVisible(self._many)
        self.apply_button.setVisible(self._many)
        self.apply_button.setEnabled(len(entries) > 1)
        one = len(entries) < 2
        self.setWindowTitle(self.tr("Add torrent") if one else self.tr("Add %n torrents", "", len(entries)))
        text = self.tr("&Add") if ready < 2 else self.tr("&Add all %n", "", ready)
        if text != self.ok_button.text():
            # Buttons are measured anew with every text.
            self.ok_button.say(text)
        self.ok_button.setEnabled(ready > 0 and not self._busy)
        self._together.look(entries, self.list.current)

    def _apply_to_all(self) -> None:
        chosen = self.page.options
        for entry in self.list.entries:
            kept = entry.options
            entry.options = replace(chosen, name="", priorities={}, skip_check=False, excluded=kept.excluded)
            if entry.form is not None and entry.form is not self.page:
                entry.form.take(chosen)
        self.given.setText(self.tr("Every torrent here was given this folder, label and these switches."))
        self.given.show()
        announce(self, self.given.text())

    def _edit_patterns(self) -> None:
        spawn(self._ask_patterns(), name="excluded files")

    async def _ask_patterns(self) -> None:
        if await ask(ExcludedDialog(self._means.settings, self)) and isValid(self):
            patterns = self._means.settings.get(settings.downloads.EXCLUDED)
            for entry in self.list.entries:
                # Those that nobody has looked at follow them as well.
                entry.options = replace(entry.options, excluded=patterns)
                if entry.form is not None:
                    entry.form.refill()
            self._refresh()

    def setVisible(self, visible: bool) -> None:
        """The keyboard begins where one reads: in the list of several torrents, else in the first field."""
        begins, self._fresh = self._fresh and visible, self._fresh and not visible
        if begins:
            (self.list if self._many else self.name).setFocus()
        super().setVisible(visible)
        if begins:
            # Qt selects the text: a key pressed too much would take the place of the name.
            self.name.setCursorPosition(0)

    # -- the end

    def done(self, result: int) -> None:
        """Every end comes by here, once; while torrents are being added there is none."""
        if self._answered or (self._busy and result != Outcome.ADDED):
            return
        self._answered = True
        self.save_size(self._means.state, _SIZE_MANY if self._many else _SIZE)
        for form in self.findChildren(TorrentForm):
            form.keep(self._means.state)
            form.stop()
        self._reader.stop()
        self._together.stop()
        if result == Outcome.CANCELLED:
            for entry in self.list.entries:
                if entry.preview is not None:
                    self._engine.intake.discard(entry.preview.id)
        super().done(result)

    def _add(self) -> None:
        if not self._busy and any(entry.ready for entry in self.list.entries):
            self._busy = True
            self._refresh()
            spawn(self._add_all(), name="add")

    async def _add_all(self) -> None:
        try:
            failed = await add_all(self._engine, self.list.entries, self._on_added, self.list.tell)
        finally:
            self._busy = False
        if not isValid(self):
            return
        if failed:
            self.list.show_entry(failed[0])
        if not failed and all(entry.mark in {Mark.FAILED, Mark.KNOWN} for entry in self.list.entries):
            self.done(Outcome.ADDED)
        else:
            self._refresh()

    def _on_added(self, entry: Entry, id: str) -> None:
        self.added.emit(id)
        self._leave_out(entry, last=True)

    def _drop(self, entry: Entry) -> None:
        self._reader.forget(entry)
        if entry.preview is not None:
            self._engine.intake.discard(entry.preview.id)
        self._leave_out(entry)

    def _leave_out(self, entry: Entry, *, last: bool = False) -> None:
        self.list.take_out(entry)
        form = entry.form
        if form is not None and (self.list.entries or not last):
            form.keep(self._means.state)
            form.stop()
        if form is not None and self.list.entries:
            # The last one stays on screen until the dialog is closed.
            self._stack.removeWidget(form)
            form.deleteLater()
            entry.form = None
        self._refresh()
