# SPDX-License-Identifier: GPL-3.0-or-later
"""The Files tab: the tree with progress and strips, and what of a skipped file is fetched all the same."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from starling import formats
from starling.engine.engine import Engine
from starling.i18n import translate
from starling.torrent import File, FileState, PieceMap, Priority, Torrent
from starling.ui.cells import Context
from starling.ui.column import Align, Column
from starling.ui.details.hint import HintBar
from starling.ui.details.legend import Item, Legend, strip_items
from starling.ui.details.page import Page
from starling.ui.details.sentence import Segment, SentenceRow, rich, strong
from starling.ui.details.strips import StripCache
from starling.ui.files import skipping
from starling.ui.files.columns import muted_if_skipped, name_column, priority_column, size_column
from starling.ui.files.node import FileRow
from starling.ui.files.sharing import Sharing
from starling.ui.files.tree import FileTree
from starling.ui.files.view import FileView
from starling.ui.theme import ThemeManager

_STRIP = 12
_TOLD_AT_MOST = 1000
"""Files of a folder for which it is worked out what skipping them costs."""


class Fetched(NamedTuple):
    """What the tab asks for."""

    files: tuple[File, ...]
    state: FileState
    pieces: PieceMap | None


def columns(strips: StripCache) -> list[Column[FileRow]]:
    """The columns of a torrent that runs."""

    def paint_strip(painter: QPainter, rect: QRect, row: FileRow, ctx: Context) -> None:
        height = ctx.px(_STRIP)
        place = QRect(rect.left(), rect.top() + (rect.height() - height) // 2, rect.width(), height)
        strips.draw(painter, place, row.key, row.spans, row.priority == Priority.SKIP, ctx)

    def number(
        key: str,
        title: str,
        value: Callable[[FileRow], float],
        text: Callable[[FileRow], str],
        width: int,
        help: str = "",
    ) -> Column[FileRow]:
        return Column(
            key=key,
            title=title,
            value=value,
            text=text,
            width=width,
            align=Align.RIGHT,
            colour=muted_if_skipped,
            help=help,
            hidden=key in {"remaining", "first"},
        )

    return [
        name_column(),
        size_column(),
        number("done", translate("Files", "Done"), lambda row: row.done, lambda row: formats.size(row.done), 72),
        number("percent", "%", lambda row: row.part, _percent, 62),
        Column(
            key="strip",
            title=translate("Files", "Pieces"),
            value=lambda row: row.part,
            text=lambda row: "",
            spoken=_percent,
            width=148,
            spare=True,
            falling=True,
            paint=paint_strip,
            help=translate("Files", "The file's own pieces, from its beginning to its end."),
        ),
        number(
            "pieces",
            translate("Files", "№", "number of pieces"),
            lambda row: row.pieces,
            lambda row: formats.count(row.pieces),
            62,
            translate("Files", "How many pieces it touches; the first and the last may be shared with its neighbours."),
        ),
        priority_column(),
        number(
            "remaining",
            translate("Files", "Remaining"),
            lambda row: row.size - row.done,
            lambda row: formats.size(row.size - row.done),
            84,
        ),
        number(
            "first",
            translate("Files", "First piece"),
            lambda row: row.spans[0][0] if row.spans else -1,
            lambda row: formats.count(row.spans[0][0]) if row.spans else "",
            84,
        ),
    ]


class FilesPage(Page):
    """The tree of the selected torrent."""

    def __init__(self, engine: Engine, themes: ThemeManager) -> None:
        super().__init__(themes)
        self._engine = engine
        self._torrent: Torrent | None = None
        self._fetched: Fetched | None = None
        self._sharing: Sharing | None = None
        self._strips = StripCache()
        self.tree = FileTree(columns(self._strips), decides=False, parent=self)
        self.view = FileView(self.tree, themes)
        self.tree.sort_by("name", falling=False)
        self.view.setAccessibleName(self.tr("Files"))
        self.sentence = SentenceRow(themes, legend=Legend(themes, _legend))
        self.hint = HintBar(themes)
        for widget in (self.sentence, self.view, self.hint):
            self.rows.addWidget(widget)
        self.tree.changed.connect(self._wished)
        self.view.picked.connect(self._say_what_is_shared)
        self.view.columns.changed.connect(self.changed)

    async def fetch(self, engine: Engine, torrent_id: str) -> Fetched:
        """Names, progress and priorities; pieces only while their strips are shown."""
        files = await engine.details.files(torrent_id)
        state = await engine.details.file_state(torrent_id)
        pieces = (await engine.details.facts(torrent_id)).pieces if self._shows_strips() else None
        return Fetched(files, state, pieces)

    def take(self, torrent: Torrent, fetched: Fetched) -> None:
        """Show them."""
        before, self._fetched, self._torrent = self._fetched, fetched, torrent
        self._strips.set_pieces(fetched.pieces)
        if before is None or before.files != fetched.files:
            self.tree.set_files(fetched.files, fetched.state.priorities)
            self._sharing = None
        if self._sharing is None and fetched.pieces:
            self._sharing = Sharing(fetched.files, fetched.pieces.size)
        self.view.folder = torrent.save_path
        self.tree.set_state(fetched.state)
        self.view.set_empty_text(
            ""
            if torrent.has_metadata
            else self.tr("The files are not known yet: their list comes from the first peers.")
        )
        if fetched.pieces is not (before.pieces if before else None):
            self.view.viewport().update()
        self._say_how_much()
        self._say_what_is_shared()

    def clear(self) -> None:
        """Nothing is known yet."""
        self._fetched = self._torrent = self._sharing = None
        self._strips.clear()
        self.tree.clear_files()
        self.view.set_empty_text("")
        self.sentence.show_words([])
        self.hint.say([])

    def main_widget(self) -> QWidget:
        """The tree."""
        return self.view

    def save_state(self) -> str:
        """Columns and sorting."""
        return self.view.save_state()

    def restore_state(self, state: str) -> None:
        """Take them over."""
        self.view.restore_state(state)

    def _shows_strips(self) -> bool:
        number = self.tree.column_number("strip")
        return number in self.view.columns.visible()

    def _wished(self, priorities: dict[int, int]) -> None:
        if self._torrent:
            self._engine.contents.set_priorities(self._torrent.id, priorities)

    def _say_how_much(self) -> None:
        totals = self.tree.totals
        if not totals.files:
            self.sentence.show_words([])
            return
        values = {
            "done": _size(totals.wanted_done),
            "wanted": _size(totals.wanted),
            "chosen": Segment(formats.count(totals.wanted_files)),
            "all": Segment(formats.count(totals.files)),
        }
        if not totals.wanted_files:
            words = self.tr("Every file is skipped: nothing is downloaded.")
        elif totals.files == 1:
            words = self.tr("{done} of {wanted}")
        elif totals.wanted_done >= totals.wanted:
            words = self.tr("All {wanted} you want are here, in {chosen} of {all} files.")
        else:
            words = self.tr("{done} of the {wanted} you want, in {chosen} of {all} files")
        self.sentence.show_words(rich(words, values))

    def _say_what_is_shared(self) -> None:
        keys = self.view.selected_keys()
        row = self.tree.find(keys[0]) if len(keys) == 1 else None
        about = self._skipped(row) if row is not None else None
        main = skipping.sentence(about) if about else []
        more = skipping.whereabouts(about) if about else ""
        self.hint.say(main, more=[Segment(more)] if more else [])

    def _skipped(self, row: FileRow) -> skipping.Skipped | None:
        """What there is to say of a skipped row; None of one that is wanted."""
        fetched, sharing = self._fetched, self._sharing
        if fetched is None or sharing is None or row.priority != Priority.SKIP:
            return None
        indices = self.tree.indices([row.key])
        if len(indices) > _TOLD_AT_MOST:
            return None
        return skipping.skipped(
            row.name,
            fetched.files,
            sharing,
            fetched.state.priorities,
            [sharing.place(index) for index in indices],
            pieces=row.pieces,
            done=row.done,
            have=fetched.pieces.have if fetched.pieces else b"",
        )


def _legend() -> list[Item]:
    return strip_items(skipped=True)


def _size(count: int) -> Segment:
    return strong(formats.size(count))


def _percent(row: FileRow) -> str:
    # An empty file is complete from the beginning: a percentage would say nothing of it.
    return formats.percent(row.part) if row.size else ""
