# SPDX-License-Identifier: GPL-3.0-or-later
"""Torrents that are dragged onto a label of the sidebar get it; onto “No label”, they lose all they have."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QPoint

from starling.i18n import Counted
from starling.spelling import shortened, shown
from starling.ui.filters import Filter, Section
from starling.ui.label_commands import LabelCommands
from starling.ui.sidebar import Sidebar

_NAME = 40


class LabelDrop(Counted):
    """A target of `dragging.RowDrag`."""

    def __init__(self, sidebar: Sidebar, labels: LabelCommands) -> None:
        self._sidebar, self._labels = sidebar, labels

    def hover(self, keys: Sequence[Hashable], point: QPoint) -> tuple[bool, str]:
        """Outlines the label below the pointer."""
        entry = self._entry(point)
        self._sidebar.aim(entry)
        if entry is None:
            return False, ""
        if not entry.name:
            return True, self.tr("Take all labels from %n torrents", "", len(keys))
        text = self.tr("Give “{label}” to %n torrents", "", len(keys))
        return True, text.format(label=shortened(shown(entry.name), _NAME))

    def leave(self) -> None:
        """Nothing is outlined any more."""
        self._sidebar.aim(None)

    def drop(self, keys: Sequence[Hashable], point: QPoint) -> None:
        """They get the label."""
        entry = self._entry(point)
        if entry is not None:
            self._labels.give(entry.name, [str(key) for key in keys])

    def _entry(self, point: QPoint) -> Filter | None:
        found = self._sidebar.entry_at(point)
        return found if found is not None and found.section is Section.LABELS else None
