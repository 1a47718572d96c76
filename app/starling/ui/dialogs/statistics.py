# SPDX-License-Identifier: GPL-3.0-or-later
"""The window of the statistics: sums of the session, today, months and all time, and the days one by one."""

import time
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from starling.statistics import Day, Statistics, calendar, day_of
from starling.tasks import spawn
from starling.torrent import SessionState
from starling.ui.dialogs import statisticswords
from starling.ui.dialogs.asking import ask
from starling.ui.dialogs.frame import FramedDialog, note, selectable
from starling.ui.dialogs.means import Means
from starling.ui.dialogs.statisticstable import columns
from starling.ui.table import TableModel
from starling.ui.tableview import TableView
from starling.ui.theme import tabular

_SIZE_KEY, _COLUMNS_KEY = "statistics.size", "statistics.columns"
_DAYS = 31


class StatisticsDialog(FramedDialog):
    """Not modal, and up to date as long as it is open."""

    told = Signal(str)
    """A sentence for the notice bar."""

    def __init__(self, means: Means, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._means, self._ledger = means, means.engine.accounts.ledger
        self._longest = 0
        self._dht: int | None = None
        self._found = Statistics()
        self.setModal(False)
        self.setWindowTitle(self.tr("Statistics"))
        flags = Qt.WindowType
        self.setWindowFlags(flags.Window | flags.WindowMinMaxButtonsHint | flags.WindowCloseButtonHint)
        self._make_grid()
        self.now = selectable(note(wrap=True))
        self.since = selectable(note(wrap=True))
        self.model: TableModel[Day] = TableModel(columns(self._most), _date, self)
        self.view = TableView(self.model, means.themes, dense=True)
        self.view.setAccessibleName(self.tr("Statistics by day"))
        for widget in (self.since, self.now):
            self.body.addWidget(widget)
        self.body.addWidget(self.view, 1)
        self.reset_button = self.add_button(self.tr("&Reset all time…"))
        self.undo_button = self.add_button(self.tr("&Undo the reset"))
        self.footer.addStretch()
        self.copy_button = self.add_button(self.tr("Cop&y"))
        self.export_button = self.add_button(self.tr("&Export as CSV…"))
        self.close_button = self.add_button(self.tr("&Close"))
        self.reset_button.clicked.connect(self._on_reset)
        self.undo_button.clicked.connect(self._on_undo)
        self.copy_button.clicked.connect(self.copy)
        self.export_button.clicked.connect(self.view.exporter.export_all)
        self.close_button.clicked.connect(self.reject)
        self.view.exporter.told.connect(self.told)
        means.engine.session_changed.connect(self._on_session)
        self.model.sort_by("day", falling=True)
        self.view.restore_state(means.state.get(_COLUMNS_KEY) or "")
        self.restore_size(means.state, _SIZE_KEY, QSize(self.px(900), self.px(680)))
        self.refresh()

    def refresh(self) -> None:
        """As it stands now."""
        self._found = found = self._ledger.look()
        for row, line in zip(self.figures, statisticswords.lines(), strict=True):
            for label, (_, totals) in zip(row, statisticswords.stretches(found), strict=True):
                label.setText(line.text(totals))
        self.since.setText(statisticswords.since(found))
        self.now.setText(statisticswords.now(found.present, self._dht))
        days = calendar(found.days, day_of(time.time()), _DAYS)
        longest = max(max(day.totals.downloaded, day.totals.uploaded) for day in days)
        if longest != self._longest:
            self._longest = longest
            self.view.viewport().update()
        self.model.replace(days)
        self.undo_button.setVisible(self._ledger.can_undo)
        self.reset_button.setEnabled(found.known)

    def copy(self) -> None:
        """Everything, as text."""
        QGuiApplication.clipboard().setText(statisticswords.as_text(self._found, self._found.days))

    def hideEvent(self, event: QHideEvent) -> None:
        """Size and columns are kept."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.save_size(self._means.state, _SIZE_KEY)
            self._means.state.set(_COLUMNS_KEY, self.view.save_state())

    # -- within

    def _make_grid(self) -> None:
        self.grid = QGridLayout()
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        titles = [title for title, _ in statisticswords.stretches(Statistics())]
        self.figures: list[list[QLabel]] = []
        for column, title in enumerate(titles, 1):
            head = note(title)
            head.setAlignment(right)
            self.grid.addWidget(head, 0, column)
            self.grid.setColumnStretch(column, 1)
        for number, line in enumerate(statisticswords.lines(), 1):
            label = note(line.title)
            label.setToolTip(line.help)
            self.grid.addWidget(label, number, 0)
            row = []
            for column, title in enumerate(titles, 1):
                figure = selectable(QLabel())
                figure.setTextFormat(Qt.TextFormat.PlainText)
                figure.setFont(tabular(figure.font()))
                figure.setAlignment(right)
                figure.setAccessibleName(f"{line.title}, {title}")
                # Figures that are selected with the mouse are no stops of the Tab key: there are sixty of them.
                figure.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
                self.grid.addWidget(figure, number, column)
                row.append(figure)
            self.figures.append(row)
        self.body.addLayout(self.grid)
        self.sized(self._size_grid)

    def _size_grid(self) -> None:
        self.grid.setHorizontalSpacing(self.px(16))
        self.grid.setVerticalSpacing(self.px(5))

    def _most(self) -> int:
        return self._longest

    def _on_session(self, session: SessionState) -> None:
        self._dht = session.dht_nodes
        if self.isVisible():
            self.refresh()

    def _on_reset(self) -> None:
        spawn(self._reset(), name="reset statistics")

    async def _reset(self) -> None:
        if await ask(ResetStatisticsDialog(self)):
            self._ledger.begin_anew()
            self.refresh()

    def _on_undo(self) -> None:
        self._ledger.undo()
        self.refresh()


class ResetStatisticsDialog(FramedDialog):
    """Begin the sums of all time anew? Accepted for a yes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Reset all time"))
        self.add_heading(self.tr("Begin the sums of all time anew?"), 15)
        words = self.tr("Days and months stay as they are. You can undo it until you quit.")
        self.body.addWidget(note(words, wrap=True))
        self.body.addStretch()
        self.footer.addStretch()
        self.cancel_button = self.add_button(self.tr("&Cancel"))
        self.cancel_button.clicked.connect(self.reject)
        self.reset_button = self.add_button(self.tr("&Reset"), primary=True)
        self.reset_button.clicked.connect(self.accept)
        self.reset_button.setFocus()

    def sizeHint(self) -> QSize:
        """Wide enough for its sentences."""
        return super().sizeHint().expandedTo(QSize(self.px(420), 0))


def _date(day: Day) -> date:
    return day.date
