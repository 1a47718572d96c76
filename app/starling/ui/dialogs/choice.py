# SPDX-License-Identifier: GPL-3.0-or-later
"""Which files: the tree with its filter and presets and the sum of what is ticked - or, before there is a tree, why."""

import html
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import compress, repeat
from operator import not_

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QStackedWidget, QVBoxLayout, QWidget

from starling import formats
from starling.filelist import FileList
from starling.spelling import shown
from starling.torrent import File, Preview, Priority
from starling.ui.button import Button
from starling.ui.column import Column
from starling.ui.dialogs.frame import note
from starling.ui.dialogs.leaving import Leaving
from starling.ui.dialogs.othernames import LONGEST, OtherName, other_names, short, telling
from starling.ui.dialogs.skipcost import SkipCost
from starling.ui.dialogs.waiting import Outlined, Waiting
from starling.ui.files.columns import dialog_columns
from starling.ui.files.node import FileRow, Key
from starling.ui.files.tree import FileTree
from starling.ui.files.view import FileView
from starling.ui.filterfield import FilterField
from starling.ui.notice import breakable
from starling.ui.theme import ThemeManager
from starling.ui.tips import plain_tip

_FILTER_WIDTH, _LEAST = 210, 150
_PAIRS = 5


class FileChoice(QWidget):
    """Begins with a `waiting` sentence; `show_files` puts the tree in its place."""

    changed = Signal()
    """Other files are ticked, or with other priorities."""
    patterns_wanted = Signal()
    """The user wants to say which files are never downloaded."""

    def __init__(self, themes: ThemeManager) -> None:
        super().__init__()
        self._themes = themes
        self._files: Sequence[File] = ()
        self._preview: Preview | None = None
        self._other_names: Mapping[Key, OtherName] = {}
        self._leaves = Leaving()
        self._asked: dict[int, int] = {}
        self.filter = FilterField(themes, _FILTER_WIDTH)
        self.filter.setPlaceholderText(self.tr("Filter the files"))
        self.all_button = Button(self.tr("A&ll"))
        self.none_button = Button(self.tr("Non&e"))
        self.more_button = Button(self.tr("C&hoose"))
        self.more = QMenu(self)
        self.more_button.setMenu(self.more)
        self._tools: list[QWidget] = [self.filter]
        self._row = tools = QHBoxLayout()
        tools.addWidget(self.filter)
        for button, does in (
            (self.all_button, self._all),
            (self.none_button, self._none),
        ):
            button.clicked.connect(does)
            tools.addWidget(button)
            self._tools.append(button)
        tools.addWidget(self.more_button)
        tools.addStretch()
        self.more.aboutToShow.connect(self._fill_menu)
        self.tree = FileTree(self._columns(), decides=True, parent=self)
        self.cost = SkipCost(self.tree)
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
        self.remark = note(wrap=True)
        self.remark.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.remark.setMinimumWidth(1)
        self._below = QHBoxLayout()
        self._below.addWidget(self._sum)
        self._below.addWidget(self.remark, 1)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(tools)
        column.addWidget(outlined, 1)
        column.addLayout(self._below)
        self.filter.filtered.connect(self.tree.set_filter)
        self.filter.left.connect(self.view.setFocus)
        self.tree.changed.connect(self._on_changed)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WindowShortcut)
        find.activated.connect(self.filter.setFocus)
        self._totals = self.tree.totals
        self._enable(False)
        self._describe()
        self._restyle()
        themes.changed.connect(self._restyle)

    @property
    def wanted(self) -> int | None:
        """Bytes of the ticked files; None before there are any."""
        return self._totals.wanted if self._files else None

    @property
    def sum(self) -> str:
        """The sentence below the tree, without its markup."""
        return html.unescape(self._sum.text().replace("<b>", "").replace("</b>", ""))

    def show_files(self, preview: Preview, leaves: Leaving | None = None, files: Sequence[File] | None = None) -> None:
        """Let its files be chosen from; neither those that the link did not ask for (BEP 53) nor those that it `leaves`
        out are ticked. They are saved as `files` if these are given.
        """
        self._preview = preview
        self.view.exporter.subject = preview.name
        self._files = preview.files if files is None else files
        self._leaves = leaves or Leaving()
        self._asked = {}
        if preview.priorities:
            pairs = zip(FileList.of(preview.files).indices, preview.priorities, strict=True)
            self._asked = {index: priority for index, priority in pairs if priority != Priority.NORMAL}
        self.tree.set_files(self._files, self._leaves.priorities or preview.priorities)
        self.tree.leave_out(self._leaves.like)
        self._look_at_names()
        self._stack.setCurrentWidget(self.view)
        if self.tree.rowCount() and not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.tree.index(0, 0))
            self.view.clearSelection()
        self._enable(True)
        self._on_changed()

    def leave(self, leaves: Leaving) -> None:
        """Other files are left out from now on: those that were not before are unticked, those that are not any more
        ticked again, and what the user chose for all others stays.
        """
        before, now, chosen = self._leaves.like, leaves.like, self.tree.priorities()
        wishes = dict.fromkeys(now - before, int(Priority.SKIP))
        if self._totals.wanted_files:
            # If nothing is ticked, the user wants nothing of it.
            freed = {index: self._asked.get(index, int(Priority.NORMAL)) for index in before - now}
            wishes |= {index: level for index, level in freed.items() if chosen.get(index) == Priority.SKIP}
        self._leaves = leaves
        self.tree.leave_out(now)
        self.tree.wish(wishes)
        self._remark()

    def rename(self, files: Sequence[File]) -> None:
        """The same files are saved under other paths; what is ticked stays so."""
        chosen = self.tree.priorities()
        known = bytes(map(chosen.get, FileList.of(files).indices, repeat(int(Priority.NORMAL)))) if chosen else ()
        self._files = files
        self.tree.set_files(files, known)
        self._look_at_names()
        self._on_changed()

    @property
    def files(self) -> Sequence[File]:
        """Those to choose from, with the paths that they are saved under."""
        return self._files

    @property
    def skipped(self) -> list[int]:
        """Indices of the files that are not ticked."""
        priorities = self.tree.priorities()
        return list(compress(priorities, map(not_, priorities.values())))

    def priorities(self) -> dict[int, int]:
        """File index -> 0-7, where it is another than normal or than what the link asked for."""
        normal = dict.fromkeys(self._asked, int(Priority.NORMAL))
        return {**normal, **self.tree.priorities()}

    def _restyle(self) -> None:
        gap = round(8 * self._themes.scale)
        self._row.setSpacing(gap)
        self._below.setSpacing(2 * gap)
        self._column.setSpacing(gap)
        self._stack.setMinimumHeight(round(92 * self._themes.scale))

    def _enable(self, on: bool) -> None:
        for tool in self._tools:
            tool.setEnabled(on)

    def _on_changed(self) -> None:
        self.cost.forget()
        # Adding up 100,000 files takes a moment, and many ask.
        self._totals = self.tree.totals
        self._describe()
        self._remark()
        self.changed.emit()

    def _describe(self) -> None:
        self._sum.setVisible(bool(self._files))
        totals = self._totals
        parts = {"wanted": f"<b>{formats.size(totals.wanted)}</b>", "size": formats.size(totals.size)}
        text = self.tr("{wanted} of {size}, {count} of %n files", "", totals.files)
        self._sum.setText(text.format(count=formats.count(totals.wanted_files), **parts))

    def _all(self) -> None:
        self.filter.settle()
        self.tree.set_all_wanted(True)

    def _none(self) -> None:
        self.filter.settle()
        self.tree.set_all_wanted(False)

    def _fill_menu(self) -> None:
        """Rules are about what the filter finds by now; what is never downloaded can be said before there are files."""
        self.filter.settle()
        self.more.clear()
        if self._files:
            self.view.file_actions.fill_choosing(self.more)
            self.more.addSeparator()
        self.more.addAction(self.tr("Never &download files like…")).triggered.connect(self.patterns_wanted)

    def _columns(self) -> list[Column[FileRow]]:
        """A name that is saved otherwise than its torrent has it says so; nothing is scrolled in a narrow dialog."""
        name, *others = dialog_columns()
        return [replace(telling(name, self._original), tooltip=self._tip, least=_LEAST), *others]

    def _original(self, row: FileRow) -> str:
        """What the torrent has for its name, if that is another."""
        other = self._other_names.get(row.path if row.file is None else row.file)
        return self.tr("in the torrent: {original}").format(original=short(other.original)) if other else ""

    def _tip(self, row: FileRow) -> str:
        """Its path, what that is in the torrent, and what it costs if it is not ticked."""
        text, other = shown(row.path), self._other_names.get(row.path if row.file is None else row.file)
        original = self._preview.originals.get(row.file) if self._preview and row.file is not None else None
        if original is None and other is not None:
            original = other.original
        if original is not None:
            words = self.tr("{path}\nIn the torrent: {original}")
            text = words.format(path=text, original=shown(original[:LONGEST]))
        return "\n".join(filter(None, (text, self.cost.tip(row))))

    def _look_at_names(self) -> None:
        """Those that the files have now."""
        if self._preview is not None:
            self.cost.set_files(self._files, self._preview.piece_size)
            self._other_names = other_names(self._preview.files, self._files, self._preview.originals)

    def _remark(self) -> None:
        """What the user should know of names and of files that are left out."""
        parts, others = [], list(self._other_names.values())
        if self._leaves.everything:
            parts.append(self.tr("All files are like those that are never downloaded, so none is left out."))
        elif count := self.tree.left_out:
            parts.append(self.tr("%n files are left out as always", "", count))
        text = self.tr("“{original}” is saved as “{name}”")
        pairs = [text.format(original=short(other.original), name=short(other.name)) for other in others[:_PAIRS]]
        if len(others) == 1:
            parts += pairs
        elif others:
            parts.append(self.tr("%n names are saved otherwise than in the torrent", "", len(others)))
            if len(others) > len(pairs):
                pairs.append(self.tr("and %n more", "", len(others) - len(pairs)))
        self.remark.setText(breakable(" · ".join(parts)))
        self.remark.setToolTip(plain_tip("\n".join(pairs)))
        self.remark.setVisible(bool(parts))
