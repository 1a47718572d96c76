# SPDX-License-Identifier: GPL-3.0-or-later
"""One setting on a page: label, editor, help, what is wrong, and the way back to the default."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QToolButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from starling import settings
from starling.setting import Form, Setting
from starling.ui.dialogs.means import Means
from starling.ui.goalguard import when_agreed
from starling.ui.icons import icon
from starling.ui.notice import announce
from starling.ui.preferences.choices import ChoiceEditor, SwitchEditor
from starling.ui.preferences.editor import Editor
from starling.ui.preferences.matching import Needle
from starling.ui.preferences.own import BELOW, EDITORS
from starling.ui.preferences.places import ArgumentsEditor, PasswordEditor, PathEditor
from starling.ui.preferences.typed import LinesEditor, NumberEditor, TextEditor
from starling.ui.preferences.words import Words, in_words

GUTTER, LABELS = 12, 200
"""Pixels of the design: where the dot of a changed value stands, and the column of labels."""
_RESET, _GAP, _DOT, _LINE = 24, 10, 6, 28

_BY_FORM: dict[Form, Callable[[Setting[Any], Means], Editor]] = {
    Form.FOLDER: PathEditor,
    Form.FILE: PathEditor,
    Form.PASSWORD: PasswordEditor,
    Form.ARGUMENTS: ArgumentsEditor,
}
_BY_TYPE: dict[type, Callable[[Setting[Any], Means], Editor]] = {
    bool: SwitchEditor,
    int: NumberEditor,
    float: NumberEditor,
    str: TextEditor,
    tuple: LinesEditor,
}


def editor_of(setting: Setting[Any]) -> Callable[[Setting[Any], Means], Editor] | None:
    """What edits a setting; None for one that is not edited in a row."""
    if own := EDITORS.get(setting.key):
        return own
    if setting.form is not Form.PLAIN:
        return _BY_FORM.get(setting.form)
    return ChoiceEditor if setting.choices_source else _BY_TYPE.get(type(setting.default))


class SettingRow(QWidget):
    """Shows what is in force, and takes over what is chosen at once."""

    was_reset = Signal(str, object)
    """The key of the setting, and the value that it had."""

    def __init__(self, setting: Setting[Any], make: Callable[[Setting[Any], Means], Editor], means: Means) -> None:
        super().__init__()
        self.setting = setting
        self._means, self._settings, self._themes = means, means.settings, means.themes
        self.label = Words(means.themes, setting.label)
        self.help = Words(means.themes, setting.help, small=True)
        self.editor = make(setting, means)
        # Few rows have anything to say or to reset, and each widget costs time whenever fonts or colours change.
        self._verdict: Words | None = None
        # A field says it twice if the window is closed while something is typed there.
        self._asked: tuple[object] | None = None
        self._reset_button: QToolButton | None = None
        self._build()
        self.below = BELOW[setting.key](means) if setting.key in BELOW else None
        if self.below is not None:
            self._column.addWidget(self.below)
        field = self.editor.focusProxy() or self.editor
        if not field.accessibleName():
            field.setAccessibleName(setting.label)
        self._field = field
        self.label.clicked.connect(self.editor.pressed)
        self.editor.chosen.connect(self._take)
        self.editor.refused.connect(self._refuse)
        self.editor.typed.connect(self._on_typed)
        self.editor.given_up.connect(self.show_value)
        self._settings.changed.connect(self._on_changed)
        self._themes.changed.connect(self._restyle)
        self._restyle()
        self.show_value()
        if problem := self._settings.problem(setting):
            self._say(problem, wrong=True)

    @property
    def verdict(self) -> Words:
        """What is wrong with what was typed, or what the user has to know of what was chosen."""
        if self._verdict is None:
            self._verdict = Words(self._themes, small=True)
            self._verdict.hide()
            self._column.insertWidget(self._column.indexOf(self.help) + 1, self._verdict)
        return self._verdict

    @property
    def reset_button(self) -> QToolButton:
        """Back to the default."""
        if self._reset_button is None:
            button = self._reset_button = QToolButton(self)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setStyleSheet("QToolButton { padding: 0; }")
            button.clicked.connect(self.reset)
            self._grid.addWidget(button, 0, 2, Qt.AlignmentFlag.AlignTop)
            self._size_reset(button)
            # Else it would come behind all that was made before.
            QWidget.setTabOrder(self._last_stop(), button)
            self._offer_reset(self.changed)
        return self._reset_button

    @property
    def changed(self) -> bool:
        """Whether another value than the default is in force, or one in the file that can't be read."""
        return self._settings.differs(self.setting)

    def mark(self, needle: Needle) -> None:
        """What is looked for."""
        self.label.mark(needle)
        self.help.mark(needle)

    def show_value(self) -> None:
        """What is in force; whatever was typed goes."""
        self.editor.show_value(self._settings.in_force(self.setting))
        self._say("")
        self._follow()

    def reset(self) -> None:
        """Back to the default."""
        when_agreed(self._means, {self.setting: self.setting.default}, self, self._reset, self._show_again)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A dot before what differs from the default."""
        if self.changed:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._themes.theme.accent)
            scale = self._themes.scale
            radius = _DOT * scale / 2
            beside = self.editor.leads or self.editor.wide
            middle = self.label.fontMetrics().lineSpacing() / 2 if beside else _LINE * scale / 2
            painter.drawEllipse(QPointF(radius, middle), radius, radius)

    def changeEvent(self, event: QEvent) -> None:
        """Greyed out, nothing about it is in colour."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self.update()

    # -- within

    def _build(self) -> None:
        top = Qt.AlignmentFlag.AlignTop
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(1, 1)
        self._column = QVBoxLayout()
        if self.editor.leads:
            self._first = QHBoxLayout()
            self._first.addWidget(self.editor, 0, top)
            self._first.addLayout(self._column, 1)
            self._grid.addLayout(self._first, 0, 0, 1, 2)
            self._column.addWidget(self.label)
        elif self.editor.wide:
            self._grid.addLayout(self._column, 0, 0, 1, 2)
            for widget in (self.label, self.editor):
                self._column.addWidget(widget)
        else:
            self._grid.addWidget(self.label, 0, 0, top)
            self._grid.addLayout(self._column, 0, 1)
            self._column.addWidget(self.editor)
        self._column.addWidget(self.help)
        self.help.setVisible(bool(self.setting.help_source))

    def _take(self, value: object) -> None:
        try:
            accepted = self.setting.accept(value)
        except ValueError as error:
            self._refuse(str(error))
        else:
            wanted = (accepted,)
            if wanted != self._asked:
                self._asked = wanted
                when_agreed(self._means, {self.setting: accepted}, self, partial(self._set, accepted), self._show_again)

    def _set(self, value: object) -> None:
        self._asked = None
        try:
            self._settings.set(self.setting, value)
        except ValueError as error:
            if isValid(self):
                self._refuse(str(error))
        else:
            self._show_again()

    def _reset(self) -> None:
        before = self._settings.get(self.setting)
        self._settings.reset(self.setting)
        if isValid(self):
            self.show_value()
            self.editor.setFocus()
            self.was_reset.emit(self.setting.key, before)

    def _show_again(self) -> None:
        self._asked = None
        # Who was asked may have closed the window meanwhile.
        if isValid(self):
            self.show_value()

    def _refuse(self, sentence: str) -> None:
        self._say(sentence, wrong=True)
        announce(self._field, sentence, urgent=True)

    def _on_typed(self) -> None:
        # The sentence is about what stood there before.
        self._say("")

    def _on_changed(self, key: str) -> None:
        if key in {self.setting.key, settings.appearance.BINARY_UNITS.key}:
            if self.editor.editing:
                self._follow()
            else:
                self.show_value()
        elif self.setting.rule is not None and key == self.setting.rule.by.key:
            self.show_value()
        elif self.setting.needs is not None:
            self._follow()

    def _follow(self) -> None:
        """Mark, greyness and notes."""
        changed = self.changed
        if changed or self._reset_button is not None:
            self._offer_reset(changed)
        reason = self._idle_because()
        for widget in (self.label, self.editor, self.help):
            widget.setEnabled(not reason)
        self.setToolTip(reason)
        verdict = self._verdict.text() if self._verdict is not None else ""
        parts = (self.setting.help, reason, verdict, self.tr("changed") if changed else "")
        self._field.setAccessibleDescription(" ".join(filter(None, parts)))
        self.update()

    def _offer_reset(self, changed: bool) -> None:
        button, default = self.reset_button, in_words(self.setting, self.setting.default)
        button.setVisible(changed)
        button.setToolTip(self.tr("Back to the default: {value}").format(value=default))
        button.setAccessibleName(
            self.tr("Reset “{label}” to the default: {value}").format(label=self.setting.label, value=default)
        )

    def _last_stop(self) -> QWidget:
        """Where the Tab key stops last within the editor."""
        within = self.editor.findChildren(QWidget)
        stops = [one for one in within if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.focusProxy() is None]
        return next((one for one in reversed(stops) if one.window() is self.window()), self._field)

    def _idle_because(self) -> str:
        """Why its own value has no effect; empty if it has."""
        rule = self.setting.rule
        if rule is not None and self._settings.ruled(self.setting):
            value = in_words(rule.by, self._settings.get(rule.by))
            return self.tr("“{label}” decides this: {value}.").format(label=rule.by.label, value=value)
        missing = self._missing()
        return "" if missing is None else self.tr("Has an effect only with “{label}”.").format(label=missing.label)

    def _missing(self) -> Setting[bool] | None:
        """The setting that would have to be on."""
        needed = self.setting.needs
        while needed is not None:
            if not self._settings.get(needed):
                return needed
            needed = needed.needs
        return None

    def _say(self, sentence: str, *, wrong: bool = False) -> None:
        if not sentence and self.setting.at_start:
            if self._settings.waits(self.setting):
                sentence = self.tr("Holds from the next start of Starling on.")
            else:
                sentence = self.tr("A change holds from the next start of Starling on.")
        if sentence or self._verdict is not None:
            self.verdict.warn(wrong)
            self.verdict.say(sentence)
            self.verdict.setVisible(bool(sentence))
        self._follow()

    def _restyle(self) -> None:
        scale = self._themes.scale

        def px(length: float) -> int:
            return round(length * scale)

        for words in (self.label, self.help, self._verdict):
            if words is not None:
                words.restyle()
        self._grid.setContentsMargins(px(GUTTER), 0, 0, 0)
        self._grid.setHorizontalSpacing(px(_GAP))
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnMinimumWidth(0, px(LABELS))
        self._grid.setColumnMinimumWidth(2, px(_RESET))
        self._column.setSpacing(px(3))
        if self._reset_button is not None:
            self._size_reset(self._reset_button)
        if self.editor.leads:
            self._first.setSpacing(px(8))
            # The box is as high as the first line of its words.
            self.editor.setFixedHeight(self.label.fontMetrics().lineSpacing())
        elif not self.editor.wide:
            self.label.setMinimumHeight(px(_LINE))
            self.label.setFixedWidth(px(LABELS))

    def _size_reset(self, button: QToolButton) -> None:
        side, drawn = round(_RESET * self._themes.scale), round(16 * self._themes.scale)
        button.setFixedSize(side, side)
        button.setIconSize(QSize(drawn, drawn))
        button.setIcon(icon("reset", self._themes.theme.muted))
