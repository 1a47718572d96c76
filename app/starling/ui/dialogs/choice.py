# SPDX-License-Identifier: GPL-3.0-or-later
"""Which files: the tree with its filter and presets and the sum of what is ticked - or, before there is a tree, why."""

import html
from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from starling import formats
from starling.torrent import File, Preview, Priority
from starling.ui import icons
from starling.ui.button import Button
from starling.ui.dialogs.frame import note, selectable
from starling.ui.edges import draw_edges
from starling.ui.files.columns import dialog_columns
from starling.ui.files.names import icon_of
from starling.ui.files.tree import FileTree
from starling.ui.files.view import FileView
from starling.ui.notice import breakable
from starling.ui.theme import ThemeManager

_LARGE = 100_000_000


class FileChoice(QWidget):
    """Begins with a `waiting` sentence; `show_files` puts the tree in its place."""

    changed = Signal()
    """Other files are ticked, or with other priorities."""

    def __init__(self, themes: ThemeManager) -> None:
        super().__init__()
        self._themes = themes
        self._files: Sequence[File] = ()
        self._asked: dict[int, int] = {}
        px = themes.scale
        self.filter = FilterField(themes)
        self.filter.setPlaceholderText(self.tr("Filter the files"))
        self.filter.setClearButtonEnabled(True)
        self.all_button = Button(self.tr("A&ll"))
        self.none_button = Button(self.tr("Non&e"))
        self.video_button = Button(self.tr("Only &video"))
        self.large_button = Button(self.tr("&Over {size}").format(size=formats.size(_LARGE)))
        self._tools: list[QWidget] = [self.filter]
        tools = QHBoxLayout()
        tools.setSpacing(round(8 * px))
        tools.addWidget(self.filter)
        for button, does in (
            (self.all_button, self._all),
            (self.none_button, self._none),
            (self.video_button, self._video),
            (self.large_button, self._large),
        ):
            button.clicked.connect(does)
            tools.addWidget(button)
            self._tools.append(button)
        tools.addStretch()
        self.tree = FileTree(dialog_columns(), decides=True, parent=self)
        self.view = FileView(self.tree, themes)
        self.view.setAccessibleName(self.tr("Files"))
        self.view.set_empty_text(self.tr("No file matches the filter."))
        self.tree.sort_by("name", falling=False)
        self.waiting = Waiting(themes)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.waiting)
        self._stack.addWidget(self.view)
        self._stack.setMinimumHeight(round(92 * px))
        outlined = Outlined(themes, self._stack)
        self._sum = QLabel()
        self._sum.setTextFormat(Qt.TextFormat.RichText)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(round(8 * px))
        column.addLayout(tools)
        column.addWidget(outlined, 1)
        column.addWidget(self._sum)
        self.filter.textChanged.connect(self.tree.set_filter)
        self.filter.left.connect(self.view.setFocus)
        self.tree.changed.connect(self._on_changed)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WindowShortcut)
        find.activated.connect(self.filter.setFocus)
        self._enable(False)
        self._describe()

    @property
    def wanted(self) -> int | None:
        """Bytes of the ticked files; None before there are any."""
        return self.tree.totals.wanted if self._files else None

    @property
    def sum(self) -> str:
        """The sentence below the tree, without its markup."""
        return html.unescape(self._sum.text().replace("<b>", "").replace("</b>", ""))

    def show_files(self, preview: Preview) -> None:
        """Let these files be chosen from; those that the link did not ask for (BEP 53) are not ticked."""
        self._files = preview.files
        pairs = zip(preview.files, preview.priorities, strict=False)
        self._asked = {file.index: priority for file, priority in pairs if priority != Priority.NORMAL}
        self.tree.set_files(preview.files, preview.priorities)
        self._stack.setCurrentWidget(self.view)
        if self.tree.rowCount() and not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.tree.index(0, 0))
            self.view.clearSelection()
        self._enable(True)
        self._on_changed()

    def priorities(self) -> dict[int, int]:
        """File index -> 0-7, where it is another than normal or than what the link asked for."""
        normal = dict.fromkeys(self._asked, int(Priority.NORMAL))
        return {**normal, **self.tree.priorities()}

    def _enable(self, on: bool) -> None:
        for tool in self._tools:
            tool.setEnabled(on)

    def _on_changed(self) -> None:
        self._describe()
        self.changed.emit()

    def _describe(self) -> None:
        self._sum.setVisible(bool(self._files))
        totals = self.tree.totals
        parts = {"wanted": f"<b>{formats.size(totals.wanted)}</b>", "size": formats.size(totals.size)}
        text = self.tr("{wanted} of {size}, {count} of %n files", "", totals.files)
        self._sum.setText(text.format(count=formats.count(totals.wanted_files), **parts))

    def _all(self) -> None:
        self.tree.set_all_wanted(True)

    def _none(self) -> None:
        self.tree.set_all_wanted(False)

    def _video(self) -> None:
        self._only({file.index for file in self._files if icon_of(file.path) == "file-video"})

    def _large(self) -> None:
        self._only({file.index for file in self._files if file.size > _LARGE})

    def _only(self, wanted: set[int]) -> None:
        """Tick these and no others of the files that the filter lets through."""
        shown = self.tree.indices([file.index for file in self._files])
        self.tree.set_wanted([index for index in shown if index not in wanted], False)
        self.tree.set_wanted([index for index in shown if index in wanted], True)


class Waiting(QWidget):
    """Stands where the tree will be: what is being done, for which hash, and what can be done meanwhile."""

    def __init__(self, themes: ThemeManager) -> None:
        super().__init__()
        self._themes = themes
        self._name = "magnet"
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence = QLabel()
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.hash = selectable(note())
        self.hint = note()
        column = QVBoxLayout(self)
        column.setSpacing(round(6 * themes.scale))
        column.addStretch()
        column.addWidget(self._icon)
        for label in (self.sentence, self.hash, self.hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            label.setMinimumWidth(1)
            column.addWidget(label)
        column.addStretch()
        themes.changed.connect(self._restyle)
        self._restyle()

    def say(self, sentence: str, *, icon: str, digits: str = "", hint: str = "") -> None:
        """Show these; empty ones take no room."""
        self._name = icon
        for label, text in ((self.sentence, sentence), (self.hash, digits), (self.hint, hint)):
            label.setText(breakable(text))
            label.setVisible(bool(text))
        self._restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of tables."""
        QPainter(self).fillRect(self.rect(), self._themes.theme.base)

    def _restyle(self) -> None:
        side = round(20 * self._themes.scale)
        colour = self._themes.theme.muted
        self._icon.setPixmap(icons.pixmap(self._name, side, colour, self.devicePixelRatioF()))


class Outlined(QWidget):
    """A table inside a dialog has an outline, for it does not reach from edge to edge."""

    def __init__(self, themes: ThemeManager, inner: QWidget) -> None:
        super().__init__()
        self._themes = themes
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(inner)

    def paintEvent(self, event: QPaintEvent) -> None:
        """One device-independent pixel, whole at every scale."""
        draw_edges(QPainter(self), self.rect(), 1, self._themes.theme.edge)


class FilterField(QLineEdit):
    """Esc empties it and Enter goes on to the tree, where elsewhere in a dialog they would close it."""

    left = Signal()

    def __init__(self, themes: ThemeManager) -> None:
        super().__init__()
        self._themes = themes
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._search = self.addAction(icons.icon("search", themes.theme.muted), self.ActionPosition.LeadingPosition)
        themes.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        """As the design has it."""
        return QSize(round(210 * self._themes.scale), super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _restyle(self) -> None:
        self._search.setIcon(icons.icon("search", self._themes.theme.muted))
