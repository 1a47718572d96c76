# SPDX-License-Identifier: GPL-3.0-or-later
"""The filter box of the main window: a query is typed with help, and what is not understood is said below it."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFocusEvent, QHideEvent, QKeyEvent, QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from starling.query import LONGEST
from starling.querycompletion import Candidate, Completion, Offers, complete
from starling.ui.filterfield import FilterField
from starling.ui.icons import icon
from starling.ui.notice import announce
from starling.ui.querynote import QueryNote
from starling.ui.querypopup import QueryPopup
from starling.ui.theme import ThemeManager

_LEAST = 72
_LATER_MS = 900
"""What is wrong with a term that is still typed may be right a moment later."""
_CONFIRM = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


def _no_offers() -> Offers:
    return Offers()


class QueryBox(FilterField):
    """Filters the torrents; Esc leaves it too."""

    menu_wanted = Signal(QMenu)
    """Its menu opens, and has to be filled."""

    def __init__(self, themes: ThemeManager, width: float, parent: QWidget) -> None:
        """`width` as for a `FilterField`."""
        self.offers: Callable[[], Offers] = _no_offers
        """Tells the values that there are."""
        self._completion: Completion | None = None
        self._sentence, self._wrong = "", False
        self._begun = self._typing = False
        self._menu_action = QAction()
        super().__init__(themes, width, parent)
        self.setMaxLength(LONGEST)
        self.setPlaceholderText(self.tr("Filter: a name, state:stalled, size>4G…"))
        self.setToolTip(
            self.tr(
                "Finds names, folders, trackers, labels and hashes, and what fields ask for: state:stalled why:choked "
                "ratio<1 size>4G added<7d label:linux file:*.srt; - before one excludes, or stands between "
                "alternatives. Ctrl+Space lists the fields."
            )
        )
        self.setAccessibleName(self.tr("Filter"))
        self._menu_action.setText(self.tr("Saved filters"))
        self._menu_action.setParent(self)
        self._menu_action.triggered.connect(self.open_menu)
        self.addAction(self._menu_action, QLineEdit.ActionPosition.TrailingPosition)
        self._menu = QMenu(self)
        self.popup = QueryPopup(self, themes)
        self.popup.picked.connect(self._accept)
        self.note = QueryNote(self, themes)
        self._later = QTimer(self, singleShot=True, interval=_LATER_MS)
        self._later.timeout.connect(self._say_now)
        self.textEdited.connect(self._on_edited)
        self.textChanged.connect(self._on_changed)
        self.cursorPositionChanged.connect(self._on_cursor)

    @property
    def sentence(self) -> str:
        """What is said of what stands there; empty while that is understood."""
        return self._sentence

    def tint(self) -> None:
        """Takes over colours and sizes of the theme."""
        theme = self._themes.theme
        super().tint()
        if self._wrong:
            self._icon.setIcon(icon("error", theme.err))
        self._menu_action.setIcon(icon("chevron-down", theme.muted))
        self.setMinimumWidth(round(_LEAST * self._themes.scale))

    def set_query(self, text: str) -> None:
        """Puts a query there, which holds at once."""
        self.setText(text)
        self.tell()

    def say(self, sentence: str, *, wrong: bool = False, later: bool = False, begun: bool = False) -> None:
        """Something about what stands there, or nothing any more; `later` waits whether typing goes on.

        What is `begun` at its end is still being typed until the cursor or the user leaves it.
        """
        self._begun = begun
        if sentence == self._sentence and wrong == self._wrong:
            if not self._later.isActive():
                self._show_note()
            return
        self._later.stop()
        self._sentence, self._wrong = sentence, wrong
        self.note.hide()
        if not sentence or not later:
            self._say_now()
        else:
            self._later.start()

    def open_menu(self) -> None:
        """Opens the menu of saved filters."""
        self.popup.hide()
        self._menu.clear()
        self.menu_wanted.emit(self._menu)
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def suggest(self) -> None:
        """Lists what can be typed here, all fields where nothing is typed yet."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._complete(asked=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of the list while it is there; Esc closes that first, then clears and leaves."""
        key = event.key()
        if key == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._complete(asked=True)
        elif self.popup.isVisible() and self._list_takes(key):
            return
        elif key == Qt.Key.Key_Escape:
            self.clear()
            self.tell()
            self.left.emit()
        elif key in _CONFIRM:
            self.popup.hide()
            self._typing = False
            self.tell()
            if self._wrong or self._begun:
                # Nothing to go on with: what is wrong is said at once.
                self._say_now()
            else:
                self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab takes what is marked, or the first, while something is offered."""
        if forward and self.popup.isVisible():
            self._accept(self.popup.current or self.popup.first())
            return True
        return super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who comes back reads again what is wrong."""
        super().focusInEvent(event)
        if not self._later.isActive():
            self._show_note()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The list below is nobody's any more."""
        super().focusOutEvent(event)
        self._typing = False
        self.popup.hide()
        self.note.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        """Neither is it without the box."""
        super().hideEvent(event)
        self.popup.hide()
        self.note.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What lies below the box follows it."""
        super().resizeEvent(event)
        self._follow()

    def moveEvent(self, event: QMoveEvent) -> None:
        """Likewise."""
        super().moveEvent(event)
        self._follow()

    def _list_takes(self, key: int) -> bool:
        """Whether a key was for the list."""
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            if spoken := self.popup.step(1 if key == Qt.Key.Key_Down else -1):
                announce(self, spoken)
        elif key == Qt.Key.Key_Escape:
            self.popup.hide()
            self._show_note()
        elif key in _CONFIRM and (marked := self.popup.current) is not None:
            self._accept(marked)
        else:
            return False
        return True

    def _on_edited(self) -> None:
        self._typing = True
        self._complete(asked=False)

    def _on_changed(self) -> None:
        self.note.hide()

    def _on_cursor(self, _before: int, now: int) -> None:
        if self._completion is not None and now != self._completion.end:
            self.popup.hide()
        if self._begun and now != len(self.text()):
            self._say_now()

    def _complete(self, *, asked: bool) -> None:
        self._completion = complete(self.text(), self.cursorPosition(), self.offers(), asked=asked)
        if self._completion is None:
            self.popup.hide()
        else:
            self.note.hide()
            self.popup.offer(self._completion.candidates)

    def _accept(self, candidate: Candidate) -> None:
        """Puts a candidate in the place of what was typed for it."""
        if (completion := self._completion) is None:
            return
        self.popup.hide()
        text, rest = candidate.text, self.text()[completion.end :]
        if candidate.value and not rest.startswith(" "):
            # The next term begins.
            text += " "
        self.setSelection(completion.start, completion.end - completion.start)
        # Not setText: what was typed can be brought back by Ctrl+Z.
        self.insert(text)
        self._complete(asked=False)

    def _say_now(self) -> None:
        self._later.stop()
        self.tint()
        self.setAccessibleDescription(self._sentence)
        if not self._sentence or self._is_typed:
            return
        announce(self, self._sentence, urgent=self._wrong)
        self._show_note()

    @property
    def _is_typed(self) -> bool:
        """Whether it is no time yet to say that something is only begun."""
        return self._begun and self._typing and self.cursorPosition() == len(self.text())

    def _show_note(self) -> None:
        if self._sentence and not self._is_typed and self.hasFocus() and not self.popup.isVisible():
            self.note.say(self._sentence, wrong=self._wrong)

    def _follow(self) -> None:
        self.popup.hide()
        if self.note.isVisible():
            self.note.say(self._sentence, wrong=self._wrong)
