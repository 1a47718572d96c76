# SPDX-License-Identifier: GPL-3.0-or-later
"""What is done with labels: given and taken in the Torrent menu, made, edited, ordered and removed in the sidebar."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QStyle, QWidget

from starling import formats
from starling.labels import Label
from starling.settings.labels import LABELS
from starling.spelling import shortened, shown
from starling.tasks import spawn
from starling.torrent import Torrent
from starling.ui.dialogs.asking import ask
from starling.ui.dialogs.means import Means
from starling.ui.filters import Filter, Section
from starling.ui.labelbook import LabelBook, Taken
from starling.ui.labelcolours import Tick, tick_icon
from starling.ui.notice import NoticeBar
from starling.ui.sidebar import Sidebar

_NAME = 60


class LabelCommands(QObject):
    """For whatever is selected; dialogs are read when they are opened: the start does not pay for them."""

    def __init__(
        self,
        window: QWidget,
        means: Means,
        book: LabelBook,
        notices: NoticeBar,
        sidebar: Sidebar,
        selected: Callable[[], Sequence[Torrent]],
        show_setting: Callable[[str], None],
    ) -> None:
        """`show_setting` opens the preferences at the setting of that key."""
        super().__init__(window)
        self._window, self._means, self._book, self._notices = window, means, book, notices
        self._sidebar, self._selected, self._show_setting = sidebar, selected, show_setting
        sidebar.menu_wanted.connect(self._open_menu)
        sidebar.section_menu_wanted.connect(self._open_section_menu)
        sidebar.edit_wanted.connect(self._on_edit)
        sidebar.remove_wanted.connect(self._on_remove)
        sidebar.move_wanted.connect(self._on_move)
        book.changed.connect(self._show)
        self._show()

    # -- actions

    def edit_labels(self) -> None:
        spawn(self._edit_labels(list(self._selected())), name="labels")

    def manage_labels(self) -> None:
        self._show_setting(LABELS.key)

    def label_rules(self) -> None:
        spawn(self._apply_rules(), name="label rules")

    # -- the menu of torrents

    def fill_menu(self, menu: QMenu, edit: QAction) -> None:
        """Ticks for the selection, a new one, none at all; the action that opens them all to `edit`."""
        from starling.ui.dialogs.labelling import counted, tick_of

        menu.clear()
        chosen, theme = list(self._selected()), self._means.themes.theme
        counts = counted(chosen)
        size = menu.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize, None, menu)
        for name in self._book.names():
            tick = tick_of(counts[name], chosen)
            count = self.tr("{count} of {all}").format(
                count=formats.count(counts[name]), all=formats.count(len(chosen))
            )
            words = shown(name).replace("&", "&&")
            entry = menu.addAction(f"{words}\t{count}" if tick is Tick.SOME else words)
            entry.setCheckable(True)
            entry.setChecked(tick is Tick.ALL)
            entry.setIcon(tick_icon(self._book.colour(name), tick, theme, size, menu.devicePixelRatioF()))
            entry.triggered.connect(partial(self._toggle, name, chosen, tick is not Tick.ALL))
        menu.addSeparator()
        menu.addAction(self.tr("&New label…"), partial(self._on_new, chosen))
        clear = menu.addAction(self.tr("&Remove all labels"), partial(self._clear, chosen))
        clear.setEnabled(any(torrent.labels for torrent in chosen))
        menu.addSeparator()
        menu.addAction(edit)
        # In the Edit menu it has the letter of editing.
        menu.addAction(self.tr("&All labels…"), self.manage_labels)

    # -- giving and taking

    def give(self, name: str, ids: Iterable[str]) -> None:
        """Gives a label to torrents; takes all labels from them if the name is empty."""
        torrents = [found for id in ids if (found := self._means.engine.torrents.get(id)) is not None]
        if name:
            spawn(self._change(torrents, give=[name]), name="label")
        else:
            self._clear(torrents)

    def _toggle(self, name: str, torrents: Sequence[Torrent], on: bool) -> None:
        spawn(self._change(torrents, [name] if on else (), () if on else [name]), name="label")

    def _clear(self, torrents: Sequence[Torrent]) -> None:
        names = dict.fromkeys(name for torrent in torrents for name in torrent.labels)
        spawn(self._change(torrents, take=list(names)), name="labels")

    async def _change(self, torrents: Sequence[Torrent], give: Sequence[str] = (), take: Sequence[str] = ()) -> None:
        from starling.ui.dialogs.labelgone import Change, agreed

        give, ids = self._book.spelt(give), [torrent.id for torrent in torrents]
        removals = await self._book.removals(ids, give, take)
        if not await agreed(Change.GIVE if give else Change.TAKE, removals, self._means, self._window):
            return
        await self._means.engine.labelling.change(ids, give, take)
        for name in give:
            self._offer_move(name, [torrent for torrent in torrents if name not in torrent.labels])

    def _offer_move(self, name: str, torrents: Sequence[Torrent]) -> None:
        """Data elsewhere may be wanted in the folder of a label that they have got now."""
        label = self._book.find(name)
        if label is None or not label.move or not label.folder:
            return
        elsewhere = [torrent for torrent in torrents if torrent.save_path.rstrip("/") != label.folder.rstrip("/")]
        if len(elsewhere) == 1:
            text = self.tr("“{name}” has the label “{label}” now, whose folder is {folder}.")
        else:
            text = self.tr("%n torrents have the label “{label}” now, whose folder is {folder}.", "", len(elsewhere))
        if elsewhere:
            said = text.format(
                name=shortened(shown(elsewhere[0].name), _NAME), label=shown(name), folder=shown(label.folder)
            )
            move = partial(self._on_relocate, [torrent.id for torrent in elsewhere], label.folder)
            self._notices.info(said, (self.tr("&Move there"), move))

    def _on_relocate(self, ids: Sequence[str], folder: str) -> None:
        spawn(self._means.engine.relocation.move(ids, folder), name="move data")

    async def _edit_labels(self, torrents: Sequence[Torrent]) -> None:
        from starling.ui.dialogs.labelling import LabellingDialog

        if not torrents:
            return
        dialog = LabellingDialog(torrents, self._book.names(), self._book.colours, self._means.themes, self._window)
        if await ask(dialog):
            await self._change(torrents, dialog.given, dialog.taken)

    async def _apply_rules(self) -> None:
        from starling.ui.dialogs.labelrules import apply_rules

        await apply_rules(self._book, self._means, self._window)

    # -- the labels themselves

    def _on_new(self, torrents: Sequence[Torrent] = ()) -> None:
        spawn(self._define(Label(""), torrents, new=True), name="new label")

    def _on_edit(self, entry: Filter) -> None:
        if _is_label(entry):
            label = self._book.find(entry.name) or Label(entry.name)
            spawn(self._define(label, (), new=False), name="edit label")

    async def _define(self, label: Label, torrents: Sequence[Torrent], *, new: bool) -> None:
        from starling.ui.dialogs.label import define

        picked = self._sidebar.picked_entry == Filter(Section.LABELS, label.name)
        made = await define(self._means, self._book, label, self._window, new=new)
        if made is None:
            return
        if picked:
            self._sidebar.pick(Filter(Section.LABELS, made.name))
        if torrents:
            await self._change(torrents, give=[made.name])

    def _on_remove(self, entry: Filter) -> None:
        if _is_label(entry):
            spawn(self._remove(entry.name), name="remove label")

    async def _remove(self, name: str) -> None:
        from starling.ui.dialogs.labelgone import Change, kept

        stay = await kept(Change.TAKE, await self._book.removals_without(name), self._means, self._window)
        if stay is None:
            return
        taken = await self._book.remove(name, stay)
        text = self.tr("The label “{label}” is removed.")
        if taken.bearers:
            text = self.tr("The label “{label}” is removed, also from %n torrents.", "", len(taken.bearers))
        self._offer_undo(text.format(label=shortened(shown(name), _NAME)), taken)

    def _offer_undo(self, said: str, taken: Taken) -> None:
        self._notices.info(said, (self.tr("&Undo"), partial(self._on_undo, said, taken)))

    def _on_undo(self, said: str, taken: Taken) -> None:
        spawn(self._put_back(said, taken), name="put label back")

    async def _put_back(self, said: str, taken: Taken) -> None:
        from starling.ui.dialogs.labelgone import Change, kept

        stay = await kept(Change.GIVE, await self._book.removals_put_back(taken), self._means, self._window)
        if stay is None:
            # The notice went with the click.
            self._offer_undo(said, taken)
        else:
            await self._book.put_back(taken, stay)

    def _on_move(self, entry: Filter, step: int) -> None:
        if _is_label(entry):
            spawn(self._move(entry.name, step), name="move label")

    async def _move(self, name: str, step: int) -> None:
        from starling.ui.dialogs.labelgone import Change, agreed

        if await agreed(Change.MOVE, await self._book.removals_moved(name, step), self._means, self._window):
            self._book.move(name, step)

    # -- the sidebar

    def _show(self) -> None:
        self._sidebar.show_labels(self._book.colours)

    def _open_section_menu(self, section: Section, where: QPoint) -> None:
        if section is Section.LABELS:
            menu = QMenu(self._window)
            self._add_common(menu)
            self._pop(menu, where)

    def _open_menu(self, entry: Filter, where: QPoint) -> None:
        if entry.section is not Section.LABELS:
            return
        menu = QMenu(self._window)
        if entry.name:
            names = list(self._book.colours)
            place = names.index(entry.name) if entry.name in names else -1
            words = self.tr("&Edit…") if place >= 0 else self.tr("&Define…")
            menu.addAction(words, partial(self._on_edit, entry)).setShortcut("F2")
            up = menu.addAction(self.tr("Move &up"), partial(self._on_move, entry, -1))
            down = menu.addAction(self.tr("Move &down"), partial(self._on_move, entry, 1))
            up.setShortcut("Alt+Up")
            down.setShortcut("Alt+Down")
            up.setEnabled(place > 0)
            down.setEnabled(0 <= place < len(names) - 1)
            menu.addSeparator()
            menu.addAction(self.tr("&Remove"), partial(self._on_remove, entry)).setShortcut("Del")
            menu.addSeparator()
        self._add_common(menu)
        self._pop(menu, where)

    def _add_common(self, menu: QMenu) -> None:
        menu.addAction(self.tr("&New label…"), partial(self._on_new, ()))
        menu.addAction(self.tr("&Apply the rules…"), self.label_rules)
        menu.addAction(self.tr("&All labels…"), self.manage_labels)

    def _pop(self, menu: QMenu, where: QPoint) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)


def _is_label(entry: Filter) -> bool:
    return entry.section is Section.LABELS and bool(entry.name)
