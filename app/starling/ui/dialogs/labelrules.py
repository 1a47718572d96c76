# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks before the rules of labels are applied to the torrents of the list, and says how many get which label."""

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from starling import formats
from starling.spelling import shortened, shown
from starling.ui.dialogs.asking import ask
from starling.ui.dialogs.frame import FramedDialog, note
from starling.ui.dialogs.labelgone import Above, Change, agreed
from starling.ui.dialogs.means import Means
from starling.ui.labelbook import LabelBook

_LISTED, _NAME = 8, 50


class RulesDialog(FramedDialog):
    """Give labels to so many torrents?"""

    def __init__(self, found: Mapping[str, Sequence[str]], parent: QWidget | None) -> None:
        """`found` has the labels that torrents would get, by their ids."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Apply the rules"))
        count = len(found)
        question = self.tr("Give labels to %n torrents?", "", count) if count else self.tr("Nothing to give")
        self.question = self.add_heading(question, 15)
        counts = Counter(name for names in found.values() for name in names).most_common()
        text = self.tr("{label}: {count}")
        lines = [
            text.format(label=shortened(shown(name), _NAME), count=formats.count(times))
            for name, times in counts[:_LISTED]
        ]
        if len(counts) > _LISTED:
            lines.append(self.tr("and %n more", "", len(counts) - _LISTED))
        if not count:
            lines.append(self.tr("All torrents have the labels that the rules give."))
        self.said = note("\n".join(lines), wrap=True)
        self.body.addWidget(self.said)
        self.body.addStretch()
        self.footer.addStretch()
        if count:
            self.cancel_button = self.add_button(self.tr("&Cancel"))
            self.cancel_button.clicked.connect(self.reject)
            self.give_button = self.add_button(self.tr("&Give"), primary=True)
            self.give_button.clicked.connect(self.accept)
        else:
            self.cancel_button = self.add_button(self.tr("&Close"), primary=True)
            self.cancel_button.clicked.connect(self.reject)
        self.sized(self._widen)

    def _widen(self) -> None:
        self.setMinimumWidth(self.px(340))


async def apply_rules(book: LabelBook, means: Means, parent: QWidget) -> None:
    """Asks, and then gives all torrents the labels that the rules give and that they have not got."""
    above = Above(parent)
    found = await book.by_rules()
    if not await ask(RulesDialog(found, above.window)):
        return
    if await agreed(Change.GIVE, await book.removals_by_rules(found), means, above.window):
        await means.engine.labelling.change_each(found)
