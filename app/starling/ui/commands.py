# SPDX-License-Identifier: GPL-3.0-or-later
"""What the actions do: each method bears the key of its row in `actions`."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from starling import settings, showing
from starling.engine.engine import Engine
from starling.items import items_of
from starling.settings import Settings
from starling.tasks import spawn
from starling.torrent import QueueMove, Torrent
from starling.ui import rarewords
from starling.ui.dialogs.asking import ask, choose_torrents
from starling.ui.incoming import Incoming
from starling.ui.lastcopies import Deed, LastCopies

_FOLDERS_AT_ONCE = 5


class Commands(QObject):
    """Turns a wish of the user into calls of the engine, for whatever is selected."""

    quit_wanted = Signal()
    notice_wanted = Signal(str)
    """A sentence worth an info notice."""

    def __init__(
        self,
        window: QWidget,
        engine: Engine,
        chosen: Settings,
        incoming: Incoming,
        selected: Callable[[], Sequence[Torrent]],
    ) -> None:
        """`selected` gives the torrents that commands without arguments are for."""
        super().__init__(window)
        self._window = window
        self._engine = engine
        self._settings = chosen
        self._incoming = incoming
        self._selected = selected
        self._last_copies = LastCopies(engine, chosen)

    # -- files and links

    def open_files(self) -> None:
        spawn(self._open_files(), name="open torrents")

    def open_link(self) -> None:
        spawn(self._open_link(), name="open link")

    def paste(self) -> None:
        items = items_of(QGuiApplication.clipboard().mimeData())
        if items:
            self._incoming.open(items)
        else:
            self.notice_wanted.emit(self.tr("There is no link, info-hash or .torrent file on the clipboard."))

    def quit(self) -> None:
        self.quit_wanted.emit()

    def excluded_files(self) -> None:
        # Dialogs are read when they are opened: the start does not pay for them.
        from starling.ui.dialogs.excluded import ExcludedDialog

        spawn(ask(ExcludedDialog(self._settings, self._window)), name="excluded files")

    def banned_peers(self) -> None:
        from starling.ui.dialogs.banned import BannedDialog

        spawn(ask(BannedDialog(self._settings, self._window)), name="banned peers")

    def ip_filter(self) -> None:
        from starling.ui.dialogs.ipfilter import IpFilterDialog

        spawn(ask(IpFilterDialog(self._engine, self._settings, self._window)), name="ip filter")

    # -- torrents

    def start(self) -> None:
        self._engine.start(self._ids())

    def force_start(self) -> None:
        self._engine.force_start(self._ids())

    def pause(self) -> None:
        torrents = list(self._selected())
        if self._last_copies.concerns(torrents):
            spawn(self._pause(torrents), name="pause")
        else:
            self._engine.pause([torrent.id for torrent in torrents])

    def recheck(self) -> None:
        self._engine.recheck(self._ids())

    def reannounce(self) -> None:
        self._engine.reannounce(self._ids())

    def queue_top(self) -> None:
        self._engine.queue.move(self._ids(), QueueMove.TOP)

    def queue_up(self) -> None:
        self._engine.queue.move(self._ids(), QueueMove.UP)

    def queue_down(self) -> None:
        self._engine.queue.move(self._ids(), QueueMove.DOWN)

    def queue_bottom(self) -> None:
        self._engine.queue.move(self._ids(), QueueMove.BOTTOM)

    def sequential(self, on: bool) -> None:
        self._engine.set_sequential(self._ids(), on)

    def first_last(self, on: bool) -> None:
        self._engine.contents.set_first_last(self._ids(), on)

    def remove(self) -> None:
        spawn(self._remove(data=False), name="remove")

    def remove_data(self) -> None:
        spawn(self._remove(data=True), name="remove")

    def open_folder(self) -> None:
        if torrents := list(self._selected())[:_FOLDERS_AT_ONCE]:
            spawn(self._show_in_folders(torrents), name="open folder")

    def copy_name(self) -> None:
        _to_clipboard(torrent.name for torrent in self._selected())

    def copy_hash(self) -> None:
        _to_clipboard(torrent.hash_v1 or torrent.hash_v2 for torrent in self._selected())

    def copy_path(self) -> None:
        _to_clipboard(dict.fromkeys(torrent.save_path for torrent in self._selected()))

    def copy_magnet(self) -> None:
        spawn(self._copy_magnets(), name="copy magnet links")

    # -- view

    def slow_mode(self, on: bool) -> None:
        self._settings.set(settings.speed.SLOW_MODE, on)

    def colours_system(self, _on: bool) -> None:
        self._settings.set(settings.appearance.THEME, settings.appearance.Appearance.SYSTEM)

    def colours_light(self, _on: bool) -> None:
        self._settings.set(settings.appearance.THEME, settings.appearance.Appearance.LIGHT)

    def colours_dark(self, _on: bool) -> None:
        self._settings.set(settings.appearance.THEME, settings.appearance.Appearance.DARK)

    def about(self) -> None:
        from starling.ui.dialogs.about import AboutDialog

        spawn(ask(AboutDialog(self._window)), name="about")

    # -- within

    def _ids(self) -> list[str]:
        return [torrent.id for torrent in self._selected()]

    async def _open_files(self) -> None:
        paths = await choose_torrents(self._window, self._settings.get(settings.downloads.SAVE_PATH))
        if paths:
            self._incoming.open(paths)

    async def _open_link(self) -> None:
        from starling.ui.dialogs.link import LinkDialog

        dialog = LinkDialog(self._window)
        if await ask(dialog):
            self._incoming.open(dialog.items())

    async def _show_in_folders(self, torrents: Sequence[Torrent]) -> None:
        """Shows what the torrents consist of, selected in their folders; the folders alone of what is not known yet."""
        places = []
        for torrent in torrents:
            files = await self._engine.details.files(torrent.id)
            top = files[0].path.partition("/")[0] if files else ""
            if files and top == files[0].path:
                top = (await self._engine.contents.on_disk(torrent.id, [files[0].index])).get(files[0].index, top)
            places.append(f"{torrent.save_path.rstrip('/')}/{top}")
        await showing.show(places)

    async def _remove(self, *, data: bool) -> None:
        from starling.ui.dialogs.remove import RemoveDialog

        torrents = list(self._selected())
        if not torrents:
            return
        rare = await self._last_copies.among(torrents)
        if self._settings.get(settings.downloads.CONFIRM_REMOVE) or data:
            warning = rarewords.warnings(rare)
            dialog = RemoveDialog(torrents, self._settings, data=data, warning=warning, parent=self._window)
            if not await ask(dialog):
                return
            data = dialog.data
        elif not await self._last_copies.agreed(rare, Deed.REMOVE, self._window):
            return
        await self._engine.remove([torrent.id for torrent in torrents], data=data)

    async def _pause(self, torrents: Sequence[Torrent]) -> None:
        rare = await self._last_copies.among(torrents)
        if await self._last_copies.agreed(rare, Deed.PAUSE, self._window):
            self._engine.pause([torrent.id for torrent in torrents])

    async def _copy_magnets(self) -> None:
        if links := await self._engine.details.magnets(self._ids()):
            _to_clipboard(links)


def _to_clipboard(lines: Iterable[str]) -> None:
    QGuiApplication.clipboard().setText("\n".join(lines))
