# SPDX-License-Identifier: GPL-3.0-or-later
"""The choice of a seeding goal: as the settings say, for ever, or until a ratio or a time is reached, and then what."""

from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from starling import settings
from starling.goals import After, Goal
from starling.setting import Setting
from starling.ui.dialogs.frame import note
from starling.ui.preferences import numbers


class Until(Enum):
    """How a goal is given."""

    SETTINGS = "as the settings say"
    EVER = "for ever"
    GOAL = "until something is reached"


class GoalChoice(QWidget):
    """`take` gives what stands there."""

    changed = Signal()
    """Something else was chosen or typed."""

    def __init__(self, goal: Goal | None) -> None:
        super().__init__()
        self.until = QComboBox()
        for until, words in (
            (Until.SETTINGS, self.tr("As the settings say")),
            (Until.EVER, self.tr("For ever")),
            (Until.GOAL, self.tr("Until a goal is reached")),
        ):
            self.until.addItem(words, until)
        self.ratio, self.time, self.idle = QLineEdit(), QLineEdit(), QLineEdit()
        self.every, self.then = QComboBox(), QComboBox()
        self.every.addItem(self.tr("Any of them will do"), False)
        self.every.addItem(self.tr("All of them"), True)
        for after, words in settings.seeding.THEN.choices:
            self.then.addItem(words, after)
        self.parts = QWidget()
        self._build()
        self.setFocusProxy(self.until)
        self._put(goal)
        self.until.currentIndexChanged.connect(self._on_until)
        for field in (self.ratio, self.time, self.idle):
            field.textChanged.connect(self.changed)
        for combo in (self.every, self.then):
            combo.currentIndexChanged.connect(self.changed)
        self._on_until()

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """What is chosen and typed in."""
        return self.until, self.ratio, self.time, self.idle, self.every, self.then

    def take(self) -> Goal | None:
        """What was chosen; None is left to the settings. Raises ValueError with a sentence."""
        until = Until(self.until.currentData())
        if until is not Until.GOAL:
            return Goal() if until is Until.EVER else None
        ratio = _number(settings.seeding.RATIO, self.ratio)
        time, idle = (
            None if minutes is None else round(minutes * 60)
            for minutes in (_number(settings.seeding.TIME, self.time), _number(settings.seeding.IDLE, self.idle))
        )
        goal = Goal(ratio, time, idle, bool(self.every.currentData()), After(self.then.currentData()))
        if goal.endless:
            raise ValueError(self.tr("A seeding goal needs a ratio or a time."))
        return goal

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        first = QHBoxLayout()
        first.addWidget(self.until)
        first.addStretch()
        column.addLayout(first)
        column.addWidget(self.parts)
        grid = QGridLayout(self.parts)
        grid.setContentsMargins(0, 0, 0, 0)
        fields = (
            (settings.seeding.RATIO.label, self.ratio),
            (settings.seeding.TIME.label, self.time),
            (settings.seeding.IDLE.label, self.idle),
        )
        for place, (text, field) in enumerate(fields):
            label = note(text)
            label.setBuddy(field)
            field.setAccessibleName(text)
            field.setPlaceholderText(self.tr("no goal"))
            grid.addWidget(label, 0, place)
            grid.addWidget(field, 1, place)
        last = QHBoxLayout()
        self.every.setAccessibleName(self.tr("How many of them"))
        self.then.setAccessibleName(settings.seeding.THEN.label)
        last.addWidget(self.every)
        last.addWidget(note(settings.seeding.THEN.label))
        last.addWidget(self.then, 1)
        grid.addLayout(last, 2, 0, 1, 3)

    def _put(self, goal: Goal | None) -> None:
        if goal is None:
            self.until.setCurrentIndex(self.until.findData(Until.SETTINGS))
            return
        self.until.setCurrentIndex(self.until.findData(Until.EVER if goal.endless else Until.GOAL))
        parts = (
            (settings.seeding.RATIO, self.ratio, goal.ratio),
            (settings.seeding.TIME, self.time, None if goal.time is None else goal.time / 60),
            (settings.seeding.IDLE, self.idle, None if goal.idle is None else goal.idle / 60),
        )
        for setting, field, value in parts:
            field.setText("" if value is None else numbers.written(setting, value))
        self.every.setCurrentIndex(int(goal.every))
        self.then.setCurrentIndex(self.then.findData(goal.then))

    def _on_until(self) -> None:
        self.parts.setVisible(self.until.currentData() is Until.GOAL)
        self.changed.emit()


def _number(setting: Setting[int] | Setting[float], field: QLineEdit) -> float | None:
    """None where nothing was typed."""
    return numbers.read(setting, field.text(), setting.default) if field.text().strip() else None
