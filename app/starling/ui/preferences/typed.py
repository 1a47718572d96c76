# SPDX-License-Identifier: GPL-3.0-or-later
"""Editors in which something is typed: it is wanted when the field is left or with Enter, and Esc takes it back."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from starling.setting import Setting
from starling.ui.dialogs.frame import ROW
from starling.ui.dialogs.means import Means
from starling.ui.preferences import numbers
from starling.ui.preferences.editor import Editor

_NUMBER_WIDTH, _LINES_HEIGHT = 132, 84
_POPUP = Qt.FocusReason.PopupFocusReason
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class TypedEditor(Editor):
    """The base: what was typed stays until it is taken, is given up, or another value is shown."""

    def __init__(self, setting: Setting[Any], means: Means) -> None:
        super().__init__(setting, means)
        self._dirty = False
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)

    @property
    def editing(self) -> bool:
        """From the first letter on."""
        return self._dirty

    def show_value(self, value: Any) -> None:
        """As it is written."""
        self._dirty = False
        self.put(value)

    def settle(self) -> None:
        """Whoever closes the window wants what was typed."""
        if self._dirty:
            try:
                value = self.take()
            except ValueError as error:
                self.refused.emit(str(error))
            else:
                self.chosen.emit(value)

    def put(self, value: Any) -> None:
        """Write a value into the field."""
        raise NotImplementedError

    def take(self) -> Any:
        """What stands in the field; ValueError with a sentence if that is no value."""
        raise NotImplementedError

    def watch(self, field: QWidget) -> None:
        """Esc in this field gives up what was typed."""
        field.installEventFilter(self)

    def touch(self) -> None:
        """Something was typed."""
        self._dirty = True
        self.typed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc is for the window only where there is nothing to take back."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape and self._dirty:
                self.given_up.emit()
                return True
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if event.key() in _ENTER and (control or not isinstance(watched, QPlainTextEdit)):
                self.settle()
                return True
        elif isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() != _POPUP:
            self.settle()
        return super().eventFilter(watched, event)


class TextEditor(TypedEditor):
    """One line."""

    def __init__(self, setting: Setting[Any], means: Means) -> None:
        super().__init__(setting, means)
        self.field = QLineEdit()
        self.field.textEdited.connect(self.touch)
        self.setFocusProxy(self.field)
        self.watch(self.field)
        self.row.addWidget(self.field, 1)

    def put(self, value: Any) -> None:
        """As it is."""
        if self.field.text() != value:
            self.field.setText(value)
            self.field.setCursorPosition(0)

    def take(self) -> Any:
        """Without the spaces that come with what is pasted."""
        return self.field.text().strip()


class NumberField(QAbstractSpinBox):
    """Any text, and steps; what the text is worth is found out elsewhere."""

    stepped = Signal(int)
    """The user goes so many steps further."""

    def __init__(self) -> None:
        super().__init__()
        self.low = self.high = False
        """Whether there is nothing below, above."""
        self._size = QSize()
        self.lineEdit().setAlignment(Qt.AlignmentFlag.AlignRight)
        # The wheel scrolls the page, and changes only what has the keyboard.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def stepBy(self, steps: int) -> None:  # noqa: N802 - Qt's name
        """An arrow, a key or the wheel."""
        self.stepped.emit(steps)
        self.selectAll()

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:  # noqa: N802 - Qt's name
        """Not beyond the limits."""
        flags = QAbstractSpinBox.StepEnabledFlag
        down = flags.StepNone if self.low else flags.StepDownEnabled
        return down if self.high else down | flags.StepUpEnabled

    def wheelEvent(self, event: QWheelEvent) -> None:
        """For the page, while the keyboard is elsewhere."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def set_size(self, size: QSize) -> None:
        """In real pixels."""
        self._size = size
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Wide enough for every word it may show."""
        return self._size

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()


class NumberEditor(TypedEditor):
    """A number with its unit, or a word."""

    def __init__(self, setting: Setting[Any], means: Means) -> None:
        super().__init__(setting, means)
        self._value: float = 0
        self.field = NumberField()
        self.field.lineEdit().textEdited.connect(self.touch)
        self.field.stepped.connect(self._step)
        self.setFocusProxy(self.field)
        self.watch(self.field)
        self.row.addWidget(self.field)
        self.row.addStretch()
        means.themes.changed.connect(self._restyle)
        self._restyle()

    def put(self, value: Any) -> None:
        """With its unit."""
        self._value = value
        self.field.low, self.field.high = value <= self.setting.minimum, value >= self.setting.maximum
        self.field.lineEdit().setText(numbers.written(self.setting, value))
        self.field.update()

    def take(self) -> Any:
        """Of what was typed."""
        return numbers.read(self.setting, self.field.text(), self._value)

    def _step(self, steps: int) -> None:
        try:
            begin = self.take() if self._dirty else self._value
        except ValueError:
            begin = self._value
        self.chosen.emit(numbers.stepped(self.setting, begin, steps))

    def _restyle(self) -> None:
        metrics = QFontMetrics(self.field.font())
        values = {self.setting.default, self._value, type(self.setting.default)(self.setting.minimum)}
        widest = max(metrics.horizontalAdvance(numbers.written(self.setting, value)) for value in values)
        scale = self.means.themes.scale
        self.field.set_size(QSize(max(round(_NUMBER_WIDTH * scale), widest + round(40 * scale)), round(ROW * scale)))


class LinesEditor(TypedEditor):
    """A list of texts, one a line."""

    wide = True

    def __init__(self, setting: Setting[Any], means: Means) -> None:
        super().__init__(setting, means)
        self.field = QPlainTextEdit()
        self.field.setTabChangesFocus(True)
        self.field.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.field.textChanged.connect(self._on_text)
        self._putting = False
        self.setFocusProxy(self.field)
        self.watch(self.field)
        self.row.addWidget(self.field, 1)
        means.themes.changed.connect(self._restyle)
        self._restyle()

    def put(self, value: Any) -> None:
        """One below the other."""
        text = "\n".join(value)
        if text != self.field.toPlainText():
            self._putting = True
            self.field.setPlainText(text)
            self._putting = False

    def take(self) -> Any:
        """Each once, without empty lines."""
        lines = (line.strip() for line in self.field.toPlainText().splitlines())
        return tuple(dict.fromkeys(filter(None, lines)))

    def _on_text(self) -> None:
        if not self._putting:
            self.touch()

    def _restyle(self) -> None:
        self.field.setFixedHeight(round(_LINES_HEIGHT * self.means.themes.scale))
