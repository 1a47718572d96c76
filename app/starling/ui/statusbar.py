# SPDX-License-Identifier: GPL-3.0-or-later
"""The line at the bottom: what is reachable at the left, what flows at the right."""

import shutil
from collections import deque
from pathlib import Path

from PySide6.QtCore import QPointF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStatusBar, QWidget

from starling import formats
from starling.tasks import Worker, spawn
from starling.torrent import SessionState
from starling.ui.icons import pixmap
from starling.ui.theme import ThemeManager, Token, tabular

_SAMPLES = 40
_SPACE_EVERY_MS = 10_000


class Sparkline(QWidget):
    """The last forty seconds of a rate, on its own scale from 0."""

    def __init__(self, themes: ThemeManager, token: Token, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes
        self._token = token
        self._samples: deque[int] = deque(maxlen=_SAMPLES)

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


class Fact(QWidget):
    """An icon and a few words."""

    def __init__(self, themes: ThemeManager, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes
        self._name, self._token = name, Token.MUTED
        self._icon, self._words = QLabel(self), QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(round(6 * themes.scale))
        row.addWidget(self._icon)
        row.addWidget(self._words)
        self.tint()
        themes.changed.connect(self.tint)

    def show_fact(self, words: str, token: Token = Token.MUTED, tip: str = "") -> None:
        """Says something else; empty words hide it."""
        self.setVisible(bool(words))
        self._words.setText(words)
        self.setToolTip(tip)
        self.setAccessibleName(words)
        if token is not self._token:
            self._token = token
            self.tint()

    def tint(self) -> None:
        """Draws the icon in the colours of the theme."""
        colour = self._themes.theme.colour(self._token)
        self._icon.setPixmap(pixmap(self._name, round(14 * self._themes.scale), colour, self.devicePixelRatioF()))


class Flow(QWidget):
    """Sparkline, arrow, rate and limit of one direction."""

    def __init__(self, themes: ThemeManager, token: Token, arrow: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes, self._token, self._arrow_name, self._name = themes, token, arrow, name
        self._line = Sparkline(themes, token, self)
        self._arrow, self._rate, self._limit = QLabel(self), QLabel(self), QLabel(self)
        self._rate.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(round(8 * themes.scale))
        for widget in (self._line, self._arrow, self._rate, self._limit):
            row.addWidget(widget)
        self.tint()
        themes.changed.connect(self.tint)
        self.show_rate(0, 0)

    def show_rate(self, rate: int, limit: int) -> None:
        """The rate of this second and the limit in force (0 = none)."""
        self._line.add(rate)
        words = formats.rate(rate)
        bound = self.tr("of {limit}").format(limit=formats.limit(limit)) if limit else formats.limit(None)
        self._rate.setText(words)
        self._limit.setText(bound)
        spoken = words or self.tr("nothing")
        self.setAccessibleName(f"{self._name}: {spoken}, {bound}")

    def tint(self) -> None:
        """Takes over colours and sizes of the theme."""
        theme, scale = self._themes.theme, self._themes.scale
        self._arrow.setPixmap(
            pixmap(self._arrow_name, round(14 * scale), theme.colour(self._token), self.devicePixelRatioF())
        )
        font = tabular(self.font())
        font.setWeight(font.Weight.DemiBold)
        self._rate.setFont(font)
        self._rate.setStyleSheet(f"color: {theme.text.name()}; font-weight: 600;")
        # The widest rate there is: the number must not push its neighbours about.
        self._rate.setMinimumWidth(self._rate.fontMetrics().horizontalAdvance("8.888 MB/s") + round(4 * scale))


class StatusBar(QStatusBar):
    """Port, DHT and free space; the rates of the session."""

    def __init__(self, themes: ThemeManager, worker: Worker, parent: QWidget) -> None:
        super().__init__(parent)
        self._worker = worker
        self._folder = ""
        self.setSizeGripEnabled(False)
        self._port = Fact(themes, "port", self)
        self._dht = Fact(themes, "dht", self)
        self._space = Fact(themes, "disk", self)
        self._down = Flow(themes, Token.DOWN, "arrow-down", self.tr("Download"), self)
        self._up = Flow(themes, Token.UP, "arrow-up", self.tr("Upload"), self)
        row = QWidget(self)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(*(round(x * themes.scale) for x in (14, 0, 14, 0)))
        layout.setSpacing(round(22 * themes.scale))
        for fact in (self._port, self._dht, self._space):
            layout.addWidget(fact)
        layout.addStretch(1)
        layout.addWidget(self._down)
        layout.addWidget(self._up)
        self.addWidget(row, 1)
        self.setFixedHeight(max(round(28 * themes.scale), self.fontMetrics().height() + round(8 * themes.scale)))
        self._timer = QTimer(self)
        self._timer.setInterval(_SPACE_EVERY_MS)
        self._timer.timeout.connect(self.measure)
        self._port.show_fact("")
        self._dht.show_fact("")
        self._space.show_fact("")

    def set_folder(self, folder: str) -> None:
        """The free space of the disk with this folder is shown."""
        self._folder = folder
        self._timer.start()
        self.measure()

    def show_session(self, state: SessionState, down_limit: int, up_limit: int) -> None:
        """One second's news."""
        self._down.show_rate(state.down, down_limit)
        self._up.show_rate(state.up, up_limit)
        if state.listen_error:
            self._port.show_fact(self.tr("Not reachable"), Token.ERR, state.listen_error)
        elif state.reachable:
            words = self.tr("Port {port} open").format(port=state.port)
            self._port.show_fact(words, Token.OK, self.tr("A peer has connected to us from outside."))
        elif state.port:
            words = self.tr("Port {port}").format(port=state.port)
            self._port.show_fact(words, Token.MUTED, self.tr("Nobody has connected to us from outside yet."))
        nodes = state.dht_nodes
        if nodes is None:
            self._dht.show_fact(self.tr("DHT off"))
        else:
            self._dht.show_fact(self.tr("DHT %n nodes", "", nodes))

    def measure(self) -> None:
        """Looks how much space is free; shown as soon as the disk has answered."""
        if self._folder:
            spawn(self._show_space(self._folder), name="free space")

    async def _show_space(self, folder: str) -> None:
        free = await self._worker.run(free_space, folder)
        if folder == self._folder:
            words = "" if free is None else self.tr("{size} free").format(size=formats.size(free))
            self._space.show_fact(words, tip=folder)


def free_space(folder: str) -> int | None:
    """Bytes free on the disk that holds `folder` or will hold it; None where that can't be told. May wait."""
    path = Path(folder)
    for place in (path, *path.parents):
        try:
            return shutil.disk_usage(place).free
        except FileNotFoundError:
            continue
        except OSError:
            return None
    return None
