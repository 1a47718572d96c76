# SPDX-License-Identifier: GPL-3.0-or-later
"""The fields of the form of a torrent that is to be created, and where they stand."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from starling.ui.button import Button
from starling.ui.dialogs import createwords
from starling.ui.dialogs.creatememory import Remembered
from starling.ui.dialogs.frame import ROW, FramedDialog, note


class CreateFields(QWidget):
    """Two columns between what it is made of and where it goes."""

    def __init__(self, frame: FramedDialog, chosen: Remembered) -> None:
        """They begin with what was chosen the last time."""
        super().__init__()
        self._frame = frame
        self._build(chosen)
        self._lay_out()

    def _build(self, chosen: Remembered) -> None:
        self.path = QLineEdit()
        self.path.setPlaceholderText(self.tr("Choose a file or a folder, or drop one here"))
        self.file_button = Button(self.tr("F&ile…"))
        self.file_button.setAccessibleName(self.tr("Choose a file"))
        self.folder_button = Button(self.tr("Fol&der…"))
        self.folder_button.setAccessibleName(self.tr("Choose a folder"))
        self.about = note(wrap=True)
        self.left = note("", QPalette.ColorRole.WindowText, wrap=True)
        self.left.hide()
        self.format = QComboBox()
        for form, name, who in createwords.formats_offered():
            self.format.addItem(name, form.value)
            self.format.setItemData(self.format.count() - 1, who, Qt.ItemDataRole.ToolTipRole)
        self.format.setCurrentIndex(max(0, self.format.findData(chosen.form)))
        self.who = note(wrap=True)
        self.piece = QComboBox()
        self.pieces = note(wrap=True)
        self.private = QCheckBox(self.tr("P&rivate torrent"))
        self.private.setToolTip(self.tr("Peers come from its trackers alone, not by DHT, exchange or local network"))
        self.private.setChecked(chosen.private)
        self.aligned = QCheckBox(self.tr("Ali&gn files with pieces"))
        self.aligned.setToolTip(
            self.tr("Every file begins with a piece of its own, the gaps are filled. Old clients save the fillers too.")
        )
        self.aligned.setChecked(chosen.aligned)
        self.hidden = QCheckBox(self.tr("&Hidden files too"))
        self.hidden.setChecked(chosen.hidden)
        self.patterns = self._area(chosen.patterns, self.tr("Patterns of names, one a line, such as *.nfo or sample/*"))
        self.trackers = self._area(chosen.trackers, self.tr("One address a line; a blank line begins the next tier"))
        self.web_seeds = self._area("", self.tr("One address a line"))
        self.comment = QLineEdit()
        self.source = QLineEdit(chosen.source)
        self.source.setToolTip(self.tr("Private sites ask for it: the same files get another info-hash there"))
        self.save_as = QLineEdit()
        self.browse = Button(self.tr("Br&owse…"))
        self.seed = QCheckBox(self.tr("&Start seeding at once, from where the files lie"))
        self.seed.setChecked(chosen.seed)
        self.verdict = note(wrap=True)
        self.verdict.setAlignment(Qt.AlignmentFlag.AlignTop)
        for combo in (self.format, self.piece):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(14)

    def _area(self, text: str, hint: str) -> QPlainTextEdit:
        area = QPlainTextEdit(text)
        area.setPlaceholderText(hint)
        area.setTabChangesFocus(True)
        area.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        area.setToolTip(hint)
        return area

    def _lay_out(self) -> None:
        frame, column = self._frame, QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        top, left, right, bottom = (frame.form() for _ in range(4))
        chosen = QHBoxLayout()
        for widget in (self.path, self.file_button, self.folder_button):
            chosen.addWidget(widget, 1 if widget is self.path else 0)
        frame.add_label(top, 0, self.tr("&Files"), self.path)
        top.addLayout(chosen, 0, 1)
        top.addWidget(self.about, 1, 1)
        top.addWidget(self.left, 2, 1)
        frame.add_label(left, 0, self.tr("For&mat"), self.format)
        left.addWidget(self.format, 0, 1)
        left.addWidget(self.who, 1, 1)
        frame.add_label(left, 2, self.tr("&Pieces"), self.piece)
        left.addWidget(self.piece, 2, 1)
        left.addWidget(self.pieces, 3, 1)
        for row, box in enumerate((self.private, self.aligned, self.hidden), 4):
            left.addWidget(box, row, 1)
        frame.add_label(left, 7, self.tr("&Leave out"), self.patterns)
        left.addWidget(self.patterns, 7, 1)
        left.setRowStretch(7, 1)
        frame.add_label(right, 0, self.tr("&Trackers"), self.trackers)
        right.addWidget(self.trackers, 0, 1)
        right.setRowStretch(0, 2)
        frame.add_label(right, 1, self.tr("&Web seeds"), self.web_seeds)
        right.addWidget(self.web_seeds, 1, 1)
        right.setRowStretch(1, 1)
        frame.add_label(right, 2, self.tr("Comm&ent"), self.comment)
        right.addWidget(self.comment, 2, 1)
        frame.add_label(right, 3, self.tr("So&urce"), self.source)
        right.addWidget(self.source, 3, 1)
        halves = QHBoxLayout()
        halves.addLayout(left, 1)
        halves.addLayout(right, 1)
        saved = QHBoxLayout()
        saved.addWidget(self.save_as, 1)
        saved.addWidget(self.browse)
        frame.add_label(bottom, 0, self.tr("Sa&ve as"), self.save_as)
        bottom.addLayout(saved, 0, 1)
        bottom.addWidget(self.seed, 1, 1)
        column.addLayout(top)
        column.addLayout(halves, 1)
        column.addLayout(bottom)
        column.addWidget(self.verdict)
        frame.sized(partial(self._size, column, halves, (chosen, saved), (top, left, right, bottom)))

    def _size(
        self, column: QVBoxLayout, halves: QHBoxLayout, rows: tuple[QHBoxLayout, ...], grids: tuple[QGridLayout, ...]
    ) -> None:
        px = self._frame.px
        column.setSpacing(px(8))
        halves.setSpacing(px(20))
        for row in rows:
            row.setSpacing(px(8))
        for grid in grids:
            grid.setVerticalSpacing(px(6))
        for field in (self.path, self.format, self.piece, self.comment, self.source, self.save_as):
            field.setMinimumHeight(px(ROW))
        for area, least in ((self.patterns, 44), (self.trackers, 72), (self.web_seeds, 44)):
            area.setMinimumHeight(px(least))
            # The layout stretches it.
            area.setMaximumHeight(px(600))
            area.setMinimumWidth(px(220))
        self.verdict.setMinimumHeight(px(18))
