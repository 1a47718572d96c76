# SPDX-License-Identifier: GPL-3.0-or-later
"""The notice bar above the list: where sentences about what went wrong, or right, are read, acted on and closed."""

import re
from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from starling.ui import icons
from starling.ui.button import Button
from starling.ui.theme import ThemeManager, Token

Action = tuple[str, Callable[[], object]]
"""The text of a button and what it does."""

LINGER_MS = 10_000
"""How long good news stay."""
SHOWN = 3
_INSET, _ICON, _LINE, _RADIUS = 14, 16, 28, 6
_LONG_WORD = re.compile(r"\S{80}")


class Kind(Enum):
    """How grave it is; the value is the icon's name."""

    INFO = "info"
    OK = "finished"
    WARN = "warning"
    ERR = "error"


_COLOURS = {
    Kind.INFO: (Token.ACCENT, Token.INFO_GROUND),
    Kind.OK: (Token.OK, Token.OK_GROUND),
    Kind.WARN: (Token.WARN, Token.WARN_GROUND),
    Kind.ERR: (Token.ERR, Token.ERR_GROUND),
}


def breakable(text: str) -> str:
    """The text with places to break very long words at: one path shall not decide how narrow a window can be."""
    return _LONG_WORD.sub("\\g<0>\N{ZERO WIDTH SPACE}", text)


def announce(widget: QWidget, text: str, *, urgent: bool = False) -> None:
    """Have a screen reader say a text, at once if it is urgent."""
    event = QAccessibleAnnouncementEvent(widget, text)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)


class Banner(QWidget):
    """One sentence on the ground of its kind; a card of its own, or a strip from edge to edge."""

    acted = Signal()
    """Its button was pressed."""

    def __init__(
        self,
        themes: ThemeManager,
        kind: Kind,
        sentence: str,
        action_text: str = "",
        *,
        card: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._themes = themes
        self._card = card
        self.kind = kind
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.label = QLabel()
        self.label.setMinimumWidth(1)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.button = Button(action_text)
        self.button.setVisible(bool(action_text))
        self.button.clicked.connect(self.acted)
        self.row = QHBoxLayout(self)
        self.row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self.row.addWidget(self.label, 1)
        self.row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self.set(kind, sentence)
        themes.changed.connect(self._restyle)

    def set(self, kind: Kind, sentence: str) -> None:
        """Say something else."""
        self.kind = kind
        self.label.setText(breakable(sentence))
        self.setAccessibleName(sentence)
        self._restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground: rounded and outlined as a card, else with a line below."""
        theme = self._themes.theme
        painter = QPainter(self)
        ground = theme.colour(_COLOURS[self.kind][1])
        if self._card:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.line, 1))
            painter.setBrush(ground)
            radius = _RADIUS * self._themes.scale
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        else:
            painter.fillRect(self.rect(), ground)
            painter.fillRect(0, self.height() - 1, self.width(), 1, theme.line)

    def _restyle(self) -> None:
        scale, token = self._themes.scale, _COLOURS[self.kind][0]
        side, inset, line = round(_ICON * scale), round(_INSET * scale), round(_LINE * scale)
        colour = self._themes.theme.colour(token)
        self._icon.setPixmap(icons.pixmap(self.kind.value, side, colour, self.devicePixelRatioF()))
        # Icon, first line of the text and buttons share one middle, however many lines there are.
        self._icon.setFixedHeight(line)
        above = max(0, (line - self.label.fontMetrics().height()) // 2)
        self.label.setContentsMargins(0, above, 0, above)
        self.row.setContentsMargins(inset, round(5 * scale), round(8 * scale), round(5 * scale))
        self.row.setSpacing(round(10 * scale))
        self.update()


class Notice(Banner):
    """A banner of the bar: it can be closed, and counts how often the same was said."""

    closed = Signal(object)
    """Itself, once."""

    def __init__(
        self, themes: ThemeManager, kind: Kind, sentence: str, action: Action | None, linger: int, parent: QWidget
    ) -> None:
        """`linger`: milliseconds after which it closes by itself, 0 = never."""
        super().__init__(themes, kind, sentence, action[0] if action else "", parent=parent)
        self.sentence = sentence
        self.times = 1
        self._act = action[1] if action else None
        self._times = QLabel()
        self._times.hide()
        self._close = QToolButton()
        self._close.setAutoRaise(True)
        self._close.setToolTip(self.tr("Close"))
        self._close.setAccessibleName(self.tr("Close"))
        self._close.clicked.connect(self.close_it)
        self.row.insertWidget(2, self._times, 0, Qt.AlignmentFlag.AlignTop)
        self.row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.acted.connect(self._on_acted)
        self._leave = QTimer(self)
        self._leave.setSingleShot(True)
        self._leave.setInterval(linger)
        self._leave.timeout.connect(self.close_it)
        self._tint()
        themes.changed.connect(self._tint)

    def again(self) -> None:
        """The same was said once more."""
        self.times += 1
        self._times.setText(self.tr("%n times", "", self.times))
        self._times.show()
        if self._leave.isActive():
            self._leave.start()

    def close_it(self) -> None:
        """Take it off the bar."""
        self._leave.stop()
        self.closed.emit(self)

    def setVisible(self, visible: bool) -> None:
        """Its time to be read begins when it is seen."""
        super().setVisible(visible)
        if visible and self._leave.interval() and not self._leave.isActive():
            self._leave.start()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Nothing leaves while the mouse is on it."""
        super().enterEvent(event)
        self._leave.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """From here on it has its whole time again."""
        super().leaveEvent(event)
        if self._leave.interval():
            self._leave.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_it()
        else:
            super().keyPressEvent(event)

    def _on_acted(self) -> None:
        if self._act is not None:
            self._act()
        self.close_it()

    def _tint(self) -> None:
        side = round(_LINE * self._themes.scale)
        self._close.setIcon(icons.icon("close", self._themes.theme.muted))
        self._close.setIconSize(QSize(round(14 * self._themes.scale), round(14 * self._themes.scale)))
        self._close.setFixedSize(side, side)
        self._times.setFixedHeight(side)


class NoticeBar(QWidget):
    """Up to three notices, the newest on top; older ones wait below them as a number."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None, *, linger: int = LINGER_MS) -> None:
        super().__init__(parent)
        self._themes = themes
        self._linger = linger
        self._notices: list[Notice] = []
        self._more = QLabel()
        self._close_all = Button(self.tr("Close all"))
        self._close_all.clicked.connect(self.clear)
        self._rest = QWidget()
        rest = QHBoxLayout(self._rest)
        inset = round(_INSET * themes.scale)
        rest.setContentsMargins(inset, 4, round(8 * themes.scale), 4)
        rest.addWidget(self._more, 1)
        rest.addWidget(self._close_all)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._rest)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(self.tr("Notices"))
        self.hide()

    @property
    def notices(self) -> tuple[Notice, ...]:
        """Those that are not closed, the newest first."""
        return tuple(self._notices)

    def info(self, sentence: str, action: Action | None = None) -> Notice:
        """Something to know; leaves by itself unless it offers something."""
        return self._say(Kind.INFO, sentence, action)

    def ok(self, sentence: str, action: Action | None = None) -> Notice:
        """Something went right; leaves by itself unless it offers something."""
        return self._say(Kind.OK, sentence, action)

    def warn(self, sentence: str, action: Action | None = None) -> Notice:
        """Something to look at; stays."""
        return self._say(Kind.WARN, sentence, action)

    def error(self, sentence: str, action: Action | None = None) -> Notice:
        """Something went wrong; stays."""
        return self._say(Kind.ERR, sentence, action)

    def clear(self) -> None:
        """Close every notice."""
        for notice in self.notices:
            notice.close_it()

    def _say(self, kind: Kind, sentence: str, action: Action | None) -> Notice:
        for notice in self._notices:
            if (notice.kind, notice.sentence, notice.button.text()) == (kind, sentence, action[0] if action else ""):
                notice.again()
                return notice
        lingering = kind in (Kind.INFO, Kind.OK) and action is None
        notice = Notice(self._themes, kind, sentence, action, self._linger if lingering else 0, self)
        notice.closed.connect(self._on_closed)
        self._notices.insert(0, notice)
        self._column.insertWidget(0, notice)
        self._arrange()
        announce(self, sentence, urgent=kind is Kind.ERR)
        return notice

    def _on_closed(self, notice: Notice) -> None:
        self._notices.remove(notice)
        notice.hide()
        notice.deleteLater()
        self._arrange()

    def _arrange(self) -> None:
        for number, notice in enumerate(self._notices):
            notice.setVisible(number < SHOWN)
        waiting = len(self._notices) - SHOWN
        self._rest.setVisible(waiting > 0)
        if waiting > 0:
            self._more.setText(self.tr("and %n more", "", waiting))
        self.setVisible(bool(self._notices))
