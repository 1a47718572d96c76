# SPDX-License-Identifier: GPL-3.0-or-later
"""The other pages of the dialog that creates torrents: how far hashing is, and what came of it."""

import time
from collections import deque
from functools import partial
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from starling import formats
from starling.creation import Made, Progress
from starling.spelling import shortened, shown
from starling.ui.button import Button
from starling.ui.dialogs import createwords
from starling.ui.dialogs.frame import ERR, MUTED, FramedDialog, heading, note, selectable
from starling.ui.notice import breakable
from starling.ui.theme import ThemeManager

_STEPS = 1000
_BAR, _SLOT = 6, 60
_PERIOD = 5.0
"""Seconds over which the rate is taken."""


class CreateProgress(QWidget):
    """A bar and a sentence."""

    def __init__(self, frame: FramedDialog, themes: ThemeManager) -> None:
        super().__init__()
        self._seen: deque[tuple[float, int]] = deque()
        self.title = QLabel()
        frame.sized(partial(_size_heading, frame, self.title))
        self.bar = Bar(themes)
        self.bar.setAccessibleName(self.tr("Hashing"))
        self.percent = note()
        self.percent.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.sentence = note(wrap=True)
        row = QHBoxLayout()
        row.addWidget(self.bar, 1)
        row.addWidget(self.percent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch()
        column.addWidget(self.title)
        column.addLayout(row)
        column.addWidget(self.sentence)
        column.addStretch()
        frame.sized(lambda: self.percent.setMinimumWidth(frame.px(_SLOT)))
        frame.sized(lambda: column.setSpacing(frame.px(10)))

    def begin(self, path: str) -> None:
        """Hashing of this file or folder begins."""
        self._seen.clear()
        name = shortened(shown(Path(path).name))
        self.title.setText(breakable(self.tr("Hashing “{name}”").format(name=name)))
        self.show_progress(Progress(0, 0))

    def show_progress(self, now: Progress) -> None:
        """It is that far."""
        moment = time.monotonic()
        self._seen.append((moment, now.done))
        while len(self._seen) > 2 and moment - self._seen[0][0] > _PERIOD:
            self._seen.popleft()
        begun, before = self._seen[0]
        elapsed = moment - begun
        rate = (now.done - before) / elapsed if elapsed > 0 else 0.0
        fraction = now.done / now.size if now.size else 0.0
        self.bar.setValue(int(fraction * _STEPS))
        self.percent.setText(formats.percent(fraction) if now.size else "")
        words = createwords.progress(now, rate) if now.size else self.tr("Looking at the files…")
        self.sentence.setText(words)
        self.bar.setAccessibleDescription(words)


class Bar(QProgressBar):
    """A rounded bar without a text on it."""

    def __init__(self, themes: ThemeManager) -> None:
        super().__init__()
        self._themes = themes
        self.setRange(0, _STEPS)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """As high as a line of text, so that it stands in the middle of one."""
        return QSize(self.fontMetrics().height() * 8, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Track and what is done."""
        painter, theme = QPainter(self), self._themes.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        height = _BAR * self._themes.scale
        track = QRectF(0, (self.height() - height) / 2, self.width(), height)
        painter.setBrush(theme.miss)
        painter.drawRoundedRect(track, height / 2, height / 2)
        if self.value():
            track.setWidth(max(height, track.width() * self.value() / self.maximum()))
            painter.setBrush(theme.have)
            painter.drawRoundedRect(track, height / 2, height / 2)


class CreateResult(QWidget):
    """What was made, to be copied and shown."""

    magnet_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self, frame: FramedDialog) -> None:
        super().__init__()
        self.title = QLabel()
        frame.sized(partial(_size_heading, frame, self.title))
        grid = frame.form()
        self.values: list[QLabel] = []
        self._labels: list[QLabel] = []
        self.file, self.content, self.pieces, self.hash_v1, self.hash_v2 = (selectable(QLabel()) for _ in range(5))
        rows = (
            (self.tr("Saved as"), self.file),
            (self.tr("Content"), self.content),
            (self.tr("Pieces"), self.pieces),
            (self.tr("Info-hash v1"), self.hash_v1),
            (self.tr("Info-hash v2"), self.hash_v2),
        )
        for row, (words, value) in enumerate(rows):
            value.setTextFormat(Qt.TextFormat.PlainText)
            value.setWordWrap(True)
            self._labels.append(frame.add_label(grid, row, words, value))
            grid.addWidget(value, row, 1)
        self.names = note(wrap=True)
        self.seeding = note(wrap=True)
        self.magnet_button = Button(self.tr("Copy magnet &link"))
        self.magnet_button.clicked.connect(self.magnet_wanted)
        self.folder_button = Button(self.tr("Show in &folder"))
        self.folder_button.clicked.connect(self.folder_wanted)
        buttons = QHBoxLayout()
        buttons.addWidget(self.magnet_button)
        buttons.addWidget(self.folder_button)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.title)
        column.addLayout(grid)
        column.addWidget(self.names)
        column.addWidget(self.seeding)
        column.addLayout(buttons)
        column.addStretch()
        frame.sized(lambda: column.setSpacing(frame.px(12)))
        frame.sized(lambda: buttons.setSpacing(frame.px(8)))

    def show_made(self, made: Made, target: str) -> None:
        """That was made, and lies there."""
        self.magnet_button.say(self.tr("Copy magnet &link"))
        self.title.setText(breakable(self.tr("“{name}” is created").format(name=shortened(shown(made.name)))))
        self.file.setText(breakable(shown(target)))
        self.content.setText(createwords.contents(made))
        self.pieces.setText(createwords.made_pieces(made))
        for value, label, digits in zip(
            (self.hash_v1, self.hash_v2), self._labels[3:], (made.hash_v1, made.hash_v2), strict=True
        ):
            value.setText(digits)
            value.setVisible(bool(digits))
            label.setVisible(bool(digits))
        self.names.setText(breakable(createwords.other_names(list(made.paths.values()))) if made.paths else "")
        self.names.setVisible(bool(made.paths))
        self.say_seeding("")

    def say_seeding(self, sentence: str, *, wrong: bool = False) -> None:
        """What became of the wish to seed it; empty where there was none."""
        self.seeding.setForegroundRole(ERR if wrong else MUTED)
        self.seeding.setText(breakable(sentence))
        self.seeding.setVisible(bool(sentence))


def _size_heading(frame: FramedDialog, label: QLabel) -> None:
    heading(label, frame.px(15))
