# SPDX-License-Identifier: GPL-3.0-or-later
"""The Files tab: the tree with progress and strips, a filter, and what of a skipped file is fetched all the same."""

import asyncio
import json
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from starling.engine.engine import Engine, EngineError
from starling.filelist import FileList
from starling.filequery import not_understood
from starling.i18n import translate
from starling.pieces import PieceMap
from starling.tasks import spawn
from starling.torrent import FileState, Media, Priority, Torrent
from starling.ui.details import file_sentences
from starling.ui.details.file_columns import MEDIA_COLUMNS, PIECE_COLUMNS, columns, has_media
from starling.ui.details.file_commands import FileCommands
from starling.ui.details.hint import INFO, OK, WARN, HintBar
from starling.ui.details.legend import Item, Legend, strip_items
from starling.ui.details.page import Page
from starling.ui.details.sentence import Segment, SentenceRow, rich, strong
from starling.ui.details.strips import StripCache
from starling.ui.files import skipping
from starling.ui.files.node import FileRow
from starling.ui.files.sharing import Sharing
from starling.ui.files.tree import FileTree
from starling.ui.files.view import FileView
from starling.ui.filterfield import FilterField
from starling.ui.icons import icon
from starling.ui.theme import ThemeManager

_FILTER_WIDTH = 190
_TOLD_AT_MOST = 1000
"""Files of a folder for which it is worked out what skipping them costs."""
_LOOKED_FOR = 2000
"""Skipped files that are looked for on disk at a time."""
_LOOKED_AT = 5000
"""Names of files that are looked at before the event loop runs again."""
_SELECTED_AT_MOST = 1000
"""Files that somebody else asks to be selected."""
_NOTHING: Mapping[int, Media] = {}


class Fetched(NamedTuple):
    """What the tab asks for."""

    files: FileList
    state: FileState
    at: float
    """When the state was so, by a clock that only goes forward."""
    pieces: PieceMap | None
    media: Mapping[int, Media]


class FilesPage(Page):
    """The tree of the selected torrent."""

    def __init__(self, engine: Engine, themes: ThemeManager) -> None:
        super().__init__(themes, "files", translate("Details", "Files"))
        self._engine = engine
        self._fetched: Fetched | None = None
        self._sharing: Sharing | None = None
        self._media_of: tuple[FileList, bool] = (FileList(), False)
        """Files, and whether there is video or audio among them."""
        self._in_folder: dict[int, bool] = {}
        """Of the skipped files in sight, by index: whether they lie in the download folder."""
        self._looking: asyncio.Task[None] | None = None
        self._awaited: tuple[int, ...] = ()
        """Files that shall be selected as soon as they are shown."""
        self._pointed: tuple[int, ...] = ()
        """Files that shall be selected when somebody comes to look."""
        self._strips = StripCache()
        self.tree = FileTree(columns(self._strips, self._tip, self._plays), decides=False, parent=self)
        self.view = FileView(self.tree, themes)
        self.tree.sort_by("name", falling=False)
        self.view.setAccessibleName(self.tr("Files"))
        self.commands = FileCommands(engine, self.view, self.tree)
        self.view.file_actions.serve(self.commands, in_list=True)
        self.filter = FilterField(themes, _FILTER_WIDTH)
        self.filter.setPlaceholderText(self.tr("Find files"))
        self.filter.setToolTip(self.tr("Finds words, *.mkv, size>100M, ext:srt,sub; a - before one excludes"))
        self.filter.setAccessibleName(self.tr("Find files"))
        self.choose = QToolButton()
        self._build(themes)
        self._connect()

    def _build(self, themes: ThemeManager) -> None:
        self.choose.setToolTip(self.tr("Choose files"))
        self.choose.setAccessibleName(self.tr("Choose files"))
        self.choose.setAutoRaise(True)
        self.choose.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.choose.setMenu(QMenu(self.choose))
        self.sentence = SentenceRow(themes, legend=Legend(themes, _legend), buttons=(self.filter, self.choose))
        self.hint = HintBar(themes)
        for widget in (self.sentence, self.view, self.hint):
            self.rows.addWidget(widget)
        self._show_filter()
        self._restyle()

    def _connect(self) -> None:
        self.tree.changed.connect(self._wished)
        self.tree.settled.connect(self._on_settled)
        self.view.picked.connect(self._hint)
        self.view.columns.changed.connect(self.changed)
        self.view.shape_changed.connect(self.changed)
        self.commands.told.connect(self.told)
        self.commands.played.connect(self._on_played)
        self.filter.filtered.connect(self._find)
        self.filter.left.connect(self.view.setFocus)
        self.choose.menu().aboutToShow.connect(self._fill_choose)
        self.themes.changed.connect(self._restyle)

    # -- as a page

    async def fetch(self, engine: Engine, torrent_id: str) -> Fetched:
        """Names, progress and priorities; of pieces and media only what is shown."""
        files = await engine.details.files(torrent_id)
        state = await engine.details.file_state(torrent_id)
        at = time.monotonic()
        # Without their size nobody can say what skipping a file costs, nor without the pieces what of it is here.
        wanted = self._sharing is None or Priority.SKIP in state.priorities or self._shows(PIECE_COLUMNS)
        pieces = (await engine.details.facts(torrent_id)).pieces if wanted else None
        media = _NOTHING
        if await self._look_for_media(files):
            media = await engine.details.media(torrent_id, self._in_sight())
        return Fetched(files, state, at, pieces, media)

    def take(self, torrent: Torrent, fetched: Fetched) -> None:
        """Show them."""
        before, self._fetched = self._fetched, fetched
        if before is None or before.files is not fetched.files:
            self.tree.set_files(fetched.files, fetched.state.priorities)
            self._sharing = None
            self._in_folder = {}
            self._show_filter()
        if self._sharing is None and fetched.pieces:
            self._sharing = Sharing(fetched.files, fetched.pieces.size)
        self._strips.set_pieces(fetched.pieces)
        self.tree.set_pieces(fetched.pieces)
        self.tree.set_media(fetched.media)
        self.tree.set_state(fetched.state, fetched.at)
        self.view.folder, self.view.torrent = torrent.save_path, torrent
        self.view.columns.set_idle(() if self._media_of[1] else MEDIA_COLUMNS)
        self.view.file_actions.follow()
        self._say_if_nothing()
        self.sentence.show_words(file_sentences.how_much(self.tree.totals))
        self._hint()
        self._look_for_skipped(torrent.id)
        self._find_pointed()
        self._find_awaited()

    def clear(self) -> None:
        """Nothing is known yet."""
        self._fetched = self._sharing = None
        self._awaited = self._pointed = ()
        self._in_folder = {}
        self._strips.clear()
        self.filter.clear()
        self.filter.tell()
        self.tree.clear_files()
        self.view.folder, self.view.torrent = "", None
        self.view.set_empty_text("")
        self.view.file_actions.follow()
        self.sentence.show_words([])
        self.hint.say([])

    def fill_menu(self, menu: QMenu) -> None:
        """What can be done to the selected files."""
        self.view.fill_menu(menu)

    def main_widget(self) -> QWidget:
        """The tree."""
        return self.view

    def save_state(self) -> str:
        """Columns and sorting, and whether it is a tree."""
        return json.dumps({**json.loads(self.view.save_state()), "flat": self.tree.flat}, separators=(",", ":"))

    def restore_state(self, state: str) -> None:
        """Take them over."""
        if self.view.restore_state(state):
            self.view.flat(json.loads(state).get("flat") is True)

    # -- what the window asks

    def find_files(self) -> None:
        """Give the filter the keyboard, or the tree where there is nothing to find."""
        several = self._fetched is None or len(self._fetched.files) > 1
        (self.filter if several else self.view).setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def show_files(self, indices: Sequence[int]) -> None:
        """Select the files with these indices, now or as soon as they are known; their folders unfold."""
        self.filter.clear()
        self.filter.tell()
        self._awaited, self._pointed = tuple(indices[:_SELECTED_AT_MOST]), ()
        self._find_awaited()

    def point_at(self, indices: Sequence[int]) -> None:
        """Select these when the tab is looked at next, unless what it shows is filtered then."""
        self._pointed = tuple(indices)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the filter."""
        if event.key() == Qt.Key.Key_Escape and self.filter.hasFocus():
            self.view.setFocus()
        else:
            super().keyPressEvent(event)

    # -- within

    def _shows(self, keys: tuple[str, ...]) -> bool:
        visible = set(self.view.columns.visible())
        return any(self.tree.column_number(key) in visible for key in keys)

    async def _look_for_media(self, files: FileList) -> bool:
        if self._media_of[0] is not files:
            found = False
            for start in range(0, len(files), _LOOKED_AT):
                if found := has_media(files.paths[start : start + _LOOKED_AT]):
                    break
                await asyncio.sleep(0)
            self._media_of = files, found
        return self._media_of[1]

    def _rows_in_sight(self) -> Sequence[FileRow]:
        first = self.view.indexAt(QPoint(0, 0)).row()
        if first < 0:
            return []
        return self.tree.rows()[first : first + self.view.viewport().height() // self.view.row_height + 2]

    def _in_sight(self) -> list[int]:
        """Indices of the files that are on screen."""
        return [row.file for row in self._rows_in_sight() if row.file is not None]

    def _look_for_skipped(self, id: str) -> None:
        """Find out where the skipped files lie of which somebody may ask now."""
        if self._looking is not None and not self._looking.done():
            return
        rows = [*self._rows_in_sight(), *filter(None, [self._selected()])]
        keys = [row.key for row in rows if row.priority == Priority.SKIP and row.files <= _TOLD_AT_MOST]
        if keys:
            self._looking = spawn(self._look(id, self.tree.indices(keys)[:_LOOKED_FOR]), name="skipped files")

    async def _look(self, id: str, indices: Sequence[int]) -> None:
        files = self._fetched.files if self._fetched else None
        # It may be gone by now, and then there is nothing to say of its files.
        with suppress(EngineError):
            there = await self._engine.contents.in_folder(id, indices)
            if self._fetched and self._fetched.files is files:
                self._in_folder = {index: index in there for index in indices}
                self._hint()

    def _wished(self, priorities: dict[int, int]) -> None:
        if self.view.torrent:
            self._engine.contents.set_priorities(self.view.torrent.id, priorities)

    def _find(self, text: str) -> None:
        self.tree.set_filter(text)
        self.view.file_actions.follow()
        self._hint()

    def _on_settled(self) -> None:
        self._say_if_nothing(settled=True)
        self._find_awaited()

    def _find_pointed(self) -> None:
        pointed, self._pointed = self._pointed, ()
        if pointed and not self.tree.filtering:
            self._awaited = pointed[:_SELECTED_AT_MOST]

    def _find_awaited(self) -> None:
        if not self._awaited or self._fetched is None or self.tree.building or self.tree.filtering:
            return
        wanted = self._awaited
        folders: set[str] = set()
        for found in filter(None, map(self.tree.find, wanted)):
            path = found.path
            while (path := path.rpartition("/")[0]) and path not in folders:
                folders.add(path)
        rows = map(self.tree.find, sorted(folders))
        folded = [row.path for row in rows if row is not None and not row.expanded]
        if folded:
            # Each brings us back here as soon as it is shown.
            self.tree.fold(folded[0], True)
        elif not self.tree.busy:
            self._awaited = ()
            self.view.select_keys(wanted)

    def _say_if_nothing(self, *, settled: bool = False) -> None:
        torrent = self.view.torrent
        if torrent is not None and not torrent.has_metadata:
            words = self.tr("The files are not known yet: their list comes from the first peers.")
        elif self.tree.filtering and (settled or not self.tree.busy):
            words = self.tr("No file matches {text}.").format(text=self.filter.text().strip())
        else:
            words = ""
        if words != self.view.empty_text:
            self.view.set_empty_text(words)

    def _show_filter(self) -> None:
        """Where there is one file there is nothing to find."""
        several = self._fetched is not None and len(self._fetched.files) > 1
        self.filter.setVisible(several)
        self.choose.setVisible(several)

    def _fill_choose(self) -> None:
        menu = self.choose.menu()
        menu.clear()
        self.view.file_actions.fill_choosing(menu)

    def _on_played(self) -> None:
        self.view.file_actions.follow()
        self._hint()

    def _hint(self) -> None:
        """Below the tree: what the filter leaves out of account, what the selected row costs, or what is played."""
        if unclear := not_understood(self.filter.text()):
            words = self.tr("{term} is not understood, and filters nothing.")
            self.hint.say(rich(words, {"term": strong(unclear[0])}), WARN)
            return
        row = self._selected()
        about = self._skipped(row) if row is not None else None
        main = skipping.sentence(about) if about else []
        more, tone = skipping.whereabouts(about) if about and main else "", INFO
        if not main and (playback := self.commands.playback):
            main, more = file_sentences.how_soon(playback)
            tone = OK if playback.playable else INFO
        self.hint.say(main, tone, more=[Segment(more)] if more else [])

    def _selected(self) -> FileRow | None:
        """The only selected row."""
        spans = self.view.selected_spans()
        return self.tree.row(spans[0][0]) if len(spans) == 1 and spans[0][0] == spans[0][1] else None

    def _tip(self, row: FileRow) -> str:
        about = self._skipped(row)
        return skipping.tip(about) if about else ""

    def _plays(self, row: FileRow) -> bool:
        playback = self.commands.playback
        return playback is not None and playback.playable and playback.index == row.file

    def _skipped(self, row: FileRow) -> skipping.Skipped | None:
        """What there is to say of a skipped row; None of one that is wanted."""
        fetched, sharing = self._fetched, self._sharing
        if fetched is None or sharing is None or row.priority != Priority.SKIP or row.files > _TOLD_AT_MOST:
            return None
        indices = self.tree.indices([row.key])
        places = [sharing.place(index) for index in indices]
        done = fetched.state.done
        return skipping.skipped(
            row.name,
            fetched.files,
            sharing,
            fetched.state.priorities,
            places,
            pieces=row.pieces,
            done=row.done,
            have=fetched.pieces.have if fetched.pieces else b"",
            place=skipping.placed(
                [(done[place], self._in_folder.get(index)) for place, index in zip(places, indices, strict=True)]
            ),
        )

    def _restyle(self) -> None:
        self.choose.setIcon(icon("select-all", self.themes.theme.text, self.themes.theme.faint))
        self.choose.setIconSize(QSize(16, 16) * self.themes.scale)


def _legend() -> list[Item]:
    return strip_items(skipped=True)
