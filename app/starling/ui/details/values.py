# SPDX-License-Identifier: GPL-3.0-or-later
"""Labels with values that can be selected and copied, in as many columns as there is room for."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QGuiApplication, QPalette, QResizeEvent, QTextOption
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from starling.i18n import translate
from starling.torrent import Facts, Torrent
from starling.ui import icons
from starling.ui.details.facts import Fact, Section, Show
from starling.ui.theme import ThemeManager

_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
_TWO_FROM, _THREE_FROM = 640, 1080
_LABELS = 112
_STYLE = "QTextEdit { border: 0; padding: 0; background: transparent; }"


class LongText(QTextEdit):
    """Plain text that can be selected, broken anywhere, as high as it needs; scrolls where it would be endless."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setTextInteractionFlags(_SELECTABLE)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet(_STYLE)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().setDocumentMargin(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """What it shows."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Show another text."""
        self.setPlainText(text)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """It breaks anywhere."""
        return QSize(0, self.fontMetrics().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another number of lines."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        self.setFixedHeight(min(max(line, round(self.document().size().height())), 8 * line))


class _Line:
    """A fact on screen: its label and what shows its value."""

    def __init__(self, fact: Fact, themes: ThemeManager) -> None:
        self.fact = fact
        self._text: str | None = None
        self.label = QLabel(fact.label)
        self.label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self.value: QLabel | LongText
        if fact.show is Show.LINE:
            self.value = QLabel()
            # Names and comments come from strangers: never let them be HTML.
            self.value.setTextFormat(Qt.TextFormat.PlainText)
            self.value.setTextInteractionFlags(_SELECTABLE)
            self.value.setMinimumWidth(1)
        else:
            self.value = LongText()
        self.value.setAccessibleName(fact.label)
        self.field: QWidget = self.value
        self.button: QToolButton | None = None
        if fact.show is Show.COPY:
            self._add_button(themes)

    def set_text(self, text: str) -> None:
        """Show a text; the same one keeps what is selected in it."""
        if text == self._text:
            return
        self._text = text
        if isinstance(self.value, LongText):
            self.value.set_text(text)
        else:
            self.value.setText(text)
        visible = bool(text) or not self.fact.optional
        self.label.setVisible(visible)
        self.field.setVisible(visible)
        if self.button:
            self.button.setVisible(bool(text))

    def restyle(self, themes: ThemeManager) -> None:
        """Another theme."""
        if self.button:
            self.button.setIcon(icons.icon("copy", themes.theme.muted))
            self.button.setIconSize(QSize(14, 14) * themes.scale)
            self._row.setSpacing(round(4 * themes.scale))

    def _add_button(self, themes: ThemeManager) -> None:
        self.button = QToolButton()
        self.button.setText(translate("General", "Copy"))
        self.button.setToolTip(translate("General", "Copy"))
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.button.setStyleSheet("QToolButton { padding: 0; border-width: 1px; }")
        self.button.clicked.connect(self._copy)
        self.field = QWidget()
        self._row = QHBoxLayout(self.field)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.value, 1)
        self._row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self.restyle(themes)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text or "")


class _Block(QWidget):
    """A section: its heading and its lines."""

    def __init__(self, section: Section, themes: ThemeManager) -> None:
        super().__init__()
        self._themes = themes
        self.head = QLabel(section.title.upper())
        self.head.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.lines = [_Line(fact, themes) for fact in section.facts]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self.head, 0, 1)
        for number, line in enumerate(self.lines, 1):
            self._grid.addWidget(line.label, number, 0)
            self._grid.addWidget(line.field, number, 1)
        self.restyle()

    def restyle(self) -> None:
        """Another theme or font."""
        scale = self._themes.scale
        self._grid.setHorizontalSpacing(round(12 * scale))
        self._grid.setVerticalSpacing(round(5 * scale))
        self._grid.setColumnMinimumWidth(0, round(_LABELS * scale))
        font = QFont(self.font())
        font.setPixelSize(round(11 * scale))
        font.setWeight(QFont.Weight.DemiBold)
        self.head.setFont(font)
        for line in self.lines:
            line.restyle(self._themes)


class Values(QWidget):
    """The sections, from one to three columns of them."""

    def __init__(self, sections: Sequence[Section], themes: ThemeManager) -> None:
        super().__init__()
        self._themes = themes
        self._blocks = [_Block(section, themes) for section in sections]
        self._layout = QHBoxLayout(self)
        self._columns = [QVBoxLayout() for _ in range(3)]
        for column in self._columns:
            self._layout.addLayout(column, 1)
        self._count = 0
        themes.changed.connect(self._restyle)
        self._restyle()
        self._arrange(1)

    def show_facts(self, torrent: Torrent, facts: Facts) -> None:
        """Fill in every value."""
        for block in self._blocks:
            for line in block.lines:
                line.set_text(line.fact.text(torrent, facts))

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

    def _arrange(self, count: int) -> None:
        if count == self._count:
            return
        self._count = count
        # Transfer, Swarm, Torrent, Dates; the last two belong together, and Transfer is the longest.
        places = {1: (0, 0, 0, 0), 2: (0, 1, 1, 0), 3: (0, 1, 2, 1)}[count]
        for column in self._columns:
            while column.takeAt(0):
                pass
        for block, place in zip(self._blocks, places, strict=True):
            self._columns[place].addWidget(block)
        for number, column in enumerate(self._columns):
            column.addStretch(1)
            self._layout.setStretch(number, int(number < count))

    def _restyle(self) -> None:
        scale = self._themes.scale
        inset = round(14 * scale)
        self._layout.setContentsMargins(inset, round(8 * scale), inset, inset)
        self._layout.setSpacing(round(20 * scale))
        for column in self._columns:
            column.setSpacing(round(16 * scale))
        for block in self._blocks:
            block.restyle()
