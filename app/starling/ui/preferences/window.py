# SPDX-License-Identifier: GPL-3.0-or-later
"""The window of the preferences: pages at the left, what is on them at the right, everything applied at once."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from starling.setting import Page, Setting
from starling.settings import TABLE
from starling.tasks import spawn
from starling.ui.button import Button
from starling.ui.dialogs.asking import ask
from starling.ui.dialogs.frame import note
from starling.ui.dialogs.means import Means
from starling.ui.filterfield import FilterField
from starling.ui.goalguard import when_agreed
from starling.ui.notice import announce
from starling.ui.preferences.advancedpage import AdvancedPage
from starling.ui.preferences.catalogue import catalogue
from starling.ui.preferences.matching import Needle
from starling.ui.preferences.pagelist import PageList
from starling.ui.preferences.resetting import GuardsDialog, ResetDialog
from starling.ui.preferences.sheet import Sheet
from starling.ui.theme import ThemeManager

_SIZE_KEY, _PAGE_KEY = "preferences.size", "preferences.page"
_SIZE = QSize(960, 640)
_SIDE, _GAP, _INSET = 198, 10, 20
_LONGEST = 100
"""Characters of what is looked for: each of its words is looked for in every text."""


class PreferencesWindow(QDialog):
    """Not modal: what is changed can be seen at work beside it."""

    def __init__(self, means: Means, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._means, self._settings, self._themes = means, means.settings, means.themes
        self.setWindowTitle(self.tr("Preferences"))
        self._undo: dict[str, Any] = {}
        self._awaited = ""
        entries = catalogue()
        pages = [page for page in Page if page in entries or page is Page.ADVANCED]
        self.search = FilterField(means.themes, _SIDE - 2 * _GAP)
        self.search.setPlaceholderText(self.tr("Search all settings"))
        self.search.setAccessibleName(self.tr("Search all settings"))
        self.search.setMaxLength(_LONGEST)
        self.pages = PageList(means.themes, pages)
        self.sheet = Sheet(entries, means)
        self._entries = entries
        self._advanced: AdvancedPage | None = None
        self.stack = QStackedWidget()
        self.stack.addWidget(self.sheet)
        self.note = note(self.tr("Every change applies at once."), wrap=True)
        self.undo_button = Button(self.tr("&Undo"))
        self.everything_button = Button(self.tr("Reset &everything…"))
        self.reset_button = Button(self.tr("Reset this &page"))
        self.close_button = Button(self.tr("&Close"))
        self._buttons = (self.undo_button, self.everything_button, self.reset_button, self.close_button)
        self._build()
        self._connect()
        self._restyle()
        self._restore()

    @property
    def advanced(self) -> AdvancedPage:
        """The page Advanced, made when it is first wanted."""
        if self._advanced is None:
            self._advanced = AdvancedPage(self._entries.get(Page.ADVANCED, ()), self._means)
            self._advanced.was_reset.connect(self._on_row_reset)
            self._advanced.setting_wanted.connect(self.show_setting)
            self.stack.addWidget(self._advanced)
        return self._advanced

    @property
    def busy(self) -> bool:
        """Whether anything of what is shown is still being made."""
        return self.sheet.busy or (self._advanced is not None and self._advanced.table.busy)

    def show_page(self, page: Page) -> None:
        """Another page; whatever is looked for is forgotten."""
        self._forget_search()
        if page is self.pages.page:
            self._show(page)
        else:
            self.pages.pick(page)

    def show_setting(self, key: str) -> None:
        """The page of a setting, and the setting with the keyboard."""
        self._awaited = key
        self.show_page(TABLE[key].page)

    def find_setting(self) -> None:
        """The search field gets the keyboard."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The note goes where the buttons leave it no room."""
        super().resizeEvent(event)
        self._fit_note()

    def hideEvent(self, event: QHideEvent) -> None:
        """It is closed, or the program ends: what is typed is taken over, size and page are kept."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.sheet.stop()
            if self._advanced is not None:
                self._advanced.settle()
            state = self._means.state
            state.set(_SIZE_KEY, bytes(self.saveGeometry().toBase64().data()).decode("ascii"))
            state.set(_PAGE_KEY, self.pages.page.name)

    # -- within

    def _build(self) -> None:
        self._side = _Side(self._themes)
        self._side_column = QVBoxLayout(self._side)
        self._search_row = QHBoxLayout()
        self._search_row.addWidget(self.search)
        self._side_column.addLayout(self._search_row)
        self._side_column.addWidget(self.pages, 1)
        line = QFrame()
        line.setFixedHeight(1)
        line.setAutoFillBackground(True)
        line.setBackgroundRole(self.palette().ColorRole.Midlight)
        self._footer = QHBoxLayout()
        self._footer.addWidget(self.note, 1)
        self._footer.addStretch()
        for button in self._buttons:
            self._footer.addWidget(button)
        self.undo_button.hide()
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.stack, 1)
        right.addWidget(line)
        right.addLayout(self._footer)
        halves = QHBoxLayout(self)
        halves.setContentsMargins(0, 0, 0, 0)
        halves.setSpacing(0)
        halves.addWidget(self._side)
        halves.addLayout(right, 1)

    def _connect(self) -> None:
        self.search.filtered.connect(self._on_search)
        self.search.left.connect(self._on_search_left)
        self.pages.picked.connect(self._on_picked)
        self.sheet.clear_wanted.connect(self._on_clear)
        self.sheet.ready.connect(self._on_ready)
        self.sheet.was_reset.connect(self._on_row_reset)
        self.sheet.advanced.wanted.connect(self._on_advanced)
        self.undo_button.clicked.connect(self._undo_reset)
        self.everything_button.clicked.connect(self._on_everything)
        self.reset_button.clicked.connect(self._on_reset)
        self.close_button.clicked.connect(self.accept)
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self.find_setting)
        self._settings.changed.connect(self._on_changed)
        self._themes.changed.connect(self._restyle)

    def _restore(self) -> None:
        state = self._means.state
        saved = QByteArray.fromBase64((state.get(_SIZE_KEY) or "").encode("ascii", "replace"))
        if saved.isEmpty() or not self.restoreGeometry(saved):
            room = self.screen().availableGeometry().size() - QSize(40, 60)
            self.resize((_SIZE * self._themes.scale).boundedTo(room))
        name = state.get(_PAGE_KEY)
        page = next((page for page in self.pages.pages if page.name == name), self.pages.pages[0])
        self.pages.pick(page)
        self._tell()
        self.pages.setFocus()

    def _show(self, page: Page) -> None:
        if page is Page.ADVANCED:
            self.advanced.open()
            self.stack.setCurrentWidget(self.advanced)
            self._order_tabs(self.advanced.stops)
        else:
            self.stack.setCurrentWidget(self.sheet)
            self.sheet.show_page(page)
            # As other pages that are not shown: a change of colours or font would be one of its table.
            QTimer.singleShot(0, self, self._drop_advanced)
        self._tell()

    def _drop_advanced(self) -> None:
        if self._advanced is not None and self.stack.currentWidget() is not self._advanced:
            advanced, self._advanced = self._advanced, None
            advanced.settle()
            self.stack.removeWidget(advanced)
            advanced.deleteLater()

    def _on_picked(self, page: Page) -> None:
        self._forget_search()
        self._show(page)

    def _on_search(self, text: str) -> None:
        needle = Needle.of(text)
        if not needle:
            if self.pages.hits is not None:
                self._show_again()
            return
        self.stack.setCurrentWidget(self.sheet)
        self.pages.hits = self.sheet.show_found(needle, text)
        self._tell()

    def _on_search_left(self) -> None:
        rows = self.sheet.rows if self.pages.hits is not None else []
        if rows:
            rows[0].editor.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.pages.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_clear(self) -> None:
        self._forget_search()
        self._show_again()
        self.search.setFocus()

    def _on_advanced(self, typed: str, key: str) -> None:
        self.show_page(Page.ADVANCED)
        self.advanced.look_for(typed, key)

    def _on_ready(self) -> None:
        self._order_tabs(self.sheet.stops())
        key, self._awaited = self._awaited, ""
        if key and (row := self.sheet.row(key)) is not None:
            row.editor.setFocus(Qt.FocusReason.TabFocusReason)
            self.sheet.reveal(row)

    def _order_tabs(self, stops: Sequence[QWidget]) -> None:
        # What is made later would come behind the buttons.
        for before, after in pairwise((self.pages, *stops, *self._buttons)):
            QWidget.setTabOrder(before, after)

    def _show_again(self) -> None:
        self.pages.hits = None
        self._show(self.pages.page)

    def _forget_search(self) -> None:
        # First of all: the emptied field shall not bring back the page that was there before.
        self.pages.hits = None
        if self.search.text():
            self.search.clear()
            self.search.settle()

    def _fit_note(self) -> None:
        shown = [button for button in self._buttons if not button.isHidden()]
        taken = sum(button.sizeHint().width() + self._footer.spacing() for button in shown)
        margins = self._footer.contentsMargins()
        room = self.width() - self._side.width() - taken - margins.left() - margins.right()
        # Two lines at most.
        self.note.setVisible(room > self.note.fontMetrics().horizontalAdvance(self.note.text()) * 0.6)

    # -- resetting

    def _of_page(self) -> list[Setting[Any]]:
        return [setting for setting in TABLE.values() if setting.page is self.pages.page]

    def _differing(self, among: list[Setting[Any]]) -> list[Setting[Any]]:
        return [setting for setting in among if self._settings.differs(setting)]

    def _on_changed(self, key: str) -> None:
        # It has been changed since: that is not to be lost by taking back what was before.
        if self._undo.pop(key, None) is not None and not self._undo:
            self._forget_undo()
        self._tell()

    def _tell(self) -> None:
        differing = self._differing(list(TABLE.values()))
        pages = {setting.page for setting in differing}
        self.pages.tell(pages, self.pages.hits)
        self.everything_button.setEnabled(bool(differing))
        self.reset_button.setEnabled(self.pages.page in pages and self.pages.hits is None)

    def _on_reset(self) -> None:
        differing = self._differing(self._of_page())
        if guards := [setting for setting in differing if setting.guards]:
            spawn(self._ask_page(guards), name="reset page")
        else:
            self._reset(differing)

    async def _ask_page(self, guards: list[Setting[Any]]) -> None:
        page = self._of_page()
        if await ask(GuardsDialog(guards, self)) and isValid(self):
            self._reset(self._differing(page))

    def _on_everything(self) -> None:
        spawn(self._ask_everything(), name="reset everything")

    async def _ask_everything(self) -> None:
        differing = self._differing(list(TABLE.values()))
        if await ask(ResetDialog(len(differing), self)) and isValid(self):
            self._reset(self._differing(list(TABLE.values())))

    def _reset(self, those: list[Setting[Any]]) -> None:
        when_agreed(self._means, {one: one.default for one in those}, self, partial(self._reset_all, those))

    def _reset_all(self, those: list[Setting[Any]]) -> None:
        undo, self._undo = {setting.key: self._settings.get(setting) for setting in those}, {}
        for setting in those:
            self._settings.reset(setting)
        if isValid(self):
            self._offer_undo(undo, self.tr("%n settings have their defaults again.", "", len(those)))
            self.undo_button.setFocus()

    def _on_row_reset(self, key: str, before: object) -> None:
        words = self.tr("“{label}” has its default again.")
        self._offer_undo({key: before}, words.format(label=TABLE[key].label))

    def _offer_undo(self, undo: dict[str, Any], words: str) -> None:
        self._undo = undo
        self.note.setText(words)
        announce(self, words)
        self.undo_button.show()
        self._fit_note()

    def _undo_reset(self) -> None:
        undo = {TABLE[key]: value for key, value in self._undo.items()}
        when_agreed(self._means, undo, self, partial(self._put_back, undo))

    def _put_back(self, undo: dict[Setting[Any], Any]) -> None:
        left, self._undo = self._undo, {}
        for setting, value in undo.items():
            if setting.key in left:
                self._settings.set(setting, value, back=True)
        if isValid(self):
            self._forget_undo()
            self.pages.setFocus()

    def _forget_undo(self) -> None:
        self.note.setText(self.tr("Every change applies at once."))
        self.undo_button.hide()
        self._fit_note()

    def _restyle(self) -> None:
        scale = self._themes.scale

        def px(length: float) -> int:
            return round(length * scale)

        self._side.setFixedWidth(px(_SIDE))
        gap = px(_GAP)
        self._side_column.setContentsMargins(0, px(12), 1, gap)
        self._side_column.setSpacing(px(8))
        self._search_row.setContentsMargins(gap, 0, gap, 0)
        self._footer.setContentsMargins(px(26), px(9), px(_INSET), px(11))
        self._footer.setSpacing(px(8))
        for button in self._buttons:
            button.set_least(QSize(px(80), px(32)))


class _Side(QWidget):
    """The ground of the page list."""

    def __init__(self, themes: ThemeManager) -> None:
        super().__init__()
        self._themes = themes

    def paintEvent(self, event: QPaintEvent) -> None:
        """As the sidebar of the main window, with a line at its right."""
        painter, theme = QPainter(self), self._themes.theme
        painter.fillRect(self.rect(), theme.side)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), theme.line)
