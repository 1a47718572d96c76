# SPDX-License-Identifier: GPL-3.0-or-later
"""What the actions of the Files tab do with files of a torrent in the list; each method bears the key of its row."""

from collections.abc import Awaitable, Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from starling import formats, showing
from starling.engine.engine import Engine
from starling.errors import UserError
from starling.playback import Playback
from starling.spelling import shown
from starling.tasks import spawn
from starling.torrent import Priority, Torrent
from starling.ui.dialogs.asking import ask
from starling.ui.files.node import FileRow
from starling.ui.files.tree import FileTree
from starling.ui.files.view import FileView

_SHOWN_AT_ONCE = 50


class FileCommands(QObject):
    """For the selected rows of a view whose `torrent` is known."""

    told = Signal(str)
    """A sentence about what was asked for."""
    played = Signal()
    """What is played has come further: see `playback`."""

    def __init__(self, engine: Engine, view: FileView, tree: FileTree) -> None:
        super().__init__(view)
        self._engine, self._view, self._tree = engine, view, tree
        self._playbacks: dict[str, Playback] = {}
        """By torrent."""
        self._awaited: set[tuple[str, int]] = set()
        """Files that a player shall open as soon as it can."""
        engine.playing_changed.connect(self._on_playback)
        view.activated.connect(self._activated)

    @property
    def playback(self) -> Playback | None:
        """How far the file of this torrent is that is fetched for playing."""
        torrent = self._view.torrent
        return self._playbacks.get(torrent.id) if torrent else None

    # -- actions

    def open(self) -> None:
        if found := self._one():
            spawn(self._open(*found), name="open file")

    def show(self) -> None:
        torrent = self._view.torrent
        rows = self._tree.rows_in(self._view.chosen_spans())[:_SHOWN_AT_ONCE]
        if torrent and rows:
            spawn(self._show(torrent, rows), name="show files")

    def rename(self) -> None:
        if found := self._one():
            spawn(self._ask_name(*found), name="rename")

    def recheck(self) -> None:
        if torrent := self._view.torrent:
            spawn(self._recheck(torrent.id, self._tree.indices(self._view.chosen())), name="recheck files")

    def first_last(self, on: bool) -> None:
        if torrent := self._view.torrent:
            self._engine.contents.set_first_last([torrent.id], on)

    def play(self, on: bool) -> None:
        found = self._one()
        if not found or (index := found[1].file) is None:
            return
        torrent, row = found
        if not on:
            self._awaited.discard((torrent.id, index))
            self._engine.playing.stop(torrent.id)
        elif row.done >= row.size:
            spawn(self._open(torrent, row), name="open file")
            self._view.file_actions.follow()
        else:
            self._awaited.add((torrent.id, index))
            self._engine.playing.play(torrent.id, index)

    # -- within

    def _one(self) -> tuple[Torrent, FileRow] | None:
        torrent, row = self._view.torrent, self._view.about_chosen().row
        return (torrent, row) if torrent and row else None

    def _activated(self) -> None:
        found = self._one()
        if found and found[1].has_children:
            self._view.fold(found[1].key, not found[1].expanded)
        else:
            self.open()

    async def _open(self, torrent: Torrent, row: FileRow) -> None:
        playback = self.playback
        playable = playback is not None and playback.playable and playback.index == row.file
        if not row.has_children and row.done < row.size and not playable:
            raise UserError(self._why_not(row))
        if row.file is not None and row.priority == Priority.SKIP:
            # Complete through its neighbours' pieces, or put aside with them: then there is nothing to open yet.
            kept = self._why_not(row) if not row.size else self._kept(row)
            if row.file not in await self._engine.contents.in_folder(torrent.id, [row.file]):
                raise UserError(kept)
        await showing.open_path(*await self._places(torrent, [row]))

    async def _show(self, torrent: Torrent, rows: Sequence[FileRow]) -> None:
        await showing.show(await self._places(torrent, rows))

    async def _places(self, torrent: Torrent, rows: Sequence[FileRow]) -> list[str]:
        """Where the files and folders are on disk: those that are unfinished may have other names there."""
        names = await self._engine.contents.on_disk(torrent.id, [row.file for row in rows if row.file is not None])
        top = torrent.save_path.rstrip("/")
        return [f"{top}/{row.path if row.file is None else names.get(row.file, row.path)}" for row in rows]

    def _kept(self, row: FileRow) -> str:
        return self.tr("{name} is skipped and kept aside: tick its box to have it in your folder.").format(
            name=shown(row.name)
        )

    def _why_not(self, row: FileRow) -> str:
        name = shown(row.name)
        if row.priority == Priority.SKIP:
            return self.tr("{name} is skipped: tick its box, and open it once it is here.").format(name=name)
        media = row.media
        if media is not None and not media.failed and media.duration:
            words = self.tr(
                "Only {percent} of {name} are here: “Play from the start” fetches what a player needs first."
            )
        else:
            words = self.tr("Only {percent} of {name} are here: it can be opened once it is complete.")
        return words.format(percent=formats.percent(row.part), name=name)

    async def _ask_name(self, torrent: Torrent, row: FileRow) -> None:
        # Dialogs are read when they are opened: the start does not pay for them.
        from starling.ui.files.renaming import RenameDialog

        head, _, name = row.path.rpartition("/")
        rename: Callable[[str], Awaitable[None]] = partial(self._rename, torrent.id, row, head)
        await ask(RenameDialog(self._view.window(), name, folder=row.has_children, rename=rename))

    async def _rename(self, id: str, row: FileRow, head: str, name: str) -> None:
        path = f"{head}/{name}" if head else name
        folder = row.has_children
        await self._engine.contents.rename(id, row.path, path)
        if folder:
            self._view.await_folder(id, path)

    async def _recheck(self, id: str, indices: list[int]) -> None:
        self.told.emit(await self._engine.contents.recheck_files(id, indices))

    def _on_playback(self, playback: Playback) -> None:
        if playback.ended:
            self._playbacks.pop(playback.id, None)
            self._view.playing.pop(playback.id, None)
        else:
            self._playbacks[playback.id] = playback
            self._view.playing[playback.id] = playback.index
        file = playback.id, playback.index
        if file in self._awaited and (playback.playable or playback.ended):
            self._awaited.discard(file)
            if playback.playable:
                spawn(showing.open_path(playback.path), name="open player")
        self.played.emit()
