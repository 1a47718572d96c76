# SPDX-License-Identifier: GPL-3.0-or-later
"""The notice bar: where sentences about what went wrong, or right, are read, acted on and closed."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from itertools import islice

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QEnterEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from starling.ui import icons
from starling.ui.button import Button
from starling.ui.glyph import Glyph
from starling.ui.theme import ThemeManager, Token

Action = tuple[str, Callable[[], object]]
"""The text of a button and what it does."""

LINGER_MS = 10_000
"""How long good news stay."""
SHOWN = 2
"""How many lie over the window at once; the others are counted."""
_INSET, _ICON, _LINE, _RADIUS, _GAP = 14, 16, 28, 6, 4
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


def _paint_card(widget: QWidget, themes: ThemeManager, ground: QColor) -> None:
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(themes.theme.edge, 1))
    painter.setBrush(ground)
    radius = _RADIUS * themes.scale
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


class Banner(QWidget):
    """One sentence, on a card in the ground of its kind."""

    acted = Signal()
    """Its button was pressed."""

    def __init__(
        self,
        themes: ThemeManager,
        kind: Kind,
        sentence: str,
        action_text: str = "",
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._themes = themes
        self.kind = kind
        self._icon = Glyph(themes, kind.value, _COLOURS[kind][0], _ICON)
        self.label = QLabel()
        self.label.setMinimumWidth(1)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.button = Button(action_text, parent=self)
        self.button.setVisible(bool(action_text))
        self.button.clicked.connect(self.acted)
        self.row = QHBoxLayout(self)
        self.row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self.row.addWidget(self.label, 1)
        self.row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self.set(kind, sentence)
        self._restyle()
        themes.changed.connect(self._restyle)

    def set(self, kind: Kind, sentence: str) -> None:
        """Say something else."""
        self.kind = kind
        self._icon.show_icon(kind.value, _COLOURS[kind][0])
        self.label.setText(breakable(sentence))
        self.setAccessibleName(sentence)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card."""
        _paint_card(self, self._themes, self._themes.theme.colour(_COLOURS[self.kind][1]))

    def _restyle(self) -> None:
        scale = self._themes.scale
        inset, line = round(_INSET * scale), round(_LINE * scale)
        # Icon, first line of the text and buttons share one middle, however many lines there are.
        self._icon.setFixedHeight(line)
        above = max(0, (line - self.label.fontMetrics().height()) // 2)
        self.label.setContentsMargins(0, above, 0, above)
        self.row.setContentsMargins(inset, round(5 * scale), round(8 * scale), round(5 * scale))
        self.row.setSpacing(round(10 * scale))
        self.update()


@dataclass(slots=True, eq=False)
class Said:
    """What a notice says; those that wait are no more than this, and there may be a thousand."""

    kind: Kind
    sentence: str
    action: Action | None
    closed: Callable[[], object] | None
    """Called once when it is closed, seen or not."""
    times: int = 1
    brief: bool = False
    """What it offers is to be had elsewhere too: it leaves by itself all the same."""
    more: Action | None = None
    """What it offers where it has no action: to read more about it."""

    @property
    def key(self) -> tuple[Kind, str, str]:
        """What makes it the same as another."""
        return self.kind, self.sentence, self.action[0] if self.action else ""

    @property
    def offer(self) -> Action | None:
        """Its button."""
        return self.action or self.more

    @property
    def lingers(self) -> bool:
        """It leaves by itself: good news that offer nothing, or nothing that is missed."""
        return self.kind in {Kind.INFO, Kind.OK} and (self.action is None or self.brief)


class Notice(Banner):
    """A banner of the bar: it can be closed, and counts how often the same was said."""

    closed = Signal(object)
    """Itself, once."""

    def __init__(self, themes: ThemeManager, said: Said, linger: int, parent: QWidget) -> None:
        """`linger`: milliseconds after which it closes by itself if it does so at all."""
        action_text = said.offer[0] if said.offer else ""
        super().__init__(themes, said.kind, said.sentence, action_text, parent=parent)
        self.said = said
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
        self._leave.setInterval(linger if said.lingers else 0)
        self._leave.timeout.connect(self.close_it)
        self._tint()
        themes.changed.connect(self._tint)
        self.count()

    def count(self) -> None:
        """The same was said once more."""
        self._times.setText(self.tr("%n times", "", self.said.times))
        self._times.setVisible(self.said.times > 1)
        if self._leave.isActive():
            self._leave.start()

    def close_it(self) -> None:
        """Take it off the bar."""
        self._leave.stop()
        self.closed.emit(self)

    def setVisible(self, visible: bool) -> None:
        """Its time to be read begins when it is seen."""
        super().setVisible(visible)
        if not visible:
            self._leave.stop()
        elif self._leave.interval() and not self._leave.isActive():
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
        if (offer := self.said.offer) is not None:
            offer[1]()
        self.close_it()

    def _tint(self) -> None:
        side = round(_LINE * self._themes.scale)
        self._close.setIcon(icons.icon("close", self._themes.theme.muted))
        self._close.setIconSize(QSize(round(14 * self._themes.scale), round(14 * self._themes.scale)))
        self._close.setFixedSize(side, side)
        self._times.setFixedHeight(side)


class _Rest(QWidget):
    """The ground of what is said about those that wait."""

    def __init__(self, themes: ThemeManager) -> None:
        super().__init__()
        self._themes = themes

    def paintEvent(self, event: QPaintEvent) -> None:
        """A card as the notices above it."""
        _paint_card(self, self._themes, self._themes.theme.win)


def _nothing(_sentence: str) -> None:
    return None


class NoticeBar(QWidget):
    """Up to `SHOWN` notices, the newest on top; older ones wait below them as a number."""

    told = Signal(object)
    """`Said`, each time."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None, *, linger: int = LINGER_MS) -> None:
        super().__init__(parent)
        self._themes = themes
        self._linger = linger
        self.more: Callable[[str], Action | None] = _nothing
        """Where more can be read about an error that is said in this sentence."""
        self._said: dict[tuple[Kind, str, str], Said] = {}
        """The newest last."""
        self._shown: dict[Said, Notice] = {}
        self._more = QLabel()
        self._close_all = Button(self.tr("Close all"))
        self._close_all.clicked.connect(self.clear)
        self._rest = _Rest(themes)
        self._row = QHBoxLayout(self._rest)
        self._row.addWidget(self._more, 1)
        self._row.addWidget(self._close_all)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._rest)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(self.tr("Notices"))
        self.hide()
        self._restyle()
        themes.changed.connect(self._restyle)

    @property
    def notices(self) -> tuple[Said, ...]:
        """Those that are not closed, the newest first."""
        return tuple(reversed(self._said.values()))

    @property
    def shown(self) -> tuple[Notice, ...]:
        """Those on screen, top to bottom."""
        return tuple(self._shown[said] for said in self.notices if said in self._shown)

    def info(
        self,
        sentence: str,
        action: Action | None = None,
        *,
        closed: Callable[[], object] | None = None,
        brief: bool = False,
    ) -> Notice:
        """Something to know; leaves by itself unless it offers something, and then too if it is `brief`.

        `closed` is called when it is closed.
        """
        return self._say(Said(Kind.INFO, sentence, action, closed, brief=brief))

    def ok(self, sentence: str, action: Action | None = None) -> Notice:
        """Something went right; leaves by itself unless it offers something."""
        return self._say(Said(Kind.OK, sentence, action, None))

    def warn(self, sentence: str, action: Action | None = None) -> Notice:
        """Something to look at; stays."""
        return self._say(Said(Kind.WARN, sentence, action, None))

    def error(self, sentence: str, action: Action | None = None) -> Notice:
        """Something went wrong; stays."""
        return self._say(Said(Kind.ERR, sentence, action, None, more=None if action else self.more(sentence)))

    def withdraw(self, said: Said) -> None:
        """What was said does not hold any more: close it, seen or not."""
        if self._said.get(said.key) is said:
            del self._said[said.key]
            self._arrange()
            if said.closed is not None:
                said.closed()

    def clear(self) -> None:
        """Close every notice."""
        closed, self._said = tuple(self._said.values()), {}
        self._arrange()
        for said in closed:
            if said.closed is not None:
                said.closed()

    def _say(self, said: Said) -> Notice:
        self.told.emit(said)
        known = self._said.get(said.key)
        if known is not None and said.brief:
            # The same words, and yet what they offer is another thing.
            self.withdraw(known)
            known = None
        if known is not None and known in self._shown:
            known.times += 1
            self._shown[known].count()
            return self._shown[known]
        if known is not None:
            # It waits: what is said again is news.
            said = self._said.pop(said.key)
            said.times += 1
        self._said[said.key] = said
        self._arrange()
        announce(self, said.sentence, urgent=said.kind is Kind.ERR)
        return self._shown[said]

    def _on_closed(self, notice: Notice) -> None:
        if self._said.pop(notice.said.key, None) is None:
            return
        self._arrange()
        if notice.said.closed is not None:
            notice.said.closed()

    def _arrange(self) -> None:
        newest = list(islice(reversed(self._said.values()), SHOWN))
        for said in self._shown.keys() - set(newest):
            notice = self._shown.pop(said)
            notice.hide()
            notice.deleteLater()
        for place, said in enumerate(newest):
            if said not in self._shown:
                notice = self._shown[said] = Notice(self._themes, said, self._linger, self)
                notice.closed.connect(self._on_closed)
                self._column.insertWidget(place, notice)
                notice.show()
        waiting = len(self._said) - SHOWN
        self._rest.setVisible(waiting > 0)
        if waiting > 0:
            self._more.setText(self.tr("and %n more", "", waiting))
        self.setVisible(bool(self._said))

    def _restyle(self) -> None:
        scale = self._themes.scale
        self._row.setContentsMargins(round(_INSET * scale), round(4 * scale), round(8 * scale), round(4 * scale))
        self._column.setSpacing(round(_GAP * scale))
