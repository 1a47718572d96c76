# SPDX-License-Identifier: GPL-3.0-or-later
"""What the actions about the queue's order and seeding goals do: each method bears the key of its row."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from starling.tasks import spawn
from starling.torrent import SessionState, Torrent
from starling.ui.dialogs.asking import ask
from starling.ui.dialogs.means import Means
from starling.ui.dragging import RowDrag
from starling.ui.lastcopies import GoalWarnings
from starling.ui.notice import NoticeBar
from starling.ui.queue_dragging import QueueDrop
from starling.ui.table import TableModel
from starling.ui.tableview import TableView

_COUNTDOWN = "goal_left"


class GoalCommands(QObject):
    """Asks for a place or a goal; lets rows be dragged; keeps the countdown going."""

    def __init__(
        self,
        window: QWidget,
        means: Means,
        view: TableView,
        model: TableModel[Torrent],
        notices: NoticeBar,
        selected: Callable[[], Sequence[Torrent]],
    ) -> None:
        """`selected` gives the torrents that are meant."""
        super().__init__(window)
        self._window, self._means, self._selected = window, means, selected
        self._engine = engine = means.engine
        self._view, self._model = view, model
        self.drag = RowDrag(view, model)
        """For others that take torrents too."""
        self.drop = QueueDrop(engine, view, model, means.themes, notices)
        self.drag.add_target(view.viewport(), self.drop)
        GoalWarnings(engine, means.settings, notices, self)
        engine.session_changed.connect(self._count_down)

    def queue_position(self) -> None:
        spawn(self._ask_place(), name="place in the queue")

    def seeding_goal(self) -> None:
        spawn(self._ask_goal(), name="seeding goal")

    async def _ask_place(self) -> None:
        # Dialogs are read when they are opened: the start does not pay for them.
        from starling.ui.dialogs.queueplace import PlaceDialog

        chosen = [torrent for torrent in self._selected() if torrent.queue is not None]
        if not chosen:
            return
        count = sum(1 for torrent in self._engine.torrents.values() if torrent.queue is not None)
        dialog = PlaceDialog(chosen, count, self._window)
        if await ask(dialog):
            self._engine.queue.put([torrent.id for torrent in chosen], dialog.place - 1)

    async def _ask_goal(self) -> None:
        from starling.ui.dialogs.goal import GoalDialog
        from starling.ui.dialogs.labelgone import Change, kept

        torrents = list(self._selected())
        if not torrents:
            return
        ids = [torrent.id for torrent in torrents]
        dialog = GoalDialog(torrents, self._engine.goals.inherited(ids), self._window)
        if not await ask(dialog) or dialog.leaves:
            return
        goal = dialog.goal
        stay = await kept(Change.GOAL, await self._engine.forecast.given(ids, goal), self._means, self._window)
        if stay is not None:
            self._engine.goals.set_goal([id for id in ids if id not in stay], goal)

    def _count_down(self, _state: SessionState) -> None:
        # Time goes by without any news of the torrents themselves.
        number = self._model.column_number(_COUNTDOWN)
        if number is not None and not self._view.columns.isSectionHidden(number):
            self._view.viewport().update()
