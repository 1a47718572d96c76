# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks until when torrents are to be seeded: one, or several that may have different goals by now."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from starling import goalwords
from starling.goals import Goal
from starling.torrent import Torrent
from starling.ui.dialogs.frame import ERR, ROW, FramedDialog, note
from starling.ui.dialogs.labelgoal import GoalChoice, Until

_WIDTH = 540
_NAMED = 3


class GoalDialog(FramedDialog):
    """Starts with the goals there are; where they differ, they stay until another one is chosen."""

    def __init__(
        self, torrents: Sequence[Torrent], otherwise: Sequence[Goal | None], parent: QWidget | None = None
    ) -> None:
        """`otherwise` are the goals that labels and settings give these torrents."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Seeding goal"))
        self._otherwise = set(otherwise)
        names = ", ".join(torrent.name for torrent in torrents[:_NAMED])
        left = len(torrents) - _NAMED
        if left > 0:
            names = self.tr("{names} and %n more", "", left).format(names=names)
        self.names = note(names, QPalette.ColorRole.WindowText, wrap=True)
        self.body.addWidget(self.names)
        own = {torrent.goal.goal if torrent.goal is not None and torrent.goal.own else None for torrent in torrents}
        self.choice = GoalChoice(next(iter(own)) if len(own) == 1 else None)
        until = self.choice.until
        until.setItemText(until.findData(Until.SETTINGS), self.tr("As labels and settings say"))
        until.setAccessibleName(self.tr("Seed"))
        if len(own) > 1:
            until.insertItem(0, self.tr("different: leave as they are"))
            until.setCurrentIndex(0)
        self.body.addWidget(self.choice)
        self.line = note(wrap=True)
        """What is meant, or what is wrong with it."""
        self.body.addWidget(self.line)
        self.body.addStretch()
        self.footer.addStretch()
        self.cancel_button = self.add_button(self.tr("&Cancel"))
        self.ok_button = self.add_button(self.tr("&OK"), primary=True)
        self.cancel_button.clicked.connect(self.reject)
        self.ok_button.clicked.connect(self.accept)
        self.choice.changed.connect(self._follow)
        self.sized(self._widen)
        self._follow()
        until.setFocus()

    @property
    def leaves(self) -> bool:
        """Every torrent is to keep the goal that it has."""
        return self.choice.until.currentData() is None

    @property
    def goal(self) -> Goal | None:
        """The torrents' own from now on; None = as labels and settings say. Raises ValueError with a sentence."""
        return self.choice.take()

    def accept(self) -> None:
        """Only what is a goal."""
        if self._problem():
            self._follow(strict=True)
        else:
            super().accept()

    def _problem(self) -> str:
        if self.leaves:
            return ""
        try:
            self.choice.take()
        except ValueError as error:
            return str(error)
        return ""

    def _follow(self, *, strict: bool = False) -> None:
        problem = self._problem() if strict else ""
        self.line.setForegroundRole(ERR if problem else QPalette.ColorRole.PlaceholderText)
        self.line.setText(problem or self._meaning())
        self._widen()

    def _meaning(self) -> str:
        until = self.choice.until.currentData()
        if until is Until.SETTINGS:
            if len(self._otherwise) > 1:
                return self.tr("Their labels differ, and so do their goals.")
            goal = next(iter(self._otherwise), None)
            if goal is None or goal.endless:
                return self.tr("They say nothing, and so it is seeded until you pause it.")
            return goalwords.meaning(goal)
        if until is Until.GOAL:
            return self.tr("Whatever is left empty does not count. Times are in minutes unless you write 2 h or 3 d.")
        return ""

    def _widen(self) -> None:
        width = max(self.width(), self.px(_WIDTH))
        self.setMinimumWidth(self.px(_WIDTH))
        for field in self.choice.fields:
            field.setMinimumHeight(self.px(ROW))
        if (layout := self.layout()) is not None:
            # What was shown or hidden just now counts already.
            layout.invalidate()
            layout.activate()
            self.resize(QSize(width, max(layout.totalHeightForWidth(width), layout.totalMinimumSize().height())))
