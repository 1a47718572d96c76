# SPDX-License-Identifier: GPL-3.0-or-later
"""The line at the bottom: what is reachable at the left, what flows at the right."""

from collections import deque
from functools import partial
from typing import Self

from PySide6.QtCore import QPoint, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QStatusBar, QWidget

from starling import formats
from starling.speedplan import Way
from starling.tasks import Worker, spawn
from starling.torrent import SessionState
from starling.ui.dialogs.space import look
from starling.ui.glyph import Glyph
from starling.ui.theme import ThemeManager, Token, tabular
from starling.ui.tips import plain_tip

_SAMPLES = 40
_ICON = 14
_WIDEST = "8.888 MB/s", "8888 KiB/s"
"""Rates as wide as there are, in either kind of units."""
_SPACE_EVERY_MS = 10_000
_PRESS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class Sparkline(QWidget):
    """The last forty seconds of a rate, on its own scale from 0."""

    def __init__(self, themes: ThemeManager, token: Token, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes
        self._token = token
        self._samples: deque[int] = deque(maxlen=_SAMPLES)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self._restyle)

    def add(self, value: int) -> None:
        """One more second."""
        self._samples.append(value)
        self.update()

    def sizeHint(self) -> QSize:
        """As the design has it."""
        return QSize(round(78 * self._themes.scale), round(16 * self._themes.scale))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line over a light fill; nothing while nothing flows."""
        top = max(self._samples, default=0)
        if not top or len(self._samples) < 2:
            return
        colour = self._themes.theme.colour(self._token)
        step = self.width() / (_SAMPLES - 1)
        left = self.width() - step * (len(self._samples) - 1)
        points = [
            QPointF(left + i * step, 1 + (self.height() - 2) * (1 - value / top))
            for i, value in enumerate(self._samples)
        ]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = type(colour)(colour)
        fill.setAlphaF(0.16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawPolygon(QPolygonF([QPointF(left, self.height()), *points, QPointF(self.width(), self.height())]))
        painter.setPen(QPen(colour, 1.2))
        painter.drawPolyline(QPolygonF(points))

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


class Pressable(QWidget):
    """Something to press, once it is a `button`."""

    clicked = Signal()
    """By mouse or keyboard."""

    def __init__(self, themes: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes

    def button(self) -> Self:
        """Makes it something to press."""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return self

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Pressed and let go on it."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """What is pressed here is let go here."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """As on any button."""
        if event.key() in _PRESS and self.focusPolicy() is not Qt.FocusPolicy.NoFocus:
            self.clicked.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ring while it has the keyboard."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(self._themes.theme.accent, 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))


class Fact(Pressable):
    """An icon and a few words."""

    def __init__(self, themes: ThemeManager, name: str, parent: QWidget) -> None:
        super().__init__(themes, parent)
        self._name = name
        self._icon, self._words = Glyph(themes, name, Token.MUTED, _ICON), QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._words)
        self._restyle()
        themes.changed.connect(self._restyle)

    def show_fact(self, words: str, token: Token = Token.MUTED, tip: str = "") -> None:
        """Says something else; empty words hide it."""
        self.setVisible(bool(words))
        self._words.setText(words)
        self.setToolTip(plain_tip(tip))
        self.setAccessibleName(words)
        self._icon.show_icon(self._name, token)

    def _restyle(self) -> None:
        self._row.setSpacing(round(6 * self._themes.scale))


class Flow(Pressable):
    """Sparkline, arrow, rate and limit of one direction."""

    def __init__(self, themes: ThemeManager, token: Token, arrow: str, name: str, parent: QWidget) -> None:
        super().__init__(themes, parent)
        self._name = name
        self._line = Sparkline(themes, token, self)
        self._rate, self._limit = QLabel(self), QLabel(self)
        for label in (self._rate, self._limit):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._rate.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for widget in (self._line, Glyph(themes, arrow, token, _ICON), self._rate, self._limit):
            self._row.addWidget(widget)
        self._restyle()
        themes.changed.connect(self._restyle)
        self._say(0, 0)

    def show_rate(self, rate: int, limit: int) -> None:
        """The rate of this second and the limit in force (0 = none)."""
        self._line.add(rate)
        self._say(rate, limit)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The other mouse button and the menu key do the same."""
        self.clicked.emit()

    def _say(self, rate: int, limit: int) -> None:
        words = formats.rate(rate)
        bound = self.tr("of {limit}").format(limit=formats.limit(limit)) if limit else formats.limit(None)
        self._rate.setText(words)
        self._limit.setText(bound)
        spoken = words or self.tr("nothing")
        self.setAccessibleName(f"{self._name}: {spoken}, {bound}")

    def _restyle(self) -> None:
        theme, scale = self._themes.theme, self._themes.scale
        self._row.setSpacing(round(8 * scale))
        font = tabular(self.font())
        font.setWeight(font.Weight.DemiBold)
        self._rate.setFont(font)
        self._rate.setStyleSheet(f"color: {theme.text.name()}; font-weight: 600;")
        self._rate.ensurePolished()
        # The number must not push its neighbours about.
        width = max(self._rate.fontMetrics().horizontalAdvance(rate) for rate in _WIDEST)
        self._rate.setMinimumWidth(width + round(4 * scale))


class StatusBar(QStatusBar):
    """Port, DHT and free space; the rates of the session."""

    connection_wanted = Signal()
    """Somebody wants to know more of the connection."""
    limits_wanted = Signal(object)
    """Somebody wants another limit in a direction, a `Way`."""
    schedule_wanted = Signal()
    """Somebody wants to know what holds, and why."""

    def __init__(self, themes: ThemeManager, worker: Worker, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes
        self._worker = worker
        self._folder = ""
        self._measuring = False
        self.setSizeGripEnabled(False)
        self._port = Fact(themes, "port", self).button()
        self._port.clicked.connect(self.connection_wanted)
        self._dht = Fact(themes, "dht", self)
        self._space = Fact(themes, "disk", self)
        self._mode = Fact(themes, "turtle", self).button()
        self._mode.clicked.connect(self.schedule_wanted)
        self._down = Flow(themes, Token.DOWN, "arrow-down", self.tr("Download"), self).button()
        self._up = Flow(themes, Token.UP, "arrow-up", self.tr("Upload"), self).button()
        for way, flow in ((Way.DOWN, self._down), (Way.UP, self._up)):
            flow.clicked.connect(partial(self.limits_wanted.emit, way))
            flow.setToolTip(self.tr("Choose a limit"))
        row = QWidget(self)
        self._row = QHBoxLayout(row)
        for fact in (self._port, self._dht, self._space):
            self._row.addWidget(fact)
        self._row.addStretch(1)
        self._row.addWidget(self._mode)
        self._row.addWidget(self._down)
        self._row.addWidget(self._up)
        self.addWidget(row, 1)
        self._timer = QTimer(self)
        self._timer.setInterval(_SPACE_EVERY_MS)
        self._timer.timeout.connect(self.measure)
        self._port.show_fact("")
        self._dht.show_fact("")
        self._space.show_fact("")
        self._mode.show_fact("")
        self._restyle()
        themes.changed.connect(self._restyle)

    def set_folder(self, folder: str) -> None:
        """The free space of the disk with this folder is shown."""
        self._folder = folder
        self._timer.start()
        self.measure()

    def show_mode(self, words: str, tip: str = "") -> None:
        """Which limits hold, and until when; empty where that is nothing special."""
        self._mode.show_fact(words, tip=tip)

    def corner(self, way: Way) -> QPoint:
        """Where a menu about a direction stands on, on the screen."""
        flow = self._down if way is Way.DOWN else self._up
        return flow.mapToGlobal(QPoint(0, 0))

    def show_session(self, state: SessionState, down_limit: int, up_limit: int) -> None:
        """One second's news."""
        self._down.show_rate(state.down, down_limit)
        self._up.show_rate(state.up, up_limit)
        if state.offline:
            self._port.show_fact(state.offline.removesuffix("."), Token.ERR, state.offline)
        elif state.proxy:
            tip = self.tr("Nobody can connect to Starling, which reaches others by the proxy.")
            self._port.show_fact(self.tr("By the proxy"), Token.MUTED, tip)
        elif state.listen_error and state.port:
            # Another port than the one that was asked for is less than was wanted, and more than none.
            words = self.tr("Port {port}").format(port=state.port)
            self._port.show_fact(words, Token.WARN, state.listen_error)
        elif state.listen_error:
            self._port.show_fact(self.tr("Not reachable"), Token.ERR, state.listen_error)
        elif state.reachable:
            words = self.tr("Port {port} open").format(port=state.port)
            self._port.show_fact(words, Token.OK, self.tr("A peer has connected to us from outside."))
        elif state.port:
            words = self.tr("Port {port}").format(port=state.port)
            self._port.show_fact(words, Token.MUTED, self.tr("Nobody has connected to us from outside yet."))
        else:
            self._port.show_fact("")
        nodes = state.dht_nodes
        if nodes is None:
            self._dht.show_fact(self.tr("DHT off"))
        else:
            self._dht.show_fact(self.tr("DHT %n nodes", "", nodes))

    def measure(self) -> None:
        """Looks how much space is free; shown as soon as the disk has answered."""
        # A disk that does not answer is asked once, not every ten seconds until it does.
        if self._folder and not self._measuring:
            self._measuring = True
            spawn(self._show_space(self._folder), name="free space")

    async def _show_space(self, folder: str) -> None:
        try:
            place = await self._worker.run(look, folder)
        finally:
            self._measuring = False
        if folder != self._folder:
            self.measure()
            return
        words = "" if place.problem else self.tr("{size} free").format(size=formats.size(place.free))
        self._space.show_fact(words, tip=folder)

    def _restyle(self) -> None:
        scale = self._themes.scale
        self._row.setContentsMargins(round(14 * scale), 0, round(14 * scale), 0)
        self._row.setSpacing(round(22 * scale))
        self.setFixedHeight(max(round(28 * scale), self.fontMetrics().height() + round(8 * scale)))
