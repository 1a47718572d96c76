# SPDX-License-Identifier: GPL-3.0-or-later
"""What else can be said of a torrent when it is added: its label, and how it begins."""

from collections.abc import Iterable

from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QWidget

from starling.torrent import AddOptions
from starling.ui.theme import ThemeManager

_GAP, _LINE, _FIELD = 28, 4, 28


class Switches(QWidget):
    """A field for labels and four boxes."""

    def __init__(self, defaults: AddOptions, labels: Iterable[str], themes: ThemeManager) -> None:
        """`labels` are those that exist."""
        super().__init__()
        self._themes = themes
        self.label = QComboBox()
        self.label.setEditable(True)
        self.label.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.label.setMinimumContentsLength(12)
        self.label.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.label.addItems(["", *sorted(set(labels), key=str.casefold)])
        self.label.setEditText(", ".join(defaults.labels))
        self.label.setToolTip(self.tr("Several labels are separated by commas"))
        self.start = QCheckBox(self.tr("S&tart now"))
        self.start.setChecked(defaults.start)
        self.top = QCheckBox(self.tr("First in the &queue"))
        self.top.setChecked(defaults.top_of_queue)
        self.sequential = QCheckBox(self.tr("&In order, to watch meanwhile"))
        self.sequential.setChecked(defaults.sequential)
        self.first_last = QCheckBox(self.tr("First and last &pieces first"))
        self.first_last.setChecked(defaults.first_last)
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self.label, 0, 0)
        for number, box in enumerate((self.start, self.sequential, self.top, self.first_last)):
            grid.addWidget(box, number // 2, 1 + number % 2)
        grid.setColumnStretch(3, 1)
        self._restyle()
        themes.changed.connect(self._restyle)

    @property
    def labels(self) -> tuple[str, ...]:
        """What stands in the field, each once, without surplus spaces."""
        found = (" ".join(label.split()) for label in self.label.currentText().split(","))
        return tuple(dict.fromkeys(filter(None, found)))

    def _restyle(self) -> None:
        scale = self._themes.scale
        self.label.setMinimumHeight(round(_FIELD * scale))
        self._grid.setHorizontalSpacing(round(_GAP * scale))
        self._grid.setVerticalSpacing(round(_LINE * scale))
