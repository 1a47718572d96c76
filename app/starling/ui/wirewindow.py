# SPDX-License-Identifier: GPL-3.0-or-later
"""The log of one connection: what a peer and we say to each other, message by message, as it is said."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QWidget

from starling import formats
from starling.engine.engine import EngineError
from starling.errors import UserError
from starling.spelling import folded, shortened
from starling.tasks import Worker, spawn
from starling.ui import wirewords
from starling.ui.dialogs.asking import choose_new_file
from starling.ui.dialogs.frame import ROW, FramedDialog, note, selectable
from starling.ui.dialogs.means import Means
from starling.ui.exporting import write
from starling.ui.filterfield import FilterField
from starling.ui.logmodel import TIME, LogModel
from starling.ui.tableview import TableView
from starling.ui.wiretable import Kind, as_text, columns, predicate
from starling.wire import KEPT, Message

_SIZE_KEY, _COLUMNS_KEY, _FOLDER_KEY = "wire.size", "wire.columns", "log.folder"
_SLACK = 2_000
"""More rows than are kept: to drop each one as it goes would cost as much as to add it."""
_LATER_MS = 50
_LOOKED_MS = 1_000
_NAME = 60


class WireWindow(FramedDialog):
    """Not modal. Follows what is said as long as its end is in sight; nothing is recorded once it is closed."""

    told = Signal(str)
    """A sentence for the notice bar."""

    def __init__(
        self, means: Means, torrent: str, name: str, peer: tuple[str, int], parent: QWidget | None = None
    ) -> None:
        """`name` is the torrent's. Raises EngineError if that is gone."""
        super().__init__(parent)
        self._means, self._torrent, self._peer = means, torrent, peer
        self._follows = True
        self._last = 0
        self._dropped = False
        self._looking = False
        self.wire = means.engine.wire.follow(torrent, *peer)
        self.setModal(False)
        address = f"[{peer[0]}]:{peer[1]}" if ":" in peer[0] else f"{peer[0]}:{peer[1]}"
        self._address = address
        title = self.tr("Wire log of {peer} – {torrent}")
        self.setWindowTitle(title.format(peer=address, torrent=shortened(name, _NAME)))
        flags = Qt.WindowType
        self.setWindowFlags(flags.Window | flags.WindowMinMaxButtonsHint | flags.WindowCloseButtonHint)
        self.model: LogModel[Message] = LogModel(columns(), self, at_once=KEPT)
        self.view = TableView(self.model, means.themes, dense=True)
        self.view.setAccessibleName(self.tr("Messages"))
        self.view.exporter.subject = self.tr("Wire log of {peer}").format(peer=address)
        self.head = selectable(note("", self.foregroundRole(), wrap=True))
        self.hint = note(
            self.tr(
                "Recorded from here on, while this window is open. What is in the blocks is not shown. "
                "Point at a message to read what it means."
            ),
            wrap=True,
        )
        self.body.addWidget(self.head)
        self.body.addWidget(self.hint)
        self.body.addLayout(self._make_filters())
        self.body.addWidget(self.view, 1)
        self._make_footer()
        self._looker = QTimer(self, interval=_LOOKED_MS)
        self._connect()
        self.model.sort_by(TIME, falling=False)
        self.view.restore_state(means.state.get(_COLUMNS_KEY) or "")
        self.restore_size(means.state, _SIZE_KEY, QSize(self.px(960), self.px(600)))
        self._count()
        self._looker.start()
        self._look()
        self.view.setFocus()

    def copy(self) -> None:
        """The selected rows, or all that are shown."""
        if not self.view.selected_count():
            self.view.selectAll()
        self.view.copy()

    def clear(self) -> None:
        """Begins anew."""
        self.model.drop_before(self._last + 1)
        self._dropped = False
        self._count()

    def hideEvent(self, event: QHideEvent) -> None:
        """Size and columns are kept."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.save_size(self._means.state, _SIZE_KEY)
            self._means.state.set(_COLUMNS_KEY, self.view.save_state())

    # -- within

    def _make_filters(self) -> QHBoxLayout:
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("Messages that are shown"))
        for kind in Kind:
            self.kind.addItem(kind.title, kind)
        self.search = FilterField(self._means.themes, 260)
        self.search.setPlaceholderText(self.tr("Search messages, numbers"))
        self.search.setAccessibleName(self.tr("Search the wire log"))
        row = QHBoxLayout()
        row.addWidget(self.kind)
        row.addStretch()
        row.addWidget(self.search)
        self.sized(self._size_filters)
        return row

    def _size_filters(self) -> None:
        self.kind.setMinimumHeight(self.px(ROW))

    def _make_footer(self) -> None:
        self.amount = note()
        self.footer.addWidget(self.amount)
        self.footer.addStretch()
        self.pause_button = self.add_button(self.tr("&Pause"))
        self.pause_button.setCheckable(True)
        self.pause_button.setToolTip(self.tr("While it is paused nothing is recorded"))
        self.clear_button = self.add_button(self.tr("C&lear"))
        self.copy_button = self.add_button(self.tr("Cop&y"))
        self.export_button = self.add_button(self.tr("&Export"))
        self.close_button = self.add_button(self.tr("&Close"))
        menu = QMenu(self.export_button)
        menu.addAction(self.tr("As &text…"), self._on_export_text)
        menu.addAction(self.tr("As &CSV…"), self.view.exporter.export_all)
        self.export_button.setMenu(menu)

    def _connect(self) -> None:
        self.wire.said.connect(self._on_said)
        self.finished.connect(self._on_finished)
        self._looker.timeout.connect(self._look)
        self.kind.activated.connect(self._apply)
        self.search.filtered.connect(self._apply)
        self.search.left.connect(self.view.setFocus)
        self.model.filtered.connect(self._on_filtered)
        self.pause_button.toggled.connect(self._on_pause)
        self.clear_button.clicked.connect(self.clear)
        self.copy_button.clicked.connect(self.copy)
        self.close_button.clicked.connect(self.reject)
        self.view.menu_requested.connect(self._open_menu)
        self.view.exporter.told.connect(self.told)
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self.search.setFocus)

    @property
    def _is_at_end(self) -> bool:
        bar = self.view.verticalScrollBar()
        return self.model.sorting == (TIME, False) and bar.value() >= bar.maximum() - self.view.row_height

    def _on_said(self, messages: Sequence[Message]) -> None:
        self._follows = self._is_at_end
        self._last = messages[-1].number
        self.model.append(messages)
        if self.model.total > KEPT + _SLACK:
            # Between two batches: it takes longer than they do.
            QTimer.singleShot(_LATER_MS, self, self._drop)
        self._on_filtered()

    def _drop(self) -> None:
        if self.model.total > KEPT:
            self._dropped = True
            self.model.drop_before(self._last - KEPT)
            # The end comes into sight again with the next ones: to lay all rows out twice would take too long.
            self._count()

    def _apply(self) -> None:
        self._follows = self._is_at_end
        self.model.set_filter(predicate(self.kind.currentData(), tuple(folded(self.search.text()).split())))

    def _on_filtered(self) -> None:
        if self._follows and self.model.sorting == (TIME, False):
            self.view.scrollToBottom()
        self._count()

    def _count(self) -> None:
        shown, total = self.model.rowCount(), self.model.total
        if shown < total:
            words = self.tr("{shown} of %n messages", "", total).format(shown=formats.count(shown))
        elif self._dropped:
            words = self.tr("The latest %n messages; older ones are gone", "", total)
        else:
            words = self.tr("%n messages", "", total)
        self.amount.setText(words)
        nothing = self.tr("Nothing has been said since.") if self.wire.listens else self.tr("Nothing is recorded.")
        self.view.set_empty_text(self.tr("No message matches.") if total else nothing)
        for button in (self.copy_button, self.export_button):
            button.setEnabled(shown > 0)
        self.clear_button.setEnabled(total > 0)

    def _look(self) -> None:
        if not self._looking:
            self._looking = True
            spawn(self._look_now(), name="look at the connection")

    async def _look_now(self) -> None:
        try:
            found = await self._means.engine.wire.line(self._torrent, *self._peer)
            words = f"{self._address} · {wirewords.line(found)}"
        except EngineError as error:
            # It was removed, or the program ends: what was said can still be read.
            self._looker.stop()
            self.wire.close()
            self.pause_button.setEnabled(False)
            words = f"{self._address} · {error}"
        finally:
            self._looking = False
        self.head.setText(words)

    def _on_pause(self, on: bool) -> None:
        if on:
            self.wire.hold()
        else:
            self.wire.go_on()
        self._count()

    def _on_finished(self) -> None:
        self._looker.stop()
        self.wire.close()

    def _open_menu(self, point: QPoint) -> None:
        key = self.view.current_key()
        message = self.model.get(key) if key is not None else None
        if message is None:
            return
        menu = QMenu(self)
        menu.addAction(self.tr("&Copy"), self.view.copy)
        menu.addAction(self.tr("&Only messages of this kind"), self._on_only)
        menu.addSeparator()
        self.view.fill_export(menu)
        menu.aboutToHide.connect(menu.deleteLater)
        self.view.popup(menu, point)

    def _on_only(self) -> None:
        key = self.view.current_key()
        if key is not None and (message := self.model.get(key)) is not None:
            self.search.setText(wirewords.verb(message).lower())
            self.search.tell()

    def _on_export_text(self) -> None:
        spawn(self._export_text(), name="export wire log")

    async def _export_text(self) -> None:
        folder = self._means.state.get(_FOLDER_KEY) or str(Path.home())
        proposal = f"{folder}/{self.view.exporter.subject.replace(':', ' ')}.txt"
        path = await choose_new_file(self, self.tr("Export the wire log"), proposal, self.tr("Texts (*.txt)"))
        if not path:
            return
        self._means.state.set(_FOLDER_KEY, str(Path(path).parent))
        messages = list(self.model.rows())
        worker = Worker(asyncio.get_running_loop(), "export")
        try:
            await worker.run(_write, Path(path), self.windowTitle(), messages)
        except OSError as error:
            words = self.tr("{file} could not be written: {reason}.")
            raise UserError(words.format(file=path, reason=error.strerror or error)) from error
        finally:
            await worker.stop()
        self.told.emit(self.tr("%n messages were exported to {file}.", "", len(messages)).format(file=path))


def _write(path: Path, title: str, messages: Sequence[Message]) -> None:
    write(path, [f"{title}\n", *(f"{as_text(message)}\n" for message in messages)])
