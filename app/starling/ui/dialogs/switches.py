# SPDX-License-Identifier: GPL-3.0-or-later
"""What else can be said of a torrent when it is added: its label, its folder, and how it begins."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QSizePolicy, QSpacerItem, QWidget

from starling import labels
from starling.torrent import AddOptions, Layout
from starling.ui.dialogs.frame import ERR, note
from starling.ui.dialogs.labelfield import offer
from starling.ui.labelbook import LabelBook
from starling.ui.theme import ThemeManager

ROWS = 3
"""Of whatever grid its labels stand in: the last one takes the `surplus` that boxes in one column need."""
_GAP, _LINE, _FIELD, _CLOSE = 20, 10, 28, 4


def surplus() -> QSpacerItem:
    """Height that rows above it shall not share, for fields and their labels stay side by side."""
    return QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)


class Switches(QWidget):
    """Two rows: a field for labels, one for folders, and four boxes; a fifth stands where its owner puts it."""

    layout_changed = Signal()

    labels_changed = Signal()

    def __init__(self, defaults: AddOptions, book: LabelBook, themes: ThemeManager) -> None:
        super().__init__()
        self._themes = themes
        self.label = QComboBox()
        self.label.setEditable(True)
        self.label.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.label.setMinimumContentsLength(12)
        self.label.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._book = book
        offer(self.label, book, themes)
        self.label.setToolTip(self.tr("Several labels are separated by commas"))
        self.layouts = QComboBox()
        for layout, text in (
            (Layout.ORIGINAL, self.tr("As in the torrent")),
            (Layout.FOLDER, self.tr("Always a folder")),
            (Layout.FLAT, self.tr("Never a folder")),
        ):
            self.layouts.addItem(text, layout)
        self.layouts.setMinimumContentsLength(12)
        self.layouts.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.layouts.setToolTip(self.tr("Whether the files get a folder of their own in the one they are saved in"))
        self.layouts.currentIndexChanged.connect(self.layout_changed)
        self.start = QCheckBox(self.tr("S&tart now"))
        self.top = QCheckBox(self.tr("First in the &queue"))
        self.sequential = QCheckBox(self.tr("&In order, to watch meanwhile"))
        self.first_last = QCheckBox(self.tr("First and last &pieces first"))
        self.believe = QCheckBox(self.tr("Believe what is on dis&k"))
        self.believe.setToolTip(
            self.tr(
                "Nothing is checked before others get it. If a piece turns out to be wrong when somebody asks for it, "
                "everything is checked then."
            )
        )
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self.label, 0, 0)
        grid.addWidget(self.layouts, 1, 0)
        self._boxes = (self.start, self.sequential, self.top, self.first_last)
        self._across = 0
        self._beside = QGridLayout()
        self._beside.setContentsMargins(0, 0, 0, 0)
        grid.addLayout(self._beside, 0, 1, ROWS, 1, Qt.AlignmentFlag.AlignTop)
        grid.addItem(surplus(), ROWS - 1, 0)
        self.refusal = note("", ERR, wrap=True)
        self.refusal.hide()
        grid.addWidget(self.refusal, ROWS, 0, 1, 3)
        self.label.editTextChanged.connect(self._on_labels)
        grid.setColumnStretch(2, 1)
        self.take(defaults)
        self._restyle()
        themes.changed.connect(self._restyle)

    @property
    def layout_wish(self) -> Layout:
        """What is chosen."""
        return Layout(self.layouts.currentData())

    def allow_believing(self, on: bool) -> None:
        """Whether all of the torrent is there to be believed."""
        self.believe.setVisible(on)
        if not on:
            self.believe.setChecked(False)

    def take(self, options: AddOptions) -> None:
        """Show these choices; what is believed of a disk is for each torrent to say."""
        self.label.setEditText(", ".join(options.labels))
        self.layouts.setCurrentIndex(self.layouts.findData(options.layout))
        self.start.setChecked(options.start)
        self.top.setChecked(options.top_of_queue)
        self.sequential.setChecked(options.sequential)
        self.first_last.setChecked(options.first_last)

    @property
    def labels(self) -> tuple[str, ...]:
        """What stands in the field, each once, spelt as those that exist; nothing where it will not do."""
        try:
            return self._book.spelt(labels.split(self.label.currentText()))
        except ValueError:
            return ()

    @property
    def problem(self) -> str:
        """Why a label will not do, empty if all will."""
        try:
            labels.split(self.label.currentText())
        except ValueError as error:
            return str(error)
        return ""

    def minimumSizeHint(self) -> QSize:
        """Narrow, the boxes stand one below the other."""
        width = self.label.sizeHint().width() + self._grid.horizontalSpacing()
        longest = max(box.sizeHint().width() for box in self._boxes)
        return QSize(width + longest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many boxes beside each other as there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def _on_labels(self) -> None:
        self.refusal.setText(self.problem)
        self.refusal.setVisible(bool(self.refusal.text()))
        self.label.setAccessibleDescription(self.refusal.text())
        self.labels_changed.emit()

    def _arrange(self) -> None:
        gap = self._grid.horizontalSpacing()
        fields = max(field.sizeHint().width() for field in (self.label, self.layouts))
        widths = [box.sizeHint().width() for box in self._boxes]
        needed = fields + max(widths[0::2]) + max(widths[1::2]) + 2 * gap
        across = 2 if self.width() >= needed else 1
        if across != self._across:
            self._across = across
            # Two rows stand beside the two fields.
            scale = self._themes.scale
            self._beside.setVerticalSpacing(round((_LINE if across > 1 else _CLOSE) * scale))
            for number, box in enumerate(self._boxes):
                self._beside.removeWidget(box)
                box.setMinimumHeight(round(_FIELD * scale) if across > 1 else 0)
                self._beside.addWidget(box, number // across, number % across)
            self.updateGeometry()

    def _restyle(self) -> None:
        scale = self._themes.scale
        for field in (self.label, self.layouts):
            field.setMinimumHeight(round(_FIELD * scale))
        self._grid.setHorizontalSpacing(round(_GAP * scale))
        self._grid.setVerticalSpacing(round(_LINE * scale))
        self._beside.setHorizontalSpacing(round(_GAP * scale))
        self._across = 0
        self._arrange()
