# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything that is asked about one torrent before it is added, and what is known of it meanwhile."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from starling import formats, settings
from starling.items import Kind, kind_of
from starling.spelling import shown
from starling.tasks import spawn
from starling.torrent import AddOptions, Layout, Preview
from starling.ui.dialogs.choice import FileChoice
from starling.ui.dialogs.diskline import DiskLine
from starling.ui.dialogs.frame import FramedDialog, note
from starling.ui.dialogs.guess import guess
from starling.ui.dialogs.labelfield import LabelFolder
from starling.ui.dialogs.leaving import leaving
from starling.ui.dialogs.means import Means
from starling.ui.dialogs.savein import SaveIn
from starling.ui.dialogs.swarmcard import SwarmCard
from starling.ui.dialogs.swarmwatch import SwarmWatch
from starling.ui.dialogs.switches import ROWS, Switches, surplus
from starling.ui.labelbook import LabelBook
from starling.ui.notice import Banner, announce
from starling.ui.notice import Kind as Gravity
from starling.uistate import UiState

_PATIENCE = 30
"""Seconds after which one should know that one need not wait."""
_COLUMNS = "add.columns"
_LONGEST_NAME = 255


class TorrentForm(QWidget):
    """Opens at once, is filled as more becomes known; nothing that was typed is lost then."""

    changed = Signal()
    """Something that is asked or known is another."""
    again = Signal()
    """The user wants what failed to be tried again."""
    patterns_wanted = Signal()

    def __init__(self, source: str, defaults: AddOptions, means: Means, frame: FramedDialog) -> None:
        """`frame` is the dialog it stands in."""
        super().__init__()
        self.source = source
        self.preview: Preview | None = None
        """What is known by now."""
        self._means = means
        self._defaults = defaults
        self._shown_name = guess(source)
        self._build(defaults, frame)
        self.watch = SwarmWatch(means.engine, self)
        self.watch.answered.connect(self._on_answered)
        self.watch.counted.connect(self.say_waiting)
        self.say_waiting()
        self._refresh()

    # -- building

    def _build(self, defaults: AddOptions, frame: FramedDialog) -> None:
        means, themes = self._means, self._means.themes
        grid = frame.form()
        self.name = QLineEdit(self._shown_name)
        self.name.setMaxLength(_LONGEST_NAME)
        self.facts = note()
        self.save_in = SaveIn(themes, means.worker, means.state, defaults.save_path)
        self.swarm = SwarmCard(themes)
        self.files = FileChoice(themes)
        if columns := means.state.get(_COLUMNS):
            self.files.view.restore_state(columns)
        self.switches = Switches(defaults, LabelBook(means.engine, means.settings, self), themes)
        self.following = LabelFolder(means.settings, defaults, self.switches.label, self.save_in.combo)
        self.disk = DiskLine(means.worker, self.save_in, self.files, self.switches, self)
        first = QHBoxLayout()
        frame.sized(lambda: first.setSpacing(frame.px(12)))
        first.addWidget(self.name, 1)
        first.addWidget(self.facts)
        self.trouble = Banner(themes, Gravity.ERR, "", self.tr("Tr&y again"))
        self.trouble.acted.connect(self.again)
        self.trouble.hide()
        rows = (
            (self.tr("&Name"), self.name),
            (self.tr("&Save in"), self.save_in.combo),
            (self.tr("Swarm"), self.swarm),
            (self.tr("&Files"), self.files.filter),
            (self.tr("La&bel"), self.switches.label),
            (self.tr("Fol&der"), self.switches.layouts),
        )
        self._labels = [frame.add_label(grid, row, text, buddy) for row, (text, buddy) in enumerate(rows)]
        grid.addLayout(first, 0, 1)
        grid.addWidget(self.save_in, 1, 1)
        grid.addWidget(self.swarm, 2, 1)
        grid.addWidget(self.files, 3, 1)
        grid.addWidget(self.switches, 4, 1, ROWS, 1)
        grid.addItem(surplus(), 3 + ROWS, 0)
        grid.setRowStretch(3, 1)
        self._show_swarm(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(grid, 1)
        column.addWidget(self.trouble)
        self.files.changed.connect(self._refresh)
        self.files.patterns_wanted.connect(self.patterns_wanted)
        self.save_in.changed.connect(self._refresh)
        self.switches.layout_changed.connect(self._on_layout)
        self.switches.labels_changed.connect(self.changed)
        # It was made with the switches, and stands beside the folder.
        QWidget.setTabOrder(self.save_in.browse, self.switches.believe)

    @property
    def last_field(self) -> QWidget:
        """Where the way of the Tab key through it ends."""
        return self.trouble.button

    # -- what is asked

    @property
    def ready(self) -> bool:
        """Whether it can be added as it stands."""
        preview = self.preview
        if preview is None or preview.known or self.save_in.problem or self.switches.problem:
            return False
        return not preview.has_metadata or self.files.wanted is not None

    @property
    def options(self) -> AddOptions:
        """What is chosen."""
        preview, name, switches = self.preview, shown(self.name.text().strip()), self.switches
        known = preview is not None and preview.has_metadata
        return AddOptions(
            save_path=self.save_in.folder,
            start=switches.start.isChecked(),
            priorities=self.files.priorities(),
            name="" if preview is not None and name == preview.name else name,
            sequential=switches.sequential.isChecked(),
            first_last=switches.first_last.isChecked(),
            top_of_queue=switches.top.isChecked(),
            labels=switches.labels,
            layout=switches.layout_wish,
            skip_check=switches.believe.isChecked(),
            # Known files were unticked, and may have been ticked again since.
            excluded=() if known else self._patterns,
        )

    def take(self, options: AddOptions) -> None:
        """Show the folder and the switches that were chosen for another torrent."""
        # In this order: the folder would follow the label.
        self.switches.take(options)
        self.save_in.combo.setEditText(options.save_path)

    def keep(self, state: UiState) -> None:
        """Remember the widths of the columns, and the folder if something was added there."""
        state.set(_COLUMNS, self.files.view.save_state())

    def stop(self) -> None:
        """Nobody wants to know any more."""
        self.watch.stop()
        self.disk.stop()

    # -- what becomes known

    def show_preview(self, preview: Preview) -> None:
        """Fill in what is known by now."""
        self.trouble.hide()
        self.preview = preview
        if self.name.text() == self._shown_name:
            self.name.setText(preview.name)
            self.name.setCursorPosition(0)
            self._shown_name = self.name.text()
        self.facts.setText(self._facts(preview))
        self.following.give(preview)
        if preview.known:
            self.files.waiting.say(self.tr("This torrent is in the list already."), icon="finished")
        elif preview.has_metadata:
            self._fill(preview)
        else:
            self.say_waiting()
        self.watch.watch(preview)
        self._refresh()

    def complete(self, preview: Preview) -> None:
        """The metadata of a magnet link has come."""
        self.show_preview(preview)
        if self.isVisible():
            announce(self, self.tr("The details are here: {facts}").format(facts=self.facts.text()))

    def say_trouble(self, sentence: str, *, again: bool) -> None:
        """Say what went wrong; `again` offers to try once more."""
        if self.preview is None:
            self.files.waiting.say(self.tr("No torrent was found here."), icon="warning", digits=self.source)
        self.trouble.set(Gravity.ERR, sentence)
        self.trouble.button.setVisible(again)
        self.trouble.show()
        if self.isVisible():
            announce(self, sentence, urgent=True)

    def say_waiting(self, peers: int = 0) -> None:
        """Say what is waited for."""
        waiting = self.files.waiting
        if self.preview is None:
            fetching = kind_of(self.source) is Kind.URL
            text = self.tr("Fetching the .torrent") if fetching else self.tr("Reading the torrent")
            waiting.say(text, icon="link" if fetching else "file", digits=self.source)
            return
        text = self.tr("Finding the details")
        if peers:
            text = self.tr("Finding the details, %n peers", "", peers)
        hint = ""
        if self.watch.seconds >= _PATIENCE:
            hint = self.tr("You can add it now; the details are fetched while it is in the list.")
        waiting.say(text, icon="magnet", digits=self.preview.hash_v1 or self.preview.hash_v2, hint=hint)

    def refill(self) -> None:
        """Other files are excluded now."""
        if self.files.wanted is not None:
            spawn(self._leave_others(), name="other files left out")

    @property
    def _patterns(self) -> tuple[str, ...]:
        return self._means.settings.get(settings.downloads.EXCLUDED)

    def _fill(self, preview: Preview) -> None:
        if self._patterns or self.switches.layout_wish is not Layout.ORIGINAL:
            spawn(self._fill_later(preview), name="files of a preview")
        else:
            self.files.show_files(preview)

    async def _fill_later(self, preview: Preview) -> None:
        """With 100,000 files both take a moment, in which the window must not stand still."""
        wish, patterns = self.switches.layout_wish, self._patterns
        left_out = await leaving(preview, patterns)
        files = await self._means.engine.intake.laid_out(preview.files, wish)
        if isValid(self) and self.preview is preview:
            self.files.show_files(preview, left_out, files)
            if wish is not self.switches.layout_wish:
                self._on_layout()
            if patterns != self._patterns:
                self.refill()

    async def _leave_others(self) -> None:
        preview, patterns = self.preview, self._patterns
        if preview is not None:
            left_out = await leaving(preview, patterns)
            if isValid(self) and self.preview is preview and patterns == self._patterns:
                self.files.leave(left_out)

    def _on_layout(self) -> None:
        if self.files.wanted is not None:
            spawn(self._lay_out(), name="layout")

    async def _lay_out(self) -> None:
        preview, wish = self.preview, self.switches.layout_wish
        if preview is not None:
            files = await self._means.engine.intake.laid_out(preview.files, wish)
            if isValid(self) and wish is self.switches.layout_wish and self.preview is preview:
                self.files.rename(files)

    def _facts(self, preview: Preview) -> str:
        versions = [name for name, digits in (("v1", preview.hash_v1), ("v2", preview.hash_v2)) if digits]
        facts = []
        if preview.has_metadata:
            facts = [formats.size(preview.size), self.tr("%n files", "", len(preview.files))]
        facts.append(self.tr("v1 and v2") if len(versions) > 1 else "".join(versions))
        if preview.private:
            facts.append(self.tr("private"))
        return ", ".join(facts)

    def _on_answered(self, trackers: object) -> None:
        if self.preview is not None and isinstance(trackers, tuple):
            self.swarm.show_trackers(trackers, private=self.preview.private)
            self._show_swarm(True)

    def _show_swarm(self, on: bool) -> None:
        self.swarm.setVisible(on)
        self._labels[2].setVisible(on)

    def _refresh(self) -> None:
        self.disk.look()
        self.changed.emit()
