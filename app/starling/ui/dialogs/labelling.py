# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog that gives labels to torrents and takes them: a list to tick, and a field that finds or makes one."""

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListWidget, QListWidgetItem, QWidget

from starling import labels
from starling.spelling import fold, shortened, shown
from starling.torrent import Torrent
from starling.ui.dialogs.frame import ERR, FramedDialog, note
from starling.ui.labelcolours import Tick, dot_icon, wash
from starling.ui.theme import ThemeManager

_WIDTH, _HEIGHT, _LINE, _DOT = 400, 290, 26, 16
_NAME = 50
_STATES = {
    Tick.NONE: Qt.CheckState.Unchecked,
    Tick.SOME: Qt.CheckState.PartiallyChecked,
    Tick.ALL: Qt.CheckState.Checked,
}
_HAD = {Tick.SOME, Tick.ALL}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_INTO_LIST = {Qt.Key.Key_Up, Qt.Key.Key_Down}


def counted(torrents: Sequence[Torrent]) -> Counter[str]:
    """How many of them have each label; asking each label of 10,000 torrents would take longer than a frame."""
    return Counter(name for torrent in torrents for name in torrent.labels)


def tick_of(count: int, torrents: Sequence[Torrent]) -> Tick:
    """What so many of them are."""
    if not count:
        return Tick.NONE
    return Tick.ALL if count == len(torrents) else Tick.SOME


class LabellingDialog(FramedDialog):
    """Accepted, `given` and `taken` are what is to be changed; what only some have stays where it is not touched."""

    def __init__(
        self,
        torrents: Sequence[Torrent],
        names: Sequence[str],
        colours: Mapping[str, str],
        themes: ThemeManager,
        parent: QWidget | None,
    ) -> None:
        """`names` are all labels that exist, `colours` those of the defined ones."""
        super().__init__(parent)
        self._themes, self._colours = themes, colours
        counts = counted(torrents)
        self._before = {name: tick_of(counts[name], torrents) for name in names}
        self.setWindowTitle(self.tr("Labels"))
        whose = self.tr("Labels of %n torrents", "", len(torrents))
        if len(torrents) == 1:
            whose = self.tr("Labels of “{name}”").format(name=shortened(shown(torrents[0].name), _NAME))
        self.add_heading(whose, 15)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Find a label, or type a new one and press Enter"))
        self.field.setAccessibleName(self.tr("Find or make a label"))
        # Within the field: what Enter takes is what stands there, and a shorter name can be typed all the same.
        self.completer = QCompleter(list(names), self)
        self.completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        self.field.setCompleter(self.completer)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Labels"))
        self.list.setIconSize(QSize(self.px(_DOT), self.px(_DOT)))
        wash(self.list, themes.theme)
        self.hint = note(wrap=True)
        self.refusal = note("", ERR, wrap=True)
        for widget in (self.field, self.list, self.hint, self.refusal):
            self.body.addWidget(widget)
        self.refusal.hide()
        for name, tick in self._before.items():
            self._add(name, tick)
        self.footer.addStretch()
        self.cancel_button = self.add_button(self.tr("&Cancel"))
        self.save_button = self.add_button(self.tr("&OK"), primary=True)
        self.cancel_button.clicked.connect(self.reject)
        self.save_button.clicked.connect(self._on_ok)
        self.field.textChanged.connect(self._find)
        self.field.installEventFilter(self)
        self.sized(self._size_list)
        self.field.setFocus()
        self._find()

    @property
    def given(self) -> tuple[str, ...]:
        """Labels that all of them shall have and have not."""
        return tuple(name for name, now in self._ticks() if now is Tick.ALL and self._before.get(name) is not Tick.ALL)

    @property
    def taken(self) -> tuple[str, ...]:
        """Labels that none of them shall have."""
        return tuple(name for name, now in self._ticks() if now is Tick.NONE and self._before.get(name) in _HAD)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter takes what was typed, and accepts the dialog only where nothing was; arrows go on into the list."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _ENTER and self.field.text().strip():
                self.take_typed()
                return True
            if event.key() in _INTO_LIST and self.list.count():
                self.list.setFocus()
                return True
        return super().eventFilter(watched, event)

    def take_typed(self) -> bool:
        """Ticks the labels whose names were typed, and makes those that are not there; False if one will not do."""
        try:
            typed = labels.split(self.field.text())
        except ValueError as error:
            self._refuse(str(error))
            return False
        there = {labels.key(name): item for name, item in self._items()}
        for name in typed:
            item = there.get(labels.key(name)) or self._add(name, Tick.NONE)
            item.setCheckState(Qt.CheckState.Checked)
            self.list.scrollToItem(item)
        self.field.clear()
        return True

    # -- within

    def _on_ok(self) -> None:
        # What was typed and not entered was meant.
        if not self.field.text().strip() or self.take_typed():
            self.accept()

    def _find(self) -> None:
        self._refuse("")
        wanted = fold(labels.tidy(self.field.text()))
        hits = 0
        for name, item in self._items():
            hit = not wanted or wanted in fold(name) or "," in wanted
            item.setHidden(not hit)
            hits += hit
        words = ""
        if not self.list.count():
            words = self.tr("There are no labels yet.")
        elif not hits:
            words = self.tr("There is no such label yet: Enter makes it.")
        self.hint.setText(words)

    def _refuse(self, sentence: str) -> None:
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))
        self.field.setAccessibleDescription(sentence)

    def _add(self, name: str, tick: Tick) -> QListWidgetItem:
        item = QListWidgetItem(shown(name))
        item.setData(Qt.ItemDataRole.UserRole, name)
        item.setFlags(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        item.setCheckState(_STATES[tick])
        colour, ratio = self._colours.get(name, ""), self.devicePixelRatioF()
        item.setIcon(dot_icon(colour, self._themes.theme, self.px(_DOT), ratio))
        item.setSizeHint(QSize(0, self.px(_LINE)))
        self.list.addItem(item)
        return item

    def _items(self) -> list[tuple[str, QListWidgetItem]]:
        items = (self.list.item(row) for row in range(self.list.count()))
        return [(str(item.data(Qt.ItemDataRole.UserRole)), item) for item in items]

    def _ticks(self) -> list[tuple[str, Tick]]:
        ticks = {state: tick for tick, state in _STATES.items()}
        return [(name, ticks[item.checkState()]) for name, item in self._items()]

    def _size_list(self) -> None:
        self.setMinimumWidth(self.px(_WIDTH))
        self.list.setMinimumHeight(self.px(_HEIGHT))
