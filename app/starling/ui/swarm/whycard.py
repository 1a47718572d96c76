# SPDX-License-Identifier: GPL-3.0-or-later
"""The card above the board: why the torrent does not move, what was checked, and what would help."""

from functools import partial
from typing import Any

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from starling.engine.engine import Engine
from starling.i18n import translate
from starling.torrent import Torrent
from starling.ui import mnemonics, status
from starling.ui.button import Button
from starling.ui.details.painted import Painted
from starling.ui.dialogs.frame import note, selectable
from starling.ui.flow import FlowLayout
from starling.ui.glyph import Glyph
from starling.ui.notice import breakable
from starling.ui.swarm.card import PADDING, RADIUS, Card, Column, Fetched
from starling.ui.swarm.whychecks import Checks
from starling.ui.theme import ThemeManager, Token
from starling.ui.whytone import Tone, tone
from starling.why import words
from starling.why.look import Look
from starling.why.reason import Cause, Offer, Reason

_OFFERS = 3
_ICON, _TITLE = 20, 16
_NARROW = 760
"""Pixels of the design below which the sentences have the width for themselves."""
_GROUNDS = {Tone.STUCK: Token.WARN_GROUND, Tone.BROKEN: Token.ERR_GROUND}
_MARKS = {Tone.STUCK: Token.WARN, Tone.BROKEN: Token.ERR}


class WhyCard(Card):
    """Stands there only while something keeps the torrent; what is wanted so, or takes its time, is one quiet line."""

    column = Column.ABOVE
    chosen = Signal(object, object)
    """The `Torrent`, and the `Offer` whose button was pressed."""

    def __init__(self, themes: ThemeManager) -> None:
        super().__init__(themes, translate("WhyCard", "Why isn't this moving?"))
        self._torrent: Torrent | None = None
        self._reason: Reason | None = None
        self._put_off: dict[str, Cause] = {}
        """By torrent: for which cause the card was sent away."""
        self._wished = ""
        """The torrent for which it shall have the keyboard."""
        self._offered: tuple[bool, tuple[Offer, ...]] = False, ()
        """Whether it is a line, and what its buttons do."""
        self._build()
        self._measure()
        self.hide()

    # -- as a card

    def wanted(self, torrent: Torrent, fetched: Fetched) -> bool:
        """While there is a reason that nobody has sent away."""
        reason = _reason(torrent, fetched.own)
        if reason is None or self._put_off.get(torrent.id, reason.cause) is not reason.cause:
            # It moved, or something else keeps it: that is news.
            self._put_off.pop(torrent.id, None)
        if reason is None or reason.cause is Cause.PAUSED:
            return False
        return torrent.id not in self._put_off

    async def fetch(self, engine: Engine, torrent_id: str) -> Look:
        """Look closely."""
        return await engine.insight.whys.look(torrent_id)

    def show_board(self, torrent: Torrent, fetched: Fetched) -> None:
        """Say what keeps it."""
        reason = _reason(torrent, fetched.own)
        if reason is None:
            return
        look = fetched.own if isinstance(fetched.own, Look) else None
        self._checks.show_checks(() if look is None or _is_quiet(reason) else look.checks)
        self._torrent = torrent
        self._say(torrent, reason)
        self._offer(reason)
        self._make_room()
        self.describe()
        if self._wished == torrent.id:
            self._wished = ""
            # It is still on its way to the screen.
            QTimer.singleShot(0, self, self._take_keyboard)

    def clear(self) -> None:
        """Nothing is known yet."""
        self._torrent = self._reason = None
        self._checks.show_checks(())
        self.hide()

    def said(self) -> list[str]:
        """The sentences, and what was checked."""
        sentences = [] if self._reason is None else list(words.lines(self._reason))
        return [*sentences, *self._checks.said()]

    # -- what else is asked of it

    def bring_back(self, torrent_id: str) -> None:
        """It is wanted after all, and gets the keyboard when it comes."""
        self._put_off.pop(torrent_id, None)
        self._wished = torrent_id

    @property
    def buttons(self) -> tuple[Button, ...]:
        """Those of the offers that are shown, the best first."""
        return tuple(button for button in (*self._buttons, self._aside) if not button.isHidden())

    # -- Qt's

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground and outline; all else is widgets."""
        painter, ctx = QPainter(self), self.ctx
        ground = Token.BASE if self._reason is None else _GROUNDS.get(tone(self._reason.cause), Token.BASE)
        quiet = ground is Token.BASE
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ctx.theme.line if quiet else ctx.theme.edge, 1))
        painter.setBrush(ctx.theme.colour(ground))
        radius = ctx.px(RADIUS)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The checks leave where there is little width."""
        super().resizeEvent(event)
        self._make_room()

    # -- within

    def _build(self) -> None:
        self._glyph = Glyph(self._themes, "stalled", Token.WARN, _ICON)
        self._heading = note(self.title, QPalette.ColorRole.WindowText, wrap=True)
        self.first = selectable(note("", QPalette.ColorRole.WindowText, wrap=True))
        self.more = selectable(note("", QPalette.ColorRole.WindowText, wrap=True))
        for label in (self.first, self.more):
            label.setMinimumWidth(1)
        self._buttons = [Button() for _ in range(_OFFERS)]
        self._buttons[0].set_primary()
        self._aside = Button()
        """The one of a line, in which there is no primary one."""
        for place, button in [*enumerate(self._buttons), (0, self._aside)]:
            button.clicked.connect(partial(self._on_pressed, place))
        self.later = Button(self.tr("Not now"))
        self.later.clicked.connect(self._on_later)
        self._aside.hide()
        self._row = QWidget()
        self._flow = FlowLayout(self._row)
        self._flow.setContentsMargins(0, 0, 0, 0)
        for each in (*self._buttons, self.later):
            self._flow.addWidget(each)
        self._words = QVBoxLayout()
        for widget in (self._heading, self.first, self.more, self._row):
            self._words.addWidget(widget)
        self._checks = Checks(self._themes)
        self._rule = _Rule(self._themes)
        self._across = QHBoxLayout()
        self._across.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignTop)
        self._across.addLayout(self._words, 1)
        self._across.addWidget(self._aside, 0, Qt.AlignmentFlag.AlignVCenter)
        self._across.addWidget(self._rule)
        self._across.addWidget(self._checks, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(self._across)

    def _say(self, torrent: Torrent, reason: Reason) -> None:
        if reason == self._reason and self.first.text():
            return
        self._reason = reason
        quiet = _is_quiet(reason)
        first, *others = words.lines(reason)
        self.first.setText(breakable(first if not quiet else " ".join([first, *others])))
        self.more.setText(breakable(" ".join(others)))
        self.more.setVisible(bool(others) and not quiet)
        self._heading.setVisible(not quiet)
        self.first.setForegroundRole(QPalette.ColorRole.PlaceholderText if quiet else QPalette.ColorRole.WindowText)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.Normal if quiet else QFont.Weight.DemiBold)
        self.first.setFont(font)
        self._glyph.show_icon(status.icon(torrent).name, _MARKS.get(tone(reason.cause), Token.MUTED))
        self._measure()
        self.updateGeometry()
        self.update()

    def _offer(self, reason: Reason) -> None:
        """Buttons are changed, not made anew: one of them may have the keyboard."""
        quiet = _is_quiet(reason)
        used = [self._aside] if quiet else self._buttons
        offers = reason.offers[: len(used)]
        every = (*self._buttons, self._aside, self.later)
        if (quiet, offers) == self._offered or any(button.isDown() for button in every):
            return
        self._offered = quiet, offers
        wanted = [self.tr("Not now"), *map(words.advice, offers)]
        later, *advice = mnemonics.marked(wanted, mnemonics.taken(self.window(), every))
        self.later.say(later)
        said = dict(zip(used, advice, strict=False))
        for button in (*self._buttons, self._aside):
            # What is hidden keeps no letter.
            button.say(said.get(button, ""))
            button.setVisible(button in said)
        self._row.setVisible(not quiet)

    def _take_keyboard(self) -> None:
        found = next(iter(self.buttons), self.first)
        found.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _make_room(self) -> None:
        roomy = self.width() >= _NARROW * self.ctx.scale and not self._checks.empty
        self._checks.setVisible(roomy)
        self._rule.setVisible(roomy)

    def _on_pressed(self, place: int) -> None:
        if self._torrent is not None:
            self.chosen.emit(self._torrent, self._offered[1][place])

    def _on_later(self) -> None:
        if self._torrent is not None and self._reason is not None:
            self._put_off[self._torrent.id] = self._reason.cause
        self.hide()

    def _measure(self) -> None:
        if not hasattr(self, "_across"):
            return
        ctx = self.ctx
        quiet = self._reason is not None and _is_quiet(self._reason)
        for part in (self._words, self._glyph):
            flag = Qt.AlignmentFlag
            self._across.setAlignment(part, flag.AlignVCenter if quiet else flag.AlignTop)
        edge, inset = ctx.px(8 if quiet else PADDING + 2), ctx.px(PADDING)
        self.body.setContentsMargins(inset, edge, inset, edge)
        self._across.setSpacing(ctx.px(14))
        self._words.setSpacing(ctx.px(6))
        self._flow.setContentsMargins(0, ctx.px(0 if quiet else 6), 0, 0)
        self._flow.setSpacing(ctx.px(8))
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        font.setPixelSize(ctx.px(_TITLE))
        self._heading.setFont(font)


class _Rule(Painted):
    """A line between the sentences and what was checked."""

    def __init__(self, themes: ThemeManager) -> None:
        super().__init__(themes)
        self.setFixedWidth(1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)

    def paintEvent(self, event: QPaintEvent) -> None:
        """From top to bottom."""
        QPainter(self).fillRect(self.rect(), self.ctx.theme.edge)


def _reason(torrent: Torrent, own: Any) -> Reason | None:
    """What was found by looking closely, or else what the list says."""
    return own.reason if isinstance(own, Look) else torrent.why


def _is_quiet(reason: Reason) -> bool:
    return tone(reason.cause) in {Tone.QUIET, Tone.BUSY}
