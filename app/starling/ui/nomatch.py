# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands where rows would be while a filter lets none through: why, and the way back."""

from PySide6.QtCore import QAbstractItemModel, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView, QLabel, QVBoxLayout, QWidget

from starling.ui.button import Button
from starling.ui.notice import breakable
from starling.ui.theme import ThemeManager

_WIDEST = 480


class NoMatch(QWidget):
    """A sentence and its buttons in the middle of a view, there only while it has no rows."""

    clear_requested = Signal()
    """The filter shall go."""
    inside_requested = Signal()
    """What is typed shall be looked for inside torrents."""

    def __init__(self, view: QAbstractItemView, model: QAbstractItemModel, themes: ThemeManager) -> None:
        super().__init__(view.viewport())
        self._model, self._themes = model, themes
        self._sentence = ""
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.button = Button(self.tr("&Clear filter"))
        self.button.clicked.connect(self.clear_requested)
        self.inside_button = Button()
        self.inside_button.clicked.connect(self.inside_requested)
        self.inside_button.hide()
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._label)
        self._column.addWidget(self.inside_button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        around = QVBoxLayout(view.viewport())
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self, 0, Qt.AlignmentFlag.AlignCenter)
        for signal in (model.rowsInserted, model.rowsRemoved, model.modelReset, model.layoutChanged):
            signal.connect(self._follow)
        self._restyle()
        themes.changed.connect(self._restyle)
        self.hide()

    @property
    def sentence(self) -> str:
        """What it says now, empty while it is not there."""
        return self._sentence if not self.isHidden() else ""

    def say(self, sentence: str) -> None:
        """Why there may be no rows; empty while nothing is filtered."""
        self._sentence = sentence
        self._label.setText(breakable(sentence))
        self._follow()

    def offer_inside(self, count: int) -> None:
        """So many torrents are found by the names of the files inside; none is no offer."""
        self.inside_button.say(self.tr("&Search the file names inside: %n torrents", "", count))
        self.inside_button.setVisible(count > 0)

    def _follow(self) -> None:
        self.setVisible(bool(self._sentence) and not self._model.rowCount())

    def _restyle(self) -> None:
        scale = self._themes.scale
        self._label.setFixedWidth(round(_WIDEST * scale))
        self._column.setSpacing(round(10 * scale))
