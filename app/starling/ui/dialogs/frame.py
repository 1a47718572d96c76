# SPDX-License-Identifier: GPL-3.0-or-later
"""The frame of every dialog: contents, a line, a row of buttons with the affirmative one rightmost."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from starling.ui.button import Button
from starling.ui.theme import scale_of
from starling.uistate import UiState

INSET, GAP, LABELS, ROW, FOOTER_BUTTON = 20, 10, 88, 28, 32
"""Pixels of the design: around a dialog, between its rows, the column of labels, heights of a row and of a footer's
button."""

MUTED = QPalette.ColorRole.PlaceholderText
ERR = QPalette.ColorRole.BrightText
"""Where the program's palette has these two colours."""


_LAID_OUT = {QEvent.Type.LayoutRequest, QEvent.Type.Show}


class FramedDialog(QDialog):
    """Put contents into `body`, and buttons into the footer with `add_button`."""

    grows = True
    """Whether it is made as high as its sentences need; else they have room in it already."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.scale = scale_of(self.font())
        """Real pixels of one of the design."""
        self._sizes: list[Callable[[], object]] = []
        self.setModal(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.body = QVBoxLayout()
        column.addLayout(self.body, 1)
        line = QFrame()
        line.setFixedHeight(1)
        line.setAutoFillBackground(True)
        line.setBackgroundRole(QPalette.ColorRole.Midlight)
        column.addWidget(line)
        self.footer = QHBoxLayout()
        column.addLayout(self.footer)
        self.sized(self._size_frame)

    def px(self, length: float) -> int:
        """Real pixels for pixels of the design."""
        return round(length * self.scale)

    def sized(self, apply: Callable[[], object]) -> None:
        """Calls `apply`, which sets sizes by `px`, now and whenever the font has become another."""
        self._sizes.append(apply)
        apply()

    def changeEvent(self, event: QEvent) -> None:
        """Another font: everything is measured anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and scale_of(self.font()) != self.scale:
            self.scale = scale_of(self.font())
            # Not now: the style sheet of the new font comes after it, and puts back the fonts of labels.
            QTimer.singleShot(0, self, self._size)

    def event(self, event: QEvent) -> bool:
        """As large as fields and sentences need: Qt asks a grid before it knows how wide its cells are."""
        handled = super().event(event)
        if self.grows and event.type() in _LAID_OUT and self.isVisible() and (layout := self.layout()) is not None:
            layout.activate()
            room = self.screen().availableGeometry().height() - (self.frameGeometry().height() - self.height())
            # A least width that was set by hand may be less than that of the fields in another language.
            width = max(self.width(), layout.totalMinimumSize().width())
            needed = QSize(width, max(self.height(), min(layout.totalMinimumHeightForWidth(width), room)))
            if needed != self.size():
                self.resize(needed)
        return handled

    def _size(self) -> None:
        for apply in self._sizes:
            apply()

    def _size_frame(self) -> None:
        inset = self.px(INSET)
        self.body.setContentsMargins(inset, inset, inset, inset)
        self.body.setSpacing(self.px(GAP))
        self.footer.setContentsMargins(inset, self.px(9), inset, self.px(11))
        self.footer.setSpacing(self.px(8))

    def _size_button(self, button: Button) -> None:
        button.set_least(QSize(self.px(96), self.px(FOOTER_BUTTON)))

    def _size_form(self, grid: QGridLayout) -> None:
        grid.setHorizontalSpacing(self.px(GAP))
        grid.setVerticalSpacing(self.px(GAP))
        grid.setColumnMinimumWidth(0, self.px(LABELS))

    def _size_label(self, label: QLabel) -> None:
        label.setMinimumHeight(self.px(ROW))

    def _size_heading(self, label: QLabel, size: float) -> None:
        heading(label, self.px(size))

    def add_heading(self, text: str, size: float) -> QLabel:
        """A heading in the body; `size` in pixels of the design."""
        label = QLabel(text)
        self.sized(partial(self._size_heading, label, size))
        self.body.addWidget(label)
        return label

    def add_button(self, text: str, *, primary: bool = False) -> Button:
        """A button at the right end of the footer; the primary one is pressed by Enter from anywhere."""
        button = Button(text)
        self.sized(partial(self._size_button, button))
        if primary:
            button.set_primary()
            button.setDefault(True)
        self.footer.addWidget(button)
        return button

    def form(self) -> QGridLayout:
        """A grid of rows: labels right-aligned in their own column, fields beside them; see `add_label`."""
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        self.sized(partial(self._size_form, grid))
        return grid

    def add_label(self, grid: QGridLayout, row: int, text: str, buddy: QWidget) -> QLabel:
        """The label of a row; its mnemonic goes to the field, which screen readers call like it."""
        label = note(text)
        label.setBuddy(buddy)
        self.sized(partial(self._size_label, label))
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        buddy.setAccessibleName(text.replace("&", ""))
        grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        return label

    def restore_size(self, state: UiState, key: str, default: QSize) -> None:
        """The size it had the last time, or a default; never larger than the screen it opens on."""
        saved = QByteArray.fromBase64((state.get(key) or "").encode("ascii", "replace"))
        if saved.isEmpty() or not self.restoreGeometry(saved):
            room = self.screen().availableGeometry().size() - QSize(40, 60)
            self.resize(default.boundedTo(room))

    def save_size(self, state: UiState, key: str) -> None:
        """Keep the size for `restore_size`."""
        state.set(key, bytes(self.saveGeometry().toBase64().data()).decode("ascii"))


def note(text: str = "", role: QPalette.ColorRole = MUTED, *, wrap: bool = False) -> QLabel:
    """A label of plain text in a colour of the palette."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setForegroundRole(role)
    label.setWordWrap(wrap)
    return label


def selectable(label: QLabel) -> QLabel:
    """Let the text of a label be selected and copied, by mouse and by keyboard."""
    flags = Qt.TextInteractionFlag
    label.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
    return label


def heading(label: QLabel, size: float) -> QLabel:
    """Make a label a heading; `size` is in real pixels."""
    font = QFont(label.font())
    font.setWeight(QFont.Weight.DemiBold)
    font.setPixelSize(round(size))
    label.setFont(font)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
