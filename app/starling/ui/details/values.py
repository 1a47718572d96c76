# SPDX-License-Identifier: GPL-3.0-or-later
"""Labels with values that can be selected and copied, in as many columns as there is room for."""

from collections.abc import Sequence
from functools import partial
from typing import Any, Generic

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from starling import formats
from starling.i18n import translate
from starling.ui import icons
from starling.ui.details.factrows import Fact, Section, Show, T
from starling.ui.details.longtext import LongText
from starling.ui.theme import ThemeManager

_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
_TWO_FROM, _THREE_FROM = 640, 1080
_LABELS = 112
_STRETCH = {1: (1, 0, 0), 2: (1, 1, 0), 3: (2, 2, 1)}
"""By number of columns how they share what room there is: the third holds no more than dates."""
_SOME_DATE = 1_700_000_000
_PLACES = {1: (0, 0, 0), 2: (0, 1, 1), 3: (0, 1, 2)}
"""By number of columns the one that each section stands in: the first section is the longest."""


class _Value(QLabel):
    """A short text, on the way of the Tab key."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(_SELECTABLE)
        # With the flags alone only a click gets there.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(1)

    def change(self, text: str) -> None:
        """Another text: what is selected stays so, as numbers go on while one copies them."""
        start, chosen, before = self.selectionStart(), len(self.selectedText()), len(self.text())
        self.setText(text)
        if start == 0 and chosen == before:
            self.setSelection(0, len(text))
        elif start >= 0 and len(text) == before:
            self.setSelection(start, chosen)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Reached by keys it is selected whole: that shows where one is, and can be copied at once."""
        super().focusInEvent(event)
        if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            self.setSelection(0, len(self.text()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What a menu is opened for stays selected."""
        super().focusOutEvent(event)
        if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            self.setSelection(0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Nothing is selected: what is copied then is not its to say."""
        if event.matches(QKeySequence.StandardKey.Copy) and not self.hasSelectedText():
            event.ignore()
        else:
            super().keyPressEvent(event)


class _Line(Generic[T]):
    """A fact on screen: its label and what shows its value."""

    def __init__(self, fact: Fact[T]) -> None:
        self.fact = fact
        self._text = ""
        self.label = QLabel(fact.label)
        self.label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self.value = _Value() if fact.show is Show.LINE else LongText(links=fact.show is Show.LINKS)
        self.value.setAccessibleName(fact.label)
        self.field: QWidget = self.value
        self.buttons: dict[str, QToolButton] = {}
        """By icon."""
        if fact.show in {Show.COPY, Show.FOLDER}:
            self._row = QHBoxLayout()
            self.field = QWidget()
            self.field.setLayout(self._row)
            self._row.setContentsMargins(0, 0, 0, 0)
            self._row.addWidget(self.value, 1)
            if fact.show is Show.FOLDER:
                self._add_button("folder-open", translate("General", "Open the folder"))
            self._add_button("copy", translate("General", "Copy")).clicked.connect(self._copy)
        self._set_visible(False)

    @property
    def text(self) -> str:
        """What it shows."""
        return self._text

    def show_text(self, text: str, *, anew: bool) -> None:
        """Show a text; what is selected stays so. `anew`: it is of something else, and leaves if it is empty."""
        if text != self._text:
            self._text = text
            if isinstance(self.value, LongText):
                self.value.set_text(text)
            else:
                self.value.change(text)
            for button in self.buttons.values():
                button.setEnabled(bool(text))
        if text or anew:
            self._set_visible(bool(text))

    def restyle(self, themes: ThemeManager) -> None:
        """Another theme or font."""
        for name, button in self.buttons.items():
            button.setIcon(icons.icon(name, themes.theme.muted))
            button.setIconSize(QSize(14, 14) * themes.scale)
            self._row.setSpacing(round(4 * themes.scale))
        if isinstance(self.value, LongText):
            self.value.recolour()

    def _set_visible(self, visible: bool) -> None:
        self.label.setVisible(visible)
        self.field.setVisible(visible)

    def _add_button(self, icon: str, words: str) -> QToolButton:
        button = QToolButton()
        button.setText(words)
        button.setToolTip(words)
        button.setAccessibleName(f"{words}: {self.fact.label}")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setStyleSheet("QToolButton { padding: 0; border-width: 1px; }")
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.buttons[icon] = button
        return button

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)


class _Block(QWidget, Generic[T]):
    """A section: its heading and its lines."""

    def __init__(self, section: Section[T], themes: ThemeManager) -> None:
        super().__init__()
        self._themes = themes
        self.head = QLabel(section.title.upper())
        self.head.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.lines = [_Line(fact) for fact in section.facts]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self.head, 0, 1)
        for number, line in enumerate(self.lines, 1):
            self._grid.addWidget(line.label, number, 0)
            self._grid.addWidget(line.field, number, 1)

    def widest(self) -> int:
        """What its labels need, hidden ones included."""
        return max(line.label.sizeHint().width() for line in self.lines)

    def keep_dates_whole(self, whole: bool) -> None:
        """Whether a date has its room in any case: where the column is a narrow one."""
        width = self.fontMetrics().horizontalAdvance(formats.moment(_SOME_DATE) + "  ") if whole else 0
        self._grid.setColumnMinimumWidth(1, width)

    def restyle(self, labels: int) -> None:
        """Another theme or font; `labels` is how wide those of all sections are."""
        scale = self._themes.scale
        self._grid.setHorizontalSpacing(round(12 * scale))
        self._grid.setVerticalSpacing(round(5 * scale))
        self._grid.setColumnMinimumWidth(0, labels)
        font = QFont(self.font())
        font.setPixelSize(round(11 * scale))
        font.setWeight(QFont.Weight.DemiBold)
        self.head.setFont(font)
        for line in self.lines:
            line.restyle(self._themes)


class Values(QWidget, Generic[T]):
    """The sections, from one to three columns of them."""

    folder_wanted = Signal(str)
    """This folder shall be opened."""
    address_wanted = Signal(str)
    """A link was chosen that a stranger wrote."""

    def __init__(self, sections: Sequence[Section[T]], themes: ThemeManager) -> None:
        super().__init__()
        self._themes = themes
        self._whose: Any = None
        font = QFont(self.font())
        font.setFeature(QFont.Tag("tnum"), 1)
        self.setFont(font)
        self._blocks = [_Block(section, themes) for section in sections]
        self._layout = QHBoxLayout(self)
        self._count = 0
        self._columns = [QVBoxLayout() for _ in range(3)]
        for column in self._columns:
            self._layout.addLayout(column, 1)
        for block in self._blocks:
            for line in block.lines:
                if isinstance(line.value, LongText):
                    line.value.anchorClicked.connect(self._on_link)
                if button := line.buttons.get("folder-open"):
                    button.clicked.connect(partial(self._on_folder, line))
        themes.changed.connect(self._restyle)
        self._restyle()
        self._arrange(1)

    def show_about(self, subject: T, whose: object) -> None:
        """Fill in every value; while `whose` is the same, no row leaves."""
        anew, self._whose = whose != self._whose, whose
        for block in self._blocks:
            for line in block.lines:
                line.show_text(line.fact.text(subject), anew=anew)

    def said(self) -> list[str]:
        """Each value that is there with its label; further lines of one are indented."""
        lines = (line for block in self._blocks for line in block.lines if line.text)
        return [
            translate("General", "{label}: {value}").format(
                label=line.fact.label, value=line.text.replace("\n", "\n  ")
            )
            for line in lines
        ]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as there is room for."""
        super().resizeEvent(event)
        width = self.width() / self._themes.scale
        self._arrange(3 if width >= _THREE_FROM else 2 if width >= _TWO_FROM else 1)

    def changeEvent(self, event: QEvent) -> None:
        """Another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_columns"):
            self._restyle()

    @property
    def columns(self) -> int:
        """How many there are now."""
        return self._count

    def _on_link(self, url: Any) -> None:
        self.address_wanted.emit(url.toString(url.ComponentFormattingOption.FullyEncoded))

    def _on_folder(self, line: _Line[T]) -> None:
        self.folder_wanted.emit(line.text)

    def _arrange(self, count: int) -> None:
        if count == self._count:
            return
        self._count = count
        for column in self._columns:
            while column.takeAt(0):
                pass
        for block, place in zip(self._blocks, _PLACES[count], strict=True):
            self._columns[place].addWidget(block)
        self._keep_dates_whole()
        for number, column in enumerate(self._columns):
            column.addStretch(1)
            self._layout.setStretch(number, _STRETCH[count][number])

    def _restyle(self) -> None:
        scale = self._themes.scale
        inset = round(14 * scale)
        self._layout.setContentsMargins(inset, round(8 * scale), inset, inset)
        self._layout.setSpacing(round(20 * scale))
        for column in self._columns:
            column.setSpacing(round(16 * scale))
        labels = max(round(_LABELS * scale), *(block.widest() for block in self._blocks))
        for block in self._blocks:
            block.restyle(labels)
        self._keep_dates_whole()

    def _keep_dates_whole(self) -> None:
        self._blocks[-1].keep_dates_whole(self._count == len(self._columns))
