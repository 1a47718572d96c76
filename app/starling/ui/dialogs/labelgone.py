# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks before a change of labels removes torrents at once by a goal that they get: remove them, or turn it off?"""

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from starling import settings
from starling.goals import Removals
from starling.spelling import shortened, shown
from starling.ui.dialogs.asking import ask
from starling.ui.dialogs.frame import FramedDialog, note
from starling.ui.dialogs.means import Means

_LISTED, _NAME, _WIDTH = 5, 60, 460


class Change(Enum):
    """What is to be done: to labels, or to the goal of all torrents."""

    GIVE = auto()
    TAKE = auto()
    SAVE = auto()
    MOVE = auto()
    GOAL = auto()


class GoneDialog(FramedDialog):
    """Accepted if the change is wanted; `keeps` says whether the torrents are."""

    def __init__(
        self, change: Change, names: Sequence[str], removals: Removals, days: int, parent: QWidget | None
    ) -> None:
        """`names` are those of some of the torrents, `days` how long removing them can be undone."""
        super().__init__(parent)
        self.keeps = False
        count = len(removals.ids)
        self.setWindowTitle(self.tr("Seeding goal reached"))
        self.question = self.add_heading(self.tr("Remove %n torrents now?", "", count), 15)
        if change is Change.GIVE:
            why = self.tr("This label gives them its seeding goal, which they have reached already.")
        elif change is Change.TAKE:
            why = self.tr("Without this label they get another seeding goal, which they have reached already.")
        else:
            why = self.tr("By this change they get another seeding goal, which they have reached already.")
        if not removals.data:
            then = self.tr("They would be removed from the list at once; their files stay.")
        elif removals.data == count:
            then = self.tr("They would be removed from the list at once, and their files go to the trash.")
        else:
            then = self.tr(
                "They would be removed from the list at once; the files of %n go to the trash.", "", removals.data
            )
        listed = [shortened(shown(name), _NAME) for name in names[:_LISTED]]
        if count > len(listed):
            listed.append(self.tr("and %n more", "", count - len(listed)))
        self.said = note(f"{why} {then}", wrap=True)
        self.body.addWidget(self.said)
        self.body.addWidget(note("\n".join(listed), wrap=True))
        kept = self.tr("Those that you keep are seeded for ever: their goal is turned off.")
        if days:
            undone = self.tr("Removing can be undone for %n days.", "", days)
            kept = f"{kept} {undone}"
        self.body.addWidget(note(kept, wrap=True))
        self.body.addStretch()
        self.footer.addStretch()
        self.cancel_button = self.add_button(self.tr("&Cancel"))
        self.remove_button = self.add_button(self.tr("&Remove them"))
        self.keep_button = self.add_button(self._keep_words(change), primary=True)
        self.cancel_button.clicked.connect(self.reject)
        self.remove_button.clicked.connect(self.accept)
        self.keep_button.clicked.connect(self._on_keep)
        self.keep_button.setFocus()
        self.sized(self._widen)

    def _keep_words(self, change: Change) -> str:
        if change is Change.GIVE:
            return self.tr("&Give the label, keep the torrents")
        if change is Change.TAKE:
            return self.tr("&Take the label, keep the torrents")
        if change is Change.SAVE:
            return self.tr("&Save, keep the torrents")
        if change is Change.GOAL:
            return self.tr("Change the &goal, keep the torrents")
        return self.tr("&Move, keep the torrents")

    def _on_keep(self) -> None:
        self.keeps = True
        self.accept()

    def _widen(self) -> None:
        self.setMinimumWidth(self.px(_WIDTH))


class Above:
    """The windows that a widget stands in, and above it: one of them is there still when all of it is gone."""

    def __init__(self, widget: QWidget | None) -> None:
        self._windows: list[QWidget] = []
        while widget is not None:
            self._windows.append(widget.window())
            widget = self._windows[-1].parentWidget()

    @property
    def window(self) -> QWidget | None:
        """What a dialog can be opened over now."""
        return next((one for one in self._windows if isValid(one) and one.isVisible()), None)


async def agreed(change: Change, removals: Removals, means: Means, parent: QWidget | None) -> bool:
    """Whether a change that would remove torrents is wanted; those that are to be kept have no goal then."""
    return await kept(change, removals, means, parent) is not None


async def kept(change: Change, removals: Removals, means: Means, parent: QWidget | None) -> frozenset[str] | None:
    """The ids of those that are kept, where such a change is wanted, and have no goal now; None if it is not."""
    if not removals.ids:
        return frozenset()
    rows = means.engine.torrents
    names = [rows[id].name for id in removals.ids if id in rows]
    dialog = GoneDialog(change, names, removals, means.settings.get(settings.downloads.KEEP_REMOVED), parent)
    if not await ask(dialog):
        return None
    if not dialog.keeps:
        return frozenset()
    await means.engine.forecast.keep(removals.ids)
    return frozenset(removals.ids)
