# SPDX-License-Identifier: GPL-3.0-or-later
"""The window of the log: what happened, filtered, followed, copied and exported."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QMenu, QToolButton, QWidget

from starling import formats, settings
from starling.errors import UserError
from starling.logbook import KEPT, Area, Entry, Logbook
from starling.logfile import line
from starling.settings.log import LogLevel
from starling.spelling import folded, shortened
from starling.tasks import Worker, spawn
from starling.ui.dialogs.asking import choose_new_file
from starling.ui.dialogs.frame import ROW, FramedDialog, note
from starling.ui.dialogs.means import Means
from starling.ui.exporting import write
from starling.ui.filterfield import FilterField
from starling.ui.icons import icon
from starling.ui.logmodel import TIME, LogModel
from starling.ui.logtable import LogFilter, Names, columns, forgotten, offer_levels
from starling.ui.tableview import TableView

_SIZE_KEY, _COLUMNS_KEY, _FOLDER_KEY = "log.size", "log.columns", "log.folder"
_FLUSH_MS = 200
"""However fast entries come, the table takes them so often."""
_SLACK = 1000
"""More rows than there are entries: to drop each one as it goes would cost as much as to add it."""
_NAME = 40


class LogWindow(FramedDialog):
    """Not modal. Follows what comes as long as its end is in sight."""

    show_wanted = Signal(str)
    """Id of a torrent that shall be shown in the list."""
    told = Signal(str)
    """A sentence for the notice bar."""

    def __init__(self, book: Logbook, means: Means, names: Names, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book, self._means, self._names = book, means, names
        self._last = self._cleared = book.cleared
        self._filter = LogFilter()
        self._follows = True
        """Whether the end was in sight before the rows changed."""
        self.setModal(False)
        self.setWindowTitle(self.tr("Log"))
        flags = Qt.WindowType
        self.setWindowFlags(flags.Window | flags.WindowMinMaxButtonsHint | flags.WindowCloseButtonHint)
        self.model: LogModel[Entry] = LogModel(columns(names), self)
        self.view = TableView(self.model, means.themes, dense=True)
        self.view.setAccessibleName(self.tr("Log"))
        self.body.addLayout(self._make_filters())
        self.body.addWidget(self.view, 1)
        self._make_footer()
        self._flush = QTimer(self)
        self._flush.setSingleShot(True)
        self._flush.setInterval(_FLUSH_MS)
        self._flush.timeout.connect(self.refresh)
        self._connect()
        self.model.sort_by(TIME, falling=False)
        self.view.restore_state(means.state.get(_COLUMNS_KEY) or "")
        self.restore_size(means.state, _SIZE_KEY, QSize(self.px(960), self.px(560)))
        self._on_setting(settings.log.LEVEL.key)
        self.view.setFocus()
        # In a turn of its own: 20,000 entries take as long as the window around them.
        QTimer.singleShot(0, self, self.refresh)

    def show_only(self, torrent: str) -> None:
        """What happened to this torrent and nothing else; empty for everything."""
        # Its own log has what nobody else is told, and is longer.
        self.model.drop_before(self._last + 1)
        self._only, self._last = torrent, 0
        self.only_button.setText(self.tr("Only “{name}”").format(name=shortened(self._names(torrent), _NAME)))
        self.only_button.setVisible(bool(torrent))
        self.refresh()
        self._apply()

    def refresh(self) -> None:
        """Takes over what has been written by now."""
        self._follows = self._is_at_end
        if self._only:
            story = self._book.of(self._only)
            self.model.drop_before(story[0].number if story else self._last + 1)
            entries: Sequence[Entry] = [entry for entry in story if entry.number > self._last]
        else:
            if self.model.total > KEPT + _SLACK or self._cleared != self._book.cleared:
                self._cleared = self._book.cleared
                self.model.drop_before(self._book.first)
            entries = self._book.since(self._last)
        if entries:
            self._last = entries[-1].number
            self.model.append(entries)
        self._on_filtered()

    def copy(self) -> None:
        """The selected rows, or all that are shown."""
        if not self.view.selected_count():
            self.view.selectAll()
        self.view.copy()

    def hideEvent(self, event: QHideEvent) -> None:
        """Size and columns are kept."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.save_size(self._means.state, _SIZE_KEY)
            self._means.state.set(_COLUMNS_KEY, self.view.save_state())

    # -- within

    def _make_filters(self) -> QHBoxLayout:
        self.level = QComboBox()
        offer_levels(self.level)
        self.area = QComboBox()
        self.area.setAccessibleName(self.tr("Area"))
        self.area.addItem(self.tr("All areas"), None)
        for area in Area:
            self.area.addItem(area.title, area)
        self._only = ""
        self.only_button = QToolButton()
        self.only_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.only_button.setToolTip(self.tr("Show everything again"))
        self.only_button.hide()
        self.search = FilterField(self._means.themes, 240)
        self.search.setPlaceholderText(self.tr("Search sentences and names"))
        self.search.setAccessibleName(self.tr("Search the log"))
        row = QHBoxLayout()
        for widget in (self.level, self.area, self.only_button):
            row.addWidget(widget)
        row.addStretch()
        row.addWidget(self.search)
        self.sized(self._size_filters)
        self._means.themes.changed.connect(self._tint)
        self._tint()
        return row

    def _size_filters(self) -> None:
        for box in (self.level, self.area):
            box.setMinimumHeight(self.px(ROW))

    def _tint(self) -> None:
        side = self.px(14)
        self.only_button.setIcon(icon("close", self._means.themes.theme.muted))
        self.only_button.setIconSize(QSize(side, side))

    def _make_footer(self) -> None:
        self.details = QCheckBox(self.tr("Write &details too"))
        self.details.setToolTip(self.tr("For finding out why something goes wrong: there are many of them"))
        self.amount = note()
        self.footer.addWidget(self.details)
        self.footer.addWidget(self.amount)
        self.footer.addStretch()
        self.clear_button = self.add_button(self.tr("C&lear"))
        self.copy_button = self.add_button(self.tr("Cop&y"))
        self.export_button = self.add_button(self.tr("&Export"))
        self.close_button = self.add_button(self.tr("&Close"))
        menu = QMenu(self.export_button)
        menu.addAction(self.tr("As &text…"), self._on_export_text)
        menu.addAction(self.tr("As &CSV…"), self.view.exporter.export_all)
        self.export_button.setMenu(menu)

    def _connect(self) -> None:
        self._book.grown.connect(self._on_grown)
        self.level.activated.connect(self._apply)
        self.area.activated.connect(self._apply)
        self.only_button.clicked.connect(self._on_everything)
        self.search.filtered.connect(self._apply)
        self.model.filtered.connect(self._on_filtered)
        self.search.left.connect(self.view.setFocus)
        self.details.clicked.connect(self._on_details)
        self._means.settings.changed.connect(self._on_setting)
        self.clear_button.clicked.connect(self._on_clear)
        self.copy_button.clicked.connect(self.copy)
        self.close_button.clicked.connect(self.reject)
        self.view.activated.connect(self._on_activated)
        self.view.menu_requested.connect(self._open_menu)
        self.view.exporter.told.connect(self.told)
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self.search.setFocus)

    @property
    def _is_at_end(self) -> bool:
        bar = self.view.verticalScrollBar()
        return self.model.sorting == (TIME, False) and bar.value() >= bar.maximum() - self.view.row_height

    def _to_end(self) -> None:
        if self.model.sorting == (TIME, False):
            self.view.scrollToBottom()

    def _on_grown(self) -> None:
        if not self._flush.isActive():
            self._flush.start()

    def _apply(self) -> None:
        self._follows = self._is_at_end
        wanted = tuple(folded(self.search.text()).split())
        self._filter = LogFilter(self.level.currentData(), self.area.currentData(), self._only, wanted)
        rule = None if self._filter.lets_all_through else self._filter.predicate(self._names)
        self.model.set_filter(rule)

    def _on_filtered(self) -> None:
        if self._follows:
            self._to_end()
        self._count()

    def _count(self) -> None:
        shown, total = self.model.rowCount(), self.model.total
        if shown == total:
            self.amount.setText(self.tr("%n entries", "", total))
        else:
            words = self.tr("{shown} of %n entries", "", total)
            self.amount.setText(words.format(shown=formats.count(shown)))
        if total:
            self.view.set_empty_text(self.tr("No entry matches."))
        else:
            lost = self._book.is_shortened(self._only)
            self.view.set_empty_text(forgotten() if lost else self.tr("Nothing has happened yet."))
        for button in (self.copy_button, self.export_button):
            button.setEnabled(shown > 0)
        self.clear_button.setEnabled(total > 0)

    def _on_everything(self) -> None:
        self.show_only("")

    def _on_clear(self) -> None:
        self._book.clear(self._only)

    def _on_details(self, on: bool) -> None:
        self._means.settings.set(settings.log.LEVEL, LogLevel.DETAILS if on else LogLevel.INFO)

    def _on_setting(self, key: str) -> None:
        if key == settings.log.LEVEL.key:
            level = self._means.settings.get(settings.log.LEVEL)
            self.details.setChecked(level is LogLevel.DETAILS)

    def _chosen(self) -> Entry | None:
        key = self.view.current_key()
        return self.model.get(key) if key is not None else None

    def _on_activated(self) -> None:
        if (entry := self._chosen()) is not None and self._names(entry.torrent):
            self.show_wanted.emit(entry.torrent)

    def _open_menu(self, point: QPoint) -> None:
        entry = self._chosen()
        if entry is None:
            return
        menu = QMenu(self)
        menu.addAction(self.tr("&Copy"), self.view.copy)
        if entry.torrent:
            menu.addSeparator()
            shows = menu.addAction(self.tr("&Show in the list of torrents"), self._on_activated)
            shows.setEnabled(bool(self._names(entry.torrent)))
            menu.addAction(self.tr("&Only of this torrent"), self._on_only)
        menu.addSeparator()
        self.view.fill_export(menu)
        menu.aboutToHide.connect(menu.deleteLater)
        self.view.popup(menu, point)

    def _on_only(self) -> None:
        if (entry := self._chosen()) is not None:
            self.show_only(entry.torrent)

    def _on_export_text(self) -> None:
        spawn(self._export_text(), name="export log")

    async def _export_text(self) -> None:
        folder = self._means.state.get(_FOLDER_KEY) or str(Path.home())
        proposal = f"{folder}/{self.tr('Log')}.txt"
        path = await choose_new_file(self, self.tr("Export the log"), proposal, self.tr("Texts (*.txt)"))
        if not path:
            return
        self._means.state.set(_FOLDER_KEY, str(Path(path).parent))
        entries = list(self.model.rows())
        names = {id: self._names(id) for id in {entry.torrent for entry in entries if entry.torrent}}
        worker = Worker(asyncio.get_running_loop(), "export")
        try:
            await worker.run(_write, Path(path), entries, names)
        except OSError as error:
            words = self.tr("{file} could not be written: {reason}.")
            raise UserError(words.format(file=path, reason=error.strerror or error)) from error
        finally:
            await worker.stop()
        self.told.emit(self.tr("%n entries were exported to {file}.", "", len(entries)).format(file=path))


def _write(path: Path, entries: Sequence[Entry], names: dict[str, str]) -> None:
    write(path, [f"{line(entry, names.get(entry.torrent, ''))}\n" for entry in entries])
