# SPDX-License-Identifier: GPL-3.0-or-later
"""Which files: the tree with its filter and presets and the sum of what is ticked - or, before there is a tree, why."""

import html
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from starling import formats
from starling.torrent import File, Preview, Priority
from starling.ui.button import Button
from starling.ui.dialogs.frame import note, selectable
from starling.ui.edges import draw_edges
from starling.ui.files.columns import dialog_columns
from starling.ui.files.names import icon_of
from starling.ui.files.tree import FileTree
from starling.ui.files.view import FileView
from starling.ui.filterfield import FilterField
from starling.ui.glyph import Glyph
from starling.ui.notice import breakable
from starling.ui.theme import ThemeManager, Token

_LARGE = 100_000_000
_FILTER_WIDTH = 210


class FileChoice(QWidget):
    """Begins with a `waiting` sentence; `show_files` puts the tree in its place."""

    changed = Signal()
    """Other files are ticked, or with other priorities."""

    def __init__(self, themes: ThemeManager) -> None:
        super().__init__()
        self._themes = themes
        self._files: Sequence[File] = ()
        self._asked: dict[int, int] = {}
        self.filter = FilterField(themes, _FILTER_WIDTH)
        self.filter.setPlaceholderText(self.tr("Filter the files"))
        self.all_button = Button(self.tr("A&ll"))
        self.none_button = Button(self.tr("Non&e"))
        self.video_button = Button(self.tr("Only &video"))
        self.large_button = Button(self.tr("&Over {size}").format(size=formats.size(_LARGE)))
        self._tools: list[QWidget] = [self.filter]
        self._row = tools = QHBoxLayout()
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
        outlined = Outlined(themes, self._stack)
        self._sum = QLabel()
        self._sum.setTextFormat(Qt.TextFormat.RichText)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(tools)
        column.addWidget(outlined, 1)
        column.addWidget(self._sum)
        self.filter.filtered.connect(self.tree.set_filter)
        self.filter.left.connect(self.view.setFocus)
        self.tree.changed.connect(self._on_changed)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WindowShortcut)
        find.activated.connect(self.filter.setFocus)
        self._enable(False)
        self._describe()
        self._restyle()
        themes.changed.connect(self._restyle)

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

    def _restyle(self) -> None:
        gap = round(8 * self._themes.scale)
        self._row.setSpacing(gap)
        self._column.setSpacing(gap)
        self._stack.setMinimumHeight(round(92 * self._themes.scale))

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
        self.filter.settle()
        self.tree.set_all_wanted(True)

    def _none(self) -> None:
        self.filter.settle()
        self.tree.set_all_wanted(False)

    def _video(self) -> None:
        self._only({file.index for file in self._files if icon_of(file.path) == "file-video"})

    def _large(self) -> None:
        self._only({file.index for file in self._files if file.size > _LARGE})

    def _only(self, wanted: set[int]) -> None:
        """Tick these and no others of the files that the filter lets through."""
        self.filter.settle()
        shown = self.tree.indices([file.index for file in self._files])
        self.tree.set_wanted([index for index in shown if index not in wanted], False)
        self.tree.set_wanted([index for index in shown if index in wanted], True)


class Waiting(QWidget):
    """Stands where the tree will be: what is being done, for which hash, and what can be done meanwhile."""

    def __init__(self, themes: ThemeManager) -> None:
        super().__init__()
        self._themes = themes
        self._icon = Glyph(themes, "magnet", Token.MUTED, 20)
        self.sentence = QLabel()
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.hash = selectable(note())
        self.hint = note()
        self._column = column = QVBoxLayout(self)
        column.addStretch()
        column.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
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
        self._icon.show_icon(icon, Token.MUTED)
        for label, text in ((self.sentence, sentence), (self.hash, digits), (self.hint, hint)):
            label.setText(breakable(text))
            label.setVisible(bool(text))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of tables."""
        QPainter(self).fillRect(self.rect(), self._themes.theme.base)

    def _restyle(self) -> None:
        self._column.setSpacing(round(6 * self._themes.scale))
        self.update()


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
