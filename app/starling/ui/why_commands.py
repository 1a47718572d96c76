# SPDX-License-Identifier: GPL-3.0-or-later
"""What the action about torrents that do not move does, and what the buttons of their card do."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from starling.torrent import Torrent
from starling.ui.details.pane import DetailsPane
from starling.ui.dialogs.means import Means
from starling.ui.notice import NoticeBar
from starling.ui.remedies import Remedies, Ways
from starling.ui.whytone import loudest


class WhyCommands(QObject):
    """The method of the action bears the key of its row."""

    def __init__(
        self,
        window: QWidget,
        means: Means,
        notices: NoticeBar,
        ways: Ways,
        details: DetailsPane,
        selected: Callable[[], Sequence[Torrent]],
        show_torrent: Callable[[str], None],
    ) -> None:
        """`show_torrent` selects a torrent, by its id."""
        super().__init__(window)
        self._card = details.swarm.why
        self._ways, self._selected, self._show_torrent = ways, selected, show_torrent
        self.remedies = Remedies(window, means.engine, means.settings, notices, ways)
        self._card.chosen.connect(self.remedies.apply)

    def explain(self) -> None:
        """The card, also where it was sent away; of several torrents that of the one it is worst for."""
        torrents = self._selected()
        found = loudest(torrents)
        if found is None:
            return
        if len(torrents) > 1:
            self._show_torrent(found.id)
        self._card.bring_back(found.id)
        self._ways.show_tab("swarm")
