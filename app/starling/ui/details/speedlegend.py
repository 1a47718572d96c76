# SPDX-License-Identifier: GPL-3.0-or-later
"""The legend of the speed graph: each line as it is drawn, with its name; a click shows or hides it."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from starling.ui.cells import draw_text
from starling.ui.column import Weight
from starling.ui.details.painted import Painted
from starling.ui.details.speedimage import HATCH_EVERY, Line
from starling.ui.flow import FlowLayout
from starling.ui.theme import Theme, ThemeManager, Token

_MARK = 26, 12
_APART = 4
_STYLES = {
    Line.DOWN: (Qt.PenStyle.SolidLine, 2.0),
    Line.UP: (Qt.PenStyle.DashLine, 2.0),
    Line.DOWN_OVERHEAD: (Qt.PenStyle.SolidLine, 1.0),
    Line.UP_OVERHEAD: (Qt.PenStyle.DashLine, 1.0),
    Line.LIMITS: (Qt.PenStyle.DotLine, 2.0),
}


class SpeedLegend(QWidget):
    """One switch for each line, and what a hatched time means where there is one."""

    picked = Signal()
    """The user switched one: see `lines`."""

    def __init__(self, themes: ThemeManager) -> None:
        super().__init__()
        self._themes = themes
        self._row = FlowLayout(self)
        self._switches: dict[Line, QToolButton] = {}
        for line, words, tip in (
            (Line.DOWN, self.tr("Download"), self.tr("Contents of files that came.")),
            (Line.UP, self.tr("Upload"), self.tr("Contents of files that we sent.")),
            (
                Line.DOWN_OVERHEAD,
                self.tr("Download overhead"),
                self.tr(
                    "What the protocol receives on top: requests, news of pieces, handshakes. Of all torrents together "
                    "also trackers, the DHT and the headers of packets."
                ),
            ),
            (
                Line.UP_OVERHEAD,
                self.tr("Upload overhead"),
                self.tr(
                    "What the protocol sends on top: requests, news of pieces, handshakes. Of all torrents together "
                    "also trackers, the DHT and the headers of packets."
                ),
            ),
            (
                Line.LIMITS,
                self.tr("Limits"),
                self.tr("The limits in force, as far as the rates come near them: the torrent's own or all torrents'."),
            ),
        ):
            switch = QToolButton()
            switch.setCheckable(True)
            switch.setText(words)
            switch.setToolTip(tip)
            switch.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            switch.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            switch.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            switch.clicked.connect(self.picked)
            switch.toggled.connect(self._restyle)
            self._switches[line] = switch
            self._row.addWidget(switch)
        self.gap = _Gap(themes)
        self.gap.setVisible(False)
        self._row.addWidget(self.gap)
        themes.changed.connect(self._restyle)
        self._restyle()

    def event(self, event: QEvent) -> bool:
        """Icons are drawn for the pixels of one screen."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._restyle()
        return super().event(event)

    def lines(self) -> frozenset[Line]:
        """Those that are shown."""
        return frozenset(line for line, switch in self._switches.items() if switch.isChecked())

    def set_lines(self, lines: Iterable[Line]) -> None:
        """Show these."""
        wanted = set(lines)
        for line, switch in self._switches.items():
            switch.setChecked(line in wanted)

    def switch(self, line: Line) -> QToolButton:
        """The one of this line."""
        return self._switches[line]

    def _restyle(self) -> None:
        theme, scale = self._themes.theme, self._themes.scale
        self._row.setContentsMargins(round(8 * scale), 0, round(8 * scale), round(4 * scale))
        self._row.setSpacing(round(4 * scale))
        size = QSize(round(_MARK[0] * scale), round(_MARK[1] * scale))
        for line, switch in self._switches.items():
            switch.setIconSize(size)
            switch.setIcon(_icon(line, theme, size, self.devicePixelRatioF(), on=switch.isChecked()))
            font = switch.font()
            font.setPixelSize(round(12 * scale))
            switch.setFont(font)
        self.gap.setFixedHeight(max(switch.sizeHint().height() for switch in self._switches.values()))


class _Gap(Painted):
    """The hatch of a time of which nothing is known, with its name."""

    def __init__(self, themes: ThemeManager) -> None:
        super().__init__(themes)
        self._words = self.tr("Not recorded")
        self.setAccessibleName(self._words)
        self.setToolTip(self.tr("Starling was not running then, or the torrent was not here yet."))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The mark and the words."""
        small = self.smaller(12)
        words = small.metrics[Weight.NORMAL].horizontalAdvance(self._words)
        return QSize(small.px(_MARK[0] + 4 * _APART) + words, small.metrics[Weight.NORMAL].height())

    def minimumSizeHint(self) -> QSize:
        """As it is."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lines as the graph has them, stronger, for the mark is small."""
        painter, small = QPainter(self), self.smaller(12)
        left, every = small.px(2 * _APART), small.px(HATCH_EVERY)
        mark = QRect(left, (self.height() - small.px(_MARK[1])) // 2, small.px(_MARK[0] - _APART), small.px(_MARK[1]))
        painter.setPen(QPen(small.theme.edge, 1))
        painter.drawRect(mark)
        painter.setClipRect(mark)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(small.theme.faint, 1))
        for x in range(mark.left() - mark.height(), mark.right(), every):
            painter.drawLine(x, mark.bottom() + 1, x + mark.height(), mark.top())
        painter.setClipping(False)
        words = QRect(mark.right() + small.px(_APART), 0, self.width(), self.height())
        draw_text(painter, words, self._words, small, Token.TEXT)


def _icon(line: Line, theme: Theme, size: QSize, ratio: float, *, on: bool) -> QIcon:
    """The line itself, grey where it is not shown."""
    colours = {Line.DOWN: theme.down, Line.UP: theme.up, Line.LIMITS: theme.text}
    colour = colours.get(line, theme.warn) if on else theme.faint
    # The style leaves no more room between mark and words.
    length = size.width() - round(_APART * size.height() / _MARK[1])
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    middle = size.height() / 2
    if line is Line.DOWN:
        fill = QColor(colour)
        fill.setAlphaF(0.25)
        painter.fillRect(QRectF(0, middle, length, middle), fill)
    style, width = _STYLES[line]
    pen = QPen(colour, width, style)
    if style is Qt.PenStyle.DashLine:
        pen.setDashPattern([6 / width, 4 / width])
    painter.setPen(pen)
    painter.drawLine(0, round(middle), length, round(middle))
    painter.end()
    return QIcon(pixmap)
