# SPDX-License-Identifier: GPL-3.0-or-later
"""The room of a disk: a bar with what is on it and what would come, and a sentence beside it."""

import html

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from starling.ui.dialogs.space import Place
from starling.ui.theme import ThemeManager, Token

_WIDEST, _NARROWEST, _HIGH, _GAP = 220, 60, 6, 12


class RoomLine(QWidget):
    """The bar makes room for the sentence, and gives up where that takes several lines anyway."""

    def __init__(self, themes: ThemeManager) -> None:
        super().__init__()
        self._themes = themes
        self._token = Token.TEXT
        self.bar = RoomBar(themes)
        self.label = QLabel()
        self.label.setTextFormat(Qt.TextFormat.RichText)
        self.label.setWordWrap(True)
        self.label.setMinimumWidth(1)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.label, 1)
        themes.changed.connect(self._restyle)
        self._restyle()

    @property
    def sentence(self) -> str:
        """What is said, without its markup."""
        plain = self.label.text().replace("<b>", "").replace("</b>", "").replace("\N{ZERO WIDTH SPACE}", "")
        return html.unescape(plain)

    def show_room(self, place: Place, coming: int, text: str, token: Token) -> None:
        """Bytes that would come to a place, and what is said of that as rich text, in this colour."""
        self.bar.setVisible(not place.problem)
        self.bar.show_room(place, coming)
        self.label.setText(text)
        self._token = token
        self.bar.setAccessibleName(self.sentence)
        self._restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width for the two to share."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        scale = self._themes.scale
        font = QFont(self.label.font())
        font.setBold(True)
        needed = QFontMetrics(font).horizontalAdvance(self.sentence) + self._row.spacing()
        least, most = round(_NARROWEST * scale), round(_WIDEST * scale)
        left = self.width() - needed
        self.bar.setMaximumWidth(min(left, most) if left >= least else least)

    def _restyle(self) -> None:
        self._row.setSpacing(round(_GAP * self._themes.scale))
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.WindowText, self._themes.theme.colour(self._token))
        self.label.setPalette(palette)
        self._share()


class RoomBar(QWidget):
    """A disk as a bar: what is on it, and what would come."""

    def __init__(self, themes: ThemeManager) -> None:
        super().__init__()
        self._themes = themes
        self._used = self._coming = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(_WIDEST * self._themes.scale), round(_HIGH * self._themes.scale))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(_NARROWEST * self._themes.scale), round(_HIGH * self._themes.scale))

    def show_room(self, place: Place, coming: int) -> None:
        """Bytes of a disk, and those that would come."""
        total = max(1, place.total)
        self._used = 1 - place.free / total
        self._coming = min(coming / total, 1 - self._used)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, width, height = self._themes.theme, self.width(), self.height()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), height / 2, height / 2)
        painter.setClipPath(outline)
        painter.fillRect(self.rect(), theme.miss)
        used = width * self._used
        painter.fillRect(QRectF(0, 0, used, height), theme.faint)
        if self._coming > 0:
            # What comes is seen, however large the disk is.
            coming = max(3.0, width * self._coming)
            painter.fillRect(QRectF(min(used, width - coming), 0, coming, height), theme.flight)
